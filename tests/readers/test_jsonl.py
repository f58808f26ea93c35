from __future__ import annotations

import json
from datetime import date

import pytest

from tradegraph.errors import InputError
from tradegraph.model import Document

from .items import Read, only_document, only_error


def write_line(**fields: object) -> str:
    return json.dumps({"text": "Duties rise.", **fields})


def test_line_becomes_a_document(read: Read) -> None:
    line = write_line(
        id="c-17",
        title="Duties",
        date="2025-05-30",
        publisher="The Port Courier",
        genre="pressrelease",
        url="https://example.org/a",
        language="en",
        weather="ignored",
    )
    assert only_document(read("a.jsonl", line)) == Document(
        text="Duties rise.",
        identifiers=("c-17",),
        published=date(2025, 5, 30),
        title="Duties",
        publisher="The Port Courier",
        doc_type="press-release",
        language="en",
        url="https://example.org/a",
    )


def test_line_with_a_text_only_is_a_document_without_name(read: Read) -> None:
    assert only_document(read("a.jsonl", write_line())) == Document(text="Duties rise.")


def test_text_of_a_line_is_kept_unchanged(read: Read) -> None:
    text = "  Duties\r\nrise\u2028 \U0001f6a2 \n"
    assert only_document(read("a.jsonl", write_line(text=text))).text == text


def test_broken_line_17_is_one_error_and_the_others_go_on(read: Read) -> None:
    lines = [write_line(id=str(number)) for number in range(1, 31)]
    lines[16] = '{"id": "17", "text": "Duties'
    items = read("a.jsonl", "\n".join(lines))
    assert len(items) == 30
    errors = [item for item in items if isinstance(item, InputError)]
    assert str(only_error(errors)) == (
        "a.jsonl:17: broken JSON: unterminated string starting at character 22; "
        "try: one JSON object a line"
    )
    names = [item.identifiers[0] for item in items if isinstance(item, Document)]
    assert names == [str(number) for number in range(1, 31) if number != 17]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("{a}\n{b}\n", id="line end at the end"),
        pytest.param("{a}\r\n{b}", id="line ends of Windows"),
        pytest.param("\n \n{a}\n\n{b}\n\n", id="blank lines"),
        pytest.param("\ufeff{a}\n{b}", id="byte-order mark"),
        pytest.param("  {a}  \n\t{b}", id="spaces"),
    ],
)
def test_lines_are_found_however_they_are_set(read: Read, content: str) -> None:
    lines = content.replace("{a}", write_line(id="a")).replace("{b}", write_line(id="b"))
    names = [item.identifiers for item in read("a.jsonl", lines) if isinstance(item, Document)]
    assert names == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param('{"text": }', "broken JSON: expecting value at character 10", id="no value"),
        pytest.param('{"text": "a"} x', "broken JSON: extra data at character 15", id="more"),
        pytest.param("Duties rise.", "broken JSON: expecting value at character 1", id="a text"),
        pytest.param("[" * 100_000, "broken JSON: nested too deep", id="nested"),
        pytest.param('{"x":' * 100_000, "broken JSON: nested too deep", id="nested objects"),
        pytest.param('{"id": ' + "9" * 5000 + "}", "broken JSON: a number too long", id="number"),
        pytest.param('["text"]', "no JSON object", id="list"),
        pytest.param('"text"', "no JSON object", id="string"),
        pytest.param("null", "no JSON object", id="null"),
        pytest.param('{"id": "1"}', "no field 'text'", id="no text"),
        pytest.param('{"text": null}', "no field 'text'", id="null text"),
        pytest.param('{"text": 5}', "'text' is no text", id="number for a text"),
        pytest.param('{"text": " \\n"}', "holds no text", id="blank text"),
        pytest.param(
            '{"text": "a\\ud83d"}', "half of a surrogate pair in the text, at 1", id="half a pair"
        ),
        pytest.param('{"text": "a", "date": "1 May"}', "no ISO date: '1 May'", id="date"),
        pytest.param('{"text": "a", "date": 20250530}', "'date' is no text", id="number as date"),
        pytest.param('{"text": "a", "genre": "poem"}', "unknown genre 'poem'", id="genre"),
        pytest.param('{"text": "a", "url": "b"}', "no web address: 'b'", id="address"),
    ],
)
def test_broken_line_says_what_is_wrong_and_where(read: Read, line: str, what: str) -> None:
    good = write_line()
    items = read("a.jsonl", f"{good}\n{line}\n{good}")
    error = only_error(items[1:2])
    assert (error.where, error.what) == ("a.jsonl:2", what)
    assert [only_document(items[:1]), only_document(items[2:])]


def test_line_that_is_not_utf8_names_the_byte_in_the_file(read: Read) -> None:
    good = write_line().encode()
    items = read("a.jsonl", good + b'\n{"text": "\xe9"}\n' + good)
    assert str(only_error(items[1:2])).startswith(
        f"a.jsonl:2: not UTF-8 at byte {len(good) + 1 + 10}; try: iconv"
    )
    assert [only_document(items[:1]), only_document(items[2:])]


def test_zero_character_is_reported_and_the_document_kept_with_its_offsets(read: Read) -> None:
    error, document = read("a.jsonl", '{"text": "Du\\u0000ty"}')
    assert str(only_error([error])) == (
        "a.jsonl:1: a zero character in the text, at 2, is read as U+FFFD; try: remove the "
        "character"
    )
    assert only_document([document]).text == "Du\ufffdty"


def test_repeated_field_counts_once(read: Read) -> None:
    assert only_document(read("a.jsonl", '{"text": "a", "text": "b"}')).text == "b"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"\n \n", "holds no text", id="blank lines"),
        pytest.param(b"\x1f\x8b\x08\0\0" + b"\n" * 50, "looks binary", id="compressed"),
        pytest.param(write_line().encode("utf-16"), "UTF-16, not UTF-8", id="UTF-16"),
    ],
)
def test_file_without_lines_to_read_is_one_error(read: Read, content: bytes, what: str) -> None:
    error = only_error(read("a.jsonl", content))
    assert error.where == "a.jsonl"
    assert error.what.startswith(what)
