"""What reading yields, and what a test expects of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers import Reader, Source

Item = Document | InputError
Read = Callable[[str, str | bytes], list[Item]]


def read_all(reader: Reader, name: str, data: bytes) -> list[Item]:
    """Return all that a reader yields, and the error it ends with."""
    items: list[Item] = []
    try:
        items.extend(reader(Source(name, data, "a")))
    except InputError as error:
        items.append(error)
    return items


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.", encoding="utf-8")


def name_all(items: Iterable[Item]) -> list[str]:
    return [item.text if isinstance(item, Document) else str(item) for item in items]


def only_document(items: Sequence[Item]) -> Document:
    """Return the one document that was read, and fail when there is anything else."""
    assert [type(item) for item in items] == [Document], items
    document = items[0]
    assert isinstance(document, Document)
    return document


def only_error(items: Sequence[Item]) -> InputError:
    """Return the one error that was found, and fail when there is anything else."""
    assert [type(item) for item in items] == [InputError], items
    error = items[0]
    assert isinstance(error, InputError)
    assert error.exit_code == 3
    assert error.where is not None
    assert error.how
    assert "\n" not in str(error)
    return error
