"""Reads who directed a film off the first sentences of a lead; none rather than a doubtful name."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.prose.names import name_text, read_name
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.phrases import word_at
from basedon.prose.tokens import Token, tokens

SENTENCES = 4
"""How many sentences may name the director."""

_CRAFT = (
    r"(?:co-)?(?:written|produced|edited|starring|narrated|shot|filmed|scripted|scored|created|photographed"
    r"|hosted|animated"
    r"|choreographed|conceived|composed|starred|cowritten|designed|executive produced|storyboarded)"
)
_DIRECTED = compiled(
    rf"\b(?:{_CRAFT}(?:,? and|,) )*(?:co-)?directed(?:(?:,? and|,) {_CRAFT})*(?: for [^,;.]+?)?"
    r" by(?:(?:, written by)?,? (?:and )?(?:co-)?(?:starring|stars|featuring))? ",
    case=False,
)
_BY = compiled(r"\b(?:film|movie|documentary|short) (?:made )?by (?:director |filmmaker )?", case=False)
_DEBUT = compiled(r"\bdirectorial debut of (?:[a-z-]+ )*", case=False)
# "a 1941 film that was directed by": of this film, where none of these words brings in another.
_OF_THIS = compiled(r"(?:that|which)$")
_BRINGS_IN = compiled(
    r"\b(?:based|remake|sequel|prequel|adapt\pL*|play|novel|book|original|version|inspired|series|episode)\b",
    case=False,
)
_SURNAMES = lexicon("English French German Welsh Irish Ireland Holland England London Paris")
_ROLES = lexicon(
    "director filmmaker film-maker actor actress animator comedian screenwriter writer creator producer duo team"
    " brother brothers sister"
    " sisters newcomer debutant artist documentarian cinematographer playwright musician directors filmmakers"
    " native film stage music"
    " theatre television comic writer-director founder co-founder veteran"
    " Frenchman Englishman Irishman Dutchman Welshman Scotsman Canadian-born American-born British-born"
)
_OTHER_FILM = compiled(
    r"\b(?:which|that|who|also|previously|version|remake|original|sequel|shorts?|episodes?|films|another|based on"
    r" [^,]*)$",
    case=False,
)
_SUBJECT = compiled(
    r"^(?:It|They|The (?:[a-z-]+ )*(?:film|movie|picture|drama|comedy|western|musical|documentary|short"
    r"|production|feature|serial|special|film version)|This|Both"
    r"|Directed|Written|Produced|Co-|Created|Shot|Filmed|Set|Released|Distributed|Starring|Based|Adapted|A )"
)
_COMPANY = compiled(
    r"(?:Pictures|Studios?|Productions?|Entertainment|Films?|Company|Bros\.?|Corporation|Animation|Media|Group"
    r"|Television)$"
)
_FIRM = compiled(r"(?:Inc|Ltd|LLC|Productions|Pictures|Entertainment|Corporation)\.?$")
_AFTER = lexicon(
    "and from starring based for whose in who with which that about on , . ; ( ) as at to it he she produced"
    " written featuring"
    " adapted released using after following set under the shot is was stars"
)
_MOST = 12


def read_directors(sentences: Sequence[str]) -> tuple[str, ...]:
    """The directors that the first sentences of a lead (made plain) name; a lone surname is filled up."""
    called = sentences[0].partition(" is ")[0].partition(" (")[0] if sentences else ""
    for number, sentence in enumerate(sentences):
        if number and not _SUBJECT.match(sentence) and not (called and sentence.startswith(f"{called} was directed")):
            continue
        names = _of_sentence(sentence, first=number == 0)
        if names:
            return tuple(_full(name, sentences) for name in names)
    return ()


def _of_sentence(sentence: str, first: bool) -> tuple[str, ...]:
    words: list[Token] = []
    for pattern in (_DIRECTED, _DEBUT, _BY) if first else (_DIRECTED, _DEBUT):
        for match in pattern.finditer(sentence):
            before = sentence[max(0, match.start() - 60) : match.start()].rstrip()
            before = before.removesuffix(" was").removesuffix(" were").rstrip(" ,")
            this = _OF_THIS.search(before) and not _BRINGS_IN.search(sentence[: match.start()])
            if not this and _OTHER_FILM.search(before):
                continue
            words = words or tokens(sentence)
            offset = match.end()
            names = _list(sentence, words, _past_roles(words, word_at(words, offset)))
            doubtful = pattern is _BY and names and (_COMPANY.search(names[0]) or " " not in names[0])
            if names and not doubtful and not _FIRM.search(names[0]):
                return names
    return ()


def _past_roles(words: Sequence[Token], at: int) -> int:
    """The word after "Hong Kong film director", "actor and comedian", "the duo"; `at` itself where no role stands."""
    past = at
    for here in range(at, min(at + 9, len(words))):
        word = words[here].text
        if word in _ROLES:
            past = here + 1
        elif not words[here].capital and word not in (
            "and",
            "the",
            ",",
            "of",
            "first-time",
            "then",
            "award-winning",
            "by",
            "famed",
        ):
            break
    return past + 1 if past < len(words) and words[past].text == "," and past > at else past


def _list(sentence: str, words: Sequence[Token], at: int) -> tuple[str, ...]:
    """The names of "A, B and C": a comma goes on only where an "and" closes the list. "Joel and Ethan Coen" are two."""
    names: list[str] = []
    while at < len(words) and len(names) < _MOST:
        end = read_name(words, at)
        if end == at + 1 < len(words) and words[end].text in _SURNAMES:
            end += 1  # "John English" is nobody's nationality
        if end == at or words[end - 1].text.endswith(("'s", "s'")):
            break
        following = words[end].text if end < len(words) else "."
        if following not in _AFTER and following != "&" and words[end].word and not words[end].text[0].islower():
            break
        if following in ('"', "'") or following in _ROLES:
            break  # a nickname that can't be read, or no name at all
        names.append(name_text(sentence, words, (at, end)))
        at = end
        if following == "," and end + 1 < len(words) and words[end + 1].text in ("and", "&"):
            following, at = "and", end + 1
        if following in ("and", "&"):
            second = read_name(words, at + 1)
            closes = second > at + 1 and (
                second >= len(words) or not words[second].word or words[second].text in _AFTER
            )
            if closes:
                names.append(name_text(sentence, words, (at + 1, second)))
            break
        if following != "," or not _goes_on(words, end + 1):
            break
        at = end + 1
    if len(names) > 1 and all(" " not in name for name in names[:-1]) and " " in names[-1]:
        surname = names[-1].split(" ", 1)[1] if names[-1].count(" ") == 1 else names[-1].rsplit(" ", 1)[1]
        names = [f"{name} {surname}" for name in names[:-1]] + names[-1:]
    return tuple(dict.fromkeys(names))


def _goes_on(words: Sequence[Token], at: int) -> bool:
    for _ in range(_MOST):
        end = read_name(words, at)
        if end == at or end >= len(words):
            return False
        if words[end].text == "," and end + 1 < len(words) and words[end + 1].text in ("and", "&"):
            end += 1
        if words[end].text in ("and", "&"):
            return read_name(words, end + 1) > end + 1
        if words[end].text != ",":
            return False
        at = end + 1
    return False


def _full(name: str, sentences: Sequence[str]) -> str:
    """A lone surname as the full name that the sentences give elsewhere: "directed by Seltzer"."""
    if " " in name:
        return name
    for sentence in sentences:
        words = tokens(sentence)
        at = 0
        while at < len(words):
            end = read_name(words, at)
            if end > at + 1 and words[end - 1].text == name:
                return name_text(sentence, words, (at, end))
            at = max(end, at + 1)
    return name
