"""The weeks of a film in the Top 10 as a plot: small blocks for a terminal, and a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import NamedTuple
from zlib import crc32

from basedon.errors import BadUsage
from basedon.forms.plain import titled
from basedon.model.answer import Answer, FilmAnswer
from basedon.model.reception import Charts, ChartWeek

BLOCKS = "▁▂▃▄▅▆▇█"
ABSENT = "·"
"""A week, between the first and the last, in which the film was on no list."""

LOWEST = 10
WIDEST = 60
"""Weeks that the terminal's plot shows one by one; of more, each block is the best of several."""

STEP, BAR, HEIGHT, LEFT, TOP, BOTTOM = 12, 9, 120, 34, 14, 24
NARROWEST = 150
"""Pixels across of the drawing's weeks, so that its two dates don't meet."""

STYLE = """
    .basedon-weeks { color: #1f2328; font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
    .basedon-weeks text { fill: currentColor; font-size: 11px; opacity: .75 }
    .basedon-weeks .any { fill: currentColor; fill-opacity: .3 }
    .basedon-weeks .world { fill: currentColor; fill-opacity: .85 }
    .basedon-weeks line { stroke: currentColor; stroke-opacity: .35 }
    @media (prefers-color-scheme: dark) { .basedon-weeks { color: #e6edf3 } }
"""


class Week(NamedTuple):
    """One week of the plot, on a list or not."""

    day: str
    held: ChartWeek | None


def weeks(charts: Charts) -> list[Week]:
    """Every week from the first on a list to the last, those on none as well."""
    held = {week.week: week for week in charts.run}
    try:
        day, last = date.fromisoformat(charts.first_week), date.fromisoformat(charts.last_week)
    except ValueError:
        return [Week(day, week) for day, week in held.items()]
    days = []
    while day <= last:
        days.append(day.isoformat())
        day += timedelta(days=7)
    return (
        [Week(day, held.get(day)) for day in days] if set(held) <= set(days) else [Week(*pair) for pair in held.items()]
    )


def blocks(charts: Charts, widest: int = WIDEST) -> str:
    """The weeks as a row of blocks, the higher the better the rank: `▁▃█▇▅·▂`."""
    ranks = [week.held.best_rank if week.held else None for week in weeks(charts)]
    each = -(-len(ranks) // max(widest, 1))
    return "".join(block(ranks[start : start + each]) for start in range(0, len(ranks), each))


def block(ranks: Sequence[int | None]) -> str:
    """One block for the best of some ranks."""
    best = min((rank for rank in ranks if rank is not None), default=None)
    return ABSENT if best is None else BLOCKS[round(height(best) * (len(BLOCKS) - 1))]


def height(rank: int) -> float:
    """How high a rank is drawn: 1 for the first, 0 for the tenth."""
    return (LOWEST - min(max(rank, 1), LOWEST)) / (LOWEST - 1)


def answer_svg(answer: Answer) -> str:
    """The plot of the film that an answer is about; raises BadUsage where it was on no list."""
    charts = answer.reception.charts if isinstance(answer, FilmAnswer) and answer.reception else None
    if charts is None:
        raise BadUsage("this answer has no weeks of one film to draw; ask for those of one with --film TITLE")
    label = titled(answer.work.title, answer.work.year) if isinstance(answer, FilmAnswer) and answer.work else ""
    return svg(charts, label)


def svg(charts: Charts, label: str = "") -> str:
    """The weeks as a drawing that follows the reader's light or dark setting; it holds no scripts and asks for nothing.

    Dark bars are ranks in the world's list, light ones the best of any country's.
    """
    shown = weeks(charts)
    title = escape(label or titled(charts.title))
    across = max(NARROWEST, STEP * len(shown))
    width, tall = LEFT + across + LEFT, TOP + HEIGHT + BOTTOM
    told = "; ".join(f"{week.day}: {said(week.held)}" for week in shown if week.held)
    key = f"{crc32(f'{title} {told}'.encode()):08x}"  # several drawings on one page must not share ids
    floor = TOP + HEIGHT
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="basedon-weeks" role="img" width="{width}" '
            f'height="{tall}" viewBox="0 0 {width} {tall}" aria-labelledby="weeks-{key} ranks-{key}">',
            f'  <title id="weeks-{key}">Weeks of {title} in the Top 10</title>',
            f'  <desc id="ranks-{key}">{escape(told)}</desc>',
            f"  <style>{STYLE}  </style>",
            f'  <text x="{LEFT - 8}" y="{TOP + 10}" text-anchor="end">1</text>',
            f'  <text x="{LEFT - 8}" y="{floor}" text-anchor="end">10</text>',
            *(bar for place, week in enumerate(shown) if week.held for bar in bars(place, week)),
            f'  <line x1="{LEFT}" y1="{floor}.5" x2="{LEFT + across}" y2="{floor}.5"/>',
            f'  <text x="{LEFT}" y="{floor + 16}">{escape(charts.first_week)}</text>',
            f'  <text x="{LEFT + across}" y="{floor + 16}" text-anchor="end">{escape(charts.last_week)}</text>'
            if charts.last_week != charts.first_week
            else "",
            "</svg>",
        ]
    )


def bars(place: int, week: Week) -> list[str]:
    """The bars of one week: the best rank of any list behind the world's."""
    if week.held is None:
        return []
    x, drawn = LEFT + STEP * place + (STEP - BAR) // 2, []
    for name, rank in (("any", week.held.best_rank), ("world", week.held.world_rank)):
        if rank is not None:
            tall = round(HEIGHT * (0.1 + 0.9 * height(rank)))
            hint = f"<title>{escape(f'{week.day}: {said(week.held)}')}</title>"
            drawn.append(
                f'  <rect class="{name}" x="{x}" y="{TOP + HEIGHT - tall}" width="{BAR}" height="{tall}">{hint}</rect>'
            )
    return drawn


def said(week: ChartWeek) -> str:
    """One week in words."""
    world = f"number {week.world_rank} in the world" if week.world_rank else ""
    lands = len(week.countries)
    many = "one country" if lands == 1 else f"{lands} countries"
    return ", ".join(filter(None, (world, f"in {many}, at best number {week.best_rank}" if lands else "")))
