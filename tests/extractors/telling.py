"""What the extractors read out of a text, in one short line a fact.

Countries stand as their codes, other entities as the last part of their IRI. `planned:` before a
line is the modality, `not` the polarity; nothing stands for asserted and affirmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tradegraph.extractors import extract_facts
from tradegraph.language import Analysis, analyse
from tradegraph.model import (
    Appeal,
    CaseFiling,
    DateRange,
    Document,
    Encounter,
    Fact,
    Hearing,
    Injunction,
    Investigation,
    Measure,
    MeasureEvent,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Rate,
    Requirement,
    Ruling,
    Statement,
    Stay,
)
from tradegraph.registry import load_registry

PUBLISHED = date(2025, 5, 30)
"""A Friday."""


def read(text: str, published: date | None = PUBLISHED, doc_type: str = "news") -> Analysis:
    """Return the text's analysis against the shipped registry."""
    return analyse(Document(text, published=published, doc_type=doc_type), load_registry())


def facts_in(text: str, published: date | None = PUBLISHED) -> tuple[Fact, ...]:
    """Return all facts of the text."""
    return extract_facts(read(text, published))


def tell(text: str, *kinds: type, published: date | None = PUBLISHED) -> list[str]:
    """Return the lines of the text's facts of these kinds."""
    return [show(fact) for fact in facts_in(text, published) if isinstance(fact.content, kinds)]


def show(fact: Fact) -> str:
    """Return the fact's line."""
    modality = "" if fact.modality == "asserted" else f"{fact.modality}: "
    polarity = "" if fact.positive else "not "
    write: Callable[[object], Iterable[str]] = WRITERS[type(fact.content)]
    return modality + polarity + " ".join(part for part in write(fact.content) if part)


def short(iri: str) -> str:
    """Return the last part of an IRI; of what only a passage names, where it stands."""
    last = iri.rpartition("/")[2]
    return re.sub(r"^[0-9a-f]{16}-(\d+-\d+)$", r"at \1", last)


def join(iris: Iterable[str]) -> str:
    """Return the short names with plus signs between them."""
    return "+".join(map(short, iris))


def labelled(word: str, value: object) -> str:
    """Return the word and the value, or nothing."""
    return f"{word} {value}" if value else ""


def days(when: DateRange | None) -> str:
    """Return the first and the last day, once where they are the same; none that is presumed."""
    if when is None or when.is_presumed:
        return ""
    return str(when.first) if when.first == when.last else f"{when.first}..{when.last}"


def percent(rate: Rate | None) -> str:
    """Return the bounds with the qualifier."""
    if rate is None:
        return ""
    bounds = [f"{bound:g}" for bound in (rate.low, rate.high) if bound is not None]
    words = "" if rate.qualifier == "exact" else f"{rate.qualifier} "
    return f"{words}{'-'.join(dict.fromkeys(bounds))}%"


def measure_parts(measure: Measure) -> Iterator[str]:
    """Yield who lays it on whose goods, on which, under which law."""
    yield f"{join(measure.imposers)}>{join(measure.targets)}"
    yield ", ".join(measure.products)
    yield labelled("under", measure.authority)
    yield labelled("of", short(measure.programme) if measure.programme else "")


def _measure_event(event: MeasureEvent) -> Iterator[str]:
    yield event.event
    yield from measure_parts(event.measure)
    yield percent(event.rate)
    yield labelled("from", percent(event.old_rate))
    yield labelled("for", event.duration)
    yield labelled("on", days(event.when))
    yield labelled("effective", days(event.effective))
    yield labelled("until", event.until)
    yield labelled("against", short(event.retaliates_against or ""))


def _ruling(ruling: Ruling) -> Iterator[str]:
    yield f"{short(ruling.court)} {'+'.join(ruling.outcomes)}"
    for measure in ruling.measures:
        yield from measure_parts(measure)
    yield labelled("scope", ruling.scope)
    yield labelled("relief", "+".join(ruling.relief))
    yield labelled("on", days(ruling.when))


def _stay(stay: Stay) -> Iterator[str]:
    yield f"{short(stay.court)} {'lifts' if stay.lifted else 'stays'} {short(stay.ruling.court)}"
    yield labelled("on", days(stay.when))


def _injunction(injunction: Injunction) -> Iterator[str]:
    yield short(injunction.court)
    if injunction.measure:
        yield from measure_parts(injunction.measure)
    yield labelled("scope", injunction.scope)
    yield labelled("on", days(injunction.when))


def _appeal(appeal: Appeal) -> Iterator[str]:
    yield f"{join(appeal.appellants)}: {short(appeal.ruling.court)}"
    yield f"> {short(appeal.to_court or '')}"
    yield labelled("on", days(appeal.when))


def _filing(filing: CaseFiling) -> Iterator[str]:
    yield f"{join(filing.plaintiffs)} v. {join(filing.defendants)}"
    yield labelled("before", short(filing.court or ""))
    yield labelled("on", days(filing.when))


def _hearing(hearing: Hearing) -> Iterator[str]:
    yield short(hearing.court)
    yield labelled("on", days(hearing.when))


def _investigation(step: Investigation) -> Iterator[str]:
    yield f"{step.event} {short(step.agency)}>{join(step.targets)}"
    yield ", ".join(step.products)
    yield labelled("under", step.authority)
    yield labelled("on", days(step.when))


def _encounter(encounter: Encounter) -> Iterator[str]:
    yield f"{encounter.event} {'+'.join(sorted(map(short, encounter.participants)))}"
    yield labelled("in", join(encounter.places))
    yield labelled("on", days(encounter.when))


def _negotiation(state: NegotiationState) -> Iterator[str]:
    yield f"{state.status} {'+'.join(sorted(map(short, state.parties)))}"
    yield labelled("of", state.agreement)
    yield labelled("on", days(state.when))


def _statement(statement: Statement) -> Iterator[str]:
    yield f"{join(statement.speakers)}:"
    yield " / ".join(statement.quotes) or "reported"
    yield labelled("in", short(statement.outlet or ""))
    yield labelled("on", days(statement.when))


def _holding(holding: OfficeHolding) -> Iterator[str]:
    yield f"{short(holding.person)} is {short(holding.office)}"


def _state(state: MeasureState) -> Iterator[str]:
    yield state.status
    yield from measure_parts(state.measure)
    yield labelled("since", state.since)


def _posture(change: PostureChange) -> Iterator[str]:
    yield f"{join(change.actors)} after {len(change.causes)} court actions"


def _requirement(need: Requirement) -> Iterator[str]:
    yield "for a deal" if need.for_deal else "for the talks"
    yield from _encounter(need.needed)


WRITERS: dict[type, Callable[..., Iterable[str]]] = {
    MeasureEvent: _measure_event,
    Ruling: _ruling,
    Stay: _stay,
    Injunction: _injunction,
    Appeal: _appeal,
    CaseFiling: _filing,
    Hearing: _hearing,
    Investigation: _investigation,
    Encounter: _encounter,
    NegotiationState: _negotiation,
    Statement: _statement,
    OfficeHolding: _holding,
    MeasureState: _state,
    PostureChange: _posture,
    Requirement: _requirement,
}
