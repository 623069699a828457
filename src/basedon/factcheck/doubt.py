"""When a contradiction is more likely a misreading: what else a sentence may say comes first.

Each rule is general: a year beside a book is the book's, a sentence that names the right director tells of a further
helper, a title that goes on is another film's.
"""

from __future__ import annotations

from basedon.factcheck.clause import Clause, Found
from basedon.factcheck.facts import Held
from basedon.factcheck.ruling import NEAR, NO, YES, Ruling
from basedon.identity.titles import normal, normal_name
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled
from basedon.prose.places import COUNTRIES
from basedon.prose.references import MASK

_PRINT = (
    r"(?:novels?|novellas?|books?|memoirs?|plays?|musicals?|operas?|operettas?|poems?|stor(?:y|ies)|tales?|articles?"
    r"|comics?|strips?|mangas?|webtoons?|collections?|anthology|ballads?|songs?|albums?|series|serials?|works?"
    r"|biograph(?:y|ies)|autobiograph(?:y|ies)|games?|stage|Broadway|radio|script|screenplay)"
)
_SOURCE = compiled(rf"\b{_PRINT}\b[^.;]*$", case=False)
_SOURCE_BEHIND = compiled(rf"^(?:'s)? (?:[\pL'-]+ ){{0,4}}?{_PRINT}\b", case=False)
_OF_FILM = compiled(
    r"\b(?:directed|helmed|filmed|film|movie|remake|released?|premiered?|came out|opened|made|directs?|stars?)\b",
    case=False,
)
_OTHER_DATE = compiled(
    r"\b(?:re-?(?:released?|issued?|edited|stored|mastered)|first appeared|appeared in|debuted in the|later released"
    r"|previous(?:ly)?|earlier|unrelated|also titled|back in|silent era|shot|shooting|filming|produced|written"
    r"|published|copyright\w*|born|died|set in|takes? place|sold|bought|theatres? in|theaters in|restoration|DVD"
    r"|television|video|inducted|selected|preserved|lost|found|ranked|awarded|won)\b[^.;]*$",
    case=False,
)
_CREW = compiled(
    r"\b(?:(?:art|music\w*|casting|technical|assistant|unit|dance|creative|photography|costume\w*)[ -]direct\w*"
    r"|direct\w+ of photography|co-?direct\w*|sets?|numbers|scenes?|sequences?|segments?|episodes?|songs?|praised?"
    r"|narrat\w*|photograph\w*|choreograph\w*|produced|distributed|financed|entitled|uncredited)\b[^.;]*$",
    case=False,
)
_FIRM = compiled(
    r"(?:Corporation|Company|Co\.|International|Pictures|Studios?|Films?|Productions?|Entertainment|Inc\.?|Media"
    r"|Bros\.?|Brothers|Cinema|Animation|Television|Network|Disney|Institute)$"
)
_BORN = compiled(r"(?i:-born|-based|-raised)$")
_GOES_ON = compiled(
    r"^[\"']?(?:: ?[\"']?\p{Lu}|[ ]?[\x{2013}\x{2014}-] ?(?:Part|Chapter|Episode|Volume)"
    r"| (?:(?:\pL+ ){0,1}(?:franchise|saga|universe|trilogy|series|films|movies|sequels?|spin-offs?)\b)"
    r"| (?:Saga|Part|Chapter|Trilogy|Universe|II|III|IV|[2-9]\b))".replace("[ ]", r"\x20")
)
_AGAIN = compiled(
    r"\b(?:re-?mak\w+|version|adaptation|retelling|reboot|sequel|prequel|spin-off)s? (?:of|to|on)\b[^.;]*$"
)
_TURNS = compiled(
    r"^ (?:gives|gave|took|takes|brought|brings|moved|moves|turned|turns|transformed|transplanted|relocated|reworked)\b"
)
"""What somebody does with another's film."""

REACH = 70
"""Characters before a value that tell what it is of."""


def settled(held: Held, clause: Clause, found: Found, ruling: Ruling) -> Ruling | None:
    """The ruling on a claim, where one that would contradict it stands; None where it was most likely misread."""
    if ruling.verdict is not NO:
        return ruling
    if not found.sure and elsewhere(held, clause, ruling.number):
        return None
    if found.type == "release_year":
        return _year(held, clause, found, ruling)
    if longer_title(clause, ruling.number):
        return None
    if found.type == "director":
        return None if _no_director(held, clause, found, ruling) else ruling
    if found.type == "based_on":
        return None if _other_source(held, clause, found, ruling) else ruling
    if found.type in ("remake_of", "has_remake"):
        return None if _one_title(held, found, ruling) else ruling
    return ruling


def _one_title(held: Held, found: Found, ruling: Ruling) -> bool:
    """Whether the film stated bears the title of the film itself, or its title was read in part only."""
    stated = normal(str(found.stated))
    whole = normal(str(ruling.correct or "").split(" (")[0])
    return stated in held.facts(ruling.number).keys or f"{whole} ".startswith(f"{stated} ")


def longer_title(clause: Clause, number: int) -> bool:
    """Whether the film is only named by words with which a longer title, or that of a series of films, begins."""
    named = [ref for ref in clause.refs if ref.titled and number in ref.works]
    return bool(named) and all(_GOES_ON.match(clause.shape[ref.end : ref.end + 40]) for ref in named)


def elsewhere(held: Held, clause: Clause, number: int) -> bool:
    """Whether a claim of an unsure film may be of another: one that the sentence names, or one of the same family."""
    named = {n for ref in clause.refs for n in ref.works[:1]}
    return bool(named - {number}) or len(held.family(number)) > 1


def _year(held: Held, clause: Clause, found: Found, ruling: Ruling) -> Ruling | None:
    years, stated = held.facts(ruling.number).years, int(found.stated)
    beside = _at_title(clause, found)
    twin = of_year(held, ruling.number, stated) if not found.sure or beside else None
    if twin is not None:
        return Ruling(YES, twin) if beside else None
    if longer_title(clause, ruling.number) or _one_of_several(held, clause, ruling.number):
        return None
    at = found.value[0] if found.value else found.start
    before = clause.shape[max(0, at - REACH) : at]
    if any(abs(int(word) - year) <= NEAR for word in _years(clause.shape) if int(word) != stated for year in years):
        return None  # the sentence gives the right year too: this one is of something else
    source = _SOURCE.search(before)
    if source and not _OF_FILM.search(source.group() or ""):
        return None
    if found.value and _SOURCE_BEHIND.match(clause.shape[found.value[1] :]):
        return None
    if _OTHER_DATE.search(before):
        return None
    if ruling.number in clause.topic and _AGAIN.search(before):
        return None  # of the older film of that title, which is not held
    return ruling


def _one_of_several(held: Held, clause: Clause, number: int) -> bool:
    """Whether only a phrase ("that version") stands for the film, which may mean another of its family."""
    named = [ref for ref in clause.refs if number in ref.works]
    return (
        bool(named)
        and all(ref.phrase is not None and ref.phrase.role == "remake" and not ref.titled for ref in named)
        and not any(ref.phrase and (ref.phrase.countries or ref.phrase.languages) for ref in named)
        and len(held.family(number)) > 2
    )


def _at_title(clause: Clause, found: Found) -> bool:
    """Whether a year stands in the bracket right behind its title."""
    if found.value is None:
        return False
    before = clause.shape[: found.value[0]].rstrip()
    return before.endswith("(") and before[:-1].rstrip(" \"'").endswith(MASK)


def of_year(held: Held, number: int, year: int) -> int | None:
    """Another film that bears one of a film's titles and came out in a year."""
    keys = sorted(held.facts(number).keys)[:12]
    marks = ", ".join("?" * len(keys))
    rows = held.catalogue.query(
        f"SELECT work FROM titles JOIN years USING (work) WHERE normal IN ({marks}) AND work != ?"
        " AND year BETWEEN ? AND ? ORDER BY ABS(year - ?), work LIMIT 1",
        [*keys, number, year - NEAR, year + NEAR, year],
    )
    return next((work for (work,) in rows), None)


def _years(shape: str) -> list[str]:
    """The numbers of four digits in a sentence."""
    return [word for word in "".join(c if c.isdigit() else " " for c in shape).split() if len(word) == 4]


def _no_director(held: Held, clause: Clause, found: Found, ruling: Ruling) -> bool:
    """Whether who is named is no director by this sentence, or one beside the director whom the catalogue holds."""
    name = str(found.stated)
    first = name.split(" ", 1)[0]
    if " " not in name or _FIRM.search(name) or _BORN.search(first) or nationalities(first)[0] or first in COUNTRIES:
        return True
    if any(_FIRM.search(one.name) or "/" in one.name for one in held.facts(ruling.number).work.directors):
        return True
    said = f" {normal_name(clause.text)} "
    if any(f" {director} " in said for director in held.facts(ruling.number).directors):
        return True
    if found.value is None:
        return False
    if _TURNS.match(clause.shape[found.value[1] :]):
        return True
    before = clause.shape[max(0, found.value[0] - REACH) : found.value[0]]
    if _CREW.search(before):
        return True
    source = _SOURCE.search(before)
    return source is not None and not _OF_FILM.search(source.group() or "")


def _other_source(held: Held, clause: Clause, found: Found, ruling: Ruling) -> bool:
    """Whether the sentence names the known source or its maker too, so that this one is a further or an older one."""
    text = f" {normal(clause.text)} "
    words = f" {normal_name(clause.text)} "
    for one in held.origins(ruling.number):
        titles = {normal(one.title)} if one.title and found.stated != one.title else set()
        if any(f" {title} " in text for title in titles if title and title not in held.facts(ruling.number).keys):
            return True
        makers = [part.strip() for part in (one.creator or "").replace(" and ", ",").split(",") if part.strip()]
        if any(f" {normal_name(maker)} " in words for maker in makers):
            return True
    return False
