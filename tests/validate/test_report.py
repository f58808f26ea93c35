"""A report as rows, JSON and Turtle; how grave it is."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from tradegraph.validate import COLUMNS, Finding
from tradegraph.validate.findings import make_report
from tradegraph.validate.terms import shorten
from tradegraph.vocabulary import ID, SHAPES

KEY = "0123456789abcdef"
WRONG = Finding(
    "violation",
    "Wrong.",
    f"{ID}event/a",
    f"{SHAPES}Ruling",
    "tg:outcome",
    "code:x",
    KEY,
    3,
    "so “it” is",
)
DOUBTFUL = Finding("warning", "Doubtful.", f"{ID}event/b", f"{SHAPES}Ruling", document=KEY)
REMARK = Finding("info", "Remark.", "_:node", f"{SHAPES}Ruling", document="a file.ttl")


@pytest.mark.parametrize(
    ("findings", "conforms", "reached"),
    [
        ([], True, []),
        ([REMARK], True, ["info"]),
        ([DOUBTFUL], True, ["warning", "info"]),
        ([WRONG], False, ["violation", "warning", "info"]),
    ],
    ids=["nothing", "info", "warning", "violation"],
)
def test_how_grave_a_report_is(findings: list[Finding], conforms: bool, reached: list[str]) -> None:
    report = make_report(findings)
    assert report.conforms is conforms
    assert [each for each in ("violation", "warning", "info") if report.reaches(each)] == reached


def test_findings_are_in_order_and_each_there_once() -> None:
    report = make_report([REMARK, DOUBTFUL, WRONG, DOUBTFUL])
    assert report.findings == (WRONG, DOUBTFUL, REMARK)
    assert [report.count(each) for each in ("violation", "warning", "info")] == [1, 1, 1]


def test_rows_have_a_cell_for_each_column() -> None:
    rows = make_report([WRONG, REMARK]).to_rows()
    assert rows[0] == ("violation", "Wrong.", WRONG.focus, "code:x", KEY, "3", "so “it” is")
    assert rows[1] == ("info", "Remark.", "_:node", "", "a file.ttl", "", "")
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_json_holds_everything() -> None:
    content = json.loads(make_report([WRONG]).to_json())
    assert content["conforms"] is False
    assert content["counts"] == {"violation": 1, "warning": 0, "info": 0}
    assert content["findings"][0]["quote"] == "so “it” is"
    assert content["findings"][0]["path"] == "tg:outcome"


def test_turtle_is_a_shacl_report_with_passages() -> None:
    report = make_report([WRONG, REMARK])
    triples = list(parse(report.to_turtle(), RdfFormat.TURTLE))
    assert report.to_turtle() == report.to_turtle()
    values = {str(triple.object) for triple in triples}
    assert {'"false"^^<http://www.w3.org/2001/XMLSchema#boolean>', f"<{ID}doc/{KEY}>"} <= values
    assert {'"so “it” is"', f'"{KEY}, line 3"', '"a file.ttl"'} <= values
    results = NamedNode("http://www.w3.org/ns/shacl#result")
    assert sum(triple.predicate == results for triple in triples) == 2


def test_an_empty_report_conforms_in_turtle() -> None:
    assert "sh:conforms true" in make_report([]).to_turtle()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"The court {ID}court/us-cit is.", "The court crt:us-cit is."),
        (f"At {ID}country/US.", "At cty:US."),
        ("At https://w3id.org/tradegraph/ont#Ruling, so", "At tg:Ruling, so"),
        ("At https://example.org/a", "At https://example.org/a"),
        (f"A span {ID}doc/{KEY}#char=1,2", f"A span doc:{KEY}#char=1,2"),
    ],
)
def test_known_names_are_short_in_messages(text: str, short: str) -> None:
    assert shorten(text) == short
