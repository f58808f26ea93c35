"""Speakers: whom the subject of a verb of speech, or the name before a colon, means.

A pronoun in a reporting clause goes on with the last speaker, and so does *the statement said*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.coreference import HE, INSTITUTIONS, IT, THEY, find_latest
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    modifiers_of,
    objects_of,
    owners_of,
)
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.extractors.organizations import is_informed, name_party
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

SPEAKERS = ACTOR_KINDS - {"MediaOutlet"}
GROUPS = (*INSTITUTIONS, "ActorGroup")
FIRMS = ("Company", "Organization")
"""Kinds of those who are taken up as *the company* or *the group*."""
REACH = 2
"""So many sentences before *the statement said* the statement may be introduced."""
SERVED = ("Administration", "GovernmentBody", "Office")
MAIN = ("nsubj", "nsubjpass")
POINTING = ("the", "these", "those", "both")
COLONS = (":", ";")
COUNTING = ("CD", "DT", "JJ", "JJS")
"""Tags of words that count people of a group: *one of the officials*, *several of them*."""


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has the floor: those who spoke last, and the sentence in which they did."""

    speakers: tuple[str, ...] = ()
    sentence: int = 0


NOBODY = Floor()


def find_speakers(
    analysis: Analysis, subject: Token, floor: Floor = NOBODY, *, quoted: bool
) -> tuple[str, ...]:
    """Return who speaks: actors, or a party that the text names; a court only by its own words.

    A pronoun goes on with those who have the floor.
    """
    previous = floor.speakers
    stated = analysis.is_word(subject, "statement-noun")
    authors = (
        _find_authors(analysis, subject) if stated else _find_antecedent(analysis, subject, floor)
    )
    if authors or _goes_on(analysis, subject, previous):
        return authors or previous
    if stated:
        return ()
    if subject.tag in COUNTING and (members := objects_of(analysis, subject, "of")):
        return find_speakers(analysis, members[0], floor, quoted=quoted)
    named = find_actors(analysis, subject)
    actors = [actor for actor in named if analysis.kind(actor) in SPEAKERS]
    actors = [actor for actor in actors if quoted or analysis.kind(actor) != "Court"]
    if actors or named:
        return tuple(actors)
    if _is_nobody(analysis, subject) or subject.lower in {*HE, *THEY}:
        return ()
    before = find_latest(analysis, subject, FIRMS) if _is_definite(analysis, subject) else ()
    return before or name_party(analysis, subject) if quoted or subject.pos == "noun" else ()


def _find_antecedent(analysis: Analysis, pronoun: Token, floor: Floor) -> tuple[str, ...]:
    """Return whom *he*, *she* or *they* mean rather than who spoke before.

    That is the subject of a sentence in between, or before a colon: *Ann Lee disagreed: it hurts,
    she said*.
    """
    kind = "Person" if _is_one_of(analysis, pronoun, HE) else "ActorGroup"
    if kind != "Person" and (floor.speakers or pronoun.lower != "they"):
        return ()
    for word in _words_since(analysis, pronoun, floor):
        if word.dep in MAIN and word.pos != "pron" and _is_main(analysis, word, pronoun):
            named = find_actors(analysis, word) or name_party(analysis, word)
            meant = [actor for actor in named if analysis.kind(actor) == kind]
            if len(meant) == 1:
                return (*meant, *actors_of(analysis, conjuncts(analysis, pronoun)[1:]))
    return ()


def _is_one_of(analysis: Analysis, word: Token, pronouns: frozenset[str]) -> bool:
    """Tell whether it is such a pronoun, rather than a name such as *Liu He*."""
    return word.lower in pronouns and analysis.mention_at(word) is None


def _words_since(analysis: Analysis, word: Token, floor: Floor) -> Iterator[Token]:
    """Yield the words before this one since somebody spoke last, the nearest first."""
    last = floor.sentence if floor.speakers else -1
    first = analysis.sentences[min(word.sentence, max(last + 1, word.sentence - REACH))].first
    for index in range(word.index - 1, first - 1, -1):
        token = analysis.tokens[index]
        if analysis.in_quotation(Span(token.begin, token.end)) is None:
            yield token


def _is_main(analysis: Analysis, subject: Token, pronoun: Token) -> bool:
    """Tell whether it is the subject of a sentence before the pronoun's, or before a colon."""
    if subject.sentence < pronoun.sentence:
        return analysis.head(subject).dep == "ROOT"
    between = analysis.tokens[subject.index : pronoun.index]
    return any(token.lower in COLONS for token in between)


def _goes_on(analysis: Analysis, subject: Token, previous: tuple[str, ...]) -> bool:
    """Tell whether the subject points back to those who spoke just before."""
    if not previous:
        return False
    kind = analysis.kind(previous[0])
    if _is_one_of(analysis, subject, HE):
        return len(previous) == 1 and kind == "Person"
    if subject.lower in IT:
        return len(previous) == 1 and kind in GROUPS
    if subject.lower in THEY:
        return len(previous) > 1 or kind == "ActorGroup"
    if analysis.is_word(subject, "statement-noun"):
        return not owners_of(analysis, subject, "by", "from", "of")
    return _repeats(analysis, subject, previous[0])


def _find_authors(analysis: Analysis, text: Token) -> tuple[str, ...]:
    """Return whose statement it is: its owners, or who is said to have issued it just before."""
    first = analysis.sentences[max(0, text.sentence - REACH)].first
    for token in reversed(analysis.tokens[first : text.index + 1]):
        if not analysis.is_word(token, "statement-noun"):
            continue
        verb = clause_verb(analysis, token)
        agent = find_agent(analysis, verb) if verb is not None else None
        heads = owners_of(analysis, token, "by", "from", "of")
        heads += [agent] if agent is not None and agent.index < token.index else []
        heads = [t for t in heads if not analysis.dates_in(Span(t.begin, t.end))]
        called = (find_actors(analysis, head) or name_party(analysis, head) for head in heads)
        actors = next((found for found in called if found), ())
        if actors:
            return actors
    return ()


def _repeats(analysis: Analysis, subject: Token, speaker: str) -> bool:
    """Tell whether the subject is *the* and the noun of the group or the office that spoke."""
    if analysis.kind(speaker) == "Person":
        return _is_holder(analysis, subject, speaker)
    entity = analysis.entity(speaker) if analysis.kind(speaker) == "ActorGroup" else None
    pointing = any(t.lower in POINTING for t in analysis.children(subject, "det"))
    return pointing and entity is not None and subject.lower in entity.label.lower().split()


def _is_definite(analysis: Analysis, subject: Token) -> bool:
    """Tell whether it is a bare *the company* or *the union*."""
    bare = [child.lower for child in analysis.children(subject)] == ["the"]
    return bare and subject.tag == "NN" and analysis.is_word(subject, "party-noun")


def _is_holder(analysis: Analysis, subject: Token, speaker: str) -> bool:
    """Tell whether the subject is a bare *the president* and the speaker holds such an office."""
    if [child.lower for child in analysis.children(subject)] != ["the"]:
        return False
    held = analysis.registry.offices(speaker, analysis.document.published)
    offices = (analysis.entity(o) for o in (*held, analysis.offices.get(speaker, "")))
    return any(o is not None and subject.lower in o.label.lower().split() for o in offices)


def _is_nobody(analysis: Analysis, subject: Token) -> bool:
    """Tell whether the noun names a day, or speakers of no office: analysts, but not the informed.

    Those who serve a government speak for it: *Justice Department lawyers*.
    """
    if analysis.dates_in(Span(subject.begin, subject.end)):
        return True
    unnamed = subject.tag in ("NN", "NNS") and analysis.is_word(subject, "expert-noun")
    return unnamed and not (is_informed(analysis, subject) or _serves(analysis, subject))


def _serves(analysis: Analysis, people: Token) -> bool:
    """Tell whether the people are those of a government or its bodies."""
    return any(
        analysis.is_word(owner, "government-noun")
        or ((mention := analysis.mention_at(owner)) is not None and mention.kind in SERVED)
        for owner in modifiers_of(analysis, people)
    )
