"""The works under a title, found by a number for the title's key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from basedon.catalogue import titled as titled_
from basedon.catalogue.joining import Joined
from basedon.catalogue.titled import Titled
from basedon.model.statement import Predicate, Statement, Target

Say = Callable[..., Statement]
Film = Callable[..., list[Statement]]
Index = Callable[[Joined], Titled]

ONE, TWO, THREE = "wikidata:Q1", "wikidata:Q2", "wikidata:Q3"


@pytest.fixture
def lamps(say: Say, film: Film, joined: Callable[..., Joined]) -> Joined:
    """Two films called The Lamp, one of them also Akari, and a Ferry."""
    return joined(
        [
            *film(TWO, "The Lamp", 1962),
            *film(THREE, "Ferry", 1970),
            *film(ONE, "The Lamp", 1950),
            say(ONE, Predicate.ALSO_CALLED, Target("灯")),
        ]
    )


@pytest.mark.parametrize("keys", [None, len, lambda _: 7, lambda _: 2**64 - 1])
@pytest.mark.parametrize(
    ("title", "found"),
    [("lamp", [ONE, TWO]), ("deng", [ONE]), ("ferry", [THREE]), ("lump", []), ("The Lamp", []), ("", [])],
)
def test_the_works_of_a_title_in_order(
    lamps: Joined,
    titled: Index,
    monkeypatch: pytest.MonkeyPatch,
    keys: Callable[[str], int] | None,
    title: str,
    found: list[str],
) -> None:
    """Also where texts share their number, all of them or some."""
    if keys:
        monkeypatch.setattr(titled_, "key", keys)
    assert titled(lamps).get(title) == found


def test_without_works_no_title_is_found(joined: Callable[..., Joined], titled: Index) -> None:
    assert titled(joined()).get("lamp") == []
