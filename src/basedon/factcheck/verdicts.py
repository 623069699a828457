"""What the catalogue says of a claim: one function for each type of claim.

To contradict a true sentence is the worst error. A claim is contradicted only where the catalogue holds another value
of a kind that excludes the one stated, for every film that may be meant; what it does not hold stays unverified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from basedon.factcheck import evidence, likeness
from basedon.factcheck.clause import Found
from basedon.factcheck.facts import Held
from basedon.factcheck.ruling import BOTH, MOST, NEAR, NO, OPEN, UNTRUE, YES, Ruling
from basedon.factcheck.verdicts_remakes import has_remake, other, remake_of
from basedon.identity.titles import normal, normal_name
from basedon.model.answer import Finding
from basedon.model.statement import REAL
from basedon.model.verdict import Basis


def judge(held: Held, found: Found) -> Ruling | None:
    """The ruling on a claim; None where it turns out to be none."""
    rulings = []
    for number in found.works[:MOST]:
        ruling = _TYPES[found.type](held, found, number)
        if ruling is None:
            continue
        if ruling.verdict is YES:
            return ruling
        rulings.append(ruling)
    if not rulings:
        return None
    first = rulings[0]
    if first.verdict is NO and any(ruling.verdict is not NO for ruling in rulings):
        return Ruling(OPEN, first.number, None, first.findings)
    return first


def _year(held: Held, found: Found, number: int) -> Ruling:
    years, stated = held.facts(number).years, int(found.stated)
    told = evidence.fact(held, number, "year")
    if not years:
        return Ruling(OPEN, number)
    if any(abs(year - stated) <= NEAR for year in years):
        near = () if stated in years else evidence.years(held, number)
        return Ruling(YES, number, None, evidence.placed(told, "for") or near)
    return Ruling(NO, number, held.facts(number).work.year or min(years), evidence.placed(told, "against"))


def _country(held: Held, found: Found, number: int) -> Ruling:
    work, stated = held.facts(number).work, str(found.stated)
    told = evidence.fact(held, number, "country")
    if not work.countries:
        return Ruling(OPEN, number)
    if likeness.same_place(stated, work.countries):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    if likeness.could_be(stated, work.countries, work.languages):
        return Ruling(OPEN, number, None, told)
    return Ruling(NO, number, work.countries[0], evidence.placed(told, "against"))


def _language(held: Held, found: Found, number: int) -> Ruling:
    work, stated = held.facts(number).work, str(found.stated)
    told = evidence.fact(held, number, "language")
    if likeness.same_tongue(stated, work.languages):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    spoken = {tongue for country in work.countries for tongue in likeness.SPOKEN.get(country, {stated})}
    if not work.languages:
        if len(work.countries) == 1 and len(spoken) == 1:
            told = evidence.fact(held, number, "country")
            if stated in spoken:
                return Ruling(YES, number, None, evidence.placed(told, "for"))
        return Ruling(OPEN, number)
    if len(work.languages) > 1 or (stated in spoken and len(work.countries) > 1):
        return Ruling(OPEN, number, None, told)
    return Ruling(NO, number, work.languages[0], evidence.placed(told, "against"))


def _director(held: Held, found: Found, number: int) -> Ruling | None:
    facts, stated = held.facts(number), str(found.stated)
    told = evidence.fact(held, number, "director")
    if likeness.same_person(stated, facts.directors):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    if found.kind == "owner" and not _is_director(held, stated, number):
        return None
    if not facts.directors:
        return Ruling(OPEN, number) if found.kind != "owner" else None
    names = [person.name for person in facts.work.directors]
    return Ruling(NO, number, " and ".join(names), evidence.placed(told, "against"))


def _is_director(held: Held, name: str, number: int) -> bool:
    """Whether "A's X" most likely says that A directed X: A directs films, and wrote nothing that X is based on."""
    if " " not in name:
        return False
    makers = [one.creator or "" for one in held.origins(number)]
    if any(
        likeness.same_person(name, [normal_name(part)]) for maker in makers for part in maker.split(" and ") if part
    ):
        return False
    rows = held.catalogue.query(
        "SELECT role, COUNT(*) FROM people JOIN credits USING (person) WHERE normal = ? GROUP BY role",
        [normal_name(name)],
    )
    counted = dict(rows)
    return bool(counted.get("director", 0) > counted.get("cast_member", 0) + counted.get("writer", 0) // 2)


def _cast(held: Held, found: Found, number: int) -> Ruling:
    facts = held.facts(number)
    told = evidence.fact(held, number, "cast_member")
    if likeness.same_person(str(found.stated), facts.cast):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    return Ruling(OPEN, number, None, told)  # lists of actors are never whole


_GENRES = dict(
    pair.split(": ")
    for pair in [
        "romantic: romance",
        "romance: romance",
        "sci-fi: science fiction",
        "comedic: comedy",
        "dramedy: comedy drama",
        "biographical: biography",
        "biopic: biography",
        "historical: history",
        "animation: animated",
        "anime: animated",
        "noir: crime",
        "heist: crime",
        "gangster: crime",
        "suspense: thriller",
        "whodunit: mystery",
        "slasher: horror",
        "tearjerker: drama",
        "melodrama: drama",
        "satirical: satire",
        "sports: sport",
        "musical: musical",
        "western: western",
    ]
)
"""Genres that are another, by another name."""


def _genre_words(genres: Iterable[str]) -> set[str]:
    words: set[str] = set()
    for genre in genres:
        low = genre.lower().replace(" film", "")
        words.add(low)
        for part in low.replace("-", " ").replace("/", " ").split():
            words.add(part)
            words.update(_GENRES.get(part, "").split())
    return words


def _genre(held: Held, found: Found, number: int) -> Ruling | None:
    work = held.facts(number).work
    told = evidence.fact(held, number, "genre")
    known = _genre_words(work.genres)
    stated = [genre for genre in (found.kind or str(found.stated)).split("|") if genre]
    if known and all(_genre_words([genre]) & known for genre in stated):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    return Ruling(OPEN, number, None, told) if found.place == "told" else None


def _true_story(held: Held, found: Found, number: int) -> Ruling:
    story = held.story(number)
    stated, chance = bool(found.stated), story.probability
    told = tuple(f for f in story.findings if f.stance != "context") or story.findings
    said = told if stated else evidence.turned(told)
    true = story.basis in (Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS)
    if story.basis is Basis.DISPUTED:
        return Ruling(BOTH, number, None, said)
    if story.basis is Basis.UNKNOWN:
        return Ruling(OPEN, number, None, said)
    if stated is true:
        return Ruling(YES, number, None, said)
    firm = any(f.stance == ("against" if stated else "for") for f in told)
    if stated and story.basis in (Basis.ADAPTATION, Basis.ORIGINAL) and any(f.stance == "for" for f in told):
        return Ruling(OPEN, number, None, said)  # a source says so, if a weak one
    if stated and firm and chance is not None and chance <= UNTRUE:
        return Ruling(NO, number, False, said)
    if not stated and firm and story.basis is Basis.TRUE_STORY and chance is not None and chance >= 1 - UNTRUE:
        return Ruling(NO, number, True, said)
    return Ruling(OPEN, number, None, said)


def _based_on(held: Held, found: Found, number: int) -> Ruling:
    known = held.origins(number)
    told = evidence.origins(held, number)
    stated = "" if found.place == "untitled" else str(found.stated)
    for one in known:
        titled = bool(stated and one.title and likeness.same_title(stated, [normal(one.title)]))
        creators = [normal_name(name) for name in _people(one.creator)]
        made = bool(found.creator and creators) and any(
            likeness.same_person(name, creators) for name in _people(found.creator)
        )
        if titled and found.creator and creators and not made:
            return Ruling(NO, number, one.creator, evidence.placed(told, "against"))
        if titled or (made and not stated):
            return Ruling(YES, number, None, evidence.placed(told, "for"))
        if made:
            return Ruling(OPEN, number, None, told)
        if stated and one.title and one.type in REAL and _words(stated) & _words(one.title):
            return Ruling(YES, number, None, evidence.placed(told, "for"))
    named = [one for one in known if one.title and one.creator and one.type not in ("film", "series")]
    print_ = found.kind in (
        "novel",
        "novella",
        "short story",
        "play",
        "memoir",
        "non-fiction book",
        "comic",
        "other",
        None,
    )
    if found.creator and named and print_ and not any(one.type in REAL or one.type == "film" for one in known):
        best = named[0]
        if not any(_words(stated) & _words(one.title or "") for one in named):
            return Ruling(NO, number, best.title if stated else best.creator, evidence.placed(told, "against"))
    return Ruling(OPEN, number, None, told)


def _people(creator: str | None) -> list[str]:
    return [part.strip() for part in (creator or "").replace(" and ", ",").replace("&", ",").split(",") if part.strip()]


def _words(text: str) -> set[str]:
    return {word for word in normal(text).split() if len(word) > 3}


def _award(held: Held, found: Found, number: int) -> Ruling:
    from rapidfuzz import fuzz

    rows = held.catalogue.query("SELECT award, year, won, source FROM awards WHERE work = ?", [number])
    stated = normal(str(found.stated).replace("Oscar", "Academy Award"))
    alike = [row for row in rows if fuzz.token_set_ratio(stated, normal(row[0])) >= 90]
    if not alike:
        return Ruling(OPEN, number)
    won = [row for row in alike if row[2]]
    said = tuple(
        Finding(
            "for",
            f"{'Won' if row[2] else 'Nominated for'} the {row[0]}{f' of {row[1]}' if row[1] else ''}.",
            row[3],
            str(row[0]),
        )
        for row in (won or alike)[:5]
    )
    if found.kind == "nominated" or won:
        return Ruling(YES, number, None, said)
    return Ruling(NO, number, "nominated", evidence.placed(said, "against"))


def _trending(held: Held, _: Found, number: int) -> Ruling:
    rows = held.catalogue.query(
        "SELECT week, country, category, rank, source FROM charts WHERE work = ? ORDER BY rank, week DESC LIMIT 3",
        [number],
    )
    if not rows:
        return Ruling(OPEN, number)
    said = tuple(
        Finding(
            "for",
            f"Rank {rank} of {category}{f' in {country}' if country else ''}{f', week of {week}' if week else ''}.",
            source,
            category,
        )
        for week, country, category, rank, source in rows
    )
    return Ruling(YES, number, None, said)


_TYPES: dict[str, Callable[[Held, Found, int], Ruling | None]] = {
    "release_year": _year,
    "country": _country,
    "original_language": _language,
    "director": _director,
    "cast": _cast,
    "genre": _genre,
    "based_on_true_story": _true_story,
    "based_on": _based_on,
    "remake_of": remake_of,
    "has_remake": has_remake,
    "other_film": other,
    "award": _award,
    "trending": _trending,
}
