"""The network of actors behind the facts: people, bodies, courts and countries, and their ties.

`build` gives it as a networkx graph; `slice_time` one network a month, quarter or year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradegraph.network.backbone import rank_ties
from tradegraph.network.building import build
from tradegraph.network.claims import MODALITIES
from tradegraph.network.exchange import (
    write_cytoscape,
    write_edges,
    write_gexf,
    write_graphml,
    write_nodes,
)
from tradegraph.network.facts import construct_facts
from tradegraph.network.figures import (
    FIGURES,
    WHOLE_FIGURES,
    find_communities,
    measure_network,
)
from tradegraph.network.passages import Passage
from tradegraph.network.periods import MONTHS, Period, slice_time
from tradegraph.network.selection import DEFAULT_KINDS
from tradegraph.network.words import FAMILIES, PROJECTIONS, THINGS, TIE_TYPES

if TYPE_CHECKING:
    import networkx as nx

    Network = nx.MultiDiGraph

__all__ = [
    "DEFAULT_KINDS",
    "FAMILIES",
    "FIGURES",
    "MODALITIES",
    "MONTHS",
    "PROJECTIONS",
    "THINGS",
    "TIE_TYPES",
    "WHOLE_FIGURES",
    "Passage",
    "Period",
    "build",
    "construct_facts",
    "find_communities",
    "measure_network",
    "rank_ties",
    "slice_time",
    "write_cytoscape",
    "write_edges",
    "write_gexf",
    "write_graphml",
    "write_nodes",
]
