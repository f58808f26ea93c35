"""A full disk, an interruption, a broken index: one line, and the store as before or whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.conftest import ONE, TWO, document, labels
from tradegraph.errors import EngineError, StoreBusyError
from tradegraph.store import Store, open_store, oxigraph


def full(*_: object, **__: object) -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupted(*_: object, **__: object) -> None:
    """Fail as Ctrl-C does."""
    raise KeyboardInterrupt


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_store(folder) as store:
        store.put_documents({ONE: document(ONE, "steel")})
    return folder


def test_a_full_disk_while_sources_are_written_changes_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(filled) as store:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", _on_call(3, full))
            with pytest.raises(
                EngineError, match="No space left on device; try: again with more space"
            ):
                store.put_documents({ONE: document(ONE, "copper"), TWO: document(TWO, "timber")})
        assert labels(store) == ["steel"]
        assert store.document_keys() == [ONE]
        assert store.document_nquads(ONE) == document(ONE, "steel")
    assert not list(filled.glob("**/*.new"))


@pytest.mark.parametrize(
    ("failure", "raised"), [(full, EngineError), (interrupted, KeyboardInterrupt)]
)
def test_a_change_broken_off_in_the_index_is_completed_later(
    filled: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: Callable[..., None],
    raised: type[BaseException],
) -> None:
    with open_store(filled) as store:
        with monkeypatch.context() as patch:
            patch.setattr(oxigraph, "replace_graphs", failure)
            with pytest.raises(raised):
                store.put_documents({ONE: document(ONE, "copper")})
        assert (filled / "unfinished").exists()
        assert labels(store) == ["copper"], "the same process goes on with a repaired store"
        assert not (filled / "unfinished").exists()


def test_a_change_broken_off_is_completed_by_the_next_process(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(filled) as store, monkeypatch.context() as patch:
        patch.setattr(oxigraph, "replace_graphs", full)
        with pytest.raises(EngineError):
            store.remove_document(ONE)
    with open_store(filled, read_only=True) as store:
        assert labels(store) == []


def test_an_inner_failure_that_is_caught_still_counts(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(filled) as store:
        with store.changing(), monkeypatch.context() as patch:
            patch.setattr(oxigraph, "replace_graphs", full)
            with pytest.raises(EngineError):
                store.put_documents({ONE: document(ONE, "copper")})
        assert (filled / "unfinished").exists()
        assert labels(store) == ["copper"]


def test_changes_held_together_are_finished_together(filled: Path) -> None:
    with open_store(filled) as store:
        with store.changing():
            store.put_documents({ONE: document(ONE, "copper")})
            assert (filled / "unfinished").exists()
            assert labels(store) == ["copper"]
            store.put_documents({TWO: document(TWO, "steel")})
            assert (filled / "unfinished").exists()
        assert not (filled / "unfinished").exists()


def test_memory_is_repaired_too(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.put_documents({ONE: document(ONE, "steel")})
    with monkeypatch.context() as patch:
        patch.setattr(oxigraph, "replace_graphs", interrupted)
        with pytest.raises(KeyboardInterrupt):
            memory.put_documents({ONE: document(ONE, "copper")})
    assert labels(memory) == ["copper"]


def test_a_damaged_index_is_named_with_the_way_out(filled: Path) -> None:
    (filled / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(EngineError, match=r"cannot be opened: .*; try: deleting this folder"):
        open_store(filled)
    with pytest.raises(EngineError):
        open_store(filled, read_only=True)


def test_a_store_that_could_not_be_opened_is_not_locked(filled: Path) -> None:
    current = filled / "oxigraph" / "CURRENT"
    content = current.read_bytes()
    current.write_text("nonsense")
    with pytest.raises(EngineError):
        open_store(filled)
    current.write_bytes(content)
    with open_store(filled) as store:
        assert labels(store) == ["steel"]


def test_one_process_does_not_open_a_store_twice(filled: Path) -> None:
    with open_store(filled), pytest.raises(StoreBusyError):
        open_store(filled)


def test_a_closed_store_says_so(filled: Path) -> None:
    store = open_store(filled)
    store.close()
    with pytest.raises(EngineError, match="the store is closed"):
        labels(store)


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_file_in_the_way_is_named(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(EngineError, match="the store failed: Not a directory"):
        open_store(tmp_path / where)


def _on_call(number: int, failure: Callable[..., None]) -> Callable[..., None]:
    calls = iter(range(1, 1000))

    def call(*arguments: object) -> None:
        if next(calls) >= number:
            failure(*arguments)

    return call
