"""A small HTTP server with asyncio: every client gets one page and the connection is closed."""

import asyncio

PORT = 80
PAGE = "<html><body>Hello from the ESP32</body></html>"


async def serve(reader, writer):
    try:
        request = await reader.readline()
        print(request.decode().strip())
        while True:
            header = await reader.readline()
            if header in (b"", b"\r\n"):
                break
        writer.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        writer.write(PAGE.encode())
        await writer.drain()
    except OSError as e:
        print("client lost:", e)
    finally:
        writer.close()
        await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", PORT, limit=1024)
    print("listening on port", PORT)
    await server.wait_closed()


asyncio.run(main())
