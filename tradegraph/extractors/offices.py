"""Office holdings: who is said to hold which office.

Read from a title before a name (*Trade Minister Ann Lee*), from an apposition after it (*Ann Lee,
the trade minister,*) and from a name set off after the office (*the trade minister, Ann Lee,*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Fact, Mention, OfficeHolding, Span

LONGEST_TITLE = 9
LONGEST_APPOSITION = 16
OWNERS = frozenset(("Country", "CustomsUnion", "GovernmentBody", "Administration", "Court", "InternationalBody", "Organization", "Company", "MediaOutlet", "ActorGroup"))
ARTICLES = frozenset(("a", "an", "the", "one", "its", "their"))
LINKS = frozenset(("of", "for", "at", "on", "to", "and", "&", "'s", "’s", "in", "the", "-", "with", "from", "general"))


def find_offices(analysis: Analysis) -> Iterator[Fact]:
    """Yield the office holdings that the document states, and remember them in the analysis."""
    seen: set[tuple[str, str]] = set()
    for mention in analysis.mentions:
        if mention.kind != "Person" or mention.entity is None:
            continue
        for title in (_title_before(analysis, mention), _apposition(analysis, mention)):
            fact = _read_title(analysis, mention, title) if title else None
            if fact is None or not isinstance(fact.content, OfficeHolding):
                continue
            key = (fact.content.person, fact.content.office)
            if key not in seen:
                seen.add(key)
                analysis.offices.setdefault(*key)
                yield fact


def _title_before(analysis: Analysis, mention: Mention) -> list[Token]:
    """Return the words of the title that stands directly before the name."""
    inside = analysis.tokens_in(mention.span)
    if not inside:
        return []
    title: list[Token] = []
    sentence = analysis.sentence_of(inside[0])
    index = inside[0].index - 1
    if index > sentence.first and analysis.tokens[index].text == ",":
        return _title_set_off(analysis, index, sentence.first)
    while index >= sentence.first and len(title) < LONGEST_TITLE:
        token = analysis.tokens[index]
        if not _belongs_to_title(analysis, token):
            break
        title.insert(0, token)
        index -= 1
    return title if title and _ends_in_office(analysis, title) else []


def _title_set_off(analysis: Analysis, comma: int, first: int) -> list[Token]:
    """Return the words of *the minister for trade of Norway* before a comma and the name."""
    for begin in range(max(first, comma - LONGEST_APPOSITION), comma):
        token = analysis.tokens[begin]
        words = list(analysis.tokens[begin:comma])
        if token.lower != "the" or not _is_office(analysis, words):
            continue
        if all(t.pos in ("noun", "adjective", "preposition") or t.lower in LINKS for t in words):
            return words[1:]
    return []


def _belongs_to_title(analysis: Analysis, token: Token) -> bool:
    if token.tag in ("VBD", "VBZ", "VBP", "MD", "CD") or token.text in (",", ".", ";", ":", "(", ")", "“", "”", '"', "—", "–"):
        return False
    if token.lower in ("'s", "’s", "-", "&"):
        return True
    if analysis.mention_at(token) is not None and analysis.mention_at(token).kind == "Person":  # type: ignore[union-attr]
        return False
    return token.pos in ("noun", "adjective") or token.text[:1].isupper() or analysis.is_word(token, "former", "acting", "office-noun")


def _ends_in_office(analysis: Analysis, title: Sequence[Token]) -> bool:
    last = title[-1]
    mention = analysis.mention_at(last)
    return analysis.is_word(last, "office-noun") or _ends_lexical(analysis, last) or (
        mention is not None and mention.kind == "Office"
    )


def _ends_lexical(analysis: Analysis, token: Token) -> bool:
    return any(
        match.last == token.index and match.concept == "lexicon-office-noun"
        for match in analysis.words[token.sentence]
    )


def _is_office(analysis: Analysis, words: Sequence[Token]) -> bool:
    return any(
        analysis.is_word(t, "office-noun") or ((m := analysis.mention_at(t)) is not None and m.kind == "Office")
        for t in words
    )


def _apposition(analysis: Analysis, mention: Mention) -> list[Token]:
    """Return the words of the apposition after the name, up to its closing comma."""
    inside = analysis.tokens_in(mention.span)
    if not inside:
        return []
    sentence = analysis.sentence_of(inside[-1])
    index = inside[-1].index + 1
    if index + 1 >= sentence.last or analysis.tokens[index].text != ",":
        return []
    words: list[Token] = []
    for token in analysis.tokens[index + 1 : min(sentence.last, index + 1 + LONGEST_APPOSITION)]:
        if token.text in (",", ".", ";", ":", "—", "–", "(") or token.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"):
            break
        words.append(token)
    else:
        return []
    while words and words[0].lower in ARTICLES:
        words = words[1:]
    head = next((t for t in words if t.pos == "noun" and (t.head == t.index or analysis.head(t) not in words)), None)
    if not words or head is None or not _is_office(analysis, words):
        return []
    named = [t for t in words[:8] if _is_office(analysis, [t])]
    person = any((m := analysis.mention_at(t)) is not None and m.kind == "Person" for t in words[:3])
    return words if named and not person else []


def _read_title(analysis: Analysis, mention: Mention, title: list[Token]) -> Fact | None:
    """Return the holding that a title and a name state."""
    owner, core = _split_owner(analysis, title)
    if not core or mention.entity is None:
        return None
    words = analysis.text(Span(core[0].begin, core[-1].end))
    office = _resolve_office(analysis, mention.entity, words, owner, title)
    inside = analysis.tokens_in(mention.span)
    begin = min(title[0].begin, inside[0].begin)
    end = max(title[-1].end, inside[-1].end)
    return Fact(OfficeHolding(mention.entity, office), (Span(begin, end),), confidence=0.93, extractor="offices")


def _split_owner(analysis: Analysis, title: list[Token]) -> tuple[str | None, list[Token]]:
    """Separate whose office it is from the office: leading *US*, *China's*, trailing *of Norway*."""
    owner: str | None = None
    core = list(title)
    for token in title:
        mention = analysis.mention_at(token)
        if mention is not None and mention.kind in OWNERS and mention.entity:
            owner = owner or mention.entity
            if token is core[0]:
                core = [t for t in core if not (mention.span.begin <= t.begin < mention.span.end)]
                while core and core[0].lower in ("'s", "’s", "-", "/"):
                    core = core[1:]
    cut = next((i for i, t in enumerate(core) if i and (m := analysis.mention_at(t)) is not None and m.entity == owner and owner), None)
    if cut is not None and len(core) > 1:
        core = core[:cut]
        while core and (core[-1].lower in LINKS or core[-1].tag == "DT"):
            core = core[:-1]
    return owner, core


def _resolve_office(
    analysis: Analysis, person: str, words: str, owner: str | None, title: Sequence[Token]
) -> str:
    """Return the registry's office of that name, or one that the document introduces."""
    registry = analysis.registry
    former = any(analysis.is_word(t, "former") for t in title)
    named = _offices_named(analysis, words)
    place = analysis.jurisdiction(owner) if owner else None
    held = {holding.office for holding in registry.holdings_by_person.get(person, ())}
    pools = [
        [o for o in named if o in held and (place is None or registry.jurisdiction(o) == place)],
        [o for o in named if owner and (registry.value(o, "officeOf") == owner)],
        [o for o in named if place and registry.jurisdiction(o) == place],
        named,
    ]
    for pool in pools:
        if len(pool) == 1 and not former:
            return pool[0]
    if owner is None:
        places = {p for o in held if (p := registry.jurisdiction(o))} or {p for o in named if (p := registry.jurisdiction(o))}
        owner = next(iter(places)) if len(places) == 1 else None
    label = analysis.text(Span(title[0].begin, title[-1].end))
    iri = mint("office", slugify(f"{tail(owner) if owner else ''} {words}"))
    if iri not in registry.entities:
        analysis.entities.setdefault(iri, Entity(iri, "Office", label, (words,) if words != label else (), owner))
    return iri


def _offices_named(analysis: Analysis, words: str) -> list[str]:
    """Return the registry's offices that go by these words."""
    return sorted(analysis.registry.offices_named(words))
