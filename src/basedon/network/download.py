"""Downloads one file: goes on where it stopped, checks what came, and puts it in its place only when it is whole."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from basedon.errors import BadFile, Unreachable
from basedon.network.broken import Broken
from basedon.network.checksums import Checksum
from basedon.network.guard import place, shown
from basedon.network.opening import Answer, opened
from basedon.network.part import GO_ON, Part, Version, part_of
from basedon.network.patience import Patience

ENOUGH = 1 << 16
"""Bytes that must come in each span of patience, and between two failures if the second is to count as the first."""
LARGEST = 1 << 42
"""Bytes of a file; what goes on beyond that never ends."""
PAUSE, LONGEST_PAUSE, LONGEST_WAIT = 1.0, 30.0, 120.0
"""Seconds after the first failure, doubled with each; and the longest that a server may ask for."""

_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})")
_UNSATISFIED = re.compile(r"bytes \*/([0-9]{1,18})")

Progress = Callable[[int, int | None], None]


class Downloaded(Struct, frozen=True):
    """What was downloaded: `resumed` if an earlier run had begun it, `checked` by which algorithm, if by one."""

    path: Path
    bytes: int
    etag: str | None
    last_modified: str | None
    resumed: bool
    checked: str | None


def download(
    address: str,
    target: Path,
    *,
    checksum: Checksum | None = None,
    progress: Progress = lambda done, total: None,
    allow_private: bool = False,
    attempts: int = 5,
    patience: float = 60.0,
) -> Downloaded:
    """Download a file to `target`, which appears, or is replaced, only when all of it has come and been checked.

    What has come lies in `target.part` until then, so that another run goes on from there. `attempts` is how often in
    a row nearly nothing may come, `patience` the seconds without nearly anything until a connection is given up,
    `progress` is told of bytes done and in total. With `allow_private` private networks and any port are opened too.
    Raises BadUsage for an address that makes no sense, Unreachable when it can't be had, BadFile when it can't be
    written, is damaged, or is being downloaded by another program.
    """
    place(address, allow_private=allow_private)
    with part_of(target, checksum) as part:
        run = _Run(address, part, progress, allow_private, patience)
        resumed = run.take_up()
        run.persist(attempts)
        if checksum and run.damaged() and run.joined:  # two versions may have been joined; a whole one can't
            part.begin(None)
            run.persist(attempts)
        if checksum and run.damaged():
            part.begin(None)
            raise BadFile(
                f"{target}: what came does not match its published {checksum.algorithm} checksum and was not kept; "
                "try again later, or from another mirror"
            )
        part.finish()
        told = part.version or Version(address)
        done = resumed and run.resumed
        return Downloaded(target, part.size, told.etag, told.modified, done, checksum.algorithm if checksum else None)


class _Run:
    """One run of a download, over as many connections as it takes."""

    def __init__(self, address: str, part: Part, progress: Progress, private: bool, patience: float) -> None:
        self.address, self.part, self.progress, self.private, self.patience = address, part, progress, private, patience
        self.joined = False
        """Whether what has come is of more than one connection."""
        self.resumed = True

    def take_up(self) -> bool:
        """Whether there is something of this address to go on from; what there is of another goes."""
        if self.part.version and self.part.version.address == self.address and self.can_go_on():
            self.part.recall()
            return True
        self.part.begin(None)
        return False

    def can_go_on(self) -> bool:
        """Whether more can be joined to what has come, sure that it is of the same file."""
        part = self.part
        return bool(part.size and part.version and (part.version.validator or part.checksum))

    def damaged(self) -> bool:
        """Whether what has come is not what the checksum is of."""
        return bool(self.part.sum and self.part.checksum and self.part.sum.hexdigest() != self.part.checksum.value)

    def persist(self, attempts: int) -> None:
        """Ask until all has come; raises Unreachable after so many failures between which nearly nothing came."""
        failures, best = 0, self.part.size
        while True:
            try:
                return self.ask()
            except Broken as error:
                failures = 1 if self.part.size >= best + ENOUGH else failures + 1
                best = max(best, self.part.size)
                wait = min(PAUSE * 2 ** (failures - 1), LONGEST_PAUSE) if error.wait is None else error.wait
                if failures >= attempts or wait > LONGEST_WAIT:
                    kept = f"; {GO_ON}" if self.part.size else "; try again later"
                    raise Unreachable(f"{shown(self.address)}: {error}{kept}") from error
                time.sleep(wait * random.uniform(0.75, 1.25))  # noqa: S311  # so that not all come back at once

    def ask(self) -> None:
        """Ask once, for what is missing; raises Broken unless all has come."""
        part, rest = self.part, self.can_go_on()
        asked = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if rest:
            asked["Range"] = f"bytes={part.size}-"
            if part.version and part.version.validator:
                asked["If-Range"] = part.version.validator
        patience = Patience(self.patience, every=ENOUGH, most=LARGEST)
        with opened(self.address, patience, asked, allow_private=self.private) as answer:
            total: int | None
            if rest and answer.status == 416:
                return self.nothing_more(answer)
            if rest and answer.status == 206:
                total = self.go_on(answer)
            elif answer.status == 200:
                total = self.begin(answer)
            else:
                raise answer.refusal()
            self.unpacked(answer)
            part.room(total)
            self.progress(part.size, total)
            for piece in answer.pieces():
                part.write(piece)
                self.progress(part.size, total)
        if total is not None and part.size != total:
            raise Broken("it broke off")
        return None

    def unpacked(self, answer: Answer) -> None:
        """Raises Unreachable where what comes is not the file itself but packed for the way."""
        coding = answer.headers.get("content-encoding", "identity").lower()
        itself = coding in ("gzip", "x-gzip") and self.address.partition("?")[0].endswith((".gz", ".tgz"))
        if coding != "identity" and not itself:
            raise Unreachable(f"{shown(self.address)}: the server packs it though asked not to; take another mirror")

    def begin(self, answer: Answer) -> int | None:
        """Begin anew with the whole file; its length, where the server tells it."""
        total = answer.length
        if total is None and not answer.chunked and not self.part.checksum:
            raise Unreachable(
                f"{shown(self.address)}: the server does not say where the file ends; give its checksum, or a mirror"
            )
        self.part.begin(Version.told(self.address, answer.headers, total))
        self.joined = self.resumed = False
        return total

    def go_on(self, answer: Answer) -> int:
        """Go on where the part ends; the length of the whole; raises Broken where this is another file's rest."""
        part, match = self.part, _RANGE.fullmatch(answer.headers.get("content-range", "").strip())
        first, last, total = map(int, match.groups()) if match else (-1, -1, -1)
        told = Version.told(self.address, answer.headers, total)
        fits = first == part.size <= last < total and (answer.length in (None, last + 1 - first))
        if not fits or not part.version or not part.version.agrees(told):
            self.forget()
        self.joined = True
        return total

    def nothing_more(self, answer: Answer) -> None:
        """Nothing follows the part: it is whole, or the file has become another."""
        match = _UNSATISFIED.fullmatch(answer.headers.get("content-range", "").strip())
        version = self.part.version
        total = int(match[1]) if match else version.total if version else None
        if total != self.part.size or not version or not version.agrees(Version.told(self.address, {}, total)):
            self.forget()
        self.joined = True

    def forget(self) -> None:
        """Throw away what has come, for the file has changed; raises Broken, so that it is asked for again."""
        self.part.begin(None)
        raise Broken("the file changed meanwhile", 0.0)
