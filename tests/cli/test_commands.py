"""The commands that read a graph, on the graph of a perfect reading of the seed article."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.resources import query_files

from .conftest import Run

RULING = "https://w3id.org/tradegraph/id/event/ruling-us-cit-us-trump-2025-02354edb"
COURTS = "SELECT ?court { ?court a tg:Court } ORDER BY ?court"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("query", [file.name.removesuffix(".rq") for file in query_files()])
def test_every_shipped_query_runs_by_its_name(ask_seed: Run, query: str) -> None:
    result = ask_seed("query", query)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_query_gives_csv_in_a_pipe(ask_seed: Run) -> None:
    answer = rows(ask_seed("query", "-e", COURTS).stdout)
    assert answer[0] == ["court"]
    assert ["https://w3id.org/tradegraph/id/court/us-cit"] in answer


@pytest.mark.parametrize("format_name", ["table", "csv", "tsv", "json", "xml", "md"])
def test_a_table_is_written_in_every_format(ask_seed: Run, format_name: str) -> None:
    result = ask_seed("query", "-e", COURTS, "-f", format_name)
    assert result.exit_code == 0
    assert "us-cit" in result.stdout


@pytest.mark.parametrize("format_name", ["turtle", "nt", "trig", "nq", "json-ld", "rdfxml"])
def test_a_graph_is_written_in_every_format(ask_seed: Run, format_name: str) -> None:
    construct = "CONSTRUCT WHERE { crt:us-cit rdfs:label ?label }"
    result = ask_seed("query", "-e", construct, "-f", format_name)
    assert result.exit_code == 0
    assert "US Court of International Trade" in result.stdout


@pytest.mark.parametrize(
    ("text", "format_name", "message"),
    [
        pytest.param(COURTS, "turtle", "this query gives no graph, which turtle", id="table"),
        pytest.param("ASK { ?s ?p ?o }", "nq", "this query gives no graph, which nq", id="ask"),
        pytest.param(
            "CONSTRUCT WHERE { ?s ?p ?o }", "md", "this query gives a graph, which md", id="graph"
        ),
    ],
)
def test_a_format_that_cannot_hold_the_answer_is_a_usage_error(
    ask_seed: Run, text: str, format_name: str, message: str
) -> None:
    result = ask_seed("query", "-e", text, "-f", format_name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_the_format_is_that_of_the_files_name(ask_seed: Run) -> None:
    assert ask_seed("query", "-e", COURTS, "-o", "courts.json").exit_code == 0
    assert json.loads(Path("courts.json").read_text())["head"] == {"vars": ["court"]}


def test_a_parameter_is_a_name_a_code_or_an_iri(ask_seed: Run) -> None:
    answers = {
        ask_seed("query", "about-entity", "-f", "nt", "-p", f"entity={name}").stdout
        for name in ("Scott Bessent", "per:scott-bessent", "scott-bessent")
    }
    assert len(answers) == 1
    assert answers != {""}


def test_a_query_is_read_from_a_file_and_from_stdin(ask_seed: Run) -> None:
    Path("courts.rq").write_text(COURTS)
    from_file = ask_seed("query", "courts.rq")
    assert from_file.exit_code == 0
    assert ask_seed("query", "-", stdin=COURTS).stdout == from_file.stdout


def test_a_limit_cuts_rows_off_and_says_so(ask_seed: Run) -> None:
    result = ask_seed("query", "-e", COURTS, "--limit", "1")
    assert len(rows(result.stdout)) == 2
    assert result.stderr == "note: only the first 1 are shown; try: --limit 10\n"


def test_explain_shows_the_query_with_its_values_and_does_not_run_it(ask_seed: Run) -> None:
    result = ask_seed("query", "in-effect-on-date", "-p", "day=2025-04-06", "--explain")
    assert '"2025-04-06"' in result.stdout
    assert "SELECT" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "message"),
    [
        pytest.param(["-e", "SELECT"], None, 3, "-e:1:7: the query cannot be read", id="syntax"),
        pytest.param(["-"], b"\xff", 3, "-: the query is not UTF-8", id="encoding"),
        pytest.param(["no/such.rq"], None, 3, "no/such.rq: no such file", id="file"),
        pytest.param(
            ["rulings-and-stay"], None, 2, "did you mean 'rulings-and-stays'?", id="unknown-name"
        ),
        pytest.param([], None, 2, "a query is needed", id="nothing"),
        pytest.param(["what-happened", "-e", COURTS], None, 2, "a query is needed", id="two"),
        pytest.param(
            ["in-effect-on-date", "-p", "dya=2025-05-30"],
            None,
            2,
            "in-effect-on-date: no parameter 'dya'; try: did you mean 'day'?",
            id="unknown-parameter",
        ),
        pytest.param(
            ["in-effect-on-date", "-p", "day=May"], None, 2, "'May' is not a day", id="value"
        ),
        pytest.param(
            ["in-effect-on-date", "-p", "day"], None, 2, "'day' is not NAME=VALUE", id="no-value"
        ),
        pytest.param(
            ["in-effect-on-date", "-p", "day=2025-05-30", "-p", "day=2025-05-31"],
            None,
            2,
            "the parameter 'day' is given twice",
            id="twice",
        ),
        pytest.param(["-e", "DROP ALL"], None, 2, "changes the graph", id="update"),
        pytest.param(
            ["-e", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"],
            None,
            2,
            "SERVICE asks another endpoint",
            id="other-endpoint",
        ),
        pytest.param(
            ["-e", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0.05"],
            None,
            4,
            "the query took longer than 0.05 s",
            id="too-slow",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line(
    ask_seed: Run, arguments: list[str], stdin: bytes | None, code: int, message: str
) -> None:
    result = ask_seed("query", *arguments, stdin=stdin)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert message in line


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        pytest.param("ASK { ?stay a tg:Stay }", "true", 0, id="true"),
        pytest.param("ASK { ?stay a tg:Nothing }", "false", 1, id="false"),
        pytest.param("SELECT ?stay { ?stay a tg:Stay }", "true", 0, id="rows"),
        pytest.param("SELECT ?stay { ?stay a tg:Nothing }", "false", 1, id="no-rows"),
        pytest.param("CONSTRUCT WHERE { ?stay a tg:Stay }", "true", 0, id="triples"),
    ],
)
def test_the_answer_to_a_yes_or_no_question_is_the_exit_code(
    ask_seed: Run, text: str, word: str, code: int
) -> None:
    result = ask_seed("ask", "-e", text)
    assert (result.exit_code, result.stdout) == (code, f"{word}\n")


def test_the_shipped_queries_are_listed_and_shown(run: Run) -> None:
    listed = rows(run("queries").stdout)
    assert listed[0] == ["query", "answers", "parameters"]
    assert len(listed) == 1 + len(query_files())
    assert run("queries", "list").stdout == run("queries").stdout
    text = run("queries", "show", "rulings-and-stays").stdout
    assert text == next(f for f in query_files() if f.name == "rulings-and-stays.rq").read_text()


def test_show_and_explain_give_text_and_json(ask_seed: Run) -> None:
    assert ask_seed("show", "CN").stdout.startswith("China (country)\n")
    assert json.loads(ask_seed("show", "CN", "-f", "json").stdout)["node"]["label"] == "China"
    explained = json.loads(ask_seed("explain", "ruling-us-cit", "-f", "json").stdout)
    assert explained["fact"]["iri"] == RULING
    assert ask_seed("explain", "ruling-us-cit", "-o", "ruling.json").exit_code == 0
    assert json.loads(Path("ruling.json").read_text()) == explained


def test_stats_count_the_facts(ask_seed: Run) -> None:
    assert ["facts", "stay", "1"] in rows(ask_seed("stats").stdout)


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
        pytest.param(["--kinds", "cuorts"], 2, "did you mean 'courts'?", id="kind"),
        pytest.param(["-o", "x.pdf"], 2, "no picture format has the suffix .pdf", id="suffix"),
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


def test_the_seed_graph_conforms(ask_seed: Run) -> None:
    result = ask_seed("validate", "-f", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["conforms"] is True
    assert result.stderr.startswith("validation: 0 violations")


BROKEN_STAY = """@prefix tg: <https://w3id.org/tradegraph/ont#> .
<https://w3id.org/tradegraph/id/event/stay-x> a tg:Stay .
"""


@pytest.mark.parametrize(
    ("fail_on", "code"), [("violation", 1), ("warning", 1), ("info", 1), ("none", 0)]
)
def test_violations_in_a_file_fail_unless_told_otherwise(run: Run, fail_on: str, code: int) -> None:
    Path("stay.ttl").write_text(BROKEN_STAY)
    result = run("validate", "stay.ttl", "--fail-on", fail_on, "-f", "csv")
    assert result.exit_code == code
    assert "violation" in {row[0] for row in rows(result.stdout)[1:]}


def test_a_graph_on_stdin_is_validated(run: Run) -> None:
    result = run("validate", "-", "-f", "json", stdin=BROKEN_STAY)
    assert result.exit_code == 1
    assert {each["document"] for each in json.loads(result.stdout)["findings"]} == {"-"}


def test_a_report_is_turtle_on_request(run: Run) -> None:
    Path("stay.ttl").write_text(BROKEN_STAY)
    assert (
        "ValidationReport"
        in run("validate", "stay.ttl", "-o", "report.ttl").stdout + Path("report.ttl").read_text()
    )


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "message"),
    [
        pytest.param(["broken.ttl"], None, 3, "broken.ttl:2: the RDF cannot be read", id="syntax"),
        pytest.param(["-"], "<a> <b>", 3, "-:1: the RDF cannot be read", id="stdin"),
        pytest.param(["missing.ttl"], None, 3, "missing.ttl: ", id="missing"),
        pytest.param(["x.docx"], None, 3, "x.docx: not a name of an RDF file", id="suffix"),
        pytest.param(["x.ttl", "--document", "y"], None, 2, "--document is about", id="both"),
    ],
)
def test_a_file_that_cannot_be_validated_is_one_line(
    run: Run, arguments: list[str], stdin: str | None, code: int, message: str
) -> None:
    Path("broken.ttl").write_text("# one line\n<a> <b>\n")
    result = run("validate", *arguments, stdin=stdin)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert message in line


def test_a_term_of_the_ontology_is_shown_with_what_checks_it(run: Run) -> None:
    text = run("schema", "tg:Stay").stdout
    assert text.startswith("tg:Stay (class): stay\n")
    assert "tg:stays" in text
    assert "tgs:Stay" in text


def test_the_terms_are_listed_by_kind(run: Run) -> None:
    kinds = {row[1] for row in rows(run("schema", "--kind", "code list").stdout)[1:]}
    assert kinds == {"code list"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_names_the_program(run: Run, shell: str) -> None:
    assert "_TRADEGRAPH_COMPLETE" in run("completion", shell).stdout


def test_commands_and_options_are_completed(run_process: Run) -> None:
    completed = run_process(
        env={
            "COMP_WORDS": "tradegraph s",
            "COMP_CWORD": "1",
            "_TRADEGRAPH_COMPLETE": "bash_complete",
        }
    )
    assert completed.stdout.split() == ["plain,show", "plain,stats", "plain,schema"]


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        pytest.param({}, False, id="pipe"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="no-goes-before-forced"),
    ],
)
def test_colours_follow_the_environment(ask_seed: Run, env: dict[str, str], coloured: bool) -> None:
    settings = {"NO_COLOR": None, "FORCE_COLOR": None, **env}
    result = ask_seed("query", "-e", COURTS, "-f", "table", env=settings)
    assert ("\x1b[" in result.stdout) is coloured
