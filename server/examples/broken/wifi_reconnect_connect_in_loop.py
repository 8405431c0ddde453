"""Joins a Wi-Fi network with a time limit and keeps the link up."""

import network
import time

SSID = "my-network"
KEY = "my-password"
SECONDS = 20

wlan = network.WLAN(network.STA_IF)


def join():
    """Whether the board has an address within the time limit."""
    wlan.active(True)
    deadline = time.ticks_add(time.ticks_ms(), SECONDS * 1000)
    while not wlan.isconnected():
        if time.ticks_diff(deadline, time.ticks_ms()) < 0:
            return False
        wlan.connect(SSID, KEY)
        time.sleep_ms(200)
    return True


while True:
    if not wlan.isconnected():
        if join():
            print("address", wlan.ifconfig()[0])
        else:
            print("no link, the next try comes in 10 s")
    time.sleep(10)
