"""Utterances: the sentences and clauses that quote or report, with their speakers.

A quotation without a speaker of its own is of the one named before its colon, goes on with the last
one's words, or belongs to the one who is named in the next sentence of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradegraph.extractors.grammar import clause_span
from tradegraph.extractors.organizations import PROPER
from tradegraph.extractors.passages import trim
from tradegraph.extractors.posts import Post, find_posts
from tradegraph.extractors.reports import REPORTED, Report, find_reports
from tradegraph.extractors.speakers import NOBODY, Floor, find_speakers
from tradegraph.extractors.venues import find_outlet
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import DateRange, Span

SHORTEST_QUOTE = 3
"""Words that a quotation has at least to be speech rather than a name in quotation marks."""
REACH = 2
"""So many sentences after a speaker's words a pronoun may go on with them."""
LONGEST_SMALL = 3
"""Letters of words that a title may write small."""
LONGEST_NAME = 14
"""Words of a speaker's name and title before a colon."""

Quotes = tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence's or clause's worth of speech.

    `is_pronominal` where it follows others by the same speaker.
    """

    sentence: int
    paragraph: int
    span: Span
    speakers: tuple[str, ...]
    quotes: Quotes
    verb: Token | None
    outlet: str | None
    when: DateRange | None
    content: tuple[Span, ...]
    is_pronominal: bool = False


def find_utterances(analysis: Analysis) -> Iterator[Utterance]:
    """Yield what is said, sentence by sentence, by speakers that are known."""
    read = list(_read_sentences(analysis))
    previous: Utterance | None = None
    for index, utterance in enumerate(read):
        speakers = utterance.speakers
        following = read[index + 1] if index + 1 < len(read) else None
        if not speakers and following is not None and _shares_quote(utterance, following):
            speakers = following.speakers
        if not speakers and previous is not None and _continues(analysis, utterance, previous):
            speakers = previous.speakers
        if not speakers and following is not None and _leads_to(utterance, following):
            speakers = following.speakers
        if speakers:
            previous = replace(utterance, speakers=speakers)
            yield previous


def _read_sentences(analysis: Analysis) -> Iterator[Utterance]:
    """Yield what each sentence quotes or reports, whether or not it names the speaker."""
    posts = list(find_posts(analysis))
    last: Utterance | None = None
    for sentence in analysis.sentences:
        near = last is not None and sentence.index - last.sentence <= REACH
        floor = Floor(last.speakers, last.sentence) if near and last else NOBODY
        post = next((p for p in posts if p.span.overlaps(sentence.span)), None)
        read = _read_sentence(analysis, sentence, floor) if post is None else _quote(sentence, post)
        for utterance in read:
            last = utterance if utterance.speakers else last
            yield utterance


def _quote(sentence: Sentence, post: Post) -> Iterator[Utterance]:
    """Yield the words of the post at the sentence with which it begins."""
    if sentence.span.begin <= post.words.begin:
        yield Utterance(
            sentence.index,
            sentence.line,
            post.words,
            (post.speaker,),
            quotes=(Quotation(post.words, post.words),),
            verb=None,
            outlet=post.outlet,
            when=post.when,
            content=(post.words,),
        )


def _read_sentence(analysis: Analysis, sentence: Sentence, floor: Floor) -> Iterator[Utterance]:
    """Yield the sentence's utterance, then those of its clauses in which somebody else speaks."""
    quotes = _find_speech(analysis, sentence)
    reports = find_reports(analysis, sentence, quotes, floor)
    first = reports[0] if reports else None
    others = {other.verb.index: analysis.subtree_span(other.verb) for other in reports[1:]}
    own = tuple(q for q in quotes if not any(q.span in span for span in others.values()))
    utterance = _utter(analysis, sentence, sentence.span, first, own)
    if first is None and quotes:
        yield replace(utterance, speakers=_named_before_colon(analysis, sentence, quotes))
    elif first is not None:
        yield utterance
    for other in reports[1:]:
        span = others[other.verb.index]
        inside = tuple(quote for quote in quotes if quote.span in span)
        yield _utter(analysis, sentence, span, other, inside)


def _utter(
    analysis: Analysis, sentence: Sentence, part: Span, report: Report | None, quotes: Quotes
) -> Utterance:
    verb = report.verb if report else None
    span = trim(analysis, _with_quotes(part, quotes))
    return Utterance(
        sentence.index,
        sentence.line,
        span,
        report.speakers if report else (),
        quotes,
        verb,
        find_outlet(analysis, sentence, verb, quotes),
        _find_day(analysis, verb, quotes) if verb is not None else None,
        _find_content(analysis, span, verb, quotes),
        is_pronominal=report is not None and report.is_pronominal,
    )


def _find_speech(analysis: Analysis, sentence: Sentence) -> Quotes:
    """Return the quotations of the sentence that are long enough to be speech."""
    return tuple(
        quote
        for quote in analysis.quotations
        if quote.span.overlaps(sentence.span)
        and len(analysis.tokens_in(quote.words)) >= SHORTEST_QUOTE
        and not _is_title(analysis.text(quote.words))
    )


def _is_title(words: str) -> bool:
    """Tell whether words in quotation marks are a name: *told “Fox News Sunday”*."""
    long = [word for word in words.split() if len(word) > LONGEST_SMALL]
    capital = all(word[:1].isupper() for word in long) and not words.isupper()
    return bool(long) and capital and words[-1] not in ",.!?"


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


def _shares_quote(utterance: Utterance, other: Utterance) -> bool:
    """Tell whether both are sentences of the same quotation."""
    return bool(set(utterance.quotes) & set(other.quotes))


def _continues(analysis: Analysis, utterance: Utterance, previous: Utterance) -> bool:
    """Tell whether a sentence without a speaker goes on quoting the one before."""
    shared = _shares_quote(utterance, previous)
    if utterance.sentence - previous.sentence > 1 and not shared:
        return False
    begin = analysis.sentences[utterance.sentence].span.begin
    return any(quote.span.begin <= begin + 1 for quote in utterance.quotes)


def _leads_to(utterance: Utterance, following: Utterance) -> bool:
    """Tell whether the speaker of a quotation is named in the next sentence of its paragraph."""
    near = following.sentence == utterance.sentence + 1
    return near and utterance.paragraph == following.paragraph and bool(following.quotes)


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
        if not said and past and (day.precision == "day" or _dates(analysis, mention.span, verb)):
            return day
    return None


def _dates(analysis: Analysis, span: Span, verb: Token) -> bool:
    """Tell whether the words say when the verb's deed was done: *said last week*."""
    head = analysis.head_of(span)
    if head is None:
        return False
    above = analysis.head(head)
    return above is verb or (head.dep == "pobj" and analysis.head(above) is verb)


def _with_quotes(span: Span, quotes: Sequence[Quotation]) -> Span:
    """Widen the sentence to the quotation marks that a sentence border may have cut off."""
    near = Span(span.begin - 2, span.end + 2)
    spans = [span, *(quote.span for quote in quotes if quote.span in near)]
    return Span(min(s.begin for s in spans), max(s.end for s in spans))
