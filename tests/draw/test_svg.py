from __future__ import annotations

import random
import re
from typing import Any

import networkx as nx
import pytest

from tradegraph.draw import GROUPS, LOOKS, draw_network
from tradegraph.draw.palette import ACTOR_STYLES
from tradegraph.draw.svg import write_number
from tradegraph.network import Passage

from .invented import LANDS, add_tie, invent_network
from .reading_svg import SVG, Seen, of_role, read_svg

NASTY = (
    '</title></svg><script>alert("x")</script>',
    "Tom & 'Jerry' <b>\"co\"</b> \\",
    "bell\x07 and null\x00",
    "left \u202eright",
    "王毅 وزارة 🙂",
    "N" * 300,
    "word " * 60,
    "",
)


def nasty_network() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number, label in enumerate(NASTY):
        graph.add_node(f"u:{number}", kind="person", label=label, jurisdiction="u:p", place=label)
    for number, label in enumerate(NASTY):
        chance = random.Random(number)  # noqa: S311 - a fixed sequence is the point
        target = f"u:{(number + 1) % len(NASTY)}"
        add_tie(graph, f"u:{number}", target, chance, label=label)
    graph.nodes["u:0"].update(jurisdiction=None, place=None)
    return graph


def draw_pair(**given: Any) -> list[Seen]:
    graph = nx.MultiDiGraph()
    for name in ("a", "b"):
        graph.add_node(name, kind="country", label=name, jurisdiction=None, place=None)
    known = {"type": "meets", "family": "talks", "label": "meeting", "directed": False}
    fixed = {"firm": True, "modality": "asserted", "positive": True, "weight": 1}
    chance = random.Random(1)  # noqa: S311 - a fixed sequence is the point
    add_tie(graph, "a", "b", chance, **{**known, **fixed, "documents": (), "passages": (), **given})
    return read_svg(draw_network(graph, None, "svg", layout="plain"))


@pytest.mark.parametrize("layout", ["plain", "auto"])
def test_labels_from_documents_stay_text(layout: str) -> None:
    data = draw_network(nasty_network(), None, "svg", layout=layout, title=NASTY[0], note=NASTY[1])
    assert b"<script" not in data
    assert b"\x00" not in data
    words = " ".join(text for each in read_svg(data) for text in (*each.texts, each.title))
    assert 'alert("x")' in words
    assert "王毅" in words


def test_long_names_are_cut_in_the_picture_and_whole_in_the_tooltip() -> None:
    actors = of_role(read_svg(draw_network(nasty_network(), None, "svg")), "actor")
    (long,) = [actor for actor in actors if "N" * 300 in actor.title]
    assert len(long.texts) == 3
    assert long.texts[-1].endswith("…")


def test_svg_fetches_nothing() -> None:
    text = draw_network(invent_network(20), None, "svg").decode()
    assert not re.search(
        r"(?i)\b(xlink:href|src)\s*=|url\(|@import|<image|<use|<style|<script", text
    )
    assert set(re.findall(r"<(\w+) href=", text)) == {"a"}


def passage_of(url: str | None, iri: str = "https://example.org/doc/1#char=10,48") -> Passage:
    return Passage(
        document="https://example.org/doc/1",
        title="A report",
        published=None,
        quote="Arvalia & Borduria met in a house by the lake to talk of tariffs.",
        modality="asserted",
        positive=True,
        confidence=0.9,
        fact="https://example.org/fact",
        url=url,
        iri=iri,
    )


@pytest.mark.parametrize(
    ("passage", "link"),
    [
        (
            passage_of("https://example.org/report"),
            "https://example.org/report#:~:text=Arvalia%20%26%20Borduria%20met%20in%20a%20house%20by",
        ),
        (passage_of("https://example.org/report#top"), "https://example.org/report#top"),
        (passage_of(None), "https://example.org/doc/1#char=10,48"),
        (passage_of(None, iri="javascript:alert(1)"), None),
    ],
    ids=["words in a page", "a place in a page", "a passage", "no address"],
)
def test_tie_links_to_its_passage(passage: Passage, link: str | None) -> None:
    graph = nx.MultiDiGraph()
    for name in ("a", "b"):
        graph.add_node(name, kind="country", label=name, jurisdiction=None, place=None)
    add_tie(graph, "a", "b", random.Random(1), passages=(passage,))  # noqa: S311 - a fixed sequence
    text = draw_network(graph, None, "svg").decode()
    assert set(re.findall(r'<a href="([^"]*)"', text)) == ({link} if link else set())


@pytest.mark.parametrize("look", LOOKS)
def test_names_stand_out_from_their_ground(look: str) -> None:
    paints = LOOKS[look].paints
    for style in ACTOR_STYLES.values():
        assert measure_contrast(paints["name"], style.fill) >= 4.5
    for colour in (paints["ink"], paints["soft"], *LOOKS[look].ties.values()):
        assert measure_contrast(colour, paints["paper"]) >= 4.5
        assert measure_contrast(colour, paints["tint"]) >= 4.5


def measure_contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def measure_light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((measure_light(one), measure_light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_dark_picture_is_dark_and_no_paint_is_left_without_a_colour() -> None:
    for look in LOOKS:
        text = draw_network(invent_network(20), None, "svg", look=look).decode()
        colours = set(re.findall(r' (?:fill|stroke)="([^"]*)"', text))
        assert all(re.fullmatch(r"#[0-9a-f]{6}|none", colour) for colour in colours), colours
        assert f'fill="{LOOKS[look].paints["paper"]}"' in text


@pytest.mark.parametrize("groups", GROUPS)
def test_boxes_stand_for_what_was_asked(groups: str) -> None:
    seen = read_svg(draw_network(invent_network(40), None, "svg", groups=groups, layout="plain"))
    titles = {text for name in of_role(seen, "frame-name") for text in name.texts}
    if groups == "none":
        assert titles == set()
    elif groups == "communities":
        assert titles
        assert all(title.startswith("around ") for title in titles)
    else:
        assert titles & set(LANDS)


def test_svg_speaks_to_screen_readers() -> None:
    data = draw_network(invent_network(5), None, "svg", title="Who taxes whom")
    text = data.decode()
    assert '<title id="picture-title">Who taxes whom</title>' in text
    assert 'role="img" aria-labelledby="picture-title picture-description"' in text
    described = text.partition("<desc")[2].partition("</desc>")[0]
    assert "5 actors" in described
    assert re.search(r"\w+ (to|and) [\w ]+: [\w ]+", described)


def test_words_are_real_text() -> None:
    data = draw_network(invent_network(5), None, "svg", title="Who taxes whom").decode()
    assert 'font-weight="bold" fill="#1b1b1b">Who taxes whom</text>' in data


def lines_of(seen: list[Seen]) -> list[Any]:
    return [path for tie in of_role(seen, "tie") for path in tie.element.findall(f"{SVG}path")]


def test_asserted_tie_is_solid() -> None:
    (line,) = lines_of(draw_pair())
    assert line.get("stroke-dasharray") is None


def test_planned_tie_is_dashed_and_says_planned() -> None:
    seen = draw_pair(firm=False, modality="planned")
    (line,) = lines_of(seen)
    assert line.get("stroke-dasharray")
    (label,) = of_role(seen, "tie-label")
    assert label.texts == ("meeting (planned)",)


def test_what_a_label_says_of_its_certainty_is_not_said_twice() -> None:
    seen = draw_pair(firm=False, modality="planned", label="negotiate: planned")
    (label,) = of_role(seen, "tie-label")
    assert label.texts == ("negotiate: planned",)


def test_wordings_of_one_line_are_told_apart() -> None:
    graph = nx.MultiDiGraph()
    for name in ("a", "b"):
        graph.add_node(name, kind="country", label=name, jurisdiction=None, place=None)
    known = {"type": "imposes", "family": "measures", "directed": True, "firm": True}
    for weight, words in (
        (3, "imposes tariffs"),
        (2, "raises tariffs to 25%"),
        (1, "ends tariffs"),
    ):
        given = {"label": words, "weight": weight, "modality": "asserted", "positive": True}
        add_tie(graph, "a", "b", random.Random(1), **known, **given)  # noqa: S311 - fixed
    (label,) = of_role(read_svg(draw_network(graph, None, "svg", layout="plain")), "tie-label")
    assert label.texts == ("imposes tariffs;", "raises tariffs to 25%;", "ends tariffs")


def test_denied_tie_has_a_red_bar() -> None:
    seen = draw_pair(positive=False, modality="denied")
    _, bar = lines_of(seen)
    assert bar.get("stroke") == "#cc3311"


def test_directed_tie_has_an_arrowhead_at_its_target() -> None:
    (tie,) = of_role(draw_pair(directed=True), "tie")
    actors = {each.texts[0]: each.shapes[0] for each in of_role(draw_pair(directed=True), "actor")}
    (arrow,) = tie.shapes
    gaps = {
        name: max(abs(arrow.x - box.x) - box.width / 2, abs(arrow.y - box.y) - box.height / 2)
        for name, box in actors.items()
    }
    assert gaps["b"] < 10 < gaps["a"]
    assert not of_role(draw_pair(), "tie")[0].shapes


def test_tie_of_more_documents_is_wider() -> None:
    widths = [float(lines_of(draw_pair(weight=n))[0].get("stroke-width")) for n in (1, 4, 99, 999)]
    assert widths == sorted(widths)
    assert widths[0] < widths[1] < widths[2] == widths[3] == 5


def test_legend_explains_what_is_there_and_only_that() -> None:
    (legend,) = of_role(draw_pair(), "legend")
    assert legend.texts == ("country", "talks, deals", "given as fact")
    (legend,) = of_role(draw_pair(positive=False, firm=False, weight=3), "legend")
    assert set(legend.texts) > {"planned, expected or possible", "denied"}


def test_parallel_ties_share_a_line_and_say_how_many() -> None:
    graph = invent_network(2)
    for number in range(500):
        chance = random.Random(number)  # noqa: S311 - a fixed sequence is the point
        add_tie(
            graph, min(graph), max(graph), chance, label=f"tie {number}", family="talks", weight=1
        )
    seen = read_svg(draw_network(graph, None, "svg", layout="plain"))
    assert len(of_role(seen, "tie")) < 30
    assert any(
        text.endswith("more") for label in of_role(seen, "tie-label") for text in label.texts
    )


@pytest.mark.parametrize("layout", ["plain", "auto"])
def test_tie_of_an_actor_to_itself_is_a_loop(layout: str) -> None:
    graph = invent_network(3)
    add_tie(graph, min(graph), min(graph), random.Random(3))  # noqa: S311 - fixed
    seen = read_svg(draw_network(graph, None, "svg", layout=layout))
    assert any(tie.title for tie in of_role(seen, "tie"))


@pytest.mark.parametrize(
    ("value", "expected"), [(1.04, "1"), (-0.01, "0"), (2.25, "2.2"), (10.0, "10"), (0.55, "0.6")]
)
def test_numbers_are_short(value: float, expected: str) -> None:
    assert write_number(value) == expected
