"""What film made people cry the most?

Films by their tear rate: the share of people who wrote of a film that cried, drawn towards what is usual for films, the
more the fewer people wrote (`questions/shares`). They are ranked by the lower bound, so that a film whose one viewer
cried does not come before one over which fifty of two hundred did.
"""

from __future__ import annotations

from basedon.catalogue import reactions as held
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Table
from basedon.questions import reactions
from basedon.questions.question import Asked, Question, Said

COLUMNS = ("film", "year", "id", "people", "cried", "tear_rate", "low", "high")
MOST = 20
"""Films that an answer lists."""


def tearjerkers(catalogue: Catalogue, most: int = MOST) -> Said:
    """The films over which the greatest share of people cried."""
    films = held.felt(catalogue)
    usual = reactions.usual(films, "crying")
    rated = [(found, reactions.rate(found, "crying", usual)) for found in films if found.feelings.get("crying")]
    rated.sort(key=lambda pair: (-pair[1].low, -pair[0].people, pair[0].work))
    works = catalogue.works(found.work for found, _ in rated[:most])
    rows = tuple(
        (
            *(works[found.work].title, works[found.work].year, works[found.work].id, reactions.asked(found)),
            *(found.feelings["crying"], rate.value, rate.low, rate.high),
        )
        for found, rate in rated[:most]
        if found.work in works
    )
    if not rows:
        return Said("Nobody in the posts held here says that a film made them cry.", table=Table(COLUMNS, ()))
    found, rate = rated[0]
    text = (
        f"{works[found.work].label}: of {reactions.asked(found):,} people who wrote of it {found.feelings['crying']:,} cried, "
        f"a tear rate of {reactions.percent(rate.value)} (between {reactions.percent(rate.low)} and "
        f"{reactions.percent(rate.high)}; usual for films is {reactions.percent(usual.mean)})."
    )
    return Said(text, table=Table(COLUMNS, rows))


def answer(catalogue: Catalogue, asked: Asked, _number: int) -> Said:
    """The ranking; it means no single film."""
    return answer_any(catalogue, asked, "")


def answer_any(catalogue: Catalogue, _asked: Asked, _question: str) -> Said:
    """The ranking."""
    return tearjerkers(catalogue)


CRY = r"(?:cry|weep|sob|bawl|tear up|cry the most|cry most|cry their eyes out)"
WHO = r"(?:people|you|everyone|everybody|me|us|viewers|audiences?|anyone)"

QUESTION = Question(
    kind="tearjerkers",
    wordings=(
        rf"(?:what|which) (?:is the |are the )?(?:films?|movies?|ones?) (?:that )?(?:has |have )?(?:made?|makes?|will make) {WHO} {CRY}(?: the most| most| hardest)?",
        rf"(?:what|which)(?: films?| movies?)? (?:made?|makes?|will make) {WHO} {CRY}(?: the most| most| hardest)?",
        r"(?:what|which) (?:films?|movies?) (?:did|do) people cry (?:at|over|about|in|to)?(?: the)? ?(?:most|hardest)?",
        r"(?:(?:what (?:is|are)|list|show me|name) )?(?:the )?(?:best|biggest|saddest|greatest|top|most)? ?(?:\d+ )?tearjerkers?(?: (?:films?|movies?|of all time|ever))*",
        r"(?:what|which) (?:is|are|was) the (?:saddest|most (?:moving|emotional|heartbreaking|tearful)) (?:films?|movies?)(?: ever| of all time)?",
        r"(?:the )?saddest (?:films?|movies?)(?: ever| of all time)?",
    ),
    read_as="films by how many of those who wrote of them cried",
    example="Which film made people cry the most?",
    answer=answer,
    answer_any=answer_any,
)
