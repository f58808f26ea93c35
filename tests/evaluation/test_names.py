from __future__ import annotations

import pytest

from tradegraph.evaluation.names import matches_name, matches_office, normalise


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        pytest.param("U.S. Department of Commerce", "commerce", id="words that tell nothing"),
        pytest.param("President Ada Marlow, Jr.", "ada marlow jr", id="titles and punctuation"),
        pytest.param("The President", "the president", id="nothing would be left"),
    ],
)
def test_a_name_is_compared_without_what_tells_nothing(name: str, plain: str) -> None:
    assert normalise(name) == plain


@pytest.mark.parametrize(
    ("annotated", "names"),
    [
        pytest.param("CL", {"chile", "CL"}, id="code"),
        pytest.param("cit", {"court:cit", "court international trade"}, id="court by its code"),
        pytest.param("Ada Marlow", {"ada marlow"}, id="same name"),
        pytest.param("Marlow", {"ada marlow"}, id="surname"),
        pytest.param("Ada B. Marlow", {"ada marlow"}, id="with an initial"),
        pytest.param("Xiao Lihong", {"xiao lihon"}, id="spelt another way"),
        pytest.param("Chilean officials", {"CL", "chile"}, id="unnamed officials"),
        pytest.param("the Chilean trade authorities", {"of:CL", "customs"}, id="a body's owner"),
        pytest.param("EU leaders", {"EU"}, id="leaders of a union by its code"),
        pytest.param("European officials", {"EU"}, id="officials of a union by its first word"),
        pytest.param("Carney government", {"CA", "canada"}, id="a named government"),
        pytest.param("South Korean government", {"KR"}, id="point of the compass"),
    ],
)
def test_an_actor_is_found_by(annotated: str, names: set[str]) -> None:
    assert matches_name(annotated, frozenset(names))


@pytest.mark.parametrize(
    ("annotated", "names"),
    [
        pytest.param("CL", {"CN", "china"}, id="another code"),
        pytest.param("CL", {"clement"}, id="a code is no part of a name"),
        pytest.param("ALL", {"all allies"}, id="nor is the code for everyone"),
        pytest.param("Ada Marlow", {"ben marlow"}, id="another first name"),
        pytest.param("Lee", {"lee jae"}, id="a short name alone tells too little"),
        pytest.param("Chilean officials", {"PE", "peru"}, id="officials of another country"),
        pytest.param("Harbour officials", {"CL"}, id="officials of no country"),
        pytest.param("trade ministry", {"of:trade"}, id="an owner is no name"),
    ],
)
def test_an_actor_is_not_found_by(annotated: str, names: set[str]) -> None:
    assert not matches_name(annotated, frozenset(names))


@pytest.mark.parametrize(
    ("annotated", "matches"),
    [
        pytest.param("Minister of Trade", True, id="other order"),
        pytest.param("trade minister", True, id="fewer words"),
        pytest.param("deputy trade minister", False, id="another office"),
    ],
)
def test_an_office_is_found_by_its_words(annotated: str, *, matches: bool) -> None:
    labels = frozenset({"arcadian minister of trade and ports", "port warden"})
    assert matches_office(annotated, labels) is matches
