"""Did people like it? How was it received?

What the catalogue holds of how a film was received: what the users of IMDb give it, the awards it won or was nominated
for, and its weeks in Netflix's Top 10, each with the place where it was read. Nothing is made one figure, and what the
catalogue holds no source of is said to be missing, for silence is no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

from basedon.catalogue import charts
from basedon.catalogue import reactions as posts
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Finding
from basedon.model.reception import Awards, Charts, Honour, Rating, Reception
from basedon.questions import reactions as told_of
from basedon.questions.question import Asked, Question, Said

NAMED = {"imdb": "IMDb", "oscars": "the Academy Awards", "wikidata": "Wikidata", "netflix": "Netflix"}
PROPERTIES = {True: "P166", False: "P1411"}
"""Where Wikidata keeps awards and nominations."""

FEW = 4
"""Awards that a sentence names; of more it gives the number."""


def reception(catalogue: Catalogue, number: int) -> Reception | None:
    """How a film was received; None where the catalogue holds nothing of that."""
    ratings, awards = charts.ratings(catalogue, number), charts.awards(catalogue, number)
    listed = run(charts.of_work(catalogue, number))
    felt = told_of.reactions(catalogue, number)
    if not (ratings or awards != Awards() or listed or felt):
        return None
    return Reception(
        ratings=ratings,
        awards=awards,
        charts=listed,
        reactions=felt,
        findings=(
            *(of_rating(catalogue, number, rating) for rating in ratings),
            *(of_honour(catalogue, number, honour, won=True) for honour in awards.won),
            *(of_honour(catalogue, number, honour, won=False) for honour in awards.nominated),
            *([of_charts(listed)] if listed else []),
            *([told_of.finding(felt)] if felt else []),
        ),
        missing=missing(catalogue),
    )


def missing(catalogue: Catalogue) -> tuple[str, ...]:
    """The sources of how films were received of which the catalogue holds nothing."""
    held = {
        "posts": posts.held(catalogue) is not None,
        "imdb": charts.holds_ratings(catalogue),
        "oscars": charts.holds_awards(catalogue),
        "netflix": charts.holds_charts(catalogue),
    }
    return tuple(source for source, there in held.items() if not there)


def run(rows: Sequence[charts.Charted]) -> Charts | None:
    """A film's rows of weekly lists as one; None for none."""
    if not rows:
        return None
    weeks = charts.by_week(rows)
    return Charts(
        title=rows[0].title,
        source="netflix",
        weeks=len(weeks),
        weeks_in_world=sum(week.world_rank is not None for week in weeks),
        countries=tuple(sorted({country for week in weeks for country in week.countries})),
        best_rank=min(week.best_rank for week in weeks),
        first_week=weeks[0].week,
        last_week=weeks[-1].week,
        run=weeks,
    )


def of_rating(catalogue: Catalogue, number: int, rating: Rating) -> Finding:
    """A rating as a finding."""
    record = charts.record_of(catalogue, number, rating.source)
    locator = f"{record}: averageRating, numVotes"
    return Finding("context", rated(rating), rating.source, locator, catalogue.url(rating.source, record))


def of_honour(catalogue: Catalogue, number: int, honour: Honour, *, won: bool) -> Finding:
    """An award or nomination as a finding."""
    says = f"It {'won' if won else 'was nominated for'} {named(honour)}{f': {honour.name}' if honour.name else ''}."
    if honour.source == "wikidata":
        record = charts.record_of(catalogue, number, honour.source)
        return Finding(
            "context", says, honour.source, f"{record}: {PROPERTIES[won]}", catalogue.url("wikidata", record)
        )
    return Finding("context", says, honour.source, ", ".join(map(str, filter(None, (honour.year, honour.award)))))


def of_charts(listed: Charts) -> Finding:
    """Weeks in the Top 10 as a finding."""
    locator = f"Top 10, {span(listed.first_week, listed.last_week)}: {listed.title}"
    return Finding("context", f"It was {in_top_10(listed)}.", listed.source, locator)


def rated(rating: Rating) -> str:
    """A rating as a sentence."""
    voters = "one vote" if rating.votes == 1 else f"{rating.votes:,} votes"
    return f"The users of {NAMED.get(rating.source, rating.source)} give it {rating.average:g} of 10 ({voters})."


def named(honour: Honour) -> str:
    """An award with its year."""
    return f"{honour.award} ({honour.year})" if honour.year else honour.award


def honoured(awards: Awards) -> str:
    """Awards and nominations as a sentence; empty for none."""
    parts: list[str] = []
    for verb, honours in (("won", awards.won), ("was nominated for", awards.nominated)):
        if honours:
            names = list(dict.fromkeys(map(named, honours)))
            of = "award" if len(honours) == 1 else "awards"
            more = f" {len(honours)} more" if parts else f" {len(honours)} {of}"
            shown = f": {'; '.join(names)}" if len(names) <= FEW else f", among them {'; '.join(names[:FEW])}"
            parts.append(f"{verb}{more}{shown}")
    return f"It {' and '.join(parts)}." if parts else ""


def in_top_10(listed: Charts) -> str:
    """Weeks on the lists in words, as what follows "it was"."""
    weeks = "one week" if listed.weeks == 1 else f"{listed.weeks} weeks"
    lands = len(listed.countries)
    where = "" if not lands else " in one country" if lands == 1 else f" in {lands} countries"
    world = f" ({listed.weeks_in_world} of them in the world's)" if listed.weeks_in_world and lands else ""
    return (
        f"in Netflix's Top 10{where} for {weeks}{world}, {span(listed.first_week, listed.last_week)}, "
        f"at best at number {listed.best_rank}"
    )


def span(first: str, last: str) -> str:
    """One week, or the first and the last, by their last days."""
    return f"the week to {first}" if first == last else f"from the week to {first} to the one to {last}"


def lacking(sources: Sequence[str]) -> str:
    """What the catalogue holds nothing of, as a sentence; empty where it holds all."""
    words = {"posts": "posts", "imdb": "ratings", "oscars": "awards", "netflix": "charts"}
    told = [words[source] for source in sources]
    return f"This catalogue holds no {' and no '.join(told)}." if told else ""


def answer(catalogue: Catalogue, _asked: Asked, number: int) -> Said:
    """How a film was received, in a few sentences, with the findings."""
    work = catalogue.work(number)
    known = reception(catalogue, number)
    if known is None:
        nothing = f"No source in this catalogue tells how {work.label} was received."
        return Said(f"{nothing} {lacking(missing(catalogue))}".strip())
    told = [rated(rating) for rating in known.ratings] + [honoured(known.awards)]
    told.append(f"It was {in_top_10(known.charts)}." if known.charts else "")
    told.append(told_of.in_words(known.reactions) if known.reactions else "")
    said = " ".join(part for part in (*told, lacking(known.missing)) if part)
    return Said(f"{work.label}: {said}", known.findings)


def award_answer(catalogue: Catalogue, number: int) -> Said:
    """The awards of a film in a sentence, with the findings."""
    work = catalogue.work(number)
    awards = charts.awards(catalogue, number)
    if awards == Awards():
        return Said(f"No source in this catalogue names an award of {work.label}, won or nominated for.")
    findings = [of_honour(catalogue, number, honour, won=True) for honour in awards.won]
    findings += [of_honour(catalogue, number, honour, won=False) for honour in awards.nominated]
    only = "" if awards.won else "No source in this catalogue names an award that it won. "
    return Said(f"{work.label}: {only}{honoured(awards)}", tuple(findings))


FELT = r"(?:cry|laugh|weep|sob|smile|happy|sad|scared|bored|feel better|feel good)"
PEOPLE = r"(?:people|audiences?|the audience|critics|viewers|everyone|everybody|anyone|anybody|you|the world)"

QUESTION = Question(
    kind="reception",
    wordings=(
        rf"(?:did|do|does|will|would) {PEOPLE} (?:really |actually )?(?:like|love|enjoy|hate|dislike|recommend) {{film}}",
        rf"(?:did|do|does|will|would) {{film}} (?:really )?make {PEOPLE} (?P<tears>{FELT})",
        rf"(?:did|do|does|will|would) (?:{PEOPLE}|i|we|me) (?:really )?(?P<tears>{FELT}) (?:at|over|during|in|watching|about) {{film}}",
        r"(?:is|was) {film} (?:really |very |so )?(?P<tears>sad|funny|scary|boring|uplifting|heartwarming|depressing|"
        r"a tearjerker|a comfort (?:film|movie))",
        r"how (?P<tears>sad|funny|scary|boring|uplifting|heartwarming) (?:is|was) {film}",
        rf"what (?:did|do|does) {PEOPLE} (?P<tears>feel|felt) (?:about|watching|at|during) {{film}}",
        rf"what (?:did|do|does) {PEOPLE} (?:think|say) (?:of|about) {{film}}",
        r"(?:is|was) {film} (?:any good|good|bad|worth (?:watching|seeing|it|my time)|popular|successful|well[- ]received|"
        r"well[- ]liked|a good (?:film|movie)|a (?:hit|success|flop))",
        r"how (?:well |badly )?(?:is|was) {film} (?:received|rated|reviewed|liked)",
        r"how (?:good|bad|popular|successful|well[- ]received) (?:is|was) {film}",
        r"how did {film} do(?: on netflix| in the charts)?",
        r"(?:what (?:is|was|are|were) |what's )?the (?:imdb )?(?:reception|reviews?|ratings?|scores?) (?:of|for) {film}",
        r"what (?:rating|score) (?:does|did) {film} have(?: on imdb)?",
        r"(?:was|is) {film} (?:in|on) (?:the )?(?:netflix(?:'s)? )?top ?(?:10|ten)",
        r"(?:how many weeks|how long|when) (?:was|is) {film} (?:in|on) (?:the )?(?:netflix(?:'s)? )?(?:top ?(?:10|ten)|charts?)",
        r"{film}(?:'s)? (?:imdb )?(?:reviews?|reception|ratings?|imdb score)",
    ),
    read_as="how {film} was received",
    example="How was {film} received?",
    answer=answer,
)
