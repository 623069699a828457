"""Reads which film is said to remake which."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Films, Found, Ref
from basedon.factcheck.naming import COMMON
from basedon.prose import manner
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled
from basedon.prose.places import LANGUAGES
from basedon.prose.references import MASK, Reference, references
from basedon.prose.tokens import tokens

_NOUN = (
    r"(?:re-?makes?|re-?tellings?|re-?imaginings?|re-?workings?|reworking|adaptation|version"
    r"|retread|update|redo|rework|take|copy|reinterpretation|transplant|spin)"
)

_OF = compiled(rf"\b{_NOUN}(?: film| movie)?,? (?:of|on|to|from) (?:[\"']*)")

_VERB = compiled(
    r"\b(?:remakes|remaking|reworks|retells|reimagines|re-imagines|(?:was |is |were |been )?(?:remade|adapted"
    r"|reworked|derived|drawn|lifted|transplanted|copied) from|takes its (?:story|plot|premise|cue) from"
    r"|owes its (?:story|plot) to|(?:is |was )?(?:loosely |closely |directly |partly )?based (?:up)?on|(?:is "
    r"|was )?inspired by|adapts|draws on|borrows from|traces? (?:back )?to|goes back to|went back to"
    r"|began (?:life )?as|started (?:life )?as) (?:[\"']*)"
)

_WAS_CALLED = compiled(
    rf"{MASK}[\"'\x20]*(?:was|began as|started as|started life as) (?:first |originally "
    rf"|once )?an? (?:[\pL-]+ ){{1,3}}(?:film|movie|hit|drama|comedy|thriller) (?:called|titled|named) [\"']*"
)

_TITLE = compiled(
    r"^(?:the |a |an )?[\"' ]*(\p{Lu}[\pL\d'.:!-]*(?: (?:of|the|a|and|in|to|for|\p{Lu}[\pL\d'.:!?-]*|\d+))*)[\"']?"
)

_PLANNED = compiled(
    r"\b(?:will|would|could|may|might|plans?|planned|planning|announced|rumou?red|in development|in the works"
    r"|in talks|set to|about to|to be|hopes?|hoped|wants?|wanted|upcoming|proposed|possible|potential|never|no"
    r"|not|if|should|supposedly|said to be|considering|optioned|rights|going to|due)\b[^,;.]*$",
    case=False,
)

_PLANNED_AFTER = compiled(
    r"^[^,;.]*?\b(?:is|are|was|were) (?:planned|announced|rumou?red|in (?:development|the works|talks|production"
    r"|pre-production)|expected|coming|on the way|being (?:planned|developed|made|prepared|discussed))\b"
    r"|^[^,;.]*?\b(?:in development|in the works|on the way|has been announced|have been announced|was announced"
    r"|never (?:happened|materiali[sz]ed|came))\b"
)


def read(clause: Clause) -> Iterator[Found]:
    """What a sentence says a film was made from."""
    yield from _originals(clause)
    yield from _first_was(clause)


def _originals(clause: Clause) -> Iterator[Found]:
    shape = clause.shape
    for pattern in (_OF, _VERB):
        for match in pattern.finditer(shape):
            said = (match.group() or "").strip().lower()
            if (pattern is _OF and "remakes" in said) or unsaid(clause, match.start(), match.end()):
                continue
            loose = not said.startswith(("remake", "re-make", "remak", "remade")) and "remade" not in said
            ref = target(clause, match.end())
            phrase = phrase_at(clause, match.end()) if ref is None else None
            if (
                ref is None
                and pattern is _OF
                and not loose
                and (titled := unknown(clause, phrase.end if phrase else match.end()))
            ):
                yield from titled_of(clause, match.start(), match.end(), titled)
                continue
            if ref is None and phrase is None:
                continue
            if (
                loose
                and pattern is _OF
                and ref is not None
                and not ref.titled
                and ref.phrase
                and ref.phrase.role == "it"
            ):
                continue
            works, sure = remaker(clause, match.start(), match.end(), pattern is _OF)
            if ref is not None:
                works = tuple(n for n in works if n not in ref.works[:1]) if works != ref.works else ()
                if not works:
                    continue
                if (
                    not ref.titled
                    and ref.phrase
                    and ref.phrase.role == "film"
                    and not (ref.phrase.year or ref.phrase.countries)
                ):
                    continue
                stated = clause.text[ref.name : ref.end] if ref.titled else clause.text[ref.start : ref.end]
                denied = manner.denied(clause.text, match.start())
                if denied:
                    continue
                year = ref.phrase.year if ref.phrase else None
                yield Found(
                    type="remake_of",
                    works=works,
                    stated=stated,
                    start=match.start(),
                    end=ref.end,
                    value=(ref.name, ref.end),
                    target=ref.works,
                    year=year,
                    kind="loose" if loose else "remake",
                    sure=sure and ref.sure,
                    place=ref.phrase.countries[0] if ref.phrase and ref.phrase.countries else None,
                )
            elif phrase is not None and works and (phrase.year or phrase.countries or phrase.languages):
                if loose and phrase.role not in ("film", "original"):
                    continue
                yield Found(
                    type="remake_of",
                    works=works,
                    stated=clause.text[phrase.body : phrase.end],
                    start=match.start(),
                    end=phrase.end,
                    value=(phrase.body, phrase.end),
                    year=phrase.year,
                    place=phrase.countries[0] if phrase.countries else None,
                    tongue=phrase.languages[0] if phrase.languages else None,
                    kind="described",
                    sure=sure,
                )


def unknown(clause: Clause, at: int) -> tuple[int, int] | None:
    """Where a title stands of which no film was found in the text: in capitals, right at an offset."""
    match = _TITLE.match(clause.shape[at:])
    if match is None:
        return None
    title = (match.group(1) or "").rstrip(".'")
    if title.endswith("'s") or "'s " in title or clause.shape[at + match.end(1) :].startswith("'s"):
        return None
    if nationalities(title)[0] or title in LANGUAGES or title in COMMON or MASK in title:
        return None
    return at + match.start(1), at + match.start(1) + len(title)


def titled_of(clause: Clause, start: int, end: int, titled: tuple[int, int]) -> Iterator[Found]:
    """A remake of a film of that title."""
    works, sure = remaker(clause, start, end, True)
    if works and not manner.denied(clause.text, start):
        yield Found(
            type="remake_of",
            works=works,
            stated=clause.text[titled[0] : titled[1]],
            start=start,
            end=titled[1],
            value=titled,
            kind="unknown",
            sure=sure,
        )


def _first_was(clause: Clause) -> Iterator[Found]:
    """Says of which film one was made: "X was a Telugu film called Y"."""
    for match in _WAS_CALLED.finditer(clause.shape):
        ref = clause.at(match.start(), match.start() + 1)
        if ref is None:
            continue
        named = clause.after(match.end() - 1) if MASK in clause.shape[match.end() : match.end() + 2] else None
        at = (named.name, named.end) if named else unknown(clause, match.end())
        if at:
            yield Found(
                type="remake_of",
                works=ref.works,
                stated=clause.text[at[0] : at[1]],
                start=ref.start,
                end=at[1],
                value=at,
                target=named.works if named else (),
                kind="unknown",
                sure=ref.sure,
            )


def unsaid(clause: Clause, start: int, end: int) -> bool:
    """Whether a remake is only planned, asked about or rumoured."""
    before = clause.shape[max(0, start - 90) : start]
    return _PLANNED.search(before) is not None or _PLANNED_AFTER.search(clause.shape[end : end + 60]) is not None


def target(clause: Clause, at: int) -> Ref | None:
    """The film that a remake is said to be of, named right behind "of"."""
    ref = next((r for r in clause.refs if r.end > at), None)
    if ref is None or (not ref.works and not ref.titled):
        return None
    between = clause.shape[at : ref.start].strip(" \"'")
    if ref.start <= at:
        return ref
    words = between.split()
    if len(words) > 7 or any(c in between for c in ",.;:()"):
        return None
    low = {word.lower() for word in words}
    if low & {
        "novel",
        "book",
        "play",
        "story",
        "script",
        "series",
        "by",
        "in",
        "that",
        "which",
        "memoir",
        "life",
        "case",
        "and",
        "about",
        "was",
        "is",
        "director",
        "of",
        "legend",
        "events",
        "idea",
        "characters",
    }:
        return None
    return ref


def phrase_at(clause: Clause, at: int) -> Reference | None:
    """The phrase that tells of a film without its title, right behind "of": "a 2013 Korean film"."""
    found = references(tokens(clause.shape[at : at + 120]))
    first = next((p for p in found if p.start <= 1 and p.role in ("film", "original", "remake")), None)
    if first is None:
        return None
    import msgspec

    return msgspec.structs.replace(first, start=first.start + at, end=first.end + at, body=first.body + at)


def remaker(clause: Clause, start: int, end: int, noun: bool) -> tuple[Films, bool]:
    """The film that is said to remake another."""
    if noun:
        phrase = next((p for p in clause.phrases if p.start <= start < p.end), None)
        ref = next((r for r in clause.refs if r.start <= start < r.end and not r.titled), None)
        if ref is not None:
            return ref.works, ref.sure
        if phrase is not None:
            titled = next((r for r in clause.refs if r.phrase is phrase), None)
            if titled is not None:
                return titled.works, titled.sure
            from basedon.factcheck.claims_places import told_of

            works, sure = told_of(clause, phrase)
            if works:
                return works, sure
            before = clause.shape[: phrase.start].rstrip()
            if before.endswith((" with", " in", " for", " as")) or not before:
                following = clause.after(end)
                later = next((r for r in clause.refs if following and r.start >= following.end), None)
                between = clause.shape[following.end : later.start].strip(" ,\"'") if following and later else None
                if later is not None and between in ("", ":", "titled", "called"):
                    return later.works, later.sure
            return (), False
    return clause.subjects(start)
