"""Orders that the registry does not know, and figures that cannot be: kept as far as understood."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.model import Document, MeasureEvent
from tradegraph.reading import read_document
from tradegraph.registry import load_registry

DAY = date(2031, 5, 2)
AT = "12:01 a.m. eastern time on"
LAID = (
    "All articles that are products of China shall be subject to an additional ad valorem rate of "
    "duty of 2,500 percent, effective with respect to goods entered for consumption on or after "
    f"{AT} April 1, 2031."
)


def events(text: str, title: str) -> list[MeasureEvent]:
    document = Document(text, published=DAY, title=title, doc_type="executive-order")
    contents = (fact.content for fact in read_document(document, load_registry()).facts)
    return [content for content in contents if isinstance(content, MeasureEvent)]


def name(iri: str | None) -> str:
    return (iri or "").rpartition("/")[2]


def test_order_that_amends_an_unknown_one_changes_a_measure_known_by_it() -> None:
    text = (
        "Executive Order 19999 of March 1, 2031, is amended by striking “25%” and inserting “30%”."
    )
    (event,) = events(text, "Executive Order 20001: Amending Duties on Axles")
    assert event.event == "increase"
    assert name(event.measure.enacted_by) == "us-eo-19999"
    assert [name(each) for each in event.instruments] == ["us-eo-20001"]


def test_order_without_a_programme_lays_a_measure_of_its_own() -> None:
    (event,) = events(LAID, "Executive Order 20002: Imposing Duties")
    assert name(event.measure.enacted_by) == "us-eo-20002"
    assert [name(each) for each in event.measure.targets] == ["CN"]


def test_rate_above_a_thousand_percent_is_read_whole() -> None:
    (event,) = events(LAID, "Executive Order 20002: Imposing Duties")
    assert event.rate is not None
    assert event.rate.low == 2500


def test_effect_before_the_signature_is_kept() -> None:
    (event,) = events(LAID, "Executive Order 20002: Imposing Duties")
    assert event.effective is not None
    assert event.when is not None
    assert (event.effective.first, event.when.first) == (date(2031, 4, 1), DAY)


def test_heading_that_does_not_exist_names_the_measure() -> None:
    text = "Heading 9999.99.01 is amended by deleting “20%” and inserting “10%” in lieu thereof."
    (event,) = events(text, "Executive Order 20003: Amending")
    assert event.measure.headings == ("9999.99.01",)


@pytest.mark.parametrize(
    "text",
    [
        "Executive Order 19999 of March 1, 2031, shall be implemented by the agencies.",
        "This order does not affect the additional duties of Executive Order 19999.",
    ],
)
def test_order_that_is_only_named_lays_nothing(text: str) -> None:
    assert events(text, "Executive Order 20004: General Provisions") == []
