"""The review of an article in each of its forms."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from basedon import checking
from basedon.catalogue.catalogue import Catalogue
from basedon.forms.claimreview import claimreview
from basedon.forms.correction import correction, mended
from basedon.forms.json import review_json, review_schema
from basedon.forms.review_page import review_page
from basedon.forms.review_text import review_text
from basedon.model.claim import RATINGS, Verdict

DRAFT = """# Kandil & <b>friends</b>

Kandil was directed by Ömer Şahin. It came out in 1974 <script>alert(1)</script> and "so" on.
It is a French film."""


@pytest.fixture
def done(small):
    with Catalogue(small) as catalogue:
        yield checking.checked(catalogue, DRAFT)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_json_has_every_key_of_the_contract(done):
    made = json.loads(review_json(done.review))
    assert list(made) == ["schema", "article", "about", "claims", "summary"]
    assert list(made["article"]) == ["title", "url", "language"]
    assert list(made["claims"][0]) == [
        "quote",
        "start",
        "end",
        "type",
        "subject",
        "stated",
        "verdict",
        "correct",
        "findings",
    ]
    assert sum(made["summary"].values()) == len(made["claims"])
    assert "\n" not in review_json(done.review, pretty=False)


def test_the_schema_names_what_is_written(done):
    schema = review_schema()
    assert set(schema["$defs"]["Claim"]["required"]) == set(json.loads(review_json(done.review))["claims"][0])


def test_the_page_marks_sentences_and_lets_nothing_of_the_article_in(done):
    page = review_page(done)
    read = Tags()
    read.feed(page)
    names = [tag for tag, _ in read.tags]
    assert "script" not in names
    assert "b" not in names
    assert not any(key.startswith("on") for _, attributes in read.tags for key in attributes)
    assert "<script>alert(1)</script>" in read.text
    assert "default-src 'none'" in page
    marks = [a["class"] for tag, a in read.tags if tag == "mark"]
    assert "contradicted" in marks
    assert "supported" in marks
    targets = {a["id"] for _, a in read.tags if "id" in a}
    assert {a["href"][1:] for tag, a in read.tags if tag == "a" and a["href"].startswith("#")} <= targets


def test_the_text_form_marks_in_place_and_moves_no_cursor(small):
    with Catalogue(small) as catalogue:
        done = checking.checked(catalogue, "Kandil was directed by Ömer Şahin\x1b[2J. It came out\u202e in 1974.")
    plain = review_text(done, width=60)
    assert "It came out in 1974 [" in " ".join(plain.split())
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert all(len(line) <= 60 for line in plain.splitlines())
    painted = review_text(done, colour=True, width=60)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted).replace(" ", "") == plain.replace(" ", "")


def test_claimreview_is_schema_org_s_and_cannot_end_its_script(done):
    written = claimreview(done)
    assert "<" not in written
    graph = json.loads(written)["@graph"]
    assert {one["@type"] for one in graph} == {"ClaimReview"}
    for one in graph:
        assert one["claimReviewed"]
        assert one["author"]["name"] == "basedon"
        assert one["itemReviewed"]["@type"] == "Claim"
        rating = one["reviewRating"]
        assert rating["@type"] == "Rating"
        assert rating["alternateName"] in {r.name for r in RATINGS.values()}
        assert rating.get("ratingValue") in {None, 1, 3, 5}
    assert set(RATINGS) == set(Verdict)


def test_a_corrected_draft_is_a_diff_of_the_values(done):
    assert "It came out in 1980 <script>" in mended(done)
    assert "It is a Turkish film." in mended(done)
    diff = correction(done, "drafts/kandil.md")
    assert diff.startswith("--- a/drafts/kandil.md\n+++ b/drafts/kandil.md\n")
    assert diff.count("\n-") == 2
    assert "\\ No newline at end of file" in diff


def test_a_corrected_draft_keeps_what_the_reading_left_out(small):
    with Catalogue(small) as catalogue:
        done = checking.checked(catalogue, "Kan\u00addil was directed by Ömer Şahin.\r\nIt came out in 1974.\r\n")
    assert mended(done) == "Kan\u00addil was directed by Ömer Şahin.\r\nIt came out in 1980.\r\n"


def test_nothing_to_mend_is_no_diff(small):
    with Catalogue(small) as catalogue:
        assert correction(checking.checked(catalogue, "Kandil was directed by Ömer Şahin."), "a.md") == ""
