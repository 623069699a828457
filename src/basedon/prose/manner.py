"""How a thing is said: denied, hedged, asked, or of what kind a remake is."""

from __future__ import annotations

from basedon.model.statement import Hedge
from basedon.prose.patterns import compiled

_REACH = 60
_DENIED = compiled(
    r"(?:\bnot|n't|\bnever|\bneither|\brather than|\binstead of|\bunlike|\bwithout|\bno|\bnor|\bnothing)"
    r"(?: (?:actually|really|in fact|directly|itself|being|been|be|a|an|the|billed|as|specifically|entirely|fully"
    r"|strictly"
    r"|necessarily|inspired by|based on|or|tell|to)){0,5} *$",
    case=False,
)
# Said of the whole clause: "the makers deny that it is", "hardly", "a myth that", "falsely marketed as".
_REFUTED = compiled(
    r"\b(?:den(?:y|ies|ied)|refut(?:e|es|ed)|disput(?:e|es|ed)|debunk(?:s|ed)?|disprov(?:es?|ed)|reject(?:s|ed)?"
    r"|hardly|scarcely|barely|far from|anything but|almost nothing|wrongly|falsely|mistakenly|erroneously|incorrectly"
    r"|myth|hoax|misconception|contrary to|none of|nothing to do with)\b[^,;.]*$",
    case=False,
)
# Said after it: "..., but it isn't", "..., but historians dispute this".
_TURNED = compiled(
    r"^[^.;]{0,80}?, (?:but|yet|though|although|however),? (?:it|this|that|they|the (?:film|story))"
    r" (?:isn't|is not|wasn't|was not|never was|is pure|was pure|is (?:entirely |purely )?fiction)",
    case=False,
)
_CONTESTED = compiled(
    r"^[^.;]{0,100}?, (?:but|though|although|yet) [\pL ]{2,40} (?:disput(?:es?|ed)|denie[sd]|deny|doubt(?:s|ed)?"
    r"|question(?:s|ed)?|contest(?:s|ed)?)\b",
    case=False,
)
_NO_EVIDENCE = compiled(r"\bno (?:evidence|proof|indication|record)\b[^,;]*$", case=False)
_ONLY = compiled(r"\bnot (?:only|just|merely)\b", case=False)
_DOUBT = compiled(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|said to|believed|thought|claimed|ostensibly"
    r"|apparently|probably"
    r"|possibly|may|might|reputedly|arguably|perhaps|seemingly|some say|believes?|thinks?|alleg(?:es?|ed)|theori[sz]ed?"
    r"|convinced|speculat(?:e|es|ed)|described as|consider(?:s|ed)?|regarded as|viewed as|seen as"
    r"|been called|often called|dubbed|rumou?rs?|could have been|assum(?:e|es|ed)|according to)\b[^,;.]*$",
    case=False,
)
_LOOSE = compiled(
    r"\b(?:loosely|freely|vaguely|broadly|roughly|remotely|somewhat|loose|free|tangentially|nominally|semi|fictional"
    r"|(?:highly |heavily |partly )fictionali[sz]ed)\b",
    case=False,
)
_PARTLY = compiled(r"\b(?:partly|partially|in part|in parts|partial)\b", case=False)
_SUPPOSED = compiled(
    r"\b(?:[Ii]f|[Ww]hether|may or may not|could be|would be|wonder(?:ed|ing|s)?|ask(?:ed|ing|s)?)\b[^,;]*$"
)
_ASKS = compiled(
    r"^[\"'(]*(?:(?:so|but|and|now|yes|no),? )?(?:is|was|are|were|did|does|do|has|have|had|how|why|what|which|who"
    r"|whose|when|where"
    r"|could|can|would|should|might|may|isn't|wasn't|really|based|true|ever|want|wondering|curious)\b",
    case=False,
)
# A look that turns most places down: the parts of words that every negation, every hedge holds.
_NEGATIONS = ("no", "No", "n't", "ne", "Ne", "rather", "instead", "nlike", "without", "Without", "Rather", "Instead")
_REFUTING = (
    "den", "refut", "disp", "debunk", "reject", "hardly", "scarcely", "barely", "far from", "anything", "nothing",
    "wrongly", "falsely", "mistaken", "erron", "incorrect", "myth", "hoax", "misconc", "ontrary", "one of",
)  # fmt: skip
_TURNING = (", but", ", yet", ", though", ", although", ", however")
_PLANNING = (
    "will", "would", "going", "was to", "were to", "set to", "talks", "develop", "originally", "plan", "announced",
    "suppos", "refused", "wanted", "hoped", "option", "cancel", "abandon", "wish", "as ",
)  # fmt: skip
_HEDGED = compiled(
    r"loose|free|vague|broad|rough|remote|somewhat|tangent|nominal|semi|fictional|part|reported|alleg|suppose|purport|rumo"
    r"|said|belie|think|thought|claim|ostens|apparent|probab|possib|may|might|reputed|arguab|perhaps|seeming|some say"
    r"|theori|describ|consider|regard|viewed|seen as|called|dubbed|convinced|speculat|could have|assum|according|disput"
    r"|den[iy]|doubt|question|contest",
    case=False,
)
_KINDS = (
    (
        "unofficial",
        compiled(r"\b(?:unofficial(?:ly)?|uncredited|unauthori[sz]ed|unlicensed|unacknowledged)\b", case=False),
    ),
    ("loose", compiled(r"\b(?:loosely|loose|free|freely)\b", case=False)),
    ("official", compiled(r"\b(?:official(?:ly)?|authori[sz]ed|licensed|credited)\b", case=False)),
)


def denied(sentence: str, at: int) -> bool:
    """Whether the words before the offset turn the cue round: "is not", "rather than"."""
    before = sentence[max(0, at - _REACH) : at]
    after = sentence[at : at + 240]
    if any(word in before for word in _REFUTING) and _REFUTED.search(before):
        return True
    if any(word in after for word in _TURNING) and _TURNED.search(after):
        return True
    if not any(word in before for word in _NEGATIONS):
        return False
    if _NO_EVIDENCE.search(before):
        return True
    return _DENIED.search(before) is not None and _ONLY.search(before) is None


def hedge(sentence: str, start: int, end: int) -> Hedge | None:
    """The hedge on the cue from `start` to `end`: its own words and those just before and after it."""
    before = sentence[max(0, start - 24) : end]
    near = before[max(before.rfind(","), before.rfind(";")) + 1 :]
    after = sentence[end : end + 240]
    turns = any(word in after for word in _TURNING)
    if not (turns or _HEDGED.search(sentence[max(0, start - _REACH) : end + 24])):
        return None
    if _LOOSE.search(near):
        return "loosely"
    if _PARTLY.search(near) or _PARTLY.match(sentence[end : end + 24].lstrip()):
        return "partly"
    if turns and _CONTESTED.search(after):
        return "reportedly"
    return "reportedly" if _DOUBT.search(sentence[max(0, start - _REACH) : start]) else None


def remake_kind(sentence: str, start: int, end: int) -> str:
    """What kind of remake the words just before the cue, or its own, say it is; "unknown" when they don't."""
    near = sentence[max(0, start - 40) : end]
    return next((kind for kind, pattern in _KINDS if pattern.search(near)), "unknown")


_PLANNED = compiled(
    r"\b(?:will be|would be|would have been|going to be|was to (?:be|have been)|were to be|set to be|in talks"
    r"|in development|originally (?:conceived|planned|intended|envisioned|pitched)|planned|plans?|announced"
    r"|supposed to be"
    r"|refused to let"
    r"|wanted to|hoped to|optioned|cancell?ed|abandoned|wish(?:es|ed)?|as (?:gripping|convincing|strange|moving) as)\b"
    r"[^,;.]*$",
    case=False,
)


def planned(sentence: str, at: int) -> bool:
    """Whether the words before the offset speak of a plan or a wish: what was not made is no statement."""
    before = sentence[max(0, at - _REACH) : at]
    return any(word in before for word in _PLANNING) and _PLANNED.search(before) is not None


def asked(sentence: str, at: int) -> bool:
    """Whether the sentence asks, or supposes what stands at the offset, instead of saying it."""
    question = sentence.rstrip("\"') ").endswith("?") and _ASKS.search(sentence) is not None
    return question or _SUPPOSED.search(sentence[max(0, at - _REACH) : at]) is not None
