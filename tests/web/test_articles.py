"""Articles are checked: pasted, dropped, fetched, on the page and in the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from basedon import checking
from basedon.errors import Unreachable
from basedon.factcheck.article import Text
from basedon.model.answer import Finding
from basedon.model.claim import Article, Checked, Claim, Review, Summary, Verdict
from basedon.model.work import Ids, Work
from basedon.web import articles

TEXT = "Fog over Lund is a 1999 film. <b>It</b> was made in Sweden."
WORK = Work("wikidata:Q1", "film", Ids(wikidata="Q1"), "Fog over Lund", None, 1996)


def claim(start: int, end: int, verdict: Verdict, **more: Any) -> Claim:
    return Claim(
        quote=TEXT[start:end],
        start=start,
        end=end,
        type="release_year",
        subject=WORK,
        stated=1999,
        verdict=verdict,
        **more,
    )


CLAIMS = (
    claim(0, 13, Verdict.UNVERIFIED),
    claim(
        19,
        23,
        Verdict.CONTRADICTED,
        correct=1996,
        findings=(Finding("context", "It came out in 1996.", "wikidata", "Q1: P577"),),
    ),
    claim(21, 28, Verdict.SUPPORTED),
)


@pytest.fixture(autouse=True)
def reviewed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> list[str]:
    """What checking says, so that these tests are about the door alone."""
    seen: list[str] = []

    def checked(_: object, article: Text) -> Checked:
        seen.append(article.text)
        review = Review(article=Article(title="Fog"), claims=CLAIMS, summary=Summary(1, 1, 0, 1))
        return Checked(review, TEXT)

    monkeypatch.setattr(checking, "checked", checked)
    return seen


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (json.dumps({"text": "A film."}).encode(), "application/json"),
        (b"A film.", "text/plain"),
        (b"A film.", "text/markdown; charset=utf-8"),
    ],
)
def test_the_api_takes_an_article_as_it_comes(client: TestClient, reviewed: list[str], body: bytes, kind: str) -> None:
    answer = client.post("/api/v1/check", content=body, headers={"content-type": kind})
    assert answer.status_code == 200
    assert answer.json()["schema"] == 1
    assert [c["verdict"] for c in answer.json()["claims"]] == ["unverified", "contradicted", "supported"]
    assert answer.headers["cache-control"] == "no-store"
    assert reviewed == ["A film."]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"{}", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"text": 1}', "application/json", 400),
        (b'{"text": ""}', "application/json", 400),
        (b'{"text": "a", "url": "https://a.example"}', "application/json", 400),
        (b'{"text": "a", "file": "/etc/passwd"}', "application/json", 400),
        (b'{"text": "\xff"}', "application/json", 400),
        (b'{"url": "file:///etc/passwd"}', "application/json", 400),
        (b'{"url": "http://127.0.0.1/"}', "application/json", 502),
        (b'{"url": "http://169.254.169.254/latest"}', "application/json", 502),
        (b'{"url": "http://[::1]/"}', "application/json", 502),
        (b'{"url": "http://10.0.0.1/"}', "application/json", 502),
        (b'{"url": "http://127.0.0.1:22/"}', "application/json", 400),
        (b"a", "application/pdf", 415),
        (b"a", "", 415),
    ],
)
def test_what_is_no_article_is_refused(
    client: TestClient, reviewed: list[str], body: bytes, kind: str, status: int
) -> None:
    answer = client.post("/api/v1/check", content=body, headers={"content-type": kind})
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == status
    assert not reviewed


def test_an_article_without_text_has_no_claims(client: TestClient, reviewed: list[str]) -> None:
    answer = client.post("/api/v1/check", json={"text": "\x00 \n"})
    assert answer.json()["claims"] == []
    assert not reviewed


def test_the_page_shows_the_text_with_its_claims(client: TestClient) -> None:
    answer = client.post("/check", data={"text": TEXT})
    assert answer.status_code == 200
    assert "&lt;b&gt;It&lt;/b&gt;" in answer.text
    assert "<b>" not in answer.text
    assert 'class="mark contradicted" href="#claim-1">1999' in answer.text
    assert "Right is <bdi>1996</bdi>" in answer.text
    # what is wrong is told first
    assert answer.text.index("Contradicted") < answer.text.index("No source tells")


def test_a_file_is_dropped_or_a_link_given(
    client: TestClient, reviewed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.post("/check", files={"file": ("article.md", b"# Fog\n\nA film.", "text/markdown")})
    assert page.status_code == 200
    assert reviewed == ["# Fog\n\nA film."]
    asked: list[str] = []

    def of_address(url: str) -> Text:
        asked.append(url)
        return Text("Fog", "Fetched.")

    monkeypatch.setattr(checking, "of_address", of_address)
    assert client.post("/check", data={"url": " https://news.example/fog "}).status_code == 200
    assert asked == ["https://news.example/fog"]
    assert reviewed[-1] == "Fetched."


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Paste a text"),
        ({"text": "  ", "url": ""}, "Paste a text"),
        ({"url": "http://127.0.0.1/<script>"}, "no public address"),
        ({"url": "javascript:alert(1)"}, "only http and https"),
    ],
)
def test_what_is_wrong_is_told_on_the_page(client: TestClient, given: dict[str, str], says: str) -> None:
    answer = client.post("/check", data=given)
    assert answer.status_code == 400
    assert says in answer.text
    assert "<script>" not in answer.text.replace('<script src="/assets', "")


def test_an_address_that_is_closed_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(url: str) -> Text:
        raise Unreachable(f"{url}: closed")

    monkeypatch.setattr(checking, "of_address", closed)
    assert client.post("/api/v1/check", json={"url": "https://a.example/"}).status_code == 502
    assert "closed" in client.post("/check", data={"url": "https://a.example/"}).text


def test_a_broken_form_is_told(client: TestClient) -> None:
    answer = client.post(
        "/check", content=b"--x\r\nnonsense", headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert answer.status_code == 400
    assert client.post("/check", content=b"a", headers={"content-type": "multipart/form-data"}).status_code == 400


def test_pieces_hold_the_whole_text_whatever_the_claims() -> None:
    for claims in ([], list(CLAIMS), list(reversed(CLAIMS)), [claim(0, len(TEXT), Verdict.DISPUTED)]):
        assert "".join(piece.text for piece in articles.pieces(TEXT, claims)) == TEXT
