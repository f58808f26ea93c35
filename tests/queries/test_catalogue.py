from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from tradegraph.errors import InputError, UsageError
from tradegraph.queries_catalogue import (
    Parameter,
    bind,
    expand_iri,
    find_query,
    list_queries,
    read_query,
)
from tradegraph.vocabulary import CODE, ID, ONT, XSD

QUERY = read_query(
    "#+ summary: Which duties a country pays on a day.\n"
    "#+ param day: xsd:date = 2024-05-07 — the day asked about\n"
    "#+ param country: iri cty — whose goods pay; all when not given\n"
    "#+ param either: iri cty grp -- a country or a group\n"
    "#+ param authority: iri code:authority- — the legal power\n"
    "#+ param type: iri tg = tg:Stay — a class\n"
    '#+ param word: xsd:string = "" — part of a name\n'
    "#+ param below: xsd:decimal = 0.9 — a probability\n"
    "#+ param count: xsd:integer = 3 — a number\n"
    "#+ param curated: xsd:boolean = true — whether people keep it\n"
    "#+ example: tradegraph query mine.rq -p day=2024-05-08\n"
    "SELECT * { VALUES ?day { UNDEF } }\n",
    "mine.rq",
)


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


def test_the_header_is_read() -> None:
    assert QUERY.name == "mine.rq"
    assert QUERY.summary == "Which duties a country pays on a day."
    assert QUERY.example == "tradegraph query mine.rq -p day=2024-05-08"
    assert QUERY.parameters[:2] == (
        Parameter("day", "xsd:date", (), "2024-05-07", "the day asked about"),
        Parameter("country", "iri", ("cty:",), None, "whose goods pay; all when not given"),
    )
    assert [each.default for each in QUERY.parameters if each.name == "word"] == [""]


@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("day", "2024-02-29", typed("2024-02-29", "date")),
        ("country", "CN", NamedNode(ID + "country/CN")),
        ("country", "cty:CN", NamedNode(ID + "country/CN")),
        ("country", f"<{ID}country/CN>", NamedNode(ID + "country/CN")),
        ("country", f"{ID}country/CN", NamedNode(ID + "country/CN")),
        ("either", "grp:coastal-states", NamedNode(ID + "group/coastal-states")),
        ("authority", "s232", NamedNode(CODE + "authority-s232")),
        ("authority", "code:authority-ieepa", NamedNode(CODE + "authority-ieepa")),
        ("type", "Ruling", NamedNode(ONT + "Ruling")),
        ("word", 'steel"} . # } UNION {', Literal('steel"} . # } UNION {')),
        ("below", ".75", typed(".75", "decimal")),
        ("count", "-12", typed("-12", "integer")),
        ("curated", "false", typed("false", "boolean")),
    ],
)
def test_values_become_terms(name: str, value: str, term: NamedNode | Literal) -> None:
    assert bind(QUERY, {name: value}) == {name: term}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        pytest.param(
            "dya",
            "2024-05-07",
            "mine.rq: no parameter 'dya'; try: did you mean 'day'?",
            id="unknown",
        ),
        pytest.param(
            "day",
            "2023-02-29",
            "day: '2023-02-29' is not a day such as 2025-05-30",
            id="no leap year",
        ),
        pytest.param(
            "day",
            "7 May",
            "day: '7 May' is not a day such as",
            id="no ISO date",
        ),
        pytest.param(
            "day",
            "20240507",
            "day: '20240507' is not a day such as",
            id="basic format",
        ),
        pytest.param(
            "count",
            "2.5",
            "count: '2.5' is not a whole number",
            id="fraction",
        ),
        pytest.param(
            "below",
            "NaN",
            "below: 'NaN' is not a number",
            id="no decimal",
        ),
        pytest.param(
            "curated",
            "yes",
            "curated: 'yes' is not true or false",
            id="no boolean",
        ),
        pytest.param(
            "either", "CN", "'CN' is not an IRI; try: cty:NAME or <https://...>", id="two stems"
        ),
        pytest.param(
            "country",
            "the Sound",
            "'the Sound' is not an IRI",
            id="name without lookup",
        ),
        pytest.param(
            "country", "<no iri>", "country: 'no iri' is not an IRI", id="space in an IRI"
        ),
        pytest.param(
            "authority",
            "s233",
            "the ontology has no 's233'; try: did you mean 's",
            id="no such code",
        ),
        pytest.param(
            "authority",
            "code:status-paused",
            "the ontology has no 'code:status-paused'; try: one of adcvd,",
            id="code of another list",
        ),
        pytest.param(
            "type",
            "Rulling",
            "the ontology has no 'Rulling'; try: did you mean 'Ruling'?",
            id="no such class",
        ),
    ],
)
def test_unfit_values_say_what_is_allowed(name: str, value: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        bind(QUERY, {name: value})
    assert message in str(caught.value)


def test_names_are_looked_up_when_there_is_something_to_look_in() -> None:
    found = {"Meridia": ID + "country/XB"}
    assert bind(QUERY, {"country": "Meridia"}, found.__getitem__) == {
        "country": NamedNode(ID + "country/XB")
    }


def test_codes_are_never_looked_up_as_names() -> None:
    def fail(name: str) -> str:
        raise AssertionError(name)

    bound = bind(QUERY, {"authority": "s301", "type": "Stay"}, fail)
    assert bound["authority"] == NamedNode(CODE + "authority-s301")


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("2024-05-07", typed("2024-05-07", "date")),
        ("2024-13-07", Literal("2024-13-07")),
        ("17", typed("17", "integer")),
        ("0.5", typed("0.5", "decimal")),
        ("true", typed("true", "boolean")),
        ("cty:CN", NamedNode(ID + "country/CN")),
        ("<urn:x>", NamedNode("urn:x")),
        ("https://example.org/a", NamedNode("https://example.org/a")),
        ("re: steel", Literal("re: steel")),
        ("steel", Literal("steel")),
    ],
)
def test_undeclared_values_are_typed_by_their_looks(value: str, term: NamedNode | Literal) -> None:
    query = read_query("SELECT * { VALUES ?x { UNDEF } ?s ?p ?x }", "-e")
    assert query.parameters == ()
    assert bind(query, {"x": value}) == {"x": term}


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ sumary: Typing error.", "mine.rq:2: not a header line: #+ sumary: Typing error."),
        ("#+ param day = 2024-05-07", "mine.rq:2: not a header line: #+ param day = 2024-05-07"),
        ("#+ param day: date — a day", "mine.rq:2: not a parameter: date — a day"),
        ("#+ param day: xsd:gYear — a year", "mine.rq:2: not a parameter: xsd:gYear — a year"),
        ("#+ param day: xsd:date = 2024-05-07", "mine.rq:2: not a parameter"),
        ("#+ param: xsd:date — a day", "mine.rq:2: not a parameter"),
    ],
)
def test_a_broken_header_is_placed(header: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_query(f"# mine\n{header}\nASK {{}}\n", "mine.rq")
    assert message in str(caught.value)


def test_queries_are_found_by_name_and_file_name() -> None:
    assert find_query("rates-on-date") is find_query("rates-on-date.rq")
    names = [query.name for query in list_queries()]
    assert names == sorted(names)


def test_an_unknown_query_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        find_query("rates-by-contry")
    assert str(caught.value) == (
        "no query named 'rates-by-contry'; try: did you mean 'rates-by-country'?"
    )


@pytest.mark.parametrize("text", ["CN", "foo:bar", "per", "", ":x", "cty://x"])
def test_what_is_no_iri_is_not_expanded(text: str) -> None:
    assert expand_iri(text) is None
