"""Reads one dump into parts with the local engine, and no more: what other programs' filters are measured beside.

python -m bench.filter wikidata FILE
python -m bench.peers wikidata FILE --ours "python -m bench.filter wikidata {file}"
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from basedon.engines import Job
from basedon.engines.local import Local
from basedon.engines.parts import done, parts
from basedon.sources.wikidata import Wikidata
from basedon.sources.wikipedia_dump import Wikipedia


def main(kind: str, file: str) -> None:
    """Read a dump of Wikidata or Wikipedia; print how many records and things it gave."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Local().run([Job(kind, file, Wikidata() if kind == "wikidata" else Wikipedia())], folder, lambda *_: None)
        read = [found for part in parts(folder, kind) if (found := done(part))]
        print(sum(d.records for d in read), sum(d.things for d in read))


if __name__ == "__main__":
    main(*sys.argv[1:])
