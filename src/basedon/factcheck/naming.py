"""Which films an article names: runs of words that bear a title, judged by all that the article says.

A title of common words is a film's where people of that film, its year, or a film that it remakes stand in the article
too; the same tells which of the films of one title is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from anyascii import anyascii
from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue, chunks
from basedon.factcheck.titles_in import Run, runs
from basedon.identity.titles import WORDS
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.places import COUNTRIES, LANGUAGES
from basedon.prose.sentences import Span, split

_YEAR = compiled(r"\b(?:18[89]\d|19\d\d|20\d\d)\b")
_BRACKET_YEAR = compiled(r"^[\"'*_ ]*[(\[](?:[^()\[\]]*?\b)?((?:18[89]|19\d|20\d)\d)\b")
_PRINTED = compiled(
    r"\b(?:novel|novella|book|play|memoir|manga|webtoon|comic|autobiography|biography|short story)s?,? "
    r"(?:called |titled |entitled )?[\"'*_]*(?:the |an? )?$",
    case=False,
)
_FILM = compiled(
    r"\b(?:films?|movies?|remakes?|remade|original|versions?|drama|comedy|thriller|directed|director|starring"
    r"|cinema|released)\b",
    case=False,
)
TAKEN = 2.0
"""Points from which on a run of words is taken for a film."""

CLEAR = 3.0
"""Points by which one film of a title must lead the next to be certain."""

COMMON = (
    lexicon(
        "January February March April May June July August September October November December Monday Tuesday Wednesday"
        " Thursday Friday Saturday Sunday Christmas Hollywood Bollywood Netflix Disney Paris London Istanbul"
        " Seoul Tokyo Rome"
        " Berlin Bangkok Venice Cannes Europe Asia America Korea King Queen God Oscar Academy One Two Three Four"
        " Five Six"
        " The A An It He She They We You I This That These Those In On At And But Or No Yes Not So If When Where"
        " Why What"
        " Who How All Some Many Most Both Here There Now Then Her His Their Our My Your Best Film Movie Review Cinema"
        " Director Story Man Woman Father Mother Directed Written Based Original Remake Later Again After Before"
    )
    | frozenset(COUNTRIES)
    | frozenset(COUNTRIES.values())
    | LANGUAGES
)


class Named(Struct, frozen=True):
    """A film named by title in the text: which it may be, the likeliest first, and whether that is certain."""

    start: int
    end: int
    works: tuple[int, ...]
    sure: bool
    year: int | None


class Known(Struct):
    """What of the films that may be meant can stand in an article."""

    directors: dict[int, list[str]]
    cast: dict[int, list[str]]
    years: dict[int, set[int]]
    countries: dict[int, set[str]]
    links: dict[int, set[int]]
    prominence: dict[int, int]
    people: set[str]


def known_of(catalogue: Catalogue, found: Sequence[Run]) -> Known:
    """What the catalogue holds of all films that may be meant, in a few queries."""
    works = sorted({work for run in found for work in run.works})
    known = Known(defaultdict(list), defaultdict(list), defaultdict(set), defaultdict(set), defaultdict(set), {}, set())
    for some in chunks(works):
        marks = ", ".join("?" * len(some))
        for work, role, name in catalogue.query(
            f"SELECT work, role, normal FROM credits JOIN people USING (person) WHERE work IN ({marks}) AND role"
            f" != 'writer'"
            " ORDER BY work, role, position",
            some,
        ):
            (known.directors if role == "director" else known.cast)[work].append(name)
        for work, year in catalogue.query(f"SELECT work, year FROM years WHERE work IN ({marks})", some):
            known.years[work].add(year)
        for work, prominence in catalogue.query(f"SELECT work, prominence FROM works WHERE work IN ({marks})", some):
            known.prominence[work] = prominence
        for work, name in catalogue.query(
            f"SELECT work, name FROM traits WHERE kind = 'country' AND work IN ({marks})", some
        ):
            known.countries[work].add(name)
        for one, other in catalogue.query(
            f"SELECT derivative, original FROM links WHERE derivative IN ({marks}) UNION SELECT original,"
            f" derivative FROM"
            f" links WHERE original IN ({marks})",
            [*some, *some],
        ):
            known.links[one].add(other)
    keys = sorted({run.key for run in found})
    for some_keys in chunks(keys):  # type: ignore[arg-type]
        marks = ", ".join("?" * len(some_keys))
        known.people |= {
            key for (key,) in catalogue.query(f"SELECT normal FROM people WHERE normal IN ({marks})", some_keys)
        }
    return known


class Judge:
    """Judges the runs of one article."""

    def __init__(self, known: Known, text: str) -> None:
        self.known, self.text = known, text
        self.said = f" {key_of(text)} "
        self.spans = split(text) or (Span(0, len(text), text),)
        self.starts = [span.start for span in self.spans]
        self._near: dict[int, tuple[str, str, str]] = {}
        self.years = {int(found.group() or 0) for found in _YEAR.finditer(text)}

    def around(self, run: Run) -> tuple[str, str, str]:
        """The sentence around a run, that as a key, and what stands a little further off as a key."""
        place = bisect_right(self.starts, run.start) - 1
        span = self.spans[max(0, place)]
        if place not in self._near:
            start, end = max(span.start, run.start - 300), min(span.end, run.end + 300)
            near = self.text[start:end]
            after = self.spans[place + 1] if place + 1 < len(self.spans) else None
            more = self.text[after.start : after.end][:300] if after else ""
            if after and span.end - span.start < 60 and place + 2 < len(self.spans):
                more += " " + self.spans[place + 2].text[:200]
            self._near[place] = (near, f" {key_of(near)} ", f" {key_of(more)} ")
        return self._near[place]

    def printed(self, run: Run) -> bool:
        """Whether a run is called a book or a play, which may bear its film's title."""
        return _PRINTED.search(self.text[max(0, run.start - 30) : run.start]) is not None

    def form(self, run: Run) -> float:
        """How much a run looks like a title, whichever film it is."""
        score = {1: -2.5, 2: -0.6, 3: 0.9}.get(run.words, 1.6)
        score += 3.0 if run.marked else 0.0
        if run.key in self.known.people:
            score -= 3.0
        if run.text in COMMON or run.key.isdigit() or nationalities(run.text)[0]:
            score -= 3.5
        if run.beside and not run.marked:
            score -= 3.5 if run.words == 1 else 2.0 if run.words == 2 else 0.7
        if self.printed(run):
            score -= 5.0
        if run.alone:
            score += 2.2
        if run.opens and run.words == 1 and not run.marked:
            score -= 0.3
        if run.text.isupper() and len(run.text) < 4:
            score -= 1.0
        near = self.text[max(0, run.start - 50) : run.end + 50]
        return score + (0.5 if _FILM.search(near) else 0.0)

    def film(self, run: Run, work: int) -> float:
        """How well a film fits what the article says, near the run and elsewhere."""
        known = self.known
        near, near_key, next_key = self.around(run)
        score = min(1.0, known.prominence.get(work, 0) / 250)
        directors = known.directors.get(work, ())
        if any(f" {name} " in near_key for name in directors):
            score += 4.0
            owner = f" {key_of(self.text[max(0, run.start - 40) : run.start])}"
            if any(owner.endswith((f" {name}s", f" {name}")) for name in directors):
                score += 1.5
        elif any(f" {name} " in next_key for name in directors):
            score += 3.2
        elif any(f" {name} " in self.said for name in directors):
            score += 2.5
        elif any(len(last := name.rsplit(" ", 1)[-1]) > 3 and f" {last} " in near_key for name in directors):
            score += 1.8
        cast = known.cast.get(work, ())[:14]
        close = sum(f" {name} " in near_key for name in cast)
        far = sum(f" {name} " in self.said for name in cast) - close
        after = sum(f" {name} " in next_key for name in cast)
        score += min(4.0, 2.5 * close + 1.8 * min(after, far) + 1.2 * max(0, far - after))
        if not close:
            score += 0.8 * any(
                len(last := name.rsplit(" ", 1)[-1]) > 4 and f" {last} " in near_key for name in cast[:6]
            )
        years = known.years.get(work, set())
        bracket = _BRACKET_YEAR.match(self.text[run.end : run.end + 40])
        if bracket:
            stated = int(bracket.group(1) or 0)
            score += 5.5 if any(abs(stated - year) <= 1 for year in years) else -0.5
        else:
            nearby = {int(found.group() or 0) for found in _YEAR.finditer(near)}
            beside = {
                int(found.group() or 0) for found in _YEAR.finditer(self.text[run.end : run.end + 48].split("\n")[0])
            }
            if years & beside:
                score += 1.2
            if years & nearby:
                score += 2.0
            elif years & {int(word) for word in next_key.split() if word.isdigit() and len(word) == 4}:
                score += 1.4
            elif years & self.years:
                score += 0.7
        countries = known.countries.get(work, set())
        if (
            countries
            and countries
            & set(nationalities(" ".join(w for w in near.replace("'s", "").split() if w[:1].isupper()))[0])
        ) or any(c in near for c in countries):
            score += 1.0
        return score


def named(catalogue: Catalogue, text: str, source: str) -> list[Named]:
    """The films that a text names, in order and without overlap; `source` is the text with its markup."""
    found = runs(catalogue, text, source)
    if not found:
        return []
    known = known_of(catalogue, found)
    judge = Judge(known, text)
    times = Counter(run.key for run in found if not run.beside)
    forms = [judge.form(run) + min(1.2, 0.6 * (times[run.key] - 1) if times[run.key] else 0.0) for run in found]
    films = [{work: judge.film(run, work) for work in run.works} for run in found]
    firm = {
        work
        for form, scored in zip(forms, films, strict=True)
        for work, score in scored.items()
        if form + score >= TAKEN
    }
    likely = {work for form, run, scored in zip(forms, found, films, strict=True) if form > -1.5 for work in scored}
    pairs = {run.key for run in found for work in run.works if known.links.get(work, set()) & set(run.works)}
    chosen: list[tuple[float, Run, list[tuple[float, int]]]] = []
    for run, form, scored in zip(found, forms, films, strict=True):
        ranked = []
        for work, score in scored.items():
            links = known.links.get(work, set())
            if links & firm - {work}:
                score += 2.5
            elif links & likely - {work}:
                score += 1.2
            if run.key in pairs:
                score += 0.8
            ranked.append((score, work))
        ranked.sort(key=lambda pair: (-pair[0], -known.prominence.get(pair[1], 0), pair[1]))
        chosen.append((form + ranked[0][0], run, ranked))
    seen = {run.key for total, run, _ in chosen if total >= TAKEN + 0.5}
    taken: list[tuple[int, int]] = []
    out: list[Named] = []
    order = sorted(
        chosen, key=lambda one: (-(one[1].end - one[1].start) if one[0] >= TAKEN else 0, -one[0], one[1].start)
    )
    pinned: dict[str, list[int]] = defaultdict(list)
    for total, run, ranked in order:
        again = total < TAKEN and run.key in seen and not run.beside and total >= TAKEN - 4 and not judge.printed(run)
        if not (total >= TAKEN or again) or any(run.start < end and start < run.end for start, end in taken):
            continue
        taken.append((run.start, run.end))
        bracket = _BRACKET_YEAR.match(text[run.end : run.end + 40])
        clear = len(ranked) == 1 or ranked[0][0] >= ranked[1][0] + CLEAR
        close = [work for score, work in ranked if score >= ranked[0][0] - CLEAR]
        if clear:
            pinned[run.key].append(ranked[0][1])
        out.append(Named(run.start, run.end, tuple(close), clear, int(bracket.group(1) or 0) if bracket else None))
    return sorted(out, key=lambda one: one.start)


def key_of(text: str) -> str:
    """A text of any length as one key, in which the keys of names are found."""
    low = (text if text.isascii() else anyascii(text)).lower().replace("'", "").replace("-", "")
    return " ".join(WORDS.findall(low))


def numbers(found: Iterable[Named]) -> list[int]:
    """The films that are likeliest meant, each once."""
    return list(dict.fromkeys(one.works[0] for one in found))
