from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.queries_catalogue import list_queries
from tradegraph.store import Store
from tradegraph.vocabulary import tg

from .datasets import ARCADIA, DATASETS, SEED, Dataset, open_dataset, run_all, run_one

NAMES = [query.name for query in list_queries()]


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
@pytest.mark.parametrize("name", NAMES)
def test_answer_is_as_expected(name: str, dataset: Dataset, stores: dict[str, Store]) -> None:
    file_name, text = run_one(stores[dataset.name], name, dataset.values.get(name, {}))
    assert text == (dataset.expected / file_name).read_text(encoding="utf-8")


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_query_has_one_expected_answer_and_none_is_left_over(dataset: Dataset) -> None:
    found = sorted(file.stem for file in dataset.expected.iterdir())
    assert found == NAMES
    assert len(found) == 64


def test_every_query_finds_something_in_one_of_the_graphs(stores: dict[str, Store]) -> None:
    answered = {
        file_name.partition(".")[0]
        for dataset in DATASETS
        for file_name, text in run_all(stores[dataset.name], dataset.values)
        if text.count("\n") > 1 or text == "true\n"
    }
    assert answered == set(NAMES)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_answers_do_not_depend_on_the_order_of_loading(
    dataset: Dataset, stores: dict[str, Store]
) -> None:
    with open_dataset(dataset, backwards=True) as store:
        assert dict(run_all(store, dataset.values)) == dict(
            run_all(stores[dataset.name], dataset.values)
        )


@pytest.mark.parametrize(
    ("day", "in_effect"),
    [
        pytest.param("2025-04-04", False, id="announced, not yet collected"),
        pytest.param("2025-04-05", True, id="first day of collection"),
        pytest.param("2025-05-27", False, id="ruled unlawful at some day of that week"),
        pytest.param("2025-05-30", True, id="ruling stayed"),
    ],
)
def test_a_measure_is_in_effect_from_its_first_day(
    day: str, in_effect: bool, seed_view: Store
) -> None:
    values = {"measure": "us-reciprocal-baseline-2025", "day": day}
    assert run_one(seed_view, "is-in-effect", values)[1] == f"{in_effect}\n".lower()


def test_a_lifted_stay_does_not_hold_up_its_ruling(arcadia_view: Store) -> None:
    rows = run_one(arcadia_view, "rulings-and-stays", {})[1].splitlines()
    earlier = next(row for row in rows if row.endswith("ruling-xa-commerce-earlier"))
    assert earlier.startswith("Court of Commerce,denied,,shield tariffs,,,,,")


def test_bounds_of_several_documents_are_intersected(arcadia_view: Store) -> None:
    rows = run_one(arcadia_view, "meetings-and-calls", ARCADIA.values["meetings-and-calls"])[1]
    meeting = next(row for row in rows.splitlines() if "meeting-port-lucan" in row)
    assert meeting.startswith("2024-05-09,2024-05-09,meeting,")


@pytest.mark.parametrize("file", sorted({file for each in DATASETS for file in each.files}))
def test_every_passage_of_the_test_graphs_stands_where_it_says(file: object) -> None:
    quads = list(parse(path=str(file), format=RdfFormat.TRIG))
    values = {(quad.subject, quad.predicate.value): quad.object for quad in quads}
    spans = [subject for subject, predicate in values if predicate == tg("quote")]
    assert spans
    for span in spans:
        document = values[span, tg("inDocument")]
        begin, end = (int(str(values[span, tg(name)].value)) for name in ("begin", "end"))
        assert values[document, tg("text")].value[begin:end] == values[span, tg("quote")].value


def test_the_seed_is_asked_with_the_defaults() -> None:
    assert SEED.values == {}
