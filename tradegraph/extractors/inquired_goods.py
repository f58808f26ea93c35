"""What an inquiry looks into: goods and whose, also behind what is asked about them.

*An inquiry into the effect of imports of copper*, *a probe of China's practices*, *the car tariff
probe*, *whether duties are needed on trucks*: effects, practices and duties are no goods.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tradegraph.extractors.goods import NOTHING, Goods, product_words, read_goods
from tradegraph.extractors.grammar import clause_verb, objects_of
from tradegraph.extractors.jurisdictions import JURISDICTIONS
from tradegraph.extractors.measure_phrases import find_measure_phrases
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

SUBJECTS: Final = ("into", "of", "on", "concerning", "regarding", "against", "over")
BEHIND: Final = ("of", "in", "from", "on", "by")
"""Prepositions between what is asked about goods and the goods."""
DEEPEST: Final = 4
NOTICE: Final = "fr-notice"
# Sugar From Mexico; ... Investigation on Fresh Tomatoes From Mexico: Final Results
TITLED: Final = re.compile(
    r"(?:^|(?<=\bon )|(?<=\bof ))(?P<goods>(?:Certain )?[A-Z][^:;,]{2,60}?) [Ff]rom "
    r"(?P<places>[^:;]{3,80})"
)


def find_inquired_goods(analysis: Analysis, token: Token) -> Goods:
    """Return the goods and places that the inquiry of the noun or verb looks into."""
    heads = objects_of(analysis, token, *SUBJECTS)
    heads += analysis.children(token, "dobj") if token.pos == "verb" else []
    verb = clause_verb(analysis, token)
    if not heads and verb is not None and token.dep in ("dobj", "nsubjpass"):
        heads = objects_of(analysis, verb, "into")
    found = read_inquired(analysis, heads) + _goods_in_question(analysis, token)
    if not found.products and token.pos == "noun":
        found += Goods(products=product_words(analysis, token))
    return found


def find_titled_goods(analysis: Analysis) -> Goods:
    """Return the goods and countries that the title of an agency's notice names.

    *Barium Chloride From India; Institution of an Investigation*, as the Federal Register writes.
    """
    document = analysis.document
    found = TITLED.search(document.title or "") if document.doc_type == NOTICE else None
    at = document.text.find(found[0]) if found else -1
    if found is None or at < 0:
        return NOTHING
    begin = at + found.start("places") - found.start()
    span = Span(begin, begin + len(found["places"]))
    named = (mention.entity for mention in analysis.mentions_in(span, *JURISDICTIONS))
    return Goods(tuple(dict.fromkeys(place for place in named if place)), (found["goods"],))


def read_inquired(analysis: Analysis, heads: Iterable[Token]) -> Goods:
    """Return the goods that the phrases name, passing what is only asked about them."""
    found = NOTHING
    for head in heads:
        for goods_head in _behind(analysis, head):
            goods = read_goods(analysis, goods_head)
            asked = analysis.is_word(goods_head, "inquired-noun")
            found += Goods(goods.targets) if asked else goods
    return found


def _behind(analysis: Analysis, head: Token, depth: int = 0) -> Iterator[Token]:
    """Yield the word, or what stands behind it where it is no good."""
    yield head
    if analysis.is_word(head, "inquired-noun") and depth < DEEPEST:
        for word in objects_of(analysis, head, *BEHIND):
            yield from _behind(analysis, word, depth + 1)


def _goods_in_question(analysis: Analysis, token: Token) -> Goods:
    """Return the goods of the measure that the inquiry asks about: *whether duties are needed*."""
    holders = [token, *([analysis.head(token)] if token.dep in ("dobj", "nsubjpass") else [])]
    clauses = [
        clause
        for holder in holders
        for preposition in analysis.children(holder, "prep")
        for clause in analysis.children(preposition, "pcomp")
    ]
    if not clauses:
        return NOTHING
    span = analysis.subtree_span(clauses[0])
    found = NOTHING
    for phrase in find_measure_phrases(analysis, analysis.sentence_of(token)):
        found += phrase.goods if phrase.head.begin in range(span.begin, span.end) else NOTHING
    for word in analysis.subtree(clauses[0]):
        found += read_goods(analysis, word) if analysis.is_word(word, "goods-noun") else NOTHING
    return found
