"""A fact that a model sees in a sentence, before it is known who did what."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.commitment import Commitment
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Mention
from tradegraph.trained.outlook import Outlook

SIGNS = {
    "imposition": ("event-imposition", "event-announcement", "event-entry-into-effect"),
    "revocation": ("event-revocation", "event-expiry"),
    "Appeal": ("lexicon-appeal-verb", "lexicon-appeal-noun"),
}
"""Concepts of the words that tell a kind, where they are not called like it."""
SCHEMES = ("event", "negotiation", "outcome")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A type and kind of fact that a sentence is likely to tell.

    `trigger` is the word that tells it, else the main word of the sentence.
    """

    outlook: Outlook
    sentence: Sentence
    fact_type: str
    kind: str
    trigger: Token
    commitment: Commitment

    @property
    def analysis(self) -> Analysis:
        """The document's analysis."""
        return self.outlook.analysis

    def named(self, *kinds: str) -> list[Mention]:
        """Return the mentions of these kinds in the sentence that name one entity."""
        found = self.analysis.mentions_in(self.sentence.span, *kinds)
        return [mention for mention in found if mention.entity]

    def entities(self, *kinds: str) -> tuple[str, ...]:
        """Return the entities of these kinds that the sentence names, each once."""
        return tuple(dict.fromkeys(m.entity for m in self.named(*kinds) if m.entity))

    def chosen(self, part: str, least: float, most: int) -> tuple[str, ...]:
        """Return the likeliest jurisdictions in a part, at most so many, each so likely."""
        chances = self.outlook.choose(self.sentence)
        ranked = sorted(chances, key=lambda place: (-chances[place][part], place))
        return tuple(place for place in ranked[:most] if chances[place][part] >= least)


def find_trigger(analysis: Analysis, sentence: Sentence, fact_type: str, kind: str) -> Token:
    """Return the first word of the sentence that tells the kind, else its main word."""
    signs = SIGNS.get(kind or fact_type) or tuple(f"{scheme}-{kind}" for scheme in SCHEMES)
    words = analysis.sentence_tokens(sentence)
    telling = (word for word in words if set(signs) & set(analysis.concepts(word)))
    main = (word for word in words if word.head == word.index)
    return next(telling, None) or next(main, words[0])
