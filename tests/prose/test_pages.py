"""The main text of saved pages; and that no file, however hostile, is more than no page."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basedon.prose.pages import LONGEST, Page, decoded, read_page

PATIENCE = 15.0
"""Seconds that a hostile file may take, on a busy machine."""

STORY = (
    "Salt Road opened in the spring of that year, and people stood in line for it all night long.",
    "Its makers had spent two winters by the sea, where the old carters told them what they knew.",
    "None of the carters ever saw the film, for the road was flooded before it reached the town.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in STORY)


def html(head="", article=PARAGRAPHS, title="<h1>The tale of Salt Road</h1>"):
    """A page as sites make them, with all that is no article around it."""
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>The tale of Salt Road | Evening Lamp</title>{head}</head><body>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
</header>
<div class="cookie-banner" role="dialog"><p>We use biscuits. Take all of them or take none of them.</p></div>
<main><article>{title}{article}</article></main>
<aside class="related"><ul><li><a href="/1">Seven kettles that whistle</a></li></ul></aside>
<section id="comments" class="comments"><h2>Comments</h2><p>Rubbish, wrote one reader, the road was never salted.</p>
</section><footer class="footer"><p>All rights reserved by the Evening Lamp</p></footer>
<script>var tale = "scripted";</script><style>p {{ color: red }}</style></body></html>"""


def of(text):
    page = read_page(text.encode() if isinstance(text, str) else text)
    assert isinstance(page, Page)
    return page


def test_the_article_is_read_and_what_stands_around_it_is_not():
    page = of(html())
    for sentence in STORY:
        assert page.text.count(sentence) == 1
    for noise in ("Home", "Sport", "biscuits", "kettles", "Rubbish", "rights", "scripted", "color"):
        assert noise not in page.text


def test_paragraphs_stay_lines_of_their_own():
    assert [line for line in of(html()).text.split("\n") if line in STORY] == list(STORY)


def test_the_headline():
    assert of(html()).title == "The tale of Salt Road"
    told = '<meta property="og:title" content="What was true of Salt Road">'
    assert of(html(told)).title == "What was true of Salt Road"
    assert of(f"<html><body><article>{PARAGRAPHS}</article></body></html>").title == STORY[0]


def test_a_headline_without_end_is_cut():
    assert len(of(html(title=f"<h1>{'Salt ' * 5_000}</h1>")).title) <= 300
    assert len(of("salt " * 5_000).title) <= 300


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-03-04T10:11:12Z">',
        '<meta name="date" content="2021-03-04">',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-03-04"}</script>',
    ],
)
def test_the_day(head):
    assert of(html(head)).date == "2021-03-04"


def test_no_day_where_none_is_told():
    assert of(html()).date is None


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://lamp.example/salt", "https://lamp.example/salt"),
        ("http://lamp.example/salt", "http://lamp.example/salt"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("data:text/html,x", None),
        ("ftp://lamp.example/salt", None),
        ("/salt", None),
        ("salt", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("tag", ['<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">'])
def test_only_an_address_on_the_web_is_taken(address, url, tag):
    assert of(html(tag.format(address))).url == url


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The tale of Salt Road\n\nIt is long.", "The tale of Salt Road"),
        ("---\ntags: road\n---\n\n## The tale of Salt Road\n\nIt is long.", "The tale of Salt Road"),
        ("#### Too small\n\nIt is long.", "#### Too small"),
        ("\n\n  The tale of Salt Road  \nIt is long.", "The tale of Salt Road"),
        ("#nothing\nIt is long.", "#nothing"),
        ("It is long.", "It is long."),
    ],
)
def test_markdown_and_text_have_their_heading_or_first_line_as_headline(text, title):
    page = of(text)
    assert (page.title, page.text, page.date, page.url) == (title, text, None, None)


WORDS = "Café “Zoë” – a tale"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_of_these_encodings(encoding):
    assert decoded(WORDS.encode(encoding)) == 'Café "Zoë" – a tale'
    assert of(WORDS.encode(encoding)).title == 'Café "Zoë" – a tale'


def test_text_in_utf_16_of_either_order():
    assert decoded(b"\xfe\xff" + WORDS.encode("utf-16-be")) == decoded(b"\xff\xfe" + WORDS.encode("utf-16-le"))


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "windows-1252")]
)
def test_html_in_any_of_these_encodings(encoding, declared):
    page = html(article=f"{PARAGRAPHS}<p>{WORDS} that they told by the sea.</p>").replace('"utf-8"', f'"{declared}"')
    assert f"{WORDS} that they told by the sea." in of(page.encode(encoding)).text


def test_line_breaks_of_other_systems():
    assert decoded(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_no_control_character_is_left_in_a_text():
    assert decoded(b"a\x00b\x07c\x1b[31md\x7f\te") == "abc[31md e"
    assert decoded("a\u202eb\u200fc".encode()) == "abc"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n\t \n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100),
        b"PK\x03\x04\0\0" + bytes(100),
        "no byte order mark".encode("utf-16-le"),
        b"<html></html>",
        b"<!doctype html>",
        b"<html><body><script>1</script></body></html>",
    ],
    ids=range(11),
)
def test_what_holds_no_text_is_no_page(raw):
    assert read_page(raw) is None


def test_a_zero_byte_far_down_in_a_text_is_left_out():
    assert of(b"salt " * 500 + b"ro\0ad").text.endswith("salt road")


def test_a_page_may_break_off_anywhere():
    raw = html('<meta property="article:published_time" content="2021-03-04">').encode()
    for end in range(0, len(raw), 61):
        page = read_page(raw[:end])
        assert page is None or page.text


def test_a_page_that_breaks_off_in_its_article_gives_what_is_there():
    whole = html()
    assert STORY[0] in of(whole[: whole.index(STORY[2])]).text


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "span"])
@pytest.mark.parametrize("depth", [100, 300, 3_000, 50_000])
def test_tags_within_tags(tag, depth):
    began = time.perf_counter()
    page = read_page(html(article=f"<{tag}>" * depth + PARAGRAPHS).encode())
    assert page is None or page.text.strip()
    assert time.perf_counter() - began < PATIENCE


def test_no_more_of_a_file_is_read_than_an_article_is_long():
    began = time.perf_counter()
    assert len(of("word " * 1_000_000).text) == LONGEST
    mile = "Mile {0} of the road lies {0} steps from the sea, and {0} carters have walked it in the rain. "
    numbered = "".join(f"<p>{mile.format(n) * 40}</p>" for n in range(1_500))
    assert len(numbered) > 5_000_000
    assert len(of(html(article=numbered)).text) < LONGEST
    assert time.perf_counter() - began < PATIENCE


HOSTILE = {
    "entities": "&amp;" * 100_000,
    "angles": "<" * 200_000,
    "comments": "<!--" * 250_000,
    "sections of data": "<![CDATA[" * 100_000,
    "a script without end": "<script>" + "x" * 300_000,
    "attributes": "<p " + " ".join(f"a{n}=x" for n in range(3_000)) + ">salt</p>",
    "attributes without end": '<p class="' + "x" * 300_000,
    "links": '<a href="x">' * 5_000,
    "breaks": "<br>" * 5_000,
    "small paragraphs": "<p>a</p>" * 5_000,
    "a table": "<table>" + "<tr><td>salt</td></tr>" * 2_000,
    "headings": "<title>x" * 20_000,
    "frames": "<iframe src='file:///etc/hostname'>" * 1_000,
    "closing tags": "</div></p></b>" * 50_000,
    "odd letters": "&#0;&#xD800;&#xDFFF;&#x110000;&#x202e;\x00\x01\x0b" * 1_000,
    "other direction": "\u202e\u2066\u0301" * 20_000,
    "numbers of days": "<time datetime='0000-99-99'>31 February 99999</time>" * 5_000,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markup_takes_bounded_time(markup):
    began = time.perf_counter()
    for article in (markup, PARAGRAPHS + markup, markup + PARAGRAPHS):
        page = read_page(html(article=article).encode())
        if page is not None:
            "".join([page.title, page.text]).encode()
    assert time.perf_counter() - began < PATIENCE


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"headline": 7, "datePublished": [], "@graph": {"a": null}}</script>',
        '<meta property="og:title" content="x">' * 10_000,
        f'<link rel="canonical" href="https://lamp.example/{"a/" * 100_000}">',
        '<link rel="canonical" href="https://[lamp/">',
        '<meta property="article:published_time" content="2021-13-45T99:99">',
        '<base href="javascript:">',
        '<meta http-equiv="refresh" content="0;url=file:///etc/hostname">',
        '<meta charset="no-such-charset">',
    ],
    ids=range(9),
)
def test_hostile_heads_do_no_harm(head):
    began = time.perf_counter()
    assert STORY[0] in of(html(head)).text
    assert time.perf_counter() - began < PATIENCE


def test_no_entity_fetches_another_file_or_grows_without_end(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the key lies under the mat", "utf-8")
    doubled = "".join(f'<!ENTITY a{n + 1} "&a{n};&a{n};">' for n in range(30))
    for entity, used in (
        (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"),
        (f'<!ENTITY a0 "salt">{doubled}', "&a30;"),
    ):
        raw = f'<?xml version="1.0"?><!DOCTYPE html [{entity}]><html><body>{PARAGRAPHS}<p>{used}</p></body></html>'
        page = read_page(raw.encode())
        assert page is None or ("mat" not in page.text and len(page.text) < 10_000)


@given(st.binary(max_size=3_000))
def test_any_bytes_can_be_read(raw):
    page = read_page(raw)
    if page is not None:
        assert page.text
        page.text.encode()


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["p", "h1", "title", "a href='", "!--", "meta content='", "?"]))
def test_any_bytes_can_stand_in_a_page(raw, tag):
    page = read_page(html(article=f"{PARAGRAPHS}<{tag}>").encode().replace(b"</main>", raw))
    if page is not None:
        f"{page.title}{page.text}{page.date}{page.url}".encode()


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_printable_text_comes_through_as_it_is(text):
    assert len(decoded(text.encode())) == len(text)


@pytest.mark.parametrize(
    "before", ["<!-- saved from lamp.example -->\n", "<meta charset='utf-8'>", "<section>", "<main>", "<p>"]
)
def test_a_page_may_begin_with_something_else(before):
    assert "<" not in of(before + html().partition("<html>")[2]).text


def test_html_in_utf_16():
    assert of(html().replace('"utf-8"', '"utf-16"').encode("utf-16")).title == "The tale of Salt Road"


@pytest.mark.parametrize("entity", ["&#1;", "&#8;", "&#xFFFF;"])
def test_a_page_is_not_lost_for_one_odd_character(entity):
    assert STORY[0] in of(html(article=f"{PARAGRAPHS}<p>The road {entity} was long, and nobody knew.</p>")).text


def test_a_page_of_what_cannot_be_seen_is_none():
    assert read_page(b"<html><body>" + "\u202d".encode() * 50_000 + b"</body></html>") is None


@pytest.mark.parametrize("entity", ["&#1", "&#8", "&#x1"])
def test_an_odd_character_may_lack_its_semicolon(entity):
    assert STORY[0] in of(html(article=f"{PARAGRAPHS}<p>The road {entity} was long, and nobody knew.</p>")).text


@pytest.mark.parametrize("before", ["<!-- draft -->\n", "<p align=center>\n\n"])
def test_markdown_may_begin_with_markup(before):
    page = of(f"{before}# The tale of Salt Road\n\n{' '.join(STORY)}")
    assert page.title == "The tale of Salt Road"
    assert STORY[1] in page.text


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("", "The kettles were stolen on 3 May 1999 in a town by the sea."),
        ("", "It was 1999, and nobody knew."),
        ("", "© 2013 Evening Lamp"),
        ('<meta property="article:published_time" content="2021-13-45">', ""),
    ],
)
def test_no_day_is_guessed(head, text):
    assert of(html(head, f"{PARAGRAPHS}<p>{text}</p>")).date is None
