"""How likely a phrase that is some film's title means the film where it stands: capitals, quotes, words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from basedon.prose import mentions_lexicon as lexicon
from basedon.prose.mentions_keys import ARTICLE, HEAD, JOINED, NAME, NUMBER, TAIL, Found
from basedon.prose.mentions_weights import WEIGHTS
from basedon.prose.mentions_words import Bytes, Flags, Numbers, Words

Reals = NDArray[np.float64]

WINDOW = 40
"""Words to either side in which words about films are looked for."""

CUED = (lexicon.WATCH, lexicon.CALLED, lexicon.FILM, lexicon.LIKE, lexicon.ABOUT, lexicon.AND)
"""Words after which a title may come in small letters."""

_LINE, _SPACE, _QUOTE, _APOSTROPHE, _OPEN, _CLOSE, _STAR, _COMMA, _DASH, _COLON, _HASH = map(ord, "\n \"'()*,-:#")


def _set(values: Iterable[int], size: int = 256) -> Flags:
    found = np.zeros(size, np.bool_)
    found[list(values)] = True
    return found


_STOPS = _set(map(ord, ".!?"))
_MARKS = _set(map(ord, ".!?,;:)"))
_SENTENCE = _set(map(ord, ".!?,"))
_OPENING = _set(map(ord, "\"'*_#(\n"))
_CUED = _set(CUED)
_SPOKEN = _set((lexicon.WATCH, lexicon.FILM, lexicon.FILMS))
_FILMS = _set((lexicon.FILM, lexicon.FILMS))
_NAMING = _set((lexicon.FILM, lexicon.CALLED))
_BREAK = 0


class Bearers(Struct, frozen=True):
    """What is known of the titles met: how each is written (`mentions_keys`), how many bear it, how known the best is."""

    kind: NDArray[np.uint8]
    bearers: NDArray[np.int64]
    prominence: Reals
    person: Flags
    """Whether somebody is called so."""


class Place:
    """Candidates where they stand: what is before, after and inside."""

    def __init__(self, words: Words, known: lexicon.Known, found: Found) -> None:
        first, count = found.first, found.count
        last = first + count - 1
        self.first, self.last, self.count = first, last, count
        self.start = words.start[first]
        self.end = words.end[last] - 2 * found.bare
        self.owner = found.bare
        shape = np.concatenate([np.full(3, _LINE, np.uint8), words.shape, np.full(9, _LINE, np.uint8)])
        shape[shape == _BREAK] = _LINE  # a text ends as a line does
        start, end = self.start + 3, self.end + 3
        self.before2, self.before = shape[start - 2], shape[start - 1]
        self.after, self.after2 = shape[end], shape[end + 1]
        self.shape, self.stop = shape, end
        self.previous, self.next = np.maximum(first - 1, 0), np.minimum(last + 1, max(len(words) - 1, 0))
        self.words, self.known = words, known

    def inside(self) -> tuple[Flags, Flags, Flags, Reals, Reals, Flags]:
        """Whether the first word is a capital, all that count are, and all in capitals; bits of surprise, the rarest
        word's, and whether sentences end inside.
        """
        words, known = self.words, self.known
        every, upper = np.ones(len(self.first), np.bool_), np.ones(len(self.first), np.bool_)
        bits, most = np.zeros(len(self.first)), np.zeros(len(self.first))
        broken = np.zeros(len(self.first), np.bool_)
        which = np.arange(len(self.first))
        for step in range(int(self.count.max(initial=0))):
            which = which[self.count[which] > step]
            at = self.first[which] + step
            here = known.bits[at]
            small = (here <= 9) & (step > 0)
            digit = words.shape[words.start[at]] <= 57
            every[which] &= words.capital[at] | digit | small
            upper[which] &= words.capitals[at] | digit | (words.last[at] - words.first[at] == 1)
            bits[which] += here
            most[which] = np.maximum(most[which], here)
            if step:
                gap = words.shape[words.start[at] - 2]
                broken[which] |= _STOPS[gap] | (words.shape[words.start[at] - 1] == _LINE)
        return words.capital[self.first], every, upper, bits, most, broken


def looked_for(words: Words, known: lexicon.Known) -> Flags:
    """Whether a title of ordinary words may begin at each word: a capital, a quote, or what comes before a title."""
    before = _at(words.shape, words.start - 1)
    opened = words.capital | _OPENING[before]
    cued = _CUED[known.cue[:-1]]
    opened[1:] |= cued & (before[1:] == _SPACE)
    return np.asarray(opened)


def _at(shape: Bytes, place: Numbers) -> Bytes:
    """The characters at some places of the row, a line's end before it."""
    found = shape[np.maximum(place, 0)]
    if len(place) and place[0] < 0:
        found[0] = _LINE
    return found


def columns(words: Words, known: lexicon.Known, found: Found, bearers: Bearers) -> tuple[Place, Iterator[tuple[str, Reals | Flags]]]:
    """Where the candidates stand, and all that speaks for or against each being a mention, by name."""
    place = Place(words, known, found)
    return place, _columns(place, found, bearers)


def _columns(p: Place, found: Found, bearers: Bearers) -> Iterator[tuple[str, Reals | Flags]]:
    words, known = p.words, p.known
    first_capital, title_case, upper, bits, most, broken = p.inside()
    begin, stop = _bounds(words, p.start)
    length = np.maximum(stop - begin, 1)
    capitals = np.concatenate([[0], np.cumsum(words.capital)])
    shouted = np.concatenate([[0], np.cumsum(words.capitals)])
    share = (capitals[stop] - capitals[begin]) / length
    shouting = (shouted[stop] - shouted[begin]) / length > 0.5
    spoken = _SPOKEN[known.cue]
    of_films = np.concatenate([[0], np.cumsum(spoken)])
    near = of_films[np.minimum(stop, p.last + WINDOW)] - of_films[np.maximum(begin, p.first - WINDOW)] > 0
    one, two = p.count == 1, p.count == 2
    more = p.count > 2
    lower = ~first_capital
    capital = title_case & first_capital
    half = first_capital & ~title_case
    small_text = share == 0
    opens = (p.before == _LINE) | _STOPS[p.before2] | (p.before2 == _COLON)
    opens |= ((p.before == _QUOTE) | (p.before == _OPEN)) & ((p.before2 == _LINE) | (p.before2 == _SPACE))
    quoted = (p.before == _QUOTE) & _closed(p, _QUOTE)
    quoted |= (p.before == _APOSTROPHE) & _closed(p, _APOSTROPHE) & ~found.bare
    starred = ((p.before == _STAR) & _closed(p, _STAR)) | ((p.before == ord("_")) & _closed(p, ord("_")))
    opens &= ~quoted & ~starred
    year = _year(p.shape, p.stop) | ((quoted | starred) & _year(p.shape, p.stop + 1))
    bare_year = _digits(p.shape, p.stop + 1, 4) & (p.after == _SPACE)
    ends = _MARKS[p.after] | (p.after == _LINE)
    alone = (p.before == _LINE) & ends
    whole_line = (p.before == _LINE) & ((p.after == _LINE) | (_MARKS[p.after] & (p.after2 == _LINE)))
    joined = ((p.before == _SPACE) | (p.before == _COMMA)) & (p.before2 != _LINE) & (p.first > begin)
    cue_before = np.where(joined, known.cue[p.previous], lexicon.NO)
    cue_second = np.where(joined, known.cue[np.maximum(p.previous - 1, begin)], lexicon.NO)
    follows = (p.after == _SPACE) & (p.last + 1 < stop)
    cue_after = np.where(follows, known.cue[p.next], lexicon.NO)
    before_name = joined & (p.before == _SPACE) & words.capital[p.previous] & (known.bits[p.previous] >= 13)
    before_name &= ~words.possessive[p.previous] & ~_MARKS[p.before2] & (p.first > begin)
    after_name = follows & words.capital[p.next] & (known.bits[p.next] >= 12) & (p.next < stop) & ~p.owner
    hyphened = ((p.before == _DASH) & (p.before2 != _SPACE) & (p.before2 != _DASH)) | (
        (p.after == _DASH) & (p.after2 != _SPACE) & (p.after2 != _DASH)
    )
    digits = one & (words.shape[p.start] <= 57)
    given = one & known.given[p.first]
    dated = one & (known.cue[p.first] == lexicon.DATE)
    letter = p.end - p.start <= 2
    listed = ((p.before == _SPACE) & ((p.before2 == _COMMA) | (cue_before == lexicon.AND))) & (
        (p.after == _COMMA) | (cue_after == lexicon.AND) | ends
    )
    info = np.minimum(bits, 60) / 10
    ordinary = np.maximum(0, lexicon.RARE - most) / 6

    yield "bias", np.ones(len(p.first))
    for name, flag in (("one", one), ("two", two), ("more", more)):
        yield f"capital {name}", capital & flag
        yield f"half {name}", half & flag
        yield f"lower {name}", lower & flag
        yield f"info capital {name}", info * (capital & flag)
        yield f"info lower {name}", info * (~capital & flag)
        yield f"ordinary capital {name}", ordinary * (capital & flag)
        yield f"ordinary lower {name}", ordinary * (~capital & flag)
        yield f"opens {name}", opens & capital & flag & ~alone
        yield f"watch {name}", (cue_before == lexicon.WATCH) & flag
        yield f"whole line {name}", whole_line & flag
        yield f"near films {name}", near & flag
        yield f"prominence {name}", bearers.prominence * flag
        yield f"before name {name}", before_name & flag
        yield f"after name {name}", after_name & flag
        yield f"quoted {name}", quoted & flag
    yield "lower in small text", lower & small_text
    yield "lower in mixed text", lower & (share > 0.15)
    yield "lower whole line", lower & whole_line
    yield "lower watch", lower & (cue_before == lexicon.WATCH)
    yield "capital watch", capital & (cue_before == lexicon.WATCH)
    yield "lower called", lower & ((cue_before == lexicon.CALLED) | (cue_before == lexicon.FILM))
    yield "lower after film", lower & _FILMS[cue_after]
    yield "upper", upper & ~shouting & ~letter
    yield "ordinary upper", ordinary * (upper & ~shouting)
    yield "shouting", shouting
    yield "starred", starred
    yield "quoted capital", quoted & capital
    yield "quoted ordinary lower", ordinary * (quoted & lower)
    yield "hash", p.before == _HASH
    yield "year", year
    yield "bare year", bare_year & ~year
    yield "alone", alone & ~whole_line
    yield "listed capital", listed & capital
    yield "listed lower", listed & lower
    for name, cue in (
        ("called", lexicon.CALLED), ("film", lexicon.FILM), ("films", lexicon.FILMS), ("like", lexicon.LIKE),
        ("place", lexicon.PLACE), ("the", lexicon.THE), ("and", lexicon.AND), ("is", lexicon.IS), ("by", lexicon.BY),
        ("new", lexicon.NEW), ("about", lexicon.ABOUT), ("who", lexicon.WHO), ("title", lexicon.TITLE),
        ("novel", lexicon.NOVEL),
    ):  # fmt: skip
        yield f"{name} before", cue_before == cue
        yield f"{name} after", cue_after == cue
    yield "watch second", cue_second == lexicon.WATCH
    yield "film second", _NAMING[cue_second]
    yield "the before ordinary", ordinary * (cue_before == lexicon.THE)
    yield "ends", ends
    yield "comma after", p.after == _COMMA
    yield "owner", p.owner
    yield "hyphened", hyphened
    yield "bracketed", (p.before == _OPEN) & (p.after == _CLOSE)
    yield "digits", digits
    yield "given", given & ~quoted
    yield "given name after", given & after_name
    yield "given capital by", given & (cue_before == lexicon.BY)
    yield "dated", dated & ~quoted
    yield "letter", letter & one
    yield "broken", broken
    nested, in_name = _nested(p, bearers.kind == NAME)
    yield "nested", nested
    yield "in a name", in_name
    yield "person", bearers.person
    yield "person prominence", bearers.person * bearers.prominence
    yield "given two", two & known.given[p.first]
    cued = _CUED[cue_before] | _FILMS[cue_after] | whole_line | quoted | starred
    yield "lower one uncued", lower & one & ~cued
    yield "lower two uncued", lower & two & ~cued
    yield "lower ordinary uncued", lower * ordinary * ~cued
    yield "lower info uncued", lower * info * ~cued
    rare = capital & (most >= 15)
    yield "rare whole line one", rare & one & whole_line
    yield "rare alone one", rare & one & alone & ~whole_line
    yield "capital whole line two", capital & two & whole_line
    yield "capital whole line more", capital & more & whole_line
    yield "lower whole line more", ~capital & more & whole_line
    yield "prominence whole line", bearers.prominence * (whole_line & ~lower)
    yield "prominence uncued", bearers.prominence * (lower & ~cued)
    yield "prominence ordinary", bearers.prominence * ordinary
    yield "ordinary whole line", ordinary * whole_line
    yield "ordinary opens", ordinary * (opens & capital & ~whole_line)
    yield "joined", bearers.kind == JOINED
    yield "number", bearers.kind == NUMBER
    yield "head", bearers.kind == HEAD
    yield "tail", bearers.kind == TAIL
    yield "tail one", (bearers.kind == TAIL) & one
    yield "tail lower", (bearers.kind == TAIL) & lower
    yield "article", bearers.kind == ARTICLE
    yield "article one", (bearers.kind == ARTICLE) & one
    yield "article lower", (bearers.kind == ARTICLE) & lower
    yield "bearers", np.log1p(bearers.bearers)


def judged(words: Words, known: lexicon.Known, found: Found, bearers: Bearers) -> tuple[Place, Reals]:
    """Where the candidates stand, and how likely each is a mention, as log-odds."""
    place, speaking = columns(words, known, found, bearers)
    odds = np.zeros(len(found.first))
    for name, column in speaking:
        weight = WEIGHTS.get(name)
        if weight:
            odds += weight * column
    return place, odds


def _bounds(words: Words, start: Numbers) -> tuple[Numbers, Numbers]:
    """The words at which the text of each candidate begins and ends."""
    begins = np.searchsorted(words.start, words.begins)
    text = np.searchsorted(words.begins, start, "right") - 1
    ends = np.append(begins[1:] - 1, len(words))  # without the break
    return begins[text], ends[text]


def _closed(p: Place, mark: int) -> Flags:
    """Whether a mark stands after, maybe after a full stop or a comma."""
    return np.asarray((p.after == mark) | (_SENTENCE[p.after] & (p.after2 == mark)))


def _digits(shape: Bytes, at: Numbers, count: int) -> Flags:
    found = np.ones(len(at), np.bool_)
    for place in range(count):
        here = shape[np.minimum(at + place, len(shape) - 1)]
        found &= (here >= 48) & (here <= 57)
    return found


def _year(shape: Bytes, end: Numbers) -> Flags:
    """Whether a year in brackets follows."""
    size = len(shape) - 1
    bracket = (shape[np.minimum(end, size)] == _SPACE) & (shape[np.minimum(end + 1, size)] == _OPEN)
    return np.asarray(bracket & _digits(shape, end + 2, 4) & (shape[np.minimum(end + 6, size)] == _CLOSE))


def _nested(p: Place, name: Flags) -> tuple[Flags, Flags]:
    """Whether a longer candidate has it inside, and whether one that is a person's name has."""
    order = np.lexsort((-p.last, p.first))
    found = []
    for only in (np.ones(len(order), np.bool_), name[order]):
        furthest = np.maximum.accumulate(np.where(only, p.last[order], -1)) if len(order) else order
        nested = np.zeros(len(order), np.bool_)
        nested[order[1:]] = furthest[:-1] >= p.last[order[1:]]
        found.append(nested)
    return found[0], found[1]
