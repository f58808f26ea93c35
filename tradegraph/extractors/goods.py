"""Whose goods, and which: reading *Chinese steel*, *imports of cars from Japan and Korea*.

Customs law asks of every good its origin and its heading; news gives them as a place (*from*,
*of*, an adjective of nationality) and as a short noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.coordination import PREMODIFIERS, conjuncts
from tradegraph.extractors.grammar import modifiers_of, objects_of
from tradegraph.extractors.jurisdictions import (
    ALL_PARTNERS,
    JURISDICTIONS,
    everyone,
    find_jurisdictions,
)
from tradegraph.extractors.products import (
    NUMERIC,
    is_origin,
    list_examples,
    list_products,
    name_products,
    product_mention,
)
from tradegraph.language.analysis import Analysis
from tradegraph.language.numbers import MAGNITUDES
from tradegraph.language.tokens import Token
from tradegraph.model import Mention

ORIGIN = ("from", "of", "by")
COVERAGE = ("on", "upon", "for", "against", "to", "over")
COUNTED = ("of", "in", "worth", "from", "including")
"""Prepositions between a quantity and the goods that it counts."""
EXAMPLES = ("of", "in", "including", "like", "as")
"""Prepositions before the goods that a general word such as *goods* stands for."""
RANGE = ("from",)
"""The preposition before the first of many goods: *everything from cars to rice*."""
MAKING = ("amod", "npadvmod", "compound", "nmod", "advmod")
"""Relations of a name before a participle: *Chinese-made*."""
NEAR = 8
"""Words after a general word for goods within which its examples begin."""
BESIDE = 4
"""The same after a name of goods, whose examples stand right beside it."""
PARTNER_KINDS = (*JURISDICTIONS, "ActorGroup", "InternationalBody")
NO_GOODS = frozenset(
    (
        "Person",
        "GovernmentBody",
        "Court",
        "Office",
        "LegalInstrument",
        "Place",
        "Administration",
    )
)
"""Kinds of what a name may mean that bears no duty."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The jurisdictions whose goods are meant, and the products as short noun phrases."""

    targets: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    def __add__(self, other: Goods) -> Goods:
        return Goods(
            tuple(dict.fromkeys(self.targets + other.targets)),
            tuple(dict.fromkeys(self.products + other.products)),
        )

    def __bool__(self) -> bool:
        return bool(self.targets or self.products)


NOTHING = Goods()


def read_goods(analysis: Analysis, head: Token) -> Goods:
    """Return the goods that the noun phrase headed by the word names, coordinated ones included."""
    parts = conjuncts(analysis, head)
    found = NOTHING
    for part in parts:
        found += _read_part(analysis, part)
    if len(parts) > 1 and not found.targets:
        found += Goods(_origins(analysis, parts[-1]))
    return found + Goods(products=_complete_list(analysis, head, found.products))


def _complete_list(analysis: Analysis, head: Token, products: tuple[str, ...]) -> tuple[str, ...]:
    """Return the whole list of goods of which the parse has only some: *on A, B, C and D*."""
    if not products or head.dep != "pobj":
        return ()
    listed = list_products(analysis, head.head + 1)
    if not set(listed) & set(products):
        return ()
    return tuple(name for name in listed if not any(known in name for known in products))


def read_all_goods(analysis: Analysis, heads: Sequence[Token]) -> Goods:
    """Return the goods that the noun phrases headed by these words name."""
    found = NOTHING
    for head in heads:
        found += read_goods(analysis, head)
    return found


def _read_part(analysis: Analysis, head: Token) -> Goods:
    mention = analysis.mention_at(head)
    if _names_everyone(analysis, head, mention):
        return Goods(_origins(analysis, head) or (ALL_PARTNERS,))
    if mention is not None and mention.kind in PARTNER_KINDS:
        return Goods(targets=(mention.entity,) if mention.entity else ())
    if mention is not None and mention.kind in NO_GOODS:
        place = _origin_of(analysis, head)  # from Europe
        return Goods(targets=(place,) if place else ())
    if _counts(analysis, head):  # $60 billion of Chinese goods, a list of machines
        counted = read_all_goods(analysis, objects_of(analysis, head, *COUNTED))
        return counted if counted.targets else counted + Goods(_origins(analysis, head))
    found = Goods(_origins(analysis, head), name_products(analysis, head))
    if not analysis.is_word(head, "goods-noun"):
        beside = list_examples(analysis, head, BESIDE) if found.products else ()
        return found + Goods(products=beside)
    examples = _read_examples(analysis, head)
    return Goods(found.targets or examples.targets, (found + examples).products)


def _read_examples(analysis: Analysis, head: Token) -> Goods:
    """Return the goods that a general word stands for: *imports of rice*, *goods such as rice*."""
    parsed = objects_of(analysis, head, *EXAMPLES)
    parsed += objects_of(analysis, head, *RANGE)
    parsed += [
        t for prep in analysis.children(head, "prep") for t in objects_of(analysis, prep, "to")
    ]
    parsed = [t for t in parsed if not is_origin(analysis, t)]
    named = NOTHING
    for token in parsed:
        named += _read_part(analysis, token)
    return named + Goods(products=list_examples(analysis, head, NEAR))


def _counts(analysis: Analysis, head: Token) -> bool:
    """Tell whether the word counts or measures goods that are named after it."""
    if head.tag in NUMERIC or head.lemma in MAGNITUDES or _is_sum(analysis, head):
        return True
    counted = bool(objects_of(analysis, head, *COUNTED))
    return analysis.is_word(head, "quantity-noun") and (counted or head.tag == "NN")


def _is_sum(analysis: Analysis, head: Token) -> bool:
    """Tell whether the word belongs to a sum of money: *$200bn of Swedish goods*."""
    return any(m.span.begin <= head.begin < m.span.end for m in analysis.moneys)


def _names_everyone(analysis: Analysis, head: Token, mention: Mention | None) -> bool:
    if mention is not None and mention.entity in everyone(analysis):
        return True
    return any(
        match.concept == "lexicon-everyone" and match.first <= head.index <= match.last
        for match in analysis.words[head.sentence]
    )


def _origins(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return where the goods come from: *imports from Japan*, otherwise *Japanese imports*."""
    after = [
        token
        for token in objects_of(analysis, head, *ORIGIN)
        if is_origin(analysis, token)
        or _names_everyone(analysis, token, analysis.mention_at(token))
    ]
    if after:
        return read_all_goods(analysis, after).targets
    beside = analysis.children(head, *PREMODIFIERS)
    made = [t for c in beside if c.tag == "VBN" for t in analysis.children(c, *MAKING)]
    inner = [t for c in beside for t in analysis.children(c, *PREMODIFIERS)]
    before = [
        place
        for child in (*beside, *made, *inner)  # Chinese cars, Chinese-made cars, US farm exports
        for token in conjuncts(analysis, child)
        if (place := _origin_of(analysis, token))
    ]
    return tuple(
        dict.fromkeys((*before, *_where_made(analysis, head), *_owners_before(analysis, head)))
    )


def _owners_before(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return whose goods a pronoun says they are: *its exports*; its imports are others' goods."""
    goods = product_mention(analysis, head) or analysis.is_word(head, "goods-noun")
    if not goods or analysis.is_word(head, "import-noun"):
        return ()
    pronouns = [t for t in analysis.children(head, "poss") if t.tag == "PRP$"]
    places = find_jurisdictions(analysis, actors_of(analysis, pronouns))
    return tuple(place for place in places if analysis.kind(place) in JURISDICTIONS)


def _origin_of(analysis: Analysis, token: Token) -> str | None:
    """Return the customs territory that the word names, by itself or by a place in it."""
    mention = analysis.mention_at(token)
    if mention is None or mention.entity is None:
        return None
    if mention.kind == "Place":  # European cars, Kentucky bourbon
        territory = analysis.registry.value(mention.entity, "customsTerritory")
        return territory or analysis.jurisdiction(mention.entity)
    return mention.entity if mention.kind in JURISDICTIONS else None


def _where_made(analysis: Analysis, head: Token) -> Iterator[str]:
    """Yield whose goods they are that are *made in China* or *imported from all countries*."""
    for clause in analysis.children(head, "acl"):
        for token in objects_of(analysis, clause, "in", "from"):
            if _names_everyone(analysis, token, analysis.mention_at(token)):
                yield ALL_PARTNERS
            else:
                named = find_actors(analysis, token)
                yield from (a for a in named if analysis.kind(a) in PARTNER_KINDS)


def product_words(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the registry's products before a measure's noun: *steel and car tariffs*."""
    mentions = (product_mention(analysis, token) for token in modifiers_of(analysis, head))
    spans = sorted({mention.span for mention in mentions if mention is not None})
    return tuple(analysis.text(span) for span in spans)
