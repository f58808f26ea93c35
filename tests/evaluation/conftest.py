from __future__ import annotations

import json
from pathlib import Path

import pytest

from .corpus import DOCUMENTS, GOLD, RECORDS, write_corpus_graph


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with invented documents, annotations and a graph; do not write to it."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "gold").mkdir()
    for name, facts in GOLD.items():
        content = json.dumps({"id": name, "facts": facts})
        (folder / "gold" / f"{name}.json").write_text(content, "utf-8")
    lines = (f"{json.dumps(record)}\n" for record in RECORDS)
    (folder / "docs.jsonl").write_text("".join(lines), "utf-8")
    (folder / "graph.nq").write_bytes(write_corpus_graph(DOCUMENTS))
    return folder
