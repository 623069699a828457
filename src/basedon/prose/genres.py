"""Reads what a genre says of a film: "a biographical film about X", "a documentary on the Y riots"."""

from __future__ import annotations

from typing import NamedTuple

from basedon.model.statement import Target
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.phrases import Context, word_at
from basedon.prose.targets import read_about

_FILM = (
    r"(?:films?|movies?|pictures?|feature|features|short|shorts|documentary|drama|miniseries|musical|biopic"
    r"|docudrama|telefilm)"
)
# The genre must be what the sentence says the film is: "X is a 2016 American | biographical film".
_DEFINED = compiled(
    r"^(?:[^;]+? )?(?:is|was|are|being|as) (?:an?|the|one of the|[A-Z][\pL]+ [A-Z][\pL]+'s?|\d{4})"
    r"(?: [\pL\pN'\"\x{2013}&/,-]+)*[ \x{2013}\"-]*$|^(?:[Tt]his|[Tt]he)(?: [\pL\pN-]+)* $"
)
# Not the film but what its people watch or make: "who think that the show is a documentary".
_SOMEBODY_ELSE = compiled(r"\b(?:who|whose|thinks?|believes?|makes?|making|follows|depicts|tells) ", case=False)
_IN_NAME_ONLY = compiled(r"^ ?[^,.;]{0,40}\b(?:in name only|about nobody)", case=False)
_FICTIONAL = compiled(r"^(?:the |an? )?(?:fictional|fictitious|imaginary|invented|made-up) ", case=False)
_MOCK = compiled(
    r"\b(?:presented|styled|filmed|shot|framed|told|done|masquerading|structured|disguised|mock|fake|pseudo|faux|fictional|fictitious|style|spoof|parody|satirical|about|by|of|from|with|directed"
    r"|starring)\b[ -]?",
    case=False,
)
_NOT_GENRE = compiled(
    r"^(?:-style|-like|s\b| ?(?:film-?)?makers?\b| ?filmmakers?\b| ?crew\b| ?directors?\b| style\b| elements?\b|"
    r" series about| novel| book| article| footage| techniques?)",
    case=False,
)
_NAMES = r"(?:\p{Lu}[\pL.'-]*(?:,? and|,| de| von| van| &)? )+"
_ABOUT = compiled(
    rf"^(?:[\pL\pN'/-]+ )*?{_FILM},?(?: (?:and|or) \w+ {_FILM})?,? "
    rf"(?:(?:(?:directed|produced|written|made|released|created|co-directed)(?: and [a-z-]+)? )?by {_NAMES})?"
    r"(?:which |that |and )?(?:is |was )?(?:loosely )?"
    r"(?:about|on|of|based on|depict(?:ing|s)|follow(?:ing|s)|profil(?:ing|es)|concerning|focus(?:ing|ed|es) on"
    r"|cover(?:ing|s)"
    r"|chronicl(?:ing|es)|examin(?:ing|es)|explor(?:ing|es)|cent(?:er|re)(?:ing|ed|s) (?:on|around)|tell(?:ing|s)"
    r"|document(?:ing|s)|recount(?:ing|s)|dramati[sz](?:ing|es)|portray(?:ing|s)|detail(?:ing|s)|present(?:ing|s)) "
)
_PHRASE = compiled(r"^(?:the |a |an )?[\pL\pN' -]+")
_NO_THEME = lexicon(
    "and or but his her their its my our your the a an who which that on about of by in to for with from this these"
    " those public american african various several"
)
_ARTICLES = frozenset({"the", "a", "an"})
_CUT = compiled(
    r" (?:who|which|that|directed|written|produced|by|and|starring|narrated|as|where|from|in|with|for|is|was"
    r"|during|through) "
)


class Genre(NamedTuple):
    """A genre that the film is said to be of; what it is about (None when not said), and the offset after that."""

    target: Target | None
    end: int


def read_genre(context: Context, start: int, end: int) -> Genre | None:
    """The genre word from `start` to `end`, if the sentence says that the film is of it."""
    sentence = context.sentence
    before = sentence[max(0, start - 220) : start]
    if (
        _SOMEBODY_ELSE.search(before)
        or not _DEFINED.search(before)
        or _MOCK.search(_after_verb(before))
        or _NOT_GENRE.search(sentence[end : end + 24])
    ):
        return None
    if _IN_NAME_ONLY.search(sentence[end : end + 60]):
        return None
    about = _ABOUT.match(sentence[start : start + 360])
    if about and _FICTIONAL.match(sentence[start + about.end() : start + about.end() + 40]):
        return None
    if about is None:
        return Genre(None, end)
    at = word_at(context.words, start + about.end())
    found = read_about(context, at)
    if found:
        return Genre(found.target, found.end)
    if "documentary" not in sentence[start : start + 60] or at >= len(context.words):
        return Genre(None, end)
    offset = context.words[at].start
    theme = _PHRASE.match(sentence[offset : offset + 80])
    if theme is None or context.words[at].text[0].isdigit():  # "of 225 minutes"
        return Genre(None, end)
    text = theme.group() or ""
    cut = _CUT.search(text)
    text = (text[: cut.start()] if cut else text).strip()
    first, last = text.split(" ")[0].lower(), text.split(" ")[-1].lower()
    if first in _NO_THEME - _ARTICLES or last in _NO_THEME or len(text) < 4 or (" " not in text and text.islower()):
        return Genre(None, end)
    return Genre(Target(title=text, type="other"), offset + len(text)) if len(text.split()) <= 8 else Genre(None, end)


_VERB = compiled(r" (?:is|was|are|being) ")


def _after_verb(before: str) -> str:
    last = 0
    for match in _VERB.finditer(before):
        last = match.end()
    return before[last:]
