"""What carries a speaker's words: a medium, a service with a verb of its own, or an occasion."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import Statement

from .telling import read

CARRIED = (
    pytest.param(
        "“The duty on cheese will stay in place,” Kari Vold tweeted.",
        ["X (platform)"],
        id="tweeted",
    ),
    pytest.param(
        "In a tweet, Kari Vold said the duty on cheese would stay.", ["X (platform)"], id="tweet"
    ),
    pytest.param(
        "Kari Vold said the duty on cheese would stay, Reuters reported.",
        ["Reuters"],
        id="outlet-reports",
    ),
    pytest.param(
        "Kari Vold said at a news conference in Oslo that the duty on cheese would stay.",
        ["news conference in Oslo"],
        id="occasion-with-place",
    ),
    pytest.param(
        "Kari Vold told a news briefing in Oslo that the duty on cheese would stay.",
        ["news briefing in Oslo"],
        id="told-an-occasion",
    ),
    pytest.param(
        "Kari Vold said at the White House that the duty on cheese would stay.",
        ["White House"],
        id="the-house-of-a-body",
    ),
    pytest.param(
        "Speaking at a rally, Kari Vold said the duty on cheese would stay.",
        ["rally"],
        id="speaking-at",
    ),
    pytest.param(
        "Kari Vold told Fox News that the duty on cheese would stay. The weather was fine. "
        "Vold also said the tariffs on rice would fall.",
        ["Fox News", "Fox News"],
        id="goes-on-there",
    ),
)


@pytest.mark.parametrize(("text", "outlets"), CARRIED)
def test_words_are_carried_by_a_medium_or_an_occasion(text: str, outlets: list[str]) -> None:
    assert outlets_in(text) == outlets


UNCARRIED = (
    pytest.param(
        "Kari Vold said the duty on cheese would stay after she left a rally for a walk.",
        id="rally-is-no-place-of-the-words",
    ),
    pytest.param("“I tweeted about the duty on cheese,” said Kari Vold.", id="inside-the-words"),
    pytest.param("Kari Vold said the duty on cheese would stay.", id="none-named"),
)


@pytest.mark.parametrize("text", UNCARRIED)
def test_a_venue_carries_only_words_that_are_said_there(text: str) -> None:
    assert outlets_in(text) == [None]


def outlets_in(text: str) -> list[str | None]:
    """Return the label of what carries each statement."""
    analysis = read(text)
    said = [f.content for f in extract_facts(analysis) if isinstance(f.content, Statement)]
    carriers = (analysis.entity(each.outlet) if each.outlet else None for each in said)
    return [carrier.label if carrier else None for carrier in carriers]
