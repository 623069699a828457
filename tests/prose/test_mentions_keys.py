"""The tables in which hashes are looked up."""

import numpy as np
import pytest

from basedon.prose.mentions_keys import Sieve, Table


@pytest.mark.parametrize("size", [0, 1, 2, 5_000])
@pytest.mark.parametrize("room", [0, 3])
def test_each_key_is_found_at_its_place_and_no_other_hash_is(size: int, room: int) -> None:
    drawn = np.random.default_rng(5).integers(1, 2**63, 2 * size, dtype=np.uint64)
    keys, others = drawn[:size], np.append(drawn[size:], np.uint64(0))
    table = Table(keys, room)
    assert table.find(keys).tolist() == list(range(size))
    assert table.find(others).tolist() == [-1] * len(others)


def test_a_sieve_lets_every_key_through_and_few_others() -> None:
    drawn = np.random.default_rng(5).integers(1, 2**63, 10_000, dtype=np.uint64)
    sieve = Sieve(drawn[:5_000])
    assert sieve.may(drawn[:5_000]).all()
    assert sieve.may(drawn[5_000:]).mean() < 0.2
