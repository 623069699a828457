"""Templates and assets as pages: everything that stands in a page is escaped unless this house made it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from basedon import __version__

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


class Asset(Struct, frozen=True):
    """A file that pages use, under an address that changes with it."""

    path: str
    kind: str
    body: bytes


@cache
def assets() -> dict[str, Asset]:
    """Every asset by its name; read once, so that no address ever reaches a file."""
    found = {}
    for file in resources.files("basedon.web").joinpath("assets").iterdir():
        stem, _, ending = file.name.rpartition(".")
        if ending in KINDS:
            body = file.read_bytes()
            path = f"/assets/{stem}-{hashlib.sha256(body).hexdigest()[:12]}.{ending}"
            found[file.name] = Asset(path, KINDS[ending], body)
    return found


@cache
def environment() -> Environment:
    """The templates, compiled once."""
    made = Environment(
        loader=PackageLoader("basedon.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"asset": lambda name: assets()[name].path, "version": __version__}
    return made


def rendered(template: str, **given: Any) -> bytes:
    """A page as bytes."""
    text: str = environment().get_template(template).render(**given)
    return text.encode("utf-8", "replace")


def own(markup: str) -> Markup:
    """Markup that a form of this program made, in which everything from outside is escaped already."""
    return Markup(markup)  # noqa: S704  # see above
