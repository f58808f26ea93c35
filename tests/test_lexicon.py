"""Words of the lexicon, found in a sentence."""

from __future__ import annotations

import pytest

from tradegraph.lexicon import LexicalEntry, LexicalMatch, Lexicon

ENTRIES = (
    LexicalEntry("raise", "verb", "event-increase"),
    LexicalEntry("put ~ on hold", "verb", "event-pause"),
    LexicalEntry("hold", "noun", "event-pause"),
    LexicalEntry("talk", "noun", "event-talks"),
    LexicalEntry("trade talk", "noun", "event-meeting"),
    LexicalEntry("talk", "noun", "lexicon-negotiation-noun"),
    LexicalEntry("trade talk", "noun", "lexicon-encounter-noun"),
    LexicalEntry("head of", "noun", "lexicon-office-noun"),
    LexicalEntry("on track", "phrase", "negotiation-advanced"),
)
POS = {"raise": "verb", "put": "verb", "hold": "noun", "talk": "noun", "head": "noun"}
LEXICON = Lexicon(ENTRIES)


def find(sentence: str, **poses: str) -> set[tuple[str, str, str]]:
    """Each match: the words it takes, its head and its concept."""
    words = sentence.split()
    kinds = [(POS | poses).get(word, "other") for word in words]
    found = LEXICON.find([frozenset((word,)) for word in words], kinds)
    return {(" ".join(words[m.first : m.last + 1]), words[m.head], m.concept) for m in found}


def test_a_word_is_found_as_its_part_of_speech_only() -> None:
    assert find("they raise it") == {("raise", "raise", "event-increase")}
    assert find("a raise", **{"raise": "noun"}) == set()


def test_a_phrase_is_found_whatever_its_words_are() -> None:
    assert find("it is on track") == {("on track", "on", "negotiation-advanced")}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("they put on hold", "put on hold", id="no word in the gap"),
        pytest.param("they put it on hold", "put it on hold", id="one word"),
        pytest.param("put a b c d e f on hold", "put a b c d e f on hold", id="six words"),
        pytest.param("put tax on steel on hold", "put tax on steel on hold", id="a second on"),
    ],
)
def test_a_gap_stands_for_up_to_six_words(sentence: str, words: str) -> None:
    assert (words, "put", "event-pause") in find(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("put a b c d e f g on hold", id="seven words in the gap"),
        pytest.param("put it on the hold", id="a word between the last two"),
        pytest.param("put it on", id="the sentence ends"),
    ],
)
def test_a_longer_gap_is_none(sentence: str) -> None:
    assert not any(head == "put" for _, head, _ in find(sentence))


def test_of_two_with_the_same_head_and_list_the_longer_is_found() -> None:
    assert find("trade talk") >= {("trade talk", "talk", "event-meeting")}
    assert not any(concept == "event-talks" for _, _, concept in find("trade talk"))


def test_a_word_may_belong_to_several_classes() -> None:
    classes = {concept for _, _, concept in find("trade talk") if concept.startswith("lexicon-")}
    assert classes == {"lexicon-negotiation-noun", "lexicon-encounter-noun"}


@pytest.mark.parametrize(
    ("lemma", "words", "head"),
    [
        pytest.param("trade talk", "trade talk", "talk", id="the last word"),
        pytest.param("head of", "head of", "head", id="the word before a preposition"),
    ],
)
def test_the_head_of_a_noun_phrase(lemma: str, words: str, head: str) -> None:
    heads = {found for taken, found, _ in find(words) if taken == lemma}
    assert heads == {head}


def test_matches_come_sorted_whatever_the_order_of_lemmas() -> None:
    words = [
        frozenset(("raise", "raised", "lift", "put")),
        frozenset(("on",)),
        frozenset(("hold",)),
    ]
    found = LEXICON.find(words, ["verb", "other", "noun"])
    assert found == sorted(found)
    assert [match.head for match in found] == [0, 2]


def test_a_match_moves_with_its_sentence() -> None:
    match = LexicalMatch(1, 0, 2, "event-pause", "verb")
    assert match.shift(10) == LexicalMatch(11, 10, 12, "event-pause", "verb")
