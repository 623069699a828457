"""How well answers tell true stories, remakes and books, on films drawn at random; and how calibrated they are.

    python -m bench.basis [--set test] [--leads] [--unseen] [--catalogue FILE] [--data DATA] [--misses]

`--leads` answers from the leads alone, `--data` adds a plain keyword search on the same leads as the baseline. Labels
are in `gold/films.tsv`; `--misses` is refused on the test set: who looks, tunes.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from basedon import answering
from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer
from basedon.model.verdict import Basis
from basedon.starter import facts, packing
from basedon.starter.making import FOLDER
from bench.labels import FICTION, TRUE, rows
from bench.scores import Score, brier, calibration_error, reliability, share

BOOKS = frozenset({"novel", "novella", "short story", "non-fiction book", "memoir"})
KEYWORDS = {
    "real": re.compile(
        r"true stor|real-life|real life|true event|real event|actual event|biographical|biopic|documentary|docudrama"
        r"|based on the life|life of",
        re.IGNORECASE,
    ),
    "remake": re.compile(r"\bremake\b|\bremade from\b", re.IGNORECASE),
    "book": re.compile(r"\b(?:novel|novella|short story|book|memoir|autobiography)\b", re.IGNORECASE),
}


class Label(Struct, frozen=True):
    """What is so of one film; `lead` is what its lead alone tells a careful reader."""

    page: str
    title: str
    year: int
    basis: Basis
    lead: Basis
    sure: bool
    remake: bool
    book: bool


class Answered(Struct, frozen=True):
    """One label with what was answered; None where the film is not held."""

    label: Label
    answer: FilmAnswer | None
    lead: str = ""
    curated: bool = False

    @property
    def basis(self) -> Basis:
        """The basis answered; unknown where the film is not held."""
        return self.answer.story.basis if self.answer and self.answer.story else Basis.UNKNOWN

    @property
    def probability(self) -> float | None:
        """The probability answered."""
        return self.answer.story.probability if self.answer and self.answer.story else None


def labels(chosen: str) -> list[Label]:
    """The labels of one set."""
    return [
        Label(
            row["page"], row["title"], int(row["year"]), Basis(row["basis"]), Basis(row["lead_basis"]),
            bool(row["sure"]), bool(row["remake_of"]), bool(row["book"]),
        )
        for row in rows("films.tsv")
        if row["set"] == chosen
    ]  # fmt: skip


def answered(catalogue: Catalogue, label: Label, lead: str = "") -> Answered:
    """Ask for one film, by the work that its page was joined to."""
    number = catalogue.number(f"wikipedia:{label.page}")
    if number is None:
        return Answered(label, None, lead)
    answer = answering.film(catalogue, catalogue.work(number).id)
    curated = any(record.startswith("curated:") for record, _ in catalogue.records(number))
    return Answered(label, answer if isinstance(answer, FilmAnswer) else None, lead, curated)


def is_real(one: Answered) -> bool:
    """Whether it was answered that the film tells of real events."""
    return one.basis in TRUE


def is_remake(one: Answered) -> bool:
    """Whether an original was named."""
    return one.answer is not None and one.answer.remake_of is not None


def is_book(one: Answered) -> bool:
    """Whether a book or story was named as its source."""
    return one.answer is not None and any(origin.type in BOOKS for origin in one.answer.based_on)


CLASSES: dict[str, tuple[Callable[[Label], bool], Callable[[Answered], bool]]] = {
    "real": (lambda label: label.basis in TRUE, is_real),
    "remake": (lambda label: label.remake, is_remake),
    "book": (lambda label: label.book, is_book),
}


def scored(told: Sequence[Answered], so: Callable[[Label], bool], said: Callable[[Answered], bool]) -> Score:
    """How well one thing was told."""
    right = sum(so(one.label) and said(one) for one in told)
    return Score(right, sum(map(said, told)) - right, sum(so(one.label) for one in told) - right)


def report(told: Sequence[Answered], keywords: bool) -> Iterator[str]:
    """Precision, recall and F1 of each class, and of each basis."""
    yield f"{'':26}{'labels':>7} |{'precision':>10}{'recall':>8}{'F1':>6}" + (" | keywords: F1" if keywords else "")
    for name, (so, said) in CLASSES.items():
        score = scored(told, so, said)
        base = scored(told, so, lambda one, name=name: KEYWORDS[name].search(one.lead) is not None)  # type: ignore[misc]
        yield line(name, score) + (f" | {base.f1:13.2f}" if keywords else "")
    for basis in Basis:
        score = scored(told, lambda label, b=basis: label.basis is b, lambda one, b=basis: one.basis is b)  # type: ignore[misc]
        if score.right + score.missed + score.wrong:
            yield line(basis.value, score)
    yield f"fiction beyond doubt called true: {called_true(told):.3f}"


def called_true(told: Sequence[Answered]) -> float:
    """The share of films that are fiction beyond doubt and were called true."""
    fiction = [one for one in told if one.label.basis in FICTION and one.label.sure]
    return share(sum(map(is_real, fiction)), len(fiction))


def promised(told: Sequence[Answered]) -> list[tuple[float, bool]]:
    """Each probability with whether it came true."""
    known = [one for one in told if one.label.basis is not Basis.UNKNOWN]
    return [(one.probability, one.label.basis in TRUE) for one in known if one.probability is not None]


def line(name: str, score: Score) -> str:
    """One line of the report."""
    return f"{name:26}{score.right + score.missed:7} |{score.precision:10.3f}{score.recall:8.3f}{score.f1:6.2f}"


def probabilities(told: Sequence[Answered]) -> Iterator[str]:
    """Brier score, expected calibration error, and the reliability diagram as lines."""
    sure = promised(told)
    error = calibration_error(sure)
    yield f"probabilities: {len(sure)}, Brier {brier(sure):.3f}, expected calibration error {error:.3f}"
    for bin_ in reliability(sure):
        drawn = "".join("#" if at < round(20 * bin_.kept) else "." for at in range(20))
        yield f"  promised {bin_.promised:.2f}  kept {bin_.kept:.2f}  {drawn}  {bin_.count} films"


def misses(told: Sequence[Answered]) -> Iterator[str]:
    """Every film of which a class was told otherwise."""
    for one in told:
        wrong = [name for name, (so, said) in CLASSES.items() if so(one.label) != said(one)]
        if wrong:
            summary = one.answer.story.summary if one.answer and one.answer.story else "not held"
            yield f"{one.label.title} ({one.label.year}), {'+'.join(wrong)}: {one.label.basis}, answered {one.basis}"
            yield f"    {summary}"


def leads_only() -> Catalogue:
    """A catalogue of the leads alone."""
    target = Path(tempfile.mkdtemp(prefix="basedon-bench-")) / "leads.basedon"
    build(target, [facts.leads(FOLDER / "facts")])
    return Catalogue(target)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.basis", description="Films beside the answers.")
    parser.add_argument("--set", default="test", choices=("dev", "test"), help="which labels (test)")
    parser.add_argument("--unseen", action="store_true", help="leave out films that curated files hold")
    parser.add_argument("--leads", action="store_true", help="answer from the leads alone")
    parser.add_argument("--catalogue", type=Path, help="catalogue file; without it the starter that ships")
    parser.add_argument("--data", type=Path, help="folder of public data: adds the keyword baseline")
    parser.add_argument("--misses", action="store_true", help="list what is told otherwise; only of dev")
    options = parser.parse_args(arguments)
    if options.misses and options.set == "test":
        parser.error("--misses is for dev: the test set is not looked at")
    texts: dict[str, str] = {}
    if options.data:
        from basedon.starter.reading import wikipedia_leads

        texts = {page: film["extract"] for page, film, _ in wikipedia_leads.films(options.data)}
    with leads_only() if options.leads else Catalogue(options.catalogue or packing.path()) as catalogue:
        told = [answered(catalogue, label, texts.get(label.page, "")) for label in labels(options.set)]
    if options.unseen:
        told = [one for one in told if not one.curated]
    print(*report(told, bool(texts)), *probabilities(told), sep="\n")
    if options.misses:
        print(*misses(told), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
