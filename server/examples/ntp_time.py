"""Reads the time from an NTP server by hand, with a second try when the first packet is lost."""

import socket
import struct
import time

HOST = "pool.ntp.org"
PORT = 123
# NTP counts from 1900, MicroPython on the ESP32 from 2000.
OFFSET = 3155673600


def ask(address):
    query = bytearray(48)
    query[0] = 0x1B
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.settimeout(2)
        sock.sendto(query, address)
        reply, _ = sock.recvfrom(48)
    finally:
        sock.close()
    return struct.unpack("!I", reply[40:44])[0] - OFFSET


def now(tries=3):
    address = socket.getaddrinfo(HOST, PORT)[0][-1]
    for attempt in range(tries):
        try:
            return ask(address)
        except OSError as e:
            print("try", attempt + 1, "failed:", e)
            time.sleep(1)
    return None


seconds = now()
if seconds is not None:
    print("UTC", time.gmtime(seconds)[:6])
