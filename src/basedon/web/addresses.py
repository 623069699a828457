"""Addresses of films that people send each other: by Wikidata item, with the title for those who read them."""

from __future__ import annotations

import re
from urllib.parse import quote

from anyascii import anyascii

from basedon.catalogue.catalogue import Catalogue
from basedon.forms.plain import page_of
from basedon.model.answer import Node
from basedon.model.work import Work

LONGEST_SLUG = 70
HOST = re.compile(rb"[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?|\[[0-9a-fA-F:.]{2,45}\](?::[0-9]{1,5})?")


def slug(title: str) -> str:
    """A title as it reads in an address: Latin letters, digits and hyphens."""
    spelt = re.sub(r"[^a-z0-9]+", "-", anyascii(title[: 4 * LONGEST_SLUG]).lower().replace("'", "")).strip("-")
    return spelt[:LONGEST_SLUG].rstrip("-") or "film"


def name_of(id_: str) -> str:
    """A film's id as it stands in an address: `Q3809340`, `tt2659414`, or with its source before it."""
    return quote(id_.removeprefix("wikidata:").removeprefix("imdb:"), safe=":")


def path_of(id_: str, title: str, room: str = "film") -> str:
    """Where a film's page is."""
    return f"/{room}/{name_of(id_)}/{slug(title)}"


def path_of_work(work: Work, room: str = "film") -> str:
    """Where the page of a work is: by its Wikidata item wherever it has one."""
    return path_of(f"wikidata:{work.ids.wikidata}" if work.ids.wikidata else work.id, work.title, room)


def place_of(node: Node, room: str = "film") -> str | None:
    """Where a place of a lineage leads: a film to its page here, anything else to its page elsewhere."""
    if node.type in ("film", "series") and node.id:
        return path_of(node.id, node.title, room)
    return page_of(node.id)


def number_of(catalogue: Catalogue, rest: str) -> int | None:
    """The film that an address means, by what follows the room: an id, or an id and a title.

    Ids may hold slashes (`wikipedia:Face/Off`), titles in addresses never do.
    """
    for id_ in (rest, rest.rpartition("/")[0]):
        if id_ and "/" not in id_[:1]:
            number = catalogue.number(id_)
            if number is not None:
                return number
    return None


def origin_of(scheme: str, host: bytes) -> str:
    """Scheme and host of this server as its visitor knows them; empty where the name is none."""
    return f"{scheme}://{host.decode()}" if scheme in ("http", "https") and HOST.fullmatch(host) else ""
