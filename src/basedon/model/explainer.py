"""A draft explainer of one film: sentences, each with the numbers of the sources that it rests on."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.answer import SCHEMA, CatalogueStamp, FilmAnswer, Query
from basedon.model.verdict import Basis
from basedon.model.work import Work


class Cited(Struct, frozen=True):
    """One sentence, and the numbers of its sources; none where it only tells what the catalogue doesn't hold."""

    text: str
    sources: tuple[int, ...] = ()


class Part(Struct, frozen=True):
    """A headed part of the text, in paragraphs of sentences."""

    name: str
    heading: str
    paragraphs: tuple[tuple[Cited, ...], ...]


class NumberedSource(Struct, frozen=True):
    """Where something was read: which source and which place in it."""

    number: int
    source: str
    locator: str
    url: str | None = None


class Explainer(Struct, frozen=True, kw_only=True):
    """A draft explainer; `answer` is what it was made of."""

    schema: int = SCHEMA
    found: bool = True
    query: Query
    catalogue: CatalogueStamp
    work: Work
    basis: Basis
    headline: str
    standfirst: str
    sections: tuple[Part, ...]
    sources: tuple[NumberedSource, ...]
    answer: FilmAnswer
