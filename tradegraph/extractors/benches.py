"""Who sat and how they voted, as a court's document lists it.

Three ways of listing: the line-up at the end of a syllabus (*DOE, C. J., delivered the opinion of
the Court, in which ROE, J., joined. POE, J., filed a dissenting opinion*), the head of an opinion
(*Before: Jane Doe and John Roe, Judges*) with the separate opinions that follow, and the lines of
a record (*Judges: Doe, Roe*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tradegraph.extractors.own_instruments import read_head
from tradegraph.language.analysis import Analysis

_NAME: Final = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){0,3}"
_RANK: Final = (
    r"(?:C\. ?J\.|JJ?\.|(?:Chief |Senior |Circuit |District )*(?:Judge|Justice)s?(?: Judges?)?)"
)
# ROE, POE, and DOE, JJ.  DOE, C. J.  MOORE, Chief Judge, and CHEN and DYK, Circuit Judges
SITTING: Final = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,| and|, and)\s+{_NAME})*),\s+(?P<rank>{_RANK})(?![\w.])"
)
RANK: Final = re.compile(_RANK)
NAMES: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# up to a blank line: Before: Jane Doe, Judge, one a line
# Before MOORE, Chief Judge, CHEN and DYK, Circuit Judges
BENCH: Final = re.compile(
    rf"\bBefore:?\s+(?P<bench>{_NAME}(?:[^\n]|\n(?!\s*\n)){{0,600}}?\bJudge"
    r"(?:s\b|\b(?!(?:[^\n]|\n(?!\s*\n)){0,600}\bJudges\b))"
    rf"(?:,?\s+(?:and\s+)?{_NAME},\s+(?:(?:Chief|Senior)\s+)?Judge\b)*)"
)
# Dissenting opinion filed by MOORE, Chief Judge, in which CHEN joins
OPENING: Final = re.compile(r"(?:\s*Dissenting opinion filed by\s+)?")
DELIVERED: Final = re.compile(r"\b(?:announced the judgment|delivered the (?:\w+ )?opinion)\b")
DISSENTED: Final = re.compile(r"\bdissent(?:ing|ed)\b", re.IGNORECASE)
CONCURRED: Final = re.compile(r"\bconcurr(?:ing|ed)\b", re.IGNORECASE)
# what ends a sentence: a blank line, or a full stop that is not an initial's, of JJ. or C. J.
STOP: Final = re.compile(r"\n\s*\n|\.\n|(?<![A-Z])\.\s+(?=[A-Z])")
LISTED: Final = 4_000
"""Characters at the beginning and at the end in which a document lists its judges."""
HEAD_LINES: Final = ("Judges", "Panel", "Assigned to", "Author", "Joined by")


@dataclass(frozen=True, slots=True)
class Bench:
    """The judges who took part, and if it is told who wrote the court's opinion and how all voted.

    A judge whom the registry does not know counts as a vote.
    """

    judges: tuple[str, ...] = ()
    author: str | None = None
    dissenters: tuple[str, ...] = ()
    votes_for: int | None = None
    votes_against: int | None = None


def read_bench(analysis: Analysis, court: str) -> Bench:
    """Return who sat in the court's document and how they voted."""
    text = analysis.document.text
    author, carried, opposed = _read_line_up(text)
    if not carried:
        sat = _read_before(text)
        carried, opposed = sat - opposed, opposed & sat

    def find(surnames: Iterable[str]) -> tuple[str, ...]:
        found = (_find_judge(analysis, court, surname) for surname in surnames)
        return tuple(sorted(judge for judge in found if judge))

    if not carried:
        return Bench(find(_read_record(text)))
    return Bench(
        judges=find(carried | opposed),
        author=next(iter(find(author)), None),
        dissenters=find(opposed),
        votes_for=len(carried),
        votes_against=len(opposed),
    )


def _read_line_up(text: str) -> tuple[list[str], set[str], set[str]]:
    """Return the surnames of who wrote, of those for the judgment and of those against it."""
    author: list[str] = []
    carried: set[str] = set()
    opposed: set[str] = set()
    for sentence in STOP.split(f"{text[:LISTED]}\n\n{text[LISTED:][-LISTED:]}"):
        opening = OPENING.match(sentence)
        first = SITTING.match(sentence, opening.end() if opening else 0)
        if first is None or not first["names"].isupper():
            continue
        if DELIVERED.search(sentence):
            author += sorted(_list_names(first[0]))
        if DELIVERED.search(sentence) or (carried and CONCURRED.search(sentence)):
            carried |= _list_names(sentence)
        elif DISSENTED.search(sentence):
            opposed |= _list_names(sentence)
    return author, carried, opposed - carried


def _read_before(text: str) -> set[str]:
    """Return the surnames of those before whom the case was: *Before: Jane Doe, Judge*."""
    found = BENCH.search(text, 0, LISTED)
    return _list_names(found["bench"]) if found else set()


def _list_names(words: str) -> set[str]:
    """Return the surnames in lists that end in a judge's rank, in capitals."""
    return {
        name.split()[-1].upper()
        for listed in SITTING.finditer(words)
        for name in NAMES.split(listed["names"])
        if name.strip() and not RANK.fullmatch(name)
    }


def _read_record(text: str) -> set[str]:
    """Return the surnames that the labelled lines of a record give."""
    head = read_head(f"Title: x\n{text}")
    names = [name for label in HEAD_LINES for name in re.split(r"[,;]| and ", head.get(label, ""))]
    return {name.split()[-1].upper() for name in names if name.strip()}


def _find_judge(analysis: Analysis, court: str, surname: str) -> str | None:
    """Return the person of this surname who sits on the court on the document's day."""
    registry, day = analysis.registry, analysis.document.published
    found = {
        judge
        for office in registry.subjects("officeOf", court)
        for judge in registry.holders(office, day)
        if registry.entities[judge].label.split()[-1].upper() == surname
    }
    return next(iter(found)) if len(found) == 1 else None
