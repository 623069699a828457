"""Small dumps of one made-up world, in the layouts in which Wikidata, IMDb and Wikipedia publish theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.dumps_imdb import write_imdb
from bench.dumps_wikidata import write_wikidata
from bench.dumps_wikipedia import write_wikipedia


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with dumps: wikidata.json, imdb and enwiki.xml.bz2; only for reading."""
    folder = tmp_path_factory.mktemp("world")
    write_wikidata(folder / "wikidata.json", 600, 0.06)
    write_imdb(folder / "imdb", 1200)
    write_wikipedia(folder / "enwiki.xml.bz2", 400)
    return folder
