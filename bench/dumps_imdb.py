"""IMDb's seven files of tab-separated values, as they are published: a header, \\N for nothing, quotes as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import count, islice
from pathlib import Path
from random import Random

from msgspec import Struct

from bench.dumps_files import write_lines
from bench.dumps_places import COUNTRIES
from bench.dumps_words import GIVEN, name, title, written
from bench.dumps_world import FIRST_IMDB, IMDB_STEP, Film, World

TYPES = {
    "tvEpisode": 77.0,
    "short": 9.0,
    "movie": 6.0,
    "video": 2.5,
    "tvSeries": 2.5,
    "tvMovie": 1.2,
    "tvMiniSeries": 0.5,
    "tvSpecial": 0.5,
    "videoGame": 0.4,
    "tvShort": 0.3,
    "tvPilot": 0.1,
}
"""Kinds of titles in a hundred."""

OF_KIND = {
    "television film": "tvMovie",
    "series": "tvSeries",
    "miniseries": "tvMiniSeries",
    "short": "short",
}
"""What IMDb calls the kinds of the world's films that are no plain movies."""

GENRES = (
    "Drama Comedy Documentary Short Talk-Show Romance Family News Animation Reality-TV Crime Action Adventure Music",
    "Game-Show Adult Sport Fantasy Mystery Horror Thriller History Sci-Fi Biography Musical War Western",
)
GENRE_OF = {"sci-fi": "Sci-Fi"}
JOBS = ("director", "writer", "producer", "cinematographer", "composer", "editor", "self", "actor", "actress")
AKA_TYPES = ("\\N", "imdbDisplay", "original", "working", "alternative", "festival", "dvd", "tv", "working\x02tv")
NONE = "\\N"


class Title(Struct, frozen=True):
    """A row of title.basics, or rather what the other files must know of it; `film` if the world has it."""

    id: str
    type: str
    primary: str
    original: str
    year: str
    film: Film | None = None


class Titles:
    """All titles in the order of their ids: after each film of the world six others, as long as there are films."""

    def __init__(self, titles: int, seed: int) -> None:
        self.seed, self.count = seed, titles
        self.world = World(titles // 50, seed)
        rng = self.rng("pools")
        self.names = [name(rng, 1, 4) for _ in range(8_000)]
        self.titles = [title(rng) for _ in range(8_000)]
        # one title in two hundred begins or ends with a quote, or holds one: nothing is escaped in these files
        self.quoted = [
            *(f'"{each}' for each in self.titles[:40]),
            *(f'"{each}"' for each in self.titles[40:70]),
            *(f'The "{each}" Affair' for each in self.titles[70:100]),
        ]

    def rng(self, of: str) -> Random:
        """Chance for one file alone."""
        return Random(f"{self.seed} imdb {of}")

    def people(self) -> int:
        """How many names there are besides the world's people."""
        return self.count * 9 // 10

    def person(self, number: int) -> str:
        """The id of somebody who is not of the world."""
        return f"nm{other(number)}"

    def every(self) -> Iterator[Title]:
        """All of them; each file that asks sees the same."""
        rng, films, fills = self.rng("titles"), iter(self.world.films), self.fills()
        for _ in range(self.count):
            film = next(films, None)
            if film is not None:
                yield self.known(film, rng)
            yield from islice(fills, 6 if film is not None else 1000)

    def rows(self) -> Iterator[Title]:
        """As many as were asked for."""
        return islice(self.every(), self.count)

    def known(self, film: Film, rng: Random) -> Title:
        """A film of the world; of one in ten title or year are told otherwise than in Wikidata."""
        drawn, primary, year = rng.random(), film.title, film.year
        if drawn < 0.05:
            primary = film.original_title
        elif drawn < 0.1:
            year += 1
        return Title(film.imdb, OF_KIND.get(film.kind, "movie"), primary, film.original_title, str(year), film)

    def fills(self) -> Iterator[Title]:
        """Titles that are not of the world, without end."""
        rng, kinds, weights = self.rng("fills"), list(TYPES), list(TYPES.values())
        for block in count(0, 1000):
            types = rng.choices(kinds, weights, k=1000)
            first, second = rng.choices(self.titles, k=1000), rng.choices(self.names, k=1000)
            for i, type_ in enumerate(types):
                drawn = rng.random()
                if type_ == "tvEpisode" and drawn < 0.6:
                    shown = f"Episode #{1 + int(drawn * 50)}.{1 + i % 40}"
                elif drawn > 0.995:
                    shown = rng.choice(self.quoted)
                else:
                    shown = f"{first[i]} {second[i]}" if drawn < 0.8 else first[i]
                original = written(shown, "ru" if i % 2 else "ja") if drawn > 0.97 else shown
                year = str(2025 - int(60 * rng.random() ** 2)) if drawn > 0.03 else NONE
                yield Title(f"tt{other(block + i)}", type_, shown, original, year)


@lru_cache(maxsize=1)
def titles_of(titles: int, seed: int) -> Titles:
    """The titles, whose world a process makes once."""
    return Titles(titles, seed)


def other(number: int) -> int:
    """The number in an id of something that is not of the world, whose own leave a step between them."""
    return FIRST_IMDB + IMDB_STEP * (number // (IMDB_STEP - 1)) + number % (IMDB_STEP - 1) + 1


def basics(titles: Titles) -> Iterator[str]:
    """The rows of title.basics."""
    rng = titles.rng("basics")
    yield "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"
    genres = " ".join(GENRES).split()
    drawn = [",".join(rng.sample(genres, rng.randint(1, 3))) for _ in range(500)] + [NONE] * 40
    for each in titles.rows():
        ended = each.year if each.type == "tvSeries" and rng.random() < 0.5 else NONE
        adult = int(rng.random() < 0.03)
        if each.film is not None:
            minutes, adult = str(each.film.minutes), 0
            told = ",".join(GENRE_OF.get(genre, genre.capitalize()) for genre in each.film.genres)
        else:
            minutes = str(int(3 + 140 * rng.random())) if rng.random() < 0.35 else NONE
            told = rng.choice(drawn)
        yield (
            f"{each.id}\t{each.type}\t{each.primary}\t{each.original}\t{adult}\t{each.year}\t{ended}\t{minutes}\t{told}"
        )


def akas(titles: Titles) -> Iterator[str]:
    """The rows of title.akas: an original title first, then those of some regions."""
    rng = titles.rng("akas")
    yield "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle"
    regions = [country.region for country in COUNTRIES] + ["XWW", "XEU"]
    for each in titles.rows():
        if each.type == "tvEpisode" and rng.random() < 0.35:
            continue
        yield f"{each.id}\t1\t{each.original}\t\\N\t\\N\toriginal\t\\N\t1"
        if each.film is not None:
            found = [(each.film.original_title, each.film.country.region), (each.film.title, "XWW")]
        else:
            many = rng.choices((0, 1, 3), (70, 25, 5))[0] if each.type == "tvEpisode" else rng.choice((0, 1, 1, 2, 4))
            found = [(each.primary, rng.choice(regions)) for _ in range(many)]
        for number, (shown, region) in enumerate(found, 2):
            drawn = rng.random()
            language = "en" if drawn < 0.1 else NONE
            kind = AKA_TYPES[1] if drawn < 0.5 else AKA_TYPES[int(drawn * 9)] if drawn > 0.8 else NONE
            told = "literal English title" if drawn > 0.99 else NONE
            yield f"{each.id}\t{number}\t{shown}\t{region}\t{language}\t{kind}\t{told}\t0"


def crew(titles: Titles) -> Iterator[str]:
    """The rows of title.crew, one for each title."""
    rng, people = titles.rng("crew"), titles.people()
    yield "tconst\tdirectors\twriters"
    for each in titles.rows():
        if each.film is not None:
            directors = ",".join(titles.world.people[n].imdb for n in each.film.directors)
            writers = ",".join(titles.world.people[n].imdb for n in each.film.writers) or NONE
        else:
            drawn = rng.random()
            directors = titles.person(int(people * rng.random())) if drawn < 0.55 else NONE
            writers = titles.person(int(people * rng.random())) if drawn < 0.5 else NONE
            if drawn < 0.15:
                writers += f",{titles.person(int(people * rng.random()))}"
        yield f"{each.id}\t{directors}\t{writers}"


def principals(titles: Titles) -> Iterator[str]:
    """The rows of title.principals: the people of the world's films, and one or two of the other titles."""
    rng, people = titles.rng("principals"), titles.people()
    yield "tconst\tordering\tnconst\tcategory\tjob\tcharacters"
    for each in titles.rows():
        if each.film is not None:
            film = each.film
            named = [(n, "actress" if titles.world.people[n].female else "actor", NONE) for n in film.cast]
            named += [(n, "director", NONE) for n in film.directors]
            named += [(n, "writer", "screenplay") for n in film.writers]
            for number, (person, category, job) in enumerate(named, 1):
                role = f'["{rng.choice(GIVEN)}"]' if category.startswith("act") else NONE
                yield f"{each.id}\t{number}\t{titles.world.people[person].imdb}\t{category}\t{job}\t{role}"
            continue
        for number in range(1, 1 + rng.choice((0, 1, 1, 2))):
            category, drawn = rng.choice(JOBS), rng.random()
            role = NONE
            if category in ("actor", "actress", "self") and drawn < 0.7:
                who = rng.choice(GIVEN)
                role = f'["{who}"]' if drawn < 0.6 else f'["{who} \\"{who[:2]}\\" Doe","Self - Host"]'
            job = "producer" if category == "producer" else NONE
            yield f"{each.id}\t{number}\t{titles.person(int(people * rng.random()))}\t{category}\t{job}\t{role}"


def episodes(titles: Titles) -> Iterator[str]:
    """The rows of title.episode: to which series each belongs."""
    rng = titles.rng("episodes")
    yield "tconst\tparentTconst\tseasonNumber\tepisodeNumber"
    series = [each.id for each in titles.rows() if each.type in ("tvSeries", "tvMiniSeries")]
    for each in titles.rows():
        if each.type == "tvEpisode" and series:
            season, number = 1 + int(9 * rng.random() ** 2), 1 + int(60 * rng.random())
            told = f"{season}\t{number}" if rng.random() < 0.9 else f"{NONE}\t{NONE}"
            yield f"{each.id}\t{rng.choice(series)}\t{told}"


def ratings(titles: Titles) -> Iterator[str]:
    """The rows of title.ratings: nearly every film of the world, and somewhat more than one in five others."""
    rng = titles.rng("ratings")
    yield "tconst\taverageRating\tnumVotes"
    for each in titles.rows():
        if rng.random() < (0.95 if each.film is not None else 0.22):
            votes = int(5 + 10 ** (6.3 * rng.random() ** 2.5))
            yield f"{each.id}\t{rng.triangular(1, 10, 7.2):.1f}\t{votes}"


def names(titles: Titles) -> Iterator[str]:
    """The rows of name.basics: people of the world among others, one in thirty of them spelled otherwise."""
    rng = titles.rng("names")
    yield "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles"
    known = {person.imdb: person for person in titles.world.people}
    professions = (
        "actor",
        "actress",
        "director,writer",
        "producer",
        "writer",
        "composer,music_department",
        "editor",
        "",
    )
    made_known: dict[int, list[str]] = {}
    for film in titles.world.films:
        for number in (*film.directors, *film.writers, *film.cast):
            made_known.setdefault(number, []).append(film.imdb)
    step = IMDB_STEP
    for position in range(other(titles.people()) - FIRST_IMDB):
        id_ = f"nm{FIRST_IMDB + position}"
        person = known.get(id_) if position % step == 0 else None
        if person is not None:
            shown = person.name.split()[0] + " " + person.name.split()[-1] if rng.random() < 0.03 else person.name
            born, died = str(person.born), str(person.died) if person.died else NONE
            trades = ",".join(person.professions)
            films = ",".join(made_known.get(person.number, ())[:4]) or NONE
        elif position % step == 0:
            continue
        else:
            drawn = rng.random()
            shown = f"{rng.choice(GIVEN)} {rng.choice(titles.names)}"
            born = str(1900 + int(105 * drawn)) if drawn < 0.05 else NONE
            died = str(1990 + int(700 * drawn)) if drawn < 0.02 else NONE
            trades = professions[int(drawn * len(professions))]
            films = f"tt{other(int(titles.count * rng.random() * 0.9))}" if drawn < 0.8 else NONE
        yield f"{id_}\t{shown}\t{born}\t{died}\t{trades}\t{films}"


FILES: dict[str, Callable[[Titles], Iterator[str]]] = {
    "title.akas": akas,
    "title.basics": basics,
    "title.principals": principals,
    "name.basics": names,
    "title.crew": crew,
    "title.episode": episodes,
    "title.ratings": ratings,
}


def write_file(folder: Path, name_: str, titles: int, seed: int) -> int:
    """Write one of the files; returns how many rows it has below the header."""
    return write_lines(folder / f"{name_}.tsv.gz", FILES[name_](titles_of(titles, seed))) - 1


def write_imdb(folder: Path, titles: int, seed: int = 1, processes: int = 1) -> dict[str, int]:
    """Write all files; returns how many rows each has."""
    folder.mkdir(parents=True, exist_ok=True)
    if processes < 2:
        return {each: write_file(folder, each, titles, seed) for each in FILES}
    with ProcessPoolExecutor(processes) as pool:
        waiting = {each: pool.submit(write_file, folder, each, titles, seed) for each in FILES}
        return {each: found.result() for each, found in waiting.items()}
