"""Publishes a value over MQTT every ten seconds and listens for commands."""

import time
from umqtt.simple import MQTTClient

BROKER = "192.168.4.2"
COMMANDS = b"board/commands"
VALUES = b"board/values"


def on_message(topic, message):
    print(topic.decode(), message.decode())


def run():
    client = MQTTClient("esp32-board", BROKER, keepalive=60)
    client.set_callback(on_message)
    client.connect()
    try:
        client.subscribe(COMMANDS)
        last = time.ticks_ms()
        while True:
            client.check_msg()
            if time.ticks_diff(time.ticks_ms(), last) >= 10000:
                last = time.ticks_ms()
                client.publish(VALUES, str(last))
            time.sleep_ms(100)
    finally:
        client.disconnect()


while True:
    try:
        run()
    except (OSError, TimeoutError) as e:
        print("broker lost:", e)
    time.sleep(5)
