"""Markdown, read back by a Markdown parser."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from basedon.forms import show
from basedon.forms.markdown import escape
from basedon.forms.plain import clean

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BOLD = ["strong_open", "text", "strong_close"]
SIGNS = st.text(st.sampled_from("ab 1.)#>-+*_=~`|\\[](){}<>!&;:/\"'$@^\n\twW"), max_size=40)


def spoken(markdown: str) -> list[str]:
    """The text of each inline part, which holds nothing but text."""
    texts = []
    for token in READER.parse(markdown):
        if token.type == "inline":
            assert {child.type for child in token.children or []} <= {"text"}, token.children
            texts.append("".join(child.content for child in token.children or []))
    return texts


@given(SIGNS | st.text(max_size=80))
def test_escaped_text_is_text_wherever_it_stands(text: str) -> None:
    wanted = [clean(text)] if clean(text) else []
    assert spoken(escape(text)) == wanted
    if wanted:
        assert spoken(f"- {escape(text)}") == wanted
        assert spoken(f"# {escape(text)}") == wanted
        assert spoken(f"above\n\n{escape(text)}\n\nbelow") == ["above", *wanted, "below"]
        bold = READER.parse(f"**{escape(text)}**")[1].children or []
        assert [child.type for child in bold if child.content or child.type != "text"] == BOLD
        assert "".join(child.content for child in bold) == wanted[0]
        kinds = [token.type for token in READER.parse(f"- {escape(text)}\n")]
        assert kinds == [
            "bullet_list_open",
            "list_item_open",
            "paragraph_open",
            "inline",
            "paragraph_close",
            "list_item_close",
            "bullet_list_close",
        ]


@given(SIGNS)
def test_escaped_text_stays_in_its_cell(text: str) -> None:
    assert spoken(f"| a | b |\n| --- | --- |\n| {escape(text)} | end |")[2:] == [clean(text), "end"]


def test_addresses_in_text_are_broken_up_for_readers_that_link_them() -> None:
    assert escape("see https://x.example and www.x.example") == "see https:\\/\\/x.example and www\\.x.example"


def test_titles_that_begin_like_a_list_stay_titles() -> None:
    assert escape("7. Koğuştaki Mucize") == "7\\. Koğuştaki Mucize"
    assert escape("No. 7") == "No. 7"


def test_the_whole(make: SimpleNamespace) -> None:
    text = show(make.asked(), "markdown")
    assert text.startswith("# Is Miracle in Cell No. 7 based on a true story?\n\n**Sources disagree")
    assert "- **For:** It is loosely inspired by the Chuncheon police chief's daughter case. \\[1\\]\n" in text
    assert "- **Against:** It is not based on a true story. \\[2\\]\n  > The film is fiction" in text
    sources = text.partition("## Sources\n\n")[2].partition("\n\n")[0].splitlines()
    assert sources[0].startswith(
        "1. [wikipedia, Miracle in Cell No. 7: section Development](<https://en.wikipedia.org/"
    )
    assert [line[:2] for line in sources] == ["1.", "2.", "3."]
    assert "- [7\\. Koğuştaki Mucize (2019)](<https://www.wikidata.org/wiki/Q72033042>) — Turkey, official" in text


def test_a_source_that_is_named_twice_is_listed_once(make: SimpleNamespace) -> None:
    answer = make.asked()
    twice = replace(answer.story, findings=answer.story.findings[1:2] * 2)
    text = show(replace(answer, story=twice), "markdown")
    assert text.count("\\[1\\]\n") == 2
    assert "\n2. " not in text


def test_the_lineage_is_a_nested_list(make: SimpleNamespace) -> None:
    text = show(make.asked(kind="lineage", tree=make.tree), "markdown")
    depths = [
        t.level // 2
        for t in READER.parse(text.partition("## Lineage")[2].partition("\n## ")[0])
        if t.type == "list_item_open"
    ]
    assert depths == [0, 1, 2, 2, 3, 2]


def test_a_table_has_as_many_cells_as_columns(make: SimpleNamespace) -> None:
    tokens = READER.parse(show(make.asked(kind="listing", table=make.table), "markdown"))
    assert sum(token.type == "th_open" for token in tokens) == 4
    assert sum(token.type == "td_open" for token in tokens) == 8


def test_hostile_text_makes_no_html_image_or_link(make: SimpleNamespace, hostile: str) -> None:
    for token in READER.parse(show(make.hostile(hostile), "markdown")):
        assert token.type not in ("html_block", "fence", "code_block")
        for child in token.children or []:
            assert child.type in ("text", "strong_open", "strong_close", "link_open", "link_close", "softbreak"), child
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith("https://www.wikidata.org/wiki/Q")


def test_a_miss(make: SimpleNamespace) -> None:
    text = show(make.missed(), "markdown")
    assert "**No film of that name is held here.**" in text
    assert "## Did you mean\n\n- [Miracle in Cell No. 7 (2013)]" in text
