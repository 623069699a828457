"""Reads which awards a film is said to have won, and where it is said to trend."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Found
from basedon.prose.patterns import compiled

_PRIZE = (
    r"(?:Academy Awards?(?: for (?:the )?(?:[Bb]est )?\p{Lu}\pL+(?: \p{Lu}\pL+)*)?"
    r"|Oscars?(?: for (?:the )?(?:[Bb]est )?\p{Lu}\pL+(?: \p{Lu}\pL+)*)?|Palme d'Or|Golden (?:Globes?|Lion|Bear"
    r"|Leopard|Horse|Rooster)|BAFTAs?|C[ée]sars?|Grand Prix|Jury Prize"
    r"|Best (?:Picture|Director|Actor|Actress|Screenplay|Film|International Feature(?: Film)?"
    r"|Foreign Language Film|Supporting Act(?:or|ress)|Original Screenplay|Adapted Screenplay)"
    r"|(?:[\p{Lu}][\pL'-]+ ){1,4}(?:Award|Prize|Awards|Prizes))"
)
_WON = compiled(
    rf"\b(won|wins|winning|took home|takes home|received|earned|picked up|collected|was awarded|scooped|landed"
    rf"|bagged"
    rf"|honou?red with|took|takes|carried off|walked away with|came away with"
    r"|was given|was nominated for|were nominated for|nominated for|swept|claimed) "
    rf"(?:[\pL\d-]+ ){{0,4}}?({_PRIZE}(?: for (?:Best )?[\p{{Lu}}][\pL]+(?: [\p{{Lu}}][\pL]+)*)?)(?: in (\d{{4}}))?"
)
_WINNING = compiled(r"\b(Oscar|Academy Award|Palme d'Or|BAFTA|Golden Globe)[- ](?:winning|winner|nominated)\b")
_PLAN = compiled(
    r"\b(?:could|should|might|may|will|would|hopes?|deserved|if|never|not|n't|didn't|failed)\b[^,;]*$", case=False
)
_TREND = compiled(
    r"\b(?:(?:number|no\.|#) ?(?:one|two|three|1|2|3|\d{1,2})|top (?:spot|10|ten|five|three)|trending"
    r"|most[- ](?:watched|streamed)|topped|tops|topping|charts?|first place)\b[^.;]*?\b(?:Netflix|Top 10"
    r"|Prime Video|chart|charts|streaming)\b"
    r"|\bNetflix(?:'s)?(?: [\pL-]+){0,3} (?:Top 10|top 10|top ten|Top Ten|chart|charts)\b(?: in [\p{Lu}][\pL]+)?"
    r"|\btrending\b(?: (?:at|on|in) [\p{Lu}#\d][\pL\d]*)?"
)
_ON_NETFLIX = compiled(r"(?:Netflix|Top 10|top 10|top ten|Top Ten|chart|trending)")


def read(clause: Clause) -> Iterator[Found]:
    """The awards and charts that a sentence speaks of."""
    shape = clause.shape
    for match in _WON.finditer(shape):
        if _PLAN.search(shape[max(0, match.start() - 50) : match.start()]):
            continue
        works, sure = clause.subjects(match.start(), participle=True)
        if works:
            year = match.group(3)
            yield Found(
                type="award",
                works=works,
                stated=clause.text[match.start(2) : match.end(2)],
                start=match.start(),
                end=match.end(),
                value=(match.start(2), match.end(2)),
                kind="nominated" if "nominat" in (match.group(1) or "") else "won",
                year=int(year) if year else None,
                sure=sure,
            )
    for match in _WINNING.finditer(shape):
        ref = next(
            (r for r in clause.refs if r.start <= match.start() < r.end or 0 <= r.start - match.end() < 40), None
        )
        phrase = next((p for p in clause.phrases if p.start <= match.start() < p.end), None)
        works, sure = (ref.works, ref.sure) if ref else clause.subjects(phrase.start) if phrase else ((), False)
        if works:
            nominated = "nominated" in (match.group() or "")
            yield Found(
                type="award",
                works=works,
                stated=match.group(1) or "",
                start=match.start(),
                end=match.end(),
                value=(match.start(1), match.end(1)),
                kind="nominated" if nominated else "won",
                sure=sure,
            )
    if "Netflix" in shape or "rending" in shape or "Top 10" in shape:
        for match in _TREND.finditer(shape):
            if _PLAN.search(shape[max(0, match.start() - 50) : match.start()]):
                continue
            works, sure = clause.subjects(match.start(), participle=True)
            if works:
                yield Found(
                    type="trending",
                    works=works,
                    stated=clause.text[match.start() : match.end()],
                    start=match.start(),
                    end=match.end(),
                    value=(match.start(), match.end()),
                    sure=sure,
                )
                return
