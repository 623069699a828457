"""Reads when a film is said to have come out: years in brackets, in descriptions, behind verbs; relative times."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.passing import COUNTS
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK

_YEAR = r"(18[89]\d|19\d\d|20\d\d)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_BRACKET = compiled(rf"{MASK}[\"'\x20]*(?: film| movie)? ?[(\[]([^()\[\]]*?)\b{_YEAR}\b[^()\[\]]*[)\]]")
_NO_RELEASE = compiled(r"\b(?:born|died|set|published|novel|book|b\.|d\.|directed by|since|until|aged)\b", case=False)
_BEFORE = compiled(rf"\b{_YEAR}(?:'s)? (?:[\pL'-]+ )*?[\"']*{MASK}")
_BEHIND = compiled(rf"^(?: (?:by|from|of) (?:\p{{Lu}}[\pL.'-]*\x20?){{1,4}})? ?\({_YEAR}\)")
_FROM = compiled(rf"{MASK}[\"'\x20]*,? (?:was )?(?:from|of|out in|born in) {_YEAR}\b")
_OUT = (
    r"(?i:released|re-?leased|came out|come out|comes out|premiered|premieres|opened|opens|debuted|debuts|arrived"
    r"|hit (?:the )?(?:[\pL-]+ ){0,2}(?:theaters|theatres|cinemas|screens|big screen|multiplexes)"
    r"|reached (?:the )?(?:[\pL-]+ ){0,2}(?:theaters|theatres|cinemas|screens)"
    r"|landed|bowed|unveiled|first screened|was first shown|first shown|appeared|rolled out|launched|issued"
    r"|followed|flopped)"
)
_RELEASED = compiled(
    rf"\b{_OUT}\b(?:[^.;()]*?)\b(?:in|on|of|during|for|back in)(?: the)?(?: (?:early|late|mid|summer|autumn|fall"
    rf"|winter|spring|of|in|the|Christmas|{_MONTH}))*"
    rf"(?:[- ]\d\d?(?:st|nd|rd|th)?,?)?(?: (?:of )?{_MONTH},?)?[ -]{_YEAR}\b"
)
_MADE = compiled(
    rf"\b(?:was|were|is|been|,) (?:first |originally |itself )?(?:made|produced|directed"
    rf"|filmed)(?: [^.;(),]*?)? in {_YEAR}\b"
)
_DATED = compiled(rf"\b(?:dates? (?:from|back to)|dating (?:from|back to)|is from) {_YEAR}\b")
_OPENED = compiled(rf"^(?:[\"']|And |But |So |Then |Back |It was |It was back )*[Ii]n (?:{_MONTH} )?{_YEAR},? ")
_OUT_AFTER = compiled(
    rf"^[^.;]*?\b(?:{_OUT}|was (?:first )?(?:made|produced|released)|made its (?:debut|bow|premiere))\b"
)
_YEAR_OF = compiled(rf"\b(?:release (?:date|year)|year of (?:its )?release)(?: (?:of|was|is|in))+ (?:\pL+ )*?{_YEAR}\b")
_FOR_OTHER = compiled(
    r"\b(?:soundtrack|novel|book|trailer|DVD|Blu-ray|video|poster|album|sequel|single|series|re-release"
    r"|rerelease|restored|restoration|remaster(?:ed)?|memoir|play|musical|song|remake|remakes|webtoon|manga"
    r"|comic|digitally|streaming)\b[^,;]*$",
    case=False,
)
_AGAIN = compiled(
    r"\b(?:again|re-?released|restor\w+|remaster\w*|reissued|on (?:DVD|Blu-ray|VHS|video|Netflix|streaming"
    r"|digital)|to streaming|to Netflix|stage|Broadway)\b"
)
_LATER = compiled(
    r"\b(?:(the (?:following|next|very next) year|the year after)|(the (?:same|very same) year|that (?:same )?year)"
    r"|(?:just |only |some |about |nearly |almost |exactly |a mere |barely )?(\d{1,2}|an?|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
    r" (years?|decades?) (later|earlier|afterwards?|before that|after that|on|after|before|prior))\b",
    case=False,
)


def read(clause: Clause) -> Iterator[Found]:
    """The years of release that a sentence states."""
    text = clause.shape
    if any(c.isdigit() for c in text):
        yield from _bracketed(clause)
        yield from _described(clause)
        yield from _told(clause)
    if "year" in text or "decade" in text or " later" in text:
        yield from _relative(clause)


def _found(clause: Clause, works: Films, sure: bool, start: int, end: int, at: tuple[int, int]) -> Found:
    year = int(clause.text[at[0] : at[1]])
    return Found(type="release_year", works=works, stated=year, start=start, end=end, value=at, sure=sure)


def _bracketed(clause: Clause) -> Iterator[Found]:
    for match in _BRACKET.finditer(clause.shape):
        inside = match.group(1) or ""
        ref = clause.at(match.start(), match.start() + 1)
        if ref is None or _NO_RELEASE.search(inside):
            continue
        at = (match.start(2), match.end(2))
        yield _found(clause, ref.works, ref.sure, ref.start, match.end(), at)


def _described(clause: Clause) -> Iterator[Found]:
    """Years among the words that describe a film: "the 2013 film X", "X is a 2013 drama", "the 2013 original"."""
    for ref in clause.refs:
        phrase = ref.phrase
        if ref.titled and phrase and phrase.year:
            yield from _at_year(clause, ref.works, ref.sure, phrase.start, ref.end, phrase.year)
        elif phrase and phrase.year and (phrase.role == "original" or ref.by_name):
            yield from _at_year(clause, ref.works, ref.sure, phrase.start, phrase.end, phrase.year)
    attached = {id(ref.phrase) for ref in clause.refs}
    for phrase in clause.phrases:
        if phrase.year and id(phrase) not in attached and phrase.role in ("film", "remake", "original"):
            before = clause.shape[: phrase.start].rstrip(" \"'")
            if before.endswith(
                (" of", " from", " on", " by", " as", " into", " with", " like", " to", " than", " including")
            ):
                continue
            if before and not before.endswith((",", " is", " was", MASK, " are", " were", " also", " as")):
                continue
            works, sure = clause.subjects(phrase.start)
            if works:
                yield from _at_year(clause, works, sure, phrase.start, phrase.end, phrase.year)
    for match in _BEFORE.finditer(clause.shape):
        named = clause.at(match.end() - 1, match.end())
        between = clause.shape[match.end(1) : match.end() - 1].replace("'s", "", 1).split()
        described = all(word.islower() or word[:1].isupper() for word in between) and len(between) <= 5
        if named and named.titled and not (named.phrase and named.phrase.year) and described:
            if between and not between[-1].strip("\"'"):
                between.pop()
            small = {word.strip("\"',") for word in between}
            if small & {
                "of",
                "the",
                "in",
                "and",
                "was",
                "with",
                "by",
                "for",
                "novel",
                "book",
                "play",
                "when",
                "a",
                "came",
                "saw",
                "he",
                "she",
                "it",
            }:
                continue
            yield _found(clause, named.works, named.sure, match.start(), named.end, (match.start(1), match.end(1)))
    for ref in clause.refs:
        behind = None if ref.titled or not ref.works else _BEHIND.match(clause.shape[ref.end :])
        if behind:
            at = (ref.end + behind.start(1), ref.end + behind.end(1))
            yield _found(clause, ref.works, ref.sure, ref.start, ref.end + behind.end(), at)
    for match in _FROM.finditer(clause.shape):
        named = clause.at(match.start(), match.start() + 1)
        if named:
            yield _found(clause, named.works, named.sure, named.start, match.end(), (match.start(1), match.end(1)))


def _at_year(clause: Clause, works: Films, sure: bool, start: int, end: int, year: int) -> Iterator[Found]:
    at = clause.text.find(str(year), start, end)
    if at >= 0:
        yield _found(clause, works, sure, start, end, (at, at + 4))


def _told(clause: Clause) -> Iterator[Found]:
    for pattern in (_RELEASED, _MADE, _DATED, _YEAR_OF):
        for match in pattern.finditer(clause.shape):
            begun = match.start()
            before = clause.shape[max(0, begun - 60) : begun]
            if (
                _AGAIN.search(match.group() or "")
                or MASK in (match.group() or "")
                or " remade" in (match.group() or "")
            ):
                continue
            near = clause.before(begun)
            if _FOR_OTHER.search(clause.shape[near.end if near else 0 : begun]) or _remake_before(before):
                continue
            works, sure = clause.subjects(begun, participle=True)
            if works:
                start = near.start if near and near.works == works else begun
                yield _found(clause, works, sure, start, match.end(), (match.start(1), match.end(1)))
    opened = _OPENED.match(clause.shape)
    if opened:
        rest = clause.shape[opened.end() :]
        verb = _OUT_AFTER.match(rest)
        if verb and not _AGAIN.search(verb.group() or "") and not _FOR_OTHER.search(verb.group() or ""):
            end = opened.end() + verb.end()
            works, sure = clause.subjects(end - 1)
            if works and " remade" not in (verb.group() or ""):
                yield _found(clause, works, sure, 0, end, (opened.start(1), opened.end(1)))


def _remake_before(before: str) -> bool:
    return before.rstrip().endswith(("remade and", "a remake was", "remake"))


def _relative(clause: Clause) -> Iterator[Found]:
    """Years told by those that passed: "a year later", counted from what was spoken of last."""
    for match in _LATER.finditer(clause.shape):
        if (match.group(5) or "").lower() in ("after", "before", "on"):
            continue  # of another film, that is named next
        moved = moved_by(clause, match.groups())
        if moved is None:
            continue
        around = clause.shape[max(0, match.start() - 80) : match.end() + 80]
        if not compiled_out(around):
            continue
        works, sure = clause.subjects(match.start(), participle=False)
        following = clause.after(match.end())
        if clause.opens(match.start()) and following is not None and not clause.before(match.start()):
            works, sure = following.works, following.sure
        if works:
            yield Found(
                type="release_year",
                works=works,
                stated=moved,
                start=match.start(),
                end=match.end(),
                value=None,
                sure=sure,
            )


_OUT_NEAR = compiled(rf"\b{_OUT}\b")


def compiled_out(around: str) -> bool:
    """Whether a film is said to come out near a relative time."""
    return _OUT_NEAR.search(around) is not None


def moved_by(clause: Clause, groups: tuple[str | None, ...]) -> int | None:
    """The year that a relative time comes to; None where it is not known from when it counts."""
    if clause.anchor is None:
        return None
    following, same, count, unit, which = groups[:5]
    if following:
        return clause.anchor + 1
    if same:
        return clause.anchor
    number = int(count) if count and count.isdigit() else round(COUNTS.get((count or "").lower(), 0))
    years = number * (10 if unit and unit.lower().startswith("decade") else 1)
    earlier = which and which.lower() in ("earlier", "before that", "before", "prior")
    return clause.anchor - years if earlier else clause.anchor + years
