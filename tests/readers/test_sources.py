from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tradegraph.errors import InputError, UsageError
from tradegraph.model import Document
from tradegraph.readers import BUILT_IN, SUFFIXES, Source, read_sources, sources

from .items import Read, fill, name_all, only_document, only_error


def test_folder_gives_its_files_sorted_by_path_at_any_depth(folder: Path) -> None:
    fill(folder, "b.txt", "a/z.txt", "a/b/c.md", "a.txt", "B.txt", "c/d/e/f/g.text")
    assert name_all(read_sources([folder])) == [
        f"Text of {name}."
        for name in ("B.txt", "a/b/c.md", "a/z.txt", "a.txt", "b.txt", "c/d/e/f/g.text")
    ]


def test_sources_are_read_in_the_order_given(folder: Path) -> None:
    fill(folder, "x/b.txt", "x/a.txt", "c.txt")
    expected = ["c.txt", "x/a.txt", "x/b.txt", "c.txt"]
    assert name_all(read_sources(["c.txt", Path("x"), "c.txt"])) == [
        f"Text of {name}." for name in expected
    ]


def test_folder_leaves_out_hidden_and_foreign_files(folder: Path) -> None:
    fill(folder, ".git/a.txt", ".b.txt", "x/.c/d.txt", "logo.png", "data.csv", "README", "e.txt")
    assert name_all(read_sources([folder])) == ["Text of e.txt."]


def test_hidden_folder_is_read_when_it_is_named(folder: Path) -> None:
    fill(folder, ".notes/a.txt")
    assert name_all(read_sources([".notes"])) == ["Text of .notes/a.txt."]


@pytest.mark.parametrize(
    "names",
    [[], ["logo.png"], [".a.txt"], ["x/y/data.csv"]],
    ids=["empty", "other", "hidden", "deep"],
)
def test_folder_without_a_file_to_read_is_an_error(folder: Path, names: list[str]) -> None:
    (folder / "x").mkdir()
    fill(folder / "x", *names)
    error = only_error(list(read_sources(["x"])))
    assert str(error).startswith("x: no file to read in this folder; try: files of .htm, .html")


def test_loop_of_links_ends(folder: Path) -> None:
    fill(folder, "a/b/c.txt")
    (folder / "a" / "b" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to("itself.txt")
    items = list(read_sources([folder]))
    assert name_all(items[:1]) == ["Text of a/b/c.txt."]
    assert only_error(items[1:]).where == str(folder / "itself.txt")


def test_link_to_a_file_is_read_and_a_broken_one_is_an_error(folder: Path) -> None:
    fill(folder, "a/b.txt")
    (folder / "c.txt").symlink_to("a/b.txt")
    (folder / "d.txt").symlink_to("nowhere.txt")
    (folder / "e").symlink_to("nowhere")
    items = list(read_sources([folder]))
    assert name_all(items[:2]) == ["Text of a/b.txt."] * 2
    assert only_error(items[2:]).what == "no such file or folder"


def test_link_to_a_folder_is_read_when_it_is_named(folder: Path) -> None:
    fill(folder, "a/b.txt")
    (folder / "c").symlink_to("a", target_is_directory=True)
    assert name_all(read_sources(["c"])) == ["Text of a/b.txt."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_pipe_in_a_folder_is_left_out(folder: Path) -> None:
    fill(folder, "a.txt")
    os.mkfifo(folder / "b.txt")
    assert name_all(read_sources([folder])) == ["Text of a.txt."]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("nowhere.txt", "nowhere.txt: no such file or folder; try: check the path"),
        ("nowhere", "nowhere: no such file or folder; try: check the path"),
        ("a.txt/b.txt", "a.txt/b.txt: not a directory; try: check the path"),
        ("", "'': an empty path; try: name a file or a folder"),
        ("a\0b.txt", "'a\\x00b.txt': no path: embedded null byte; try: check the path"),
        ("x" * 300, f"{'x' * 300}: file name too long; try: check the path"),
    ],
)
def test_path_that_cannot_be_opened_is_an_error(folder: Path, source: str, message: str) -> None:
    fill(folder, "a.txt")
    items = list(read_sources([source, "a.txt"]))
    assert str(only_error(items[:1])) == message
    assert name_all(items[1:]) == ["Text of a.txt."]


def refuse(*_: object, **__: object) -> Iterator[Path]:
    raise PermissionError(13, "Permission denied")


def test_file_without_permission_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder, "a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert str(only_error(list(read_sources(["a.txt"])))) == (
        "a.txt: no permission to read; try: chmod u+r, or leave it out"
    )


def test_folder_without_permission_is_one_error_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, "a/b.txt", "c/d.txt", "e.txt")
    list_entries = Path.iterdir

    def refuse_one(path: Path) -> Iterator[Path]:
        return refuse() if path.name == "a" else list_entries(path)

    monkeypatch.setattr(Path, "iterdir", refuse_one)
    items = list(read_sources(["."]))
    assert str(only_error(items[:1])).startswith("a: no permission to read")
    assert name_all(items[1:]) == ["Text of c/d.txt.", "Text of e.txt."]


def test_disk_that_fails_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    fill(folder, "a.txt")
    monkeypatch.setattr(Path, "open", fail)
    assert only_error(list(read_sources(["a.txt"]))).what == "input/output error"


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "pdf", "jsonl"])
def test_empty_file_is_an_error(read: Read, suffix: str) -> None:
    error = only_error(read(f"a.{suffix}", b""))
    assert str(error) == f"a.{suffix}: empty; try: leave it out"


def test_file_of_more_than_20_mb_is_an_error(folder: Path) -> None:
    with Path("big.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    error = only_error(list(read_sources([folder])))
    assert error.what == "larger than 20 MB"
    assert error.how == "split it into parts"


def test_file_of_20_mb_is_read(folder: Path) -> None:
    fill(folder, "a.jsonl")
    line = '{"text": "Duties rise."}'
    Path("a.jsonl").write_text(line + " " * (sources.MAX_BYTES - len(line)), encoding="ascii")
    assert name_all(read_sources(["a.jsonl"])) == ["Duties rise."]


@pytest.mark.parametrize("name", ["notes", "notes.log", "notes.json5", "LICENSE"])
def test_named_file_of_unknown_suffix_is_read_as_text(read: Read, name: str) -> None:
    document = only_document(read(name, " date 2025-05-30 Duties rise."))
    assert document.text == " date 2025-05-30 Duties rise."
    assert document.identifiers == (Path(name).stem,)
    assert document.published


def test_named_file_of_unknown_suffix_that_is_no_text_is_an_error(read: Read) -> None:
    assert only_error(read("logo.png", b"\x89PNG\r\n\x1a\n\0")).what.startswith("looks binary")


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        *((f"a.{name}", name) for name in BUILT_IN),
        *((f"a.{suffix.upper()}", name) for suffix, name in SUFFIXES.items()),
    ],
)
def test_suffix_chooses_the_reader(folder: Path, name: str, reader: str) -> None:
    fill(folder, name)

    def name_reader(used: str) -> object:
        return lambda source: iter([Document(f"{used} read {source.identifier}")])

    spies = {known: name_reader(known) for known in BUILT_IN}
    assert name_all(read_sources([folder], readers=spies)) == [f"{reader} read a"]  # type: ignore[arg-type]


def read_shouting(source: Source) -> Iterator[Document | InputError]:
    yield Document(source.data.decode().upper())
    yield InputError("half of it", where=source.name)
    raise InputError("and then no more", where=source.name)


def test_further_reader_reads_the_suffix_of_its_name(folder: Path) -> None:
    fill(folder, "a.shout", "b.txt")
    readers = {**BUILT_IN, "shout": read_shouting}
    assert name_all(read_sources(["."], readers=readers)) == [
        "TEXT OF A.SHOUT.",
        "a.shout: half of it",
        "a.shout: and then no more",
        "Text of b.txt.",
    ]


def test_named_reader_reads_every_file(folder: Path) -> None:
    fill(folder, "a.html", "b.dat", ".c.txt")
    assert name_all(read_sources([folder], reader="text")) == ["Text of a.html.", "Text of b.dat."]


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("markdwon", "did you mean 'markdown'?"),
        (
            "zip",
            (
                "one of court-listener, federal-register, html, hts, hts-export, jsonl, markdown, "
                "pdf, text, trade-alert"
            ),
        ),
    ],
)
def test_unknown_reader_is_refused_before_anything_is_read(name: str, how: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_sources(["nowhere.txt"], reader=name)
    assert caught.value.what == f"no reader named {name!r}"
    assert caught.value.how == how


def test_file_name_that_is_no_utf8_can_be_written(folder: Path) -> None:
    name = os.fsdecode(b"d\xe9cret.txt")
    try:
        Path(name).write_bytes(b"Duties rise.")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert only_document(list(read_sources([folder]))).identifiers == ("d\ufffdcret",)
    assert str(only_error(list(read_sources([name + "x"])))).startswith("d\ufffdcret.txtx: no such")


def test_readers_are_lazy(folder: Path) -> None:
    fill(folder, "a.txt")
    items = read_sources(["a.txt", "b.txt"])
    assert isinstance(next(items), Document)
    fill(folder, "b.txt")
    assert isinstance(next(items), Document)
