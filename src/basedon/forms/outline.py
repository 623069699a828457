"""What an answer has to say, in order and in plain words; the card, the page and Markdown all follow it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from basedon.forms import audience
from basedon.forms.plain import LONGEST_TITLE, clean, credit, cut, link, names, page_of, percent, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Finding, Miss, Origin, Table
from basedon.model.verdict import HEADLINES, LABELS, Basis, Stance
from basedon.model.work import Remake, Work

STANCES: dict[Stance, str] = {"for": "For", "against": "Against", "context": "Context"}
SIGNS: dict[Stance, str] = {"for": "+", "against": "-", "context": "~"}
"""Said beside colour, never by colour alone."""

_FILM = ("evidence", "comes_from", "remakes", "siblings", "reception", "table", "alternatives", "next")
_LISTING = ("table", "alternatives", "next")
PARTS: dict[str | None, tuple[str, ...]] = {
    None: _FILM,
    "true_story": ("evidence", "comes_from", "remakes", "siblings", "alternatives", "next"),
    "lineage": ("tree", "evidence", "alternatives", "next"),
    "origin": ("comes_from", "evidence", "siblings", "alternatives", "next"),
    "facts": ("evidence", "table", "alternatives", "next"),
    "reception": ("reception", "evidence", "table", "alternatives", "next"),
    "trending": ("table", "asked", "reception"),
}
"""What each kind of answer shows, in order; the kinds that are not here are listings."""


class Line(Struct, frozen=True):
    """One line of a list: the thing itself, what is worth knowing of it, and where it leads."""

    title: str
    note: str = ""
    url: str | None = None


class Section(Struct, frozen=True):
    """A headed part of an answer: its lines, or by its `name` the evidence, table or tree, which each form draws."""

    name: str
    heading: str
    lines: tuple[Line, ...] = ()


def headline(answer: Answer) -> str:
    """What the answer is about: the question, or the film."""
    if answer.question:
        return sentence(answer.question)
    if isinstance(answer, FilmAnswer) and answer.work:
        return titled(answer.work.title, answer.work.year)
    return titled(answer.query.title, answer.query.year)


def lead(answer: Answer) -> tuple[str, str]:
    """The answer itself, and what is to be said beside it: the story's summary unless the answer says it already."""
    text, story = sentence(answer.text or ""), getattr(answer, "story", None)
    if story is None or (text and answer.kind not in (None, "true_story")):
        return text, ""
    summary = sentence(story.summary)
    if text:
        return text, "" if summary in text or text in summary else summary
    verdict = HEADLINES[story.basis]
    begun = summary.casefold().startswith(verdict.partition(",")[0].casefold())
    return summary if begun else f"{verdict}. {summary}".strip(), ""


def basis(answer: Answer) -> Basis | None:
    """The story basis, where that is what the answer tells."""
    told = isinstance(answer, FilmAnswer) and answer.story and answer.kind in (None, "true_story")
    return answer.story.basis if told and isinstance(answer, FilmAnswer) and answer.story else None


def likelihood(answer: Answer) -> str:
    """The story basis in a word, and the probability as a sentence where there is one."""
    known = basis(answer)
    if known is None or not isinstance(answer, FilmAnswer) or answer.story is None:
        return ""
    label = LABELS[known].capitalize()
    if answer.story.probability is None:
        return "" if known is Basis.UNKNOWN else label
    return f"{label}, {percent(answer.story.probability)} likely to tell or be inspired by real events"


def about(work: Work) -> list[str]:
    """The film in a line or two: what and where from; who made it and who is in it."""
    other = cut(clean(work.original_title or ""), LONGEST_TITLE)
    facts = [
        "" if other == titled(work.title) else other,
        "series" if work.type == "series" else "",
        *map(names, (work.countries, work.languages, work.genres)),
    ]
    people = [("Directed by", work.directors), ("With", work.cast)]
    credits_ = [credit(how, [person.name for person in persons]) for how, persons in people]
    lines = (" · ".join(part for part in parts if part) for parts in (facts, credits_))
    return [line for line in lines if line]


def findings(answer: Answer) -> list[Finding]:
    """The evidence that bears on what was asked: for, against, then context."""
    if not isinstance(answer, FilmAnswer):
        return []
    told = answer.findings or (answer.story.findings if answer.story and answer.kind in (None, "true_story") else ())
    order = list(STANCES)
    return sorted(told, key=lambda f: order.index(f.stance))


def sections(answer: Answer) -> list[Section]:
    """The parts that have something in them, in the order that this kind of answer is best told in."""
    if isinstance(answer, Miss):
        near = tuple(_work(work) for work in answer.suggestions)
        needed = tuple(Line(clean(source)) for source in answer.needs)
        both = Section("suggestions", "Did you mean", near), Section("needs", "Needs a catalogue that holds", needed)
        return [section for section in both if section.lines]
    names_ = PARTS.get(answer.kind, _LISTING)
    if answer.kind == "lineage" and answer.tree is None:
        names_ = PARTS["true_story"]
    found = {section.name: section for section in _all(answer)}
    return [found[name] for name in names_ if name in found]


def table(answer: Answer) -> Table | None:
    """The table as it is shown: of a week's list, the columns that fit."""
    if not isinstance(answer, FilmAnswer):
        return None
    return audience.listed(answer.trend) if answer.trend else answer.table


def lines(told: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """Headed lines as a section has them."""
    return tuple(Line(title, note) for title, note in told if note)


def _all(answer: FilmAnswer) -> list[Section]:
    title = titled(answer.work.title) if answer.work else titled(answer.query.title)
    lists = [
        Section("comes_from", "Comes from", _comes_from(answer)),
        Section("remakes", "Remakes", tuple(map(_remake, answer.remakes))),
        Section("siblings", "From the same source", tuple(map(_remake, answer.siblings))),
        Section("reception", "Reception", lines(audience.received(answer.reception) if answer.reception else ())),
        Section("asked", "What people will ask", lines(audience.asked(answer.trend) if answer.trend else ())),
        Section("alternatives", f"Also called {title}", tuple(map(_work, answer.alternatives))),
        Section("next", "Ask next", tuple(Line(sentence(question)) for question in answer.next_questions)),
    ]
    drawn = [
        ("evidence", "Evidence", bool(findings(answer))),
        ("table", "List", bool(answer.table and answer.table.rows)),
        ("tree", "Lineage", answer.tree is not None),
    ]
    return [s for s in lists if s.lines] + [Section(name, heading) for name, heading, there in drawn if there]


def _comes_from(answer: FilmAnswer) -> tuple[Line, ...]:
    above = answer.remake_of
    first = []
    if above:
        note = ", ".join(part for part in ("the film it remakes", names(above.countries)) if part)
        first = [Line(titled(above.title, above.year), note, page_of(above.id))]
    others = [
        o for o in answer.based_on if not (above and o.type == "film" and (o.id, o.title) == (above.id, above.title))
    ]
    return (*first, *map(_origin, others))


def _origin(origin: Origin) -> Line:
    kind = clean(origin.type).replace("other", "work")
    maker = credit("by", [origin.creator or ""])
    if origin.title is None:
        article = "an" if kind[:1] in "aeiou" else "a"
        return Line(f"{article} {kind}" if kind else "a work", maker, page_of(origin.id))
    return Line(titled(origin.title, origin.year), f"{kind} {maker}".strip(), page_of(origin.id))


def _remake(remake: Remake) -> Line:
    kind = "" if remake.kind == "unknown" else remake.kind
    other = "" if remake.original_title in (None, remake.title) else titled(remake.original_title or "")
    note = ", ".join(part for part in (other, names(remake.countries), kind) if part)
    return Line(titled(remake.title, remake.year), note, page_of(remake.id))


def _work(work: Work) -> Line:
    kind = "series" if work.type == "series" else ""
    return Line(
        titled(work.title, work.year), ", ".join(p for p in (names(work.countries), kind) if p), page_of(work.id)
    )


def value_of(value: Any) -> str:
    """A plain value as a reader wants it; what is nested within lists goes on the same line."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, dict):
        return ", ".join(f"{words(key)} {value_of(part)}" for key, part in value.items() if value_of(part))
    if isinstance(value, (list, tuple)):
        return ", ".join(part for part in map(value_of, value[:10]) if part)
    return sentence(str(value))


def words(name: str) -> str:
    """A name out of data as words: `tear_rate` as `tear rate`."""
    return sentence(str(name)).replace("_", " ")


def mend(answer: Answer) -> tuple[str, str | None]:
    """Where an error is to be mended: the record behind the first finding, and its address."""
    told = answer.story.findings if isinstance(answer, FilmAnswer) and answer.story else ()
    first = next(iter(findings(answer) or told), None)
    if first is None:
        return "", None
    return f"Wrong? Mend the record: {read_at(first)}", link(first.url)


def read_at(finding: Finding) -> str:
    """Where a finding was read: the source, and the place in it."""
    return ", ".join(part for part in (clean(finding.source), cut(clean(finding.locator), LONGEST_TITLE)) if part)


def stamp(answer: Answer) -> str:
    """Which catalogue answered."""
    made = f", as of {clean(answer.catalogue.as_of)}" if answer.catalogue.as_of else ""
    return f"Catalogue {clean(answer.catalogue.digest)[:8]}{made}"
