"""Statements: who said what on trade policy, in quotation marks or in reported words, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.encounters import find_encounters
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdiction
from tradegraph.extractors.leads import join_leads
from tradegraph.extractors.tellings import add_telling
from tradegraph.extractors.turns import take_turns
from tradegraph.extractors.utterances import SHORTEST_QUOTE, Utterance, find_utterances
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Encounter, Fact, Span, Statement

TOPICS = (
    "topic-tariffs",
    "measure-noun",
    "deal-noun",
    "negotiation-noun",
    "ruling-noun",
    "retaliation",
    "goods-noun",
    "retaliating-verb",
)
REACH = 3
"""So many sentences before and after a statement tell its topic where it does not name it."""
LESS = 0.1
"""By so much less sure is a statement that does not name a topic of trade itself."""
NEAR = 5
"""So many sentences after their last words speakers go on in the same medium."""
RECENT = 50
"""So many statements back the same words may be told again."""
SHORTEST_REPEAT = 40
"""Characters of words that, told again, are the same statement."""
ACTING = (*JURISDICTIONS, "Administration", "Company")
"""Kinds of those who announce what they do, rather than speak."""
PRIVATE = ("Company", "Organization", "Person")
"""Kinds of those who may belong to no government."""
QUOTED, REPORTED, SOURCED = 0.85, 0.65, 0.5
"""How sure a statement is: in quotation marks, with a verb of speech, with *according to*."""
Turn = Sequence[Utterance]


class Speeches:
    """When and where each speaker spoke last: what they go on to say is of that day and place."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, ...], DateRange] = {}
        self._outlets: dict[tuple[str, ...], tuple[str, int]] = {}

    def date(self, turn: Turn, interview: Encounter | None) -> DateRange | None:
        """Return the day that the turn names for its words, that of the interview or the last."""
        speakers = turn[0].speakers
        told = next((utterance.when for utterance in turn if utterance.when), None)
        day = told or (interview.when if interview else None) or self._days.get(speakers)
        if day is not None:
            self._days[speakers] = day
        return day

    def place(self, turn: Turn, interview: Encounter | None) -> str | None:
        """Return what carries the turn's words, or carried what its speakers said just before."""
        speakers = turn[0].speakers
        told = next((u.outlet for u in turn if u.outlet), interview.outlet if interview else None)
        before, sentence = self._outlets.get(speakers, (None, 0))
        outlet = told or (before if turn[0].sentence - sentence <= NEAR else None)
        if outlet:
            self._outlets[speakers] = (outlet, turn[-1].sentence)
        return outlet


def find_statements(analysis: Analysis) -> Iterator[Fact]:
    """Yield the statements on trade policy that the document carries, one a turn and speaker."""
    met = [fact.content for fact in find_encounters(analysis)]
    interviews = [e for e in met if isinstance(e, Encounter) and e.event == "interview"]
    speeches = Speeches()
    told: list[Fact] = []
    for turn in join_leads(analysis, take_turns(find_utterances(analysis))):
        if _announces(analysis, turn):
            continue
        interview = _find_interview(analysis, turn, interviews)
        when, outlet = speeches.date(turn, interview), speeches.place(turn, interview)
        confidence = _rate(analysis, turn)
        if confidence:
            statement = _state(analysis, turn, interview, when, outlet)
            for speaker in statement.speakers:
                own = replace(statement, speakers=(speaker,))
                evidence = _cite(turn)
                fact = Fact(own, evidence, confidence=confidence, extractor="statements")
                add_telling(told, fact, _unite)
        if len(told) > RECENT:
            yield told.pop(0)
    yield from told


def _unite(earlier: Fact, later: Fact) -> Statement | None:
    """Return the statement of both facts, where the same words are told again."""
    first, again = earlier.content, later.content
    if not (isinstance(first, Statement) and isinstance(again, Statement)):
        return None
    if first.speakers != again.speakers:
        return None
    words, others = _wording(first), _wording(again)
    return first if any(a in b or b in a for a in words for b in others) else None


def _wording(statement: Statement) -> list[str]:
    """Return the words of the statement as letters alone, without short quotations."""
    told = statement.quotes or (statement.paraphrase or "",)
    plain = (" ".join(re.findall(r"\w+", words.lower())) for words in told)
    return [words for words in plain if len(words) >= SHORTEST_REPEAT]


def _announces(analysis: Analysis, turn: Turn) -> bool:
    """Tell whether a country announces what it does: that is an act, and its words are not told."""
    return all(
        u.verb is not None
        and not u.quotes
        and "event-announcement" in analysis.concepts(u.verb)
        and all(analysis.kind(speaker) in ACTING for speaker in u.speakers)
        for u in turn
    )


def _state(
    analysis: Analysis,
    turn: Turn,
    interview: Encounter | None,
    when: DateRange | None,
    outlet: str | None,
) -> Statement:
    """Return the statement that the turn makes."""
    first = turn[0]
    speech = [analysis.text(q.words) for u in turn for q in u.quotes]
    fragments = [words for u in turn for words in _find_fragments(analysis, u)]
    return Statement(
        speakers=first.speakers,
        quotes=_distinct([words.strip(" ,.") for words in (*speech, *fragments)]),
        paraphrase=None if speech else analysis.text(first.span),
        outlet=outlet,
        made_in=interview,
        about=_find_topics(analysis, turn),
        when=when,
        content=tuple(span for u in turn for span in u.content),
    )


def _find_fragments(analysis: Analysis, utterance: Utterance) -> Iterator[str]:
    """Yield the single words of the speaker's own in reported speech: *said it was “unfair”*.

    Names in quotation marks begin with a capital.
    """
    for quote in analysis.quotations_in(utterance.span):
        words = analysis.text(quote.words)
        if words[:1].islower() and len(analysis.tokens_in(quote.words)) < SHORTEST_QUOTE:
            yield words


def _cite(turn: Turn) -> tuple[Span, ...]:
    """Return the passages of the turn, its quoting sentence as the first.

    A quotation of several sentences is quoted whole: its words stand in one passage.
    """
    main = next((u for u in turn if u.quotes), turn[0])
    spans = [main.span, *(u.span for u in turn)]
    spans += [q.span for u in turn for q in u.quotes if not any(q.words in s for s in spans)]
    return tuple(dict.fromkeys(spans))


def _rate(analysis: Analysis, turn: Turn) -> float:
    """Return how sure the statement is, 0 where it is not about trade.

    *According to* may name the source of a figure rather than a speaker.
    """
    verb = turn[0].verb
    phrase = verb is not None and analysis.is_word(verb, "reporting-phrase")
    quoted = any(u.quotes for u in turn)
    confidence = QUOTED if quoted else SOURCED if phrase else REPORTED
    if any(_is_on_trade(analysis, u.span) for u in turn):
        return confidence
    told = quoted or not _is_private(analysis, turn[0])
    return round(confidence - LESS, 2) if told and _is_surrounded(analysis, turn) else 0


def _is_private(analysis: Analysis, utterance: Utterance) -> bool:
    """Tell whether a firm, a group or somebody of no government speaks."""
    return all(
        analysis.kind(speaker) in PRIVATE and find_jurisdiction(analysis, speaker) is None
        for speaker in utterance.speakers
    )


def _distinct(quotes: Sequence[str]) -> tuple[str, ...]:
    """Leave out a fragment that another quotation of the turn contains."""
    unique = dict.fromkeys(quotes)
    return tuple(q for q in unique if not any(q != other and q in other for other in quotes))


def _find_interview(
    analysis: Analysis, turn: Turn, interviews: Sequence[Encounter]
) -> Encounter | None:
    """Return the interview of the speaker in which the words say they were said."""
    words = [token for u in turn for token in analysis.tokens_in(u.span)]
    spoken = any("event-interview" in analysis.concepts(word) for word in words)
    own = [i for i in interviews if set(turn[0].speakers) & set(i.participants)]
    return own[-1] if spoken and own else None


def _is_on_trade(analysis: Analysis, span: Span) -> bool:
    """Tell whether the words are about trade policy."""
    return any(analysis.is_word(token, *TOPICS) for token in analysis.tokens_in(span))


def _is_surrounded(analysis: Analysis, turn: Turn) -> bool:
    """Tell whether the sentences around speak of trade policy, so that *it* does too."""
    first, last = turn[0].sentence, turn[-1].sentence
    around = analysis.sentences[max(0, first - REACH) : last + REACH + 1]
    return any(_is_on_trade(analysis, s.span) for s in around if not first <= s.index <= last)


def _find_topics(analysis: Analysis, turn: Turn) -> tuple[str, ...]:
    """Return the jurisdictions that the words are about, without the speakers' own."""
    own = {find_jurisdiction(analysis, speaker) for speaker in turn[0].speakers}
    found = [topic for u in turn for topic in _topics_in(analysis, u.span) if topic not in own]
    return tuple(dict.fromkeys(found))


def _topics_in(analysis: Analysis, span: Span) -> Iterator[str]:
    """Yield whom the words name, then whom *both leaders* or *the two sides* mean."""
    for mention in analysis.mentions_in(span, *JURISDICTIONS, "ActorGroup"):
        if mention.entity:
            yield find_jurisdiction(analysis, mention.entity) or mention.entity
    for token in analysis.tokens_in(span):
        if analysis.is_word(token, "leaders-noun", "sides-noun"):
            places = (find_jurisdiction(analysis, actor) for actor in find_actors(analysis, token))
            yield from (place for place in places if place)
