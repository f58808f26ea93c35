"""Statements: who said what, in quotation marks or in reported words, and where.

A turn is one statement: quotations that follow one another by the same speaker, and a reported
sentence that its quotation merely spells out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tradegraph.extractors.actors import ACTOR_KINDS, HE, THEY, find_actors, find_jurisdiction
from tradegraph.extractors.encounters import find_encounters
from tradegraph.extractors.grammar import clause_span, find_subject, objects_of
from tradegraph.extractors.organizations import name_party
from tradegraph.extractors.passages import trim
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import DateRange, Encounter, Fact, Span, Statement

SPEAKERS = ACTOR_KINDS - {"MediaOutlet", "Place"}
SHORTEST_QUOTE = 3
"""Words that a quotation has at least to be speech rather than a name in quotation marks."""
LONGEST_NAME = 9
"""Words of a speaker's name and title before a colon."""
SHORTEST_REPORT = 4


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence's worth of speech."""

    sentence: int
    span: Span
    speakers: tuple[str, ...]
    quotes: tuple[Quotation, ...]
    verb: Token | None
    outlet: str | None
    when: DateRange | None
    direct: bool
    content: tuple[Span, ...]
    closed: bool = False


def find_statements(analysis: Analysis) -> Iterator[Fact]:
    """Yield the statements on trade policy that the document carries, one a turn."""
    interviews = [
        f.content
        for f in find_encounters(analysis)
        if isinstance(f.content, Encounter) and f.content.event == "interview"
    ]
    for turn in _take_turns(list(_find_utterances(analysis))):
        if not any(_is_on_trade(analysis, u.span) for u in turn) and not _surrounded(
            analysis, turn
        ):
            continue
        quotes = _distinct([analysis.text(q.words).strip(" ,.") for u in turn for q in u.quotes])
        interview = _interview(analysis, turn, interviews)
        first = turn[0]
        main = next((u for u in turn if u.quotes), first)
        content = Statement(
            speakers=first.speakers,
            quotes=quotes,
            paraphrase=None if quotes else analysis.text(first.span),
            outlet=next(
                (u.outlet for u in turn if u.outlet), interview.outlet if interview else None
            ),
            made_in=interview,
            about=_about(analysis, turn, first.speakers),
            when=next((u.when for u in turn if u.when), interview.when if interview else None),
            content=tuple(span for u in turn for span in u.content),
        )
        evidence = tuple(dict.fromkeys((main.span, *(u.span for u in turn))))
        yield Fact(content, evidence, confidence=0.85 if quotes else 0.65, extractor="statements")


def _distinct(quotes: list[str]) -> tuple[str, ...]:
    """Leave out a fragment that another quotation of the turn contains."""
    return tuple(
        q for q in dict.fromkeys(quotes) if not any(q != other and q in other for other in quotes)
    )


def _interview(
    analysis: Analysis, turn: list[Utterance], interviews: list[Encounter]
) -> Encounter | None:
    """Return the interview of the speaker in which the words say they were said."""
    spoken = any(
        "event-interview" in analysis.concepts(t) for u in turn for t in analysis.tokens_in(u.span)
    )
    own = [i for i in interviews if set(turn[0].speakers) & set(i.participants)]
    return own[-1] if spoken and own else None


def _find_utterances(analysis: Analysis) -> Iterator[Utterance]:
    """Yield what is said, sentence by sentence. A quotation without a speaker of its own is the
    last speaker's where it goes on, otherwise the next one's in the same paragraph.
    """
    read = list(_read_sentences(analysis))
    previous: Utterance | None = None
    for index, utterance in enumerate(read):
        speakers = utterance.speakers
        if not speakers and previous is not None and _continues(analysis, utterance, previous):
            speakers = previous.speakers
        if (
            not speakers
            and index + 1 < len(read)
            and _leads_to(analysis, utterance, read[index + 1])
        ):
            speakers = read[index + 1].speakers
        if not speakers:
            continue
        previous = replace(utterance, speakers=speakers)
        yield from _second_clause(analysis, previous)
        yield previous


def _read_sentences(analysis: Analysis) -> Iterator[Utterance]:
    """Yield the sentences that quote or report, whether or not they name the speaker."""
    for sentence in analysis.sentences:
        quotes = tuple(
            q
            for q in analysis.quotations
            if q.span.overlaps(sentence.span) and _is_speech(analysis, q)
        )
        verb, speakers = _reporting(analysis, sentence, quotes)
        if not speakers and quotes:
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
            _outlet(analysis, sentence, verb),
            _when(analysis, verb, quotes) if verb is not None else None,
            bool(quotes),
            _content(analysis, span, verb, quotes),
        )


def _named_before_colon(
    analysis: Analysis, sentence: Sentence, quotes: tuple[Quotation, ...]
) -> tuple[str, ...]:
    """Return the speaker of a line such as *Growers' Union: “We welcome it.”*."""
    lead = analysis.document.text[sentence.span.begin : quotes[0].span.begin].rstrip()
    if not lead.endswith(":"):
        return ()
    named = analysis.tokens_in(Span(sentence.span.begin, sentence.span.begin + len(lead) - 1))
    heads = [t for t in named if t.tag in ("NNP", "NNPS")]
    if not heads or len(named) > LONGEST_NAME:
        return ()
    return _speakers(analysis, heads[-1], quoted=True)


def _leads_to(analysis: Analysis, utterance: Utterance, following: Utterance) -> bool:
    """Tell whether the speaker of a quotation is named in the next sentence of its paragraph."""
    near = following.sentence == utterance.sentence + 1
    lines = [analysis.sentences[u.sentence].line for u in (utterance, following)]
    return near and lines[0] == lines[1] and bool(following.quotes)


def _second_clause(analysis: Analysis, utterance: Utterance) -> Iterator[Utterance]:
    """Yield *and that B* of *said that A and that B*: words of their own, which a quotation that
    spells out A does not repeat.
    """
    if utterance.verb is None:
        return
    for clause in analysis.children(utterance.verb, "ccomp"):
        for second in analysis.children(clause, "conj"):
            span = trim(analysis, analysis.subtree_span(second))
            marked = any(t.lower == "that" for t in analysis.children(second, "mark"))
            if (
                marked
                and span in utterance.span
                and not any(q.span.overlaps(span) for q in utterance.quotes)
            ):
                yield replace(
                    utterance, span=span, quotes=(), direct=False, content=(span,), closed=True
                )


def _content(
    analysis: Analysis, span: Span, verb: Token | None, quotes: tuple[Quotation, ...]
) -> tuple[Span, ...]:
    """Return the passages of the words themselves: quotations, and the clauses that are reported."""
    if verb is None:
        return (span,)
    if verb.pos != "verb":  # according to: the whole sentence is theirs
        return (span,)
    clauses = analysis.children(verb, "ccomp", "xcomp", "parataxis")
    if verb.dep in ("parataxis", "ccomp") and analysis.head(verb) is not verb:
        clauses.append(analysis.head(verb))
    spans = [trim(analysis, analysis.subtree_span(c)) for c in clauses]
    return tuple(dict.fromkeys([*(q.span for q in quotes), *(s for s in spans if s in span)]))


def _when(analysis: Analysis, verb: Token, quotes: tuple[Quotation, ...]) -> DateRange | None:
    """Return the day of the utterance: a date of the reporting clause, not of the words."""
    inside = [q.span for q in quotes]
    own = [
        d.past
        for d in analysis.dates_in(clause_span(analysis, verb))
        if not any(d.span in q for q in inside)
    ]
    day = analysis.document.published
    return next((d for d in own if d.precision == "day" and (day is None or d.first <= day)), None)


def _with_quotes(span: Span, quotes: tuple[Quotation, ...]) -> Span:
    """Widen the sentence to the quotation marks that a sentence border may have cut off."""
    touching = [
        q.span for q in quotes if q.span.begin >= span.begin - 2 and q.span.end <= span.end + 2
    ]
    return Span(
        min([span.begin, *(q.begin for q in touching)]), max([span.end, *(q.end for q in touching)])
    )


def _is_speech(analysis: Analysis, quote: Quotation) -> bool:
    return len(analysis.tokens_in(quote.words)) >= SHORTEST_QUOTE


def _reporting(
    analysis: Analysis, sentence: Sentence, quotes: tuple[Quotation, ...]
) -> tuple[Token | None, tuple[str, ...]]:
    """Return the reporting verb of the sentence, outside its quotations, and its speakers."""
    for token in analysis.sentence_tokens(sentence):
        place = Span(token.begin, token.end)
        if any(place in q.span for q in quotes):
            continue
        verbal = token.pos == "verb" and analysis.is_word(token, "strong-reporting-verb")
        if verbal and _reports(analysis, token, quotes):
            speakers = _speakers(analysis, find_subject(analysis, token), quoted=bool(quotes))
            if speakers:
                return token, speakers
        if analysis.is_word(token, "reporting-phrase"):
            heads = objects_of(analysis, token, "to") or [
                t for t in analysis.subtree(token) if t.dep == "pobj"
            ]
            speakers = _speakers(analysis, heads[0] if heads else None, quoted=bool(quotes))
            if speakers:
                return token, speakers
    return None, ()


def _reports(analysis: Analysis, verb: Token, quotes: tuple[Quotation, ...]) -> bool:
    """Tell whether the verb reports words: a clause, or a quotation beside it."""
    if analysis.children(verb, "auxpass") or any(t.dep == "neg" for t in analysis.children(verb)):
        return bool(quotes)
    clauses = analysis.children(verb, "ccomp", "xcomp", "parataxis")
    if quotes or verb.dep == "parataxis":
        return True
    words = sum(1 for c in clauses for _ in analysis.subtree(c))
    if words >= SHORTEST_REPORT:
        return True
    evaluates = analysis.is_word(verb, "evaluating-verb")
    return evaluates and bool(analysis.children(verb, "dobj", "prep", "oprd"))


def _speakers(analysis: Analysis, subject: Token | None, *, quoted: bool) -> tuple[str, ...]:
    if subject is None:
        return ()
    actors = tuple(a for a in find_actors(analysis, subject) if analysis.kind(a) in SPEAKERS)
    actors = tuple(a for a in actors if quoted or analysis.kind(a) != "Court")
    if (
        not actors
        and subject.pos == "noun"
        and subject.tag in ("NN", "NNS")
        and analysis.is_word(subject, "expert-noun")
    ):
        return ()
    if actors:
        return actors
    if subject.lower in HE or subject.lower in THEY:
        return ()
    named = name_party(analysis, subject) if quoted or subject.pos == "noun" else ()
    return named


def _continues(analysis: Analysis, utterance: Utterance, previous: Utterance) -> bool:
    """Tell whether a sentence without a speaker goes on quoting the one before."""
    shared = set(utterance.quotes) & set(previous.quotes)
    if utterance.sentence - previous.sentence > 1 and not shared:
        return False
    begin = analysis.sentences[utterance.sentence].span.begin
    return any(q.span.begin <= begin + 1 for q in utterance.quotes)


def _take_turns(utterances: list[Utterance]) -> Iterator[list[Utterance]]:
    """Group the utterances into turns."""
    turn: list[Utterance] = []
    for utterance in utterances:
        if turn and not _same_turn(turn[-1], utterance):
            yield turn
            turn = []
        turn.append(utterance)
    if turn:
        yield turn


def _same_turn(last: Utterance, following: Utterance) -> bool:
    if last.speakers != following.speakers or last.closed or following.closed:
        return False
    if following.sentence - last.sentence > 1 and not set(last.quotes) & set(following.quotes):
        return False
    return following.direct and (
        following.verb is None
        or not last.direct
        or bool(set(last.quotes) & set(following.quotes))
        or _spelled_out(last, following)
    )


def _spelled_out(last: Utterance, following: Utterance) -> bool:
    """Tell whether a quotation follows a sentence that quoted only a fragment."""
    fragment = all(q.span.end - q.span.begin < 40 for q in last.quotes)
    return fragment or following.verb is None


def _outlet(analysis: Analysis, sentence: Sentence, verb: Token | None) -> str | None:
    """Return the medium named as carrying the words."""
    outlets = [m for m in analysis.mentions_in(sentence.span, "MediaOutlet") if m.entity]
    for mention in outlets:
        head = analysis.head_of(mention.span)
        if head is None:
            continue
        above = analysis.head(head)
        if head.dep in ("dobj", "dative", "pobj", "poss", "compound") and (
            above.lower in ("with", "on", "to", "in", "by", "for", "from")
            or head.dep in ("dobj", "dative", "poss", "compound")
        ):
            return mention.entity
    return None


def _is_on_trade(analysis: Analysis, span: Span) -> bool:
    """Tell whether the words are about trade policy."""
    return any(
        analysis.is_word(
            t,
            "topic-tariffs",
            "measure-noun",
            "deal-noun",
            "negotiation-noun",
            "ruling-noun",
            "retaliation",
            "goods-noun",
            "retaliating-verb",
        )
        for t in analysis.tokens_in(span)
    )


def _surrounded(analysis: Analysis, turn: list[Utterance]) -> bool:
    """Tell whether the sentences around speak of trade policy, so that *it* does too."""
    first, last = turn[0].sentence, turn[-1].sentence
    around = analysis.sentences[max(0, first - 1) : last + 2]
    return any(_is_on_trade(analysis, s.span) for s in around if not first <= s.index <= last)


def _about(analysis: Analysis, turn: list[Utterance], speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the jurisdictions that the words are about, without the speaker's own."""
    own = {find_jurisdiction(analysis, s) for s in speakers}
    found = []
    for utterance in turn:
        for mention in analysis.mentions_in(utterance.span):
            if mention.entity and mention.kind in ("Country", "CustomsUnion", "ActorGroup"):
                place = find_jurisdiction(analysis, mention.entity) or mention.entity
                if place not in own:
                    found.append(place)
        for token in analysis.tokens_in(utterance.span):
            if analysis.is_word(token, "leaders-noun", "sides-noun"):
                found += [
                    p
                    for a in find_actors(analysis, token)
                    if (p := find_jurisdiction(analysis, a)) and p not in own
                ]
    return tuple(dict.fromkeys(found))
