"""Ties of people: of whom they speak, to which outlet, and where they hold office."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.network.ties import Telling, Tie, tie_all
from tradegraph.network.triples import Triples


def tie_statements(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a speaker to what the words are about and to the outlet that carries them."""
    speakers = triples.all(telling.fact, "speaker")
    yield from tie_all(speakers, triples.all(telling.fact, "about"), "speaks", "speaks about")
    yield from tie_all(speakers, triples.all(telling.fact, "outlet"), "interviews", "speaks to")


def tie_offices(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a person to the body or jurisdiction of an office, labelled with the office."""
    holders = triples.all(telling.fact, "holder")
    for office in triples.all(telling.fact, "office"):
        yield from tie_all(
            holders, triples.all(office, "officeOf"), "office", triples.label(office)
        )
