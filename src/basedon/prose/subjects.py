"""Whom a cue speaks of: the film, the film's source, or something else (a song, a series, a character)."""

from __future__ import annotations

from typing import Literal

from basedon.prose.patterns import compiled

Subject = Literal["film", "source", "other"]

# The words that may stand between a clause's subject and its cue; they are cut off to find the subject.
_JOINT = compiled(
    r"((?:[,(\s]|\b(?:and|but|is|was|are|were|be|been|being|has|had|have|also|itself|themselves|turn|in|part|it's|both|to|not"
    r"|n't|isn't|wasn't|reportedly|said|claimed|believed|rumou?red|thought|that|which|who|very|somewhat|more|less|a|an|the|its"
    r"|official|unofficial|uncredited|[a-z]+ly|as|well|serves|served|serving|first|second|third|fourth|fifth|sixth|latest|recent"
    r"|new|another|one|of|two|three|many|several|american|english-language|hollywood|film|screen|television|big-screen|cinematic"
    r"|close|faithful|loose|free|modern|musical|direct|shot-for-shot|scene-for-scene|sound|talking|colou?r|silent|feature"
    r"|feature-length|live-action|animated|screenplay|reboot|feature film|technicolor|updated|contemporary|fictionali[sz]ed"
    r"|fictional|partial|dramatic|dramati[sz]ed)\b)*)$",
    case=False,
)
_RELATIVE = compiled(r"\b(?:which|that|who|itself|in turn)\b", case=False)
_FINITE = compiled(r"\b(?:is|was|are|were|been|isn't|wasn't|it's|serves|served)\b", case=False)
_CLAUSE = compiled(
    r";|:\s|\s-\s|\x{2014}|, (?:and|but|while|although|though|whereas|yet|so) | (?:while|although|though|whereas|because|since) "
    r"|[^,] and (?:it|the film|the movie|the story) ",
    case=False,
)
_FILM = (
    r"(?:films?|movies?|pictures?|feature|screenplay|script|storyline|story|plot|production|short|documentary|biopic|drama|comedy"
    r"|thriller|western|telefilm|telemovie|screen story|teleplay|cartoon|narrative|events|scenario|premise|photoplay|adventure)"
)
_OTHER = (
    r"(?:novels?|books?|plays?|series|songs?|scores?|music|soundtracks?|theme|characters?|roles?|sequels?|titles?|name|games?|album"
    r"|opera|poem|memoir|article|franchise|costumes?|sets?|design|style|cinematography|dialogue|performance|scenes?|sequences?"
    r"|sitcom|show|ride|attraction|prequel|spin-off|novelization|novelisation|ballet|ending|opening|setting|episode|program"
    r"|programme|legend|lyrics|band|company|studio|manga|comics?|comic strip|tagline|poster|team|town|city|village|figure"
    r"|part|musical|version|adaptation|remake|person|man|woman|director|writer|screenwriter|author|shows)"
)
_FILM_FIRST = compiled(
    r"^(?:(?:however|in fact|additionally|also|today|reportedly|allegedly|supposedly|although|though|while|yes|no|well|indeed"
    r"|like [^,]{1,40}|in \d{4}|[^,]{1,60}),? )?"
    rf"(?:it|this|they|(?:the|this|both|his|her|their|its)(?: [\pL'-]+){{0,4}}? {_FILM})\b",
    case=False,
)
_FILM_LAST = compiled(rf"(?:\b(?:the|this) (?:[\pL'-]+ ){{0,3}}?{_FILM}|\bit)$", case=False)
_OTHER_LAST = compiled(rf"\b{_OTHER}$", case=False)
_OTHER_FIRST = compiled(
    rf"^(?:an?|the|another|several|two|his|her|their|other|various|some|\d{{4}}'s|in \d{{4}},? an?)"
    rf"(?: [\pL\pN'-]+){{0,5}}? {_OTHER}\b",
    case=False,
)
_PARTICIPLE = compiled(r"^(?:[A-Z][\pL-]*(?:ed|en|ing|ot|et) (?:[a-z]+ )?(?:by|in|for|at|from|as|on|and|entirely)|A |An |Set |Shot )")
_DEFINES = compiled(r"^[^;]{1,160}? (?:is|was|are) (?:an?|the|one of|[A-Z][\pL]+ [A-Z])", case=False)
_ELSEWHERE = compiled(
    r"\b(?:followed by|spawned|led to an?|sequels? (?:was|is|were)|novelization|television series (?:was|is|aired)"
    r"|soundtrack|(?:later|subsequently|also|then) (?:been )?(?:adapted|made|turned|developed) into|stage musical (?:was|opened)"
    r"|best known|nominated|won the|award for|previously|starred in|known for)\b",
    case=False,
)
_PLOT = compiled(r"\b(?:decides?|wants?|tries|attempts?|hired|agrees?|begins?|hopes?|sets out|plans?|going|asked) to(?: \w+)?$", case=False)
_NOT_THIS = compiled(
    r"\b(?:previous|earlier|another|other|later|subsequent|stage|upcoming|planned|several|many|numerous|television|radio|TV"
    r"|stage musical|prior|future|musical|Broadway)$",
    case=False,
)


def subject(sentence: str, at: int, film: str, sourced: bool, noun: bool = False) -> Subject:
    """Whom the cue at the offset `at` speaks of.

    `sourced` says that an earlier cue of the sentence named a source, `noun` that the cue is a noun ("adaptation of").
    """
    before = sentence[:at].rstrip()
    if _PLOT.search(before):
        return "other"
    defined = _defined_here(before)
    if noun and not defined and _NOT_THIS.search(before):
        return "other"
    joint = _JOINT.search(before)
    cut = joint.start() if joint else len(before)
    own = _own(before, film)
    cut = max(cut, own)  # words of the title are no part of the joint
    between, stem = before[cut:], before[:cut].rstrip(" ,(\"'")
    if not stem:
        return "film" if not noun or not sentence[:at].strip() or _noun_opens(sentence[at:]) else "other"
    if _RELATIVE.search(between):
        if sourced:
            return "source"
        return "other" if _OTHER_LAST.search(stem) and not defined else _clause(stem, film, sourced)
    if not _FINITE.search(between) and _OTHER_LAST.search(stem) and not defined:
        return "source" if sourced else "other"
    return _clause(stem, film, sourced)


def _clause(stem: str, film: str, sourced: bool) -> Subject:
    """Judges by the subject of the clause that the stem ends with, then by that of the whole sentence."""
    start = 0
    for match in _CLAUSE.finditer(stem):
        start = match.end()
    clause, whole = stem[start:].strip(" ,(\"'"), stem.strip(" ,(\"'")
    if _FILM_LAST.search(whole):
        return "film"
    for part in dict.fromkeys((clause, whole)):
        if _own(part, film) or _FILM_FIRST.search(part):
            return "other" if _ELSEWHERE.search(part) else "film"
        if _OTHER_FIRST.search(part) and not _PARTICIPLE.search(part):
            return "source" if sourced else "other"
        if _PARTICIPLE.search(part):
            return "other" if _ELSEWHERE.search(part) else "film"
    return "film" if _DEFINES.search(whole) and not _ELSEWHERE.search(whole) and not whole.startswith("The ") else "other"


def _own(part: str, film: str) -> int:
    """Where the film's own title ends that the part begins with; 0 if it doesn't."""
    low, title = part.casefold(), film.casefold()
    for article in ("the ", "a ", "an "):
        title = title.removeprefix(article)
    if not title:
        return 0
    for lead in ("", "the ", "a ", "an ", '"', "the film ", "the movie "):
        if low.startswith(lead + title):
            return min(len(part), len(lead) + len(title))
    return 0


def _defined_here(before: str) -> bool:
    """Whether the noun before the cue is what the sentence says the film is: "X is a 1953 American *musical* based on"."""
    match = _DEFINES.search(before)
    if match is None or len(before) - match.end() > 90:
        return False
    rest = before[match.end() :]
    return not any(mark in rest for mark in (",", " in ", " of ", " by ", " about ", " with ", " for "))


_OPENS = compiled(rf"^[^;]*?, (?:it|this|the (?:[\pL'-]+ ){{0,3}}?{_FILM}|[A-Z])", case=False)
_OTHER_VERB = compiled(r"^[^,;]* (?:was|is|were|has|had|premiered|aired|opened|appeared|starred) ")


def _noun_opens(rest: str) -> bool:
    """Whether a sentence that opens with "An adaptation of X" goes on to name the film, and is not about some other one."""
    return _OTHER_VERB.search(rest) is None
