from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tradegraph.readers import read_sources

from .items import only_document
from .pdf_bytes import build_pdf

PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
  "http://example.org/strict.dtd" [<!ENTITY far SYSTEM "http://example.org/far">]>
<html><head><base href="http://example.org/"><link rel="stylesheet" href="http://example.org/a.css">
<link rel="canonical" href="https://example.org/a"><script src="http://example.org/a.js"></script>
</head><body><p>The ministry raised the duty on steel pipes to 12.5 percent &far; on Monday.</p>
<img src="http://example.org/a.png"><iframe src="http://example.org/b"></iframe></body></html>"""
LINKED = build_pdf(
    [["Duties rise."]], info="/Link << /Type /Action /S /URI /URI (http://example.org/) >>"
)
FILES = {
    "a.txt": b"See https://example.org/a.",
    "a.md": b"---\nurl: https://example.org/a\n---\n![pipes](https://example.org/a.png)",
    "a.jsonl": b'{"url": "https://example.org/a", "text": "https://example.org/a"}',
    "a.html": PAGE.encode(),
    "address.html": b"http://example.org/a",
    "a.pdf": LINKED,
}


@pytest.mark.parametrize("name", FILES)
def test_no_reader_opens_a_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a reader opens a connection")

    (tmp_path / name).write_bytes(FILES[name])
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert only_document(list(read_sources([tmp_path / name]))).text


def test_readers_load_heavy_libraries_only_to_read() -> None:
    heavy = ("trafilatura", "htmldate", "lxml", "pypdf", "rdflib", "pyoxigraph", "spacy")
    program = (
        "import sys, tradegraph.readers, tradegraph.plugins; "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
