"""Every error that basedon raises on purpose.

BasedonError
+-- NotFound            nothing in the catalogue answers                  exit code 1
+-- BadUsage            the question or an option makes no sense          exit code 2
+-- BadFile             a file is missing, broken, foreign or too new     exit code 3
+-- Unreachable         an address is closed, silent or not to be trusted exit code 3
"""

from __future__ import annotations

__all__ = ["BadFile", "BadUsage", "BasedonError", "NotFound", "Unreachable"]


class BasedonError(Exception):
    """The root of all errors raised on purpose; its text is one line that says what to do next."""

    exit_code = 3


class NotFound(BasedonError):
    """Nothing in the catalogue answers."""

    exit_code = 1


class BadUsage(BasedonError):
    """The question or an option makes no sense."""

    exit_code = 2


class BadFile(BasedonError):
    """A file is missing, broken, of another program, or of a newer version."""

    exit_code = 3


class Unreachable(BasedonError):
    """An address does not answer, answers with an error, or leads where nothing is opened."""

    exit_code = 3
