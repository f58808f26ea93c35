"""Posts that a page embeds: the words, then a dash, a name, a handle and a day, without marks.

We sold them nothing. — Ann Lee (@annlee) May 5, 2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Span

POST: Final = re.compile(
    r"^ (?P<words> [^\n]{20,1000}? ) [ ]* [—–-]{1,2} [ ]?"
    r" (?P<name> [^\n—–(]{3,60}? ) [ ] \( @\w{1,30} \)",
    re.VERBOSE | re.MULTILINE,
)
SERVICE_VERB: Final = "tweet"
"""The verb whose service shows handles after names in the posts that pages embed."""
LONGEST_DAY: Final = 30
"""Characters within which the day of the post follows its handle."""


@dataclass(frozen=True, slots=True)
class Post:
    """Words that one person posted, by whom, where and when; `span` holds the signature, too."""

    span: Span
    words: Span
    speaker: str
    outlet: str | None
    when: DateRange | None


def find_posts(analysis: Analysis) -> Iterator[Post]:
    """Yield the posts that the document embeds, by people who are known."""
    services = analysis.registry.subjects("postingWord", SERVICE_VERB)
    outlet = next(iter(services), None)
    for match in POST.finditer(analysis.document.text):
        name = Span(*match.span("name"))
        people = [m.entity for m in analysis.mentions_in(name, "Person") if m.entity]
        if len(people) == 1:
            after = Span(match.end(), match.end() + LONGEST_DAY)
            days = [day.past for day in analysis.dates_in(after) if day.past.precision == "day"]
            words = Span(*match.span("words"))
            when = days[0] if days else None
            yield Post(Span(*match.span()), words, people[0], outlet, when)
