"""The seed article: what was written by hand into the derived graph follows from the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest
from conftest import SEED_GRAPH
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from derive.facts import short
from tradegraph.derive import derive
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED

Description = frozenset[tuple[str, str]]
GROUNDS = {"byInstrument", "subjectTo", "sourceRank", "hadPrimarySource"}
"""What the derived graph says of a period beside what was written by hand."""


def described(quads: Iterable[Quad]) -> set[Description]:
    """What is said about each period, without its name."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for quad in quads:
        subject = str(quad.subject)
        told = short(quad.predicate), short(quad.object)
        if "/period/" in subject and told[0] not in GROUNDS and told[1] != "Period":
            found[subject].add(told)
    return {frozenset(pairs) for pairs in found.values()}


def links(quads: Iterable[Quad]) -> set[Quad]:
    """The inferred links."""
    names = {"inCase", "appealedTo", "madeIn", "outlet"}
    return {quad for quad in quads if short(quad.predicate) in names}


def written_by_hand() -> list[Quad]:
    """The derived graph as it stands in the file."""
    graph = NamedNode(GRAPH_DERIVED)
    return [q for q in parse(SEED_GRAPH.read_bytes(), RdfFormat.TRIG) if q.graph_name == graph]


def test_the_periods_written_by_hand_are_derived(seed_store: Store) -> None:
    by_hand = described(written_by_hand())
    assert len(by_hand) == 12
    assert by_hand <= described(derive(seed_store))


def test_the_links_written_by_hand_are_the_inferred_ones(seed_store: Store) -> None:
    by_hand = links(written_by_hand())
    assert len(by_hand) == 14
    assert by_hand == links(derive(seed_store))


@pytest.mark.parametrize("measure", ["cn-on-us-2025", "us-on-cn-2025", "us-reciprocal-cn-2025"])
def test_measures_whose_rates_changed_are_in_effect(seed_store: Store, measure: str) -> None:
    found = described(derive(seed_store))
    statuses = {dict(each).get("status") for each in found if ("ofMeasure", measure) in each}
    assert "status-in-effect" in statuses
