"""What happens when an extractor breaks down on a document: it is reported, the others go on.

A rule or a plug-in that meets a text nobody thought of must cost its own facts of that text, and
nothing else. The report names the document, the extractor and the passage it was reading, which is
what the innermost of its calls had in hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import FrameType
from typing import Final

from tradegraph.errors import EngineError, InputError, TradegraphError
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Mention, Span

CRASHES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    EngineError,
    InputError,
)
"""What a fault in a rule or a plug-in raises; running out of memory and Ctrl-C are none.

A UsageError is the user's to mend, and ends the command.
"""


def describe_crash(analysis: Analysis, extractor: str, error: BaseException) -> EngineError:
    """Return the error that names the extractor, the document and the passage."""
    document = analysis.document
    where = document.identifiers[0] if document.identifiers else document.iri
    if isinstance(error, TradegraphError):
        return EngineError(f"extractor {extractor}: {error}", where=where)
    span = _find_passage(error)
    place = f" at characters {span.begin}-{span.end}" if span else ""
    what = f"extractor {extractor} failed{place}: {type(error).__name__}: {error}"
    return EngineError(what, where=where, how="reporting this with the passage; the others went on")


def _find_passage(error: BaseException) -> Span | None:
    """Return the passage that the innermost call of a traceback was about."""
    traceback, found = error.__traceback__, None
    while traceback is not None:
        found = next(_passages_in(traceback.tb_frame), found)
        traceback = traceback.tb_next
    return found


def _passages_in(frame: FrameType) -> Iterator[Span]:
    for value in frame.f_locals.values():
        if isinstance(value, Span):
            yield value
        elif isinstance(value, Token):
            yield Span(value.begin, value.end)
        elif isinstance(value, Sentence | Mention):
            yield value.span
