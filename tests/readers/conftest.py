from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.readers import read_sources

from .items import Item, Read


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Write a file of this name and content and read it; errors name the file without a folder."""
    monkeypatch.chdir(tmp_path)

    def write_and_read(name: str, content: str | bytes) -> list[Item]:
        data = content.encode("utf-8") if isinstance(content, str) else content
        Path(name).write_bytes(data)
        return list(read_sources([name]))

    return write_and_read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
