"""Reads who made a source: "by X", "X's novel", "the X novel"."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.prose.names import joined, name_text, read_name, read_names
from basedon.prose.nouns import PERSONS
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.phrases import Context, word_at
from basedon.prose.places import COUNTRIES
from basedon.prose.tokens import Token

_BY = compiled(
    r"^,?\s*(?:(?:(?:which|that) was |and )?(?:originally |first )?"
    r"(?:co-)?(?:written|created|penned|authored|composed|conceived|drawn|devised|developed|published) (?:in \d{4} )?)?"
    r"(?:and (?:illustrated|produced|directed|drawn|sung|performed|published) )?"
    r"by (?:the (?:late )?)?(?:team of )?",
    case=False,
)
# "British author", "Pulitzer Prize-winning playwright": a role before the name, which must end in small letters.
_ROLE_ENDINGS = tuple(
    lexicon(
        "er or ist ian wright ess ete ic ive man woman et list ers ors ists wrights agent pilot hero chef laureate"
        " brothers sisters star"
    )
)
_NO_ROLE = lexicon(
    "for after under over her other starring featuring with in from of which who that about as on at to written"
    " directed produced or before"
)
STUDIOS = lexicon(
    "Warner Paramount MGM Universal Columbia Fox RKO Disney Pixar DreamWorks Netflix Hollywood"
    " Harper Collier McClure Ladies Woman Reader Scribner"
)
_NO_MAKER = lexicon(
    "Broadway Off-Broadway New York Times Yorker Evening Post Saturday Marvel DC Comics Comic Pulitzer Tony Prize"
    " Award Disney"
    " Newbery Image Vertigo Dark Horse Nintendo Sega BBC NBC ABC CBS Fox HBO PBS Netflix Nickelodeon Hollywood"
    " West End London"
    " Ladies Home Journal Cosmopolitan Collier's Liberty Redbook Esquire Playboy Magazine Nobel Bollywood Silver"
    " Penguin"
    " American British English French German Italian Japanese Korean South Chinese Indian Canadian Australian"
    " Hong Kong Irish"
    " Spanish Russian Swedish Danish Norwegian Mexican Scottish Greek Roman Norse Hungarian Austrian Dutch Polish"
    " Israeli"
    " Brazilian Argentine Hindi Tamil Telugu Malayalam Kannada Bengali Western Gothic Victorian Civil War World"
    " Christmas"
    " Christian Jewish Biblical Grimm's Belgian Czech Finnish Turkish Taiwanese Filipino Thai Soviet Yiddish"
    " Latin Old Arabian"
    " Shakespearean Academy Emmy Academy Sanrio Mattel Hasbro Atari Capcom Konami Playhouse Theatre Studio One Hugo"
)


def read_by(context: Context, at: int) -> tuple[str, int] | None:
    """The creator that "by ..." at word `at` names, and the word after; several as "A, B and C"."""
    sentence, words = context.sentence, context.words
    start = words[at].start
    if " by " not in sentence[start - 1 : start + 80]:
        return None
    opening = _BY.match(sentence[start : start + 120])
    if opening is None:
        return None
    offset = start + opening.end()
    names, end = read_names(words, _past_roles(words, word_at(words, offset)))
    return (joined([name_text(sentence, words, name) for name in names]) or "", end) if names else None


def _past_roles(words: Sequence[Token], at: int) -> int:
    """The word where a name begins after what it describes: "former Secret Service agent | Ann Petrie"."""
    here = at
    while here < min(at + 12, len(words)):
        word = words[here]
        end = read_name(words, here) if word.capital else here
        named = end > here and not all(each.text in _NO_MAKER for each in words[here:end])
        described = named and _described(words, end)
        if named and not described:
            return here
        if (end == here and not (word.word or word.text == ",")) or word.text in _NO_ROLE:
            return at
        here = max(end, here + 1)
    return at


def _described(words: Sequence[Token], at: int) -> bool:
    """Whether a role and a further name follow: "Colorado | newspaper reporter Ann Petrie"."""
    for here in range(at, min(at + 5, len(words) - 1)):
        if not words[here].text.islower() or words[here].text in _NO_ROLE or words[here].text == "and":
            return False
        if _role(words[here].text) and words[here + 1].capital:
            return True
    return False


def _role(word: str) -> bool:
    """Whether a word in small letters says what a writer is."""
    return word.islower() and (word in PERSONS or word.endswith(_ROLE_ENDINGS))


def before_noun(context: Context, at: int, head: int, named: bool) -> str | None:
    """The creator named between the words `at` and `head`: "Richard Price's", "the 1888 Rudyard Kipling" (novella).

    Without a possessive only if `named`: a name before "film" is as often its star's. "his" is the maker named last.
    """
    words = context.words
    for here in range(head - 1, at - 1, -1):
        if words[here].capital and words[here].text.endswith(("'s", "s'")):
            owner = _owner(context, at, here)
            return None if owner in STUDIOS else owner
    if at < len(words) and words[at].text in ("his", "her"):
        return _last_maker(context, at)
    if not named:
        return None
    last = head - 1
    while last > at and not _named(words[last]):
        last -= 1
    first = last
    while first > at and _named(words[first - 1]):
        first -= 1
    if first - 1 > at and words[first - 1].text in ("and", "&") and words[first - 2].capital:
        return _owner(context, at, last)
    run = words[first : last + 1]
    if not 2 <= len(run) <= 4 or any(word.text in _NO_MAKER or word.text.isdigit() or "-" in word.text for word in run):
        return None
    return name_text(context.sentence, words, (first, last + 1)) if read_name(words, first) == last + 1 else None


def _named(word: Token) -> bool:
    return word.word and word.capital and not word.text[0].isdigit()


def title_before(context: Context, at: int, head: int) -> str | None:
    """The title that stands before its noun, and is no maker's, country's or medium's: "the Hitman video game"."""
    words = context.words
    last = head - 1
    while last >= at and not words[last].capital and words[last].text not in ("and", "&"):
        last -= 1
    if last < at or not words[last].capital:
        return None
    first = last
    while (
        first > at
        and not words[first - 1].text.endswith(("'s", "s'"))
        and (words[first - 1].capital or (words[first - 1].text in ("the", "of", "and", "&") and first - 1 > at))
    ):
        first -= 1
    run = words[first : last + 1]
    if not run or any(
        word.text in _NO_MAKER or word.text[0].isdigit() or word.text.endswith(("'s", "s'")) for word in run
    ):
        return None
    if any(word.text in STUDIOS or word.text in COUNTRIES for word in run):
        return None
    return context.sentence[run[0].start : run[-1].end]


def _last_maker(context: Context, at: int) -> str | None:
    """Whom "his own play" means: the name after the nearest "by" before, if it is but one."""
    words = context.words
    for here in range(at - 1, max(-1, at - 24), -1):
        if words[here].text in ("starring", "stars", "featuring", "who", "stars"):
            return None
        if words[here].text == "by":
            names, _ = read_names(words, here + 1)
            full = len(names) == 1 and names[0][1] - names[0][0] > 1
            return name_text(context.sentence, words, names[0]) if full else None
    return None


def _owner(context: Context, at: int, here: int) -> str | None:
    """The names that end in the possessive at word `here`: also both of "Kaufman and Ferber's"."""
    words = context.words
    first = here
    while first > at and words[first - 1].word:
        before = words[first - 1]
        if not before.capital and before.text not in ("de", "von", "van", "du", "la", "and", "&", "del", "der"):
            break
        first -= 1
    while first < here and not words[first].capital:
        first += 1
    names, end = read_names(words, first)
    while first < here and end != here + 1:
        first += 1
        names, end = read_names(words, first)
    return joined([name_text(context.sentence, words, name) for name in names]) if names else None
