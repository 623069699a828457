"""The other way out: an article to reviews of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile
from basedon.factcheck import article
from basedon.factcheck.article import Text
from basedon.factcheck.facts import Held
from basedon.factcheck.review import review
from basedon.model.claim import Checked, Review

MOST_READ = 8_000_000
"""Bytes read of standard input and of a file; no article is longer."""


def check(catalogue: Catalogue, text: str | Text) -> Review:
    """The claims of an article with their verdicts; its text may be plain, Markdown or HTML.

    Raises BadFile where there is no text.
    """
    return checked(catalogue, text).review


def checked(catalogue: Catalogue, text: str | Text) -> Checked:
    """`check` with the text that was read, and the values that would mend it."""
    given = read(text) if isinstance(text, str) else text
    return next(check_each(catalogue, [given]))


def read(text: str) -> Text:
    """The article that a text is; raises BadFile where there is none in it."""
    found = article.of_bytes(text.encode("utf-8", "replace")) if text.lstrip()[:1] == "<" else article.of_text(text)
    if found is None:
        raise BadFile("there is no text to check; give an article as HTML, Markdown or plain text")
    return found


def check_each(catalogue: Catalogue, texts: Iterable[Text]) -> Iterator[Checked]:
    """The claims of each article, in order."""
    held = facts(catalogue)
    for text in texts:
        yield review(held, text)


def facts(catalogue: Catalogue) -> Held:
    """The facts of a catalogue's films, kept for as long as it is open."""
    return catalogue.kept("checking", lambda: Held(catalogue))


def of_file(path: Path) -> Text:
    """The article in a file; raises BadFile where it can't be read or holds no text."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_READ)
    except OSError as error:
        raise BadFile(f"{path}: can't be read ({error.strerror}); give another file") from error
    return of_bytes(raw, str(path))


def of_bytes(raw: bytes, name: str, url: str | None = None) -> Text:
    """The article in what was read from a file or an address; raises BadFile where there is no text in it."""
    found = article.of_bytes(raw, url)
    if found is None:
        raise BadFile(f"{name}: no article's text found in it; save the text itself as .txt or .md")
    return found


def of_address(url: str) -> Text:
    """The article at an address; raises Unreachable where it may not or can't be opened, BadFile without a text."""
    from basedon.network.fetch import fetch

    fetched = fetch(url)
    return of_bytes(fetched.body, url, fetched.final_url)
