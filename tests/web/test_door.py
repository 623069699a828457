"""The door: stored answers, tags, packing, limits, and what is told of errors."""

from __future__ import annotations

import asyncio
import gzip
import logging
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from basedon.web import door as doors
from basedon.web.door import Door
from basedon.web.limits import LARGEST_BODY
from basedon.web.serving import application

FILM = "/api/v1/film/Q900001"


def test_an_answer_is_made_once_and_then_stored(
    client: TestClient, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(FILM)

    async def nothing(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(door, "inner", nothing)
    again = client.get(FILM)
    assert again.content == first.content
    assert again.headers == first.headers


def test_what_has_not_changed_costs_nothing(client: TestClient) -> None:
    for path in (FILM, "/film/Q900001/the-lamp"):
        tag = client.get(path).headers["etag"]
        for sent in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = client.get(path, headers={"if-none-match": sent})
            assert again.status_code == 304
            assert again.content == b""
            assert again.headers["etag"] == tag
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_answers_are_packed_for_those_who_take_it(door: Door) -> None:
    bare = TestClient(door, headers={"accept-encoding": "identity"})
    packed = TestClient(door, headers={"accept-encoding": "gzip, br"})
    assert "content-encoding" not in bare.get(FILM).headers
    answer = packed.get(FILM)
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(answer.content)
    assert answer.content == bare.get(FILM).content
    assert "accept-encoding" in answer.headers["vary"]
    assert "content-encoding" not in TestClient(door, headers={"accept-encoding": "gzip;q=0"}).get(FILM).headers


def test_a_page_is_stored_for_each_host(door: Door) -> None:
    for host in ("one.example", "two.example"):
        client = TestClient(door, base_url=f"http://{host}")
        assert f"http://{host}/film" in client.get("/film/Q900001/the-lamp").text
        assert f"http://{host}/film" in client.get("/film/Q900001/the-lamp").text


def test_nothing_but_get_is_stored(client: TestClient, door: Door) -> None:
    assert client.head(FILM).status_code == 200
    assert client.get("/api/v1/film/Q1").status_code == 404
    assert client.get("/nothing").status_code == 404
    assert not door.editions.now.stored.kept


@pytest.mark.parametrize("path", ["/", "/film/Q900001/the-lamp", "/nothing", "/robots.txt"])
def test_pages_forbid_what_is_not_theirs(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_the_api_may_be_read_from_any_site(client: TestClient) -> None:
    assert client.get(FILM, headers={"origin": "https://other.example"}).headers["access-control-allow-origin"] == "*"
    asked = client.options(
        "/api/v1/ask", headers={"origin": "https://other.example", "access-control-request-method": "GET"}
    )
    assert asked.status_code == 204
    assert "GET" in asked.headers["access-control-allow-methods"]
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.get("/").headers


def test_an_error_of_ours_is_told_to_the_log_alone(
    client: TestClient, door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: Any) -> None:
        raise ZeroDivisionError("the secret\npath")

    monkeypatch.setattr(door, "inner", broken)
    with caplog.at_level(logging.ERROR):
        for path in (FILM, "/"):
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "Traceback" not in answer.text
    assert caplog.text.count("ZeroDivisionError") == 2


def test_who_asks_too_much_is_told_when_to_come_again(small: Path) -> None:
    door = application(small, rate=0.5, watch=False)
    client = TestClient(door)
    answers = [client.get(f"/api/v1/search?q=lamp&limit={n}") for n in range(1, 6)]
    assert [answer.status_code for answer in answers[:3]] == [200] * 3
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[-1].headers["content-type"] == "application/problem+json"
    # what is stored is free
    assert client.get("/api/v1/search?q=lamp&limit=1").status_code == 200
    door.close()


def test_a_long_body_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/check", content=b"x" * (LARGEST_BODY + 1), headers={"content-type": "text/plain"})
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_takes_too_long_is_given_up(client: TestClient, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    async def slow(*_: Any) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(doors, "PATIENCE", 0.05)
    monkeypatch.setattr(door, "inner", slow)
    began = time.monotonic()
    answer = client.get(FILM)
    assert answer.status_code == 503
    assert "too long" in answer.json()["detail"]
    assert time.monotonic() - began < 30


def test_more_than_may_wait_are_told_to_come_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "MOST_WAITING", 0)
    answer = client.get(FILM)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"


def test_the_tag_is_the_catalogues(client: TestClient, door: Door) -> None:
    assert client.get(FILM).headers["etag"].startswith(f'W/"{door.editions.now.catalogue.stamp.digest[:16]}')


def test_gzip_of_a_stored_answer_is_right(door: Door) -> None:
    TestClient(door).get(FILM)
    kept = next(iter(door.editions.now.stored.kept.values()))
    headers, body = kept.form(True)
    assert gzip.decompress(body) == kept.body
    assert (b"content-length", str(len(body)).encode()) in headers


def test_a_websocket_is_closed(client: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/"):
        pass
