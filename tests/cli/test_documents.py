"""`build`, `ingest` and `retract`, on documents good and bad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from llm.speaking import say_facts, serve

from .conftest import Run

ARTICLE = """ date 2025-06-12 The United States raised tariffs on Brazilian steel to 40% on Monday.

Brazil will retaliate, Finance Minister Fernando Haddad said on Wednesday.
"""
OTHER = "The US Court of International Trade ruled on Tuesday that the tariffs were unlawful."


def write_article(name: str = "article.txt", text: str = ARTICLE) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def graph(run: Run) -> str:
    return run("export", "-f", "nq").stdout


def test_a_build_says_what_it_found_and_what_can_be_done_next(run: Run) -> None:
    result = run("--store", "my graph", "build", write_article())
    assert (result.exit_code, result.stdout) == (0, "")
    first, *others = result.stderr.splitlines()
    assert first.startswith("1 document, ")
    assert first.endswith(" in my graph")
    assert "validation: 0 violations" in result.stderr
    program = "  tradegraph --store 'my graph'"
    assert f"{program} query what-happened -p from=2025-05-13 -p to=2025-06-12" in others


def test_a_quiet_ingest_says_nothing(run: Run) -> None:
    result = run("-q", "--store", ":memory:", "ingest", write_article())
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_verbose_build_says_how_long_each_stage_took(run: Run) -> None:
    result = run("-v", "--store", ":memory:", "build", write_article())
    stages = [line.partition(":")[0] for line in result.stderr.splitlines()]
    assert [
        each for each in stages if each in {"reading", "linking", "deriving", "validating"}
    ] == [
        "reading",
        "linking",
        "deriving",
        "validating",
    ]


def test_a_build_writes_the_graph_that_export_gives(run: Run) -> None:
    assert run("build", write_article(), "-o", "graph.nq").exit_code == 0
    assert Path("graph.nq").read_text() == graph(run)


def test_a_build_writes_the_graph_to_stdout_on_request(run: Run) -> None:
    result = run("--store", ":memory:", "build", write_article(), "-f", "nq")
    assert "40%" in result.stdout


def test_building_twice_is_building_once(run: Run) -> None:
    run("ingest", write_article())
    before = graph(run)
    assert run("ingest", "article.txt").exit_code == 0
    assert graph(run) == before


def test_the_order_of_the_sources_does_not_matter(run: Run) -> None:
    one, two = write_article("one.txt"), write_article("two.txt", OTHER)
    forth = run("--store", ":memory:", "build", one, two, "-f", "nq")
    back = run("--store", ":memory:", "build", two, one, "-f", "nq")
    assert forth.stdout == back.stdout


def test_a_retracted_document_leaves_no_trace(run: Run) -> None:
    write_article("kept.txt", OTHER)
    run("ingest", "kept.txt")
    before = graph(run)
    run("ingest", write_article())
    assert graph(run) != before
    result = run("retract", "article")
    assert result.exit_code == 0
    assert result.stderr.startswith("retracted 1 document: ")
    assert graph(run) == before


def test_an_unknown_document_is_not_retracted_and_neither_are_the_others(run: Run) -> None:
    run("ingest", write_article())
    before = graph(run)
    result = run("retract", "article", "artikle")
    assert result.exit_code == 2
    assert "'artikle'" in result.stderr
    assert graph(run) == before


def test_a_document_comes_from_stdin(run: Run) -> None:
    assert run("build", "-", stdin=ARTICLE).exit_code == 0
    assert "40" in run("export", "-f", "csv").stdout


BAD = [
    pytest.param("missing.txt", None, "no such file", id="missing"),
    pytest.param("empty.txt", b"", "empty", id="empty"),
    pytest.param("blank.txt", b" \n \n", "no text", id="blank"),
    pytest.param("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", id="binary"),
    pytest.param("latin.txt", "Zölle auf Stahl".encode("latin-1"), "not UTF-8", id="not-utf8"),
    pytest.param("large.txt", b"tariff " * 7_200_000, "larger than", id="50-megabytes"),
    pytest.param("broken.pdf", b"%PDF-1.7\nnothing more", "", id="broken-pdf"),
    pytest.param("blank.html", b"<html><body></body></html>", "no text", id="html-without-text"),
    pytest.param("broken.jsonl", b'{"id": "a", "text": "A tariff."', ":1: ", id="broken-json"),
    pytest.param("date.md", b"---\ndate: soon\n---\nA tariff.\n", "no ISO date", id="front-matter"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_a_document_that_cannot_be_read_is_one_line_and_makes_no_store(
    run: Run, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run("build", name)
    assert (result.exit_code, result.stdout) == (3, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: {name}")
    assert message in line
    assert "; try: " in line
    assert not Path(".tradegraph").exists()


def test_the_documents_beside_a_broken_one_are_done(run: Run) -> None:
    write_article("folder/a.txt")
    Path("folder/b.txt").write_bytes(b"")
    write_article("folder/c.txt", OTHER)
    result = run("--store", ":memory:", "ingest", "folder", "missing.txt")
    assert result.exit_code == 3
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert [line.split(": ")[1] for line in errors] == ["folder/b.txt", "missing.txt"]
    assert "2 documents, " in result.stderr
    assert "2 sources could not be read" in result.stderr


def test_the_lines_beside_a_broken_line_17_are_done(run: Run) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": f"{OTHER} Note {n}."}) for n in range(1, 21)]
    lines[16] = lines[16][:-5]
    Path("news.jsonl").write_text("\n".join(lines))
    result = run("--store", ":memory:", "ingest", "news.jsonl")
    assert result.exit_code == 3
    assert "error: news.jsonl:17: " in result.stderr
    assert "19 documents, " in result.stderr


def test_a_document_without_date_is_read(run: Run) -> None:
    result = run("--store", ":memory:", "build", write_article("undated.txt", OTHER))
    assert "1 document, " in result.stderr
    assert "what-happened" not in result.stderr


def test_an_empty_folder_is_an_input_error(run: Run) -> None:
    Path("nothing").mkdir()
    result = run("build", "nothing")
    assert result.exit_code == 3
    assert result.stderr.startswith("error: nothing: ")


def test_an_unknown_reader_is_a_usage_error(run: Run) -> None:
    result = run("build", write_article(), "--reader", "txet")
    assert result.exit_code == 2
    assert "did you mean 'text'?" in result.stderr


def test_an_output_that_cannot_be_written_ends_a_build_before_it_begins(run: Run) -> None:
    result = run("build", write_article(), "-o", "missing/graph.ttl")
    assert result.exit_code == 4
    assert not Path(".tradegraph").exists()


def test_an_output_of_unknown_format_ends_a_build_before_it_begins(run: Run) -> None:
    result = run("build", write_article(), "-o", "graph.xyz")
    assert result.exit_code == 2
    assert not Path(".tradegraph").exists()


def test_a_folder_that_is_no_store_is_left_alone(run: Run) -> None:
    write_article("letters/private.txt")
    result = run("--store", "letters", "build", write_article())
    assert result.exit_code == 3
    assert "this is not a tradegraph store" in result.stderr
    assert list(Path("letters").iterdir()) == [Path("letters/private.txt")]


def test_unknown_extractor_is_named_with_the_nearest(run: Run) -> None:
    result = run("build", write_article(), "--extractor", "llmm")
    assert result.exit_code == 2
    assert result.stderr.strip() == "error: no extractor named 'llmm'; try: did you mean 'llm'?"


def test_model_extractor_without_an_endpoint_says_what_to_set(run: Run) -> None:
    result = run("build", write_article(), "--extractor", "llm")
    assert result.exit_code == 2
    assert result.stderr.strip() == (
        "error: TRADEGRAPH_LLM_URL: the extractor llm does not know whom to ask; "
        "try: export TRADEGRAPH_LLM_URL=http://127.0.0.1:8080/v1"
    )


def test_model_extractor_reports_what_it_cost(run: Run) -> None:
    told = {"TRADEGRAPH_LLM_MODEL": "scripted", "TRADEGRAPH_LLM_PRICES": "10/20"}
    with serve(say_facts()) as script:
        env = told | {"TRADEGRAPH_LLM_URL": script.url}
        result = run("build", write_article(), "--extractor", "llm", env=env)
    assert result.exit_code == 0
    assert "llm: 1 requests, 0 remembered; 100 tokens sent" in result.stderr
    assert "0.0012 US dollars" in result.stderr
