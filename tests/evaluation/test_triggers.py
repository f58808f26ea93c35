"""Which words of the lexicon tell of the facts that annotators found."""

from __future__ import annotations

import json
from pathlib import Path

from tradegraph.evaluation.triggers import Trigger, count_triggers, list_trigger_rows
from tradegraph.model import Document

TEXT = (
    "Canada raised the duty on glass to 20 percent. Ministers raised hopes of a deal. "
    "The duty on steel climbed."
)
FACTS = [
    ("increase", "Canada raised the duty on glass to 20 percent."),
    ("increase", "The duty on steel climbed."),
    ("decrease", "Ministers raised hopes of a deal."),
]


def count(tmp_path: Path) -> dict[tuple[str, str], Trigger]:
    """The triggers in the text, by concept and word."""
    facts = [
        {"type": "MeasureEvent", "kind": kind, "modality": "actual", "evidence": evidence}
        for kind, evidence in FACTS
    ]
    (tmp_path / "wire.json").write_text(json.dumps({"facts": facts}), "utf-8")
    found = count_triggers(tmp_path, {"wire": Document(TEXT, ("wire",))})
    return {(each.entry.concept, each.entry.lemma): each for each in found}


def test_a_word_is_right_where_a_fact_of_its_kind_has_its_passage(tmp_path: Path) -> None:
    trigger = count(tmp_path)["event-increase", "raise"]
    assert (trigger.found, trigger.right, trigger.facts, trigger.told) == (2, 1, 2, 1)
    assert (trigger.precision, trigger.recall) == (0.5, 0.5)


def test_rows_have_shares_of_three_digits(tmp_path: Path) -> None:
    rows = list_trigger_rows(count(tmp_path).values())
    assert ("event-increase", "raise", "verb", 2, 1, "0.500", 2, "0.500") in rows


def test_words_that_evoke_no_kind_of_fact_are_left_out(tmp_path: Path) -> None:
    assert all(concept.startswith(("event-", "negotiation-")) for concept, _ in count(tmp_path))
