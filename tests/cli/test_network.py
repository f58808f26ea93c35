"""`network` on the graph of a perfect reading of the seed article."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from .conftest import Run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_actors_come_with_their_figures_the_strongest_first(ask_seed: Run) -> None:
    table = rows(ask_seed("network", "-f", "csv").stdout)
    assert table[0]["actor"] == "United States"
    strengths = [int(row["strength"]) for row in table]
    assert strengths == sorted(strengths, reverse=True)
    assert {row["actor"]: row["answered"] for row in table}["China"] == "0"


def test_table_is_for_reading(ask_seed: Run) -> None:
    shown = ask_seed("network", "-f", "table").stdout
    assert "betweenness" in shown
    assert "US Court of International Trade" in shown


def test_json_has_communities_bridges_and_what_the_numbers_mean(ask_seed: Run) -> None:
    found = json.loads(ask_seed("network", "-f", "json").stdout)
    assert found["whole"]["actors"] == len(found["actors"])
    members = [iri for group in found["communities"] for iri in group]
    assert sorted(members) == sorted(actor["iri"] for actor in found["actors"])
    assert found["meaning"]["actors"]["degree"]
    assert all(len(pair) == 2 for pair in found["bridges"])


def test_figures_of_the_whole_are_explained(ask_seed: Run) -> None:
    table = rows(ask_seed("network", "--whole", "-f", "csv").stdout)
    assert all(row["meaning"] for row in table)


def test_change_between_two_periods_is_the_difference(ask_seed: Run) -> None:
    table = rows(ask_seed("network", "--compare", "2025-05-29", "-f", "csv").stdout)
    assert table
    for row in table:
        change = int(row["strength_after"]) - int(row["strength_before"])
        assert int(row["strength_change"]) == change


def test_each_month_has_its_figures(ask_seed: Run) -> None:
    table = rows(ask_seed("network", "--every", "month", "--whole", "-f", "csv").stdout)
    starts = [row["from"] for row in table]
    assert starts == sorted(starts)
    assert "2025-05-01" in starts


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("graphml", "<graphml"),
        ("gexf", 'mode="dynamic"'),
        ("dot", "digraph"),
        ("cyjs", '"elements"'),
        ("nodes", "id,label,kind"),
        ("edges", "source,target,source_label"),
        ("turtle", "@prefix"),
    ],
)
def test_network_is_taken_away_twice_the_same(ask_seed: Run, form: str, sign: str) -> None:
    first = ask_seed("network", "-f", form).stdout
    assert sign in first
    assert "Bessent" in first
    assert ask_seed("network", "-f", form).stdout == first


@pytest.mark.parametrize("name", ["n.gexf", "n.gv", "n.cyjs", "n.ttl", "n.csv"])
def test_the_name_of_the_file_gives_the_format(ask_seed: Run, name: str) -> None:
    assert ask_seed("network", "-o", name).exit_code == 0
    assert Path(name).stat().st_size > 500


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--about", "Scot Bessent"], "did you mean 'Scott Bessent'?"),
        (["--whole", "--compare", "2025-05-01"], "--whole and --compare contradict each other"),
        (["--whole", "-f", "gexf"], "gexf holds the network, not figures of it"),
        (["-o", "network.xyz"], "no format has the suffix .xyz"),
        (["--sources", "newz"], "no document is or comes from 'newz'"),
    ],
    ids=["actor", "contradiction", "format", "suffix", "sources"],
)
def test_what_cannot_be_done_is_one_line(ask_seed: Run, arguments: list[str], message: str) -> None:
    result = ask_seed("network", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


NOBODY = ("--from", "1990-01-01", "--to", "1990-12-31")


@pytest.mark.parametrize("form", ["graphml", "gexf", "cyjs", "nodes", "edges", "turtle", "json"])
def test_empty_network_is_a_file_that_opens(ask_seed: Run, form: str) -> None:
    result = ask_seed("network", *NOBODY, "-f", form)
    assert result.exit_code == 0
    data = BytesIO(result.stdout_bytes)
    if form in {"graphml", "gexf"}:
        assert len({"graphml": nx.read_graphml, "gexf": nx.read_gexf}[form](data)) == 0
    elif form in {"cyjs", "json"}:
        assert "Bessent" not in json.dumps(json.load(data))
    elif form == "turtle":
        assert list(parse(data, RdfFormat.TURTLE)) == []
    else:
        assert len(data.read().splitlines()) == 1


def test_empty_network_has_no_rows_but_columns(ask_seed: Run) -> None:
    result = ask_seed("network", *NOBODY, "-f", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("actor,kind,degree")
