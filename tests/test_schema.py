from __future__ import annotations

import pytest

from tradegraph.errors import UsageError
from tradegraph.schema import SORTS, find_related, find_term, list_terms


def test_terms_of_every_sort_are_listed_in_order() -> None:
    sorts = [term.sort for term in list_terms()]
    assert set(sorts) == set(SORTS)
    assert sorts == sorted(sorts, key=SORTS.index)


@pytest.mark.parametrize("sort", SORTS)
def test_one_sort_can_be_listed(sort: str) -> None:
    assert {term.sort for term in list_terms(sort)} == {sort}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("tg:Stay", "tg:Stay", id="short-name"),
        pytest.param("Stay", "tg:Stay", id="class-before-shape"),
        pytest.param("tgs:Stay", "tgs:Stay", id="shape"),
        pytest.param("https://w3id.org/tradegraph/ont#Stay", "tg:Stay", id="iri"),
        pytest.param("measure event", "tg:MeasureEvent", id="label"),
        pytest.param("event-pause", "code:event-pause", id="code"),
    ],
)
def test_a_term_is_found_by_its_names(name: str, found: str) -> None:
    assert find_term(name).name == found


def test_an_unknown_term_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no term 'Rulin'; try: did you mean 'Ruling'\?"):
        find_term("Rulin")


def test_a_class_has_its_own_properties_and_those_of_its_parents() -> None:
    names = {term.name for term in find_related(find_term("tg:Stay"))["properties"]}
    assert {"tg:stays", "tg:issuedBy", "tg:notBefore"} <= names


def test_a_code_list_has_its_codes() -> None:
    names = {term.name for term in find_related(find_term("code:event"))["narrower"]}
    assert {"code:event-pause", "code:event-increase"} <= names


def test_a_shape_says_what_it_checks() -> None:
    shape = find_term("tgs:Stay")
    assert shape.domain == ("tg:Stay",)
    assert shape.messages
