"""Wikipedia's dump of articles, as it is published: XML in bzip2 streams of a hundred pages, and their index."""

from __future__ import annotations

import bz2
from base64 import b32hexencode
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from hashlib import sha1
from pathlib import Path
from random import Random
from xml.sax import saxutils

from bench.dumps_pages import Writing
from bench.dumps_world import Film, World

STREAM = 100
FILMS = 0.025
"""Share of pages on films."""

SPACES = (
    (-2, "Media"),
    (-1, "Special"),
    (0, ""),
    (1, "Talk"),
    (2, "User"),
    (3, "User talk"),
    (4, "Wikipedia"),
    (5, "Wikipedia talk"),
    (6, "File"),
    (7, "File talk"),
    (8, "MediaWiki"),
    (9, "MediaWiki talk"),
    (10, "Template"),
    (11, "Template talk"),
    (12, "Help"),
    (13, "Help talk"),
    (14, "Category"),
    (15, "Category talk"),
    (100, "Portal"),
    (101, "Portal talk"),
    (118, "Draft"),
    (119, "Draft talk"),
    (828, "Module"),
    (829, "Module talk"),
)
EXPORT = "http://www.mediawiki.org/xml/export-0.11/"


def escape(text: str) -> str:
    """A text as MediaWiki writes it into XML, quotes escaped too."""
    return saxutils.escape(text, {'"': "&quot;"})


def head() -> str:
    """What stands before the first page."""
    spaces = [
        f'      <namespace key="{key}" case="first-letter">{named}</namespace>'
        if named
        else f'      <namespace key="{key}" case="first-letter" />'
        for key, named in SPACES
    ]
    lines = [
        f'<mediawiki xmlns="{EXPORT}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{EXPORT} http://www.mediawiki.org/xml/export-0.11.xsd" version="0.11" xml:lang="en">',
        "  <siteinfo>",
        "    <sitename>Wikipedia</sitename>",
        "    <dbname>enwiki</dbname>",
        "    <base>https://en.wikipedia.org/wiki/Main_Page</base>",
        "    <generator>MediaWiki 1.44.0-wmf.8</generator>",
        "    <case>first-letter</case>",
        "    <namespaces>",
        *spaces,
        "    </namespaces>",
        "  </siteinfo>",
    ]
    return "\n".join(lines) + "\n"


def page(id_: int, space: int, title: str, text: str, rng: Random) -> str:
    """One page with its latest revision."""
    revision, raw = rng.randrange(900_000_000, 1_300_000_000), text.encode()
    digest = b32hexencode(sha1(raw, usedforsecurity=False).digest()).decode().lower()
    redirect = []
    if text.startswith("#REDIRECT [["):
        redirect = [f'    <redirect title="{escape(text[12 : text.index("]]")])}" />']
    if rng.random() < 0.8:
        who = [f"        <username>Editor {rng.randrange(5000)}</username>", f"        <id>{rng.randrange(10**7)}</id>"]
    else:
        who = [f"        <ip>192.0.2.{rng.randrange(256)}</ip>"]
    when = f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:07:52Z"
    lines = [
        "  <page>",
        f"    <title>{escape(title)}</title>",
        f"    <ns>{space}</ns>",
        f"    <id>{id_}</id>",
        *redirect,
        "    <revision>",
        f"      <id>{revision}</id>",
        f"      <parentid>{revision - rng.randrange(1, 10**6)}</parentid>",
        f"      <timestamp>{when}</timestamp>",
        "      <contributor>",
        *who,
        "      </contributor>",
        *(["      <minor />"] if rng.random() < 0.2 else ()),
        *([f"      <comment>/* {escape(title)} */ added &amp; mended</comment>"] if rng.random() < 0.8 else ()),
        f"      <origin>{revision}</origin>",
        "      <model>wikitext</model>",
        "      <format>text/x-wiki</format>",
        f'      <text bytes="{len(raw)}" sha1="{digest}" xml:space="preserve">{escape(text)}</text>',
        f"      <sha1>{digest}</sha1>",
        "    </revision>",
        "  </page>",
    ]
    return "\n".join(lines) + "\n"


class Encyclopedia:
    """The pages of a dump by their numbers, films scattered evenly among them."""

    def __init__(self, pages: int, seed: int) -> None:
        self.pages, self.seed = pages, seed
        films = round(pages * FILMS)
        world = World(2 * films + 20, seed)
        self.films: list[Film] = [film for film in world.films if film.page][:films]
        self.writing = Writing(world, seed)

    def stream(self, number: int) -> tuple[bytes, int, list[str]]:
        """A stream of pages: compressed, its size before, and the index's lines without the offset."""
        texts, index = [], []
        for position in range(number * STREAM, min((number + 1) * STREAM, self.pages)):
            rng = Random(f"{self.seed} page {position}")
            id_, before = 10 + 2 * position, position * len(self.films) // self.pages
            if (position + 1) * len(self.films) // self.pages > before:
                film = self.films[before]
                space, title, text = 0, film.page or film.title, self.writing.film(film, rng)
            else:
                space, title, text = self.writing.other(rng)
            texts.append(page(id_, space, title, text, rng))
            index.append(f"{id_}:{escape(title)}")
        raw = "".join(texts).encode()
        return bz2.compress(raw), len(raw), index


@lru_cache(maxsize=1)
def encyclopedia_of(pages: int, seed: int) -> Encyclopedia:
    """The pages, whose world a process makes once."""
    return Encyclopedia(pages, seed)


def stream_of(pages: int, seed: int, number: int) -> tuple[bytes, int, list[str]]:
    """One stream of pages, made in whichever process."""
    return encyclopedia_of(pages, seed).stream(number)


def streams(pages: int, seed: int, processes: int) -> Iterator[tuple[bytes, int, list[str]]]:
    """All streams of pages in order."""
    numbers = range(-(-pages // STREAM))
    make = partial(stream_of, pages, seed)
    if processes < 2 or len(numbers) < 8:
        yield from map(make, numbers)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(make, numbers, chunksize=4)


def index_of(file: Path) -> Path:
    """Where the index lies: beside the file, named as Wikipedia's is."""
    return file.with_name(file.name.removesuffix(".bz2").removesuffix(".xml") + "-index.txt.bz2")


def write_wikipedia(file: Path, pages: int, seed: int = 1, processes: int = 1) -> int:
    """Write the dump and its index; returns the dump's size before compression."""
    opening, closing, index = head().encode(), b"</mediawiki>\n", []
    size = len(opening) + len(closing)
    with file.open("wb") as out:
        out.write(bz2.compress(opening))
        for packed, raw, lines in streams(pages, seed, processes):
            index += [f"{out.tell()}:{line}\n" for line in lines]
            out.write(packed)
            size += raw
        out.write(bz2.compress(closing))
    index_of(file).write_bytes(bz2.compress("".join(index).encode()))
    return size
