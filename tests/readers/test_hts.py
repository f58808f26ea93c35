from __future__ import annotations

import gzip

import pytest

from .items import Read, only_document, only_error

HEAD = "          Harmonized Tariff Schedule of the United States Revision 6 (2026)\n\n"
PAGE = HEAD + " Heading/ Stat.    Rates of Duty\n\n9903.41.01 1/ Axles....... 1/   25%\n"


@pytest.mark.parametrize("name", ["chapter.txt", "chapter", "chapter.text"])
def test_schedule_is_known_by_its_running_head(read: Read, name: str) -> None:
    document = only_document(read(name, PAGE))
    assert document.doc_type == "schedule"
    assert document.title == "Harmonized Tariff Schedule of the United States Revision 6 (2026)"
    assert document.text == PAGE


def test_packed_schedule_is_unpacked(read: Read) -> None:
    document = only_document(read("chapter.txt.gz", gzip.compress(PAGE.encode())))
    assert document.text == PAGE
    assert document.identifiers == ("chapter",)


def test_schedule_in_another_encoding_is_read(read: Read) -> None:
    document = only_document(read("chapter.txt", (PAGE + "Côte d'Ivoire\n").encode("cp1252")))
    assert document.text.endswith("Côte d'Ivoire\n")


def test_text_that_speaks_of_the_schedule_is_no_schedule(read: Read) -> None:
    document = only_document(read("story.txt", "The Harmonized Tariff Schedule of X (2026) grew."))
    assert document.doc_type == "news"


def test_schedule_without_a_table_is_kept_and_reported(read: Read) -> None:
    document, error = read("chapter.txt", HEAD + "U.S. Notes\n")
    assert only_document([document]).doc_type == "schedule"
    assert str(only_error([error])) == (
        "chapter.txt: a schedule without a table of rates; try: give the whole chapter"
    )


def test_gzip_that_is_cut_off_is_an_error(read: Read) -> None:
    error = only_error(read("chapter.txt.gz", gzip.compress(PAGE.encode())[:60]))
    assert error.what.startswith("broken gzip")


def numbered(page: int) -> str:
    return PAGE.replace("(2026)\n", f"(2026)\n99 - III - {page}\n") + "\f"


def test_schedule_with_all_its_pages_is_no_error(read: Read) -> None:
    only_document(read("chapter.txt", numbered(1) + numbered(2) + PAGE + "\f"))


def test_missing_pages_are_reported_and_the_others_kept(read: Read) -> None:
    document, error = read("chapter.txt", numbered(1) + numbered(4))
    assert only_document([document]).text.count("9903.41.01") == 2
    assert only_error([error]).what == "pages are missing between 99-III-1 and 99-III-4"
    assert only_error([error]).where == "chapter.txt:7"


def test_page_that_is_cut_off_is_reported_with_its_last_words(read: Read) -> None:
    document, error = read("chapter.txt", numbered(1) + numbered(2)[:-8])
    assert "9903.41.01 1/ Axles" in only_document([document]).text
    assert only_error([error]).what == "the last page breaks off at '9903.41.01 1/ Axles....... 1/'"
