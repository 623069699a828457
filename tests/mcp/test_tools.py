"""The tools by the official client, and by themselves."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.mcp.tools import TOOLS, call

mcp = pytest.importorskip("mcp.client.client", reason="the MCP SDK is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # the SDK leaves its streams to be collected


def asked(path: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """What the official client gets of a server in the same process."""
    from basedon.mcp.serving import server

    async def run() -> list[Any]:
        async with mcp.Client(server(path)) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return anyio.run(run)


def test_every_tool_is_listed_with_types(small: Path) -> None:
    from basedon.mcp.serving import server

    async def run() -> Any:
        async with mcp.Client(server(small)) as client:
            return (await client.list_tools()).tools

    listed = {tool.name: tool for tool in anyio.run(run)}
    assert set(listed) == set(TOOLS) == {"ask", "film", "lineage", "search", "check"}
    for tool in listed.values():
        assert tool.description
        assert tool.input_schema["type"] == "object"
        assert tool.output_schema is not None
        assert tool.output_schema["type"] == "object"
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
    assert listed["ask"].input_schema["required"] == ["question"]
    assert listed["check"].annotations.open_world_hint
    assert not listed["ask"].annotations.open_world_hint


def test_answers_come_typed_with_their_evidence(small: Path) -> None:
    ask, film, lineage, search, check = asked(
        small,
        ("ask", {"question": "Is Fog over Lund based on a true story?"}),
        ("film", {"title": "The Lamp", "year": 1962}),
        ("lineage", {"title": "Q900001"}),
        ("search", {"text": "lamp", "limit": 2}),
        ("check", {"text": "Fog over Lund is a 1996 film directed by Nils Berg."}),
    )
    assert not any(result.is_error for result in (ask, film, lineage, search, check))
    assert ask.structured_content["story"]["basis"] == "presented_as_true"
    assert ask.structured_content["story"]["findings"][0]["source"]
    assert json.loads(ask.content[0].text) == ask.structured_content
    assert film.structured_content["work"]["year"] == 1962
    assert lineage.structured_content["tree"]["children"]
    assert len(search.structured_content["works"]) == 2
    assert set(check.structured_content["summary"]) == {"supported", "contradicted", "disputed", "unverified"}


def test_a_miss_is_an_answer_and_nonsense_an_error(small: Path) -> None:
    results = asked(
        small,
        ("film", {"title": "Zzzz Qqqq"}),
        ("ask", {"question": "Who directed it?", "about": "Q1"}),
        ("film", {"titel": "The Lamp"}),
        ("film", {"title": "The Lamp", "year": "soon"}),
        ("search", {"text": ""}),
        ("check", {}),
        ("check", {"url": "http://127.0.0.1/"}),
        ("nothing", {}),
    )
    miss, *wrong = results
    assert not miss.is_error
    assert miss.structured_content["found"] is False
    for result in wrong:
        assert result.is_error
        assert "\n" not in result.content[0].text
        assert "Traceback" not in result.content[0].text


def test_answers_fit_their_schemas(small: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    with Catalogue(small) as catalogue:
        for name, arguments in (
            ("ask", {"question": "Which remakes does The Lamp have?"}),
            ("ask", {"question": "what is trending"}),
            ("film", {"title": "The Long Count"}),
            ("film", {"title": "zzzz"}),
            ("search", {"text": "lamp"}),
            ("check", {"text": "Fog over Lund is a 1999 film."}),
        ):
            given = call(catalogue, name, arguments)
            jsonschema.Draft202012Validator(TOOLS[name].gives()).validate(given)


def test_the_catalogue_is_opened_again_when_it_is_replaced(small: Path, tmp_path: Path) -> None:
    from basedon.building import build
    from basedon.mcp.serving import Shelf
    from basedon.model.evidence import Evidence
    from basedon.model.statement import Predicate, Statement, Target

    path = Path(shutil.copy(small, tmp_path / "films.basedon"))
    shelf = Shelf(path)
    before = shelf.now()
    assert shelf.now() is before
    said = [
        Statement(subject="wikidata:Q5", predicate=p, target=t, evidence=(Evidence("wikidata", "Q5", "label"),))
        for p, t in ((Predicate.TYPE, Target("film")), (Predicate.TITLE, Target("Alone")))
    ]
    build(tmp_path / "new.basedon", [said])
    (tmp_path / "new.basedon").replace(path)
    assert shelf.now().number("Q5") is not None
    path.write_bytes(b"broken")
    assert shelf.now().number("Q5") is not None
    shelf.now().close()


def test_it_is_served_over_standard_input_and_output(small: Path) -> None:
    from mcp.client.stdio import StdioServerParameters, stdio_client

    async def run() -> Any:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "basedon.cli", "mcp", "--catalogue", str(small)],
            env={"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        )
        async with mcp.Client(stdio_client(command)) as client:
            return await client.call_tool("ask", {"question": "Who directed Salt Road?"})

    assert "Joan Field" in anyio.run(run).structured_content["text"]


def test_unknown_tools_are_named_in_the_error(small: Path) -> None:
    with Catalogue(small) as catalogue, pytest.raises(BadUsage, match="ask"):
        call(catalogue, "x", {})
