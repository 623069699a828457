"""Makes the starter: `read DATA` writes the fact files, `build FILE` the catalogue, `pack` puts it into the package."""

from __future__ import annotations

import sys
from itertools import zip_longest
from pathlib import Path

from basedon.errors import BadUsage, BasedonError
from basedon.starter.making import FOLDER, make

ADDED = "[--articles FOLDER] [--netflix FILE]... [--oscars FILE]..."
USAGE = f"usage: python -m basedon.starter read DATA | build FILE {ADDED} | pack"


def main(arguments: list[str]) -> None:
    """Run one of the three commands."""
    match arguments:
        case ["read", data]:
            from basedon.starter.reading.run import read_all

            for table, count in read_all(Path(data), FOLDER / "facts").items():
                print(f"{count:7,} rows  {table}")
        case ["build", file, *rest]:
            target, added = Path(file), further(rest)
            digest = make(target, next(iter(added["--articles"]), None), added["--netflix"], added["--oscars"])
            print(f"{target}: digest {digest}, {target.stat().st_size:,} bytes")
        case ["pack"]:
            from basedon.starter.packing import PACKED, pack

            pack()
            print(f"{PACKED}: {PACKED.stat().st_size:,} bytes")
        case _:
            raise BadUsage(USAGE)


def further(words: list[str]) -> dict[str, list[Path]]:
    """What is added to the starter's facts, by option; raises BadUsage for words that are none."""
    added: dict[str, list[Path]] = {"--articles": [], "--netflix": [], "--oscars": []}
    for option, value in zip_longest(words[::2], words[1::2]):
        if option not in added or value is None or (option == "--articles" and added[option]):
            raise BadUsage(USAGE)
        added[option].append(Path(value))
    return added


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (BasedonError, OSError) as error:
        sys.exit(f"basedon.starter: {error}")
