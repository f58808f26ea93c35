"""What tradegraph knows before it reads: names, offices, courts, law and words, from Turtle.

The files under `ontology/registry/` are knowledge and lexicon in one, and those of a folder of the
user's own are read after them. Everything here is read from them; nothing in Python names a
country, a person or a word.
"""

from tradegraph.registry.entries import Holding, Name, Registry
from tradegraph.registry.loading import load_registry, read_registry

__all__ = ["Holding", "Name", "Registry", "load_registry", "read_registry"]
