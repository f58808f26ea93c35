"""A network as a DOT file, for those who want to lay it out themselves."""

from __future__ import annotations

from typing import Final

from tradegraph.draw.caption import Caption
from tradegraph.draw.layout import group_nodes
from tradegraph.draw.palette import ACTOR_STYLES, DENIED, LOOKS
from tradegraph.draw.picture import Node, Picture, Strand

_SHAPES: Final[dict[str, str]] = {
    "rectangle": "shape=box",
    "framed": "shape=box, peripheries=2",
    "stack": "shape=box3d",
    "stadium": 'shape=box, style="rounded,filled"',
    "octagon": "shape=octagon",
    "hexagon": "shape=hexagon",
    "slanted": "shape=parallelogram",
    "page": "shape=note",
    "ticket": "shape=cds",
    "seal": "shape=septagon",
}


def write_dot(picture: Picture, caption: Caption) -> str:
    """Return the picture as DOT, with the labels, colours and dashes of the other formats."""
    title = quote_text("\n".join([caption.title, caption.period, caption.note]))
    lines = [
        "digraph network {",
        f"  graph [label={title}, labelloc=t, rankdir=LR, fontname=sans];",
        "  node [style=filled, fontname=sans, fontsize=12];",
        "  edge [fontname=sans, fontsize=10];",
    ]
    lines += [f"  {_write_node(node)}" for node in picture.nodes]
    for number, (iri, nodes) in enumerate(group_nodes(picture).items()):
        members = " ".join(f"{quote_text(node.iri)};" for node in nodes)
        name = quote_text(picture.places[iri])
        lines.append(f"  subgraph cluster{number} {{ label={name}; color=gray60; {members} }}")
    lines += [f"  {_write_strand(strand)}" for strand in picture.strands]
    return "\n".join([*lines, "}", ""])


def _write_node(node: Node) -> str:
    style = ACTOR_STYLES.get(node.kind, ACTOR_STYLES["group"])
    label = quote_text("\n".join(node.lines))
    shape = _SHAPES[style.outline]
    return f'{quote_text(node.iri)} [label={label}, {shape}, fillcolor="{style.fill}"];'


def _write_strand(strand: Strand) -> str:
    look = LOOKS["screen"]
    colour = look.ties[strand.family] if strand.positive else look.mix(DENIED)
    style = "solid" if strand.firm else "dashed"
    arrow = "forward" if strand.directed else "none"
    label = quote_text("\n".join(strand.lines))
    ends = f"{quote_text(strand.source)} -> {quote_text(strand.target)}"
    attributes = f'style={style}, dir={arrow}, color="{colour}", fontcolor="{colour}"'
    return f"{ends} [label={label}, {attributes}, weight={strand.weight}];"


def quote_text(text: str) -> str:
    r"""Return a DOT string that shows the text as it is.

    >>> quote_text('a "b"\nc\\')
    '"a \\"b\\"\\nc\\\\"'
    """
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{safe}"'
