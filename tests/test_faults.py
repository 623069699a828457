"""What goes wrong in a build: damaged and foreign dumps, broken lines, full disks, killed processes, two at once.

Each time the catalogue that is there stays as it is, byte for byte, and one line says what to do.
"""

from __future__ import annotations

import bz2
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from bench.dumps_entities import Json, date, entity, statement, text, to_item

import basedon
from basedon import building, cli
from basedon.building import reading
from basedon.engines.local import Local

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

FILMS = 40
COLUMNS = {
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "title.ratings": "tconst averageRating numVotes",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}


# small dumps


def line(id_: str, label: str, *claims: Json) -> bytes:
    """An entity as the official dump has it."""
    made = entity({"en": label}, {}, {}, claims, {})
    return json.dumps(made, separators=(",", ":")).replace("<<id>>", id_).encode()


def film(number: int, *claims: Json, label: str = "") -> bytes:
    """A film of its own year, by one of five people, after one of seven novels."""
    return line(
        f"Q{1000 + number}",
        label or f"Film {number}",
        statement(to_item("P31", "Q11424")),
        statement(date("P577", f"{1950 + number % 50}-01-01")),
        statement(to_item("P57", f"Q{1 + number % 5}")),
        statement(to_item("P144", f"Q{10 + number % 7}")),
        statement(text("P345", f"tt{number:07}", "external-id")),
        *claims,
    )


def others() -> list[bytes]:
    people = [line(f"Q{n}", f"Person {n}", statement(to_item("P31", "Q5"))) for n in range(1, 6)]
    return people + [line(f"Q{n}", f"Novel {n}", statement(to_item("P31", "Q8261"))) for n in range(10, 17)]


def written(lines: Sequence[bytes]) -> bytes:
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def wikidata(*more: bytes, films: int = FILMS) -> bytes:
    """A dump, with further lines in its middle."""
    every = [film(n) for n in range(1, films + 1)]
    return written([*others(), *every[: films // 2], *more, *every[films // 2 :]])


def imdb_rows() -> dict[str, list[str]]:
    """IMDb's files: the films of Wikidata, as many of their own, and people."""
    numbers = range(1, 2 * FILMS + 1)
    return {
        "title.basics": [
            rf"tt{n:07}|movie|Film {n}|Original {n}|0|{1950 + n % 50}|\N|90|Drama,History" for n in numbers
        ],
        "title.akas": [rf"tt{n:07}|1|Also {n}|DE|\N|\N|\N|0" for n in numbers],
        "title.crew": [rf"tt{n:07}|nm{n:07}|nm{n + 1:07}" for n in numbers],
        "title.principals": [rf'tt{n:07}|1|nm{n:07}|actor|\N|["Self"]' for n in numbers],
        "title.ratings": [f"tt{n:07}|7.5|{n}" for n in numbers],
        "name.basics": [rf"nm{n:07}|Name {n}|1900|\N|actor|\N" for n in range(1, 2 * FILMS + 2)],
    }


def table(name: str, rows: Sequence[str], columns: str = "") -> bytes:
    head = (columns or COLUMNS[name]).replace(" ", "|")
    return "".join(row.replace("|", "\t") + "\n" for row in [head, *rows]).encode()


def wikipedia(pages: int = 12) -> bytes:
    text_ = (
        "{{{{Infobox film\n| name = Film {n}\n| director = Ada Holt\n| released = {y}\n}}}}\nFilm {n} is a {y} film."
    )
    written_ = [
        f"  <page>\n    <title>Film {n} ({1950 + n} film)</title>\n    <ns>0</ns>\n    <id>{n}</id>\n    <revision>\n"
        f"      <id>{n}</id>\n      <text>{text_.format(n=n, y=1950 + n)}</text>\n    </revision>\n  </page>\n"
        for n in range(1, pages + 1)
    ]
    return f'<mediawiki xml:lang="en">\n{"".join(written_)}</mediawiki>\n'.encode()


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A folder with small dumps: wikidata.json, enwiki.xml.bz2 and imdb; tests break what they like."""
    folder = tmp_path / "world"
    (folder / "imdb").mkdir(parents=True)
    (folder / "wikidata.json").write_bytes(wikidata())
    (folder / "enwiki.xml.bz2").write_bytes(bz2.compress(wikipedia()))
    for name, rows in imdb_rows().items():
        (folder / "imdb" / f"{name}.tsv.gz").write_bytes(gzip.compress(table(name, rows), mtime=0))
    return folder


def arguments(world: Path) -> list[str]:
    """The options that give the dumps of a folder."""
    every = [("--wikidata", path) for path in sorted(world.glob("wikidata*"))]
    every += [("--wikipedia", path) for path in sorted(world.glob("enwiki*"))]
    return [str(word) for pair in [*every, ("--imdb", world / "imdb")] for word in pair]


# builds and what they come to


class Ran(NamedTuple):
    code: int
    said: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program within this process."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def ran(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["basedon", *map(str, words)])
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Ran(code, capsys.readouterr().err)

    return ran


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A catalogue of a few films that a build is to replace."""
    folder = tmp_path / "catalogues"
    folder.mkdir()
    dump = tmp_path / "few.json"
    dump.write_bytes(wikidata(films=12))
    basedon.build(folder / "films.basedon", wikidata=dump)
    return folder / "films.basedon"


@pytest.fixture
def refused(run: Run, target: Path) -> Callable[..., str]:
    """Builds over the catalogue, which must fail with one line and leave it as it is; the line."""

    def build(*words: str | Path, code: int = 3) -> str:
        before = target.read_bytes()
        ran = run("build", "-o", target, *words)
        assert ran.code == code, ran.said
        assert ran.said.startswith("basedon: ")
        assert ran.said.count("\n") == 1
        assert target.read_bytes() == before
        return ran.said

    return build


Refused = Callable[..., str]


def rows(target: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(target)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def issues(target: Path) -> Counter[tuple[str, str]]:
    return Counter(rows(target, "SELECT source, kind FROM issues"))


# damaged files


def checked(data: bytes) -> bytes:
    """Zstandard as its program writes it, with a checksum."""
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "zst": checked,
}
BREAK: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) * 3 // 4],
    "cut off at the last byte": lambda data: data[:-1],
    "damaged": lambda data: data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 4]) + data[len(data) // 2 + 1 :],
    "followed by something else": lambda data: data + b"and more",
}


@pytest.mark.parametrize("fault", BREAK)
@pytest.mark.parametrize("kind", PACK)
def test_a_damaged_dump_of_wikidata_is_named(tmp_path: Path, refused: Refused, kind: str, fault: str) -> None:
    dump = tmp_path / f"all.json.{kind}"
    dump.write_bytes(BREAK[fault](PACK[kind](wikidata())))
    assert dump.name in refused("--wikidata", dump)


@pytest.mark.parametrize("fault", ["cut off at the last byte", "damaged"])
@pytest.mark.parametrize("name", ["enwiki.xml.bz2", *(f"imdb/{name}.tsv.gz" for name in COLUMNS)])
def test_another_damaged_dump_is_named(world: Path, refused: Refused, name: str, fault: str) -> None:
    dump = world / name
    dump.write_bytes(BREAK[fault](dump.read_bytes()))
    assert dump.name in refused(*arguments(world))


@pytest.mark.parametrize("kind", ["gz", "bz2"])
def test_one_damaged_stretch_of_many_is_enough(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(building, "engine_named", lambda *_: Local(2, 2_000))
    lines = wikidata().splitlines(keepends=True)
    members = [PACK[kind](b"".join(lines[n : n + 5])) for n in range(0, len(lines), 5)]
    members[3] = BREAK["damaged"](members[3])
    dump = tmp_path / f"all.json.{kind}"
    dump.write_bytes(b"".join(members))
    before = target.read_bytes()
    with pytest.raises(basedon.BadFile, match=rf"all\.json\.{kind}: is damaged near byte [\d,]+ "):
        basedon.build(target, wikidata=dump)
    assert target.read_bytes() == before


# lines that are not as they should be


def built(target: Path, folder: Path, data: bytes, **more: Any) -> Path:
    """A catalogue of one dump of Wikidata."""
    dump = folder / "all.json"
    dump.write_bytes(data)
    basedon.build(target, wikidata=dump, **more)
    return target


WORKS = "SELECT id, type, title, year, imdb FROM works ORDER BY id"
SAID = "SELECT work, predicate, target_title, target_creator, target_id, kind FROM statements ORDER BY 1, 2, 3, 4, 5"


def test_a_line_of_garbage_costs_nothing_but_itself(tmp_path: Path) -> None:
    good = built(tmp_path / "good.basedon", tmp_path, wikidata())
    garbage = random.Random(1).randbytes(3000).replace(b"\n", b" ")  # noqa: S311
    bad = built(tmp_path / "bad.basedon", tmp_path, wikidata(garbage))
    assert rows(bad, WORKS) == rows(good, WORKS)
    assert rows(bad, SAID) == rows(good, SAID)
    assert len(rows(bad, WORKS)) == FILMS
    assert issues(good) == {}
    assert issues(bad) == {("wikidata", "unreadable"): 1}


def test_a_line_of_fifty_megabytes_and_a_longer_one(tmp_path: Path) -> None:
    """One is read and is no entity; one is longer than any and is passed over."""
    good = built(tmp_path / "good.basedon", tmp_path, wikidata())
    bad = built(tmp_path / "bad.basedon", tmp_path, wikidata(b"x" * (50 << 20), b"y" * (65 << 20)))
    assert rows(bad, WORKS) == rows(good, WORKS)
    assert issues(bad) == {("wikidata", "unreadable"): 1, ("wikidata", "too long"): 1}
    (says,) = rows(bad, "SELECT says FROM issues WHERE kind = 'too long'")
    assert says == (f"a piece of {(65 << 20) + 1:,} bytes was left out",)


def test_a_film_of_fifty_megabytes_is_read(tmp_path: Path) -> None:
    large = film(500, label="Large").replace(b'"descriptions":{}', b'"descriptions":{"en":"%b"}' % (b"z" * (50 << 20)))
    target = built(tmp_path / "films.basedon", tmp_path, wikidata(large))
    assert rows(target, "SELECT title FROM works WHERE wikidata = 'Q1500'") == [("Large",)]
    assert len(rows(target, WORKS)) == FILMS + 1


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    """In a film's label, in that of what it is based on, and in what nobody reads."""
    broken = film(500, label="S~lt").replace(b"~", b"\xff")
    novel = line("Q10", "N~vel", statement(to_item("P31", "Q8261"))).replace(b"~", b"\xff")
    unread = line("Q999", "Other").replace(b'"descriptions":{}', b'"descriptions":{"en":"\xfe"}')
    data = wikidata(broken, unread).replace(others()[5], novel)
    target = built(tmp_path / "films.basedon", tmp_path, data)
    assert rows(target, "SELECT title FROM works WHERE wikidata = 'Q1500'") == [("S\ufffdlt",)]
    assert len(rows(target, WORKS)) == FILMS + 1
    assert rows(target, "SELECT DISTINCT target_title FROM statements WHERE target_id = 'wikidata:Q10'") == [
        ("N\ufffdvel",)
    ]
    assert issues(target) == {("wikidata", "not UTF-8"): 2}


def test_an_entity_that_is_there_twice_is_there_once(tmp_path: Path) -> None:
    good = built(tmp_path / "good.basedon", tmp_path, wikidata())
    twice = built(tmp_path / "twice.basedon", tmp_path, wikidata(film(1), film(30), *others()))
    for sql in (WORKS, SAID, "SELECT * FROM titles", "SELECT * FROM credits", "SELECT * FROM evidence"):
        assert rows(twice, sql) == rows(good, sql)


def test_two_entities_of_one_id_are_one_work_that_is_called_both(tmp_path: Path) -> None:
    """Whichever comes first in the dump."""
    one, other = film(500, label="Salt Road"), film(500, label="Salzweg")
    made = []
    for pair in ((one, other), (other, one)):
        target = built(tmp_path / "films.basedon", tmp_path, wikidata(*pair))
        assert len(rows(target, WORKS)) == FILMS + 1
        sql = "SELECT t.title FROM titles AS t JOIN works USING (work) WHERE wikidata = 'Q1500' ORDER BY 1"
        assert rows(target, sql) == [("Salt Road",), ("Salzweg",)]
        made.append(target.read_bytes())
    assert made[0] == made[1]


def test_films_that_are_based_on_each_other(tmp_path: Path) -> None:
    """On each other, in a ring, and on themselves: the build ends, and so does every answer."""

    def on(number: int, *claims: int) -> bytes:
        spoken = statement(to_item("P364", f"Q{10 + number % 7}"))
        return film(number, spoken, *(statement(to_item("P144", f"Q{1000 + n}")) for n in claims), label="Ring")

    pair, ring, self_ = (on(501, 502), on(502, 501)), (on(511, 512), on(512, 513), on(513, 511)), (on(521, 521),)
    target = built(tmp_path / "films.basedon", tmp_path, wikidata(*pair, *ring, *self_))
    links = rows(target, "SELECT derivative, original FROM links")
    assert links
    assert all(one != other for one, other in links)
    with basedon.open(target) as opened:
        for number in (501, 502, 511, 512, 513, 521):
            assert opened.lineage(f"Q{1000 + number}").work is not None
            assert opened.film(f"Q{1000 + number}").work is not None


# IMDb's rows


def of_imdb(target: Path, folder: Path, changed: dict[str, bytes]) -> Path:
    """A catalogue of IMDb's files alone, some of them changed."""
    (folder / "imdb").mkdir(exist_ok=True)
    for name, made in imdb_rows().items():
        (folder / "imdb" / f"{name}.tsv").write_bytes(changed.get(name, table(name, made)))
    basedon.build(target, imdb=folder / "imdb")
    return target


CONTENT = (WORKS, "SELECT * FROM titles", "SELECT * FROM credits", "SELECT * FROM people", "SELECT * FROM ratings")


@pytest.mark.parametrize("name", COLUMNS)
def test_a_missing_column_is_named_with_its_file(world: Path, refused: Refused, name: str) -> None:
    """The last that is needed of each file."""
    column = {"title.akas": "isOriginalTitle", "title.principals": "category", "name.basics": "primaryName"}.get(
        name, COLUMNS[name].split()[-1]
    )
    columns = COLUMNS[name].replace(column, "other")
    (world / "imdb" / f"{name}.tsv.gz").write_bytes(gzip.compress(table(name, imdb_rows()[name], columns)))
    said = refused(*arguments(world))
    assert f"{name}.tsv.gz: has no column {column}; is it IMDb's {name}.tsv.gz?" in said


@pytest.mark.parametrize("name", COLUMNS)
def test_ragged_rows_are_counted_and_all_others_kept(tmp_path: Path, name: str) -> None:
    good = of_imdb(tmp_path / "good.basedon", tmp_path, {})
    made = imdb_rows()[name]
    id_ = made[3].partition("|")[0]
    ragged = [*made[:5], f"{id_}|x", *made[5:50], made[3] + "|y|z", *made[50:]]
    bad = of_imdb(tmp_path / "bad.basedon", tmp_path, {name: table(name, ragged)})
    for sql in CONTENT:
        assert rows(bad, sql) == rows(good, sql)
    assert issues(good) == {}
    assert issues(bad) == {("imdb", "wrong columns"): 2}


def test_a_file_of_mostly_ragged_rows_is_refused(world: Path, refused: Refused) -> None:
    ragged = [row if n % 3 else row + "|x" for n, row in enumerate(imdb_rows()["title.basics"])]
    (world / "imdb" / "title.basics.tsv.gz").write_bytes(gzip.compress(table("title.basics", ragged)))
    assert "imdb, title.basics: 27 entries can't be read, 53 can; download it again" in refused(*arguments(world))


def test_quotation_marks_in_titles_take_no_row_with_them(tmp_path: Path) -> None:
    """One at the beginning of a title opens nothing, and nothing closes it."""
    made = imdb_rows()
    quoted = [row.replace("|Film", '|"Film') if n % 4 == 0 else row for n, row in enumerate(made["title.basics"])]
    names = [row.replace("|Name", '|"Name') for row in made["name.basics"]]
    changed = {"title.basics": table("title.basics", quoted), "name.basics": table("name.basics", names)}
    target = of_imdb(tmp_path / "films.basedon", tmp_path, changed)
    assert rows(target, "SELECT count(*), count(title) FROM works") == [(2 * FILMS, 2 * FILMS)]
    assert rows(target, "SELECT count(*) FROM works WHERE title LIKE '\"Film %'") == [(FILMS // 2,)]
    assert rows(target, "SELECT count(*) FROM people WHERE name LIKE '\"Name %'") == [(2 * FILMS + 1,)]
    assert issues(target) == {}


def test_a_title_that_is_there_twice_is_there_once(tmp_path: Path) -> None:
    """Once more the same, and once another: then one of them is read, in whatever order they stand."""
    good = of_imdb(tmp_path / "good.basedon", tmp_path, {})
    made = imdb_rows()
    for name in ("title.basics", "title.ratings", "name.basics"):
        again = [*made[name], made[name][3]]
        same = of_imdb(tmp_path / "same.basedon", tmp_path, {name: table(name, again)})
        for sql in CONTENT:
            assert rows(same, sql) == rows(good, sql)
        assert issues(same) == {}
    other = made["title.basics"][3].replace("Film 4", "Salt Road"), made["title.ratings"][3].replace("7.5", "1.5")
    digests = set()
    for order in (1, -1):
        changed = {
            name: table(name, [*made[name], row][::order])
            for name, row in zip(("title.basics", "title.ratings"), other, strict=True)
        }
        target = of_imdb(tmp_path / "other.basedon", tmp_path, changed)
        digests.add(target.read_bytes())
        assert rows(target, "SELECT count(*) FROM works") == [(2 * FILMS,)]
        assert issues(target) == {("imdb", "twice"): 2}
    assert len(digests) == 1


def test_an_id_that_is_higher_than_any_of_imdb(world: Path, run: Run, target: Path) -> None:
    """As somebody may write into Wikidata."""
    high = film(500, statement(text("P345", "tt9999999999", "external-id")), label="Salt Road")
    (world / "wikidata.json").write_bytes(wikidata(high))
    assert run("build", "-o", target, *arguments(world)).code == 0
    assert rows(target, "SELECT title FROM works WHERE wikidata = 'Q1500'") == [("Salt Road",)]


# dumps that are none


def test_a_dump_that_is_missing(world: Path, refused: Refused) -> None:
    missing = world / "wikidata.json"
    missing.unlink()
    assert f"{missing}: no such file" in refused("--wikidata", missing)
    assert "nowhere: No such file or directory; give the folder with" in refused("--imdb", world / "nowhere")
    (world / "imdb" / "title.basics.tsv.gz").unlink()
    assert "has no title.basics.tsv.gz" in refused(*arguments(world))


EMPTY = {
    "no bytes": b"",
    "blank lines": b"\n\n",
    "brackets": b"[\n]\n",
    "gz": gzip.compress(b"", mtime=0),
    "bz2": bz2.compress(b""),
}


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("option", ["wikidata", "wikipedia", "imdb"])
def test_an_empty_dump(world: Path, refused: Refused, option: str, data: bytes) -> None:
    """Each source is named."""
    if option == "imdb":
        (world / "imdb" / "title.basics.tsv.gz").write_bytes(data)
        assert "title.basics.tsv.gz: has no column tconst" in refused(*arguments(world))
        (world / "imdb" / "title.basics.tsv.gz").write_bytes(table("title.basics", []))
        assert "imdb: holds no title of a film or series" in refused(*arguments(world))
    else:
        dump = world / "empty"
        dump.write_bytes(data)
        assert f"{option}: holds no " in refused(f"--{option}", dump, "--allow-fewer")


@pytest.mark.parametrize("option", ["wikidata", "wikipedia", "imdb"])
@pytest.mark.parametrize("kind", ["wikidata", "wikipedia", "imdb", "picture"])
def test_a_dump_of_another_kind(world: Path, refused: Refused, option: str, kind: str) -> None:
    if option == kind:
        return
    data = {
        "wikidata": (world / "wikidata.json").read_bytes(),
        "wikipedia": (world / "enwiki.xml.bz2").read_bytes(),
        "imdb": (world / "imdb" / "title.basics.tsv.gz").read_bytes(),
        "picture": b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(50_000),  # noqa: S311
    }[kind]
    if option == "imdb":
        (world / "imdb" / "title.basics.tsv.gz").write_bytes(data)
        assert "title.basics.tsv.gz: has no column tconst" in refused("--imdb", world / "imdb", "--allow-fewer")
    else:
        (world / "other").write_bytes(data)
        assert f"{option}: holds no " in refused(f"--{option}", world / "other", "--allow-fewer")


def test_a_large_dump_of_another_kind_is_refused_before_all_of_it_is_held(
    tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else millions of issues would be in memory."""
    monkeypatch.setattr(reading, "MANY", 1000)
    dump = tmp_path / "title.basics.tsv"
    dump.write_bytes(table("title.basics", imdb_rows()["title.basics"] * 100))
    held: list[object] = []
    hear = reading.Found.hear

    def heard(found: reading.Found, given: Any) -> None:
        held.append(found)
        hear(found, given)

    monkeypatch.setattr(reading.Found, "hear", heard)
    assert "wikidata: holds no film or series" in refused("--wikidata", dump)
    assert [len(found.issues) for found in held if isinstance(found, reading.Found)] == [1000]


def test_one_source_of_several_that_holds_nothing_is_named(world: Path, refused: Refused) -> None:
    (world / "enwiki.xml.bz2").write_bytes(bz2.compress(b"<mediawiki>\n</mediawiki>\n"))
    assert "wikipedia: holds no page of a film" in refused(*arguments(world))


def test_a_dump_with_much_less_than_before(world: Path, run: Run, target: Path) -> None:
    """Less than half of the records of any source; with --allow-fewer it is taken."""
    assert run("build", "-o", target, *arguments(world)).code == 0
    whole = target.read_bytes()
    few: dict[str, Callable[[], object]] = {
        "wikidata": lambda: (world / "wikidata.json").write_bytes(wikidata(films=FILMS // 2 - 1)),
        "wikipedia": lambda: (world / "enwiki.xml.bz2").write_bytes(bz2.compress(wikipedia(5))),
        "imdb": lambda: (world / "imdb" / "title.basics.tsv.gz").write_bytes(
            table("title.basics", imdb_rows()["title.basics"][: FILMS - 1])
        ),
    }
    for source, shrink in few.items():
        kept = {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}
        shrink()
        ran = run("build", "-o", target, *arguments(world))
        assert ran.code == 3
        assert f"basedon: {source}: holds " in ran.said
        assert "--allow-fewer" in ran.said
        assert target.read_bytes() == whole
        if source == "imdb":
            assert run("build", "-o", target, *arguments(world), "--allow-fewer").code == 0
            assert target.read_bytes() != whole
        for path, data in kept.items():
            path.write_bytes(data)


def test_half_as_much_is_enough(world: Path, run: Run, target: Path) -> None:
    assert run("build", "-o", target, *arguments(world)).code == 0
    (world / "wikidata.json").write_bytes(wikidata(films=FILMS // 2))
    assert run("build", "-o", target, *arguments(world)).code == 0


# where the catalogue is written


def test_a_target_that_is_one_of_the_dumps(world: Path, run: Run) -> None:
    """Also by another name."""
    dump = world / "wikidata.json"
    before = dump.read_bytes()
    (world / "link").symlink_to(dump)
    for name in (dump, world / "link", world / "imdb" / ".." / "wikidata.json"):
        ran = run("build", "-o", name, "--wikidata", dump)
        assert ran.code == 2
        assert "is one of the dumps; give another file with -o" in ran.said
    assert dump.read_bytes() == before


@pytest.mark.parametrize("place", ["folder", "missing/films.basedon", "file/films.basedon", "/proc/films.basedon"])
def test_a_target_where_nothing_can_be_written(world: Path, run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    ran = run("build", "-o", tmp_path / place, *arguments(world))
    assert ran.code == 3
    assert ran.said.count("\n") == 1
    assert ("is a folder; give the name of a file" if place == "folder" else "can't write there") in ran.said
    assert sorted(tmp_path.rglob("*")) == before


# full disks

LIMITED = """
import resource, signal, sys
from basedon.cli import main

if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = int(sys.argv.pop(1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    main()
"""


@pytest.mark.parametrize(
    ("limit", "told"),
    [(8_000, "can't be written (File too large); make room"), (60_000, "could not be written (")],
    ids=["reading", "writing"],
)
def test_a_file_that_may_not_grow(world: Path, target: Path, tmp_path: Path, limit: int, told: str) -> None:
    """The system refuses it, be it a part or the catalogue."""
    (tmp_path / "limited.py").write_text(LIMITED, "utf-8")
    before = target.read_bytes()
    command = [sys.executable, tmp_path / "limited.py", str(limit), "build", "-o", target, *arguments(world)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 3, ran.stderr
    assert ran.stderr.count("\n") == 1
    assert told in ran.stderr
    assert target.read_bytes() == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts a disk of some kilobytes."""
    folder = tmp_path / "disk"

    def mount(size: int) -> Path:
        folder.mkdir(exist_ok=True)
        subprocess.run(["umount", folder], capture_output=True, check=False)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", folder]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        return folder

    yield mount
    subprocess.run(["umount", folder], capture_output=True, check=False)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_disk_of_any_size(
    world: Path, run: Run, target: Path, tmp_path: Path, small_disk: Callable[[int], Path]
) -> None:
    """It is full while dumps are read, while records are sorted, while the catalogue is written, or large enough."""
    assert run("build", "-o", tmp_path / "whole.basedon", *arguments(world)).code == 0
    whole, before = (tmp_path / "whole.basedon").read_bytes(), target.read_bytes()
    told = set()
    for left in (24, 48, 64, 96, 128, 192, 256, 320, 400, 1000):
        target = small_disk(len(before) // 1024 + left) / "films.basedon"
        target.write_bytes(before)
        ran = run("build", "-o", target, *arguments(world))
        if ran.code == 0:
            assert target.read_bytes() == whole
            told.add("done")
            continue
        assert ran.code == 3
        assert ran.said.count("\n") == 1
        assert "No space left on device" in ran.said or "full" in ran.said, ran.said
        assert target.read_bytes() == before
        told.add("writing" if "could not be written (" in ran.said else "reading")
    assert told == {"reading", "writing", "done"}


# killed, and started again


def command(target: Path, world: Path) -> list[str]:
    return [sys.executable, "-m", "basedon.cli", "build", "-o", str(target), *arguments(world), "--workers", "2"]


def started(target: Path, world: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(command(target, world), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def finished(run: subprocess.Popen[str]) -> Ran:
    said = run.communicate(timeout=120)[1]
    return Ran(run.returncode, said)


KILLS = 50


def test_a_build_that_is_killed_fifty_times(world: Path, target: Path, tmp_path: Path) -> None:
    """At any moment; then the same command goes on, until it is done, and again from the beginning.

    After each kill the catalogue is the old one, or whole and the new one. A part that is there stays as it is.
    """
    lines = wikidata().splitlines(keepends=True)[1:-1]
    (world / "wikidata.json").unlink()
    for number in range(5):
        (world / f"wikidata-{number}.json").write_bytes(b"".join(lines[number::5]))
    for name in ("title.akas", "title.principals", "title.crew", "name.basics"):
        (world / "imdb" / f"{name}.tsv.gz").unlink()
    begun = time.monotonic()
    assert finished(started(tmp_path / "whole.basedon", world)).code == 0
    takes = time.monotonic() - begun
    whole, before = (tmp_path / "whole.basedon").read_bytes(), target.read_bytes()
    assert whole != before
    working = target.parent / f".{target.name}.building"
    rng = random.Random(1)  # noqa: S311
    kills, seen, partly = 0, dict[Path, tuple[int, int]](), 0
    for _ in range(4 * KILLS):  # a build that goes on is often done before its moment has come
        if kills == KILLS:
            break
        run = started(target, world)
        try:
            run.wait(rng.uniform(0, 1.05 * takes))
        except subprocess.TimeoutExpired:
            run.kill()
        said = finished(run).said
        assert run.returncode in (0, -signal.SIGKILL), said
        assert "Traceback" not in said, said
        kills += run.returncode != 0
        now = target.read_bytes()
        marks = {path: path.stat() for path in working.glob("*/done.json")}
        held = {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in marks.items()}
        if now == whole:
            target.write_bytes(before)
            seen = {}
            continue
        assert now == before
        assert run.returncode != 0
        assert seen.items() <= held.items(), "a part was read again"
        partly += 0 < len(held) < 8
        seen = held
    assert finished(started(target, world)).code == 0
    assert target.read_bytes() == whole
    assert sorted(path.name for path in target.parent.iterdir()) == [target.name]
    assert partly, "no kill met a build while it was reading"
    assert kills == KILLS


def test_a_build_killed_while_it_cleans_up_leaves_nothing_to_go_on_with(
    world: Path, target: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of which some files are gone are not taken for whole ones, be they of the same dumps or of others."""
    working = target.parent / f".{target.name}.building"
    removed: list[Path] = []

    def half(folder: Path, **_: object) -> None:
        """Remove some files of the first part that is met, and no more."""
        part = folder if folder.parent == working else next(folder.glob("wikidata-*"))
        removed.extend(path for path in part.iterdir() if path.name != "done.json")
        for path in removed:
            path.unlink()
        raise KeyboardInterrupt

    def killed(*words: str | Path) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(sys.modules["basedon.building.workshop"], "shutil", SimpleNamespace(rmtree=half))
            assert run("build", "-o", target, *words).code == 130
        assert removed
        removed.clear()

    assert run("build", "-o", target, *arguments(world)).code == 0
    whole = target.read_bytes()
    killed(*arguments(world))  # at the end
    assert run("build", "-o", target, *arguments(world)).code == 0
    assert target.read_bytes() == whole
    with monkeypatch.context() as patch:
        patch.setattr(building, "check", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run("build", "-o", target, *arguments(world))
    killed("--wikidata", world / "wikidata.json", "--allow-fewer")  # while those of other dumps are removed
    assert run("build", "-o", target, *arguments(world)).code == 0
    assert target.read_bytes() == whole


def test_ctrl_c_is_no_error_to_be_told_of(world: Path, target: Path) -> None:
    before = target.read_bytes()
    (world / "wikidata.json").write_bytes(wikidata() * 400)
    run = started(target, world)
    working = target.parent / f".{target.name}.building"
    until(lambda: list(working.glob("*.making")))
    run.send_signal(signal.SIGINT)
    assert finished(run) == (130, "\n")
    assert target.read_bytes() == before


def until(met: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not met():
        assert time.monotonic() < deadline
        time.sleep(0.005)


# two at once


def test_the_second_of_two_builds_is_refused_and_the_first_goes_on(world: Path, target: Path, tmp_path: Path) -> None:
    """The first one stands still meanwhile, so that they surely meet."""
    before = target.read_bytes()
    first = started(target, world)
    until((target.parent / f".{target.name}.building" / "made-of").exists)
    first.send_signal(signal.SIGSTOP)
    try:
        second = finished(started(target, world))
        elsewhere = finished(started(tmp_path / "other.basedon", world))
        assert target.read_bytes() == before
    finally:
        first.send_signal(signal.SIGCONT)
    assert second == (3, f"basedon: {target}: another build is writing it; wait for its end\n")
    assert elsewhere.code == 0
    assert finished(first) == (0, "")
    assert target.read_bytes() == (tmp_path / "other.basedon").read_bytes()


def test_many_builds_started_at_once(world: Path, target: Path) -> None:
    """Each is done or refused, at least one is done, and nothing is left of any."""
    ran = [finished(run) for run in [started(target, world) for _ in range(5)]]
    assert {each.code for each in ran} <= {0, 3}
    assert any(each.code == 0 for each in ran)
    assert {each.said for each in ran if each.code} <= {
        f"basedon: {target}: another build is writing it; wait for its end\n"
    }
    assert len(rows(target, WORKS)) >= 2 * FILMS
    assert [path.name for path in target.parent.iterdir()] == [target.name]
