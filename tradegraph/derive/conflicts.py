"""What sources disagree on, as nodes: both facts, and the rule by which one goes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.closures import derived_quad
from tradegraph.derive.events import Event
from tradegraph.derive.statements import TYPE
from tradegraph.derive.uniting import Disagreement
from tradegraph.identifiers import mint, short_hash, tail
from tradegraph.vocabulary import code, tg


def write_conflicts(measure: str, disagreements: Iterable[Disagreement]) -> Iterator[Quad]:
    """Yield the conflicts of a measure's sources; one that is told twice is written once."""
    for each in disagreements:
        preferred, rejected = each.preferred.facts[0], each.rejected.facts[0]
        if preferred != rejected:
            digest = short_hash(each.aspect, measure, preferred, rejected)
            iri = mint("conflict", f"{each.aspect}-{tail(measure)}-{digest}")
            yield from _write_conflict(iri, measure, each)


def _write_conflict(iri: str, measure: str, each: Disagreement) -> Iterator[Quad]:
    nodes = (
        (TYPE, tg("Conflict")),
        (tg("ofMeasure"), measure),
        (tg("conflictAspect"), code("aspect", each.aspect)),
        (tg("prefers"), each.preferred.facts[0]),
        (tg("rejects"), each.rejected.facts[0]),
        (tg("preferredBy"), code("precedence", each.rule)),
    )
    for predicate, value in nodes:
        yield derived_quad(iri, predicate, NamedNode(value))
    for name, event in (("preferredValue", each.preferred), ("rejectedValue", each.rejected)):
        yield derived_quad(iri, tg(name), Literal(_word(event, each.aspect)))


def _word(event: Event, aspect: str) -> str:
    if aspect == "day":
        return _word_day(event)
    return ", ".join(sorted("-".join(dict.fromkeys(b for b in pair if b)) for pair in event.bounds))


def _word_day(event: Event) -> str:
    """Return the day of the act, and of its effect where that is another."""
    act = event.last.isoformat() if event.last else ""
    if event.effective is None or event.effective == event.last:
        return act
    return ", in effect from ".join(part for part in (act, event.effective.isoformat()) if part)
