"""Each type of content as the nodes that the ontology describes, property by property."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.writing import (
    ADA,
    APPEAL_COURT,
    COURT,
    DUTY,
    JUNE,
    MONDAY,
    ROLF,
    XA,
    XB,
    nodes,
    only_node,
    told,
    write,
)
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Content,
    DutyRefund,
    Encounter,
    Hearing,
    Injunction,
    Investigation,
    Measure,
    MeasureEvent,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Quota,
    Rate,
    Requirement,
    Ruling,
    Statement,
    Stay,
)
from tradegraph.vocabulary import ID

DUTY_NODE = "measure/xa-on-xb-steel-s301-2025"
TALKS, TIMES = "negotiation/xa-xb-2025", f"{ID}outlet/lucan-times"
PACT_TALKS = "negotiation/xa-xb-steel-pact-2025"
ON_MONDAY = {
    "notBefore": ["2025-05-26"],
    "notAfter": ["2025-05-26"],
    "datePrecision": ["precision-day"],
    "dateText": ["Monday"],
    "dateAnchor": ["2025-05-30"],
}
UNDATED = {"datePrecision": ["precision-unknown"]}

RULING = Ruling(
    COURT,
    ("unlawful", "vacated"),
    (DUTY,),
    relief=("vacatur",),
    scope="all",
    scope_text="everywhere",
    legal_question="who may tax",
    judges=(ADA,),
    votes_for=2,
    votes_against=1,
    when=MONDAY,
)
BARE_RULING = Ruling(COURT, (), (DUTY,))
CALL = Encounter("call", (ROLF, ADA))


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        pytest.param(
            MeasureEvent(
                "increase",
                DUTY,
                (ROLF,),
                when=MONDAY,
                effective=replace(MONDAY, first=date(2025, 6, 1), last=date(2025, 6, 1)),
                until=date(2025, 9, 1),
                duration="P90D",
                retaliates_against=f"{ID}measure/xb-on-xa-2025",
                trade_value=2e9,
            ),
            "MeasureEvent",
            {
                "affects": [DUTY_NODE],
                "eventType": ["event-increase"],
                "participant": ["person/rolf-thane"],
                "effectiveOn": ["2025-06-01"],
                "validUntil": ["2025-09-01"],
                "duration": ["P90D"],
                "retaliatesAgainst": ["measure/xb-on-xa-2025"],
                "tradeValue": ["2000000000"],
                **ON_MONDAY,
            },
            id="measure event",
        ),
        pytest.param(
            MeasureEvent(
                "exemption",
                DUTY,
                loaded_before=date(2025, 5, 1),
                entered_before=date(2025, 6, 1),
            ),
            "MeasureEvent",
            {
                "affects": [DUTY_NODE],
                "eventType": ["event-exemption"],
                "loadedBefore": ["2025-05-01"],
                "enteredBefore": ["2025-06-01"],
                **UNDATED,
            },
            id="goods in transit",
        ),
        pytest.param(
            Quota(
                "tariff-rate",
                DUTY,
                40_000,
                "tons",
                "P1Y",
                Rate(10, 10),
                Rate(25, 25),
                date(2025, 1, 1),
                date(2025, 12, 31),
                (f"{ID}instrument/xa-order-61",),
                ("9903.94.31",),
            ),
            "Quota",
            {
                "ofMeasure": [DUTY_NODE],
                "quotaKind": ["quota-tariff-rate"],
                "quotaVolume": ["40000"],
                "quotaUnit": ["tons"],
                "quotaPeriod": ["P1Y"],
                "inQuotaRate": ["situation/rate-10-xa-on-xb-steel-s301-2025-92fb1041"],
                "overQuotaRate": ["situation/rate-25-xa-on-xb-steel-s301-2025-63559d7a"],
                "from": ["2025-01-01"],
                "until": ["2026-01-01"],
                "byInstrument": ["instrument/xa-order-61"],
                "heading": ["9903.94.31"],
            },
            id="quota",
        ),
        pytest.param(
            Quota("absolute", DUTY),
            "Quota",
            {"ofMeasure": [DUTY_NODE], "quotaKind": ["quota-absolute"]},
            id="quota that is left to others",
        ),
        pytest.param(
            DutyRefund("refund", (DUTY,), since=date(2025, 3, 4)),
            "DutyRefund",
            {
                "ofMeasure": [DUTY_NODE],
                "refundKind": ["refund-refund"],
                "isAvailable": ["true"],
                "from": ["2025-03-04"],
            },
            id="refund",
        ),
        pytest.param(
            DutyRefund("drawback", (DUTY,), available=False),
            "DutyRefund",
            {
                "ofMeasure": [DUTY_NODE],
                "refundKind": ["refund-drawback"],
                "isAvailable": ["false"],
            },
            id="no drawback",
        ),
        pytest.param(
            RULING,
            "Ruling",
            {
                "issuedBy": ["court/xa-customs"],
                "outcome": ["outcome-unlawful", "outcome-vacated"],
                "relief": ["relief-vacatur"],
                "rulesOn": [DUTY_NODE],
                "scopeKind": ["scope-all"],
                "scopeText": ["everywhere"],
                "legalQuestion": ["who may tax"],
                "judge": ["person/ada-marlow"],
                "votesFor": ["2"],
                "votesAgainst": ["1"],
                "rdfs:label": ["ruling of the Customs Court"],
                **ON_MONDAY,
            },
            id="ruling",
        ),
        pytest.param(
            Injunction(COURT, DUTY, MONDAY, "parties-only"),
            "Injunction",
            {
                "issuedBy": ["court/xa-customs"],
                "enjoins": [DUTY_NODE],
                "scopeKind": ["scope-parties-only"],
                **ON_MONDAY,
            },
            id="injunction",
        ),
        pytest.param(
            Injunction(COURT),
            "Injunction",
            {"issuedBy": ["court/xa-customs"], **UNDATED},
            id="injunction of nothing in particular",
        ),
        pytest.param(
            CaseFiling((ROLF, ADA), COURT, (XA,), DUTY, MONDAY),
            "CaseFiling",
            {
                "filedBy": ["person/ada-marlow", "person/rolf-thane"],
                "filedAgainst": ["country/XA"],
                "filedWith": ["court/xa-customs"],
                "challenges": [DUTY_NODE],
                **ON_MONDAY,
            },
            id="filing",
        ),
        pytest.param(
            CaseFiling((ROLF,), None),
            "CaseFiling",
            {"filedBy": ["person/rolf-thane"], **UNDATED},
            id="filing with nobody knows whom",
        ),
        pytest.param(
            Hearing(COURT, MONDAY),
            "Hearing",
            {"issuedBy": ["court/xa-customs"], **ON_MONDAY},
            id="hearing",
        ),
        pytest.param(
            Investigation(
                "investigation-opened",
                f"{ID}body/xa-trade",
                "s301",
                ("steel",),
                (XB,),
                MONDAY,
            ),
            "Investigation",
            {
                "eventType": ["event-investigation-opened"],
                "conductedBy": ["body/xa-trade"],
                "investigates": ["country/XB"],
                "product": ["product/steel"],
                "legalAuthority": ["authority-s301"],
                **ON_MONDAY,
            },
            id="investigation",
        ),
        pytest.param(
            Encounter("meeting", (XB, XA), (f"{ID}place/lucan",), TIMES, (XA, XB), MONDAY),
            "Encounter",
            {
                "eventType": ["event-meeting"],
                "participant": ["country/XA", "country/XB"],
                "location": ["place/lucan"],
                "outlet": ["outlet/lucan-times"],
                "inNegotiation": [TALKS],
                **ON_MONDAY,
            },
            id="encounter",
        ),
        pytest.param(
            Statement(
                (ROLF,), ("no deal", "yet"), "There is  no\ndeal.", TIMES, (XB,), CALL, MONDAY
            ),
            "Statement",
            {
                "speaker": ["person/rolf-thane"],
                "verbatim": ["true"],
                "quotedText": ["no deal", "yet"],
                "paraphrase": ["There is no deal."],
                "outlet": ["outlet/lucan-times"],
                "about": ["country/XB"],
                "madeIn": ["event/call-ada-marlow-rolf-thane-b694915f"],
                **ON_MONDAY,
            },
            id="statement",
        ),
        pytest.param(
            Statement((ROLF,), paraphrase="There is no deal."),
            "Statement",
            {
                "speaker": ["person/rolf-thane"],
                "verbatim": ["false"],
                "paraphrase": ["There is no deal."],
                **UNDATED,
            },
            id="statement in other words",
        ),
        pytest.param(
            OfficeHolding(ROLF, f"{ID}office/xa-trade-minister"),
            "OfficeHolding",
            {
                "holder": ["person/rolf-thane"],
                "office": ["office/xa-trade-minister"],
                "observedOn": ["2025-05-30"],
            },
            id="office holding",
        ),
        pytest.param(
            MeasureState(DUTY, "in-effect", date(2025, 1, 1)),
            "MeasureState",
            {
                "ofMeasure": [DUTY_NODE],
                "status": ["status-in-effect"],
                "from": ["2025-01-01"],
                "observedOn": ["2025-05-30"],
            },
            id="measure state",
        ),
        pytest.param(
            PostureChange((XB,), (XA, XB), (RULING,), MONDAY),
            "PostureChange",
            {
                "eventType": ["event-attitude"],
                "participant": ["country/XB"],
                "inNegotiation": [TALKS],
                "causedBy": [only_node(write(RULING), "Ruling")],
                **ON_MONDAY,
            },
            id="posture",
        ),
        pytest.param(
            Requirement(CALL, (XA, XB), for_deal=True, for_talks=True),
            "Requirement",
            {
                "requires": ["event/call-ada-marlow-rolf-thane-b694915f"],
                "requiredFor": ["agreement/xa-xb-2025", TALKS],
            },
            id="requirement",
        ),
        pytest.param(
            NegotiationState((XA, XB), "stalled", "steel pact", JUNE),
            "NegotiationState",
            {
                "inNegotiation": [PACT_TALKS],
                "negotiationStatus": ["negotiation-stalled"],
                "about": ["agreement/xa-xb-steel-pact"],
                "notBefore": ["2025-06-01"],
                "notAfter": ["2025-06-30"],
                "datePrecision": ["precision-month"],
                "from": ["2025-06-01"],
                "observedOn": ["2025-06-30"],
            },
            id="negotiation state",
        ),
        pytest.param(
            NegotiationState((XA,), "stalled"),
            "NegotiationState",
            {
                "inNegotiation": ["negotiation/xa-all-trading-partners-2025"],
                "negotiationStatus": ["negotiation-stalled"],
                "observedOn": ["2025-05-30"],
            },
            id="negotiation state with one side named",
        ),
    ],
)
def test_a_fact_is_written_with_these_properties_and_no_others(
    content: Content, kind: str, expected: dict[str, list[str]]
) -> None:
    quads = write(content)
    assert told(quads, only_node(quads, kind)) == expected


def test_a_stay_suspends_its_ruling() -> None:
    quads = write(Stay(APPEAL_COURT, RULING, interim=True, when=MONDAY))
    assert told(quads, only_node(quads, "Stay")) == {
        "issuedBy": ["court/xa-appeal"],
        "stays": [only_node(quads, "Ruling")],
        "interim": ["true"],
        "rdfs:label": ["stay of the ruling of the Customs Court"],
        **ON_MONDAY,
    }


def test_the_end_of_a_stay_is_an_act_of_its_own() -> None:
    quads = write(Stay(APPEAL_COURT, RULING, lifted=True, when=MONDAY))
    stay = only_node(quads, "Stay")
    assert told(quads, only_node(quads, "CourtAction")) == {
        "issuedBy": ["court/xa-appeal"],
        "liftsStay": [stay],
        **ON_MONDAY,
    }
    assert told(quads, stay)["datePrecision"] == ["precision-unknown"]


def test_an_appeal_names_the_ruling_and_the_higher_court() -> None:
    quads = write(Appeal((XA,), BARE_RULING, APPEAL_COURT, MONDAY))
    assert told(quads, only_node(quads, "Appeal")) == {
        "appellant": ["country/XA"],
        "appealsDecision": [only_node(quads, "Ruling")],
        "appealedTo": ["court/xa-appeal"],
        **ON_MONDAY,
    }


def test_a_deadline_is_the_event_before_which_talks_should_end() -> None:
    quads = write(NegotiationState((XA, XB), "active", deadline=MeasureEvent("pause", DUTY)))
    assert told(quads, only_node(quads, "NegotiationState"))["deadline"] == [
        only_node(quads, "MeasureEvent")
    ]


def test_a_deal_is_what_the_talks_aim_at() -> None:
    quads = write(NegotiationState((XA, XB), "stalled", "steel pact"))
    assert told(quads, PACT_TALKS) == {
        "party": ["country/XA", "country/XB"],
        "aimsAt": ["agreement/xa-xb-steel-pact"],
        "rdfs:label": ["Arcadia–Velmora talks on steel pact, 2025"],
    }
    assert told(quads, "agreement/xa-xb-steel-pact") == {
        "agreementParty": ["country/XA", "country/XB"],
        "rdfs:label": ["steel pact"],
    }


def test_two_deals_of_the_same_parties_are_aimed_at_by_talks_of_their_own() -> None:
    pacts = (
        NegotiationState((XA, XB), "stalled", "steel pact"),
        NegotiationState((XA, XB), "deal-reached", "fish pact"),
    )
    quads = [quad for pact in pacts for quad in write(pact)]
    aims = [told(quads, node)["aimsAt"] for node in nodes(quads, "Negotiation")]
    assert sorted(aims) == [["agreement/xa-xb-fish-pact"], ["agreement/xa-xb-steel-pact"]]


def test_a_requirement_of_the_talks_alone_makes_no_deal() -> None:
    quads = write(Requirement(CALL, (XA, XB), for_deal=False, for_talks=True))
    assert told(quads, only_node(quads, "Requirement"))["requiredFor"] == [TALKS]
    assert nodes(quads, "Agreement") == []


@pytest.mark.parametrize(
    ("measure", "kind", "expected"),
    [
        pytest.param(
            replace(DUTY, ordered_by=ROLF, except_targets=(XB,), except_products=("steel pipes",)),
            "TariffMeasure",
            {
                "imposedBy": ["country/XA"],
                "targets": ["country/XB"],
                "product": ["product/steel"],
                "exceptTarget": ["country/XB"],
                "exceptProduct": ["product/steel-pipes"],
                "orderedBy": ["person/rolf-thane"],
                "legalAuthority": ["authority-s301"],
                "measureKind": ["kind-sectoral"],
                "rdfs:label": ["Arcadian tariffs on steel from Velmora, 2025"],
            },
            id="all that can be said of one",
        ),
        pytest.param(
            Measure((XA,)),
            "MeasureGroup",
            {"imposedBy": ["country/XA"], "rdfs:label": ["Arcadian tariffs, 2025"]},
            id="somebody's tariffs: a group",
        ),
    ],
)
def test_a_measure_is_written_with_these_properties(
    measure: Measure, kind: str, expected: dict[str, list[str]]
) -> None:
    quads = write(MeasureEvent("pause", measure))
    assert told(quads, only_node(quads, kind)) == expected


def test_part_of_a_programme_is_named_after_it() -> None:
    part = Measure((XA,), (XB,), ("steel",), programme=f"{ID}measure/shield")
    quads = write(MeasureEvent("pause", part))
    (label,) = told(quads, only_node(quads, "TariffMeasure"))["rdfs:label"]
    assert label.endswith(": steel from Velmora")


@pytest.mark.parametrize(
    ("measure", "node", "groups"),
    [
        pytest.param(
            Measure((XA,), programme=f"{ID}measure/shield"), "measure/shield", None, id="itself"
        ),
        pytest.param(
            Measure((XA,), (XB,), programme=f"{ID}measure/shield"),
            "measure/xa-on-xb-shield",
            ["measure/shield"],
            id="a part of the programme",
        ),
        pytest.param(
            Measure((XA,), (XB,), programme=f"{ID}measure/shield-steel"),
            "measure/xa-on-xb-shield-steel",
            ["measure/shield"],
            id="beside a measure of the programme",
        ),
        pytest.param(
            Measure((XA,), (), ("shrimp",), programme=f"{ID}measure/shield"),
            "measure/shield-shrimp",
            None,
            id="the programme's duties on some goods are a measure of the registry",
        ),
        pytest.param(
            Measure((XA,), (XB,), ("shrimp",), programme=f"{ID}measure/shield"),
            "measure/xa-on-xb-shield-shrimp",
            ["measure/shield"],
            id="a part of that measure",
        ),
        pytest.param(
            Measure((XA,), (), ("shrimp", "steel"), programme=f"{ID}measure/shield"),
            "measure/xa-shrimp-steel-shield",
            ["measure/shield"],
            id="other goods are no measure of the registry",
        ),
    ],
)
def test_a_measure_belongs_to_the_programme_of_the_registry(
    measure: Measure, node: str, groups: list[str] | None
) -> None:
    quads = write(MeasureEvent("pause", measure))
    assert told(quads, only_node(quads, "MeasureEvent"))["affects"] == [node]
    assert told(quads, node).get("partOfGroup") == groups


def test_long_names_of_different_measures_stay_apart() -> None:
    goods = tuple(f"very special goods number {number}" for number in range(6))
    first = write(MeasureEvent("pause", Measure((XA,), (XB,), (*goods, "a"))))
    second = write(MeasureEvent("pause", Measure((XA,), (XB,), (*goods, "b"))))
    assert only_node(first, "TariffMeasure") != only_node(second, "TariffMeasure")


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(
            Rate(25, 25, text="25%"),
            {
                "rateKind": ["ratekind-ad-valorem"],
                "rateQualifier": ["qualifier-exact"],
                "rateLow": ["25"],
                "rateHigh": ["25"],
                "rateText": ["25%"],
            },
            id="exact",
        ),
        pytest.param(
            Rate(100, None, "over"),
            {
                "rateKind": ["ratekind-ad-valorem"],
                "rateQualifier": ["qualifier-over"],
                "rateLow": ["100"],
            },
            id="no upper bound",
        ),
        pytest.param(
            Rate(7.5, 7.5, kind="compound", amount=2, currency="USD", unit="kg"),
            {
                "rateKind": ["ratekind-compound"],
                "rateQualifier": ["qualifier-exact"],
                "rateLow": ["7.5"],
                "rateHigh": ["7.5"],
                "specificAmount": ["2"],
                "currency": ["USD"],
                "perUnit": ["kg"],
            },
            id="compound",
        ),
    ],
)
def test_a_rate_is_a_node_of_the_measure(rate: Rate, expected: dict[str, list[str]]) -> None:
    quads = write(MeasureEvent("increase", DUTY, rate=rate))
    term = only_node(quads, "RateTerm")
    of = {"ofMeasure": [DUTY_NODE], "rateTarget": ["country/XB"]}
    assert told(quads, term) == expected | of
    assert told(quads, only_node(quads, "MeasureEvent"))["setsRate"] == [term]


def test_the_old_rate_is_the_one_replaced() -> None:
    quads = write(MeasureEvent("increase", DUTY, rate=Rate(25, 25), old_rate=Rate(10, 10)))
    event = told(quads, only_node(quads, "MeasureEvent"))
    low = {term: told(quads, term)["rateLow"] for term in nodes(quads, "RateTerm")}
    assert [low[event[name][0]] for name in ("setsRate", "replacesRate")] == [["25"], ["10"]]


@pytest.mark.parametrize(
    "effective",
    [
        pytest.param(JUNE, id="no single day"),
        pytest.param(
            replace(MONDAY, first=date(2025, 5, 1), last=date(2025, 5, 1)), id="before the act"
        ),
    ],
)
def test_an_uncertain_or_impossible_day_of_effect_is_left_out(effective: object) -> None:
    event = MeasureEvent("increase", DUTY, when=MONDAY, effective=effective)  # type: ignore[arg-type]
    quads = write(event)
    assert "effectiveOn" not in told(quads, only_node(quads, "MeasureEvent"))
