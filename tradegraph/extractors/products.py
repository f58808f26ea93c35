"""What goods are called: the short noun phrase of a product, and goods listed one after the other.

The parse of a long list of goods is seldom right to its end; what stands between commas is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from tradegraph.extractors.coordination import PREMODIFIERS, conjuncts
from tradegraph.extractors.jurisdictions import JURISDICTIONS
from tradegraph.language.analysis import Analysis
from tradegraph.language.numbers import MAGNITUDES
from tradegraph.language.tokens import Token
from tradegraph.model import Mention, Span

ORIGIN_KINDS = (*JURISDICTIONS, "ActorGroup", "Place")
NAMING = ("ProductScope", "TariffMeasure")
"""Kinds of what bears a name with goods in it: *tariffs on kitchen cabinets*."""
LONGEST_PRODUCT = 6
"""Words that are looked at before a product's noun."""
JOINERS = ("-", "/")
NUMERIC = ("CD", "NFP")
NO_PART = frozenset(("DT", "CD", "PRP$", "POS", "JJR", "JJS", "RB", "PDT"))
"""Tags of words that count, compare or own, and are no part of a product's name."""
SPARE = frozenset(("all", "some", "any", "no", "such", "each", "own", "both"))
"""Quantifiers that the tagger may take for adjectives."""
SIGNS = frozenset(("%", "$", "percent", "cent", "percentage"))
"""Words of a rate or sum, which is no part of a product's name."""
SEPARATORS = frozenset((",", "and", "or", "&"))
STEPS = frozenset((*SEPARATORS, "to"))
"""Words between goods of a range: *from cars to wine and rice*."""
CUE_ENDS = frozenset(("as", "from", "them"))
"""Last words of what stands before examples: *such as*, *ranging from*, *among them*."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
"""Tags of verbs whose subject stands before them, and in no list."""


def is_origin(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word names where goods may come from."""
    mention = analysis.mention_at(token)
    return mention is not None and mention.kind in ORIGIN_KINDS


def product_mention(analysis: Analysis, token: Token) -> Mention | None:
    """Return the registry's product that the word is part of the name of."""
    mention = analysis.mention_at(token)
    return mention if mention is not None and mention.kind == "ProductScope" else None


def may_be_product(analysis: Analysis, head: Token) -> bool:
    """Tell whether the noun can name goods: not a measure, a deal, people, or a proper name."""
    if head.pos != "noun" or analysis.is_word(head, "measure-noun", "weak-measure-noun"):
        return False
    mention = analysis.mention_at(head)
    if mention is not None and mention.kind in NAMING and not _is_on_origin(analysis, mention):
        return True
    other = analysis.is_word(
        head, "bearer-noun", "officials-noun", "deal-noun", "negotiation-noun", "no-goods-noun"
    )
    return not other and head.tag not in ("NNP", "NNPS")


def _is_on_origin(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a measure's name says whose goods bear it, not which: *tariff on China*."""
    measure = mention.entity if mention.kind == "TariffMeasure" else None
    return measure is not None and not analysis.registry.values(measure, "product")


def name_products(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the products that the noun phrase names, without origin, articles and *imports*."""
    if not may_be_product(analysis, head):
        return ()
    coordinated = _name_coordinated(analysis, head)
    if coordinated:
        return coordinated
    words = _words_before(analysis, head)
    if analysis.is_word(head, "goods-noun") and len(words) == 1:
        named = product_mention(analysis, head)  # goods made with forced labor
        return (analysis.text(named.span),) if named is not None else ()
    if analysis.is_word(head, "trade-flow-noun"):
        words = words[:-1]
    if any(t.tag in NUMERIC or t.text in SIGNS or t.lemma in MAGNITUDES for t in words):
        return ()
    if not any(token.pos == "noun" for token in words):  # all remaining imports
        return ()
    return (_text_of(analysis, words),)


def _name_coordinated(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the goods that are coordinated before their noun: *steel and aluminum imports*."""
    if not analysis.is_word(head, "goods-noun"):
        return ()
    for child in analysis.children(head, *PREMODIFIERS):
        parts = conjuncts(analysis, child)
        placed = any(
            is_origin(analysis, part) or analysis.is_word(part, "goods-adjective") for part in parts
        )
        if len(parts) > 1 and not placed:
            return tuple(dict.fromkeys(_name_part(analysis, part, head) for part in parts))
    return ()


def _name_part(analysis: Analysis, part: Token, head: Token) -> str:
    """Return what one of the words before goods names, an adjective together with the noun."""
    words = _words_before(analysis, part)
    name = _text_of(analysis, words)
    return name if any(t.pos == "noun" for t in words) else f"{name} {head.text}"


def _text_of(analysis: Analysis, words: Sequence[Token]) -> str:
    return analysis.text(Span(words[0].begin, words[-1].end))


def _words_before(analysis: Analysis, head: Token) -> list[Token]:
    """Return the noun with the words before it that belong to the product's name."""
    words = [head]
    for token in reversed(analysis.tokens[max(0, head.index - LONGEST_PRODUCT) : head.index]):
        if not _belongs_to_product(analysis, token, words):
            break
        words.insert(0, token)
    return _drop_joiners(words)


def _drop_joiners(words: list[Token]) -> list[Token]:
    """Return the words without hyphens at the beginning, where the name before them is left out."""
    return list(dropwhile(lambda token: token.text in JOINERS, words))


def _belongs_to_product(analysis: Analysis, token: Token, words: Sequence[Token]) -> bool:
    if token.text in JOINERS:
        return True
    if token.text in (",", '"', "“", "”") or not _may_stand_in(analysis, token):
        return False
    joined = token.dep in ("compound", "amod", "nmod", "npadvmod", "punct", "conj", "cc")
    return joined and any(token.head == word.index for word in words)


def _may_stand_in(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word may be part of a product's name."""
    if token.tag in NO_PART or token.lower in SPARE:
        return False
    return not is_origin(analysis, token) and not analysis.is_word(token, "goods-adjective")


def list_examples(analysis: Analysis, after: Token, within: int) -> tuple[str, ...]:
    """Return the goods listed behind the first word for examples so near after the word."""
    for token in analysis.tokens[after.index + 1 : after.index + within]:
        if token.sentence == after.sentence and analysis.is_word(token, "example-cue"):
            first = token.index + 1
            while first < len(analysis.tokens) and analysis.tokens[first].lower in CUE_ENDS:
                first += 1
            return list_products(analysis, first)
    return ()


def list_products(analysis: Analysis, first: int) -> tuple[str, ...]:
    """Return the goods that are listed from this word on: *soybeans, nuts and pork legs*.

    The list ends at the first word that stands in no noun phrase, or at a part that is no product.
    What follows *from* is a range.
    """
    found: list[str] = []
    ranging = analysis.tokens[first - 1].lower == "from"
    for words, closing in _split_list(analysis, first, STEPS if ranging else SEPARATORS):
        inside = _drop_joiners([t for t in words if _may_stand_in(analysis, t) or t is words[-1]])
        subject = closing is not None and closing.tag in FINITE
        rate = any(t.lower in SIGNS or t.lemma in MAGNITUDES for t in inside)
        if not inside or subject or rate or not may_be_product(analysis, inside[-1]):
            break
        general = analysis.is_word(inside[-1], "goods-noun") and len(inside) == 1
        flow = analysis.is_word(inside[-1], "trade-flow-noun")
        found += [] if general else [_text_of(analysis, inside[:-1] if flow else inside)]
    return tuple(dict.fromkeys(found))


def _split_list(
    analysis: Analysis, first: int, separators: frozenset[str]
) -> Iterator[tuple[list[Token], Token | None]]:
    """Yield the words between commas and *and*, with the word that ends the list after the last."""
    words: list[Token] = []
    if first >= len(analysis.tokens):
        return
    for token in analysis.tokens[first : analysis.sentence_of(analysis.tokens[first]).last]:
        if token.lower in separators:
            if words:
                yield words, None
            words = []
        elif token.pos in ("noun", "adjective") or token.tag in ("VBN", "HYPH", *NO_PART):
            words.append(token)
        else:
            if words:
                yield words, token
            return
    if words:
        yield words, None
