"""The queries that the ontology was designed with, against those that are shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.queries_catalogue import find_query
from tradegraph.render import display
from tradegraph.store import Store, Table

SHIPPED = {
    "01_in_effect_on_date": "in-effect-on-date",
    "02_who_negotiates_with_whom": "who-negotiates-with-whom",
    "03_rulings_and_stays": "rulings-and-stays",
    "04_what_did_bessent_say_about_china": "what-did-they-say",
    "05_timeline_of_reciprocal_tariffs": "timeline-of-measure",
    "06_rate_for_country_on_date": "rates-on-date",
    "07_who_held_which_office": "who-held-which-office",
    "08_state_of_negotiations": "state-of-negotiations",
    "09_what_is_planned_or_possible": "planned-or-possible",
    "10_procedural_history": "procedural-history",
    "11_quotations_with_offsets": "quotations",
    "12_what_is_required": "what-is-required",
    "13_negated_facts": "what-was-denied",
    "14_actor_network": "actor-network",
    "15_evidence_for_a_fact": "evidence-by-type",
}
LISTS = {"people": ", ", "who": " and ", "causes": ", "}
"""Columns that join several values; the drafts leave their order open."""
ANY_OF_SEVERAL = {"13_negated_facts": "passage"}
"""Columns for which a draft takes any one value and the shipped query gives all."""


@pytest.mark.parametrize("draft", SHIPPED)
def test_rows_are_those_of_the_draft(draft: str, shared: Path, seed_view: Store) -> None:
    text = (shared / "design" / "ontology" / "queries" / f"{draft}.rq").read_text(encoding="utf-8")
    wanted = seed_view.query(text)
    answer = seed_view.query(find_query(SHIPPED[draft]).text)
    assert isinstance(wanted, Table)
    assert isinstance(answer, Table)
    columns = [name for name in wanted.variables if name != ANY_OF_SEVERAL.get(draft)]
    assert project(answer, columns) == project(wanted, columns)
    assert wanted.rows
    assert project(wanted, list(wanted.variables)) <= project(answer, list(wanted.variables))


def project(table: Table, columns: list[str]) -> set[tuple[object, ...]]:
    places = [table.variables.index(name) for name in columns]
    return {
        tuple(
            frozenset(display(row[place]).split(LISTS[name]))
            if name in LISTS
            else display(row[place])
            for name, place in zip(columns, places, strict=True)
        )
        for row in table.rows
    }
