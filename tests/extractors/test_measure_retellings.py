"""One event told several times is one fact with every passage."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

PASSING = (
    pytest.param(
        "Norway imposed a 5% duty on Swedish cheese. "
        "The ministry weighs the impact of taxing imports from Sweden.",
        ["imposition NO>SE cheese 5%"],
        id="a-possibility-of-what-is-in-force",
    ),
    pytest.param(
        "Norway will impose a 5% duty on cheese from Sweden on June 15. "
        "Analysts fear the effects of imposing tariffs on Sweden.",
        ["planned: imposition NO>SE cheese 5% effective 2025-06-15"],
        id="a-bare-mention-of-what-is-planned",
    ),
    pytest.param(
        "Norway will impose a 5% duty on cheese from Sweden. It imposed tariffs on Sweden in 2024.",
        [
            "planned: imposition NO>SE cheese 5%",
            "imposition NO>SE on 2024-01-01..2024-12-31",
        ],
        id="what-a-finite-verb-asserts-is-told",
    ),
    pytest.param(
        "Norway imposed a 5% duty on cheese from Sweden. "
        "The ministry may impose more tariffs on Sweden.",
        ["imposition NO>SE cheese 5%", "possible: imposition NO>SE"],
        id="more-duties-are-others",
    ),
)


@pytest.mark.parametrize(("text", "told"), PASSING)
def test_what_is_mentioned_in_passing_is_the_event_that_says_more(
    text: str, told: list[str]
) -> None:
    assert tell(text, MeasureEvent) == told
