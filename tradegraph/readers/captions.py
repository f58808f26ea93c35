"""The caption of a court's own paper, and the day that the paper gives itself.

A caption names the court on a line of its own, the parties with *v.* between them, and the number
of the case; *Dated:* or *Decided* stands before the day, or the day alone on a line.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

HEAD: Final = 3_000
"""Characters in which a paper has its caption."""
# UNITED STATES COURT OF INTERNATIONAL TRADE; IN THE UNITED STATES DISTRICT COURT
COURT_LINE: Final = re.compile(
    r"^[ \t]*(?:IN THE )?(?:UNITED STATES|SUPREME|U\.S\.)[ \w.,’']{0,60}?\bCOURT\b[ \w.,’']{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
VERSUS: Final = re.compile(r"(?:^|\s)v\.?(?=\s)")
NUMBER: Final = re.compile(
    r"\bNos?\.\s*(?:\d:)?\d{2,4}[-–]|\bSlip\s+Op|^\s*20\d\d-\d{4}\b", re.MULTILINE
)
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAY: Final = rf"(?P<day>(?:{'|'.join(MONTHS)})\s+\d{{1,2}},\s+\d{{4}})"
# Dated: May 28, 2031; Decided February 20, 2031; May 29, 2031 on a line of its own
DATED: Final = (
    re.compile(rf"\b(?:Dated|Decided|Date|Issued|Filed)\s*:?\s+{DAY}", re.IGNORECASE),
    re.compile(rf"^[ \t]*{DAY}[ \t]*$", re.MULTILINE),
)


def is_court_paper(text: str) -> bool:
    """Tell whether a text begins with the caption of a court's own paper."""
    head = text[:HEAD]
    parts = (COURT_LINE, VERSUS, NUMBER)
    return all(part.search(head) for part in parts)


def read_court_day(text: str) -> date | None:
    """Return the day that a court's paper gives itself, None where it gives several or none."""
    for pattern in DATED:
        days = {" ".join(found["day"].split()) for found in pattern.finditer(text)}
        if len(days) == 1:
            return _parse(days.pop())
    return None


def _parse(day: str) -> date | None:
    try:
        return datetime.strptime(day.title(), "%B %d, %Y").date()
    except ValueError:  # the 30th of February
        return None
