"""What is it a remake of, and which remakes does it have?

For: statements that it is a remake of, or based on, another film, and those that a film was remade as it. A link that
runs against time is no link. Works that adapt the same book or play are its siblings, and so are other remakes of its
original.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from basedon.catalogue import walking
from basedon.catalogue.catalogue import Catalogue, Link
from basedon.catalogue.rows import IN_PROSE
from basedon.identity.titles import normal
from basedon.model.answer import Finding, Node, Original, Tree
from basedon.model.statement import FICTION, Predicate
from basedon.model.work import Remake, RemakeKind, Work
from basedon.questions import compared, weighing
from basedon.questions.phrasing import findings, named
from basedon.questions.question import Asked, Hints, Named, Question, Said

MOST_SIBLINGS = 30


def originals(catalogue: Catalogue, number: int) -> list[int]:
    """The films that a film remakes directly, the earliest first."""
    works = catalogue.works(link.original for link in walking.up(catalogue, number, hops=1))
    return sorted(works, key=lambda place: (works[place].year or 9999, works[place].id))


def remake_of(catalogue: Catalogue, number: int) -> Original | None:
    """The film that it remakes: the latest of them where it remakes a remake; by name only where it is not held here."""
    works = catalogue.works(originals(catalogue, number))
    if works:
        work = max(works.values(), key=lambda w: w.year or 0)
        return Original(work.title, work.year, work.countries, work.id)
    own = {normal(title) for title in catalogue.titles(number)}
    for told in catalogue.told(number):
        s = told.statement
        if weighing.weak(s):
            continue
        told_so = any(e.locator.startswith(IN_PROSE) for e in s.evidence)
        same = told_so or normal(s.target.title or "") in own  # else "based on" a film is as often a sequel
        of_film = s.predicate is Predicate.REMAKE_OF or (
            s.predicate is Predicate.BASED_ON and s.target.type == "film" and same and s.kind is None
        )
        if of_film and not s.denied and s.target.title and told.work == number and told.target_work is None:
            return Original(s.target.title, s.target.year, (), None)
    return None


def remakes(catalogue: Catalogue, number: int) -> tuple[Remake, ...]:
    """Every remake, the direct ones first, then theirs; each once, by its shortest way."""
    return as_remakes(catalogue, walking.down(catalogue, number), {number})


def as_remakes(catalogue: Catalogue, links: Iterable[Link], known: set[int]) -> tuple[Remake, ...]:
    """Links as remakes, by steps and year; works in `known` are left out."""
    firsts: dict[int, Link] = {}
    for link in links:
        if link.derivative not in known:
            firsts.setdefault(link.derivative, link)
    works = catalogue.works([*firsts, *(link.original for link in firsts.values())])
    made = [
        (link.depth, as_remake(works[number], link.kind, works[link.original].id))  # type: ignore[arg-type]
        for number, link in firsts.items()
    ]
    return tuple(remake for _, remake in sorted(made, key=lambda m: (m[0], m[1].year or 9999, m[1].id)))


def as_remake(work: Work, kind: RemakeKind, via: str) -> Remake:
    """A work as the remake of another."""
    return Remake(
        work.id, work.title, work.original_title, work.year, work.countries, work.languages, work.directors, kind, via
    )


def siblings(catalogue: Catalogue, number: int) -> tuple[Remake, ...]:
    """Other films of the same original, or that adapt the same book, play or tale."""
    ours = {number, *originals(catalogue, number), *(link.derivative for link in walking.down(catalogue, number))}
    of_original = [
        link for original in originals(catalogue, number) for link in walking.down(catalogue, original, hops=1)
    ]
    found = list(as_remakes(catalogue, of_original, ours))
    known = ours | {link.derivative for link in of_original}
    for told in catalogue.told(number):
        if told.origin and told.statement.predicate is Predicate.BASED_ON and not told.statement.denied:
            origin = catalogue.origin(told.origin)
            others = [other for other in catalogue.from_origin(told.origin) if other not in known]
            if origin.type in FICTION or origin.type in ("memoir", "non-fiction book", "article", "other"):
                known.update(others)
                via = origin.id or f"{origin.type}: {origin.title}"
                found += [as_remake(work, "re-adaptation", via) for work in catalogue.works(others).values()]
    return tuple(sorted(found, key=lambda r: (r.year or 9999, r.id))[:MOST_SIBLINGS])


def tree(catalogue: Catalogue, number: int) -> Tree:
    """The whole lineage as a tree: from the earliest origin through the first film down to every remake.

    The film asked about is somewhere in it; what the first film is based on stands above it as the root.
    """
    first = earliest(catalogue, number)
    below: dict[int, list[Link]] = {}
    met = {first}
    for link in walking.down(catalogue, first):
        if link.derivative not in met:
            met.add(link.derivative)
            below.setdefault(link.original, []).append(link)
    works = catalogue.works(met)

    def grow(place: int, relation: str | None) -> Tree:
        links = sorted(below.get(place, ()), key=lambda link: (works[link.derivative].year or 9999, link.derivative))
        return Tree(node(works[place]), relation, tuple(grow(link.derivative, f"{link.kind} remake") for link in links))

    for told in catalogue.told(first):
        s = told.statement
        if told.work == first and told.origin and not s.denied and s.target.title:
            origin = catalogue.origin(told.origin)
            above = Node(origin.type, origin.title or named(s.target), origin.year, origin.id, None, origin.creator)
            how = {Predicate.BASED_ON: "based on", Predicate.INSPIRED_BY: "inspired by"}.get(s.predicate, "depicts")
            return Tree(above, None, (grow(first, f"{s.hedge} {how}" if s.hedge else how),))
    return grow(first, None)


def earliest(catalogue: Catalogue, number: int) -> int:
    """The film at the top: the remotest original, the earliest of several."""
    links = walking.up(catalogue, number)
    if not links:
        return number
    works = catalogue.works({link.original for link in links})
    derivatives = {link.derivative for link in links}
    tops = [n for n in works if n not in derivatives] or list(works)
    return min(tops, key=lambda n: (works[n].year or 9999, n))


def node(work: Work) -> Node:
    """A work as a place in a lineage."""
    return Node(work.type, work.title, work.year, work.id, work.original_title, None, work.countries)


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """What a film remakes, or its remakes, in a sentence, with the whole lineage as a tree."""
    work = catalogue.work(number)
    original, made = remake_of(catalogue, number), remakes(catalogue, number)
    up = (
        f"{work.label} is a remake of {described(original.title, original.year, original.countries)}."
        if original
        else ""
    )
    down = told(work, made)
    read = evidence(catalogue, number)
    drawn = tree(catalogue, number)
    second = asked.second
    if asked.aspect == "up" and asked.place and not second:  # "which Korean film is it a remake of?"
        second = (Named("", Hints(place=asked.place)),)
    if second:
        text = compared.answer(catalogue, second, number, original.title if original and not original.id else None)
        no = f"No source in this catalogue says that {work.label} is a remake of {compared.typed(second)}."
        return Said(text or f"{no} {up or down}".strip(), read, tree=drawn)
    if asked.place:
        there = tuple(r for r in made if asked.place in (*r.countries, *r.languages))
        none = f"No source in this catalogue tells of a remake of {work.label} {made_in(asked.place)}."
        text = told(work, there, f" {made_in(asked.place)}") or f"{none} {down}".strip()
        return Said(text, read, tree=drawn)
    dated = sorted((r for r in made if r.year), key=lambda r: (r.year or 0, r.id))
    if asked.other in ("first", "last") and dated:
        r = dated[0 if asked.other == "first" else -1]
        which = "earliest" if asked.other == "first" else "latest"
        return Said(
            f"The {which} remake of {work.label} held here is {described(r.title, r.year, r.countries)}.",
            read,
            tree=drawn,
        )
    if asked.aspect == "up":
        text = up or f"No source in this catalogue says that {work.label} is a remake."
        return Said(text if up or not down else f"{text} {down}", read, tree=drawn)
    if asked.aspect == "down":
        text = down or f"No source in this catalogue tells of a remake of {work.label}."
        return Said(text if down or not up else f"{text} {up}", read, tree=drawn)
    said = " ".join(filter(None, (up, down)))
    return Said(said or f"No source in this catalogue links {work.label} to a remake.", read, tree=drawn)


def told(work: Work, made: tuple[Remake, ...], which: str = "") -> str:
    """The remakes of a film in a sentence; empty where there are none."""
    listed = ", ".join(described(r.title, r.year, r.countries) for r in made)
    films = "one remake" if len(made) == 1 else f"{len(made)} remakes"
    return f"{work.label} has {films}{which} held here: {listed}." if made else ""


def made_in(place: str) -> str:
    """Where a film was made, or in which language, in words."""
    article = "the " if place.startswith("United") or place in ("Netherlands", "Philippines", "Soviet Union") else ""
    return f"made in {article}{place}"


def evidence(catalogue: Catalogue, number: int) -> tuple[Finding, ...]:
    """What the links of a film rest on: what is said of it as a remake, and of each of its direct remakes."""
    below = [link.derivative for link in walking.down(catalogue, number, hops=1)]
    found: list[Finding] = []
    for place in (number, *below):
        for told in catalogue.told(place):
            s = told.statement
            of_film = s.predicate in (Predicate.REMAKE_OF, Predicate.REMADE_AS) or s.target.type == "film"
            ends = {told.work, told.target_work}
            if of_film and not s.denied and (place == number or number in ends):
                other = next((end for end in ends if end is not None and end != told.work), None)
                said = findings(told, "context", catalogue.work(other) if other else None)
                who = catalogue.work(told.work) if told.work != number else None
                found += [f if who is None else as_said_of(who, f) for f in said]
    return tuple(dict.fromkeys(found))


def as_said_of(work: Work, finding: Finding) -> Finding:
    """A finding about another film, which its sentence names."""
    return replace(finding, says=f"{work.label}: {finding.says}")


def described(title: str, year: int | None, countries: tuple[str, ...]) -> str:
    """A film as one tells it from others: title, year and first country."""
    said = [str(part) for part in (year, *countries[:1]) if part]
    return f"{title} ({', '.join(said)})" if said else title


QUESTION = Question(
    kind="lineage",
    wordings=(
        r"(?:(?:what|which|the|is|was|'s) )*(?P<other>first|last|latest|newest|oldest|earliest|most recent) (?P<down>remake|version) of {film}",
        r"(?:what|(?:what|which) (?:film|movie)) (?:is|was) {film} (?P<up>a remake of|remade from|the remake of)",
        r"{film} (?:is|was) (?P<up>an? (?:[a-z-]+ )?remake) of (?:what|which)(?: film| movie)?",
        r"(?:is|are|was|were) there (?:(?:an?|any) )?(?:{place} )?(?P<down>remakes?|versions) of {film}",
        r"(?P<up>what) (?:is|was) {film} a (?:remake|version|retelling) of",
        r"(?P<up>is|was) {film} (?:really )?(?:an?|the) (?:[a-z-]+ )?remake(?: (?:of|from) {film2})?",
        r"(?P<up>is|was) {film} (?:remade from|based (?:up)?on) (?:an?|the|another) (?:[a-z-]+ ){0,3}(?:film|movie)",
        r"(?:(?:what|which)(?: film| movie)?(?: is|'s| was)? )?(?P<up>the (?:[a-z]+ )?original)(?: (?:film|movie|version))? (?:of|for) {film}",
        r"(?P<down>which|what|how many) (?:{place} )?(?:[a-z]+ )?(?:remakes|versions) (?:does|did|do|of) {film}(?: have| get| exist| are there)?",
        r"(?P<down>which|what) (?:films|movies) (?:are|were) (?:{place} )?(?:the )?remakes of {film}",
        r"(?:(?:list|show|name|all|the|what|which|is|are|were|me) )*(?:{place} )?(?:[a-z]+ )?(?P<down>remakes?|versions) of {film}",
        r"(?P<down>has|was|is|did|does|were|have) {film} (?:ever )?(?:been |get |have )?(?:ever )?remade(?: (?:in|by) (?:the )?(?:{place}|.+))?",
        r"(?P<down>has|did|does|have) {film} (?:ever )?(?:get |got |have |had )?(?:(?:an?|any) )?(?:{place} )?remakes?",
        r"(?:what|which)(?: film| movie)? (?:did|does) {film} (?P<up>remake)",
        r"(?P<down>which|what) (?:{place} )?remakes (?:exist|are there) of {film}",
        r"(?:how often|how many times|where|when|in which countries) (?P<down>was|has) {film} (?:been )?remade",
        r"(?:what|which) {place} (?:(?:film|movie|series|show) )?(?:is|was) {film} (?:really )?(?P<up>a remake|the remake|a version|a retelling) of",
        r"{film},? (?:(?:is|was) )?(?:an? |the )?(?P<up>remake) of (?:what|which)(?: {place})?(?: (?:film|movie|series))?",
        r"(?:is|was) {film} (?:an )?original or (?:an? )?(?P<up>remake)",
        r"{film}[,:]? (?P<down>remakes?)",
        r"{film}[,:]? (?P<up>original)",
        r"(?:the )?(?P<tree>lineage|family tree|family|remake tree) of {film}",
    ),
    read_as="remakes and originals of {film}",
    example="Which remakes does {film} have?",
    answer=answer,
)
