"""Builds the starter catalogue from the repository's facts when a wheel is made, so that it ships ready to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StarterHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `starter.basedon.xz` before the wheel's files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build and pack the catalogue; a source distribution carries the facts instead."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from basedon.starter.packing import PACKED, pack

        if version != "editable" or not PACKED.exists():  # in a checkout `make` packs it again when facts change
            pack()
