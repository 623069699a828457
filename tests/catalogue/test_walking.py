from __future__ import annotations

from collections.abc import Callable

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.walking import HOPS, down, up
from basedon.model.statement import Predicate, Statement, Target

Film = Callable[..., list[Statement]]
Say = Callable[..., Statement]
Holding = Callable[..., Catalogue]


def walked(held: Catalogue, id_: str, way: Callable[..., list[object]]) -> list[tuple[str, str, int]]:
    number = held.number(id_)
    assert number
    return [
        (held.work(link.derivative).title, held.work(link.original).title, link.depth)  # type: ignore[attr-defined]
        for link in way(held, number)
    ]


def test_remakes_of_remakes_the_nearest_first(held: Catalogue) -> None:
    found = walked(held, "Q900001", down)
    assert set(found[:2]) == {("Kandil", "The Lamp", 1), ("The Lamp", "The Lamp", 1)}
    assert found[2:] == [("La lámpara", "The Lamp", 2)]


def test_what_a_remake_of_a_remake_comes_from(held: Catalogue) -> None:
    assert walked(held, "curated:the-lamp#spain-1975", up) == [
        ("La lámpara", "The Lamp", 1),
        ("The Lamp", "The Lamp", 2),
    ]


@pytest.mark.parametrize("way", [down, up])
def test_a_cycle_ends(held: Catalogue, way: Callable[..., list[object]]) -> None:
    found = walked(held, "curated:round#uk", way)
    assert sorted(found, key=lambda link: link[2])[0][2] == 1
    assert {(one, other) for one, other, _ in found} == {
        ("Round", "La Ronde de nuit"),
        ("La Ronde de nuit", "Il giro"),
        ("Il giro", "Round"),
    }
    assert len(found) == 3


@pytest.mark.parametrize("way", [down, up])
def test_a_film_alone(held: Catalogue, way: Callable[..., list[object]]) -> None:
    assert walked(held, "Q900011", way) == []


def chain(film: Film, say: Say, length: int) -> list[Statement]:
    said = [s for n in range(length) for s in film(f"wikidata:Q{n:04}", f"Film {n}", 1900 + n)]
    return said + [
        say(f"wikidata:Q{n:04}", Predicate.REMAKE_OF, Target(id=f"wikidata:Q{n - 1:04}")) for n in range(1, length)
    ]


def test_hops_are_capped(holding: Holding, film: Film, say: Say) -> None:
    held = holding(chain(film, say, 20))
    assert [link.depth for link in down(held, 1)] == list(range(1, HOPS + 1))
    assert [link.depth for link in up(held, 20)] == list(range(1, HOPS + 1))
    assert len(down(held, 1, hops=2)) == 2
    assert len(up(held, 3, hops=99)) == 2


def test_a_tangle_is_walked_in_no_time(holding: Holding, film: Film, say: Say) -> None:
    """Sixty films of one year, each said to remake every other."""
    ids = [f"wikidata:Q{n:02}" for n in range(60)]
    said = [s for id_ in ids for s in film(id_, f"Film {id_}", 1990)]
    said += [say(one, Predicate.REMAKE_OF, Target(id=other)) for one in ids for other in ids if one != other]
    held = holding(said)
    found = down(held, 1)
    assert len(found) == 60 * 59
    assert {link.depth for link in found} == {1, 2}
