"""Which kind of document a text is, by what its source declares and by the formulas of law.

The kinds are the notations of the code list `doctype`.
"""

from __future__ import annotations

import re
from typing import Final

from tradegraph.errors import InputError
from tradegraph.readers.captions import is_court_paper

DOC_TYPES: Final = (
    "news",
    "official",
    "executive-order",
    "proclamation",
    "fr-notice",
    "court-ruling",
    "transcript",
    "press-release",
    "schedule",
    "dataset",
)
"""The notations of the code list `doctype`. `official` is an official act of no narrower kind."""

OTHER_NAMES: Final[dict[str, str]] = {
    "court": "court-ruling",
    "pressrelease": "press-release",
}
"""What collections of documents call these kinds."""

UNDECLARED: Final = "other"
"""The declared genre that says nothing."""

HEAD: Final = 8_000
"""Characters in which an act shows its form; the longest preamble measured has 4,300."""

# 1 CFR 19.1: the opening paragraph cites the authority. Then "it is hereby ordered", "I hereby
# determine and order"; recitals may stand between.
EXECUTIVE_ORDER: Final = re.compile(
    r"\bBy\s+the\s+authority\s+vested\s+in\s+me\b.{0,6000}?"
    r"\bhereby\s+(?:\w+\s+and\s+)?order(?:ed)?\b",
    re.IGNORECASE | re.DOTALL,
)
# "A PROCLAMATION" on a line of its own, "A Proclamation to ..." as a title
PROCLAMATION_TITLE: Final = re.compile(r"\s*(?:a\s+)?proclamation\b", re.IGNORECASE)
PROCLAMATION_LINE: Final = re.compile(
    r"^[ \t]*a[ \t]+proclamation[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
# the enacting words, after all recitals: "do hereby proclaim", "do proclaim"
PROCLAMATION_FORMULA: Final = re.compile(
    r"\bauthority\s+vested\s+in\s+me\b.{0,2000}?\bdo\s+(?:hereby\s+)?proclaim\b",
    re.IGNORECASE | re.DOTALL,
)
# 1 CFR 18.12: the captions of the preamble; readers of web pages may put them on one line
NOTICE_CAPTIONS: Final = re.compile(r"\bAGENCY:.{1,2000}?\bACTION:", re.DOTALL)
# the gazette by name: it publishes notices of all agencies
GAZETTE: Final = "Federal Register"


def classify(
    genre: str | None, where: str, *, text: str, title: str | None, publisher: str | None
) -> str:
    """Return the notation for a declared genre; an official act is looked at more closely.

    A document that declares nothing is news unless its text has the form of an act. Raises
    `InputError` for a genre that is not known.
    """
    declared = parse_genre(genre, where) if genre else None
    if declared not in {None, "official"}:
        return str(declared)
    return find_act(text, title if declared else None) or place_official(declared, publisher)


def parse_genre(genre: str, where: str) -> str | None:
    """Return the notation that a declared genre means, None for one that says nothing."""
    name = re.sub(r"[\s_]+", "-", genre.strip().lower())
    if name == UNDECLARED:
        return None
    notation = OTHER_NAMES.get(name, name)
    if notation not in DOC_TYPES:
        allowed = ", ".join((*DOC_TYPES, *OTHER_NAMES, UNDECLARED))
        raise InputError(f"unknown genre {genre!r}", where=where, how=f"one of {allowed}")
    return notation


def find_act(text: str, title: str | None) -> str | None:
    """Return the kind of act whose form a text has."""
    head = text[:HEAD]
    if (
        (title and PROCLAMATION_TITLE.match(title))
        or PROCLAMATION_LINE.search(head)
        or PROCLAMATION_FORMULA.search(text)
    ):
        return "proclamation"
    if EXECUTIVE_ORDER.search(head):
        return "executive-order"
    if NOTICE_CAPTIONS.search(head):
        return "fr-notice"
    return "court-ruling" if is_court_paper(text) else None


def place_official(declared: str | None, publisher: str | None) -> str:
    """Return the kind of a document that has the form of no act."""
    if declared is None:
        return "news"
    return "fr-notice" if publisher and GAZETTE in publisher else "official"
