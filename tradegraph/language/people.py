"""People's names: those of the registry, those a text introduces, and bare surnames after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tradegraph.identifiers import mint, slugify
from tradegraph.language.tokens import Token
from tradegraph.lexicon import LexicalMatch
from tradegraph.model import Document, Entity, Mention, Span
from tradegraph.registry import Registry

LONGEST_NAME = 5
TITLES = ("lexicon-office-noun", "lexicon-honorific")


def find_people(
    document: Document,
    tokens: Sequence[Token],
    words: Sequence[tuple[LexicalMatch, ...]],
    known: Sequence[Mention],
    registry: Registry,
) -> tuple[list[Mention], dict[str, Entity]]:
    """Return the people that the registry's names do not cover, and those of them who are new."""
    taken = [mention.span for mention in known]
    titles = {m.last for found in words for m in found if m.concept in TITLES}
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for run in _name_runs(tokens, titles):
        span = Span(run[0].begin, run[-1].end)
        if len(run) < 2 or any(span.overlaps(other) for other in taken):
            continue
        name = _clean(document.text[span.begin : span.end])
        iri = mint("person", slugify(name))
        entities[iri] = registry.entities.get(iri) or Entity(iri, "Person", name)
        mentions.append(Mention(span, "Person", (iri,), iri, "exact-name", 0.8))
    return mentions, entities


def _clean(name: str) -> str:
    return " ".join(name.replace("’s", "").replace("'s", "").split())


def _name_runs(tokens: Sequence[Token], titles: set[int]) -> Iterator[list[Token]]:
    """Yield the runs of words that name a person: so recognised, or capitalised after a title."""
    taken: set[int] = set()
    for label, group in groupby(tokens, key=lambda t: (t.label == "PERSON", t.sentence)):
        run = _trim(list(group), titles)
        if label[0] and 2 <= len(run) <= LONGEST_NAME:
            taken.update(token.index for token in run)
            yield run
    for index in sorted(titles):
        run = []
        for token in tokens[index + 1 : index + 1 + LONGEST_NAME]:
            if token.index in taken or not _is_name_word(token):
                break
            run.append(token)
        if len(run) >= 2 and run[0].sentence == run[-1].sentence == tokens[index].sentence:
            yield run


def _trim(run: list[Token], titles: set[int]) -> list[Token]:
    """Leave out titles and marks at the edges of a recognised name."""
    while run and (not _is_name_word(run[0]) or run[0].index in titles):
        run = run[1:]
    while run and not _is_name_word(run[-1]):
        run = run[:-1]
    return run if all(_is_name_word(t) or t.lower in ("de", "van", "von", "al", "bin", "-", "der", "la") for t in run) else []


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag in ("NNP", "NNPS") and any(c.islower() or c == "." for c in token.text)


def propagate_surnames(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    registry: Registry,
) -> Iterator[Mention]:
    """Yield the bare surnames of people named in full somewhere in the document."""
    surnames = _surnames(text, mentions, registry)
    covered = {offset for m in mentions for offset in range(m.span.begin, m.span.end)}
    for token in tokens:
        if token.begin in covered or token.text not in surnames or not token.text[:1].isupper():
            continue
        people = surnames[token.text]
        entity = people[0] if len(people) == 1 else None
        yield Mention(
            Span(token.begin, token.end), "Person", people, entity, "coreference" if entity else None, 0.9, "family"
        )


def _surnames(text: str, mentions: Sequence[Mention], registry: Registry) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind != "Person" or mention.entity is None:
            continue
        family = registry.values(mention.entity, "familyName")
        for surname in family or (_clean(text[mention.span.begin : mention.span.end]).split()[-1],):
            found.setdefault(surname, set()).add(mention.entity)
    return {surname: tuple(sorted(people)) for surname, people in found.items()}
