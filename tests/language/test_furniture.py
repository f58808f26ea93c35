"""Menus, notices, teasers and addresses are no text; what the text says stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.language.furniture import hide_furniture
from tradegraph.lexicon import Lexicon
from tradegraph.model import Document
from tradegraph.registry import load_registry

LEXICON = load_registry().lexicon


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to show you how duties on China matter to you.",
        "Sign up for our letter: 25% tariffs on China and what they mean.",
        "Subscribe now for all that happens to duties on steel",
        "Home | News | Duties on China | World | Opinion",
        "Read more: Norway imposes 25% tariffs on Swedish whiskey",
        "RELATED: China raises tariffs to 34%",
        "* Most read: Canada lifts tariffs on Mexico",
        "Advertisement",
        "© 2025 The Herring Post. All rights reserved. Canada tariffs.",
    ],
)
def test_line_of_the_page_is_not_read(line: str) -> None:
    text = f"{line}\nNorway put a duty on herring.\n{line}"
    assert hide_furniture(text, LEXICON).strip() == "Norway put a duty on herring."


@pytest.mark.parametrize(
    "line",
    [
        "Officials will watch: the duty may fall on Monday.",
        "Related duties on steel were left alone.",
        "| China | 34% | EU | 20% | Vietnam | 46% |",
        "China 34% | EU 20% | Vietnam 46% | Taiwan 32%",
        "The ministry shared this with reporters: a duty of 25% on steel.",
    ],
)
def test_line_of_the_text_stays(line: str) -> None:
    assert hide_furniture(line, LEXICON) == line


def test_paragraph_that_mentions_a_newsletter_stays() -> None:
    text = "In his newsletter the minister promised to cut the duty on herring. " * 5
    assert hide_furniture(text, LEXICON) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A [cut](https://a.org/china-raises-duty) came.", "A cut came."),
        ('![Port](https://a.org/p.png "Port of Oslo") The port.', "Port The port."),
        ("See https://a.org/norway-lifts-25-percent-duty today.", "See today."),
        ("See www.a.org/norway today.", "See today."),
        ("[Oslo] said (on Monday) no.", "[Oslo] said (on Monday) no."),
    ],
    ids=["link", "image", "address", "www", "no-link"],
)
def test_address_is_blanked_and_the_words_of_a_link_stay(text: str, read: str) -> None:
    hidden = hide_furniture(text, LEXICON)
    assert len(hidden) == len(text)
    assert " ".join(hidden.split()).replace(" .", ".") == read


def test_no_fact_is_read_from_a_page_around_the_text() -> None:
    page = (
        "Skip to content\nHome | Trade | Canada | Tariffs | China\n"
        "Newsletter: Canada imposes a 25% tariff on US steel\n"
        "See [this](https://example.org/canada-imposes-25-percent-tariffs-on-us-steel).\n"
        "Related: China raises tariffs on US soybeans to 34%\n"
    )
    assert extract_facts(analyse(Document(page), load_registry())) == ()


@given(st.text(alphabet="a |[]()!:\nhttps:/w.", max_size=200))
def test_text_keeps_its_length_and_its_lines(text: str) -> None:
    hidden = hide_furniture(text, LEXICON)
    assert len(hidden) == len(text)
    assert [i for i, c in enumerate(hidden) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_registry_without_phrases_hides_no_line() -> None:
    assert hide_furniture("Subscribe now\nAdvertisement", Lexicon(())) == (
        "Subscribe now\nAdvertisement"
    )
