"""How questions that go along relations are read and answered: MetaQA's, and the slots of MIT's film queries.

    python -m bench.asking DATA [--part dev|test|all] [--misses N] [--speed]

DATA holds `metaqa` (the folders 1-hop, 2-hop, 3-hop with the dev questions and their types, and kb.txt.gz) and
`mit-movie` (BIO labels). `dev` are the questions in even places, the only ones whose misses anybody looks at; `test`
those in odd places. A path is right when it is the type of the question; an answer is right when the first row of the
table is among those expected. Counted are questions whose answers the graph holds, and whose film has one year: films
of one title are merged in the graph. `--speed` times the questions of the tests on the starter, and a batch of 10,000.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

import basedon
from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer
from basedon.questions import asking
from basedon.questions.plan import Plan, path
from basedon.questions.slots import slots
from bench.asking_graph import built, triples

NAMES = {"film": "movie", "cast_member": "actor", "subject": "tag", "rating": "imdbrating", "votes": "imdbvotes"}
"""Our relations by the names of the types of questions; `tags` where it is asked for."""

WORDINGS = Path(__file__).parent.parent / "tests" / "questions" / "wordings.tsv"
BATCH = 10_000
SLOTS = {
    "Actor": "actor",
    "Director": "director",
    "Year": "year",
    "Genre": "genre",
    "Origin": "origin",
    "Relationship": "relationship",
    "Award": "award",
    "Opinion": "opinion",
    "Character_Name": "character",
    "Soundtrack": "soundtrack",
}
"""MIT's names of slots, with ours."""
RELATIONS = {
    "directed_by": "director",
    "written_by": "writer",
    "starred_actors": "actor",
    "release_year": "year",
    "in_language": "language",
    "has_tags": "tag",
    "has_genre": "genre",
    "has_imdb_votes": "imdbvotes",
    "has_imdb_rating": "imdbrating",
}


class Asked(Struct, frozen=True):
    """One question of MetaQA with the answers expected and its type."""

    text: str
    answers: frozenset[str]
    type: str
    name: str


def questions(folder: Path) -> list[Asked]:
    """The dev questions of one number of steps."""
    types = (folder / "qa_dev_qtype.txt").read_text("utf-8").split()
    with gzip.open(folder / "dev.txt.gz", "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t") for line in lines]
    return [
        Asked(text, frozenset(answers.split("|")), type_, re.search(r"\[(.*?)\]", text)[1])  # type: ignore[index]
        for (text, answers), type_ in zip(pairs, types, strict=True)
    ]


class Graph:
    """The graph itself, to see whether the answers expected are in it at all."""

    def __init__(self, file: Path) -> None:
        self.of: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.having: dict[tuple[str, str], set[str]] = defaultdict(set)
        for film, relation, value in triples(file):
            self.of[film, RELATIONS[relation]].add(value)
            self.having[value, RELATIONS[relation]].add(film)

    def reached(self, asked: Asked) -> set[str]:
        """What the type of a question leads to from the name in it."""
        first, *steps = asked.type.removesuffix("s" if asked.type.endswith("_tags") else "").split("_to_")
        found, here = {asked.name}, first
        for step in steps:
            along, relation = (self.having, here) if step == "movie" else (self.of, step)
            found = {end for one in found for end in along[one, relation]}
            here = step
        return found


def type_of(plan: Plan | None) -> str:
    """A plan as MetaQA names the types of its questions."""
    if plan is None:
        return "not read"
    steps = [NAMES.get(step, step) for step in path(plan)]
    if steps[-1] == "tag":
        steps[-1] = "tags"
    return "_to_".join(steps)


def first_row(catalogue: Catalogue, text: str) -> str | None:
    """The first answer to a question, or what the sentence of a single fact names first."""
    answer = answering.ask(catalogue, text)
    if not isinstance(answer, FilmAnswer):
        return None
    if answer.kind == "facts" and answer.work and answer.table is None:
        return fact(answer)
    if answer.table is None or not answer.table.rows:
        return None
    row = dict(zip(answer.table.columns, answer.table.rows[0], strict=True))
    return str(row.get("title") or answer.table.rows[0][0])


def fact(answer: FilmAnswer) -> str | None:
    """The value that a sentence about a single film tells, which the film's own data holds."""
    work = answer.work
    if work is None:
        return None
    people = {"director": work.directors, "cast_member": work.cast}
    values: dict[str, tuple[object, ...]] = {
        **{role: tuple(person.name for person in some) for role, some in people.items()},
        "year": (work.year,),
        "language": work.languages,
        "genre": work.genres,
    }
    told = values.get((answer.read_as or "").partition(" of ")[0], ())
    return str(told[0]) if told else None


def part(of: Sequence[Any], which: str) -> Sequence[Any]:
    """The even ones for dev, the odd ones for test."""
    return {"dev": of[0::2], "test": of[1::2]}.get(which, of)


def metaqa(data: Path, which: str, misses: int) -> None:
    """The table of MetaQA."""
    graph = Graph(data / "kb.txt.gz")
    print("| steps | questions | path right | counted | hits@1 |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        file = built(data / "kb.txt.gz", Path(folder) / "metaqa.basedon")
        with Catalogue(file) as catalogue:
            for steps in (1, 2, 3):
                some = part(questions(data / f"{steps}-hop"), which)
                read = right = counted = hits = 0
                wrong: Counter[tuple[str, str, str]] = Counter()
                for asked in some:
                    found = type_of(asking.planned(catalogue, asked.text))
                    read += 1
                    right += found == asked.type
                    if found != asked.type:
                        wrong[re.sub(r"\[.*?\]", "[X]", asked.text), found, asked.type] += 1
                    if len(graph.of[asked.name, "year"]) > 1 or not asked.answers & graph.reached(asked):
                        continue
                    counted += 1
                    row = first_row(catalogue, asked.text)
                    hits += row in asked.answers
                    if row not in asked.answers:
                        wrong[asked.text, str(row), asked.type] += 1
                print(f"| {steps} | {read:,} | {right / read:.4f} | {counted:,} | {hits / counted:.4f} |")
                for (text, found, expected), times in wrong.most_common(misses if which == "dev" else 0):
                    print(f"    {times} {text}: {found}, not {expected}")


def labelled(file: Path) -> Iterator[tuple[str, set[tuple[str, int, int]]]]:
    """MIT's queries without a plot or a quote, with kind, start and end of each labelled slot."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        blocks = lines.read().strip().split("\n\n")
    for block in blocks:
        tagged = [line.split("\t") for line in block.splitlines()]
        if any(tag[2:] in ("Plot", "Quote") for tag, _ in tagged):
            continue
        found: list[tuple[str, int, int]] = []
        at, before = 0, "O"
        for tag, word in tagged:
            kind = SLOTS.get(tag[2:], "")
            if tag.startswith("I-") and before[2:] == tag[2:] and found:
                found[-1] = (kind, found[-1][1], at + len(word))
            elif tag != "O":
                found.append((kind, at, at + len(word)))
            at, before = at + len(word) + 1, tag
        yield " ".join(word for _, word in tagged), set(found)


def mit(data: Path, which: str) -> None:
    """The table of MIT's queries: slots to the letter, slots that overlap one of their kind, and words."""
    some = part(list(labelled(data / "trivia10k13train.bio.gz")), which)
    counts: Counter[str] = Counter()
    with basedon.open() as opened:
        for text, gold in some:
            mine = {(slot.kind, slot.start, slot.end) for slot in slots(opened.catalogue, text)}
            counts["said"] += len(mine)
            counts["there"] += len(gold)
            counts["exact"] += len(mine & gold)
            counts["said well"] += sum(any(overlap(one, other) for other in gold) for one in mine)
            counts["found"] += sum(any(overlap(one, other) for other in mine) for one in gold)
    print(f"\n{len(some):,} queries, {counts['there']:,} slots\n\n| | precision | recall |\n|---|---|---|")
    print(f"| to the letter | {counts['exact'] / counts['said']:.3f} | {counts['exact'] / counts['there']:.3f} |")
    print(f"| overlapping | {counts['said well'] / counts['said']:.3f} | {counts['found'] / counts['there']:.3f} |")


def overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Whether two slots are of one kind and share a word."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def timed() -> Iterator[str]:
    """Median and slowest of the questions of the tests on the starter, and questions a second in a batch."""
    texts = [line.split("\t")[0] for line in WORDINGS.read_text("utf-8").splitlines()[1:]]
    with basedon.open() as opened:
        catalogue = opened.catalogue
        for text in texts:
            answering.ask(catalogue, text)
        each = []
        for text in texts:
            started = time.perf_counter()
            answering.ask(catalogue, text)
            each.append((time.perf_counter() - started) * 1000)
        each.sort()
        slow = each[int(len(each) * 0.99)]
        yield f"one question: median {statistics.median(each):.2f} ms, 99 of 100 below {slow:.1f} ms"
        batch = (texts * (BATCH // len(texts) + 1))[:BATCH]
        started = time.perf_counter()
        count = sum(1 for _ in answering.ask_each(catalogue, batch))
        yield f"batch: {count / (time.perf_counter() - started):,.0f} questions a second"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=("dev", "test", "all"), default="dev")
    parser.add_argument("--misses", type=int, default=0, help="how many misses of dev are shown")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    metaqa(asked.data / "metaqa", asked.part, asked.misses)
    mit(asked.data / "mit-movie", asked.part)
    if asked.speed:
        for line in timed():
            print(line)


if __name__ == "__main__":
    main()
