"""QuickStatements (version 1): "based on" links between items of Wikidata that Wikidata lacks, each with a reference.

A link is left out where a source denies or hedges it, where it runs both ways, where the later work goes on with the
earlier one, where it is no licensed remake or a new adaptation of the same book, and where no page can be named for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import End
from basedon.exports.edges import DOUBTFUL_KINDS, LINKING, NO_WORKS, Edge, all_edges
from basedon.model.evidence import Evidence
from basedon.model.statement import CONTINUES

BASED_ON, URL, IMPORTED_FROM, IMPORT_URL, RETRIEVED = "P144", "S854", "S143", "S4656", "S813"
EDITIONS = {"en.wikipedia.org": "Q328"}
"""Items of the Wikipedias that statements are imported from."""

FROM_FILM = ("film", "series")
UNFIT = (*DOUBTFUL_KINDS, "unofficial")
"""Kinds of remakes that Wikidata's editors may dispute."""

LONGEST_SUMMARY = 400
"""Letters; Wikidata keeps 500 of the summary of an edit."""

_ITEM = re.compile(r"Q[1-9][0-9]*")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_NUMBER = re.compile(r"[:,]? (?:part )?(?:[2-9]|1\d|i{2,3}|iv|vi{0,3}|ix|x)\b.*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_NO_SUMMARY = re.compile(r"[\x00-\x1f\x7f-\x9f|*\u2028\u2029]+")
"""What would end a line, a column or the comment; a bar is a tab to QuickStatements."""

Pair = tuple[str, str]


class Reference(Struct, frozen=True, order=True):
    """Where a link can be looked up; the lower its rank, the better."""

    rank: int
    url: str
    locator: str
    date: str = ""


class Link(Struct, frozen=True):
    """A link that may be sent, with the edge it was first told by."""

    edge: Edge
    references: list[Reference]


def pieces(catalogue: Catalogue) -> Iterator[str]:
    """The lines, sorted by item."""
    links, refused, going_on = sorted_out(catalogue)
    for pair in sorted(links, key=lambda pair: [int(item[1:]) for item in pair]):
        link = links[pair]
        if pair in refused or pair[::-1] in refused or pair[::-1] in links or not link.references:
            continue
        if link.edge.relation == "based_on" and link.edge.end.type in FROM_FILM and pair[0] in going_on:
            continue  # the infobox of a sequel names the film that its people are from
        # of an item that was never read nobody knows what it lacks
        if any(record == f"wikidata:{pair[0]}" for record, _ in catalogue.records(link.edge.start.number)):
            yield line(pair, link.edge, min(link.references))


def sorted_out(catalogue: Catalogue) -> tuple[dict[Pair, Link], set[Pair], set[str]]:
    """All links between items, the pairs that anything speaks against or that Wikidata has, the items of sequels."""
    links: dict[Pair, Link] = {}
    refused: set[Pair] = set()
    going_on: set[str] = set()
    for found in all_edges(catalogue):
        late, early = found.start.item, found.end.item
        if late and found.relation in CONTINUES and not found.placed.statement.denied:
            going_on.add(late)
        if not (late and early and _ITEM.fullmatch(late) and _ITEM.fullmatch(early)) or late == early:
            continue
        if plain(found):
            references = links.setdefault((late, early), Link(found, [])).references
            references += filter(None, map(reference, found.placed.statement.evidence))
        else:
            refused.add((late, early))
        if any(from_wikidata(read) for read in found.placed.statement.evidence):
            refused.add((late, early))
    return links, refused, going_on


def plain(found: Edge) -> bool:
    """Whether a source says without reserve that one work was made from the other."""
    said, early, late = found.placed.statement, found.end, found.start
    if found.relation not in LINKING or said.denied or said.hedge or early.type in NO_WORKS:
        return False
    if said.kind in UNFIT or found.placed.link in UNFIT or out_of_order(late, early):
        return False
    # "based on" an earlier film is said of sequels too: the build tells which are remakes
    return early.type not in FROM_FILM or found.placed.link is not None


def out_of_order(late: End, early: End) -> bool:
    """Whether the work that is said to come from the other came first, or has its title with a number behind it."""
    if late.year is not None and early.year is not None and late.year < early.year:
        return True
    ours, theirs = (_ARTICLE.sub("", (end.title or "").casefold()) for end in (late, early))
    return bool(theirs) and ours.startswith(theirs) and _NUMBER.fullmatch(ours[len(theirs) :]) is not None


def from_wikidata(read: Evidence) -> bool:
    """Whether Wikidata itself says it, maybe by way of a curated file."""
    return read.source == "wikidata" or (read.source == "curated" and read.locator.startswith("Wikidata:"))


def reference(read: Evidence) -> Reference | None:
    """The page where it was read, where there is one; what a contributor has from the press names only the film's."""
    try:
        parts = urlsplit(read.url or "")
    except ValueError:
        return None  # brackets or letters that no host has
    if parts.scheme not in ("http", "https") or not parts.netloc or from_wikidata(read):
        return None
    if read.source == "curated" and not read.locator.startswith("Wikipedia:"):
        return None
    rank = 0 if read.source == "wikipedia" else 1 if is_wikipedia(parts.netloc) else 2
    return Reference(rank, quote(read.url or "", safe=":/?#[]@!$&'()+,;=%~"), read.locator, read.date or "")


def is_wikipedia(host: str) -> bool:
    """Whether an address is a Wikipedia's."""
    return host == "wikipedia.org" or host.endswith(".wikipedia.org")


def line(pair: Pair, found: Edge, cited: Reference) -> str:
    """One command: the link, its reference, and what it says in words, which becomes the summary of the edit."""
    host = urlsplit(cited.url).netloc
    columns = [pair[0], BASED_ON, pair[1]]
    if is_wikipedia(host):
        columns += [IMPORTED_FROM, EDITIONS[host]] if host in EDITIONS else []
        columns += [IMPORT_URL, f'"{cited.url}"']
    else:
        columns += [URL, f'"{cited.url}"']
    day = retrieved(cited.date)
    columns += [RETRIEVED, day] if day else []
    return "\t".join(columns) + f" /* {summary(found, cited)} */\n"


def summary(found: Edge, cited: Reference) -> str:
    """The link in words and where in the page it stands, without what QuickStatements would read as more than words."""
    told = "remake of" if found.relation == "remake_of" else "based on"
    place = f" ({cited.locator})" if cited.rank == 0 else ""
    return _NO_SUMMARY.sub(" ", f"{label(found.start)}: {told} {label(found.end)}{place}")[:LONGEST_SUMMARY].strip()


def label(end: End) -> str:
    """Title and year."""
    title = (end.title or end.item or "")[: LONGEST_SUMMARY // 3]
    return f"{title} ({end.year})" if end.year else title


def retrieved(date: str) -> str | None:
    """A day, month or year as QuickStatements writes it with its precision."""
    match = _DAY.fullmatch(date)
    if not match:
        return None
    year, month, day = match.groups()
    return f"+{year}-{month or '00'}-{day or '00'}T00:00:00Z/{9 + bool(month) + bool(day)}"
