"""Which entities a text names, with the invented registry."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from invented_registry import name_mention, read_text

BEFORE, AFTER = date(2023, 1, 1), date(2025, 1, 1)


def mentions(
    text: str, published: date | None = AFTER, publisher: str | None = None
) -> list[object]:
    """Words and entity of each mention."""
    analysis = read_text(text, published, publisher)
    return [name_mention(analysis, mention) for mention in analysis.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Talks were held in Lucan.", "place/lucan", id="in a city"),
        pytest.param("He flew to Lucan.", "place/lucan", id="to a city"),
        pytest.param("They met in Lucan this month.", "place/lucan", id="in a city, and then when"),
        pytest.param("He wrote from Lucan, where it rained.", "place/lucan", id="a city, where"),
        pytest.param("Lucan said it would retaliate.", "country/XA", id="a government speaks"),
        pytest.param("They want Lucan to yield.", "country/XA", id="a government is to act"),
        pytest.param("A reply from Lucan is due.", "country/XA", id="an answer comes from it"),
        pytest.param("Talks with Lucan stalled.", "country/XA", id="one talks with it"),
        pytest.param("The duties on Lucan rose.", "country/XA", id="another preposition"),
        pytest.param("Arcadian duties rose.", "country/XA", id="demonym"),
        pytest.param("The Republic of Velmora agreed.", "country/XB", id="long form"),
        pytest.param("Rolf Thane spoke.", "person/rolf-thane", id="a person's full name"),
        pytest.param("The Customs Court ruled.", "court/xa-customs", id="a court"),
        pytest.param("Duties on steel pipes rose.", "product/steel", id="goods"),
        pytest.param("It acted under 7 A.R.C. 12.", "instrument/xa-trade-act", id="a citation"),
        pytest.param("He told the Lucan Times.", "outlet/lucan-times", id="an outlet, not a city"),
    ],
)
def test_one_name_is_one_mention(text: str, expected: str) -> None:
    (mention,) = mentions(text)
    assert mention[1] == expected  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The case 600 A.R. 477 was cited.", id="volume and page of a reporter"),
        pytest.param("The statute is 9 A.R.C. 5.", id="initials of a code"),
        pytest.param("They paid AR$5 million.", id="a currency"),
        pytest.param("The Southern Shrimp Alliance met.", id="goods in the name of a group"),
        pytest.param("Huttig Steel Products won.", id="goods in the name of a firm"),
        pytest.param("The global economy shrank.", id="an adjective of something else"),
    ],
)
def test_what_is_only_written_like_a_name_is_no_mention(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("In the case A.R. won 3 points.", "A.R.", id="no volume before"),
        pytest.param("In 2024 A.R. 25% duties hurt.", "A.R.", id="a rate, no page"),
        pytest.param("Duties on Steel and cars rose.", "Steel", id="goods with a capital"),
        pytest.param("STEEL DUTIES ROSE", "STEEL", id="all in capitals"),
        pytest.param("A global tariff was laid.", "global", id="the adjective of a tariff"),
        pytest.param("It hit trading partners.", "trading partners", id="a noun"),
    ],
)
def test_what_looks_much_like_it_is_one(text: str, words: str) -> None:
    assert [mention[0] for mention in mentions(text)] == [words]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Jordan exports phosphate.", ("Jordan", "country/XC"), id="the country"),
        pytest.param(
            "Economist Jordan Fischer disagreed.",
            ("Jordan Fischer", "person/jordan-fischer"),
            id="a first name",
        ),
        pytest.param(
            "The lawyer Michael Jordan disagreed.",
            ("Michael Jordan", "person/michael-jordan"),
            id="a surname",
        ),
    ],
)
def test_a_country_inside_of_a_persons_name_is_no_country(
    text: str, expected: tuple[str, str]
) -> None:
    assert mentions(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The appeals court upheld the Customs Court.", "court/xa-appeal", id="the superior one"
        ),
        pytest.param(
            "The Court of Appeal of Velmora sat. The appeals court ruled.",
            "court/xb-appeal",
            id="the one named in full",
        ),
        pytest.param("The appeals court ruled.", None, id="no hint: not guessed"),
        pytest.param(
            "The appeals court differed from the Customs Court and the Court of Appeal of Velmora.",
            "court/xb-appeal",
            id="a full name before the hierarchy",
        ),
    ],
)
def test_an_ambiguous_court_is_settled_by_the_courts_beside_it(
    text: str, expected: str | None
) -> None:
    assert ("appeals court", expected) in mentions(text)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "The trade minister, Ada Marlow, spoke.", BEFORE, "xa-trade-minister", id="her office"
        ),
        pytest.param("The trade minister, Ada Marlow, spoke.", AFTER, None, id="after her term"),
        pytest.param(
            "The trade minister, Rolf Thane, spoke.", AFTER, "xa-trade-minister", id="his successor"
        ),
        pytest.param("The trade minister spoke.", AFTER, None, id="nobody is named"),
        pytest.param(
            "Arcadian trade minister left.", AFTER, "xa-trade-minister", id="the country beside"
        ),
        pytest.param(
            "Velmora answered. The trade minister left.",
            AFTER,
            "xb-trade-minister",
            id="the country named last",
        ),
        pytest.param(
            f"Velmora answered. {'It rained. ' * 60}The trade minister left.",
            AFTER,
            None,
            id="a country named long ago",
        ),
    ],
)
def test_an_office_is_settled_by_its_holder_on_that_day_or_its_country(
    text: str, published: date, expected: str | None
) -> None:
    office = f"office/{expected}" if expected else None
    assert ("trade minister", office) in mentions(text, published)


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        pytest.param("The trade ministry agreed.", None, None, id="no country"),
        pytest.param(
            "The trade ministry agreed.",
            "The Lucan Customs House",
            "body/xa-trade",
            id="that of the publisher",
        ),
        pytest.param(
            "Velmora's trade ministry agreed.",
            "Lucan Customs House",
            "body/xb-trade",
            id="the country beside it comes first",
        ),
        pytest.param("The trade ministry agreed.", "Lucan Times", None, id="a newspaper is none"),
    ],
)
def test_a_ministry_is_settled_by_its_country(
    text: str, publisher: str | None, expected: str | None
) -> None:
    assert ("trade ministry", expected) in mentions(text, publisher=publisher)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Commissioner of Customs Rolf Thane spoke.",
            "office/xa-trade-minister",
            id="the office before a person",
        ),
        pytest.param("The Commissioner of Customs agreed.", "body/xa-customs", id="else the body"),
    ],
)
def test_a_name_of_body_and_office_is_settled_by_the_person_after_it(
    text: str, expected: str
) -> None:
    assert mentions(text)[0] == ("Commissioner of Customs", expected)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(date(2017, 1, 1), "body/marlow-1", id="the first"),
        pytest.param(date(2025, 1, 1), "body/marlow-2", id="the second"),
        pytest.param(None, None, id="no day: not guessed"),
    ],
)
def test_an_administration_is_the_one_in_office(
    published: date | None, expected: str | None
) -> None:
    assert mentions("The Marlow administration spoke.", published) == [
        ("Marlow administration", expected)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rolf Thane spoke. Thane left.", ("Thane", "person/rolf-thane"), id="registered"
        ),
        pytest.param("Thane left. Rolf Thane spoke.", ("Thane", "person/rolf-thane"), id="before"),
        pytest.param(
            "Ada Marlow met Ben Marlow. Marlow smiled.", ("Marlow", None), id="two of that name"
        ),
        pytest.param(
            "The minister Tarek Vello spoke. Vello’s duties stand.",
            ("Vello", "person/tarek-vello"),
            id="new in this text",
        ),
    ],
)
def test_a_surname_follows_a_full_name(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in mentions(text)


def test_a_surname_alone_is_no_mention() -> None:
    assert mentions("Thane left.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The minister Tarek Vello spoke.", "Tarek Vello", id="after a title"),
        pytest.param("A spokesman, Mario Rossetti, spoke.", "Mario Rossetti", id="recognised"),
        pytest.param(
            "It was Ursula van der Meer who spoke.", "Ursula van der Meer", id="particles"
        ),
    ],
)
def test_people_whom_the_registry_does_not_know_are_introduced(text: str, name: str) -> None:
    analysis = read_text(text)
    (entity,) = analysis.entities.values()
    assert (entity.label, entity.kind) == (name, "Person")
    assert [analysis.text(m.span) for m in analysis.mentions] == [name]


def test_mentions_come_in_order() -> None:
    spans = [
        mention.span
        for mention in read_text(
            "Thane of Arcadia, Rolf Thane, met Ada Marlow in Lucan on steel; Marlow left."
        ).mentions
    ]
    assert spans == sorted(spans)
    assert all(before.end <= after.begin for before, after in pairwise(spans))
