"""The user's own statements: what every column comes to, which film a row means, and rows that can't be taken."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.statements import FORMS, read
from basedon.sources.statements_row import KINDS, RELATIONS

DOCS = Path(__file__).parents[2] / "docs" / "statements.md"
COLUMNS = (*FORMS[0].needed, *FORMS[0].further)


def table(*rows: dict[str, str], delimiter: str = ",") -> str:
    """A file with the columns that any of the rows has, and those that it must have."""
    columns = [name for name in COLUMNS if name in FORMS[0].needed or any(name in row for row in rows)]
    columns += sorted({name for row in rows for name in row} - set(columns))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def found(folder: Path, text: str | bytes, name: str = "mine.csv") -> tuple[list[Record], list[Issue]]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    given = list(read(path))
    return [one for one in given if isinstance(one, Record)], [one for one in given if isinstance(one, Issue)]


SALT = {"title": "Salt Road", "year": "1971"}
LAMP = {"id": "Q900001"}
BOOK = SALT | {"relation": "based_on", "target": "The Salt Road", "type": "novel"}


def said(folder: Path, **row: str) -> Statement:
    """What one row says, which must be taken."""
    records, issues = found(folder, table(LAMP | row))
    assert issues == []
    (record,) = records
    *_, statement = record.says
    return statement


def refused(folder: Path, **row: str) -> str:
    """Why one row is not taken, while its neighbours are."""
    records, issues = found(folder, table(BOOK, row, BOOK))
    assert sum(statement.predicate is Predicate.BASED_ON for record in records for statement in record.says) == 2
    (issue,) = issues
    assert (issue.source, issue.record, issue.kind) == ("statements", "mine.csv, row 3", "value")
    assert issue.says.startswith("row 3, ")
    return issue.says.removeprefix("row 3, ")


def test_a_statement_with_all_that_it_may_have(tmp_path: Path) -> None:
    row = SALT | {
        "id": "Q900003",
        "relation": "based_on",
        "denied": "yes",
        "hedge": "loosely",
        "target": "The Salt Road",
        "type": "novel",
        "creator": "E. M. Brandt",
        "target_year": "1933",
        "target_id": "Q900030",
        "source": "Interview with the director",
        "url": "https://lamp.example/salt?page=3",
        "locator": "at 12:30",
        "quote": 'It was never "the novel".',
        "date": "1971-02-10",
    }
    (record,), issues = found(tmp_path, table(row))
    assert issues == []
    film = "mine#Q900003"
    own = (Evidence("statements", film, "row 2"),)
    subject = f"statements:{film}"
    assert record == Record(
        subject,
        (
            Statement(subject=subject, predicate=Predicate.SAME_AS, target=Target(id="wikidata:Q900003"), evidence=own),
            Statement(subject=subject, predicate=Predicate.TITLE, target=Target("Salt Road"), evidence=own),
            Statement(subject=subject, predicate=Predicate.YEAR, target=Target(year=1971), evidence=own),
            Statement(
                subject=subject,
                predicate=Predicate.BASED_ON,
                target=Target("The Salt Road", "novel", "E. M. Brandt", 1933, "wikidata:Q900030"),
                denied=True,
                hedge="loosely",
                evidence=(
                    Evidence(
                        "statements",
                        film,
                        "row 2: Interview with the director, at 12:30",
                        'It was never "the novel".',
                        "1971-02-10",
                        "https://lamp.example/salt?page=3",
                    ),
                ),
            ),
        ),
    )


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    text = DOCS.read_text("utf-8")
    example = text.partition("```csv\n")[2].partition("```")[0]
    records, issues = found(tmp_path, example)
    assert issues == []
    assert [record.subject.partition("#")[2] for record in records] == [
        *("tt0408306", "wikipedia:Seven_(1995_film)", "salt_road-1971", "lantern_keeper-1996")
    ]
    assert sum(len(record.says) for record in records) == 13


def test_the_documentation_names_every_column_and_word() -> None:
    text = DOCS.read_text("utf-8")
    words = (
        *COLUMNS,
        *RELATIONS,
        *(word for kinds in KINDS.values() for word in kinds),
        "loosely",
        "partly",
        "reportedly",
    )
    assert [word for word in words if f"`{word}`" not in text] == []


# the film


@pytest.mark.parametrize(
    ("id_", "known"),
    [
        ("Q900001", "wikidata:Q900001"),
        ("wikidata:Q900001", "wikidata:Q900001"),
        ("https://www.wikidata.org/wiki/Q900001", "wikidata:Q900001"),
        ("http://www.wikidata.org/entity/Q900001", "wikidata:Q900001"),
        ("tt9000001", "imdb:tt9000001"),
        ("imdb:tt9000001", "imdb:tt9000001"),
        ("https://www.imdb.com/title/tt9000001/", "imdb:tt9000001"),
        ("https://m.imdb.com/title/tt9000001", "imdb:tt9000001"),
        ("wikipedia:The Lamp (1950 film)", "wikipedia:The Lamp (1950 film)"),
        ("wikipedia:the_Lamp_(1950_film)", "wikipedia:The Lamp (1950 film)"),
        ("https://en.wikipedia.org/wiki/La_l%C3%A1mpara", "wikipedia:La lámpara"),
        ("https://en.m.wikipedia.org/wiki/The_Lamp", "wikipedia:The Lamp"),
    ],
)
def test_ids_in_every_notation(tmp_path: Path, id_: str, known: str) -> None:
    (record,), issues = found(tmp_path, table({"id": id_, "relation": "true_story"}))
    assert issues == []
    assert record.says[0].target == Target(id=known)
    assert said(tmp_path, relation="remake_of", target_id=id_.replace("900001", "900009")).target.id is not None


@pytest.mark.parametrize(
    "id_",
    [
        *("The Lamp", "Q", "Q0", "q900001", "Q900001x", "P31", "tt1", "nm9000001", "wikipedia:", "wikipedia:_", "-"),
        *("https://fr.wikipedia.org/wiki/La_lampe", "https://en.wikipedia.org/wiki/The_Lamp#Plot", "wikipedia:A|B"),
        *("https://wikidata.org.lamp.example/wiki/Q1", "wikipedia:%00", "wikipedia:%1b[2J", "Q" + "9" * 290),
    ],
)
def test_what_is_no_id(tmp_path: Path, id_: str) -> None:
    assert refused(tmp_path, id=id_, relation="true_story").startswith("id: ")
    assert "target_id: " in refused(tmp_path, **LAMP, relation="remake_of", target="The Lamp", target_id=id_)


@pytest.mark.parametrize("who", [{}, {"title": "Salt Road"}, {"year": "1971"}])
def test_without_an_id_a_film_needs_title_and_year(tmp_path: Path, who: dict[str, str]) -> None:
    assert refused(tmp_path, **who, relation="true_story").startswith("id: is empty")


@pytest.mark.parametrize("year", ["1879", "2101", "MCMLXXI", "1971?", "1971-72", "-1971"])
def test_years_out_of_bounds(tmp_path: Path, year: str) -> None:
    assert refused(tmp_path, title="Salt Road", year=year, relation="true_story").startswith("year: ")


def test_rows_of_one_film_share_a_subject_and_name_it_once(tmp_path: Path) -> None:
    rows = [
        SALT | {"relation": "true_story", "denied": "yes"},
        {"title": "SALT ROAD ", "year": "1971", "relation": "director", "target": "Joan Field"},
        {"title": "Salt Road", "year": "1972", "relation": "director", "target": "Joan Field"},
    ]
    first, second = found(tmp_path, table(*rows))[0]
    assert (first.subject, second.subject) == ("statements:mine#salt_road-1971", "statements:mine#salt_road-1972")
    assert [(s.predicate.value, s.target.title, s.target.year) for s in first.says] == [
        ("title", "Salt Road", None),
        ("year", None, 1971),
        ("title", "SALT ROAD", None),
        ("true_story", None, None),
        ("director", "Joan Field", None),
    ]
    assert {s.subject for s in first.says} == {first.subject}
    assert {s.evidence[0].record for s in first.says} == {"mine#salt_road-1971"}


def test_title_and_year_go_with_the_film_to_which_another_row_gives_an_id(tmp_path: Path) -> None:
    rows = [SALT | {"relation": "true_story"}, SALT | {"id": "tt9000003", "relation": ""}]
    (record,), issues = found(tmp_path, table(*rows))
    assert (record.subject, issues) == ("statements:mine#tt9000003", [])
    assert {s.predicate for s in record.says} == {
        *(Predicate.SAME_AS, Predicate.TITLE, Predicate.YEAR, Predicate.TRUE_STORY)
    }


def test_title_and_year_of_two_films_are_doubtful(tmp_path: Path) -> None:
    rows = [SALT | {"id": id_, "relation": ""} for id_ in ("Q900003", "Q900004")]
    records, (issue,) = found(tmp_path, table(*rows, SALT | {"relation": "true_story"}))
    assert len(records) == 2
    assert (issue.kind, issue.record) == ("ambiguous", "mine.csv, row 4")
    assert issue.says.startswith("row 4, id: ")


def test_an_item_and_a_page_of_the_same_name_are_two_films(tmp_path: Path) -> None:
    rows = [{"id": id_, "relation": "true_story"} for id_ in ("Q900003", "wikipedia:Q900003")]
    records, _ = found(tmp_path, table(*rows))
    assert len({record.subject for record in records}) == 2


# what is said


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_in_every_spelling(tmp_path: Path, relation: str) -> None:
    bare = relation in ("true_story", "original_story", "presented_as_true")
    target = {"year": "1950", "type": "film"}.get(relation, "The Lamp")
    row = {} if bare else {"target": target}
    for spelling in (relation, relation.upper(), relation.replace("_", " "), relation.replace("_", "-").title()):
        statement = said(tmp_path, relation=spelling, **row)
        assert statement.predicate == relation
        value = statement.target
        assert value == (Target() if bare else Target(year=1950) if relation == "year" else Target(target))
        assert statement.kind == ("unknown" if relation in ("remake_of", "remade_as") else None)


def test_closed_lists(tmp_path: Path) -> None:
    assert said(tmp_path, relation="true_story", denied="YES").denied
    assert not said(tmp_path, relation="true_story", denied="no").denied
    assert said(tmp_path, relation="true_story", hedge="Reportedly").hedge == "reportedly"
    assert said(tmp_path, relation="remake_of", target="X", kind="Re-Adaptation").kind == "re-adaptation"
    assert said(tmp_path, relation="followed_by", target="X", kind="spin-off").kind == "spin_off"
    assert said(tmp_path, relation="based_on", type="Nonfiction Book").target == Target(type="non-fiction book")
    assert said(tmp_path, relation="based_on", target="X", target_year="-400").target == Target("X", year=-400)
    assert said(tmp_path, relation="remake_of", target_year="1950").target == Target(year=1950)
    assert said(tmp_path, relation="director", target="X", target_id="Q5").target == Target("X", id="wikidata:Q5")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"relation": "basedon it"}, "relation"),
        ({"relation": "same_as", "target": "Q5"}, "relation"),
        ({"relation": "read", "target": "lead"}, "relation"),
        ({"relation": "!", "target": "lead"}, "relation"),
        ({"relation": "true_story", "denied": "perhaps"}, "denied"),
        ({"relation": "true_story", "hedge": "maybe"}, "hedge"),
        ({"relation": "true_story", "target": "the strike"}, "target"),
        ({"relation": "true_story", "type": "event"}, "type"),
        ({"relation": "true_story", "kind": "official"}, "kind"),
        ({"relation": "remake_of"}, "target"),
        ({"relation": "remake_of", "type": "film"}, "target"),
        ({"relation": "remake_of", "target": "X", "type": "novel"}, "type"),
        ({"relation": "remake_of", "target": "X", "kind": "sequel"}, "kind"),
        ({"relation": "remake_of", "target_id": "Q900001"}, "target_id"),
        ({"relation": "followed_by", "target": "X", "kind": "official"}, "kind"),
        ({"relation": "sequel_of", "target": "X", "kind": "official"}, "kind"),
        ({"relation": "based_on"}, "target"),
        ({"relation": "based_on", "type": "opera"}, "type"),
        ({"relation": "based_on", "target": "X", "target_year": "2101"}, "target_year"),
        ({"relation": "based_on", "target": "X", "target_year": "-3001"}, "target_year"),
        ({"relation": "based_on", "target": "X", "target_year": "c. 1900"}, "target_year"),
        ({"relation": "director"}, "target"),
        ({"relation": "director", "target": "X", "denied": "yes"}, "denied"),
        ({"relation": "director", "target": "X", "hedge": "partly"}, "hedge"),
        ({"relation": "director", "target": "X", "type": "person"}, "type"),
        ({"relation": "director", "target": "X", "creator": "Y"}, "creator"),
        ({"relation": "title", "target": "X", "target_id": "Q5"}, "target_id"),
        ({"relation": "year", "target": "X"}, "target"),
        ({"relation": "year", "target_year": "1950"}, "target_year"),
        ({"relation": "type", "target": "novel"}, "target"),
        ({"relation": "", "target": "X"}, "target"),
        ({"relation": "true_story", "url": "lamp.example"}, "url"),
        ({"relation": "true_story", "url": "javascript:alert(1)"}, "url"),
        ({"relation": "true_story", "url": "https://lamp.example/ <b>"}, "url"),
        ({"relation": "true_story", "date": "10.2.1971"}, "date"),
        ({"relation": "true_story", "date": "1971-13"}, "date"),
        ({"relation": "true_story", "date": "1971-02-30"}, "date"),
        ({"relation": "true_story", "source": "x" * 301}, "source"),
        ({"relation": "true_story", "quote": "x" * 1001}, "quote"),
        ({"relation": "based_on", "target": "x" * 301}, "target"),
    ],
)
def test_a_row_that_does_not_fit_names_its_column(tmp_path: Path, row: dict[str, str], column: str) -> None:
    assert f"{column}: " in refused(tmp_path, **LAMP, **row)


def test_all_that_is_wrong_with_a_row_is_one_issue(tmp_path: Path) -> None:
    says = refused(tmp_path, id="Lamp", relation="made_of", date="now", denied="so")
    assert [part in says for part in ("id: ", "relation: ", "date: ", "denied: ")] == [True] * 4


@pytest.mark.parametrize(
    ("row", "locator"),
    [
        ({}, "row 2"),
        ({"source": "Press kit"}, "row 2: Press kit"),
        ({"locator": "page 3"}, "row 2: page 3"),
        ({"source": "Press\n kit", "locator": "page 3"}, "row 2: Press kit, page 3"),
    ],
)
def test_the_locator_leads_to_the_row_first(tmp_path: Path, row: dict[str, str], locator: str) -> None:
    assert said(tmp_path, relation="true_story", **row).evidence[0].locator == locator


# the file


def test_semicolons_tabs_and_packed_files(tmp_path: Path) -> None:
    rows = [BOOK, SALT | {"relation": "director", "target": "Joan Field"}]
    expected = found(tmp_path, table(*rows))
    assert len(expected[0][0].says) == 4
    text = table(*rows)
    for name, data in {
        "mine.csv": table(*rows, delimiter=";").encode(),
        "mine.CSV": text.replace("\r\n", "\n").encode(),
        "mine.tsv": table(*rows, delimiter="\t").encode(),
        "mine.tab": b"\xef\xbb\xbf" + table(*rows, delimiter="\t").encode(),
        "mine.csv.gz": gzip.compress(text.encode()),
        "mine.tsv.bz2": bz2.compress(table(*rows, delimiter="\t").encode()),
    }.items():
        assert found(tmp_path, data, name) == expected, name


def test_quotation_marks_of_a_tsv_file_are_characters(tmp_path: Path) -> None:
    text = 'title\tyear\trelation\n"Salt" Road\t1971\ttrue_story\n"Salt Road\t1971\ttrue_story\n'
    records, _ = found(tmp_path, text, "mine.tsv")
    assert [s.target.title for record in records for s in record.says if s.predicate is Predicate.TITLE] == [
        *('"Salt" Road', '"Salt Road')
    ]


def test_short_rows_blank_rows_and_columns_in_any_order(tmp_path: Path) -> None:
    text = (
        "Relation,Target Year,Title,Year,Target\n,,,,\n\ntrue story,,Salt Road,1971\nbased on,1933,Salt Road,1971,X,,\n"
    )
    (record,), issues = found(tmp_path, text)
    assert issues == []
    assert [s.evidence[0].locator for s in record.says] == ["row 4", "row 4", "row 4", "row 5"]
    assert record.says[-1].target == Target("X", year=1933)


def test_a_misspelt_column_is_told_of(tmp_path: Path) -> None:
    _, (issue,) = found(tmp_path, table(BOOK | {"hegde": "loosely"}))
    assert (issue.kind, issue.says) == ("unknown column", "the column 'hegde' is not known; not read")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("mine.csv", "", "is empty"),
        ("mine.csv", table(), "no rows"),
        ("mine.csv", "title,year\nSalt Road,1971\n", "has no column relation"),
        ("mine.csv", "title,relation\nSalt Road,true_story\n", "has no column"),
        ("mine.csv", "film;claim\nSalt Road;true\n", "has no column"),
        ("mine.csv", "id,id,relation\nQ1,Q2,true_story\n", "twice"),
        ("mine.csv", table(SALT | {"relation": "made of"}), "no row can be taken: row 2, relation: 'made of' is none"),
        ("mine.txt", table(BOOK), "csv or .tsv"),
        ("mine", table(BOOK), "csv or .tsv"),
        ("mine.xlsx.gz", table(BOOK), "csv or .tsv"),
    ],
)
def test_files_that_can_not_be_taken_are_refused_in_one_line(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(BadFile, match=re.escape(says)) as raised:
        found(tmp_path, text, name)
    assert str(raised.value).startswith(f"{name}: ")
    assert "\n" not in str(raised.value)


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/mi\xffne.csv"
    try:
        with open(path, "wb") as file:  # noqa: PTH123  # a Path of bytes there is none
            file.write(table(BOOK).encode())
    except OSError:
        pytest.skip("this file system has no such names")
    (record,) = read(Path(os.fsdecode(path)))
    assert isinstance(record, Record)
    record.subject.encode()


words = st.one_of(
    st.sampled_from([*RELATIONS, "yes", "loosely", "novel", "Q1", "tt9000001", "1971", ""]), st.text(max_size=8)
)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), words, max_size=8), min_size=1, max_size=6))
def test_every_row_is_in_a_record_or_an_issue(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / f"statements-{os.getpid()}.csv"
    rows = [
        {name: " ".join(cell.split()).encode(errors="ignore").decode() for name, cell in row.items()} for row in rows
    ]
    path.write_text(table(BOOK, *rows), "utf-8", newline="")
    told = set()
    for one in read(path):
        if isinstance(one, Issue):
            told.add(int(one.record.rpartition(" ")[2]))
        else:
            told |= {int(s.evidence[0].locator.partition(":")[0].removeprefix("row ")) for s in one.says}
    naming = {n for n, row in enumerate(rows, 3) if not row.get("relation") and any(row.values())}
    assert told | naming == {2} | {n for n, row in enumerate(rows, 3) if any(row.values())}
