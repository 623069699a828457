"""An article's claims with their verdicts: sentence by sentence, each claim once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import structs

from basedon.factcheck import (
    claims_cast,
    claims_dates,
    claims_fame,
    claims_known,
    claims_others,
    claims_people,
    claims_places,
    claims_remade,
    claims_remakes,
    claims_stories,
)
from basedon.factcheck.article import Text
from basedon.factcheck.clause import Clause, Found
from basedon.factcheck.doubt import settled
from basedon.factcheck.facts import Held
from basedon.factcheck.mending import mend
from basedon.factcheck.naming import Named, named
from basedon.factcheck.ruling import Ruling
from basedon.factcheck.subjects import Reader, topic_of
from basedon.factcheck.verdicts import judge
from basedon.model.claim import Article, Checked, Claim, Mend, Review, Summary, Verdict
from basedon.prose import manner
from basedon.prose.markup import unmarked
from basedon.prose.patterns import compiled
from basedon.prose.sentences import split

LONGEST = 400_000
"""Characters of an article that are read."""

MOST = 2_000
"""Claims of one article."""

READERS: tuple[Callable[[Clause], Iterator[Found]], ...] = (
    claims_dates.read,
    claims_places.read,
    claims_people.read,
    claims_cast.read,
    claims_others.read,
    claims_remakes.read,
    claims_remade.read,
    claims_stories.read,
    claims_fame.read,
)
_UNSAID = compiled(
    r"\b(?:will|would|could|might|may|shall|should|rumou?rs?|rumou?red|reportedly|allegedly|supposedly"
    r"|apparently|perhaps|maybe|possibly"
    r"|hopes?|hoped|wish(?:es)?|plans?|planned|planning|announced|upcoming|in talks|in development|set to"
    r"|about to|attached to|optioned|been confirmed|on the cards|in the pipeline|on the way|being discussed"
    r"|is discussed"
    r"|there may be|there might be|no longer|joke)\b",
    case=False,
)
_IF = compiled(r"\b(?:if|whether|unless|imagine)\b[^,;]*$", case=False)
_DATED = compiled(r"^[\"'\x20]*\(\d{4}\)")
_ENDS = compiled(r"[;:]|, (?:but|and|while|yet|though) | - |\x{2013}|\x{2014}")


def review(held: Held, text: Text) -> Checked:
    """An article with its claims."""
    shown = text.text[:LONGEST]
    plain = unmarked(shown)
    body, heads = named_in(held, text, plain, shown)
    topic = topic_of(heads, body)
    reader = Reader(held, topic, bool(heads))
    known = claims_known.Known(held)
    claims: list[Claim] = []
    mends: list[Mend] = []
    at = 0
    for number, span in enumerate(split(plain)):
        here = at
        while here < len(body) and body[here].end <= span.end:
            here += 1
        inside = [one for one in body[at:here] if one.start >= span.start]
        at = here
        sentence = plain[span.start : span.end]
        first = not plain[: span.start].strip()
        heading = (first or "\n" in plain[max(0, span.start - 2) : span.start]) and not sentence.rstrip(
            " \"')"
        ).endswith((".", "!", "?", ":"))
        anew = "\n\n" in plain[max(0, span.start - 4) : span.start]
        clause = reader.clause(span, number, sentence, inside, heading, anew)
        if len(claims) < MOST:
            for found, ruling in rulings(held, clause, known):
                claim = as_claim(held, shown, clause, found, ruling)
                claims.append(claim)
                if ruling.verdict is Verdict.CONTRADICTED and found.value and ruling.correct is not None:
                    mends += mend(shown, clause.start, found, ruling)
                learn(reader, found, ruling)
                known.learn(
                    found if found.target or ruling.other is None else structs.replace(found, target=(ruling.other,)),
                    ruling.number,
                )
    claims.sort(key=lambda claim: (claim.start, claim.end, claim.type))
    return Checked(
        Review(
            article=Article(text.title, text.url, text.language),
            about=tuple(held.facts(number).work for number in about(held, topic, claims, heads)),
            claims=tuple(claims),
            summary=Summary(*(sum(claim.verdict is verdict for claim in claims) for verdict in Verdict)),
        ),
        shown,
        tuple(sorted(set(mends), key=lambda m: m.start)),
        text.raw,
    )


def named_in(held: Held, text: Text, plain: str, shown: str) -> tuple[list[Named], list[Named]]:
    """The films that the text names, and those that its headline names, which is judged with the text."""
    title = unmarked(text.title or "")
    begun = plain.lstrip(" \n")
    if not title or begun.startswith(title.strip()):
        body = named(held.catalogue, plain, shown)
        end = plain.find(title.strip()) + len(title) if title else 0
        return body, [one for one in body if one.end <= end]
    lead = title + "\n\n"
    every = named(held.catalogue, lead + plain, (text.title or "").ljust(len(title)) + "\n\n" + shown)
    heads = [one for one in every if one.end <= len(title)]
    moved = len(lead)
    return [
        structs.replace(one, start=one.start - moved, end=one.end - moved) for one in every if one.start >= moved
    ], heads


def rulings(held: Held, clause: Clause, known: claims_known.Known) -> Iterator[tuple[Found, Ruling]]:
    """The claims of a sentence, each with its ruling: read by wording first, then by what is known of its films."""
    if clause.text.rstrip("\"') ").endswith("?"):
        return
    done: list[tuple[Found, Ruling]] = []
    known_of_films = [
        (found, ruling)
        for found in known.read(clause)
        if (ruling := judge(held, found)) and ruling.verdict is not Verdict.UNVERIFIED
    ]
    for read in READERS:
        for found in read(clause):
            if unsaid(clause, found):
                continue
            ruling = judge(held, found)
            ruling = settled(held, clause, found, ruling) if ruling else None
            if ruling is None or any(same(found, ruling, *other) for other in done):
                continue
            if ruling.verdict is Verdict.CONTRADICTED and any(
                at_one_place(found, other) and (not found.sure or beside(held, clause, other))
                for other, _ in known_of_films
            ):
                continue
            done.append((found, ruling))
            if ruling.other is not None:
                done += [
                    (more, ruled)
                    for more in of_remake(clause, found, ruling.other)
                    if (ruled := judge(held, more)) and not any(same(more, ruled, *other) for other in done)
                ]
    for found, ruling in known_of_films:
        if not unsaid(clause, found) and not any(same(found, ruling, *other) for other in done):
            done.append((found, ruling))
    yield from done


def of_remake(clause: Clause, found: Found, number: int) -> Iterator[Found]:
    """What "remade in Turkey in 2019" says of the remake itself: where it was made, and when."""
    if found.place:
        yield structs.replace(found, type="country", works=(number,), stated=found.place, target=(), kind=None)
    if found.year:
        at = clause.text.find(str(found.year), found.start)
        value = (at, at + 4) if at >= 0 else None
        yield structs.replace(
            found, type="release_year", works=(number,), stated=found.year, target=(), kind=None, value=value
        )


def beside(held: Held, clause: Clause, found: Found) -> bool:
    """Whether the film of a claim is named or meant in the sentence, or one of its title is."""
    keys = held.facts(found.works[0]).keys
    return any(
        number in found.works or (keys & held.facts(number).keys and not _DATED.match(clause.shape[ref.end :]))
        for ref in clause.refs
        for number in ref.works
    )


def at_one_place(found: Found, other: Found) -> bool:
    """Whether two claims of one type read the same words."""
    if found.type != other.type or found.value is None or other.value is None:
        return False
    if found.creator and not other.creator:
        return False  # that the book is right says nothing of who is said to have written it
    return found.value[0] < other.value[1] and other.value[0] < found.value[1]


def unsaid(clause: Clause, found: Found) -> bool:
    """Whether the part of the sentence in which a claim stands speaks of plans, rumours or what might be."""
    start = 0
    for mark in _ENDS.finditer(clause.shape[: found.start]):
        start = mark.end()
    end = found.end
    if _IF.search(clause.shape[: found.start]):
        return True
    return _UNSAID.search(clause.shape[start:end]) is not None or manner.asked(clause.text, found.start)


def same(found: Found, ruling: Ruling, other: Found, ruled: Ruling) -> bool:
    """Whether two claims are one: of one film and type, and of one value or at one place."""
    if found.type != other.type:
        return False
    if found.value and found.value == other.value:
        return True
    if ruling.number != ruled.number:
        return False
    meets = found.start < other.end and other.start < found.end
    if meets and (found.type == "based_on" or (found.type == "has_remake" and "known" in (found.kind, other.kind))):
        return True
    if found.type in ("based_on_true_story",) or (found.type == "release_year" and found.stated == other.stated):
        return meets or found.stated == other.stated
    if found.target and other.target and set(found.target) & set(other.target):
        return True
    return str(found.stated).casefold() == str(other.stated).casefold()


def as_claim(held: Held, text: str, clause: Clause, found: Found, ruling: Ruling) -> Claim:
    """A claim as it is published, its offsets in the article's text."""
    start, end = clause.start + found.start, clause.start + max(found.end, found.value[1] if found.value else 0)
    if found.value:
        start = min(start, clause.start + found.value[0])
    end = min(end, clause.start + len(clause.text))
    if text[start:end].count("*") % 2:  # the mark that opens what the quote closes
        start -= text[start - 1 : start] == "*"
    return Claim(
        quote=text[start:end],
        start=start,
        end=end,
        type=found.type,
        subject=held.facts(ruling.number).work,
        stated=found.stated,
        verdict=ruling.verdict,
        correct=ruling.correct if ruling.verdict is Verdict.CONTRADICTED else None,
        findings=ruling.findings,
    )


def learn(reader: Reader, found: Found, ruling: Ruling) -> None:
    """What the article said: the years that "a year later" counts from, and what it calls a remake of what."""
    if found.type == "release_year":
        reader.anchor = int(found.stated)
    if ruling.other is not None:
        reader.made = ruling.other
        reader.around = (ruling.other, *reader.around)[:4]
    if found.type == "remake_of" and found.target and found.target[0] != ruling.number:
        reader.originals.setdefault(ruling.number, found.target[0])


def about(held: Held, topic: Sequence[int], claims: Sequence[Claim], heads: Sequence[Named]) -> list[int]:
    """The films that an article is about: those of its headline, and those that it says most of."""
    counted: dict[str, int] = {}
    for claim in claims:
        counted[claim.subject.id] = counted.get(claim.subject.id, 0) + 1
    found = [number for number in topic if heads or held.facts(number).work.id in counted or not claims]
    most = max(counted.values(), default=0)
    for id_, times in sorted(counted.items(), key=lambda item: -item[1]):
        number = held.catalogue.number(id_)
        if number is not None and number not in found and times >= max(3, most // 2):
            found.append(number)
    return found[:12]
