"""Words for what a catalogue holds: roles, relations, kinds of film, places, genres; English as people use it.

A phrase of one word or several stands for an `Edge`: a category and a meaning. Adding a synonym is adding a word here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from basedon.prose import places
from basedon.questions.places import COUNTRIES, PLACES
from basedon.questions.plan import Origins, Value, Where, Years


class Edge(NamedTuple):
    """What the words from one place to `end` stand for."""

    end: int
    kind: str
    value: Any


PHRASES: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
"""Every phrase by its first word, the longest first: all its words, the category, the meaning."""


def say(kind: str, value: Any, phrases: str) -> None:
    """Take in phrases, separated by commas, that stand for one thing."""
    for phrase in phrases.split(","):
        words = tuple(phrase.split())
        if words:
            PHRASES.setdefault(words[0], []).append((words, kind, value))


def plurals(phrases: str) -> str:
    """The phrases with their plurals."""
    return ", ".join(f"{phrase}, {plural(phrase)}" for phrase in map(str.strip, phrases.split(",")))


def plural(phrase: str) -> str:
    """More than one: "comedies", "witches", "films"."""
    if phrase.endswith("y") and not phrase.endswith(("ay", "ey", "oy")):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "ch", "sh", "x")) else "s")


# Who makes films.
say("role", "director", plurals("director, film director, filmmaker, film maker, movie maker, moviemaker"))
say(
    "role",
    "writer",
    plurals(
        "writer, screenwriter, screen writer, scriptwriter, script writer, screenplay writer, film writer, author, scenarist"
    ),
)
say("role", "writer", "writing credits, writing credit")
for _text in ("script", "screenplay", "story", "film script", "movie script", "scenario"):
    for _maker in ("writer", "writers", "author", "authors", "creator", "creators"):
        say("role", "writer", f"{_maker} of the {_text}, {_text} {_maker}")
say("role", "cast_member", plurals("actor, actress, star, cast member, performer, lead, lead actor, lead actress"))
say("role", "cast_member", plurals("leading actor, leading actress, main actor, movie star, film star, player"))
say("role", "cast_member", "cast, cast list, leading man, leading lady, principal cast")
say("partner", "director", plurals("codirector"))
say("partner", "writer", plurals("cowriter, coauthor, coscreenwriter, coscriptwriter, writing partner"))
say("partner", "cast_member", plurals("costar, coactor, coactress"))
say("persons", None, plurals("person, filmmaker") + ", people, man, men, woman, women, guy, guys, somebody, someone")

# What they do: the form says whether it can stand behind "did" (base), alone (past), behind "was" (done), or before
# its object (doing).
VERBS = {
    "director": "direct directs directed directed directing, helm helms helmed helmed helming, "
    "make makes made made making, "
    "codirect codirects codirected codirected codirecting",
    "writer": "write writes wrote written writing, script scripts scripted scripted scripting, "
    "pen pens penned penned penning, author authors authored authored authoring, "
    "screenwrite screenwrites screenwrote screenwritten screenwriting, "
    "cowrite cowrites cowrote cowritten cowriting, coauthor coauthors coauthored coauthored coauthoring",
    "cast_member": "act acts acted acted acting, star stars starred starred starring, "
    "appear appears appeared appeared appearing, play plays played played playing, "
    "perform performs performed performed performing, costar costars costarred costarred costarring, "
    "feature features featured featured featuring",
}
FORMS = ("base", "now", "past", "done", "doing")
STARRING = frozenset(
    "star stars starred starring feature features featured featuring costars costarring cast casts".split()
)
"""Verbs whose subject may be the film: "films starring X"."""
TEXTS = ("script", "screenplay", "story", "scenario", "dialogue", "film script", "movie script", "scripts", "screenplays")
for _role, _verbs in VERBS.items():
    for _verb in _verbs.split(","):
        for _form, _word in zip(FORMS, _verb.split(), strict=True):
            say("verb", (_role, _form), _word)
            if _role == "writer":
                for _text in TEXTS:
                    say("verb", (_role, _form), f"{_word} the {_text} for, {_word} the {_text} of, {_word} the {_text} to")
                    say("verb", (_role, _form), f"{_word} the {_text}, {_word} {_text} for")
say("verb", ("cast_member", "done"), "cast")
say("verb", ("cast_member", "past"), "had a role, had a part, was seen, was featured, was cast, were cast, was")
say("verb", ("cast_member", "base"), "have a role, have a part, show up")
say("verb", ("cast_member", "now"), "has a role, has a part, is seen, is featured, shows up, is, are")
say("verb", ("writer", "past"), "did the writing for, came up with the story for")
say("verb", ("director", "done"), "shot, filmed")
say("verb", ("director", "past"), "shot, filmed")
say("verb", ("any", "base"), "do, work on, create, produce, release")
say("verb", ("any", "done"), "done, created, worked on, made")
say("verb", ("any", "past"), "did, created, worked on, was involved in, were involved in")

# What films have.
say("attribute", "year", plurals("year, release year, release date, year of release, date of release, premiere date"))
say("attribute", "year", "release, dates, date, release years, years of release, dates of release, time, decade")
say("attribute", "language", plurals("language, spoken language, primary language, main language, original language"))
say("attribute", "genre", plurals("genre, style, category, film genre, movie genre, film type, movie type"))
say("attribute", "country", plurals("country, country of origin, nationality"))
say("kind", "genre", plurals("type, kind, sort"))
say("attribute", "rating", plurals("popular opinion, general opinion, public opinion, opinion, rating, imdb rating, score, user rating, average rating"))
say("attribute", "votes", "votes, imdb votes, vote count, number of votes, popularity, fame")
say("attribute", "subject", plurals("tag, keyword, topic, subject, theme, word, phrase, term, subject matter"))
say("attribute", "award", plurals("award, prize, oscar, academy award"))
say("about", None, "about, concerning, regarding, on the subject of, on the topic of, dealing with, deal with, deals with")
say("about", None, "related to, tagged with, tagged as, tagged, associated with, centered on, centred on, focused on")
say("about", None, "described with, described by, described as, described using, best described by, depicting, portraying")
say("about", None, "that deal with, with the tag, with the tags, with the keyword, on")

# Films.
say("film", (), plurals("film, movie, picture, motion picture, flick, feature, feature film, title, cinema film"))
say("film", (), "works, ones, one, filmography, something, anything, everything, releases, productions, pics")
say("film", (Where("type", Value("series")),), "series, tv series, tv shows, tv show, television series, shows")
_TRUE = Where("basis", Value("true"))
say("film", (_TRUE,), plurals("true story, real story, true life story") + ", true tales")
say("film", (Where("genre", Value("biographical")),), plurals("biopic, biographical film, biography"))
say("film", (Where("original"),), "remakes, remake")
say("film", (Where("origin"),), "adaptations, adaptation, film adaptations, film adaptation, film versions")
say("film", (Where("origin", Origins(("novel", "novella"))),), "novel adaptations, book adaptations")
say("basis", "true", "true story, true stories, real story, real stories, true events, real events, actual events")
say("basis", "true", "real life, real life events, real life story, real life stories, facts, historical events")
say("basis", "true", "true life, true life events, something real, something that happened, real people, true crime")
say("basis", "true", "fact, a real case, real cases, real incidents, actual incidents, history")

GENRES = (
    "action, adventure, animated, animation, anime, biographical, comedy, coming of age, crime, dance, disaster, "
    "documentary, drama, dystopian, epic, erotic, exploitation, family, fantasy, film noir, noir, gangster, gothic, heist, "
    "historical, history, holiday, christmas, horror, independent, martial arts, kung fu, melodrama, monster, musical, music, mystery, "
    "neo noir, parody, period, political, post apocalyptic, prison, psychological, romance, romantic, romantic comedy, "
    "satire, science fiction, screwball, short, silent, slasher, spaghetti western, sports, sport, spy, superhero, supernatural, "
    "suspense, teen, thriller, vampire, war, western, zombie, black comedy, dark comedy, comedy drama, LGBT, lgbt"
)
for _genre in map(str.strip, GENRES.split(",")):
    say("genre", _genre, _genre.lower())
for _alias, _genre in {
    "sci fi": "science fiction",
    "scifi": "science fiction",
    "romcom": "romantic comedy",
    "rom com": "romantic comedy",
    "kids": "children's",
    "childrens": "children's",
    "biopic": "biographical",
    "cartoon": "animated",
    "scary": "horror",
    "funny": "comedy",
    "gay": "lgbt",
    "mob": "gangster",
    "mafia": "gangster",
    "baseball": "sports",
    "boxing": "sports",
}.items():
    say("genre", _genre, _alias)
for _noun in (
    "comedy, western, thriller, drama, documentary, musical, romance, melodrama, cartoon, parody, satire, "
    "romcom, mystery, tragedy, short, epic, noir, slasher, animation, romantic comedy, black comedy, dark comedy, "
    "film noir, horror film, war film, crime film, superhero film, science fiction film, sci fi, comedy drama"
).split(","):
    _value = {"cartoon": "animated", "romcom": "romantic comedy", "sci fi": "science fiction"}.get(
        _noun.strip(), _noun.strip().removesuffix(" film")
    )
    say("film", (Where("genre", Value(_value)),), plurals(_noun.strip()))

# What films are made of.
ORIGINS: dict[str, tuple[str, ...]] = {
    "book": ("novel", "novella", "short story", "memoir", "non-fiction book", "comic"),
    "bestseller": ("novel", "non-fiction book", "memoir"),
    "novel": ("novel", "novella"),
    "novella": ("novella",),
    "short story": ("short story",),
    "play": ("play",),
    "stage play": ("play",),
    "musical": ("play",),
    "stage musical": ("play",),
    "comic": ("comic",),
    "comic book": ("comic",),
    "graphic novel": ("comic",),
    "manga": ("comic",),
    "game": ("game",),
    "video game": ("game",),
    "memoir": ("memoir",),
    "autobiography": ("memoir",),
    "biography": ("non-fiction book",),
    "non fiction book": ("non-fiction book",),
    "nonfiction book": ("non-fiction book",),
    "article": ("article",),
    "newspaper article": ("article",),
    "magazine article": ("article",),
    "song": ("song",),
    "poem": ("other",),
    "fairy tale": ("folk tale",),
    "folk tale": ("folk tale",),
    "legend": ("folk tale",),
    "tv series": ("series",),
    "tv show": ("series",),
    "series": ("series",),
    "work": (),
    "story": (),
    "writing": (),
    "source": (),
}
for _word, _types in ORIGINS.items():
    say("origin", _types, plurals(_word))
say("based", None, "based on, based upon, based off, based off of, adapted from, inspired by, taken from, based in")
say("based", None, "adapting, adaptations of, adaptation of, basedon, drawn from, derived from, that adapt")
say("remade", None, "remade, redone, refilmed, remade again")

# Places and languages.
for _adjective, _country in places.COUNTRIES.items():
    say("nation", _country, _adjective.lower())
    say("country", _country, _country.lower())
for _country, _words in COUNTRIES.items():
    say("nation", _country, ",".join(_words))
    say("country", _country, f"{_country.lower()}, the {_country.lower()}")
for _word, _country in {
    "hollywood": "United States",
    "bollywood": "India",
    "england": "United Kingdom",
    "scotland": "United Kingdom",
    "wales": "United Kingdom",
    "great britain": "United Kingdom",
    "britain": "United Kingdom",
    "uk": "United Kingdom",
    "u.k": "United Kingdom",
    "usa": "United States",
    "us": "United States",
    "u.s": "United States",
    "u.s.a": "United States",
    "america": "United States",
    "states": "United States",
    "korea": "South Korea",
    "ussr": "Soviet Union",
    "holland": "Netherlands",
    "czechia": "Czech Republic",
}.items():
    say("country", _country, f"{_word}, the {_word}")
for _language in places.LANGUAGES:
    say("language", _language, _language.lower())
for _word, _place in PLACES.items():
    if _place in places.LANGUAGES:
        say("nation", _place, _word)

for _word, _first in {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
    "2000s": 2000,
    "21st century": 2000,
    "20th century": 1900,
}.items():
    say("years", Years(_first, _first + (99 if "century" in _word else 9)), _word)

for _word, _award in {
    "oscar": "Academy Award",
    "oscars": "Academy Award",
    "academy award": "Academy Award",
    "academy awards": "Academy Award",
    "golden globe": "Golden Globe",
    "golden globes": "Golden Globe",
    "bafta": "BAFTA",
    "palme d'or": "Palme d'Or",
    "golden lion": "Golden Lion",
    "golden bear": "Golden Bear",
    "award": "",
    "awards": "",
    "prize": "",
    "prizes": "",
    "best picture": "Best Picture",
    "best director": "Best Director",
    "best actor": "Best Actor",
    "best actress": "Best Actress",
}.items():
    say("award", _award, _word)

for _entries in PHRASES.values():
    _entries.sort(key=lambda entry: -len(entry[0]))


def edges(keys: list[str]) -> list[list[Edge]]:
    """For each word of a question, every phrase that begins there."""
    return [
        [
            Edge(at + len(words), kind, value)
            for words, kind, value in PHRASES.get(key, ())
            if len(words) == 1 or tuple(keys[at : at + len(words)]) == words
        ]
        for at, key in enumerate(keys)
    ]


KNOWN = frozenset(word for entries in PHRASES.values() for words, _, _ in entries for word in words)
"""Every word of the lexicon; a name made of these alone is taken for one only with care."""

DETERMINERS = frozenset("the a an all any some every each these those this both of other another various several".split())
ADVERBS = frozenset(
    "also else too ever actually really just mainly mostly originally then still even again first only please "
    "exactly currently usually primarily".split()
)
ASIDE = frozenset(
    "good great best greatest famous well known popular favorite favourite old older new newer recent latest other "
    "another different classic top beautiful nice cool single more many few lesser similar interesting main major "
    "same feature length full total cult acclaimed own underrated big certain particular".split()
)
"""Adjectives that ask for nothing that a catalogue holds: read over."""

BE = frozenset("is are was were be been being 's 're am".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
CAN = frozenset("can could will would may might should".split())
AUXILIARIES = BE | HAVE | DO | CAN
RELATIVES = frozenset("that which who whom where".split())
