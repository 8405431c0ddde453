"""Sends measurements to a log server and opens a new connection whenever the old one breaks."""

import errno
import socket
import time

HOST = "192.168.4.2"
PORT = 9000


def open_link():
    sock = socket.socket()
    sock.settimeout(5)
    while True:
        try:
            sock.connect((HOST, PORT))
            return sock
        except OSError as e:
            if e.args[0] == errno.ECONNRESET:
                print("no log server is running")
        time.sleep(5)


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
