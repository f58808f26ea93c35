"""Which court is spoken of where none is named: *the court*, *the judge*, *the appellate panel*.

A court is spoken of by its name or by a judge who sits on it. What is spoken of as the one that
acts stays in mind longer than one whose ruling is only cited (Centering, Grosz et al. 1995).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import find_dates
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange

LEVELS = {
    "supreme-court-noun": "-supreme",
    "review-court-noun": "-appellate",
    "trial-court-noun": "-trial",
}
"""Classes of nouns that tell how high a court is -> how its level's code ends."""
REVIEWING: Final = ("-appellate", "-supreme")
"""How the codes of levels end to which one goes by appeal."""
FARTHEST = 300
"""So many names back a court may have been spoken of: the cost stays linear in long texts."""
SUBJECTS = ("nsubj", "nsubjpass")
ACTING = 1.5
"""Sentences by which a court that acts is nearer."""
OWNING = 1.5
"""Sentences by which a court is farther that only says whose something is."""
# X v. Y (Ct. Int'l Trade, May 7, 2026); X v. Y (Fed. Cir. Oct. 1, 2010)
CITED: Final = re.compile(
    r"\((?P<court>[^(),]{2,60}?),?\s+(?P<day>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+)?\d{4})\)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A court that is named, or a judge of it, and the word that names it."""

    court: str
    word: Token


def spoken_courts(analysis: Analysis, before: int) -> Iterator[Spoken]:
    """Yield the courts spoken of before the offset, the last one first, not too far back."""
    end = bisect_left(analysis.mentions, before, key=lambda mention: mention.span.begin)
    for index in range(end - 1, max(-1, end - 1 - FARTHEST), -1):
        mention = analysis.mentions[index]
        if mention.kind not in ("Court", "Person"):
            continue
        entity = mention.entity
        named = bench_of(analysis, entity) if entity and mention.kind == "Person" else entity
        word = analysis.head_of(mention.span)
        if named is not None and word is not None:
            yield Spoken(named, word)


def bench_of(analysis: Analysis, person: str) -> str | None:
    """Return the court on which the person sits on the document's day."""
    offices = [*analysis.registry.offices(person, analysis.document.published)]
    offices += [office for office in (analysis.offices.get(person),) if office]
    owners = {analysis.registry.value(office, "officeOf") for office in offices}
    courts = {owner for owner in owners if owner and analysis.kind(owner) == "Court"}
    return next(iter(courts)) if len(courts) == 1 else None


def latest_court(
    analysis: Analysis, token: Token, fits: Callable[[str], bool] = bool
) -> str | None:
    """Return the court spoken of last before the word, of those that fit.

    Where none is, it is the one whose decision the document's title cites.
    """
    found: str | None = None
    nearest = float("-inf")
    for spoken in spoken_courts(analysis, token.begin):
        if spoken.word.sentence + ACTING < nearest:
            break
        nearness = _nearness(analysis, spoken.word)
        if nearness > nearest and fits(spoken.court):
            found, nearest = spoken.court, nearness
    cited = cited_court(analysis) if found is None else None
    return found or (cited if cited and fits(cited) else None)


def _nearness(analysis: Analysis, word: Token) -> float:
    """Return how near in mind a court is: its sentence, nearer as subject, farther as owner."""
    holder = word
    while holder.dep in ("pobj", "prep", "compound", "conj") and holder.head != holder.index:
        above = analysis.head(holder)
        if above.pos == "verb":
            break
        holder = above
    if holder.dep in SUBJECTS and word.dep != "poss":
        return word.sentence + ACTING
    return word.sentence - (OWNING if word.dep in ("poss", "compound") else 0)


def court_by_level(analysis: Analysis, token: Token) -> str | None:
    """Return the court that a noun such as *the justices* or *the appellate panel* means.

    It is the last one spoken of at that level, otherwise the one above one that is spoken of.
    """
    level = next((end for name, end in LEVELS.items() if analysis.is_word(token, name)), None)
    if level is None:
        return None

    def stands(court: str) -> bool:
        return level_of(analysis, court).endswith(level)

    last = latest_court(analysis, token, stands)
    below = latest_court(analysis, token) if last is None else None
    return last or next(filter(stands, courts_above(analysis, below) if below else ()), None)


def is_reviewing(analysis: Analysis, court: str | None) -> bool:
    """Tell whether one goes to the court by appeal."""
    return court is not None and level_of(analysis, court).endswith(REVIEWING)


def level_of(analysis: Analysis, court: str) -> str:
    """Return the code of the court's level, empty where it is not known."""
    return analysis.registry.value(court, "courtLevel") or ""


def courts_above(analysis: Analysis, court: str) -> list[str]:
    """Return the courts that review the court's decisions, then theirs, and so on."""
    found: list[str] = []
    above = analysis.registry.value(court, "reviewedBy")
    while above is not None and above not in found:
        found.append(above)
        above = analysis.registry.value(above, "reviewedBy")
    return found


def cited_court(analysis: Analysis) -> str | None:
    """Return the court of the decision that the title cites: *X v. Y (Fed. Cir. Oct. 1, 2010)*."""
    found = CITED.search(analysis.document.title or "")
    named = analysis.registry.entities_named(found["court"].replace("’", "'")) if found else ()
    courts = [iri for iri in named if analysis.registry.kind(iri) == "Court"]
    return courts[0] if len(courts) == 1 else None


def cited_day(analysis: Analysis) -> DateRange | None:
    """Return the day of the decision that the title cites."""
    found = CITED.search(analysis.document.title or "")
    return _read_day(found["day"]) if found else None


@lru_cache(maxsize=64)
def _read_day(words: str) -> DateRange | None:
    return next((day.past for day in find_dates(words, None)), None)
