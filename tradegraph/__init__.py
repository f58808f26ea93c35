"""tradegraph: a knowledge graph of tariff policy, every fact with its passage."""

__version__ = "0.1.0"
