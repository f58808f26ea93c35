"""Stores with invented tariffs, told by documents of different days."""

from __future__ import annotations

from derive.facts import ontology, stated
from pyoxigraph import RdfFormat, serialize

from tradegraph.derive import derive
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import (
    GRAPH_DERIVED,
    GRAPH_ONTOLOGY,
    GRAPH_REGISTRY,
    document_graph,
    document_iri,
)

REGISTRY = """
cty:XA a tg:Country ; rdfs:label "Arcadia"@en .
cty:XB a tg:Country ; rdfs:label "Borduria"@en .
cty:XC a tg:Country ; rdfs:label "Castoria"@en .
crt:low a tg:Court ; rdfs:label "Court of Commerce"@en .
msr:steel a tg:TariffMeasure ; rdfs:label "Arcadian steel tariff"@en ;
  tg:imposedBy cty:XA ; tg:targets cty:XB, cty:XC ; tg:isCurated true .
cas:one a tg:LegalCase ; rdfs:label "Foundry v. Arcadia"@en ; tg:challenges msr:steel .
neg:talks a tg:Negotiation ; rdfs:label "Arcadia–Borduria talks"@en ; tg:party cty:XA, cty:XB .
sit:rate25 a tg:RateTerm ; tg:rateLow 25.0 ; tg:rateHigh 25.0 ;
  tg:rateQualifier code:qualifier-exact .
sit:rate40 a tg:RateTerm ; tg:rateLow 40.0 ; tg:rateHigh 40.0 ;
  tg:rateQualifier code:qualifier-exact .
sit:some a tg:RateTerm ; tg:rateLow 10.0 ; tg:rateHigh 20.0 ;
  tg:rateQualifier code:qualifier-range .
"""

MARCH = """
evt:start a tg:MeasureEvent ; tg:eventType code:event-imposition ; tg:affects msr:steel ;
  tg:setsRate sit:rate25 ;
  tg:notBefore "2024-03-01"^^xsd:date ; tg:notAfter "2024-03-01"^^xsd:date .
evt:deal a tg:Encounter ; tg:eventType code:event-talks ; tg:inNegotiation neg:talks ;
  tg:participant cty:XA, cty:XB ; tg:notBefore "2024-06-01"^^xsd:date ;
  tg:notAfter "2024-06-10"^^xsd:date .
"""
MAY = """
evt:raise a tg:MeasureEvent ; tg:eventType code:event-increase ; tg:affects msr:steel ;
  tg:replacesRate sit:rate25 ; tg:setsRate sit:rate40 ;
  tg:notBefore "2024-05-06"^^xsd:date ; tg:notAfter "2024-05-06"^^xsd:date .
evt:ruling a tg:Ruling ; tg:issuedBy crt:low ; tg:inCase cas:one ; tg:rulesOn msr:steel ;
  tg:outcome code:outcome-unlawful ;
  tg:notBefore "2024-05-20"^^xsd:date ; tg:notAfter "2024-05-20"^^xsd:date .
"""
STORY = {"2024-03-02": (MARCH, {"start": "asserted", "deal": "planned"}),
         "2024-05-21": (MAY, {"raise": "asserted", "ruling": "asserted"})}  # fmt: skip

Story = dict[str, tuple[str, dict[str, str]]]


def open_story(story: Story, registry: str = REGISTRY) -> Store:
    """Return a store with a document for each day: facts in Turtle, and how each is told."""
    store = open_store(":memory:")
    store.load_graph(GRAPH_ONTOLOGY, ontology())
    store.load_graph(GRAPH_REGISTRY, stated(registry, GRAPH_REGISTRY))
    for day, (turtle, told) in story.items():
        key = day.encode().hex()[-16:].zfill(16)
        text = (
            turtle
            + _write_document(key, day)
            + "".join(_claim(key, name, modality) for name, modality in told.items())
        )
        lines = serialize(stated(text, document_graph(key)), format=RdfFormat.N_QUADS)
        assert lines is not None
        store.put_documents({key: lines})
    store.load_graph(GRAPH_DERIVED, derive(store))
    return store


def _write_document(key: str, day: str) -> str:
    dated = f' ; tg:publishedOn "{day}"^^xsd:date' if day[0].isdigit() else ""
    return f'<{document_iri(key)}> a tg:Document ; dcterms:identifier "{day}.txt"{dated} .\n'


def _claim(key: str, name: str, modality: str) -> str:
    return f"""
<https://e.org/span-{key}-{name}> a tg:TextSpan ; tg:inDocument <{document_iri(key)}> ;
  tg:quote "words of {name}" .
<https://e.org/claim-{key}-{name}> a tg:Assertion ; tg:asserts evt:{name} ; tg:confidence 0.9 ;
  tg:evidence <https://e.org/span-{key}-{name}> ; tg:modality code:modality-{modality} ;
  tg:polarity code:polarity-positive .
"""


def many_events(days: list[str], label: str = "Arcadian steel tariff") -> Story:
    """Return a story of one document with an increase on each of the days."""
    events = "".join(
        f"evt:e{n} a tg:MeasureEvent ; tg:eventType code:event-increase ; tg:affects msr:many ;"
        f' tg:notBefore "{day}"^^xsd:date ; tg:notAfter "{day}"^^xsd:date .\n'
        for n, day in enumerate(days)
    )
    named = f'msr:many a tg:TariffMeasure ; rdfs:label "{label}"@en .\n'
    return {"2024-12-31": (named + events, {f"e{n}": "asserted" for n in range(len(days))})}
