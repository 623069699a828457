"""What the bench learns and measures, on made-up witnesses whose truth is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from bench import reliability
from bench.reliability import TEMPER, Learned, calibrated, chance, learn
from bench.scores import brier, calibration_error
from bench.scores import reliability as bins
from hypothesis import given
from hypothesis import strategies as st

from basedon.questions import reliability as shipped

FILMS = range(1, 3 * 5 * 7 * 11 + 1)
"""As many as make what rests on 3, 5, 7 and 11 independent of each other."""

REAL = {n: n % 3 == 0 for n in FILMS}
KNOWN = {n: real for n, real in REAL.items() if n % 4 == 0}


def reliable(n: int) -> bool:
    """Right of ten films in eleven."""
    return REAL[n] != (n % 11 == 5)


def middling(n: int) -> bool:
    """Right of six films in seven."""
    return REAL[n] != (n % 7 == 2)


def guessing(n: int) -> bool:
    """Says of two films in five that they are real, whatever they are."""
    return n % 5 < 2


THREE = ("lead", "infobox", "genre")


def films(names: Sequence[str] = THREE) -> dict[int, dict[str, str]]:
    """What three witnesses of these names say, the reliable one first and the one that guesses last."""
    speak = dict(zip(names, (reliable, middling, guessing), strict=True))
    return {n: {name: "real" if says(n) else "silent" for name, says in speak.items()} for n in FILMS}


def copied() -> dict[int, dict[str, str]]:
    """The same, and each witness has another that copies it."""
    return {n: heard | {f"copy of {who}": word for who, word in heard.items()} for n, heard in films().items()}


def spread(learned: Learned, witness: str) -> float:
    """How much it weighs whether a witness speaks."""
    return learned.weights[f"{witness}: real"] - learned.weights[f"{witness}: silent"]


@pytest.mark.parametrize("names", list(permutations(THREE)))
def test_learning_finds_which_of_three_witnesses_is_reliable(names: tuple[str, ...]) -> None:
    learned = learn(films(names), KNOWN)
    best, second, last = (spread(learned, name) for name in names)
    assert best > second > 1
    assert abs(last) < 0.1


def test_witnesses_that_copy_each_other_are_believed_as_far_as_they_are_right() -> None:
    learned = learn(copied(), KNOWN)
    assert spread(learned, "lead") == pytest.approx(2 * math.log(10), rel=0.1)
    assert spread(learned, "infobox") == pytest.approx(2 * math.log(6), rel=0.1)
    assert spread(learned, "genre") == pytest.approx(0, abs=0.1)
    assert chance(learned.prior) == pytest.approx(1 / 3, abs=0.05)


def test_what_was_learned_tells_the_films_apart() -> None:
    heard = copied()
    learned = learn(heard, KNOWN)
    sums = {n: sum(learned.weights[f"{w}: {s}"] for w, s in said.items()) for n, said in heard.items()}
    unknown = [n for n in FILMS if n not in KNOWN]
    right = sum((learned.prior + TEMPER * sums[n] > 0) == REAL[n] for n in unknown)
    assert right / len(unknown) >= 0.9


@pytest.mark.parametrize("witness", ["lead", "infobox"])
def test_to_speak_of_real_films_weighs_for_and_silence_against(witness: str) -> None:
    weights = learn(films(), KNOWN).weights
    assert weights[f"{witness}: real"] > 0 > weights[f"{witness}: silent"]


def test_known_films_teach_what_a_word_without_a_hint_means() -> None:
    heard = {n: {"topic": "war" if reliable(n) else "jokes"} for n in FILMS}
    weights = learn(heard, {n: REAL[n] for n in FILMS if n % 2}).weights
    assert weights["topic: war"] > 1
    assert weights["topic: jokes"] < -1


def test_known_films_go_before_what_their_witnesses_say() -> None:
    assert spread(learn(films(), KNOWN), "lead") > 1
    assert spread(learn(films(), {n: not real for n, real in REAL.items() if n > 20}), "lead") < -1


def test_witnesses_whose_silence_is_never_heard_are_not_learned() -> None:
    more = {n: heard | {"curated": "true", "biopics": "real", "articles": "true"} for n, heard in films().items()}
    assert learn(more, KNOWN) == learn(films(), KNOWN)


def test_what_was_said_of_one_film_proves_little() -> None:
    once = copied()
    assert KNOWN[12]
    once[12]["infobox"] = "report"
    weights = learn(once, KNOWN).weights
    assert 0 < weights["infobox: report"] < weights["infobox: real"]


def overconfident(scale: float, shift: float) -> tuple[list[float], list[bool]]:
    """Log-odds that are scaled and shifted away from what comes true, a thousand films at each of seven."""
    sums, real = [], []
    for odds in (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0):
        come = round(1000 * chance(odds))
        sums += [scale * odds + shift] * 1000
        real += [True] * come + [False] * (1000 - come)
    return sums, real


@pytest.mark.parametrize(("scale", "shift"), [(3.0, 0.0), (3.0, 4.0), (2.0, -5.0), (0.5, 1.0), (1.0, 0.0)])
def test_calibration_brings_log_odds_to_the_right_frequency(scale: float, shift: float) -> None:
    sums, real = overconfident(scale, shift)
    intercept, slope = calibrated(sums, real)
    assert slope == pytest.approx(1 / scale, rel=0.02)
    assert intercept == pytest.approx(-shift / scale, abs=0.05)
    for at in range(0, len(sums), 1000):
        kept = sum(real[at : at + 1000]) / 1000
        assert chance(intercept + slope * sums[at]) == pytest.approx(kept, abs=0.01)


def test_calibration_makes_the_errors_smaller() -> None:
    sums, real = overconfident(3.0, 4.0)
    intercept, slope = calibrated(sums, real)
    before = [(chance(x), so) for x, so in zip(sums, real, strict=True)]
    after = [(chance(intercept + slope * x), so) for x, so in zip(sums, real, strict=True)]
    assert calibration_error(before) > 0.1
    assert calibration_error(after) < 0.01
    assert brier(after) < brier(before)


def test_calibration_of_few_films_that_fall_apart_stays_within_bounds() -> None:
    intercept, slope = calibrated([-2.0, -1.0, 1.0, 2.0], [False, False, True, True])
    assert 1 < slope < 10
    assert abs(intercept) < 1


@pytest.mark.parametrize("so", [True, False])
def test_calibration_of_films_that_are_all_alike_takes_their_side(so: bool) -> None:
    intercept, slope = calibrated([-1.0, 0.0, 1.0], [so] * 3)
    assert math.isfinite(slope)
    assert (intercept > 0) is so


def test_log_odds_that_tell_nothing_end_at_the_share() -> None:
    intercept, slope = calibrated([-4.0, 4.0] * 400, [n % 8 < 2 for n in range(800)])
    assert slope == pytest.approx(0, abs=0.02)
    assert chance(intercept) == pytest.approx(0.25, abs=0.01)


@given(st.floats(allow_nan=False))
def test_any_log_odds_are_a_chance(odds: float) -> None:
    assert 0 < chance(odds) < 1
    assert chance(odds) + chance(-odds) == pytest.approx(1)


def test_what_is_written_is_what_the_module_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, text = tmp_path / "reliability.py", reliability.TARGET.read_text("utf-8")
    copy.write_text(text, "utf-8")
    monkeypatch.setattr(reliability, "TARGET", copy)
    reliability.write(Learned(shipped.PRIOR, shipped.WEIGHTS), shipped.CALIBRATION)
    assert copy.read_text("utf-8") == text
    reliability.write(Learned(-1.0, {"lead: true": 2.0}), (0.5, 1.5))
    written: dict[str, object] = {}
    exec(compile(copy.read_text("utf-8"), str(copy), "exec"), written)  # noqa: S102
    assert (written["PRIOR"], written["CALIBRATION"], written["WEIGHTS"]) == (-1.0, (0.5, 1.5), {"lead: true": 2.0})


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ([], 0.0),
        ([(1.0, True), (0.0, False)], 0.0),
        ([(1.0, False), (0.0, True)], 1.0),
        ([(0.75, True)] * 3 + [(0.75, False)], 0.0),
        ([(0.9, True)] * 5 + [(0.9, False)] * 5, 0.4),
        ([(0.9, True)] * 5 + [(0.9, False)] * 5 + [(0.0, False)] * 10, 0.2),
        ([(0.55, True)] * 2 + [(0.15, False)] * 2, 0.3),
        ([(0.41, False), (0.49, True)], 0.05),
    ],
)
def test_calibration_error_is_how_far_promised_and_kept_lie_apart(told: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(told) == pytest.approx(error)


def test_fewer_bins_hide_errors_of_both_sides() -> None:
    told = [(0.3, False), (0.7, True)]
    assert calibration_error(told, 1) == pytest.approx(0)
    assert calibration_error(told, 2) == pytest.approx(0.3)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30), st.integers(1, 20))
def test_every_probability_falls_in_one_bin_and_the_error_stays_within_one(
    told: list[tuple[float, bool]], many: int
) -> None:
    assert sum(part.count for part in bins(told, [at / many for at in range(many + 1)])) == len(told)
    assert 0 <= calibration_error(told, many) <= 1 + 1e-9
