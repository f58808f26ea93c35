"""Laws by the names that people give them."""

from __future__ import annotations

from tradegraph.errors import UsageError
from tradegraph.spelling import advise
from tradegraph.store import Store
from tradegraph.vocabulary import SKOS, code

SCHEME = code("authority", "")


def find_authority(store: Store, name: str) -> str:
    """Return the IRI of the legal authority of this notation or name: `ieepa`, `Section 232`.

    Raises UsageError for one that nobody knows.
    """
    known: dict[str, str] = {}
    for term in ("notation", "prefLabel", "altLabel"):
        for quad in store.quads(predicate=SKOS + term):
            iri = str(getattr(quad.subject, "value", ""))
            if iri.startswith(SCHEME):
                known.setdefault(str(getattr(quad.object, "value", "")).casefold(), iri)
    if found := known.get(name.strip().casefold()):
        return found
    how = advise(name, sorted(known), otherwise="ieepa, s232, s301, s122 or another of the codes")
    raise UsageError(f"no legal authority is called {name!r}", how=how)
