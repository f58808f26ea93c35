"""How a text commits to what it says: modality and polarity of a passage.

Read from the word that tells the event upward: its auxiliaries and negation, the adjectives beside
it, then each verb or noun that governs it, until the clause is reached that the text asserts. The
strongest modality met counts; two negations cancel each other (*failed to avert the duty*).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tradegraph.extractors.coordination import SUBJECTS
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Content, Fact, Span

ARGUMENT = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "dative", "oprd")
GOVERNED = frozenset(
    (*ARGUMENT, "acomp", "xcomp", "ccomp", "pcomp", "acl", "prep", "advcl", "conj", "compound",
     "npadvmod")
)  # fmt: skip
"""Relations in which a word stands under what its governor says of it."""
OWN = ("aux", "amod", "advmod", "neg", "compound", "det", "auxpass", "acomp", "attr", "mark")
EQUATED = ("attr", "xcomp", "ccomp")
"""Relations of what a subject is said to be: *the goal is to cut the duty*."""
PRESENT = ("VBZ", "VBP")
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
FINITE = ("VBZ", "VBP", "VBD")
"""Tags of verbs that need no auxiliary."""
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
    modality, word, governed = "asserted", trigger, trigger
    for _ in range(FURTHEST):
        modality = _stronger(modality, _own_modality(analysis, word, trigger))
        modality = _stronger(modality, _drafted_modality(analysis, word, governed))
        negations += _is_negated(analysis, word) + _negates(analysis, word, governed)
        if _is_outermost(analysis, word):
            break
        governed, word = word, analysis.head(word)
        if word.dep == "prep" or word.pos == "preposition":
            if is_condition(analysis, word):
                modality = _stronger(modality, "conditional")
            governed, word = word, analysis.head(word)
        if word.tag == "RB" and word.dep == "advmod":  # stopped short | of imposing it
            word = analysis.head(word)
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


def is_promised_on_condition(analysis: Analysis, trigger: Token) -> bool:
    """Tell whether what the word tells is promised on a condition: *will raise it if talks fail*.

    What is itself the condition is not: *if it imposes the duty, prices will rise*.
    """
    word, promised, conditional = trigger, False, False
    for _ in range(FURTHEST):
        if _is_marked_condition(analysis, word):
            return False
        own = (word, *analysis.children(word, "aux", "acomp"))
        promised |= any("modality-planned" in analysis.concepts(t) for t in own)
        conditional |= _has_condition(analysis, word)
        if _is_outermost(analysis, word):
            break
        word = analysis.head(word)
    return promised and conditional


def _is_outermost(analysis: Analysis, word: Token) -> bool:
    """Tell whether nothing above the word bears on how the text commits to it."""
    aimed = word.dep == "relcl" and _is_aimed_at(analysis, word)  # calls to end it
    governed = (word.dep in GOVERNED or aimed) and word.head != word.index
    return not governed or _is_asserted(analysis, word) or _is_setting(analysis, word)


def _is_asserted(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word heads a clause that its governor reports or merely goes along with."""
    if word.dep == "conj":
        return _is_second_clause(analysis, word)
    if word.dep == "ccomp":
        head = analysis.head(word)
        if _stands_alone(analysis, word):
            return True
        if analysis.is_word(head, "belief-verb"):
            return False
        return analysis.is_word(head, "strong-reporting-verb") and not analysis.evokes(
            head, "modality"
        )
    if word.dep == "advcl":
        return not (_is_marked_condition(analysis, word) or _is_aimed_at(analysis, word))
    happened = word.dep == "acl" and word.tag == "VBN"  # the pact signed in May
    relative = word.dep == "relcl" and not _is_aimed_at(analysis, word)
    clause = relative or word.dep in ("nsubj", "nsubjpass")
    return happened or (clause and word.pos == "verb")


def _is_second_clause(analysis: Analysis, word: Token) -> bool:
    """Tell whether the coordinated word has a clause of its own: *does not pay and calls it* ..."""
    above = analysis.head(word)
    perfect = above.tag == "VB" and any(t.lemma == "have" for t in analysis.children(word, "aux"))
    finite = perfect or (word.tag in FINITE and above.tag not in FINITE)
    return finite or bool(analysis.children(word, *SUBJECTS)) or above.pos != word.pos


def _is_aimed_at(analysis: Analysis, clause: Token) -> bool:
    """Tell whether the clause is aimed at by what governs it: *vowed on Monday to raise it*."""
    infinitive = any(t.lower == "to" for t in analysis.children(clause, "aux"))
    above = analysis.head(clause)
    words = (above, *analysis.children(above, "acomp"))
    return infinitive and _strongest_modality(analysis, words) != "asserted"


def _stands_alone(analysis: Analysis, clause: Token) -> bool:
    """Tell whether a semicolon parts the clause from the one that it is read as a part of."""
    first, last = sorted((clause.index, clause.head))
    return any(token.text == ";" for token in analysis.tokens[first:last])


def _is_setting(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word's phrase sets the scene before its verb: *amid talks, prices rose*."""
    above = analysis.head(word)
    preposition = above if word.dep == "pobj" else word
    verb = analysis.head(preposition)
    return preposition.dep == "prep" and verb.pos == "verb" and preposition.index < verb.index


def _own_modality(analysis: Analysis, word: Token, trigger: Token) -> str:
    """Return the strongest modality among the word's auxiliaries, adverbs and adjectives."""
    strongest = _strongest_modality(analysis, analysis.children(word, *OWN))
    if _is_marked_condition(analysis, word) or _has_condition(analysis, word):
        strongest = _stronger(strongest, "conditional")
    if word is trigger and _is_questioned(analysis, word):
        return "possible"
    if _is_bare_infinitive(analysis, word) and strongest == "asserted":
        return "planned"
    return strongest


def _is_bare_infinitive(analysis: Analysis, word: Token) -> bool:
    """Tell whether the verb has no tense: *goods to be spared*, *Norway to raise duty*."""
    if word.tag != "VB" or word.dep != "ROOT":
        return word.tag == "VB" and word.dep == "relcl"
    marked = any(t.lower == "to" for t in analysis.children(word, "aux"))
    others = analysis.sentence_tokens(analysis.sentence_of(word))
    return marked and not any(t.tag in FINITE for t in others)


def _is_questioned(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word is the main verb of a direct question."""
    if word.pos != "verb" or word.dep != "ROOT":
        return False
    return analysis.tokens[analysis.sentence_of(word).last - 1].text == "?"


def _is_marked_condition(analysis: Analysis, word: Token) -> bool:
    return any(is_condition(analysis, mark) for mark in analysis.children(word, "mark", "advmod"))


def _has_condition(analysis: Analysis, word: Token) -> bool:
    """Tell whether a clause that depends on the verb gives its condition: *if the talks fail*.

    What only says which goods are meant is none: *if the article is from Chile*.
    """
    return any(
        _is_if(analysis, clause) or _is_inverted(analysis, clause)
        for clause in analysis.children(word, "advcl")
        if not _is_about_goods(analysis, clause)
    )


def _is_if(analysis: Analysis, clause: Token) -> bool:
    return any(
        "modality-conditional" in analysis.concepts(mark) and not analysis.is_word(mark, "question")
        for mark in analysis.children(clause, "mark")
    )


def _is_inverted(analysis: Analysis, clause: Token) -> bool:
    """Tell whether the auxiliary stands before the subject: *should talks fail*."""
    subjects = analysis.children(clause, *SUBJECTS)
    auxiliaries = [t for t in analysis.children(clause, "aux") if t.lower != "to"]
    return bool(subjects and auxiliaries) and auxiliaries[0].index < subjects[0].index


def _is_about_goods(analysis: Analysis, clause: Token) -> bool:
    """Tell whether the clause says of goods what they are or where they come from."""
    subjects = analysis.children(clause, *SUBJECTS) if clause.lemma == "be" else []
    return any(analysis.is_word(t, "goods-noun") for t in subjects)


def is_condition(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word makes what follows a condition or a question: *if*, *whether*."""
    conditional = "modality-conditional" in analysis.concepts(word)
    return conditional or analysis.is_word(word, "question")


def _governing_modality(analysis: Analysis, governor: Token, governed: Token) -> str:
    """Return the modality that a governing verb or noun gives to what it governs."""
    if governed.dep == "conj":
        return "asserted"
    equated = governor.lemma == "be" and governed.dep in EQUATED
    subjects = analysis.children(governor, "nsubj") if equated else []
    given = _strongest_modality(analysis, (governor, *subjects))
    provides = given == "conditional" and bool(analysis.children(governor, *SUBJECTS))
    return "asserted" if provides else given  # the order provided that the duty ends


def _strongest_modality(analysis: Analysis, words: Iterable[Token]) -> str:
    concepts = (c.partition("-") for word in words for c in analysis.concepts(word))
    found = sorted(name for scheme, _, name in concepts if scheme == "modality")
    return max(found, key=lambda name: RANK.get(name, 0), default="asserted")


def _drafted_modality(analysis: Analysis, verb: Token, governed: Token) -> str:
    """Return the modality of what a draft or a deal says in the present: *a bill that raises*."""
    if verb.tag not in PRESENT:
        return "asserted"
    above = [analysis.head(verb)] if verb.dep == "relcl" else []
    sources = (*above, *analysis.children(verb, "nsubj"))
    named = (t for t in sources if t is not governed and t.tag != "NNP")
    return "planned" if any(analysis.is_word(t, "draft-noun") for t in named) else "asserted"


def _is_negated(analysis: Analysis, word: Token) -> bool:
    """Tell whether a word beside it negates the word: *not*, *no longer*, *no plan*."""
    for child in analysis.children(word):
        if child.dep == "neg" or (child.dep in NEGATING and analysis.is_word(child, "negation")):
            return True
        below = {t.dep for t in analysis.children(child)}
        if child.dep == "advmod" and "neg" in below and "prep" not in below:  # not: no later than
            return True
    return False


def _negates(analysis: Analysis, governor: Token, governed: Token) -> bool:
    """Tell whether the word itself denies what it governs: *rejected the duty*.

    It denies what it is done to, not who does it (*a duty will decline*), unless that fails.
    """
    denied = governed.dep != "nsubj" or analysis.is_word(governor, "failure")
    return governor is not governed and denied and analysis.is_word(governor, "negation")
