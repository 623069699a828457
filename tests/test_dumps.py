"""Made-up dumps have the layouts of the published ones, the same bytes every time, and tell of one world."""

from __future__ import annotations

import bz2
import gzip
import json
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bench import dumps
from bench.dumps_imdb import FILES, write_imdb
from bench.dumps_wikidata import blocks, write_wikidata
from bench.dumps_wikipedia import index_of, write_wikipedia
from bench.dumps_world import World

ENTITIES, TITLES, PAGES = 450, 1500, 320

COLUMNS = {
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "title.episode": "tconst parentTconst seasonNumber episodeNumber",
    "title.ratings": "tconst averageRating numVotes",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}


@cache
def made() -> bytes:
    """The lines of a dump of entities."""
    return b"".join(blocks(ENTITIES, 0.04, 1, 1))


@cache
def entities() -> list[dict[str, Any]]:
    return [json.loads(line.rstrip(",")) for line in made().decode("ascii").splitlines()]


@pytest.fixture(scope="module")
def imdb(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    folder = tmp_path_factory.mktemp("imdb")
    counts = write_imdb(folder, TITLES)
    found = {}
    for name in FILES:
        text = gzip.decompress((folder / f"{name}.tsv.gz").read_bytes()).decode()
        assert text.endswith("\n")
        found[name] = [line.split("\t") for line in text[:-1].split("\n")]
        assert counts[name] == len(found[name]) - 1
    return found


@pytest.fixture(scope="module")
def wikipedia(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("wikipedia") / "small.xml.bz2"
    write_wikipedia(file, PAGES)
    return file


def values(entity: dict[str, Any], prop: str) -> list[Any]:
    """The values of a property's statements that hold."""
    claims = [claim for claim in entity["claims"].get(prop, ()) if claim["rank"] != "deprecated"]
    return [claim["mainsnak"]["datavalue"]["value"] for claim in claims if "datavalue" in claim["mainsnak"]]


def ids(entity: dict[str, Any], prop: str) -> list[str]:
    return [value["id"] for value in values(entity, prop)]


def test_each_entity_is_a_line_of_the_size_of_real_ones() -> None:
    assert len(entities()) == ENTITIES
    assert 8_000 < len(made()) / ENTITIES < 14_000
    assert 5.5 < len(made()) / len(zlib.compress(made(), 6)) < 10
    assert made().count(b",\n") == ENTITIES - 1


def test_entities_have_the_keys_of_the_dump_in_its_order() -> None:
    tail = ["pageid", "ns", "title", "lastrevid", "modified"]
    texts = ["id", "labels", "descriptions", "aliases", "claims"]
    for entity in entities():
        if entity["type"] == "property":
            assert list(entity) == ["type", "datatype", *texts, *tail]
        else:
            assert list(entity) == ["type", *texts, "sitelinks", *tail]
        assert entity["title"].endswith(entity["id"])
        for prop, claims in entity["claims"].items():
            for claim in claims:
                assert claim["mainsnak"]["property"] == prop
                assert re.fullmatch(rf"{entity['id']}\$[0-9A-F-]{{36}}", claim["id"])
    assert b"<<" not in made()
    assert b"http:\\/\\/" in made()
    assert re.search(rb"\\u[0-9a-f]{4}", made())


def test_ids_are_unique_and_films_point_to_what_the_dump_holds() -> None:
    known = {entity["id"]: entity for entity in entities()}
    assert len(known) == ENTITIES
    films = {film.item: film for film in World(round(ENTITIES * 0.04)).films}
    assert films.keys() <= known.keys()
    for id_ in films:
        for prop in ("P57", "P58", "P161", "P136", "P144", "P364", "P495", "P155", "P156", "P179", "P921", "P941"):
            assert set(ids(known[id_], prop)) <= known.keys(), prop


def test_the_larger_world_begins_with_the_smaller_one() -> None:
    small, large = World(60), World(120)
    assert large.films[:60] == small.films
    assert large.works[: len(small.works)] == small.works


def test_some_films_remake_films_of_other_countries() -> None:
    films = World(400).films
    remakes = [film for film in films if film.remakes is not None]
    assert remakes
    for film in remakes:
        earlier = films[film.remakes or 0]
        assert earlier.country != film.country
        assert earlier.year < film.year


def test_a_dump_is_read_back_from_every_compression(tmp_path: Path) -> None:
    whole = b"[\n" + b"".join(blocks(280, 0.005, 1, 1)) + b"]\n"
    for name, opened in (("a.json.gz", gzip.open), ("a.json.bz2", bz2.open), ("a.json", open)):
        assert write_wikidata(tmp_path / name, 280, 0.005) == len(whole)
        with opened(tmp_path / name, "rb") as file:
            assert file.read() == whole


def test_zstandard_too(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    write_wikidata(tmp_path / "a.json.zst", ENTITIES, 0.04)
    with zstandard.open(tmp_path / "a.json.zst", "rb") as file:
        assert file.read() == b"[\n" + made() + b"]\n"


def test_members_are_cut_at_lines_and_can_be_read_alone(tmp_path: Path) -> None:
    write_wikidata(tmp_path / "a.json.gz", ENTITIES, 0.04, members=4)
    rest, members = (tmp_path / "a.json.gz").read_bytes(), []
    while rest:
        reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
        members.append(reader.decompress(rest) + reader.flush())
        rest = reader.unused_data
    assert len(members) == 4
    assert all(member.endswith(b"\n") for member in members)
    assert b"".join(members) == b"[\n" + made() + b"]\n"


def test_the_seed_decides_every_byte(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_imdb(tmp_path / name, 300, seed)
        write_wikipedia(tmp_path / f"{name}.xml.bz2", 40, seed)
    files = [*(f"{name}.tsv.gz" for name in FILES)]
    one, again, other = ([(tmp_path / name / file).read_bytes() for file in files] for name in "abc")
    assert one == again
    assert all(a != b for a, b in zip(one, other, strict=True))
    pages = [(tmp_path / f"{name}.xml.bz2").read_bytes() for name in "abc"]
    assert pages[0] == pages[1] != pages[2]


def test_imdb_files_have_their_columns_in_every_row(imdb: dict[str, list[list[str]]]) -> None:
    for name, columns in COLUMNS.items():
        header, *rows = imdb[name]
        assert header == columns.split()
        assert {len(row) for row in rows} == {len(header)}
        assert rows == sorted(rows, key=lambda row: row[0])
    titles = [row[0] for row in imdb["title.basics"][1:]]
    assert len(set(titles)) == len(titles) == TITLES
    assert any(row[2].startswith('"') and row[2].count('"') == 1 for row in imdb["title.basics"])
    named = {row[0] for row in imdb["name.basics"]}
    assert all(each in named or each == "\\N" for row in imdb["title.crew"][1:] for each in row[1].split(","))
    assert {row[2] for row in imdb["title.principals"][1:]} <= named


def test_imdb_has_the_films_of_wikidata(imdb: dict[str, list[list[str]]]) -> None:
    basics = {row[0]: row for row in imdb["title.basics"]}
    crew = {row[0]: row for row in imdb["title.crew"]}
    names = {row[0]: row[1] for row in imdb["name.basics"]}
    world = World(TITLES // 50)
    alike = 0
    for film in world.films:
        row = basics[film.imdb]
        alike += row[2:4] == [film.title, film.original_title] and row[5] == str(film.year)
        assert crew[film.imdb][1] == ",".join(world.people[each].imdb for each in film.directors)
    assert alike > 0.7 * len(world.films)
    assert sum(names[each.imdb] == each.name for each in world.people) > 0.8 * len(world.people)


def test_wikipedia_is_xml_with_pages_of_films(wikipedia: Path) -> None:
    root = ElementTree.fromstring(bz2.decompress(wikipedia.read_bytes()))  # noqa: S314
    space = "{http://www.mediawiki.org/xml/export-0.11/}"
    pages = root.findall(f"{space}page")
    assert len(pages) == PAGES
    texts = {each.findtext(f"{space}title"): each.findtext(f"{space}revision/{space}text") or "" for each in pages}
    assert len(texts) == PAGES
    films = [title for title, text in texts.items() if "{{Infobox film" in text or "{{Infobox television" in text]
    assert len(films) == round(PAGES * 0.025)
    assert {film.page for film in World(100).films} >= set(films)
    assert any(text.startswith("#REDIRECT") for text in texts.values())
    for each in pages:
        text = each.find(f"{space}revision/{space}text")
        assert text is not None
        assert int(text.attrib["bytes"]) == len((text.text or "").encode())


def test_the_index_says_where_each_stream_begins(wikipedia: Path) -> None:
    packed = wikipedia.read_bytes()
    lines = bz2.decompress(index_of(wikipedia).read_bytes()).decode().splitlines()
    assert len(lines) == PAGES
    offset, id_, title = lines[150].split(":", 2)
    stream = bz2.BZ2Decompressor().decompress(packed[int(offset) :]).decode()
    assert stream.startswith("  <page>")
    assert stream.count("<page>") == 100
    assert f"<title>{title}</title>\n" in stream
    assert f"    <id>{id_}</id>\n" in stream


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dumps.main(["wikidata", str(tmp_path / "a.json"), "--entities", "280", "--films", "0.005", "--processes", "1"])
    assert "280 entities" in capsys.readouterr().out


def test_too_few_entities_for_what_films_point_to_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        dumps.main(["wikidata", str(tmp_path / "a.json"), "--entities", "20", "--processes", "1"])
