"""What the models see of a sentence: ways of speaking, not names."""

from __future__ import annotations

from datetime import date

from tradegraph.language import Analysis, analyse
from tradegraph.model import Document
from tradegraph.registry import load_registry
from tradegraph.trained.features import SIZE, describe_sentence, hash_names, mask_words

TEXT = "Norway will raise its duty on Swedish cheese to 25 percent, Prime Minister Ann Lee said."


def read(text: str) -> Analysis:
    return analyse(Document(text, published=date(2025, 5, 30)), load_registry())


def test_names_stand_as_their_kind_and_figures_as_any_number() -> None:
    analysis = read(TEXT)
    words = list(mask_words(analysis, analysis.sentences[0]))
    assert words[:3] == ["<Country>", "will", "raise"]
    assert "#" in words
    assert not {"norway", "swedish", "lee", "25"} & set(words)


def test_a_sentence_is_described_alike_whichever_country_it_names() -> None:
    one, other = read(TEXT), read(TEXT.replace("Norway", "Canada"))
    assert describe_sentence(one, one.sentences[0]) == describe_sentence(other, other.sentences[0])


def test_features_are_numbered_the_same_on_every_machine() -> None:
    assert hash_names(["w=raise", "w=duty", "w=raise"]) == [18732, 24424]
    assert max(hash_names(map(str, range(1000)))) < SIZE
