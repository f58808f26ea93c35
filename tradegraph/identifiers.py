"""IRIs, minted in one place from stable keys; the same key gives the same IRI everywhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from tradegraph.model import Document, Span
from tradegraph.vocabulary import ID

NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# Letters that Unicode does not decompose.
UNDECOMPOSED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae"})
LONGEST_SLUG = 60


def slugify(text: str, longest: int = LONGEST_SLUG) -> str:
    """Return ASCII lower-case words joined by hyphens, cut at a word; never empty."""
    plain = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED)).encode("ascii", "ignore").decode()
    slug = NOT_A_WORD.sub("-", plain.lower().replace("'", "")).strip("-")
    if len(slug) > longest:
        slug = slug[:longest].rpartition("-")[0] or slug[:longest]
    return slug or f"x{short_hash(text)}"


def short_hash(*parts: object) -> str:
    """Return the first 8 hexadecimal digits of the SHA-256 digest of the parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def mint(kind: str, slug: str) -> str:
    """Return the IRI of a thing with this slug: `mint("person", "xi-jinping")`."""
    return f"{ID}{kind}/{slug}"


def mint_keyed(kind: str, name: str, arguments: Iterable[str], *more: object) -> str:
    """Return the IRI of an event, situation or period: its class, its principal arguments, a hash.

    `more` distinguishes without being shown.
    """
    arguments = list(arguments)
    shown = "-".join([name, *(tail(argument) for argument in arguments)])
    return mint(kind, f"{slugify(shown)}-{short_hash(name, *arguments, *more)}")


def mint_placeholder(kind: str, document: Document, span: Span) -> str:
    """Return the IRI of something named by nothing but this passage."""
    return mint(kind, f"{document.key}-{span.begin}-{span.end}")


def tail(iri: str) -> str:
    """Return the last part of an IRI, without its hash."""
    last = iri.rstrip("/").rpartition("/")[2]
    return re.sub(r"-[0-9a-f]{8}(?:#\d+)?$", "", last)
