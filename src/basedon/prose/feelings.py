"""What a post says that its writer felt about a film, and whether they have seen it or are about to: linear time.

A phrase of the lexicon tells of a feeling unless it is denied ("didn't cry"), unreal ("would have cried"), said of
others
("people hate it"), quoted, meant otherwise ("/s"), or part of a title. It belongs to the films named in its clause;
where
that names none, to those named last before it, else to those that come next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from basedon.model.reactions import FEELINGS, Feeling
from basedon.prose.feelings_meant import of_a_film
from basedon.prose.feelings_words import (
    AHEAD,
    BORED,
    CRYING,
    FELT,
    FRIGHTENED,
    HATING,
    IRONY,
    LAUGHING,
    LINE,
    LOVING,
    NOT,
    SEEN,
    UNREAL,
    WEAK,
    apart,
    telling,
    tree,
    written,
)
from basedon.prose.patterns import lexicon

LONGEST = 6000
"""Characters of a post that are read."""

NEAR, FAR, BACK = 4, 7, 12
"""Words before a feeling in which a "not" denies it, in which two cancel each other, and in which its subject is
sought."""

INTENSIFIERS = lexicon(
    """
    so really very damn super extremely pretty such incredibly too freaking fucking fuckin quite absolutely
    insanely soo utterly totally truly especially ridiculously insane muy tan très trop sehr so richtig molto
    così muito çok heel erg
    """
)
SELF = lexicon(
    """
    i i'm im i've ive i'd i'll me my myself we we're we've us our mine we'd
    """
)
OTHERS = lexicon(
    """
    he she they he's she's they're people everyone everybody critics critic reviewers audiences audience others
    husband wife girlfriend boyfriend gf bf fiancé fiance partner mom mum mother dad father sister brother son
    daughter kid kids opinion consensus reputation internet majority most many men women girls guys folk child
    children friend friends roommate roomie roomies fans folks someone somebody anyone
    you your who grandad grandpa grandma nephew niece cousin teacher parents family reviews character characters
    director
    """
)
TELLING = lexicon(
    """
    said says say saying thinks think thought find finds found calls call called consider considers considered
    told tells tell telling hates loves expected claims
    """
)
"""Verbs by which one tells what others find: "my husband said it was boring"."""

REPUTE = frozenset(["opinion", "opinions", "consensus", "reputation", "reviews"])
"""What others think, whoever they are."""

KNOWING = frozenset(["know", "knew", "met", "showed", "show"])
""""people I know find it boring": it is not I who does."""

DONE = lexicon(
    """
    love loved luv loving hate hated hating dislike disliked cry cried crying cries sob sobbed nightmares sobbing
    wept weep
    bawled laugh laughed laughing laughs giggle giggled adored adore adores scared terrified frightened bored
    fell fall asleep creeped freaked enjoyed petrified traumatized traumatised horrified spooked
    """
)
"""Words that say what somebody does or feels, who must then be the writer."""

HEARSAY = HATING | BORED | FRIGHTENED
BREAKS = lexicon(
    """
    but while whereas although though however yet except because since unless pero mais mas aber ma maar ama
    """
)
ASKING = lexicon(
    """
    did does do is was are were has have will would can why
    """
)
ENDS = frozenset(f".!?…\n。！？{LINE}")
"""Signs that begin a mark at which a sentence ends."""

PARTS = frozenset(',;:()，、–—-"“”')
QUOTES = frozenset('"“”')
OBJECTS = frozenset(["it", "this", "them", "him", "her", "me", "one", "movie", "film"])
FILM = "\x7f"
"""Stands for a film's name, so that no word of it is read."""

QUOTED = 4
"""Words in quotes from which on they are somebody else's."""


class Felt(Struct, frozen=True):
    """What somebody felt of a film, as bits in the order of FEELINGS; whether they saw it, and whether they are to."""

    bits: int
    seen: bool
    ahead: bool

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        """The feelings by name."""
        return tuple(name for place, name in enumerate(FEELINGS) if self.bits >> place & 1)


def felt(text: str) -> Felt:
    """What a whole post tells, whatever film it is about."""
    return _told(kind for _, kind in Reading(text).cues())


def masked(text: str, films: Sequence[tuple[int, int]]) -> str:
    """A text with a sign in place of each film's name, given as where the names begin and end, in order."""
    parts, at = [], 0
    for start, end in films:
        parts += [text[at:start], f" {FILM} "]
        at = end
    return "".join([*parts, text[at:]])


def _told(kinds: Iterable[int]) -> Felt:
    bits = 0
    for kind in kinds:
        bits |= kind
    feelings = bits & FELT
    ahead = bool(bits & AHEAD)
    return Felt(feelings, bool(bits & SEEN) or (bool(feelings) and not ahead), ahead and not bits & SEEN)


class Reading:
    """A post as words and marks in one list; sentences and clauses are looked for only where something is said."""

    def __init__(self, text: str) -> None:
        text = text[:LONGEST]
        self.text, self.words = text, apart(text)
        self.quoted = self.quotes(text) if '"' in text or ">" in text or "“" in text else frozenset()

    def about(self, films: int) -> list[Felt]:
        """What a post tells of each of the films that it names, if signs stand in place of their names (see
        `masked`)."""
        cues = self.cues()
        if films == 1 or not cues:
            return [_told(kind for _, kind in cues)] * films
        kinds: list[list[int]] = [[] for _ in range(films)]
        places = [place for place, word in enumerate(self.words) if word == FILM]
        for at, kind in cues:
            for film in self.meant(at, places):
                kinds[film].append(kind)
        return [_told(said) for said in kinds]

    @cached_property
    def written(self) -> list[str]:
        """The words as they are written; asked for where a capital may matter."""
        found = written(self.text)
        return found if len(found) == len(self.words) else self.words

    def quotes(self, text: str) -> frozenset[int]:
        """The places of words that are somebody else's: in quotes of four words and more, or in a line that is
        quoted."""
        found: set[int] = set()
        begun: int | None = None
        held = text.startswith(">")
        for at, word in enumerate(self.words):
            if word[0] == "\n" or word == LINE:
                begun, held = None, word.endswith(">")
            elif word[0] in QUOTES:
                if begun is not None and at - begun > QUOTED:
                    found.update(range(begun, at))
                begun = at if begun is None else None
            if held:
                found.add(at)
        return frozenset(found)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a word: its first place, and the one behind its last."""
        words = self.words
        start = at
        while start and words[start - 1][0] not in ENDS:
            start -= 1
        end = at
        while end < len(words) and words[end][0] not in ENDS:
            end += 1
        return start, end

    def clause(self, at: int) -> int:
        """Where the clause of a word begins."""
        words = self.words
        while at and (sign := words[at - 1][0]) not in ENDS and sign not in PARTS and words[at] not in BREAKS:
            at -= 1
        return at

    def cues(self) -> list[tuple[int, int]]:
        """The phrases that count: where each is, and what it tells."""
        if telling().isdisjoint(self.words):
            return []
        root = tree()
        words, count = self.words, len(self.words)
        nots: list[int] = []
        unreal: list[int] = []
        cues: list[tuple[int, int]] = []
        behind = 0
        for at in [place for place, word in enumerate(words) if word in root]:
            if at < behind or at in self.quoted:
                continue
            node = root[words[at]]
            kind: int | None = node.get("")
            end = place = at + 1
            while place < count and len(node) > (kind is not None):
                following = node.get(words[place])
                if following is None:
                    if words[place] != ",":
                        break
                else:
                    node = following
                    if (found := node.get("")) is not None:
                        kind, end = found, place + 1
                place += 1
            if kind is None:
                continue
            behind = end
            if kind & NOT:
                nots.append(at)
            elif kind & UNREAL:
                unreal.append(end - 1)
            elif kind & IRONY:
                cues = [cue for cue in cues if not cue[1] & FELT]
            elif kind & (SEEN | AHEAD):
                cues.append((at, kind))
            elif kind and (bits := self.counts(at, end, kind, nots, unreal)):
                cues.append((at, bits))
        return self.settled(cues)

    def counts(self, at: int, end: int, kind: int, nots: list[int], unreal: list[int]) -> int:
        """What a phrase of feeling tells where it stands; 0 for nothing."""
        words = self.words
        if kind & WEAK and (at == 0 or INTENSIFIERS.isdisjoint(words[max(0, at - 2) : at])):
            return 0
        feeling = kind & FELT
        if kind & WEAK and feeling == HATING and at > 1 and words[at - 2] in OBJECTS:
            return 0  # "I want it so bad"
        if words[at][0] > "\u2600" and not words[at][0].isalpha():
            return feeling  # a picture stands for itself
        if self.in_a_title(at, end):
            return 0
        clause = self.clause(at)
        near = [place for place in nots if place >= at - FAR and place >= clause]
        reach = NEAR + 2 if feeling & HEARSAY else NEAR
        if near and near[-1] >= at - (2 if words[near[-1]] == "no" else reach) and len(near) % 2:
            return 0
        if feeling != LOVING and unreal and unreal[-1] >= at - 3 and unreal[-1] >= clause:
            return 0
        if self.of_others(at, clause, feeling):
            return 0
        if feeling & HEARSAY:
            named = end < len(words) and words[end][0].isalpha() and self.capital(end)
            if not of_a_film(words, at, end, clause, feeling, named):
                return 0
        if feeling == CRYING and "?" in words:
            first, last = self.sentence(at)
            if last < len(words) and "?" in words[last] and words[first] in ASKING and "else" not in words[first:at]:
                return 0
        return feeling

    def in_a_title(self, at: int, end: int) -> bool:
        """Whether a phrase is written as part of a name: with a capital, beside another word with one."""
        if not self.capital(at):
            return False
        before = at > 0 and self.words[at - 1][0] not in ENDS
        if before and self.capital(at - 1) and self.words[at - 1] not in SELF:
            return True
        return before and end < len(self.words) and self.capital(end) and self.words[end] not in SELF

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital, and is not shouted."""
        word = self.written[at]
        return word[0].isupper() and (len(word) == 1 or not word.isupper())

    def of_others(self, at: int, clause: int, feeling: int) -> bool:
        """Whether it is somebody else who felt it, as far as the words around tell."""
        words = self.words
        doing = words[at] in DONE
        if not (doing or feeling & (HEARSAY | LOVING | LAUGHING)):
            return False
        if doing and ("me" in words[at + 1 : at + 6] or "us" in words[at + 1 : at + 6]):
            return False
        told = False
        for place in range(at - 1, max(clause - 1, at - BACK), -1):
            word = words[place]
            if word in SELF and words[place + 1] not in KNOWING:
                # "my sister was scared": what is mine is somebody else
                if word in ("my", "our") and not OTHERS.isdisjoint(words[place + 1 : place + 3]):
                    return doing or told
                return False
            if word in TELLING or word in REPUTE:
                told = True
            bare = word if word in OTHERS else word.removesuffix("'s")
            if bare in OTHERS:
                if bare != word and words[place + 1] not in ("always", "never", "so", "really", "been"):
                    return feeling == LOVING and place + 2 >= at  # "my son's favourite film"
                if word in ("you", "your", "who", "anyone", "family") and not told:
                    return doing and feeling != CRYING and word == "who"
                if word in ("everyone", "people", "everybody") and feeling in (CRYING, LAUGHING):
                    return False
                return doing or told
        return False

    def settled(self, cues: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The cues without those that others in their sentence speak against."""
        bits = 0
        for _, kind in cues:
            bits |= kind
        if not (bits & AHEAD or (bits & CRYING and bits & LAUGHING)):
            return cues
        sentences = [self.sentence(at)[0] for at, _ in cues]
        around: dict[int, int] = {}
        for sentence, (_, kind) in zip(sentences, cues, strict=True):
            around[sentence] = around.get(sentence, 0) | kind
        kept = []
        for sentence, (at, kind) in zip(sentences, cues, strict=True):
            others = around[sentence]
            if kind & FELT and others & AHEAD and not others & SEEN:
                continue  # what they hope to feel
            if kind == CRYING and self.words[at] == "😭" and others & LAUGHING:
                continue
            kept.append((at, kind))
        return kept

    def meant(self, at: int, places: list[int]) -> list[int]:
        """The films that a phrase is about: of its clause, else those named last before, else those that come next."""
        clause = self.clause(at)
        start, end = self.sentence(at)
        same = [film for film, place in enumerate(places) if start <= place < end and self.clause(place) == clause]
        if same:
            first = same[0]
            while first and places[first - 1] >= start and self.listed(places[first - 1], places[first]):
                first -= 1
            return [*range(first, same[0]), *same]
        before = [film for film, place in enumerate(places) if place < at]
        if before and places[before[-1]] >= start:
            # a list of films before the phrase, "X, Y and Z made me cry", is one subject
            last = before[-1]
            return [film for film in before if places[film] >= start and self.listed(places[film], places[last])]
        after = [film for film, place in enumerate(places) if place >= at]
        if after and places[after[0]] < end:
            return after[:1]
        if before:
            nearest = self.sentence(places[before[-1]])[0]
            return [film for film in before if places[film] >= nearest]
        return after[:1]

    def listed(self, place: int, last: int) -> bool:
        """Whether nothing but other films, marks and small words stands between two films."""
        return all(word in LISTING or word[0] in PARTS for word in self.words[place:last])


LISTING = frozenset({FILM, "and", "or", "y", "e", "et", "und", "o", "i", "ve"})
