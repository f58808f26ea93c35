"""One event, one node: the same event told by several documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pytest
from graph.writing import COURT, DUTY, PASSAGE, ROLF, TEXT, XA, XB, short, write
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from tradegraph.graph import to_nquads
from tradegraph.link import (
    Telling,
    link_documents,
    number_events,
    read_tellings,
    relink_documents,
    unlink_document,
)
from tradegraph.model import (
    DateRange,
    Document,
    Encounter,
    Fact,
    Hearing,
    MeasureEvent,
    Requirement,
    Statement,
)
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import ID

HEARING = f"{ID}event/hearing-xa-customs-cbb40f6b"
DAYS = st.integers(1, 6).map(lambda day: date(2025, 5, day))


def may(first: int, last: int | None = None) -> DateRange:
    """Some days of May."""
    return DateRange(date(2025, 5, first), date(2025, 5, last or first))


def document(number: int, *contents: object, published: int | None = 30) -> tuple[str, bytes]:
    """Key and N-Quads of a document that states these facts, published on a day of May."""
    day = date(2025, 5, published) if published else None
    source = Document(f"{number}: {TEXT}", (f"wire-{number}",), day)
    facts = [Fact(each, (PASSAGE,)) for each in contents]  # type: ignore[arg-type]
    return source.key, to_nquads(write(*facts, document=source))


def index(store: Store, items: Iterable[tuple[str, bytes]]) -> None:
    """Take documents into the store and link them."""
    changed = dict(items)
    store.write_sources(changed)
    link_documents(store, changed)


def linked(*batches: Iterable[tuple[str, bytes]]) -> list[Quad]:
    """All that the index holds after the batches of documents."""
    with open_store(":memory:") as store:
        for batch in batches:
            index(store, batch)
        return contents(store)


def contents(store: Store) -> list[Quad]:
    """All that the index holds, sorted."""
    return sorted(store.quads(), key=str)


def events(quads: Iterable[Quad], kind: str = "Hearing") -> dict[str, int]:
    """The events of a class, and how many documents tell each."""
    found: dict[str, set[object]] = {}
    for quad in quads:
        if short(quad.object) == kind:
            name = short(quad.subject).partition("-")[0].rpartition("/")[2]
            number = short(quad.subject).partition("#")[2]
            found.setdefault(f"{name}#{number}".rstrip("#"), set()).add(quad.graph_name)
    return {name: len(documents) for name, documents in sorted(found.items())}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([may(26), may(26)], {"hearing": 2}, id="the same day"),
        pytest.param([may(26), None], {"hearing": 2}, id="one without a day"),
        pytest.param([may(20, 28), may(26, 30)], {"hearing": 2}, id="days that overlap"),
        pytest.param([may(26), may(27)], {"hearing": 1, "hearing#2": 1}, id="another day"),
        pytest.param(
            [may(1), may(9), may(20)],
            {"hearing": 1, "hearing#2": 1, "hearing#3": 1},
            id="three days",
        ),
        pytest.param(
            [may(1, 20), may(15, 30), may(2)],
            {"hearing": 2, "hearing#2": 1},
            id="a third that fits the first but not both",
        ),
    ],
)
def test_tellings_whose_days_overlap_are_of_one_event(
    days: Sequence[DateRange | None], expected: dict[str, int]
) -> None:
    batch = [
        document(number, Hearing(COURT, when), published=20 + number)
        for number, when in enumerate(days)
    ]
    assert events(linked(batch)) == expected


def test_another_court_is_another_event() -> None:
    other = Hearing(f"{ID}court/xa-appeal", may(26))
    quads = linked([document(1, Hearing(COURT, may(26))), document(2, other)])
    assert len({q.subject for q in quads if short(q.object) == "Hearing"}) == 2


def test_a_document_tells_each_event_once() -> None:
    batch = [
        document(1, Hearing(COURT, may(1)), Hearing(COURT, may(9))),
        document(2, Hearing(COURT)),
    ]
    assert events(linked(batch)) == {"hearing": 2, "hearing#2": 1}


def test_all_that_is_said_of_an_event_goes_with_its_name() -> None:
    call = Encounter("call", (ROLF,), when=may(9))
    said = Statement((ROLF,), ("no",), made_in=call)
    batch = [document(1, Encounter("call", (ROLF,), when=may(1)), published=1), document(2, said)]
    quads = linked(batch)
    (venue,) = (short(q.object) for q in quads if short(q.predicate) == "madeIn")
    assert venue.endswith("#2")
    assert ("2025-05-09",) in {
        (short(q.object),)
        for q in quads
        if short(q.subject) == venue and short(q.predicate) == "notBefore"
    }


def test_a_document_without_a_date_comes_last() -> None:
    undated = document(1, Hearing(COURT, may(1)), published=None)
    quads = linked([undated, document(2, Hearing(COURT, may(9)))])
    days = {short(q.subject): short(q.object) for q in quads if short(q.predicate) == "notBefore"}
    assert {name.partition("#")[2]: day for name, day in days.items()} == {
        "": "2025-05-09",
        "2": "2025-05-01",
    }


def test_retracting_a_document_numbers_the_others_anew() -> None:
    three = [
        document(number, Hearing(COURT, may(number)), published=number) for number in (1, 2, 3)
    ]
    for gone in three:
        left = [each for each in three if each is not gone]
        with open_store(":memory:") as store:
            index(store, three)
            unlink_document(store, gone[0])
            assert contents(store) == linked(left)
            assert events(contents(store)) == {"hearing": 1, "hearing#2": 1}


def test_a_document_read_anew_takes_its_events_along() -> None:
    one, two = document(1, Hearing(COURT, may(1)), published=1), document(2, Hearing(COURT, may(2)))
    changed = document(1, Hearing(f"{ID}court/xa-appeal", may(1)), published=1)
    assert changed[0] == one[0]
    assert linked([one, two], [changed]) == linked([changed, two])


def test_a_need_keeps_the_name_of_its_call_when_another_event_is_named_anew() -> None:
    call = Encounter("call", (ROLF,), when=may(9))
    first = document(1, Encounter("call", (ROLF,), when=may(1)), published=1)
    second = document(2, Requirement(call, (XA, XB)), Hearing(COURT, may(9)), published=2)
    third = document(3, Hearing(COURT, may(1)), published=1)
    assert linked([first, second], [third]) == linked([first, second, third])


def test_events_that_nothing_asserts_keep_their_names_too() -> None:
    def forget(item: tuple[str, bytes]) -> tuple[str, bytes]:
        lines = item[1].splitlines(keepends=True)
        return item[0], b"".join(line for line in lines if b"/assertion/" not in line)

    calls = [Encounter("call", (ROLF,), when=may(day)) for day in (1, 9)]
    first = document(1, calls[0], published=1)
    second = forget(document(2, calls[1], Hearing(COURT, may(9)), published=2))
    third = document(3, Hearing(COURT, may(1)), published=1)
    assert linked([first, second], [third]) == linked([first, second, third])


def test_making_the_index_again_changes_nothing() -> None:
    batch = [document(n, Hearing(COURT, may(n)), MeasureEvent("pause", DUTY)) for n in (1, 2)]
    with open_store(":memory:") as store:
        index(store, batch)
        before = contents(store)
        relink_documents(store)
        assert contents(store) == before


def test_no_documents_are_linked_to_nothing() -> None:
    assert linked([]) == []


def test_tellings_are_read_from_the_documents_own_graph() -> None:
    key, nquads = document(1, Hearing(COURT, may(1, 3)), MeasureEvent("pause", DUTY))
    with open_store(":memory:") as store:
        store.put_documents({key: nquads})
        hearing, pause = read_tellings(key, store.quads())
    assert hearing == Telling(date(2025, 5, 30), key, HEARING, date(2025, 5, 1), date(2025, 5, 3))
    assert (pause.first, pause.last) == (date.min, date.max)


@st.composite
def random_tellings(draw: st.DrawFn) -> list[Telling]:
    """Tellings of one or two events by a few documents, each document's own numbers in use."""
    found: list[Telling] = []
    for number in range(draw(st.integers(1, 6))):
        published = draw(DAYS)
        for name in draw(st.lists(st.sampled_from("ab"), max_size=3)):
            count = sum(t.document == str(number) and t.key == name for t in found)
            local = name if not count else f"{name}#{count + 1}"
            first = draw(DAYS)
            last = max(first, draw(DAYS))
            found.append(Telling(published, str(number), local, first, last))
    return found


@given(random_tellings(), st.randoms())
def test_numbers_do_not_depend_on_the_order_of_tellings(
    tellings: list[Telling], random: object
) -> None:
    names = number_events(tellings)
    random.shuffle(tellings)  # type: ignore[attr-defined]
    assert number_events(tellings) == names


@given(random_tellings())
def test_every_event_has_days_left_and_numbers_without_gaps(tellings: list[Telling]) -> None:
    names = number_events(tellings)
    told: dict[str, list[Telling]] = {}
    for telling in tellings:
        told.setdefault(names[telling.document][telling.local], []).append(telling)
    for iri, same in told.items():
        assert {telling.key for telling in same} == {iri.partition("#")[0]}
        assert max(telling.first for telling in same) <= min(telling.last for telling in same)
        assert len({telling.document for telling in same}) == len(same)
    for name in {telling.key for telling in tellings}:
        numbers = sorted(int(i.partition("#")[2] or 1) for i in told if i.partition("#")[0] == name)
        assert numbers == list(range(1, len(numbers) + 1))


@st.composite
def random_documents(draw: st.DrawFn) -> Mapping[str, bytes]:
    """A few documents that tell hearings and calls of some days."""
    made = []
    for number in range(draw(st.integers(2, 5))):
        days = st.builds(may, st.integers(1, 4)) | st.none()
        facts: list[object] = [Hearing(COURT, when) for when in draw(st.lists(days, max_size=2))]
        calls = draw(st.lists(days, max_size=2))
        facts += [Encounter("call", (ROLF,), when=when) for when in calls]
        made.append(document(number, *facts, published=draw(st.integers(1, 3))))
    return dict(made)


@settings(max_examples=30, deadline=None)
@given(random_documents(), st.data())
def test_one_by_one_in_any_order_is_as_good_as_all_at_once(
    documents: Mapping[str, bytes], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(sorted(documents)))
    cut = data.draw(st.integers(0, len(order)))
    batches = [[(key, documents[key])] for key in order[:cut]]
    rest = [(key, documents[key]) for key in order[cut:]]
    assert linked(*batches, rest) == linked(documents.items())


@settings(max_examples=20, deadline=None)
@given(random_documents(), st.data())
def test_a_document_is_retracted_without_a_trace(
    documents: Mapping[str, bytes], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(sorted(documents)))
    with open_store(":memory:") as store:
        index(store, documents.items())
        unlink_document(store, gone)
        left = {key: nquads for key, nquads in documents.items() if key != gone}
        assert contents(store) == linked(left.items())
