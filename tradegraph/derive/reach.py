"""What reaches what: from programmes to their parts, from groups and authorities to measures."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.derive.changes import Change, is_actual
from tradegraph.derive.rulings import read_injunction, read_ruling
from tradegraph.derive.statements import Facts


def find_groups(facts: Facts, measure: str) -> list[str]:
    """Return the groups and programmes that hold a measure, itself not among them; sorted."""
    programmes = facts.iris(measure, "specializes")
    found = {*facts.iris(measure, "withinGroup"), *programmes}
    for programme in programmes:
        found |= set(facts.iris(programme, "withinGroup"))
    return sorted(found - {measure})


def find_members(facts: Facts, group: str) -> list[str]:
    """Return the measures in a group, itself not among them; sorted."""
    return [each for each in facts.subjects("withinGroup", group) if each != group]


def find_parts(facts: Facts, programme: str) -> list[str]:
    """Return the parts of a programme for certain jurisdictions or goods; sorted."""
    return facts.subjects("specializes", programme)


def find_covered(facts: Facts, measure: str) -> Iterator[str]:
    """Yield the measures whose history rests on that of this one: above, below, under its law."""
    yield from find_groups(facts, measure)
    yield from find_members(facts, measure)
    yield from find_parts(facts, measure)
    for group in find_groups(facts, measure):
        yield from facts.iris(group, "specializes")
    for authority in facts.iris(measure, "standsFor"):
        for other in facts.subjects("legalAuthority", authority):
            yield other
            yield from find_parts(facts, other)


def court_changes(facts: Facts, measure: str) -> Iterator[Change]:
    """Yield the changes by courts that reach a measure: itself, its groups, its authority."""
    for each in (measure, *find_groups(facts, measure), *_find_general(facts, measure)):
        for ruling in facts.subjects("rulesOn", each):
            if is_actual(facts, ruling) and _is_meant(facts, ruling, measure):
                yield from read_ruling(facts, ruling)
        for order in facts.subjects("enjoins", each):
            if is_actual(facts, order):
                yield from read_injunction(facts, order)


def _is_meant(facts: Facts, ruling: str, measure: str) -> bool:
    """Tell whether a ruling concerns the authority of a measure, as far as both are known.

    "Most of this year's tariffs" are those under the law that the court interpreted.
    """
    own = _authorities(facts, measure)
    named = {a for each in facts.iris(ruling, "rulesOn") for a in _common_authority(facts, each)}
    return not own or not named or bool(own & named)


def _common_authority(facts: Facts, group: str) -> set[str]:
    """Return the authority of a measure, of a group the one that all of its members have."""
    found = _authorities(facts, group)
    if not found:
        found = {a for each in find_members(facts, group) for a in _authorities(facts, each)}
    return found if len(found) == 1 else set()


def _find_general(facts: Facts, measure: str) -> Iterator[str]:
    """Yield what stands for all that the same imposer lays under the measure's authority."""
    imposers = set(facts.iris(measure, "imposedBy"))
    for authority in sorted(_authorities(facts, measure)):
        for other in facts.subjects("standsFor", authority):
            if other != measure and imposers & set(facts.iris(other, "imposedBy")):
                yield other


def _authorities(facts: Facts, measure: str) -> set[str]:
    holders = (measure, *facts.iris(measure, "specializes"))
    return {authority for each in holders for authority in facts.iris(each, "legalAuthority")}
