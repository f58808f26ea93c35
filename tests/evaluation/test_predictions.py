"""What the graph's writer writes is read back as what annotators speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tradegraph.evaluation.dataset import Dataset
from tradegraph.evaluation.facts import Fact
from tradegraph.evaluation.names import matches_name
from tradegraph.evaluation.predictions import read_predictions
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Content,
    DateRange,
    Document,
    Encounter,
    Hearing,
    Injunction,
    Investigation,
    MeasureEvent,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    Rate,
    Ruling,
    Span,
    Statement,
    Stay,
)
from tradegraph.model import Fact as ModelFact

from .corpus import (
    CANADA,
    CHILE,
    COPPER_DUTY,
    DOCUMENTS,
    MARLOW,
    MONDAY,
    PEDRO,
    TRADE_COURT,
    entity_iri,
    state,
    write_corpus_graph,
    write_graph,
)

WIRE = DOCUMENTS["wire"]
APPEALS_COURT = entity_iri("court", "us-cafc")
UNLAWFUL = Ruling(TRADE_COURT, ("unlawful",))
JUNE = DateRange(date(2025, 6, 1), date(2025, 6, 30))


def predict(*facts: ModelFact, document: Document = WIRE) -> tuple[Fact, ...]:
    """Return what is read back of a graph that states these facts, with the registry around."""
    nquads = write_graph(document, facts) + write_corpus_graph({})
    return read_predictions(Dataset.parse(nquads), {"wire": WIRE.text})["wire"].facts


def predict_one(content: Content) -> Fact:
    facts = predict(state(WIRE, content, "copper"))
    return next(fact for fact in facts if fact.fact_type == type(content).__name__)


ACTORS = [
    pytest.param(MeasureEvent("increase", COPPER_DUTY), "imposer", ["CA"], id="imposer"),
    pytest.param(MeasureEvent("increase", COPPER_DUTY), "target", ["CL"], id="target"),
    pytest.param(
        MeasureEvent("increase", COPPER_DUTY, by=(MARLOW.iri,)), "by", ["Ada Marlow"], id="by"
    ),
    pytest.param(
        MeasureEvent("increase", COPPER_DUTY, retaliates_against=CHILE),
        "retaliatesAgainst",
        ["CL"],
        id="retaliation",
    ),
    pytest.param(UNLAWFUL, "court", ["cit"], id="court"),
    pytest.param(Stay(APPEALS_COURT, UNLAWFUL), "court", ["cafc"], id="court that stays"),
    pytest.param(Stay(APPEALS_COURT, UNLAWFUL), "staysCourt", ["cit"], id="court that is stayed"),
    pytest.param(Injunction(TRADE_COURT), "court", ["cit"], id="court that enjoins"),
    pytest.param(Hearing(TRADE_COURT), "court", ["cit"], id="court that hears"),
    pytest.param(Appeal((CANADA,), UNLAWFUL), "appellant", ["CA"], id="appellant"),
    pytest.param(Appeal((CANADA,), UNLAWFUL), "fromCourt", ["cit"], id="court below"),
    pytest.param(Appeal((CANADA,), UNLAWFUL, APPEALS_COURT), "toCourt", ["cafc"], id="court above"),
    pytest.param(CaseFiling((CHILE,), None, (CANADA,)), "plaintiff", ["CL"], id="plaintiff"),
    pytest.param(CaseFiling((CHILE,), None, (CANADA,)), "defendant", ["CA"], id="defendant"),
    pytest.param(
        CaseFiling((CHILE,), entity_iri("court", "wto-panel")), "court", ["wto-dsb"], id="panel"
    ),
    pytest.param(
        Investigation("investigation-opened", CANADA, targets=(CHILE,)),
        "target",
        ["CL"],
        id="investigated",
    ),
    pytest.param(
        Encounter("call", (MARLOW.iri, PEDRO.iri)),
        "participants",
        ["Ada Marlow", "Pedro Lima"],
        id="participants",
    ),
    pytest.param(
        Encounter("call", (MARLOW.iri,), (entity_iri("place", "port-lucan"),)),
        "place",
        ["Port Lucan"],
        id="place by its IRI",
    ),
    pytest.param(
        NegotiationState((CANADA, CHILE), "stalled"), "parties", ["CA", "CL"], id="parties"
    ),
    pytest.param(Statement((MARLOW.iri,)), "speaker", ["Marlow"], id="speaker"),
    pytest.param(
        OfficeHolding(MARLOW.iri, entity_iri("office", "us-president")), "of", ["US"], id="of"
    ),
    pytest.param(
        OfficeHolding(MARLOW.iri, entity_iri("office", "us-president")),
        "person",
        ["Ada Marlow"],
        id="holder",
    ),
]


@pytest.mark.parametrize(("content", "role", "names"), ACTORS)
def test_an_actor_is_read_back(content: Content, role: str, names: list[str]) -> None:
    actors = predict_one(content).actors[role]
    assert len(actors) == len(names)
    assert all(any(matches_name(name, actor) for actor in actors) for name in names)


@pytest.mark.parametrize(
    ("content", "role", "code"),
    [
        pytest.param(MeasureEvent("pause", COPPER_DUTY), "kind", "pause", id="kind"),
        pytest.param(MeasureEvent("expiry", COPPER_DUTY), "kind", "revocation", id="expiry"),
        pytest.param(
            MeasureEvent("pause", COPPER_DUTY, duration="P90D"), "duration", "P90D", id="duration"
        ),
        pytest.param(
            Investigation("investigation-opened", CANADA), "kind", "opened", id="investigation"
        ),
        pytest.param(Encounter("delegation-visit", (CHILE,)), "kind", "visit", id="visit"),
        pytest.param(UNLAWFUL, "outcome", "unlawful", id="outcome"),
        pytest.param(NegotiationState((CANADA,), "stalled"), "state", "stalled", id="state"),
        pytest.param(Statement((CHILE,), ("No",)), "verbatim", "true", id="verbatim"),
        pytest.param(Statement((CHILE,)), "verbatim", "false", id="in other words"),
    ],
)
def test_a_code_is_read_back(content: Content, role: str, code: str) -> None:
    assert predict_one(content).codes[role] == code


def test_rates_and_days_are_read_back() -> None:
    fact = predict_one(
        MeasureEvent(
            "increase",
            COPPER_DUTY,
            rate=Rate(10, 12.5),
            old_rate=Rate(None, 5),
            when=MONDAY,
            effective=DateRange(date(2025, 6, 1), date(2025, 6, 1)),
        )
    )
    assert fact.rates == {"rate": frozenset({10, 12.5}), "oldRate": frozenset({5})}
    assert fact.days["date"] == MONDAY
    assert fact.days["effective"].first == date(2025, 6, 1)


def test_products_and_authorities_are_read_back() -> None:
    measure = replace(COPPER_DUTY, authority="s232")
    assert predict_one(MeasureEvent("increase", measure)).phrases == {
        "product": ("copper",),
        "authority": ("s232",),
    }


@pytest.mark.parametrize(
    ("modality", "word"),
    [
        pytest.param("asserted", "actual", id="asserted"),
        pytest.param("reported", "actual", id="reported"),
        pytest.param("expected", "planned", id="expected"),
        pytest.param("conditional", "possible", id="conditional"),
        pytest.param("threatened", "threatened", id="threatened"),
    ],
)
def test_a_modality_is_called_as_annotators_do(modality: str, word: str) -> None:
    (fact,) = predict(state(WIRE, Hearing(TRADE_COURT), "copper", modality))
    assert fact.modality == word


def test_what_is_said_not_to_be_so_is_denied() -> None:
    (fact,) = predict(replace(state(WIRE, Hearing(TRADE_COURT), "copper"), positive=False))
    assert fact.modality == "denied"


def test_a_fact_that_is_told_twice_is_one_with_both_passages() -> None:
    hearing = Hearing(TRADE_COURT)
    (fact,) = predict(state(WIRE, hearing, "copper"), state(WIRE, hearing, "Monday"))
    assert len(fact.spans) == 2


def test_a_fact_of_a_type_that_is_not_scored_is_passed_over() -> None:
    assert predict(state(WIRE, MeasureState(COPPER_DUTY, "in-effect"), "copper")) == ()


def test_a_passage_that_is_not_in_the_text_is_counted() -> None:
    nquads = write_graph(WIRE, [state(WIRE, Hearing(TRADE_COURT), "copper")])
    (whole,) = read_predictions(Dataset.parse(nquads), {"wire": WIRE.text}).values()
    (other,) = read_predictions(Dataset.parse(nquads), {"wire": "another text"}).values()
    assert (whole.spans, whole.wrong_spans) == (1, 0)
    assert (other.spans, other.wrong_spans) == (1, 1)


@pytest.mark.parametrize("suffix", ["", ".txt", ".html"])
def test_a_document_goes_by_its_identifier_with_or_without_suffix(suffix: str) -> None:
    document = replace(WIRE, identifiers=(f"wire{suffix}",))
    assert predict(state(WIRE, Hearing(TRADE_COURT), "copper"), document=document)


def test_an_assertion_in_the_unnamed_graph_is_of_the_document_it_cites() -> None:
    facts: dict[str, Content] = {"wire": Hearing(TRADE_COURT), "order": Injunction(TRADE_COURT)}
    graphs = b"".join(
        write_graph(document, [state(document, facts[name], "duty")])
        for name, document in DOCUMENTS.items()
    )
    lines = (line.rpartition(b" <")[0] + b" ." for line in graphs.splitlines())
    texts = {name: document.text for name, document in DOCUMENTS.items()}
    predicted = read_predictions(Dataset.parse(b"\n".join(lines)), texts)
    found = {name: [fact.fact_type for fact in each.facts] for name, each in predicted.items()}
    assert found == {"wire": ["Hearing"], "order": ["Injunction"]}


def test_a_passage_is_read_back() -> None:
    (fact,) = predict(state(WIRE, Hearing(TRADE_COURT), "Canada"))
    assert fact.spans == (Span(0, 6),)
