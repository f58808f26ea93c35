"""What a ruling reaches: the question put to the court, the extent of the answer, the relief."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.measure_context import find_policy
from tradegraph.extractors.measure_phrases import find_measure_phrases
from tradegraph.extractors.passages import trim
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Measure

REACH = 2
"""How many sentences after the question a ruling may answer it."""


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """The question that rulings are said to turn on, and the measure that it asks about."""

    text: str
    measure: Measure | None


def question_before(analysis: Analysis, verb: Token) -> LegalQuestion | None:
    """Return the question that the sentences before say the rulings are about: *rulings on whether
    the ministry may collect the levy*.
    """
    index = verb.sentence
    for sentence in analysis.sentences[max(0, index - REACH) : index + 1]:
        tokens = analysis.sentence_tokens(sentence)
        asked = next((t for t in tokens if t.lower == "whether"), None)
        if asked is None or not any(
            analysis.is_word(t, "ruling-noun") and t.index < asked.index for t in tokens
        ):
            continue
        clause = analysis.head(asked)
        span = trim(analysis, analysis.subtree_span(clause))
        return LegalQuestion(analysis.text(span).rstrip("."), _measure_asked(analysis, clause))
    return None


def _measure_asked(analysis: Analysis, clause: Token) -> Measure | None:
    sentence = analysis.sentence_of(clause)
    for phrase in find_measure_phrases(analysis, sentence):
        if phrase.head.index < clause.index - len(list(analysis.subtree(clause))):
            continue
        programme = phrase.programme or find_policy(analysis, phrase)
        main = main_jurisdiction(analysis, ())
        imposers = phrase.imposers or ((main,) if main else ())
        if programme and imposers:
            return Measure(imposers, programme=programme)
    return None


def is_asked(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word stands in a question that a court is to answer, so that it asserts
    nothing.
    """
    for word in (token, *analysis.ancestors(token)):
        marks = [t for t in analysis.children(word, "mark", "advmod") if t.lower == "whether"]
        if marks:
            before = analysis.tokens[analysis.sentence_of(token).first : marks[0].index]
            return any(
                analysis.is_word(t, "ruling-noun", "filing-noun", "court-noun") for t in before
            )
    return False


def read_scope(analysis: Analysis, verb: Token) -> tuple[str | None, str | None]:
    """Return how much of the measures the ruling reaches, and the words that say so."""
    sentence = analysis.sentence_of(verb)
    for phrase in find_measure_phrases(analysis, sentence):
        if phrase.head.index < verb.index:
            continue
        top = phrase.head
        while top.dep == "pobj" and analysis.head(analysis.head(top)).pos in ("noun", "adjective"):
            top = analysis.head(analysis.head(top))
        near = [t for t in analysis.subtree(top) if t.index <= phrase.head.index]
        scope = next((s for t in near if (s := analysis.evokes(t, "scope"))), None)
        if scope is not None:
            return scope, analysis.text(trim(analysis, analysis.subtree_span(top)))
        return None, None
    return None, None


def read_relief(analysis: Analysis, verb: Token) -> tuple[str, ...]:
    """Return what the court ordered, as notations of the code list `relief`."""
    tokens = analysis.sentence_tokens(analysis.sentence_of(verb))
    found = [
        c.partition("-")[2]
        for t in tokens
        for c in sorted(analysis.concepts(t))
        if c.startswith("relief-")
    ]
    return tuple(dict.fromkeys(found))
