"""What only a process of its own shows: broken pipes, interruption, a second process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tradegraph.errors import StoreBusyError
from tradegraph.store import open_store

from .conftest import Run, RunProcess

PROGRAM = [sys.executable, "-m", "tradegraph"]
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


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_ctrl_c_in_a_build_is_one_line_and_leaves_the_store_as_it_was(
    run: Run, tmp_path: Path
) -> None:
    Path("before.txt").write_text(NEWS)
    run("build", "before.txt")
    before = run("export", "-f", "nq").stdout
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text("\n".join(f"{NEWS} {number}" for _ in range(40)))
    with subprocess.Popen(
        [*PROGRAM, "build", "many"], stderr=subprocess.PIPE, text=True
    ) as process:
        wait_until_busy(".tradegraph")
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        message = process.stderr.read()
        code = process.wait(60)
    assert (code, message) == (130, "error: interrupted; try: the same command again\n")
    assert run("export", "-f", "nq").stdout == before


def wait_until_busy(store: str) -> None:
    """Return when another process has opened the store to write."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            open_store(store, read_only=True).close()
        except StoreBusyError:
            return
        time.sleep(0.05)
    pytest.fail("the build did not open the store")


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
