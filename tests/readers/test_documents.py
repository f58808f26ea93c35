from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from tradegraph.errors import InputError
from tradegraph.readers.documents import (
    Metadata,
    Stated,
    build_document,
    parse_address,
    parse_day,
    parse_metadata,
)

from .items import Read, only_error


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\t ", "\u00a0\u2003"],
    ids=["empty", "space", "blank lines", "wide spaces"],
)
def test_text_without_a_character_is_no_document(text: str) -> None:
    with pytest.raises(InputError, match="a: holds no text"):
        build_document(text, Metadata(), "a")


def test_text_of_more_than_five_million_characters_is_refused(read: Read) -> None:
    error = only_error(read("a.txt", "x" * 5_000_001))
    assert str(error) == "a.txt: longer than 5,000,000 characters; try: split it into parts"
    assert build_document("x" * 5_000_000, Metadata(), "a").text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("du\0ty", "a zero character in the text, at 2", id="zero"),
        pytest.param("du\ud83dty", "half of a surrogate pair in the text, at 2", id="half a pair"),
    ],
)
def test_text_that_cannot_be_written_is_refused(text: str, what: str) -> None:
    with pytest.raises(InputError) as caught:
        build_document(text, Metadata(), "a")
    assert caught.value.what == what


@pytest.mark.parametrize(
    ("value", "day"),
    [
        pytest.param("2025-05-30", date(2025, 5, 30), id="day"),
        pytest.param("2024-02-29", date(2024, 2, 29), id="leap day"),
        pytest.param("2025-05-30T23:59:59-04:00", date(2025, 5, 30), id="time, zone not applied"),
        pytest.param("2025-05-30T01:00:00Z", date(2025, 5, 30), id="time in UTC"),
        pytest.param("2025-05-30 10:00", date(2025, 5, 30), id="time after a space"),
    ],
)
def test_iso_date_is_read(value: str, day: date) -> None:
    assert parse_day(Stated(value, "a")) == day


@pytest.mark.parametrize(
    "value",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-5-30",
        "20250530",
        "2025-W22-5",
        "30.05.2025",
        "05/30/2025",
        "May 30, 2025",
        "2025-05",
        "0000-01-01",
        "2025-05-30T25:00",
        "2025-05-30x",
        "٢٠٢٥-٠٥-٣٠",
    ],
)
def test_date_that_is_not_iso_is_refused(value: str) -> None:
    with pytest.raises(InputError, match="a: no ISO date"):
        parse_day(Stated(value, "a"))


def test_what_a_record_states_becomes_metadata() -> None:
    record = {
        "id": 17,
        "title": "  Duties\n rise ",
        "date": "2025-05-30",
        "publisher": "The Port Courier",
        "type": "transcript",
        "genre": "news",
        "language": "en-GB",
        "url": "https://example.org/a",
        "weather": {"is": "ignored"},
    }
    assert parse_metadata(record, "a") == Metadata(
        identifier="17",
        title="Duties rise",
        published=date(2025, 5, 30),
        publisher="The Port Courier",
        genre="news",
        language="en-GB",
        url="https://example.org/a",
    )


def test_missing_null_and_blank_fields_say_nothing() -> None:
    assert parse_metadata({"id": None, "title": "", "date": "  "}, "a") == Metadata()


def test_type_stands_for_a_missing_genre() -> None:
    assert parse_metadata({"type": "court", "genre": None}, "a").genre == "court"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": 5}, "a: 'title' is no text"),
        ({"id": True}, "a: 'id' is no text"),
        ({"id": 1.5}, "a: 'id' is no text"),
        ({"publisher": ["The Port Courier"]}, "a: 'publisher' is no text"),
        ({"title": "du\udc00ty"}, "a: half of a surrogate pair in 'title', at 2"),
        ({"id": "a\0b"}, "a: a zero character in 'id', at 1"),
        ({"date": "tomorrow"}, "a: no ISO date: 'tomorrow'"),
        ({"language": "English language"}, "a: no language tag: 'English language'"),
        ({"url": "see the annex"}, "a: no web address: 'see the annex'"),
        ({"url": "file:///etc/passwd"}, "a: no web address: 'file:///etc/passwd'"),
    ],
    ids=str,
)
def test_value_that_is_not_what_its_field_holds_is_refused(
    record: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_metadata(record, "a")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://example.org:8080/a?b=c#d", "HTTP://example.org:8080/a?b=c#d"),
        ("https://example.org/a b[1]", "https://example.org/a%20b%5B1%5D"),
        ("https://example.org/100%/x%20y", "https://example.org/100%25/x%20y"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://example.org/für/中文", "https://example.org/für/中文"),
    ],
)
def test_address_becomes_an_iri(stated: str, address: str) -> None:
    assert parse_address(Stated(stated, "a")) == address


@given(st.text().map(lambda rest: "https://example.org" + rest))
def test_every_address_taken_can_be_written_as_rdf(stated: str) -> None:
    with suppress(InputError):
        address = parse_address(Stated(stated, "a"))
        assert NamedNode(address).value == address
