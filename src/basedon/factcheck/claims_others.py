"""Reads what else a film's director is said to have made."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.claims_people import directors
from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.persons import MOST
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK

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
    for found in directors(clause):
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
    while len(found) < MOST:
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
