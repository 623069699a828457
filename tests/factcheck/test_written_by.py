"""Who wrote a source did not direct the film, and that nobody says it is no claim that it is so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from basedon.model.claim import Claim

Claims = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Salt Road (1971) is based on the novel Salt Road by E. M. Brandt.",
        "Quiet Harbour (1965) adapts the play Quiet Harbour by Ada Moor.",
    ],
)
def test_the_writer_of_a_source_is_no_director(claims: Claims, text: str) -> None:
    assert "director" not in {claim.type for claim in claims(text)}


def test_silence_is_no_claim_of_truth(claims: Claims) -> None:
    text = "Salt Road (1971) adapts a novel, and no source here says that it tells real events."
    assert not [c for c in claims(text) if c.type == "based_on_true_story" and c.verdict == "contradicted"]
