"""What one source says about one subject, always with evidence."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b
from typing import Literal

import msgspec
from msgspec import Struct

from basedon.model.evidence import Evidence

TargetType = Literal[
    "novel",
    "novella",
    "short story",
    "non-fiction book",
    "memoir",
    "article",
    "play",
    "comic",
    "game",
    "song",
    "folk tale",
    "film",
    "series",
    "event",
    "person",
    "other",
]
Hedge = Literal["loosely", "reportedly", "partly"]
Rank = Literal["preferred", "normal"]

FICTION: frozenset[str] = frozenset(
    {"novel", "novella", "short story", "play", "comic", "game", "song", "folk tale", "film", "series"}
)
"""Target types whose stories are invented unless something says otherwise."""

REAL: frozenset[str] = frozenset({"event", "person", "memoir", "non-fiction book", "article"})
"""Target types that are real, or books that report what is real."""

REPORTS: frozenset[str] = frozenset({"non-fiction book", "article"})
"""Books and articles that report; a memoir, an event and a person are what happened themselves."""

CHARACTERS = "characters"
"""The target's title where only the characters come from somewhere."""


class Predicate(StrEnum):
    """What a statement says of its subject.

    The first group speaks of the story; what a film continues is no remake, and FOLLOWED_BY is any of these four told
    from the other side (its `kind` says which). READ says how much of a record was looked at (its target names the
    part, its year the amount). The rest are plain facts, whose value is the target's title (a year's: the target's
    year), and SAME_AS, whose target's id is another source's identifier of the subject.
    """

    BASED_ON = "based_on"
    INSPIRED_BY = "inspired_by"
    REMAKE_OF = "remake_of"
    REMADE_AS = "remade_as"
    DEPICTS = "depicts"
    TRUE_STORY = "true_story"
    ORIGINAL_STORY = "original_story"
    PRESENTED_AS_TRUE = "presented_as_true"
    SEQUEL_OF = "sequel_of"
    PREQUEL_OF = "prequel_of"
    SPIN_OFF_OF = "spin_off_of"
    REBOOT_OF = "reboot_of"
    FOLLOWED_BY = "followed_by"

    READ = "read"
    TYPE = "type"
    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    ALSO_CALLED = "also_called"
    YEAR = "year"
    COUNTRY = "country"
    LANGUAGE = "language"
    GENRE = "genre"
    DIRECTOR = "director"
    CAST_MEMBER = "cast_member"
    WRITER = "writer"
    PART_OF_SERIES = "part_of_series"
    MAIN_SUBJECT = "main_subject"
    AWARD = "award"
    NOMINATION = "nomination"
    TRAILER = "trailer"
    SAME_AS = "same_as"


class Target(Struct, frozen=True, array_like=True):
    """What a statement points to: a work, an event, a person, or a plain value held in `title`.

    `id` is set only when it is certain which work or person of the catalogue (or item of Wikidata) is meant.
    """

    title: str | None = None
    type: TargetType | None = None
    creator: str | None = None
    year: int | None = None
    id: str | None = None


CONTINUES: frozenset[Predicate] = frozenset(
    {Predicate.SEQUEL_OF, Predicate.PREQUEL_OF, Predicate.SPIN_OFF_OF, Predicate.REBOOT_OF}
)
"""What says that a film goes on with the people or the world of an earlier one."""


class Statement(Struct, frozen=True, kw_only=True, array_like=True):
    """One thing that one or more sources say about one subject.

    `denied` is its polarity; `kind` qualifies a remake (official, loose, ...). The constructor raises ValueError
    without evidence: nothing is said by nobody.
    """

    subject: str
    predicate: Predicate
    target: Target = Target()
    denied: bool = False
    hedge: Hedge | None = None
    kind: str | None = None
    rank: Rank = "normal"
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a statement about {self.subject} without evidence")

    @property
    def id(self) -> str:
        """A hash of all that is said, in the source's own wording, and not of who says it: 16 hex digits."""
        target = msgspec.structs.asdict(self.target)  # by name: ids outlive the order of the fields
        said = (self.subject, self.predicate, target, self.denied, self.hedge, self.kind)
        return blake2b(msgspec.json.encode(said), digest_size=8).hexdigest()
