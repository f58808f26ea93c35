"""`query`, `ask` and `queries` on the graph of a perfect reading of the seed article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tradegraph.resources import query_files

from .conftest import Run
from .reading_csv import rows

COURTS = "SELECT ?court { ?court a tg:Court } ORDER BY ?court"


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
