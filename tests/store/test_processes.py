"""Several processes and one store; processes that die in the middle of a change."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store import holder
from store.conftest import ONE, document, labels
from tradegraph.errors import InputError, StoreBusyError
from tradegraph.store import open_store
from tradegraph.vocabulary import document_graph

ROOT = Path(__file__).parents[2]


@contextmanager
def process(folder: Path, what: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process that uses the store, from when it has opened it until the end of the block."""
    command = [sys.executable, str(Path(holder.__file__)), str(folder), what]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "ready\n"
        try:
            yield running
        finally:
            running.kill()


def test_a_second_writer_is_told_at_once(folder: Path) -> None:
    with process(folder, "write"):
        start = time.monotonic()
        with pytest.raises(StoreBusyError) as caught:
            open_store(folder)
        assert time.monotonic() - start < 1
    expected = "another process is using this store; try: again when it is done, or another --store"
    assert str(caught.value) == f"{folder}: {expected}"
    assert caught.value.exit_code == 4


def test_a_reader_beside_a_writer_is_told_at_once(folder: Path) -> None:
    with process(folder, "write"), pytest.raises(StoreBusyError, match="is writing to this store"):
        open_store(folder, read_only=True)


def test_readers_share_a_store_and_keep_writers_out(folder: Path) -> None:
    with open_store(folder) as store:
        store.put_documents({ONE: document(ONE, "steel")})
    with process(folder, "read"):
        with open_store(folder, read_only=True) as store:
            assert labels(store) == ["steel"]
        with pytest.raises(StoreBusyError, match="is using this store"):
            open_store(folder)


def test_a_store_is_free_again_when_its_process_ends(folder: Path) -> None:
    with process(folder, "write"):
        pass
    with open_store(folder) as store:
        assert store.document_keys() == []


@pytest.mark.parametrize("delay", [0.02, 0.11, 0.23, 0.31])
def test_a_killed_writer_leaves_every_document_whole(folder: Path, delay: float) -> None:
    with process(folder, "change") as running:
        time.sleep(delay)
        running.kill()
        running.wait()
    with open_store(folder, read_only=True) as store:
        for key in store.document_keys():
            numbers = {quad.object for quad in store.quads(document_graph(key))}
            assert len(numbers) == 1
            assert len(list(store.quads(document_graph(key)))) == 300
            written = store.document_nquads(key).splitlines()
            assert len(written) == 300
            assert all(str(number).encode() in written[0] for number in numbers)
    open_store(folder).close()
    assert not list(folder.glob("**/*.new"))


def test_an_unfinished_change_is_repaired_before_anything_is_read(folder: Path) -> None:
    with open_store(folder) as store:
        store.put_documents({ONE: document(ONE, "steel")})
    (folder / "documents" / f"{ONE}.nq").write_bytes(document(ONE, "copper"))
    (folder / "unfinished").touch()
    with open_store(folder, read_only=True) as store:
        assert labels(store) == ["copper"]
    assert not (folder / "unfinished").exists()


def test_the_repair_is_the_callers_if_it_gives_one(folder: Path) -> None:
    open_store(folder).close()
    (folder / "unfinished").touch()
    repaired = []
    open_store(folder, repair=lambda store: repaired.append(store.location)).close()
    open_store(folder, repair=lambda store: repaired.append(store.location)).close()
    assert repaired == [str(folder)]


def test_a_repair_that_fails_is_tried_again(folder: Path) -> None:
    open_store(folder).close()
    (folder / "unfinished").touch()

    def fail(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_store(folder, repair=fail)
    assert (folder / "unfinished").exists()
    open_store(folder).close()
    assert not (folder / "unfinished").exists()


def test_a_lost_index_is_made_again(folder: Path) -> None:
    with open_store(folder) as store:
        store.put_documents({ONE: document(ONE, "steel")})
    for path in (folder / "oxigraph").iterdir():
        path.unlink()
    (folder / "oxigraph").rmdir()
    with open_store(folder, read_only=True) as store:
        assert labels(store) == ["steel"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_with_other_things_is_no_store(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(InputError, match="not a tradegraph store; try: "):
        open_store(tmp_path, read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_missing_store_is_not_made_by_reading(folder: Path) -> None:
    with pytest.raises(InputError, match="tradegraph build SOURCE"):
        open_store(folder, read_only=True)
    assert not folder.exists()


def test_a_store_of_another_format_is_left_alone(folder: Path) -> None:
    open_store(folder).close()
    (folder / "tradegraph-store").write_text("tradegraph store, format 9\n")
    for read_only in (True, False):
        with pytest.raises(InputError, match="another format: 'tradegraph store, format 9'"):
            open_store(folder, read_only=read_only)
