"""A sentence made ready to be read for claims: its films masked, and what stands for which film."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from basedon.factcheck.names import Anchor
from basedon.model.claim import ClaimType, Value
from basedon.prose.patterns import compiled
from basedon.prose.references import Reference
from basedon.prose.tokens import Token

Films = tuple[int, ...]
"""The films that may be meant, by number, the likeliest first."""


class Ref(Struct, frozen=True):
    """A place in a sentence that stands for a film: a title, or a phrase or pronoun that was resolved.

    `start` takes in the words that describe a title ("the 2013 Korean drama X"), `name` is where the title begins.
    """

    start: int
    end: int
    name: int
    works: Films
    titled: bool
    phrase: Reference | None = None
    sure: bool = True
    """Whether it is certain which film it is, so that what does not fit it is wrong and not said of another."""
    by_name: bool = False
    """Whether its maker's name told which film it is, so that what else the phrase says is a claim."""


class Found(Struct, frozen=True, kw_only=True):
    """A claim as it was read: of which films, what is stated, and where; offsets in the sentence.

    `value` is where the value itself stands. `target` are the films of the catalogue that the value names.
    """

    type: ClaimType
    works: Films
    stated: Value
    start: int
    end: int
    value: tuple[int, int] | None = None
    target: Films = ()
    year: int | None = None
    place: str | None = None
    tongue: str | None = None
    kind: str | None = None
    creator: str | None = None
    hedge: str | None = None
    sure: bool = True


_BREAK = compiled(
    r";|, (?:and|but|while|whereas|yet|so|though|although|where|when) |\b(?:while|whereas|although|because) | - "
    r"| \x{2013} |\x{2014}| and (?:it|was later|was then|later) "
)
_OBJECT = frozenset(
    [
        "of",
        "to",
        "from",
        "on",
        "upon",
        "like",
        "than",
        "with",
        "by",
        "after",
        "before",
        "in",
        "into",
        "as",
        "unlike",
        "behind",
        "for",
        "called",
        "titled",
        "entitled",
        "named",
        "via",
        "including",
        "include",
        "includes",
        "remade",
        "remake",
        "remakes",
        "remaking",
        "directed",
        "directs",
        "directing",
        "made",
        "makes",
        "making",
        "helmed",
        "saw",
        "adapted",
        "adapts",
        "adapting",
        "inspired",
        "inspires",
        "preceded",
        "followed",
        "about",
        "alongside",
        "through",
        "besides",
        "and,",
        "e.g.",
        "between",
        "against",
        "watched",
        "watch",
        "watching",
        "seen",
        "see",
        "produced",
        "wrote",
        "written",
        "shot",
        "co-directed",
        "directed,",
        "retells",
        "reimagines",
        "over",
        "reworks",
        "based",
        "became",
        "becomes",
        "called,",
        "titled,",
        "outgrossed",
        "beat",
        "produced",
        "released",
        "against",
        "following",
    ]
)
_WHICH_AND = compiled(r"^[\"' ]*,? ?(?:which|that|who) [^,;:.]*\band (?:[a-z]+ ){0,2}$")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "another",
        "some",
        "many",
        "most",
    ]
)
_OF_STORY = compiled(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his) (?:[a-z]+ )?(?:story|plot|script|screenplay|tale|production|premise|cast|shoot"
    r"|narrative|release|premiere|lead|role|part|leads|roles|action)\b[^,;]*$"
)
_RELATIVE = compiled(
    r"(?:,|\() ?(?:which|that|who|itself|also) (?:[a-z]+ ){0,3}$|\b(?:which|that) (?:(?:was|is|were|also|had"
    r"|been|has|it|later|then) ){0,3}$"
)


class Clause(Struct, frozen=True):
    """A sentence: `text` is its text made plain, `shape` that with its films masked; `refs` what stands for a film.

    `focus` is what "it" means here, `start` where the sentence begins in the article. `phrases` tell what a film is.
    """

    number: int
    start: int
    text: str
    shape: str
    words: Sequence[Token]
    refs: tuple[Ref, ...]
    phrases: tuple[Reference, ...]
    focus: Films
    topic: Films
    makers: Films = ()
    """The films of whom "he", "she" and "the director" made."""
    people: tuple[Anchor, ...] = ()
    """The names of people credited on films spoken of."""
    recent: Films = ()
    """Films spoken of before, the last first."""
    anchor: int | None = None
    """The year that "a year later" counts from."""
    heading: bool = False

    def before(self, at: int) -> Ref | None:
        """The film named or meant last before an offset; one in a bracket that is closed before it is passed over."""
        return next((ref for ref in reversed(self.refs) if ref.end <= at and not self.aside(ref, at)), None)

    def aside(self, ref: Ref, at: int) -> bool:
        """Whether a film stands in a bracket that is closed before the offset."""
        opened = self.bracketed(ref.start)
        return opened >= 0 and self.shape.find(")", ref.end, at) >= 0

    def after(self, at: int) -> Ref | None:
        """The film named or meant first after an offset."""
        return next((ref for ref in self.refs if ref.start >= at), None)

    def at(self, start: int, end: int) -> Ref | None:
        """The film whose title or phrase stands there."""
        return next((ref for ref in self.refs if ref.name < end and ref.end > start), None)

    def is_object(self, ref: Ref) -> bool:
        """Whether a film stands where no subject stands: after "of", "directed"."""
        before = self.shape[: ref.start].rstrip(" \"'(").split()
        if not before:
            return False
        word = before[-1].lower()
        return word in _OBJECT or (word.endswith(("ed", "ing")) and word not in ("acclaimed", "beloved", "celebrated"))

    def oblique(self, ref: Ref) -> bool:
        """Whether a pronoun only owns what follows, which is no film: "its director"."""
        return bool(ref.phrase and ref.phrase.head == "its")

    def relative(self, at: int) -> bool:
        """Whether what begins at the offset is said of the film just named: ", which was directed by"."""
        return _RELATIVE.search(self.shape[max(0, at - 40) : at]) is not None

    def bracketed(self, at: int) -> int:
        """Where the bracket opens in which the offset stands; -1 if it stands in none."""
        opened = self.shape.rfind("(", 0, at)
        return opened if opened >= 0 and ")" not in self.shape[opened:at] else -1

    def subjects(self, at: int, participle: bool = False) -> tuple[Films, bool]:
        """The films that what stands at the offset may be said of, and whether it is certain which.

        `participle`: it follows its noun ("directed by"), so that it may belong to the film just named.
        """
        near = self.before(at)
        opened = self.bracketed(at)
        if opened >= 0 and (owner := self.before(opened + 1)) is not None and opened - owner.end < 4:
            return owner.works, owner.sure
        if near is not None and self.relative(at):
            return near.works, near.sure
        if near is not None and _WHICH_AND.match(self.shape[near.end : at]):
            return near.works, near.sure
        clause = 0
        for found in _BREAK.finditer(self.shape[:at]):
            clause = found.end()
        able = [
            ref
            for ref in self.refs
            if ref.end <= at and not self.is_object(ref) and not self.oblique(ref) and not self.aside(ref, at)
        ]
        here = [ref for ref in able if ref.end > clause]
        main = here[-1] if here else able[-1] if able else None
        if main is None and (following := self.after(at)) is not None and self.bare(at):
            return following.works, following.sure
        if main is None and near is not None and (participle or not self.focus):
            return near.works, near.sure
        if main is None:
            return (self.focus, False) if self.bare(at) or _OF_STORY.search(self.shape[:at]) else ((), False)
        if participle and near is not None and near is not main and near.end > clause:
            gap = self.shape[near.end : at].strip(" ,'\"")
            if not gap or gap in ("was", "is"):
                made_as = (
                    self.shape[: near.start]
                    .rstrip(" \"'")
                    .endswith(
                        (
                            " as",
                            " titled",
                            " called",
                            " into",
                            ":",
                            " became",
                            " becomes",
                            " named",
                            " it",
                            " and called it",
                        )
                    )
                )
                both = (*near.works, *main.works) if made_as else (*main.works, *near.works)
                return tuple(dict.fromkeys(both)), False
        return main.works, main.sure

    def bare(self, at: int) -> bool:
        """Whether no subject stands before the offset, as in "Released in 1994, it"."""
        words = self.shape[:at].strip(" ,\"'").split()
        small = all(word[:1].islower() for word in words[1:])
        return len(words) <= 3 and small and (not words or words[0].lower() not in _DETERMINERS)

    def opens(self, at: int) -> bool:
        """Whether nothing but an opening stands before the offset: "Directed by A, X is"."""
        before = self.shape[:at].strip(" ,\"'")
        return len(before.split()) <= 3 and not any(c in before for c in ".;:")
