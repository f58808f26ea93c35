"""The order of the stages, from documents to a store that holds what they claim."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from invented_registry import invented_registry
from pyoxigraph import Quad

from tradegraph import pipeline
from tradegraph.errors import InputError, UsageError
from tradegraph.language.analysis import Analysis
from tradegraph.model import Document, Fact, Hearing
from tradegraph.pipeline import IngestReport, ingest, merge_duplicates, rebuild, retract
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, document_graph

ON_MONDAY = Document(
    "The Customs Court sat on Monday.", ("wire-1",), date(2025, 5, 30), "Court sits", "Lucan Times"
)
ON_TUESDAY = Document("The Customs Court met again on Tuesday.", ("wire-2",), date(2025, 5, 30))
ONCE = Document("The Customs Court will sit once more.", ("wire-3",), date(2025, 5, 31))
UNDATED = Document("The High Bench sat.", ("wire-4",))
ALL = (ON_MONDAY, ON_TUESDAY, ONCE, UNDATED)


def find_sittings(analysis: Analysis) -> Iterator[Fact]:
    """Every mention of a court is a hearing, on the first day that the text names."""
    when = analysis.dates[0].past if analysis.dates else None
    for mention in analysis.mentions:
        if mention.kind == "Court" and mention.entity:
            yield Fact(Hearing(mention.entity, when), (mention.span,))


@pytest.fixture(autouse=True)
def small_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the invented registry."""
    monkeypatch.setattr(pipeline, "load_registry", invented_registry)


def take(store: Store, *items: Document | InputError) -> IngestReport:
    """Ingest, with sittings for facts."""
    return ingest(store, items, extractors={"sittings": find_sittings})


def contents(store: Store) -> tuple[list[Quad], dict[str, bytes]]:
    """All that the store holds: the index, sorted, and the documents' own graphs."""
    documents = {key: store.document_nquads(key) for key in store.document_keys()}
    return sorted(store.quads(), key=str), documents


def taken(*batches: Iterable[Document]) -> tuple[list[Quad], dict[str, bytes]]:
    """What a store holds after these ingestions."""
    with open_store(":memory:") as store:
        for batch in batches:
            take(store, *batch)
        return contents(store)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def test_what_was_read_is_told(store: Store) -> None:
    report = take(store, ON_MONDAY)
    (summary,) = report.documents
    assert (summary.key, summary.identifiers, summary.title) == (
        ON_MONDAY.key,
        ("wire-1",),
        "Court sits",
    )
    assert (summary.facts, summary.fact_count, summary.mentions) == ((("Hearing", 1),), 1, 1)
    assert report.failures == ()


def test_the_store_holds_documents_reference_and_what_follows(store: Store) -> None:
    take(store, ON_MONDAY)
    assert store.document_keys() == [ON_MONDAY.key]
    assert store.find_document("wire-1") == ON_MONDAY.key
    assert document_graph(ON_MONDAY.key) in store.graph_names()
    assert GRAPH_DERIVED in store.graph_names()
    assert store.query("ASK { ?event a tg:Hearing ; tg:isActual true }") is True


def test_ingesting_twice_is_as_good_as_once() -> None:
    assert taken(ALL, ALL) == taken(ALL)


def test_the_order_of_input_does_not_matter() -> None:
    expected = taken(ALL)
    for order in permutations(ALL):
        assert taken(order) == expected


@pytest.mark.parametrize(
    "batches",
    [
        pytest.param([[ON_MONDAY], [ON_TUESDAY], [ONCE], [UNDATED]], id="one by one"),
        pytest.param([[UNDATED], [ONCE], [ON_TUESDAY], [ON_MONDAY]], id="the last first"),
        pytest.param([[ONCE, UNDATED], [ON_MONDAY, ON_TUESDAY]], id="two by two"),
    ],
)
def test_several_ingestions_are_as_good_as_one(batches: list[list[Document]]) -> None:
    assert taken(*batches) == taken(ALL)


def test_a_text_with_two_names_is_one_document_with_both(store: Store) -> None:
    twin = Document(ON_MONDAY.text, ("agency-7",))
    report = take(store, twin, ON_MONDAY)
    (summary,) = report.documents
    assert summary.identifiers == ("agency-7", "wire-1")
    assert (summary.title, summary.published) == ("Court sits", date(2025, 5, 30))
    assert store.find_document("agency-7") == store.find_document("wire-1")


def test_a_text_keeps_the_names_it_had(store: Store) -> None:
    take(store, ON_MONDAY)
    (merged,) = merge_duplicates(store, [Document(ON_MONDAY.text, ("agency-7",))])
    assert merged.identifiers == ("agency-7", "wire-1")


def test_documents_come_in_the_order_of_their_day(store: Store) -> None:
    merged = merge_duplicates(store, [UNDATED, ONCE, ON_MONDAY])
    assert merged == [ON_MONDAY, ONCE, UNDATED]


def test_input_that_cannot_be_read_does_not_stop_the_rest(store: Store) -> None:
    broken = InputError("no text in it", where="empty.pdf")
    report = take(store, broken, ON_MONDAY, broken)
    assert report.failures == (broken, broken)
    assert [summary.key for summary in report.documents] == [ON_MONDAY.key]


def test_nothing_to_read_is_no_error(store: Store) -> None:
    report = take(store)
    assert (report.documents, report.failures) == ((), ())


def test_progress_names_the_stages(store: Store) -> None:
    told: list[tuple[str, int, int | None]] = []
    ingest(store, ALL, extractors={}, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "reading",
        "storing",
        "linking",
        "deriving",
    ]
    assert ("reading", 0, 4) in told


def test_a_retracted_document_leaves_no_trace(store: Store) -> None:
    take(store, *ALL)
    assert retract(store, ["wire-1"]) == [ON_MONDAY.key]
    assert contents(store) == taken(ALL[1:])


def test_retracting_twice_named_is_once(store: Store) -> None:
    take(store, *ALL)
    assert retract(store, ["wire-1", ON_MONDAY.key, ON_MONDAY.iri]) == [ON_MONDAY.key]


def test_an_unknown_name_is_refused_before_anything_is_removed(store: Store) -> None:
    take(store, *ALL)
    before = contents(store)
    with pytest.raises(UsageError, match="wire-9"):
        retract(store, ["wire-1", "wire-9"])
    assert contents(store) == before


def test_rebuilding_changes_nothing(store: Store) -> None:
    take(store, *ALL)
    before = contents(store)
    rebuild(store)
    assert contents(store) == before


def break_off(*_: object) -> None:
    """Do as someone does who presses Ctrl-C."""
    raise KeyboardInterrupt


def test_an_interruption_while_reading_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "kg", repair=rebuild) as store:
        take(store, ON_MONDAY)
        before = contents(store)
        monkeypatch.setattr("tradegraph.reading.analyse", break_off)
        with pytest.raises(KeyboardInterrupt):
            take(store, ON_TUESDAY)
        assert contents(store) == before


@pytest.mark.parametrize("stage", ["link_documents", "refresh"])
def test_an_interruption_while_storing_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    with open_store(tmp_path / "kg", repair=rebuild) as store:
        take(store, ON_MONDAY)
        with monkeypatch.context() as patch:
            patch.setattr(pipeline, stage, break_off)
            with pytest.raises(KeyboardInterrupt):
                take(store, ON_TUESDAY)
    with open_store(tmp_path / "kg", repair=rebuild) as store:
        assert contents(store) == taken([ON_MONDAY, ON_TUESDAY])


PROGRAM = """
import sys
from datetime import date
from tradegraph.graph import document_quads, to_nquads
from tradegraph.model import Document
from tradegraph.reading import read_document
from tradegraph.registry import load_registry
registry = load_registry()
document = Document(sys.argv[1], published=date(2025, 5, 30))
sys.stdout.buffer.write(to_nquads(document_quads(read_document(document, registry), registry)))
"""
ARTICLE = """China may raise its proposed tariffs on American cars, steel and soybeans to 25%
from 10% in the next few weeks, the commerce ministry said on Thursday. "We will fight to the end,"
its spokesman said. The Court of International Trade blocked most of the duties; the Federal Circuit
paused the ruling, and the White House and 12 states appealed. Talks with Japan, India and the EU
are stalled, but Canada and Mexico are close to a deal, Treasury Secretary Scott Bessent told Fox
News after a call between the two leaders. Importers sued Customs and Border Protection in May."""


def test_the_same_text_gives_the_same_bytes_in_every_process() -> None:
    written = []
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", PROGRAM, ARTICLE],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        written.append(found.stdout)
    assert written[0] == written[1]
    assert written[0].count(b"/ont#asserts>") > 10
