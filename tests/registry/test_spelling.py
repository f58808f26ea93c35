"""Ways to write a name, and words that only look like one."""

from __future__ import annotations

import pytest

from tradegraph.identifiers import mint, slugify
from tradegraph.language.matcher import Matcher
from tradegraph.registry import Name
from tradegraph.registry.spelling import list_keys, read_pieces

NAMES = (
    "US",
    "U.N.",
    "Türkiye",
    "Turkey",
    "China",
    "Chad",
    "May",
    "Düsseldorf",
    "Enrique Peña Nieto",
    "anti-dumping duty",
    "Asia-Pacific Council",
    "Bank of Arcadia",
    "Crème & Co",
    "J.D. Marlow",
    "trade minister",
    "lead",
    "Farmers' Union",
)
MATCHER = Matcher.of_names(Name(text, text, "label") for text in NAMES)


def found(text: str) -> list[tuple[str, str]]:
    """The words of each match and the name they are."""
    return [(text[m.span.begin : m.span.end], m.names[0].text) for m in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("the U.S. said", "U.S.", "US", id="dots"),
        pytest.param("the U. S. said", "U. S.", "US", id="dots and spaces"),
        pytest.param("a U.S-led bloc", "U.S", "US", id="no last dot"),
        pytest.param("the UN said", "UN", "U.N.", id="no dots"),
        pytest.param("J. D. Marlow said", "J. D. Marlow", "J.D. Marlow", id="initials apart"),
        pytest.param("JD Marlow said", "JD Marlow", "J.D. Marlow", id="initials without dots"),
        pytest.param("in Turkiye", "Turkiye", "Türkiye", id="no accent"),
        pytest.param("in Dusseldorf", "Dusseldorf", "Düsseldorf", id="no umlaut"),
        pytest.param("Enrique Pena Nieto", "Enrique Pena Nieto", "Enrique Peña Nieto", id="tilde"),
        pytest.param("Peña-Nieto", None, None, id="a part of a name"),
        pytest.param("an antidumping duty", "antidumping duty", "anti-dumping duty", id="one word"),
        pytest.param("an anti dumping duty", "anti dumping duty", "anti-dumping duty", id="space"),
        pytest.param(
            "Asia Pacific Council", "Asia Pacific Council", "Asia-Pacific Council", id="-"
        ),
        pytest.param("the trade-minister", "trade-minister", "trade minister", id="a hyphen more"),
        pytest.param("Bank Of Arcadia Cuts", "Bank Of Arcadia", "Bank of Arcadia", id="title case"),
        pytest.param("Trade Minister Resigns", "Trade Minister", "trade minister", id="capitals"),
        pytest.param("CHINA RAISES DUTIES", "CHINA", "China", id="a headline in capitals"),
        pytest.param("Crème and Co", "Crème and Co", "Crème & Co", id="and"),
        pytest.param("Creme & Co", "Creme & Co", "Crème & Co", id="accent before and"),
        pytest.param("China’s duty", "China", "China", id="possessive"),
        pytest.param("Farmers’ Union", "Farmers’ Union", "Farmers' Union", id="curly apostrophe"),
    ],
)
def test_a_name_is_found_however_it_is_written(
    text: str, words: str | None, name: str | None
) -> None:
    assert found(text) == ([(words, name)] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("they told us so", id="us the pronoun"),
        pytest.param("they told u.s. so", id="lower-case initials"),
        pytest.param("a roast turkey", id="turkey the bird"),
        pytest.param("fine china", id="china the porcelain"),
        pytest.param("the duty may rise", id="may the verb"),
        pytest.param("DUTIES MAY RISE", id="may in a headline in capitals"),
        pytest.param("a hanging CHAD", id="one word in capitals"),
        pytest.param("misleading", id="a part of a word"),
        pytest.param("leads talks", id="lead as a verb"),
        pytest.param("U.S.A", id="more initials"),
        pytest.param("the bank of Arcadia", id="a capital that is missing"),
        pytest.param("Plan U. Never mind", id="an initial and a word"),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(text: str) -> None:
    assert found(text) == []


def test_a_sentence_that_ends_in_an_initial_does_not_swallow_the_next() -> None:
    assert found("They chose plan B. U.S. officials agreed.") == [("U.S.", "US")]


def test_pieces_keep_their_offsets() -> None:
    text = "U. S. and China’s anti-dumping"
    pieces = [(text[piece.begin : piece.end], piece.key) for piece in read_pieces(text)]
    assert pieces == [
        ("U. S.", "us"),
        ("and", "and"),
        ("China", "china"),
        ("’", "'"),
        ("s", "s"),
        ("anti", "anti"),
        ("dumping", "dumping"),
    ]


def test_a_hyphenated_name_has_keys_with_and_without_the_gap() -> None:
    assert list(list_keys("anti-dumping duty")) == [
        ("anti", "dumping", "duty"),
        ("antidumping", "duty"),
    ]


GOODS = Matcher.of_names(
    Name(text, mint("product", slugify(text)), "label")
    for text in ("copper tube", "brush", "battery", "toy", "glass", "shoes", "French Fry")
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("duties on copper tubes", "copper tube", id="s"),
        pytest.param("duties on brushes", "brush", id="es"),
        pytest.param("duties on batteries", "battery", id="ies"),
        pytest.param("duties on toys", "toy", id="ys"),
        pytest.param("duties on a battery", "battery", id="singular"),
        pytest.param("it glasses over", None, id="no plural of what ends in s"),
        pytest.param("a shoesmith", None, id="part of a word"),
        pytest.param("French Frys", None, id="no plural of a proper name"),
    ],
)
def test_goods_are_found_in_the_plural(text: str, name: str | None) -> None:
    assert [match.names[0].text for match in GOODS.find(text)] == ([name] if name else [])


def test_an_office_is_not_found_in_the_plural_since_that_means_several() -> None:
    assert found("the trade ministers met") == []
