"""Words, sentences and lines, at the offsets of the document."""

from __future__ import annotations

import pytest

from tradegraph.language.tokens import LONGEST_LINE, find_lines, read_words, unwrap_lines

LONG = "The ministry of trade said that it would raise the duty on imported"


def lines(text: str) -> list[str]:
    """The lines that are parsed each by itself."""
    return [text[line.begin : line.end] for line in find_lines(text)]


@pytest.mark.parametrize(
    ("text", "unwrapped"),
    [
        pytest.param(f"{LONG}\nsteel.", f"{LONG} steel.", id="in mid-sentence"),
        pytest.param(f"{LONG}\r\nsteel.", f"{LONG}  steel.", id="the line end of Windows"),
        pytest.param(f"{LONG},\nand steel.", f"{LONG}, and steel.", id="after a comma"),
        pytest.param(f"{LONG}\nFriday.", f"{LONG} Friday.", id="before a capital"),
        pytest.param(f"{LONG}\n{LONG}\nx", f"{LONG} {LONG} x", id="over several lines"),
        pytest.param(f"{LONG}.\nSteel.", f"{LONG}.\nSteel.", id="after a sentence"),
        pytest.param(f"{LONG}\n\nSteel.", f"{LONG}\n\nSteel.", id="a new paragraph"),
        pytest.param("Duties rise\nagain", "Duties rise\nagain", id="a short line: a heading"),
        pytest.param(f"{LONG}\n- steel", f"{LONG}\n- steel", id="an item of a list"),
        pytest.param(f"{LONG}\n", f"{LONG}\n", id="at the end"),
        pytest.param("half \ud800 character", "half \ufffd character", id="half a character"),
    ],
)
def test_soft_line_breaks_become_spaces_of_the_same_length(text: str, unwrapped: str) -> None:
    assert unwrap_lines(text) == unwrapped
    assert len(unwrapped) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="two lines"),
        pytest.param("One.\r\n\r\nTwo.\r\n", ["One.", "Two."], id="blank lines are left out"),
        pytest.param("One.\n   \nTwo.", ["One.", "Two."], id="spaces alone"),
        pytest.param("", [], id="nothing"),
        pytest.param("OSLO — It rains.", ["OSLO — ", "It rains."], id="a dateline"),
        pytest.param(
            "NEW YORK/OSLO, May 3 (NTB) -- It rains.",
            ["NEW YORK/OSLO, May 3 (NTB) -- ", "It rains."],
            id="two cities, day and agency",
        ),
        pytest.param("(NTB) It rains.", ["(NTB) ", "It rains."], id="an agency alone"),
        pytest.param("OSLO - It rains.", ["OSLO - ", "It rains."], id="a hyphen"),
        pytest.param("COVID-19 spreads.", ["COVID-19 spreads."], id="a hyphen in a word"),
        pytest.param("(a) It rains.", ["(a) It rains."], id="a letter of a list"),
        pytest.param("Rain — it falls.", ["Rain — it falls."], id="a dash in a sentence"),
        pytest.param("OSLO —", ["OSLO —"], id="nothing follows"),
    ],
)
def test_lines_are_parsed_each_by_itself(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "unit", [pytest.param("word ", id="at a space"), pytest.param("x", id="without spaces")]
)
def test_a_very_long_line_is_cut_without_loss(unit: str) -> None:
    text = unit * (3 * LONGEST_LINE // len(unit))
    found = lines(text)
    assert "".join(found) == text
    assert max(map(len, found)) <= LONGEST_LINE
    assert len(found) >= 3


def test_words_quote_the_text_at_their_offsets() -> None:
    text = "Duties rose.\n• Steel: up 25%\n\nWho’s next? “Cars,” he said."
    words = read_words(text)
    assert [text[t.begin : t.end] for t in words.tokens] == [t.text for t in words.tokens]
    assert [t.index for t in words.tokens] == list(range(len(words.tokens)))


def test_a_list_item_is_a_sentence_of_its_own() -> None:
    text = "Duties on\n• steel\n• cars"
    sentences = read_words(text).sentences
    assert [text[s.span.begin : s.span.end] for s in sentences] == [
        "Duties on",
        "• steel",
        "• cars",
    ]
    assert [s.line for s in sentences] == [0, 1, 2]


def test_a_wrapped_sentence_is_one_sentence() -> None:
    text = f"{LONG}\nsteel and cars.\nIt rained."
    sentences = read_words(text).sentences
    assert len(sentences) == 2
    assert text[sentences[0].span.begin : sentences[0].span.end].endswith("steel and cars.")


def test_heads_and_children_point_at_each_other_within_the_sentence() -> None:
    words = read_words("The minister raised the duty. It rained\nin Lucan.")
    for token in words.tokens:
        assert words.tokens[token.head].sentence == token.sentence
        assert all(words.tokens[child].head == token.index for child in token.children)
    for sentence in words.sentences:
        inside = words.tokens[sentence.first : sentence.last]
        assert {token.sentence for token in inside} == {sentence.index}


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        pytest.param(" date 2025-05-30 Duties rose.", 17, id="a header with the date"),
        pytest.param("Duties rose.", 0, id="no header"),
        pytest.param("\n\nDuties rose.", 2, id="blank lines"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_the_body_begins_after_the_header(text: str, begin: int) -> None:
    assert read_words(text).begin == begin


def test_a_word_has_the_lemma_of_its_parse_and_its_own_form() -> None:
    tokens = read_words("The ministers RAISED duties.").tokens
    assert tokens[1].lemmas == {"minister", "ministers"}
    assert tokens[2].lower == "raised"
