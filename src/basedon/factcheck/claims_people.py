"""Reads who is said to have directed a film, who plays in it, and what else its director made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.naming import COMMON
from basedon.model.claim import ClaimType
from basedon.prose.names import name_text, read_name
from basedon.prose.patterns import Match, compiled, lexicon
from basedon.prose.phrases import word_at
from basedon.prose.references import MASK
from basedon.prose.tokens import Token

_MOST = 12
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
_NAME = r"((?:\p{Lu}[\pL.'-]*[ ](?:(?:de|del|della|di|da|van|von|der|den|la|le|bin|al|el)[ ])*){0,4}\p{Lu}[\pL'-]*)"
_NAME = _NAME.replace("[ ]", r"\x20")
_WHO_DIRECTED = compiled(
    rf"{_NAME}(?: \([^()]*\))?,? (?:who |had |also |then |later |first |himself |herself |previously "
    rf"|once )?(?:directed|directs|helmed|helms|made|remade|shot"
    rf"|co-directed) (?:the )?(?:[\pL\d-]+ ){{0,4}}[\"']*({MASK}+|it|the film|the movie|the original|the remake)"
)
_TURNS = compiled(
    rf"{_NAME} (?:filmed|turned|transformed|repeated|reworked|moved|took|brought|transplanted|redid|reshot"
    rf"|relocated|retold|reimagined|gives|gave|shot|takes|turns|moves|remakes) (?:his own |her own "
    rf"|the )?[\"'\x20]*({MASK}+)"
)
_OWNS = compiled(
    rf"(?:\b(?:[Dd]irector|[Ff]ilmmaker|[Aa]uteur)s? )?{_NAME}'s? (?:own |debut |directorial |feature "
    rf"|[a-z-]+ ){{0,3}}?(?:(?:18|19|20)\d\d )?(?:[\pL-]+ ){{0,4}}[\"']*({MASK}+)"
)
_OWNS_S = compiled(rf"\b(?:director|filmmaker) {_NAME}", case=True)
_ITS_DIRECTOR = compiled(
    rf"(?:{MASK}'s?|{MASK}|\b[Ii]ts|\b[Tt]he film's|\b[Tt]he movie's) (?:[a-z]+ )?(?:director|filmmaker"
    rf"|helmer),? ((?:was|is) )?{_NAME}"
)
_DIRECTOR_OF = compiled(
    rf"\b(?:the )?(?:director|filmmaker)(?: of"
    rf"| behind) (?:the )?(?:[\pL\d-]+ ){{0,4}}?[\"']*({MASK}+)[\"']*(?: \([^()]*\))?,? (?:was |is )?{_NAME}"
)
_NAME_DIRECTOR = compiled(
    rf"{_NAME}, (?:the |its )?(?:director|filmmaker)(?: of"
    rf"| behind) (?:the )?(?:[\pL\d-]+ ){{0,4}}?[\"']*({MASK}+|the film|the movie|the original)"
)
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
    rf"{_NAME}(?: \([^()]*\))? (?:also |memorably |who |here |again |then )?(?:plays|played|stars|starred"
    rf"|co-stars|portrays|portrayed|headlines|headlined|leads the cast|appears|appeared|takes the lead"
    rf"|took the lead|takes over|is the|was cast|is cast|takes on the (?:lead|role)|took on the (?:lead|role)"
    rf"|shines|gives|stepped into|leads|led)\b"
)
_AND_PLAY = compiled(
    rf"{_NAME} and {_NAME} (?:also |both )?(?:play|star|co-star|starred|played|lead|portray|headline|appear)\b"
)
_PLAY_ONLY = frozenset({"gives", "leads", "led", "is the", "shines", "takes over", "stepped into"})
_DIRECTING = compiled(r"\b(?:direct\w*|helm\w*|career|the charge|revolution)\b")
_ROLE_AFTER = compiled(r"^ (?:[a-z]+ )?(?:performance|turn|role|lead|in the lead|the lead|in it|as |in )")
_ING = compiled(r"^ (?:[a-z]+ly )?[a-z]+ing\b")
_NOT_NAMES = lexicon(
    "The A An It Its He She They This That These In On At And But Or Both Netflix Turkish Korean Korea"
    " Turkey Hollywood Bollywood Critics Audiences Fans Viewers Everyone Nobody Some Many One Two Three"
    " When After Before While Although Oscar Academy Disney"
)
_OTHER = compiled(
    r"\b(?:(?:also|previously|earlier|had|later|went on to|then|first|since|once|would go on to|next|already|has"
    r"|subsequently|would later) (?:already |also |previously |since |later )?(?:directed|made|helmed|direct|make|shot)"
    r"|(?:other|earlier|previous|later|best-known|subsequent|past|prior|first|next|other well-known|early"
    r"|most famous) (?:films?|movies?|works?|features?|credits?|hits?|pictures?|directorial efforts?) (?:include"
    r"|includes|included|is|was|are|were|such as|like|:)"
    r"|(?:best |better |also |widely |mostly |chiefly )?known (?:for|from)|filmography (?:includes"
    r"|also includes)|credits (?:include|also include)|(?:the |also the )?director of|maker of|also made"
    r"|whose (?:films|credits|work|films also|résumé) (?:include|includes))\b[ :]*",
    case=False,
)
_LISTED = compiled(
    rf"^(?:the |a |his |her |such |films |like |as |and |both |also |hits |his own |another |film |movie "
    rf"|comedy |drama |thriller |hit |[a-z-]+ ){{0,4}}[\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?"
)
_NEXT = compiled(
    rf"^(?:,? and(?: also)?|,| as well as|;| &)(?: then| later| the| his| her"
    rf"| [a-z-]+){{0,4}} [\"']*({MASK}+)[\"']*(?: ?\(([^()]*)\))?"
)
_BRACKETED = compiled(r"^ ?\(((?:[^()]|\([^()]*\))*)\)")
_UNKNOWN = compiled(r"^[\"']?(\p{Lu}[\pL\d'.:!?-]*(?: (?:of|the|a|and|in|to|for|\p{Lu}[\pL\d'.:!?-]*|\d+))*)")


def read(clause: Clause) -> Iterator[Found]:
    """The directors, actors and other films that a sentence states."""
    yield from _directors(clause)
    yield from _cast(clause)
    yield from _others(clause)


def names(clause: Clause, at: int) -> list[tuple[str, int, int]]:
    """The names of a list that begins at an offset, each with where it stands; "A, B (C) and D"."""
    words = clause.words
    here = word_at(words, at)
    found: list[tuple[str, int, int]] = []
    while here < len(words) and len(found) < _MOST:
        here = _past_role(clause, here)
        end = read_name(words, here)
        if end == here:
            break
        name = name_text(clause.shape, words, (here, end))
        start = words[here].start
        if (
            MASK in name
            or name.endswith(("Pictures", "Studios", "Films", "Entertainment", "Productions", "Brothers", "Disney"))
            or name in _NOT_NAMES
            or name in COMMON
        ):
            break
        found.append((name, start, start + len(name)))
        if words[end - 1].text.endswith(("'s", "s'")):
            break
        here = end
        if here < len(words) and words[here].text == "(":
            closing = next((n for n in range(here, min(here + 40, len(words))) if words[n].text == ")"), None)
            if closing is None:
                break
            here = closing + 1
        if here < len(words) and words[here].text == "as":  # "A as the mother, B as"
            skip = here + 1
            while skip < len(words) and words[skip].text not in (",", "and", ";", ".", "(") and skip - here < 14:
                skip += 1
            if (
                skip < len(words)
                and words[skip].text in (",", "and")
                and _is_name(words, skip + 1)
                and " as " in clause.shape[words[skip].end :]
            ):
                here = skip
            else:
                break
        if here >= len(words):
            break
        text = words[here].text
        if text == "," and here + 1 < len(words) and words[here + 1].text in ("and", "&"):
            here += 2
        elif text in ("and", "&", "with", "alongside", "opposite") or (
            text == "," and _listed(words, here + 1, len(found))
        ):
            here += 1
        elif text == "," and here + 1 < len(words) and words[here + 1].text in ("with", "alongside", "opposite"):
            here += 2
        else:
            break
    return found


def _is_name(words: Sequence[Token], at: int) -> bool:
    return read_name(words, at) > at


def _listed(words: Sequence[Token], at: int, many: int) -> bool:
    """Whether a comma goes on with a further name: a list that closes with "and", or of full names."""
    end = read_name(words, at)
    if end == at or end - at > 5:
        return False
    if many > 1 and end - at >= 2:
        return True
    here = end
    for _ in range(_MOST):
        if here >= len(words):
            return end - at >= 2
        if words[here].text in ("and", "&"):
            return read_name(words, here + 1) > here + 1
        if words[here].text == "(":
            while here < len(words) and words[here].text != ")":
                here += 1
            here += 1
            continue
        if words[here].text != ",":
            return end - at >= 2 and words[here].text in (".", ";", ")", "as")
        if here + 1 < len(words) and words[here + 1].text in ("and", "&"):
            return read_name(words, here + 2) > here + 2
        following = read_name(words, here + 1)
        if following == here + 1:
            return end - at >= 2
        here = following
    return False


_ROLES = lexicon(
    "director filmmaker actor actress actors comedian singer newcomer veteran the duo brothers then and"
    " child young directors writer-director superstar late great legendary acclaimed first-time debut"
    " debutant pop rising actor-director screen icon Korean Turkish Indian Japanese French American"
    " British Hollywood Bollywood"
)


def _past_role(clause: Clause, at: int) -> int:
    """The word after "director", "the Turkish actor": nationalities only where a role follows."""
    here = at
    while here < len(clause.words) and clause.words[here].text in _ROLES and here - at < 4:
        here += 1
    passed = {clause.words[n].text for n in range(at, here)}
    small = any(word.islower() and word not in ("and", "the", "then") for word in passed)
    return here if small or passed <= {"the", "and", "then"} else at


def _credit(
    type_: ClaimType, works: Films, sure: bool, start: int, listed: list[tuple[str, int, int]]
) -> Iterator[Found]:
    for name, begun, end in listed:
        if " " not in name and name in _NOT_NAMES:
            continue
        yield Found(
            type=type_,
            works=works,
            stated=name,
            start=min(start, begun),
            end=max(end, start),
            value=(begun, end),
            sure=sure,
        )


def _directors(clause: Clause) -> Iterator[Found]:
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
        yield from _credit("director", works, sure, match.start(), joined_family(listed))
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
            yield from _credit("director", works, sure, match.start(), listed)
    for match in _WHO_DIRECTED.finditer(shape):
        works, sure = _object(clause, match.start(2), match.end(2))
        if works and _person(match.group(1)) and not _past(match.group(0)):
            yield from _credit("director", works, sure, match.start(), [part(match, 1)])
    for match in _TURNS.finditer(shape):
        ref = clause.at(match.start(2), match.end(2))
        if ref and _person(match.group(1)) and " " in (match.group(1) or ""):
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
        if ref is None or not _person(match.group(1)) or _story_by(said):
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
        if works and _person(match.group(2)):
            name = (match.group(2) or "").removesuffix("'s")
            yield from _credit(
                "director", works, sure, match.start(), [(name, match.start(2), match.start(2) + len(name))]
            )
    for match in _DIRECTOR_OF.finditer(shape):
        ref = clause.at(match.start(1), match.end(1))
        if ref and _person(match.group(2)):
            yield from _credit(
                "director",
                ref.works,
                ref.sure,
                match.start(),
                [(match.group(2) or "", match.start(2), match.end(2))],
            )
    for match in _NAME_DIRECTOR.finditer(shape):
        works, sure = _object(clause, match.start(2), match.end(2))
        if works and _person(match.group(1)):
            yield from _credit("director", works, sure, match.start(), [part(match, 1)])


def part(match: Match, group: int) -> tuple[str, int, int]:
    """A name that a pattern found, with where it stands."""
    return match.group(group) or "", match.start(group), match.end(group)


def joined_family(listed: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Two first names with one surname are two of that name: "Joel and Ethan Coen"."""
    if len(listed) == 2 and " " not in listed[0][0] and " " in listed[1][0]:
        first, start, end = listed[0]
        return [(f"{first} {listed[1][0].rsplit(' ', 1)[1]}", start, end), listed[1]]
    return listed


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


def _person(name: str | None) -> bool:
    if not name:
        return False
    words = name.split()
    return (
        words[0].strip("'") not in _NOT_NAMES
        and MASK not in name
        and not name.isupper()
        and (len(words) > 1 or name not in COMMON)
        and name not in COMMON
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


def _cast(clause: Clause) -> Iterator[Found]:
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
            yield from _credit("cast", works, sure, match.start(), listed)
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
            yield from _credit("director", works, sure, match.end(), listed) if works else ()
            continue
        at = match.end() - len((match.group() or "").rsplit("with", 1)[-1]) - 4
        works, sure = clause.subjects(at, participle=True)
        if works:
            yield from _credit("cast", works, sure, at, listed)
    for match in _PLAYED_BY.finditer(shape):
        listed = names(clause, match.end())[:2]
        works, sure = clause.subjects(match.start(), participle=True)
        if works and listed and not shape[match.end() :].startswith("the same"):
            yield from _credit("cast", works, sure, match.start(), listed)
    for match in _AND_PLAY.finditer(shape):
        if _person(match.group(1)) and _person(match.group(2)):
            works, sure = _played_in(clause, match.start(), match.end())
            yield from (
                _credit(
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
            not _person(name)
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
            yield from _credit("cast", works, sure, match.start(), [(name, match.start(1), match.end(1))])


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


def _others(clause: Clause) -> Iterator[Found]:
    """Other films of the director: behind the name in brackets, and behind "also made", "best known for"."""
    shape = clause.shape
    for match in _OTHER.finditer(shape):
        said = (match.group() or "").lower()
        films = _films(clause, match.end())
        works = clause.makers
        near = clause.before(match.start())
        person = clause.shape[: match.start()]
        if not films or not works:
            continue
        of_film = "direct" in said and "of" in said.split()[-1:] and not said.startswith(("also", "the also"))
        if of_film and (  # "from the director of X": of the film spoken of; "the director of X" may be anybody
            not person.rstrip().endswith((",", "from the", "from", "is also the", "also the")) or near is None
        ):
            continue
        if near is not None and near.titled and not clause.is_object(near):
            works = near.works
        named = list(_ANY_NAME.finditer(person))
        if named and not any(
            a.end >= named[-1].start() and "director" in a.roles and a.work in works
            for a in clause.people
            if a.start <= named[-1].end()
        ):
            continue  # of somebody else
        films = [film for film in films if not set(film[2]) & set(works)]
        for start, end, target, year in films:
            yield Found(
                type="other_film",
                works=works,
                stated=clause.text[start:end],
                start=match.start(),
                end=end,
                value=(start, end),
                target=target,
                year=year,
                sure=False,
            )
    for found in _directors(clause):
        if found.value is None or found.kind == "owner":
            continue
        bracket = _BRACKETED.match(shape[found.value[1] :])
        if bracket is None:
            continue
        inside = found.value[1] + bracket.start(1)
        for start, end, target, year in _titles(clause, inside, inside + len(bracket.group(1) or "")):
            yield Found(
                type="other_film",
                works=found.works,
                stated=clause.text[start:end],
                start=start,
                end=end,
                value=(start, end),
                target=target,
                year=year,
                sure=found.sure,
            )


_ANY_NAME = compiled(r"\p{Lu}[\pL'-]+(?:\x20\p{Lu}[\pL'-]+)+")
Film = tuple[int, int, Films, int | None]


def _films(clause: Clause, at: int) -> list[Film]:
    """The films of a list that begins at an offset."""
    found: list[Film] = []
    pattern = _LISTED
    while len(found) < _MOST:
        match = pattern.match(clause.shape[at:])
        if match is None:
            break
        ref = clause.at(at + match.start(1), at + match.end(1))
        if ref is None:
            break
        year = next(
            (
                int(part)
                for part in (match.group(2) or "").replace(",", " ").split()
                if part.isdigit() and len(part) == 4
            ),
            None,
        )
        found.append((at + match.start(1), at + match.end(1), ref.works, year))
        at += match.end()
        pattern = _NEXT
    return found


def _titles(clause: Clause, start: int, end: int) -> list[Film]:
    """The films of a bracket behind a director's name: those found by title, and other names in capitals."""
    found: list[Film] = []
    at = start
    for part in _split(clause.shape[start:end]):
        begun = at + (len(part) - len(part.lstrip(" \"'")))
        body = part.strip(" \"'")
        at += len(part) + 1
        masks = [ref for ref in clause.refs if ref.titled and begun <= ref.name < begun + len(body) + 1]
        if masks:
            found += [(ref.name, ref.end, ref.works, None) for ref in masks]
            continue
        title = _UNKNOWN.match(body)
        if title and not body[:1].islower() and not body[:4].isdigit():
            found.append((begun, begun + len(title.group(1) or ""), (), None))
        elif not title:
            break
    return found


def _split(text: str) -> list[str]:
    return text.replace(";", ",").split(",")
