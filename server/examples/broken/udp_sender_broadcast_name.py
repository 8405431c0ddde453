"""Asks every board in the local network for its name by a UDP broadcast and prints the answers."""

import errno
import socket

PORT = 5005
QUESTION = b"who is there?"
SECONDS = 2


def ask():
    answers = []
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.bind(("", PORT))
        sock.settimeout(SECONDS)
        sock.sendto(QUESTION, ("<broadcast>", PORT))
        while True:
            data, sender = sock.recvfrom(256)
            if data != QUESTION:
                answers.append((sender[0], data.decode()))
    except OSError as e:
        if e.args[0] != errno.ETIMEDOUT:
            raise
    finally:
        sock.close()
    return answers


for host, name in ask():
    print(host, name)
