"""Tables for reading on a terminal: as columns where they fit, else one record after another."""

from __future__ import annotations

import io
from typing import Final

from pyoxigraph import Literal

from tradegraph.render.terms import display
from tradegraph.store import Table, Term
from tradegraph.vocabulary import XSD

NUMERIC: Final = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))
PADDING: Final = 3
NARROWEST: Final = 14
"""Below so many characters a column of running text is no longer readable."""
UNLIMITED: Final = 100_000


def write_table(table: Table, *, width: int | None = None, color: bool = False) -> str:
    """Return the table as text at most `width` characters wide, None for as wide as it comes.

    Too narrow for the columns, each row becomes a block of its own, a line a column.
    """
    cells = [[clean(display(term)) for term in row] for row in table.rows]
    if width is None or _fits(table.variables, cells, width):
        return _columns(table, cells, width or UNLIMITED, color=color)
    return _records(table.variables, cells, width, color=color)


def clean(text: str) -> str:
    """Return the text in one line, with what could steer a terminal made visible."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)


def _fits(names: tuple[str, ...], cells: list[list[str]], width: int) -> bool:
    needed = 0
    for index, name in enumerate(names):
        longest = max((len(row[index]) for row in cells), default=0)
        words = max((len(word) for row in cells for word in row[index].split()), default=0)
        needed += max(len(name), min(longest, max(words, NARROWEST))) + PADDING
    return needed <= width


def _columns(table: Table, cells: list[list[str]], width: int, *, color: bool) -> str:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich is only needed for tables to read
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for index, name in enumerate(table.variables):
        numeric = _is_numeric([row[index] for row in table.rows])
        drawn.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        drawn.add_row(*map(Text, row))
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )
    console.print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _records(names: tuple[str, ...], cells: list[list[str]], width: int, *, color: bool) -> str:
    from textwrap import wrap  # noqa: PLC0415 - as above

    gutter = max(len(name) for name in names) + 2
    blocks = []
    for row in cells:
        lines = []
        for name, cell in zip(names, row, strict=True):
            if cell:
                head = f"\x1b[1m{name}\x1b[0m" if color else name
                text = wrap(cell, max(width - gutter, NARROWEST), break_on_hyphens=False)
                lines.append(f"{head}{' ' * (gutter - len(name))}{text[0]}")
                lines += [f"{' ' * gutter}{each}" for each in text[1:]]
        blocks.append("".join(f"{line}\n" for line in lines))
    return "\n".join(blocks)


def _is_numeric(terms: list[Term | None]) -> bool:
    bound = [term for term in terms if term is not None]
    return bool(bound) and all(
        isinstance(term, Literal) and term.datatype.value in NUMERIC for term in bound
    )
