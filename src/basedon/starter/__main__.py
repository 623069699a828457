"""Makes the starter: `read DATA` writes the fact files from public data, `build [FILE]` the catalogue from them."""

from __future__ import annotations

import sys
from pathlib import Path

from basedon.errors import BadUsage
from basedon.starter.making import FOLDER, make

USAGE = "usage: python -m basedon.starter read DATA | build [FILE]"


def main(arguments: list[str]) -> None:
    """Run one of the two commands."""
    match arguments:
        case ["read", data]:
            from basedon.starter.reading.run import read_all

            for table, count in read_all(Path(data), FOLDER / "facts").items():
                print(f"{count:7,} rows  {table}")
        case ["build", *rest] if len(rest) <= 1:
            target = Path(rest[0]) if rest else FOLDER / "starter.basedon"
            print(f"{target}: digest {make(target)}, {target.stat().st_size:,} bytes")
        case _:
            raise BadUsage(USAGE)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except BadUsage as error:
        sys.exit(str(error))
