"""Reads where, when and as what a film is said to have been remade."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.claims_dates import _LATER, moved_by
from basedon.factcheck.claims_places import LAND, land
from basedon.factcheck.claims_remakes import unsaid
from basedon.factcheck.clause import Clause, Films, Found
from basedon.prose import manner
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled
from basedon.prose.places import LANGUAGES
from basedon.prose.references import MASK, Reference

_WORDS = ("remade", "re-made", "emake", "version", "retell", "retold", "adaptation", "rework", "reimagin", "redone")

_REMADE = compiled(r"\b(?:re-?made|remakes|reworked|retold|reimagined|re-imagined|redone)\b")

_WHERE = compiled(
    rf"^[,:]? ?(?:(?:and|then|later|first|also|both|as well as|once|again|officially|unofficially|for"
    rf"|successfully|twice|three times|by|locally|to|not only|but also) )*(?:in |for audiences in |for "
    rf"|across )?(?:both )?(?:the )?{LAND}(?: ?\(([^()]*)\)|,? (?:in|of) ((?:19|20)\d\d)|,? (?:as|called"
    rf"|titled) [\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?)?"
)

_AND_WHERE = compiled(
    rf"^(?:,? (?:and|then|later|as well as|or|followed by)(?: (?:then|later|also|in))*|,)(?: in| by"
    rf"| for)? (?:the )?{LAND}(?: ?\(([^()]*)\)|,? (?:in|of) ((?:19|20)\d\d)|,? (?:as|called"
    rf"|titled) [\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?)?"
)

_LANG_IN = compiled(rf"^[,:]? ?(?:[a-z]+ly )?(?:in|into) (\p{{Lu}}\pL+)(?:,? (?:as|called|titled) [\"']*({MASK}+))?")

_AND_LANG = compiled(rf"^(?:,| and|, and|,? then)(?: in)? (\p{{Lu}}\pL+)(?:,? (?:as|called|titled) [\"']*({MASK}+))?")

_AS = compiled(
    rf"^[^.;:()]*?\b(?:as|into|called|titled|under the title|with|became) (?:the |a |an |its |his "
    rf"|her )?(?:[\pL\d'-]+ ){{0,6}}?[\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?"
)

_ALSO_AS = compiled(
    rf"^(?:,| and|, and)(?: (?:then|later|again|once more|in \p{{Lu}}\pL+|as|the|a"
    rf"|by))* [\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?"
)

_YEAR = compiled(r"\b((?:19|20)\d\d)\b")

_IN_YEAR = compiled(r"^[^.;()]*?\bin ((?:19|20)\d\d)\b")


def read(clause: Clause) -> Iterator[Found]:
    """What a sentence says of the remakes of a film."""
    if any(word in clause.shape for word in _WORDS):
        yield from _remade(clause)
        yield from _listed(clause)


def _remade(clause: Clause) -> Iterator[Found]:
    """Remakes told by "was remade": in which countries and languages, as what, when."""
    shape = clause.shape
    for match in _REMADE.finditer(shape):
        said = match.group() or ""
        if said == "remakes" or unsaid(clause, match.start(), match.end()) or manner.denied(clause.text, match.start()):
            continue
        at = match.end()
        if shape[at:].lstrip().startswith("from"):
            continue
        works, sure = clause.subjects(match.start(), participle=True)
        following = next((r for r in clause.refs if r.start >= at and r.start - at < 3), None)
        if following is not None:  # "Turkey remade X", "A remade it in Hindi"
            works, sure, at = following.works, following.sure, following.end
        if not works:
            continue
        opened = (
            _YEAR.search(shape[: match.start()]) if shape[: match.start()].lstrip().startswith(("In ", "in ")) else None
        )
        moved = relative(clause)
        found = list(_places(clause, works, sure, match.start(), at, (opened and int(opened.group(1) or 0)) or moved))
        yield from found
        if not found:
            yield from _titles(clause, works, sure, match.start(), at, (opened and int(opened.group(1) or 0)) or moved)


def relative(clause: Clause) -> int | None:
    """The year that a relative time of the sentence comes to."""
    match = _LATER.search(clause.shape)
    return moved_by(clause, match.groups()) if match else None


def _places(clause: Clause, works: Films, sure: bool, start: int, at: int, year: int | None) -> Iterator[Found]:
    """The countries or languages of a list that begins at an offset: "in Turkey (2019), India and Indonesia"."""
    shape = clause.shape
    for first, further, tongue in ((_WHERE, _AND_WHERE, False), (_LANG_IN, _AND_LANG, True)):
        pattern, here, any_ = first, at, False
        while match := pattern.match(shape[here:]):
            name = match.group(1) or ""
            if tongue and name not in LANGUAGES:
                break
            pattern = further
            any_ = True
            inside = "" if tongue else f"{match.group(2) or ''} {match.group(3) or ''} {match.group(5) or ''}"
            dated = _YEAR.search(inside)
            later = (
                _IN_YEAR.match(shape[here + match.end() :])
                if not dated and not further.match(shape[here + match.end() :])
                else None
            )
            said = int(dated.group(1) or 0) if dated else int(later.group(1) or 0) if later else year
            titled = match.group(2 if tongue else 4)
            group = 2 if tongue else 4
            ref = clause.at(here + match.start(group), here + match.end(group)) if titled else None
            if ref is None and not tongue and match.group(2):
                ref = next((r for r in clause.refs if here + match.start(2) <= r.name < here + match.end(2)), None)
            yield Found(
                type="has_remake",
                works=works,
                stated=name if tongue else land(name),
                start=start,
                end=here + match.end(),
                value=(here + match.start(1), here + match.end(1)),
                place=None if tongue else land(name),
                tongue=name if tongue else None,
                year=said,
                target=ref.works if ref else (),
                sure=sure,
            )
            here += match.end()
        if any_:
            return


def _titles(clause: Clause, works: Films, sure: bool, start: int, at: int, year: int | None) -> Iterator[Found]:
    """The titles of a list that begins at an offset: "as X (2019) and Y"."""
    pattern, here = _AS, at
    while match := pattern.match(clause.shape[here:]):
        ref = clause.at(here + match.start(1), here + match.end(1))
        if ref is None:
            return
        dated = _YEAR.search(match.group(2) or "") or _YEAR.search(clause.shape[here : here + match.start(1)])
        yield Found(
            type="has_remake",
            works=works,
            stated=clause.text[ref.name : ref.end],
            start=start,
            end=here + match.end(),
            value=(ref.name, ref.end),
            target=ref.works,
            year=int(dated.group(1) or 0) if dated else year,
            sure=sure,
        )
        here += match.end()
        pattern = _ALSO_AS


_NATION = r"\p{Lu}[\pL]+(?: (?:Korean|Kong|Lankan|Zealand|African|Arabian))?"

_NATIONS = compiled(
    rf"\b((?:{_NATION}(?:-language)?(?:, (?:and )?| and | & "
    rf"|/))*{_NATION})(?:-language)? (?:[a-z-]+ )*?(?:remakes?|versions?|retellings?|adaptations?|reworkings?"
    rf"|re-imaginings?|reimaginings?)\b"
)

_HAS = compiled(
    r"(?:\b(?:spawned|got|received|inspired|generated|led to|produced|has|had|have|with|yielded|prompted"
    r"|gave rise to|followed by|earned|saw|brought|begat|triggered|there (?:is|was|were|are)|exist|and|given"
    r"|include|including|includes|are|were)(?: (?:an?|the|its|own|several|many|two|three|four|five|six|both"
    r"|multiple|official|as|no fewer than|at least|of|successful|since|also|even|whole|string|number|wave|series"
    r"|numerous|remakes,|remakes:|remakes|,))*|^(?:[Aa]n?|[Tt]he)?|,(?: (?:an?|then an?|and an?|the))?) $"
)


def _listed(clause: Clause) -> Iterator[Found]:
    """Remakes told by their nations: "has Turkish and Indonesian remakes", "a Turkish remake followed in 2019"."""
    shape = clause.shape
    for match in _NATIONS.finditer(shape):
        words = (match.group(1) or "").replace("-language", "")
        if unsaid(clause, match.start(), match.end()):
            continue
        before = shape[: match.start()]
        phrase = next(
            (
                p
                for p in (*clause.phrases, *(r.phrase for r in clause.refs if r.phrase))
                if p.start <= match.end() - 2 < p.end
            ),
            None,
        )
        after = shape[match.end() : match.end() + 40].lstrip()
        if phrase is not None and not phrase.plural:
            attached = next((r for r in clause.refs if r.phrase is phrase and r.titled), None)
            followed = after.startswith(
                (
                    "followed",
                    "came",
                    "arrived",
                    "appeared",
                    "was made",
                    "was released",
                    "was produced",
                    "exists",
                    "opened",
                    "premiered",
                    "in ",
                    ", ",
                    "was directed",
                )
            )
            given = _HAS.search(before[-60:]) is not None and before.strip() != ""
            if phrase.definite and not (phrase.owner and followed):
                continue
            if attached is None and not (
                given
                or (
                    followed
                    and (
                        not before.strip()
                        or phrase.start == 0
                        or before.rstrip().endswith((",", "and", "A", "An", "a", "an"))
                    )
                )
            ):
                continue
            copula = before[: phrase.start].rstrip()
            if copula.endswith((" is", " was", ", ", ",", " as")) and not given and not followed:
                continue
            if after.startswith("of ") and not given:
                continue
        if phrase is None and _HAS.search(before[-70:]) is None:
            continue
        works, sure = clause.subjects(match.start())
        owner = None
        if after.startswith("of "):
            owner = next((r for r in clause.refs if r.start >= match.end()), None)
        if owner is not None:
            works, sure = owner.works, owner.sure
        if not works:
            works, sure = clause.focus, False
        if not works:
            continue
        later = _IN_YEAR.match(shape[match.end() :]) or _YEAR.search(shape[match.end() : match.end() + 8])
        year = int(later.group(1) or 0) if later else (phrase.year if phrase else None) or relative(clause)
        at = match.start(1)
        named_after = next((r for r in clause.refs if r.titled and 0 <= r.start - match.end() < 12), None)
        for part in _parts(words):
            start = shape.find(part, at)
            at = start + len(part)
            countries = nationalities(part)[0]
            tongue = part if part in LANGUAGES and (not countries or f"{part}-language" in shape) else None
            if not countries and not tongue:
                continue
            yield Found(
                type="has_remake",
                works=works,
                stated=tongue or countries[0],
                start=min(start, match.start()),
                end=match.end(),
                value=(start, at),
                place=None if tongue else countries[0],
                tongue=tongue,
                year=year,
                target=named_after.works if named_after and not phrase_plural(phrase) else (),
                sure=sure,
            )


def phrase_plural(phrase: Reference | None) -> bool:
    """Whether a phrase speaks of several films."""
    return phrase is None or phrase.plural


def _parts(words: str) -> list[str]:
    for mark in (", and ", " and ", " & ", "/", ","):
        words = words.replace(mark, "|")
    return [part.strip() for part in words.split("|") if part.strip()]
