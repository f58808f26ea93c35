"""What a court's own document says of its case: dockets, slip opinion, holding, disposition.

The holding says whether the law allows the duties (*Held: IEEPA does not authorize tariffs*), the
disposition what becomes of the judgment below, for each case that its clause names: *the judgment
in No. 25-250 is affirmed*, *VACATED AND REMANDED*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tradegraph.extractors.benches import read_bench
from tradegraph.extractors.own_court import find_own_court
from tradegraph.extractors.own_instruments import read_head
from tradegraph.identifiers import mint, tail
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Entity, Fact, Measure, Ruling, Span, Stay

EXTRACTOR: Final = "opinions"
CONFIDENCE: Final = 0.85
# No. 24-1287; Nos. 24–1287 and 25–250; Court No. 25-00066; Docket number: 2025-1812
DOCKETS: Final = re.compile(
    r"(?:\b(?:Nos?\.|Docket\s+numbers?:?)|^(?=20\d\d[-–]\d{4}\b))\s*"
    r"(?P<numbers>(?:\d:)?\d{2,4}[-–] ?(?:[a-z]{2}[-–])?\d{2,5}"
    r"(?:(?:,|\s+and|,\s+and)\s+(?:Nos?\.\s*)?\d{2,4}[-–]\d{2,5})*)",
    re.MULTILINE,
)
NUMBER: Final = re.compile(r"(?:\d:)?\d{2,4}- ?(?:[a-z]{2}-)?\d{2,5}")
SLIP: Final = re.compile(r"\bSlip\s+Op(?:inion|\.)\s*(?:No\.\s*)?(?P<number>\d{2}[-–]\d{1,4})\b")
OUTCOMES: Final = ("affirmed", "reversed", "vacated", "remanded", "dismissed")
"""Notations of the code list `outcome` that are the words of dispositions themselves."""
# the last line of an opinion, or of its caption: AFFIRMED; VACATED AND REMANDED IN PART
DISPOSITION: Final = re.compile(
    r"(?:^|\bDisposition:\s*|\bis\s+)(?P<words>(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED"
    r"|(?<=is )(?:affirmed|reversed|vacated|dismissed))"
    r"(?:[ ,\w-]{0,40}?\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|remanded)\b)?)",
    re.MULTILINE,
)
HOLDING: Final = re.compile(
    r"(?:\bHeld:\s+|\b[Ww]e (?:therefore |thus )?(?:hold|conclude) that\s+"
    r"|\bthe Court (?:holds|concludes|held|concluded)(?: today)? that\s+)"
    r"(?P<words>[^.;]{0,120}?\b(?:(?P<not>(?:does|do|did) not authorize|lacks? (?:the )?authority"
    r"|exceed(?:s|ed)?|without authority)|authoriz(?:es|ed))\b[^.;]{0,120}?"
    r"\b(?:tariffs?|dut(?:y|ies)|levy|levies|surcharges?)\b)"
)
# The judgments entered by the trade court are temporarily stayed
STAYED: Final = re.compile(
    r"\b[Jj]udgments?\b[^.;]{0,200}?\b(?:is|are)\s+(?:hereby\s+)?(?P<interim>temporarily\s+)?stayed\b"
)
# The Tariff Orders exceed any authority; does not read the Act to confer such unbounded authority
EXCEEDING: Final = re.compile(
    r"(?P<words>\b(?:[Oo]rders?|[Tt]ariffs?|[Dd]uties)\s+exceed(?:s|ed)?\s+(?:any|the)\s+authority\b"
    r"|\bcourt\s+does\s+not\s+read\b[^.;]{0,60}?\bto\s+confer\b[^.;]{0,60}?\bauthority\b)"
)
RELIEF: Final = {
    "vacatur": re.compile(
        r"\b(?:[Oo]rders?|tariffs?|duties)\s+(?:will\s+be|are|is)\s+(?:hereby\s+)?vacated\b"
        r"|\bsets?\s+aside\s+the\s+(?:challenged\s+)?(?:tariffs?|duties|[Oo]rders)\b"
    ),
    "permanent-injunction": re.compile(r"\bpermanently\s+enjoined\b"),
    "refund": re.compile(r"\b(?:shall|must|ordered\s+to)\s+refund\b"),
}
"""Notations of the code list `relief`, and how a court's own paper grants them."""
LAWFUL: Final = "lawful"
UNLAWFUL: Final = "unlawful"
CLAUSE: Final = re.compile(r";\s+|(?<!\bNo)(?<!\bNos)\.\s+(?=[A-Z])")
REACH: Final = 300
"""Characters before a disposition in which its clause may begin."""
DASHES: Final = str.maketrans("–", "-")
SPACE: Final = re.compile(r"\s+")
HEAD: Final = 3_000
"""Characters in which an opinion gives its own numbers; later ones are of cases that it cites."""


def complete_rulings(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, and the document's own rulings with their cases, number and judges.

    What the prose says that the court has held is most often about an earlier case.
    """
    court = find_own_court(analysis)
    if court is None:
        yield from facts
        return
    rulings = tuple(_read_rulings(analysis, court))
    stays: list[Fact] = []
    for fact in facts:
        own = isinstance(fact.content, Ruling) and fact.content.court == court
        if not (own and any(_overlap(fact, ruling) for ruling in rulings)):
            stays += [fact] if isinstance(fact.content, Stay) else []
            yield _own_stay(analysis, fact, court)
    yield from rulings
    for fact in _read_stays(analysis, court):
        if not any(_overlap(fact, stay) for stay in stays):
            yield _own_stay(analysis, fact, court)


def _read_stays(analysis: Analysis, court: str) -> Iterator[Fact]:
    """Yield the judgments of one other court that the paper says are stayed."""
    for found in STAYED.finditer(analysis.document.text):
        span = Span(*found.span())
        named = {mention.entity for mention in analysis.mentions_in(span, "Court")}
        others = [iri for iri in named - {court} if iri]
        if len(others) == 1:
            stay = Stay(others[0], Ruling(others[0], ()), interim=found["interim"] is not None)
            yield Fact(stay, (span,), confidence=CONFIDENCE, extractor=EXTRACTOR)


def _own_stay(analysis: Analysis, fact: Fact, court: str) -> Fact:
    """Return a stay of another court's judgment, in the court's own paper, as the court's own act.

    *The judgments of the trade court are stayed*: by whom, the paper need not say.
    """
    stay = fact.content
    if not isinstance(stay, Stay) or stay.court != stay.ruling.court or stay.court == court:
        return fact
    day = analysis.document.published
    cases = stay.ruling.cases or tuple(find_cases(analysis, court))
    measures = stay.ruling.measures or tuple(_find_challenged(analysis, cases))
    ruling = replace(stay.ruling, cases=cases, measures=measures)
    when = stay.when or (DateRange(day, day) if day else None)
    return replace(fact, content=replace(stay, court=court, ruling=ruling, when=when))


def _overlap(first: Fact, second: Fact) -> bool:
    return any(a.overlaps(b) for a in first.evidence for b in second.evidence)


def _read_rulings(analysis: Analysis, court: str) -> Iterator[Fact]:
    """Yield what the court holds and how it disposes of the cases, each once."""
    text, day = analysis.document.text, analysis.document.published
    cases, bench = tuple(find_cases(analysis, court)), read_bench(analysis, court)
    relief = tuple(kind for kind, words in RELIEF.items() if words.search(text))
    told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for outcomes, span in (*_find_holdings(text), *_find_dispositions(text)):
        own = tuple(_find_dockets(analysis, court, text[_clause_begin(text, span) : span.begin]))
        concerned = own or cases
        if (outcomes, concerned) in told:
            continue
        told.add((outcomes, concerned))
        ruling = Ruling(
            court,
            outcomes,
            tuple(_find_challenged(analysis, concerned)),
            relief if UNLAWFUL in outcomes else (),
            judges=bench.judges,
            opinion_by=bench.author,
            dissenters=bench.dissenters,
            votes_for=bench.votes_for,
            votes_against=bench.votes_against,
            when=DateRange(day, day) if day else None,
            cases=concerned,
            slip_opinion=find_slip_opinion(analysis),
        )
        yield Fact(ruling, (span,), confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_holdings(text: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Yield what the court holds of the power to lay the duties."""
    for found in HOLDING.finditer(text):
        yield (UNLAWFUL if found["not"] else LAWFUL,), Span(*found.span("words"))
    for found in EXCEEDING.finditer(text):
        yield (UNLAWFUL,), Span(*found.span("words"))


def _find_dispositions(text: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Yield what becomes of the judgments below."""
    for found in DISPOSITION.finditer(text):
        words = found["words"].lower()
        yield tuple(outcome for outcome in OUTCOMES if outcome in words), Span(*found.span("words"))


def _clause_begin(text: str, span: Span) -> int:
    """Return where the clause of a disposition begins: after a semicolon or the sentence before."""
    stops = [stop.end() for stop in CLAUSE.finditer(text, max(0, span.begin - REACH), span.begin)]
    return stops[-1] if stops else max(0, span.begin - REACH)


def _find_challenged(analysis: Analysis, cases: Iterable[str]) -> Iterator[Measure]:
    registry = analysis.registry
    for programme in dict.fromkeys(
        m for case in cases for m in registry.values(case, "challenges")
    ):
        yield Measure(registry.values(programme, "imposedBy"), programme=programme)


def find_cases(analysis: Analysis, court: str) -> Iterator[str]:
    """Yield the cases of the document's docket numbers; one that is not known gets a node."""
    document = analysis.document
    yield from _find_dockets(analysis, court, f"{document.title or ''}\n{document.text[:HEAD]}")


def _find_dockets(analysis: Analysis, court: str, words: str) -> Iterator[str]:
    seen: dict[str, None] = {}
    registry = analysis.registry
    for match in DOCKETS.finditer(words):
        for number in NUMBER.findall(match["numbers"].translate(DASHES)):
            known = registry.subjects("docketNumber", SPACE.sub("", number))
            heard = [case for case in known if court in registry.values(case, "heardBy")]
            seen[heard[0] if heard else _introduce(analysis, court, SPACE.sub("", number))] = None
    yield from seen


def _introduce(analysis: Analysis, court: str, number: str) -> str:
    """Return the IRI of a case that only this document knows."""
    iri = mint("case", f"{tail(court)}-{number.replace(':', '-')}")
    label = read_head(f"Title: x\n{analysis.document.text}").get("Case") or f"No. {number}"
    analysis.entities.setdefault(iri, Entity(iri, "LegalCase", label, (f"No. {number}",)))
    return iri


def find_slip_opinion(analysis: Analysis) -> str | None:
    """Return the number of the slip opinion, as the court writes it: 25-66."""
    found = SLIP.search(analysis.document.text, 0, HEAD)
    return found["number"].replace("–", "-") if found else None
