"""How a text commits to what it says: modality and polarity of a passage.

Read from the word that tells the event upward: its auxiliaries and negation, the adjectives beside
it, then each verb or noun that governs it, until the clause is reached that the text asserts. The
strongest modality met counts; two negations cancel each other (*failed to avert the duty*).
"""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.grammar import SUBJECTS
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Content, Fact, Span

ARGUMENT = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "dative", "oprd")
GOVERNED = frozenset(
    (*ARGUMENT, "acomp", "xcomp", "ccomp", "pcomp", "acl", "prep", "advcl", "conj", "compound")
)
"""Relations in which a word stands under what its governor says of it."""
OWN = ("aux", "amod", "advmod", "neg", "compound", "det", "auxpass", "acomp", "attr", "mark")
NEGATING = ("det", "cc", "preconj", "advmod")
AHEAD = frozenset(("planned", "expected", "possible", "conditional", "threatened", "proposed"))
"""Modalities of what has not happened."""
RANK = {
    "asserted": 0,
    "planned": 2,
    "expected": 2,
    "possible": 3,
    "conditional": 3,
    "proposed": 3,
    "threatened": 4,
}
"""The stronger of two modalities has the higher number; of two equal ones the inner one stays."""
FURTHEST = 5
"""How many governing words are looked at."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A notation of the code list `modality`, and whether the source affirms."""

    modality: str = "asserted"
    positive: bool = True

    @property
    def is_ahead(self) -> bool:
        """Whether what is told has yet to happen, if it ever does."""
        return self.modality in AHEAD

    def claim(self, content: Content, passage: Span, *, confidence: float, extractor: str) -> Fact:
        """Return the fact that the passage claims with this commitment."""
        return Fact(
            content, (passage,), self.modality, self.positive, confidence, extractor=extractor
        )


DENIED = Commitment("denied", positive=False)


def read_commitment(
    analysis: Analysis, trigger: Token, argument: Token | None = None
) -> Commitment:
    """Return how the text commits to the event that the word tells of the argument (*no deal*)."""
    negations = int(
        argument is not None and argument is not trigger and _is_none(analysis, argument)
    )
    modality, word = "asserted", trigger
    for _ in range(FURTHEST):
        modality = _stronger(modality, _own_modality(analysis, word, trigger))
        negations += _is_negated(analysis, word, trigger)
        if _is_outermost(analysis, word):
            break
        governed, word = word, analysis.head(word)
        if word.dep == "prep" or word.pos == "preposition":
            if _is_condition(analysis, word):
                modality = _stronger(modality, "conditional")
            governed, word = word, analysis.head(word)
        modality = _stronger(modality, _governing_modality(analysis, word, governed))
        if modality == "planned" and analysis.is_word(word, "belief-verb"):
            modality = "expected"
    return _combine(modality, negations)


def _stronger(first: str, second: str) -> str:
    return second if RANK.get(second, 0) > RANK[first] else first


def _combine(modality: str, negations: int) -> Commitment:
    if negations % 2 and modality in ("asserted", "planned", "expected"):
        return DENIED
    return Commitment(modality, positive=not negations % 2)


def _is_none(analysis: Analysis, argument: Token) -> bool:
    return any(analysis.is_word(c, "negation") for c in analysis.children(argument, "det"))


def _is_outermost(analysis: Analysis, word: Token) -> bool:
    """Tell whether nothing above the word bears on how the text commits to it."""
    governed = word.dep in GOVERNED and word.head != word.index
    return not governed or _is_asserted(analysis, word) or _is_setting(analysis, word)


def _is_asserted(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word heads a clause that its governor reports or merely goes along with."""
    if word.dep == "conj":
        return bool(analysis.children(word, *SUBJECTS)) or analysis.head(word).pos != word.pos
    if word.dep == "ccomp":
        head = analysis.head(word)
        if analysis.is_word(head, "belief-verb"):
            return False
        return analysis.is_word(head, "strong-reporting-verb") and not analysis.evokes(
            head, "modality"
        )
    if word.dep == "advcl":
        return not _is_marked_condition(analysis, word)
    return word.dep in ("nsubj", "nsubjpass", "relcl") and word.pos == "verb"


def _is_setting(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word's phrase sets the scene before its verb: *amid talks, prices rose*."""
    above = analysis.head(word)
    preposition = above if word.dep == "pobj" else word
    verb = analysis.head(preposition)
    return preposition.dep == "prep" and verb.pos == "verb" and preposition.index < verb.index


def _own_modality(analysis: Analysis, word: Token, trigger: Token) -> str:
    """Return the strongest modality among the word's auxiliaries, adverbs and adjectives."""
    strongest = "asserted"
    for child in analysis.children(word, *OWN):
        for concept in analysis.concepts(child):
            scheme, _, name = concept.partition("-")
            strongest = _stronger(strongest, name) if scheme == "modality" else strongest
    if _is_marked_condition(analysis, word) or _has_condition(analysis, word):
        strongest = _stronger(strongest, "conditional")
    if word is trigger and _is_questioned(analysis, word):
        return "possible"
    if word.tag == "VB" and word.dep == "relcl" and strongest == "asserted":
        return "planned"
    return strongest


def _is_questioned(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word is the main verb of a direct question."""
    if word.pos != "verb" or word.dep != "ROOT":
        return False
    return analysis.tokens[analysis.sentence_of(word).last - 1].text == "?"


def _is_marked_condition(analysis: Analysis, word: Token) -> bool:
    return any(_is_condition(analysis, mark) for mark in analysis.children(word, "mark", "advmod"))


def _has_condition(analysis: Analysis, word: Token) -> bool:
    """Tell whether a clause that depends on the verb gives its condition: *if the talks fail*."""
    return any(
        "modality-conditional" in analysis.concepts(mark) and not analysis.is_word(mark, "question")
        for clause in analysis.children(word, "advcl")
        for mark in analysis.children(clause, "mark")
    )


def _is_condition(analysis: Analysis, word: Token) -> bool:
    conditional = "modality-conditional" in analysis.concepts(word)
    return conditional or analysis.is_word(word, "question")


def _governing_modality(analysis: Analysis, governor: Token, governed: Token) -> str:
    """Return the modality that a governing verb or noun gives to what it governs."""
    if governed.dep == "conj":
        return "asserted"
    found = [c.partition("-")[2] for c in analysis.concepts(governor) if c.startswith("modality-")]
    return max(sorted(found), key=lambda name: RANK.get(name, 0), default="asserted")


def _is_negated(analysis: Analysis, word: Token, trigger: Token) -> bool:
    """Tell whether the word is negated, or itself denies what it governs."""
    for child in analysis.children(word):
        if child.dep == "neg" or (child.dep in NEGATING and analysis.is_word(child, "negation")):
            return True
        if child.dep == "advmod" and analysis.children(child, "neg"):  # no longer
            return True
    return word is not trigger and analysis.is_word(word, "negation")
