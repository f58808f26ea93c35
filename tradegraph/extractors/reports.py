"""Reporting clauses: which words of a sentence say that somebody says something, and who.

The speaker is the subject of a verb of speech, or follows *according to*. What is told inside the
reported words has no speaker of its own here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradegraph.extractors.grammar import find_agent, find_subject, is_passive, objects_of
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.extractors.speakers import NOBODY, Floor, find_speakers
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Span

REPORTED = ("ccomp", "xcomp", "parataxis")
TIMES = ("after", "as", "before", "since", "when")
"""Words before a clause that tells what is known already: *fell after Oslo warned of duties*."""
AUTHORITIES = {"Administration", "Country", "CustomsUnion", "GovernmentBody"}
STUDYING = {"Organization"}
NAMING = ("as", "for", "to")
"""Prepositions before what something is called or called for."""
FINITE = ("VBD", "VBP", "VBZ")
TIME = ("DATE", "TIME")
LONGEST_TITLE = 9
"""Words between a verb of speech and the name of who speaks."""
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
    floor: Floor = NOBODY,
) -> list[Report]:
    """Return the reporting clauses of the sentence outside its quotations, one a speaker."""
    found: list[Report] = []
    for token in analysis.sentence_tokens(sentence):
        place = Span(token.begin, token.end)
        if any(place in quote.span for quote in quotes):
            continue
        for subject in _find_subjects(analysis, token, quotes):
            speakers = find_speakers(analysis, subject, floor, quoted=bool(quotes))
            if speakers and not _is_source(analysis, token, speakers):
                found.append(Report(token, speakers, subject.tag == "PRP"))
                break
    outer = [r for r in found if not any(_tells(analysis, o.verb, r.verb) for o in found)]
    first_of = {report.speakers: report for report in reversed(outer)}
    return [report for report in outer if first_of[report.speakers] is report]


def _tells(analysis: Analysis, outer: Token, inner: Token) -> bool:
    """Tell whether the inner word stands in what the outer one reports, with no stop between."""
    first, last = sorted((outer.index, inner.index))
    stopped = any(token.lower == ";" for token in analysis.tokens[first:last])
    if outer is inner or stopped:
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
        if _reports(analysis, token, quotes):
            yield from _subjects_of(analysis, token, quotes)
        elif is_passive(analysis, token) and analysis.is_word(token, "evaluating-verb"):
            agent = find_agent(analysis, token)
            yield from [agent] if agent is not None else []
    if analysis.is_word(token, "reporting-phrase"):
        below = (word for word in analysis.subtree(token) if word.dep == "pobj")
        yield from objects_of(analysis, token, "to")[:1] or [*below][:1]


def _is_source(analysis: Analysis, phrase: Token, speakers: tuple[str, ...]) -> bool:
    """Tell whether *according to* names where something can be read, rather than who says it.

    Organizations publish studies, and authorities count the dollars of trade.
    """
    if phrase.pos == "verb" and analysis.is_word(phrase, "strong-reporting-verb"):
        return False
    kinds = {analysis.kind(speaker) for speaker in speakers}
    told = analysis.sentence_of(phrase).span
    counted = any(money.span in told for money in analysis.moneys) and kinds <= AUTHORITIES
    return counted or kinds <= STUDYING


def _subjects_of(analysis: Analysis, verb: Token, quotes: Sequence[Quotation]) -> Iterator[Token]:
    """Yield the verb's own subjects, nearest first, or the one that it shares.

    The parse may miss them: who is named right beside a verb of speech speaks, too.
    """
    own = analysis.children(verb, "nsubj")
    if len(own) > 1:
        yield from sorted(own, key=lambda t: abs(t.index - verb.index))
    elif (subject := find_subject(analysis, verb)) is not None:
        yield subject
    if verb.dep == "ROOT" and verb.tag in FINITE:
        yield from _named_before(analysis, verb) if not own else _named_after(analysis, verb)
        yield from _named_between(analysis, verb, quotes) if not own else ()


def _named_between(analysis: Analysis, verb: Token, quotes: Sequence[Quotation]) -> Iterator[Token]:
    """Yield the person named first between a quotation and the verb: *“No,” Ann Lee, ..., said*."""
    ends = [quote.span.end for quote in quotes if quote.span.end <= verb.begin]
    if ends:
        people = analysis.mentions_in(Span(ends[-1], verb.begin), "Person")
        heads = (analysis.head_of(mention.span) for mention in people[:1])
        yield from (head for head in heads if head is not None)


def _named_before(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield the name before the verb, with nothing but adverbs and days between."""
    first = analysis.sentence_of(verb).first
    for index in range(verb.index - 1, first - 1, -1):
        token = analysis.tokens[index]
        mention = analysis.mention_at(token)
        if mention is not None and mention.kind in ACTOR_KINDS:
            yield token
            return
        dated = analysis.dates_in(Span(token.begin, token.end)) or token.label in TIME
        if not (dated or token.pos == "adv" or token.lower in ("on", "has", "had")):
            return


def _named_after(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield who is named after the verb of an aside: *The duty, said Ann Lee, hurts*."""
    before = analysis.tokens[max(0, verb.index - 1)]
    if before.lower != ",":
        return
    last = min(analysis.sentence_of(verb).last, verb.index + LONGEST_TITLE)
    for index in range(verb.index + 1, last):
        token = analysis.tokens[index]
        mention = analysis.mention_at(token)
        if mention is not None and mention.kind == "Person":
            yield analysis.head_of(mention.span) or token
            return
        if token.pos == "verb":
            return


def _reports(analysis: Analysis, verb: Token, quotes: Sequence[Quotation]) -> bool:
    """Tell whether the verb reports words: a clause, or a quotation beside it."""
    if is_passive(analysis, verb):
        return False
    if quotes:
        return True
    if analysis.children(verb, "neg") or _is_refused(analysis, verb):
        return False
    if _is_known(analysis, verb) or _is_purpose(analysis, verb):
        return False
    clauses = [clause for clause in analysis.children(verb, *REPORTED) if clause.dep != "xcomp"]
    words = sum(1 for clause in clauses for _ in analysis.subtree(clause))
    if _is_aside(analysis, verb) or words >= SHORTEST_REPORT:
        return True
    return _evaluates(analysis, verb)


def _evaluates(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb judges or asks for something; one that names says as what."""
    if not analysis.is_word(verb, "evaluating-verb"):
        return False
    if analysis.is_word(verb, "naming-verb"):
        asks = any(p.lower in NAMING for p in analysis.children(verb, "prep"))
        named = analysis.children(verb, "dobj", "oprd", "xcomp")
        return asks or len(named) > 1 or bool(analysis.children(verb, "xcomp"))
    return bool(analysis.children(verb, "dobj", "prep", "oprd"))


def _is_aside(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb stands beside the words that it reports."""
    if verb.dep == "parataxis":
        return True
    beside = verb.dep == "conj" and not analysis.children(analysis.head(verb), "cc")
    own = analysis.children(verb, "nsubj")
    return beside and bool(own) and not analysis.children(verb, "dobj", *REPORTED)


def _is_known(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb stands in a clause of time, of what the story does not tell anew."""
    marks = (t.lower for t in analysis.children(verb, "mark", "advmod"))
    return verb.dep == "advcl" and any(word in TIMES for word in marks)


def _is_purpose(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb says what something is for: *a chance to praise the deal*."""
    return verb.dep in ("acl", "advcl") and any(
        t.tag == "TO" for t in analysis.children(verb, "aux")
    )


def _is_refused(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb is what somebody declines to do: *declined to say whether*."""
    return verb.dep == "xcomp" and analysis.is_word(analysis.head(verb), "negation")
