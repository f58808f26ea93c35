"""Words in quotation marks."""

from __future__ import annotations

import pytest

from tradegraph.language.quotes import LONGEST, find_quotations


def quoted(text: str) -> list[str]:
    """The words of each quotation."""
    return [text[q.words.begin : q.words.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He said “no deal” twice.", ["no deal"], id="curly"),
        pytest.param('He said "no deal" twice.', ["no deal"], id="straight"),
        pytest.param("He said ‘no deal’ twice.", ["no deal"], id="single curly"),
        pytest.param("“Yes,” he said, “and no.”", ["Yes,", "and no."], id="interrupted"),
        pytest.param('"Yes," he said, "and no."', ["Yes,", "and no."], id="interrupted, straight"),
        pytest.param("“He said ‘no’ to it.”", ["He said ‘no’ to it."], id="nested: the outer one"),
        pytest.param("‘We don’t bargain,’ she said.", ["We don’t bargain,"], id="an apostrophe"),
        pytest.param("Importers’ costs and farmers’ fears", [], id="possessives"),
        pytest.param("don’t, won’t, can’t", [], id="contractions"),
        pytest.param('a 12" pipe and a 14" pipe', [], id="inches"),
        pytest.param("He said “no deal twice.", [], id="never closed"),
        pytest.param('He said "no\ndeal" twice.', [], id="straight marks end with the line"),
        pytest.param("“” and ‘’", [], id="empty"),
        pytest.param(
            "“They came.\n\n“They went.”", ["They came.", "They went."], id="opened again"
        ),
        pytest.param(
            '"They came.\n\n"They went."', ["They came.", "They went."], id="straight, again"
        ),
        pytest.param(
            '"Yes," he said.\n\n"No," she said.', ["Yes,", "No,"], id="a new speaker, not again"
        ),
        pytest.param("“One” “two”", ["One", "two"], id="side by side"),
    ],
)
def test_quoted_words_are_found_without_their_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_the_span_holds_the_marks() -> None:
    text = "He said “no deal” twice."
    (found,) = find_quotations(text)
    assert text[found.span.begin : found.span.end] == "“no deal”"


def test_what_is_too_long_was_left_unclosed() -> None:
    assert quoted(f"“{'word ' * (LONGEST // 5)}”") == []


def test_quotations_before_the_body_are_not_read() -> None:
    assert [q.span.begin for q in find_quotations("“a” “b”", 3)] == [4]
