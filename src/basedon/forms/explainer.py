"""A draft explainer as Markdown, as a page that stands on its own, and as JSON."""

from __future__ import annotations

from html import escape

import msgspec

from basedon.errors import BadUsage
from basedon.forms import json as forms_json
from basedon.forms import markdown as md
from basedon.forms.jsonld import jsonld
from basedon.forms.page import STYLE
from basedon.forms.plain import clean, link, page_of, sentence, titled
from basedon.model.explainer import Cited, Explainer, NumberedSource

FORMS = ("markdown", "html", "json")


def show(explainer: Explainer, form: str) -> str:
    """The explainer in one of the forms, without a newline at the end."""
    made = {"markdown": markdown, "html": html, "json": json}.get(form)
    if made is None:
        raise BadUsage(f"there is no form {form!r} of an explainer: choose one of {', '.join(FORMS)}")
    return made(explainer)


def json(explainer: Explainer) -> str:
    """Everything as JSON, the text as Markdown beside its sentences."""
    held = {name: getattr(explainer, name) for name in explainer.__struct_fields__ if name != "answer"}
    encoded = msgspec.json.encode({**held, "markdown": markdown(explainer)})
    return forms_json.safe(msgspec.json.format(encoded, indent=2).decode())


def markdown(explainer: Explainer) -> str:
    """Markdown with numbered sources."""
    blocks = [f"# {md.escape(sentence(explainer.headline))}", f"**{md.escape(sentence(explainer.standfirst))}**"]
    for part in explainer.sections:
        blocks.append(f"## {md.escape(part.heading)}")
        blocks += [" ".join(_cited_markdown(said) for said in paragraph) for paragraph in part.paragraphs]
    if explainer.sources:
        listed = [f"{source.number}. {_linked_markdown(source)}" for source in explainer.sources]
        blocks += ["## Sources", "\n".join(listed)]
    blocks += ["---", md.escape(stamp(explainer))]
    return "\n\n".join(blocks)


def _cited_markdown(said: Cited) -> str:
    numbers = "".join(f"\\[{number}\\]" for number in said.sources)
    return f"{md.escape(sentence(said.text))}{' ' if numbers else ''}{numbers}"


def _linked_markdown(source: NumberedSource) -> str:
    url = link(source.url)
    place = md.escape(place_of(source))
    return f"[{place}](<{url}>)" if url else place


def place_of(source: NumberedSource) -> str:
    """A source and the place in it."""
    return f"{clean(source.source)}, {sentence(source.locator)}"


def stamp(explainer: Explainer) -> str:
    """That it is a draft, and of which catalogue."""
    made = f", as of {clean(explainer.catalogue.as_of)}" if explainer.catalogue.as_of else ""
    catalogue = f"catalogue {clean(explainer.catalogue.digest)[:8]}{made}"
    return f"A draft from open data: {catalogue}. Read the sources before you publish it."


def html(explainer: Explainer) -> str:
    """A page that stands on its own, with JSON-LD: no outside requests, no scripts that run."""
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(sentence(explainer.headline))}</title>",
            f'<meta name="description" content="{escape(sentence(explainer.standfirst))}">',
            f"<style>{STYLE}</style>",
            f'<script type="application/ld+json">{linked_data(explainer)}</script>',
            f"</head>\n<body>\n<main>\n{fragment(explainer)}\n</main>\n</body>\n</html>",
        ]
    )


def fragment(explainer: Explainer) -> str:
    """The explainer as one article without a document around it."""
    work = explainer.work
    film, url = titled(work.title, work.year), page_of(work.id)
    subject = f'<a href="{escape(url)}">{_text(film)}</a>' if url else _text(film)
    parts = [
        f"<h1>{_text(sentence(explainer.headline))}</h1>",
        f'<p class="soft">{subject}</p>',
        f'<p class="lead"><strong>{_text(sentence(explainer.standfirst))}</strong></p>',
    ]
    for part in explainer.sections:
        told = "\n".join(f"<p>{' '.join(map(_cited_html, paragraph))}</p>" for paragraph in part.paragraphs)
        parts.append(f"<section>\n<h2>{_text(part.heading)}</h2>\n{told}\n</section>")
    if explainer.sources:
        listed = "\n".join(f'<li id="source-{s.number}">{_linked_html(s)}</li>' for s in explainer.sources)
        parts.append(f"<section>\n<h2>Sources</h2>\n<ol>\n{listed}\n</ol>\n</section>")
    parts.append(f"<footer>{escape(stamp(explainer))}</footer>")
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _text(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _cited_html(said: Cited) -> str:
    numbers = "".join(f'<a href="#source-{n}">[{n}]</a>' for n in said.sources)
    return f"{_text(sentence(said.text))}{f' <sup>{numbers}</sup>' if numbers else ''}"


def _linked_html(source: NumberedSource) -> str:
    url = link(source.url)
    place = _text(place_of(source))
    return f'<a href="{escape(url)}">{place}</a>' if url else place


def linked_data(explainer: Explainer) -> str:
    """The article as schema.org markup: what it is about, its question with the answer, what it cites."""
    film = msgspec.json.decode(jsonld(explainer.answer))
    film.pop("@context")
    question = {
        "@type": "Question",
        "name": sentence(explainer.headline),
        "acceptedAnswer": {"@type": "Answer", "text": sentence(explainer.standfirst)},
    }
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": sentence(explainer.headline),
        "description": sentence(explainer.standfirst),
        "inLanguage": "en",
        "about": film,
        "mainEntity": question,
        "citation": [
            {"@type": "CreativeWork", "name": place_of(source)} | ({"url": url} if (url := link(source.url)) else {})
            for source in explainer.sources
        ],
    }
    written = msgspec.json.format(msgspec.json.encode(article), indent=2).decode()
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
