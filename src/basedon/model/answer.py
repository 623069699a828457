"""Answers: what a question gives, and what every form shows. Field names are the JSON contract."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from msgspec import Struct, structs

from basedon.errors import BadUsage
from basedon.model.finding import Finding as Finding
from basedon.model.reception import Reception
from basedon.model.trend import Trend
from basedon.model.verdict import Basis
from basedon.model.work import Remake, Work

SCHEMA = 1
"""The version of the JSON that answers are encoded as."""

QuestionKind = Literal[
    "true_story",
    "lineage",
    "origin",
    "filmography",
    "facts",
    "same_title",
    "reception",
    "tearjerkers",
    "moods",
    "trending",
    "listing",
]


class CatalogueStamp(Struct, frozen=True):
    """Which catalogue answered: its content's digest, and the day of the newest dump in it."""

    digest: str
    as_of: str


class SourceInfo(Struct, frozen=True):
    """One source of a catalogue; `records` counts those of it that the catalogue holds."""

    name: str
    title: str
    licence: str
    address: str
    record_url: str | None
    as_of: str | None
    adds: str
    records: int


class CatalogueInfo(Struct, frozen=True):
    """What a catalogue holds: rows by table, sources, and the issues its build met by source and kind."""

    path: str
    digest: str
    as_of: str
    schema: int
    counts: dict[str, int]
    sources: tuple[SourceInfo, ...]
    issues: dict[str, int]


class Query(Struct, frozen=True):
    """What was asked for."""

    title: str
    year: int | None = None


class Story(Struct, frozen=True):
    """The story basis; `probability` is that the film dramatises or is inspired by real events, null when unknown."""

    basis: Basis
    probability: float | None
    summary: str
    findings: tuple[Finding, ...] = ()


class Origin(Struct, frozen=True):
    """Something that a work is based on."""

    type: str
    title: str | None
    creator: str | None = None
    year: int | None = None
    id: str | None = None


class Original(Struct, frozen=True):
    """The film that a film remakes; `id` is None where it is only known by name."""

    title: str
    year: int | None
    countries: tuple[str, ...]
    id: str | None


class Table(Struct, frozen=True):
    """A listing: column names, and rows of as many plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]

    def to_pandas(self) -> Any:
        """The listing as a pandas DataFrame; raises BadUsage where pandas is not installed."""
        return neighbour("pandas").DataFrame(list(self.rows), columns=list(self.columns))

    def to_polars(self) -> Any:
        """The listing as a Polars DataFrame."""
        rows = [list(row) for row in self.rows]
        return neighbour("polars").DataFrame(
            rows, schema=list(self.columns), orient="row", strict=False, infer_schema_length=None
        )


class Node(Struct, frozen=True):
    """What a place in a lineage holds: a film, or the book, event or person that it comes from."""

    type: str
    title: str
    year: int | None = None
    id: str | None = None
    original_title: str | None = None
    creator: str | None = None
    countries: tuple[str, ...] = ()


class Tree(Struct, frozen=True):
    """A place in a lineage: what it holds, how that relates to the place above (None for the root), its children."""

    work: Node
    relation: str | None = None
    children: tuple[Tree, ...] = ()

    def to_networkx(self) -> Any:
        """The lineage as a directed graph of networkx, from what came first to what came of it.

        Places go by their id, or by their number where they have none; raises BadUsage where networkx is not installed.
        """
        graph = neighbour("networkx").DiGraph()
        waiting: list[tuple[Tree, Any]] = [(self, None)]
        while waiting:
            held, above = waiting.pop(0)
            name = held.work.id if held.work.id and held.work.id not in graph else f"place {len(graph)}"
            graph.add_node(name, **structs.asdict(held.work))
            if above is not None:
                graph.add_edge(above, name, relation=held.relation)
            waiting += [(child, name) for child in held.children]
        return graph


class InNotebooks:
    """Shows itself in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        # by name, since a value knows no form; whoever shows one in a notebook has all of them
        html: str = import_module("basedon.forms.notebook").html(self)
        return html


class FilmAnswer(InNotebooks, Struct, frozen=True, kw_only=True):
    """Everything about one film; from `ask` also the question, the answer in a sentence or two, how the question was
    read, and what that answer rests on (`findings`; those of the story basis are the story's).
    """

    schema: int = SCHEMA
    found: bool = True
    query: Query
    catalogue: CatalogueStamp
    question: str | None = None
    kind: QuestionKind | None = None
    text: str | None = None
    read_as: str | None = None
    findings: tuple[Finding, ...] = ()
    work: Work | None
    story: Story | None = None
    based_on: tuple[Origin, ...] = ()
    remake_of: Original | None = None
    remakes: tuple[Remake, ...] = ()
    siblings: tuple[Remake, ...] = ()
    alternatives: tuple[Work, ...] = ()
    reception: Reception | None = None
    table: Table | None = None
    tree: Tree | None = None
    trend: Trend | None = None
    next_questions: tuple[str, ...] = ()


class Miss(InNotebooks, Struct, frozen=True, kw_only=True):
    """Nothing found: what comes nearest, and which sources would be needed where the catalogue holds none."""

    schema: int = SCHEMA
    found: bool = False
    query: Query
    catalogue: CatalogueStamp
    question: str | None = None
    kind: QuestionKind | None = None
    text: str
    read_as: str | None = None
    suggestions: tuple[Work, ...] = ()
    needs: tuple[str, ...] = ()


Answer = FilmAnswer | Miss


def neighbour(name: str) -> Any:
    """Another library; raises BadUsage, with how to get it, where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise BadUsage(f"{name} is not installed; `pip install {name}`") from error
