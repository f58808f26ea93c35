"""Dates inside quotation marks, on Friday, 30 May 2025."""

from __future__ import annotations

import pytest
from invented_registry import read_text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param(
            "“We will answer tomorrow,” Rolf Thane said on Wednesday.",
            "2025-05-29",
            "2025-05-29",
            id="the day of the verb of speech",
        ),
        pytest.param(
            "Rolf Thane said Thursday a deal would come “in the next few weeks.”",
            "2025-05-29",
            "2025-07-03",
            id="a part of a sentence",
        ),
        pytest.param(
            "“We saw no change in the past 48 hours,” he told them on Thursday.",
            "2025-05-27",
            "2025-05-29",
            id="the time before",
        ),
        pytest.param(
            "“We will answer tomorrow,” Rolf Thane said.",
            "2025-05-31",
            "2025-05-31",
            id="no other day: that of publication",
        ),
        pytest.param(
            "“We will answer tomorrow,” Rolf Thane said on May 2, 2024.",
            "2025-05-31",
            "2025-05-31",
            id="too long ago",
        ),
        pytest.param(
            "“The duty of Monday ends tomorrow,” Rolf Thane said.",
            "2025-05-31",
            "2025-05-31",
            id="a day that is quoted itself",
        ),
        pytest.param(
            "Rolf Thane said on Tuesday and said on Wednesday: “We will answer tomorrow.”",
            "2025-05-31",
            "2025-05-31",
            id="two days: not guessed",
        ),
    ],
)
def test_a_quoted_date_is_read_from_the_day_of_the_utterance(
    text: str, first: str, last: str
) -> None:
    analysis = read_text(text)
    found = [m.past for m in analysis.dates if analysis.in_quotation(m.span)][-1]
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_dates_outside_of_quotations_stay_as_they_are() -> None:
    analysis = read_text("“Tomorrow,” he said on Wednesday, and left yesterday.")
    outside = [
        m.past.first.isoformat() for m in analysis.dates if not analysis.in_quotation(m.span)
    ]
    assert outside == ["2025-05-28", "2025-05-29"]
