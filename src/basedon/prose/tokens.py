"""Words and marks of a sentence with their offsets."""

from __future__ import annotations

from typing import NamedTuple

from basedon.prose.patterns import compiled

MOST = 400
"""Words read of one sentence; a sentence of 2,000 characters seldom has more."""

_TOKEN = compiled(
    r"(?:\p{Lu}\.){1,5}(?:\p{Lu}\b)?"  # initials: J. R. R., U.S., N.W.A
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|Lt|Col|Gen|Capt|Sgt|Prof|Rev|Gov|Sen|Bros|Inc|Vol|vs|Mt|Ft)\."
    r"|[\pL\pN$#][\pL\pM\pN]*(?:['\x{2010}\x{2011}\x{2013}&/-][\pL\pM\pN]+|[.,:]\pN+)*(?:'|&)?"
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
    found: list[Token] = []
    for match in _TOKEN.finditer(sentence):
        found.append(Token(match.group() or "", match.start(), match.end()))
        if len(found) >= MOST:
            break
    return found
