"""How much a quota lets in: a number and what it counts or measures, in the text's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# 100,000; 1.25 million; but neither 25 percent nor 3 years
VOLUME: Final = (
    r"(?P<amount>\d[\d,]*(?:\.\d+)?)\s+(?:(?P<scale>thousand|million|billion)\s+)?"
    r"(?!percent|per\b|years?\b|months?\b|weeks?\b|days?\b|dollars?\b)(?=[A-Za-z])"
)
AMOUNT: Final = re.compile(VOLUME.replace("(?=[A-Za-z])", ""))
SCALES: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
# tons of wrought ore; kilograms; passenger vehicles: up to where the sentence goes on
UNIT: Final = re.compile(
    r"[A-Za-z][A-Za-z-]*(?:\s+(?!(?:and|or|as|for|at|that|which|in|from|imported|annually|per|a|each"
    r"|may|shall|is|are|under|on|during|to|within|be|by|remains?|the)\b)[A-Za-z-]+)*"
)


@dataclass(frozen=True, slots=True)
class Volume:
    """An amount of a unit, and where the words for it end."""

    amount: float
    unit: str
    end: int


def read_volume(words: str, begin: int) -> Volume | None:
    """Return the volume that begins at a place of the words."""
    found = AMOUNT.match(words, begin)
    unit = UNIT.match(words, found.end()) if found else None
    if found is None or unit is None:
        return None
    amount = float(found["amount"].replace(",", "")) * SCALES.get(found["scale"] or "", 1)
    return Volume(amount, " ".join(unit[0].split()), unit.end())
