from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tradegraph.cli import program

Run = Callable[..., Result]
RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def clean_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every test in an empty folder, without settings from outside."""
    for name in [*os.environ]:
        if name.startswith("TRADEGRAPH_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Call the program in this process; a defect fails the test."""

    def call(
        *arguments: object,
        stdin: str | bytes | None = None,
        env: Mapping[str, str | None] | None = None,
    ) -> Result:
        runner = CliRunner()
        return runner.invoke(
            program,
            [str(each) for each in arguments],
            input=stdin,
            env=env,
            prog_name="tradegraph",
            catch_exceptions=False,
        )

    return call


@pytest.fixture
def ask_seed(run: Run, seed_folder: Path) -> Run:
    """Call the program on the store that holds the seed graph."""

    def call(*arguments: object, **settings: object) -> Result:
        return run("--store", seed_folder, *arguments, **settings)

    return call


@pytest.fixture
def run_process() -> RunProcess:
    """Call the program as a process of its own."""

    def call(
        *arguments: object, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tradegraph", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})}
        )

    return call
