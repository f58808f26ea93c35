"""Who goes to court: the parties that a phrase names, one by one, known to the registry or not.

Of a group the members that it names stand for it: *importers including Harbour Tools*, *five
firms led by Harbour Tools*, *those challengers, Harbour Tools and Bay Glass, sued*.
"""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.actors import find_actor
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.court_names import find_court
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.organizations import PROPER, name_party
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

LISTING: Final = (",", "and", ", and", "&")
"""What stands between the names of a list."""
NAMING: Final = ("including", "by", "as")
"""Prepositions before members of a group: *including*, *led by*, *such as*."""


def find_parties(analysis: Analysis, token: Token | None) -> tuple[str, ...]:
    """Return the parties to a case that the phrase names; a court is none."""
    if token is None or find_court(analysis, token) is not None:
        return ()
    named = _members(analysis, token)
    heads = named or conjuncts(analysis, token)
    found = [party for head in heads for party in _name(analysis, head)]
    return tuple(dict.fromkeys((*found, *_listed_after(analysis, token))))


def _listed_after(analysis: Analysis, first: Token) -> list[str]:
    """Return the names of a list that go on after the first, where the parse breaks it up."""
    found: list[str] = []
    end = first.end
    kind = named.kind if (named := analysis.mention_at(first)) else None
    for mention in analysis.mentions_in(Span(end, analysis.sentence_of(first).span.end)):
        between = analysis.text(Span(end, mention.span.begin)).strip()
        if mention.kind != kind or between not in LISTING or mention.entity is None:
            break
        found.append(mention.entity)
        end = mention.span.end
    return found


def _name(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return whom the word names; a word for firms or states does not mean a person."""
    found = find_actor(analysis, head)
    people = all(analysis.kind(actor) == "Person" for actor in found)
    described = people and analysis.is_word(head, "party-noun")
    return (name_party(analysis, head) if described or not found else ()) or found


def _members(analysis: Analysis, group: Token) -> list[Token]:
    """Return the members that the phrase names of a group that it describes."""
    if not analysis.is_word(group, "party-noun") or group.tag in PROPER:
        return []
    beside = [t for word in analysis.children(group, "appos") for t in conjuncts(analysis, word)]
    counted = (group, *objects_of(analysis, group, "of"))  # a coalition of states, led by
    holders = [group, *(t for word in counted for t in analysis.children(word, "acl"))]
    beside += [t for word in holders for t in objects_of(analysis, word, *NAMING)]
    return [t for t in beside if t.tag in PROPER or analysis.is_word(t, "party-noun")]
