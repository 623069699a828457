"""The Academy Awards: both public lists, rows that are wrong, and the real list where it is at hand."""

from __future__ import annotations

import csv
import gzip
import io
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.model.award import Nomination
from basedon.model.issue import Issue
from basedon.sources.oscars import read

REAL = Path(__file__).parents[3] / "shared" / "data" / "oscars" / "the_oscar_award.csv.gz"

PLAIN = ("year_film", "year_ceremony", "ceremony", "category", "name", "film", "winner")
WITH_IDS = (
    *("Ceremony", "Year", "Class", "CanonicalCategory", "Category", "NomId", "Film", "FilmId", "Name", "Nominees"),
    *("NomineeIds", "Winner", "Detail", "Note", "Citation"),
)
SALT = ("1971", "1972", "44", "WRITING", "Written by Joan Field", "Salt Road", "True")
FERRY = ("1971", "1972", "44", "WRITING", "Ada Holt", "Night Ferry", "False")


def listed(*rows: tuple[str, ...], header: tuple[str, ...] = PLAIN) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def tabbed(*rows: dict[str, str], header: tuple[str, ...] = WITH_IDS) -> bytes:
    """As the list with ids is written: a backslash before quotation marks, no empty cells at a row's end."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", doublequote=False, escapechar="\\", lineterminator="\n")
    writer.writerows([header, *([row.get(name, "") for name in header] for row in rows)])
    return "\n".join(line.rstrip("\t") for line in text.getvalue().split("\n")).encode()


def found(folder: Path, data: bytes, name: str = "awards.csv") -> list[Nomination | Issue]:
    path = folder / name
    path.write_bytes(data)
    return list(read(path))


def nomination(**changed: object) -> Nomination:
    known: dict[str, object] = {
        "row": 2,
        "award": "Academy Award",
        "category": "WRITING",
        "canonical": None,
        "year": 1971,
        "ceremony": 44,
        "ceremony_year": 1972,
        "film": "Salt Road",
        "imdb": None,
        "name": "Written by Joan Field",
        "won": True,
    }
    return Nomination(**(known | changed))  # type: ignore[arg-type]


def test_a_winner_and_a_nominee(tmp_path: Path) -> None:
    assert found(tmp_path, listed(SALT, FERRY)) == [
        nomination(),
        nomination(row=3, film="Night Ferry", name="Ada Holt", won=False),
    ]


def test_the_category_by_the_name_it_has_throughout(tmp_path: Path) -> None:
    header = (*PLAIN[:4], "canon_category", *PLAIN[4:])
    row = (*SALT[:4], "WRITING (Original Screenplay)", *SALT[4:])
    assert found(tmp_path, listed(row, header=header)) == [nomination(canonical="WRITING (Original Screenplay)")]


def test_a_row_without_a_film_is_kept(tmp_path: Path) -> None:
    row = ("1971", "1972", "44", "HONORARY AWARD", ' Tom "Reel" Vance, for fifty years', "", "True")
    assert found(tmp_path, listed(row)) == [
        nomination(category="HONORARY AWARD", film=None, name='Tom "Reel" Vance, for fifty years')
    ]


def test_a_row_that_names_nobody_and_no_film_is_an_issue(tmp_path: Path) -> None:
    _, issue = found(tmp_path, listed(SALT, ("1971", "1972", "44", "HUMANITARIAN AWARD", "", " ", "True")))
    assert issue == Issue("oscars", "awards.csv, row 3", "value", "row 3, name: names nobody, and no film")


@pytest.mark.parametrize("last", ["", "False"])
def test_a_list_made_before_the_ceremony_knows_no_winner(tmp_path: Path, last: str) -> None:
    later = [("1972", "1973", "45", *row[3:6], last) for row in (SALT, FERRY)]
    values = found(tmp_path, listed(SALT, FERRY, *later))
    assert [value.won for value in values if isinstance(value, Nomination)] == [True, False, None, None]


@pytest.mark.parametrize(
    ("ceremony", "year", "held"),
    [
        *((1, 1927, 1929), (2, 1928, 1930), (3, 1929, 1930), (4, 1930, 1931), (5, 1931, 1932), (6, 1932, 1934)),
        *((7, 1934, 1935), (93, 2020, 2021), (96, 2023, 2024)),
    ],
)
def test_the_year_of_a_ceremony_follows_from_its_number(tmp_path: Path, ceremony: int, year: int, held: int) -> None:
    """The list's own column says 1928 of the first, which was held in 1929."""
    row = (str(year), str(year + 1), str(ceremony), *SALT[3:])
    assert found(tmp_path, listed(row)) == [nomination(year=year, ceremony=ceremony, ceremony_year=held)]


def test_the_first_of_several_films_without_its_semicolon(tmp_path: Path) -> None:
    assert found(tmp_path, listed((*SALT[:5], "Salt Road;", "True"))) == [nomination()]


def test_quotation_marks_commas_and_line_breaks_in_a_cell(tmp_path: Path) -> None:
    row = (*SALT[:4], 'Written by "Joan",\nand Ada', 'The "Salt", Road', "True")
    first, second = found(tmp_path, listed(row, SALT))
    assert first == nomination(film='The "Salt", Road', name='Written by "Joan",\nand Ada')
    assert second == nomination(row=4), "rows are counted by the line they begin on"


# the list with ids

ROW = {
    "Ceremony": "44",
    "Year": "1971",
    "Class": "Writing",
    "CanonicalCategory": "WRITING (Original Screenplay)",
    "Category": "WRITING",
    "NomId": "an0000001",
    "Film": "Salt Road",
    "FilmId": "tt9000001",
    "Name": "Written by Joan Field",
    "Nominees": "Joan Field",
    "NomineeIds": "nm9000001",
    "Winner": "True",
}
NEWER = nomination(imdb="tt9000001", canonical="WRITING (Original Screenplay)")


def test_the_list_with_ids(tmp_path: Path) -> None:
    loser = ROW | {"Film": "Night Ferry", "FilmId": "?", "Winner": "", "Note": 'NOTE: "not official".\\'}
    first, second = found(tmp_path, tabbed(ROW, loser), "oscars.csv")
    assert first == NEWER
    assert second == nomination(row=3, film="Night Ferry", canonical="WRITING (Original Screenplay)", won=False)


def test_the_older_names_of_its_columns(tmp_path: Path) -> None:
    header = tuple({"CanonicalCategory": "Canonical Category", "Nominees": "Nominee(s)"}.get(n, n) for n in WITH_IDS)
    row = ROW | {"Canonical Category": ROW["CanonicalCategory"], "Nominee(s)": "Joan Field", "Name": ""}
    (value,) = found(tmp_path, tabbed(row, header=(*header, "Placement", "MultifilmNomination")))
    assert value == nomination(imdb="tt9000001", canonical="WRITING (Original Screenplay)", name="Joan Field")


def test_a_nomination_of_several_films_is_one_value_for_each(tmp_path: Path) -> None:
    both = ROW | {"Film": "Salt Road|Night Ferry", "FilmId": "tt9000001|tt9000002"}
    first, second = found(tmp_path, tabbed(both))
    assert first == NEWER
    assert isinstance(second, Nomination)
    assert (second.row, second.film, second.imdb) == (2, "Night Ferry", "tt9000002")
    unclear = found(tmp_path, tabbed(both | {"FilmId": "tt9000001"}))
    assert [value.imdb for value in unclear if isinstance(value, Nomination)] == [None, None]


def test_seasons_of_two_years(tmp_path: Path) -> None:
    (value,) = found(tmp_path, tabbed(ROW | {"Year": "1932/33", "Ceremony": "6"}))
    assert isinstance(value, Nomination)
    assert (value.year, value.ceremony_year) == (1932, 1934)


# what is wrong


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("year_film", ""),
        ("year_film", "71"),
        ("year_film", "1971/1972"),
        ("year_film", "1961"),
        ("year_film", "1972"),
        ("ceremony", ""),
        ("ceremony", "0"),
        ("ceremony", "forty-fourth"),
        ("ceremony", "4400"),
        ("category", ""),
        ("winner", "perhaps"),
    ],
)
def test_a_value_out_of_bounds_is_an_issue(tmp_path: Path, column: str, value: str) -> None:
    wrong = tuple(value if name == column else cell for name, cell in zip(PLAIN, SALT, strict=True))
    before, issue, after = found(tmp_path, listed(SALT, wrong, SALT))
    assert isinstance(issue, Issue)
    assert (issue.source, issue.record, issue.kind) == ("oscars", "awards.csv, row 3", "value")
    assert issue.says.startswith(f"row 3, {column}: ")
    assert (before, after) == (nomination(), nomination(row=4))


def test_a_quotation_mark_that_is_not_closed_takes_no_row_in_silence(tmp_path: Path) -> None:
    rows = [f"1971,1972,44,WRITING,Ada,Film {n},True" for n in range(6)]
    rows[1] = '1971,1972,44,WRITING,"Ada,Film 1,True'
    rows[3] = '1971,1972,44,WRITING,"Ada",Film 3,True'
    first, issue, *rest = found(tmp_path, listed() + "\n".join(rows).encode())
    assert isinstance(first, Nomination)
    assert isinstance(issue, Issue)
    assert issue.kind == "not a row"
    assert "lines 3 to 5 are not read" in issue.says
    assert [value.film for value in rest if isinstance(value, Nomination)] == ["Film 4", "Film 5"]


def test_one_that_is_never_closed_is_told_of_too(tmp_path: Path) -> None:
    rows = [f"1971,1972,44,WRITING,Ada,Film {n},True" for n in range(20_000)]
    rows[100] = rows[100].replace("Ada", '"Ada')
    values = found(tmp_path, listed() + "\n".join(rows).encode())
    issues = [value.says for value in values if isinstance(value, Issue)]
    assert len(values) - len(issues) > 15_000
    (says,) = issues
    first, last = (int(word) for word in says.partition("lines ")[2].split() if word.isdigit())
    assert (first, last - first + 1) == (102, 20_000 - (len(values) - 1))


def test_bytes_that_are_no_utf_8_and_rows_that_are_too_long(tmp_path: Path) -> None:
    latin = listed((*SALT[:5], "T\u00e9a", "True")).decode().encode("latin-1")
    issue, value = found(tmp_path, latin)
    assert isinstance(issue, Issue)
    assert issue.kind == "encoding"
    assert value == nomination(film="T\ufffda")
    (only,) = found(tmp_path, listed((*SALT, "more")))
    assert isinstance(only, Issue)
    assert only.kind == "columns"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (listed(), "no rows"),
        (listed(SALT, header=(*PLAIN[:6], "won")), "has no column winner"),
        (tabbed(ROW, header=WITH_IDS[1:]), "has no column Ceremony"),
        (b"Film,Year,Award\nSalt Road,1971,1\n", "has no column"),
        (gzip.compress(listed(*[SALT] * 900))[:-9], "ends too early"),
    ],
)
def test_files_of_another_kind_are_refused_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says) as raised:
        found(tmp_path, data)
    assert str(raised.value).startswith("awards.csv: ")
    assert "\n" not in str(raised.value)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10)


@given(st.lists(st.tuples(*[st.one_of(cells, st.just(cell)) for cell in SALT]), max_size=8))
def test_every_row_is_a_value_or_an_issue(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / f"oscars-{os.getpid()}.csv"
    path.write_bytes(listed(SALT, *rows))
    told = [one.row if isinstance(one, Nomination) else int(one.record.rpartition(" ")[2]) for one in read(path)]
    expected = [2, *(n for n, row in enumerate(rows, 3) if any(map(str.strip, row)))]
    assert list(dict.fromkeys(told)) == expected, "several films of a row are several values"


@given(st.text("\"',\\\n\r\t;|x", max_size=60))
def test_quotation_marks_anywhere(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"oscars-{os.getpid()}.csv"
    for data in (listed(SALT), tabbed(ROW)):
        path.write_bytes(data + text.encode())
        first, *rest = read(path)
        assert isinstance(first, Nomination)
        assert all(isinstance(one, Nomination | Issue) for one in rest)


@pytest.mark.skipif(not REAL.is_file(), reason="the public data sets are not at hand")
def test_the_real_list() -> None:
    values = list(read(REAL))
    nominations = [value for value in values if isinstance(value, Nomination)]
    issues = [value.says for value in values if isinstance(value, Issue)]
    assert sorted({int(value.record.split()[-1]) if isinstance(value, Issue) else value.row for value in values}) == [
        *range(2, 10_761)
    ]
    assert issues == [f"row {row}, name: names nobody, and no film" for row in (10_515, 10_516, 10_637)]
    assert len(nominations) == 10_756
    assert Counter(one.won for one in nominations) == {False: 8_230, True: 2_406, None: 120}
    assert {one.ceremony for one in nominations if one.won is None} == {95}
    assert sum(one.film is None for one in nominations) == 307
    with gzip.open(REAL, "rt", encoding="utf-8", newline="") as file:
        later = {int(row["ceremony"]): int(row["year_ceremony"]) for row in csv.DictReader(file)}
    held = {one.ceremony: one.ceremony_year for one in nominations}
    assert {number: year for number, year in held.items() if later[number] != year} == {1: 1929, 2: 1930, 6: 1934}
