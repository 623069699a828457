"""The tools served with the official SDK, over standard input and output or streamable HTTP."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
import msgspec

from basedon import __version__
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.watching import identity
from basedon.errors import BadFile, BadUsage, BasedonError
from basedon.mcp.tools import TOOLS, call, takes_schema

if TYPE_CHECKING:
    from mcp.server import Server, ServerRequestContext
    from mcp_types import CallToolRequestParams, CallToolResult, ListToolsResult, PaginatedRequestParams

INSTRUCTIONS = """basedon tells where films' stories come from, with evidence, from one catalogue of open data. Give the
evidence with the answer. Where `found` is false, or the basis is `unknown`, say that no source tells, not “no”; where
it is `disputed`, give both sides. Ids that answers give (wikidata:Q…) may be used as titles."""


class Shelf:
    """The catalogue that answers now; opened again when a build has put another in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen = identity(path)
        self.catalogue = Catalogue(path)

    def now(self) -> Catalogue:
        """The catalogue, of which one call at a time may read."""
        found = identity(self.path)
        if found is not None and found != self.seen:
            try:
                fresh = Catalogue(self.path)
            except BadFile as error:
                print(f"basedon: the catalogue before goes on answering: {error}", file=sys.stderr)
            else:
                self.catalogue.close()
                self.catalogue = fresh
            self.seen = found
        return self.catalogue


def server(path: Path) -> Server[dict[str, Any]]:
    """The server with all tools, for a catalogue file."""
    from mcp.server import Server
    from mcp_types import CallToolResult, ListToolsResult, TextContent, Tool, ToolAnnotations

    shelf, turn = Shelf(path), anyio.Lock()
    listed = [
        Tool(
            name=tool.name,
            title=tool.title,
            description=tool.says,
            input_schema=takes_schema(tool),
            output_schema=tool.gives(),
            annotations=ToolAnnotations(
                title=tool.title, read_only_hint=True, idempotent_hint=True, open_world_hint=tool.goes_out
            ),
        )
        for tool in TOOLS.values()
    ]

    async def list_tools(_: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=listed)

    async def call_tool(_: ServerRequestContext[Any], params: CallToolRequestParams) -> CallToolResult:
        try:
            async with turn:
                catalogue = shelf.now()
                given = await anyio.to_thread.run_sync(call, catalogue, params.name, params.arguments or {})
        except BasedonError as error:
            return CallToolResult(content=[TextContent(text=str(error))], is_error=True)
        text = msgspec.json.encode(given).decode()
        return CallToolResult(content=[TextContent(text=text)], structured_content=given)

    return Server(
        "basedon",
        version=__version__,
        title="basedon: where a film's story comes from",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def over_stdio(path: Path) -> None:
    """Serve one client over standard input and output, until it is gone."""
    from mcp.server.stdio import stdio_server

    made = server(path)

    async def run() -> None:
        async with stdio_server() as (reading, writing):
            await made.run(reading, writing, made.create_initialization_options())

    anyio.run(run)


def over_http(path: Path, host: str, port: int) -> None:
    """Serve over streamable HTTP at /mcp, until interrupted; raises BadUsage where the address can't be used."""
    import signal
    import socket

    import uvicorn

    app = server(path).streamable_http_app(stateless_http=True, json_response=True, host=host)
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        raise BadUsage(f"{host}:{port}: can't listen there ({error.strerror or error}); give another --port") from error
    at = f"[{host}]" if ":" in host else host
    print(
        f"basedon's tools are at http://{at}:{bound.getsockname()[1]}/mcp (Ctrl-C ends it)", file=sys.stderr, flush=True
    )
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # clients go away; the server doesn't
    uvicorn.Server(config).run(sockets=[bound])
