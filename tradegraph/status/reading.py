"""From a graph to what holds on a day: one row for each measure, and rate where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.derive.standing import ORDER
from tradegraph.derive.statements import Facts
from tradegraph.derive.stored import StoredFacts
from tradegraph.derive.timeline import OVER
from tradegraph.network.rules.measures import word_rate
from tradegraph.status.answers import Answer, ask
from tradegraph.status.details import Grounds
from tradegraph.status.precedence import DOUBTED, drop_general, drop_holders
from tradegraph.status.reach import (
    burdens,
    concerns_product,
    find_authorities,
    find_circle,
    find_label,
    find_targets,
    has_heading,
    is_open,
)
from tradegraph.status.rows import StatusRow
from tradegraph.status.terms import Terms
from tradegraph.store import Store
from tradegraph.vocabulary import tg


@dataclass(frozen=True, slots=True)
class Question:
    """Which measures are asked about, and on which day.

    `country` is whose goods, `imposer` who lays the duty, `measures` are IRIs whose parts and
    members are meant, too; `authority` is an IRI, `heading` one or a range, `product` a word.
    With `everything` measures that are over, and those that only statements and news tell of,
    are not left out.
    """

    on: date
    country: str | None = None
    imposer: str | None = None
    measures: tuple[str, ...] = ()
    authority: str | None = None
    heading: str | None = None
    product: str | None = None
    everything: bool = False


def read_status(store: Store, question: Question) -> list[StatusRow]:
    """Return what holds on the day asked about, the best sources first."""
    facts = StoredFacts(store)
    answers: dict[str, list[Answer]] = defaultdict(list)
    for answer in ask(store, "what-holds-on-date", question.on):
        answers[answer["measure"]].append(answer)
    circle = find_circle(facts, question.country, question.on) if question.country else frozenset()
    wanted = [each for each in answers if _is_wanted(facts, each, question, circle)]
    grounds = Grounds(store, facts, question.on)
    terms = Terms(store, facts, question.on)
    rows = [row for each in wanted for row in _read_rows(facts, answers[each], question, grounds)]
    rows = drop_holders(facts, rows, question.measures, whole=question.country is not None)
    if question.country:
        rows = drop_general(facts, rows, question.country, question.on)
    if not question.everything:
        rows = _keep_settled(facts, rows, question)
    told = (replace(row, terms=terms.describe(row.measure, circle)) for row in rows)
    return sorted(told, key=_order)


def _order(row: StatusRow) -> tuple[bool, bool, bool, int, str, str, str]:
    """Return the order of rows: duties on all goods first, those whose law is known, no doubts."""
    known = row.is_narrow, not row.authority, row.status == DOUBTED
    return *known, row.rank, row.label, row.target, row.rate


def last_day(store: Store) -> date | None:
    """Return the day on which the latest document was published, None when none is dated.

    Of an edition it is the earliest possible one.
    """
    dated = ("publishedOn", "publishedNotBefore")
    days = (quad.object for name in dated for quad in store.quads(predicate=tg(name)))
    texts = [str(getattr(day, "value", "")) for day in days]
    return date.fromisoformat(max(texts)) if texts else None


def _is_wanted(facts: Facts, measure: str, question: Question, circle: frozenset[str]) -> bool:
    return (
        (not question.measures or _is_named(facts, measure, question.measures))
        and (question.country is None or burdens(facts, measure, circle, question.country))
        and (question.imposer is None or question.imposer in facts.iris(measure, "imposedBy"))
        and (question.authority is None or question.authority in find_authorities(facts, measure))
        and (question.heading is None or has_heading(facts, measure, question.heading))
        and (question.product is None or concerns_product(facts, measure, question.product))
    )


def _is_named(facts: Facts, measure: str, named: tuple[str, ...]) -> bool:
    """Tell whether a measure is one of those named, within one, or a part of one."""
    programmes = facts.iris(measure, "specializes")
    groups = {g for each in (measure, *programmes) for g in facts.iris(each, "withinGroup")}
    return bool({measure, *programmes, *groups} & set(named))


def _read_rows(
    facts: Facts, answers: list[Answer], question: Question, grounds: Grounds
) -> Iterator[StatusRow]:
    """Yield a row for each rate that a measure has, for the country asked about if there is one."""
    if question.country:
        answers = _choose_target(facts, answers, question.country, question.on)
    variants: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for each in answers:
        bounds = each.get("low", ""), each.get("high", ""), each.get("qualifier", "")
        variants[bounds].append(each)
    for same in variants.values():
        yield _make_row(facts, same, grounds)


def _choose_target(facts: Facts, answers: list[Answer], country: str, day: date) -> list[Answer]:
    """Return the rates for a country: its own, else those of its union, else those for all."""
    circle = find_circle(facts, country, day)
    targets = {target for each in answers if (target := each.get("target"))}
    everybody = {target for target in targets if is_open(facts, target)}
    for fitting in ({country}, circle, {None, *everybody}):
        chosen = [each for each in answers if each.get("target") in fitting]
        if chosen:
            return chosen
    return [_without_rate(answers[0])]


def _without_rate(answer: Answer) -> Answer:
    """Return the answer for a country that none of the rates is for."""
    rate = ("low", "high", "qualifier", "target", "targetLabel", "rate", "ratePeriod")
    return {name: value for name, value in answer.items() if name not in rate}


def _make_row(facts: Facts, same: list[Answer], grounds: Grounds) -> StatusRow:
    first = same[0]
    targets = sorted({each["targetLabel"] for each in same if "targetLabel" in each})
    if not targets:
        targets = [find_label(facts, each) for each in find_targets(facts, first["measure"])]
    low, high = first.get("low"), first.get("high")
    period = first["statusPeriod"]
    return StatusRow(
        measure=first["measure"],
        label=first["measureLabel"],
        status=first["status"],
        status_label=first["statusLabel"],
        since=_read_day(first.get("since")),
        until=_read_day(first.get("until")),
        status_period=period,
        rank=int(first["rank"]),
        is_narrow=first["narrow"] == "true",
        low=float(low) if low else None,
        high=float(high) if high else None,
        rate=word_rate(_trim(low), _trim(high), first.get("qualifier", "exact")) or "",
        target=", ".join(targets),
        rate_period=first.get("ratePeriod", ""),
        **grounds.describe(same),
    )


def _trim(number: str | None) -> str | None:
    return f"{float(number):g}" if number else None


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _keep_settled(facts: Facts, rows: Iterable[StatusRow], question: Question) -> list[StatusRow]:
    """Leave out what is over, and what no law tells of, unless it is asked for or all there is."""
    every = list(rows)
    by_name = bool(question.measures or question.heading)
    law = [
        each
        for each in every
        if each.rank <= ORDER
        or each.measure in question.measures
        or (facts.text(each.measure, "isCurated") == "true" and not by_name)
    ]
    found = law or every
    if by_name:
        return found
    return [each for each in found if each.status not in OVER] or found
