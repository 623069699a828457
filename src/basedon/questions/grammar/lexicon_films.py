"""Words for films: kinds of film, genres, what they are made of, places and languages, decades, awards."""

from __future__ import annotations

from basedon.prose import places
from basedon.questions.grammar.phrases import plurals, say
from basedon.questions.places import COUNTRIES, PLACES
from basedon.questions.plan import Origins, Value, Where, Years

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
for _noun in [
    "comedy",
    " western",
    " thriller",
    " drama",
    " documentary",
    " musical",
    " romance",
    " melodrama",
    " cartoon",
    " parody",
    " satire",
    " romcom",
    " mystery",
    " tragedy",
    " short",
    " epic",
    " noir",
    " slasher",
    " animation",
    " romantic comedy",
    " black comedy",
    " dark comedy",
    " film noir",
    " horror film",
    " war film",
    " crime film",
    " superhero film",
    " science fiction film",
    " sci fi",
    " comedy drama",
]:
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
