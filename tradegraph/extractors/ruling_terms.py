"""What a ruling reaches: the question put to the court, the measure, the extent, the relief."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.goods import NOTHING
from tradegraph.extractors.measure_phrases import find_measure_phrases, read_policy
from tradegraph.extractors.passages import trim
from tradegraph.extractors.programmes import authorities_in
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Measure, Span

REACH = 2
"""How many sentences after the question a ruling may answer it."""
WHETHER = "whether"


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """The question that rulings are said to turn on, and the measure that it asks about."""

    text: str
    measure: Measure | None


def question_before(analysis: Analysis, verb: Token) -> LegalQuestion | None:
    """Return the question that the sentences before say the rulings are about.

    *Rulings on whether the ministry may collect the levy.*
    """
    index = verb.sentence
    for sentence in analysis.sentences[max(0, index - REACH) : index + 1]:
        tokens = analysis.sentence_tokens(sentence)
        asked = next((t for t in tokens if t.lower == WHETHER), None)
        ruled = next((t for t in tokens if analysis.is_word(t, "ruling-noun")), None)
        if asked is None or ruled is None or ruled.index > asked.index:
            continue
        clause = analysis.head(asked)
        span = trim(analysis, analysis.subtree_span(clause))
        return LegalQuestion(analysis.text(span).rstrip("."), _measure_asked(analysis, clause))
    return None


def _measure_asked(analysis: Analysis, clause: Token) -> Measure | None:
    begin = analysis.subtree_span(clause).begin
    for phrase in find_measure_phrases(analysis, analysis.sentence_of(clause)):
        programme = phrase.programme or read_policy(analysis, phrase)
        imposers = phrase.imposers or _presumed_imposers(analysis)
        if phrase.head.begin >= begin and programme and imposers:
            return Measure(imposers, programme=programme)
    return None


def _presumed_imposers(analysis: Analysis) -> tuple[str, ...]:
    main = main_jurisdiction(analysis)
    return (main,) if main else ()


def is_asked(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word stands in a question that a court is to answer, asserting nothing."""
    for word in (token, *analysis.ancestors(token)):
        marks = [t for t in analysis.children(word, "mark", "advmod") if t.lower == WHETHER]
        if marks:
            before = analysis.tokens[analysis.sentence_of(token).first : marks[0].index]
            judging = ("ruling-noun", "filing-noun", "court-noun")
            return any(analysis.is_word(t, *judging) for t in before)
    return False


def measure_ruled_on(analysis: Analysis, verb: Token) -> Measure | None:
    """Return the measure that the sentence of the ruling names or whose statute it names."""
    phrase = next(find_measure_phrases(analysis, analysis.sentence_of(verb)), None)
    imposers = (phrase.imposers if phrase else ()) or _presumed_imposers(analysis)
    authority = (phrase.authority if phrase else None) or _authority_near(analysis, verb)
    if not imposers or (phrase is None and authority is None):
        return None
    programme = (phrase.programme or read_policy(analysis, phrase)) if phrase else None
    goods = phrase.goods if phrase else NOTHING
    targets = tuple(target for target in goods.targets if target not in imposers)
    return Measure(imposers, targets, goods.products, authority, None, programme)


def _authority_near(analysis: Analysis, verb: Token) -> str | None:
    """Return the authority named in the sentence, else the last one before it, else the first."""
    inside = authorities_in(analysis, analysis.sentence_of(verb).span)
    if inside:
        return inside[0]
    text = analysis.document.text
    before = authorities_in(analysis, Span(0, verb.begin))
    return before[-1] if before else next(iter(authorities_in(analysis, Span(0, len(text)))), None)


def read_scope(analysis: Analysis, verb: Token) -> tuple[str | None, str | None]:
    """Return how much of the measures the ruling reaches, and the words that say so."""
    phrases = find_measure_phrases(analysis, analysis.sentence_of(verb))
    phrase = next((p for p in phrases if p.head.index >= verb.index), None)
    if phrase is None:
        return None, None
    top = phrase.head  # the bulk of the duties: the noun before *of* tells the extent
    while top.dep == "pobj" and analysis.head(analysis.head(top)).pos in ("noun", "adjective"):
        top = analysis.head(analysis.head(top))
    near = [t for t in analysis.subtree(top) if t.index <= phrase.head.index]
    scope = next((s for t in near if (s := analysis.evokes(t, "scope"))), None)
    if scope is None:
        return None, None
    return scope, analysis.text(trim(analysis, analysis.subtree_span(top)))


def read_relief(analysis: Analysis, verb: Token) -> tuple[str, ...]:
    """Return what the court ordered, as notations of the code list `relief`."""
    tokens = analysis.sentence_tokens(analysis.sentence_of(verb))
    concepts = [concept for token in tokens for concept in sorted(analysis.concepts(token))]
    found = [c.partition("-")[2] for c in concepts if c.startswith("relief-")]
    return tuple(dict.fromkeys(found))
