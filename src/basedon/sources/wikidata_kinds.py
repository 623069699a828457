"""Classes of Wikidata: which items are films and series, which name a kind of source, and which never matter here."""

from __future__ import annotations

from collections.abc import Iterable

from basedon.model.statement import TargetType
from basedon.prose.nouns import EVENTS, TYPE_OF

FILM = frozenset(
    {11424, 24862, 506240, 202866, 29168811, 17517379, 24869, 93204, 226730, 20650540, 220898, 1261214}
    # genres that items of films name as what they are
    | {130232, 157443, 200092, 188473, 471839, 645928, 2484376, 172980, 369747, 959790, 319221, 157394, 842256}
    | {860626, 1054574}
)
"""Film, short film, television film, animated film, documentary film, silent film, television special ..."""

SERIES = frozenset({5398426, 1259759, 581714, 63952888, 117467246, 15416, 526877, 170238, 1366112})
"""Television series, miniseries, animated series, television program, web series, sitcom ..."""

DOCUMENTARY = 93204
HUMAN = 5

WRITTEN = frozenset(
    {8261, 7725634, 47461344, 571, 49084, 149537, 25379, 2743, 1344, 1004, 21198342, 8274, 14406742, 725377, 838795}
    | {213369, 747381, 7889, 7058673, 7366, 105543609, 699, 44342, 35760, 191067, 5707594, 112983, 4184, 36279}
    | {5185279, 37484, 277759, 1667921, 213051}
)
"""Works of other media, whose maker and year are read with them."""

IGNORED = frozenset(
    {13442814, 4167836, 4167410, 11266439, 13406463, 16521, 7187, 8054, 523, 318, 11173}
    | {532, 486972, 8502, 54050, 4022, 47521, 23397, 79007, 16970, 3863, 3947, 41176, 3914, 101352, 202444}
    | {12308941, 11879590, 17633526}
)
"""Scholarly articles, categories, disambiguation pages, templates, lists, taxa, genes, proteins, stars, galaxies,
chemical compounds, villages, settlements, mountains, hills, rivers, streams, lakes, streets,
churches, asteroids, houses, buildings, schools, names, news: no film is one, no story comes from them."""

TYPES: dict[int, TargetType] = {
    **dict.fromkeys(FILM, "film"),
    **dict.fromkeys(SERIES, "series"),
    HUMAN: "person",
    **dict.fromkeys((8261, 747381, 1667921), "novel"),
    149537: "novella",
    49084: "short story",
    **dict.fromkeys((25379, 2743, 1344), "play"),
    **dict.fromkeys((1004, 21198342, 8274, 14406742, 725377, 838795, 213369), "comic"),
    **dict.fromkeys((7889, 7058673), "game"),
    **dict.fromkeys((7366, 105543609), "song"),
    **dict.fromkeys((699, 44342), "folk tale"),
    **dict.fromkeys((112983, 4184), "memoir"),
    **dict.fromkeys((36279, 213051), "non-fiction book"),
    **dict.fromkeys((191067, 5707594), "article"),
    # battle, war, murder, assassination, massacre, revolution, rebellion, siege, conflict, terrorist attack, disaster,
    # earthquake, civil war, coup d'état, genocide, mass shooting, kidnapping, hostage taking, aviation accident
    **dict.fromkeys(
        (
            *(178561, 198, 132821, 3882219, 3199915, 10931, 124734, 188055, 180684, 2223653, 3839081, 7944, 8465),
            *(45382, 41397, 21480300, 318296, 744913),
        ),
        "event",
    ),
}
"""What each class says of the kind of source; a class that is not here is told by its name, see `type_of`."""

OPEN = frozenset({7725634, 47461344, 571, 277759})
"""Literary work, written work, book, book series: fact or fiction, unless form or genre says which."""


def type_of(classes: Iterable[int], names: Iterable[str | None]) -> TargetType | None:
    """The kind of source that an item of these classes is; `names` are the classes' English labels.

    A class without a kind of its own is told by the noun its label ends in: a "science fiction novel" is a novel, a
    "naval battle" an event. None where nothing says.
    """
    known = [TYPES[class_] for class_ in classes if class_ in TYPES]
    if known:
        return known[0]
    for name in names:
        words = (name or "").lower().split()
        if not words or (words[0].startswith("fiction") and words[-1] != "novel"):
            continue
        for count in (3, 2, 1):
            noun = " ".join(words[-count:])
            if noun in TYPE_OF:
                return TYPE_OF[noun]
        if words[-1] in EVENTS:
            return "event"
    return None
