"""Whose office a title names: a country's, a body's, or a firm's that only the text knows.

*Norway's trade minister*, *head of the Growers' Union*, *an economist at Harbour Bank*, *a GU
spokesman*, *the ministry's spokesman*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from tradegraph.extractors.coreference import resolve_pronoun
from tradegraph.extractors.descriptions import resolve_description
from tradegraph.extractors.jurisdictions import ACTOR_KINDS, JURISDICTIONS
from tradegraph.extractors.organizations import INNER, PROPER, name_organization
from tradegraph.extractors.title_words import JOINED, LINKS, OWN, is_office, is_possessed
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Mention, Span

OWNERS: Final = ACTOR_KINDS - {"Person"}
EMPLOYING: Final = frozenset(("at", "with"))
"""Prepositions before an employer, whatever it is called."""
HEADING: Final = frozenset(("of", "for"))
"""Prepositions before a body or before what an office is for."""
WITHIN: Final = frozenset((*INNER, "-"))
PLACED: Final = ("GPE", "LOC", "NORP")


def split_owner(analysis: Analysis, title: Sequence[Token]) -> tuple[str | None, list[Token]]:
    """Return whose office the title names, and the words of the office alone."""
    for index, token in enumerate(title):
        firm = _name_employer(analysis, title[:index], token, title[index + 1 :])
        if firm is not None:
            return firm, _split_known(analysis, title[:index])[1]
    owner, core = _split_known(analysis, title)
    return (owner, core) if owner is not None else _split_possessor(analysis, core)


def _split_known(analysis: Analysis, title: Sequence[Token]) -> tuple[str | None, list[Token]]:
    """Separate known owners from the office: leading *US*, *China's*, later *of Norway*."""
    owner: str | None = None
    core = list(title)
    for token in title:
        mention = analysis.mention_at(token)
        if mention is None or mention.kind not in OWNERS or not mention.entity:
            continue
        if _is_inside(analysis, mention):
            continue
        owner = owner or mention.entity
        if core and token is core[0]:
            core = [t for t in core if not mention.span.begin <= t.begin < mention.span.end]
            while core and core[0].lower in JOINED:
                core = core[1:]
    return owner, _cut_owner(analysis, core, owner) if owner else core


def _is_inside(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether the name says where the employer sits: *head of the dairy union in Norway*."""
    before = analysis.token_at(mention.span.begin - 1)
    if before is not None and before.tag == "DT":
        before = analysis.tokens[before.index - 1]
    return before is not None and before.lower == "in"


def _cut_owner(analysis: Analysis, core: list[Token], owner: str) -> list[Token]:
    """Return the office without what follows from the owner's name on: *minister of Norway*."""
    mentions = [analysis.mention_at(token) for token in core]
    named = (i for i, m in enumerate(mentions) if i and m is not None and m.entity == owner)
    cut = next((i for i in named if is_office(analysis, core[:i])), None)
    if cut is None:
        return core
    core = core[:cut]
    while core and (core[-1].lower in LINKS or is_possessed(core[-1]) or core[-1].tag == "DT"):
        core = core[:-1]
    return core


def _name_employer(
    analysis: Analysis, office: Sequence[Token], link: Token, after: Sequence[Token]
) -> str | None:
    """Return the body that an office is *at* or *of*, if only the text names it."""
    if link.lower not in EMPLOYING | HEADING or not is_office(analysis, office):
        return None
    name = _proper_run(after)
    if not name or _is_known(analysis, name):
        return None
    if link.lower in HEADING and not _is_body(office, after, name):
        return None
    return name_organization(analysis, Span(name[0].begin, name[-1].end))


def _is_known(analysis: Analysis, name: Sequence[Token]) -> bool:
    """Tell whether the whole name is one that the registry knows."""
    mention = analysis.mention_at(name[-1])
    return mention is not None and mention.span.begin <= name[0].begin


def _is_body(office: Sequence[Token], after: Sequence[Token], name: Sequence[Token]) -> bool:
    """Tell a body from what an office is for: *head of the Tin Board*, *Minister for Tin*."""
    named = after[0].lower == "the" or office[-1].text.islower()
    return named and any(token.label == "ORG" for token in name)


def _proper_run(words: Sequence[Token]) -> list[Token]:
    """Return the proper name that the phrase ends in: *research firm Harbour Metrics*."""
    skipped = sum(1 for _ in takewhile(_is_before_name, words))
    run = list(takewhile(lambda t: _is_name_word(t) or t.lower in WITHIN, words[skipped:]))
    while run and not _is_name_word(run[-1]):
        run = run[:-1]
    return run


def _is_before_name(token: Token) -> bool:
    nominal = token.pos in ("noun", "adjective") or token.tag in ("DT", "POS", "VBG")
    return nominal and not _is_name_word(token)


def _is_name_word(token: Token) -> bool:
    return token.tag in PROPER or (token.label == "ORG" and token.text[:1].isupper())


def _owner_before(analysis: Analysis, own: Token, core: Sequence[Token]) -> str | None:
    """Return whom *its* means; a country only before what countries have, no *CEO*."""
    owner = next(iter(resolve_pronoun(analysis, own)), None)
    public = any(analysis.is_word(token, "leaders-noun", "officials-noun") for token in core)
    return owner if owner and (public or analysis.kind(owner) not in JURISDICTIONS) else None


def _split_possessor(analysis: Analysis, core: list[Token]) -> tuple[str | None, list[Token]]:
    """Separate a leading possessor or firm: *GU's head*, *a GU spokesman*, *the union's head*."""
    if not core:
        return None, core
    before = analysis.tokens[core[0].index - 1] if core[0].index else None
    if before is not None and before.lower in OWN:
        return _owner_before(analysis, before, core), core
    name = list(takewhile(lambda t: _is_name_word(t) and not is_office(analysis, [t]), core))
    rest = core[len(name) :]
    if name and rest and (is_possessed(rest[0]) or rest[0].text.islower()):
        if any(analysis.mention_at(t) is not None or t.label in PLACED for t in name):
            return None, core
        firm = name_organization(analysis, Span(name[0].begin, name[-1].end))
        return firm, rest[1:] if is_possessed(rest[0]) else rest
    if len(core) > 2 and is_possessed(core[1]):
        owner = next(iter(resolve_description(analysis, core[0])), None)
        if owner is not None and analysis.kind(owner) in OWNERS:
            return owner, core[2:]
    return None, core
