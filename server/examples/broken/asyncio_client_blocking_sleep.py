"""Reads lines from a TCP server with asyncio while another task keeps running."""

import asyncio
import time

HOST = "192.168.4.2"
PORT = 7000


async def blink():
    while True:
        print(".")
        time.sleep(0.5)


async def read_lines(host, port):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(b"hello\n")
        await writer.drain()
        while True:
            line = await asyncio.wait_for(reader.readline(), 10)
            if not line:
                break
            print(line.decode().strip())
    finally:
        writer.close()
        await writer.wait_closed()


async def main():
    blinker = asyncio.create_task(blink())
    try:
        await read_lines(HOST, PORT)
    except asyncio.TimeoutError:
        print("the server is silent")
    except OSError as e:
        print("no connection:", e)
    blinker.cancel()


asyncio.run(main())
