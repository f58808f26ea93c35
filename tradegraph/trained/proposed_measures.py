"""Measure events that a model sees: which measure, at what rate, from when."""

from __future__ import annotations

from tradegraph.extractors.jurisdictions import ACTOR_KINDS, JURISDICTIONS, find_jurisdiction
from tradegraph.extractors.measure_phrases import MeasurePhrase, find_measure_phrases
from tradegraph.extractors.measure_roles import read_rates
from tradegraph.extractors.measure_triggers import Trigger
from tradegraph.extractors.occasions import find_duration, find_effective, find_when
from tradegraph.extractors.programmes import authorities_in
from tradegraph.model import Measure, MeasureEvent, Rate
from tradegraph.trained.sighting import Sighting

LIKELY = 0.5
"""From this probability on a jurisdiction counts as hit by the measure."""
MOST_TARGETS = 8
LASTING = ("pause", "extension", "imposition")
STEPS = ("increase", "decrease")


def propose_measure_event(seen: Sighting) -> MeasureEvent | None:
    """Return the event that the sentence is likely to tell; None where nobody can lay a measure."""
    imposer = seen.chosen("imposer", 0.0, 1)
    if not imposer:
        return None
    targets = seen.chosen("target", LIKELY, MOST_TARGETS)
    analysis, trigger = seen.analysis, seen.trigger
    phrase = _find_phrase(seen)
    rate, old_rate = _find_rates(seen, phrase)
    authorities = authorities_in(analysis, seen.sentence.span)
    return MeasureEvent(
        event=seen.kind,
        measure=Measure(
            imposer,
            tuple(target for target in targets if target not in imposer),
            phrase.goods.products if phrase else (),
            authorities[0] if authorities else None,
        ),
        by=_find_actors(seen, imposer[0]),
        rate=rate,
        old_rate=old_rate,
        when=find_when(analysis, trigger, seen.commitment),
        effective=find_effective(analysis, trigger, seen.commitment),
        duration=find_duration(analysis, trigger) if seen.kind in LASTING else None,
    )


def _find_phrase(seen: Sighting) -> MeasurePhrase | None:
    """Return the phrase of the sentence that says most of a measure."""
    phrases = list(find_measure_phrases(seen.analysis, seen.sentence))
    return max(phrases, key=_count_details, default=None)


def _count_details(phrase: MeasurePhrase) -> int:
    return bool(phrase.rates) + bool(phrase.goods.products) + bool(phrase.goods.targets)


def _find_rates(seen: Sighting, phrase: MeasurePhrase | None) -> tuple[Rate | None, Rate | None]:
    """Return the rate after and before the change; a sentence's only rate is the new one."""
    if phrase is not None:
        way = "verb" if seen.trigger.pos == "verb" else "noun"
        return read_rates(seen.analysis, phrase, Trigger(seen.trigger, seen.kind, way))
    rates = seen.analysis.rates_in(seen.sentence.span)
    new = [rate.rate for rate in rates if rate.side != "from"]
    old = [rate.rate for rate in rates if rate.side == "from" and seen.kind in STEPS]
    return (new[0] if len(new) == 1 else None), (old[0] if old else None)


def _find_actors(seen: Sighting, imposer: str) -> tuple[str, ...]:
    """Return the first person or body of the sentence that acts for the imposer."""
    actors = seen.entities(*sorted(ACTOR_KINDS - set(JURISDICTIONS)))
    return tuple(a for a in actors if find_jurisdiction(seen.analysis, a) == imposer)[:1]
