"""What the language layer knows of one document, for the extractors to look things up in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tradegraph.language.dates import DateMention
from tradegraph.language.quantities import DurationMention, MoneyMention, RateMention
from tradegraph.language.quotes import Quotation
from tradegraph.language.spans import Ordered
from tradegraph.language.tokens import Sentence, Token
from tradegraph.lexicon import LexicalMatch
from tradegraph.model import Document, Entity, Mention, Span
from tradegraph.registry import Registry


@dataclass(frozen=True)
class Analysis:
    """A document with its words, sentences, names, dates, rates, sums and quotations.

    `entities` are those the document itself introduces: people and offices the registry does not
    know. All spans are offsets of the document's text.
    """

    document: Document
    registry: Registry
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[LexicalMatch, ...], ...]
    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]
    dates: tuple[DateMention, ...]
    rates: tuple[RateMention, ...]
    moneys: tuple[MoneyMention, ...]
    durations: tuple[DurationMention, ...]
    quotations: tuple[Quotation, ...]
    offices: dict[str, str] = field(default_factory=dict)
    """Person -> the office that the document gives them, filled by the first extractor."""
    rankings: dict[int, list[tuple[str, int]]] = field(default_factory=dict, compare=False)
    """How often each jurisdiction is named, counted once for each number of offices known."""

    def text(self, span: Span) -> str:
        """Return the characters of the span."""
        return self.document.text[span.begin : span.end]

    def entity(self, iri: str) -> Entity | None:
        """Return what the document or the registry knows under the IRI."""
        return self.entities.get(iri) or self.registry.entities.get(iri)

    def kind(self, iri: str) -> str:
        """Return the entity's class."""
        entity = self.entity(iri)
        return entity.kind if entity else ""

    def jurisdiction(self, iri: str) -> str | None:
        """Return the country or customs union that the entity is or belongs to."""
        entity = self.entities.get(iri)
        if entity is not None and iri not in self.registry.entities:
            return self.jurisdiction(entity.owner) if entity.owner else None
        return self.registry.jurisdiction(iri)

    def local_jurisdiction(self, person: str) -> str | None:
        """Return the jurisdiction of the office that the document gives the person."""
        office = self.offices.get(person)
        return self.jurisdiction(office) if office else None

    @cached_property
    def _token_begins(self) -> list[int]:
        return [token.begin for token in self.tokens]

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """Return the words that begin inside the span."""
        first = bisect_left(self._token_begins, span.begin)
        return self.tokens[first : bisect_left(self._token_begins, span.end)]

    def token_at(self, offset: int) -> Token | None:
        """Return the word that covers the offset, or the last one before it."""
        index = bisect_right(self._token_begins, offset) - 1
        return self.tokens[index] if index >= 0 else None

    def head_of(self, span: Span) -> Token | None:
        """Return the word of the span whose head lies outside it: its grammatical head."""
        inside = self.tokens_in(span)
        if not inside:
            return self.token_at(span.begin)
        indices = {token.index for token in inside}
        heads = [t for t in inside if t.head not in indices or t.head == t.index]
        return heads[-1] if heads else inside[-1]

    def sentence_of(self, token: Token) -> Sentence:
        """Return the word's sentence."""
        return self.sentences[token.sentence]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers the offset, or the last one that begins before it."""
        token = self.token_at(offset)
        return self.sentences[token.sentence] if token else None

    def sentence_tokens(self, sentence: Sentence) -> Sequence[Token]:
        """Return the words of the sentence."""
        return self.tokens[sentence.first : sentence.last]

    def head(self, token: Token) -> Token:
        """Return the word's head; the root's is itself."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Return the word's dependents, of these relations if any are named."""
        found = (self.tokens[index] for index in token.children)
        return [child for child in found if not deps or child.dep in deps]

    def subtree(self, token: Token) -> Iterator[Token]:
        """Yield the word and all that depends on it, in no particular order."""
        stack = [token]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(self.tokens[index] for index in current.children)

    def subtree_span(self, token: Token) -> Span:
        """Return the span of the word with all that depends on it."""
        inside = list(self.subtree(token))
        return Span(min(t.begin for t in inside), max(t.end for t in inside))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the word's head, the head's head and so on up to the root."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def concepts(self, token: Token) -> tuple[str, ...]:
        """Return the concepts that the word, as head of a lexical match, evokes, sorted."""
        return self._concepts.get(token.index, ())

    @cached_property
    def _concepts(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, set[str]] = {}
        for matches in self.words:
            for match in matches:
                found.setdefault(match.head, set()).add(match.concept)
        return {index: tuple(sorted(concepts)) for index, concepts in found.items()}

    def evokes(self, token: Token, scheme: str) -> str | None:
        """Return the notation that the word evokes in the code list, if exactly one."""
        found = [c.partition("-")[2] for c in self.concepts(token) if c.partition("-")[0] == scheme]
        return found[0] if len(found) == 1 else None

    def is_word(self, token: Token, *classes: str) -> bool:
        """Tell whether the word belongs to one of these classes of the code list `lexicon`."""
        concepts = self.concepts(token)
        return any(f"lexicon-{name}" in concepts for name in classes)

    def mentions_in(self, span: Span, *kinds: str) -> list[Mention]:
        """Return the mentions inside the span, of these kinds if any are named."""
        found = self._mentions_by_place.inside(span)
        return [mention for mention in found if not kinds or mention.kind in kinds]

    @cached_property
    def _mentions_by_place(self) -> Ordered[Mention]:
        return Ordered(self.mentions)

    def mention_at(self, token: Token) -> Mention | None:
        """Return the mention that covers the word."""
        return self._mention_by_token.get(token.index)

    @cached_property
    def _mention_by_token(self) -> dict[int, Mention]:
        covered: dict[int, Mention] = {}
        for mention in self.mentions:
            for token in self.tokens_in(mention.span):
                covered.setdefault(token.index, mention)
            first = self.token_at(mention.span.begin)
            if first is not None and first.end > mention.span.begin:
                covered.setdefault(first.index, mention)
        return covered

    def rates_in(self, span: Span) -> list[RateMention]:
        """Return the rates inside the span."""
        return self._rates_by_place.inside(span)

    @cached_property
    def _rates_by_place(self) -> Ordered[RateMention]:
        return Ordered(self.rates)

    def dates_in(self, span: Span) -> list[DateMention]:
        """Return the date expressions inside the span."""
        return self._dates_by_place.inside(span)

    @cached_property
    def _dates_by_place(self) -> Ordered[DateMention]:
        return Ordered(self.dates)

    def in_quotation(self, span: Span) -> Quotation | None:
        """Return the quotation whose words hold the span."""
        found = self._quotations_by_place.around(span)
        return found if found and span in found.words else None

    def quotations_in(self, span: Span) -> list[Quotation]:
        """Return the quotations inside the span."""
        return self._quotations_by_place.inside(span)

    @cached_property
    def _quotations_by_place(self) -> Ordered[Quotation]:
        return Ordered(self.quotations)
