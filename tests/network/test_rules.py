from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.network import words
from tradegraph.resources import ontology_files
from tradegraph.vocabulary import CODE

from .stating import claim, read_sentences

EVENT = "evt:x a tg:MeasureEvent ; tg:affects"
CASES = {
    "an imposing side is tied to its target": (
        f"{EVENT} msr:steel ; tg:eventType code:event-imposition .",
        ["Arvalia -> Borduria: imposes tariffs"],
    ),
    "a new rate stands in the label": (
        f"{EVENT} msr:steel ; tg:eventType code:event-imposition ; tg:setsRate sit:rate25 .",
        ["Arvalia -> Borduria: imposes 25% tariffs"],
    ),
    "a change has its old and new rate": (
        (
            f"{EVENT} msr:steel ; tg:eventType code:event-decrease ; tg:replacesRate sit:over100 ;"
            " tg:setsRate sit:rate25 ."
        ),
        ["Arvalia -> Borduria: cuts tariffs from over 100% to 25%"],
    ),
    "a long schedule is shortened to its bounds": (
        f"{EVENT} msr:steel ; tg:eventType code:event-increase ; tg:setsRate sit:schedule .",
        ["Arvalia -> Borduria: raises tariffs to up to 50%"],
    ),
    "retaliation is called so": (
        f"{EVENT} msr:answer ; tg:eventType code:event-imposition ; tg:setsRate sit:rate25 .",
        ["Borduria -> Arvalia: in retaliation imposes 25% tariffs"],
    ),
    "who decides is tied to the imposing side": (
        f"{EVENT} msr:steel ; tg:eventType code:event-pause ; tg:participant per:ada, cty:AA .",
        ["Arvalia -> Borduria: pauses tariffs", "Ada Avon -> Arvalia: pauses tariffs of"],
    ),
    "without a target only the decision is a tie": (
        f"{EVENT} msr:all ; tg:eventType code:event-imposition ; tg:participant gov:board .",
        ["Customs Board -> Arvalia: imposes tariffs of"],
    ),
    "a ruling ties the court to the side whose measure it judges": (
        (
            "evt:x a tg:Ruling ; tg:issuedBy crt:low ; tg:rulesOn msr:steel ;"
            " tg:outcome code:outcome-unlawful ."
        ),
        ["Lower Court -> Arvalia: rules tariffs unlawful"],
    ),
    "a ruling without a measure takes that of its case": (
        (
            "evt:x a tg:Ruling ; tg:issuedBy crt:low ; tg:inCase cas:steel ;"
            " tg:outcome code:outcome-dismissed ."
        ),
        ["Lower Court -> Arvalia: dismisses case"],
    ),
    "a stay ties the court to the court it stays": (
        "evt:x a tg:Stay ; tg:issuedBy crt:high ; tg:stays evt:ruling .",
        ["Upper Court -> Lower Court: stays ruling of"],
    ),
    "a lifted stay is no stay": (
        "evt:x a tg:Stay ; tg:issuedBy crt:low ; tg:liftsStay evt:stay .",
        ["Lower Court -> Upper Court: lifts stay of"],
    ),
    "an injunction": (
        "evt:x a tg:Injunction ; tg:issuedBy crt:low ; tg:enjoins msr:steel .",
        ["Lower Court -> Arvalia: enjoins tariffs"],
    ),
    "an appeal is against one court and to another": (
        (
            "evt:x a tg:Appeal ; tg:appellant gov:board ; tg:appealsDecision evt:ruling ;"
            " tg:appealedTo crt:high ."
        ),
        [
            "Customs Board -> Upper Court: appeals to",
            "Customs Board -> Lower Court: appeals ruling of",
        ],
    ),
    "a plaintiff sues the defendant": (
        (
            "evt:x a tg:CaseFiling ; tg:filedBy per:bo ; tg:filedAgainst gov:board ;"
            " tg:filedWith crt:low ."
        ),
        ["Bo Brack -> Customs Board: sues"],
    ),
    "without a defendant a plaintiff sues whose measure is challenged": (
        "evt:x a tg:CaseFiling ; tg:filedBy per:bo ; tg:inCase cas:steel .",
        ["Bo Brack -> Arvalia: sues"],
    ),
    "without either a plaintiff files at the court": (
        "evt:x a tg:CaseFiling ; tg:filedBy per:bo ; tg:filedWith crt:low .",
        ["Bo Brack -> Lower Court: files suit at"],
    ),
    "an inquiry": (
        (
            "evt:x a tg:Investigation ; tg:conductedBy gov:board ; tg:investigates cty:BB ;"
            " tg:eventType code:event-investigation-opened ."
        ),
        ["Customs Board -> Borduria: opens investigation"],
    ),
    "an encounter has no direction": (
        "evt:x a tg:Encounter ; tg:eventType code:event-call ; tg:participant per:ada, per:bo .",
        ["Ada Avon -- Bo Brack: call"],
    ),
    "a lone traveller meets the other party of the talks": (
        (
            "evt:x a tg:Encounter ; tg:eventType code:event-talks ; tg:participant grp:envoys ;"
            " tg:inNegotiation neg:talks ."
        ),
        ["Arvalia -- Bordurian envoys: talks"],
    ),
    "the state of talks ties their parties": (
        (
            "sit:x a tg:NegotiationState ; tg:inNegotiation neg:talks ;"
            " tg:negotiationStatus code:negotiation-broken-off ."
        ),
        ["Arvalia -- Borduria: negotiate: broken off"],
    ),
    "a deal": (
        (
            "sit:x a tg:NegotiationState ; tg:inNegotiation neg:talks ;"
            " tg:negotiationStatus code:negotiation-deal-reached ."
        ),
        ["Arvalia -- Borduria: reach a deal"],
    ),
    "a statement ties the speaker to whom it is about and to the outlet": (
        (
            "evt:x a tg:Statement ; tg:speaker per:ada ; tg:about cty:BB, neg:talks ;"
            " tg:outlet out:gazette ."
        ),
        ["Ada Avon -> Borduria: speaks about", "Ada Avon -> Evening Gazette: speaks to"],
    ),
    "an office is held at its body": (
        "sit:x a tg:OfficeHolding ; tg:holder per:bo ; tg:office off:lord .",
        ["Bo Brack -> Customs Board: Lord of the Customs"],
    ),
    "nobody is tied to themselves": (
        "evt:x a tg:Statement ; tg:speaker cty:AA ; tg:about cty:AA .",
        [],
    ),
    "what is no actor ties nobody": (
        "evt:x a tg:Statement ; tg:speaker per:ada ; tg:about msr:steel .",
        [],
    ),
}


@pytest.mark.parametrize(("fact", "expected"), CASES.values(), ids=CASES.keys())
def test_fact_becomes_ties(fact: str, expected: list[str]) -> None:
    subject = fact.partition(" ")[0]
    assert sorted(read_sentences(fact + claim(subject))) == sorted(expected)


def test_threatened_increase_is_a_threat() -> None:
    fact = f"{EVENT} msr:steel ; tg:eventType code:event-increase ; tg:setsRate sit:rate25 ."
    told = read_sentences(fact + claim("evt:x", modality="threatened"))
    assert told == ["Arvalia -> Borduria: threatens 25% tariffs"]


def test_fact_that_no_document_claims_ties_nobody() -> None:
    assert read_sentences(f"{EVENT} msr:steel ; tg:eventType code:event-imposition .") == []


def _notations(scheme: str) -> set[str]:
    files = [parse(file.read_bytes(), RdfFormat.TURTLE) for file in ontology_files()]
    prefix = f"<{CODE}{scheme}-"
    subjects = {str(quad.subject) for quads in files for quad in quads}
    return {each.removeprefix(prefix).rstrip(">") for each in subjects if each.startswith(prefix)}


@pytest.mark.parametrize(
    ("scheme", "worded"),
    [
        ("outcome", words.OUTCOME_WORDS.keys()),
        ("modality", words.MODALITY_WORDS.keys()),
        (
            "event",
            words.MEASURE_WORDS.keys() | words.ENCOUNTER_WORDS.keys() | words.INQUIRY_WORDS.keys(),
        ),
    ],
)
def test_every_code_has_words(scheme: str, worded: set[str]) -> None:
    # A change of attitude is nobody's act upon another, so it is no tie.
    assert _notations(scheme) - {"attitude"} == set(worded)


def test_every_measure_event_has_words_for_who_decides_it() -> None:
    assert words.ORDER_WORDS.keys() == words.MEASURE_WORDS.keys()


def test_every_type_of_tie_belongs_to_a_family() -> None:
    assert set(words.TIE_TYPES.values()) == words.FAMILIES.keys()
