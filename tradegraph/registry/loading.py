"""From the registry's files to the registry: parsed and compiled once, then kept on disk."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Final, TypeGuard

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from tradegraph import vocabulary
from tradegraph.errors import InputError
from tradegraph.registry.cache import read_cached, write_cached
from tradegraph.registry.entries import NAME_PROPERTIES, Registry, Starts, Statements
from tradegraph.registry.files import RegistryFile, read_files
from tradegraph.vocabulary import RDF

# Parser error at line 3 between columns 5 and 9: ...
PLACE: Final = re.compile(r"line (?P<line>\d+)")
READ: Final = (vocabulary.ONT, RDF + "type", *NAME_PROPERTIES)
"""How the properties begin that somebody asks a registry for; the others are for people."""


def load_registry() -> Registry:
    """Return the shipped registry with the user's own entries; read once for the same files.

    Raises InputError, with the line, for a file of the user's that cannot be read.
    """
    return _load(read_files())


@lru_cache(maxsize=2)
def read_registry(contents: tuple[bytes, ...]) -> Registry:
    """Return the registry that these Turtle files hold; parsed once for the same files."""
    return _compile(tuple(RegistryFile(f"file {n}", each) for n, each in enumerate(contents, 1)))


@lru_cache(maxsize=2)
def _load(files: tuple[RegistryFile, ...]) -> Registry:
    digest = _digest(files)
    with _pause_collection():
        kept = read_cached(digest)
    if _is_compiled(kept):
        statements, starts = kept
        return Registry(statements, digest, lambda: parse_files(files), starts)
    registry = _compile(files)
    write_cached(digest, [registry.statements, registry.starts])
    return registry


def read_again() -> Registry:
    """Return the registry, read from the disk even if this process has read it before."""
    return _load.__wrapped__(read_files())


@contextmanager
def _pause_collection() -> Iterator[None]:
    """Let no garbage be looked for while values are made that all stay: it takes a third longer."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _compile(files: tuple[RegistryFile, ...]) -> Registry:
    quads = parse_files(files)
    statements = _read_statements(quads)
    return Registry(statements, _digest(files), lambda: quads, None)


def _digest(files: Sequence[RegistryFile]) -> str:
    return hashlib.sha256(b"\0".join(file.content for file in files)).hexdigest()


def parse_files(files: Sequence[RegistryFile]) -> tuple[Quad, ...]:
    """Return the statements of the files; raise InputError with the line of broken syntax."""
    graph = NamedNode(vocabulary.GRAPH_REGISTRY)
    return tuple(
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for file in files
        for quad in _parse(file)
    )


def _parse(file: RegistryFile) -> list[Quad]:
    try:
        return list(parse(file.content, RdfFormat.TURTLE))
    except (SyntaxError, ValueError) as error:
        found = PLACE.search(str(error))
        where = f"{file.name}:{found['line']}" if found else file.name
        how = "correct the Turtle, or take the file away"
        raise InputError(f"the registry cannot be read: {error}", where=where, how=how) from error


def _read_statements(quads: Sequence[Quad]) -> Statements:
    """Return what is asked of a registry, as plain text."""
    found: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate.startswith(READ):
            values = found.setdefault(predicate, {}).setdefault(_plain(quad.subject), [])
            values.append(_plain(quad.object))
    return found


def _plain(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _is_compiled(kept: object) -> TypeGuard[tuple[Statements, Starts]]:
    """Tell whether what was kept has the form of what is kept."""
    return isinstance(kept, list) and len(kept) == 2 and all(isinstance(x, dict) for x in kept)
