"""How a text commits to what it says: modality and polarity of a passage.

Read from the word that tells the event upward: its auxiliaries and negation, the adjectives beside
it, then each verb that governs it until the clause that is asserted is reached.
"""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.grammar import SUBJECTS
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

GOVERNED = (
    "xcomp",
    "ccomp",
    "dobj",
    "pcomp",
    "pobj",
    "acl",
    "prep",
    "advcl",
    "conj",
    "nsubj",
    "nsubjpass",
    "attr",
    "compound",
    "dative",
    "oprd",
)
OWN = ("aux", "amod", "advmod", "neg", "compound", "det", "auxpass", "acomp", "attr")
RANK = {
    "threatened": 4,
    "possible": 3,
    "conditional": 3,
    "proposed": 3,
    "planned": 2,
    "expected": 2,
    "asserted": 0,
}
FURTHEST = 5
"""How many governing words are looked at."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A notation of the code list `modality`, and whether the source affirms."""

    modality: str = "asserted"
    positive: bool = True


def read_commitment(
    analysis: Analysis, trigger: Token, argument: Token | None = None
) -> Commitment:
    """Return how the text commits to the event that the word tells of the argument (*no deal*)."""
    modality, negations = "asserted", 0
    if argument is not None and argument is not trigger:
        negations += any(
            analysis.is_word(c, "negation") for c in analysis.children(argument, "det")
        )
    word, level = trigger, 0
    while level < FURTHEST:
        found = _own_modality(analysis, word, trigger)
        if RANK.get(found, 0) > RANK[modality]:
            modality = found
        negations += _is_negated(analysis, word, trigger)
        if word.dep not in GOVERNED or word.head == word.index or _is_asserted(analysis, word):
            break
        if _is_setting(analysis, word):
            break
        previous, word = word, analysis.head(word)
        if word.dep == "prep" or word.pos == "preposition":
            if _is_condition(analysis, word):
                modality = "conditional" if RANK[modality] < RANK["conditional"] else modality
            previous, word = word, analysis.head(word)
        governed = _governing_modality(analysis, word, previous)
        if RANK.get(governed, 0) > RANK[modality]:
            modality = governed
        if modality == "planned" and analysis.is_word(word, "belief-verb"):
            modality = "expected"
        level += 1
    return _combine(modality, negations)


def _combine(modality: str, negations: int) -> Commitment:
    if negations % 2 and modality in ("asserted", "planned", "expected"):
        return Commitment("denied", False)
    if negations % 2:
        return Commitment(modality, False)
    return Commitment(modality)


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
        return not _marked_condition(analysis, word)
    return word.dep in ("nsubj", "nsubjpass", "relcl") and word.pos == "verb"


def _is_setting(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word stands in a phrase that sets the scene before its verb: *amid talks*."""
    above = analysis.head(word)
    preposition = above if word.dep == "pobj" else word
    verb = analysis.head(preposition)
    return preposition.dep == "prep" and verb.pos == "verb" and preposition.index < verb.index


def _own_modality(analysis: Analysis, word: Token, trigger: Token) -> str:
    """Return the strongest modality among the word's auxiliaries, adverbs and adjectives."""
    strongest = "asserted"
    for child in analysis.children(word, *OWN, "mark"):
        for concept in analysis.concepts(child):
            scheme, _, name = concept.partition("-")
            if scheme == "modality" and RANK.get(name, 0) > RANK[strongest]:
                strongest = name
    if _marked_condition(analysis, word):
        strongest = "conditional" if RANK["conditional"] > RANK[strongest] else strongest
    if word is trigger and word.pos == "verb" and word.dep == "ROOT":
        last = analysis.tokens[analysis.sentence_of(word).last - 1]
        if last.text == "?":
            strongest = "possible"
    if word.tag == "VB" and word.dep == "relcl" and strongest == "asserted":
        strongest = "planned"
    return strongest


def _marked_condition(analysis: Analysis, word: Token) -> bool:
    return any(_is_condition(analysis, mark) for mark in analysis.children(word, "mark", "advmod"))


def _is_condition(analysis: Analysis, word: Token) -> bool:
    return "modality-conditional" in analysis.concepts(word) or analysis.is_word(word, "question")


def _governing_modality(analysis: Analysis, governor: Token, governed: Token) -> str:
    """Return the modality that a governing verb or noun gives to what it governs."""
    if governed.dep == "conj":
        return "asserted"
    found = [c.partition("-")[2] for c in analysis.concepts(governor) if c.startswith("modality-")]
    return max(found, key=lambda name: RANK.get(name, 0), default="asserted")


def _is_negated(analysis: Analysis, word: Token, trigger: Token) -> int:
    """Return 1 when the word is negated, or itself denies what it governs."""
    own = any(
        c.dep == "neg"
        or (c.dep in ("det", "cc", "preconj", "advmod") and analysis.is_word(c, "negation"))
        for c in analysis.children(word)
    )
    denies = word is not trigger and analysis.is_word(word, "negation") and not own
    return int(own) + int(denies)
