"""Rows out of the typeset page: the schedule as published, its columns kept apart by spaces.

A row's text runs down the left column to a leader of dots; a text without a number that ends with
a colon introduces the indented rows below it. Rates stand in three columns on the right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tradegraph.model import Span
from tradegraph.schedules.columns import Word, read_columns
from tradegraph.schedules.rows import HEADING, Row

# the line that begins each page: Harmonized Tariff Schedule of X Revision 6 (2026)
RUNNING_HEAD: Final = re.compile(
    r"^[ \t\f]*(?P<name>Harmonized Tariff Schedule of .+?)\s+"
    r"(?P<edition>Revision\s+\d+\s+\((?P<year>\d{4})\))[ \t]*$",
    re.MULTILINE,
)
# the captions of a table; its columns of rates begin where "Quantity" ends
TABLE_HEAD: Final = re.compile(r"^.*\bRates of Duty\b", re.MULTILINE)
UNIT_COLUMN: Final = re.compile(r"^.*\bQuantity\b", re.MULTILINE)
CAPTION: Final = re.compile(
    r"[\s\d]*(?:Heading/|Subheading\s+Suf|Article Description|General\b|Special\b|fix\b|of\s*$"
    r"|Unit\b|1 {6,}2\s*$|[IVXL]+\s*$|99\s*-\s*[IVXL]+\s*-)"
)
COLUMN_CAPTIONS: Final = frozenset({"General", "Special", "1", "2"})
"""Captions of the columns of rates, which some pages print as low as the first row."""
# 9903.01.01 1/ Articles; a heading that a text goes on with has no footnote and no capital after it
NUMBERED: Final = re.compile(
    rf"\s*(?P<heading>{HEADING})(?:[ ]+\d/(?P<gap>[ ]+|$)|(?P<space>[ ]+)(?=[A-Z]))"
)
# a footnote ends the table of its page: 1/ See chapter 99 statistical note 1.
FOOT: Final = re.compile(r"\s*(?:\d+/ [A-Z]|Note: )")
# Note: The shaded areas indicate the provision has expired
SHADED: Final = re.compile(r"\bshaded\s+areas\s+indicate\b")
# ................ 1/
LEADER: Final = re.compile(r"\.{4,}[ .]*(?:[ ]*\d+/)?\s*$|[ ]+\d+/\s*$")
# a word of the columns of rates; the column of units before them has footnotes only
RATE_WORD: Final = re.compile(r"(?<!\S)(?!\d/(?!\S))\S+")
LEVEL: Final = 4
"""So many spaces after the number mean that the row stands under the text above it."""


@dataclass(slots=True)
class Entry:
    """A row that is being read, or with no heading a text that introduces the rows below it."""

    heading: str | None
    indent: int
    nested: bool
    begin: int
    end: int = 0
    lines: list[str] = field(default_factory=list)
    closed: bool = False

    @property
    def words(self) -> str:
        """The text without its leader and line breaks; a word broken at a hyphen stays so."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: where it begins, its text, and the words in the columns of rates."""

    begin: int
    left: str
    right: tuple[Word, ...]

    @property
    def end(self) -> int:
        """The offset after its last character."""
        last = self.right[-1] if self.right else None
        return self.begin + (last.place + len(last.text) if last else len(self.left))


def find_schedule_name(text: str) -> str | None:
    """Return what the first page's head calls the schedule, None for a text without such a head."""
    head = RUNNING_HEAD.search(text)
    return " ".join(head["name"].split()) if head else None


def read_page_rows(text: str) -> Iterator[Row]:
    """Yield the numbered rows of a schedule as published, in order."""
    heads = [match.start() for match in RUNNING_HEAD.finditer(text)]
    context: list[Entry] = []
    for begin, end in pairwise([*heads, len(text)]):
        lines = list(_read_table(text, begin, end))
        entries = _read_entries(lines)
        rows = [entry for entry in entries if entry.heading]
        shaded = bool(SHADED.search(text, begin, end))
        cells = read_columns([(line.begin, line.right) for line in lines], [e.begin for e in rows])
        for entry in entries:
            _place_context(context, entry)
            if entry.heading:
                above = " ".join(other.words for other in context)
                general, special, other = cells[rows.index(entry)]
                span = Span(entry.begin, max(entry.end, entry.begin + len(entry.heading)))
                yield Row(entry.heading, above, entry.words, general, special, other, span, shaded)


def _read_table(text: str, begin: int, end: int) -> Iterator[Line]:
    """Yield the lines below the captions of a page's table, cut where the rates begin."""
    head, unit = TABLE_HEAD.search(text, begin, end), UNIT_COLUMN.search(text, begin, end)
    if head is None or unit is None:
        return
    edge = unit.end() - unit.start()
    offset = text.find("\n", max(head.end(), unit.end()), end) + 1
    while 0 < offset < end:
        stop = text.find("\n", offset, end)
        stop = end if stop < 0 else stop
        line = text[offset:stop]
        if FOOT.match(line):
            return
        if line.strip() and not CAPTION.match(line):
            words = tuple(Word(m.start(), m[0]) for m in RATE_WORD.finditer(line, edge))
            captions = all(word.text in COLUMN_CAPTIONS for word in words)
            yield Line(offset, line[:edge].rstrip(), () if captions else words)
        offset = stop + 1


def _read_entries(lines: list[Line]) -> list[Entry]:
    """Return the rows of a page in order, and the texts that introduce some of them."""
    entries: list[Entry] = []
    for line in lines:
        entry = _open_entry(line)
        if entry is None and line.left.strip() and (not entries or entries[-1].closed):
            indent = len(line.left) - len(line.left.lstrip())
            entry = Entry(None, indent, nested=True, begin=line.begin + indent)
        if entry is not None:
            entries.append(entry)
        if not entries:
            continue
        current = entries[-1]
        current.end = line.end
        if line.left.strip():
            _add_line(current, line.left)
    return entries


def _open_entry(line: Line) -> Entry | None:
    numbered = NUMBERED.match(line.left)
    if numbered is None:
        return None
    nested = len(numbered["gap"] or numbered["space"] or "") >= LEVEL
    return Entry(
        numbered["heading"], numbered.end(), nested, line.begin + numbered.start("heading")
    )


def _add_line(entry: Entry, left: str) -> None:
    """Add a line of text to an entry; a leader of dots closes it, and so does a colon."""
    numbered = NUMBERED.match(left) if not entry.lines else None
    words = left[numbered.end() :] if numbered else left
    entry.closed = bool(LEADER.search(words)) or (
        entry.heading is None and words.rstrip().endswith(":")
    )
    entry.lines.append(LEADER.sub("", words).strip())


def _place_context(context: list[Entry], entry: Entry) -> None:
    """Keep in `context` the introducing texts that the entry stands under."""
    if entry.heading and not entry.nested:
        context.clear()
    elif entry.heading is None:
        while context and context[-1].indent >= entry.indent:
            context.pop()
        context.append(entry)
