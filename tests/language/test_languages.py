"""English is read, other languages are recognised and refused, tables are no language."""

from __future__ import annotations

import pytest

from tradegraph.language.languages import identify_foreign_language
from tradegraph.model import Document
from tradegraph.pipeline import ingest
from tradegraph.store import open_store

FRENCH = (
    "Le gouvernement a annoncé lundi des droits de douane de 25 % sur l'acier importé. "
    "Les entreprises demandent un délai, mais le ministre refuse toute exception."
)
GERMAN = (
    "Die Regierung erhebt ab Montag Zölle von 25 Prozent auf Stahl aus Übersee. "
    "Der Minister sagte, man habe keine andere Wahl, weil die Gespräche gescheitert seien."
)
CHINESE = "中国商务部星期一宣布对进口钢材加征百分之二十五的关税。" * 4
ENGLISH = "The government will put a duty of 25 percent on imported steel from Monday, it said."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(FRENCH, "fr", id="french"),
        pytest.param(GERMAN, "de", id="german"),
        pytest.param(CHINESE, "zh", id="chinese"),
        pytest.param(ENGLISH, None, id="english"),
        pytest.param(ENGLISH.upper(), None, id="english-capitals"),
        pytest.param(f"{ENGLISH} The paper « {FRENCH[:60]} »", None, id="english-quoting-french"),
        pytest.param("China 34%\nEU 20%\nVietnam 46%\nTaiwan 32%\n" * 30, None, id="table"),
        pytest.param("Zölle", None, id="too-short"),
        pytest.param("", None, id="empty"),
        pytest.param("1234 5678 " * 50, None, id="figures"),
    ],
)
def test_language_is_named_where_it_is_surely_not_english(text: str, language: str | None) -> None:
    assert identify_foreign_language(Document(text)) == language


def test_what_the_source_says_of_its_language_comes_first() -> None:
    assert identify_foreign_language(Document(FRENCH, language="en-CA")) is None


def test_foreign_text_is_refused_with_a_note_and_the_others_are_read() -> None:
    with open_store(":memory:") as store:
        report = ingest(store, [Document(FRENCH, ("acier",)), Document(ENGLISH, ("steel",))])
    assert [each.identifiers for each in report.documents] == [("steel",)]
    assert str(report.failures[0]).startswith(
        "acier: the text is not in English but in the language 'fr'"
    )
