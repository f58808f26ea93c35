"""Names in the language that is asked for, as far as anybody knows them."""

from __future__ import annotations

import sys

import pytest

from tradegraph.errors import UsageError
from tradegraph.network import build

from .stating import claim, read_turtle

QUADS = read_turtle(
    """
cty:US a tg:Country ; rdfs:label "United States"@en .
cty:DE a tg:Country ; rdfs:label "Germany"@en, "Allemagne fédérale"@fr .
cty:XA a tg:Country ; rdfs:label "Nowhere"@en .
cty:EU a tg:CustomsUnion ; rdfs:label "European Union"@en .
evt:a a tg:Encounter ; tg:eventType code:event-call ;
  tg:participant per:ada, cty:US, cty:DE, cty:EU, cty:XA .
"""
    + claim("evt:a")
)


def name_actors(lang: str) -> set[str]:
    return {data["label"] for _, data in build(QUADS, lang=lang).nodes(data=True)}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", {"United States", "Germany", "European Union", "Nowhere", "Ada Avon"}),
        ("en-GB", {"United States", "Germany", "European Union", "Nowhere", "Ada Avon"}),
        (
            "fr",
            {"États-Unis", "Allemagne fédérale", "Union européenne", "Nowhere", "Ada Avon"},
        ),
        ("zh", {"美国", "德国", "欧盟", "Nowhere", "Ada Avon"}),
        ("zh-Hant", {"美國", "德國", "歐盟", "Nowhere", "Ada Avon"}),
    ],
    ids=["English", "of a country", "its own name first", "Chinese", "another script"],
)
def test_actors_are_named_in_a_language(lang: str, expected: set[str]) -> None:
    pytest.importorskip("babel")
    assert name_actors(lang) == expected


@pytest.mark.parametrize("lang", ["xx", "no such", "", "french", "../fr"])
def test_language_nobody_knows_is_one_clear_line(lang: str) -> None:
    with pytest.raises(UsageError) as error:
        name_actors(lang)
    assert str(error.value).startswith(f"--lang: nothing has a name in {lang!r}; try: 'fr'")


def test_without_the_extra_only_names_of_the_graph_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tradegraph.network.territories import list_territories  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "babel", None)
    list_territories.cache_clear()
    assert "Allemagne fédérale" in name_actors("fr")
    with pytest.raises(UsageError, match="nothing has a name in 'de'"):
        name_actors("de")
    list_territories.cache_clear()
