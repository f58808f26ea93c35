"""Utterances: the sentences that quote or report, with their speakers.

The speaker is the subject of a verb of speech, follows *according to*, or stands before a colon. A
quotation without a speaker of its own goes on with the last one's words, or belongs to the one who
is named in the next sentence of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.coreference import HE, THEY
from tradegraph.extractors.grammar import clause_span, find_subject, objects_of
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.extractors.organizations import PROPER, name_party
from tradegraph.extractors.passages import trim
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import DateRange, Span

SPEAKERS = ACTOR_KINDS - {"MediaOutlet"}
REPORTED = ("ccomp", "xcomp", "parataxis")
SHORTEST_QUOTE = 3
"""Words that a quotation has at least to be speech rather than a name in quotation marks."""
SHORTEST_REPORT = 4
"""Words that a reported clause has at least."""
LONGEST_NAME = 9
"""Words of a speaker's name and title before a colon."""
CARRYING = ("with", "on", "to", "in", "by", "for", "from")
"""Prepositions before the medium that carries the words."""

Quotes = tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence's worth of speech; `is_closed` where nothing that follows belongs to it."""

    sentence: int
    span: Span
    speakers: tuple[str, ...]
    quotes: Quotes
    verb: Token | None
    outlet: str | None
    when: DateRange | None
    content: tuple[Span, ...]
    is_closed: bool = False


def find_utterances(analysis: Analysis) -> Iterator[Utterance]:
    """Yield what is said, sentence by sentence, by speakers that are known."""
    read = list(_read_sentences(analysis))
    previous: Utterance | None = None
    for index, utterance in enumerate(read):
        speakers = utterance.speakers
        following = read[index + 1] if index + 1 < len(read) else None
        if not speakers and previous is not None and _continues(analysis, utterance, previous):
            speakers = previous.speakers
        if not speakers and following is not None and _leads_to(analysis, utterance, following):
            speakers = following.speakers
        if speakers:
            previous = replace(utterance, speakers=speakers)
            yield from _second_clauses(analysis, previous)
            yield previous


def _read_sentences(analysis: Analysis) -> Iterator[Utterance]:
    """Yield the sentences that quote or report, whether or not they name the speaker."""
    for sentence in analysis.sentences:
        quotes = _find_speech(analysis, sentence)
        verb, speakers = _find_reporting(analysis, sentence, quotes)
        if quotes and not speakers:
            speakers = _named_before_colon(analysis, sentence, quotes)
        if not quotes and verb is None:
            continue
        span = trim(analysis, _with_quotes(sentence.span, quotes))
        yield Utterance(
            sentence.index,
            span,
            speakers,
            quotes,
            verb,
            _find_outlet(analysis, sentence),
            _find_day(analysis, verb, quotes) if verb is not None else None,
            _find_content(analysis, span, verb, quotes),
        )


def _find_speech(analysis: Analysis, sentence: Sentence) -> Quotes:
    """Return the quotations of the sentence that are long enough to be speech."""
    return tuple(
        quote
        for quote in analysis.quotations
        if quote.span.overlaps(sentence.span)
        and len(analysis.tokens_in(quote.words)) >= SHORTEST_QUOTE
    )


def _find_reporting(
    analysis: Analysis, sentence: Sentence, quotes: Quotes
) -> tuple[Token | None, tuple[str, ...]]:
    """Return the reporting verb of the sentence, outside its quotations, and its speakers."""
    for token in analysis.sentence_tokens(sentence):
        place = Span(token.begin, token.end)
        if any(place in quote.span for quote in quotes):
            continue
        for subject in _find_subjects(analysis, token, quotes):
            speakers = find_speakers(analysis, subject, quoted=bool(quotes))
            if speakers:
                return token, speakers
    return None, ()


def _find_subjects(analysis: Analysis, token: Token, quotes: Quotes) -> Iterator[Token]:
    """Yield whom the word names as speaker, as a verb of speech or as *according to*."""
    if token.pos == "verb" and analysis.is_word(token, "strong-reporting-verb"):
        subject = find_subject(analysis, token)
        if subject is not None and _reports(analysis, token, quotes):
            yield subject
    if analysis.is_word(token, "reporting-phrase"):
        below = (word for word in analysis.subtree(token) if word.dep == "pobj")
        yield from objects_of(analysis, token, "to")[:1] or [*below][:1]


def _reports(analysis: Analysis, verb: Token, quotes: Quotes) -> bool:
    """Tell whether the verb reports words: a clause, or a quotation beside it."""
    if quotes:
        return True
    if analysis.children(verb, "auxpass", "neg"):
        return False
    clauses = analysis.children(verb, *REPORTED)
    words = sum(1 for clause in clauses for _ in analysis.subtree(clause))
    if verb.dep == "parataxis" or words >= SHORTEST_REPORT:
        return True
    evaluates = analysis.is_word(verb, "evaluating-verb")
    return evaluates and bool(analysis.children(verb, "dobj", "prep", "oprd"))


def find_speakers(analysis: Analysis, subject: Token, *, quoted: bool) -> tuple[str, ...]:
    """Return who speaks: actors, or a party that the text names; a court only by its own words."""
    actors = [actor for actor in find_actors(analysis, subject) if analysis.kind(actor) in SPEAKERS]
    actors = [actor for actor in actors if quoted or analysis.kind(actor) != "Court"]
    if actors:
        return tuple(actors)
    unnamed = subject.tag in ("NN", "NNS") and analysis.is_word(subject, "expert-noun")
    if unnamed or subject.lower in HE or subject.lower in THEY:
        return ()
    return name_party(analysis, subject) if quoted or subject.pos == "noun" else ()


def _named_before_colon(analysis: Analysis, sentence: Sentence, quotes: Quotes) -> tuple[str, ...]:
    """Return the speaker of a line such as *Growers' Union: “We welcome it.”*."""
    begin = sentence.span.begin
    lead = analysis.document.text[begin : quotes[0].span.begin].rstrip()
    if not lead.endswith(":"):
        return ()
    named = analysis.tokens_in(Span(begin, begin + len(lead) - 1))
    heads = [token for token in named if token.tag in PROPER]
    if not heads or len(named) > LONGEST_NAME:
        return ()
    return find_speakers(analysis, heads[-1], quoted=True)


def _continues(analysis: Analysis, utterance: Utterance, previous: Utterance) -> bool:
    """Tell whether a sentence without a speaker goes on quoting the one before."""
    shared = set(utterance.quotes) & set(previous.quotes)
    if utterance.sentence - previous.sentence > 1 and not shared:
        return False
    begin = analysis.sentences[utterance.sentence].span.begin
    return any(quote.span.begin <= begin + 1 for quote in utterance.quotes)


def _leads_to(analysis: Analysis, utterance: Utterance, following: Utterance) -> bool:
    """Tell whether the speaker of a quotation is named in the next sentence of its paragraph."""
    near = following.sentence == utterance.sentence + 1
    lines = [analysis.sentences[u.sentence].line for u in (utterance, following)]
    return near and lines[0] == lines[1] and bool(following.quotes)


def _second_clauses(analysis: Analysis, utterance: Utterance) -> Iterator[Utterance]:
    """Yield *and that B* of *said that A and that B*.

    These are words of their own, which a quotation that spells out A does not repeat.
    """
    reported = analysis.children(utterance.verb, "ccomp") if utterance.verb is not None else []
    for second in (word for clause in reported for word in analysis.children(clause, "conj")):
        span = trim(analysis, analysis.subtree_span(second))
        marked = any(mark.lower == "that" for mark in analysis.children(second, "mark"))
        quoted = any(quote.span.overlaps(span) for quote in utterance.quotes)
        if marked and span in utterance.span and not quoted:
            yield replace(utterance, span=span, quotes=(), content=(span,), is_closed=True)


def _find_content(
    analysis: Analysis, span: Span, verb: Token | None, quotes: Quotes
) -> tuple[Span, ...]:
    """Return the passages of the words themselves: quotations, and the clauses that are reported.

    With *according to* the whole sentence is the speaker's.
    """
    if verb is None or analysis.is_word(verb, "reporting-phrase"):
        return (span,)
    clauses = analysis.children(verb, *REPORTED)
    if verb.dep in ("parataxis", "ccomp"):
        clauses.append(analysis.head(verb))
    spans = (trim(analysis, analysis.subtree_span(clause)) for clause in clauses)
    inside = (clause for clause in spans if clause in span)
    return tuple(dict.fromkeys([*(quote.span for quote in quotes), *inside]))


def _find_day(analysis: Analysis, verb: Token, quotes: Quotes) -> DateRange | None:
    """Return the day of the utterance: a date of the reporting clause, not of the words."""
    published = analysis.document.published
    for mention in analysis.dates_in(clause_span(analysis, verb)):
        day = mention.past
        said = any(mention.span in quote.span for quote in quotes)
        past = published is None or day.first <= published
        if not said and past and day.precision == "day":
            return day
    return None


def _with_quotes(span: Span, quotes: Sequence[Quotation]) -> Span:
    """Widen the sentence to the quotation marks that a sentence border may have cut off."""
    near = Span(span.begin - 2, span.end + 2)
    spans = [span, *(quote.span for quote in quotes if quote.span in near)]
    return Span(min(s.begin for s in spans), max(s.end for s in spans))


def _find_outlet(analysis: Analysis, sentence: Sentence) -> str | None:
    """Return the medium named as carrying the words: *told Norwood Radio*, *on Norwood Radio*."""
    for mention in analysis.mentions_in(sentence.span, "MediaOutlet"):
        head = analysis.head_of(mention.span)
        if head is None or mention.entity is None:
            continue
        named = head.dep in ("dobj", "dative", "poss", "compound")
        if named or (head.dep == "pobj" and analysis.head(head).lower in CARRYING):
            return mention.entity
    return None
