"""IRIs, minted in one place from stable keys; the same key gives the same IRI everywhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from tradegraph.model import Document, Span
from tradegraph.vocabulary import ID

NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# The hash that ends a keyed name, and the number of a further event of that name: -0123abcd#2
HASH = re.compile(r"-[0-9a-f]{8} (?: \# \d+ )? $", re.VERBOSE)
# Letters that Unicode does not decompose.
UNDECOMPOSED: Final = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "ð": "d",
    }
)
LONGEST_SLUG: Final = 60


def slugify(text: str, longest: int = LONGEST_SLUG) -> str:
    """Return ASCII lower-case words joined by hyphens, cut at a word; never empty."""
    decomposed = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    plain = decomposed.encode("ascii", "ignore").decode().lower()
    slug = NOT_A_WORD.sub("-", plain.replace("'", "")).strip("-")
    if len(slug) > longest:
        slug = slug[:longest].rpartition("-")[0] or slug[:longest]
    return slug or f"x{short_hash(text)}"


def short_hash(*parts: object) -> str:
    """Return the first 8 hexadecimal digits of the SHA-256 digest of the parts."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:8]


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
    return HASH.sub("", iri.rstrip("/").rpartition("/")[2])
