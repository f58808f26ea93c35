"""Court actions and investigations that a model sees: before whom, by whom."""

from __future__ import annotations

from tradegraph.extractors.court_names import is_highest
from tradegraph.extractors.court_references import latest_court
from tradegraph.extractors.jurisdictions import JURISDICTIONS
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.programmes import authorities_in
from tradegraph.model import Appeal, CaseFiling, Hearing, Investigation, Ruling
from tradegraph.trained.sighting import Sighting

PARTIES = ("Company", "Organization", "GovernmentBody", "Administration", "Person", *JURISDICTIONS)
AGENCIES = ("GovernmentBody", "InternationalBody")


def find_bench(seen: Sighting) -> str | None:
    """Return the court that the sentence names, else the one named last before it."""
    named = seen.entities("Court")
    last = seen.analysis.sentence_tokens(seen.sentence)[-1]
    return named[0] if named else latest_court(seen.analysis, last)


def propose_ruling(seen: Sighting) -> Ruling | None:
    """Return the ruling that the sentence is likely to tell; None before any court is named."""
    court = find_bench(seen)
    if court is None:
        return None
    return Ruling(court, (seen.kind,), when=find_when(seen.analysis, seen.trigger))


def propose_appeal(seen: Sighting) -> Appeal | None:
    """Return the appeal that the sentence is likely to tell; None without appellant or court."""
    court = find_bench(seen)
    appellants = seen.entities(*PARTIES)[:1]
    if court is None or not appellants:
        return None
    above = seen.analysis.registry.value(court, "reviewedBy")
    below = seen.analysis.registry.subjects("reviewedBy", court)
    if is_highest(seen.analysis, court) or above is None:
        if not below:
            return None
        court, above = min(below), court
    when = find_when(seen.analysis, seen.trigger, seen.commitment)
    return Appeal(appellants, Ruling(court, ()), above, when)


def propose_filing(seen: Sighting) -> CaseFiling | None:
    """Return the complaint that the sentence is likely to tell; None without a plaintiff."""
    plaintiffs = seen.entities(*PARTIES)[:1]
    if not plaintiffs:
        return None
    when = find_when(seen.analysis, seen.trigger, seen.commitment)
    return CaseFiling(plaintiffs, find_bench(seen), when=when)


def propose_hearing(seen: Sighting) -> Hearing | None:
    """Return the hearing that the sentence is likely to tell; None before any court is named."""
    court = find_bench(seen)
    return Hearing(court, find_when(seen.analysis, seen.trigger)) if court else None


def propose_investigation(seen: Sighting) -> Investigation | None:
    """Return the step that the sentence is likely to tell; None without an agency.

    Where a court is named, the step is the court's.
    """
    agencies = seen.entities(*AGENCIES)
    if not agencies or seen.entities("Court"):
        return None
    authorities = authorities_in(seen.analysis, seen.sentence.span)
    products = tuple(seen.analysis.text(m.span) for m in seen.named("ProductScope"))
    targets = seen.chosen("target", 0.5, 4)
    return Investigation(
        seen.kind,
        agencies[0],
        authorities[0] if authorities else None,
        tuple(dict.fromkeys(products)),
        targets,
        find_when(seen.analysis, seen.trigger, seen.commitment),
    )
