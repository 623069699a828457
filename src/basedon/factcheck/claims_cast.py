"""Reads who is said to play in a film."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.persons import NAME, credit, is_person, names
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK

_STARRING = compiled(
    r"\b(?:starring|co-starring|stars|starred|co-stars|top-?lined by|headlined by|led by|fronted by|toplined by"
    r"|with a cast (?:led by|including|headed by)"
    r"|features|featuring|cast includes|cast (?:is|was) (?:led|headed) by|cast features|cast included"
    r"|anchored by|casts|cast) "
)

_WITH = compiled(rf"(?:{MASK}[\"'\x20]*(?: \([^()]*\))?,?|\bdirected by [^,;.()]*,?) with ")

_PLAYED_BY = compiled(
    r"\b(?:played|portrayed|embodied|brought to life|voiced)(?: (?:here|in it|on screen|this time|memorably"
    r"|beautifully))? by "
)

_PLAYS = compiled(
    rf"{NAME}(?: \([^()]*\))? (?:also |memorably |who |here |again |then )?(?:plays|played|stars|starred"
    rf"|co-stars|portrays|portrayed|headlines|headlined|leads the cast|appears|appeared|takes the lead"
    rf"|took the lead|takes over|is the|was cast|is cast|takes on the (?:lead|role)|took on the (?:lead|role)"
    rf"|shines|gives|stepped into|leads|led)\b"
)

_AND_PLAY = compiled(
    rf"{NAME} and {NAME} (?:also |both )?(?:play|star|co-star|starred|played|lead|portray|headline|appear)\b"
)

_DIRECTING = compiled(r"\b(?:direct\w*|helm\w*|career|the charge|revolution)\b")

_ROLE_AFTER = compiled(r"^ (?:[a-z]+ )?(?:performance|turn|role|lead|in the lead|the lead|in it|as |in )")

_ING = compiled(r"^ (?:[a-z]+ly )?[a-z]+ing\b")


def read(clause: Clause) -> Iterator[Found]:
    """The actors that a sentence states."""
    shape = clause.shape
    for match in _STARRING.finditer(shape):
        said = (match.group() or "").strip()
        listed = names(clause, match.end())
        if not listed:
            continue
        before = shape[max(0, match.start() - 30) : match.start()].rstrip(" ,")
        if (
            said in ("casts", "cast", "stars", "features")
            and before.endswith((" its", " the", " whose", " of", " by", " both", " film", " movie", "Its", "The"))
            and not before.endswith(("film", "movie", " that", "which"))
        ):
            continue
        if (
            said in ("starred", "features", "casts", "cast", "featuring", "led by", "fronted by")
            and clause.before(match.start()) is None
            and not clause.focus
        ):
            continue
        works, sure = clause.subjects(match.start(), participle=True)
        if works:
            yield from credit("cast", works, sure, match.start(), listed)
    for match in _WITH.finditer(shape):
        listed = names(clause, match.end())
        after = shape[listed[-1][2] : listed[-1][2] + 24] if listed else ""
        if (
            not listed
            or any(" " not in n for n, _, _ in listed)
            or not (
                _ROLE_AFTER.match(after)
                or len(listed) > 1
                or not after.strip()
                or after.startswith((".", ",", ")", ";"))
                or _ING.match(after)
            )
        ):
            continue
        if _DIRECTING.match(after.lstrip()):
            works, sure = clause.subjects(match.start() + 1, participle=True)
            yield from credit("director", works, sure, match.end(), listed) if works else ()
            continue
        at = match.end() - len((match.group() or "").rsplit("with", 1)[-1]) - 4
        works, sure = clause.subjects(at, participle=True)
        if works:
            yield from credit("cast", works, sure, at, listed)
    for match in _PLAYED_BY.finditer(shape):
        listed = names(clause, match.end())[:2]
        works, sure = clause.subjects(match.start(), participle=True)
        if works and listed and not shape[match.end() :].startswith("the same"):
            yield from credit("cast", works, sure, match.start(), listed)
    for match in _AND_PLAY.finditer(shape):
        if is_person(match.group(1)) and is_person(match.group(2)):
            works, sure = _played_in(clause, match.start(), match.end())
            yield from (
                credit(
                    "cast",
                    works,
                    sure,
                    match.start(),
                    [(match.group(n) or "", match.start(n), match.end(n)) for n in (1, 2)],
                )
                if works
                else ()
            )
    for match in _PLAYS.finditer(shape):
        name = match.group(1) or ""
        verb = (match.group() or "")[len(name) :]
        if (
            not is_person(name)
            or "'s" in name
            or (_AND_PLAY.search(shape[: match.end()]) and shape[: match.start()].rstrip().endswith(" and"))
        ):
            continue
        after = shape[match.end() : match.end() + 60]
        if any(
            word in verb for word in ("leads", "led", "gives", "is the", "shines", "takes over", "stepped")
        ) and not _ROLE_AFTER.match(after):
            continue
        if "is the" in verb or _DIRECTING.search(after[:30]):
            continue
        works, sure = _played_in(clause, match.start(), match.end())
        if works:
            yield from credit("cast", works, sure, match.start(), [(name, match.start(1), match.end(1))])


_IN_FILM = compiled(rf"^[^.;]*? in (?:the )?(?:[\pL\d-]+ ){{0,5}}?[\"']*({MASK}+)")


def _played_in(clause: Clause, start: int, end: int) -> tuple[Films, bool]:
    """The film in which somebody plays: named after "in", or the one spoken of."""
    inside = _IN_FILM.match(clause.shape[end:])
    if inside:
        ref = clause.at(end + inside.start(1), end + inside.end(1))
        if ref:
            return ref.works, ref.sure
    after = next(
        (r for r in clause.refs if r.start >= end and clause.shape[end : r.start].rstrip().endswith(" in")), None
    )
    if after:
        return after.works, after.sure
    return clause.subjects(start)
