"""Words in quotation marks.

Curly and straight double marks, and single curly ones that cannot be apostrophes. A quotation that
is opened again at the next paragraph without having been closed runs on; one inside another is part
of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tradegraph.language.spans import Taken
from tradegraph.model import Span

LONGEST: Final = 3_000
"""Characters a quotation may have; beyond it, a mark was left unclosed."""

CURLY = re.compile(r"“ (?P<words> [^“”]+ ) ”", re.VERBOSE)  # “x”
# “They came.\n“ : the paragraph of a longer quotation, opened again in the next one
RUNNING_CURLY = re.compile(r"“ (?P<words> [^“”\n]+ ) (?= \n+ [ ]* “ )", re.VERBOSE)
STRAIGHT = re.compile(r"(?<! [\w\"] ) \" (?P<words> [^\"\n]+? ) \" (?! \w )", re.VERBOSE)  # "x"
# "They came.\n"T : likewise
RUNNING_STRAIGHT = re.compile(
    r"(?<! [\w\"] ) \" (?P<words> \w [^\"\n]* ) (?= \n+ [ ]* \" \w )", re.VERBOSE
)
# ‘x’, ‘don’t’ : an apostrophe has a letter on both sides
SINGLE = re.compile(
    r"(?<! \w ) ‘ (?P<words> [^‘’\n]* (?: \w ’ \w [^‘’\n]* )* ) ’ (?! \w )", re.VERBOSE
)
MIXED = re.compile(r"“ (?P<words> [^“”\"\n]+ ) \" (?! \w )", re.VERBOSE)  # “x"
MARKS: Final = (CURLY, RUNNING_CURLY, MIXED, STRAIGHT, RUNNING_STRAIGHT, SINGLE)
"""In the order in which they are tried: of two that overlap, the earlier one stands."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `span` with the marks, `words` without."""

    span: Span
    words: Span


def find_quotations(text: str, begin: int = 0) -> tuple[Quotation, ...]:
    """Return the quotations of the text from `begin` on, in order, without overlaps."""
    taken = Taken()
    found = []
    for pattern in MARKS:
        for match in pattern.finditer(text, begin):
            quotation = Quotation(Span(*match.span()), Span(*match.span("words")))
            short = match.end() - match.start() <= LONGEST
            if short and match["words"].strip() and taken.claim(quotation.span):
                found.append(quotation)
    return tuple(sorted(found, key=lambda quotation: quotation.span))
