"""What a court holds of powers: whether a law lets those who govern lay a duty.

*The panel held that the president may raise it*; *the act, the judge wrote, cannot be stretched to
trade*. A power that is affirmed makes the measure lawful, one that is denied unlawful.
"""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.grammar import find_subject
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
    if subject is None or not (_governs(analysis, subject) or _is_law(analysis, subject)):
        return None
    return "unlawful" if analysis.children(verb, "neg") else "lawful"


def _governs(analysis: Analysis, subject: Token) -> bool:
    kinds = {analysis.kind(actor) for actor in find_actors(analysis, subject)}
    return bool(kinds & set(GOVERNING)) or analysis.is_word(subject, "government-noun")


def _is_law(analysis: Analysis, subject: Token) -> bool:
    mention = analysis.mention_at(subject)
    named = mention is not None and mention.kind == "LegalInstrument"
    return named or analysis.is_word(subject, "law-noun")
