"""What pronouns, both sides and both leaders point back to."""

from __future__ import annotations

import pytest

from tradegraph.extractors.actors import find_actors

from .telling import join, read

POINTING = (
    pytest.param("Kari Vold came. He spoke.", "He", "kari-vold", id="he-means-the-person"),
    pytest.param(
        "Kari Vold met Nils Berg in Oslo. She spoke.",
        "She",
        "kari-vold",
        id="the-subject-before-the-object",
    ),
    pytest.param("Norway raised duties. It spoke.", "It", "NO", id="it-means-the-country"),
    pytest.param("Kari Vold of Norway came. It spoke.", "It", "NO", id="it-never-means-a-person"),
    pytest.param(
        "Norway and Sweden met. Both sides spoke.", "sides", "NO+SE", id="both-sides-are-two"
    ),
    pytest.param(
        "Norway taxes Swedish fish. The two countries spoke.",
        "countries",
        "NO+SE",
        id="two-countries-also-by-adjective",
    ),
    pytest.param(
        "Norway and Sweden met in Iceland. Both sides spoke.",
        "sides",
        "NO+SE",
        id="the-place-of-meeting-is-no-side",
    ),
    pytest.param("Norway came. Both sides spoke.", "sides", "", id="one-side-stays-unresolved"),
    pytest.param(
        "Donald Trump called Xi Jinping. Both leaders spoke.",
        "leaders",
        "donald-trump+xi-jinping",
        id="both-leaders-are-heads-of-two-countries",
    ),
    pytest.param(
        "Donald Trump called Scott Bessent. Both leaders spoke.",
        "leaders",
        "",
        id="a-minister-is-no-leader-of-a-country",
    ),
    pytest.param(
        "Norway came. Rain fell. Snow fell. Hail fell. It spoke.",
        "It",
        "",
        id="out-of-reach-after-four-sentences",
    ),
)


@pytest.mark.parametrize(("text", "word", "meant"), POINTING)
def test_a_pronoun_means_what_was_said_before(text: str, word: str, meant: str) -> None:
    analysis = read(text)
    token = next(token for token in reversed(analysis.tokens) if token.text == word)
    assert join(find_actors(analysis, token)) == meant


NAMING = (
    pytest.param("The Norwegian government spoke.", "government", "NO", id="government"),
    pytest.param("The government of Norway spoke.", "government", "NO", id="government-of"),
    pytest.param(
        "The Trump administration spoke.",
        "administration",
        "us-administration-trump-2",
        id="administration-of-its-head",
    ),
    pytest.param("Chinese officials spoke.", "officials", "cn-officials", id="officials"),
    pytest.param("Officials from China spoke.", "Officials", "cn-officials", id="officials-from"),
    pytest.param("Beijing spoke.", "Beijing", "CN", id="capital"),
    pytest.param(
        "The trade minister, Kari Vold, spoke.", "minister", "kari-vold", id="named-beside"
    ),
    pytest.param("Norway and Sweden spoke.", "Norway", "NO+SE", id="coordination"),
    pytest.param("The weather changed.", "weather", "", id="no-actor"),
)


@pytest.mark.parametrize(("text", "word", "meant"), NAMING)
def test_a_noun_phrase_names_its_actors(text: str, word: str, meant: str) -> None:
    analysis = read(text)
    token = next(token for token in analysis.tokens if token.text == word)
    assert join(find_actors(analysis, token)) == meant
