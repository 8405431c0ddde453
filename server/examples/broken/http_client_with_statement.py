"""Fetches a page over plain HTTP and never waits longer than the time limit."""

import socket

HOST = "example.com"
PORT = 80
PATH = "/"
SECONDS = 10


def fetch(host, port, path):
    address = socket.getaddrinfo(host, port)[0][-1]
    with socket.socket() as sock:
        sock.settimeout(SECONDS)
        sock.connect(address)
        request = "GET {} HTTP/1.0\r\nHost: {}\r\n\r\n".format(path, host)
        sock.sendall(request.encode())
        reply = b""
        while True:
            piece = sock.recv(512)
            if not piece:
                break
            reply += piece
        return reply


try:
    answer = fetch(HOST, PORT, PATH)
except OSError as e:
    print("no answer from", HOST, "error", e.args[0])
else:
    head, _, body = answer.partition(b"\r\n\r\n")
    print(head.decode())
    print(len(body), "bytes of body")
