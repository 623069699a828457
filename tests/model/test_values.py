from __future__ import annotations

import subprocess
import sys

import pytest

from basedon import errors
from basedon.model.verdict import HEADLINES, LABELS, Basis
from basedon.model.work import Ids, Work


def test_story_basis_is_a_closed_list() -> None:
    assert {basis.value for basis in Basis} == {
        "true_story",
        "inspired_by_real_events",
        "adaptation",
        "original",
        "presented_as_true",
        "disputed",
        "unknown",
    }
    assert HEADLINES.keys() == LABELS.keys() == set(Basis)


def test_no_says_only_what_has_been_found_untrue() -> None:
    assert {basis for basis, says in HEADLINES.items() if says.startswith("No")} == {
        Basis.ADAPTATION,
        Basis.ORIGINAL,
        Basis.PRESENTED_AS_TRUE,
    }


@pytest.mark.parametrize(("year", "label"), [(2003, "Oldboy (2003)"), (None, "Oldboy")])
def test_a_label_has_the_year_where_there_is_one(year: int | None, label: str) -> None:
    assert Work("wikidata:Q1", "film", Ids(), "Oldboy", None, year).label == label


def test_every_error_tells_its_exit_code() -> None:
    codes = {name: getattr(errors, name).exit_code for name in errors.__all__}
    assert codes == {"BasedonError": 3, "NotFound": 1, "BadUsage": 2, "Unreachable": 3, "BadFile": 3}
    assert all(issubclass(getattr(errors, name), errors.BasedonError) for name in errors.__all__)
    raised = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert {e.__name__ for e in raised} == set(errors.__all__)


def test_the_model_knows_nobody() -> None:
    """It imports nothing of the package but itself."""
    script = (
        "import sys\n"
        "import basedon.model.answer, basedon.model.evidence, basedon.model.statement, basedon.model.work\n"
        "print(*sorted(m for m in sys.modules if m.startswith('basedon.') and not m.startswith('basedon.model')))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert set(printed.split()) <= {"basedon.errors"}
