"""What is coordinated with a word, also where the parse hides it.

Names and titles are parsed unsteadily: of *Ann Lee and Premier Bo Ray* the first may hang below the
second, both may be subjects of the verb, or the second may hang on a part of the first.
"""

from __future__ import annotations

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Mention

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
PREMODIFIERS = ("poss", "compound", "amod", "nmod")
PERSON = "Person"


def conjuncts(analysis: Analysis, token: Token) -> list[Token]:
    """Return the word and everything coordinated with it, in order."""
    found = [token]
    for current in found:
        found += analysis.children(current, "conj")
    named = analysis.mention_at(token)
    if named is None or named.kind != PERSON:
        return found
    after = [*_hung_inside(analysis, token, named), *_second_subjects(analysis, token)]
    return [*_named_before(analysis, token, named), *found, *after]


def _named_before(analysis: Analysis, head: Token, named: Mention) -> list[Token]:
    """Return the person before the name whom the parse takes for a part of it."""
    below = [
        t
        for child in analysis.children(head, *PREMODIFIERS)
        for t in (child, *analysis.children(child, *PREMODIFIERS))
    ]
    return [t for t in below if analysis.children(t, "cc") and _is_other_person(analysis, t, named)]


def _hung_inside(analysis: Analysis, head: Token, named: Mention) -> list[Token]:
    """Return what is coordinated with a part of the name: *Ursula von der Leyen and Ann Lee*."""
    inside = [t for t in analysis.tokens_in(named.span) if t is not head]
    return [joined for t in inside for joined in analysis.children(t, "conj")]


def _second_subjects(analysis: Analysis, subject: Token) -> list[Token]:
    """Return the other subjects of the verb, if the first is followed by *and* without a second."""
    joined = analysis.children(subject, "cc") and not analysis.children(subject, "conj")
    if subject.dep not in SUBJECTS or not joined:
        return []
    verb = analysis.head(subject)
    return [t for t in analysis.children(verb, subject.dep) if t.index > subject.index]


def _is_other_person(analysis: Analysis, token: Token, named: Mention) -> bool:
    mention = analysis.mention_at(token)
    return mention is not None and mention.kind == PERSON and mention.entity != named.entity
