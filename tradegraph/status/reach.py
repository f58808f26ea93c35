"""Whom and what a measure concerns: countries, goods, headings of the schedule, authorities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tradegraph.derive.statements import Facts
from tradegraph.vocabulary import RDFS, SKOS

# 9903.01.43-9903.01.75, 9903.01.43 through 9903.01.75
RANGE: Final = re.compile(
    r"(?P<first>[\d.]+)\s*(?:-|\N{EN DASH}|to|through)\s*(?P<last>[\d.]+)", re.IGNORECASE
)


def find_circle(facts: Facts, country: str, day: date) -> frozenset[str]:
    """Return a jurisdiction and the unions, blocs and groups it is a member of on a day."""
    found = {country, *facts.iris(country, "memberOf")}
    for membership in facts.subjects("member", country):
        since, until = facts.dates(membership, "from"), facts.dates(membership, "until")
        if (not since or since[0] <= day) and (not until or day < until[-1]):
            found.update(facts.iris(membership, "group"))
    return frozenset(found)


def burdens(facts: Facts, measure: str, circle: frozenset[str], country: str) -> bool:
    """Tell whether a measure is laid on the goods of a country, among others or alone."""
    if country in facts.iris(measure, "imposedBy") or country in facts.iris(
        measure, "exceptTarget"
    ):
        return False
    targets = find_targets(facts, measure)
    return not targets or any(each in circle or is_open(facts, each) for each in targets)


def is_open(facts: Facts, target: str) -> bool:
    """Tell whether a target is everybody: a group such as "trading partners", without members."""
    listed = facts.subjects("group", target) or facts.iris(target, "affiliation")
    return facts.is_a(target, "ActorGroup") and not listed


def find_targets(facts: Facts, measure: str) -> tuple[str, ...]:
    """Return whose goods a measure burdens: its own targets, else its programme's; none is all."""
    own = facts.iris(measure, "targets")
    programmes = facts.iris(measure, "specializes")
    return own or tuple(sorted({t for each in programmes for t in facts.iris(each, "targets")}))


def concerns_product(facts: Facts, measure: str, words: str) -> bool:
    """Tell whether a measure is on goods that are named so, or bears that name itself."""
    named = {measure, *find_products(facts, measure), *facts.iris(measure, "specializes")}
    wanted = words.casefold()
    return any(wanted in name.casefold() for iri in named for name in find_names(facts, iri))


def find_products(facts: Facts, measure: str) -> tuple[str, ...]:
    """Return the goods of a measure; none means all goods."""
    programmes = facts.iris(measure, "specializes")
    found = {p for each in (measure, *programmes) for p in facts.iris(each, "product")}
    return tuple(sorted(found))


def find_names(facts: Facts, iri: str) -> Iterator[str]:
    """Yield the names of a node."""
    for predicate in (RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel"):
        for value in facts.values(iri, predicate):
            yield str(getattr(value, "value", ""))


def find_label(facts: Facts, iri: str) -> str:
    """Return the name to show a node by; its IRI when it has none."""
    return next(find_names(facts, iri), iri)


def has_heading(facts: Facts, measure: str, heading: str) -> bool:
    """Tell whether a measure is collected under a heading of the tariff schedule or a range."""
    own = set(facts.texts(measure, "heading"))
    for event in facts.subjects("affects", measure):
        own.update(facts.texts(event, "heading"))
    return any(_covers(heading, each) or _covers(each, heading) for each in own)


def _covers(wanted: str, heading: str) -> bool:
    match = RANGE.fullmatch(wanted.strip())
    first, last = (match["first"], match["last"]) if match else (wanted.strip(), wanted.strip())
    return first <= heading <= last or heading.startswith(f"{first}.")


def find_authorities(facts: Facts, measure: str) -> tuple[str, ...]:
    """Return the legal authorities of a measure: its own, else those of its programmes or parts."""
    for holders in ((measure,), facts.iris(measure, "specializes"), _members(facts, measure)):
        found = {a for each in holders for a in facts.iris(each, "legalAuthority")}
        if found:
            return tuple(sorted(found)) if holders == (measure,) or len(found) == 1 else ()
    return ()


def _members(facts: Facts, measure: str) -> tuple[str, ...]:
    return tuple(facts.subjects("withinGroup", measure)) if is_group(facts, measure) else ()


def is_group(facts: Facts, measure: str) -> bool:
    """Tell whether a measure stands for several."""
    return facts.is_a(measure, "MeasureGroup")
