"""Joins a Wi-Fi network and keeps the link up."""

import network
import time

SSID = "my-network"
KEY = "my-password"

wlan = network.WLAN(network.STA_IF)


def join():
    """Waits for an address."""
    wlan.active(False)
    wlan.active(True)
    wlan.connect(SSID, KEY)
    while not wlan.isconnected():
        time.sleep_ms(200)
    return True


while True:
    if not wlan.isconnected():
        if join():
            print("address", wlan.ifconfig()[0])
        else:
            print("no link, the next try comes in 10 s")
    time.sleep(10)
