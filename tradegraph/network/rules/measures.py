"""Ties of measures and inquiries: who burdens or spares whose goods, who decides it for whom."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.network import words
from tradegraph.network.ties import Telling, Tie, tie_all
from tradegraph.network.triples import Triples

_LONGEST_RATE = 18  # "over 100%" belongs on a line in a picture, a schedule of duties does not


def tie_measures(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie the imposing side to the targets, and whoever else acts to the imposing side."""
    fact = telling.fact
    measures = triples.all(fact, "affects")
    imposers = sorted({side for m in measures for side in triples.all(m, "imposedBy")})
    targets = sorted({actor for m in measures for actor in triples.all(m, "targets")})
    agents = [actor for actor in triples.all(fact, "participant") if actor not in imposers]
    agents = [actor for actor in agents if actor not in targets]
    event = triples.notation(fact, "eventType") or "imposition"
    kind, label = _word_event(triples, telling, event)
    yield from _tie_authorities(triples, telling, imposers)
    if "measures" in telling.things:
        yield from tie_all([*imposers, *agents], measures, kind, label)
        for measure in measures:
            burdened = triples.all(measure, "targets")
            yield from tie_all([measure], burdened, "burdens", "applies to")
    elif imposers:
        yield from tie_all(imposers, targets, kind, label)
        yield from tie_all(agents, imposers, "orders", _word_order(telling, event))
    else:
        yield from tie_all(agents, targets, kind, label)


def _tie_authorities(triples: Triples, telling: Telling, imposers: list[str]) -> Iterator[Tie]:
    """Tie each measure, or whoever imposes it, to the law it rests on."""
    if "authorities" not in telling.things:
        return
    for measure in triples.all(telling.fact, "affects"):
        laws = triples.all(measure, "legalAuthority")
        if "measures" in telling.things:
            yield from tie_all([measure], laws, "rests", "rests on")
        else:
            yield from tie_all(imposers, laws, "rests", "invokes")


def _word_event(triples: Triples, telling: Telling, event: str) -> tuple[str, str]:
    kind, pattern = words.MEASURE_WORDS.get(event, words.MEASURE_WORDS["imposition"])
    if telling.threatened:
        kind, pattern = words.MEASURE_WORDS["threat"]
    new = _read_rate(triples, telling.fact, "setsRate")
    old = _read_rate(triples, telling.fact, "replacesRate")
    change = (f" from {old}" if old else "") + (f" to {new}" if new else "")
    label = pattern.format(rate=f"{new} " if new else "", change=change)
    if kind == "imposes" and _retaliates(triples, telling.fact):
        return "retaliates", f"in retaliation {label}"
    return kind, label


def _word_order(telling: Telling, event: str) -> str:
    if telling.threatened:
        event = "threat"
    return words.ORDER_WORDS.get(event, words.ORDER_WORDS["imposition"])


def _retaliates(triples: Triples, fact: str) -> bool:
    measures = triples.all(fact, "affects")
    kinds = {triples.notation(measure, "measureKind") for measure in measures}
    answered = [x for node in (fact, *measures) for x in triples.all(node, "retaliatesAgainst")]
    return bool(answered) or "retaliatory" in kinds


def _read_rate(triples: Triples, fact: str, role: str) -> str | None:
    term = triples.one(fact, role)
    return word_term(triples, term) if term else None


def word_term(triples: Triples, term: str) -> str | None:
    """Return the rate that a rate term gives in words, None when it gives none."""
    low = _read_percent(triples.one(term, "rateLow"))
    high = _read_percent(triples.one(term, "rateHigh"))
    percent = word_rate(low, high, triples.notation(term, "rateQualifier") or "exact")
    stated = triples.one(term, "rateText") or ""
    return percent or (stated if 0 < len(stated) <= _LONGEST_RATE else None)


def _read_percent(text: str | None) -> str | None:
    try:
        return f"{float(text):g}" if text else None
    except ValueError:
        return None


def word_rate(low: str | None, high: str | None, qualifier: str) -> str | None:
    """Return a rate in words, None when neither bound is known.

    >>> word_rate("10", "25", "range"), word_rate("100", None, "over"), word_rate(None, "50", "")
    ('10-25%', 'over 100%', 'up to 50%')
    """
    if low and high:
        about = "about " if qualifier == "about" else ""
        return f"{about}{low}%" if low == high else f"{low}-{high}%"
    if low:
        return f"{'over' if qualifier == 'over' else 'at least'} {low}%"
    return f"up to {high}%" if high else None


def tie_investigations(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie the inquiring body to the jurisdictions whose goods it looks into."""
    agencies = triples.all(telling.fact, "conductedBy")
    event = triples.notation(telling.fact, "eventType") or ""
    label = words.INQUIRY_WORDS.get(event, "investigates")
    targets = triples.all(telling.fact, "investigates")
    yield from tie_all(agencies, targets, "investigates", label)
