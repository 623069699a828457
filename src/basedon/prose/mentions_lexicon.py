"""Words known by hash: how ordinary each is, whether people bear it, and what it says of a title beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from basedon.prose.mentions_keys import Table
from basedon.prose.mentions_words import Hashes, Words, words_of

RARE = 20
"""Bits of surprise of a word that is not in the list of ordinary ones."""

NO, WATCH, CALLED, FILM, FILMS, LIKE, PLACE, THE, AND, IS, BY, NEW, ABOUT, WHO, DATE, TITLE, NOVEL = range(17)
"""What a word is to a title beside it."""

CUES = {
    WATCH: "watch watched watching watches rewatch rewatched rewatching seen saw see seeing sees rewatches",
    CALLED: "called titled named entitled",
    FILM: "movie film flick documentary musical classic masterpiece feature remake sequel prequel adaptation",
    FILMS: "movies films trailer trailers series sequels franchise trilogy prequels remakes flicks dvd screening",
    LIKE: (
        "like liked love loved loves likes enjoy enjoyed enjoys prefer recommend recommended suggest adore hate hated"
        " favorite favourite favorites favourites suggested fan dig"
    ),
    PLACE: "in from of for to than at on",
    THE: "the a an my your this that his her our their its some any no another",
    AND: "and or",
    IS: "is was are were has had have will would did does",
    BY: "by with starring stars star directed featuring starred stared",
    NEW: "new first second third last original old latest animated latest recent",
    ABOUT: "about try check out maybe",
    WHO: "i you he she we they it me him them us",
    DATE: (
        "january february march april may june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday christmas halloween easter america england france germany italy spain japan"
        " china korea india russia canada australia mexico ireland scotland london paris berlin rome tokyo chicago"
        " boston texas california florida hollywood manhattan brooklyn york angeles francisco vegas washington"
        " europe africa asia god jesus american british french german italian spanish japanese chinese korean indian"
        " russian netflix disney hbo amazon hulu google youtube internet lol omg imdb tv"
    ),
    TITLE: "mr mrs miss ms dr doctor sir lady lord king queen prince princess president captain professor detective",
    NOVEL: "book novel song album play band game show comic poem story opera character",
}


class Known(Struct, frozen=True):
    """What is known of each of some words."""

    bits: NDArray[np.uint8]
    given: NDArray[np.bool_]
    cue: NDArray[np.uint8]


class Lexicon:
    """Words by hash."""

    def __init__(self) -> None:
        bits: dict[str, int] = {}
        given: set[str] = set()
        folder = files("basedon.prose") / "lexicon"
        for line in (folder / "ordinary.txt").read_text("utf-8").splitlines():
            band, _, listed = line.partition(": ")
            bits.update(dict.fromkeys(listed.split(), int(band)))
        given.update((folder / "given_names.txt").read_text("utf-8").split())
        cues = {word: cue for cue, listed in CUES.items() for word in listed.split()}
        every = sorted({*bits, *given, *cues})
        hashed = words_of([" ".join(every)]).hash
        self.table = Table(hashed, room=3)
        # the last stands for all others: a word that is not found is at place -1
        self.bits = np.array([bits.get(word, RARE) for word in every] + [RARE], np.uint8)
        self.given = np.array([word in given for word in every] + [False], np.bool_)
        self.cue = np.array([cues.get(word, NO) for word in every] + [NO], np.uint8)

    def of(self, hashed: Hashes) -> Known:
        """What is known of some words."""
        place = self.table.find(hashed)
        return Known(self.bits[place], self.given[place], self.cue[place])


@cache
def lexicon() -> Lexicon:
    """The one lexicon."""
    return Lexicon()


def known(words: Words) -> Known:
    """What is known of the words of some texts."""
    return lexicon().of(words.hash)
