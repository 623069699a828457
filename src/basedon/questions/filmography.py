"""What else did the director make?

The films that the catalogue credits to the same person, split into those before and after the film asked about.
People are one when Wikidata's item is, or where a name is borne by one item alone; others only share the name, which
is said.
"""

from __future__ import annotations

from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Table
from basedon.model.work import Person, Work
from basedon.questions.question import Asked, Question, Said

COLUMNS = ("when", "title", "year", "country", "role", "imdb", "wikidata")
ROLES = {"director": "directed", "cast_member": "played in", "writer": "wrote"}


def row(work: Work, when: str, role: str) -> tuple[str | int | None, ...]:
    """One film of a filmography."""
    return (when, work.title, work.year, ", ".join(work.countries) or None, role, work.ids.imdb, work.ids.wikidata)


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """The other films of the film's directors, or of its cast."""
    work = catalogue.work(number)
    role = asked.aspect or "director"
    rows: list[tuple[str | int | None, ...]] = []
    said = []
    for person, numbers in catalogue.credited(number, role):
        others = [w for w in catalogue.works(numbers).values() if w.id != work.id]
        rows += [row(w, when(w, work), f"{person.name}, {role.replace('_', ' ')}") for w in others]
        said.append(count(person, others, work, role))
    if not said:
        return Said(f"No source in this catalogue names the {role.replace('_', ' ')} of {work.label}.")
    wanted = {"earlier": ("earlier", "same year"), "later": ("later", "same year")}.get(asked.other or "")
    kept = tuple(r for r in rows if not wanted or r[0] in wanted)
    return Said(" ".join(said), table=Table(COLUMNS, kept))


def when(work: Work, asked_about: Work) -> str:
    """Whether a film came before or after the one asked about."""
    if work.year is None or asked_about.year is None:
        return "unknown"
    if work.year == asked_about.year:
        return "same year"
    return "earlier" if work.year < asked_about.year else "later"


def count(person: Person, others: list[Work], work: Work, role: str) -> str:
    """How many films somebody made beside this one, in a sentence."""
    if not others:
        return f"The catalogue holds no other film that {person.name} {ROLES[role]}."
    before = sum(when(w, work) == "earlier" for w in others)
    films = "one other film" if len(others) == 1 else f"{len(others)} other films"
    return f"{person.name} {ROLES[role]} {films} held here, {before} before {work.label}."


def about_person(catalogue: Catalogue, asked: Asked, person: int) -> Said:
    """All films of somebody named in the question."""
    name = catalogue.person(person).name
    numbers = search.of_title(catalogue, asked.title) if asked.title else []
    compared = catalogue.work(numbers[0]) if numbers else None
    rows = []
    for role in [asked.aspect] if asked.aspect in ROLES else ROLES:
        works = [w for w in catalogue.works(catalogue.works_of(person, role)).values() if w != compared]
        side = [(work, when(work, compared) if compared else "") for work in works]
        rows += [row(work, s, role.replace("_", " ")) for work, s in side if not compared or s == (asked.other or s)]
    if asked.other in ("first", "last") and not compared and (one := at_the_end(catalogue, asked, person)):
        which = "earliest" if asked.other == "first" else "latest"
        what = {"director": "directed by", "writer": "written by", "cast_member": "with"}[one[1]]
        return Said(f"The {which} film held here {what} {name} is {one[0].label}.", table=Table(COLUMNS, tuple(rows)))
    different = len({r[-2:] + r[1:3] for r in rows})
    films = "one film" if different == 1 else f"{different} films"
    than = f" {asked.other} than {compared.label}" if compared and asked.other else ""
    how = f" as {asked.aspect.replace('_', ' ')}" if asked.aspect in ROLES and asked.aspect else ""
    return Said(f"The catalogue credits {films}{than} to {name}{how}.", table=Table(COLUMNS, tuple(rows)))


def at_the_end(catalogue: Catalogue, asked: Asked, person: int) -> tuple[Work, str] | None:
    """Somebody's earliest or latest film in the role asked for, else in the first that they have, with that role."""
    for role in [asked.aspect] if asked.aspect in ROLES else ROLES:
        works = [w for w in catalogue.works(catalogue.works_of(person, role)).values() if w.year]
        if works:
            ordered = sorted(works, key=lambda w: (w.year or 0, w.id))
            return ordered[0 if asked.other == "first" else -1], role
    return None


ENDS = "first|last|latest|newest|oldest|earliest|most recent"

QUESTION = Question(
    kind="filmography",
    wordings=(
        r"what else (?:did|has) the (?P<aspect>director|writer|cast|star|actor|actress)s? of {film} "
        r"(?:make|made|direct(?:ed)?|do|done|write|written|star(?:red)? in|play(?:ed)? in|act(?:ed)? in)",
        r"(?:what|which) (?:are )?(?:the )?(?P<other>other|earlier|later|previous)? ?(?:films|movies)"
        r"(?: (?:did|has|were|are))?(?: (?:by|of|from|made by))? the (?P<aspect>director|writer|star|actor|actress)s? of {film}"
        r"(?: (?:make|made|direct(?:ed)?|do|done))?",
        r"(?:(?:all|list|show|the) )*(?:(?P<other>other|earlier|later|previous|next) )?(?:films|movies|works) (?:by|of|from) the "
        r"(?P<aspect>director|writer|star)s? of {film}",
        r"what (?:did|else did) the (?:director|makers) of {film} (?:make|direct|do) (?P<other>before|after|next|later|earlier).*",
        r"what else (?:did|has) (?:its |the |his |her )?(?P<aspect>director|writer|he|she|they)s? "
        r"(?:make|made|direct(?:ed)?|do|done|write|written)",
        r"what (?:else )?(?:did|has) {person} (?:make|made|direct(?:ed)?|done|write|written)(?: (?P<other>before|after) {film})?",
        r"(?:what|which) (?:films|movies) (?:did|has) {person} (?:make|made|direct(?:ed)?|write|written|star(?:red)? in)"
        r"(?: (?P<other>before|after) {film})?",
        r"(?:(?:what|which|the|all|list|show|me) )*(?:(?P<other>earlier|later|other|previous) )?(?:films|movies) "
        r"(?:(?:made |directed )?by|of|from|with|starring) {person}",
        rf"(?:(?:what|which|the|is|was|'s) )*(?P<other>{ENDS}) (?:film|movie) (?:(?P<aspect>starring|with|directed by|written by) |"
        rf"by |of |from ){{person}}",
        rf"(?:(?:what|which|is|was) )*{{person}}'s (?P<other>{ENDS}) (?:film|movie)",
        rf"(?:what|which) (?:is|was) {{person}}'s (?P<other>{ENDS}) (?:film|movie)",
        r"(?:the )?filmography of {person}",
        r"{person}(?:'s)? (?:filmography|films|movies|other films)",
    ),
    read_as="other films of the makers of {film}",
    example="What else did the director of {film} make?",
    answer=answer,
    about_person=about_person,
)
