"""Hostile inputs for all that reads prose: what the made-up sentences of the tests become when they are torn and bent.

    python -m bench.fuzz [--seconds SECONDS] [--seed SEED] [--only NUMBER]

An input follows from seed and number alone, so that `--only` makes it again. No exception may escape, offsets must lie
in the text, sentences must cover it without overlap, and no call may take over 2 s and 30 microseconds a character.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from basedon.prose.opening import read_opening
from basedon.prose.pages import read_page
from basedon.prose.reader import LONGEST, Saying, read, read_based_on
from basedon.prose.sentences import split

CASES = Path(__file__).parent.parent / "tests" / "prose" / "cases.toml"
BIG = 1_000_000
ALLOWED, ALLOWED_EACH = 2.0, 30e-6
"""Seconds of processor time for a call, and for each character more."""

MOST = 3
"""Failures of one kind that are shown."""

SHOWN = 120
"""Characters of an input's repr that are shown from either end."""

MARKUP = (
    "<div>", "</div>", "<p>", "</p>", "<br>", "<b>", "<i>x</i>", "<a href='javascript:x'>", "<!--", "-->", "<![CDATA[",
    "<script>", "</script>", "<style>", "<table><tr><td>", "<ul><li>", "<h1>", "<title>", "&amp;", "&#0;", "&#xD800;",
    "&#1;", "<svg>", "<meta property='og:title' content='x'>", "<time datetime='0000-99-99'>", "<p a=b c=d ", "<", ">",
    "# ", "**", "[x](file:///x)", "[[x]]", "{{cite}}", "<ref>", "<link rel=canonical href='//x'>", "<blockquote>",
)  # fmt: skip
BRACKETS = ('"', "'", "“", "”", "‘", "’", "„", "«", "(", ")", "[", "]", "{", "}", "((((", "]]]]", '"""', "('", "`")
SCRIPTS = (
    "Лампа",
    "灯",
    "램프",
    "המנורה",
    "المصباح",
    "दीपक",
    "விளக்கு",
    "โคมไฟ",
    "Λύχνος",
    "ǅ",
    "ß",
    "İ",
    "ﬁ",
    "Ⅻ",
    "²",
    "𝔏",
    "🎬",
)
MARKS = (
    "\u202e",
    "\u202d",
    "\u200f",
    "\u2066",
    "\u2069",
    "\u0301",
    "\u0489",
    "\u20dd",
    "\u200d",
    "\ufe0f",
    "\u0e34",
    "\u093e",
)
ODD = (
    "\ud800", "\udfff", "\udbff\udfff", "\0", "\x01", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\x0b", "\x0c",
    "\r", "\t", "\n", "\r\n", "\ufeff", "\ufffe", "\uffff", "\u00a0", "\u3000", "\u00ad", "\U0010ffff", "\ue000",
)  # fmt: skip
WORDS = (
    "based on", "the novel", "of the same name", "by", "and", "A.", "remade as", "(1950)", "1987", "is a", "film",
    "directed by", "true story of", "the life of", ".", ",", ";", "...", "?", "not", "a sequel to", "No. 7",
)  # fmt: skip
TITLES = ("The Lantern", "", " ", "It", "1987", "based on", "(", '"', "灯", "\ud800", "A. B.", "x" * 300, "The The")
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Mutation = Callable[[Random, str, Sequence[str]], str]


class WrongError(Exception):
    """What a reader gave back is not what it promises."""


class TooSlow(BaseException):
    """Raised in the midst of a call that takes more than it may; no reader catches it."""


class Input(Struct, frozen=True):
    """One hostile input: a text, the same as fragments and as a file's bytes, and a film's title."""

    text: str
    parts: tuple[str, ...]
    raw: bytes
    title: str


class Slowest(Struct):
    """The call that came nearest to what it may take."""

    share: float = 0.0
    says: str = "none"


def repeat(random: Random, text: str, _: Sequence[str]) -> str:
    """A piece of the text, many times."""
    at = random.randrange(len(text) + 1)
    piece = text[at : at + random.randint(1, 40)]
    return text[:at] + piece * random.randint(2, 200) + text[at:]


def splice(random: Random, text: str, others: Sequence[str]) -> str:
    """The beginning of one sentence and the end of another."""
    other = random.choice(others)
    return text[: random.randrange(len(text) + 1)] + other[random.randrange(len(other) + 1) :]


def truncate(random: Random, text: str, _: Sequence[str]) -> str:
    """A text that begins or ends somewhere."""
    at = random.randrange(len(text) + 1)
    return text[:at] if random.random() < 0.5 else text[at:]


def swap(random: Random, text: str, _: Sequence[str]) -> str:
    """The words in another order."""
    words = text.split(" ")[:2_000]
    random.shuffle(words)
    return " ".join(words)


def recase(random: Random, text: str, _: Sequence[str]) -> str:
    """Capitals throughout, or none, or in the wrong places."""
    return random.choice((text.upper, text.lower, text.title, text.swapcase))()


def widen(random: Random, text: str, _: Sequence[str]) -> str:
    """Other white space, or none."""
    return text.replace(" ", random.choice(("\u00a0", "\n", "  ", "\t", "", "\u3000", "\u200b", " " * 300)))


def insert(pieces: Sequence[str]) -> Mutation:
    """Makes the mutation that puts some of the pieces anywhere into the text."""

    def inserted(random: Random, text: str, _: Sequence[str]) -> str:
        for _i in range(random.choice((1, 2, 3, 10))):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(pieces) * random.choice((1, 1, 1, 2, 50)) + text[at:]
        return text

    return inserted


MUTATIONS: tuple[Mutation, ...] = (
    repeat, splice, truncate, swap, recase, widen,
    *map(insert, (MARKUP, BRACKETS, SCRIPTS, MARKS, ODD, WORDS)),
)  # fmt: skip
EVERYTHING = (*MARKUP, *BRACKETS, *SCRIPTS, *MARKS, *ODD, *WORDS)


def sentences() -> list[str]:
    """The made-up sentences that inputs begin with."""
    return [case["text"] for case in tomllib.loads(CASES.read_text("utf-8"))["case"]]


def made(seed: int, number: int, seeds: Sequence[str]) -> Input:
    """The input of a number: mostly a few bent sentences, at times something small repeated up to 1 MB."""
    random = Random(f"{seed}:{number}")
    text = " ".join(random.choices(seeds, k=random.choice((1, 1, 2, 3, 8))))
    for _ in range(random.randint(0, 5)):
        text = random.choice(MUTATIONS)(random, text, seeds)[:BIG]
    size = random.random()
    if size < 0.04:
        text = many(random, text[:2_000], BIG if size < 0.01 else BIG // 20)
    cuts = sorted(random.randrange(len(text) + 1) for _ in range(random.randrange(8)))
    parts = tuple(text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
    return Input(text, parts, file_of(random, text), random.choice((*TITLES, text[:40])))


def many(random: Random, text: str, length: int) -> str:
    """Something small repeated up to a length, at times with a number so that no two are the same."""
    pieces = random.choice((MARKUP, EVERYTHING))
    unit = random.choice((text, "".join(random.choices(pieces, k=random.randint(1, 3))), random.choice(pieces))) or " "
    numbered = random.random() < 0.3
    times = length // (len(unit) + 6 * numbered)
    return "".join(f"{unit}{number}" for number in range(times)) if numbered else unit * times


def file_of(random: Random, text: str) -> bytes:
    """The text as a file: in some encoding, as a page or bare, and at times cut off or with bytes that are none."""
    body = text if random.random() < 0.3 else f"<p>{text}</p>" * random.choice((1, 1, 3))
    head = "".join(random.choices(MARKUP, k=random.randrange(4)))
    page = body if random.random() < 0.3 else f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    raw = page.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode(random.choice(ENCODINGS), "replace")
    if random.random() < 0.2:
        at = random.randrange(len(raw) + 1)
        raw = raw[:at] + random.choice((b"", random.randbytes(8) + raw[at:]))
    return raw


def check_read(given: Input) -> None:
    """A passage: every saying stands in the sentence of its number."""
    spans = split(given.text[:LONGEST])
    for saying in within(read(given.text, given.title), len(given.text)):
        if not 0 <= saying.sentence < len(spans):
            raise WrongError(f"sentence {saying.sentence} of {len(spans)}")
        span = spans[saying.sentence]
        if not span.start <= saying.start < saying.end <= span.end:
            raise WrongError(
                f"offsets outside of the sentence: {saying.start} to {saying.end}, {span.start} to {span.end}"
            )


def check_cell(given: Input) -> None:
    """An infobox's cell."""
    within(read_based_on(given.parts, given.title), len(" ".join(given.parts)))


def within(sayings: Sequence[Saying], length: int) -> Sequence[Saying]:
    """The sayings, if all of them lie in a text of that length and can be written to a file."""
    for saying in sayings:
        if not 0 <= saying.start < saying.end <= length:
            raise WrongError(f"offsets {saying.start} to {saying.end} in {length} characters")
        writable(saying.target.title, saying.target.creator)
    return sayings


def check_split(given: Input) -> None:
    """Sentences."""
    end = 0
    for span in split(given.text):
        if span.start < end or given.text[end : span.start].strip():
            raise WrongError(f"the sentence from {span.start} on leaves out or repeats something after {end}")
        if not span.text or given.text[span.start : span.end] != span.text:
            raise WrongError(f"the sentence from {span.start} on is not what stands there")
        end = span.end
    if given.text[end:].strip():
        raise WrongError(f"no sentence after {end}")


def check_page(given: Input) -> None:
    """A saved page."""
    page = read_page(given.raw)
    if page is None:
        return
    writable(page.title, page.text, page.date, page.url)
    if not page.text.strip() or len(page.title) > 300:
        raise WrongError("a page without a text, or with a headline without end")
    if (page.url and not _WEB.match(page.url)) or (page.date and not _DAY.fullmatch(page.date)):
        raise WrongError(f"address {page.url!r}, day {page.date!r}")


def check_opening(given: Input) -> None:
    """A lead's first sentences."""
    opening = read_opening(given.text)
    writable(*opening.directors, *opening.genres, *opening.countries, *opening.languages)
    if opening.sentences < 0 or not 1000 <= (opening.year or 1000) < 3000:
        raise WrongError(f"{opening.sentences} sentences, year {opening.year}")


def writable(*texts: str | None) -> None:
    """Raises where a text holds half a surrogate pair, which no file and no database takes."""
    for text in texts:
        try:
            (text or "").encode()
        except UnicodeEncodeError as error:
            raise WrongError(f"half a surrogate pair in {shortened(text)}") from error


READERS: dict[str, Callable[[Input], None]] = {
    "read": check_read,
    "read_based_on": check_cell,
    "split": check_split,
    "read_page": check_page,
    "read_opening": check_opening,
}


def run(name: str, given: Input, slowest: Slowest) -> str | None:
    """What went wrong when one reader was given one input; None where nothing did."""
    shown = shortened(given.raw if name == "read_page" else given.parts if name == "read_based_on" else given.text)
    length = len(given.raw if name == "read_page" else given.text)
    allowed = ALLOWED + ALLOWED_EACH * length
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        READERS[name](given)
    except TooSlow:
        return f"more than {allowed:.1f} s for {length:,} characters: {shown}"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}: title {shortened(given.title)}, {shown}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - began
    if took / allowed > slowest.share:
        slowest.share = took / allowed
        slowest.says = f"{name}, {took:.2f} s of {allowed:.1f} allowed, {length:,} characters: {shown}"
    return f"{took:.1f} s for {length:,} characters: {shown}" if took > allowed else None


def shortened(value: object) -> str:
    """The repr of an input, both ends of it where it is long."""
    shown = ascii(value)
    return shown if len(shown) <= 2 * SHOWN else f"{shown[:SHOWN]} [...] {shown[-SHOWN:]}"


def warm() -> None:
    """Read pages that need all of what is loaded once, so that no input pays for it."""
    text = "The lantern burned all night, and nobody in the harbour knew who had lit it or why it was there. "
    read_page(f"<html><body><article><p>{text * 5}</p><p>3 May 1974</p></article></body></html>".encode())
    read_page(
        b"<p>lantern is\xdd\x8a\x0c\xbf\x0b\xa0N7 a 1999 bid in 2003.</p>"
        + b"<p>lantern is a 1999 bid in 2003.</p>" * 2
    )


def ring(*_: object) -> None:
    """The alarm: the call has taken all the processor time it may."""
    raise TooSlow


def main(arguments: Sequence[str] | None = None) -> int:
    """Make inputs and read them until the time is over; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.fuzz", description="Hostile inputs for the readers of prose."
    )
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, default=1, help="which inputs (1)")
    parser.add_argument("--only", type=int, help="the number of the one input to run")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGPROF, ring)
    warm()
    seeds = sentences()
    calls: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    slowest = Slowest()
    characters, number = 0, options.only or 0
    ends = time.monotonic() + options.seconds
    while time.monotonic() < ends:
        given = made(options.seed, number, seeds)
        characters += len(given.text)
        for name in READERS:
            calls[name] += 1
            wrong = run(name, given, slowest)
            if wrong:
                kinds[name, wrong[:30]] += 1
                if kinds[name, wrong[:30]] <= MOST:
                    print(f"input {number}, {name}: {wrong}")
        number += 1
        if options.only is not None:
            break
    print(f"seed {options.seed}: {number - (options.only or 0):,} inputs, {characters / 1e6:.1f} million characters")
    for name, count in calls.items():
        failed = sum(times for (reader, _), times in kinds.items() if reader == name)
        print(f"{name:14} {count:8,} calls {failed:6,} failed")
    print(f"slowest: {slowest.says}")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
