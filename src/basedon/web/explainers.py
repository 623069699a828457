"""The draft explainer of a film as a page, and as the file that is taken from it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from basedon import explaining
from basedon.catalogue.catalogue import Catalogue
from basedon.forms import explainer as forms
from basedon.forms.plain import sentence, titled
from basedon.model.answer import Miss
from basedon.model.explainer import Explainer
from basedon.web.addresses import number_of, path_of_work
from basedon.web.door import work
from basedon.web.pages import framed
from basedon.web.rendering import own, rendered

MARKDOWN = ".md"


def drafted(catalogue: Catalogue, rest: str) -> Explainer:
    """The explainer of the film that an address means."""
    number = number_of(catalogue, rest)
    if number is None:
        raise HTTPException(404, "the catalogue holds no film with that id")
    made = explaining.explain(catalogue, catalogue.work(number).id)
    if isinstance(made, Miss):
        raise HTTPException(404, made.text)
    return made


def page(catalogue: Catalogue, request: Request, rest: str) -> bytes:
    """The explainer as a page."""
    made = drafted(catalogue, rest)
    return rendered(
        "explain.html",
        **framed(
            request,
            catalogue,
            path=path_of_work(made.work, "explain"),
            headline=sentence(made.headline),
            standfirst=sentence(made.standfirst),
            article=own(forms.fragment(made)),
            jsonld=own(forms.linked_data(made)),
            film_path=path_of_work(made.work),
            film=titled(made.work.title, made.work.year),
            markdown_path=path_of_work(made.work, "explain") + MARKDOWN,
        ),
    )


def markdown(catalogue: Catalogue, rest: str) -> bytes:
    """The explainer as Markdown."""
    return (forms.markdown(drafted(catalogue, rest)) + "\n").encode("utf-8", "replace")


async def get_explainer(request: Request) -> Response:
    """`/explain/Q…/title`, and with `.md` behind it the Markdown"""
    rest: str = request.path_params["rest"]
    if rest.endswith(MARKDOWN):
        return Response(await work(request, markdown, rest.removesuffix(MARKDOWN)), media_type="text/markdown")
    return Response(await work(request, page, request, rest), media_type="text/html")


def routes() -> list[BaseRoute]:
    """The addresses."""
    return [Route("/explain/{rest:path}", get_explainer)]
