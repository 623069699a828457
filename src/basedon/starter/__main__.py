"""Makes the starter: `read DATA` writes the fact files, `build FILE` the catalogue, `pack` puts it into the package."""

from __future__ import annotations

import sys
from pathlib import Path

from basedon.errors import BadUsage, BasedonError
from basedon.starter.making import FOLDER, make

USAGE = "usage: python -m basedon.starter read DATA | build FILE [--articles FOLDER] | pack"


def main(arguments: list[str]) -> None:
    """Run one of the three commands."""
    match arguments:
        case ["read", data]:
            from basedon.starter.reading.run import read_all

            for table, count in read_all(Path(data), FOLDER / "facts").items():
                print(f"{count:7,} rows  {table}")
        case ["build", file, *rest] if not rest or (len(rest) == 2 and rest[0] == "--articles"):
            target = Path(file)
            digest = make(target, Path(rest[1]) if rest else None)
            print(f"{target}: digest {digest}, {target.stat().st_size:,} bytes")
        case ["pack"]:
            from basedon.starter.packing import PACKED, pack

            pack()
            print(f"{PACKED}: {PACKED.stat().st_size:,} bytes")
        case _:
            raise BadUsage(USAGE)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (BasedonError, OSError) as error:
        sys.exit(f"basedon.starter: {error}")
