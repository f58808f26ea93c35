"""An extractor that fails costs its own facts of that document, and says where it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.telling import read
from tradegraph.errors import EngineError
from tradegraph.extractors import extract_facts
from tradegraph.language import Analysis
from tradegraph.model import Document, Encounter, Fact, Span
from tradegraph.pipeline import ingest
from tradegraph.reading import choose_extractors
from tradegraph.store import open_store

TALKS = Encounter("talks", ("https://w3id.org/tradegraph/id/country/NO",))
TEXT = "Norway has a quiet day. Sweden trades herring."


def find_talks(_: Analysis) -> Iterator[Fact]:
    yield Fact(TALKS, (Span(0, 6),), extractor="talks")


def stumble(analysis: Analysis) -> Iterator[Fact]:
    """Find one fact, then break down over the second sentence."""
    yield Fact(TALKS, (Span(7, 10),), extractor="stumbling")
    word = next(token for token in analysis.tokens if token.text == "herring")
    places: dict[str, list[Fact]] = {}
    yield from places[word.text]


def test_other_extractors_go_on_after_one_fails() -> None:
    troubles: list[EngineError] = []
    facts = extract_facts(read(TEXT), {"stumbling": stumble, "talks": find_talks}, troubles)
    assert [fact.extractor for fact in facts] == ["stumbling", "talks"]
    assert len(troubles) == 1


def test_failure_is_told_with_document_extractor_and_passage() -> None:
    with open_store(":memory:") as store:
        documents = [Document(TEXT, ("herring",)), Document("Norway and Sweden.", ("quiet",))]
        report = ingest(store, documents, extractors={"stumbling": stumble, "talks": find_talks})
    begin = TEXT.index("herring")
    assert len(report.documents) == 2
    assert min(str(trouble) for trouble in report.troubles).startswith(
        f"herring: extractor stumbling failed at characters {begin}-{begin + 7}: KeyError: "
    )


@pytest.mark.parametrize(
    "error", [MemoryError, KeyboardInterrupt], ids=lambda error: error.__name__
)
def test_what_is_no_fault_of_an_extractor_ends_the_run(error: type[BaseException]) -> None:
    def give_up(_: Analysis) -> Iterator[Fact]:
        raise error

    with pytest.raises(error):
        extract_facts(read(TEXT), {"tired": give_up})


def test_extractor_on_demand_runs_only_when_it_is_demanded() -> None:
    assert "llm" not in choose_extractors()
    assert list(choose_extractors(["llm"]))[-1] == "llm"
