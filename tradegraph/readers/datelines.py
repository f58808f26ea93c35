"""The day of publication of a web page, from the places that state it.

These are its metadata, its linked data, its address and elements marked as dated; never the
running text, whose dates are those of events. Two days stated side by side are none.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import Any, Final

LATEST_DAY: Final = "2200-01-01"
"""The last day of publication believed: fixed, so that a page reads the same on every day."""

METADATA: Final = "//meta[@content] | //link[@rel='canonical'] | //script[@type]"
"""The elements that may state the day and show nothing."""

# elements that may show the day, the most telling first
DATED: Final = (
    "//*[@itemprop='datePublished'] | //time[@pubdate]",
    "//article//time | //main//time",
    """//time | //*[contains(@class, 'date') or contains(@class, 'publish')]
    [not(contains(@class, 'update') or contains(@class, 'modif'))]""",
)
LONGEST_DATELINE: Final = 100
"""Characters of an element that shows a date and little more."""

# 3/4/2025 is left out: its order depends on the country
WHOLE_DATE: Final = re.compile(
    r"""
    (?P<iso>\b\d{4}[-/]\d\d[-/]\d\d(?!\d))              # 2025-05-30, 2025/05/30
    | \b\d{1,2}\.[ ]?\d{1,2}\.[ ]?\d{4}\b               # 30.05.2025
    | \b\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d_]{3,}\.?,?\s+\d{4}\b  # 30 May 2025
    | \b[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b     # May 30, 2025
    """,
    re.VERBOSE,
)


def find_day(tree: Any) -> date | None:
    """Return the day of publication that a page states, None when it states none or several."""
    if day := parse_day(state_metadata(tree)):
        return day
    for places in DATED:
        days = {parse_dateline(element) for element in tree.xpath(places)} - {None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def state_metadata(tree: Any) -> Any:
    """Return a page that holds the metadata of this one, where it states whole dates, no more."""
    page = tree.makeelement("html")
    for element in tree.xpath(METADATA):
        if element.tag != "meta" or find_date(element.get("content")):
            copy = deepcopy(element)
            copy.tail = None
            page.append(copy)
    return page


def parse_dateline(element: Any) -> date | None:
    """Return the day that an element shows or holds, if it holds little more."""
    stated = element.get("datetime") or element.get("content") or element.text_content()
    found = find_date(stated) if len(stated) <= LONGEST_DATELINE else None
    if found is None:
        return None
    page = element.makeelement("html")
    page.append(page.makeelement("time", {"datetime": found}))
    return parse_day(page)


def find_date(stated: str) -> str | None:
    """Return the first day of a month of a year in a text; a month alone is no day."""
    found = WHOLE_DATE.search(stated)
    if found is None:
        return None
    day = " ".join(found[0].split())
    if found["iso"]:
        day = day.replace("/", "-")
        try:
            date.fromisoformat(day)
        except ValueError:  # the 30th of February
            return None
    return day


def parse_day(tree: Any) -> date | None:
    """Return the day that htmldate finds in a page."""
    import htmldate  # noqa: PLC0415  # a heavy library, for web pages only

    found = htmldate.find_date(
        tree, extensive_search=False, original_date=True, max_date=LATEST_DAY
    )
    return date.fromisoformat(found) if found else None
