"""What further clauses tell of the measure spoken of last: *raise it to 25%*, *this takes effect*.

The measure is a pronoun, or a word for what was done (*the move*). It means the measure told last,
in the same sentence or the one before (Centering, Grosz et al. 1995).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_span, find_agent, is_passive
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdiction
from tradegraph.extractors.measure_commitment import read_burden
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_triggers import event_of, goes_on
from tradegraph.extractors.occasions import find_duration, find_effective, find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, MeasureEvent, Rate

EXTRACTOR = "measures"
CONFIDENCE = 0.6
REACH = 2
"""How many sentences back the measure may have been told."""
OBJECTS = frozenset(("it", "them", "those", "these", "this", "that"))
SUBJECTS = frozenset(("it", "they", "this", "these", "those", "which", "that"))
DEFINITE = frozenset(("the", "this", "that"))
CHANGES = ("increase", "decrease", "pause", "extension", "revocation", "reinstatement", "expiry")
MOVING = ("increase", "decrease")
"""Events that a rate undergoes by itself: *it could rise to 25%*."""


def find_follow_ups(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield what happens to a measure that a pronoun stands for; complete what takes effect."""
    for token in analysis.tokens:
        if token.pos != "verb":
            continue
        event = event_of(analysis, token)
        if event == "entry-into-effect":
            _complete(analysis, token, context)
        elif event in CHANGES and _has_pronoun(analysis, token, event):
            yield from _read_change(analysis, token, event, context)


def _has_pronoun(analysis: Analysis, verb: Token, event: str) -> bool:
    """Tell whether a pronoun stands where the measure would."""
    if any(t.lower in OBJECTS for t in analysis.children(verb, "dobj")):
        return True
    if goes_on(analysis, verb):
        return bool(_rates(analysis, verb))
    if event in MOVING and any(_points_back(analysis, t) for t in analysis.children(verb, "dobj")):
        return bool(_rates(analysis, verb))
    subjects = analysis.children(verb, "nsubj", "nsubjpass")
    moving = event in MOVING and bool(_rates(analysis, verb))
    alone = is_passive(analysis, verb) or event == "expiry"
    bare = not analysis.children(verb, "dobj")
    pointing = any(t.lower in SUBJECTS or _points_back(analysis, t) for t in subjects)
    return (alone or (moving and bare)) and pointing


def _points_back(analysis: Analysis, token: Token) -> bool:
    """Tell whether a definite word for what was done means the measure: *the rate*, *the charge*.

    What courts issue goes by such words, too.
    """
    if not analysis.is_word(token, "act-noun") or analysis.is_word(token, "ruling-noun"):
        return False
    return [t.lower in DEFINITE for t in analysis.children(token)] == [True]


def _complete(analysis: Analysis, verb: Token, context: MeasureContext) -> None:
    """Give the day on which *this takes effect* to the change told last."""
    subjects = analysis.children(verb, "nsubj")
    pointing = any(t.lower in SUBJECTS or analysis.is_word(t, "act-noun") for t in subjects)
    before = context.latest_fact(verb.begin)
    if not pointing or before is None or not _is_near(analysis, before, verb):
        return
    day = find_effective(analysis, verb, Commitment("planned"))
    content = before.content
    if day is not None and isinstance(content, MeasureEvent) and content.effective is None:
        passage = cover(analysis, verb)
        whole = replace(content, effective=day)
        context.amend(before, replace(before, content=whole, evidence=(*before.evidence, passage)))


def _read_change(
    analysis: Analysis, verb: Token, event: str, context: MeasureContext
) -> Iterator[Fact]:
    told = _find_told(analysis, verb, context)
    if told is None or (told.event == event and not goes_on(analysis, verb)):
        return
    commitment = read_burden(analysis, verb, event)
    if goes_on(analysis, verb) and commitment == Commitment():
        commitment = Commitment("planned")
    rate = _rates(analysis, verb)
    content = MeasureEvent(
        event,
        told.measure,
        by=_find_agents(analysis, verb, told.measure.imposers) or told.by,
        rate=rate,
        old_rate=told.rate if rate and event in MOVING else None,
        when=find_when(analysis, verb, commitment),
        effective=find_effective(analysis, verb, commitment),
        duration=find_duration(analysis, verb),
    )
    yield commitment.claim(
        content, cover(analysis, verb), confidence=CONFIDENCE, extractor=EXTRACTOR
    )


def _find_told(analysis: Analysis, verb: Token, context: MeasureContext) -> MeasureEvent | None:
    """Return the event told shortly before, or that the measure spoken of there is laid."""
    before = context.latest_fact(verb.begin)
    if before is not None and _is_near(analysis, before, verb):
        return before.content if isinstance(before.content, MeasureEvent) else None
    spoken = context.measure_before(verb.begin)
    sentence = analysis.sentence_at(spoken[0]) if spoken else None
    near = sentence is not None and 0 <= verb.sentence - sentence.index <= REACH
    return MeasureEvent("imposition", spoken[1]) if spoken and near else None


def _find_agents(analysis: Analysis, verb: Token, imposers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who of the imposers' own does it: *unless Congress extends it*."""
    acting = find_actors(analysis, find_agent(analysis, verb))
    officers = (a for a in acting if analysis.kind(a) not in JURISDICTIONS)
    return tuple(a for a in officers if find_jurisdiction(analysis, a) in imposers)


def _rates(analysis: Analysis, verb: Token) -> Rate | None:
    """Return the rate to which the verb's clause moves the measure."""
    inside = analysis.rates_in(clause_span(analysis, verb))
    after: list[RateMention] = [r for r in inside if r.span.begin > verb.begin and not r.points]
    to = next((r for r in after if r.side == "to"), after[0] if after else None)
    return to.rate if to else None


def _is_near(analysis: Analysis, fact: Fact, verb: Token) -> bool:
    """Tell whether the fact was told in the verb's sentence or the one before."""
    places = [analysis.sentence_at(span.begin) for span in fact.evidence]
    return any(p is not None and 0 <= verb.sentence - p.index <= REACH for p in places)
