"""The reference of all commands, made from their help: `python -m tradegraph.cli.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tradegraph.cli.commands import SECTIONS, load_command
from tradegraph.cli.program import program

HEAD = """# Commands

Made from `--help` by `python -m tradegraph.cli.reference`; a test compares.
"""
WIDTH = 96


def write_reference() -> str:
    """Return the help of the program and of every command as Markdown."""
    parent = _context(program, "tradegraph", None)
    pages = [HEAD, _page("tradegraph", 2, parent)]
    for title, entries in SECTIONS.items():
        pages.append(f"## {title}\n")
        for entry in entries:
            pages.extend(_pages_of(load_command(entry), entry.name, parent))
    return "\n".join(pages)


def _pages_of(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = _context(command, name, parent)
    yield _page(context.command_path, 3, context)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found:
                yield from _pages_of(found, inner, context)


def _page(title: str, level: int, context: click.Context) -> str:
    lines = [line.rstrip() for line in context.get_help().splitlines()]
    text = "\n".join(lines)
    return f"{'#' * level} {title}\n\n```text\n{text}\n```\n"


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    return click.Context(command, info_name=name, parent=parent, **settings)


if __name__ == "__main__":
    sys.stdout.write(write_reference())
