"""How fast the command line starts and answers, beside other programs.

    python -m bench.start [-n RUNS]

Warm: the starter lies unpacked in the cache folder. Cold: it was removed before each run, as after an installation. The
commands take turns, so that a busy moment of the machine meets all of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

QUESTION = "Is Fargo based on a true story?"
BASEDON = (sys.executable, "-c", "from basedon.cli import main; main()")
"""What the installed script runs, so that it need not be installed."""


class Run(Struct, frozen=True):
    """One command to time, and whether the unpacked starter is removed before it."""

    name: str
    command: tuple[str, ...]
    cold: bool = False


def runs() -> list[Run]:
    """The commands, those that are not installed left out."""
    places = (str(Path(sys.executable).parent), *os.get_exec_path())
    datasette = shutil.which("datasette", path=os.pathsep.join(places))
    return [
        Run("python -c pass", (sys.executable, "-c", "pass")),
        Run("basedon --version", (*BASEDON, "--version")),
        Run("basedon ask, warm", (*BASEDON, "ask", QUESTION)),
        Run("basedon ask, cold", (*BASEDON, "ask", QUESTION), cold=True),
        Run("basedon film, warm", (*BASEDON, "film", "Oldboy")),
        Run("basedon film, misspelt", (*BASEDON, "film", "Miracle in Cel No. 77")),
        *([Run("datasette --version", (datasette, "--version"))] if datasette else []),
    ]


def timed(run: Run, cache: Path) -> float:
    """Seconds that one run of a command takes; raises when it fails otherwise than by finding nothing."""
    if run.cold:
        for entry in cache.iterdir():
            shutil.rmtree(entry)
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    environment.pop("BASEDON_CATALOGUE", None)
    start = time.perf_counter()
    done = subprocess.run(run.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1) or done.stderr:
        raise SystemExit(f"{run.name}: exit code {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


def main(arguments: Sequence[str] | None = None) -> None:
    """Time every command in turn and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m bench.start", description="Start and answer, warm and cold.")
    parser.add_argument("-n", type=int, default=15, metavar="RUNS", help="rounds (default 15)")
    count = parser.parse_args(arguments).n
    taken: dict[str, list[float]] = {run.name: [] for run in runs()}
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        for run in runs():
            timed(run, cache)
        for _ in range(count):
            for run in runs():
                taken[run.name].append(timed(run, cache))
    print(f"{'command':26}{'median':>9}{'fastest':>9}{'slowest':>9}   ({count} runs each)")
    for name, seconds in taken.items():
        print(f"{name:26}" + "".join(f"{1000 * s:6.0f} ms" for s in (median(seconds), min(seconds), max(seconds))))


if __name__ == "__main__":
    main()
