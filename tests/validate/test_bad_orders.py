"""What validation says of orders that cannot be right, each with its document and passage."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.pipeline import ingest
from tradegraph.readers.hts_exports import read_hts_export
from tradegraph.readers.sources import Source
from tradegraph.store import open_store
from tradegraph.validate import Finding, validate_documents

AMENDED = "Executive Order {} is amended by striking “25%” and inserting “30%” in lieu thereof."
LAID = (
    "All articles that are products of China shall be subject to an additional ad valorem rate of "
    "duty of {} percent, effective with respect to goods entered for consumption on or after "
    "12:01 a.m. eastern time on {}."
)
UNKNOWN = "The instrument is amended, but neither the registry nor a document gives it."
CIRCLE = "Instruments amend each other in a circle: one number is misread, or misprinted."


def order(number: int, text: str) -> Document:
    title = f"Executive Order {number}: Duties on Axles"
    name = (f"eo-{number}",)
    return Document(text, name, date(2031, 5, 2), title, doc_type="executive-order")


def examine(*documents: Document | InputError) -> list[Finding]:
    with open_store(":memory:") as store:
        report = ingest(store, documents)
        assert not report.failures
        assert not report.troubles
        return list(validate_documents(store).findings)


def about(findings: list[Finding], message: str) -> set[str]:
    """Return the passages of the findings with this message."""
    return {found.quote or "" for found in findings if found.message == message} - {""}


def test_amended_order_that_nobody_has_is_named() -> None:
    findings = examine(order(20001, AMENDED.format(20002)))
    assert about(findings, UNKNOWN) == {"Executive Order 20002"}


def test_amended_order_of_another_document_is_at_hand() -> None:
    findings = examine(order(20001, AMENDED.format(20002)), order(20002, "Nothing is laid."))
    assert about(findings, UNKNOWN) == set()


@pytest.mark.parametrize("numbers", [(20001, 20002), (20001, 20002, 20003)])
def test_orders_that_amend_each_other_are_found(numbers: tuple[int, ...]) -> None:
    amended = zip(numbers, (*numbers[1:], numbers[0]), strict=True)
    findings = examine(*(order(own, AMENDED.format(other)) for own, other in amended))
    assert about(findings, CIRCLE) == {f"Executive Order {number}" for number in numbers}


@pytest.mark.parametrize(
    ("percent", "day", "message"),
    [
        ("2,500", "June 1, 2031", "An upper rate bound above 1000 percent is probably misread."),
        (
            "25",
            "April 1, 2031",
            "The change has effect from before its act: it is retroactive, or misread.",
        ),
    ],
    ids=["a rate of 2,500 percent", "effect before the signature"],
)
def test_figure_that_cannot_be_is_a_warning_with_its_passage(
    percent: str, day: str, message: str
) -> None:
    text = LAID.format(percent, day)
    assert about(examine(order(20003, text)), message) == {text}


def test_stay_of_an_unknown_ruling_is_kept_and_told() -> None:
    text = "The US Court of Appeals for the Federal Circuit stayed the ruling on Friday."
    findings = examine(Document(text, ("wire",), date(2031, 5, 3), "Ruling stayed"))
    assert about(findings, "The case of this court action is not known.") == {text}
    assert not any(found.severity == "Violation" for found in findings)


def schedule(heading: str) -> list[Document | InputError]:
    general = "The duty provided in the applicable subheading + 25%"
    row = {"htsno": heading, "indent": "0", "description": "Axles of Mexico", "general": general}
    return list(read_hts_export(Source("hts.json", json.dumps([row]).encode())))


@pytest.mark.parametrize(
    ("row", "headings"),
    [("9903.41.01", {"9903.41.09"}), ("9904.41.01", set())],
    ids=["a schedule of the same heading", "a schedule of another one"],
)
def test_heading_that_no_schedule_has_is_told_with_its_passage(
    row: str, headings: set[str]
) -> None:
    text = LAID.format(25, "June 1, 2031").replace("All articles", "Articles under heading {}")
    orders = order(20004, text.format("9903.41.09")), order(20005, text.format("9903.41.01"))
    findings = examine(*orders, *schedule(row))
    message = "No tariff schedule in the store has the heading {}."
    told = {heading: about(findings, message.format(heading)) for heading in headings}
    assert told == {heading: {text.format(heading)} for heading in headings}
    assert sum(found.message.startswith("No tariff schedule") for found in findings) == len(told)
