"""Links that a document leaves open and that only one answer fits."""

from __future__ import annotations

import pytest

from derive.facts import KEY, actual, derived, ontology, stated, told
from derive.test_status import bounds
from tradegraph.derive import derive_quads
from tradegraph.vocabulary import document_graph

COURTS = (
    "crt:low a tg:Court ; tg:reviewedBy crt:high . crt:high a tg:Court ; tg:reviewedBy crt:top ."
)
MEASURES = """msr:duty a tg:TariffMeasure ; tg:partOfGroup msr:group .
    msr:group a tg:MeasureGroup . msr:else a tg:TariffMeasure ."""
CASE = "cas:one a tg:LegalCase ; tg:heardBy crt:low , crt:high ; tg:challenges msr:group ."
RULING = "evt:ruling a tg:Ruling ; tg:issuedBy crt:low ; tg:rulesOn msr:duty ."
STEPS = """evt:stay a tg:Stay ; tg:stays evt:ruling ; tg:issuedBy crt:high .
    evt:appeal a tg:Appeal ; tg:appealsDecision evt:ruling ."""
BASE = COURTS + MEASURES + CASE + RULING + STEPS


def test_a_ruling_its_stay_and_its_appeal_belong_to_the_only_case_that_fits() -> None:
    found = told(derived(BASE), "inCase")
    assert found == [("appeal", "one"), ("ruling", "one"), ("stay", "one")]


def test_an_injunction_belongs_to_the_case_that_challenges_what_it_enjoins() -> None:
    order = "evt:order a tg:Injunction ; tg:issuedBy crt:low ; tg:enjoins msr:duty ."
    assert ("order", "one") in told(derived(BASE + order), "inCase")


RIVAL = "cas:two a tg:LegalCase ; tg:heardBy crt:low ; tg:challenges"


def test_two_cases_that_fit_are_not_guessed_between() -> None:
    assert told(derived(f"{BASE}{RIVAL} msr:group ."), "inCase") == []


def test_the_case_about_the_very_measure_fits_better_than_one_about_its_group() -> None:
    assert ("ruling", "two") in told(derived(f"{BASE}{RIVAL} msr:duty ."), "inCase")
    assert ("ruling", "one") not in told(derived(f"{BASE}{RIVAL} msr:duty ."), "inCase")


def test_one_judgment_on_consolidated_cases_belongs_to_all_of_them() -> None:
    joined = f"{BASE}{RIVAL} msr:group ; tg:consolidatedWith cas:one ."
    assert told(derived(joined), "inCase") == [
        (step, case) for step in ("appeal", "ruling", "stay") for case in ("one", "two")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "cas:two a tg:LegalCase ; tg:heardBy crt:low ; tg:challenges msr:else .",
        "cas:two a tg:LegalCase ; tg:heardBy crt:top ; tg:challenges msr:duty .",
    ],
    ids=["about something else", "before another court"],
)
def test_a_case_that_does_not_fit_is_no_rival(other: str) -> None:
    assert ("ruling", "one") in told(derived(BASE + other), "inCase")


def test_the_case_that_a_document_names_is_kept() -> None:
    quads = derived(
        BASE
        + "cas:two a tg:LegalCase . evt:ruling tg:inCase cas:two . evt:stay tg:inCase cas:three ."
    )
    assert told(quads, "inCase") == [("appeal", "two")]


def test_an_appeal_goes_to_the_court_that_reviews() -> None:
    assert told(derived(BASE), "appealedTo") == [("appeal", "high")]


def test_the_court_that_a_document_names_is_kept() -> None:
    assert told(derived(BASE + "evt:appeal tg:appealedTo crt:top ."), "appealedTo") == []


def test_an_unknown_court_is_reviewed_by_nobody() -> None:
    ruling = "evt:ruling tg:issuedBy crt:unknown ."
    assert told(derived(COURTS + STEPS + ruling), "appealedTo") == []


INTERVIEW = f"""evt:interview a tg:Encounter ; tg:eventType code:event-interview ;
    tg:outlet out:paper ; tg:participant per:ada , out:paper{bounds("2024-05-02")} .
    {actual("evt:interview")}"""


def said(more: str = "", speaker: str = "ada") -> str:
    return f"evt:said a tg:Statement ; tg:speaker per:{speaker}{more} ."


@pytest.mark.parametrize(
    ("statement", "inferred"),
    [
        pytest.param(said(), True, id="no venue"),
        pytest.param(said(bounds("..2024-05-03")), True, id="possible day"),
        pytest.param(said(bounds("2024-05-03")), False, id="another day"),
        pytest.param(said(bounds("..2024-05-01")), False, id="before"),
        pytest.param(said(speaker="bob"), False, id="another speaker"),
        pytest.param(said(" ; tg:speaker per:bob"), False, id="together with another"),
        pytest.param(said(" ; tg:outlet out:other"), False, id="named outlet"),
        pytest.param(said(" ; tg:madeIn evt:speech"), False, id="named venue"),
    ],
)
def test_a_statement_was_made_in_the_only_interview(statement: str, inferred: bool) -> None:
    quads = derived(INTERVIEW + statement)
    assert told(quads, "madeIn") == ([("said", "interview")] if inferred else [])
    assert told(quads, "outlet") == ([("said", "paper")] if inferred else [])


def test_two_interviews_are_not_guessed_between() -> None:
    other = INTERVIEW.replace("evt:interview", "evt:other").replace("assertion-interview", "b")
    assert told(derived(INTERVIEW + other + said()), "madeIn") == []


def test_a_planned_interview_is_no_venue() -> None:
    planned = INTERVIEW.replace("modality-asserted", "modality-planned")
    assert told(derived(planned + said()), "madeIn") == []


def test_the_interview_of_another_document_is_no_venue() -> None:
    here, there = stated(said(), document_graph(KEY)), stated(INTERVIEW, document_graph("f" * 16))
    assert told(derive_quads([*ontology(), *here, *there]), "madeIn") == []
