"""A page of a tariff schedule as it is published, typeset from invented rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

HEAD = """\
                        Harmonized Tariff Schedule of the United States Revision 6 (2026)

              Annotated for Statistical Reporting Purposes

XXII
99 - III - 366

 Heading/ Stat.                                                          Rates of Duty
Subheading Suf-                                                                         of
               Article Description                                                  Quantity
                   fix
                                                                       General      Special

"""
FOOT = "\n1/ See chapter 99 statistical note 1.\n"
COLUMNS = (94, 114, 138)
"""Where the three columns of rates begin; the description ends before the 92nd place."""
ADDED = ("The duty", " provided in the", " applicable", " subheading + {}")
SPECIAL = ("The duty provided in", " the applicable", " subheading + {}")
UNCHANGED = ("The duty", " provided in the", " applicable", " subheading")


@dataclass(frozen=True)
class Printed:
    """A row to print: its number, the lines of its text, and the lines of its three cells."""

    heading: str
    words: Sequence[str]
    general: Sequence[str] = ()
    special: Sequence[str] = ()
    other: Sequence[str] = ()
    indent: int = 1


def add(percent: str) -> tuple[str, ...]:
    """The cell of column 1 that adds a rate."""
    return (*ADDED[:3], ADDED[3].format(percent))


def print_row(row: Printed) -> str:
    """The lines of a row: its text on the left with a leader of dots, its cells on the right."""
    lead = f"{row.heading} 1/{' ' * row.indent}" if row.heading else " " * (24 - row.indent)
    left = [lead + row.words[0], *(" " * 22 + words for words in row.words[1:])]
    if not row.words[-1].endswith(":"):
        left[-1] += "." * (86 - len(left[-1])) + " 1/"
    lines = []
    for words, *cells in zip_longest(left, row.general, row.special, row.other, fillvalue=""):
        line = words
        for place, cell in zip(COLUMNS, cells, strict=True):
            line = line.ljust(place) + cell if cell else line
        lines.append(line.rstrip())
    return "\n".join(lines)


def print_page(*rows: Printed) -> str:
    """A page with these rows."""
    return HEAD + "\n\n".join(map(print_row, rows)) + FOOT
