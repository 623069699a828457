"""Whom a cue speaks of: the film, the film's source, or something else (a song, a series, a character)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from basedon.prose.patterns import Match, Pattern, compiled, either
from basedon.prose.places import COUNTRIES

Subject = Literal["film", "source", "thing", "other"]
"""`thing`: the film, or something in it ("a film about submarine warfare | based on", "a sinking ship | based on")."""

Wording = Literal["verb", "noun", "other"]

_FILM = (
    r"(?:films?|movies?|pictures?|feature|action|epilogue|postscript|title cards?|end titles|closing titles|captions?"
    r"|screenplay|script|storyline|story|plot|production|short|documentary"
    r"|biopic|drama|comedy"
    r"|thriller|western|telefilm|telemovie|screen story|teleplay|cartoon|narrative|events|scenario|premise"
    r"|photoplay|adventure)"
)
_OTHER = (
    r"(?:novels?|books?|plays?|series|songs?|scores?|music|soundtracks?|theme|characters?|roles?|sequels?|titles?"
    r"|name|games?|album"
    r"|opera|poem|memoir|article|franchise|costumes?|sets?|design|style|cinematography|dialogue|performance"
    r"|scenes?|sequences?"
    r"|sitcom|show|ride|attraction|prequel|spin-off|novelization|novelisation|ballet|ending|opening|setting"
    r"|episode|program"
    r"|programme|legend|lyrics|band|company|studio|manga|comics?|comic strip|tagline|poster|team|town|city"
    r"|village|figure"
    r"|part|musical|version|adaptation|remake|person|man|woman|director|writer|screenwriter|author|shows)"
)
# What may stand between a subject and its cue: "The film | is very loosely".
_JOINT = compiled(
    r"((?:[,(\s]|\b(?:and|but|is|was|are|were|be|been|being|has|had|have|also|itself|themselves|turn|in|part|both"
    r"|to|not|n't|isn't"
    r"|wasn't|said|claimed|believed|rumou?red|thought|that|which|who|very|somewhat|more|as|well|serves|served"
    r"|serving|considered"
    r"|marketed|billed|sometimes|[a-z]+ly|more or less|still|later|then|ultimately|actually)\b)*)$",
    case=False,
)
_NATIONS = either(COUNTRIES).lower()
# And before a cue that is a noun: "It is | the second American film" adaptation of.
_NOUN_JOINT = compiled(
    r"((?:[\s\"-]|\b(?:an?|the|its|his|her|their|[a-z]+ly|official|unofficial|uncredited|first|second|third"
    r"|fourth|fifth|sixth|seventh"
    rf"|latest|recent|new|one|of|two|three|four|five|several|many|{_NATIONS}"
    r"|[a-z]+-language|hollywood|bollywood|film|screen|television|big-screen|cinematic|close|faithful|loose|free"
    r"|modern|musical"
    r"|direct|shot-for-shot|scene-for-scene|frame-for-frame|sound|talking|talkie|colou?r|silent|feature"
    r"|feature-length|live-action"
    r"|animated|technicolor|updated|contemporary|fictionali[sz]ed|fictional|partial|dramatic|dramati[sz]ed"
    r"|re-imagined|modernized"
    r"|modernised|hindi|tamil|telugu|indian|western|comedy|drama|low-budget|full-length|straight|more|\d{4}|and"
    r"|reboot|sequel)\b)*)$",
    case=False,
)
_RELATIVE = compiled(r"\b(?:which|that|who|itself|in turn)\b", case=False)
_WHO = compiled(r"\bwho\b", case=False)
_FINITE = compiled(r"\b(?:is|was|are|were|been|isn't|wasn't|serves|served)\b", case=False)
_TOO = compiled(r"^[\s,]*(?:and|but)\b", case=False)
_CLAUSE = compiled(
    r";|:\s|\s-\s|\x{2014}|, (?:and|but|while|although|though|whereas|yet|so) | (?:while|although|though|whereas"
    r"|because|since) "
    r"|[^,] and (?:it|the film|the movie|the story) ",
    case=False,
)
_FILM_FIRST = compiled(
    r"^(?:(?:however|in fact|additionally|also|today|although|though|while|yes|no|well|indeed|like [^,]+|in \d{4}"
    r"|[a-z]+ly"
    r"|according to [^,]+|[^,]+),? )?"
    rf"(?:it|this|they|(?:the|this|both|his|her|their|its|a|[\pL.]+(?:'s|s'))(?: [\pL'-]+)*? {_FILM})\b",
    case=False,
)
_FILM_LAST = compiled(
    rf"(?:\b(?:the|this|(?:[\pL.]+(?:'s|s'))) (?:[\pL'-]+ )?(?:[\pL'-]+ )?(?:[\pL'-]+ )?{_FILM}|\bit)$", case=False
)
_OTHER_LAST = compiled(rf"\b{_OTHER}$", case=False)
_OF_FILM = compiled(rf"\b{_OTHER} of (?:the|this) (?:[\pL'-]+ )?{_FILM}$", case=False)  # "the title of the film"
_DEFINED_OTHER = compiled(
    r"^[\"')]* (?:is|was) an? (?:[\pL\pN'-]+ )*?(?:songs?|single|album|novel|novella|poem|band|video game|book)\b",
    case=False,
)
_THING_LAST = compiled(r"(?:^| )[a-z][a-z-]+$")  # "a sinking ship | based on"
_FILM_END = compiled(rf"\b{_FILM}$", case=False)
_OTHER_FIRST = compiled(
    r"^(?:an?|the|another|several|two|his|her|their|other|various|some|(?:later |also )?in \d{4},? an?)"
    rf"(?: [\pL\pN'-]+)?(?: [\pL\pN'-]+)?(?: [\pL\pN'-]+)?(?: [\pL\pN'-]+)? {_OTHER}\b",
    case=False,
)
_PARTICIPLE = compiled(
    r"^(?:(?:[A-Z][a-z]*ly |Co-)?[A-Za-z][a-z-]*(?:ed|en|ing|ot|et) (?:and [a-z-]+ )?(?:(?:up)?on|[a-z]+ )?(?:by"
    r"|in|for|at|from|as|on|to|upon"
    r"|entirely|the|[A-Z])|Set |Shot |Made |An? (?:film|modern|loose|remake|fictional|[a-z-]+ film))"
)
_DEFINES = compiled(r"^[^;]+? (?:is|was|are) (?:an?|the|one of|[A-Z]\pL+ [A-Z])", case=False)
_DATED_FILM = compiled(rf"^The [^,;]+? is an? \d{{4}} [^,;]*?{_FILM}\b", case=False)
_ELSEWHERE = compiled(
    r"\b(?:followed by|spawned|led to an?|sequels? (?:was|is|were)|novelization|television series (?:was|is|aired)"
    r"|soundtrack|(?:later|subsequently|also|then) (?:been )?(?:adapted|made|turned|developed) into|stage musical"
    r" (?:was|opened)"
    r"|best known|nominated|won the|award for|previously|starred in|known for|inspired the|reminiscent|not to be"
    r" confused)\b",
    case=False,
)
_PLOT = compiled(
    r"\b(?:decides?|wants?|tries|attempts?|hired|agrees?|begins?|hopes?|sets out|plans?|going|asked|trying|rights"
    r"|commissioned)"
    r" to(?: \w+)?$",
    case=False,
)
# Before a noun, and outside the definition of the film: this is some other one.
_NOT_THIS = compiled(
    r"\b(?:previous|earlier|another|other|later|subsequent|stage|upcoming|planned|several|many|numerous"
    r"|television|radio|TV|prior"
    r"|future|Broadway|opera|1\d\d\d|20\d\d|proposed|all|any|most|best|two|three|four|five)$",
    case=False,
)
_STRAYS = (",", " in ", " of ", " by ", " about ", " with ", " for ")


# What is said of something else than this film, however the sentence begins.
_BE = r"(?:is|was|were|are) (?:[a-z]+ly |also )?$"
_ANOTHERS = compiled(
    rf"\bwhose (?:[\pL'-]+ ){{1,3}}{_BE}|\b(?:unlike|like|as with) [^,;]+, (?:which|who|that) {_BE}"
    rf"|\bthe (?:film|movie|play) within the (?:film|movie|play) {_BE}|\b(?:best|award|prize) (?:[\pL-]+ ){{0,3}}$"
    rf"|\bcompared\b[^.;]*$"
    rf"|\bthe (?:first|previous|earlier|original|second) (?:film|movie|one|part) {_BE}"
    rf"|(?:\b(?:his|her|their|its)|'s) (?:other|last|next|previous|earlier) (?:film|hit|movie|picture|work)"
    rf"[^;]*? {_BE}",
    case=False,
)
_ANOTHERS_WORDS = (
    "whose", "like ", "s with", "within", "best", "award", "prize", "compared", "first", "previous", "earlier",
    "original", "second", "other", "last", "next",
)  # fmt: skip
"""Of which one stands in whatever _ANOTHERS matches."""

_NEAR = 200  # characters before a cue that are looked at for it


def subject(sentence: str, at: int, film: str, sourced: bool, wording: Wording = "verb") -> Subject:
    """Whom the cue at the offset `at` speaks of.

    `sourced` says that an earlier cue of the sentence named a source. `wording` is what kind of word the cue is: a verb
    that may follow its noun ("film based on"), a noun ("adaptation of"), or another.
    """
    before = sentence[:at].rstrip()
    noun = wording == "noun"
    near = sentence[max(0, at - _NEAR) : at]
    if any(word in near for word in _ANOTHERS_WORDS) and _ANOTHERS.search(near):
        return "other"
    if " to" in before[-24:] and _PLOT.search(before):
        return "other"
    own = _own(before, film)
    defined = _defined_here(before)
    if noun:
        if not defined and _NOT_THIS.search(before):
            return "other"
        before = before[: max(own, _cut(_NOUN_JOINT, before))].rstrip()
        if not before:
            return "film" if _noun_opens(sentence[at:]) else "other"
    cut = max(own, _cut(_JOINT, before))  # words of the title are no part of the joint
    between, stem = before[cut:], before[:cut].rstrip(" ,(\"'")
    if not stem or stem in ("The", "Its"):
        return "film"
    if between and _WHO.search(between):
        return "source" if sourced else "other"
    if between and _RELATIVE.search(between):
        if sourced:
            return "source"
        return "other" if _OTHER_LAST.search(stem) and not defined else _clause(stem, film, sourced)
    if sourced and (between and _TOO.search(between)) and not _FINITE.search(_clause_of(stem)):
        return "film"
    participle = (
        wording == "verb"
        and not (between and _FINITE.search(between))
        and not (between and _TOO.search(between))
        and not between.lstrip().startswith(",")
    )
    if participle and not defined and not _FILM_END.search(stem):
        if _OTHER_LAST.search(stem):
            return "source" if sourced else "other"
        if _THING_LAST.search(stem) and _clause(stem, film, sourced) == "film":
            return "thing"
    return _clause(stem, film, sourced)


def _clause(stem: str, film: str, sourced: bool) -> Subject:
    """Judges by the subject of the clause that the stem ends with, then by that of the whole sentence."""
    clause, whole = _clause_of(stem), stem.strip(" ,(\"'")
    if _OF_FILM.search(whole) or _DEFINED_OTHER.search(whole[_own(whole, film) :] if _own(whole, film) else ""):
        return "other"
    if _FILM_LAST.search(whole) or (film and _ends_with(whole, film)):
        return "film"
    for part in dict.fromkeys((clause, whole)):
        if _own(part, film) or _names_film(part):
            return "other" if _ELSEWHERE.search(part) else "film"
        other = _OTHER_FIRST.search(part)
        if (
            other
            and not _PARTICIPLE.search(part)
            and not any(stray in (other.group() or "") for stray in (" in ", " of ", " by "))
        ):
            return "source" if sourced else "other"
        if _PARTICIPLE.search(part) and not part[:1].islower():
            return "other" if _ELSEWHERE.search(part) else "film"
    defined = _DEFINES.search(whole) and (not whole.startswith("The ") or _DATED_FILM.search(whole))
    return "film" if defined and not _ELSEWHERE.search(whole) else "other"


def _names_film(part: str) -> bool:
    """Whether the part begins with the film: "It", "The film", and no other noun between."""
    found: Match | None = _FILM_FIRST.search(part)
    if found is None:
        return False
    named, rest = found.group() or "", part[found.end() :]
    if rest.startswith(("'s ", "' ")):  # "The film's script" is the film, its title or its score is not
        return _OWNED.match(rest) is not None
    if " of " in named and not _FILM_OF.search(named):
        return False
    return not _OTHER_FIRST.search(named)


_OWNED = compiled(rf"^(?:'s|') (?:[\pL-]+ )*?{_FILM}\b", case=False)
_FILM_OF = compiled(rf"\b{_FILM} (?:[a-z]+ )?of\b", case=False)


def _clause_of(stem: str) -> str:
    start = 0
    for match in _CLAUSE.finditer(stem):
        start = match.end()
    return stem[start:].strip(" ,(\"'")


_JOINT_REACH = 120  # characters; no joint is longer


def _cut(joint: Pattern, before: str) -> int:
    tail = max(0, len(before) - _JOINT_REACH)
    found = joint.search(before[tail:])
    return tail + found.start() if found else len(before)


@lru_cache(maxsize=64)
def _bare(film: str) -> str:
    title = film.casefold()
    for article in ("the ", "a ", "an "):
        title = title.removeprefix(article)
    return title


_LEAD_IN = len('"the film the ')  # the most that stands before a title that a part begins with


def _own(part: str, film: str) -> int:
    """Where the film's own title ends that the part begins with; 0 if it doesn't."""
    title = _bare(film)
    low = part[: len(film) + _LEAD_IN].casefold()
    if not title or title not in low:
        return 0
    for lead in ("", "the ", "a ", "an ", '"', "the film ", "the movie ", '"the '):
        end = len(lead) + len(title)
        follows = part[end : end + 3]
        owner = follows.startswith("'s ") and not _OWNED.match(part[end:])  # "X's title"
        if low.startswith(lead + title) and not follows[:1].isalnum() and not owner:
            return min(len(part), end)
    return 0


def _ends_with(part: str, film: str) -> bool:
    title = _bare(film)
    return len(title) > 3 and part.casefold().endswith((", " + title, ", the " + title, ", a " + title))


def _defined_here(before: str) -> bool:
    """Whether the noun before the cue is what the sentence says the film is: "X is a 1953 *musical* based on"."""
    match = _DEFINES.search(before)
    if match is None or len(before) - match.end() > 90:
        return False
    rest = before[match.end() :]
    return not any(stray in rest for stray in _STRAYS)


_OTHER_VERB = compiled(r"^[^,;]* (?:was|is|were|has|had|premiered|aired|opened|appeared|starred) ")


def _noun_opens(rest: str) -> bool:
    """Whether a sentence that opens with "An adaptation of X" goes on to name the film."""
    return _OTHER_VERB.search(rest) is None
