"""Which goods a change of a duty is about, by the order's own short words for them."""

from __future__ import annotations

import re
from typing import Final

from tradegraph.extractors.operative_acts import Act
from tradegraph.extractors.operative_rates import hide_titles

# articles determined to have been transshipped to evade duties
EVASION: Final = re.compile(r"\btransshipped\b")
# with respect to goods entered for consumption, ... on or after 12:01 a.m. on May 9, 2031
ENTERED: Final = re.compile(r"\bwith\s+respect\s+to\s+goods\s+entered\b[^;]*?\d{4}")
PHRASE: Final = r"(?P<goods>(?!that\b|this\b|these\b|those\b|such\b)[a-z][^,.;:()]{2,58}?)"
END: Final = (
    r"(?=\s*[,.;]|\s+(?:as|that|which|from|to|of|within|listed|specified|set|shall|will|described"
    r"|classified|provided|into|by|in\s+excess|produced|subject)\b)"
)
# imports of softwood timber and lumber, as set forth in ...; With respect to energy, ...
IMPORTS_OF: Final = re.compile(
    rf"\b(?:[Ii]mports\s+of|[Ww]ith\s+respect\s+to)\s+(?:all\s+|certain\s+|the\s+)*+{PHRASE}{END}"
)
# except for buses and other vehicles classified in heading 1, which shall be subject to
EXCEPT_FOR: Final = re.compile(
    rf"\bexcept\s+for\s+{PHRASE}{END}[^.;]{{0,60}}?\bwhich\s+shall\s+be\s*$"
)
# the rate of duty on potash; a tariff of 10 percent on certain energy
DUTY_ON: Final = re.compile(
    r"\b(?:duty|duties|tariffs?|rate|percent(?:\s+ad\s+valorem)?)\s+(?:on|for)\s+"
    rf"(?:all\s+|certain\s+|the\s+)*+{PHRASE}{END}"
)
# 20 percent for products of companies that have plans
PERCENT_FOR: Final = re.compile(
    rf"\bpercent\s+(?:ad\s+valorem\s+)?(?:on|for)\s+(?:all\s+|certain\s+|the\s+)*+{PHRASE}{END}"
)
# axles listed in Annex II; but not: axles, as listed in Annex II
IN_ANNEX: Final = re.compile(
    r"(?<!\bas)(?<!\bnot)(?<!duty)(?<!rates)(?<!partner)(?<!partners)(?<!countries)(?<!jurisdictions)(?<!economies)"
    r"\s(?:listed|specified|identified|described)\s+in\s+(?P<annex>Annex(?:es)?\s+[IVX]+(?:-[A-Z])?"
    r"(?:\s+(?:and|or)\s+(?:Annex\s+)?[IVX]+(?:-[A-Z])?)?)\b"
)
# Automotive parts specified in note 1 ... shall instead be subject to
SUBJECT: Final = re.compile(
    r"\W*(?:\([a-z0-9]+\)\s*)*(?:(?:Except|Effective|As\s+of|Notwithstanding)\b[^,]*(?:,\s+\d{4})?,\s+)?"
    r"(?:All\s+|Certain\s+|certain\s+|the\s+(?:additional\s+)?)?"
    r"(?!(?:To|In|On|For|By|If|When|After|Given|Based|Under|From|With|As)\b)(?P<goods>[A-Z]?[a-z][a-z-]*(?:\s[a-z-]+){0,4}?)"
    r"\s+(?:that|specified|listed|described|covered|as)\b"
)
# articles, the steel content of which is composed entirely of steel that was melted in X
CONTENT: Final = re.compile(
    r"(?P<head>(?:derivative\s+)?(?:articles|products)),?\s+the\s+\w+\s+content\s+of\s+which\s+is"
    r"\s+composed\s+entirely\s+of\s+(?P<metal>\w+)\s+that\s+was\s+[a-z ]+?\bin\s+"
    r"(?P<place>the\s+[A-Z]\w+(?:\s[A-Z]\w+)*)"
)
# articles; imports of such products; goods of certain countries
GENERAL: Final = re.compile(
    r"(?:any|all|such|certain|these|those|other|imported|covered|individual|the|an?|of|and|or|no"
    r"|articles?|products?|goods?|imports?|items?|shipments?|entries|merchandise|trading|partners?"
    r"|except|otherwise|made|basis|fourth|year|goods\s+entered|foreign|countr(?:y|ies)|economies|additional|material|materials|each|its|their|most|if|when"
    r"|where|for|as|upon|regarding|accordingly|this|that|any\s+good|however|\s)+",
    re.IGNORECASE,
)


# ..., products listed in Annex II to this order shall no longer be subject to
SPARED: Final = re.compile(
    r"(?:^|,\s+|\bthat\s+)(?P<goods>(?:(?!\b(?:determined|find|found)\b)[^,;]){2,300}?)\s+shall\s+(?:not|no\s+longer)\s+be\s+subject"
)
# products of X imported into the United States
WHOLLY: Final = re.compile(
    r"(?:all\s+)?(?:products|articles|goods|imports)\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w ]{2,40}?"
    r"(?:\s+imported\s+into\b.*)?",
    re.IGNORECASE,
)
NEAR: Final = 120
"""So many characters before a rate the goods of the duty may be named."""
LONGEST: Final = 80
"""Characters of a phrase that names goods."""


def read_spared(words: str) -> str | None:
    """Return the goods that shall no longer bear a duty; empty for all goods of a country."""
    found = SPARED.search(words)
    if found is None:
        return None
    phrase = re.sub(r"^\W*\([a-z0-9]+\)\s+", "", " ".join(found["goods"].split()))
    phrase = re.sub(r"\s+to\s+this\s+\w+$", "", phrase)
    phrase = phrase[:1].lower() + phrase[1:]
    return "" if WHOLLY.fullmatch(phrase) else phrase if len(phrase) <= LONGEST else None


def read_goods(words: str, act: Act, begin: int) -> str | None:
    """Return the goods of the change; None where it only says articles, products or the like.

    `begin` is where in the text the words begin.
    """
    if EVASION.search(words):
        return "transshipped articles"
    plain = ENTERED.sub(lambda clause: " " * len(clause[0]), hide_titles(words))
    content = CONTENT.search(plain)
    if content and re.search(r"\b[A-Z]\w+\s+$", plain[: content.start()]):
        return None  # United Kingdom products, of metal of the same country
    if content:
        return f"{content['head']} entirely of {content['metal']} of {content['place']}"
    place = max(act.place - begin, 0)
    if excepted := EXCEPT_FOR.search(plain, 0, place):
        return _clean(excepted["goods"])
    for pattern, first in (
        (PERCENT_FOR, place),
        (DUTY_ON, max(place - NEAR, 0)),
        (IMPORTS_OF, 0),
        (SUBJECT, 0),
    ):
        found = pattern.match(plain) if pattern is SUBJECT else pattern.search(plain, first)
        if found and (goods := _clean(found["goods"])):
            return goods
    return None


def count_annexes(text: str) -> int:
    """Return how many lists of goods in its annexes an order tells apart."""
    return len({" ".join(found["annex"].split()) for found in IN_ANNEX.finditer(text)})


def read_annex(words: str, own: str) -> str | None:
    """Return the goods that only an annex names: the articles of an annex of this order."""
    found = IN_ANNEX.search(words)
    if found is None:
        return None
    return f"articles of {' '.join(found['annex'].split())} of {own}"


def is_part(goods: str) -> bool:
    """Tell whether the phrase leaves out some of the goods that its words name."""
    return bool(re.search(r"\bentirely\s+of\b|\bof\s+Annex|\bin\s+excess\b", goods))


def _clean(phrase: str) -> str | None:
    """Return the phrase on one line, with a small first letter; None for a general one."""
    plain = " ".join(phrase.split())
    return None if GENERAL.fullmatch(plain) else plain[:1].lower() + plain[1:]
