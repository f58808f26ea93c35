from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradegraph.readers.sources import Source
from tradegraph.readers.text import read_text

from .items import Read, only_document, only_error

SEED = Path(__file__).parents[2] / "seeds" / "000_b6e73fb1f3aa604a.txt"


def test_seed_article_is_read_whole_with_its_date_and_name(read: Read) -> None:
    document = only_document(read(SEED.name, SEED.read_bytes()))
    assert document.text == SEED.read_bytes().decode("utf-8")
    assert document.published == date(2025, 5, 30)
    assert document.identifiers == ("000_b6e73fb1f3aa604a",)
    assert document.sha256 == hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert (document.title, document.language, document.doc_type) == (None, None, "news")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(" date 2024-11-05 Duties rise.", date(2024, 11, 5), id="as in the seed"),
        pytest.param("date 2024-11-05\nDuties rise.", date(2024, 11, 5), id="on a line of its own"),
        pytest.param("\ufeff date 2024-11-05 Duties rise.", date(2024, 11, 5), id="after a mark"),
        pytest.param("Duties rise. date 2024-11-05 .", None, id="not at the beginning"),
        pytest.param("update 2024-11-05 Duties rise.", None, id="another word"),
        pytest.param("date 2024-11-05x Duties rise.", None, id="more than a date"),
        pytest.param("date 5 November 2024 Duties rise.", None, id="not ISO"),
        pytest.param("Duties rise.", None, id="no date"),
    ],
)
def test_leading_date_is_the_day_of_publication(
    read: Read, text: str, published: date | None
) -> None:
    assert only_document(read("a.txt", text)).published == published


def test_leading_date_that_does_not_exist_names_its_line(read: Read) -> None:
    error = only_error(read("a.txt", "\n date 2025-02-30 Duties rise."))
    assert str(error) == "a.txt:2: no ISO date: '2025-02-30'; try: write it as 2025-05-30"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Duties\r\nrise.\r\n", id="line ends of Windows"),
        pytest.param("Duties\rrise.\x0b\x0c\u2028\u0085", id="other line ends"),
        pytest.param("  Duties rise.  \n\n", id="spaces at both ends"),
        pytest.param("cafe\u0301 \U0001f6a2 \u200b", id="combining, astral and invisible"),
    ],
)
def test_text_is_kept_unchanged(read: Read, text: str) -> None:
    assert only_document(read("a.txt", text)).text == text


def test_byte_order_mark_is_no_part_of_the_text(read: Read) -> None:
    assert only_document(read("a.txt", b"\xef\xbb\xbfDuties rise.")).text == "Duties rise."


WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(WRITABLE.filter(lambda text: text.strip() and not text.startswith("\ufeff")))
def test_text_reads_back_as_its_bytes_decode(text: str) -> None:
    data = text.encode("utf-8")
    items = list(read_text(Source("a.txt", data, "a")))
    assert only_document(items).text == data.decode("utf-8")
