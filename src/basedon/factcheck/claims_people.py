"""Reads who is said to have directed a film."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.persons import NAME, credit, is_person, joined_family, names, part
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK

_DIRECTED_BY = compiled(
    r"\b(?:(?:co-)?directed|helmed|filmed|(?:was|were"
    r"|is) (?:re)?made(?: in (?:the )?\p{Lu}\pL+(?: \p{Lu}\pL+)?)?)(?:(?:,? and|,) (?:co-)?(?:written|produced"
    r"|scripted|co-written|shot|edited|adapted))*(?: for \p{Lu}[\pL]+)? by "
    r"|\bunder the direction of |\bdirectorial debut of |\bdirection (?:is|was|came|comes) (?:by|from) "
    r"|\b(?:by|from) (?:the )?(?:[\pL-]+ )?(?:director|filmmaker|writer-director|film-maker)s? "
)

_FILM_BY = compiled(
    rf"(?:\b(?:film|movie|drama|picture|comedy|thriller|original|remake|version)"
    rf"|{MASK}[\"'\x20]*(?: \([^()]*\))?,?) (?:made |remade )?by "
)
_SOURCE = compiled(
    r"\b(?:novels?|novellas?|stor(?:y|ies)|books?|memoirs?|articles?|plays?|musicals?|comics?|mangas?|games?|songs?"
    r"|tales?|poems?|operas?|series)[\"'\x20]*$"
    r"|\b(?:based (?:up)?on|inspired by|adapted from|adapts|adaptation of) (?:the (?:film|movie) )?[\"'\x20]*$"
)

_WHO_DIRECTED = compiled(
    rf"{NAME}(?: \([^()]*\))?,? (?:who |had |also |then |later |first |himself |herself |previously "
    rf"|once )?(?:directed|directs|helmed|helms|made|remade|shot"
    rf"|co-directed) (?:the )?(?:[\pL\d-]+ ){{0,4}}[\"']*({MASK}+|it|the film|the movie|the original|the remake)"
)

_TURNS = compiled(
    rf"{NAME} (?:filmed|turned|transformed|repeated|reworked|moved|took|brought|transplanted|redid|reshot"
    rf"|relocated|retold|reimagined|gives|gave|shot|takes|turns|moves|remakes) (?:his own |her own "
    rf"|the )?[\"'\x20]*({MASK}+)"
)

_OWNS = compiled(
    rf"(?:\b(?:[Dd]irector|[Ff]ilmmaker|[Aa]uteur)s? )?{NAME}'s? (?:own |debut |directorial |feature "
    rf"|[a-z-]+ ){{0,3}}?(?:(?:18|19|20)\d\d )?(?:[\pL-]+ ){{0,4}}[\"']*({MASK}+)"
)

_ITS_DIRECTOR = compiled(
    rf"(?:{MASK}'s?|{MASK}|\b[Ii]ts|\b[Tt]he film's|\b[Tt]he movie's) (?:[a-z]+ )?(?:director|filmmaker"
    rf"|helmer),? ((?:was|is) )?{NAME}"
)

_DIRECTOR_OF = compiled(
    rf"\b(?:the )?(?:director|filmmaker)(?: of"
    rf"| behind) (?:the )?(?:[\pL\d-]+ ){{0,4}}?[\"']*({MASK}+)[\"']*(?: \([^()]*\))?,? (?:was |is )?{NAME}"
)

_NAME_DIRECTOR = compiled(
    rf"{NAME}, (?:the |its )?(?:director|filmmaker)(?: of"
    rf"| behind) (?:the )?(?:[\pL\d-]+ ){{0,4}}?[\"']*({MASK}+|the film|the movie|the original)"
)


def directors(clause: Clause) -> Iterator[Found]:
    """The directors of a sentence, each with where the name stands."""
    shape = clause.shape
    for match in _DIRECTED_BY.finditer(shape):
        before = shape[max(0, match.start() - 30) : match.start()].rstrip()
        if before.endswith(("not", "n't", "episodes", "scenes", "series", "play", "production of")):
            continue
        listed = names(clause, match.end())
        if not listed:
            continue
        works, sure = clause.subjects(match.start(), participle=True)
        if not works:
            continue
        yield from credit("director", works, sure, match.start(), joined_family(listed))
    for match in _FILM_BY.finditer(shape):
        listed = names(clause, match.end())
        if not listed or " " not in listed[0][0]:
            continue
        ref = clause.at(match.start(), match.start() + 1)
        begins = ref.name if ref else match.start()
        if _SOURCE.search(shape[max(0, begins - 40) : begins]):
            continue  # "the novel Kim by Rudyard Kipling" tells who wrote it
        works, sure = (ref.works, ref.sure) if ref else described(clause, match.start())
        if works:
            yield from credit("director", works, sure, ref.start if ref else match.start(), listed)
    for match in _WHO_DIRECTED.finditer(shape):
        works, sure = _object(clause, match.start(2), match.end(2))
        if works and is_person(match.group(1)) and not _past(match.group(0)):
            yield from credit("director", works, sure, match.start(), [part(match, 1)])
    for match in _TURNS.finditer(shape):
        ref = clause.at(match.start(2), match.end(2))
        if ref and is_person(match.group(1)) and " " in (match.group(1) or ""):
            yield Found(
                type="director",
                works=ref.works,
                stated=match.group(1) or "",
                start=match.start(),
                end=match.end(),
                value=(match.start(1), match.end(1)),
                sure=ref.sure,
                kind="owner",
            )
    for match in _OWNS.finditer(shape):
        ref = clause.at(match.start(2), match.end(2))
        said = match.group(0) or ""
        if ref is None or not is_person(match.group(1)) or _story_by(said):
            continue
        director = said.lower().startswith(("director", "filmmaker", "auteur"))
        name = (match.group(1) or "").removesuffix("'s").removesuffix("'")
        if not director and " " not in name:
            continue
        yield Found(
            type="director",
            works=ref.works,
            stated=name,
            start=match.start(1),
            end=match.end(2),
            value=(match.start(1), match.end(1)),
            sure=ref.sure,
            kind="" if director else "owner",
        )
    for match in _ITS_DIRECTOR.finditer(shape):
        ref = clause.at(match.start(), match.start() + 1)
        works, sure = (ref.works, ref.sure) if ref else clause.subjects(match.start() + 1)
        if works and is_person(match.group(2)):
            name = (match.group(2) or "").removesuffix("'s")
            yield from credit(
                "director", works, sure, match.start(), [(name, match.start(2), match.start(2) + len(name))]
            )
    for match in _DIRECTOR_OF.finditer(shape):
        ref = clause.at(match.start(1), match.end(1))
        if ref and is_person(match.group(2)):
            yield from credit(
                "director",
                ref.works,
                ref.sure,
                match.start(),
                [(match.group(2) or "", match.start(2), match.end(2))],
            )
    for match in _NAME_DIRECTOR.finditer(shape):
        works, sure = _object(clause, match.start(2), match.end(2))
        if works and is_person(match.group(1)):
            yield from credit("director", works, sure, match.start(), [part(match, 1)])


def _story_by(said: str) -> bool:
    return any(
        word in said
        for word in (
            " novel",
            " book",
            " play",
            " story",
            " memoir",
            " script",
            " screenplay",
            " role",
            " performance",
            " character",
            " career",
            " version of",
        )
    )


_OTHERWISE = ("of", "from", "for", "about", "after", "before", "with", "than")


def _past(said: str | None) -> bool:
    return any(
        f" {word} " in (said or "") for word in ("of", "from", "for", "about", "after", "before", "with", "than")
    )


def _object(clause: Clause, start: int, end: int) -> tuple[Films, bool]:
    ref = clause.at(start, end)
    if ref:
        return ref.works, ref.sure
    return (clause.focus, False) if clause.shape[start:end] in ("it", "the film", "the movie") else ((), False)


def described(clause: Clause, at: int) -> tuple[Films, bool]:
    """The films of "X is a film by A", "the original by A", "a remake by A"."""
    phrase = next((p for p in clause.phrases if p.start <= at <= p.end), None)
    if phrase is None:
        ref = next((r for r in clause.refs if r.start <= at <= r.end), None)
        return (ref.works, ref.sure) if ref else ((), False)
    return clause.subjects(phrase.start)


def read(clause: Clause) -> Iterator[Found]:
    """The directors that a sentence states."""
    yield from directors(clause)
