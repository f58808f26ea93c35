"""The text of a query: its parameters, what is put in for them, and what it must not hold.

A parameter is a variable with a VALUES block of its own: `VALUES ?day { "2025-05-30"^^xsd:date }`
gives its default, `VALUES ?about { UNDEF }` has none. Binding it replaces what stands between the
braces. The engine's own substitution is not used: it fails on variables that are not projected
and finds nothing where the variable stands in VALUES, in BIND or in a sub-SELECT.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from tradegraph.errors import UsageError
from tradegraph.spelling import advise

Value = NamedNode | Literal
"""What a parameter can be bound to."""

Bindings = Mapping[str, Value | Sequence[Value]]
"""Parameter name, without the question mark, to its value or values."""

# Terminals of SPARQL 1.1, section 19.8, as far as words and braces must be told from text.
TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>'{3}(?:[^\\]|\\.)*?'{3}|"{3}(?:[^\\]|\\.)*?"{3}
              |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
    | (?P<variable>[?$]\w+)
    | (?P<word>@?[^\W\d][\w-]*(?::(?:[\w:.%-]|\\.)*)?|:(?:[\w:.%-]|\\.)*)
    | (?P<brace>[{}()])
    | (?P<other>\S)
    """,
    re.VERBOSE | re.DOTALL,
)
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Token(NamedTuple):
    """A terminal of the grammar: its kind, its text and where that begins."""

    kind: str
    text: str
    begin: int


@dataclass(frozen=True, slots=True)
class Block:
    """The braces of a VALUES block: the variables and where the data stand, braces excluded."""

    names: tuple[str, ...]
    begin: int
    end: int


def parameters(text: str) -> tuple[str, ...]:
    """Return the names that can be bound in a query, in the order in which they first appear."""
    return tuple(dict.fromkeys(block.names[0] for block in _blocks(text) if len(block.names) == 1))


def bind(text: str, bindings: Bindings) -> str:
    """Return the query with the values in place of its parameters' defaults.

    Raises UsageError for a name that is no parameter of the query and for a value that is neither
    an IRI nor a literal.
    """
    if not bindings:
        return text
    _reject_unknown(text, bindings)
    pieces, done = [], 0
    for block in _blocks(text):
        if len(block.names) == 1 and block.names[0] in bindings:
            pieces += [text[done : block.begin], f" {_write(block.names[0], bindings)} "]
            done = block.end
    return "".join([*pieces, text[done:]])


def reject_writes_and_calls(text: str) -> None:
    """Raise UsageError for an update and for a query that would call another endpoint."""
    words = _words(text)
    verbs = (word.upper() for word in words)
    verb = next((verb for verb in verbs if verb in UPDATES or verb in FORMS), None)
    if verb in UPDATES:
        raise UsageError(
            f"{verb} changes the graph, and a query only reads",
            how="the commands ingest and retract",
        )
    if any(word.upper() == "SERVICE" for word in words):
        raise UsageError(
            "SERVICE asks another endpoint, and queries do not use the network",
            how="the query without its SERVICE part",
        )


def undeclared_prefixes(text: str, declared: Iterable[str]) -> list[str]:
    """Return the prefixes that a query uses and neither it nor `declared` explains, sorted."""
    words = _words(text)
    pairs = [(a, b.split(":")[0]) for a, b in pairwise(["", *words]) if ":" in b]
    own = {prefix for before, prefix in pairs if before.upper() == "PREFIX"}
    return sorted({prefix for _, prefix in pairs} - own - {"_", *declared})


def _reject_unknown(text: str, bindings: Bindings) -> None:
    known = parameters(text)
    for name in bindings:
        if name not in known:
            otherwise = f"one of {', '.join(known)}" if known else f"VALUES ?{name} {{ UNDEF }}"
            how = advise(name, known, otherwise=otherwise)
            raise UsageError(f"the query has no parameter {name!r}", how=how)


def _write(name: str, bindings: Bindings) -> str:
    value = bindings[name]
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    for each in values:
        # A term checks and escapes itself, so what it writes can only be read back as that term.
        if not isinstance(each, NamedNode | Literal):
            raise UsageError(f"the value of {name!r} is no IRI and no literal: {each!r}")
    return " ".join(map(str, values))


def _blocks(text: str) -> Iterator[Block]:
    """Yield the VALUES blocks. What is not closed is left to the engine's parser."""
    tokens = list(_tokens(text))
    for index, token in enumerate(tokens):
        if token.kind == "word" and token.text.upper() == "VALUES":
            yield from _block_after(tokens[index + 1 :])


def _block_after(tokens: list[Token]) -> Iterator[Block]:
    braces = (at for at, token in enumerate(tokens) if token.text == "{")
    opening = next(braces, 0)
    heads = [token.text for token in tokens[:opening]]
    ends = (token.begin for token in tokens[opening:] if token.text == "}")
    closing = next(ends, None)
    if not heads or closing is None:
        return
    names = tuple(head[1:] for head in heads if head[0] in "?$")
    # VALUES (?day) { (...) } wants each value in parentheses: not a parameter's form.
    yield Block(names if heads[0] != "(" else (*names, ""), tokens[opening].begin + 1, closing)


def _words(text: str) -> list[str]:
    return [token.text for token in _tokens(text) if token.kind == "word"]


def _tokens(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "comment":
            yield Token(match.lastgroup, match.group(), match.start())
