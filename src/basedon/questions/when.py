"""Which weeks a question means: a day, a month, a year, this week or the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from basedon.errors import BadUsage
from basedon.questions.lands import MONTHS

WEEK = timedelta(days=6)
"""From the first day of a list's week to the last, by which it is named."""

LATEST = ("latest", "newest")
_MONTH = "|".join(
    f"{month[:3]}(?:{month[3:]}|t)?" if month == "september" else f"{month[:3]}(?:{month[3:]})?" for month in MONTHS
)
DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
MONTH = re.compile(
    rf"\b(?:(?:the )?(?P<before>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH})\b\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?:of )?(?P<year>\d{4}))?",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:in|of|during|from|for) (20\d\d)\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:last|previous) week\b", re.IGNORECASE)

Span = tuple[str, str]
"""Two days, as the lists write them: 2022-03-06."""


def day(text: str) -> Span | None:
    """The day that an option names; None for the newest week. Raises BadUsage for what is no day."""
    if text.strip().lower() in LATEST:
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadUsage(f"{text}: no day; give any day of the week as 2022-03-06, or latest") from error
    return found.isoformat(), found.isoformat()


def spoken_of(question: str, weeks: Sequence[str]) -> Span | None:
    """The first and last day that a question speaks of; None for now. `weeks` are those held, in order.

    Raises BadUsage for a day that no calendar has.
    """
    if m := DAY.search(question):
        return day(m[0])
    if BEFORE.search(question) and len(weeks) > 1:
        return weeks[-2], weeks[-2]
    if m := next((m for m in MONTH.finditer(question) if dated(m, question)), None):
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(m["month"][:3].lower()))
        of = [week for week in weeks if int(week[5:7]) == month]
        year = int(m["year"]) if m["year"] else int((of or weeks or ["1970"])[-1][:4])
        number = m["before"] or m["after"]
        try:
            first = date(year, month, int(number or 1))
        except ValueError as error:
            raise BadUsage(f"{m[0].strip()}: no day of the calendar") from error
        last = first if number else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return first.isoformat(), last.isoformat()
    if m := YEAR.search(question):
        return f"{m[1]}-01-01", f"{m[1]}-12-31"
    return None


def dated(found: re.Match[str], question: str) -> bool:
    """Whether the name of a month stands for one: "may" and "march" are words too."""
    before = question[: found.start()].rsplit(maxsplit=1)[-1:]
    placed = [word.lower() for word in before] in (["in"], ["during"], ["of"], ["on"], ["for"], ["from"])
    return bool(found["year"] or found["before"] or found["after"] or placed)


def within(span: Span | None, weeks: Sequence[str]) -> tuple[str, ...]:
    """The weeks held that a span means: the newest for None, that of a day, or all whose last day lies in it."""
    if span is None:
        return tuple(weeks[-1:])
    first, last = span
    if first == last:
        return tuple(week for week in weeks if first <= week <= (date.fromisoformat(first) + WEEK).isoformat())[:1]
    return tuple(week for week in weeks if first <= week <= last)
