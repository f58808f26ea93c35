"""Descriptions and explanations as text for a reader, wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from tradegraph.describe.entities import EntityDescription, FactLine, SourceLine
from tradegraph.describe.facts import Assertion, FactExplanation, Passage
from tradegraph.describe.nodes import Node


def format_entity(entity: EntityDescription, *, width: int = 100) -> str:
    """Return the entity, its properties, facts and sources as text."""
    lines = list(_node_lines(entity.node, width))
    if entity.facts:
        lines += ["", "Facts"]
        for fact in entity.facts:
            lines += _fact_lines(fact, width)
    if entity.facts_left_out:
        lines.append(f"  and {entity.facts_left_out} earlier ones, which --limit would show")
    if entity.sources:
        lines += ["", "Mentioned in"]
        for source in entity.sources:
            lines += _source_lines(source, width)
    return "\n".join(lines) + "\n"


def format_explanation(explanation: FactExplanation, *, width: int = 100) -> str:
    """Return the fact, its assertions and their passages in context as text."""
    lines = list(_node_lines(explanation.fact, width))
    for assertion in explanation.assertions:
        lines += ["", *_assertion_lines(assertion, width)]
    if not explanation.assertions and not explanation.derived_from:
        lines += ["", "No document asserts it: it comes from the registry or the derivation."]
    text = "\n".join(lines) + "\n"
    for base in explanation.derived_from:
        text += f"\nDerived from\n{format_explanation(base, width=width)}"
    return text


def _node_lines(node: Node, width: int) -> Iterator[str]:
    yield from _hang("", f"{node.label or node.name} ({node.kind})", width)
    rows = [("name", node.name if node.label else "")]
    rows.append(("also", ", ".join(node.aliases)))
    if node.date:
        rows.append(("date", node.date + (f" “{node.date_text}”" if node.date_text else "")))
    rows += [(each.label, each.text) for each in node.properties]
    shown = [(label, text) for label, text in rows if text]
    column = max((len(label) for label, _ in shown), default=0)
    for label, text in shown:
        yield from _hang(f"  {label.ljust(column)}  ", text, width)


def _fact_lines(line: FactLine, width: int) -> Iterator[str]:
    documents = "1 document" if line.documents == 1 else f"{line.documents} documents"
    commitment = ", ".join(line.modalities)
    yield f"  {line.fact.date or 'undated'}  {line.fact.kind}, {commitment} ({documents})"
    if line.fact.wording:
        yield from _hang(" " * 6, line.fact.wording, width)
    yield f"      {line.fact.name}"


def _source_lines(source: SourceLine, width: int) -> Iterator[str]:
    words = ", ".join(f"“{' '.join(word.split())}”" for word in source.wordings)
    times = "once" if source.mentions == 1 else f"{source.mentions} times"
    place = source.identifier or source.document
    yield from _hang(f"  {source.published or 'undated'}  ", f"{place}, {times}: {words}", width)


def _assertion_lines(assertion: Assertion, width: int) -> Iterator[str]:
    commitment = assertion.modality or "asserted"
    if not assertion.positive and commitment != "denied":
        commitment = f"not {commitment}"
    sure = f", confidence {assertion.confidence:g}" if assertion.confidence is not None else ""
    yield from _hang("", f"{commitment}{sure}, read by {assertion.extractor}", width)
    about = [assertion.identifier or assertion.document, assertion.title]
    about += [f"published {assertion.published}" if assertion.published else "undated"]
    yield from _hang("  ", ", ".join(part for part in about if part), width)
    for passage in assertion.passages:
        yield f"  characters {passage.begin}-{passage.end}:"
        yield from _hang("    ", _in_context(passage), width)
    for statement in assertion.attribution:
        yield from _hang("  according to ", f"{statement.wording} ({statement.name})", width)


def _in_context(passage: Passage) -> str:
    """Return the passage between brackets, its surroundings cut at word borders."""
    before = passage.before.partition(" ")[2] if " " in passage.before else passage.before
    after = passage.after.rpartition(" ")[0] if " " in passage.after else passage.after
    return f"…{before}[{passage.quote}]{after}…"


def _hang(prefix: str, text: str, width: int) -> list[str]:
    """Return the text wrapped to `width`, its first line after `prefix`, the others under it."""
    room = max(width - len(prefix), 20)
    first, *others = wrap(" ".join(text.split()), room) or [""]
    return [prefix + first, *(" " * len(prefix) + line for line in others)]
