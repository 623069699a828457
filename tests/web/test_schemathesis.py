"""Whatever the description allows is answered as it says, and whatever it doesn't is refused as it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from basedon import checking  # noqa: E402
from basedon.errors import Unreachable  # noqa: E402
from basedon.web.openapi import described  # noqa: E402
from basedon.web.serving import application  # noqa: E402

DESCRIPTION = json.loads(json.dumps(described()))
schema = schemathesis.openapi.from_dict(DESCRIPTION)
UNSURE = ("/check", "/trending")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def app(small: Path) -> Any:
    """The server as an application that outlives each client."""
    door = application(small, watch=False)

    async def served(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await door(scope, receive, send)
            return
        for step in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{step}.complete"})

    yield served
    door.close()


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_is_as_its_description_says(case: Any, app: Any) -> None:
    def closed(url: str) -> Any:
        raise Unreachable(f"{url}: no address is opened in tests")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "of_address", closed)
        response = case.call(app=app)
    # what is well formed as an id or an address may still be none
    excluded = [schemathesis.checks.positive_data_acceptance] if case.operation.path in UNSURE else []
    case.validate_response(response, excluded_checks=excluded)
