"""A small world of duties in Turtle: who lays which duty on whose goods, by which order."""

from __future__ import annotations

from derive.facts import ontology, stated
from pyoxigraph import Quad

from tradegraph.derive import derive
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY, GRAPH_REGISTRY, document_graph

REGISTRY = """
cty:AA a tg:Country ; rdfs:label "Arcadia" . cty:BB a tg:Country ; rdfs:label "Borduria" .
cty:CC a tg:Country ; rdfs:label "Cordia" . cty:UU a tg:CustomsUnion ; rdfs:label "Union" .
sit:cc-in-union a tg:Membership ; tg:member cty:CC ; tg:group cty:UU ;
  tg:from "2020-01-01"^^xsd:date .
grp:everybody a tg:ActorGroup ; rdfs:label "everybody" .
msr:emergency a tg:MeasureGroup ; rdfs:label "emergency tariffs" ; tg:imposedBy cty:AA .
msr:baseline a tg:TariffMeasure ; rdfs:label "baseline" ; tg:imposedBy cty:AA ;
  tg:targets grp:everybody ; tg:partOfGroup msr:emergency ; tg:legalAuthority code:authority-ieepa .
msr:by-country a tg:TariffMeasure ; rdfs:label "country rates" ; tg:imposedBy cty:AA ;
  tg:partOfGroup msr:emergency ; tg:legalAuthority code:authority-ieepa .
msr:border a tg:TariffMeasure ; rdfs:label "border tariff" ; tg:imposedBy cty:AA ;
  tg:targets cty:BB ; tg:legalAuthority code:authority-ieepa .
msr:steel a tg:TariffMeasure ; rdfs:label "steel tariff" ; tg:imposedBy cty:AA ;
  tg:product pro:steel ; tg:legalAuthority code:authority-s232 .
pro:steel a tg:ProductScope ; rdfs:label "steel" .
ins:order-7 a tg:LegalInstrument ; rdfs:label "Order 7" ; tg:signedOn "2025-01-02"^^xsd:date .
"""
PART = """
msr:on-uu a tg:TariffMeasure ; rdfs:label "country rates: Union" ; tg:imposedBy cty:AA ;
  tg:targets cty:UU ; tg:specializes msr:by-country ; tg:partOfGroup msr:emergency .
"""


def event(name: str, measure: str, kind: str, day: str, rate: int | None = None) -> str:
    """An event by Order 7 that some document affirms."""
    sets = f" ; tg:setsRate sit:{measure}-{rate}" if rate is not None else ""
    term = (
        f"sit:{measure}-{rate} a tg:RateTerm ; tg:rateLow {rate}.0 ; tg:rateHigh {rate}.0 ."
        if rate is not None
        else ""
    )
    return (
        f"evt:{name} a tg:MeasureEvent ; tg:affects msr:{measure} ; tg:byInstrument ins:order-7 ;"
        f' tg:eventType code:event-{kind} ; tg:effectiveOn "{day}"^^xsd:date{sets} . {term}'
        f"<https://e.org/{name}> tg:asserts evt:{name} ; tg:modality code:modality-asserted ;"
        f" tg:polarity code:polarity-positive .\n"
    )


def document(key: str, turtle: str, kind: str = "executive-order", day: str = "2025-01-02") -> str:
    """What a document says, with the document itself."""
    return (
        f'doc:{key} a tg:Document ; dcterms:identifier "{key}" ; tg:docType code:doctype-{kind} ;'
        f' tg:publishedOn "{day}"^^xsd:date .\n{turtle}'
    )


def open_world(**documents: str) -> Store:
    """A store in memory with these documents and what follows."""
    store = open_store(":memory:")
    store.load_graph(GRAPH_ONTOLOGY, ontology())
    store.load_graph(GRAPH_REGISTRY, stated(REGISTRY, GRAPH_REGISTRY))
    graphs: dict[str, list[Quad]] = {
        document_graph(key): stated(text, document_graph(key)) for key, text in documents.items()
    }
    for name, quads in graphs.items():
        store.load_graph(name, quads)
    store.load_graph(GRAPH_DERIVED, derive(store))
    return store
