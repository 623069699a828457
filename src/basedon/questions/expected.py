"""What people will ask about a film: the questions that fit it, and whether the catalogue answers them."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Origin, Story
from basedon.model.trend import Likely
from basedon.model.verdict import Basis
from basedon.model.work import Work
from basedon.questions import lineage, origin, true_story

BOOKS = frozenset({"novel", "novella", "short story", "non-fiction book", "memoir"})
MOST = 4


def expected(catalogue: Catalogue, number: int, work: Work) -> tuple[Story, tuple[Likely, ...]]:
    """The story of a film, and what people will ask about it, with the answers that are held.

    Of every film, whether it is true; what else fits it: which book it is from, what it is a remake of, which remakes
    it has.
    """
    title = work.title
    story = true_story.story(catalogue, number)
    known = story.basis is not Basis.UNKNOWN
    likely = [Likely(f"Is {title} based on a true story?", answered=known, text=story.summary if known else None)]
    came_from = origin.origins(catalogue, number)
    if books := [o for o in came_from if o.type in BOOKS]:
        likely.append(Likely(f"Which book is {title} based on?", answered=True, text=listed(books)))
    elif others := [o for o in came_from if o.type != "film"]:
        likely.append(Likely(f"What is {title} based on?", answered=True, text=listed(others)))
    if above := lineage.remake_of(catalogue, number):
        label = f"{above.title} ({above.year})" if above.year else above.title
        likely.append(Likely(f"What is {title} a remake of?", answered=True, text=f"It is a remake of {label}."))
    if below := lineage.remakes(catalogue, number):
        films = "; ".join(f"{r.title} ({r.year})" if r.year else r.title for r in below[:3])
        more = f", and {len(below) - 3} more" if len(below) > 3 else ""
        likely.append(Likely(f"Which remakes does {title} have?", answered=True, text=f"{films}{more}."))
    if work.directors and len(likely) < MOST:
        names = ", ".join(person.name for person in work.directors)
        likely.append(Likely(f"Who directed {title}?", answered=True, text=f"{names}."))
    return story, tuple(likely[:MOST])


def listed(origins: Sequence[Origin]) -> str:
    """Origins as a sentence."""
    told = []
    for o in origins[:3]:
        maker = f" by {o.creator}" if o.creator else ""
        year = f" ({o.year})" if o.year and o.year > 0 else ""
        told.append(f"{o.title or f'a {o.type}'}{maker}{year}")
    return f"{'; '.join(told)}."
