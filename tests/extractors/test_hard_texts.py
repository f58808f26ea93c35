"""Texts that nobody would write: they are read or cut, without a crash or a wrong quote."""

from __future__ import annotations

import pytest

from extractors.telling import PUBLISHED
from tradegraph.graph import document_quads
from tradegraph.language import LONGEST_TEXT, find_end
from tradegraph.model import Document, MeasureEvent
from tradegraph.reading import read_document
from tradegraph.registry import load_registry

SENTENCE = "The United States imposed a 25% tariff on steel from Canada on Monday. "


def names() -> list[str]:
    entities = load_registry().entities.values()
    return [each.label for each in entities if each.kind == "Country"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("tariff " * 3000, False, id="no-sentence"),
        pytest.param('"' * 1000, False, id="quotation-marks"),
        pytest.param("“" * 500 + SENTENCE + "”" * 500 + ' said "' * 200, None, id="broken-quotes"),
        pytest.param("فرضت الولايات المتحدة \u202e\n" + SENTENCE, True, id="right-to-left"),
        pytest.param(SENTENCE.replace(" ", "\u200b "), True, id="zero-width-spaces"),
        pytest.param("\ufeff" + SENTENCE, True, id="byte-order-mark"),
        pytest.param("\ud800" + SENTENCE, True, id="half-a-character"),
        pytest.param(
            "\n".join(f"{name}\t{rate}%" for rate, name in enumerate(names() * 2)),
            None,
            id="table-of-500-countries",
        ),
        pytest.param("(" * 400 + SENTENCE + ")" * 400, None, id="nested-parentheses"),
        pytest.param("Canada and " * 500 + "Mexico imposed tariffs.", None, id="long-list"),
        pytest.param("a" * 30_000, False, id="one-word"),
        pytest.param("25" * 5000 + "%", False, id="long-number"),
        pytest.param("\n \r\n\t", False, id="blank"),
    ],
)
def test_hard_text_is_read_without_trouble(text: str, told: bool | None) -> None:
    reading = read_document(Document(text, ("hard",), PUBLISHED), load_registry())
    assert reading.troubles == ()
    assert list(document_quads(reading, load_registry()))
    found = any(isinstance(fact.content, MeasureEvent) for fact in reading.facts)
    assert told is None or found == told


def test_text_that_is_too_long_is_cut_after_a_line_and_says_where() -> None:
    text = "Herring.\n" * (LONGEST_TEXT // 9 + 10)
    document = Document(text, ("long",))
    end = find_end(document)
    assert end <= LONGEST_TEXT
    assert text[end - 1] == "\n"


def test_cut_text_is_reported_with_the_document_and_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tradegraph.language.LONGEST_TEXT", 2 * len(SENTENCE) + 10)
    document = Document(SENTENCE * 3, ("long",), PUBLISHED)
    reading = read_document(document, load_registry())
    cut = 2 * len(SENTENCE) - 1
    told = f"long: only the first {cut} of {3 * len(SENTENCE)} characters are read"
    assert [str(each).partition(";")[0] for each in reading.troubles] == [told]
    assert all(span.end <= cut for fact in reading.facts for span in fact.evidence)
