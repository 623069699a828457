"""What went wrong, as an answer: problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from starlette.exceptions import HTTPException

from basedon.errors import BadFile, BadUsage, BasedonError, NotFound, Unreachable

TITLES = {
    400: "Not understood",
    404: "Not found",
    405: "Not allowed here",
    408: "Too slow",
    413: "Too long",
    415: "Not that kind of text",
    429: "Too many questions at once",
    500: "An error of ours",
    502: "The address could not be fetched",
    503: "Too busy",
}
STATUSES: tuple[tuple[type[BasedonError], int], ...] = (
    (NotFound, 404),
    (BadUsage, 400),
    (Unreachable, 502),
    (BadFile, 500),
)


class Problem(Struct, frozen=True):
    """One problem, as RFC 9457 has it."""

    title: str
    status: int
    detail: str
    type: str = "about:blank"


def problem_of(error: Exception) -> Problem:
    """An error as a problem; of one that was not raised on purpose nothing is told."""
    if isinstance(error, HTTPException):
        title = TITLES.get(error.status_code, "Error")
        detail = error.detail if error.status_code not in (404, 405) or " " in error.detail else ""
        return Problem(title, error.status_code, detail or DETAILS.get(error.status_code, title))
    for kind, status in STATUSES:
        if isinstance(error, kind):
            # a file's path is nobody's business outside
            detail = "the catalogue can't be read just now" if status == 500 else str(error)
            return Problem(TITLES[status], status, detail)
    if isinstance(error, TimeoutError):
        return Problem(TITLES[503], 503, "that took too long; try again later, or ask for less")
    return Problem(TITLES[500], 500, "something went wrong here; the operator's log says what")


DETAILS = {
    404: "there is nothing at this address; /api/docs lists what there is",
    405: "this address takes other methods; /api/docs lists them",
}


def encoded(problem: Problem) -> bytes:
    """The problem as JSON."""
    return msgspec.json.encode(problem)
