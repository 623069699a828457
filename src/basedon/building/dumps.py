"""The dumps that a build is made of: which there are, what they are by their first bytes, and of which day."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec import Struct

from basedon.errors import BadFile, BadUsage
from basedon.sources import SOURCES, imdb, wikipedia_dump
from basedon.sources.posts import kind as kind_of_posts
from basedon.sources.source import Source

DATE = re.compile(r"(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")


class Dumps(Struct, frozen=True, kw_only=True):
    """The dumps by their sources; an address that is no path of this machine is for engines that know it."""

    wikidata: tuple[str, ...] = ()
    wikipedia: tuple[str, ...] = ()
    imdb: Path | None = None
    netflix: tuple[Path, ...] = ()
    oscars: tuple[Path, ...] = ()
    statements: tuple[Path, ...] = ()
    articles: Path | None = None
    posts: tuple[Path, ...] = ()

    def every(self) -> list[tuple[str, str]]:
        """Each file with the name of its source."""
        found = [(name, str(path)) for name in FILES for path in getattr(self, name)]
        if self.imdb is not None:
            found += [("imdb", str(path)) for path in imdb.files(self.imdb).values()]
        return found + [("posts", str(path)) for path in self.posts]

    def check(self, target: Path, engine: str = "local", *, more: bool = False) -> None:
        """Raises BadUsage without any dump (unless there is `more`), for one given twice, for an address that the
        engine can't read, or where `target` is a dump; BadFile for one that is not there, or is cut off.
        """
        every = self.every()
        if not every and self.articles is None and not more:
            raise BadUsage("build of what? give at least one dump, e.g. --wikidata FILE; `basedon sources` lists them")
        met = set()
        for _, path in every:
            if not is_local(path):
                if engine == "local":
                    raise BadUsage(f"{path}: the local engine reads files; download it, or give --engine spark")
                continue
            if not Path(path).is_file():
                raise BadFile(f"{path}: no such file; `basedon download` fetches dumps")
            if target.exists() and target.samefile(path):
                raise BadUsage(f"{target}: is one of the dumps; give another file with -o")
            if Path(path).resolve() in met:
                raise BadUsage(f"{path}: is given twice")
            met.add(Path(path).resolve())
            whole(Path(path))
        for posts in self.posts:
            kind_of_posts(posts)

    def fingerprint(self) -> str:
        """What tells these dumps from others: paths, sizes and times, and who reads them."""
        told: list[tuple[str, ...]] = [("basedon", version("basedon"))]
        for source, path in self.every():
            if is_local(path):
                stat = Path(path).stat()
                told.append((source, str(Path(path).resolve()), str(stat.st_size), str(stat.st_mtime_ns)))
            else:
                told.append((source, path))
        return msgspec.json.encode(told).decode()

    def sources(self, as_of: str | None) -> list[Source]:
        """The sources as this build has them, each of the newest day that its files' names tell, or `as_of`."""
        dates: dict[str, str] = {}
        for source, path in self.every():
            name = wikipedia_source(path) if source == "wikipedia" else source
            date = (
                as_of or date_of(Path(path).name) or (date_of(Path(path).parent.name) if source != "netflix" else None)
            )
            if date:
                dates[name] = max(date, dates.get(name, ""))
        others = [
            msgspec.structs.replace(
                SOURCES["wikipedia"],
                name=name,
                title=f"Wikipedia in the language {language}: infoboxes and leads of films",
                address=f"https://{language}.wikipedia.org",
                record_url=f"https://{language}.wikipedia.org/wiki/{{record}}",
                as_of=dates.get(name),
            )
            for name in sorted({wikipedia_source(path) for path in self.wikipedia} - {"wikipedia"})
            for language in [name.partition("-")[2]]
        ]
        return others + [
            msgspec.structs.replace(source, as_of=dates.get(source.name))
            if source.name not in ("curated", "articles", "posts")
            else source
            for source in SOURCES.values()
        ]


ENDS = {b"[": b"]", b"<mediawiki": b"</mediawiki>"}
"""What the end of a dump must be that begins so; a file that is packed tells by itself that it is cut off."""


def whole(path: Path) -> None:
    """Raises BadFile for a file that is not packed and does not end as it must."""
    with path.open("rb") as file:
        head = file.read(16).lstrip(b"\xef\xbb\xbf \r\n")
        file.seek(max(0, path.stat().st_size - 64))
        tail = file.read().rstrip()
    for begin, end in ENDS.items():
        if head.startswith(begin) and not tail.endswith(end):
            raise BadFile(f"{path}: is cut off, it does not end with {end.decode()}; get it again")


FILES = ("wikidata", "wikipedia", "netflix", "oscars", "statements")


def is_local(path: str) -> bool:
    """Whether a dump is a file of this machine, not an address of a store."""
    return "://" not in path


def date_of(name: str) -> str | None:
    """The day in a file's name, as ISO 8601."""
    found = DATE.search(name)
    return "-".join(found.groups()) if found else None


def wikipedia_source(path: str) -> str:
    """The source that a Wikipedia dump belongs to, by the language its first bytes or its name tell."""
    return wikipedia_dump.source_name(wikipedia_dump.language(path))
