"""The gold labels: films whose story basis or original is known, read from `gold/` and never used as facts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from basedon.model.verdict import Basis
from basedon.model.work import RemakeKind

GOLD = Path(__file__).parent / "gold"
FILES = ("basis.tsv", "lineage.tsv", "films.tsv", "sentences.tsv")


TRUE = (Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS)
FICTION = (Basis.ADAPTATION, Basis.ORIGINAL)


class Film(Struct, frozen=True):
    """A film as a label names it."""

    title: str
    year: int
    page: str
    family: str

    @property
    def label(self) -> str:
        """Title and year."""
        return f"{self.title} ({self.year})"


class BasisLabel(Struct, frozen=True):
    """The story basis of a film."""

    film: Film
    basis: Basis


class RemakeLabel(Struct, frozen=True):
    """That one film remakes another."""

    remake: Film
    original: Film
    kind: RemakeKind


def bases() -> list[BasisLabel]:
    """The labels of `basis.tsv`."""
    return [BasisLabel(film(row), Basis(row["basis"])) for row in rows("basis.tsv")]


def remakes() -> list[RemakeLabel]:
    """The labels of `lineage.tsv`."""
    return [
        RemakeLabel(film(row), film(row, "remake_of_"), row["kind"])  # type: ignore[arg-type]
        for row in rows("lineage.tsv")
    ]


def film(row: dict[str, str], prefix: str = "") -> Film:
    """The film in the columns that begin with a prefix."""
    return Film(row[f"{prefix}title"], int(row[f"{prefix}year"]), row[f"{prefix}page"], row["family"])


def films() -> list[Film]:
    """Every film that any label names, each once."""
    named = [label.film for label in bases()]
    for label in remakes():
        named += [label.remake, label.original]
    return list(dict.fromkeys(named))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one gold file."""
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def digest() -> str:
    """The SHA-256 of the gold files, one after the other."""
    return sha256(b"".join((GOLD / name).read_bytes() for name in FILES)).hexdigest()
