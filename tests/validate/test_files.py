"""Files: the same findings as pySHACL has, and clear words about files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import findings
import pytest
from rdflib import Graph

from tradegraph.errors import InputError
from tradegraph.validate import Report, validate_files
from tradegraph.validate.terms import shorten

CASES = Path(__file__).parents[1] / "shapes"
DATA = Path(__file__).parents[1] / "data"
EXPECT = "https://example.org/expect/"
ROOMS = findings.shape_rooms()

Plain = set[tuple[str, str, str]]


def plain(report: Report) -> Plain:
    """The findings of the package about the nodes of a case."""
    return {(each.focus, each.severity, each.message) for each in report.findings}


def reference(data: Graph, *, deep: bool) -> Plain:
    """What pySHACL finds with all shapes, after closures made independently of the package."""
    rooms = [room for room in ROOMS if deep or room != "deep"]
    nodes = {str(node) for node in data.subjects()}
    found = findings.find(findings.prepare(data), findings.load_shapes(*rooms))
    return {(f.focus, f.severity.lower(), shorten(f.message)) for f in found if f.focus in nodes}


def case(room: str) -> Graph:
    """The data of a case without what is expected of it."""
    data = Graph().parse(data=(CASES / f"{room}.ttl").read_text(encoding="utf-8"))
    for triple in list(data):
        if str(triple[1]).startswith(EXPECT):
            data.remove(triple)
    return data


@pytest.mark.parametrize("room", ROOMS)
def test_a_file_is_judged_as_pyshacl_judges_it(room: str, tmp_path: Path) -> None:
    data = case(room)
    file = tmp_path / f"{room}.nt"
    data.serialize(file, format="nt", encoding="utf-8")
    expected = reference(data, deep=False)
    assert plain(validate_files([file])) == expected
    assert expected


@pytest.mark.parametrize("room", ["deep", "periods", "courts"])
def test_a_deep_validation_repeats_everything(room: str, tmp_path: Path) -> None:
    data = case(room)
    file = tmp_path / f"{room}.nt"
    data.serialize(file, format="nt", encoding="utf-8")
    assert plain(validate_files([file], deep=True)) == reference(data, deep=True)


@pytest.mark.parametrize("name", ["base.trig", "seed_expected.trig"])
def test_a_right_file_conforms(name: str) -> None:
    report = validate_files([DATA / name])
    assert report.findings == ()
    assert report.conforms


def test_files_may_refer_to_each_other(tmp_path: Path) -> None:
    prefixes = "PREFIX tg: <https://w3id.org/tradegraph/ont#> PREFIX e: <https://e.org/> "
    case_, court = tmp_path / "case.ttl", tmp_path / "court.ttl"
    case_.write_text(f"{prefixes} e:case a tg:LegalCase ; tg:heardBy e:court .")
    court.write_text(f"{prefixes} e:court a tg:Court .")
    assert "A case is heard by courts." in messages(validate_files([case_]))
    together = validate_files([case_, court])
    assert "A case is heard by courts." not in messages(together)
    assert {finding.document for finding in together.findings} == {str(case_), str(court)}


def test_the_shipped_registry_is_known(tmp_path: Path) -> None:
    file = tmp_path / "case.ttl"
    file.write_text(
        "PREFIX tg: <https://w3id.org/tradegraph/ont#> "
        "PREFIX crt: <https://w3id.org/tradegraph/id/court/> "
        "PREFIX e: <https://e.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        'e:case a tg:LegalCase ; rdfs:label "A v. B" ; tg:heardBy crt:us-cit .'
    )
    assert validate_files([file]).findings == ()


def test_a_node_without_a_name_is_examined(tmp_path: Path) -> None:
    file = tmp_path / "case.ttl"
    file.write_text("[] a <https://w3id.org/tradegraph/ont#Country> .")
    (finding, *_) = validate_files([file]).findings
    assert finding.focus.startswith("_:")
    assert "sh:focusNode" in validate_files([file]).to_turtle()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"<a:b> <a:c>\n\n  .", r"a\.ttl:3: the RDF cannot be read"),
        ("a.nq", b"<a:b> <a:c> <a:d> .\nnonsense\n", r"a\.nq:2: the RDF cannot be read"),
        ("a.trig", b"\xff\xfe", r"a\.trig.*the RDF cannot be read"),
        ("a.txt", b"", r"a\.txt: not a name of an RDF file; try: one of \.ttl, \.trig"),
    ],
)
def test_a_file_that_cannot_be_read_is_placed(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        validate_files([file])
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl: No such file"):
        validate_files([tmp_path / "none.ttl"])


def test_an_empty_file_conforms(tmp_path: Path) -> None:
    file = tmp_path / "empty.ttl"
    file.write_bytes(b"")
    assert validate_files([file]).findings == ()


def messages(report: Report) -> set[str]:
    return {finding.message for finding in report.findings}
