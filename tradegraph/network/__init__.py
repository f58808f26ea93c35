"""The network of actors behind the facts: people, bodies, courts and countries, and their ties."""

from __future__ import annotations

from tradegraph.network.build import build_network
from tradegraph.network.claims import MODALITIES, Passage
from tradegraph.network.exchange import write_gexf, write_graphml
from tradegraph.network.selection import DEFAULT_KINDS
from tradegraph.network.words import FAMILIES, TIE_TYPES

__all__ = [
    "DEFAULT_KINDS",
    "FAMILIES",
    "MODALITIES",
    "TIE_TYPES",
    "Passage",
    "build_network",
    "write_gexf",
    "write_graphml",
]
