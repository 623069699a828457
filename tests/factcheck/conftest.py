"""The small catalogue, opened for checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon import checking
from basedon.catalogue.catalogue import Catalogue
from basedon.model.claim import Checked, Claim


@pytest.fixture
def catalogue(small: Path) -> Iterator[Catalogue]:
    with Catalogue(small) as opened:
        yield opened


@pytest.fixture
def checked(catalogue: Catalogue) -> Callable[[str], Checked]:
    return lambda text: checking.checked(catalogue, text)


@pytest.fixture
def claims(checked: Callable[[str], Checked]) -> Callable[[str], list[Claim]]:
    return lambda text: list(checked(text).review.claims)
