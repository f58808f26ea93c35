from __future__ import annotations

import re
import shlex
from functools import partial

import pytest

from tradegraph.describe import find_node
from tradegraph.queries_catalogue import NamedQuery, bind, list_queries
from tradegraph.store import Graph, Store, Table, parameters
from tradegraph.vocabulary import PREFIXES

QUERIES = pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)

# tg:partOfGroup* or (a|b)+, but not COUNT(*) and not ?a * 2
OPEN_PATH = re.compile(r"[\w>)][*+]\s*[/;.)\s]\s*[?\"<\w:]")
PREFIX = re.compile(r"^PREFIX (\w+): <([^>]+)>$", re.MULTILINE)


@QUERIES
def test_header_says_what_is_answered_and_shows_an_example(query: NamedQuery) -> None:
    assert re.fullmatch(r"[A-Z].*\.", query.summary)
    assert query.example
    assert query.example.split()[1:3] in (["query", query.name], ["ask", query.name])


@QUERIES
def test_declared_parameters_can_be_bound(query: NamedQuery) -> None:
    assert {each.name for each in query.parameters} <= set(parameters(query.text))


@QUERIES
def test_defaults_in_the_header_are_those_of_the_text(query: NamedQuery, seed_view: Store) -> None:
    defaults = {each.name: each.default for each in query.parameters if each.default is not None}
    bound = seed_view.query(query.text, bindings=bind(query, defaults))
    assert bound == seed_view.query(query.text)


@QUERIES
def test_example_runs(query: NamedQuery, seed_view: Store) -> None:
    words = shlex.split(query.example or "")
    values = dict(words[at + 1].split("=", 1) for at, word in enumerate(words) if word == "-p")
    answer = seed_view.query(
        query.text, bindings=bind(query, values, partial(find_node, seed_view))
    )
    assert isinstance(answer, Table | Graph | bool)


@QUERIES
def test_columns_are_named_in_lower_camel_case_and_rows_are_ordered(
    query: NamedQuery, seed_view: Store
) -> None:
    answer = seed_view.query(query.text)
    if isinstance(answer, Table):
        assert all(re.fullmatch(r"[a-z]+[A-Za-z0-9]*", name) for name in answer.variables)
        assert len(set(answer.rows)) == len(answer.rows)
        assert re.search(r"^ORDER BY ", query.text, re.MULTILINE)


@QUERIES
def test_prefixes_are_the_shipped_ones_and_each_is_used(query: NamedQuery) -> None:
    declared = dict(PREFIX.findall(query.text))
    assert declared == {name: PREFIXES[name] for name in declared}
    body = PREFIX.sub("", query.text)
    assert set(declared) == {
        name for name in PREFIXES if re.search(rf"(?<![\w<]){name}:(?=\w)", _code(body))
    }


@QUERIES
def test_no_path_of_open_length_is_followed(query: NamedQuery) -> None:
    assert not OPEN_PATH.search(_code(query.text))


def _code(text: str) -> str:
    """Return a query without its comments and IRIs."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return re.sub(r"<https?:[^>]*>", "<>", "\n".join(lines))
