from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tradegraph.model import Document
from tradegraph.readers import read_sources, sources

from .items import fill, name_all, only_document, only_error


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(b"Duties rise.", ["Duties rise."], id="text"),
        pytest.param(b" date 2025-05-30 Up.\r\n", [" date 2025-05-30 Up.\r\n"], id="dated text"),
        pytest.param(b'\n{"text": "A"}\n{"text": "B"}\n', ["A", "B"], id="JSON Lines"),
        pytest.param(
            b'{"text": "A"}\nbroken', ["A", "-:2: broken JSON"], id="JSON Lines, then broken"
        ),
        pytest.param(b'{"text": "A"\n}', ['{"text": "A"\n}'], id="JSON on two lines is text"),
        pytest.param(b"[1]\n", ["[1]\n"], id="a list is text"),
        pytest.param(b"# Duties\n", ["# Duties\n"], id="Markdown is not guessed"),
        pytest.param(b"<p>Duties</p>", ["<p>Duties</p>"], id="HTML is not guessed"),
        pytest.param(b"", ["-: empty"], id="nothing"),
        pytest.param(b"%PDF-1.4\0", ["-: looks binary"], id="binary"),
        pytest.param(b"d\xe9cret", ["-: not UTF-8 at byte 1"], id="not UTF-8"),
    ],
)
def test_standard_input_is_text_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    feed(monkeypatch, data)
    read = name_all(read_sources(["-"]))
    assert len(read) == len(texts)
    for item, text in zip(read, texts, strict=True):
        assert item.startswith(text)


def test_text_of_standard_input_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"Duties rise.")
    assert only_document(list(read_sources([Path("-")]))) == Document("Duties rise.")


def test_named_reader_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"---\ntitle: Up\n---\nDuties rise.")
    assert only_document(list(read_sources(["-"], reader="markdown"))).title == "Up"


def test_standard_input_stands_among_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder, "a.txt", "b.txt")
    feed(monkeypatch, b"Duties rise.")
    assert name_all(read_sources(["a.txt", "-", "b.txt", "-"])) == [
        "Text of a.txt.",
        "Duties rise.",
        "Text of b.txt.",
        "-: empty; try: leave it out",
    ]


def test_standard_input_of_more_than_20_mb_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"x" * (sources.MAX_BYTES + 1))
    assert only_error(list(read_sources(["-"]))).what == "larger than 20 MB"


def test_closed_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert str(only_error(list(read_sources(["-"])))) == (
        "-: standard input is closed; try: name a file"
    )


def test_standard_input_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Folder(BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    monkeypatch.setattr(sys, "stdin", TextIOWrapper(Folder()))
    assert only_error(list(read_sources(["-"]))).what == "is a directory"
