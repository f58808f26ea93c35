"""How a text commits to what happens to a measure: what is threatened, done by being said, or idle.

To announce a burden on a condition that the other side can meet is to threaten it (Schelling 1960,
*The Strategy of Conflict*). What will stay as it is, is so; what one is told not to do, is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.commitment import (
    PRESENT,
    Commitment,
    is_promised_on_condition,
    read_commitment,
)
from tradegraph.extractors.grammar import clause_span, clause_verb
from tradegraph.extractors.measure_negations import turn_negation
from tradegraph.extractors.measure_phrases import MeasurePhrase, is_definite, read_contesting
from tradegraph.extractors.measure_triggers import INTRANSITIVE, Trigger
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

BURDENS = frozenset(("announcement", "imposition", "increase", "reinstatement", "threat"))
"""Events by which goods come to bear more."""
STATES = ("imposition", "entry-into-effect", "exemption", "pause")
"""Events that may stay as they are; a cut that somebody keeps asking for does not."""
NAMING = ("noun", "adjective", "none")
"""Ways in which a word stands to the measure of which it is said, and not done."""
THREATENED = Commitment("threatened")


@dataclass(frozen=True, slots=True)
class Telling:
    """A measure, the word that tells what happens to it, and how the text commits to that."""

    phrase: MeasurePhrase
    trigger: Trigger
    commitment: Commitment


def read_telling(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> Telling:
    """Return what happens to the phrase's measure, with how the text commits to it."""
    commitment = read_burden(analysis, trigger.token, trigger.event, phrase.head)
    if trigger.way == "none" and _is_contested(analysis, phrase):
        commitment = Commitment()
    if commitment == Commitment() and _is_plan(analysis, trigger):
        commitment = Commitment("planned")
    if commitment == Commitment("planned") and _is_done_by_saying(analysis, trigger):
        commitment = Commitment()
    return Telling(phrase, *turn_negation(analysis, phrase, trigger, commitment))


def _is_contested(analysis: Analysis, phrase: MeasurePhrase) -> bool:
    """Tell whether somebody contests the known measure: *asked for talks over the duty*."""
    return is_definite(analysis, phrase) and bool(read_contesting(analysis, phrase))


def read_burden(
    analysis: Analysis, trigger: Token, event: str, argument: Token | None = None
) -> Commitment:
    """Return the commitment to the event, a threat by its word or by the condition of a promise."""
    comparing = trigger.dep == "amod" and trigger.tag == "JJR"  # is considering higher tariffs
    word = analysis.head(trigger) if comparing else trigger
    commitment = read_commitment(analysis, word, argument)
    if not commitment.positive:
        return commitment
    if commitment == Commitment() and _is_scheduled(analysis, trigger, event):
        return Commitment("planned")
    conditional = commitment.modality == "conditional" and event in BURDENS
    promised = conditional and is_promised_on_condition(analysis, trigger)
    return THREATENED if event == "threat" or promised else commitment


def read_answer(analysis: Analysis, verb: Token) -> Commitment:
    """Return the commitment to a retaliation: one that is promised is a threat."""
    commitment = read_commitment(analysis, verb)
    promised = commitment.modality in ("planned", "conditional") and commitment.positive
    return THREATENED if promised else commitment


def is_idle(analysis: Analysis, told: Telling) -> bool:
    """Tell whether nothing is told: *urged it not to raise the duty*, *wants no duty*.

    What *may not* be is told, since the verb's own auxiliary leaves it open.
    """
    if told.commitment.positive or told.commitment.modality == "denied":
        return False
    own = analysis.children(told.trigger.token, "aux")
    return not any("modality-possible" in analysis.concepts(word) for word in own)


def _is_to_bear(analysis: Analysis, token: Token) -> bool:
    """Tell whether goods are yet to bear the measure: *goods to receive a zero rate*."""
    verb = clause_verb(analysis, token)
    if verb is None or not analysis.is_word(verb, "bearing-verb"):
        return False
    return any(t.lower == "to" for t in analysis.children(verb, "aux"))


def _is_plan(analysis: Analysis, trigger: Trigger) -> bool:
    """Tell whether the event's own word says that it is ahead: *a plan for duties*, *is set to*."""
    if _is_to_bear(analysis, trigger.token):
        return True
    own = "modality-planned" in analysis.concepts(trigger.token)
    aimed = trigger.way in NAMING or bool(analysis.children(trigger.token, "xcomp"))
    return own and aimed


def _is_scheduled(analysis: Analysis, trigger: Token, event: str) -> bool:
    """Tell whether the present tense tells of a day to come: *it lapses*, *take effect on Monday*.

    An end in the present is always ahead, a beginning where its day is.
    """
    published = analysis.document.published
    if event not in INTRANSITIVE or trigger.tag not in PRESENT:
        return False
    if event == "expiry" or published is None:
        return event == "expiry"
    days = analysis.dates_in(clause_span(analysis, trigger))
    return any(day.future.last > published for day in days)


def _is_done_by_saying(analysis: Analysis, trigger: Trigger) -> bool:
    """Tell whether what is agreed is so at once: *agreed to hold off*, *will keep the duty*."""
    verb = clause_verb(analysis, trigger.token)
    words = (trigger.token, *([verb, analysis.head(verb)] if verb is not None else []))
    stays = any(analysis.is_word(word, "staying-verb") for word in words)
    if stays and trigger.event in STATES:
        return True
    if "status-in-effect" in analysis.concepts(trigger.token):
        return True
    agreed = analysis.is_word(analysis.head(trigger.token), "agreeing-verb")
    return trigger.event == "pause" and trigger.token.dep == "xcomp" and agreed
