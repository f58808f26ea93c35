"""Small graphs of facts about invented actors, and the ties read off them."""

from __future__ import annotations

from pyoxigraph import Quad, RdfFormat, parse

from tradegraph.network import FAMILIES, build
from tradegraph.vocabulary import PREFIXES

ACTORS = """
cty:AA a tg:Country ; rdfs:label "Arvalia"@en ; tg:iso2 "AA" .
cty:BB a tg:Country ; rdfs:label "Borduria"@en ; tg:iso2 "BB" .
cty:CC a tg:CustomsUnion ; rdfs:label "Costa League"@en .
per:ada a tg:Person ; rdfs:label "Ada Avon"@en ; skos:altLabel "Avon"@en .
per:bo a tg:Person ; rdfs:label "Bo Brack"@en .
gov:board a tg:GovernmentBody ; rdfs:label "Customs Board"@en ; tg:bodyOf cty:AA .
crt:low a tg:Court ; rdfs:label "Lower Court"@en ; tg:bodyOf cty:AA .
crt:high a tg:Court ; rdfs:label "Upper Court"@en ; tg:bodyOf cty:AA .
grp:envoys a tg:ActorGroup ; rdfs:label "Bordurian envoys"@en ; tg:affiliation cty:BB .
out:gazette a tg:MediaOutlet ; rdfs:label "Evening Gazette"@en .
off:lord a tg:Office ; rdfs:label "Lord of the Customs"@en ; tg:officeOf gov:board .
sit:lordship a tg:OfficeHolding ; tg:holder per:ada ; tg:office off:lord .
msr:steel a tg:TariffMeasure ; tg:imposedBy cty:AA ; tg:targets cty:BB .
msr:answer a tg:TariffMeasure ; tg:imposedBy cty:BB ; tg:targets cty:AA ;
  tg:measureKind code:kind-retaliatory .
msr:all a tg:TariffMeasure ; tg:imposedBy cty:AA .
sit:rate25 a tg:RateTerm ; tg:rateLow 25.0 ; tg:rateHigh 25.0 ;
  tg:rateQualifier code:qualifier-exact .
sit:over100 a tg:RateTerm ; tg:rateLow 100.0 ; tg:rateQualifier code:qualifier-over .
sit:schedule a tg:RateTerm ; tg:rateHigh 50.0 ; tg:rateQualifier code:qualifier-up-to ;
  tg:rateText "80 to 200 crowns a parcel, by weight and origin" .
neg:talks a tg:Negotiation ; tg:party cty:AA, cty:BB .
cas:steel a tg:LegalCase ; tg:challenges msr:steel .
evt:ruling a tg:Ruling ; tg:issuedBy crt:low ; tg:rulesOn msr:steel ;
  tg:outcome code:outcome-unlawful .
evt:stay a tg:Stay ; tg:issuedBy crt:high ; tg:stays evt:ruling .
"""


def read_turtle(text: str) -> list[Quad]:
    """Return the quads of Turtle with the project's prefixes and the invented actors."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return list(parse((prefixes + ACTORS + text).encode(), RdfFormat.TURTLE))


def claim(
    fact: str,
    *,
    document: str = "d1",
    modality: str = "asserted",
    positive: bool = True,
    published: str = "2025-05-30",
) -> str:
    """Return Turtle in which a document claims a fact."""
    polarity = "positive" if positive else "negative"
    name = f"{fact.partition(':')[2]}-{document}-{modality}-{polarity}"
    return f"""
doc:{document} a tg:Document ; dcterms:identifier "{document}.txt" ;
  tg:publishedOn "{published}"^^xsd:date .
evt:span-{name} a tg:TextSpan ; tg:inDocument doc:{document} ; tg:quote "words of {name}" .
evt:claim-{name} a tg:Assertion ; tg:asserts {fact} ; tg:confidence 0.9 ;
  tg:evidence evt:span-{name} ; tg:modality code:modality-{modality} ;
  tg:polarity code:polarity-{polarity} .
"""


def read_sentences(turtle: str) -> list[str]:
    """Return the ties of a graph as `who -> whom: how`, of all families."""
    graph = build(read_turtle(turtle), kinds=list(FAMILIES), outlets=True)
    return [
        f"{graph.nodes[source]['label']} {'->' if data['directed'] else '--'} "
        f"{graph.nodes[target]['label']}: {data['label']}"
        for source, target, data in graph.edges(data=True)
    ]
