"""Wikidata's dump of entities, as it is published: a bracket, one entity a line with a comma behind it, a bracket."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from math import gcd
from pathlib import Path

from bench.dumps_entities import Feeds, Pools, Template
from bench.dumps_files import Writer
from bench.dumps_filler import Filler
from bench.dumps_items import Thing, things
from bench.dumps_world import World, item

BLOCK = 50
"""Lines made together, from one seed; a member of the file ends with a block."""


class Dump:
    """The entities of a dump by the numbers of their lines: the world scattered evenly among the others."""

    def __init__(self, entities: int, films: float, seed: int) -> None:
        self.entities, self.seed = entities, seed
        self.things: list[Thing] = things(World(round(entities * films), seed))
        if len(self.things) > entities:
            raise ValueError(f"so many films need {len(self.things)} entities at least")
        self.pools, self.filler = fill_of(seed)
        # a step without a common divisor meets each thing once, far from those that it points to
        step = round(0.618 * len(self.things))
        while gcd(step, len(self.things)) != 1:
            step += 1
        self.step = step

    def thing(self, line: int) -> Thing | None:
        """What of the world stands on a line, if anything."""
        count = len(self.things)
        before = line * count // self.entities
        if (line + 1) * count // self.entities == before:
            return None
        return self.things[before * self.step % count]

    def block(self, number: int) -> bytes:
        """The lines of one block, each but the dump's last with its comma."""
        feeds = Feeds(self.pools, f"{self.seed} block {number}")
        first = number * BLOCK
        numbers = range(first, min(first + BLOCK, self.entities))
        lines = []
        for line, template in zip(numbers, self.filler.chosen(feeds, len(numbers)), strict=True):
            thing = self.thing(line)
            if thing is None:
                lines.append(template.filled(feeds, item(line, 6 + line % 4)))
            else:
                id_, make = thing
                lines.append(Template(make()).filled(feeds, id_))
        end = "\n" if numbers.stop == self.entities else ",\n"
        return (",\n".join(lines) + end).encode("ascii")


@lru_cache(maxsize=1)
def fill_of(seed: int) -> tuple[Pools, Filler]:
    """The words and templates of a seed, which a process makes once."""
    return Pools(seed), Filler(seed)


@lru_cache(maxsize=1)
def dump_of(entities: int, films: float, seed: int) -> Dump:
    """The dump, whose world and templates a process makes once."""
    return Dump(entities, films, seed)


def block_of(entities: int, films: float, seed: int, number: int) -> bytes:
    """One block of a dump, made in whichever process."""
    return dump_of(entities, films, seed).block(number)


def blocks(entities: int, films: float, seed: int, processes: int) -> Iterator[bytes]:
    """All blocks in order; with several processes some are made while others are compressed."""
    numbers = range(-(-entities // BLOCK))
    make = partial(block_of, entities, films, seed)
    if processes < 2:
        yield from map(make, numbers)
        return
    with ProcessPoolExecutor(processes) as pool:
        # handed out piece by piece, lest the pool run far ahead of the compressor and hold the dump in memory
        for first in range(0, len(numbers), 400):
            yield from pool.map(make, numbers[first : first + 400], chunksize=8)


def write_wikidata(
    file: Path, entities: int, films: float = 0.02, seed: int = 1, members: int = 1, processes: int | None = None
) -> int:
    """Write a dump; returns its size before compression."""
    if processes is None:
        processes = (os.cpu_count() or 1) if entities > 2000 else 1
    count = -(-entities // BLOCK)
    edges = {round(count * part / members) for part in range(1, members)}
    with Writer(file) as out:
        out.write(b"[\n")
        for number, block in enumerate(blocks(entities, films, seed, processes)):
            if number in edges:
                out.cut()
            out.write(block)
        out.write(b"]\n")
    return out.written
