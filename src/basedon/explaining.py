"""A film as a draft explainer: sentences that vary with what the evidence says, and say nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from basedon import answering
from basedon.catalogue import browsing
from basedon.catalogue.catalogue import Catalogue
from basedon.forms.audience import NAMED
from basedon.model.answer import FilmAnswer, Finding, Miss, Story
from basedon.model.explainer import Cited, Explainer, NumberedSource, Part
from basedon.model.reactions import Reactions
from basedon.model.reception import Reception
from basedon.model.verdict import HEADLINES, Basis
from basedon.model.work import Remake, Work
from basedon.questions import lineage, makers

MOST_FILMS = 5
"""Films of a maker, or of a family, that a sentence names."""
MOST_CITED = 4
"""Places that a sentence on reception cites, of many awards."""
MOST_SAID = 6
"""Things that a paragraph says of one side."""

SPOKEN = {"curated": "a file curated for this catalogue", "wikipedia": "Wikipedia", "biopics": "a list of biopics"}
"""What sources are called in a sentence, where their title is no name."""
PRESS = "press reports"


class Sources:
    """Where things were read, each place once, numbered in the order in which it is first named."""

    def __init__(self, titles: dict[str, str]) -> None:
        self.titles = titles
        self.numbers: dict[tuple[str, str, str | None], int] = {}

    def number(self, source: str, locator: str, url: str | None) -> int:
        """The number of one place."""
        return self.numbers.setdefault((source, locator, url), len(self.numbers) + 1)

    def of(self, findings: Iterable[Finding]) -> tuple[int, ...]:
        """The numbers of the places where these were read."""
        return tuple(dict.fromkeys(self.number(f.source, f.locator, f.url) for f in findings))

    def fact(self, catalogue: Catalogue, number: int, *aspects: str) -> tuple[int, ...]:
        """The numbers of the places where plain facts of a film were read."""
        read = [catalogue.fact_evidence(number, aspect) for aspect in aspects]
        numbers = [self.number(e.source, f"{e.record}: {e.locator}", e.url) for e in read if e]
        return tuple(dict.fromkeys(numbers))

    def listed(self) -> tuple[NumberedSource, ...]:
        """All of them."""
        return tuple(
            NumberedSource(number, self.titles.get(source, source), locator, url)
            for (source, locator, url), number in self.numbers.items()
        )


def explain(catalogue: Catalogue, title: str, year: int | None = None) -> Explainer | Miss:
    """A draft explainer of one film, by title, Wikidata item or IMDb title; `year` allows one year either way."""
    answer = answering.film(catalogue, title, year)
    if isinstance(answer, Miss) or answer.work is None or answer.story is None:
        return answer if isinstance(answer, Miss) else answering.miss(catalogue, answer.query, "No film is meant.")
    number = catalogue.number(answer.work.id)
    assert number is not None  # noqa: S101  # its id was just read from the catalogue
    sources = Sources(browsing.source_titles(catalogue))
    parts = [
        story_part(answer.work, answer.story, sources),
        lineage_part(catalogue, answer, number, sources),
        makers_part(catalogue, answer.work, number, sources),
        reception_part(answer.reception, sources),
        namesakes_part(answer),
    ]
    return Explainer(
        query=answer.query,
        catalogue=answer.catalogue,
        work=answer.work,
        basis=answer.story.basis,
        headline=f"Is {answer.work.title} based on a true story?",
        standfirst=standfirst(answer),
        sections=tuple(part for part in parts if part.paragraphs),
        sources=sources.listed(),
        answer=answer,
    )


def standfirst(answer: FilmAnswer) -> str:
    """The answer in a breath."""
    assert answer.story is not None  # noqa: S101  # the caller has looked
    story, verdict = answer.story, HEADLINES[answer.story.basis]
    summary = told_apart(answer.work, story.summary) if answer.work else story.summary
    begun = summary.casefold().startswith(verdict.partition(",")[0].casefold())
    return summary if begun else f"{verdict}. {summary}"


def told_apart(work: Work, says: str) -> str:
    """What is said of a source that has the film's own title, without its year, which would be read as the film's."""
    if "remake" in says or "remade" in says:
        return says  # films are told by title and year
    kind = r"\bthe (?!film\b|series\b)([a-z][a-z -]*) "
    says = re.sub(rf"{kind}({re.escape(work.title)}\b[^()]*) \(\d{{4}}\)", r"the \1 \2", says)
    return re.sub(rf"({re.escape(work.title)}) by ", r"\1, written by ", says)


def story_part(work: Work, story: Story, sources: Sources) -> Part:
    """What speaks for it and against it, each thing once, with all who say it."""
    paragraphs: list[tuple[Cited, ...]] = []
    for stance in ("for", "against"):
        said = together([f for f in story.findings if f.stance == stance], sources)
        turned = bool(paragraphs)
        told = [
            attributed(names, [told_apart(work, one) for one in says], found, sources, turned=turned and n == 0)
            for n, (names, (says, found)) in enumerate(said.items())
        ]
        paragraphs += [tuple(told)] if told else []
    if not paragraphs:
        paragraphs.append((Cited(silence(work, story)),))
    elif story.basis is Basis.DISPUTED:
        paragraphs.append((Cited("That is not settled: both sides stand here as they were read."),))
    return Part("story", "Is it true?", tuple(paragraphs))


def silence(work: Work, story: Story) -> str:
    """What to say where no source speaks of it."""
    if story.basis is Basis.UNKNOWN:
        return f"Nothing that was read tells whether {work.label} is based on a true story, which is no “no”."
    return f"Nothing that was read says that {work.label} is based on a true story."


Who = tuple[str, ...]


def together(findings: Sequence[Finding], sources: Sources) -> dict[Who, tuple[list[str], list[Finding]]]:
    """What is said, each thing once, by those who say it; what most say comes first."""
    said: dict[str, list[Finding]] = {}
    for finding in findings:
        said.setdefault(finding.says, []).append(finding)
    grouped: dict[Who, tuple[list[str], list[Finding]]] = {}
    for says, found in sorted(said.items(), key=lambda s: -len({f.source for f in s[1]}))[:MOST_SAID]:
        names = who(found, sources) if says.startswith("It ") else ()
        held, read = grouped.setdefault(names, ([], []))
        held.append(says)
        read.extend(found)
    return grouped


def who(findings: Sequence[Finding], sources: Sources) -> Who:
    """Who says something, each once, as one calls them in a sentence."""
    names = []
    for finding in findings:
        place = finding.locator.partition(": ")[2]
        name = SPOKEN.get(finding.source, sources.titles.get(finding.source, finding.source))
        if finding.source == "curated":  # whose places tell where it was read
            name = "Wikipedia" if place.startswith("Wikipedia") else PRESS if place.startswith("the press") else name
        names.append(name)
    return tuple(dict.fromkeys(names))


def attributed(
    names: Who, says: Sequence[str], findings: Sequence[Finding], sources: Sources, *, turned: bool
) -> Cited:
    """What somebody says, with their names before it; `turned` against what was said before."""
    numbers = sources.of(findings)
    if not names:  # of other films, which the sentences name themselves
        return Cited(f"{'But: ' if turned else ''}{' '.join(says)}", numbers)
    things = listed([f"it {one.removeprefix('It ').removesuffix('.')}" for one in says])
    if len(names) > 1:
        both = "both " if len(names) == 2 else ""
        begin = f"But {listed(names)}" if turned else capital(listed(names))
        return Cited(f"{begin} {both}say that {things}.", numbers)
    return Cited(f"{'But according' if turned else 'According'} to {names[0]}, {things}.", numbers)


def capital(text: str) -> str:
    """The text as it stands where a sentence begins."""
    return text[:1].upper() + text[1:]


def lineage_part(catalogue: Catalogue, answer: FilmAnswer, number: int, sources: Sources) -> Part:
    """What the film comes from, and what came from it."""
    assert answer.work is not None  # noqa: S101  # the caller has looked
    work = answer.work
    read = lineage.evidence(catalogue, number)
    own = [f for f in read if f.says.startswith("It ")]
    told: list[Cited] = []
    above = answer.remake_of
    if above:
        dated = f"{above.title} ({above.year})" if above.year else above.title
        from_ = f" from {listed([place(country) for country in above.countries])}" if above.countries else ""
        cited = [f for f in own if above.title in f.says] or own
        told.append(Cited(f"{work.label} is a remake of {dated}{from_}.", sources.of(cited)))
    below: list[Cited] = []
    direct = [remake for remake in answer.remakes if remake.via == work.id]
    later = len(answer.remakes) - len(direct)
    if direct:
        times = {1: "once", 2: "twice"}.get(len(direct), f"{len(direct)} times")
        about = [f for f in read if f not in own or "remade as" in f.says]
        below.append(Cited(f"It has been remade {times}: {named(direct)}.", sources.of(about)))
    if later:
        below.append(Cited(f"{'One remake' if later == 1 else f'{later} remakes'} of those followed."))
    if answer.siblings:
        source = "From the same original or source" if above else "Of the same source"
        below.append(Cited(f"{source} there {are(answer.siblings)} also {named(answer.siblings)}."))
    return Part("lineage", "Where the story came from, and where it went", tuple(tuple(p) for p in (told, below) if p))


def are(films: Sequence[object]) -> str:
    """The verb for one or several."""
    return "is" if len(films) == 1 else "are"


def named(films: Sequence[Remake]) -> str:
    """Films in a sentence, each with year and first country."""
    shown = [described(film.title, film.year, film.countries) for film in films[:MOST_FILMS]]
    more = len(films) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown)


def described(title: str, year: int | None, countries: Sequence[str]) -> str:
    """A film as one tells it from others: `Zinda (2006) in India`."""
    dated = f"{title} ({year})" if year else title
    return f"{dated} in {place(countries[0])}" if countries else dated


def makers_part(catalogue: Catalogue, work: Work, number: int, sources: Sources) -> Part:
    """Who made the film, and what else they made."""
    told: list[Cited] = []
    if work.directors:
        by = listed([person.name for person in work.directors])
        series = "series" if work.type == "series" else "film"
        year = f", released in {work.year}" if work.year else ""
        from_ = f" from {listed([place(country) for country in work.countries])}" if work.countries else ""
        numbers = sources.fact(
            catalogue, number, "director", *(["year"] if year else []), *(["country"] if from_ else [])
        )
        told.append(Cited(f"{work.title} is a {series}{from_}{year}, directed by {by}.", numbers))
    if work.cast:
        names = [person.name for person in work.cast[:MOST_FILMS]]
        told.append(Cited(f"In its cast {are(names)} {listed(names)}.", sources.fact(catalogue, number, "cast_member")))
    others: list[Cited] = []
    for maker in makers.makers(catalogue, number, most=2):
        before, after = maker.earlier[-MOST_FILMS:], maker.later[:MOST_FILMS]
        name = maker.person.name
        if before:
            others.append(
                Cited(
                    f"Before it, {name} directed {titles(before, len(maker.earlier))}.",
                    cited(catalogue, before, sources),
                )
            )
        if after:
            since = "After that came" if before else f"After it, {name} directed"
            others.append(Cited(f"{since} {titles(after, len(maker.later))}.", cited(catalogue, after, sources)))
    return Part("makers", "The makers", tuple(tuple(p) for p in (told, others) if p))


def place(country: str) -> str:
    """A country as it stands in a sentence."""
    return lineage.made_in(country).removeprefix("made in ")


def titles(works: Sequence[Work], of: int) -> str:
    """Films in a sentence by title and year."""
    more = of - len(works)
    return listed([*(work.label for work in works), *([f"{more} more"] if more else [])])


def cited(catalogue: Catalogue, works: Sequence[Work], sources: Sources) -> tuple[int, ...]:
    """Where it was read who directed these films."""
    numbers = [catalogue.number(work.id) for work in works]
    return tuple(dict.fromkeys(s for n in numbers if n is not None for s in sources.fact(catalogue, n, "director")))


def reception_part(reception: Reception | None, sources: Sources) -> Part:
    """How the film was received: ratings, awards, weeks in the Top 10, what people wrote; all that is held."""
    told: list[Cited] = []
    for rating in reception.ratings if reception else ():
        votes = "one vote" if rating.votes == 1 else f"{rating.votes:,} votes"
        where = NAMED.get(rating.source, rating.source)
        told.append(
            Cited(
                f"Users of {where} give it {rating.average:g} of 10, by {votes}.",
                heard(reception, (rating.source,), sources),
            )
        )
    if reception and (reception.awards.won or reception.awards.nominated):
        won, lost = len(reception.awards.won), len(reception.awards.nominated)
        counts = [f"{won} {'award' if won == 1 else 'awards'} won"] if won else []
        counts += [f"{lost} {'nomination' if lost == 1 else 'nominations'} without a win"] if lost else []
        by = tuple(dict.fromkeys(one.source for one in (*reception.awards.won, *reception.awards.nominated)))
        said = f"{listed([NAMED.get(name, name) for name in by])}: {listed(counts)}."
        told.append(Cited(said, heard(reception, by, sources)))
    if reception and reception.charts:
        charts = reception.charts
        weeks = "one week" if charts.weeks == 1 else f"{charts.weeks} weeks"
        where = NAMED.get(charts.source, charts.source)
        said = (
            f"{where} had it in a Top 10 for {weeks}, from {charts.first_week} on, at best at rank {charts.best_rank}."
        )
        told.append(Cited(said, heard(reception, (charts.source,), sources)))
    if reception and reception.reactions and reception.reactions.people:
        told.append(reacted(reception.reactions, heard(reception, ("posts",), sources)))
    return Part("reception", "How it was received", (tuple(told),) if told else ())


def heard(reception: Reception | None, names: tuple[str, ...], sources: Sources) -> tuple[int, ...]:
    """The numbers of the places where a reception was read."""
    found = [f for f in (reception.findings if reception else ()) if f.source in names]
    return sources.of(found[:MOST_CITED])


def reacted(reactions: Reactions, numbers: tuple[int, ...]) -> Cited:
    """What people wrote that they felt, the most frequent first; counts, for they are no sample of all viewers."""
    felt = sorted(((share.people, name) for name, share in reactions.feelings.items() if share.people), reverse=True)
    people = "One person" if reactions.people == 1 else f"{reactions.people:,} people"
    counts = listed([f"{name} ({count:,})" for count, name in felt[:3]])
    tells = f"; what they tell of most is {counts}" if felt else ""
    return Cited(f"{people} wrote of it in the posts that were counted{tells}.", numbers)


def namesakes_part(answer: FilmAnswer) -> Part:
    """The other films of that title, so that nobody takes one for another."""
    years = [film.year for film in answer.alternatives if film.year]
    shown = listed([*map(str, years[:MOST_FILMS])])
    more = len(answer.alternatives) - len(years[:MOST_FILMS])
    told: list[Cited] = []
    if len(years) == 1:
        told.append(Cited(f"There is another of that title, of {shown}."))
    elif years:
        told.append(Cited(f"There are others of that title, of {shown}."))
    if more:
        rest = "more" if years else "of that title, of which no year is held"
        told.append(Cited(f"There {'is one' if more == 1 else f'are {more}'} {rest}."))
    told_ = (tuple(told),) if told else ()
    return Part("namesakes", "Not to be confused with", told_)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
