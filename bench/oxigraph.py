"""The made-up catalogue as an RDF store in memory, and the ways in which it can be asked for a lineage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from basedon.catalogue.walking import HOPS
from bench import families

SPACE = "https://example.org/"
Reached = dict[int, tuple[str, str, int]]
"""Id, title and year of every work reached, by number."""

Step = Callable[[Sequence[Any], bool], Iterable[Any]]
"""From some works to those one hop further, upwards or down."""


class Oxigraph:
    """The same works and links as in the catalogue, without the links' kinds; raises ImportError without pyoxigraph."""

    def __init__(self, linked: Sequence[families.Link]) -> None:
        ox: Any = import_module("pyoxigraph")
        self.remakes, self.title, self.year = (ox.NamedNode(SPACE + name) for name in ("remakes", "title", "year"))
        self.nodes = {number: ox.NamedNode(SPACE + id_) for number, id_, _, _ in families.works()}
        self.numbers = {node.value: number for number, node in self.nodes.items()}

        def quads() -> Iterator[Any]:
            for number, _, title, year in families.works():
                yield ox.Quad(self.nodes[number], self.title, ox.Literal(title))
                yield ox.Quad(self.nodes[number], self.year, ox.Literal(year))
            for derivative, original, _ in linked:
                yield ox.Quad(self.nodes[derivative], self.remakes, self.nodes[original])

        self.store = ox.Store()
        self.store.bulk_extend(quads())
        self.store.optimize()

    def ways(self) -> dict[str, Callable[[int], Reached]]:
        """Every way by its name."""
        return {
            "pyoxigraph, SPARQL, 1 to 5 hops": self.one_to_five,
            "pyoxigraph, SPARQL, any hops": self.unbounded,
            "pyoxigraph, SPARQL, hop by hop": lambda work: self.told(self.hop_by_hop(work, self.asked)),
            "pyoxigraph, look-ups, no SPARQL": lambda work: self.told(self.hop_by_hop(work, self.looked_up)),
        }

    def one_to_five(self, work: int) -> Reached:
        """One property path each way, an alternative for each number of hops; names by look-ups.

        Nested optional paths, and names in the same query, were a thousand times slower.
        """
        path = "|".join("/".join([str(self.remakes)] * hops) for hops in range(1, HOPS + 1))
        node, found = self.nodes[work], {self.nodes[work]}
        for body in (f"{node} ({path}) ?x", f"?x ({path}) {node}"):
            found.update(row["x"] for row in self.store.query(f"SELECT DISTINCT ?x WHERE {{ {body} }}"))
        return self.told(found)

    def unbounded(self, work: int) -> Reached:
        """The property path that SPARQL has a sign for, which knows no cap; names in the same query."""
        node = self.nodes[work]
        found = self.told([node])
        for body in (f"{node} {self.remakes}+ ?x", f"?x {self.remakes}+ {node}"):
            named = f"{body} . ?x {self.title} ?title ; {self.year} ?year"
            for row in self.store.query(f"SELECT DISTINCT ?x ?title ?year WHERE {{ {named} }}"):
                id_ = row["x"].value
                found[self.numbers[id_]] = (id_, row["title"].value, int(row["year"].value))
        return found

    def hop_by_hop(self, work: int, step: Step) -> set[Any]:
        """Breadth first, each way for itself."""
        every = {self.nodes[work]}
        for upwards in (True, False):
            met, last = {self.nodes[work]}, [self.nodes[work]]
            for _ in range(HOPS):
                last = [node for node in dict.fromkeys(step(last, upwards)) if node not in met]
                met.update(last)
                if not last:
                    break
            every |= met
        return every

    def asked(self, some: Sequence[Any], upwards: bool) -> Iterable[Any]:
        """One hop by a query."""
        near, far = ("?n", "?x") if upwards else ("?x", "?n")
        values = " ".join(map(str, some))
        rows = self.store.query(f"SELECT ?x WHERE {{ VALUES ?n {{ {values} }} {near} {self.remakes} {far} }}")
        return [row["x"] for row in rows]

    def looked_up(self, some: Sequence[Any], upwards: bool) -> Iterable[Any]:
        """One hop by the store's index."""
        for node in some:
            if upwards:
                yield from (quad.object for quad in self.store.quads_for_pattern(node, self.remakes, None, None))
            else:
                yield from (quad.subject for quad in self.store.quads_for_pattern(None, self.remakes, node, None))

    def told(self, found: Iterable[Any]) -> Reached:
        """Works with their names, by look-ups."""
        return {
            self.numbers[node.value]: (node.value, self.one(node, self.title), int(self.one(node, self.year)))
            for node in found
        }

    def one(self, node: Any, of: Any) -> str:
        """The one value of a property."""
        return str(next(self.store.quads_for_pattern(node, of, None, None)).object.value)
