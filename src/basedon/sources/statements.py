"""The user's own statements: a CSV or TSV file, one statement a row, which are believed before every other source.

The film: `id` (Q…, tt…, `wikipedia:PAGE`, or the address of one), or `title` and `year`, or all three. A row with title
and year alone goes with the film of that title and year to which another row gives an id.
What is said of it: `relation`, `denied`, `hedge` and `kind`; a row without a relation only names its film.
What that points to: `target` (a title, a name, a plain value), `type`, `creator`, `target_year`, `target_id`.
Where it was read: `source` (in free words), `url`, `locator`, `quote` and `date`.
The closed lists are those of the model, and stand in docs/statements.md. A row that is not of this form is an issue,
which names the row and its columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from basedon.errors import BadFile
from basedon.identity.titles import normal
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.columns import Form, lines, shown, table, tsv
from basedon.sources.statements_row import SAID, SOURCE, Said, understood

HINT = "docs/statements.md describes the columns"

_READ = ("source", "url", "locator", "quote", "date")
FORMS = (
    Form(("relation", "title", "year"), ("id", *SAID, *_READ)),
    Form(("relation", "id"), ("title", "year", *SAID, *_READ)),
)
ENDINGS = frozenset({".csv", ".tsv", ".tab"})
PACKED = frozenset({".gz", ".bz2", ".zst"})


def read(path: Path) -> Iterator[Record | Issue]:
    """An issue for each row that can't be taken, and a record for each film, in the order of the file.

    Raises BadFile where the file can't be read, has other columns, or holds no row that can be taken.
    """
    name = path.name.encode("utf-8", "backslashreplace").decode()
    plain = Path(name).with_suffix("") if Path(name).suffix.lower() in PACKED else Path(name)
    if plain.suffix.lower() not in ENDINGS:
        raise BadFile(f"{name}: statements stand in a .csv or .tsv file; {HINT}")
    taken: list[Said] = []
    issues: list[Issue] = []
    given = lines(path, separated if plain.suffix.lower() == ".csv" else tsv)
    for row in table(SOURCE, name, given, FORMS, HINT, ragged=True):
        one = row if isinstance(row, Issue) else understood(row, name)
        if isinstance(one, Issue):
            issues.append(one)
        else:
            taken.append(one)
    films, doubtful = by_film(taken)
    for one in doubtful:
        says = f"row {one.row}, id: is empty, and the file has several films {shown(one.title or '')} of {one.year}"
        issues.append(Issue(SOURCE, f"{name}, row {one.row}", "ambiguous", says))
    if not films:
        raise BadFile(f"{name}: no row can be taken: {issues[0].says}")
    yield from issues
    for film, rows in films.items():
        yield record(f"{plain.stem}#{film}", rows)


def separated(header: bytes) -> dict[str, Any]:
    """How a CSV file is written: with semicolons where people write decimals with a comma."""
    return {"delimiter": ";" if b";" in header and b"," not in header else ","}


def by_film(taken: Iterable[Said]) -> tuple[dict[str, list[Said]], list[Said]]:
    """The rows of each film by its key in the file, and rows whose title and year are those of several."""
    films: dict[str, list[Said]] = defaultdict(list)
    doubtful = []
    named: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for one in taken:
        if one.id and one.title and one.year:
            named[normal(one.title), one.year].add(one.id)
    for one in taken:
        title = normal(one.title or "")
        known = {one.id} if one.id else named.get((title, one.year), {f"{title}-{one.year}"})
        if len(known) > 1:
            doubtful.append(one)
        else:
            films[min(known).removeprefix("wikidata:").removeprefix("imdb:").replace(" ", "_")].append(one)
    return films, doubtful


def record(film: str, rows: Iterable[Said]) -> Record:
    """All that the rows of one film say: first which film it is, each thing once, then what is said of it."""
    subject = f"{SOURCE}:{film}"
    names: dict[tuple[Predicate, Target], Statement] = {}
    said: list[Statement] = []
    for one in rows:
        own_row = (Evidence(SOURCE, film, f"row {one.row}"),)
        for predicate, target in (
            (Predicate.SAME_AS, Target(id=one.id)),
            (Predicate.TITLE, Target(one.title)),
            (Predicate.YEAR, Target(year=one.year)),
        ):
            if target != Target() and (predicate, target) not in names:
                statement = Statement(subject=subject, predicate=predicate, target=target, evidence=own_row)
                names[predicate, target] = statement
        if one.statement:
            place = replace(one.statement.evidence[0], record=film)
            said.append(replace(one.statement, subject=subject, evidence=(place,)))
    return Record(subject, (*names.values(), *said))
