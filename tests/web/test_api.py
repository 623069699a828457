"""The API gives what the command line prints, and OpenAPI tells of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from basedon import cli

ROOT = "/api/v1"


def printed(small: Path, *words: str) -> Any:
    """What the command line prints."""
    return json.loads(CliRunner().invoke(cli.basedon, [*words, "--json", "--catalogue", str(small)]).output)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/film?title=The+Lamp", ["film", "The Lamp"]),
        ("/film?title=The+Lamp&year=1962", ["film", "The Lamp", "--year", "1962"]),
        ("/film?title=The+Lamp&year=1990", ["film", "The Lamp", "--year", "1990"]),
        ("/film/Q900001", ["film", "Q900001"]),
        ("/lineage/tt9000001", ["lineage", "tt9000001"]),
        ("/trending", ["trending"]),
        ("/lineage?title=Kandil", ["lineage", "Kandil"]),
        ("/ask?q=Is+Fog+over+Lund+based+on+a+true+story%3F", ["ask", "Is Fog over Lund based on a true story?"]),
        ("/ask?q=Who+directed+it%3F&about=Q900001", ["ask", "Who directed it?", "--about", "Q900001"]),
        ("/ask?q=what+is+trending", ["ask", "what is trending"]),
        ("/search?q=lamp&limit=2", ["search", "lamp", "--limit", "2"]),
    ],
)
def test_the_api_gives_what_the_command_line_prints(
    client: TestClient, small: Path, path: str, words: list[str]
) -> None:
    answer = client.get(ROOT + path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == printed(small, *words)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/film", 400),
        ("/film?title=", 400),
        ("/film?title=a&title=b", 400),
        ("/film?title=a&year=soon", 400),
        ("/search?q=a&limit=0", 400),
        ("/search?q=a&limit=101", 400),
        ("/ask", 400),
        (f"/ask?q={'a' * 401}", 400),
        ("/ask?q=who+directed+it&about=Q1", 404),
        ("/film/Q1", 404),
        ("/film/", 404),
        ("/lineage/tt0", 404),
        ("/nothing", 404),
    ],
)
def test_problems_are_problems(client: TestClient, path: str, status: int) -> None:
    answer = client.get(ROOT + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["title"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(client: TestClient, method: str) -> None:
    answer = client.request(method, f"{ROOT}/film?title=a")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("text", ["   ", "???", "\x00", "\u202e", "'; DROP TABLE works; --", "%", "a" * 400, "\ud83c"])
def test_odd_texts_are_answered(client: TestClient, text: str) -> None:
    for path, name in (("/ask", "q"), ("/film", "title"), ("/lineage", "title"), ("/search", "q")):
        answer = client.get(ROOT + path, params={name: text.encode("utf-8", "replace").decode()})
        assert answer.status_code == 200
        assert answer.json()["schema"] == 1


def test_the_catalogue_is_told_of_without_its_place(client: TestClient, small: Path) -> None:
    answer = client.get(f"{ROOT}/catalogue")
    assert answer.json()["catalogue"]["counts"]["works"] == 16
    assert str(small.parent) not in answer.text


def test_the_root_leads_to_the_documentation(client: TestClient) -> None:
    assert client.get(ROOT).headers["location"] == "/api/docs"


def test_every_operation_is_described_with_an_example(client: TestClient) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    text = json.dumps(described)
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert operation["responses"]["200"]["content"]["application/json"]["schema"]
            for parameter in operation["parameters"]:
                assert parameter["example"]
        assert path in client.get("/api/docs").text
    for name in set(text.split('"#/components/schemas/')[1:]):
        assert name.partition('"')[0] in described["components"]["schemas"]
    assert "$defs" not in text


def test_suggestions_come_with_their_verdicts(client: TestClient) -> None:
    offered = client.get("/suggest", params={"q": "fog ov"}).json()
    assert offered[0]["label"] == "Fog over Lund (1996)"
    assert offered[0]["basis"] == "presented_as_true"
    assert offered[0]["verdict"] == "No"
    assert client.get(offered[0]["path"]).status_code == 200


@pytest.mark.parametrize(
    "typed", ["is the la", "is the lamp based on a tr", "who directed the lam", "the lamp", "lamp", "The Lampp"]
)
def test_a_question_is_completed_with_its_film(client: TestClient, typed: str) -> None:
    assert client.get("/suggest", params={"q": typed}).json()[0]["label"].startswith("The Lamp")


def test_nothing_is_offered_for_nothing(client: TestClient) -> None:
    assert client.get("/suggest", params={"q": "zzzzqq"}).json() == []
    assert client.get("/suggest").status_code == 400
