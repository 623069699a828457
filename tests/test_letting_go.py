"""A catalogue that was asked, searched and checked with is let go of when it is closed: a server replaces many."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from basedon import answering, checking, explaining
from basedon.catalogue.catalogue import Catalogue
from basedon.factcheck.facts import KEPT, Held


def used(path: Path) -> weakref.ref[Catalogue]:
    """A catalogue that did all that one can do, closed."""
    catalogue = Catalogue(path)
    (title,) = catalogue.query("SELECT title FROM works ORDER BY work")[0]
    answering.film(catalogue, title)
    answering.search(catalogue, title[:4])
    for question in (f"who directed {title}", "films based on true stories", f"films by the director of {title}"):
        answering.ask(catalogue, question)
    checking.check(catalogue, f"# {title}\n\n{title} was directed by Joan Nobody in 1999.")
    explaining.explain(catalogue, title)
    catalogue.close()
    return weakref.ref(catalogue)


def test_nothing_holds_a_closed_catalogue(small: Path) -> None:
    gone = used(small)
    gc.collect()
    assert gone() is None


def test_what_is_known_of_films_is_begun_anew_when_it_is_full(small: Path) -> None:
    with Catalogue(small) as catalogue:
        held = Held(catalogue)
        read = held._kept
        for number in range(KEPT + 3):
            assert held.once("number", number, lambda n: n) == number
        assert held._kept is not read
        assert len(read) == KEPT + 1
