"""What a post says that its writer felt about a film, and whether they have seen it or are about to: linear time.

A phrase of the lexicon tells of a feeling unless it is denied ("didn't cry"), unreal ("would have cried"), said of others
("people hate it"), quoted, meant otherwise ("/s"), or part of a title. It belongs to the films named in its clause; where
that names none, to those named last before it, else to those that come next.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from basedon.model.reactions import FEELINGS, Feeling
from basedon.prose.feelings_words import (
    AHEAD,
    BORED,
    CRYING,
    FELT,
    FRIGHTENED,
    HATING,
    IRONY,
    LAUGHING,
    LOVING,
    NOT,
    SEEN,
    UNREAL,
    WEAK,
    WORDS,
    normal,
    tree,
)

LONGEST = 6000
"""Characters of a post that are read."""

NEAR, FAR, BACK = 4, 7, 9
"""Words before a feeling in which a "not" denies it, in which two cancel each other, and in which its subject is sought."""

INTENSIFIERS = frozenset(
    "so really very damn super extremely pretty such incredibly too freaking fucking fuckin quite absolutely insanely soo "
    "utterly totally truly especially ridiculously insane muy tan très trop sehr so richtig molto così muito çok heel erg".split()
)
SELF = frozenset("i i'm im i've ive i'd i'll me my myself we we're we've us our mine we'd".split())
OTHERS = frozenset(
    "he she they he's she's they're people everyone everybody critics critic reviewers audiences audience others husband wife "
    "girlfriend boyfriend gf bf fiancé fiance partner mom mum mother dad father sister brother son daughter kid kids child "
    "children friend friends roommate roomie roomies fans folks someone somebody anyone you your who grandad grandpa "
    "grandma nephew niece cousin teacher parents family reviews character characters spielberg director".split()
)
TELLING = frozenset(
    "said says say saying thinks think thought find finds found calls call called consider considers considered told tells "
    "tell telling hates loves expected claims".split()
)
"""Verbs by which one tells what others find: "my husband said it was boring"."""

KNOWING = frozenset("know knew met showed show".split())
""""people I know find it boring": it is not I who does."""

DONE = frozenset(
    "love loved luv loving hate hated hating dislike disliked cry cried crying cries sob sobbed sobbing wept weep bawled laugh "
    "laughed laughing laughs giggle giggled adored adore adores scared terrified frightened bored fell fall asleep creeped "
    "freaked enjoyed petrified traumatized traumatised horrified spooked".split()
)
"""Words that say what somebody does or feels, who must then be the writer."""

HEARSAY = HATING | BORED | FRIGHTENED
BREAKS = frozenset("but while whereas although though however yet except because since unless pero mais mas aber ma maar ama".split())
ASKING = frozenset("did does do is was are were has have will would can why".split())
_QUOTE = '"“”'


class Felt(Struct, frozen=True):
    """What somebody felt of a film, as bits in the order of FEELINGS; whether they saw it, and whether they are to."""

    bits: int
    seen: bool
    ahead: bool

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        """The feelings by name."""
        return tuple(name for place, name in enumerate(FEELINGS) if self.bits >> place & 1)


class _Cue(Struct):
    """A phrase that counts: where it is, and what it tells."""

    word: int
    kind: int


class _Text(Struct):
    """A post as its words: small, with offsets, sentence, clause, paragraph; `free` where they are no title and no quote."""

    words: list[str] = []
    starts: list[int] = []
    sentences: list[int] = []
    clauses: list[int] = []
    capital: list[bool] = []
    free: list[bool] = []
    asks: set[int] = set()


def felt(text: str) -> Felt:
    """What a whole post tells, whatever film it is about."""
    return _told(cue.kind for cue in _cues(_taken_apart(text[:LONGEST], ())))


def felt_about(text: str, films: Sequence[tuple[int, int]]) -> list[Felt]:
    """What a post tells of each of the films that it names, given as where their names begin and end, in order."""
    taken = _taken_apart(text[:LONGEST], films)
    cues = _cues(taken)
    if len(films) == 1:
        return [_told(cue.kind for cue in cues)]
    kinds: list[list[int]] = [[] for _ in films]
    places = [_place(taken, start) for start, _ in films]
    for cue in cues:
        for film in _meant(taken, cue.word, places):
            kinds[film].append(cue.kind)
    return [_told(said) for said in kinds]


def _told(kinds: object) -> Felt:
    bits = 0
    for kind in kinds:  # type: ignore[attr-defined]
        bits |= kind
    feelings = bits & FELT
    ahead = bool(bits & AHEAD)
    return Felt(feelings, bool(bits & SEEN) or (bool(feelings) and not ahead), ahead and not bits & SEEN)


def _taken_apart(text: str, films: Sequence[tuple[int, int]]) -> _Text:
    """The words of a text; what stands in quotes of four words and more, or in a line that is quoted, is not the writer's."""
    taken = _Text([], [], [], [], [], [], set())
    words, starts, sentences, clauses, capital, free = (
        taken.words, taken.starts, taken.sentences, taken.clauses, taken.capital, taken.free,
    )  # fmt: skip
    sentence = clause = 0
    quote: int | None = None
    held = False
    spans = iter(films)
    span = next(spans, None)
    for found in WORDS.finditer(text):
        word, at = found.group(), found.start()
        first = word[0]
        if not (first.isalnum() or first > "\u2600" or word == "/s"):
            if first in ".!?…\n。！？":
                if "?" in word or "？" in word:
                    taken.asks.add(sentence)
                sentence += 1
                clause += 1
                if first == "\n":
                    quote = None
                    held = text.startswith(">", found.end())
            elif first in _QUOTE:
                if quote is None:
                    quote = len(words)
                else:
                    if len(words) - quote >= 4:
                        free[quote:] = [False] * (len(words) - quote)
                    quote = None
            else:
                clause += 1
            continue
        while span is not None and at >= span[1]:
            span = next(spans, None)
        small = normal(word)
        if small in BREAKS:
            clause += 1
        words.append(small)
        starts.append(at)
        sentences.append(sentence)
        clauses.append(clause)
        capital.append(word[:1].isupper() and (len(word) == 1 or not word.isupper()))
        free.append(not held and (span is None or at < span[0]))
    return taken


def _cues(taken: _Text) -> list[_Cue]:
    """The phrases that count, in order."""
    root = tree()
    words, sentences, free = taken.words, taken.sentences, taken.free
    at, count = 0, len(words)
    nots: list[int] = []
    unreal: list[int] = []
    cues: list[_Cue] = []
    while at < count:
        node = root.get(words[at])
        if node is None or not free[at]:
            at += 1
            continue
        kind: int | None = node.get("")
        end = at + 1
        place = end
        while place < count and sentences[place] == sentences[at] and (node := node.get(words[place])) is not None:
            place += 1
            if (found := node.get("")) is not None:
                kind, end = found, place
        if kind is None:
            at += 1
            continue
        if kind & NOT:
            nots.append(at)
        elif kind & UNREAL:
            unreal.append(end - 1)
        elif kind & IRONY:
            cues = [cue for cue in cues if not cue.kind & FELT]
        elif kind & (SEEN | AHEAD):
            cues.append(_Cue(at, kind))
        elif kind and (bits := _counts(taken, at, end, kind, nots, unreal)):
            cues.append(_Cue(at, bits))
        at = end
    return _settled(taken, cues)


def _counts(taken: _Text, at: int, end: int, kind: int, nots: list[int], unreal: list[int]) -> int:
    """What a phrase of feeling tells where it stands; 0 for nothing."""
    words, clauses = taken.words, taken.clauses
    if kind & WEAK and not any(word in INTENSIFIERS for word in words[max(0, at - 2) : at]):
        return 0
    feeling = kind & FELT
    if words[at][0] > "\u2600" and not words[at][0].isalpha():
        return feeling  # a picture stands for itself
    if _in_a_title(taken, at, end):
        return 0
    clause = clauses[at]
    near = [place for place in nots if place >= at - FAR and clauses[place] == clause]
    if near and near[-1] >= at - (2 if words[near[-1]] == "no" else NEAR) and len(near) % 2:
        return 0
    if feeling != LOVING and unreal and unreal[-1] >= at - 3 and clauses[unreal[-1]] == clause:
        return 0
    if _of_others(taken, at, feeling):
        return 0
    if taken.sentences[at] in taken.asks and feeling == CRYING:
        first = next(place for place in range(at, -1, -1) if place == 0 or taken.sentences[place - 1] != taken.sentences[at])
        if words[first] in ASKING and "else" not in words[first:at]:
            return 0
    return feeling


def _in_a_title(taken: _Text, at: int, end: int) -> bool:
    """Whether a phrase is written as part of a name: with a capital, beside another word with one."""
    if not taken.capital[at]:
        return False
    sentence = taken.sentences[at]
    before = at > 0 and taken.sentences[at - 1] == sentence
    if before and taken.capital[at - 1] and taken.words[at - 1] not in SELF:
        return True
    after = end < len(taken.words) and taken.sentences[end] == sentence
    return after and taken.capital[end] and taken.words[end] not in SELF and before


def _of_others(taken: _Text, at: int, feeling: int) -> bool:
    """Whether it is somebody else who felt it, as far as the words before tell."""
    words, clauses = taken.words, taken.clauses
    doing = words[at] in DONE
    if not (doing or feeling & (HEARSAY | LOVING | LAUGHING)):
        return False
    if doing and any(word in ("me", "us") for word in words[at + 1 : at + 6]):
        return False
    told = False
    for place in range(at - 1, max(-1, at - BACK), -1):
        if clauses[place] != clauses[at]:
            return False
        word = words[place]
        if word in SELF and words[place + 1] not in KNOWING:
            # "my sister was scared": what is mine is somebody else
            if word in ("my", "our") and any(other in OTHERS for other in words[place + 1 : place + 3]):
                return doing or told
            return False
        if word in TELLING:
            told = True
        bare = word.removesuffix("'s")
        if bare in OTHERS:
            if bare != word and words[place + 1] not in ("always", "never", "so", "really", "been"):
                return feeling == LOVING and place + 2 >= at  # "my son's favourite film"
            if word in ("you", "your", "who", "anyone", "family") and not told:
                return doing and feeling != CRYING and word == "who"
            if word in ("everyone", "people", "everybody") and feeling in (CRYING, LAUGHING):
                return False
            return doing or told
    return False


def _settled(taken: _Text, cues: list[_Cue]) -> list[_Cue]:
    """The cues without those that others in their sentence speak against."""
    by_sentence: dict[int, int] = {}
    for cue in cues:
        sentence = taken.sentences[cue.word]
        by_sentence[sentence] = by_sentence.get(sentence, 0) | cue.kind
    kept = []
    for cue in cues:
        around = by_sentence[taken.sentences[cue.word]]
        if cue.kind & FELT and around & AHEAD and not around & SEEN:
            continue  # what they hope to feel
        if cue.kind == CRYING and taken.words[cue.word][0] == "😭" and around & LAUGHING:
            continue
        kept.append(cue)
    return kept


def _place(taken: _Text, start: int) -> int:
    """The number of the first word at or behind an offset."""
    from bisect import bisect_left

    return min(bisect_left(taken.starts, start), max(len(taken.starts) - 1, 0))


def _meant(taken: _Text, word: int, places: list[int]) -> list[int]:
    """The films that a phrase is about: of its clause, else those named last before, else those that come next."""
    clauses, sentences = taken.clauses, taken.sentences
    same = [film for film, place in enumerate(places) if clauses[place] == clauses[word]]
    if same:
        return same
    before = [film for film, place in enumerate(places) if place < word]
    if before and (nearest := sentences[places[before[-1]]]) == sentences[word]:
        # a list of films before the phrase, "X, Y and Z made me cry", is one subject
        return [film for film in before if sentences[places[film]] == nearest and _listed(taken, places, film, before[-1])]
    after = [film for film, place in enumerate(places) if place >= word]
    if after and sentences[places[after[0]]] == sentences[word]:
        return after[:1]
    if before:
        nearest = sentences[places[before[-1]]]
        return [film for film in before if sentences[places[film]] == nearest]
    return after[:1]


def _listed(taken: _Text, places: list[int], film: int, last: int) -> bool:
    """Whether nothing but other films and small words stands between two films."""
    if film == last:
        return True
    between = range(places[film], places[last])
    return sum(taken.free[place] and taken.words[place] not in ("and", "or", "y", "e", "et", "und") for place in between) == 0
