"""The words of posts made plain before they are read, and which of them may be shown: no slurs, nothing private."""

from __future__ import annotations

import html
import re
import unicodedata

from basedon.prose.patterns import compiled, lexicon

LONGEST = 10_000
"""Characters of a post that are read."""

# What is not seen but parts or turns words: zero-width signs, marks of direction, tags, controls; each step is one
# sign.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\uf8ff\U000e0000-\U000e0fff]+"
)
_FANCY = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e\u24b6-\u24e9]")
"""Letters in mathematicians' and other finery, which some write whole posts in."""

_STACKED = re.compile("[\u0300-\u036f\u0489\u20d0-\u20ff]{3,}")
_TAG = compiled(r"<[a-zA-Z/!][^<>]*>")
_END = compiled(r"<(?:/p|br|/div|/li|p)\b[^<>]*>", case=False)

_ADDRESS = compiled(
    r"(?:https?://|www\.)[^\s<>]+|[^\s<>@＠]+[@＠][^\s<>@＠]+\.[^\s<>@＠]+|"
    r"[\pL\pN][\pL\pN-]*\.(?:(?:com|org|net|io|co|tv|me|ly|be|gg|app|de|fr|ru|jp|uk|br|it|es|nl|tr)\b|рф|中国)[^\s]*",
    case=False,
)
_HANDLE = compiled(r"[@＠][\pL\pM\pN_.-]+|(?:^|[^\pL\pN_/])/?[ur]/[\pL\pN_-]+", case=False)
_NUMBER = compiled(r"[+(]*\p{Nd}[\p{Nd}\s()./-]{6,}\p{Nd}")
_LINK = compiled(r"\[([^\[\]]*)\]\([^()\s]*\)")
_SPACES = re.compile(r"\s+")

_SLURS = lexicon(
    "nigger niggers nigga niggas faggot faggots fag fags dyke dykes kike kikes spic spics chink chinks gook gooks "
    "wetback wetbacks tranny trannies retard retards retarded coon coons raghead ragheads towelhead paki "
    "pakis beaner beaners "
    "shemale shemales whore whores slut sluts cunt cunts rape raped rapist kys negro negroes gypsy gypsies mongoloid "
    "spastic pajeet zipperhead jap japs tard libtard libtards maricon maricón puta putas bougnoule kanake "
    "negerin schwuchtel"
)
_UNFIT = re.compile(r"[^\W\d_]+")


def cleaned(text: str) -> str:
    """The text as people see it: without markup and signs that aren't seen, in plain letters, cut where it is too
    long."""
    text = text[: 4 * LONGEST]
    if "<" in text and ">" in text:
        text = _TAG.sub("", _END.sub("\n", text)) if _TAG.search(text) else text
    if "&" in text:
        text = html.unescape(text)
    if not (text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable())):
        text = _UNSEEN.sub("", text)
        if _FANCY.search(text):
            text = unicodedata.normalize("NFKC", text)
        if not text.isascii():
            text = _STACKED.sub("", unicodedata.normalize("NFC", text))
    return text[:LONGEST]


def bare(text: str) -> str:
    """The text on one line without addresses, handles, numbers that may be phones, and links but for their words."""
    text = _LINK.sub(r"\1", text)
    for private in (_ADDRESS, _HANDLE, _NUMBER):
        text = private.sub(" \x02 ", text)  # re2 takes plain letters only for what it puts in
    return _SPACES.sub(" ", text).replace("\x02", "…").strip(" …")


def may_be_shown(text: str, shortest: int = 25, longest: int = 320) -> bool:
    """Whether a bare text is one to show: no slur, not shouted, of some length, mostly words."""
    if not shortest <= len(text) <= longest or "…" in text or text.startswith(">"):
        return False
    words = [word.lower() for word in _UNFIT.findall(text)]
    if len(words) < 4 or _SLURS.intersection(words):
        return False
    letters = sum(map(len, words))
    return letters >= 0.6 * len(text) and sum(c.isupper() for c in text) < 0.5 * letters
