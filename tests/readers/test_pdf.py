from __future__ import annotations

import sys
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers import pdf

from .items import Read, only_document, only_error, read_all
from .pdf_bytes import build_pdf

PAGES = (["The ministry raised the duty", "on steel pipes."], ["Importers appealed."])
TEXT = "The ministry raised the duty\non steel pipes.\n\nImporters appealed."


def encrypt(data: bytes, user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_pages_are_joined_by_a_blank_line(read: Read) -> None:
    document = only_document(read("act.pdf", build_pdf(PAGES, info="/Title (An Act on Pipes)")))
    assert document == Document(text=TEXT, identifiers=("act",), title="An Act on Pipes")


def test_day_on_which_a_file_was_made_is_not_its_publication(read: Read) -> None:
    data = build_pdf(PAGES)
    assert b"/CreationDate (D:20240101120000Z)" in data
    assert only_document(read("a.pdf", data)).published is None


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("An Act on Pipes", True),
        ("Microsoft Word - draft", False),
        ("final version 3.docx", False),
        ("Untitled document", False),
        ("00123-abc", False),
        ("", False),
        (" ", False),
        ("An " + "x" * 300, False),
    ],
)
def test_title_that_a_program_put_in_is_left_out(read: Read, title: str, kept: bool) -> None:
    document = only_document(read("a.pdf", build_pdf(PAGES, info=f"/Title ({title})")))
    assert document.title == (title if kept else None)


def test_page_without_text_is_passed_over(read: Read) -> None:
    document = only_document(read("a.pdf", build_pdf([PAGES[0], [], PAGES[1]])))
    assert document.text == TEXT


def test_file_with_a_password_is_refused(read: Read) -> None:
    error = only_error(read("a.pdf", encrypt(build_pdf(PAGES), "secret", "owner")))
    assert str(error) == (
        "a.pdf: encrypted with a password; try: remove the password, e.g. with qpdf --decrypt"
    )


def test_file_that_opens_without_password_is_read(read: Read) -> None:
    assert only_document(read("a.pdf", encrypt(build_pdf(PAGES), "", "owner"))).text == TEXT


def test_file_of_an_unknown_encryption_is_refused(read: Read) -> None:
    key = "(" + "k" * 48 + ")"
    encryption = (
        "/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 5 /R 6 "
        f"/Length 256 /O {key} /U {key} /OE ({'k' * 32}) /UE ({'k' * 32}) /P -4 "
        f"/Perms ({'k' * 16}) /StmF /StdCF /StrF /StdCF "
        "/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> >>"
    )
    error = only_error(read("a.pdf", build_pdf(PAGES, trailer=encryption)))
    assert error.what == "encrypted with a password"


@pytest.mark.parametrize("pages", [[], [[]], [[], []]], ids=["no page", "a page", "two pages"])
def test_scanned_file_is_refused(read: Read, pages: list[list[str]]) -> None:
    error = only_error(read("a.pdf", build_pdf(pages)))
    assert error.what == "no text in the PDF; its pages may be pictures"
    assert "ocrmypdf" in str(error.how)


GOOD = build_pdf(PAGES)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Duties rise.", id="a text"),
        pytest.param(b"\0\1\2", id="other bytes"),
        pytest.param(b"%PDF-1.4\n", id="header only"),
        pytest.param(GOOD[:200], id="cut off"),
        pytest.param(GOOD.replace(b"/Pages 2 0 R", b"/Pages 9 9 R"), id="no pages"),
        pytest.param(GOOD.replace(b"%%EOF", b""), id="no end"),
    ],
)
def test_broken_file_is_refused(read: Read, data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    error = only_error(read("a.pdf", data))
    assert error.where == "a.pdf"
    assert error.what.startswith(("broken PDF: ", "no text in the PDF"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 X"), id="wrong root"),
        pytest.param(GOOD.replace(b"startxref\n", b"startxref\n9"), id="wrong offset"),
        pytest.param(b"\n\n" + GOOD, id="shifted"),
    ],
)
def test_slightly_broken_file_is_read(read: Read, data: bytes) -> None:
    assert only_document(read("a.pdf", data)).text == TEXT


def test_file_of_too_many_pages_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    error = only_error(read("a.pdf", GOOD))
    assert str(error) == "a.pdf: more than 1 pages; try: split it"


def test_page_that_unpacks_to_too_much_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_CONTENT", 10)
    assert str(only_error(read("a.pdf", GOOD))).startswith("a.pdf: page 1: a page too large")


def test_text_of_too_many_characters_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tradegraph.readers.documents.MAX_CHARACTERS", 20)
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 20)
    assert only_error(read("a.pdf", GOOD)).what == "longer than 20 characters"


def test_missing_extra_says_how_to_get_it(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    error = only_error(read("a.pdf", GOOD))
    assert str(error) == "a.pdf: reading PDF needs pypdf; try: pip install 'tradegraph[readers]'"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("du\0ty", "duty"),
        ("\ud83d\udea2", "\U0001f6a2"),
        ("du\ud83dty", "du\ufffdty"),
        ("café \U0001f6a2", "café \U0001f6a2"),
    ],
)
def test_characters_that_cannot_be_written_do_not_come_through(text: str, cleaned: str) -> None:
    assert pdf.clean(text) == cleaned


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=8), st.integers(0, 12))
def test_any_damage_gives_a_document_or_an_input_error(at: int, new: bytes, cut: int) -> None:
    items = read_all(pdf.read_pdf, "a.pdf", GOOD[:at] + new + GOOD[at + cut :])
    assert [type(item) in {Document, InputError} for item in items] == [True]
