"""Graphs and terms, ordinary and odd, for tests that write and read back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from tradegraph.vocabulary import ONT, RDF, RDFS, XSD, document_graph

SEED_GRAPH = Path(__file__).parents[1] / "data" / "seed_expected.trig"

IRIS = [
    "https://w3id.org/tradegraph/id/country/CN",
    "https://w3id.org/tradegraph/id/doc/0123456789abcdef#char=3,14",
    "https://w3id.org/tradegraph/id/event/-begins-with-a-hyphen",
    "https://w3id.org/tradegraph/id/event/ends-with-a-point.",
    "https://w3id.org/tradegraph/id/event/key#2",
    "https://w3id.org/tradegraph/ont#",
    "https://w3id.org/tradegraph/code#modality-asserted",
    "https://example.org/a?b=c&d='e'#f",
    "https://example.org/märz",
    "urn:isbn:9780141036144",
]
PREDICATES = [
    ONT + "quote",
    ONT + "begin",
    ONT + "isCurated",
    ONT + "notBefore",
    ONT + "asserts",
    ONT + "confidence",
    RDFS + "label",
    RDF + "type",
    "https://example.org/terms/of-art",
]
DATATYPES = [
    *(XSD + name for name in ("string", "integer", "decimal", "boolean", "date", "double")),
    "https://example.org/datatype",
]

# Every character but surrogates, which no RDF can hold; the difficult ones more often.
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\\"'\n\r\t\x00\x0c{}<>&|")
)
lexical_forms = texts | st.sampled_from(["007", "+1", "1.50", ".5", "1.", "true", "1", "1e3", "-0"])
xml_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t]]>&<\"'")
)


def literals(text: st.SearchStrategy[str]) -> st.SearchStrategy[Literal]:
    """Draw literals with and without a language, of types that fit their text and that do not."""
    return st.one_of(
        st.builds(Literal, text),
        st.builds(lambda value: Literal(value, language="en"), text),
        st.builds(lambda value: Literal(value, language="de-ch"), text),
        st.builds(
            lambda value, datatype: Literal(value, datatype=NamedNode(datatype)),
            text,
            st.sampled_from(DATATYPES),
        ),
    )


iris = st.sampled_from(IRIS).map(NamedNode)
graphs = st.sampled_from([DefaultGraph(), NamedNode(document_graph("0123456789abcdef"))])


def quads(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[Quad]]:
    """Draw quads of one or two graphs."""
    predicates = st.sampled_from(PREDICATES).map(NamedNode)
    return st.lists(st.builds(Quad, iris, predicates, iris | literals(text), graphs), max_size=12)
