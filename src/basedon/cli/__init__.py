"""The command line: words in, one answer in one form out, one line and an exit code when there is none."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

import click

from basedon.cli import asking, audience, checking, explaining, making, posts, serving
from basedon.cli.door import basedon
from basedon.cli.options import ANSWER_FORMS, LINEAGE_FORMS
from basedon.cli.showing import WIDEST
from basedon.errors import BasedonError

__all__ = [
    "ANSWER_FORMS",
    "LINEAGE_FORMS",
    "WIDEST",
    "asking",
    "audience",
    "basedon",
    "checking",
    "explaining",
    "main",
    "making",
    "posts",
    "serving",
]


def main() -> None:
    """Run the program; every error raised on purpose is one line on standard error and an exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        basedon.main(prog_name="basedon", standalone_mode=False)
        sys.stdout.flush()
    except BasedonError as error:
        fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(2)
    except click.ClickException as error:
        fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except OSError as error:
        with contextlib.suppress(OSError, ValueError):
            # what could not be written is still buffered: the interpreter must not try again at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"can't write the answer ({error.strerror or error}); make room, or write it elsewhere", 3)


def fail(message: str, code: int) -> None:
    """One line on standard error, then the end."""
    line = " ".join(message.split())
    click.echo(f"basedon: {''.join(c if c.isprintable() else '?' for c in line)[:500]}", err=True)
    sys.exit(code)
