"""Any text at all comes through each form's way of writing it."""

from __future__ import annotations

import csv as standard
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rdflib import Graph, URIRef

from basedon.exports import csv, graphml, jsonl, terms

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(ANY | st.none(), min_size=2, max_size=4))
def test_csv(values: list[str | None]) -> None:
    written = csv.line(tuple(values)).decode()
    (read,) = standard.reader(io.StringIO(written, newline=""), strict=True)
    assert read == [value or "" for value in values]
    assert written.count('""') >= values.count("")


@given(ANY)
def test_json_lines(text: str) -> None:
    line = jsonl.line({"title": text})
    assert json.loads(line) == {"title": text}
    assert len(line.splitlines()) == 1


@given(ANY)
def test_a_word_of_n_triples(text: str) -> None:
    line = terms.triple("<urn:a>", "<urn:b>", terms.literal(text))
    (value,) = Graph().parse(data=line, format="nt").objects()
    assert str(value) == text
    assert line.count("\n") == 1


@given(ANY)
def test_an_address_of_n_triples(text: str) -> None:
    line = terms.triple(terms.iri(f"urn:x:{text}"), "<urn:b>", "<urn:c>")
    (subject,) = Graph().parse(data=line, format="nt").subjects()
    assert isinstance(subject, URIRef)
    assert re.fullmatch(r"urn:x:[!-~]*", subject)


@given(ANY)
def test_graphml(text: str) -> None:
    written = graphml.node(graphml.token(text), {"title": text})
    tree = etree.fromstring(written.encode())
    allowed = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    assert "".join(tree.itertext()).strip("\n ") == allowed.strip("\n ")
    assert re.fullmatch(r"[A-Za-z0-9._:-]*", tree.get("id"))


@given(ANY, ANY)
def test_two_ids_stay_two(one: str, other: str) -> None:
    assert (graphml.token(one) == graphml.token(other)) == (one == other)
