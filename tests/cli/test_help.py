from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from tradegraph.cli import program
from tradegraph.cli.commands import ENTRIES, load_command

from .conftest import Run

HEAVY = ("rdflib", "spacy", "pyshacl", "networkx", "pyoxigraph", "numpy", "rich")


def walk(
    command: click.Command, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from walk(inner, (*path, name))


COMMANDS = {
    " ".join(path): command
    for name, entry in ENTRIES.items()
    for path, command in walk(load_command(entry), (name,))
}


def example_lines(command: click.Command) -> list[str]:
    lines = (line.strip() for line in (command.epilog or "").splitlines())
    return [line for line in lines if line.startswith("tradegraph ")]


EXAMPLES = [
    pytest.param(name, line, id=f"{name}-{number}")
    for name, command in {**COMMANDS, "": program}.items()
    for number, line in enumerate(example_lines(command))
]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], []], ids=["help", "version", "bare"]
)
def test_the_help_page_imports_no_heavy_library(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom tradegraph.cli import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
    assert done.stdout


def test_the_help_page_lists_every_command(run: Run) -> None:
    page = run("--help").stdout
    assert all(re.search(rf"^  {name}  ", page, re.MULTILINE) for name in ENTRIES)


def test_a_call_without_command_shows_the_help_page_and_is_a_usage_error(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        2,
        "Usage: tradegraph [OPTIONS] COMMAND [ARGS]...",
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_the_summary_on_the_help_page_is_the_commands_own(name: str) -> None:
    own = (COMMANDS[name].help or "").splitlines()[0]
    assert own == ENTRIES[name].summary


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert example_lines(command)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_option_has_help(name: str) -> None:
    command = {**COMMANDS, "": program}[name]
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [option.opts for option in options if not option.help] == []


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_every_example_has_only_options_that_exist(name: str, line: str) -> None:
    words = shlex.split(line.partition(" | ")[0].partition(" > ")[0].partition(" < ")[0])[1:]
    context = click.Context(program, info_name="tradegraph", **program.context_settings)
    command: click.Command = program
    while isinstance(command, click.Group):
        rest = click.Group.parse_args(command, context, words)
        inner = command.get_command(context, (context._protected_args or rest)[0])
        assert inner is not None
        words, command = list(context.args), inner
        context = click.Context(command, info_name=inner.name, parent=context)
    parser = command.make_parser(context)
    parser.parse_args(list(words))
    assert context.command_path.startswith(f"tradegraph {name}".strip())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown_by_either_option(run: Run, name: str) -> None:
    short, long = run(*name.split(), "-h"), run(*name.split(), "--help")
    assert short.exit_code == long.exit_code == 0
    assert short.stdout == long.stdout
    assert short.stdout.startswith(f"Usage: tradegraph {name} ")
