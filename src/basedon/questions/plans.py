"""Answers a plan from the catalogue: sets of works, step by step along its relations, the narrowest condition first.

Films made by the people of a film are other films than that one, and those who did something together with somebody
are other people. A story basis is weighed film by film, so it comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from basedon.catalogue import relations, search
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import NotFound
from basedon.identity.titles import normal
from basedon.model.verdict import Basis
from basedon.questions import true_story
from basedon.questions.plan import PERSONAL, ROLES, Films, Name, Noun, Of, Origins, Plan, Relation, Value, Where, Years

MOST_WEIGHED = 1500
"""Films of a set whose story basis is weighed; of more, those people likeliest mean."""

TRUE = frozenset({Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS})
ORDER: tuple[Relation, ...] = (
    "director",
    "writer",
    "cast_member",
    "maker",
    "involved",
    "subject",
    "remake",
    "original",
    "origin",
    "award",
    "nomination",
    "year",
    "genre",
    "country",
    "language",
    "type",
    "basis",
)
"""Conditions by how few films they leave."""

SAME = {
    "biographical": ("biographical", "biography"),
    "romance": ("romance", "romantic"),
    "romantic": ("romance", "romantic"),
    "sports": ("sports", "sport"),
    "sport": ("sports", "sport"),
    "animated": ("animated", "animation", "computer-animated"),
    "animation": ("animated", "animation", "computer-animated"),
    "history": ("historical", "history"),
    "historical": ("historical", "history"),
    "science fiction": ("science fiction", "sci-fi"),
    "musical": ("musical",),
    "coming of age": ("coming-of-age", "coming of age"),
    "christmas": ("christmas", "holiday"),
    "suspense": ("thriller", "suspense"),
}
"""Genres that go by several names."""


class Unnamed(NotFound):
    """Nothing of a name in the plan is held; `name` is that name."""

    def __init__(self, name: Name) -> None:
        super().__init__(f"nothing called {name.text} is held")
        self.name = name


class Run:
    """One plan being answered on a catalogue; `spoken_of` is the film that "it" means."""

    def __init__(self, catalogue: Catalogue, spoken_of: int | None = None) -> None:
        self.catalogue, self.spoken_of = catalogue, spoken_of
        self.films_meant: dict[Name, int] = {}
        self.people_meant: dict[Name, tuple[int, ...]] = {}

    def works(self, noun: Films | Name, among: set[int] | None = None) -> set[int]:
        """The works that a plan's films are; of those given, where any are."""
        if isinstance(noun, Name):
            return {self.film(noun)}
        found = among
        for where in sorted(noun.where, key=lambda w: (w.negated, ORDER.index(w.relation))):
            if where.negated:
                every = relations.every(self.catalogue) if found is None else found
                found = every - self.fitting(where, every)
            else:
                kept = self.fitting(where, found)
                found = kept if found is None else found & kept
            if not found:
                return set()
        return relations.every(self.catalogue) if found is None else found

    def film(self, name: Name) -> int:
        """The film that a name means; raises Unnamed when there is none."""
        if name.it:
            if self.spoken_of is None:
                raise Unnamed(name)
            return self.spoken_of
        if name not in self.films_meant:
            for find in (search.of_title, search.misspelt):
                numbers = find(self.catalogue, name.text)
                if name.year:
                    numbers = search.fitting(self.catalogue, numbers, name.year)
                if numbers:
                    break
            if not numbers:
                raise Unnamed(name)
            self.films_meant[name] = numbers[0]
        return self.films_meant[name]

    def person(self, name: Name) -> tuple[int, ...]:
        """The one whom a name means; raises Unnamed when nobody is credited under it."""
        if name not in self.people_meant:
            people = search.people(self.catalogue, name.text)
            if not people:
                raise Unnamed(name)
            self.people_meant[name] = (people[0],)
        return self.people_meant[name]

    def fitting(self, where: Where, among: set[int] | None) -> set[int]:
        """The works that fit one condition, of those given; they may be more where that is cheaper."""
        catalogue, value = self.catalogue, where.value
        match where.relation:
            case "director" | "writer" | "cast_member" | "maker" | "involved":
                return self.credited(where)
            case "remake" | "original":
                up = where.relation == "remake"
                hops = 1 if isinstance(value, Name) else relations.HOPS
                ends = None
                if isinstance(value, Films | Name):
                    possible = relations.linked(catalogue, None, up=not up) if isinstance(value, Films) else None
                    ends = self.works(value, possible)
                return relations.linked(catalogue, ends, up=up, hops=hops)
            case "origin":
                origin = value if isinstance(value, Origins) else Origins()
                if origin.author_of is None:
                    return relations.adapting(catalogue, origin.types, origin.creator, origin.title, among)
                through = self.film(origin.author_of)
                by = relations.authors(catalogue, through)
                films = (relations.adapting(catalogue, origin.types, one, origin.title, among) for one in by)
                return {film for found in films for film in found} - {through}
            case "subject" if isinstance(value, Name):
                return set(relations.subjects(catalogue).get(normal(value.text), ()))
            case "year" if isinstance(value, Years):
                return relations.of_years(catalogue, value.first, value.last, among)
            case "country" | "language" | "genre" if isinstance(value, Value):
                names = self.genres(value.text) if where.relation == "genre" else [value.text]
                return relations.having(catalogue, where.relation, names, among)
            case "type" if isinstance(value, Value):
                return relations.of_type(catalogue, value.text)
            case "award" | "nomination" if isinstance(value, Value):
                return relations.honoured(catalogue, value.text.split(), won=where.relation == "award")
            case "basis":
                return self.true(among)
            case _:
                return set()

    def credited(self, where: Where) -> set[int]:
        """The works of some people; not those through which the plan found them."""
        value = where.value
        if isinstance(value, Of):
            through = self.works(value.films)
            people: Collection[int] = relations.people_of(self.catalogue, value.relation, through)
            found = self.in_role(where.relation, people)
            return found - through if value.relation == where.relation else found
        return self.in_role(where.relation, self.person(value)) if isinstance(value, Name) else set()

    def in_role(self, relation: Relation, people: Collection[int]) -> set[int]:
        """The works on which people have a role; for `maker` the first role in which they have any."""
        if relation == "involved":
            return {work for role in ROLES for work in relations.films_of(self.catalogue, role, people)}
        roles = ROLES if relation == "maker" else (relation,)
        for role in roles:
            found = relations.films_of(self.catalogue, role, people)
            if found:
                return found
        return set()

    def genres(self, asked: str) -> list[str]:
        """The genres as the catalogue names them in which all words of the one asked for stand."""
        wanted = [words(name) for name in SAME.get(asked, (asked,))]
        named = relations.named(self.catalogue, "genre")
        return [name for name in named if any(wants <= words(name) for wants in wanted)]

    def true(self, among: set[int] | None) -> set[int]:
        """The works whose story basis is real events, of those given."""
        possible = relations.could_be_true(self.catalogue, among)
        if len(possible) > MOST_WEIGHED:
            possible = set(relations.prominent(self.catalogue, possible, MOST_WEIGHED))
        return {work for work in possible if true_story.basis(self.catalogue, work) in TRUE}

    def values(self, of: Of) -> Counter[int] | Counter[str] | Counter[float]:
        """What an `Of` asks for: numbers of people or works, or plain values, each with how many films have it."""
        if of.also is not None:
            there = self.values(Of(of.relation, of.also))
            return Counter(
                {value: times for value, times in self.values(Of(of.relation, of.films)).items() if value in there}
            )  # type: ignore[return-value]
        works, catalogue = self.works(of.films), self.catalogue
        match of.relation:
            case "director" | "writer" | "cast_member":
                found = relations.people_of(catalogue, of.relation, works)
                for person in self.partners(of):
                    found.pop(person, None)
                return found
            case "year":
                return relations.years_of(catalogue, works)
            case "country" | "language" | "genre":
                return relations.traits_of(catalogue, of.relation, works)
            case "subject":
                return relations.subjects_of(catalogue, works)
            case "rating" | "votes":
                return relations.rated(catalogue, works, of.relation)
            case "award":
                return relations.awards_of(catalogue, works)
            case _:
                return Counter()

    def start(self, noun: Noun) -> set[int]:
        """The people from whom a plan goes out: they come last among those it finds."""
        match noun:
            case Name(sort="person"):
                return set(self.person(noun))
            case Of(relation=role, films=Name() as film) if role in ROLES:
                return set(relations.people_of(self.catalogue, role, {self.film(film)}))
            case Of():
                return self.start(noun.films)
            case Films():
                inner = (w.value for w in noun.where if isinstance(w.value, Name | Films | Of))
                return {person for value in inner for person in self.start(value)}
        return set()

    def partners(self, of: Of) -> set[int]:
        """Those together with whom others did the same: they are no answer themselves."""
        if not isinstance(of.films, Films):
            return set()
        same = [
            w.value for w in of.films.where if w.relation in (of.relation, "involved") and isinstance(w.value, Name)
        ]
        return {person for name in same if isinstance(name, Name) for person in self.person(name)}


def words(genre: str) -> frozenset[str]:
    """The words of a genre's name."""
    return frozenset(genre.casefold().replace("-", " ").split())


def needs(catalogue: Catalogue, plan: Plan | Name) -> str | None:
    """What a plan asks of which the catalogue holds no source: "award" or "reception"; None when it holds all."""
    match plan:
        case Of():
            if plan.relation in ("rating", "votes") and not relations.holds_ratings(catalogue):
                return "reception"
            if plan.relation == "award" and not relations.holds_awards(catalogue):
                return "award"
            return needs(catalogue, plan.films)
        case Films():
            for where in plan.where:
                if where.relation in ("award", "nomination") and not relations.holds_awards(catalogue):
                    return "award"
                if isinstance(where.value, Films | Of):
                    lacking = needs(catalogue, where.value)
                    if lacking:
                        return lacking
    return None


def personal(relation: Relation) -> bool:
    """Whether the values of a relation are people."""
    return relation in PERSONAL
