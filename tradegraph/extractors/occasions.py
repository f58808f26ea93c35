"""When something happened or takes effect: the dates that belong to an event's word.

A date of the event's own clause dates the act; in a plan it is the day on which the change takes
effect, and only the clause that reports the plan dates the act. A date after *effective*, *from*
or *starting* is never the date of the act.
"""

from __future__ import annotations

from datetime import date, timedelta

from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_span, clause_verb, is_within, shares_clause
from tradegraph.extractors.jurisdictions import administrations_of
from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import DateMention
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Span

EFFECTIVE_LEAD = 60
"""Characters before a date in which a word may say that it is the effective one."""
EARLIEST_YEAR = 2000
"""A bare year before it is history, not the date of the news."""
ENDING = ("until", "till", "through")
"""Prepositions before the day on which something ends."""
COMMON = ("NN", "NNS")
"""Tags of nouns that are no names: *the May judgment*, but *in May Norway imposed*."""
WHEN = "when"
DEPENDENT = ("xcomp", "advcl", "acl", "pcomp")
NON_FINITE = ("VB", "VBG", "VBN")
"""Relations and tags of clauses that have no time of their own: *invoked it to impose*."""
PAST = "VBD"
PRESENT = ("VBZ", "VBP", "VBG")


def find_when(
    analysis: Analysis, trigger: Token, commitment: Commitment | None = None
) -> DateRange | None:
    """Return the date of the act: in the trigger's own clause, otherwise in the clause above it."""
    verb = clause_verb(analysis, trigger)
    if verb is None:
        dates = _act_dates(analysis, analysis.sentence_of(trigger).span)
        return dates[0].past if dates else None
    own = clause_span(analysis, verb)
    ahead = commitment is not None and commitment.is_ahead
    dates = [] if ahead else _of_clause(analysis, _act_dates(analysis, own), verb)
    dates = [day for day in dates if not _is_of_another(analysis, day, trigger)]
    if not dates and not ahead:
        occasion = _of_occasion(analysis, verb)
        dates = [day for day in occasion if not _is_of_another(analysis, day, trigger)]
    if dates:
        return _nearest(dates, trigger).past
    told = None if ahead else _day_before_when(analysis, verb)
    if told is not None:
        return told.past
    for above in analysis.ancestors(verb):
        if above.pos == "verb" and analysis.is_word(above, "reporting-verb"):
            reporting = _dates(analysis, clause_span(analysis, above))
            return next((d.past for d in reporting if d.span not in own), None)
    return None


def _is_of_another(analysis: Analysis, day: DateMention, trigger: Token) -> bool:
    """Tell whether the date is one of another event that the clause only mentions.

    *Reversed a judgment of July 1974*; *affirmed the court, which had upheld the duty in March*.
    """
    word = analysis.head_of(day.span)
    while word is not None and word is not trigger and word.head != word.index:
        above = analysis.head(word)
        clause = word.pos == "verb" and word.dep in ("relcl", "acl") and above is not trigger
        clause |= word.tag == "VBG" and word.dep == "advcl"  # rising to 25% in January
        if clause and not is_within(analysis, trigger, word):
            return True
        naming = word.dep in ("nmod", "compound", "poss") or word.lower == "of"
        if naming and above.tag in COMMON and above is not trigger:
            return not (is_within(analysis, trigger, above) or _is_means(analysis, above))
        word = above
    return False


def _is_of_earlier(analysis: Analysis, day: DateMention, trigger: Token) -> bool:
    """Tell whether the date is of what happened before: *talks on a pact that failed in 2023*."""
    word = analysis.head_of(day.span)
    above = (word, *analysis.ancestors(word)) if word is not None else ()
    clauses = (t for t in above if t.dep == "relcl" and t.tag == PAST)
    return any(not is_within(analysis, trigger, clause) for clause in clauses)


def _is_means(analysis: Analysis, noun: Token) -> bool:
    """Tell whether the act is done by what the noun names: *by notice of 17 October it opened*."""
    preposition = analysis.head(noun)
    return noun.dep == "pobj" and analysis.head(preposition).pos == "verb"


def _day_before_when(analysis: Analysis, verb: Token) -> DateMention | None:
    """Return the date that a clause tells of: *in August, when the court upheld the duty*."""
    verbs = [verb, *([analysis.head(verb)] if verb.dep in ("xcomp", "ccomp") else [])]
    marks = [t for each in verbs for t in analysis.children(each, "advmod")]
    when = next((t for t in marks if t.lower == WHEN), None)
    if when is None or when.index == 0:
        return None
    before = analysis.tokens[when.index - 1]
    end = before.begin if before.text == "," else before.end
    dates = _dates(analysis, analysis.sentence_of(verb).span)
    return next((day for day in dates if 0 <= end - day.span.end <= 1), None)


def _of_occasion(analysis: Analysis, verb: Token) -> list[DateMention]:
    """Return the date of what a clause without a finite verb is part of: *signed it in May to*."""
    above = analysis.head(verb)
    dependent = verb.dep in DEPENDENT and verb.tag in NON_FINITE
    governing = clause_verb(analysis, above) if dependent and above is not verb else None
    if governing is None:
        return []
    days = _act_dates(analysis, clause_span(analysis, governing))
    return _of_clause(analysis, [day for day in days if not _is_cited(analysis, day)], governing)


def _is_cited(analysis: Analysis, day: DateMention) -> bool:
    """Tell whether the date is that of an instrument: *Executive Order 14257 of April 2, 2025*."""
    first = analysis.token_at(day.span.begin)
    mention = analysis.mention_at(first) if first is not None else None
    return mention is not None and mention.kind == "LegalInstrument"


def find_occasion(analysis: Analysis, trigger: Token, commitment: Commitment) -> DateRange | None:
    """Return the date of a meeting, hearing or the like: in the past, or ahead for a plan."""
    verb = clause_verb(analysis, trigger)
    span = clause_span(analysis, verb) if verb else analysis.sentence_of(trigger).span
    dates = _dates(analysis, span) or _dates(analysis, analysis.subtree_span(trigger))
    dates = [day for day in dates if not _is_of_earlier(analysis, day, trigger)]
    if not dates:
        return None
    nearest = _nearest(dates, trigger)
    return nearest.future if commitment.is_ahead else nearest.past


def since_office(analysis: Analysis, trigger: Token, by: tuple[str, ...]) -> DateRange | None:
    """Return the time since the actor's administration began, for *since taking office*."""
    published = analysis.document.published
    following = analysis.tokens[trigger.index + 1 : analysis.sentence_of(trigger).last]
    cue = next((token for token in following if analysis.is_word(token, "since-office")), None)
    if cue is None or published is None:
        return None
    for actor in by:
        for administration in administrations_of(analysis, actor):
            start = analysis.registry.value(administration, "from")
            begin = date.fromisoformat(start) if start else published
            if begin < published:
                words = analysis.text(analysis.subtree_span(cue))
                end = published - timedelta(days=1)
                return DateRange(begin, end, "window", words, published)
    return None


def present_after(analysis: Analysis, verb: Token, earlier: DateRange | None) -> DateRange | None:
    """Return the time from an earlier event to publication, for what is told in the present."""
    published = analysis.document.published
    if verb.tag not in PRESENT or earlier is None or published is None:
        return None
    return DateRange(earlier.first, published, "window") if earlier.first <= published else None


def find_effective(analysis: Analysis, trigger: Token, commitment: Commitment) -> DateRange | None:
    """Return the day on which the change takes effect, where the clause says so."""
    sentence = analysis.sentence_of(trigger).span
    verb = clause_verb(analysis, trigger)
    own = clause_span(analysis, verb) if verb else sentence
    for day in _dates(analysis, sentence):
        if day.span.begin < trigger.begin and day.span not in own:
            continue
        shared = verb is None or bool(_of_clause(analysis, [day], verb))
        planned = commitment.is_ahead and day.span in own and shared
        if planned or _is_effective(analysis, day, sentence):
            return day.future if commitment.is_ahead else day.past
    return None


def find_end(analysis: Analysis, trigger: Token) -> date | None:
    """Return the last day of what the trigger's clause says lasts until then."""
    verb = clause_verb(analysis, trigger)
    own = clause_span(analysis, verb) if verb else analysis.sentence_of(trigger).span
    ends = (day.future for day in analysis.dates_in(own) if _is_end(analysis, day))
    return next((end.last for end in ends if end.precision == "day"), None)


def _is_end(analysis: Analysis, day: DateMention) -> bool:
    """Tell whether the date is the one until which something lasts."""
    before = analysis.token_at(day.span.begin - 1)
    inside = analysis.token_at(day.span.begin)
    return any(t is not None and t.lower in ENDING for t in (before, inside))


def find_duration(analysis: Analysis, trigger: Token) -> str | None:
    """Return how long the event lasts, as an ISO 8601 duration: *for 90 days*, *a 90-day pause*."""
    verb = clause_verb(analysis, trigger)
    own = clause_span(analysis, verb) if verb else analysis.sentence_of(trigger).span
    beside = analysis.subtree_span(trigger)
    for length in analysis.durations:
        if length.span not in own:
            continue
        before = analysis.token_at(length.span.begin - 1)
        lasting = before is not None and analysis.is_word(before, "lasting-cue")
        if lasting or (trigger.pos == "noun" and length.span in beside):
            return length.duration
    return None


def _of_clause(analysis: Analysis, dates: list[DateMention], verb: Token) -> list[DateMention]:
    """Return the dates that belong to the verb, not to one coordinated with it."""
    heads = [(day, analysis.head_of(day.span)) for day in dates]
    return [day for day, head in heads if head is None or shares_clause(analysis, head, verb)]


def _nearest(dates: list[DateMention], trigger: Token) -> DateMention:
    return min(dates, key=lambda day: abs(day.span.begin - trigger.begin))


def _act_dates(analysis: Analysis, span: Span) -> list[DateMention]:
    """Return the dates of the span that are not those of a coming into effect."""
    return [day for day in _dates(analysis, span) if not _is_effective(analysis, day, span)]


def _dates(analysis: Analysis, span: Span) -> list[DateMention]:
    return [
        day
        for day in analysis.dates_in(span)
        if day.past.precision != "year" or day.past.last.year >= EARLIEST_YEAR
        if not _is_end(analysis, day)
    ]


def _is_effective(analysis: Analysis, day: DateMention, within: Span) -> bool:
    """Tell whether words before the date make it the day from which the change applies."""
    begin = max(within.begin, day.span.begin - EFFECTIVE_LEAD)
    lead = analysis.tokens_in(Span(begin, day.span.begin))
    cues = [token for token in lead if analysis.is_word(token, "effective-cue")]
    return any(token.pos != "preposition" or token is lead[-1] for token in cues)
