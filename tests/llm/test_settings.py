"""What the environment says of the endpoint."""

from __future__ import annotations

import pytest

from tradegraph.errors import UsageError
from tradegraph.llm.settings import Settings

ASKED = {"TRADEGRAPH_LLM_URL": "http://127.0.0.1:1/v1", "TRADEGRAPH_LLM_MODEL": "small"}


def test_settings_are_read_from_the_environment() -> None:
    told = {"TRADEGRAPH_LLM_PRICES": "0.15/0.60", "TRADEGRAPH_LLM_TIMEOUT": "5", "HOME": "x"}
    settings = Settings.read(ASKED | told)
    assert (settings.model, settings.timeout, settings.prices) == ("small", 5.0, (0.15, 0.6))


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({}, "TRADEGRAPH_LLM_URL"),
        ({"TRADEGRAPH_LLM_URL": "http://127.0.0.1:1"}, "TRADEGRAPH_LLM_MODEL"),
        ({**ASKED, "TRADEGRAPH_LLM_TIMEOUT": "soon"}, "TRADEGRAPH_LLM_TIMEOUT"),
        ({**ASKED, "TRADEGRAPH_LLM_TIMEOUT": "inf"}, "TRADEGRAPH_LLM_TIMEOUT"),
        ({**ASKED, "TRADEGRAPH_LLM_PRICES": "cheap"}, "TRADEGRAPH_LLM_PRICES"),
    ],
    ids=["no-url", "no-model", "no-number", "infinite", "no-prices"],
)
def test_missing_and_broken_settings_are_named(told: dict[str, str], where: str) -> None:
    with pytest.raises(UsageError) as caught:
        Settings.read(told)
    assert caught.value.where == where
