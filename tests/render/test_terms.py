from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from tradegraph.render import compact_iri, display
from tradegraph.vocabulary import CODE, ID, ONT


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        pytest.param(ID + "country/CN", "cty:CN", id="longest namespace wins"),
        pytest.param(ONT + "Ruling", "tg:Ruling", id="term"),
        pytest.param(CODE + "authority-s232", "code:authority-s232", id="code"),
        pytest.param(ID + "doc/0a1b#char=1,2", None, id="character that would need an escape"),
        pytest.param(ID + "event/", None, id="namespace alone"),
        pytest.param(ID + "event/x.", None, id="point at the end would end the statement"),
        pytest.param("https://example.org/a", None, id="foreign"),
    ],
)
def test_short_names_are_safe_in_turtle(iri: str, short: str | None) -> None:
    assert compact_iri(iri) == short


def test_terms_are_shown_by_label_short_name_or_text() -> None:
    china = NamedNode(ID + "country/CN")
    assert display(china, {china.value: "China"}) == "China"
    assert display(china) == "cty:CN"
    assert display(NamedNode("https://example.org/a")) == "https://example.org/a"
    assert display(Literal("chat", language="fr")) == "chat"
    assert display(BlankNode("b")) == "_:b"
    assert display(None) == ""
