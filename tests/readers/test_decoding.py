from __future__ import annotations

import pytest

from tradegraph.errors import InputError
from tradegraph.readers.decoding import decode_page, decode_text

from .items import Read, only_error


@pytest.mark.parametrize(
    ("data", "what", "how"),
    [
        pytest.param(b"d\xe9cret", "not UTF-8 at byte 1", "iconv", id="latin-1"),
        pytest.param(b"duty \x93up\x94", "not UTF-8 at byte 5", "iconv", id="windows-1252"),
        pytest.param(b"duty\xe2\x80", "not UTF-8 at byte 4", "iconv", id="cut in a character"),
        pytest.param(b"\xef\xbb\xbfduty \xff", "not UTF-8 at byte 8", "iconv", id="after a mark"),
        pytest.param(b"a\xed\xa0\x80", "not UTF-8 at byte 1", "iconv", id="encoded surrogate"),
        pytest.param(b"PK\x03\x04\0\0", "looks binary: a zero byte at 4", "PDF", id="archive"),
        pytest.param(b"duty\0", "looks binary: a zero byte at 4", "PDF", id="zero byte in text"),
        pytest.param("duty".encode("utf-16"), "UTF-16, not UTF-8", "iconv -f UTF-16", id="UTF-16"),
        pytest.param("duty".encode("utf-32"), "UTF-32, not UTF-8", "iconv -f UTF-32", id="UTF-32"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_bytes_that_are_no_utf8_text_are_refused(
    read: Read, data: bytes, what: str, how: str, name: str
) -> None:
    error = only_error(read(name, data))
    assert (error.what, error.where) == (what, name)
    assert how in str(error.how)


def test_offset_counts_from_the_beginning_of_the_file() -> None:
    with pytest.raises(InputError, match="at byte 104"):
        decode_text(b"duty\xff", "a", start=100)


PAGE = "<html><head>{}</head><body><p>The café’s duty</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param('<meta charset="utf-8">', "utf-8", id="declared and so"),
        pytest.param('<meta charset="windows-1252">', "utf-8", id="UTF-8 whatever it declares"),
        pytest.param('<meta charset="windows-1252">', "windows-1252", id="short form"),
        pytest.param("<META CHARSET=iso-8859-1>", "windows-1252", id="means windows-1252"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
            "windows-1250",
            id="long form",
        ),
        pytest.param("<meta charset='gb18030'>", "gb18030", id="Chinese"),
    ],
)
def test_page_is_decoded_as_it_declares(declared: str, encoding: str) -> None:
    page = PAGE.format(declared)
    assert decode_page(page.encode(encoding), "a.html") == page


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param("", id="nothing"),
        pytest.param('<meta charset="utf-8">', id="UTF-8"),
        pytest.param('<meta charset="klingon">', id="unknown"),
        pytest.param('<meta charset="windows-9999">', id="sounds known"),
        pytest.param('<meta charset="unicode_escape">', id="no encoding of pages"),
        pytest.param('<meta charset="utf-7">', id="an encoding of attacks"),
    ],
)
def test_page_of_undeclared_encoding_is_refused(declared: str) -> None:
    with pytest.raises(InputError, match="not UTF-8 at byte"):
        decode_page(PAGE.format(declared).encode("windows-1252"), "a.html")


def test_page_that_is_not_what_it_declares_is_refused() -> None:
    page = b'<html><head><meta charset="windows-1252"></head><body>\x81</body></html>'
    with pytest.raises(InputError, match="declares cp1252, but is not, at byte 54"):
        decode_page(page, "a.html")
