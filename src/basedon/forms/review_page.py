"""The review of an article as a web page that stands on its own: its claims marked, the evidence beside them.

Nothing of the article is written but as escaped text; no scripts, no outside requests.
"""

from __future__ import annotations

from html import escape

from basedon.forms.marking import SIGNS, Piece, pieces, ruling, shown, type_name
from basedon.forms.page import STYLE as COMMON
from basedon.forms.plain import clean, link, page_of, sentence, titled
from basedon.model.claim import RATINGS, Checked, Claim, Verdict

STYLE = """
  main { max-width: 76rem; display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr) }
  @media (min-width: 60rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) }
    header, footer { grid-column: 1 / -1 } }
  mark { color: inherit; border-radius: .2em; padding: .05em .1em; background: var(--tint, transparent);
    border-bottom: 2px solid var(--line, transparent); -webkit-box-decoration-break: clone;
    box-decoration-break: clone }
  .supported { --line: #2e9d5b; --tint: #2e9d5b22 } .contradicted { --line: #d43f55; --tint: #d43f5533 }
  .disputed { --line: #8b5cf6; --tint: #8b5cf633 } .unverified { --line: #b58900; --tint: #b5890022 }
  sup a { text-decoration: none; padding: 0 .15em } ol { list-style: none; margin: 0; padding: 0 }
  .claims > li { margin: 0 0 1rem; padding: .6rem .9rem; border-left: 4px solid var(--line); background: var(--tint);
    scroll-margin-top: 1rem } li:target, mark:target { outline: 2px solid var(--link) }
  .claims p { margin: .2rem 0 } .claims ul { padding-left: 1.1rem; font-size: .9375rem }
  .counts li { display: inline-block;
    margin: 0 1rem .25rem 0; padding: 0 .4rem; border-left: 4px solid var(--line); background: var(--tint) }
  .text { white-space: pre-wrap } .text p { margin: 0 0 1rem }
  @media print { main { display: block; max-width: none } .claims > li { break-inside: avoid } a { color: inherit } }
"""


def review_page(checked: Checked) -> str:
    """The whole document."""
    review = checked.review
    title = sentence(review.article.title or "") or "An article, checked"
    language = clean(review.article.language or "") or "en"
    counts = "".join(
        f'<li class="{verdict.value}">{SIGNS[verdict]} {getattr(review.summary, verdict.value)} {verdict.value}</li>'
        for verdict in Verdict
    )
    about = ", ".join(escape(titled(work.title, work.year)) for work in review.about)
    url = link(review.article.url)
    claims = "\n".join(_claim(number, claim) for number, claim in enumerate(review.claims, 1))
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(title)}</title>\n<style>{COMMON}{STYLE}</style>\n</head>\n<body>\n<main>",
            f"<header><h1><bdi>{escape(title)}</bdi></h1>",
            f'<p class="soft">About {about}</p>' if about else "",
            f'<p class="soft"><a href="{escape(url)}">{escape(url)}</a></p>' if url else "",
            f'<ul class="counts" aria-label="Verdicts">{counts}</ul></header>',
            f'<article class="text" lang="{escape(language)}" aria-label="The article">{_text(checked)}</article>',
            f'<aside aria-label="Claims"><h2>Claims</h2>\n<ol class="claims">\n{claims}\n</ol></aside>'
            if claims
            else "<aside><p>No claim about a film is found in it.</p></aside>",
            "<footer>Checked by basedon against its catalogue. Unverified: the catalogue does not tell.</footer>",
            "</main>\n</body>\n</html>",
        ]
    )


def _text(checked: Checked) -> str:
    claims = checked.review.claims
    cut = (
        pieces(checked.text.strip("\n"), claims) if not checked.text.startswith("\n") else pieces(checked.text, claims)
    )
    parts: list[str] = ["<p>"]
    for piece in cut:
        lines = piece.text.split("\n")
        for place, line in enumerate(lines):
            if place:
                parts.append("\n")
            parts.append(_marked(Piece(line, piece.verdict)))
        parts += [_number(number, claims[number - 1]) for number in piece.ends]
    return "".join([*parts, "</p>"])


def _marked(piece: Piece) -> str:
    if not piece.text:
        return ""
    said = escape("".join(c for c in piece.text if c.isprintable() or c == "\t"))
    return f'<mark class="{piece.verdict.value}">{said}</mark>' if piece.verdict and piece.text.strip() else said


def _number(number: int, claim: Claim) -> str:
    label = f"Claim {number}: {claim.verdict.value}"
    return f'<sup id="q{number}"><a href="#c{number}" aria-label="{label}">{number}{SIGNS[claim.verdict]}</a></sup>'


def _claim(number: int, claim: Claim) -> str:
    film, page = escape(titled(claim.subject.title, claim.subject.year)), page_of(claim.subject.id)
    named = f'<a href="{escape(page)}">{film}</a>' if page else film
    said = escape(f"{type_name(claim)}: {shown(claim.stated)}")
    found = "".join(_finding(finding.says, finding.source, finding.locator, finding.url) for finding in claim.findings)
    return (
        f'<li id="c{number}" class="{claim.verdict.value}"><p>'
        f'<a href="#q{number}" aria-label="To the sentence">{number}</a> '
        f"{SIGNS[claim.verdict]} <strong>{escape(RATINGS[claim.verdict].name)}</strong>"
        f"{escape(ruling(claim).removeprefix(claim.verdict.value))}</p>"
        f'<p><bdi>{named}</bdi> <span class="soft"><bdi>{said}</bdi></span></p>'
        f"<p><q>{escape(sentence(claim.quote))}</q></p>{f'<ul>{found}</ul>' if found else ''}</li>"
    )


def _finding(says: str, source: str, locator: str, url: str | None) -> str:
    read = escape(f"{clean(source)}, {clean(locator)}")
    address = link(url)
    place = f'<a href="{escape(address)}">{read}</a>' if address else read
    return f'<li>{escape(sentence(says))} <span class="soft">{place}</span></li>'
