"""Whose goods, and which: reading *Chinese steel*, *imports of cars from Japan and Korea*.

Customs law asks of every good its origin and its heading; news gives them as a place (*from*,
*of*, an adjective of nationality) and as a short noun phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.grammar import PREMODIFIERS, conjuncts, modifiers_of, objects_of
from tradegraph.extractors.jurisdictions import ALL_PARTNERS, JURISDICTIONS, everyone, named_actor
from tradegraph.language.analysis import Analysis
from tradegraph.language.numbers import MAGNITUDES
from tradegraph.language.tokens import Token
from tradegraph.model import Mention, Span

ORIGIN = ("from", "of", "by")
COVERAGE = ("on", "upon", "for", "against", "to", "over")
COUNTED = ("of", "in", "worth", "from", "including")
"""Prepositions between a quantity and the goods that it counts."""
EXAMPLES = ("of", "in", "including", "like", "as")
"""Prepositions before the goods that a general word such as *goods* stands for."""
PARTNER_KINDS = (*JURISDICTIONS, "ActorGroup", "InternationalBody")
ORIGIN_KINDS = (*JURISDICTIONS, "ActorGroup", "Place")
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
LONGEST_PRODUCT = 6
"""Words that are looked at before a product's noun."""
JOINERS = ("-", "/")
NUMERIC = ("CD", "NFP")
NO_PART = frozenset(("DT", "CD", "PRP$", "POS", "JJR", "JJS", "RB", "PDT"))
"""Tags of words that count, compare or own, and are no part of a product's name."""
SPARE = frozenset(("all", "some", "any", "no", "such", "each", "own", "both"))
"""Quantifiers that the tagger may take for adjectives."""


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
    return found


def read_all_goods(analysis: Analysis, heads: Sequence[Token]) -> Goods:
    """Return the goods that the noun phrases headed by these words name."""
    found = NOTHING
    for head in heads:
        found += read_goods(analysis, head)
    return found


def _read_part(analysis: Analysis, head: Token) -> Goods:
    mention = analysis.mention_at(head)
    if _names_everyone(analysis, head, mention):
        return Goods(targets=(ALL_PARTNERS,))
    if mention is not None and mention.kind in PARTNER_KINDS:
        return Goods(targets=(mention.entity,) if mention.entity else ())
    if mention is not None and mention.kind in NO_GOODS:
        return NOTHING
    if _counts(analysis, head):  # $60 billion of Chinese goods, a list of machines
        counted = read_all_goods(analysis, objects_of(analysis, head, *COUNTED))
        return counted if counted.targets else counted + Goods(_origins(analysis, head))
    products = list(_products_of(analysis, head))
    if analysis.is_word(head, "goods-noun"):
        for inner in objects_of(analysis, head, *EXAMPLES):
            if not _is_origin(analysis, inner):
                products += _read_part(analysis, inner).products
    return Goods(_origins(analysis, head), tuple(dict.fromkeys(products)))


def _counts(analysis: Analysis, head: Token) -> bool:
    """Tell whether the word counts or measures goods that are named after it."""
    if head.tag in NUMERIC or head.lemma in MAGNITUDES:
        return True
    counted = bool(objects_of(analysis, head, *COUNTED))
    return analysis.is_word(head, "quantity-noun") and (counted or head.tag == "NN")


def _names_everyone(analysis: Analysis, head: Token, mention: Mention | None) -> bool:
    if mention is not None and mention.entity in everyone(analysis):
        return True
    return any(
        match.concept == "lexicon-everyone" and match.first <= head.index <= match.last
        for match in analysis.words[head.sentence]
    )


def _is_origin(analysis: Analysis, token: Token) -> bool:
    mention = analysis.mention_at(token)
    return mention is not None and mention.kind in ORIGIN_KINDS


def _origins(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return where the goods come from: *imports from Japan*, otherwise *Japanese imports*."""
    after = [
        token
        for token in objects_of(analysis, head, *ORIGIN)
        if _is_origin(analysis, token)
        or _names_everyone(analysis, token, analysis.mention_at(token))
    ]
    if after:
        return read_all_goods(analysis, after).targets
    before = [
        actor
        for child in analysis.children(head, *PREMODIFIERS)
        for token in conjuncts(analysis, child)
        if (actor := named_actor(analysis, token)) and analysis.kind(actor) in JURISDICTIONS
    ]
    made = [
        t for c in analysis.children(head, "acl") for t in objects_of(analysis, c, "in", "from")
    ]
    before += [a for t in made if _is_origin(analysis, t) for a in find_actors(analysis, t)]
    return tuple(dict.fromkeys(before))


def _products_of(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the product that the phrase names, without origin, articles and *imports*."""
    if not _may_be_product(analysis, head):
        return ()
    words = _product_words_before(analysis, head)
    if analysis.is_word(head, "goods-noun") and len(words) == 1:
        return ()
    if analysis.is_word(head, "trade-flow-noun"):
        words = words[:-1]
    if any(t.tag in NUMERIC or t.text in ("%", "$") or t.lemma in MAGNITUDES for t in words):
        return ()
    if not any(token.pos == "noun" for token in words):  # all remaining imports
        return ()
    return (analysis.text(Span(words[0].begin, words[-1].end)),)


def _may_be_product(analysis: Analysis, head: Token) -> bool:
    """Tell whether the noun can name goods: not a measure, a deal, people, or a proper name."""
    if head.pos != "noun" or analysis.is_word(
        head,
        "measure-noun",
        "weak-measure-noun",
        "bearer-noun",
        "officials-noun",
        "deal-noun",
        "negotiation-noun",
    ):
        return False
    proper = head.tag in ("NNP", "NNPS")
    return not proper or _product_mention(analysis, head) is not None


def _product_words_before(analysis: Analysis, head: Token) -> list[Token]:
    """Return the noun with the words before it that belong to the product's name."""
    words = [head]
    for token in reversed(analysis.tokens[max(0, head.index - LONGEST_PRODUCT) : head.index]):
        if not _belongs_to_product(analysis, token, words):
            break
        words.insert(0, token)
    while words[0].text in JOINERS:
        words = words[1:]
    return words


def _belongs_to_product(analysis: Analysis, token: Token, words: Sequence[Token]) -> bool:
    if token.text in JOINERS:
        return True
    if token.text in (",", '"', "“", "”") or token.tag in NO_PART or token.lower in SPARE:
        return False
    if _is_origin(analysis, token) or analysis.is_word(token, "goods-adjective"):
        return False
    joined = token.dep in ("compound", "amod", "nmod", "npadvmod", "punct", "conj", "cc")
    return joined and any(token.head == word.index for word in words)


def _product_mention(analysis: Analysis, token: Token) -> Mention | None:
    mention = analysis.mention_at(token)
    return mention if mention is not None and mention.kind == "ProductScope" else None


def product_words(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the registry's products before a measure's noun: *steel and car tariffs*."""
    mentions = (_product_mention(analysis, token) for token in modifiers_of(analysis, head))
    spans = sorted({mention.span for mention in mentions if mention is not None})
    return tuple(analysis.text(span) for span in spans)
