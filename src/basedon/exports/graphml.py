"""The graph of works and origins as GraphML: typed nodes, and an edge for each statement with who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import End, origins_of
from basedon.catalogue.tables import spans
from basedon.exports.edges import Edge, edges
from basedon.model.work import Work

NODE_KEYS = {
    "label": "string",
    "type": "string",
    "title": "string",
    "original_title": "string",
    "creator": "string",
    "year": "int",
    "countries": "string",
    "languages": "string",
    "id": "string",
    "wikidata": "string",
    "imdb": "string",
    "wikipedia": "string",
}
EDGE_KEYS = {  # "source" would be taken for an edge's own end by pandas and Gephi
    "relation": "string",
    "kind": "string",
    "denied": "boolean",
    "hedge": "string",
    "sources": "string",
    "url": "string",
    "evidence": "string",
    "remake": "string",
    "statement": "string",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold, not even as a reference."""

_NO_TOKEN = re.compile("[^A-Za-z0-9.:-]")

Value = str | int | bool | None


def pieces(catalogue: Catalogue) -> Iterator[str]:
    """All nodes, then all edges, so that readers who want every node before its edges have it so."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for of, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for key, kind in keys.items():
            yield f'  <key id="{of}-{key}" for="{of}" attr.name="{key}" attr.type="{kind}"/>\n'
    yield f'  <graph id="{catalogue.stamp.digest}" edgedefault="directed">\n'
    for span in spans(catalogue):
        works = catalogue.works(range(span[0], span[1] + 1))
        yield "".join(node(token(work.id), of_work(work)) for work in works.values())
    for origins in origins_of(catalogue):
        yield "".join(node(node_id(origin), of_end(origin)) for origin in origins)
    for span in spans(catalogue):
        ends = ((end, found.placed.id) for found in edges(catalogue, span) for end in (found.start, found.end))
        yield "".join(node(node_id(end, said), of_end(end)) for end, said in ends if end.kind == "named")
    for span in spans(catalogue):
        yield "".join(map(of_edge, edges(catalogue, span)))
    yield "  </graph>\n</graphml>\n"


def of_work(work: Work) -> dict[str, Value]:
    """What a work's node tells."""
    return {
        "label": work.label,
        "type": work.type,
        "title": work.title,
        "original_title": work.original_title,
        "year": work.year,
        "countries": "; ".join(work.countries),
        "languages": "; ".join(work.languages),
        "id": work.id,
        "wikidata": work.ids.wikidata,
        "imdb": work.ids.imdb,
        "wikipedia": work.ids.wikipedia,
    }


def of_end(end: End) -> dict[str, Value]:
    """What the node of an origin tells, or of something that one statement alone names."""
    told: dict[str, Value] = {name: getattr(end, name) for name in ("id", "type", "title", "creator", "year")}
    name = end.title or end.id or end.type or "unnamed"
    return {"label": f"{name} ({end.year})" if end.year else name, "wikidata": end.item, **told}


def of_edge(found: Edge) -> str:
    """One statement as an edge."""
    said = found.placed.statement
    told: dict[str, Value] = {
        "relation": found.relation,
        "kind": said.kind,
        "denied": said.denied,
        "hedge": said.hedge,
        "sources": "; ".join(found.sources),
        "url": next((read.url for read in said.evidence if read.url), None),
        "evidence": "; ".join(f"{read.source}: {read.record}, {read.locator}" for read in said.evidence),
        "remake": found.placed.link,
        "statement": found.placed.id,
    }
    ends = (node_id(end, found.placed.id) for end in (found.start, found.end))
    opening = '    <edge id="{}" source="{}" target="{}">\n'.format(found.placed.id, *ends)
    return opening + data("edge", told) + "    </edge>\n"


def node(id_: str, told: Mapping[str, Value]) -> str:
    """One node."""
    return f'    <node id="{id_}">\n{data("node", told)}    </node>\n'


def node_id(end: End, statement: str = "") -> str:
    """What a node is called: a work by its id, an origin by its number, what is only named by the statement."""
    if end.kind == "work":
        return token(end.id or "")
    return f"origin:{end.number}" if end.kind == "origin" else f"named:{statement}"


def token(id_: str) -> str:
    """An id in letters that GraphML allows in one: Wikidata's and IMDb's stay as they are, no two become one."""
    return _NO_TOKEN.sub(lambda found: f"_x{ord(found[0]):X}_", id_)


def data(of: str, told: Mapping[str, Value]) -> str:
    """What is told of a node or an edge; what is unknown is left out."""
    lines = []
    for key, value in told.items():
        if value is None or value == "":
            continue
        text = str(value).lower() if isinstance(value, bool) else escape(_FORBIDDEN.sub("", str(value)), quote=False)
        # a reader of XML makes an end of line of a carriage return that is not written as a reference
        lines.append(f'      <data key="{of}-{key}">{text.replace(chr(13), "&#13;")}</data>\n')
    return "".join(lines)
