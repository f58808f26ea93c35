"""The notes of a chapter: the days that they give for a heading, and the goods that they spare.

*For the purposes of heading 9903.01.20, products of ..., which have been entered for consumption
... on or after ... February 4, 2025, and prior to ... March 4, 2025, ..., shall be subject to an
additional 10% ad valorem rate of duty.*
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tradegraph.model import Span
from tradegraph.schedules.rows import HeadingRange, find_ranges
from tradegraph.schedules.terms import Days, Ending, parse_ending, read_days

# For the purposes of heading 9903.01.01, ... . The sentence ends at a full stop before a capital.
SENTENCE: Final = re.compile(
    r"For (?:the )?purposes? of (?:sub)?headings? (?P<headings>\d{4}\.[\d., and]*?),(?=\s+[a-z])"
    r"(?P<words>.{20,1600}?)(?<![\d.][.]m)(?<!U\.S)\.(?=\s+[A-Z(])",
    re.DOTALL,
)
IMPOSES: Final = re.compile(r"\bshall\s+be\s+subject\s+to\s+an\s+additional\b")

# As provided in 9903.01.26, the additional duties ... shall not apply to any products of X, ...
WHOLLY_SPARED: Final = re.compile(
    r"As provided in (?:headings? )?(?P<headings>[\d., and]+?), the additional dut(?:y|ies)"
    r" imposed by[^;:]{1,300}?shall\s+not\s+apply\s+to\s+any\s+products\s+of\s+[A-Z][\w ]{1,40}[,.]"
)


# [Compiler's note: headings 9903.01.84 through 9903.01.89 are terminated as of February 7, 2026.]
NOTED: Final = re.compile(
    r"\[compiler.?s.? ?notes?(?::|--|\s)\s*(?P<words>[^\]]{10,900})\]", re.IGNORECASE
)
# a sentence of a note; not: 87 Fed. Reg. 7357
CLAUSE: Final = re.compile(r"[^\s].*?(?:(?<!Fed)(?<!Reg)\.(?=\s+[A-Z])|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NoteEnding:
    """What a compiler's note among the notes says has become of some headings, and where."""

    headings: tuple[HeadingRange, ...]
    ending: Ending
    span: Span


@dataclass(frozen=True, slots=True)
class NoteTerms:
    """The days on which a heading has effect, and the sentence that says so."""

    days: Days
    span: Span


def read_notes(text: str) -> dict[str, NoteTerms]:
    """Return when the notes lay a duty under a heading; the first sentence of a heading counts."""
    found: dict[str, NoteTerms] = {}
    for heading, terms in _read_sentences(text):
        found.setdefault(heading, terms)
    return found


def _read_sentences(text: str) -> Iterator[tuple[str, NoteTerms]]:
    for sentence in SENTENCE.finditer(text):
        words = " ".join(sentence["words"].split())
        days = read_days(words)
        if IMPOSES.search(words) and days.first:
            span = Span(sentence.start(), sentence.end())
            for heading in find_ranges(sentence["headings"]):
                yield heading.first, NoteTerms(days, span)


def read_note_endings(text: str) -> tuple[NoteEnding, ...]:
    """Return what has become of headings that the compiler names in a note."""
    found = []
    for note in NOTED.finditer(text):
        for clause in CLAUSE.finditer(note["words"]):
            headings = tuple(find_ranges(clause[0]))
            ending = parse_ending(" ".join(clause[0].split())) if headings else None
            if ending:
                found.append(NoteEnding(headings, ending, Span(*note.span())))
    return tuple(found)


def read_wholly_spared(text: str) -> frozenset[str]:
    """Return the headings under which the notes spare all products of a jurisdiction."""
    return frozenset(
        found.first
        for sentence in WHOLLY_SPARED.finditer(text)
        for found in find_ranges(sentence["headings"])
    )
