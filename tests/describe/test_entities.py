from __future__ import annotations

from tradegraph.describe import describe_entity, format_entity
from tradegraph.store import Store


def test_a_person_is_described_by_names_facts_and_sources(seed_store: Store) -> None:
    person = describe_entity(seed_store, "Scott Bessent")
    assert (person.node.kind, person.node.label) == ("person", "Scott Bessent")
    assert ("family name", "Bessent") in {
        (each.label, each.text) for each in person.node.properties
    }
    assert {"statement", "office holding", "encounter"} <= {line.fact.kind for line in person.facts}
    (source,) = person.sources
    assert (source.published, source.mentions) == ("2025-05-30", 1)


def test_facts_stand_in_the_order_of_their_days(seed_store: Store) -> None:
    days = [line.fact.first_day for line in describe_entity(seed_store, "Bessent").facts]
    assert days == sorted(days)


def test_a_planned_fact_is_not_shown_as_one_that_happened(seed_store: Store) -> None:
    lines = describe_entity(seed_store, "Bessent").facts
    (meeting,) = (line for line in lines if "Japanese delegation" in line.fact.wording)
    assert meeting.modalities == ("planned",)


def test_a_country_has_the_facts_about_tariffs_on_it(seed_store: Store) -> None:
    kinds = {line.fact.kind for line in describe_entity(seed_store, "CN").facts}
    assert "measure event" in kinds


def test_the_limit_keeps_the_latest_facts_and_counts_the_others(seed_store: Store) -> None:
    whole = describe_entity(seed_store, "Bessent")
    part = describe_entity(seed_store, "Bessent", limit=2)
    assert (len(part.facts), part.facts_left_out) == (2, len(whole.facts) - 2)
    assert "earlier ones" in format_entity(part)


def test_the_text_form_names_what_can_be_explained_next(seed_store: Store) -> None:
    text = format_entity(describe_entity(seed_store, "Bessent"))
    assert text.startswith("Scott Bessent (person)\n")
    assert "\n      evt:statement-bessent-stalled-50c0e211\n" in text
    assert "Scott Bessent; “I would say that they are a bit stalled”" in text
