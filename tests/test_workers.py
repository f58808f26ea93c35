"""Reading in several processes gives what one gives, and loses nothing when a worker dies."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from tradegraph.errors import EngineError, InputError, StoreBusyError, TradegraphError, UsageError
from tradegraph.extractors import BUILT_IN
from tradegraph.model import Document
from tradegraph.registry import load_registry
from tradegraph.workers import read_documents

DOCUMENTS = [
    Document(
        f"Norway put a {rate}% duty on Swedish herring on Monday, Minister Ada Lund said.",
        (f"herring-{rate}",),
        date(2025, 5, 30),
    )
    for rate in (5, 10, 15)
]
FATAL = """
import os

def stumble(analysis):
    if "10%" in analysis.document.text:
        os._exit(9)
    yield from ()
"""


def test_several_processes_read_what_one_reads() -> None:
    alone = list(read_documents(DOCUMENTS, load_registry(), None))
    assert list(read_documents(DOCUMENTS, load_registry(), None, jobs=2)) == alone
    assert all(outcome.nquads for outcome in alone)


def test_document_that_kills_its_worker_is_reported_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fatal.py").write_text(FATAL, "utf-8")
    metadata = tmp_path / "fatal-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: fatal\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[tradegraph.extractors]\nfatal = fatal:stumble\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    outcomes = list(read_documents(DOCUMENTS, load_registry(), None, jobs=2))
    assert [outcome.summary is not None for outcome in outcomes] == [True, False, True]
    assert [str(trouble) for trouble in outcomes[1].troubles] == [
        "herring-10: the process that read it died; try: leaving it out, or reporting it"
    ]


def test_chosen_extractors_stay_in_one_process() -> None:
    with pytest.raises(UsageError, match="--jobs 1"):
        list(read_documents(DOCUMENTS, load_registry(), BUILT_IN, jobs=2))


@pytest.mark.parametrize(
    "kind", [TradegraphError, UsageError, InputError, EngineError, StoreBusyError]
)
def test_error_travels_between_processes(kind: type[TradegraphError]) -> None:
    error = pickle.loads(pickle.dumps(kind("what", where="where", how="how")))  # noqa: S301
    assert type(error) is kind
    assert str(error) == "where: what; try: how"
