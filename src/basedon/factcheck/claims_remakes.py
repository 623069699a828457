"""Reads which film is said to remake which, and where, when and as what a film was remade."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.claims_dates import _LATER, moved_by
from basedon.factcheck.claims_places import LAND, land
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
_AFTER_NOUN = compiled(
    r"^(?:\pL+ )?(?:novel|book|play|story|script|series|song|memoir|legend|life|case|comic|manga|webtoon|article"
    r"|essay|tale|director|stage|world|characters?)\b"
)
_FILM_TARGET = compiled(rf"^(?:the |a |an |his |her |their |its |that |this )?(?:[\pL\d',-]+ ){{0,8}}?[\"']*{MASK}")
_WAS_CALLED = compiled(
    rf"{MASK}[\"'\x20]*(?:was|began as|started as|started life as) (?:first |originally "
    rf"|once )?an? (?:[\pL-]+ ){{1,3}}(?:film|movie|hit|drama|comedy|thriller) (?:called|titled|named) [\"']*"
)
_TITLE = compiled(
    r"^(?:the |a |an )?[\"' ]*(\p{Lu}[\pL\d'.:!-]*(?: (?:of|the|a|and|in|to|for|\p{Lu}[\pL\d'.:!?-]*|\d+))*)[\"']?"
)
_PLACED = rf"(?:in |by |for )?(?:the )?{LAND}"
_REMADE = compiled(r"\b(?:re-?made|remakes|reworked|retold|reimagined|re-imagined|redone)\b")
_GOT = compiled(
    r"\b(?:spawned|got|received|inspired|generated|led to|produced|has|had|have|with|yielded|prompted"
    r"|gave rise to|followed by|earned|saw|brought|begat|triggered|there (?:is|was|were|are|has been|have been)"
    r"|by then|came)\b[^.;:]*?\b"
    rf"({_NOUN})\b"
)
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
    rf"^(?:,| and|, and)(?: (?:then|later|again|once more|in Turkey|as|the|a"
    rf"|by))* [\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?"
)
_YEAR = compiled(r"\b((?:19|20)\d\d)\b")
_IN_YEAR = compiled(r"^[^.;()]*?\bin ((?:19|20)\d\d)\b")
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
    """What a sentence says of films and their remakes."""
    text = clause.shape
    yield from _originals(clause)
    yield from _first_was(clause)
    if (
        "remade" in text
        or "re-made" in text
        or "emake" in text
        or "version" in text
        or "retell" in text
        or "retold" in text
        or "adaptation" in text
        or "rework" in text
        or "reimagin" in text
        or "redone" in text
    ):
        yield from _remade(clause)
        yield from _listed(clause)


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
