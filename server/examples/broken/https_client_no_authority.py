"""Fetches a page over HTTPS from a server whose certificate is verified."""

import ntptime
import socket
import ssl

HOST = "example.com"
PORT = 443
SECONDS = 10

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.verify_mode = ssl.CERT_REQUIRED


def fetch():
    raw = socket.socket()
    try:
        raw.settimeout(SECONDS)
        raw.connect((HOST, PORT))
        secure = context.wrap_socket(raw, server_hostname=HOST)
        try:
            secure.write(b"GET / HTTP/1.0\r\nHost: " + HOST.encode() + b"\r\n\r\n")
            return secure.read()
        finally:
            secure.close()
    finally:
        raw.close()


try:
    # The board starts in the year 2000; without the right time no certificate is valid yet.
    ntptime.settime()
    print(fetch())
except (OSError, ValueError) as e:
    print("no answer:", e)
