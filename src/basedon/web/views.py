"""An answer as a page tells it: every text cleaned, every film with the address of its page here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.forms import audience, graph, outline, plot
from basedon.forms.plain import clean, credit, link, names, page_of, percent, sentence, titled
from basedon.forms.svg import svg
from basedon.model.answer import Answer, FilmAnswer, Finding, Origin, Table
from basedon.model.reception import Reception
from basedon.model.verdict import HEADLINES, LABELS, Basis
from basedon.model.work import Remake, Work
from basedon.questions.makers import Maker
from basedon.web.addresses import path_of, path_of_work, place_of

SIDES = {"for": "Says that it is true", "against": "Says that it is not", "context": "Beside that"}
LONE = {"for": "The evidence", "against": "The evidence", "context": "The evidence"}
MOST_OF_A_MAKER = 12
"""Films of a maker on each side that a page shows, those nearest in time."""
WIDEST_DRAWING = 80
"""Places that a drawing can hold and be read; larger lineages are told as a list alone."""


class Item(Struct, frozen=True):
    """One line that leads somewhere: a film, a book, a person."""

    label: str
    note: str = ""
    href: str | None = None
    here: bool = False


class Said(Struct, frozen=True):
    """One finding: what is said, in which words, and where it stands."""

    says: str
    quote: str
    place: str
    href: str | None


class Side(Struct, frozen=True):
    """The findings of one side."""

    stance: str
    heading: str
    said: tuple[Said, ...]


class Verdict(Struct, frozen=True):
    """The answer to "is it based on a true story?"."""

    basis: str
    headline: str
    label: str
    summary: str
    likely: str
    percent: float | None


class Branch(Struct, frozen=True):
    """One place of a lineage as a list: `depth` steps in."""

    depth: int
    relation: str
    item: Item


class Films(Struct, frozen=True):
    """Somebody's other films."""

    name: str
    href: str | None
    earlier: tuple[Item, ...]
    beside: tuple[Item, ...]
    later: tuple[Item, ...]
    more: int


class Cell(Struct, frozen=True):
    """One cell of a table."""

    text: str
    href: str | None = None
    number: bool = False


def work_item(work: Work) -> Item:
    """A film as a line."""
    kind = "series" if work.type == "series" else ""
    makers = credit("by", [person.name for person in work.directors[:2]])
    note = " · ".join(part for part in (names(work.countries, 3), kind, makers) if part)
    return Item(titled(work.title, work.year), note, path_of_work(work))


def remake_item(remake: Remake) -> Item:
    """A remake as a line."""
    other = "" if remake.original_title in (None, remake.title) else titled(remake.original_title or "")
    kind = "" if remake.kind == "unknown" else clean(remake.kind)
    note = " · ".join(part for part in (other, names(remake.countries, 3), kind) if part)
    return Item(titled(remake.title, remake.year), note, path_of(remake.id, remake.title))


def origin_item(origin: Origin) -> Item:
    """What a film comes from as a line: a film of this catalogue leads to its page, others elsewhere."""
    kind = clean(origin.type).replace("other", "work")
    maker = credit("by", [origin.creator or ""])
    film = origin.type in ("film", "series") and origin.id
    href = path_of(origin.id, origin.title or "") if film and origin.id else page_of(origin.id)
    if origin.title is None:
        return Item(f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}", maker, href)
    return Item(titled(origin.title, origin.year), f"{kind} {maker}".strip(), href)


def verdict(answer: FilmAnswer) -> Verdict | None:
    """The verdict of a film."""
    story = answer.story
    if story is None:
        return None
    headline = HEADLINES[story.basis]
    likely = "" if story.probability is None else percent(story.probability)
    summary = sentence(story.summary)
    if summary.startswith((f"{headline}.", f"{headline}:")):
        summary = summary[len(headline) + 1 :].strip()
    label = "" if story.basis is Basis.UNKNOWN else LABELS[story.basis].capitalize()
    share = None if story.probability is None else round(min(max(story.probability, 0.01), 0.99) * 100, 1)
    return Verdict(story.basis.value, headline, label, summary, likely, share)


def sides(findings: Sequence[Finding]) -> list[Side]:
    """Evidence by side: for, against, beside; each thing said once, with every place where it was read."""
    found = []
    sided = any(finding.stance != "context" for finding in findings)
    for stance in outline.STANCES:
        said = tuple(
            Said(sentence(f.says), sentence(f.quote) if f.quote else "", outline.read_at(f), link(f.url))
            for f in findings
            if f.stance == stance
        )
        if said:
            found.append(Side(stance, (SIDES if sided else LONE)[stance], said))
    return found


def branches(answer: Answer) -> list[Branch]:
    """The lineage as a list."""
    if not isinstance(answer, FilmAnswer) or answer.tree is None:
        return []
    film = graph.asked(answer)
    return [
        Branch(
            place.depth,
            place.relation,
            Item(place.label, place.note, place_of(place.node), film is not None and place.node.id == film),
        )
        for place in graph.places(answer.tree)
    ]


def drawing(answer: Answer) -> str:
    """The lineage as a drawing whose places lead to their pages; empty where there is nothing to draw."""
    held = len(branches(answer))
    return svg(answer, leads=place_of, styled=False) if 1 < held <= WIDEST_DRAWING else ""


def films_of(maker: Maker) -> Films:
    """A maker's other films as lists."""
    earlier, later = maker.earlier[-MOST_OF_A_MAKER:], maker.later[:MOST_OF_A_MAKER]
    more = len(maker.earlier) + len(maker.later) - len(earlier) - len(later)
    return Films(
        clean(maker.person.name),
        page_of(maker.person.id),
        tuple(map(_short, earlier)),
        tuple(map(_short, maker.beside[:MOST_OF_A_MAKER])),
        tuple(map(_short, later)),
        more,
    )


def _short(work: Work) -> Item:
    return Item(titled(work.title, work.year), names(work.countries, 2), path_of_work(work))


def facts(work: Work, catalogue: Catalogue) -> list[tuple[str, list[Item]]]:
    """The plain facts of a film by name, each with where it leads."""
    pages = [
        Item("Wikidata", href=page_of(f"wikidata:{work.ids.wikidata}")) if work.ids.wikidata else None,
        Item("IMDb", href=page_of(f"imdb:{work.ids.imdb}")) if work.ids.imdb else None,
        Item("Wikipedia", href=link(catalogue.url("wikipedia", work.ids.wikipedia))) if work.ids.wikipedia else None,
    ]
    trailer = link(work.trailer)
    told: list[tuple[str, Iterable[Item | None]]] = [
        ("Directed by", [Item(clean(p.name), href=page_of(p.id)) for p in work.directors[:6]]),
        ("With", [Item(clean(p.name), href=page_of(p.id)) for p in work.cast[:6]]),
        ("Released", [Item(str(work.year))] if work.year else []),
        ("Country", [Item(clean(name)) for name in work.countries[:6]]),
        ("Language", [Item(clean(name)) for name in work.languages[:6]]),
        ("Genre", [Item(clean(name)) for name in work.genres[:6]]),
        ("Trailer", [Item("watch", href=trailer)] if trailer else []),
        ("Elsewhere", pages),
    ]
    return [(name, shown) for name, items in told if (shown := [item for item in items if item and item.label])]


def table(given: Table) -> tuple[list[str], list[list[Cell]]]:
    """A table with its films leading to their pages; ids that only serve for that are left out."""
    columns = list(given.columns)
    ids = {name: columns.index(name) for name in ("wikidata", "imdb", "id") if name in columns}
    title = columns.index("title") if "title" in columns else columns.index("film") if "film" in columns else None
    told = [n for n in range(len(columns)) if any(row[n] is not None for row in given.rows)]
    shown = [n for n in told if columns[n] not in ids and columns[n]]
    rows = []
    for row in given.rows:
        id_ = next((str(row[n]) for n in ids.values() if row[n]), "")
        href = path_of(id_, str(row[title])) if title is not None and id_ else None
        rows.append(
            [
                Cell(outline.value_of(row[n]), href if n == title else None, isinstance(row[n], (int, float)))
                for n in shown
            ]
        )
    return [outline.words(columns[n]) for n in shown], rows


def mend(answer: Answer) -> Item | None:
    """Where an error of the answer is to be mended."""
    says, url = outline.mend(answer)
    return Item(says.removeprefix("Wrong? Mend the record: "), href=url) if says else None


def reception(told: Reception | None) -> list[tuple[str, str]]:
    """How a film was received, as headed lines."""
    lines = audience.received(told) if told and held(told) else ()
    return [line for line in lines if line[0] != "Weeks"]  # which the page draws


def held(reception: Reception) -> bool:
    """Whether there is more to tell than what is missing."""
    return bool(
        reception.ratings
        or reception.charts
        or reception.awards.won
        or reception.awards.nominated
        or reception.reactions
    )


def weeks(reception: Reception | None, label: str) -> str:
    """The weeks of a film in the Top 10 as a drawing whose style the page brings."""
    if not reception or not reception.charts:
        return ""
    return re.sub(r"<style>.*?</style>", "", plot.svg(reception.charts, label), flags=re.DOTALL)
