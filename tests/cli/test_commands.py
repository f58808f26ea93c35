"""`show`, `explain`, `stats`, `schema` and `completion`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, RunProcess
from .reading_csv import rows

RULING = "https://w3id.org/tradegraph/id/event/ruling-us-cit-us-trump-2025-02354edb"


def test_show_and_explain_give_text_and_json(ask_seed: Run) -> None:
    assert ask_seed("show", "CN").stdout.startswith("China (country)\n")
    assert json.loads(ask_seed("show", "CN", "-f", "json").stdout)["node"]["label"] == "China"
    explained = json.loads(ask_seed("explain", "ruling-us-cit", "-f", "json").stdout)
    assert explained["fact"]["iri"] == RULING
    assert ask_seed("explain", "ruling-us-cit", "-o", "ruling.json").exit_code == 0
    assert json.loads(Path("ruling.json").read_text()) == explained


def test_stats_count_the_facts(ask_seed: Run) -> None:
    assert ["facts", "stay", "1"] in rows(ask_seed("stats").stdout)


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


def test_commands_and_options_are_completed(run_process: RunProcess) -> None:
    completed = run_process(
        env={
            "COMP_WORDS": "tradegraph s",
            "COMP_CWORD": "1",
            "_TRADEGRAPH_COMPLETE": "bash_complete",
        }
    )
    assert completed.stdout.split() == ["plain,status", "plain,show", "plain,stats", "plain,schema"]
