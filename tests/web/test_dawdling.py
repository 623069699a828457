"""Whoever sends the head of a request too slowly is let go; whoever is answered is not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import uvicorn

from basedon.web import dawdling
from basedon.web.serving import application, listening


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nhost: x\r\n"])
def test_a_head_that_never_comes_whole_ends_the_connection(
    small: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(dawdling, "HEAD_PATIENCE", 0.3)

    async def run() -> None:
        bound = listening("127.0.0.1", 0)
        config = uvicorn.Config(application(small, watch=False), http=dawdling.Bounded, log_config=None, ws="none")
        server = uvicorn.Server(config)
        task = asyncio.create_task(server.serve(sockets=[bound]))
        while not server.started:
            await asyncio.sleep(0.01)
        reader, writer = await asyncio.open_connection(*bound.getsockname())
        writer.write(b"GET /robots.txt HTTP/1.1\r\nhost: x\r\n\r\n" if sent else b"")
        if sent:
            assert b"200 OK" in await reader.readuntil(b"\r\n")
            await asyncio.sleep(0.5)  # between two requests it is the server's other clock that counts
        writer.write(sent)
        await asyncio.wait_for(reader.read(), 30)  # to the end, which comes
        writer.close()
        server.should_exit = True
        await task
        bound.close()

    asyncio.run(run())
