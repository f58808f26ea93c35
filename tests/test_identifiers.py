"""IRIs: readable, stable, the same for the same key."""

from __future__ import annotations

import re
from string import printable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tradegraph.identifiers import (
    LONGEST_SLUG,
    mint,
    mint_keyed,
    mint_placeholder,
    short_hash,
    slugify,
    tail,
)
from tradegraph.model import Document, Span
from tradegraph.vocabulary import ID


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        pytest.param("Rolf Thane", "rolf-thane", id="two words"),
        pytest.param("  Rolf -- Thane!  ", "rolf-thane", id="marks and spaces"),
        pytest.param("O'Hara", "ohara", id="an apostrophe"),
        pytest.param("O’Hara & Söhne", "ohara-sohne", id="a curly one, an umlaut"),
        pytest.param("Lech Wałęsa", "lech-walesa", id="letters that do not decompose"),
        pytest.param("Æther Øst Œuvre", "aether-ost-oeuvre", id="ligatures"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("EO 14257", "eo-14257", id="digits"),
        pytest.param("ﬁsh № 5", "fish-no-5", id="compatibility forms"),
        pytest.param("--", f"x{short_hash('--')}", id="no letter: a hash"),
        pytest.param("贸易", f"x{short_hash('贸易')}", id="no Latin letter: a hash"),
        pytest.param("", f"x{short_hash('')}", id="nothing: a hash"),
    ],
)
def test_a_slug_is_made_of_plain_words(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize(
    ("name", "longest", "slug"),
    [
        pytest.param("steel and cars", 10, "steel-and", id="at a word"),
        pytest.param("aluminium", 5, "alumi", id="within the only word"),
        pytest.param("steel", 5, "steel", id="just fits"),
    ],
)
def test_a_long_slug_is_cut(name: str, longest: int, slug: str) -> None:
    assert slugify(name, longest) == slug


@given(st.text() | st.text(printable, min_size=50))
@example("\ud800")
def test_any_name_gives_a_slug_that_an_iri_can_hold(name: str) -> None:
    slug = slugify(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= LONGEST_SLUG
    assert slugify(slug) == slug


def test_the_hash_tells_the_parts_apart() -> None:
    assert short_hash("a", "b") == short_hash("a", "b")
    assert len({short_hash("a", "b"), short_hash("ab"), short_hash("b", "a")}) == 3
    assert re.fullmatch("[0-9a-f]{8}", short_hash("a"))


def test_an_iri_is_its_kind_and_slug() -> None:
    assert mint("person", "rolf-thane") == f"{ID}person/rolf-thane"


def test_a_keyed_iri_shows_its_arguments_and_hides_the_rest() -> None:
    iri = mint_keyed("event", "stay", [f"{ID}court/xa-high", f"{ID}event/ruling-x-0123abcd"], "by")
    assert re.fullmatch(re.escape(f"{ID}event/stay-xa-high-ruling-x-") + "[0-9a-f]{8}", iri)
    assert iri != mint_keyed(
        "event", "stay", [f"{ID}court/xa-high", f"{ID}event/ruling-x-0123abcd"], "other"
    )


def test_a_keyed_iri_takes_any_iterable_once() -> None:
    assert mint_keyed("event", "call", iter(["a", "b"])) == mint_keyed("event", "call", ["a", "b"])


def test_a_placeholder_is_named_by_its_passage() -> None:
    document = Document("Importers sued.")
    assert mint_placeholder("group", document, Span(0, 9)) == f"{ID}group/{document.key}-0-9"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        pytest.param(f"{ID}court/xa-high", "xa-high", id="a registry entry"),
        pytest.param(f"{ID}event/ruling-x-0123abcd", "ruling-x", id="a hash"),
        pytest.param(f"{ID}event/ruling-x-0123abcd#2", "ruling-x", id="a hash and a number"),
        pytest.param(f"{ID}country/XA/", "XA", id="a slash at the end"),
        pytest.param("xa-high", "xa-high", id="no IRI"),
        pytest.param(f"{ID}measure/xa-on-xb-2024", "xa-on-xb-2024", id="a year is no hash"),
    ],
)
def test_the_tail_of_an_iri_has_no_hash(iri: str, expected: str) -> None:
    assert tail(iri) == expected
