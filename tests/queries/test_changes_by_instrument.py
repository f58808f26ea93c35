"""The days between signature and effect, also where only another source names the latter."""

from __future__ import annotations

from pyoxigraph import NamedNode
from status.world import document, open_world

from tradegraph.queries_catalogue import find_query
from tradegraph.store import Table
from tradegraph.vocabulary import ID

EVENT = (
    "evt:{name} a tg:MeasureEvent ; tg:affects msr:border ; tg:setsRate sit:border-20 ;"
    " tg:eventType code:event-entry-into-effect ; {days} . <https://e.org/{name}> tg:asserts"
    " evt:{name} ; tg:modality code:modality-asserted ; tg:polarity code:polarity-positive ."
    " sit:border-20 a tg:RateTerm ; tg:rateLow 20.0 ; tg:rateHigh 20.0 ."
)
ORDER = EVENT.format(
    name="order",
    days="tg:byInstrument ins:order-7 ;"
    ' tg:notBefore "2025-01-02"^^xsd:date ; tg:notAfter "2025-01-02"^^xsd:date',
)
ROW = EVENT.format(name="row", days='tg:effectiveOn "2025-01-23"^^xsd:date')


def ask(**documents: str) -> list[tuple[str, ...]]:
    query = find_query("changes-by-instrument")
    with open_world(**documents) as store:
        bindings = {"instrument": [NamedNode(f"{ID}instrument/order-7")]}
        table = store.query(query.text, bindings=bindings)
        assert isinstance(table, Table)
        places = [table.variables.index(name) for name in ("signed", "effective", "wait")]
        return [
            tuple(str(getattr(row[place], "value", "")) for place in places) for row in table.rows
        ]


def test_first_day_is_that_of_the_source_that_tells_it_of_the_same_change() -> None:
    order, row = document("order", ORDER), document("schedule", ROW, "schedule", "2025-03-01")
    assert ask(order=order) == [("2025-01-02", "", "")]
    assert ask(order=order, schedule=row) == [("2025-01-02", "2025-01-23", "P21D")]
