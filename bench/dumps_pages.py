"""Pages of a made-up Wikipedia as wikitext: films with infobox, lead and categories, and all kinds of others."""

from __future__ import annotations

from random import Random

from bench.dumps_places import GENRES, LANGUAGES
from bench.dumps_words import GIVEN, PLAIN, name, person_name, title, word
from bench.dumps_world import Event, Film, World

FROM_WORKS = (
    "It is based on the {year} {kind} {link} by {author}.",
    "The film is an adaptation of {author}'s {year} {kind} {link}.",
    "Its screenplay was adapted from the {kind} {link}, written by {author} in {year}.",
    "It is loosely based on {link}, a {kind} by {author}.",
)
FROM_FILMS = (
    "It is a remake of the {year} {adjective} film {link}.",
    "The film is an official remake of the {year} {language}-language film {link} directed by {director}.",
    "It was remade from the {adjective} film {link} ({year}).",
    "Critics noted that its plot is an uncredited copy of the {year} {adjective} film {link}.",
)
FROM_EVENTS = (
    "It is based on the true story of the {link} in {country}.",
    "The film depicts the {link} of {year}.",
    "Its plot is inspired by true events, among them the {link}.",
)
FROM_LIVES = (
    "It is based on the life of {link}.",
    "The film tells the true story of {link}, {article} {trade} from {country}.",
    "It is a biographical account of {link}.",
)
NO_ORIGIN = (
    "The story and all of its characters are fictional.",
    "The film was shot in {place} within {weeks} weeks.",
    "It opened to mixed reviews and earned {money} million at the box office.",
    "Despite rumours, the director denied that it was based on a true story.",
    "{name} composed the score.",
)


def linked(page: str, shown: str | None = None) -> str:
    """A link in italics, with other words than the page's name where they differ."""
    return f"''[[{page}]]''" if shown is None or shown == page else f"''[[{page}|{shown}]]''"


def prose(rng: Random, words: list[str], sentences: int) -> str:
    """Sentences of made-up and of plain words, with a link or a reference here and there."""
    found = []
    for _ in range(sentences):
        count = rng.randint(7, 24)
        drawn = [rng.choice(words) if rng.random() < 0.45 else rng.choice(PLAIN) for _ in range(count)]
        if rng.random() < 0.4:
            drawn[rng.randrange(count)] = f"[[{rng.choice(words).capitalize()} {rng.choice(words)}]]"
        sentence = " ".join(drawn)
        end = "."
        if rng.random() < 0.2:
            site, year = rng.choice(words), rng.randint(1990, 2024)
            end = f".<ref>{{{{cite web|url=https://{site}.example.org/{rng.randrange(10**6)}|title={drawn[0]}|year={year}}}}}</ref>"
        found.append(sentence[:1].upper() + sentence[1:] + end)
    return " ".join(found)


class Writing:
    """Wikitext of pages of a world."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        rng = Random(f"{seed} wikipedia words")
        self.words = [word(rng, 1, 4) for _ in range(8_000)]

    def film(self, film: Film, rng: Random) -> str:
        """The page of a film."""
        people, shown = self.world.people, film.title
        directors = [people[each].name for each in film.directors]
        lead = self.lead(film, rng)
        based = self.based_on(film)
        cast = "\n".join(f"* [[{people[each].name}]]" for each in film.cast)
        when = f"{film.year}|{film.month}|{film.day}"
        lines = [
            f"{{{{Short description|{film.year} film by {directors[0]}}}}}",
            "{{Infobox film" if film.kind not in ("series", "miniseries") else "{{Infobox television",
            f"| name           = {shown}",
            f"| image          = {shown} poster.jpg",
            *([f"| native_name    = {{{{lang|{film.language}|{film.original_title}}}}}"] if rng.random() < 0.3 else ()),
            f"| director       = {'<br />'.join(f'[[{each}]]' for each in directors)}",
            *([f"| writer         = {', '.join(people[each].name for each in film.writers)}"] if film.writers else ()),
            *([f"| based_on       = {based}"] if based else ()),
            f"| starring       = {{{{Plainlist|\n{cast}\n}}}}",
            f"| released       = {{{{Film date|{when}|{film.country.name}}}}}",
            f"| runtime        = {film.minutes} minutes",
            f"| country        = {film.country.name}",
            f"| language       = {LANGUAGES[film.language][1]}",
            "}}",
            lead,
            "",
            "== Plot ==",
            prose(rng, self.words, rng.randint(5, 30)),
            "",
            "== Cast ==",
            *(f"* [[{people[each].name}]] as {rng.choice(GIVEN)}" for each in film.cast),
            "",
            "== Production ==",
            prose(rng, self.words, rng.randint(2, 20)),
            "",
            "== References ==",
            "{{Reflist}}",
            "",
            *(f"[[Category:{each}]]" for each in self.categories(film)),
        ]
        return "\n".join(lines)

    def lead(self, film: Film, rng: Random) -> str:
        """The first sentences: what it is, whose, and where it comes from."""
        people = self.world.people
        language, genre = LANGUAGES[film.language][1], GENRES[film.genres[0]][1]
        directors = " and ".join(f"[[{people[each].name}]]" for each in film.directors)
        kind = "television series" if film.kind in ("series", "miniseries") else genre.lower()
        spoken = f"[[{language} language|{language}]]-language " if rng.random() < 0.6 else ""
        what = f"{film.year} {film.country.adjective} {spoken}[[{kind}]]"
        said = [f"'''''{film.title}''''' is a {what} directed by {directors}.", *self.origins(film, rng)]
        for each in rng.sample(NO_ORIGIN, rng.randint(0, 2)):
            told = {"place": name(rng, 2, 3), "weeks": str(rng.randint(3, 30)), "name": person_name(rng)}
            said.append(each.format(money=f"${rng.randint(1, 400)}", **told))
        return " ".join(said)

    def origins(self, film: Film, rng: Random) -> list[str]:
        """Where the film comes from, a sentence for each origin."""
        world, said = self.world, []
        if film.work is not None:
            work = world.works[film.work]
            told = {"year": str(work.year), "kind": work.kind, "author": f"[[{world.people[work.author].name}]]"}
            said.append(rng.choice(FROM_WORKS).format(link=linked(f"{work.title} ({work.kind})", work.title), **told))
        if film.remakes is not None:
            earlier = world.films[film.remakes]
            told = {"year": str(earlier.year), "adjective": earlier.country.adjective}
            told |= {"language": LANGUAGES[earlier.language][1], "director": world.people[earlier.directors[0]].name}
            said.append(
                rng.choice(FROM_FILMS).format(link=linked(earlier.page or earlier.title, earlier.title), **told)
            )
        if film.follows is not None:
            before = world.films[film.follows]
            link = linked(before.page or before.title, before.title)
            said.append(f"It is a sequel to the {before.year} film {link}.")
        if film.event is not None:
            said.append(self.of_event(world.events[film.event], rng))
        if film.subject is not None:
            person = world.people[film.subject]
            trade = person.professions[0]
            told = {"link": f"[[{person.name}]]", "trade": trade, "article": "an" if trade[0] == "a" else "a"}
            said.append(rng.choice(FROM_LIVES).format(country=person.country.name, **told))
        return said

    def of_event(self, event: Event, rng: Random) -> str:
        """That a film tells of an event."""
        told = {"link": f"[[{event.name}]]", "year": str(event.year), "country": event.country.name}
        return rng.choice(FROM_EVENTS).format(**told)

    def based_on(self, film: Film) -> str:
        """The infobox's cell."""
        cells = []
        if film.remakes is not None:
            earlier = self.world.films[film.remakes]
            director = self.world.people[earlier.directors[0]].name
            cells.append(f"{{{{Based on|{linked(earlier.page or earlier.title, earlier.title)}|[[{director}]]}}}}")
        if film.work is not None:
            work = self.world.works[film.work]
            author = self.world.people[work.author].name
            cells.append(f"{{{{Based on|{linked(f'{work.title} ({work.kind})', work.title)}|[[{author}]]}}}}")
        return "<br />".join(cells)

    def categories(self, film: Film) -> list[str]:
        """The categories that the film is in."""
        adjective, language = film.country.adjective, LANGUAGES[film.language][1]
        found = [
            f"{film.year} films",
            f"{adjective} {GENRES[film.genres[0]][1].lower()}s",
            f"{language}-language films",
        ]
        if film.remakes is not None:
            found += [f"{adjective} remakes of {self.world.films[film.remakes].country.adjective} films"]
        if film.work is not None:
            kind = self.world.works[film.work].kind
            found += [f"Films based on {kind}s" if kind != "short story" else "Films based on short fiction"]
        if film.event is not None:
            found += ["Films based on actual events"]
        if film.subject is not None:
            found += ["Biographical films about people"]
        return found

    def article(self, shown: str, rng: Random) -> str:
        """An article on a place, a person, a species ..."""
        kind = rng.choice(("settlement", "person", "taxobox", "company", "military conflict", "song"))
        fields = "\n".join(f"| {rng.choice(self.words)} = {rng.choice(self.words)}" for _ in range(rng.randint(3, 15)))
        parts = [
            f"{{{{Infobox {kind}\n| name = {shown}\n{fields}\n}}}}",
            f"'''{shown}''' is {prose(rng, self.words, rng.randint(2, 6))}",
        ]
        for _ in range(rng.randint(0, 7)):
            parts += [f"== {rng.choice(self.words).capitalize()} ==", prose(rng, self.words, rng.randint(2, 18))]
        parts += ["== References ==\n{{Reflist}}"]
        parts += [f"[[Category:{rng.choice(self.words).capitalize()} {rng.choice(self.words)}]]" for _ in range(4)]
        return "\n\n".join(parts)

    def other(self, rng: Random) -> tuple[int, str, str]:
        """A page that is no film: its namespace, name and text; with a redirect's text beginning as such."""
        shown = f"{name(rng, 2, 4)} {rng.choice(self.words)} {rng.randrange(10**5)}"
        drawn = rng.random()
        if drawn < 0.36:
            target = title(rng)
            if drawn < 0.02:
                paged = [film.page for film in self.world.films if film.page]
                target = rng.choice(paged) if paged else target
            return 0, shown, f"#REDIRECT [[{target}]]\n\n{{{{Redirect category shell|\n{{{{R from move}}}}\n}}}}"
        if drawn < 0.78:
            return 0, shown, self.article(shown, rng)
        if drawn < 0.8:
            links = "\n".join(f"* [[{title(rng)} ({rng.randint(1930, 2020)} film)]]" for _ in range(rng.randint(2, 9)))
            return 0, f"{shown} (disambiguation)", f"'''{shown}''' may refer to:\n{links}\n\n{{{{disambiguation}}}}"
        if drawn < 0.88:
            return 14, f"Category:{shown}", f"{{{{Commons category}}}}\n[[Category:{rng.choice(self.words)}]]"
        if drawn < 0.93:
            told = f"<noinclude>{{{{documentation}}}}</noinclude>{prose(rng, self.words, 3)}"
            return 10, f"Template:{shown}", told
        if drawn < 0.96:
            return 6, f"File:{shown}.jpg", f"== Summary ==\n{{{{Information|description={shown}}}}}"
        kinds = ((4, "Wikipedia"), (100, "Portal"), (118, "Draft"), (828, "Module"))
        number, space = rng.choice(kinds)
        return number, f"{space}:{shown}", prose(rng, self.words, rng.randint(2, 40))
