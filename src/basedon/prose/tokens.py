"""Words and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

MOST = 400
"""Words read of one sentence; a sentence of 2,000 characters seldom has more."""

# Marks that sit on a letter, which Python counts to no word: accents apart, vowel signs of Indic and other scripts.
_SIGNS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0980-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c82\u0c83"
    "\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u20d0-\u20ff\u3099\u309a"
)
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0410-\u042f]"
# Run by Python's own engine, four times as fast here: every step of it is decided by the next character, so that there
# is nothing to go back over.
_TOKEN = re.compile(
    rf"(?:{_CAPITAL}\.){{1,5}}(?:{_CAPITAL}\b)?"  # initials: J. R. R., U.S., N.W.A
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|Lt|Col|Gen|Capt|Sgt|Prof|Rev|Gov|Sen|Bros|Inc|Vol|vs|Mt|Ft)\."
    rf"|(?:[^\W_]|[$#])[^\W_{_SIGNS}]*(?:[{_SIGNS}]+[^\W_{_SIGNS}]*)*"
    rf"(?:['\u2010\u2011\u2013&/-][^\W_][^\W_{_SIGNS}]*(?:[{_SIGNS}]+[^\W_{_SIGNS}]*)*|[.,:]\d+)*(?:'|&)?"
    r"|\.\.\.|[^\s]"
)


class Token(NamedTuple):
    """A word or a mark: its text, and where it starts and ends in the sentence."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it may begin a name or a title: "Zola", "d'Arcy", "deMille", "13th" may, "novel" may not."""
        first = self.text[0]
        return (
            first.isupper() or first.isdigit() or (first.islower() and not self.text.islower() and "-" not in self.text)
        )

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, and no mark."""
        return self.text[0].isalnum() or self.text[0] in "$#"


def tokens(sentence: str) -> list[Token]:
    """The first words and marks of a sentence (made plain before)."""
    return [Token(match.group(), match.start(), match.end()) for match in islice(_TOKEN.finditer(sentence), MOST)]
