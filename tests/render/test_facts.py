from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from tradegraph.render import FACT_COLUMNS, render_graph
from tradegraph.vocabulary import tg

from .odd_terms import SEED_GRAPH

BASE_GRAPH = SEED_GRAPH.with_name("base.trig")


@pytest.fixture(scope="module")
def invented() -> list[Quad]:
    return list(parse(BASE_GRAPH.read_bytes(), format=RdfFormat.TRIG))


@pytest.fixture(scope="module")
def rows(invented: list[Quad]) -> dict[str, Mapping[str, str]]:
    text = io.StringIO(render_graph(invented, "csv"), newline="")
    return {row["fact"]: row for row in csv.DictReader(text)}


def test_each_assertion_is_a_row(invented: list[Quad], rows: dict[str, Mapping[str, str]]) -> None:
    assertions = [quad for quad in invented if quad.predicate.value == tg("asserts")]
    assert len(rows) == len(assertions) == 39
    assert all(tuple(row) == FACT_COLUMNS for row in rows.values())


@pytest.mark.parametrize(
    ("fact", "cells"),
    [
        pytest.param(
            "evt:imposition-xb-timber-2024",
            {
                "document": "gazette-2024-05-10",
                "published": "2024-05-10",
                "type": "MeasureEvent",
                "kind": "imposition",
                "modality": "asserted",
                "polarity": "positive",
                "attributedTo": "Ada Marlow",
                "imposer": "Meridia",
                "target": "Arcadia",
                "product": "timber",
                "authority": "foreign-law",
                "against": "Arcadia",
                "rateLow": "",
                "rateHigh": "15.0",
                "notBefore": "2024-05-07",
                "effectiveOn": "2024-05-08",
                "begin": "196",
                "end": "301",
                "confidence": "0.9",
                "extractor": "tradegraph rule extractor",
            },
            id="a new duty with its roles, some of them two steps away",
        ),
        pytest.param(
            "evt:increase-xa-steel-2024",
            {"rateLow": "40.0", "oldRateLow": "25.0", "by": "Ada Marlow", "measure": "steel duty"},
            id="an increase with both rates",
        ),
        pytest.param(
            "evt:stay-xa-appeal",
            {
                "type": "Stay",
                "court": "Court of Appeal",
                "decision": "ruling on the shield tariffs",
            },
            id="a stay with what it stays",
        ),
        pytest.param(
            "evt:pause-xa-steel-2024",
            {"modality": "denied", "polarity": "negative", "quote": "the duty had been suspended"},
            id="a denial",
        ),
        pytest.param(
            "sit:xa-xb-advanced",
            {"state": "advanced", "parties": "Arcadia; Meridia", "observedOn": "2024-05-10"},
            id="a state of talks between two parties",
        ),
        pytest.param(
            "evt:statement-marlow-levy",
            {
                "speaker": "Ada Marlow",
                "outlet": "Harbour Gazette",
                "said": "We answer a levy with a levy",
            },
            id="a statement",
        ),
        pytest.param(
            "sit:holding-cora-vane-lead-negotiator",
            {"person": "Cora Vane", "office": "lead negotiator of Meridia"},
            id="an office",
        ),
    ],
)
def test_roles_stand_in_their_columns(
    fact: str, cells: dict[str, str], rows: dict[str, Mapping[str, str]]
) -> None:
    assert {name: rows[fact][name] for name in cells} == cells


def test_rows_follow_the_text(rows: dict[str, Mapping[str, str]]) -> None:
    begins = [int(row["begin"].split(" | ")[0]) for row in rows.values()]
    assert begins == sorted(begins)


def test_several_passages_share_a_cell_in_the_order_of_the_text() -> None:
    seed = list(parse(SEED_GRAPH.read_bytes(), format=RdfFormat.TRIG))
    found = csv.DictReader(io.StringIO(render_graph(seed, "csv"), newline=""))
    ruling = next(row for row in found if row["type"] == "Ruling")
    assert (ruling["begin"], ruling["end"]) == ("1088 | 1196", "1194 | 1386")
    assert ruling["quote"].count(" | ") == 1
