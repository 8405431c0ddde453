"""Reads JSON from a web service with `requests` and always closes the answer."""

import requests

URL = "http://api.example.com/v1/weather?place=Bern"


def weather(url):
    response = requests.Session().get(url, timeout=10)
    try:
        if response.status_code != 200:
            print("status", response.status_code)
            return None
        return response.json()
    finally:
        response.close()


try:
    print(weather(URL))
except (OSError, ValueError) as e:
    print("no weather:", e)
