"""What a court holds of powers, and what it orders those who govern to do.

*The panel held that the president may raise it*; *the act, the judge wrote, cannot be stretched to
trade*. A power that is affirmed makes the measure lawful, one that is denied unlawful.
"""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.grammar import find_patients, find_subject, is_passive
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

GOVERNING: Final = ("Person", "GovernmentBody", "Administration", "Country", "CustomsUnion")


def read_power(analysis: Analysis, verb: Token) -> str | None:
    """Return `lawful` or `unlawful` where the verb says what law or government may or may not do.

    It tells a ruling only where a court says so.
    """
    helping = analysis.children(verb, "aux") if verb.pos == "verb" else []
    if not any(analysis.is_word(word, "power-modal") for word in helping):
        return None
    subject = find_subject(analysis, verb)
    if subject is None or _is_question(analysis, verb):
        return None
    acts = _governs(analysis, subject) and not is_passive(analysis, verb)
    if not acts and not _is_law(analysis, subject):
        return None
    return "unlawful" if analysis.children(verb, "neg") else "lawful"


def _is_question(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the clause is a question: *decide whether the premier may raise it*."""
    marks = analysis.children(verb, "mark", "advmod")
    return any(analysis.is_word(mark, "question") for mark in marks)


def read_order(analysis: Analysis, verb: Token) -> str | None:
    """Return `granted` where the verb orders those who govern to do something for the parties."""
    if verb.pos != "verb" or not analysis.is_word(verb, "ordering-verb"):
        return None
    governed = any(_governs(analysis, patient) for patient in find_patients(analysis, verb))
    asked = analysis.children(verb, "xcomp", "ccomp", "advcl")
    to_act = any(t.tag == "TO" for clause in asked for t in analysis.children(clause, "aux"))
    return "granted" if governed and to_act else None


def _governs(analysis: Analysis, subject: Token) -> bool:
    kinds = {analysis.kind(actor) for actor in find_actors(analysis, subject)}
    return bool(kinds & set(GOVERNING)) or analysis.is_word(
        subject, "government-noun", "agency-noun"
    )


def _is_law(analysis: Analysis, subject: Token) -> bool:
    mention = analysis.mention_at(subject)
    named = mention is not None and mention.kind == "LegalInstrument"
    return named or analysis.is_word(subject, "law-noun")
