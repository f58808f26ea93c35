"""When something happened or takes effect: the dates that belong to an event's word."""

from __future__ import annotations

from datetime import date, timedelta

from tradegraph.extractors.actors import administrations_of
from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_span, clause_verb
from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import DateMention
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Span

AHEAD = ("planned", "expected", "possible", "conditional", "threatened", "proposed")
EFFECTIVE_LEAD = 40
"""Characters before a date in which a word may say that it is the effective one."""


def find_when(
    analysis: Analysis, trigger: Token, commitment: Commitment | None = None
) -> DateRange | None:
    """Return the date of the act: in the trigger's own clause, otherwise in the clause above it.

    In a plan the clause's own date is when it takes effect, so only the clause above counts.
    """
    ahead = commitment is not None and commitment.modality in AHEAD
    verb = clause_verb(analysis, trigger)
    if verb is None:
        return _first_past(analysis, analysis.sentence_of(trigger).span, None)
    own = clause_span(analysis, verb)
    if not ahead:
        found = _first_past(analysis, own, trigger)
        if found is not None:
            return found
    for above in analysis.ancestors(verb):
        if above.pos == "verb" and analysis.is_word(above, "reporting-verb"):
            outside = [
                d for d in _dates(analysis, clause_span(analysis, above)) if d.span not in own
            ]
            return outside[0].past if outside else None
    return None


def find_occasion(analysis: Analysis, trigger: Token, commitment: Commitment) -> DateRange | None:
    """Return the date of a meeting, hearing or the like: in the past, or ahead for a plan."""
    verb = clause_verb(analysis, trigger)
    span = clause_span(analysis, verb) if verb else analysis.sentence_of(trigger).span
    dates = _dates(analysis, span) or _dates(analysis, analysis.subtree_span(trigger))
    if not dates:
        return None
    nearest = min(dates, key=lambda d: abs(d.span.begin - trigger.begin))
    return nearest.future if commitment.modality in AHEAD else nearest.past


def since_office(analysis: Analysis, trigger: Token, by: tuple[str, ...]) -> DateRange | None:
    """Return the time since the actor's administration began, for *since taking office*."""
    published = analysis.document.published
    tokens = analysis.sentence_tokens(analysis.sentence_of(trigger))
    cue = next(
        (t for t in tokens if t.index > trigger.index and analysis.is_word(t, "since-office")), None
    )
    if cue is None or published is None:
        return None
    for actor in by:
        for administration in administrations_of(analysis, actor):
            start = analysis.registry.value(administration, "from")
            if start and date.fromisoformat(start) < published:
                words = analysis.text(analysis.subtree_span(cue))
                return DateRange(
                    date.fromisoformat(start),
                    published - timedelta(days=1),
                    "window",
                    words,
                    published,
                )
    return None


def present_after(analysis: Analysis, verb: Token, earlier: DateRange | None) -> DateRange | None:
    """Return the time from an earlier event to publication, for what is told in the present."""
    published = analysis.document.published
    if (
        verb.tag not in ("VBZ", "VBP", "VBG")
        or earlier is None
        or published is None
        or earlier.first > published
    ):
        return None
    return DateRange(earlier.first, published, "window")


def find_effective(analysis: Analysis, trigger: Token, commitment: Commitment) -> DateRange | None:
    """Return the day on which the change takes effect, where the clause says so."""
    sentence = analysis.sentence_of(trigger).span
    ahead = commitment.modality in AHEAD
    verb = clause_verb(analysis, trigger)
    own = clause_span(analysis, verb) if verb else sentence
    for date in _dates(analysis, sentence):
        if date.span.begin < trigger.begin and date.span not in own:
            continue
        if _is_effective(analysis, date, sentence) or (ahead and date.span in own):
            return date.future if ahead else date.past
    return None


def find_duration(analysis: Analysis, trigger: Token, span: Span) -> str | None:
    """Return the length of time in the trigger's sentence, as an ISO 8601 duration."""
    sentence = analysis.sentence_of(trigger).span
    near = [d for d in analysis.durations if d.span in sentence]
    return near[0].duration if near else None


def _first_past(analysis: Analysis, span: Span, trigger: Token | None) -> DateRange | None:
    dates = [d for d in _dates(analysis, span) if not _is_effective(analysis, d, span)]
    if not dates:
        return None
    if trigger is None:
        return dates[0].past
    return min(dates, key=lambda d: abs(d.span.begin - trigger.begin)).past


def _dates(analysis: Analysis, span: Span) -> list[DateMention]:
    return [
        d for d in analysis.dates_in(span) if d.past.precision != "year" or d.past.last.year >= 2000
    ]


def _is_effective(analysis: Analysis, date: DateMention, within: Span) -> bool:
    """Tell whether words before the date make it the day from which the change applies."""
    begin = max(within.begin, date.span.begin - EFFECTIVE_LEAD)
    lead = analysis.tokens_in(Span(begin, date.span.begin))
    return any(analysis.is_word(token, "effective-cue") for token in lead)
