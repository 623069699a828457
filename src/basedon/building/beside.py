"""A catalogue together with charts that it does not hold, for as long as it is asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from basedon.building.listed import coded, hear
from basedon.building.reading import titled_only
from basedon.catalogue.adding import add_charts, under
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile
from basedon.identity.charting import Candidate
from basedon.sources import SOURCES


@contextmanager
def with_charts(held: Catalogue, files: Iterable[Path]) -> Iterator[Catalogue]:
    """A temporary copy of a catalogue with the charts of these files, opened.

    Raises BadFile where a file can't be read or holds no chart.
    """
    files = list(files)
    charted, _, issues = titled_only(files, ())
    if not charted:
        why = issues[0].says if issues else "no row"
        raise BadFile(f"{files[0].name}: holds no chart that can be read ({why}); give one of Netflix's Top 10 files")

    def candidates(key: str) -> list[Candidate]:
        return [
            Candidate(
                w.id,
                w.type,
                tuple((title, kind != "also_called") for title, kind in w.told),
                w.years,
                w.languages,
                coded(w.countries),
                w.prominence,
            )
            for w in under(held, key)
        ]

    with tempfile.TemporaryDirectory(prefix="basedon-") as folder:
        copy = Path(folder) / "charts.basedon"
        add_charts(held.path, copy, hear(charted, candidates).rows, SOURCES["netflix"])
        with Catalogue(copy) as catalogue:
            yield catalogue
