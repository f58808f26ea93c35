"""`export` and `draw` on the graph of a perfect reading of the seed article."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from .conftest import Run
from .reading_csv import rows


@pytest.mark.parametrize(
    ("suffix", "rdf_format"),
    [
        pytest.param("ttl", RdfFormat.TURTLE, id="turtle"),
        pytest.param("trig", RdfFormat.TRIG, id="trig"),
        pytest.param("nt", RdfFormat.N_TRIPLES, id="nt"),
        pytest.param("nq", RdfFormat.N_QUADS, id="nq"),
        pytest.param("jsonld", RdfFormat.JSON_LD, id="json-ld"),
        pytest.param("rdf", RdfFormat.RDF_XML, id="rdfxml"),
    ],
)
def test_an_export_is_read_back_with_the_same_triples(
    ask_seed: Run, suffix: str, rdf_format: RdfFormat
) -> None:
    assert ask_seed("export", "-o", f"graph.{suffix}").exit_code == 0
    reference = ask_seed("export", "-f", "nt").stdout.encode()
    wanted = {quad.triple for quad in parse(reference, RdfFormat.N_TRIPLES)}
    found = {quad.triple for quad in parse(Path(f"graph.{suffix}").read_bytes(), rdf_format)}
    assert found == wanted


def test_an_export_is_the_same_on_stdout_and_in_a_file(ask_seed: Run) -> None:
    ask_seed("export", "-o", "graph.nq")
    assert Path("graph.nq").read_text() == ask_seed("export", "-f", "nq").stdout


def test_the_facts_are_exported_one_a_row(ask_seed: Run) -> None:
    table = rows(ask_seed("export", "-f", "csv").stdout)
    assert {"document", "fact", "quote", "confidence"} <= set(table[0])
    assert len(table) > 30


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_network_is_exported(ask_seed: Run, form: str) -> None:
    assert "Scott Bessent" in ask_seed("export", "-f", form).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["-f", "turtel"], "did you mean 'turtle'?", id="format"),
        pytest.param(["-o", "graph.xyz"], "the suffix '.xyz' names no format", id="suffix"),
        pytest.param(["--graph", "registy"], "did you mean 'registry'?", id="graph"),
        pytest.param(["--graph", "registry", "--whole"], "contradict", id="two-parts"),
    ],
)
def test_an_export_that_cannot_be_made_is_a_usage_error(
    ask_seed: Run, arguments: list[str], message: str
) -> None:
    result = ask_seed("export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert list(Path().iterdir()) == []


def test_the_whole_store_is_more_than_the_documents_need(ask_seed: Run) -> None:
    part = set(ask_seed("export", "-f", "nq").stdout.splitlines())
    whole = set(ask_seed("export", "-f", "nq", "--whole").stdout.splitlines())
    assert part < whole


@pytest.mark.parametrize("form", ["svg", "html", "dot", "graphml", "gexf"])
def test_the_network_is_drawn(ask_seed: Run, form: str) -> None:
    assert ask_seed("draw", "-o", f"network.{form}", "--layout", "plain").exit_code == 0
    assert "Bessent" in Path(f"network.{form}").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["--about", "nobody here"], 2, "knows nothing named", id="actor"),
        pytest.param(["--about", "Scot Bessent"], 2, "did you mean 'Scott Bessent'?", id="name"),
        pytest.param(["--kinds", "cuorts"], 2, "did you mean 'courts'?", id="kind"),
        pytest.param(["-o", "x.xyz"], 2, "no picture format has the suffix .xyz", id="suffix"),
        pytest.param(["--from", "May"], 2, "invalid value for '--from'", id="day"),
        pytest.param(
            ["--from", "1990-01-01", "--to", "1990-12-31"], 2, "nothing to draw", id="empty"
        ),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_one_line(
    ask_seed: Run, arguments: list[str], code: int, message: str
) -> None:
    result = ask_seed("draw", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert message in line
