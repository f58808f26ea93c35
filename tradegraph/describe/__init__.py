"""What the graph says about one thing: an entity with its facts, a fact with its passages."""

from tradegraph.describe.entities import EntityDescription, FactLine, SourceLine, describe_entity
from tradegraph.describe.facts import Assertion, FactExplanation, Passage, explain_fact
from tradegraph.describe.names import find_measures, find_node, shorten
from tradegraph.describe.nodes import Node, Property, Value, read_node
from tradegraph.describe.text import format_entity, format_explanation

__all__ = [
    "Assertion",
    "EntityDescription",
    "FactExplanation",
    "FactLine",
    "Node",
    "Passage",
    "Property",
    "SourceLine",
    "Value",
    "describe_entity",
    "explain_fact",
    "find_measures",
    "find_node",
    "format_entity",
    "format_explanation",
    "read_node",
    "shorten",
]
