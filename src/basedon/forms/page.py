"""An answer as a web page that stands on its own: no outside requests, no scripts, light and dark."""

from __future__ import annotations

from html import escape

from basedon.forms import graph, outline, plot
from basedon.forms.outline import Line, Section
from basedon.forms.plain import link, page_of, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Table, Tree
from basedon.model.reception import Reception

STYLE = """
  :root { color-scheme: light dark; --text: #1f2328; --soft: #57606a; --rule: #d0d7de; --page: #fdfdfb; --link: #0a58ca;
    --for: #1a7f45; --against: #b3283c; --context: #0a58ca }
  @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9aa4af; --rule: #3a424c; --page: #14171b;
    --link: #79b8ff; --for: #56d38a; --against: #ff8b98; --context: #79b8ff } }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/1.6 system-ui, "Segoe UI", sans-serif;
    overflow-wrap: anywhere }
  main { max-width: 42rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 4rem) clamp(1rem, 4vw, 2rem) }
  h1 { margin: 0 0 .5rem; font: 600 clamp(1.5rem, 5vw, 2.1rem)/1.25 Georgia, "Noto Serif", serif; text-wrap: balance }
  h2 { margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: 1.05rem }
  h3 { margin: 1.25rem 0 .25rem; font-size: 1rem }
  .lead { margin: 1rem 0 .25rem; font-size: 1.2rem; line-height: 1.5 }
  .soft, footer { color: var(--soft); font-size: .9375rem } p { margin: .25rem 0 }
  a { color: var(--link); text-underline-offset: .15em } a:focus-visible, .wide:focus-visible { outline: 2px solid }
  ul { margin: 0; padding-left: 1.25rem } li { margin: .35rem 0 } .evidence { list-style: none; padding: 0 }
  .evidence li { margin: .9rem 0; padding-left: .9rem; border-left: 3px solid var(--rule) }
  .for li { border-color: var(--for) } .against li { border-color: var(--against) }
  .context li { border-color: var(--context) }
  .for h3 { color: var(--for) } .against h3 { color: var(--against) } .context h3 { color: var(--context) }
  strong .soft { font-weight: 400 } blockquote { margin: .25rem 0; font-style: italic }
  .wide { overflow-x: auto } .wide th, .wide td { overflow-wrap: normal }
  table { border-collapse: collapse; width: 100% } th, td { padding: .4rem .75rem .4rem 0; text-align: left;
    vertical-align: top; border-bottom: 1px solid var(--rule) }
  footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule) }
"""


def page(answer: Answer) -> str:
    """The whole document."""
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(outline.headline(answer))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
            fragment(answer),
            "</main>\n</body>\n</html>",
        ]
    )


def fragment(answer: Answer) -> str:
    """The answer as one article without a document around it, for notebooks and other pages."""
    first, rest = outline.lead(answer)
    parts = [f"<h1>{_text(outline.headline(answer))}</h1>"]
    if isinstance(answer, FilmAnswer) and answer.work:
        label = titled(answer.work.title, answer.work.year)
        named = "" if label == outline.headline(answer) else _linked(Line(label, url=page_of(answer.work.id)))
        trailer = link(answer.work.trailer)
        film = [
            named,
            *map(_text, outline.about(answer.work)),
            f'<a href="{escape(trailer)}">trailer</a>' if trailer else "",
        ]
        parts.append(f'<p class="soft">{" · ".join(part for part in film if part)}</p>')
    parts += [f'<p class="lead"><strong>{_text(first)}</strong></p>'] if first else []
    parts += [f"<p>{_text(rest)}</p>"] if rest else []
    likely = outline.likelihood(answer)
    parts += [f'<p class="soft">{escape(likely)}</p>'] if likely else []
    parts += [_section(section, answer) for section in outline.sections(answer)]
    says, url = outline.mend(answer)
    mend = f'<br><a href="{escape(url)}">{_text(says)}</a>' if url else f"<br>{_text(says)}" if says else ""
    parts.append(f"<footer>{escape(outline.stamp(answer))}{mend}</footer>")
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _text(text: str) -> str:
    # a title in another direction must not turn round what stands beside it
    return f"<bdi>{escape(text)}</bdi>"


def _linked(line: Line) -> str:
    title = f'<a href="{escape(line.url)}">{_text(line.title)}</a>' if line.url else _text(line.title)
    return f'{title} <span class="soft">{_text(line.note)}</span>' if line.note else title


def _section(section: Section, answer: Answer) -> str:
    if section.name == "evidence":
        body = _evidence(answer)
    elif section.name == "table" and (table := outline.table(answer)):
        body = _table(table)
    elif section.name == "tree" and isinstance(answer, FilmAnswer) and answer.tree:
        body = _tree(answer.tree, graph.asked(answer))
    else:
        body = "<ul>\n" + "\n".join(f"<li>{_linked(line)}</li>" for line in section.lines) + "\n</ul>"
        if section.name == "reception" and isinstance(answer, FilmAnswer) and answer.reception:
            body += _plot(answer.reception)
    return f"<section>\n<h2>{_text(section.heading)}</h2>\n{body}\n</section>"


def _plot(reception: Reception) -> str:
    if reception.charts is None:
        return ""
    drawn = plot.svg(reception.charts)
    return f'\n<div class="wide" role="region" aria-label="Weeks in the Top 10" tabindex="0">\n{drawn}\n</div>'


def _evidence(answer: Answer) -> str:
    found = outline.findings(answer)
    sided = any(finding.stance != "context" for finding in found)
    parts = []
    for stance, heading in outline.STANCES.items():
        items = []
        for finding in (f for f in found if f.stance == stance):
            url, read_at = link(finding.url), _text(outline.read_at(finding))
            said = f"“{sentence(finding.quote)}”" if finding.quote else ""
            quote = f"<blockquote>{_text(said)}</blockquote>" if said else ""
            place = f'<a href="{escape(url)}">{read_at}</a>' if url else read_at
            items.append(f'<li>{_text(sentence(finding.says))}{quote}<p class="soft">{place}</p></li>')
        if items:
            title, listed = f"<h3>{heading}</h3>\n" if sided else "", "\n".join(items)
            parts.append(f'<div class="{stance}">\n{title}<ul class="evidence">\n{listed}\n</ul>\n</div>')
    return "\n".join(parts)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_text(outline.words(column))}</th>' for column in table.columns)
    rows = ["".join(f"<td>{_text(outline.value_of(value))}</td>" for value in row) for row in table.rows]
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    opening = '<div class="wide" role="region" aria-label="List" tabindex="0">\n<table>'
    return f"{opening}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"


def _tree(tree: Tree, film: str | None) -> str:
    parts: list[str] = []
    depth = -1
    for place in graph.places(tree):
        # a deeper place opens a list within the item above; any other ends that item, and every list it comes out of
        parts.append("<ul>" if place.depth > depth else "</li></ul>" * (depth - place.depth) + "</li>")
        relation = f'<span class="soft">{_text(place.relation)}:</span> ' if place.relation else ""
        line = _linked(Line(place.label, place.note, page_of(place.node.id)))
        here = film is not None and place.node.id == film
        parts.append(f"<li>{relation}" + (f'<strong aria-current="true">{line}</strong>' if here else line))
        depth = place.depth
    return "\n".join([*parts, "</li></ul>" * (depth + 1)])
