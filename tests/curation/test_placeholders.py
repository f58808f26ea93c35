"""What only a document knows becomes the registry's entry when the registry learns its name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tradegraph.curation import add_entry, add_person, list_unknown
from tradegraph.model import Document
from tradegraph.pipeline import ingest, rebuild
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.store import MEMORY, Store, open_store
from tradegraph.vocabulary import ID, document_graph, tg

TEXT = (
    "Trade minister Jana Marlow said on Thursday that the duty on steel would rise. "
    "Marlow met Robert Lighthizer in Washington. The Board of Marmalade appealed the ruling."
)
DOCUMENT = Document(TEXT, ("wire",), published=date(2025, 5, 30))
SOURCE = "https://example.org/marlow"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the user's own entries, empty."""
    monkeypatch.setenv(REGISTRY_VARIABLE, str(tmp_path))


def speakers(store: Store) -> set[str]:
    """Who is said to have spoken."""
    graph = document_graph(DOCUMENT.key)
    return {str(quad.object) for quad in store.quads(graph, predicate=tg("speaker"))}


def described(store: Store, iri: str) -> bool:
    """Whether the document's own graph describes the node."""
    return any(store.quads(document_graph(DOCUMENT.key), subject=iri))


@pytest.mark.usefixtures("own")
def test_a_person_becomes_the_registry_s_under_another_name() -> None:
    with open_store(MEMORY) as store:
        ingest(store, [DOCUMENT])
        assert speakers(store) == {f"<{ID}person/jana-marlow>"}
        assert described(store, f"{ID}person/jana-marlow")
        assert "Jana Marlow" in {each.name for each in list_unknown(store)}
        add_person("Johanna Marlow", SOURCE, aliases=("Jana Marlow",), family=None, term=None)
        ingest(store, [DOCUMENT])
        assert speakers(store) == {f"<{ID}person/johanna-marlow>"}
        assert not described(store, f"{ID}person/jana-marlow")
        assert "Jana Marlow" not in {each.name for each in list_unknown(store)}


@pytest.mark.usefixtures("own")
def test_rebuilding_hangs_the_facts_on_the_registry_s_node() -> None:
    with open_store(MEMORY) as store:
        ingest(store, [DOCUMENT])
        add_person("Johanna Marlow", SOURCE, aliases=("Jana Marlow",), family=None, term=None)
        rebuild(store)
        assert speakers(store) == {f"<{ID}person/johanna-marlow>"}
        assert not described(store, f"{ID}person/jana-marlow")
        assert list(store.quads(predicate=tg("isCurated"), subject=f"{ID}person/johanna-marlow"))


@pytest.mark.usefixtures("own")
def test_a_body_becomes_the_registry_s() -> None:
    placeholder = f"{ID}body/board-of-marmalade"
    with open_store(MEMORY) as store:
        ingest(store, [DOCUMENT])
        add_entry("body", "Board of Marmalade", SOURCE, owner="NZ")
        rebuild(store)
        assert not described(store, placeholder)
        assert not [quad for quad in store.quads() if placeholder in str(quad.object)]
