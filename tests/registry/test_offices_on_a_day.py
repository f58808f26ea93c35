"""Whom an office without a name means on a day: the words of newspapers, read as they stand."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors.actors import find_holder
from tradegraph.language import analyse
from tradegraph.model import Document
from tradegraph.registry import load_registry

HOLDERS = (
    # the sentence, the office's words in it, the day, who holds the office then
    ("In Washington, the commerce secretary spoke.", "2019-05-10", "wilbur-ross"),
    ("In Washington, the commerce secretary spoke.", "2025-08-01", "howard-lutnick"),
    ("The US Treasury secretary spoke.", "2016-02-01", "jack-lew"),
    ("The U.S. trade chief spoke.", "2018-09-24", "robert-lighthizer"),
    ("The EU trade chief spoke.", "2018-07-25", "cecilia-malmstrom"),
    ("The EU's trade commissioner spoke.", "2025-07-27", "maros-sefcovic"),
    ("Chile's foreign minister spoke.", "2019-02-01", "roberto-ampuero"),
    ("Chile's minister of finance spoke.", "2023-06-01", "mario-marcel"),
    ("The Czech trade minister spoke.", "2025-02-01", "lukas-vlcek"),
    ("Brazil's farm minister spoke.", "2018-03-08", "blairo-maggi"),
    ("The Brazilian leader spoke.", "2025-07-30", "luiz-inacio-lula-da-silva"),
    ("The Chinese leader spoke.", "2025-10-30", "xi-jinping"),
    ("The German chancellor spoke.", "2018-04-27", "angela-merkel"),
    ("Germany's vice chancellor spoke.", "2025-06-02", "lars-klingbeil"),
    ("The Dutch foreign trade minister spoke.", "2025-04-03", "reinette-klever"),
    ("Norway's minister of trade and industry spoke.", "2025-08-01", "cecilie-myrseth"),
    ("The Egyptian foreign minister spoke.", "2025-04-03", "badr-abdelatty"),
    ("South Korea's industry minister spoke.", "2025-02-26", "ahn-duk-geun"),
    ("South Korea's trade minister spoke.", "2019-07-04", "yoo-myung-hee"),
    ("The Japanese farm minister spoke.", "2018-01-10", "ken-saito"),
    ("The Irish taoiseach spoke.", "2019-03-14", "leo-varadkar"),
    ("The Polish prime minister spoke.", "2025-04-03", "donald-tusk"),
    ("Indonesia's minister of trade spoke.", "2017-05-01", "enggartiasto-lukita"),
    ("The Thai finance minister spoke.", "2025-07-01", "pichai-chunhavajira"),
    ("Vietnam's minister of industry and trade spoke.", "2025-04-10", "nguyen-hong-dien"),
    ("South Africa's finance minister spoke.", "2016-05-01", "pravin-gordhan"),
    ("The Argentine economy minister spoke.", "2022-11-01", "sergio-massa"),
    ("New Zealand's minister for trade spoke.", "2025-04-10", "todd-mcclay"),
    ("The Swiss president spoke.", "2025-08-01", "karin-keller-sutter"),
    ("The Turkish trade minister spoke.", "2022-03-01", "mehmet-mus"),
    ("California's governor spoke.", "2018-07-01", "jerry-brown"),
    ("The Michigan governor spoke.", "2025-04-09", "gretchen-whitmer"),
    ("The Oregon attorney general spoke.", "2025-05-28", "dan-rayfield"),
    ("The chairman of the House Ways and Means Committee spoke.", "2018-03-05", "kevin-brady"),
    ("The chair of the Senate Finance Committee spoke.", "2022-03-01", "ron-wyden"),
    ("The top Democrat on the Ways and Means Committee spoke.", "2025-04-09", "richard-neal"),
    ("The New York Fed president spoke.", "2025-04-11", "john-williams"),
    ("The Reserve Bank of India governor spoke.", "2025-04-09", "sanjay-malhotra"),
    ("The Bundesbank president spoke.", "2018-07-01", "jens-weidmann"),
    ("The EU farm commissioner spoke.", "2016-05-01", "phil-hogan"),
    ("The Eurogroup president spoke.", "2018-07-16", "mario-centeno"),
    ("The Walmart CEO spoke.", "2025-05-15", "doug-mcmillon"),
)


def holders_in(text: str, day: str) -> list[str]:
    """Return who holds the offices that the text names, where one remains."""
    published = date.fromisoformat(day)
    analysis = analyse(Document(text, published=published, doc_type="news"), load_registry())
    offices = [mention for mention in analysis.mentions if mention.kind == "Office"]
    held = [find_holder(analysis, mention) for mention in offices]
    return [person.rpartition("/")[2] for person in held if person]


@pytest.mark.parametrize(
    ("text", "day", "person"), HOLDERS, ids=[f"{text[:-7]}, {day}" for text, day, _ in HOLDERS]
)
def test_an_office_without_a_name_means_its_holder_on_the_day(
    text: str, day: str, person: str
) -> None:
    assert holders_in(text, day) == [person]


@pytest.mark.parametrize(
    "words",
    ["trade minister", "foreign minister", "finance minister", "minister of economy", "president"],
)
def test_an_office_of_many_countries_alone_means_nobody(words: str) -> None:
    assert holders_in(f"The {words} spoke.", "2025-05-30") == []
