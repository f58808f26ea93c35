"""Figures and misses as rows of a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from tradegraph.evaluation.facts import ROLES, Fact, Names
from tradegraph.evaluation.figures import Cited, Figures
from tradegraph.evaluation.names import COURT, OWNER, is_code
from tradegraph.evaluation.roles import Tally
from tradegraph.evaluation.scoring import Evaluation

FIGURE_COLUMNS: Final = (
    *("name", "gold", "found", "fact_p", "fact_r", "fact_f1", "role_p", "role_r", "role_f1"),
    *("modality", "kind", "modality_f1", "documents", "with_facts", "spans", "wrong_spans"),
)
NARROW: Final = FIGURE_COLUMNS.index("modality_f1")
"""So many of the columns are for people: they fit on a terminal."""
MISS_COLUMNS: Final = ("document", "outcome", "type", "what", "passage")
CONTEXT: Final = 60
"""So many characters are shown on either side of a passage."""

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Miss:
    """An annotated fact that was `missed`, or one found that annotators have not: `extra`.

    `what` are the values of its roles; `begin` and `end` its first passage in the text, if it has
    one, `before` and `after` the text around it.
    """

    document: str
    outcome: str
    fact_type: str
    what: str
    begin: int | None = None
    end: int | None = None
    before: str = ""
    quote: str = ""
    after: str = ""

    @property
    def passage(self) -> str:
        """The passage in context, in square brackets, on one line."""
        shown = f"…{self.before}[{self.quote}]{self.after}…" if self.quote else ""
        return " ".join(shown.split())


def list_misses(evaluation: Evaluation) -> list[Miss]:
    """Return the missed and then the extra facts of each document."""
    return [
        _describe_miss(score.name, score.document.text, outcome, fact)
        for score in evaluation.scores
        for outcome, facts in (("missed", score.missed), ("extra", score.extra))
        for fact in facts
    ]


def list_miss_rows(misses: Iterable[Miss]) -> list[tuple[str, ...]]:
    """Return the misses as the cells of a table under `MISS_COLUMNS`."""
    return [
        (miss.document, miss.outcome, miss.fact_type, miss.what, miss.passage) for miss in misses
    ]


def list_figure_rows(figures: Iterable[Figures]) -> list[tuple[Cell, ...]]:
    """Return the figures as the cells of a table under `FIGURE_COLUMNS`; shares are 0 to 1."""
    return [
        (
            each.name,
            each.facts.expected,
            each.facts.found,
            *_shares(each.facts),
            *_shares(each.roles),
            each.modality_accuracy,
            each.kind_accuracy,
            each.modality_macro_f1,
            *_cited(each.cited),
        )
        for each in figures
    ]


def write_figures(figures: Sequence[Figures]) -> str:
    """Return the figures as a JSON object by name, shares with all their digits."""
    rows = (dict(zip(FIGURE_COLUMNS, row, strict=True)) for row in list_figure_rows(figures))
    return _write({row.pop("name"): row for row in rows})


def write_misses(misses: Iterable[Miss]) -> str:
    """Return the misses as a JSON list."""
    return _write([asdict(miss) for miss in misses])


def _write(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _shares(tally: Tally) -> tuple[float, float, float]:
    return tally.precision, tally.recall, tally.f1


def _cited(cited: Cited | None) -> tuple[int | None, ...]:
    if cited is None:
        return (None,) * 4
    return cited.documents, cited.documents_with_facts, cited.spans, cited.wrong_spans


def _describe_miss(document: str, text: str, outcome: str, fact: Fact) -> Miss:
    what = "; ".join([*_describe_roles(fact), fact.modality])
    if not fact.spans:
        return Miss(document, outcome, fact.fact_type, what)
    span = min(fact.spans)
    return Miss(
        document,
        outcome,
        fact.fact_type,
        what,
        span.begin,
        span.end,
        text[max(0, span.begin - CONTEXT) : span.begin],
        text[span.begin : span.end],
        text[span.end : span.end + CONTEXT],
    )


def _describe_roles(fact: Fact) -> Iterator[str]:
    """Yield each role with its values, as in `imposer US`."""
    for role in ROLES[fact.fact_type]:
        values = [
            *map(_choose_name, fact.actors.get(role, ())),
            *fact.phrases.get(role, ()),
            *([fact.codes[role]] if role in fact.codes else []),
        ]
        if role in fact.days:
            days = fact.days[role]
            values.append("..".join(dict.fromkeys([str(days.first), str(days.last)])))
        if role in fact.rates:
            values.append("-".join(f"{bound:g}" for bound in sorted(fact.rates[role])) + " %")
        if values:
            yield f"{role} {', '.join(values)}"


def _choose_name(names: Names) -> str:
    """Return the name by which annotators would call an actor: its code, else its fullest name."""
    codes = [name for name in names if is_code(name)]
    courts = [name.removeprefix(COURT) for name in names if name.startswith(COURT)]
    others = [name for name in names if not name.startswith((COURT, OWNER))]
    return next((min(each, key=_by_length) for each in (codes, courts, others) if each), "?")


def _by_length(name: str) -> tuple[int, str]:
    return -len(name), name
