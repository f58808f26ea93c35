"""Reporting clauses: which words of a sentence say that somebody says something, and who.

The speaker is the subject of a verb of speech, or follows *according to*. What is told inside the
reported words has no speaker of its own here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradegraph.extractors.grammar import find_subject, objects_of
from tradegraph.extractors.speakers import find_speakers
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Span

REPORTED = ("ccomp", "xcomp", "parataxis")
SHORTEST_REPORT = 4
"""Words that a reported clause has at least."""


@dataclass(frozen=True, slots=True)
class Report:
    """A word that reports speech, who is said to speak, and whether a pronoun says so."""

    verb: Token
    speakers: tuple[str, ...]
    is_pronominal: bool = False


def find_reports(
    analysis: Analysis,
    sentence: Sentence,
    quotes: Sequence[Quotation],
    previous: tuple[str, ...] = (),
) -> list[Report]:
    """Return the reporting clauses of the sentence outside its quotations, one a speaker.

    `previous` are those who spoke just before.
    """
    found: list[Report] = []
    for token in analysis.sentence_tokens(sentence):
        place = Span(token.begin, token.end)
        if any(place in quote.span for quote in quotes):
            continue
        for subject in _find_subjects(analysis, token, quotes):
            speakers = find_speakers(analysis, subject, previous, quoted=bool(quotes))
            if speakers:
                found.append(Report(token, speakers, subject.tag == "PRP"))
                break
    outer = [r for r in found if not any(_tells(analysis, o.verb, r.verb) for o in found)]
    first_of = {report.speakers: report for report in reversed(outer)}
    return [report for report in outer if first_of[report.speakers] is report]


def _tells(analysis: Analysis, outer: Token, inner: Token) -> bool:
    """Tell whether the inner word stands in what the outer one reports."""
    if outer is inner:
        return False
    if outer.dep == "parataxis":
        clause = analysis.head(outer)
        return inner is clause or any(t is clause for t in _clauses_above(analysis, inner))
    return any(analysis.head(t) is outer for t in _clauses_above(analysis, inner))


def _clauses_above(analysis: Analysis, word: Token) -> Iterator[Token]:
    """Yield the reported clauses in which the word stands."""
    return (t for t in (word, *analysis.ancestors(word)) if t.dep in REPORTED)


def _find_subjects(
    analysis: Analysis, token: Token, quotes: Sequence[Quotation]
) -> Iterator[Token]:
    """Yield whom the word names as speaker, as a verb of speech or as *according to*."""
    if token.pos == "verb" and analysis.is_word(token, "strong-reporting-verb"):
        subject = find_subject(analysis, token)
        if subject is not None and _reports(analysis, token, quotes):
            yield subject
    if analysis.is_word(token, "reporting-phrase"):
        below = (word for word in analysis.subtree(token) if word.dep == "pobj")
        yield from objects_of(analysis, token, "to")[:1] or [*below][:1]


def _reports(analysis: Analysis, verb: Token, quotes: Sequence[Quotation]) -> bool:
    """Tell whether the verb reports words: a clause, or a quotation beside it."""
    if quotes:
        return True
    if analysis.children(verb, "auxpass", "neg") or _is_refused(analysis, verb):
        return False
    clauses = [clause for clause in analysis.children(verb, *REPORTED) if clause.dep != "xcomp"]
    words = sum(1 for clause in clauses for _ in analysis.subtree(clause))
    if verb.dep == "parataxis" or words >= SHORTEST_REPORT:
        return True
    evaluates = analysis.is_word(verb, "evaluating-verb")
    return evaluates and bool(analysis.children(verb, "dobj", "prep", "oprd"))


def _is_refused(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb is what somebody declines to do: *declined to say whether*."""
    return verb.dep == "xcomp" and analysis.is_word(analysis.head(verb), "negation")
