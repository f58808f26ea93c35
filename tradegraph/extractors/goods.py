"""Whose goods, and which: reading *Chinese steel*, *imports of cars from Japan and Korea*."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.extractors.actors import JURISDICTIONS, everyone, find_actors
from tradegraph.extractors.grammar import conjuncts, objects_of
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Mention, Span

ORIGIN = ("from", "of", "by")
COVERAGE = ("on", "upon", "for", "against", "to", "over")
LONGEST_PRODUCT = 6
SPARE = frozenset(
    (
        "all",
        "some",
        "certain",
        "more",
        "most",
        "other",
        "many",
        "any",
        "these",
        "those",
        "its",
        "their",
        "the",
        "a",
        "an",
        "no",
        "such",
        "each",
        "nearly",
        "almost",
        "imported",
        "foreign",
        "additional",
        "various",
        "new",
        "both",
        "every",
        "foreign-made",
        "own",
        "our",
        "his",
    )
)


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


def read_goods(analysis: Analysis, head: Token) -> Goods:
    """Return the goods that the noun phrase headed by the word names, coordinated ones included."""
    found = Goods()
    parts = conjuncts(analysis, head)
    for part in parts:
        found += _read_part(analysis, part)
    if len(parts) > 1 and not found.targets:
        found += Goods(_origins(analysis, parts[-1]))
    return found


def _read_part(analysis: Analysis, head: Token) -> Goods:
    mention = analysis.mention_at(head)
    if _names_everyone(analysis, head, mention):
        return Goods(
            targets=tuple(
                sorted(g for g in everyone(analysis) if g.endswith("all-trading-partners"))
            )
        )
    if mention is not None and mention.kind in (*JURISDICTIONS, "ActorGroup", "InternationalBody"):
        return Goods(targets=(mention.entity,) if mention.entity else ())
    if mention is not None and mention.kind in (
        "Person",
        "GovernmentBody",
        "Court",
        "Office",
        "LegalInstrument",
        "Place",
        "Administration",
    ):
        return Goods()
    targets = _origins(analysis, head)
    products = list(_products_of(analysis, head))
    for inner in objects_of(analysis, head, "of", "in"):
        if analysis.is_word(head, "goods-noun") and not _is_place(analysis, inner):
            products += _read_part(analysis, inner).products
    return Goods(targets, tuple(dict.fromkeys(products)))


def _names_everyone(analysis: Analysis, head: Token, mention: Mention | None) -> bool:
    if mention is not None and mention.entity in everyone(analysis):
        return True
    inside = analysis.words[head.sentence]
    return any(m.concept == "lexicon-everyone" and m.first <= head.index <= m.last for m in inside)


def _is_place(analysis: Analysis, token: Token) -> bool:
    mention = analysis.mention_at(token)
    return mention is not None and mention.kind in (*JURISDICTIONS, "ActorGroup", "Place")


def _origins(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return where the goods come from: *imports from Japan*, otherwise *Japanese imports*."""
    after = [
        o
        for o in objects_of(analysis, head, *ORIGIN)
        if _is_place(analysis, o) or _names_everyone(analysis, o, analysis.mention_at(o))
    ]
    if after:
        found = Goods()
        for token in after:
            found += _read_part(analysis, token)
        return found.targets
    before = []
    for child in analysis.children(head, "amod", "compound", "poss", "nmod"):
        for token in conjuncts(analysis, child):
            mention = analysis.mention_at(token)
            if mention is not None and mention.kind in JURISDICTIONS and mention.entity:
                before.append(mention.entity)
    made = [
        t for c in analysis.children(head, "acl") for t in objects_of(analysis, c, "in", "from")
    ]
    before += [
        iri for token in made if _is_place(analysis, token) for iri in find_actors(analysis, token)
    ]
    return tuple(dict.fromkeys(before))


def _products_of(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the product that the phrase names, without origin, articles and *imports*."""
    words = [head]
    for token in reversed(analysis.tokens[max(0, head.index - LONGEST_PRODUCT) : head.index]):
        inside = token.head in {w.index for w in words} and token.dep in (
            "compound",
            "amod",
            "nmod",
            "punct",
            "conj",
            "cc",
        )
        hyphen = token.text in ("-", "/")
        if (
            not (inside or hyphen)
            or token.tag in ("DT", "CD", "PRP$", "POS")
            or token.text in (",", '"', "“", "”")
        ):
            break
        if token.lower in SPARE or _is_place(analysis, token) or token.tag in ("JJR", "JJS", "RB"):
            break
        words.insert(0, token)
    while words and words[0].text in ("-", "/"):
        words = words[1:]
    goods = analysis.is_word(head, "goods-noun")
    if goods and len(words) == 1:
        return ()
    if goods and words[-1].lemma in ("import", "export", "shipment"):
        words = words[:-1]
    if any(t.tag in ("CD", "NFP") or t.text in ("%", "$") for t in words) or analysis.is_word(
        head, "measure-noun", "weak-measure-noun", "officials-noun", "deal-noun", "negotiation-noun"
    ):
        return ()
    if head.pos != "noun" or (
        head.tag in ("NNP", "NNPS") and _product_mention(analysis, head) is None
    ):
        return ()
    text = analysis.text(Span(words[0].begin, words[-1].end))
    return (text,) if any(c.isalpha() for c in text) else ()


def _product_mention(analysis: Analysis, token: Token) -> Mention | None:
    mention = analysis.mention_at(token)
    return mention if mention is not None and mention.kind == "ProductScope" else None


def product_words(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return the registry's products that stand before a measure's noun: *steel and car tariffs*."""
    found = []
    for child in analysis.children(head, "compound", "amod", "nmod", "poss"):
        for token in (
            *conjuncts(analysis, child),
            *(t for t in analysis.children(child, "compound", "amod", "nmod")),
        ):
            mention = _product_mention(analysis, token)
            if mention is not None:
                found.append((mention.span, analysis.text(mention.span)))
    return tuple(text for _, text in sorted(set(found)))
