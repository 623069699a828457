from __future__ import annotations

from pathlib import Path

from basedon.catalogue.catalogue import Catalogue


def test_the_small_catalogue_holds_its_works(small: Path) -> None:
    with Catalogue(small) as held:
        for (n,) in held.query("select work from works order by work"):
            w = held.work(n)
            print(n, w.id, w.label, w.type, w.countries, w.ids, [p.name for p in w.directors])
        print(
            held.query("select * from links"), held.query("select * from origins"), held.query("select * from issues")
        )
        for r in held.query("select * from statements"):
            print(r)
        assert len(held.query("SELECT work FROM works")) == 16


def test_starter(starter):
    assert starter.exists()
