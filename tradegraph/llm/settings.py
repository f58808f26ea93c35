"""Where the endpoint is and how it is asked, from the environment: a key belongs in no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from tradegraph.errors import UsageError

PREFIX: Final = "TRADEGRAPH_LLM_"
TIMEOUT: Final = 60.0
"""Seconds that one request may take."""
LONGEST_ANSWER: Final = 4096
"""Tokens that one answer may have."""


@dataclass(frozen=True, slots=True)
class Settings:
    """An endpoint and a model. Prices are US dollars for a million tokens, sent and received."""

    url: str
    model: str
    key: str | None = None
    timeout: float = TIMEOUT
    longest_answer: int = LONGEST_ANSWER
    prices: tuple[float, float] | None = None
    cache: Path | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """Return the settings that `TRADEGRAPH_LLM_URL` and its like give.

        Raises UsageError where the endpoint or the model is missing, and for a broken number.
        """
        told = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX) and value
        }
        for name in ("url", "model"):
            if name not in told:
                example = {"url": "http://127.0.0.1:8080/v1", "model": "NAME"}[name]
                variable = f"{PREFIX}{name.upper()}"
                raise UsageError(
                    "the extractor llm does not know whom to ask",
                    where=variable,
                    how=f"export {variable}={example}",
                )
        return cls(
            told["url"],
            told["model"],
            told.get("key"),
            _positive(told, "timeout", TIMEOUT),
            int(_positive(told, "longest_answer", LONGEST_ANSWER)),
            _read_prices(told),
            Path(told["cache"]) if "cache" in told else None,
        )


def _positive(told: Mapping[str, str], name: str, otherwise: float) -> float:
    text = told.get(name, str(otherwise))
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        variable = f"{PREFIX}{name.upper()}"
        raise UsageError(f"not a positive number: {text!r}", where=variable, how=f"{otherwise:g}")
    return number


def _read_prices(told: Mapping[str, str]) -> tuple[float, float] | None:
    """Return the prices in `IN/OUT`: `0.15/0.60`."""
    if "prices" not in told:
        return None
    sent, _, received = told["prices"].partition("/")
    try:
        return float(sent), float(received)
    except ValueError as error:
        raise UsageError(
            f"no two prices: {told['prices']!r}", where=f"{PREFIX}PRICES", how="0.15/0.60"
        ) from error
