"""The door itself: the commands by name, and words that are no command as a question."""

from __future__ import annotations

import click

from basedon import __version__


class Doors(click.Group):
    """The commands; words that are no command are a question."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `ask` before words that name no command and are no option of the program itself."""
        first = next((a for a in args if not a.startswith("-")), None)
        if args and first is not None and args[0] not in ("--help", "-h", "--version") and first not in self.commands:
            args = ["ask", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, message="basedon %(version)s")
def basedon() -> None:
    """Where a film's story comes from: is it true, what is it based on, what is it a remake of.

    \b
    basedon "Is Fargo based on a true story?"
    basedon film "Miracle in Cell No. 7" --year 2019
    basedon lineage "Infernal Affairs"
    """
