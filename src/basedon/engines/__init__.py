"""Where a build runs: processes on this machine, or a Spark cluster. Both give the same parts, in whatever order."""

from __future__ import annotations

from basedon.engines.engine import ENGINES, Engine, Job, engine_named

__all__ = ["ENGINES", "Engine", "Job", "engine_named"]
