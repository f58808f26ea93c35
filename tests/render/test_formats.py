from __future__ import annotations

import pytest

from tradegraph.errors import UsageError
from tradegraph.render import GRAPH_FORMATS, TABLE_FORMATS, find_format, guess_format


@pytest.mark.parametrize(
    ("path", "table", "graph"),
    [
        ("a.csv", "csv", "csv"),
        ("a.TSV", "tsv", None),
        ("a.json", "json", None),
        ("a.xml", "xml", None),
        ("a.md", "md", None),
        ("dir.d/a.ttl", None, "turtle"),
        ("a.trig", None, "trig"),
        ("a.nt", None, "nt"),
        ("a.nq", None, "nq"),
        ("a.jsonld", None, "json-ld"),
        ("a.rdf", None, "rdfxml"),
    ],
)
def test_the_suffix_tells_the_format(path: str, table: str | None, graph: str | None) -> None:
    for formats, expected in ((TABLE_FORMATS, table), (GRAPH_FORMATS, graph)):
        if expected:
            assert guess_format(path, formats) == expected
        else:
            with pytest.raises(UsageError, match="names no format"):
                guess_format(path, formats)


def test_every_format_is_found_by_its_own_suffixes() -> None:
    for formats in (TABLE_FORMATS, GRAPH_FORMATS):
        for name, each in formats.items():
            assert find_format(name, formats) is each
            assert {guess_format(f"a{suffix}", formats) for suffix in each.suffixes} == {name}


def test_a_name_without_suffix_says_so() -> None:
    with pytest.raises(UsageError, match=r"graph: the name has no suffix; try: -f FORMAT"):
        guess_format("graph", GRAPH_FORMATS)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no format named 'tutrle'; try: did you mean 'turtle'"):
        find_format("tutrle", GRAPH_FORMATS)
