"""Reads whether a film is said to tell a true story, and which book, play, event or person it is said to come from.

The reading itself is `prose/reader`'s; here every phrase that stands for a film is first put as "the film", so that
"the Turkish retelling is based on" is read as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Found
from basedon.model.statement import Predicate
from basedon.prose import manner, reader
from basedon.prose.patterns import compiled
from basedon.prose.sayings import Saying

_CUES = (
    "based",
    "nspired",
    "true",
    "real",
    "fiction",
    "adapt",
    "drawn",
    "derived",
    "happened",
    "dramati",
    "original s",
    "invented",
    "made up",
    "made-up",
    "biograph",
    "biopic",
    "chronicle",
    "recount",
    "tells",
    "docudrama",
    "taken from",
    "from a ",
    "from the ",
    "from his ",
    "from her ",
    "wrote",
    "plot is",
    "story is",
    "novel",
    " play ",
    " book ",
)
_TRUE = compiled(
    r"\b(?:a |an |the )?(?:true|real|actual|real-life|true-life|real life)(?:[ -]life)? (?:crime |court "
    r"|criminal |murder |historical |life )?(?:stor(?:y|ies)|events?|incidents?|cases?|case|people|persons?"
    r"|lives|life|happenings|tale|facts|story)\b"
    r"|\b(?:actually|really) happened\b|\bdocudrama\b|\bin (?:fact|real life|reality)\b",
    case=False,
)
_TELLS_TRUE = compiled(
    r"\b(?:based|inspired|drawn|taken|rooted|grounded|adapted|dramati[sz]\w+|recount\w*|retell\w*|tells?|told"
    r"|telling|depict\w*|chronicl\w+|portray\w*|is|was|were|are|from|isn't|wasn't"
    r"|aren't)(?:,? [\w'-]+,?){0,4}? (?:a |an |the |any |some )?(?:\w+ ){0,2}?(?:true|real|actual|real-life"
    r"|true-life)(?:[ -]life)? (?:\w+ ){0,1}?(?:stor(?:y|ies)|events?|incidents?|cases?|people|persons?|lives"
    r"|life|tale|crimes?|attempt)\b"
    r"|\b(?:story|tale|plot) (?:is|was|isn't|wasn't)(?: [\w']+){0,3}? (?:true|real)(?: one)?\b",
    case=False,
)
_SILENT = compiled(r"\b(?:no|without any) (?:source|evidence|record|account)s?\b|\bnothing\b", case=False)
"""That nobody says it, which is no claim that it is not so."""
_FICTION = compiled(
    r"\b(?:is|was|are|were|remains|story is|plot is|it's|as) (?:a |an )?(?:entirely |completely |purely |wholly "
    r"|totally |pure |complete |work of |total |largely )*(?:fictional|fictitious|fiction|invented|made[ -]up"
    r"|invention)\b(?: story| tale| work)?",
    case=False,
)
_NOT = compiled(
    r"\b(?:not|n't|never|no|neither|nor|without|isn't|wasn't|hardly|nothing|rather than|instead of|myth"
    r"|misconception|contrary|wrongly|falsely|mistakenly|denied|denies|false|untrue|incorrect|fictional)\b",
    case=False,
)
_NOT_SAID = compiled(
    r"\b(?:if|whether|wonder\w*|ask\w*|may|might|could|would|rumou?r\w*|believe[sd]?|think|thought|assum\w+"
    r"|claim\w*|seem\w*|feels?|felt|as if|as though|supposedly|allegedly|reportedly|insist\w*|like a|some say"
    r"|people say|often said|said to be|speculat\w+|looks like|unclear|question)\b",
    case=False,
)
_NEITHER = compiled(r"\b(?:[Nn]either|[Nn]one of|[Nn]or)\b[^,;.]*$")
_BACKED = compiled(r"\b(?:not|n't) (?:only|just|merely|simply)\b", case=False)
_SAY = compiled(
    r"^,? (?:or so |as )?(?:some|many|critics|people|fans|they|it|he|she|the posters?|rumou?rs?) (?:say|says"
    r"|claim|claims|cried|insist|is said|have it|believe)\b"
)
_PARTS = compiled(
    r"\b(?:character|characters|role|scene|scenes|villain|song|setting|town|prison|village|title|names?|ending"
    r"|house|poster)\b[^,;]*$",
    case=False,
)


def read(clause: Clause) -> Iterator[Found]:
    """What a sentence says of where films' stories come from."""
    text = clause.text
    low = text.lower()
    if not any(cue in low for cue in _CUES) or text.rstrip("\"') ").endswith("?"):
        return
    yield from _written_by(clause)
    told = list(_told(clause))
    seen = False
    for found in told:
        seen = seen or found.type == "based_on_true_story"
        yield found
    if not seen:
        yield from _true(clause)


_KIND = (
    r"(?:novels?|novella|book|short story|story|play|stage play|memoir|autobiography|comic"
    r"|manga|webtoon|graphic novel|tale|musical|article|poem)"
)
_PERSON = r"(\p{Lu}[\pL.'-]*(?:\x20(?:(?:de|del|della|di|da|van|von|der|den|la|le|du)\x20)*\p{Lu}[\pL.'-]*)+)"
_FROM_BY = compiled(
    rf"\b(?:from|on|after|adapts|of) (?:an? |the |his |her )?(?:[\pL\d-]+ ){{0,3}}?{_KIND} by {_PERSON}"
)
_PLOT_OF = compiled(rf"\b(?:plot|story|idea|tale) (?:is|was|comes from|came from) {_PERSON}'s\b")


def _written_by(clause: Clause) -> Iterator[Found]:
    """Who wrote what a film is taken from: "from a story by A", "the plot is A's"."""
    for pattern in (_FROM_BY, _PLOT_OF):
        for match in pattern.finditer(clause.shape):
            works, sure = clause.subjects(match.start(), participle=False)
            name = (match.group(1) or "").removesuffix("'s").rstrip(".,'")
            if (
                works
                and not manner.denied(clause.text, match.start())
                and not doubtful(clause, match.start(), match.end())
            ):
                at = (match.start(1), match.start(1) + len(name))
                yield Found(
                    type="based_on",
                    works=works,
                    stated=name,
                    start=match.start(),
                    end=match.end(),
                    value=at,
                    creator=name,
                    place="untitled",
                    sure=sure,
                )


def _told(clause: Clause) -> Iterator[Found]:
    text, map_ = rewritten(clause)
    for saying in reader.read(text, ""):
        if saying.inverse or saying.of_target:
            continue
        start, end = map_(saying.start), map_(saying.end)
        claim = as_claim(clause, saying, start, end)
        if claim is not None:
            yield claim


def as_claim(clause: Clause, saying: Saying, start: int, end: int) -> Found | None:
    """A saying as a claim; None for those that are claims of another type, or of no film."""
    works, sure = clause.subjects(start, participle=True)
    if not works or _SILENT.search(clause.shape[max(0, start - 40) : start]):
        return None
    target = saying.target
    if saying.predicate is Predicate.TRUE_STORY:
        if saying.cue in ("fictional",):
            return Found(type="based_on_true_story", works=works, stated=False, start=start, end=end, sure=sure)
        if saying.cue in ("biographical", "documentary") or doubtful(clause, start, end):
            return None
        if saying.hedge == "reportedly":
            return None
        denied = saying.denied or _NEITHER.search(clause.shape[max(0, start - 60) : start]) is not None
        return Found(
            type="based_on_true_story",
            works=works,
            stated=not denied,
            start=start,
            end=end,
            hedge=saying.hedge,
            sure=sure,
        )
    if (
        saying.predicate in (Predicate.BASED_ON, Predicate.INSPIRED_BY)
        and target.type in ("event", "person")
        and not target.title
    ):
        return (
            None
            if doubtful(clause, start, end)
            else Found(
                type="based_on_true_story",
                works=works,
                stated=not saying.denied,
                start=start,
                end=end,
                hedge=saying.hedge,
                sure=sure,
            )
        )
    if saying.predicate in (Predicate.BASED_ON, Predicate.INSPIRED_BY):
        if target.type in ("film", "series") or saying.denied or doubtful(clause, start, start):
            return None
        if any(
            ref.start < end and ref.end > start + 8 and ref.titled and not _in_print(clause, start, ref.start)
            for ref in clause.refs
        ):
            return None
        stated = target.title or (f"{target.type} by {target.creator}" if target.creator else None)
        if stated is None:
            return None
        at = clause.text.find(target.title or target.creator or "", start)
        value = (at, at + len(target.title or target.creator or "")) if at >= 0 else (start, end)
        return Found(
            type="based_on",
            works=works,
            stated=stated,
            start=start,
            end=max(end, value[1]),
            value=value,
            kind=target.type,
            creator=target.creator,
            year=target.year,
            hedge=saying.hedge,
            sure=sure,
            place=None if target.title else "untitled",
        )
    if saying.predicate is Predicate.ORIGINAL_STORY and not saying.denied:
        return None
    return None


_PRINT = compiled(
    r"\b(?:novel|book|play|story|memoir|comic|manga|webtoon|biography|autobiography|musical|article|poem|novella"
    r"|game)\b",
    case=False,
)


def _in_print(clause: Clause, start: int, end: int) -> bool:
    """Whether the title behind the cue is that of a book that bears a film's name."""
    return _PRINT.search(clause.shape[start:end]) is not None


def doubtful(clause: Clause, start: int, end: int) -> bool:
    """Whether what is said is only believed, asked or supposed."""
    before = clause.shape[max(0, start - 70) : start]
    if _SAY.match(clause.shape[end:]):
        return True
    return _NOT_SAID.search(before) is not None or _PARTS.search(before[-40:]) is not None


def _true(clause: Clause) -> Iterator[Found]:
    shape = clause.shape
    for match in _TELLS_TRUE.finditer(shape):
        works, sure = clause.subjects(match.start(), participle=True)
        before = shape[max(0, match.start() - 60) : match.start()]
        if not works or doubtful(clause, match.start(), match.end()) or _SILENT.search(before):
            continue
        denied = (
            _NOT.search(before[-40:].rpartition(";")[2] + (match.group() or "")) is not None
            and _BACKED.search(before[-40:] + (match.group() or "")) is None
        )
        yield Found(
            type="based_on_true_story", works=works, stated=not denied, start=match.start(), end=match.end(), sure=sure
        )
        return
    for match in _FICTION.finditer(shape):
        works, sure = clause.subjects(match.start())
        before = shape[max(0, match.start() - 40) : match.start()]
        if works and not doubtful(clause, match.start(), match.end()) and not _NOT.search(before[-12:]):
            yield Found(
                type="based_on_true_story", works=works, stated=False, start=match.start(), end=match.end(), sure=sure
            )
            return


def rewritten(clause: Clause):  # type: ignore[no-untyped-def]
    """The sentence with "the film" for every phrase and title where a subject stands, and the way back for offsets."""
    pieces: list[str] = []
    marks: list[tuple[int, int]] = [(0, 0)]
    at = length = 0
    for ref in clause.refs:
        if (ref.phrase is not None and ref.phrase.role == "it") or clause.is_object(ref) or ref.start < at:
            continue
        head = "The film" if not clause.text[: ref.start].strip(" \"'") else "the film"
        piece = clause.text[at : ref.start] + head
        pieces.append(piece)
        length += len(piece)
        at = ref.end
        marks.append((length, at))
    pieces.append(clause.text[at:])

    def back(offset: int) -> int:
        there, here = next((m for m in reversed(marks) if m[0] <= offset), (0, 0))
        return min(len(clause.text), here + offset - there)

    return "".join(pieces), back
