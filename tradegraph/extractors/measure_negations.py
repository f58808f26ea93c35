"""What it means to negate a measure: goods are spared, a measure has ended, or nothing is told.

*The duty shall not apply to rice* exempts rice; *the ruling did not touch the duty* says that there
is one.
"""

from __future__ import annotations

from dataclasses import replace

from tradegraph.extractors.commitment import DENIED, Commitment
from tradegraph.extractors.grammar import clause_verb, is_passive, objects_of
from tradegraph.extractors.measure_phrases import MeasurePhrase, is_definite
from tradegraph.extractors.measure_triggers import Trigger
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

UNKNOWN = ("negation", "novelty", "retaliation")
"""Classes of words beside a measure that is not in force yet: *ruled out new duties*."""


def turn_negation(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger, commitment: Commitment
) -> tuple[Trigger, Commitment]:
    """Read *shall not apply to* and *will escape* as what they are: an exemption."""
    if analysis.is_word(trigger.token, "avoid-verb"):
        return replace(trigger, event="exemption"), commitment
    verb = clause_verb(analysis, trigger.token)
    if commitment.positive or trigger.event != "imposition" or verb is None:
        return trigger, commitment
    if _is_untouched(analysis, verb):
        return trigger, Commitment()
    if _is_laid_on_others(analysis, phrase, trigger, commitment):
        return replace(trigger, event="exemption"), Commitment()
    return _turn_denial(analysis, trigger, commitment, verb)


def _turn_denial(
    analysis: Analysis, trigger: Trigger, commitment: Commitment, verb: Token
) -> tuple[Trigger, Commitment]:
    """Return what a negated imposition amounts to: goods spared, a measure ended, or nothing."""
    event = "revocation" if _ends(analysis, verb) else "exemption"
    auxiliaries = analysis.children(verb, "aux")
    ahead = any("modality-planned" in analysis.concepts(word) for word in auxiliaries)
    affirmed = Commitment("planned" if ahead else "asserted")
    if event == "exemption" and trigger.way == "none" and not _lacks(analysis, trigger, verb):
        beside = analysis.children(trigger.token, "det", "amod")  # no duty, ruled out new duties
        none = any(analysis.is_word(t, *UNKNOWN) for t in beside)
        return trigger, commitment if none else affirmed
    if event == "exemption" and trigger.way != "none" and not _spares(analysis, trigger):
        return trigger, commitment
    if commitment.modality != "denied":
        return replace(trigger, event=event), replace(commitment, positive=True)
    return replace(trigger, event=event), affirmed


def _is_untouched(analysis: Analysis, verb: Token) -> bool:
    """Tell whether a measure is said to be as it was: *the duties were not affected*."""
    struck = analysis.is_word(verb, "striking-verb") and is_passive(analysis, verb)
    return struck and _is_about_measure(analysis, verb)


def _is_laid_on_others(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger, commitment: Commitment
) -> bool:
    """Tell whether a known measure is not laid on some goods: *not to impose the duty on rice*."""
    known = phrase.programme or is_definite(analysis, phrase)
    laid = trigger.way == "verb" and trigger.token.pos == "verb" and bool(known)
    spared = objects_of(analysis, trigger.token, "on") or (phrase.programme and phrase.goods)
    return laid and commitment == DENIED and bool(spared)


def _is_about_measure(analysis: Analysis, verb: Token) -> bool:
    subjects = analysis.children(verb, "nsubj", "nsubjpass")
    return any(analysis.is_word(t, "measure-noun", "weak-measure-noun") for t in subjects)


def _ends(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what was so is said to be so no longer: *shall no longer be in effect*.

    Where goods are named, it is they that are spared (*no longer applies to rice*).
    """
    longer = any(analysis.children(t, "neg") for t in analysis.children(verb, "advmod"))
    return longer and _is_about_measure(analysis, verb) and not objects_of(analysis, verb, "to")


def _lacks(analysis: Analysis, trigger: Trigger, verb: Token) -> bool:
    """Tell whether the clause is about goods without the measure: *there is no duty on rice*."""
    being = verb.lemma in ("be", "have") or verb is trigger.token
    return being or analysis.is_word(verb, "apply-verb", "bearing-verb", "striking-verb")


def _spares(analysis: Analysis, trigger: Trigger) -> bool:
    """Tell whether to negate the event is to spare goods: *does not apply*, *no duty on rice*."""
    verb = trigger.token
    if trigger.way == "adjective" or verb.pos == "adjective":
        return True
    struck = analysis.is_word(verb, "striking-verb") and is_passive(analysis, verb)
    words = (verb, *analysis.children(verb, "auxpass"))
    return struck or any(analysis.is_word(word, "apply-verb", "bearing-verb") for word in words)
