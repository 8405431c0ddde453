"""Sends measurements to a log server and opens a new connection whenever the old one breaks."""

import errno
import socket
import time

HOST = "192.168.4.2"
PORT = 9000


def open_link():
    sock = socket.socket()
    try:
        sock.settimeout(5)
        sock.connect((HOST, PORT))
    except OSError as e:
        sock.close()
        if e.args[0] in (errno.ECONNRESET, errno.EPIPE):
            print("no log server is running")
        raise
    return sock


def send_values(sock):
    while True:
        line = "{}\n".format(time.ticks_ms())
        sock.sendall(line.encode())
        time.sleep(1)


while True:
    try:
        link = open_link()
        try:
            send_values(link)
        finally:
            link.close()
    except OSError as e:
        print("link lost:", e)
    time.sleep(5)
