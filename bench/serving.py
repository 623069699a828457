"""How fast the server answers, beside nginx and Datasette, and whether it stays up under a mixed load.

    python -m bench.serving side [--seconds 5] [--datasette PROGRAM] [--catalogue FILE]
    python -m bench.serving typing [--seconds 10]
    python -m bench.serving mixed [--minutes 30] [--replace 10]

`side` needs wrk and nginx (apt-get install wrk nginx-light); each server has its turn, again and again, on loopback:
one film as JSON at 50 connections. `typing` types titles letter by letter, as a browser asks. `mixed` asks for pages,
answers, lists and checks of articles while the catalogue's file is replaced under it, and tells of errors and memory.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

import basedon

FILM = "Q3809340"
CONNECTIONS = 50
TYPED = ("miracle in cell no 7", "the departed", "schindler's list", "is fargo based", "infernal affairs", "the lamp")
MISTYPED = ("miracel in cell", "godfater", "shindlers list", "who directed amelei")


def free() -> int:
    """A port that nobody listens at."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


@contextlib.contextmanager
def running(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server while it listens."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            process.wait()


def ours(catalogue: Path, port: int) -> list[str]:
    """The command that serves a catalogue."""
    return [sys.executable, "-m", "basedon.cli", "serve", "--port", str(port), "--catalogue", str(catalogue)]


def wrk(url: str, seconds: int) -> tuple[float, float]:
    """Requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, late = re.search(r"Requests/sec:\s+([\d.]+)", told), re.search(r"99%\s+([\d.]+)(us|ms|s)\b", told)
    assert rate is not None
    assert late is not None
    assert "Non-2xx" not in told, told
    return float(rate[1]), float(late[1]) * {"us": 0.001, "ms": 1, "s": 1000}[late[2]]


def worked(process: int) -> float:
    """Seconds of a processor that a server and its own processes have taken: what a busy machine does not change."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    return (int(fields[11]) + int(fields[12])) / 100 + sum(worked(int(child)) for child in children)


def side(catalogue: Path, seconds: int, datasette: str | None, turns: int = 3) -> None:
    """One film as JSON, by each server in turns."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        copied = folder / "films.db"
        copied.symlink_to(catalogue.resolve())
        port = free()
        servers = {"basedon serve": stack.enter_context(running(ours(catalogue, port), port)).pid}
        urls = {"basedon serve": f"http://127.0.0.1:{port}/api/v1/film/{FILM}"}
        with basedon.open(catalogue) as held:
            from basedon.web.api import film_by_id

            body = film_by_id(held.catalogue, FILM, False)
            number = held.catalogue.number(FILM)
        if shutil.which("nginx"):
            port = free()
            (folder / "film.json").write_bytes(body)
            folder.chmod(0o755)
            configuration = folder / "nginx.conf"
            configuration.write_text(
                f"daemon off; worker_processes 1; pid {folder}/pid; error_log /dev/null; user root;\n"
                "events { worker_connections 1024; }\n"
                f"http {{ access_log off; sendfile on; open_file_cache max=10; keepalive_requests 100000000;\n"
                f"server {{ listen 127.0.0.1:{port}; root {folder}; default_type application/json; }} }}\n"
            )
            name = "nginx, the same bytes as a file"
            servers[name] = stack.enter_context(running(["nginx", "-c", str(configuration)], port)).pid
            urls[name] = f"http://127.0.0.1:{port}/film.json"
        program = datasette or shutil.which("datasette")
        if program:
            port = free()
            name = "Datasette, the film's row"
            servers[name] = stack.enter_context(running([program, "serve", str(copied), "-p", str(port)], port)).pid
            urls[name] = f"http://127.0.0.1:{port}/films/works/{number}.json?_shape=array"
        for url in urls.values():
            wrk(url, 1)
        found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in urls}
        for _ in range(turns):
            for name, url in urls.items():
                before = worked(servers[name])
                rate, late = wrk(url, seconds)
                found[name].append((rate, late, rate * seconds / (worked(servers[name]) - before)))
    own, own_work = (median(run[n] for run in found["basedon serve"]) for n in (0, 2))
    print(f"one film as JSON ({len(body):,} bytes), {CONNECTIONS} connections, median of {turns} turns")
    for name, runs in found.items():
        rate, late, work = (median(run[n] for run in runs) for n in range(3))
        told = f"{name:32} {rate:7,.0f} a second, p99 {late:6.2f} ms, {work:7,.0f} a second of a processor"
        print(f"{told}; basedon {own / rate:.2f} times that, {own_work / work:.2f} by processor")


class Asker:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, path: str, body: bytes | None = None) -> tuple[int, bytes, float]:
        """Status, body and seconds of one request."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        assert self.reader is not None
        method = "GET" if body is None else "POST"
        head = f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\naccept-encoding: gzip\r\n"
        if body is not None:
            head += f"content-type: text/plain\r\ncontent-length: {len(body)}\r\n"
        began = time.perf_counter()
        self.writer.write(head.encode() + b"\r\n" + (body or b""))
        head_ = await self.reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head_, re.IGNORECASE)
        got = await self.reader.readexactly(int(length[1])) if length else b""
        return int(head_[9:12]), got, time.perf_counter() - began

    def close(self) -> None:
        """Close the connection."""
        if self.writer is not None:
            self.writer.close()


async def type_titles(port: int, seconds: int, typists: int = 4) -> None:
    """Several people type titles letter by letter, none of them asked for before."""
    taken: dict[str, list[float]] = {"typed": [], "mistyped": []}
    until = time.monotonic() + seconds
    chance = random.Random(7)

    async def typist() -> None:
        asker = Asker(port)
        while time.monotonic() < until:
            kind = "typed" if chance.random() < 0.8 else "mistyped"
            title = chance.choice(TYPED if kind == "typed" else MISTYPED)
            for n in range(2, len(title) + 1):
                fresh = f"{title[:n]}{'  ' * chance.randrange(1, 60)}"  # blanks, so that no stored answer serves
                status, _, took = await asker.ask(f"/suggest?q={quote(fresh)}")
                assert status == 200, (status, fresh)
                taken[kind].append(took * 1000)
                await asyncio.sleep(0.02)
        asker.close()

    await asyncio.gather(*(typist() for _ in range(typists)))
    for kind, took in taken.items():
        cuts = quantiles(took, n=100)
        print(f"{kind:9} {len(took):6,} suggestions: p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f}, most {max(took):.0f}")


def memory(process: int) -> float:
    """Megabytes that a process holds."""
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", told)
    return int(found[1]) / 1024 if found else 0.0


async def mix(port: int, process: int, catalogue: Path, minutes: float, replaced: int, askers: int = 8) -> None:
    """A mixed load while the file is replaced under it."""
    with basedon.open(catalogue) as held:
        numbers = [n for (n,) in held.catalogue.query("SELECT work FROM works ORDER BY work % 9973 LIMIT 3000")]
        works = list(held.catalogue.works(numbers).values())
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    late: list[float] = []
    began = time.monotonic()
    until = began + minutes * 60

    async def asker(seed: int) -> None:
        chance = random.Random(seed)
        one = Asker(port)
        while time.monotonic() < until:
            work = chance.choice(works[: int(len(works) ** chance.random())])
            title = quote(work.title)
            kind, path, body = chance.choice(
                [
                    ("film", f"/api/v1/film/{quote(work.id, safe='')}", None),
                    ("title", f"/api/v1/film?title={title}", None),
                    ("page", f"/film/{quote(work.id, safe='')}", None),
                    ("explainer", f"/explain/{quote(work.id, safe='')}", None),
                    ("ask", f"/api/v1/ask?q={quote(f'Is {work.title} based on a true story?')[:390]}", None),
                    ("answer", f"/ask?q={quote(f'Which remakes does {work.title} have?')[:390]}", None),
                    ("typing", f"/suggest?q={quote(work.title[:5])}", None),
                    ("home", "/", None),
                    ("check", "/api/v1/check", f"{work.title} ({work.year}) is based on a true story.".encode()),
                ]
            )
            try:
                status, _, took = await one.ask(path, body)
            except (OSError, asyncio.IncompleteReadError) as error:
                wrong.append(f"{path}: {error!r}")
                one = Asker(port)
                continue
            counted[kind] += 1
            late.append(took * 1000)
            if status not in (200, 302):
                wrong.append(f"{path}: {status}")
        one.close()

    async def replacing() -> None:
        for n in range(replaced):
            await asyncio.sleep(minutes * 60 / (replaced + 1))
            fresh = catalogue.with_suffix(f".{n}")
            await asyncio.to_thread(shutil.copy, catalogue, fresh)
            fresh.replace(catalogue)

    async def watching() -> None:
        while time.monotonic() < until:
            done = (time.monotonic() - began) / 60
            print(
                f"{done:5.1f} min: {memory(process):5.0f} MB, {sum(counted.values()):,} answers, {len(wrong)} errors",
                flush=True,
            )
            await asyncio.sleep(max(1.0, min(60.0, minutes * 6)))

    await asyncio.gather(replacing(), watching(), *(asker(seed) for seed in range(askers)))
    cuts = quantiles(late, n=100)
    print(f"{sum(counted.values()):,} answers, {len(wrong)} errors; p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms")
    print(json.dumps(counted), *wrong[:10], sep="\n")


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("side", "typing", "mixed"))
    parser.add_argument("--catalogue", type=Path)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--replace", type=int, default=10)
    parser.add_argument("--datasette")
    given = parser.parse_args()
    with basedon.open(given.catalogue) as held:
        path = held.catalogue.path
    if given.what == "side":
        side(path, given.seconds, given.datasette)
        return
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copy(path, Path(folder) / "films.basedon"))
        port = free()
        with running(ours(copied, port), port) as process:
            if given.what == "typing":
                asyncio.run(type_titles(port, given.seconds))
            else:
                asyncio.run(mix(port, process.pid, copied, given.minutes, given.replace))


if __name__ == "__main__":
    main()
