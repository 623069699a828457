"""The text of an article: what is read of a page, a draft, and of what is hostile."""

from __future__ import annotations

from basedon.factcheck import article

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Lamps - The Paper</title>
<script>var x = "Kandil (1950)";</script></head>
<body><nav><a href="/">Kandil was directed by Nobody</a></nav><article><h1>Lamps</h1>
<p onclick="steal()">Kandil was directed by Ömer Şahin, and many people in the harbour still still remember it
opened there.</p>
<p>It came out in 1980. The lamp of the title is never seen in the film, which some have found rather clever of
them.</p></article>
<div class="comments"><p>Kandil is from 1950!!</p></div><footer>Imprint</footer></body></html>"""


def test_a_page_without_its_menus_scripts_and_comments():
    text = article.of_bytes(PAGE.encode())
    assert text is not None
    assert "still remember" in text.text
    assert not any(word in text.text for word in ("Nobody", "var x", "steal", "1950"))
    assert (text.title, text.language) == ("Lamps", "en")


def test_a_draft_keeps_its_marks_and_its_file():
    text = article.of_bytes(b"# On *Kandil*\r\n\r\nIt came out in 1980.\r\n")
    assert text is not None
    assert text.title == "On Kandil"
    assert text.raw == "# On *Kandil*\r\n\r\nIt came out in 1980.\r\n"


def test_charsets_are_told_by_their_bytes():
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        text = article.of_bytes("Kandil — a film of 1980, and it is a good one for the price.".encode(encoding))
        assert text is not None
        assert text.text.startswith("Kandil — a film")


def test_control_characters_and_letters_that_show_nothing_are_left_out():
    text = article.of_text("Kan\u00addil \x1b[31mcame\x07 out\u202e in 1980.")
    assert text is not None
    assert text.text == "Kandil [31mcame out in 1980."


def test_what_is_no_text_is_none():
    assert article.of_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0") is None
    assert article.of_bytes(b"  \n ") is None


def test_languages():
    assert article.language_of("Der Film ist von 1980 und das ist nicht mit einer Lampe") == "de"
    assert article.language_of("이 영화는 1980년에 개봉했다") == "ko"
    assert article.language_of("1980") is None
