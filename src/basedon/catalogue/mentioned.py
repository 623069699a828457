"""The films that running text names: titles found in it, judged by their place, linked to the likeliest film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from basedon.catalogue.catalogue import Catalogue

AT_ONCE = 2048
"""Texts that are looked through together."""

LONGEST = 400_000
"""Characters that are looked through together, but for a text that is longer alone."""


class Mention(Struct, frozen=True, gc=False):
    """A film named in a text: where, and which it likeliest is; works go by their number in the catalogue."""

    start: int
    end: int
    text: str
    work: int
    others: tuple[int, ...]
    """Further films of that title, the likeliest first."""
    sure: float
    """How likely it is that film, from 0 to 1."""
    year: int | None
    """The year stated beside it."""


class Finder:
    """Finds the films of one catalogue in texts; built when first used."""

    def __init__(self, catalogue: Catalogue) -> None:
        from basedon.catalogue.mentioned_titles import Titles  # brings NumPy

        self.titles = Titles(catalogue)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The films that a text names, in order and without overlap."""
        return self._some([text])[0]

    def find_each(self, texts: Iterable[str]) -> Iterator[tuple[Mention, ...]]:
        """The films that each text names; much faster for many texts than one by one."""
        some: list[str] = []
        held = 0
        for text in texts:
            some.append(text)
            held += len(text)
            if held >= LONGEST or len(some) >= AT_ONCE:
                yield from self._some(some)
                some, held = [], 0
        yield from self._some(some)

    def _some(self, texts: list[str]) -> list[tuple[Mention, ...]]:
        """The films that each of some texts names; those of plain letters together, since they are read faster."""
        named: list[tuple[Mention, ...]] = [()] * len(texts)
        plain = [number for number, text in enumerate(texts) if text.isascii()]
        rest = [number for number, text in enumerate(texts) if not text.isascii()] if len(plain) < len(texts) else []
        for numbers in (plain, rest):
            if numbers:
                for number, mentions in self.titles.named([texts[n] for n in numbers]):
                    named[numbers[number]] = mentions
        return named
