"""The tools over streamable HTTP, by the official client."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest

mcp = pytest.importorskip("mcp.client.client", reason="the MCP SDK is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def test_it_is_served_over_http(small: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    command = [sys.executable, "-m", "basedon.cli", "mcp", "--http", "--port", "0", "--catalogue", str(small)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stderr is not None
        told = running.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/mcp", told)
        assert address, told

        async def run() -> Any:
            async with mcp.Client(address[0]) as client:
                return await client.call_tool("film", {"title": "The Lamp"})

        try:
            result = anyio.run(run)
        finally:
            running.terminate()
            running.communicate()
    assert result.structured_content["work"]["title"] == "The Lamp"
