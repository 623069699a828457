"""How fast other programs read the same dumps: seconds, megabytes a second and memory, medians of some runs.

    python -m bench.peers wikidata FILE [--runs 3] [--python PYTHON] [--bin FOLDER]... [--only WORD] [--ours COMMAND]
    python -m bench.peers imdb FOLDER [the same]

FILE is .json.gz, .json.bz2 or .json.zst; MB/s count bytes after decompression. PYTHON is the interpreter that has the
peers of pip, --bin names folders to look for programs in before those of PATH, --only leaves out what has not that word
in its name. What is not installed is left out, which is said. --ours runs a command beside them, where {file} stands
for FILE and {out} for a file that it may write. Memory is that of the largest process, never less than this one's.

The peers, each in an environment of its own: Debian's isal, pigz, lbzip2, zstd and jq; wikibase-dump-filter of npm;
isal, qwikidata, duckdb, polars, cinemagoer and imdb-sqlite of pip. `python -m bench.dumps` writes dumps to run them on.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

FILM = "Q11424"
DECOMPRESS = {".gz": "pigz -dc", ".bz2": "lbzip2 -dc", ".zst": "zstd -dcq", ".json": "cat"}
FILES = ("name.basics", "title.basics", "title.akas", "title.crew", "title.ratings")
"""Those of IMDb's seven files that are read; together they hold what films, people and their names are known by."""

SINGLE = """\
import sys, isal.igzip
with isal.igzip.open(sys.argv[1], "rb") as file:
    size = 0
    while block := file.read(1 << 20):
        size += len(block)
print(size)"""
THREADED = """\
import sys, isal.igzip_threaded
with isal.igzip_threaded.open(sys.argv[1], "rb", threads=1, block_size=1 << 20) as file:
    size = 0
    while block := file.read(1 << 20):
        size += len(block)
print(size)"""
QWIKIDATA = f"""\
import sys
from qwikidata.entity import WikidataItem
from qwikidata.json_dump import WikidataJsonDump
found = 0
for entity in WikidataJsonDump(sys.argv[1]):
    if entity["type"] == "item":
        claims = WikidataItem(entity).get_truthy_claim_group("P31")
        values = [claim.mainsnak.datavalue for claim in claims]
        found += any(value is not None and value.value["id"] == "{FILM}" for value in values)
print(found)"""
DUCKDB = r"""
import sys, duckdb
base = duckdb.connect(sys.argv[1])
rows = 0
for path in sys.argv[2:]:
    name = path.rsplit("/", 1)[-1].removesuffix(".tsv.gz").replace(".", "_")
    base.execute(
        f"create table {name} as select * from read_csv('{path}', delim='\t', header=true, quote='', escape='', "
        "nullstr='\\N', all_varchar=true)"
    )
    rows += base.execute(f"select count(*) from {name}").fetchone()[0]
print(rows)"""
POLARS = r"""
import sys, polars
rows = 0
for path in sys.argv[2:]:
    read = polars.read_csv(path, separator="\t", quote_char=None, null_values="\\N", infer_schema=False)
    read.write_parquet(sys.argv[1] + path.rsplit("/", 1)[-1] + ".parquet")
    rows += len(read)
print(rows)"""


class Peer(Struct, frozen=True):
    """A program to time: a command of the shell, what must be installed for it, and the files that it reads.

    In the command {file} stands for what is read and {out} for a file that it may write.
    """

    name: str
    command: str
    programs: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    files: tuple[str, ...] = FILES


class Run(Struct, frozen=True):
    """One run: seconds by the clock and of the processors, the largest process in MB, and the last line it printed."""

    seconds: float
    busy: float
    memory: float
    said: str


def ours(command: str | None) -> list[Peer]:
    """The program to compare with, as it is called: any command that reads {file} and may write {out}."""
    return [Peer("ours", command)] if command else []


def of_wikidata(file: Path) -> list[Peer]:
    """What reads Wikidata's dump: first what only decompresses it, then what finds its films."""
    unpack = DECOMPRESS[file.suffix]
    program = unpack.split()[0]
    filtered = f"""grep -F '"id":"{FILM}"' | sed 's/,$//' | jq -r"""
    holds = f'.rank != "deprecated" and .mainsnak.datavalue.value.id == "{FILM}"'
    wanted = f"'select(any(.claims.P31[]?; {holds})) | .id'"
    plain = [Peer(unpack, f"{unpack} {{file}} > {os.devnull}", (program,))]
    if file.suffix == ".gz":
        plain += [
            Peer("igzip -dc", f"igzip -dc {{file}} > {os.devnull}", ("igzip",)),
            Peer("gzip -dc", f"gzip -dc {{file}} > {os.devnull}", ("gzip",)),
            Peer("python-isal, one thread", f"python -c {shlex.quote(SINGLE)} {{file}}", modules=("isal",)),
            Peer("python-isal, threaded", f"python -c {shlex.quote(THREADED)} {{file}}", modules=("isal",)),
        ]
    finding = [
        Peer(f"{program}, grep and jq", f"{unpack} {{file}} | {filtered} {wanted} | wc -l", (program, "jq")),
        Peer(
            f"{program} and wikibase-dump-filter",
            f"{unpack} {{file}} | wikibase-dump-filter --quiet --claim P31:{FILM} | wc -l",
            (program, "wikibase-dump-filter"),
        ),
    ]
    if file.suffix != ".zst":
        finding.append(Peer("qwikidata", f"python -c {shlex.quote(QWIKIDATA)} {{file}}", modules=("qwikidata",)))
    return plain + finding


def of_imdb() -> list[Peer]:
    """What brings IMDb's files into tables."""
    five = " ".join(f"{{file}}/{name}.tsv.gz" for name in FILES)
    without_crew = tuple(name for name in FILES if name != "title.crew")
    return [
        Peer("DuckDB, to tables", f"python -c {shlex.quote(DUCKDB)} {{out}} {five}", modules=("duckdb",)),
        Peer("Polars, to Parquet", f"python -c {shlex.quote(POLARS)} {{out}} {five}", modules=("polars",)),
        Peer(
            "imdb-sqlite (without crew)",
            "imdb-sqlite --db {out} --cache-dir {file} --only people,titles,akas,ratings",
            ("imdb-sqlite",),
            files=without_crew,
        ),
        Peer("cinemagoer, to SQLite", "s32cinemagoer.py {file} sqlite:///{out}", ("s32cinemagoer.py",)),
    ]


class Bench:
    """Where the programs are, and the runs."""

    def __init__(self, python: str, folders: Sequence[Path]) -> None:
        self.python = python
        self.path = os.pathsep.join([*(str(each.resolve()) for each in folders), *os.get_exec_path()])

    def missing(self, peer: Peer) -> str:
        """What of a peer is not installed."""
        programs = [each for each in peer.programs if shutil.which(each, path=self.path) is None]
        modules = [each for each in peer.modules if not self.imports(each)]
        return ", ".join(programs + [f"{each} (Python)" for each in modules])

    def imports(self, module: str) -> bool:
        """Whether the interpreter has a module."""
        return subprocess.run([self.python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0

    def run(self, peer: Peer, file: Path) -> Run:
        """One run; raises when it fails."""
        with tempfile.TemporaryDirectory() as folder:
            command = peer.command.replace("{file}", shlex.quote(str(file))).replace("{out}", f"{folder}/out")
            if command.startswith("python "):
                command = shlex.quote(self.python) + command.removeprefix("python")
            said, told = Path(folder, "said"), Path(folder, "told")
            with said.open("wb") as out, told.open("wb") as errors:
                start = time.perf_counter()
                process = subprocess.Popen(
                    ["bash", "-o", "pipefail", "-c", command],
                    env={**os.environ, "PATH": self.path, "LC_ALL": "C.UTF-8"},
                    stdout=out,
                    stderr=errors,
                )
                # wait4 tells of this command and its children alone, where getrusage tells of all that ever ran
                _, status, used = os.wait4(process.pid, 0)
                seconds = time.perf_counter() - start
                process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"{peer.name}: exit code {process.returncode}: {told.read_text()[-800:]}")
            lines = said.read_text().split("\n")
            return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, ["", *lines][-2])


def size_of(bench: Bench, file: Path) -> float:
    """How many megabytes a file holds after decompression."""
    if file.suffix not in DECOMPRESS or file.suffix == ".json":
        return file.stat().st_size / 1e6
    return int(bench.run(Peer("size", f"{DECOMPRESS[file.suffix]} {{file}} | wc -c"), file).said) / 1e6


def chosen_files(folder: Path, names: Sequence[str], beside: Path) -> Path:
    """A folder with only some of IMDb's files, by links, for programs that read all that they find."""
    beside.mkdir()
    for name in names:
        (beside / f"{name}.tsv.gz").symlink_to((folder / f"{name}.tsv.gz").resolve())
    return beside


def measured(bench: Bench, peers: Sequence[Peer], places: dict[str, Path], sizes: dict[str, float], runs: int) -> None:
    """Run the peers in turn, so that a busy moment of the machine meets all of them, and print the medians."""
    taken: dict[str, list[Run]] = {peer.name: [] for peer in peers}
    for number in range(runs):
        for peer in peers:
            taken[peer.name].append(bench.run(peer, places[peer.name]))
            print(f"  run {number + 1}: {peer.name} {taken[peer.name][-1].seconds:.1f} s", file=sys.stderr)
    print(f"{'':36}{'seconds':>9}{'fastest':>9}{'of CPU':>9}{'MB/s':>9}{'memory':>10}   last line ({runs} runs each)")
    for peer in peers:
        every = taken[peer.name]
        seconds, busy = (median(getattr(run, field) for run in every) for field in ("seconds", "busy"))
        memory, speed = max(run.memory for run in every), sizes[peer.name] / seconds
        fastest = min(run.seconds for run in every)
        print(
            f"{peer.name:36}{seconds:9.2f}{fastest:9.2f}{busy:9.2f}{speed:9.1f}{memory:7.0f} MB   {every[-1].said[:40]}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Time the peers that are installed."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description="Other programs on the same dumps.")
    parser.add_argument("kind", choices=("wikidata", "imdb"))
    parser.add_argument("file", type=Path, metavar="FILE", help="Wikidata's dump, or the folder of IMDb's files")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--python", default=sys.executable, help="interpreter with the peers of pip")
    parser.add_argument("--bin", type=Path, action="append", default=[], metavar="FOLDER", help="where programs are")
    parser.add_argument("--only", default="", metavar="WORD", help="only those with this word in their name")
    parser.add_argument("--ours", metavar="COMMAND", help="a command to run beside them, with {file} and {out}")
    given = parser.parse_args(arguments)
    bench = Bench(given.python, given.bin)
    every = of_wikidata(given.file) if given.kind == "wikidata" else of_imdb()
    peers = []
    for peer in [each for each in every if given.only in each.name] + ours(given.ours):
        lacking = bench.missing(peer)
        if lacking:
            print(f"left out: {peer.name}, for it needs {lacking}")
        else:
            peers.append(peer)
    with tempfile.TemporaryDirectory() as folder:
        if given.kind == "wikidata":
            size = size_of(bench, given.file)
            places, sizes = ({peer.name: given.file for peer in peers}, {peer.name: size for peer in peers})
            print(f"{given.file.name}: {size:,.0f} MB, {given.file.stat().st_size / 1e6:,.0f} MB compressed")
        else:
            each_size = {name: size_of(bench, given.file / f"{name}.tsv.gz") for name in FILES}
            sizes = {peer.name: sum(each_size[name] for name in peer.files) for peer in peers}
            places = {
                peer.name: chosen_files(given.file, peer.files, Path(folder, str(number)))
                for number, peer in enumerate(peers)
            }
            print(f"{given.file.name}: {sum(each_size.values()):,.0f} MB in {', '.join(FILES)}")
        measured(bench, peers, places, sizes, given.runs)


if __name__ == "__main__":
    main()
