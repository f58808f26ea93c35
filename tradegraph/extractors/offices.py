"""Office holdings: who is said to hold which office.

Read from a title before a name (*Trade Minister Ann Lee*), from an apposition after it (*Ann Lee,
the trade minister,*) and from a name set off after the office (*the trade minister, Ann Lee,*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradegraph.extractors.actors import find_holder
from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Fact, Mention, OfficeHolding, Span

LONGEST_TITLE = 9
LONGEST_APPOSITION = 22
OWNERS = frozenset(
    (
        "Country",
        "CustomsUnion",
        "GovernmentBody",
        "Administration",
        "Court",
        "InternationalBody",
        "Organization",
        "Company",
        "MediaOutlet",
        "ActorGroup",
    )
)
ARTICLES = frozenset(("a", "an", "the", "one", "its", "their"))
LINKS = frozenset(
    (
        "of",
        "for",
        "at",
        "on",
        "to",
        "and",
        "&",
        "'s",
        "’s",
        "in",
        "the",
        "-",
        "with",
        "from",
        "general",
    )
)


def find_offices(analysis: Analysis) -> Iterator[Fact]:
    """Yield the office holdings that the document states, and remember them in the analysis."""
    seen: set[tuple[str, str]] = set()
    people = [m for m in analysis.mentions if m.kind == "Person" and m.entity is not None]
    for index, mention in enumerate(people):
        titles = [_title_inside(analysis, mention), _title_before(analysis, mention)]
        titles.append(_apposition(analysis, mention))
        for title in titles:
            group = _coordinated(analysis, people, index, title) if title else []
            for person in group:
                yield from _state_holding(analysis, person, title, seen)
    yield from _find_unnamed_holders(analysis, seen)


def _state_holding(
    analysis: Analysis, mention: Mention, title: list[Token], seen: set[tuple[str, str]]
) -> Iterator[Fact]:
    fact = _read_title(analysis, mention, title)
    if fact is None or not isinstance(fact.content, OfficeHolding):
        return
    key = (fact.content.person, fact.content.office)
    if key not in seen:
        seen.add(key)
        analysis.offices.setdefault(*key)
        yield fact


def _coordinated(
    analysis: Analysis, people: Sequence[Mention], index: int, title: list[Token]
) -> list[Mention]:
    """Return whom a title in the plural covers (*Justices Lee, Ruiz and Park*), otherwise the one."""
    group = [people[index]]
    if not any(t.tag in ("NNS", "NNPS") for t in title):
        return group
    before = title[0].begin < people[index].span.begin
    others = people[index + 1 :] if before else list(reversed(people[:index]))
    for other in others:
        first, last = sorted((group[-1].span, other.span))
        between = analysis.document.text[first.end : last.begin].strip()
        if between not in (",", "and", ", and", "&"):
            break
        group.append(other)
    return group


def _title_inside(analysis: Analysis, mention: Mention) -> list[Token]:
    """Return the title that a name of the registry includes: *President Lee*."""
    inside = list(analysis.tokens_in(mention.span))
    title = []
    for token in inside[:-1]:
        if not analysis.is_word(token, "office-noun", "acting", "former"):
            break
        title.append(token)
    if not title or not _ends_in_office(analysis, title):
        return []
    before = _walk_left(analysis, title[0].index - 1, analysis.sentence_of(title[0]).first)
    return [*before, *title]


def _find_unnamed_holders(analysis: Analysis, seen: set[tuple[str, str]]) -> Iterator[Fact]:
    """Yield the offices by which people are called who are named elsewhere in the document."""
    titled = {person for person, _ in seen}
    named = {m.entity for m in analysis.mentions if m.kind == "Person"}
    for mention in analysis.mentions:
        if mention.kind != "Office":
            continue
        person = find_holder(analysis, mention)
        if person is None or person in titled or person not in named:
            continue
        held = analysis.registry.offices(person, analysis.document.published)
        office = mention.entity or next((c for c in mention.candidates if c in held), None)
        if office is None:
            continue
        titled.add(person)
        analysis.offices.setdefault(person, office)
        yield Fact(
            OfficeHolding(person, office), (mention.span,), confidence=0.6, extractor="offices"
        )


def _title_before(analysis: Analysis, mention: Mention) -> list[Token]:
    """Return the words of the title that stands directly before the name."""
    inside = analysis.tokens_in(mention.span)
    if not inside:
        return []
    sentence = analysis.sentence_of(inside[0])
    index = inside[0].index - 1
    if index > sentence.first and analysis.tokens[index].text == ",":
        return _title_set_off(analysis, index, sentence.first)
    title = _walk_left(analysis, index, sentence.first)
    return title if title and _ends_in_office(analysis, title) else []


def _walk_left(analysis: Analysis, index: int, first: int) -> list[Token]:
    """Return the words of a title that end at the index."""
    title: list[Token] = []
    while index >= first and len(title) < LONGEST_TITLE:
        token = analysis.tokens[index]
        if not _belongs_to_title(analysis, token):
            break
        title.insert(0, token)
        index -= 1
    return title


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
    if token.tag in ("VBD", "VBZ", "VBP", "MD", "CD") or token.text in (
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        '"',
        "—",
        "–",
    ):
        return False
    if token.lower in ("'s", "’s", "-", "&"):
        return True
    if analysis.mention_at(token) is not None and analysis.mention_at(token).kind == "Person":  # type: ignore[union-attr]
        return False
    return (
        token.pos in ("noun", "adjective")
        or token.text[:1].isupper()
        or analysis.is_word(token, "former", "acting", "office-noun")
    )


def _ends_in_office(analysis: Analysis, title: Sequence[Token]) -> bool:
    last = title[-1]
    mention = analysis.mention_at(last)
    return (
        analysis.is_word(last, "office-noun")
        or _ends_lexical(analysis, last)
        or (mention is not None and mention.kind == "Office")
    )


def _ends_lexical(analysis: Analysis, token: Token) -> bool:
    return any(
        match.last == token.index and match.concept == "lexicon-office-noun"
        for match in analysis.words[token.sentence]
    )


def _is_office(analysis: Analysis, words: Sequence[Token]) -> bool:
    return any(
        analysis.is_word(t, "office-noun")
        or ((m := analysis.mention_at(t)) is not None and m.kind == "Office")
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
        if token.text in (",", ".", ";", ":", "—", "–", "(") or token.tag in (
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            "WP",
            "WDT",
            "WRB",
        ):
            break
        words.append(token)
    while words and words[0].lower in ARTICLES:
        words = words[1:]
    head = next(
        (
            t
            for t in words
            if t.pos == "noun" and (t.head == t.index or analysis.head(t) not in words)
        ),
        None,
    )
    if not words or head is None or not _is_office(analysis, words):
        return []
    named = [t for t in words[:8] if _is_office(analysis, [t])]
    person = any(
        (m := analysis.mention_at(t)) is not None and m.kind == "Person" for t in words[:3]
    )
    return words if named and not person else []


def _read_title(analysis: Analysis, mention: Mention, title: list[Token]) -> Fact | None:
    """Return the holding that a title and a name state."""
    owner, core = _split_owner(analysis, title)
    if not core or mention.entity is None:
        return None
    words = analysis.text(Span(core[0].begin, core[-1].end))
    if core[-1].tag in ("NNS", "NNPS"):
        words = f"{words[: core[-1].begin - core[0].begin]}{core[-1].lemma}"
    office = _resolve_office(analysis, mention.entity, words, owner, title)
    inside = analysis.tokens_in(mention.span)
    begin = min(title[0].begin, inside[0].begin)
    end = max(title[-1].end, inside[-1].end)
    return Fact(
        OfficeHolding(mention.entity, office),
        (Span(begin, end),),
        confidence=0.93,
        extractor="offices",
    )


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
    cut = next(
        (
            i
            for i, t in enumerate(core)
            if i and (m := analysis.mention_at(t)) is not None and m.entity == owner and owner
        ),
        None,
    )
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
        places = {p for o in held if (p := registry.jurisdiction(o))} or {
            p for o in named if (p := registry.jurisdiction(o))
        }
        owner = next(iter(places)) if len(places) == 1 else None
    label = analysis.text(Span(title[0].begin, title[-1].end))
    iri = mint("office", slugify(f"{tail(owner) if owner else ''} {words}"))
    if iri not in registry.entities:
        analysis.entities.setdefault(
            iri, Entity(iri, "Office", label, (words,) if words != label else (), owner)
        )
    return iri


def _offices_named(analysis: Analysis, words: str) -> list[str]:
    """Return the registry's offices that go by these words."""
    return sorted(analysis.registry.offices_named(words))
