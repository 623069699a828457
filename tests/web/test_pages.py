"""Pages: every address gives one that says what the catalogue says, and nothing of it runs."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from basedon.web.serving import application

FILM = "/film/Q900001/the-lamp"
PAGES = (
    "/",
    FILM,
    "/family/Q900001/the-lamp",
    "/ask?q=Is+Fog+over+Lund+based+on+a+true+story%3F",
    "/ask?q=films+by+Joan+Field",
    "/ask?q=Which+remakes+does+The+Lamp+have%3F",
    "/ask?q=Who+directed+Salt+Road%3F",
    "/ask?q=zzzz+qqqq",
    "/ask?q=What+is+trending%3F",
    "/search?q=lamp",
    "/search",
    "/sources",
    "/explain/Q900001",
    "/check",
    "/trending",
    "/tearjerkers",
    "/api/docs",
)


class Outline(HTMLParser):
    """What a page is made of: its tags with attributes, and the text within them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_small_and_asks_for_nothing_outside(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Outline(answer.text)
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"] == "en"
    loaded = [s.get("src") for s in page.all("script") if s.get("src")]
    styles = [link["href"] for link in page.all("link") if link["rel"] in ("stylesheet", "icon")]
    weight = len(answer.content)
    for own in (*loaded, *styles):
        assert (own or "").startswith("/assets/")
        asset = client.get(own)
        assert asset.status_code == 200
        assert "immutable" in asset.headers["cache-control"]
        weight += len(asset.content)
    assert weight < 100_000
    inline = [s for s in page.all("script") if not s.get("src")]
    assert all(s.get("type") == "application/ld+json" for s in inline)
    assert not page.all("style")
    assert not [a for _, attributes in page.tags for a in attributes if a == "style" or a.startswith("on")]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_within_leads_somewhere(client: TestClient, path: str) -> None:
    page = Outline(client.get(path).text)
    hrefs = {a["href"] for a in page.all("a") if a.get("href")}
    for href in hrefs:
        if href.startswith("/"):
            assert client.get(href).status_code in (200, 302), href
        else:
            assert href.startswith(("https://", "http://", "#")), href
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)


def test_a_films_page_tells_the_verdict_the_evidence_and_the_lineage(client: TestClient) -> None:
    text = client.get(FILM).text
    page = Outline(text)
    said = " ".join(" ".join(page.text).split())
    assert "The Lamp (1950)" in said
    assert "Yes" in said
    assert "the harbour fire of 1931" in said
    assert "Aki Mori" in said
    assert said.index("Is it based on a true story?") < said.index("Who says so") < said.index("Where it went")
    drawn = text[text.index('class="basedon-lineage"') : text.index("</svg>", text.index('class="basedon-lineage"'))]
    remakes = re.findall(r'<a href="(/film/[^"]+)"', drawn)
    assert len(remakes) == 3
    assert "<style" not in drawn
    assert any("The Lamp (1962)" in client.get(path, follow_redirects=True).text for path in remakes)


def test_a_films_page_can_be_shared(client: TestClient) -> None:
    page = Outline(client.get(FILM).text)
    told = {meta.get("property"): meta["content"] for meta in page.all("meta") if meta.get("property")}
    assert told["og:url"] == f"http://films.example{FILM}"
    assert told["og:title"] == "The Lamp (1950): is it based on a true story?"
    assert told["og:type"] == "video.movie"
    canonical = next(link["href"] for link in page.all("link") if link["rel"] == "canonical")
    assert canonical == told["og:url"]
    markup = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(FILM).text, re.DOTALL)
    assert markup
    assert json.loads(markup[1])["name"] == "The Lamp"


def test_a_host_that_is_none_is_not_repeated(client: TestClient) -> None:
    text = client.get(FILM, headers={"host": 'x"><script>'}).text
    assert "og:url" not in text
    assert "x&#34;" not in text


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/film/Q900001", FILM),
        ("/film/Q900001/another-title", FILM),
        ("/film/tt9000001", FILM),
        ("/film/wikidata:Q900001/the-lamp", FILM),
        ("/film/wikipedia:The%20Lamp%20(1962%20film)", "/film/Q900002/the-lamp"),
        ("/family/tt9000002/x", "/family/Q900002/the-lamp"),
        ("/ask?q=Night+Ferry", "/film/curated:"),
        ("/ask?q=", "/"),
        ("/ask", "/"),
    ],
)
def test_other_addresses_lead_to_the_one(client: TestClient, path: str, to: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(to)
    assert client.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/film/Q1",
        "/film/",
        "/film//etc/passwd",
        "/film/..%2f..%2fetc%2fpasswd",
        "/nothing",
        "/assets/style.css",
        "/assets/..%2f..%2fpages.py",
        "/assets/%2e%2e/pages.py",
        "/templates/base.html",
        "/family/Q1/x",
    ],
)
def test_what_is_not_there_is_told_on_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not found" in answer.text
    assert "no-store" in answer.headers["cache-control"]


def test_a_miss_tells_what_comes_nearest_and_what_is_needed(client: TestClient) -> None:
    assert "/film/Q900001/the-lamp" in client.get("/ask?q=Who+directed+The+Lampp%3F").text
    assert "netflix" in client.get("/ask?q=What+is+trending%3F").text


def test_it_means_the_film_asked_about_before(client: TestClient) -> None:
    text = client.get("/ask?q=Who+directed+it%3F&about=Q900001").text
    assert "Aki Mori" in text
    assert client.get("/ask?q=Who+directed+it%3F&about=Q1").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ask?q=Q88000{}",
        "/film/Q88000{}",
        "/family/Q88000{}",
        "/search?q=window",
        "/explain/Q88000{}",
        "/ask?q=Which+remakes+does+Q880000+have",
    ],
)
def test_hostile_texts_stay_texts(hostile: Path, path: str) -> None:
    door = application(hostile, watch=False)
    attacker = TestClient(door)
    for n in range(10 if "{}" in path else 1):
        answer = attacker.get(path.format(n))
        page = Outline(answer.text)
        scripts = [s for s in page.all("script") if s.get("type") != "application/ld+json"]
        assert all((s.get("src") or "").startswith("/assets/") for s in scripts)
        assert not page.all("img")
        assert not page.all("style")
        assert not page.all("b")
        assert not [a for _, attributes in page.tags for a in attributes if a.startswith("on")]
        assert not [a for a in page.all("a") if not (a["href"] or "").startswith(("/", "http", "#"))]
        assert "7*7" in answer.text or "49" not in answer.text
        assert "\u202e" not in answer.text
    door.close()


@pytest.mark.parametrize(
    "text", ["<script>window.ran=1</script>", '"><img src=x onerror=1>', "{{ 7*7 }}", "\u202e\x00x"]
)
def test_hostile_questions_stay_texts(client: TestClient, text: str) -> None:
    for path in ("/ask", "/search"):
        answer = client.get(path, params={"q": text})
        page = Outline(answer.text)
        assert answer.status_code == 200
        assert not page.all("img")
        assert all((s.get("src") or "").startswith("/assets/") for s in page.all("script") if not s.get("type"))


def test_robots_and_icon(client: TestClient) -> None:
    assert "Disallow: /ask" in client.get("/robots.txt").text
    assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"
