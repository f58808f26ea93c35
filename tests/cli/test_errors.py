from __future__ import annotations

import errno
from pathlib import Path

import click
import pytest

from tradegraph.cli.endings import DefectGuard, translate
from tradegraph.cli.invocation import one_line

from .conftest import Run, RunProcess

USAGE = [
    pytest.param("buld x", "no such command 'buld'; try: did you mean 'build'?", id="command"),
    pytest.param("xyzzy", "no such command 'xyzzy'; try: tradegraph --help", id="nothing-near"),
    pytest.param(
        "--stor x show y", "no such option '--stor'; try: did you mean '--store'?", id="option"
    ),
    pytest.param(
        "show x --store y",
        "'--store'; try: tradegraph --store ... show: it stands before the command",
        id="option-of-the-program-after-the-command",
    ),
    pytest.param(
        "show", "show: missing argument 'ENTITY'; try: tradegraph show --help", id="argument"
    ),
    pytest.param("show x --limit 0", "show: invalid value for '--limit'", id="number"),
    pytest.param("show x --limit few", "show: invalid value for '--limit'", id="no-number"),
    pytest.param("show x -f pdf", "show: invalid value for '-f'", id="format"),
    pytest.param("completion csh", "completion: invalid value for", id="shell"),
    pytest.param("-v -q stats", "--verbose and --quiet contradict each other", id="loud-and-quiet"),
    pytest.param("schema Rulin", "no term 'Rulin'; try: did you mean 'Ruling'?", id="term"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_a_usage_error_is_one_line_with_advice(run: Run, arguments: str, message: str) -> None:
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: ")
    assert message in line


@pytest.mark.parametrize("command", ["show x", "explain x", "stats", "export", "draw"])
def test_a_store_that_is_not_there_is_an_input_error(run: Run, command: str) -> None:
    result = run("--store", "nowhere", *command.split())
    assert (result.exit_code, result.stdout) == (3, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: nowhere: this is not a tradegraph store; try: tradegraph build")
    assert not Path("nowhere").exists()


@pytest.mark.parametrize(
    ("output", "message"),
    [
        pytest.param(
            "missing/out.txt", "missing: no such folder; try: mkdir -p missing", id="folder"
        ),
        pytest.param(".", ".: is a folder; try: -o FILE", id="is-a-folder"),
        pytest.param("/dev/full", "/dev/full: the disk is full", id="full-disk"),
    ],
)
def test_an_output_that_cannot_be_written_is_one_line(
    ask_seed: Run, output: str, message: str
) -> None:
    result = ask_seed("show", "CN", "-o", output)
    assert (result.exit_code, result.stdout) == (4, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: {message}")


def test_debug_shows_the_traceback_before_the_line(run: Run) -> None:
    result = run("--debug", "--store", "nowhere", "stats")
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Traceback")
    assert lines[-1].startswith("error: nowhere: ")
    assert result.exit_code == 3


def test_a_name_with_line_breaks_does_not_break_the_line(ask_seed: Run) -> None:
    result = ask_seed("show", "no\nbody\x1b[31m")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("a\n  b\tc", "a b c", id="white-space"),
        pytest.param("a\x1b[0mb", "a\N{REPLACEMENT CHARACTER}[0mb", id="control-character"),
        pytest.param("“é”", "“é”", id="letters-stay"),
    ],
)
def test_a_message_is_printed_on_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_an_unforeseen_error_of_the_system_is_translated() -> None:
    error = translate(OSError(errno.EIO, "Input/output error", "disk"))
    assert (error.exit_code, str(error)) == (4, "disk: Input/output error")


def test_a_full_disk_says_what_to_do() -> None:
    error = translate(OSError(errno.ENOSPC, "No space left on device"))
    assert str(error) == "the disk is full; try: free some space, then run again"


def test_a_defect_ends_with_the_engines_code_and_its_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ending, DefectGuard():
        raise KeyError("surprise")
    assert ending.value.code == 4
    assert "KeyError: 'surprise'" in capsys.readouterr().err


def test_the_process_ends_with_the_code(run_process: RunProcess) -> None:
    assert run_process("buld").returncode == 2
    assert run_process("--store", "nowhere", "stats").returncode == 3


def test_interrupting_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Command, "invoke", interrupt)
    result = run("completion", "bash")
    assert result.exit_code == 130
    assert result.stderr == "error: interrupted; try: the same command again\n"
