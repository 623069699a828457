"""The server over the small catalogue, and over one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from basedon.building import build
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.web.door import Door
from basedon.web.serving import application

HOSTILE = (
    "<script>window.ran=1</script>",
    '"><img src=x onerror=window.ran=1>',
    "</title><script>window.ran=1</script>",
    "'-window.ran=1-'",
    "</script><svg onload=window.ran=1>",
    "javascript:window.ran=1",
    "{{ 7*7 }}{% include 'base.html' %}",
    "<b>bold</b> &amp; & \u202etxet",
    "--><style>*{display:none}</style>",
    "]]><a href='javascript:window.ran=1'>x</a>",
)


@pytest.fixture
def door(small: Path) -> Iterator[Door]:
    """The server as an application, over the small catalogue."""
    made = application(small, watch=False)
    yield made
    made.close()


@pytest.fixture
def client(door: Door) -> TestClient:
    """Somebody who asks it."""
    return TestClient(door, base_url="http://films.example", follow_redirects=False)


def hostile_statements() -> list[Statement]:
    """Films whose every text is an attack, remade as each other."""
    said = []
    for n, text in enumerate(HOSTILE):
        subject = f"wikidata:Q{880000 + n}"
        evidence = (Evidence("wikidata", f"Q{880000 + n}", text, quote=text, url="javascript:window.ran=1"),)
        for predicate, target in (
            (Predicate.TYPE, Target("film")),
            (Predicate.TITLE, Target(text)),
            (Predicate.ORIGINAL_TITLE, Target(f"{text} original")),
            (Predicate.YEAR, Target(year=1990 + n)),
            (Predicate.COUNTRY, Target(text)),
            (Predicate.LANGUAGE, Target(text)),
            (Predicate.GENRE, Target(text)),
            (Predicate.DIRECTOR, Target(text, id="wikidata:Q890000")),
            (Predicate.CAST_MEMBER, Target(text)),
            (Predicate.TRAILER, Target("javascript:window.ran=1")),
            (Predicate.DEPICTS, Target(text, "event")),
            (Predicate.BASED_ON, Target(f"{text} book", "novel", text)),
        ):
            said.append(Statement(subject=subject, predicate=predicate, target=target, evidence=evidence))
        if n:
            above = Target(HOSTILE[0], "film", None, 1990, "wikidata:Q880000")
            said.append(
                Statement(subject=subject, predicate=Predicate.REMAKE_OF, target=above, evidence=evidence, kind=text)
            )
    return said


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue in which every text is an attack."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.basedon"
    build(path, [hostile_statements()])
    return path
