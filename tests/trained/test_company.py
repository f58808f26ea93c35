"""What stands around a fact in its document, at a cost that stays linear in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from tradegraph.language.tokens import Sentence
from tradegraph.model import Fact, OfficeHolding, Span
from tradegraph.trained.company import NEAREST, Company
from tradegraph.trained.outlook import Outlook


@dataclass(frozen=True)
class OneSentenceEach:
    """An outlook on a text of which each ten characters are a sentence."""

    def sentences_of(self, span: Span) -> list[Sentence]:
        """Return the sentences that the passage touches."""
        numbers = range(span.begin // 10, (span.end - 1) // 10 + 1)
        return [Sentence(n, Span(10 * n, 10 * n + 10), n, n + 1, n) for n in numbers]


def tell_holding(place: int) -> Fact:
    """Return an office holding that is told in the sentence of that number."""
    content = OfficeHolding(f"person-{place}", "office")
    span = Span(10 * place, 10 * place + 10)
    return Fact(content, (span,), confidence=0.9, extractor="offices")


def test_a_fact_is_compared_with_the_nearest_of_its_type_only() -> None:
    facts = [tell_holding(place) for place in range(10 * NEAREST)]
    company = Company(cast("Outlook", OneSentenceEach()), facts)
    alike = company.alike(facts[5 * NEAREST])
    assert len(alike) == 2 * NEAREST
    assert facts[5 * NEAREST] not in alike
    assert company.count(facts[0]) == len(facts)


def test_facts_of_a_passage_are_those_told_in_its_sentences() -> None:
    facts = [tell_holding(place) for place in range(5)]
    company = Company(cast("Outlook", OneSentenceEach()), facts)
    assert company.touching(Span(15, 25)) == facts[1:3]
    assert company.values(facts[1]) == {("person", "person-1"), ("office", "office")}
