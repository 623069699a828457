"""Where a film's story comes from, with evidence, offline, from open data.

>>> import basedon
>>> with basedon.open() as catalogue:
...     film = catalogue.film("Fargo", year=1996)
>>> film.story.basis.value
'presented_as_true'
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from basedon.errors import BadFile, BadUsage, BasedonError, NotFound, Unreachable

if TYPE_CHECKING:
    from basedon.model.answer import Answer, FilmAnswer
    from basedon.model.claim import Review
    from basedon.model.statement import Statement
    from basedon.model.work import Work

    Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

__all__ = ["BadFile", "BadUsage", "BasedonError", "NotFound", "Opened", "Unreachable", "__version__", "build", "open"]
__version__ = "0.4.0"


class Opened:
    """A catalogue opened for questions; usable as a context manager."""

    def __init__(self, path: Path) -> None:
        from basedon.catalogue.catalogue import Catalogue

        self.catalogue = Catalogue(path)

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.catalogue.close()

    def film(self, title: str, year: int | None = None) -> FilmAnswer:
        """Everything about one film, by title, Wikidata item (`Q…`) or IMDb title (`tt…`).

        `year` allows one year either way. Raises NotFound, naming the nearest titles, when no film fits.
        """
        from basedon import answering

        return answered(answering.film(self.catalogue, title, year))

    def ask(self, question: str, about: FilmAnswer | str | None = None) -> Answer:
        """The answer to a question in words; `about` is the film (or its id) that "it" means.

        Gives a Miss, with suggestions or the sources it needs, when the catalogue can't answer. Raises BadUsage when
        nothing is asked.
        """
        from basedon import answering

        id_ = about if isinstance(about, str) or about is None else about.work.id if about.work else None
        return answering.ask(self.catalogue, question, id_)

    def tearjerkers(self, mood: str | None = None, limit: int = 20) -> Answer:
        """The films that made people cry most or, with a mood ("uplifting"), those that fit; a Miss without posts."""
        from basedon import answering

        return answering.tearjerkers(self.catalogue, mood, limit)

    @contextmanager
    def posts(self, paths: Paths, progress: Callable[[str, int, int], None] = lambda *_: None) -> Iterator[Opened]:
        """The same catalogue with what files of posts tell beside it, for the time of a block.

        Raises BadFile when a file is missing, damaged, or holds no posts.
        """
        from basedon.building.posts import beside

        with beside(self.catalogue, [Path(path) for path in _several(paths)], progress):
            yield self

    def lineage(self, title: str, year: int | None = None) -> FilmAnswer:
        """What a film comes from and what came from it, as a tree; raises NotFound as `film` does."""
        from basedon import answering

        return answered(answering.family(self.catalogue, title, year))

    def reception(self, title: str, year: int | None = None) -> FilmAnswer:
        """How a film was received: ratings, awards, weeks in the Top 10; raises NotFound where none is held."""
        from basedon import answering

        return answered(answering.received(self.catalogue, title, year))

    def trending(self, country: str | None = None, week: str | None = None, category: str = "films") -> FilmAnswer:
        """The Top 10 of a week (any day of it) and country, where each story comes from, and what people will ask.

        Without a country it is the world's, without a week the newest. Raises NotFound when that list is not held,
        BadUsage for what is no country, day or category.
        """
        from basedon import answering

        return answered(answering.trending(self.catalogue, country, week, category))

    def check(self, article: str) -> Review:
        """What an article (HTML, Markdown or plain text) says of films, each claim with a verdict and its evidence.

        Raises BadFile when there is no text in it.
        """
        from basedon import checking

        return checking.check(self.catalogue, article)

    def search(self, text: str, limit: int = 10) -> tuple[Work, ...]:
        """The works whose titles fit best what is typed, the likeliest first."""
        from basedon import answering

        return answering.search(self.catalogue, text, limit)


def open(path: str | os.PathLike[str] | None = None) -> Opened:  # noqa: A001  # reads as basedon.open
    """Open a catalogue file; without one, `BASEDON_CATALOGUE`, or the starter catalogue that ships.

    Raises BadFile when the file is missing, broken, of another program or of a newer version.
    """
    named = path or os.environ.get("BASEDON_CATALOGUE")
    if named:
        return Opened(Path(named))
    from basedon.starter import packing

    try:
        return Opened(packing.path())
    except BadFile:
        return Opened(packing.path(anew=True))


def build(
    target: str | os.PathLike[str],
    *,
    wikidata: Paths = (),
    wikipedia: Paths = (),
    imdb: str | os.PathLike[str] | None = None,
    netflix: Paths = (),
    oscars: Paths = (),
    statements: Paths = (),
    articles: str | os.PathLike[str] | None = None,
    posts: Paths = (),
    curated: bool = False,
    engine: str = "local",
    workers: int | None = None,
    master: str | None = None,
    allow_fewer: bool = False,
    as_of: str | None = None,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> str:
    """Build a catalogue from dumps as their sources publish them; the digest of what is in it.

    `imdb` and `articles` are folders, the others one file or several. `curated` adds the families and stories that ship
    with basedon. `engine` is `local` (processes of this machine, `workers` of them) or `spark` (`master` is the
    cluster's address). A build that was killed goes on where it was when it is started again. `as_of` (ISO 8601) is the
    dumps' date where their names don't tell it. `progress` is told of each step, how much of it is done, and how much
    there is. Raises BadFile when a dump is missing, damaged, empty, or (unless `allow_fewer`) holds less than half of
    what the catalogue at `target` holds of its source; BadUsage when there is nothing to build of.
    """
    from basedon.building import Dumps, build_from

    dumps = Dumps(
        wikidata=tuple(map(str, _several(wikidata))),
        wikipedia=tuple(map(str, _several(wikipedia))),
        imdb=Path(imdb) if imdb is not None else None,
        netflix=tuple(map(Path, _several(netflix))),
        oscars=tuple(map(Path, _several(oscars))),
        statements=tuple(map(Path, _several(statements))),
        articles=Path(articles) if articles is not None else None,
        posts=tuple(map(Path, _several(posts))),
    )
    streams: list[Iterable[Statement]] = []
    if curated:
        from basedon.starter import again

        streams.append(again.curated())
    return build_from(
        Path(target),
        dumps,
        engine=engine,
        workers=workers,
        master=master,
        streams=streams,
        allow_fewer=allow_fewer,
        as_of=as_of,
        progress=progress,
    )


def _several(paths: Paths) -> list[str | os.PathLike[str]]:
    """One path or several as a list."""
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)


def answered(answer: Answer) -> FilmAnswer:
    """The answer; raises NotFound for a miss."""
    from basedon.model.answer import Miss

    if isinstance(answer, Miss):
        near = ", ".join(work.label for work in answer.suggestions)
        raise NotFound(f"{answer.text} Near: {near}" if near else answer.text)
    return answer
