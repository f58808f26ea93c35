"""A small registry of invented countries, people, courts and words, and readings of texts with it.

Arcadia (capital Lucan) and Velmora (capital Castor Bay) each have a trade minister, a ministry of
trade and a court of appeal; a third country shares its name with people.
"""

from __future__ import annotations

from datetime import date

from tradegraph.language import analyse
from tradegraph.language.analysis import Analysis
from tradegraph.model import Document, Mention
from tradegraph.registry import Registry, read_registry
from tradegraph.vocabulary import ID, PREFIXES

HEADER = "".join(f"@prefix {short}: <{iri}> .\n" for short, iri in PREFIXES.items())

COUNTRIES = """
cty:XA a tg:Country ; rdfs:label "Arcadia"@en ; skos:altLabel "A.R."@en , "AR"@en ;
    tg:demonym "Arcadian"@en ; tg:metonym "Lucan"@en ; tg:capital plc:lucan .
cty:XB a tg:Country ; rdfs:label "Velmora"@en ; skos:altLabel "Republic of Velmora"@en ;
    tg:demonym "Velmoran"@en ; tg:metonym "Castor Bay"@en .
cty:XC a tg:Country ; rdfs:label "Jordan"@en .
cty:XU a tg:CustomsUnion ; rdfs:label "Twin Union"@en .
plc:lucan a tg:Place ; rdfs:label "Lucan"@en ; tg:inCountry cty:XA .
plc:castor-bay a tg:Place ; rdfs:label "Castor Bay"@en ; tg:inCountry cty:XB .
grp:everyone a tg:ActorGroup ; rdfs:label "all trading partners"@en ;
    skos:altLabel "global"@en , "trading partners"@en .
gov:xa-trade a tg:GovernmentBody ; rdfs:label "Arcadian Ministry of Trade"@en ;
    skos:altLabel "trade ministry"@en ; tg:bodyOf cty:XA .
gov:xb-trade a tg:GovernmentBody ; rdfs:label "Velmoran Ministry of Trade"@en ;
    skos:altLabel "trade ministry"@en ; tg:bodyOf cty:XB .
gov:xa-customs a tg:GovernmentBody ; rdfs:label "Lucan Customs House"@en ;
    skos:altLabel "Commissioner of Customs"@en ; tg:bodyOf gov:xa-trade .
gov:marlow-1 a tg:Administration ; rdfs:label "first Marlow administration"@en ;
    skos:altLabel "Marlow administration"@en ; tg:bodyOf cty:XA ;
    tg:from "2016-01-01"^^xsd:date ; tg:until "2020-01-01"^^xsd:date .
gov:marlow-2 a tg:Administration ; rdfs:label "second Marlow administration"@en ;
    skos:altLabel "Marlow administration"@en ; tg:bodyOf cty:XA ; tg:from "2024-01-01"^^xsd:date .
gov:world a tg:InternationalBody ; rdfs:label "Global Trade Forum"@en .
out:lucan-times a tg:MediaOutlet ; rdfs:label "Lucan Times"@en .
"""

PEOPLE = """
per:ada-marlow a tg:Person ; rdfs:label "Ada Marlow"@en ; tg:familyName "Marlow"@en .
per:ben-marlow a tg:Person ; rdfs:label "Ben Marlow"@en ; tg:familyName "Marlow"@en .
per:rolf-thane a tg:Person ; rdfs:label "Rolf Thane"@en ; tg:familyName "Thane"@en .
off:xa-trade-minister a tg:Office ; rdfs:label "Trade Minister of Arcadia"@en ;
    skos:altLabel "trade minister"@en , "Commissioner of Customs"@en ; tg:officeOf gov:xa-trade .
off:xb-trade-minister a tg:Office ; rdfs:label "Trade Minister of Velmora"@en ;
    skos:altLabel "trade minister"@en ; tg:officeOf gov:xb-trade .
sit:one a tg:OfficeHolding ; tg:holder per:ada-marlow ; tg:office off:xa-trade-minister ;
    tg:from "2020-01-01"^^xsd:date ; tg:until "2024-06-01"^^xsd:date .
sit:two a tg:OfficeHolding ; tg:holder per:rolf-thane ; tg:office off:xa-trade-minister ;
    tg:from "2024-06-01"^^xsd:date .
sit:three a tg:OfficeHolding ; tg:holder per:ben-marlow ; tg:office off:xb-trade-minister .
"""

LAW = """
crt:xa-customs a tg:Court ; rdfs:label "Customs Court"@en ; tg:reviewedBy crt:xa-appeal .
crt:xa-appeal a tg:Court ; rdfs:label "Court of Appeal of Arcadia"@en ;
    skos:altLabel "appeals court"@en ; tg:reviewedBy crt:xa-supreme .
crt:xa-supreme a tg:Court ; rdfs:label "High Bench"@en .
crt:xb-appeal a tg:Court ; rdfs:label "Court of Appeal of Velmora"@en ;
    skos:altLabel "appeals court"@en .
msr:shield a tg:MeasureGroup ; rdfs:label "shield tariffs"@en ; tg:imposedBy cty:XA .
msr:shield-steel a tg:TariffMeasure ; rdfs:label "steel shield"@en ; tg:imposedBy cty:XA ;
    tg:partOfGroup msr:shield .
msr:shield-shrimp a tg:TariffMeasure ; rdfs:label "shrimp shield"@en ; tg:imposedBy cty:XA ;
    tg:partOfGroup msr:shield ; tg:product pro:shrimp .
ins:xa-trade-act a tg:LegalInstrument ; rdfs:label "Trade Act"@en ;
    tg:citation "7 A.R.C. 12" ; tg:confers code:authority-s301 ;
    tg:administeredBy gov:xa-trade .
pro:shrimp a tg:ProductScope ; rdfs:label "shrimp"@en .
pro:steel a tg:ProductScope ; rdfs:label "steel"@en ; skos:altLabel "steel pipes"@en .
"""

WORDS = """
lex:a a tg:LexicalEntry ; rdfs:label "titles"@en ; tg:evokes code:lexicon-office-noun ;
    tg:partOfSpeech code:pos-noun ; tg:lemma "minister" , "spokesman" .
lex:b a tg:LexicalEntry ; rdfs:label "measures"@en ; tg:evokes code:lexicon-measure-noun ;
    tg:partOfSpeech code:pos-noun ; tg:lemma "tariff" , "duty" .
lex:c a tg:LexicalEntry ; rdfs:label "rises"@en ; tg:evokes code:event-increase ;
    tg:partOfSpeech code:pos-verb ; tg:lemma "raise" .
lex:d a tg:LexicalEntry ; rdfs:label "speech"@en ; tg:evokes code:lexicon-reporting-verb ;
    tg:partOfSpeech code:pos-verb ; tg:lemma "say" , "tell" .
"""

FILES = tuple((HEADER + part).encode() for part in (COUNTRIES, PEOPLE, LAW, WORDS))


def invented_registry() -> Registry:
    """The registry, made once."""
    return read_registry(FILES)


def read_text(
    text: str, published: date | None = date(2025, 5, 30), publisher: str | None = None
) -> Analysis:
    """What the language layer finds in a text with the invented registry."""
    document = Document(text, published=published, publisher=publisher)
    return analyse(document, invented_registry())


def name_mention(analysis: Analysis, mention: Mention) -> tuple[str, str | None]:
    """The words of a mention, and in short what it was found to name."""
    entity = mention.entity.removeprefix(ID) if mention.entity else None
    return analysis.text(mention.span), entity
