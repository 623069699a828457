"""The shipped families and stories: what their contributors expect is what the weighing says."""

from __future__ import annotations

from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.questions import true_story
from basedon.sources.curated import key_of, load
from basedon.starter.making import FOLDER


def test_every_curated_work_comes_out_with_the_basis_its_file_states(starter: Path) -> None:
    wrong, compared = [], 0
    with Catalogue(starter) as catalogue:
        for path in sorted([*FOLDER.glob("families/*.toml"), *FOLDER.glob("stories/*.toml")]):
            for work in load(path).works:
                number = catalogue.number(f"curated:{path.stem}#{key_of(work)}")
                assert number is not None, f"{path.name}: {work.title} is not in the catalogue"
                if work.basis is not None:
                    compared += 1
                    found = true_story.story(catalogue, number).basis
                    if found is not work.basis:
                        wrong.append(f"{path.name}: {work.title} ({work.year}): stated {work.basis}, comes out {found}")
    assert compared > 3000
    assert not wrong, "\n".join(wrong)
