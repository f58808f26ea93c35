"""Where the registry's entries come from: the shipped files, the user's own, the disk's copy."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tradegraph.errors import InputError
from tradegraph.registry import cache, load_registry
from tradegraph.registry.cache import VARIABLE, find_cache_folder, read_cached, write_cached
from tradegraph.registry.loading import read_again
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.vocabulary import ID

JANE = """@prefix per: <https://w3id.org/tradegraph/id/person/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tg: <https://w3id.org/tradegraph/ont#> .
per:jane-marlow a tg:Person ; rdfs:label "Jane Marlow"@en ; tg:familyName "Marlow" .
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what is kept."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own entries, with one person."""
    files = tmp_path / "own"
    files.mkdir()
    (files / "people.ttl").write_text(JANE, "utf-8")
    monkeypatch.setenv(REGISTRY_VARIABLE, str(files))
    return files


def test_what_is_kept_gives_the_same_registry(folder: Path) -> None:
    compiled, kept = read_again(), read_again()
    (file,) = folder.iterdir()
    assert file.name == f"registry-{compiled.digest[:16]}.json"
    assert kept.entities == compiled.entities
    assert kept.names == compiled.names
    assert kept.holdings == compiled.holdings
    assert kept.lexicon.entries == compiled.lexicon.entries
    assert {key: [tuple(name) for name in names] for key, names in kept.starts.items()} == {
        key: [tuple(name) for name in names] for key, names in compiled.starts.items()
    }
    assert kept.quads == compiled.quads


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda whole: whole[: len(whole) // 2], id="cut off"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda whole: b"tradegraph 0 registry 0 x\n" + whole, id="another form"),
        pytest.param(lambda whole: whole.partition(b"\n")[0] + b"\n[]", id="nothing in it"),
        pytest.param(lambda whole: whole.partition(b"\n")[0] + b"\n" + b"[" * 99_999, id="deep"),
    ],
)
def test_a_broken_file_is_made_again_without_a_word(
    folder: Path, spoil: object, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cached("d" * 64, [{}, {}])
    (small,) = folder.iterdir()
    assert callable(spoil)
    small.write_bytes(spoil(small.read_bytes()))
    assert read_cached("d" * 64) in (None, [])
    small.unlink()
    entities = read_again().entities
    (file,) = folder.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert read_again().entities == entities
    assert read_cached(read_again().digest) is not None
    assert capsys.readouterr() == ("", "")


def test_a_folder_that_cannot_be_written_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "kept"))
    assert read_again().entities
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_kept_when_it_is_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert read_again().entities
    assert find_cache_folder() is None
    assert list(tmp_path.iterdir()) == []


def test_only_the_last_files_are_kept(folder: Path) -> None:
    for number in range(cache.KEPT + 2):
        write_cached(f"{number:064}", [{}, {}])
        for file in folder.iterdir():
            os.utime(file, (number, number))
    assert len(list(folder.iterdir())) <= cache.KEPT + 1
    assert not list(folder.glob(".registry-*"))


def test_what_is_kept_is_no_program(folder: Path) -> None:
    write_cached("e" * 64, [{"a": {"b": ["c"]}}, {}])
    (file,) = folder.iterdir()
    assert json.loads(file.read_bytes().partition(b"\n")[2]) == [{"a": {"b": ["c"]}}, {}]


@pytest.mark.usefixtures("own")
def test_own_entries_are_read_after_the_shipped_ones(folder: Path) -> None:
    registry = load_registry()
    assert registry.entities[f"{ID}person/jane-marlow"].label == "Jane Marlow"
    assert len(registry.entities) > 2_000
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_broken_turtle_of_the_user_is_one_clear_line(own: Path) -> None:
    (own / "people.ttl").write_text(JANE + "per:x a\n", "utf-8")
    with pytest.raises(InputError, match=r"people\.ttl:\d+: the registry cannot be read: ") as told:
        load_registry()
    assert "\n" not in str(told.value)


def test_a_missing_folder_of_own_entries_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(REGISTRY_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(InputError, match="no such folder of registry files"):
        load_registry()
