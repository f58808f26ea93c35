"""Tables of an order's annex: a country a line, and the rate that its goods bear.

*ANNEX I: Countries and Territories, Reciprocal Tariff* and below it *Switzerland 39%*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from tradegraph.extractors.operative_acts import Act, find_usual_day
from tradegraph.extractors.operative_rates import state_rate
from tradegraph.model import Span

HEAD: Final = re.compile(r"^\s*(?:ANNEX|Annex)\b[^\n]{0,60}$", re.MULTILINE)
CAPTION: Final = re.compile(r"^[^\n\d%]{0,60}\b(?:Tariff|Rate|Duty)\b[^\n%]{0,60}$", re.MULTILINE)
# Bosnia and Herzegovina 30%
ROW: Final = re.compile(
    r"^(?P<name>[^\W\d][^\n\d%:<>]{2,58}?)\s+(?P<percent>\d+(?:\.\d+)?)\s?%$", re.MULTILINE
)


def find_listed(text: str, signed: date | None) -> Iterator[Act]:
    """Yield an act for each row of the annexes' tables; they have effect when the order has."""
    starts = [match.start() for match in HEAD.finditer(text)]
    for begin, end in pairwise([*starts, len(text)]):
        caption = CAPTION.search(text, begin, end)
        if caption is None:
            continue
        day = find_usual_day(text, signed)
        for row in ROW.finditer(text, caption.end(), end):
            rate = state_rate(row["percent"])
            yield Act(
                "entry-into-effect",
                Span(*row.span()),
                rate,
                effective=day,
                lead=Span(*caption.span()),
                listed=True,
            )
