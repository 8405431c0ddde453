"""A TCP server that serves several clients in one loop with `select.poll`, without threads."""

import select
import socket

PORT = 8080


def open_listener(port):
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("", port))
    listener.listen(2)
    return listener


def answer(client):
    """Sends back what the client sent; false when the client is gone."""
    try:
        data = client.recv(256)
        if not data:
            return False
        client.sendall(data)
    except OSError as e:
        print("client lost:", e)
        return False
    return True


def serve(port):
    listener = open_listener(port)
    poller = select.poll()
    poller.register(listener, select.POLLIN)
    clients = []
    try:
        while True:
            for ready, _ in poller.poll(1000):
                if ready is listener:
                    client, address = listener.accept()
                    print("client", address)
                    client.settimeout(5)
                    clients.append(client)
                    poller.register(client)
                elif not answer(ready):
                    poller.unregister(ready)
                    clients.remove(ready)
                    ready.close()
    finally:
        for client in clients:
            client.close()
        listener.close()


serve(PORT)
