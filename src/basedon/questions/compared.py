"""Is this film a remake of that one? A yes or a no, in a sentence."""

from __future__ import annotations

from basedon.catalogue import search, walking
from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal
from basedon.questions.question import Hints, Named


def answer(catalogue: Catalogue, second: tuple[Named, ...], number: int, original: str | None) -> str | None:
    """A sentence when the two films are linked, whichever came first; None when no source links them.

    `original` is the title of the film's original where that film is not held itself.
    """
    work = catalogue.work(number)
    above, below = walking.up(catalogue, number), walking.down(catalogue, number)
    for link in above:
        if link.original != number and means(catalogue, second, link.original):
            that = catalogue.work(link.original)
            if link.depth == 1:
                return f"Yes, {work.label} is a remake of {that.label}."
            between = between_them(catalogue, number, link.original)
            return f"Yes, by way of {between}: {work.label} goes back to {that.label}."
    if original and any(normal(original) == normal(named.title) for named in second if named.title):
        return f"Yes, {work.label} is a remake of {original}."
    for link in below:
        if link.derivative != number and means(catalogue, second, link.derivative, by_name=True):
            that = catalogue.work(link.derivative)
            back = "is a remake of" if link.depth == 1 else "goes back to"
            return f"No, it is the other way round: {that.label} {back} {work.label}."
    return None


def means(catalogue: Catalogue, second: tuple[Named, ...], number: int, by_name: bool = False) -> bool:
    """Whether a second film's name, in any of its readings, is that of this work."""
    for named in second:
        fits = number in search.of_title(catalogue, named.title) if named.title else not by_name
        hints = named.hints
        if fits and (hints == Hints() or search.fitting(catalogue, [number], hints.year, hints.place, hints.name)):
            return True
    return False


def between_them(catalogue: Catalogue, number: int, original: int) -> str:
    """The film through which one goes back to the other."""
    for link in walking.up(catalogue, number, hops=1):
        if any(further.original == original for further in walking.up(catalogue, link.original)):
            return catalogue.work(link.original).label
    return "another film"


def typed(second: tuple[Named, ...]) -> str:
    """The second film as the question names it."""
    last = second[-1]
    if last.title:
        return f"“{second[0].title}”"
    return f"a film from {last.hints.place}" if last.hints.place else "another film"
