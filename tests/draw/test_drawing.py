from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest

from tradegraph.draw import FORMATS, draw_network, drawing, graphviz
from tradegraph.draw.graphviz import has_graphviz
from tradegraph.errors import EngineError, UsageError

from .invented import invent_network

needs_graphviz = pytest.mark.skipif(not has_graphviz(), reason="needs the extra with Graphviz")
ANYWHERE = [form for form in FORMATS if form not in {"png", "pdf"}]
POSSIBLE = FORMATS if has_graphviz() else ANYWHERE

PROGRAM = """
import hashlib, sys
from pyoxigraph import RdfFormat, parse
sys.path.insert(0, sys.argv[1])
from draw.invented import invent_network
from tradegraph.draw import draw_network
from tradegraph.network import FAMILIES, build, write_cytoscape, write_edges, write_nodes
seed = list(parse(path=sys.argv[1] + "/data/seed_expected.trig", format=RdfFormat.TRIG))
for graph in (invent_network(30), build(seed, kinds=list(FAMILIES), outlets=True)):
    for layout in ("plain", "auto"):
        for form in sys.argv[2:]:
            data = draw_network(graph, None, form, layout=layout)
            print(layout, form, hashlib.sha256(data).hexdigest())
    for write in (write_cytoscape, write_edges, write_nodes):
        print(write.__name__, hashlib.sha256(write(graph)).hexdigest())
"""


def digest_in_new_process(seed: str) -> str:
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests.parent), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tests), *POSSIBLE],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_same_network_gives_same_bytes_whatever_the_hash_seed() -> None:
    first, second = digest_in_new_process("1"), digest_in_new_process("2")
    assert first.count("\n") == 4 * len(POSSIBLE) + 6
    assert first == second


@needs_graphviz
def test_png_has_two_pixels_for_one_and_repeats() -> None:
    graph = invent_network(5)
    data = draw_network(graph, None, "png")
    svg = draw_network(graph, None, "svg").decode()
    size = svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()
    width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
    assert data.startswith(b"\x89PNG")
    assert width == pytest.approx(2 * float(size[0]), abs=4)
    assert height == pytest.approx(2 * float(size[1]), abs=4)
    assert draw_network(graph, None, "png") == data


@needs_graphviz
def test_pdf_is_a_page_with_real_text_and_repeats(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    graph = invent_network(5)
    data = draw_network(graph, tmp_path / "network.pdf", "pdf", title="Who taxes whom")
    assert draw_network(graph, None, "pdf", title="Who taxes whom") == data
    (page,) = pypdf.PdfReader(tmp_path / "network.pdf").pages
    text = page.extract_text()
    assert "Who taxes whom" in text
    svg = draw_network(graph, None, "svg", title="Who taxes whom").decode()
    size = svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()
    assert float(page.mediabox.width) == pytest.approx(float(size[0]), abs=4)


@needs_graphviz
@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_still_picture_is_as_wide_as_asked(form: str, tmp_path: Path) -> None:
    data = draw_network(invent_network(5), tmp_path / "picture", form, width=900)
    if form == "svg":
        assert b'<svg xmlns="http://www.w3.org/2000/svg" width="900"' in data
    elif form == "png":
        assert int.from_bytes(data[16:20]) == pytest.approx(900, abs=3)
    else:
        (page,) = pytest.importorskip("pypdf").PdfReader(tmp_path / "picture").pages
        assert float(page.mediabox.width) == pytest.approx(900, abs=4)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_png_without_the_extra_says_what_to_install(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz, "has_graphviz", lambda: False)
    with pytest.raises(EngineError) as error:
        draw_network(invent_network(5), None, form, layout="plain")
    assert str(error.value) == (
        "draw: Graphviz is not installed; try: pip install 'tradegraph[draw]'"
    )


@pytest.mark.parametrize("form", ANYWHERE)
def test_other_formats_need_no_extra(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "has_graphviz", lambda: False)
    monkeypatch.setattr(drawing, "has_graphviz", lambda: False)
    assert draw_network(invent_network(5), None, form)


@needs_graphviz
@pytest.mark.parametrize(
    "child",
    ["import os; os.abort()", "raise SystemExit(3)", "pass"],
    ids=["it aborts", "it fails", "it says nothing"],
)
def test_graphviz_that_dies_is_replaced(child: str, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = invent_network(5)
    plain = draw_network(graph, None, "svg", layout="plain")
    monkeypatch.setattr(graphviz, "_CHILD", child)
    assert draw_network(graph, None, "svg") == plain
    with pytest.raises(EngineError, match="Graphviz failed"):
        draw_network(graph, None, "svg", layout="graphviz")


@needs_graphviz
def test_graphviz_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "_CHILD", "import time; time.sleep(60)")
    monkeypatch.setattr(graphviz, "_SECONDS", 0.2)
    with pytest.raises(EngineError, match=r"Graphviz took longer than 0\.2 seconds"):
        draw_network(invent_network(5), None, "svg", layout="graphviz")


@needs_graphviz
def test_dot_file_shows_labels_as_they_are() -> None:
    import pygraphviz  # noqa: PLC0415 - an extra

    graph = nx.MultiDiGraph(invent_network(5))
    label = 'a "quoted" <b>&amp; \\N \\'
    graph.nodes[min(graph)]["label"] = label
    text = draw_network(graph, None, "dot").decode()
    back = pygraphviz.AGraph(string=text)
    assert back.number_of_nodes() == 5
    assert back.number_of_edges() == len(text.split(" -> ")) - 1
    shown = back.get_node(min(graph)).attr["label"]
    assert shown.replace("\\n", " ").replace('\\"', '"').replace("\\\\", "\\") == label


def test_drawing_is_written_to_a_path_or_a_stream(tmp_path: Path) -> None:
    graph, stream = invent_network(5), BytesIO()
    data = draw_network(graph, tmp_path / "network.svg", "svg")
    assert (tmp_path / "network.svg").read_bytes() == data
    draw_network(graph, stream, "svg")
    assert stream.getvalue() == data


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"missing.network\.svg: No such file or directory"):
        draw_network(invent_network(5), tmp_path / "missing" / "network.svg", "svg")


@pytest.mark.parametrize("form", FORMATS)
def test_network_without_ties_is_told_and_not_drawn(form: str, tmp_path: Path) -> None:
    lonely = nx.MultiDiGraph()
    lonely.add_node("a", kind="person", label="Ada", jurisdiction=None, place=None)
    target = tmp_path / "network"
    with pytest.raises(UsageError, match="nothing to draw: no fact ties two actors"):
        draw_network(lonely, target, form)
    assert not target.exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"form": "svgg"}, "--format: no picture format 'svgg'; try: did you mean 'svg'?"),
        (
            {"form": "bmp"},
            "--format: no picture format 'bmp'; try: svg, png, pdf, html, dot, graphml, gexf",
        ),
        (
            {"form": "svg", "layout": "plan"},
            "--layout: no layout 'plan'; try: did you mean 'plain'?",
        ),
    ],
    ids=["misspelt format", "unknown format", "unknown layout"],
)
def test_unknown_format_or_layout(options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        draw_network(invent_network(5), None, **options)
    assert str(error.value) == message
