"""A court's own document: its case, its number and its disposition, in texts of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.model import Document, Ruling
from tradegraph.registry import load_registry

CAPTION = (
    "Slip Op. 31-66\n\nUNITED STATES COURT OF INTERNATIONAL TRADE\n\nNos. 31-00066 and 31-00077\n\n"
)
COURT = "US Court of International Trade"


def rulings(text: str, publisher: str = COURT, doc_type: str = "court-ruling") -> list[Ruling]:
    document = Document(text, published=date(2031, 5, 28), publisher=publisher, doc_type=doc_type)
    facts = extract_facts(analyse(document, load_registry()))
    return [fact.content for fact in facts if isinstance(fact.content, Ruling)]


def test_disposition_is_a_ruling_of_the_documents_court() -> None:
    (ruling,) = rulings(f"{CAPTION}The importer pays.\n\nVACATED AND REMANDED\n")
    assert ruling.court.endswith("/us-cit")
    assert ruling.outcomes == ("vacated", "remanded")
    assert ruling.slip_opinion == "31-66"
    assert [case.rpartition("/")[2] for case in ruling.cases] == [
        "us-cit-31-00066",
        "us-cit-31-00077",
    ]
    assert ruling.when is not None
    assert ruling.when.first == date(2031, 5, 28)


def test_known_docket_leads_to_its_case_and_what_it_challenges() -> None:
    (ruling,) = rulings("No. 25-00066\n\nAFFIRMED\n")
    assert [case.rpartition("/")[2] for case in ruling.cases] == ["us-cit-25-00066"]
    programmes = {(measure.programme or "").rpartition("/")[2] for measure in ruling.measures}
    assert programmes == {"us-fentanyl-2025", "us-reciprocal-2025"}


@pytest.mark.parametrize(
    ("publisher", "doc_type"), [(COURT, "news"), ("Axle Daily", "court-ruling")]
)
def test_other_documents_decide_nothing(publisher: str, doc_type: str) -> None:
    assert rulings("No. 25-00066\n\nAFFIRMED\n", publisher, doc_type) == []


def test_earlier_decision_is_not_put_into_the_case_of_the_document() -> None:
    told = rulings(f"{CAPTION}The trade court struck down the steel tariffs in 2020.\n\nAFFIRMED\n")
    assert [ruling.outcomes for ruling in told if ruling.cases] == [("affirmed",)]
