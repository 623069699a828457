"""What a chart says: one title at one rank in one week and place."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.work import WorkType


class Charted(Struct, frozen=True, kw_only=True, array_like=True):
    """One film or season at one rank of a Netflix Top 10; `row` is where it stands in its file.

    `week` is the date on which the week ends, None in the list of the most popular of all time; `country` (two letters,
    ISO 3166) is None where the chart is the whole world's. `hours` viewed and `views` are counted over `days`: a week,
    or a title's first 91 (once 28) days; countries have none. `weeks` is how long it has been in that Top 10, `runtime`
    its length in minutes.
    """

    row: int
    title: str
    season: str | None
    category: str
    type: WorkType
    week: str | None
    country: str | None
    country_name: str | None
    rank: int
    days: int
    hours: int | None
    views: int | None
    weeks: int | None
    runtime: int | None
