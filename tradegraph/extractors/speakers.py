"""Speakers: whom the subject of a verb of speech, or the name before a colon, means.

A pronoun in a reporting clause goes on with the last speaker, and so does *the statement said*.
"""

from __future__ import annotations

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.coreference import HE, INSTITUTIONS, IT, THEY
from tradegraph.extractors.grammar import clause_verb, find_agent, objects_of, owners_of
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.extractors.organizations import is_informed, name_party
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

SPEAKERS = ACTOR_KINDS - {"MediaOutlet"}
GROUPS = (*INSTITUTIONS, "ActorGroup")
REACH = 2
"""So many sentences before *the statement said* the statement may be introduced."""
COUNTING = ("CD", "DT", "JJ", "JJS")
"""Tags of words that count people of a group: *one of the officials*, *several of them*."""


def find_speakers(
    analysis: Analysis, subject: Token, previous: tuple[str, ...] = (), *, quoted: bool
) -> tuple[str, ...]:
    """Return who speaks: actors, or a party that the text names; a court only by its own words.

    `previous` are those who spoke just before.
    """
    stated = analysis.is_word(subject, "statement-noun")
    authors = _find_authors(analysis, subject) if stated else ()
    if authors or _goes_on(analysis, subject, previous):
        return authors or previous
    if stated:
        return ()
    if subject.tag in COUNTING and (members := objects_of(analysis, subject, "of")):
        return find_speakers(analysis, members[0], previous, quoted=quoted)
    named = find_actors(analysis, subject)
    actors = [actor for actor in named if analysis.kind(actor) in SPEAKERS]
    actors = [actor for actor in actors if quoted or analysis.kind(actor) != "Court"]
    if actors or named:
        return tuple(actors)
    if _is_nobody(analysis, subject) or subject.lower in HE or subject.lower in THEY:
        return ()
    return name_party(analysis, subject) if quoted or subject.pos == "noun" else ()


def _goes_on(analysis: Analysis, subject: Token, previous: tuple[str, ...]) -> bool:
    """Tell whether the subject points back to those who spoke just before."""
    if not previous:
        return False
    kind = analysis.kind(previous[0])
    if subject.lower in HE:
        return len(previous) == 1 and kind == "Person"
    if subject.lower in IT:
        return len(previous) == 1 and kind in GROUPS
    if subject.lower in THEY:
        return len(previous) > 1 or kind == "ActorGroup"
    if analysis.is_word(subject, "statement-noun"):
        return not owners_of(analysis, subject, "by", "from", "of")
    return kind == "ActorGroup" and _repeats(analysis, subject, previous[0])


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
    """Tell whether the subject is *the* or *these* and the noun of the group that spoke."""
    entity = analysis.entity(speaker)
    pointing = any(t.tag == "DT" for t in analysis.children(subject, "det"))
    return pointing and entity is not None and subject.lower in entity.label.lower().split()


def _is_nobody(analysis: Analysis, subject: Token) -> bool:
    """Tell whether the noun names speakers of no office: analysts, but not the well informed."""
    unnamed = subject.tag in ("NN", "NNS") and analysis.is_word(subject, "expert-noun")
    return unnamed and not is_informed(analysis, subject)
