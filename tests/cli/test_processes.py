"""What only a process of its own shows: broken pipes, interruption, a second process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tradegraph.model import Document
from tradegraph.pipeline import ingest
from tradegraph.render import render_graph
from tradegraph.selection import select_quads
from tradegraph.store import open_store

from .conftest import Run, RunProcess

PROGRAM = [sys.executable, "-m", "tradegraph"]
INTERRUPTED = "error: interrupted; try: the same command again\n"
NEWS = "The United States raised tariffs on steel from Brazil to 40% on Monday."


def test_a_reader_that_goes_away_ends_the_program_quietly(seed_folder: Path) -> None:
    command = [*PROGRAM, "--store", str(seed_folder), "export", "--whole", "-f", "nq"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


SLOW_STAGE = """
import sys, time
from tradegraph import pipeline
from tradegraph.cli import main

def wait(*arguments, **options):
    print("begun", flush=True)
    time.sleep(60)

setattr(pipeline, sys.argv.pop(1), wait)
main()
"""


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A store with one document, and the graph before and after another is added."""
    folder = tmp_path_factory.mktemp("interrupted")
    one = Document(NEWS, identifiers=("before",))
    other = Document(NEWS.replace("Brazil", "Chile"), identifiers=("more",))
    graphs: set[str] = set()
    for name, documents in (("kg", [one]), ("complete", [one, other])):
        with open_store(folder / name) as store:
            ingest(store, documents)
            graphs.add(render_graph(select_quads(store), "nq"))
    return folder / "kg", graphs


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("stage", ["read_documents", "link_documents", "derive"])
def test_ctrl_c_in_a_build_is_one_line_and_leaves_the_store_as_before_or_complete(
    run: Run, stages: tuple[Path, set[str]], stage: str
) -> None:
    folder, graphs = stages
    shutil.copytree(folder, ".tradegraph")
    Path("more.txt").write_text(NEWS.replace("Brazil", "Chile"))
    command = [sys.executable, "-c", SLOW_STAGE, stage, "build", "more.txt"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=60)
    assert (process.returncode, message) == (130, INTERRUPTED)
    assert run("export", "-f", "nq").stdout in graphs


def test_a_second_process_beside_a_writer_gets_one_line(run_process: RunProcess) -> None:
    Path("article.txt").write_text(NEWS)
    with open_store("kg"):
        for command in (["stats"], ["build", "article.txt"]):
            result = run_process("--store", "kg", *command)
            assert (result.returncode, result.stdout) == (4, "")
            (line,) = result.stderr.splitlines()
            assert line.startswith("error: kg: another process is ")


def test_python_m_is_the_program(run_process: RunProcess) -> None:
    assert run_process("--version").stdout.startswith("tradegraph ")


def test_the_program_seldom_looks_for_garbage() -> None:
    """A build makes millions of objects that stay: looking for garbage took an eighth of it."""
    code = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_threshold()[0]));"
        "import sys; sys.argv = ['tradegraph', '--version'];"
        "from tradegraph.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) >= 100_000
