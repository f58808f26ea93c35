"""Words in quotation marks.

Curly and straight double marks, and single curly ones that cannot be apostrophes. A quotation that
is opened again at the next paragraph without having been closed runs on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tradegraph.model import Span

LONGEST = 3_000
"""Characters a quotation may have; beyond it, a mark was left unclosed."""

CURLY = re.compile(r"“(?P<words>[^“”]+)”")
# An unclosed paragraph of a longer quotation: “They came.\n\n“They went.”
RUNNING = re.compile(r"“(?P<words>[^“”\n]+)(?=\n+\s*“)")
STRAIGHT = re.compile(r"(?<![\w\"])\"(?P<words>[^\"\n]+?)\"(?!\w)")
SINGLE = re.compile(r"(?<!\w)‘(?P<words>[^‘’\n]*(?:\w’\w[^‘’\n]*)*)’(?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `span` with the marks, `words` without."""

    span: Span
    words: Span


def find_quotations(text: str, begin: int = 0) -> tuple[Quotation, ...]:
    """Return the quotations of the text from `begin` on, in order, without overlaps."""
    found: list[Quotation] = []
    for pattern in (CURLY, RUNNING, STRAIGHT, SINGLE):
        for match in pattern.finditer(text, begin):
            quotation = Quotation(Span(*match.span()), Span(*match.span("words")))
            short = quotation.span.end - quotation.span.begin <= LONGEST
            if short and not any(quotation.span.overlaps(other.span) for other in found):
                found.append(quotation)
    return tuple(sorted(found, key=lambda quotation: quotation.span))
