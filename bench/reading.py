"""How well prose is read: the labelled sentences of leads and infobox cells beside what the reader says of them.

    python -m bench.reading DATA [--set test] [--misses]

A saying is right when predicate, polarity, direction and target agree; `every field` asks for creator, year, hedge and
kind as well. Lines that their labeller doubted are left out. `--misses` is refused on the test set: who looks, tunes.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from basedon.identity.titles import normal, normal_name
from basedon.model.statement import Hedge, Predicate, Target
from basedon.prose.reader import read, read_based_on
from basedon.prose.sayings import Saying
from basedon.starter.reading import wikipedia_infobox, wikipedia_leads
from bench.labels import rows
from bench.scores import Score

LIVED = frozenset({"person", "event"})
OF_LIFE = frozenset({Predicate.DEPICTS, Predicate.BASED_ON})
"""A film based on an event depicts it: of what was lived, either word will do."""

LOOSE_TITLES = frozenset({Predicate.DEPICTS, Predicate.TRUE_STORY})
"""Predicates whose targets are named by a phrase, that one reader cuts longer than another."""


class Place(Struct, frozen=True):
    """A labelled stretch: of which page, where in it, and the hash of its text."""

    page: str
    part: str
    start: int
    end: int
    hash: str


def labelled(chosen: str) -> dict[Place, list[Saying]]:
    """The labelled stretches of one set, with what each says (nothing, for most)."""
    places: dict[Place, list[Saying]] = defaultdict(list)
    for row in rows("sentences.tsv"):
        if row["set"] != chosen:
            continue
        place = Place(row["page"], row["part"], int(row["start"]), int(row["end"]), row["hash"])
        said = places[place]
        if row["predicate"]:
            said.append(saying(row))
    return places


def saying(row: dict[str, str]) -> Saying:
    """One labelled saying."""
    return Saying(
        predicate=Predicate(row["predicate"]),
        target=Target(
            row["title"] or None,
            row["type"] or None,  # type: ignore[arg-type]
            row["creator"] or None,
            int(row["year"]) if row["year"] else None,
        ),
        denied=bool(row["denied"]),
        hedge=row["hedge"] or None,  # type: ignore[arg-type]
        kind=row["kind"] or None,
        inverse=bool(row["inverse"]),
        of_target=bool(row["of_target"]),
        start=int(row["quote_start"] or 0),
        end=int(row["quote_end"] or 0),
    )


def same(so: Saying, said: Saying) -> bool:
    """Whether a saying tells what the label tells: predicate, polarity, direction, and the same target."""
    if (so.denied, so.inverse, so.of_target) != (said.denied, said.inverse, said.of_target):
        return False
    ours, theirs = so.target, said.target
    real = ours.type in LIVED and theirs.type in LIVED and {so.predicate, said.predicate} <= OF_LIFE
    if so.predicate is not said.predicate and not real:
        return False
    if so.predicate in LOOSE_TITLES or real:
        names = key(ours.title), key(theirs.title)
        return names[0] in names[1] or names[1] in names[0] if all(names) else names[0] == names[1]
    kinds = {ours.type, theirs.type} - {None, "other"}
    if len(kinds) > 1 and kinds != {"novel", "novella"}:
        return False
    if ours.title or theirs.title:
        return key(ours.title) == key(theirs.title)
    pairs = (ours.year, theirs.year), (makers(ours.creator), makers(theirs.creator))
    if any(one and other and one != other for one, other in pairs):
        return False
    return any(one and one == other for one, other in pairs) or not any(one or other for one, other in pairs)


def exactly(so: Saying, said: Saying) -> bool:
    """Whether all the rest agrees too; a kind that the label leaves open may be known from elsewhere."""
    ours, theirs = so.target, said.target
    rest = (makers(ours.creator), ours.year, so.hedge, so.kind) == (
        makers(theirs.creator), theirs.year, said.hedge, None if said.kind == "unknown" else said.kind,
    )  # fmt: skip
    return rest and (ours.type is None or ours.type == (theirs.type or "other"))


def key(title: str | None) -> str:
    """A title as a key; a leading "the" does not count."""
    return normal(title or "").removeprefix("the ")


def makers(names: str | None) -> frozenset[str]:
    """The surnames of makers."""
    listed = (names or "").replace(" and ", ", ").replace(" & ", ", ").split(", ")
    return frozenset(normal_name(name).split()[-1] for name in listed if normal_name(name))


def texts(data: Path, pages: Iterable[str]) -> Iterator[tuple[str, str, str, str | list[str]]]:
    """Page, part, film title and text (or fragments) of each page asked for."""
    wanted = set(pages)
    for page, film, _ in wikipedia_leads.films(data):
        if page in wanted:
            yield page, "lead", film["title"], film["extract"]
    for page, film in wikipedia_infobox.films(data):
        if page in wanted:
            yield page, "infobox", film["title"], wikipedia_infobox.cell(film, "Based on")


def told(data: Path, places: Iterable[Place]) -> dict[Place, list[Saying]]:
    """What the reader says at each place; a place whose text has changed stops the run."""
    by_page: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        by_page[place.page, place.part].append(place)
    found: dict[Place, list[Saying]] = {}
    for page, part, title, text in texts(data, {page for page, _ in by_page}):
        for place in by_page.get((page, part), ()):
            whole = text if isinstance(text, str) else " ".join(text)
            if sha256(whole[place.start : place.end].encode()).hexdigest()[:16] != place.hash:
                raise SystemExit(f"bench.reading: the text of {page} is not the one that was labelled")
            said = read(text, title) if isinstance(text, str) else read_based_on(text, title)
            found[place] = [one for one in said if place.start <= one.start < place.end]
    return found


class Compared(Struct):
    """One place: labels met, met in every field, missed, and what was said without a label."""

    met: list[tuple[Saying, Saying]]
    missed: list[Saying]
    wrong: list[Saying]


def compare(so: Sequence[Saying], said: Sequence[Saying]) -> Compared:
    """Pair labels and sayings, each once."""
    left = list(said)
    met, missed = [], []
    for label in so:
        found = next((one for one in left if same(label, one) and exactly(label, one)), None) or next(
            (one for one in left if same(label, one)), None
        )
        if found is None:
            missed.append(label)
        else:
            met.append((label, found))
            left.remove(found)
    return Compared(met, missed, left)


def report(compared: dict[Place, Compared]) -> Iterator[str]:
    """Precision and recall by predicate, and over all."""
    yield f"{'':24}{'labels':>7} |{'precision':>10}{'recall':>8}{'F1':>6} | every field: recall"
    predicates = sorted({s.predicate for c in compared.values() for s in [*(m[0] for m in c.met), *c.missed, *c.wrong]})
    parts: list[tuple[str, set[Predicate], set[str]]] = [(p.value, {p}, {"lead", "infobox"}) for p in predicates]
    parts += [(f"all, {part}", set(predicates), {part}) for part in ("lead", "infobox")]
    for name, of, where in [*parts, ("all", set(predicates), {"lead", "infobox"})]:
        here = [c for place, c in compared.items() if place.part in where]
        met = [m for c in here for m in c.met if m[0].predicate in of]
        missed = sum(s.predicate in of for c in here for s in c.missed)
        score = Score(len(met), sum(s.predicate in of for c in here for s in c.wrong), missed)
        full = sum(exactly(*m) for m in met) / max(1, len(met) + missed)
        yield (
            f"{name:24}{len(met) + missed:7} |{score.precision:10.3f}{score.recall:8.3f}{score.f1:6.2f} | {full:.3f}"
        )


def shown(said: Saying) -> str:
    """A saying on a line."""
    target, hedge, marks = said.target, said.hedge, [said.kind, "inverse" * said.inverse, "of target" * said.of_target]
    words: list[str | Hedge | None] = ["not" * said.denied, hedge, said.predicate.value, target.type]
    words += [target.title and f"“{target.title}”", target.creator and f"by {target.creator}"]
    words += [f"({target.year})" if target.year else None, *marks]
    return " ".join(str(word) for word in words if word)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.reading", description="Labelled sentences beside the reader."
    )
    parser.add_argument("data", type=Path, help="folder of public data: wikipedia-leads, wikipedia-infobox")
    parser.add_argument("--set", default="test", choices=("dev", "test"), help="which labels (test)")
    parser.add_argument("--misses", action="store_true", help="list what differs; only of dev")
    options = parser.parse_args(arguments)
    if options.misses and options.set == "test":
        parser.error("--misses is for dev: the test set is not looked at")
    labels = labelled(options.set)
    said = told(options.data, labels)
    compared = {place: compare(so, said.get(place, [])) for place, so in labels.items()}
    print(f"{len(labels)} stretches of {options.set}, {sum(bool(so) for so in labels.values())} that say something")
    print(*report(compared), sep="\n")
    if options.misses:
        for place, c in compared.items():
            if c.missed or c.wrong:
                print(f"\n{place.page}, {place.part} {place.start}-{place.end}")
                print(*(f"  missed {shown(s)}" for s in c.missed), *(f"  said   {shown(s)}" for s in c.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
