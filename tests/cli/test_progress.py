from __future__ import annotations

import io
import sys

import pytest

from tradegraph.cli import progress
from tradegraph.cli.invocation import Invocation
from tradegraph.cli.progress import show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work_on_terminal(monkeypatch: pytest.MonkeyPatch, invocation: Invocation) -> str:
    """Return what a terminal is sent."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    work(invocation)
    return stream.getvalue()


def work(invocation: Invocation) -> None:
    with show_progress(invocation) as line:
        for done in range(3):
            line("reading", done, 3)
        line("linking", 1)


def test_quick_work_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert work_on_terminal(monkeypatch, Invocation()) == ""


def test_long_work_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert "linking" in work_on_terminal(monkeypatch, Invocation())


def test_long_work_shows_no_bar_in_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    work(Invocation())
    assert capsys.readouterr() == ("", "")


def test_quiet_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert work_on_terminal(monkeypatch, Invocation(verbosity=-1)) == ""


def test_verbose_says_how_long_each_stage_took(capsys: pytest.CaptureFixture[str]) -> None:
    work(Invocation(verbosity=1))
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["reading", "linking"]
