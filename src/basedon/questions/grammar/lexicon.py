"""Words for what a catalogue holds: roles, what people do, what films have; English as people use it.

A phrase of one word or several stands for an `Edge`: a category and a meaning. Adding a synonym is adding a word here,
or in `lexicon_films`.
"""

from __future__ import annotations

from basedon.questions.grammar.lexicon_films import GENRES as GENRES
from basedon.questions.grammar.phrases import PHRASES, Edge, plurals, say

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
    [
        "star",
        "stars",
        "starred",
        "starring",
        "feature",
        "features",
        "featured",
        "featuring",
        "costars",
        "costarring",
        "cast",
        "casts",
    ]
)
"""Verbs whose subject may be the film: "films starring X"."""
TEXTS = (
    "script",
    "screenplay",
    "story",
    "scenario",
    "dialogue",
    "film script",
    "movie script",
    "scripts",
    "screenplays",
)
for _role, _verbs in VERBS.items():
    for _verb in _verbs.split(","):
        for _form, _word in zip(FORMS, _verb.split(), strict=True):
            say("verb", (_role, _form), _word)
            if _role == "writer":
                for _text in TEXTS:
                    say(
                        "verb",
                        (_role, _form),
                        f"{_word} the {_text} for, {_word} the {_text} of, {_word} the {_text} to",
                    )
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
say(
    "attribute",
    "rating",
    plurals(
        "popular opinion, general opinion, public opinion, opinion, rating, imdb rating, score, user rating, average rating"
    ),
)
say("attribute", "votes", "votes, imdb votes, vote count, number of votes, popularity, fame")
say("attribute", "subject", plurals("tag, keyword, topic, subject, theme, word, phrase, term, subject matter"))
say("attribute", "award", plurals("award, prize, oscar, academy award"))
say(
    "about",
    None,
    "about, concerning, regarding, on the subject of, on the topic of, dealing with, deal with, deals with",
)
say("about", None, "related to, tagged with, tagged as, tagged, associated with, centered on, centred on, focused on")
say(
    "about",
    None,
    "described with, described by, described as, described using, best described by, depicting, portraying",
)
say("about", None, "that deal with, with the tag, with the tags, with the keyword, on")

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

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "all",
        "any",
        "some",
        "every",
        "each",
        "these",
        "those",
        "this",
        "both",
        "of",
        "other",
        "another",
        "various",
        "several",
    ]
)
ADVERBS = frozenset(
    [
        "also",
        "else",
        "too",
        "ever",
        "actually",
        "really",
        "just",
        "mainly",
        "mostly",
        "originally",
        "then",
        "still",
        "even",
        "again",
        "first",
        "only",
        "please",
        "exactly",
        "currently",
        "usually",
        "primarily",
    ]
)
ASIDE = frozenset(
    [
        "good",
        "great",
        "best",
        "greatest",
        "famous",
        "well",
        "known",
        "popular",
        "favorite",
        "favourite",
        "old",
        "older",
        "new",
        "newer",
        "recent",
        "latest",
        "other",
        "another",
        "different",
        "classic",
        "top",
        "beautiful",
        "nice",
        "cool",
        "single",
        "more",
        "many",
        "few",
        "lesser",
        "similar",
        "interesting",
        "main",
        "major",
        "same",
        "feature",
        "length",
        "full",
        "total",
        "cult",
        "acclaimed",
        "own",
        "underrated",
        "big",
        "certain",
        "particular",
    ]
)
"""Adjectives that ask for nothing that a catalogue holds: read over."""

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am"})
HAVE = frozenset({"has", "have", "had", "having"})
DO = frozenset({"do", "does", "did"})
CAN = frozenset({"can", "could", "will", "would", "may", "might", "should"})
AUXILIARIES = BE | HAVE | DO | CAN
RELATIVES = frozenset({"that", "which", "who", "whom", "where"})
