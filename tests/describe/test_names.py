from __future__ import annotations

import pytest

from tradegraph.describe import find_measures, find_node, shorten
from tradegraph.describe.names import find_fact
from tradegraph.errors import UsageError
from tradegraph.store import Store
from tradegraph.vocabulary import ID

BESSENT = f"{ID}person/scott-bessent"
RULING = f"{ID}event/ruling-us-cit-us-trump-2025-02354edb"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Scott Bessent", id="label"),
        pytest.param("scott bessent", id="label-in-lower-case"),
        pytest.param("Bessent", id="alias"),
        pytest.param("per:scott-bessent", id="short-name"),
        pytest.param("person/scott-bessent", id="path"),
        pytest.param("scott-bessent", id="last-part"),
        pytest.param(BESSENT, id="iri"),
        pytest.param(f"<{BESSENT}>", id="iri-in-angle-brackets"),
    ],
)
def test_a_person_is_found_by_any_of_its_names(seed_store: Store, name: str) -> None:
    assert find_node(seed_store, name) == BESSENT


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        pytest.param("CN", f"{ID}country/CN", id="country-code"),
        pytest.param("1:25-cv-00066", f"{ID}case/us-cit-25-00066", id="docket-number"),
        pytest.param("Executive Order 14257", f"{ID}instrument/us-eo-14257", id="order"),
    ],
)
def test_codes_and_numbers_are_names(seed_store: Store, name: str, iri: str) -> None:
    assert find_node(seed_store, name) == iri


def test_an_unknown_name_is_answered_with_the_nearest(seed_store: Store) -> None:
    with pytest.raises(
        UsageError, match=r"nothing named 'Bessant'; try: did you mean '(Scott )?Bessent'\?"
    ):
        find_node(seed_store, "Bessant")


DUTIES = f"{ID}measure/us-on-cn-2025"
ANSWER = f"{ID}measure/cn-on-us-2025"


@pytest.mark.parametrize(
    ("name", "measures"),
    [
        pytest.param("US tariffs on Chinese goods, 2025", (DUTIES,), id="label"),
        pytest.param(DUTIES, (DUTIES,), id="iri"),
        pytest.param("2025 tariff on goods", (ANSWER, DUTIES), id="words-of-two-labels"),
        pytest.param("Bessent", (BESSENT,), id="no-measure"),
    ],
)
def test_measures_are_found_by_a_name_or_words_of_one(
    seed_store: Store, name: str, measures: tuple[str, ...]
) -> None:
    assert find_measures(seed_store, name) == measures


def test_words_of_no_measure_are_an_error(seed_store: Store) -> None:
    with pytest.raises(UsageError, match="nothing named 'lumber tariffs'"):
        find_measures(seed_store, "lumber tariffs")


def test_an_iri_the_graph_does_not_hold_is_unknown(seed_store: Store) -> None:
    with pytest.raises(UsageError, match="nothing named"):
        find_node(seed_store, "https://example.org/nobody")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(RULING, id="iri"),
        pytest.param("evt:ruling-us-cit-us-trump-2025-02354edb", id="short-name"),
        pytest.param("ruling-us-cit-us-trump-2025-02354edb", id="without-prefix"),
        pytest.param("evt:ruling", id="beginning"),
        pytest.param("ruling-us", id="beginning-without-prefix"),
    ],
)
def test_a_fact_is_found_by_as_much_of_its_name_as_is_unambiguous(
    seed_store: Store, name: str
) -> None:
    assert find_fact(seed_store, name) == RULING


def test_a_beginning_that_fits_several_facts_lists_them(seed_store: Store) -> None:
    with pytest.raises(UsageError, match="begins several facts; try: one of evt:statement-bessent"):
        find_fact(seed_store, "statement-bessent")


def test_an_unknown_fact_is_answered_with_advice(seed_store: Store) -> None:
    with pytest.raises(UsageError, match=r"no fact named 'zzz'; try: tradegraph export -f csv"):
        find_fact(seed_store, "zzz")


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (BESSENT, "per:scott-bessent"),
        (f"{ID}doc/0123#char=1,2", f"{ID}doc/0123#char=1,2"),
        ("urn:else", "urn:else"),
    ],
)
def test_an_iri_is_shortened_only_to_what_can_be_read_back(iri: str, short: str) -> None:
    assert shorten(iri) == short


def test_blanks_around_a_name_are_no_part_of_it(seed_store: Store) -> None:
    iri = find_node(seed_store, "Scott Bessent")
    assert find_node(seed_store, f"{iri}\r\n") == iri


def test_a_name_that_can_be_no_iri_is_only_unknown(seed_store: Store) -> None:
    with pytest.raises(UsageError, match="nothing named"):
        find_node(seed_store, "evt:a{b}")
