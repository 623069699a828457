"""Wikitext's templates, links and tags as the text they stand for, with marks where one thing ends and another begins.

Templates that stand for text are written out; all others (notes, pronunciations, flags, hatnotes) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from basedon.prose.patterns import lexicon
from basedon.prose.wikitext import Link, Node, Template

BREAK, ITEM, EDGE, ITALIC = "\x01", "\x04", "\x02", "\x03"
"""Marks: where a line ends, or an item of a list, where a link or a tag begins or ends, and where italics do.

Bare text holds none of them.
"""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

# Names with hyphens for spaces. Which argument is the text: the first, the first (in other letters, so that it stands
# apart), the second, the last, or each of them.
_FIRST = lexicon(
    "nowrap nobr nowraplinks nobreak avoid-wrap em strong bold center"
    " italic italics noitalic no-italic no-bold nobold normal smallcaps sc dfn abbr abbrlink tooltip hover as-written"
    " sic not-a-typo notatypo linktext vanchor visible-anchor ill illm interlanguage-link"
    " interlanguage-link-multi nihongo proper-name flag flagu flagcountry 仮リンク le link-en"
)
_SIZED = lexicon("small smaller smalldiv big bigger large larger")
_SECOND = lexicon("lang langue llang native-name wikt-lang color colour font-color fontcolor resize sort hs")
_LAST = lexicon("transliteration transl script")
_LISTS = lexicon(
    "ubl ublist ubt unbulleted-list unbulleted plainlist plain-list hlist flatlist flat-list cslist bulleted-list blist"
    " comma-separated-entries br-separated-entries collapsible-list ordered-list olist indented-plainlist"
    " cast-listing lista"
)
_DATES = lexicon("film-date filmdate start-date start-date-and-age end-date release-date release-date-and-age date dts")
_SHIPS = lexicon("ss hms uss rms hmas hmcs ms mv usns uscgc ins sms")
_BASED_ON = lexicon("based-on basedon")
_SIGNS = {
    "'": "'", "'s": "'s", "'-": "'", "apostrophe": "'", "' \"": "'\"", "'\"": "'\"", "\" '": "\"'", "\"'": "\"'",
    "!": "|", "=": "=", "nbsp": " ", "space": " ", "spaces": " ", "sp": " ", "thinsp": " ", "colon": ":",
    "ndash": "–", "en dash": "–", "mdash": "—", "em dash": "—", "emdash": "—",
    **dict.fromkeys(("snd", "snds", "spnd", "spaced ndash", "spaced en dash"), " – "),
    **dict.fromkeys(("br", "break", "crlf", "-", "·", "•", "dot", "middot", "bullet"), BREAK),
    **dict.fromkeys(("pb", "paragraph break"), "\n\n"),
}  # fmt: skip

LISTED = re.compile(r"\x04|(?:^|\n)[ \t]*+[*#:;]++[ \t]*+")
"""What begins an item of a list, once written."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15}+)[^<>]{0,1000}+>|</?\s?br\s?/?>", re.IGNORECASE)
_BREAKING = lexicon("br p div li ul ol hr")
_ADDRESS = re.compile(r"\[(?:https?:|ftp:)?//[^\s\[\]<>]*+([^\[\]\n]*+)\]")
_SWITCH = re.compile(r"__[A-Z]{3,30}__")
_UNSEEN = re.compile(
    r"^:?(?:file|image|media|category|datei|bild|fichier|catégorie|archivo|categoría|categoria|ficheiro|immagine"
    r"|kategorie|dosya|kategori|파일|분류|ファイル|画像|文件|檔案|分类|分類) ?:",
    re.IGNORECASE,
)


def written(nodes: Iterable[Node], loose: bool = False) -> str:
    """The tree as text with marks.

    `loose` writes out unknown templates too, for cells of which only words of a closed list are taken.
    """
    out: list[str] = []
    _write(nodes, out, loose)
    return "".join(out)


def _write(nodes: Iterable[Node], out: list[str], loose: bool) -> None:
    for node in nodes:
        if isinstance(node, str):
            out.append(_flat(node))
        elif isinstance(node, Template):
            _write_template(node, out, loose)
        elif not _UNSEEN.match(node.target) or (node.target[:1] == ":" and node.labels):
            out.append(EDGE)
            _write_label(node, out, loose)
            out.append(EDGE)


def _write_label(link: Link, out: list[str], loose: bool) -> None:
    if link.labels:
        _write(link.labels[-1], out, loose)
    else:
        out.append(link.target.lstrip(":"))


def _write_template(node: Template, out: list[str], loose: bool) -> None:
    if node.name in _SIGNS:
        out.append(_SIGNS[node.name])
        return
    name, args = node.name.replace(" ", "-"), node.positional()
    if name in _DATES:
        out.append(_dates([written(arg).strip() for arg in args]))
    elif name in _LISTS:
        _write_list(args, out, loose)
    elif name in _BASED_ON:
        told = [LISTED.sub(BREAK, written(arg, loose)) for arg in args]
        out += [ITEM, *told[:1], f"{BREAK}by{BREAK}" if told[1:] else "", BREAK.join(told[1:]), ITEM]
    elif name in _FIRST and args:
        _write(args[0], out, loose)
    elif name in _SIZED and args:
        out.append(EDGE)
        _write(args[0], out, loose)
        out.append(EDGE)
    elif name in _SECOND and len(args) > 1:
        _write(args[1], out, loose)
    elif name in _LAST and args:
        _write(args[-1], out, loose)
    elif name == "sortname" and len(args) > 1:
        _write(args[0], out, loose)
        out.append(" ")
        _write(args[1], out, loose)
    elif (name in _SHIPS or name in ("circa", "c.")) and args:
        out.append(f"{name.upper()} " if name in _SHIPS else "c. ")
        _write(args[0], out, loose)
    elif loose:
        _write_list(args or [[node.name.upper()]], out, loose)


def _write_list(args: Iterable[Sequence[Node]], out: list[str], loose: bool) -> None:
    for arg in args:
        out.append(ITEM)
        _write(arg, out, loose)
    out.append(ITEM)


def _dates(args: Sequence[str]) -> str:
    """The dates of a template's arguments: year, month, day, place, again a year ...; places are left out."""
    found: list[str] = []
    at = 0
    while at < len(args):
        year, month, day = ((args[n] if n < len(args) else "") for n in (at, at + 1, at + 2))
        at += 1
        if not (year.isdecimal() and len(year) == 4):
            if at == 1 and any(part.isdecimal() and len(part) == 4 for part in year.split()):
                found.append(year)  # "24 May 2013", given whole
        elif month.isdecimal() and len(month) < 3 and 1 <= int(month) <= 12:
            dated = day.isdecimal() and len(day) < 3
            at += 1 + dated
            found.append(
                f"{MONTHS[int(month) - 1]} {int(day)}, {year}" if dated else f"{MONTHS[int(month) - 1]} {year}"
            )
        else:
            found.append(year)
    return BREAK.join(found)


def _flat(text: str) -> str:
    """Text between brackets without tags, addresses and switches."""
    if "<" in text:
        text = _TAG.sub(_tag, text)
    if "//" in text:
        text = _ADDRESS.sub(r"\1", text)
    return _SWITCH.sub("", text) if "__" in text else text


def _tag(tag: re.Match[str]) -> str:
    name = (tag[2] or "br").lower()
    if name in _BREAKING:
        return BREAK
    return ITALIC if name in ("i", "em", "cite") else EDGE
