"""What a build costs, and how that grows with its dumps: seconds, memory at the peak, and the size of the file.

    python -m bench.growth FOLDER [--entities 240000] [--titles 1300000] [--pages 40000] [--times 2]

Dumps are generated in FOLDER where they are not there yet, then twice (or --times) as large ones; each build runs in a
process of its own, and its memory is that of its largest process and all it started.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def dump(folder: Path, kind: str, count: int) -> Path:
    """A generated dump of some size, made where it is not there yet."""
    option, name = {
        "wikidata": ("--entities", f"wikidata-{count}.json.gz"),
        "imdb": ("--titles", f"imdb-{count}"),
        "wikipedia": ("--pages", f"wikipedia-{count}.xml.bz2"),
    }[kind]
    target = folder / name
    if not target.exists():
        command = [sys.executable, "-m", "bench.dumps", kind, str(target), option, str(count)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def build(folder: Path, dumps: dict[str, Path]) -> tuple[float, float, float]:
    """Build once; seconds, peak memory and size of the file in MB."""
    target = folder / "growth.basedon"
    target.unlink(missing_ok=True)
    command = [sys.executable, "-m", "basedon.cli", "build", "-o", str(target)]
    for kind, path in dumps.items():
        command += [f"--{kind}", str(path)]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    # the children of this process so far: builds grow, so the last is the largest
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = target.stat().st_size / 1e6
    target.unlink()
    return seconds, peak, size


def main(arguments: Sequence[str] | None = None) -> None:
    """Build of dumps of one size and of its multiple, and print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entities", type=int, default=240_000)
    parser.add_argument("--titles", type=int, default=1_300_000)
    parser.add_argument("--pages", type=int, default=40_000)
    parser.add_argument("--times", type=int, default=2)
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    print(f"{'dumps':>8}{'seconds':>10}{'peak MB':>10}{'file MB':>10}")
    for factor in (1, given.times):
        counts = {"wikidata": given.entities, "imdb": given.titles, "wikipedia": given.pages}
        dumps = {kind: dump(given.folder, kind, count * factor) for kind, count in counts.items() if count}
        seconds, peak, size = build(given.folder, dumps)
        print(f"{factor:>7}x{seconds:>10.1f}{peak:>10.0f}{size:>10.1f}", flush=True)


if __name__ == "__main__":
    main()
