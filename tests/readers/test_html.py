from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers import html

from .items import Read, only_document, only_error, read_all

SENTENCES = (
    "The ministry raised the duty on steel pipes to 12.5 percent, importers were told.",
    "Ships that left port before 2024-03-09 pay the old rate, a notice of March 8, 2024 says.",
    "Nobody at the pier could say how long the new rate would stay.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TEXT = "\n\n".join(SENTENCES)


def write_page(head: str = "", before: str = "", attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article>{before}{PARAGRAPHS}</article><footer>All rights reserved</footer></body></html>"
    )


def test_page_gives_its_main_text_and_what_it_states(read: Read) -> None:
    page = write_page(
        '<title>Duties rise | The Port Courier</title><meta charset="utf-8">'
        '<meta property="og:title" content="Duties rise">'
        '<meta property="og:site_name" content="The Port Courier">'
        '<meta property="article:published_time" content="2024-03-11T08:00:00Z">'
        '<link rel="canonical" href="https://example.org/duties">',
        before="<h1>Duties rise</h1>",
        attributes='lang="en-GB"',
    )
    assert only_document(read("duties.html", page)) == Document(
        text=f"Duties rise\n\n{TEXT}",
        identifiers=("duties",),
        published=date(2024, 3, 11),
        title="Duties rise",
        publisher="The Port Courier",
        language="en-GB",
        url="https://example.org/duties",
    )


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "a.HTML"])
def test_page_without_metadata_is_a_document(read: Read, name: str) -> None:
    assert only_document(read(name, write_page())) == Document(text=TEXT, identifiers=("a",))


META = '<meta property="article:published_time" content="{}">'
LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "before", "published"),
    [
        pytest.param(META.format("2024-03-11"), "", date(2024, 3, 11), id="metadata"),
        pytest.param(META.format("2024-03-11T23:30:00-05:00"), "", date(2024, 3, 11), id="zone"),
        pytest.param(
            META.format("2024-03-11"),
            "<time datetime='2024-03-12'></time>",
            date(2024, 3, 11),
            id="metadata before elements",
        ),
        pytest.param(
            LINKED.format('{"@type": "NewsArticle", "datePublished": "2024-03-11"}'),
            "",
            date(2024, 3, 11),
            id="linked data",
        ),
        pytest.param(
            '<link rel="canonical" href="https://example.org/2024/03/11/duties">',
            "",
            date(2024, 3, 11),
            id="address",
        ),
        pytest.param("", "<time datetime='2024-03-11'>Monday</time>", date(2024, 3, 11), id="time"),
        pytest.param("", "<time>March 11, 2024</time>", date(2024, 3, 11), id="time in words"),
        pytest.param(
            "", "<p class='entry-date'>11 March 2024, 10:15</p>", date(2024, 3, 11), id="dated"
        ),
        pytest.param(
            "",
            "<time itemprop='datePublished' datetime='2024-03-11'></time>"
            "<time itemprop='dateModified' datetime='2024-03-12'></time>",
            date(2024, 3, 11),
            id="published and modified",
        ),
        pytest.param("", "", None, id="dates in the text only"),
        pytest.param("<title>Duties of 2024-03-09</title>", "", None, id="date in the title"),
        pytest.param("", "<h1>Duties of 9 March 2024</h1>", None, id="date in the heading"),
        pytest.param("", "<time>March 11</time>", None, id="no year"),
        pytest.param("", "<time>March 2024</time>", None, id="no day"),
        pytest.param("", "<time datetime='2024-03'>March</time>", None, id="month only"),
        pytest.param("", "<time>3/4/2024</time>", None, id="April or March"),
        pytest.param("", "<time datetime='2024-02-30'></time>", None, id="no such day shown"),
        pytest.param("", "<time>Update: Mon, March 11th, 2024</time>", date(2024, 3, 11), id="th"),
        pytest.param("", "<time>11. März 2024</time>", date(2024, 3, 11), id="German"),
        pytest.param("", "<time>two days ago</time>", None, id="relative"),
        pytest.param("", "<p class='last-updated'>March 12, 2024</p>", None, id="update"),
        pytest.param(
            "",
            "<time datetime='2024-03-11'></time><time datetime='2024-03-12'></time>",
            None,
            id="two days: not guessed",
        ),
        pytest.param(META.format("2024-02-30"), "", None, id="no such day"),
        pytest.param(META.format("March 2024"), "", None, id="metadata of a month"),
        pytest.param(META.format("2024-03"), "", None, id="metadata of a month, ISO"),
        pytest.param(META.format("soon"), "", None, id="no date"),
    ],
)
def test_day_of_publication_is_taken_where_it_is_stated(
    read: Read, head: str, before: str, published: date | None
) -> None:
    assert only_document(read("a.html", write_page(head, before))).published == published


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "/duties",
        "javascript:alert(1)",
        "https://",
        "ftp://example.org/a",
        "https://a:b@example.org/",
    ],
)
def test_address_that_is_none_is_left_out(read: Read, stated: str) -> None:
    page = write_page(f'<link rel="canonical" href="{stated}">')
    assert only_document(read("a.html", page)).url is None


@pytest.mark.parametrize(
    ("attributes", "language"),
    [('lang="de"', "de"), ('lang=" en-US "', "en-US"), ('lang="?"', None), ("", None)],
)
def test_declared_language_is_taken(read: Read, attributes: str, language: str | None) -> None:
    assert only_document(read("a.html", write_page(attributes=attributes))).language == language


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<html><body>{PARAGRAPHS}", id="nothing closed"),
        pytest.param(PARAGRAPHS, id="a fragment"),
        pytest.param(f"</div></p><body>{PARAGRAPHS}</table>", id="closed, never opened"),
        pytest.param(f"<html><body><p <b>{PARAGRAPHS}</b <i></body>", id="broken tags"),
        pytest.param(f"<?xml version='1.0' encoding='utf-8'?><html>{PARAGRAPHS}", id="XML"),
        pytest.param(f"<html><body>{PARAGRAPHS}<!-- no end", id="open comment"),
        pytest.param(
            f"<html><body>{PARAGRAPHS.replace('12.5', '<b>12</b>.5')}</body></html>", id="inline"
        ),
    ],
)
def test_broken_page_is_read_as_well_as_can_be(read: Read, page: str) -> None:
    text = only_document(read("a.html", page)).text
    for sentence in SENTENCES:
        assert sentence in text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><head><title>Duties</title></head><body></body></html>", id="no body"),
        pytest.param("<html><body><script>let a = 1</script></body></html>", id="script"),
        pytest.param("<html><body><img src='a.png' alt=''></body></html>", id="picture"),
        pytest.param("<!-- nothing -->", id="comment"),
        pytest.param("<html><body>" + "<div>" * 50_000 + "Duties", id="nested 50,000 deep"),
    ],
)
def test_page_without_text_is_refused(read: Read, page: str) -> None:
    error = only_error(read("a.html", page))
    assert str(error) == "a.html: no text found in the page; try: save it as text"


def test_entities_of_a_page_are_not_expanded(read: Read) -> None:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    local = '<!ENTITY file SYSTEM "file:///etc/hostname">'
    page = (
        f'<!DOCTYPE html [<!ENTITY e0 "duty">{levels}{local}]>'
        f"<html><body>{PARAGRAPHS}<p>It stays &e11; and &file; for good.</p></body></html>"
    )
    document = only_document(read("a.html", page))
    assert "It stays &e11; and &file; for good." in document.text
    assert len(document.text) < 1_000


def test_characters_that_cannot_be_written_do_not_come_through(read: Read) -> None:
    page = f"<html><head><title>Du&#xD800;ty</title></head><body>{PARAGRAPHS}<p>A&#0;B.</p>"
    document = only_document(read("a.html", page))
    assert document.text.encode("utf-8")
    assert "\0" not in document.text


@pytest.mark.parametrize("stated", [None, "", " \n", "A\ud800B", "A\0B"])
def test_statement_that_cannot_be_written_is_left_out(stated: str | None) -> None:
    assert html.read_line(stated) is None


def test_publisher_with_half_a_character_is_left_out(read: Read) -> None:
    linked = '{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "A\\ud800B"}}'
    assert only_document(read("a.html", write_page(LINKED.format(linked)))).publisher is None


def test_page_on_which_the_library_fails_is_an_error(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert str(only_error(read("a.html", write_page()))) == (
        "a.html: broken HTML; try: save the page as text"
    )


def test_missing_extra_says_how_to_get_it(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    error = only_error(read("a.html", write_page()))
    assert error.how == "pip install 'tradegraph[readers]'"
    assert error.what.startswith("reading HTML needs trafilatura")


def test_libraries_do_not_report_on_their_own(
    read: Read, capfd: pytest.CaptureFixture[str]
) -> None:
    only_error(read("a.html", "<html></html>"))
    assert capfd.readouterr() == ("", "")


def test_same_page_gives_the_same_document(read: Read) -> None:
    page = write_page(before="<time>March 11, 2024</time>")
    assert read("a.html", page) == read("a.html", page)


MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "<html",
                "<body>",
                "<p>",
                "</p>",
                "<time datetime='",
                "2024-03-11",
                "'>",
                ">",
                "<!--",
            ),
            *("<script type='application/ld+json'>", '{"datePublished": "', "</script>", "&#0;"),
            *("<meta property='og:url' content='", "http://[", "<title>", "&amp", "Duties rise. "),
            *("<table><tr><td>", "<link rel='canonical' href='", "\x01", "\ufffe", "<![CDATA["),
        ]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_any_markup_gives_a_document_or_an_input_error(parts: list[str]) -> None:
    items = read_all(html.read_html, "a.html", "".join(parts).encode())
    assert [type(item) in {Document, InputError} for item in items] == [True]
