"""The extractor: a document's text in parts to the endpoint, its answers as facts."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Final

from tradegraph import __version__
from tradegraph.language.analysis import Analysis
from tradegraph.llm.answers import Dropped, Record, read_answer
from tradegraph.llm.cache import AnswerCache, digest
from tradegraph.llm.contents import read_content
from tradegraph.llm.endpoint import Answer, Endpoint
from tradegraph.llm.schema import answer_schema
from tradegraph.llm.settings import Settings
from tradegraph.model import Fact, Span

EXTRACTOR: Final = "llm"
CONFIDENCE: Final = 0.6
"""A model's own certainty is not asked for: what it gives is no probability."""
LONGEST_PART: Final = 6_000
"""Characters of text in one question; parts end where a sentence does."""
MILLION: Final = 1_000_000


@dataclass(slots=True)
class Usage:
    """What was asked, what it took, and what was of no use."""

    requests: int = 0
    remembered: int = 0
    sent: int = 0
    received: int = 0
    facts: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def cost(self, prices: tuple[float, float] | None) -> float | None:
        """Return the price of the tokens in US dollars, None where no price is known."""
        if prices is None:
            return None
        return (self.sent * prices[0] + self.received * prices[1]) / MILLION


class LlmExtractor:
    """Asks the model once for each part of each document; the same question is paid for once."""

    on_demand: Final = True
    """It does not run unless it is named."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._given = settings
        self.usage = Usage()

    @cached_property
    def settings(self) -> Settings:
        """Where the endpoint is; raises UsageError where nobody says so."""
        return self._given or Settings.read(os.environ)

    @cached_property
    def _endpoint(self) -> Endpoint:
        return Endpoint(self.settings)

    @cached_property
    def _cache(self) -> AnswerCache:
        return AnswerCache(self.settings.cache)

    @cached_property
    def _prompt(self) -> str:
        return (files(__package__) / "prompt.txt").read_text("utf-8")

    @cached_property
    def _schema(self) -> dict[str, object]:
        return answer_schema()

    def __call__(self, analysis: Analysis) -> Iterator[Fact]:
        """Yield the facts that the model finds in the document and that its text bears out."""
        for part in split_text(analysis):
            answer = self._ask(_question(analysis, part))
            if answer.complaint:
                self.usage.dropped[answer.complaint] += 1
                continue
            for found in read_answer(answer.text, analysis.document.text, part):
                yield from self._state(analysis, found)

    def report(self) -> str:
        """Return one line on what was asked and what it cost."""
        usage = self.usage
        parts = [
            f"{usage.requests} requests, {usage.remembered} remembered",
            f"{usage.sent} tokens sent, {usage.received} received",
            f"{usage.facts} facts",
            *(f"{number} dropped: {why}" for why, number in sorted(usage.dropped.items())),
        ]
        cost = usage.cost(self.settings.prices)
        return "; ".join([*parts, *([f"{cost:.4f} US dollars"] if cost is not None else [])])

    def _ask(self, question: str) -> Answer:
        schema = json.dumps(self._schema, sort_keys=True)
        settings = self.settings
        key = digest(__version__, settings.url, settings.model, self._prompt, schema, question)
        known = self._cache.find(key)
        if known:
            self.usage.remembered += 1
            return known
        self.usage.requests += 1
        answer = self._endpoint.ask(self._prompt, question, self._schema)
        self.usage.sent += answer.sent
        self.usage.received += answer.received
        if not answer.complaint:
            self._cache.keep(key, answer)
        return answer

    def _state(self, analysis: Analysis, found: Record | Dropped) -> Iterator[Fact]:
        if isinstance(found, Dropped):
            self.usage.dropped[found.why] += 1
            return
        content = read_content(analysis, found)
        if content is None:
            self.usage.dropped["a name that nobody bears here"] += 1
            return
        self.usage.facts += 1
        yield Fact(
            content,
            (found.span,),
            modality=found.modality,
            positive=found.modality != "denied",
            confidence=CONFIDENCE,
            extractor=EXTRACTOR,
        )


def split_text(analysis: Analysis) -> Iterator[Span]:
    """Yield the parts of the text that are asked about: whole sentences where they fit in one."""
    begin, end = 0, 0
    for span in (sentence.span for sentence in analysis.sentences):
        if span.end - begin > LONGEST_PART and end > begin:
            yield Span(begin, end)
            begin = span.begin
        while span.end - begin > LONGEST_PART:
            yield Span(begin, begin + LONGEST_PART)
            begin += LONGEST_PART
        end = span.end
    if end > begin:
        yield Span(begin, end)


def _question(analysis: Analysis, part: Span) -> str:
    """Return what the model is asked about a part: its words, and what is known of the document."""
    document = analysis.document
    head = {
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "text": analysis.text(part),
    }
    return json.dumps(head, ensure_ascii=False)
