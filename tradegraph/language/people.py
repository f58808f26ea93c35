"""People's names: those a text introduces beside the registry's, and bare surnames after them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Final

from tradegraph.identifiers import mint, slugify
from tradegraph.language.spans import Taken
from tradegraph.language.tokens import Token, Words
from tradegraph.lexicon import LexicalMatch
from tradegraph.model import Entity, Mention, Span
from tradegraph.registry import Registry

LONGEST_NAME: Final = 5
TITLES: Final = ("lexicon-office-noun", "lexicon-honorific")
ACT: Final = "lexicon-act-noun"
"""What an *Executive Order* is: the word before it is no title."""
PROPER_NOUNS: Final = ("NNP", "NNPS")
PARTICLES: Final = frozenset(("de", "van", "von", "al", "bin", "-", "der", "la"))
"""What may stand inside a person's name in lower case."""


def find_people(
    words: Words,
    matches: Sequence[tuple[LexicalMatch, ...]],
    known: Sequence[Mention],
    registry: Registry,
) -> tuple[list[Mention], dict[str, Entity]]:
    """Return the people that the registry's names do not cover, and those of them who are new."""
    taken = Taken(mention.span for mention in known)
    acts = {m.head for found in matches for m in found if m.concept == ACT}
    titles = {m.last for found in matches for m in found if m.concept in TITLES}
    titles = {title for title in titles if title + 1 not in acts}
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for run in _name_runs(words.tokens, titles):
        span = Span(run[0].begin, run[-1].end)
        if not taken.claim(span):
            continue
        name = _clean(words.text[span.begin : span.end])
        iri = mint("person", slugify(name))
        entities[iri] = registry.entities.get(iri) or Entity(iri, "Person", name)
        mentions.append(Mention(span, "Person", (iri,), iri, "exact-name", 0.8))
    return mentions, entities


def _clean(name: str) -> str:
    return " ".join(name.replace("’s", "").replace("'s", "").split())


def _name_runs(tokens: Sequence[Token], titles: set[int]) -> Iterator[list[Token]]:
    """Yield the runs of words that name a person: so recognised, or capitalised after a title."""
    recognised: set[int] = set()
    for (is_person, _), group in groupby(tokens, key=lambda t: (t.label == "PERSON", t.sentence)):
        run = _trim(list(group), titles) if is_person else []
        if 2 <= len(run) <= LONGEST_NAME:
            recognised.update(token.index for token in run)
            yield run
    for run in (*_runs_after_titles(tokens, titles), *_runs_before_titles(tokens, titles)):
        if len(run) >= 2 and not recognised & {token.index for token in run}:
            yield run


def _runs_after_titles(tokens: Sequence[Token], titles: set[int]) -> Iterator[list[Token]]:
    """Yield the capitalised words after a title: *Minister Ann Lee*."""
    for index in sorted(titles):
        following = tokens[index + 1 : index + 1 + LONGEST_NAME]
        if following and _is_one_name(tokens[index], following[0]):
            continue
        inside = (t for t in following if t.sentence == tokens[index].sentence)
        yield list(takewhile(_is_name_word, inside))


def _is_one_name(title: Token, after: Token) -> bool:
    """Tell whether the title begins the name of a thing: *Executive Order*, *Prince County*."""
    return title.label == after.label != "" and title.label != "PERSON"


def _runs_before_titles(tokens: Sequence[Token], titles: set[int]) -> Iterator[list[Token]]:
    """Yield the capitalised words that a title stands in apposition to: *Ann Lee, a minister,*."""
    for index in sorted(titles):
        last = tokens[index].head
        if tokens[index].dep != "appos" or last >= index:
            continue
        before = reversed(tokens[max(0, last + 1 - LONGEST_NAME) : last + 1])
        inside = (t for t in before if t.sentence == tokens[index].sentence)
        yield list(takewhile(_is_name_word, inside))[::-1]


def _trim(run: list[Token], titles: set[int]) -> list[Token]:
    """Leave out titles and marks at the edges of a recognised name; nothing if it is none."""
    while run and (not _is_name_word(run[0]) or run[0].index in titles):
        run = run[1:]
    while run and not _is_name_word(run[-1]):
        run = run[:-1]
    named = all(_is_name_word(token) or token.lower in PARTICLES for token in run)
    return run if named else []


def _is_name_word(token: Token) -> bool:
    """Tell whether the word may be part of a name: capitalised, but not all in capitals."""
    capitalised = token.text[:1].isupper() and token.tag in PROPER_NOUNS
    return capitalised and any(c.islower() or c == "." for c in token.text)


def propagate_surnames(
    words: Words, mentions: Sequence[Mention], registry: Registry
) -> Iterator[Mention]:
    """Yield the bare surnames of people named in full somewhere in the document."""
    taken = Taken(mention.span for mention in mentions)
    alone = [t for t in words.tokens if t.text[:1].isupper() and t.begin not in taken]
    surnames = _find_surnames(words.text, mentions, registry, {token.text for token in alone})
    for token in alone:
        people = surnames.get(token.text, ())
        if people:
            entity = people[0] if len(people) == 1 else None
            method = "coreference" if entity else None
            span = Span(token.begin, token.end)
            yield Mention(span, "Person", people, entity, method, 0.9, "family")


def _find_surnames(
    text: str, mentions: Sequence[Mention], registry: Registry, alone: Container[str]
) -> dict[str, tuple[str, ...]]:
    """Return whom a surname means: the last word of a name, or the first where it stands alone.

    In Chinese, Korean and Hungarian the family's name comes first.
    """
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind != "Person" or mention.entity is None:
            continue
        family = registry.values(mention.entity, "familyName")
        first, *_, last = _clean(text[mention.span.begin : mention.span.end]).split() * 2
        for surname in family or (last if last in alone else first,):
            found.setdefault(surname, set()).add(mention.entity)
    return {surname: tuple(sorted(people)) for surname, people in found.items()}
