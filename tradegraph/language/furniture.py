"""What belongs to the page and not to the text: addresses, menus, notices, invitations, teasers.

Such passages are blanked before anything reads them; the text keeps its length, so that offsets
stay those of the document. The registry has the phrases: `page-furniture` anywhere in a line makes
it part of the page, `page-label` at its head, before a colon or alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from tradegraph.lexicon import Lexicon

LONGEST_NOTICE: Final = 250
"""Characters of a line; a longer one is a paragraph of the text, whatever it mentions."""
FURNITURE: Final = "lexicon-page-furniture"
LABEL: Final = "lexicon-page-label"
NOTHING: Final = "(?!)"
"""The pattern of no phrase at all, for a registry without them."""
LINE: Final = re.compile(r"[^\n\r]+")
# [words](address "title"), ![words](address), a bare address: https://a.b or www.a.b
ADDRESS: Final = re.compile(
    r"""
    (?P<open> !? \[ ) (?P<words> [^\[\]\n]{0,300} )
    (?P<close> \] \( [^()\s]{1,2000} [^()\n]{0,200} \) )
    | (?P<bare> (?: https?:// | www\. ) [^\s<>"”)\]]{1,2000} )
    """,
    re.VERBOSE,
)
# Home | News | World | Trade: four headings or more, and no figure among them.
MENU: Final = re.compile(
    r"\s* [^|›»•\d]{1,40} (?: \s [|›»•] \s [^|›»•\d]{1,40} ){3,} \s*", re.VERBOSE
)


def hide_furniture(text: str, lexicon: Lexicon) -> str:
    """Return the text, of the same length, with blanks for what belongs to the page."""
    notice = _compile_notices(lexicon)
    pieces: list[str] = []
    end = 0
    for line in LINE.finditer(text):
        pieces += [text[end : line.start()], _hide_in_line(line[0], notice)]
        end = line.end()
    return "".join((*pieces, text[end:]))


def _hide_in_line(line: str, notice: re.Pattern[str]) -> str:
    if len(line) <= LONGEST_NOTICE and (notice.search(line) or MENU.fullmatch(line)):
        return " " * len(line)
    return (
        ADDRESS.sub(_keep_words, line) if "://" in line or "](" in line or "www." in line else line
    )


def _keep_words(match: re.Match[str]) -> str:
    """Blank an address, and of a link all but its words."""
    if match["bare"]:
        return " " * len(match[0])
    return " " * len(match["open"]) + match["words"] + " " * len(match["close"])


@lru_cache(maxsize=2)
def _compile_notices(lexicon: Lexicon) -> re.Pattern[str]:
    anywhere = "|".join(_phrases(lexicon, FURNITURE)) or NOTHING
    labels = "|".join(_phrases(lexicon, LABEL)) or NOTHING
    return re.compile(
        rf"""
        (?<!\w) (?: {anywhere} ) (?!\w)
        | ^ [\s*\#>\-]* (?: {labels} ) \s* (?: : | $ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _phrases(lexicon: Lexicon, concept: str) -> Iterator[str]:
    """Yield the patterns of the phrases of a concept, the longest first."""
    phrases: Iterable[str] = (e.lemma for e in lexicon.entries if e.concept == concept)
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        yield r"\s+".join(map(re.escape, phrase.split()))
