"""Names of the registry in running text."""

from __future__ import annotations

import pytest

from tradegraph.language.matcher import Matcher
from tradegraph.registry import Name

NAMES = (
    Name("Arcadia", "arcadia", "label"),
    Name("A.R.", "arcadia", "alias"),
    Name("AR", "arcadia", "alias"),
    Name("Bank of Arcadia", "bank", "label"),
    Name("Thane", "rolf", "alias"),
    Name("Thane", "ada", "alias"),
    Name("people's party", "party", "label"),
    Name("steel", "steel", "label"),
    Name("steel pipes", "pipes", "label"),
    Name("Steel", "firm", "label"),
    Name("on", "too-short", "label"),
    Name("Crème & Co", "creme", "label"),
    Name("section 12", "law", "label"),
)
MATCHER = Matcher.of_names(NAMES)


def found(text: str) -> list[tuple[str, set[str]]]:
    """The words of each match and what they may name."""
    return [
        (text[m.span.begin : m.span.end], {name.entity for name in m.names})
        for m in MATCHER.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in Arcadia today", [("Arcadia", {"arcadia"})], id="as written"),
        pytest.param("in ARCADIA or arcadia", [], id="a capital counts"),
        pytest.param("the Bank of Arcadia", [("Bank of Arcadia", {"bank"})], id="the longest"),
        pytest.param("Bank of England", [], id="only a part"),
        pytest.param(
            "Bank of Steel", [("Steel", {"firm", "steel"})], id="what follows a part is looked at"
        ),
        pytest.param("Thane spoke", [("Thane", {"rolf", "ada"})], id="a name that two share"),
        pytest.param("steel and STEEL", [("steel", {"steel"}), ("STEEL", {"steel"})], id="folded"),
        pytest.param("Steel Pipes", [("Steel Pipes", {"pipes"})], id="longest of both kinds"),
        pytest.param("stainless steels", [], id="a longer word"),
        pytest.param("on", [], id="too short to be looked for"),
        pytest.param("Arcadia’s duty", [("Arcadia", {"arcadia"})], id="possessive"),
        pytest.param("Arcadia-led talks", [("Arcadia", {"arcadia"})], id="first of a compound"),
        pytest.param(
            "the people’s party", [("people’s party", {"party"})], id="a curly apostrophe"
        ),
        pytest.param("Bank of\nArcadia", [("Arcadia", {"arcadia"})], id="over the end of a line"),
        pytest.param("Bank  of Arcadia", [("Bank  of Arcadia", {"bank"})], id="two spaces"),
        pytest.param("the A.R. said", [("A.R.", {"arcadia"})], id="initials"),
        pytest.param("7 A.R.C. 12", [], id="initials within longer ones"),
        pytest.param("AR$5 million", [], id="a sign of currency"),
        pytest.param("AR 5 million", [("AR", {"arcadia"})], id="a number apart"),
        pytest.param("AR5 and 5AR", [], id="digits without a space"),
        pytest.param("Crème & Co said", [("Crème & Co", {"creme"})], id="accents and marks"),
        pytest.param("Section 12 and section 123", [("Section 12", {"law"})], id="numbers whole"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_names_are_found_as_written_at_word_borders(
    text: str, expected: list[tuple[str, set[str]]]
) -> None:
    assert found(text) == expected


def test_matches_begin_where_they_are_told_to() -> None:
    assert [m.span.begin for m in MATCHER.find("Arcadia and Arcadia", 8)] == [12]
