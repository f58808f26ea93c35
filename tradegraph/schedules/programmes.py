"""Which measure programmes a schedule's headings collect, as the registry says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from tradegraph.identifiers import mint, slugify
from tradegraph.registry import Registry
from tradegraph.schedules.rows import HeadingRange, find_ranges

EVERYONE: Final = mint("group", "all-trading-partners")
"""The registry's group that *any country* means."""


class Programmes:
    """The registry's programmes of a jurisdiction by the headings that collect them."""

    def __init__(self, registry: Registry, imposer: str) -> None:
        self.registry = registry
        self.imposer = imposer

    @cached_property
    def _ranges(self) -> list[tuple[HeadingRange, str]]:
        measures = (*self.registry.of_kind("TariffMeasure"), *self.registry.of_kind("MeasureGroup"))
        return [
            (found, measure)
            for measure in measures
            for text in self.registry.values(measure, "heading")
            for found in find_ranges(text)
        ]

    def of_heading(self, heading: str) -> tuple[str, ...]:
        """Return the programmes that the heading collects, sorted."""
        return tuple(sorted({measure for held, measure in self._ranges if heading in held}))

    def of_ranges(self, ranges: Iterable[HeadingRange]) -> tuple[str, ...]:
        """Return the programmes that some heading of these ranges collects, sorted."""
        return tuple(
            sorted(
                {
                    measure
                    for asked in ranges
                    for held, measure in self._ranges
                    if held.first <= asked.last and asked.first <= held.last
                }
            )
        )

    def cite(self, citation: str) -> str:
        """Return the instrument on this page of the gazette."""
        return next(iter(self.registry.subjects("citation", citation)), mint_page(citation))

    def narrow(self, programme: str | None, partners: tuple[str, ...]) -> tuple[str, ...]:
        """Return the partners that make the row narrower than its programme; none for all of it."""
        if programme is None:
            return partners
        if set(partners) <= {EVERYONE}:
            return ()
        own = self.registry.values(programme, "targets")
        whole = self.registry.kind(programme) == "TariffMeasure" and set(own) <= set(partners)
        return () if own and whole else partners

    def covers(self, programme: str | None, products: tuple[str, ...]) -> bool:
        """Tell whether these words name at least half of the programme's own products."""
        if programme is None:
            return False
        own = self.registry.values(programme, "product")
        words = " ".join(products).lower()
        named = [iri for iri in own if any(name in words for name in self._names(iri))]
        return not products or 2 * len(named) >= len(own) > 0

    def _names(self, product: str) -> tuple[str, ...]:
        entity = self.registry.entities.get(product)
        names = (entity.label, *entity.names) if entity else ()
        return tuple(name.lower() for name in names)


def mint_page(citation: str) -> str:
    """Return the IRI of what begins on a page of the gazette: `90 FR 15041`."""
    return mint("instrument", f"us-{slugify(citation)}")
