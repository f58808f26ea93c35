"""What orders say of the programmes that they change, in texts of our own and in the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.extractors.operative import find_operative
from tradegraph.extractors.own_instruments import find_own_instrument
from tradegraph.language import analyse
from tradegraph.model import Document, MeasureEvent
from tradegraph.readers import read_sources
from tradegraph.registry import load_registry

SURCHARGE = (
    "Imposing a Temporary Import Surcharge To Address Fundamental International Payments Problems"
)
LAID = (
    "I impose a temporary import surcharge of 10 percent ad valorem on articles, effective with "
    "respect to goods entered for consumption on or after 12:01 a.m. eastern time on February 24, "
    "2026."
)


def order(text: str, title: str = SURCHARGE, day: date = date(2026, 2, 20)) -> Document:
    return Document(text, published=day, title=title, doc_type="proclamation")


def test_order_is_known_by_its_title_and_day() -> None:
    found = find_own_instrument(order(LAID), load_registry())
    assert found is not None
    assert found.endswith("/us-proclamation-11012")


@pytest.mark.parametrize(
    "document",
    [
        order(LAID, day=date(2025, 2, 20)),
        order(LAID, title="Imposing Something Else"),
        Document(LAID, published=date(2026, 2, 20), title=SURCHARGE, doc_type="news"),
    ],
    ids=["a year too early", "no such title", "a newspaper's headline"],
)
def test_other_documents_are_no_order(document: Document) -> None:
    assert find_own_instrument(document, load_registry()) is None


def test_act_has_its_instrument_measure_and_days() -> None:
    (fact,) = find_operative(analyse(order(LAID), load_registry()))
    assert isinstance(fact.content, MeasureEvent)
    assert fact.content.measure.programme is not None
    assert fact.content.measure.programme.endswith("/us-s122-2026")
    assert [iri.rpartition("/")[2] for iri in fact.content.instruments] == ["us-proclamation-11012"]
    assert fact.content.when is not None
    assert fact.content.when.first == date(2026, 2, 20)
    assert fact.content.effective is not None
    assert fact.content.effective.first == date(2026, 2, 24)
    assert fact.evidence[0].begin == 0


def test_no_change_is_told_twice() -> None:
    facts = extract_facts(analyse(order(LAID), load_registry()))
    rates = [
        f.content.rate for f in facts if isinstance(f.content, MeasureEvent) and f.content.rate
    ]
    assert [rate.low for rate in rates] == [10]


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Mapping[str, Document]:
    items = read_sources([shared / "corpus" / "official.jsonl"])
    return {item.identifiers[0]: item for item in items if isinstance(item, Document)}


# Read by hand in the orders: programme, event, rate, signed, first day of effect, instrument.
REAL = [
    ("rc-b9e3caf3e2c4",
     "us-fentanyl-cn-2025 entry-into-effect 10 2025-02-01 2025-02-04 us-eo-14195"),
    ("rc-1268c4f73460",
     "us-reciprocal-baseline-2025 entry-into-effect 10 2025-04-02 2025-04-05 us-eo-14257"),
    ("rc-89e11a6548de", "us-reciprocal-cn-2025 increase 84 2025-04-08 2025-04-09 us-eo-14259"),
    ("rc-83c11062973b", "us-s232-steel increase 50 2025-06-03 2025-06-04 us-proclamation-10947"),
    ("rc-aadbbb35407d", "us-reciprocal-country-2025 pause - 2025-04-09 2025-04-10 us-eo-14266"),
    ("rc-896cb5ac9524",
     "us-reciprocal-baseline-2025 entry-into-effect 10 2025-07-31 2025-08-07 us-eo-14326"),
    ("rc-e087ec61da34", "us-fentanyl-cn-2025 increase 20 2025-03-03 - us-eo-14228"),
    ("rc-a2ae25f97fe6", "us-reciprocal-cn-2025 pause - 2025-05-12 - us-eo-14298"),
    ("rc-1d6ffaaa1622", "us-india-russian-oil-2025 revocation - 2026-02-06 2026-02-07 us-eo-14384"),
    ("rc-52b806980b9b",
     "us-s122-2026 entry-into-effect 10 2026-02-20 2026-02-24 us-proclamation-11012"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), REAL, ids=[name for name, _ in REAL])
def test_orders_say_what_a_reader_finds(
    name: str, expected: str, corpus: Mapping[str, Document]
) -> None:
    facts = find_operative(analyse(corpus[name], load_registry()))
    assert expected in [line(fact.content) for fact in facts]


def line(content: object) -> str:
    assert isinstance(content, MeasureEvent)
    parts = (
        (content.measure.programme or "").rpartition("/")[2],
        content.event,
        f"{content.rate.low:g}" if content.rate and content.rate.low is not None else "-",
        str(content.when.first) if content.when else "-",
        str(content.effective.first) if content.effective else "-",
        content.instruments[0].rpartition("/")[2] if content.instruments else "-",
    )
    return " ".join(parts)
