"""Goods that enter free of duty under a trade agreement, by the registry's name for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tradegraph.language.matcher import Matcher
from tradegraph.registry import Registry

# entered free of duty as a good of X under ...; that qualify for preferential tariff treatment
PREFERENCE: Final = re.compile(
    r"\bentered\s+free\s+of\s+duty\b|\bqualif\w+\s+for\s+(?:preferential|duty-free)\b"
)
COVERED: Final = "goods covered by the {}"
"""What the registry calls, among other names, the goods that an agreement prefers."""


def find_preferred(words: str, registry: Registry) -> str | None:
    """Return the registry's label for the goods of the agreement that the words name.

    None where they are not about preference, or name no agreement whose goods have a name.
    """
    if not PREFERENCE.search(words):
        return None
    for match in _compile_agreements(registry).find(words):
        entity = registry.entities[match.names[0].entity]
        for name in (entity.label, *entity.names):
            for goods in registry.entities_named(COVERED.format(name)):
                return registry.entities[goods].label
    return None


@lru_cache(maxsize=2)
def _compile_agreements(registry: Registry) -> Matcher:
    return Matcher.of_names(
        name for name in registry.names if registry.kind(name.entity) == "Agreement"
    )
