"""Facts by a large language model behind any OpenAI-compatible endpoint: an extractor on demand.

It runs only when it is named (`--extractor llm`) and told where its endpoint is; what it sends and
what it costs is counted. Every fact that the model gives carries a quote: one that does not stand
in the text is dropped with its fact, so a model can leave something out but invent no passage.
"""

from __future__ import annotations

from tradegraph.llm.extractor import LlmExtractor

__all__ = ["LlmExtractor", "extract"]

extract = LlmExtractor()
"""The entry point `llm` of the group `tradegraph.extractors`; settings are read on first use."""
