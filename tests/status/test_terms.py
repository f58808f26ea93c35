"""On which terms a row's duty is paid: its own, its programme's, and those of its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from status.world import PART, document, event, open_world
from tradegraph.status import Question, read_status
from tradegraph.vocabulary import ID

DAY = Question(date(2025, 5, 1))
DUTY = event("a", "border", "entry-into-effect", "2025-02-01", 20)


def told(name: str, kind: str, turtle: str, modality: str = "asserted") -> str:
    """A term of a duty that some document tells."""
    return (
        f"{name} a tg:{kind} ; {turtle} . <https://e.org/{name[4:]}> tg:asserts {name} ;"
        f" tg:modality code:modality-{modality} ; tg:polarity code:polarity-positive .\n"
    )


def terms_of(label: str, text: str, question: Question = DAY) -> str:
    with open_world(order=document("order", text)) as store:
        rows = read_status(store, question)
    return next(row.terms for row in rows if row.label == label)


QUOTA = (
    "tg:ofMeasure msr:border ; tg:quotaKind code:quota-tariff-rate ; tg:quotaVolume 40000.0 ;"
    ' tg:quotaUnit "tractors" ; tg:quotaPeriod "P1Y"^^xsd:duration ; tg:inQuotaRate sit:ten ;'
    ' tg:overQuotaRate sit:ninety ; tg:from "2025-01-01"^^xsd:date ;'
    ' tg:until "2026-01-01"^^xsd:date'
)
RATES = "sit:ten tg:rateHigh 10.0 . sit:ninety tg:rateHigh 90.0 ."
REFUND = (
    "tg:ofMeasure msr:border ; tg:refundKind code:refund-refund ; tg:isAvailable true ;"
    ' tg:from "2025-03-04"^^xsd:date ; tg:byInstrument ins:order-7'
)
NO_DRAWBACK = "tg:ofMeasure msr:border ; tg:refundKind code:refund-drawback ; tg:isAvailable false"
TRANSIT = (
    "tg:affects msr:border-transit ; tg:eventType code:event-exemption ;"
    ' tg:effectiveOn "2025-02-01"^^xsd:date ; tg:loadedBefore "2025-02-01"^^xsd:date ;'
    ' tg:enteredBefore "2025-06-01"^^xsd:date'
)
TRANSIT_PART = (
    'msr:border-transit a tg:TariffMeasure ; rdfs:label "border tariff: articles in transit" ;'
    " tg:specializes msr:border ; tg:imposedBy cty:AA ; tg:product pro:transit ."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            told("sit:quota", "Quota", QUOTA) + RATES,
            "tariff-rate quota of 40,000 tractors a year at 10% above it 90% until 2026-01-01",
            id="quota",
        ),
        pytest.param(
            told("sit:refund", "DutyRefund", REFUND),
            "refund of entries from 2025-03-04 by Order 7",
            id="refund",
        ),
        pytest.param(
            told("sit:refund", "DutyRefund", REFUND, "conditional"),
            "refund of entries from 2025-03-04 by Order 7 where it requires one",
            id="refund on condition",
        ),
        pytest.param(told("sit:none", "DutyRefund", NO_DRAWBACK), "no drawback", id="no drawback"),
        pytest.param(
            told("evt:transit", "MeasureEvent", TRANSIT) + TRANSIT_PART,
            "goods in transit spared, loaded before 2025-02-01 and entered before 2025-06-01",
            id="goods in transit",
        ),
        pytest.param(told("sit:quota", "Quota", QUOTA, "planned"), "", id="what is only planned"),
    ],
)
def test_row_says_on_which_terms_its_duty_is_paid(text: str, expected: str) -> None:
    assert terms_of("border tariff", DUTY + text) == expected


def test_terms_count_while_they_last() -> None:
    text = DUTY + told("sit:quota", "Quota", QUOTA) + RATES
    text += told("evt:transit", "MeasureEvent", TRANSIT) + TRANSIT_PART
    later = replace(DAY, on=date(2026, 1, 1))
    assert terms_of("border tariff", text, later) == ""


def test_exception_that_was_withdrawn_spares_nothing() -> None:
    end = event("end", "border-transit", "entry-into-effect", "2025-03-01")
    text = DUTY + told("evt:transit", "MeasureEvent", TRANSIT) + TRANSIT_PART + end
    assert terms_of("border tariff", text) == ""
    assert terms_of("border tariff", text, replace(DAY, on=date(2025, 2, 20)))


def test_terms_of_a_part_stand_under_its_name_and_only_for_its_own_goods() -> None:
    laid = event("b", "by-country", "entry-into-effect", "2025-02-01", 15)
    quota = told("sit:quota", "Quota", QUOTA.replace("msr:border", "msr:on-uu")) + RATES
    text = laid + PART + quota
    assert terms_of("country rates", text).startswith("Union: tariff-rate quota of 40,000")
    asked = replace(DAY, country=f"{ID}country/BB")
    assert terms_of("country rates", text, asked) == ""
    asked = replace(DAY, country=f"{ID}country/CC")
    assert terms_of("country rates", text, asked).startswith("Union: tariff-rate quota")
