from __future__ import annotations

import re

import pytest

from tradegraph.errors import InputError
from tradegraph.readers.genres import DOC_TYPES, classify
from tradegraph.resources import ontology_files

ORDER = "By the authority vested in me as President by the Constitution, it is hereby ordered:"
PROCLAIMED = (
    "NOW, THEREFORE, I, the President, by the authority vested in me by the Constitution, "
    "do hereby proclaim as follows:"
)


def test_kinds_are_those_of_the_code_list() -> None:
    codes = "".join(file.read_text(encoding="utf-8") for file in ontology_files())
    assert set(re.findall(r"^code:doctype-(\S+)", codes, re.MULTILINE)) == set(DOC_TYPES)


def name_kind(
    genre: str | None, text: str = "Duties rise.", title: str | None = None, publisher: str = ""
) -> str:
    return classify(genre, "a", text=text, title=title, publisher=publisher)


@pytest.mark.parametrize("notation", sorted(set(DOC_TYPES) - {"official"}))
def test_declared_kind_is_believed(notation: str) -> None:
    assert name_kind(notation, text=ORDER) == notation


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("court", "court-ruling"),
        ("pressrelease", "press-release"),
        ("Press Release", "press-release"),
        ("EXECUTIVE_ORDER", "executive-order"),
        ("official", "official"),
        ("other", "news"),
        (None, "news"),
        ("", "news"),
    ],
)
def test_names_of_collections_are_understood(genre: str | None, kind: str) -> None:
    assert name_kind(genre) == kind


def test_unknown_genre_lists_the_known_ones() -> None:
    with pytest.raises(InputError) as caught:
        name_kind("poem")
    assert caught.value.what == "unknown genre 'poem'"
    assert set(DOC_TYPES) <= set(str(caught.value.how).removeprefix("one of ").split(", "))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(ORDER, "executive-order", id="it is hereby ordered"),
        pytest.param(
            "By the authority vested in me, I hereby determine and order:",
            "executive-order",
            id="determine and order",
        ),
        pytest.param(
            "By the authority vested in me\nby law. I find a threat.\n\nI hereby order:",
            "executive-order",
            id="a finding between",
        ),
        pytest.param(f"Section 1. Facts. {'x ' * 9000}{ORDER}", "official", id="quoted far below"),
        pytest.param("It is hereby ordered that the motion is denied.", "official", id="a court"),
        pytest.param(PROCLAIMED, "proclamation", id="do hereby proclaim"),
        pytest.param(
            f"1. Facts. {'x ' * 9000}\n\n{PROCLAIMED}", "proclamation", id="after recitals"
        ),
        pytest.param(
            "BY THE PRESIDENT\n\nA PROCLAMATION\n\n1. Facts.", "proclamation", id="heading"
        ),
        pytest.param("He signed a proclamation on steel.", "official", id="speaks of one"),
        pytest.param("AGENCY: The Office.\nACTION: Notice.", "fr-notice", id="captions"),
        pytest.param("AGENCY: The Office. ACTION: Notice.", "fr-notice", id="captions on a line"),
        pytest.param("The agency took action: a notice.", "official", id="no captions"),
    ],
)
def test_official_act_is_known_by_its_formula(text: str, kind: str) -> None:
    assert name_kind("official", text) == kind
    assert name_kind(None, text) == kind.replace("official", "news")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("A Proclamation to Modify Duties on Pipes", "proclamation"),
        ("Proclamation on Pipes", "proclamation"),
        ("Actions under a Proclamation on Pipes", "official"),
    ],
)
def test_title_names_a_proclamation(title: str, kind: str) -> None:
    assert name_kind("official", title=title) == kind
    assert name_kind(None, title=title) == "news", "a report may have such a title"


def test_what_the_gazette_publishes_is_a_notice_unless_it_is_an_order() -> None:
    assert name_kind("official", publisher="Federal Register") == "fr-notice"
    assert name_kind("official", ORDER, publisher="Federal Register") == "executive-order"
    assert name_kind("news", publisher="Federal Register") == "news"
