"""Wikipedia's dump of articles (pages-articles, the XML of MediaWiki's export), page by page: films and series.

Format: https://www.mediawiki.org/wiki/Help:Export. Left out by name: pages of other namespaces, redirects, and pages
that have no infobox of a film or series, unless (in English) they are filed among the films of one year and their lead
says that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from msgspec.structs import replace

from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.prose.wikitext import Node, Template, bare, parse, sections, template_name, templates
from basedon.sources.sayer import Sayer
from basedon.sources.wikipedia_boxes import BOXES, Box
from basedon.sources.wikipedia_film import Page, statements

LONGEST = 2_000_000
"""Characters of a page's text: Wikipedia saves none that is longer than two megabytes."""

LONGEST_LEAD = 200_000
"""Characters before the first heading that are read, the infobox among them."""

_PAGE, _END = b"<page>", b"</page>"
_TITLE = re.compile(rb"<title>([^<]{1,800})")
_FILED = (b" films]]", b" films|")
_CATEGORY = re.compile(r"\[\[\s*category\s*:\s*([^\[\]|\n]{1,250})", re.IGNORECASE)
_IMDB = re.compile(r"\{\{\s*(imdb[^{}|\n]{0,20})\|([^{}\n]{1,400})\}\}", re.IGNORECASE)
_ID = re.compile(r"(?:(?:id|1)\s*=\s*)?(tt)?(\d{5,9})")
_OPENED = re.compile(r"\{\{([^{}|\[\]<>=]{3,60})(?=\||$)")
_BESIDE = frozenset({"infobox chinese", "infobox korean name", "infobox name module"})
"""Infoboxes that stand beside a film's, for its title in other scripts."""


def keep(piece: bytes, language: str | None = None) -> bool:
    """Whether a page may be about a film or series: a few searches in its bytes, in any language if none is given."""
    if any(needle.search(piece) for needle in _needles(language)):
        return True
    return language in ("en", None) and any(needle in piece for needle in _FILED)


def read(piece: bytes, language: str = "en") -> Iterator[Record | Issue]:
    """What the page of one piece (or each of several) says of its film or series; an issue for one that is damaged."""
    box, end = BOXES.get(language), 0
    source = "wikipedia" if language == "en" else f"wikipedia-{language}"
    while box is not None and (start := piece.find(_PAGE, end)) >= 0:
        found = piece.find(_END, start)
        end = found + len(_END) if found >= 0 else len(piece)
        page = piece[start:end]
        if not keep(page, language):
            continue
        try:
            # no entity can be declared in what begins at <page>, and so none can grow
            root = ElementTree.fromstring(page)  # noqa: S314
        except ElementTree.ParseError as error:
            yield Issue(source, _name(page), "bad page", str(error))
            continue
        name = " ".join((root.findtext("title") or "").split())
        text = root.findtext("revision/text") or ""
        if root.findtext("ns") != "0" or root.find("redirect") is not None or not name:
            continue
        said = Sayer(f"{source}:{name}", source, name)
        if len(text) > LONGEST:
            yield Issue(source, name, "bad page", f"its text is longer than {LONGEST:,} characters")
            continue
        cut = _cut(name, text, language, box)
        if isinstance(cut, str):
            yield Issue(source, name, "bad page", cut)
        elif cut is not None and (says := statements(cut, said)):
            yield Record(said.subject, tuple(says))


@cache
def _needles(language: str | None) -> tuple[re.Pattern[bytes], ...]:
    """What begins an infobox, a pattern for each first word, so that the search is for that word and fast."""
    boxes = [BOXES[language]] if language in BOXES else BOXES.values() if language is None else []
    words: dict[str, set[str]] = {}
    for name in (name for box in boxes for name in box.films | box.series):
        first, mark, rest = re.split(r"([ /]|$)", name, maxsplit=1)
        if rest:
            begin = re.escape(first[1:] if first.isascii() else first)  # the first letter is large or small
            words.setdefault(begin + mark.replace(" ", "[ _]+"), set()).add(re.escape(rest).replace(r"\ ", "[ _]+"))
        else:
            words.setdefault(r"\{\{\s*", set()).add(rf"{first}\s*\|")
    return tuple(re.compile(f"{first}(?i:{'|'.join(sorted(rest))})".encode()) for first, rest in sorted(words.items()))


def _name(page: bytes) -> str:
    """The name that a damaged page still shows."""
    title = _TITLE.search(page)
    return title[1].decode("utf-8", "replace") if title else "?"


def _cut(name: str, text: str, language: str, box: Box) -> Page | str | None:
    """A page cut to what is read of it; the reason why it can't be; None where it is about something else."""
    text = bare(text)
    (_, opening), *rest = sections(text)
    opening = opening[:LONGEST_LEAD]
    lead = parse(opening)
    found = _infobox(lead, box)
    if found is not None and found.name not in box.films | box.series:
        return None
    if found is None:
        opened = {template_name(begun[1]) for begun in _OPENED.finditer(opening)}
        if not opened.isdisjoint(box.films | box.series):
            return "its infobox does not end"
        if language != "en":
            return None
    filed = [" ".join(link[1].replace("_", " ").split()) for link in _CATEGORY.finditer(text)]
    page = Page(name, language, lead, rest, list(dict.fromkeys(filed)), _imdb(text, box))
    return replace(page, cells=box.cells(found), on_television=found.name in box.series) if found else page


def _infobox(lead: list[Node], box: Box) -> Template | None:
    """The first infobox of a lead, which may stand in another template."""
    for node in templates(lead):
        for each in (node, *(inner for arg in node.args for inner in templates(arg))):
            if each.name in box.films or each.name in box.series:
                return each
            if each.name.startswith("infobox") and each.name not in _BESIDE:
                return each
    return None


def _imdb(text: str, box: Box) -> list[tuple[str, str]]:
    """IMDb's ids of titles that a page links to, and the titles it gives them."""
    found = []
    for link in _IMDB.finditer(text):
        args = [arg.strip() for arg in link[2].split("|")]
        ids = [match for arg in args if (match := _ID.fullmatch(arg))]
        template = template_name(link[1])
        if template not in box.imdb or not ids:
            continue
        if template == "imdb" and not ids[0][1] and args[0].lower() not in ("film", "titolo"):
            continue  # a person's page
        others = (arg.removeprefix("title").lstrip(" =") for arg in args if not _ID.fullmatch(arg))
        found.append((f"tt{ids[0][2]:0>7}", next(others, "")))
    return found
