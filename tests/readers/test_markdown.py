from __future__ import annotations

from datetime import date

import pytest

from tradegraph.model import Document

from .items import Read, only_document, only_error

WHOLE = """---
# notes of the desk
ID: courier-17
title: "Duties: \\"up\\" again"
date: 2025-05-30   # a Friday
publisher: 'The Port''s Courier'
type: press-release
language: en
url: https://example.org/a#b
tags:
  - steel
  - pipes
author: {name: nobody}
---

# Another heading

Duties rise.
"""


def test_front_matter_describes_the_text_below_it(read: Read) -> None:
    assert only_document(read("a.md", WHOLE)) == Document(
        text="\n# Another heading\n\nDuties rise.\n",
        identifiers=("courier-17",),
        published=date(2025, 5, 30),
        title='Duties: "up" again',
        publisher="The Port's Courier",
        doc_type="press-release",
        language="en",
        url="https://example.org/a#b",
    )


def test_front_matter_with_line_ends_of_windows_reads_the_same(read: Read) -> None:
    document = only_document(read("a.md", WHOLE.replace("\n", "\r\n")))
    assert document.text == "\r\n# Another heading\r\n\r\nDuties rise.\r\n"
    assert document.title == 'Duties: "up" again'
    assert document.published == date(2025, 5, 30)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Duties rise.", "Duties rise.", id="none"),
        pytest.param("---\n---\nDuties rise.", "Duties rise.", id="empty"),
        pytest.param("---\ndate: 2025-05-30\n---\n\n\tDuties", "\n\tDuties", id="spaces stay"),
        pytest.param("---\nid: x\n--- \t\r\nDuties", "Duties", id="spaces after the dashes"),
        pytest.param("\n---\ndate: x\n---\nDuties", "\n---\ndate: x\n---\nDuties", id="not first"),
        pytest.param("----\nid: x\n---\nD", "----\nid: x\n---\nD", id="four dashes"),
        pytest.param("---\nDuties\n---\nrise", "---\nDuties\n---\nrise", id="thematic breaks"),
        pytest.param("---\nhttps://a\n---\nb", "---\nhttps://a\n---\nb", id="an address, no key"),
        pytest.param("--- \n\n# note\nid: x\n---\nDuties", "Duties", id="comment first"),
        pytest.param("---\nid: x\n---\nA\n---\nB", "A\n---\nB", id="ends at the first dashes"),
    ],
)
def test_text_is_what_follows_the_front_matter(read: Read, content: str, text: str) -> None:
    assert only_document(read("a.md", content)).text == text


@pytest.mark.parametrize(
    ("content", "title"),
    [
        pytest.param("# Duties rise\n\nText", "Duties rise", id="heading"),
        pytest.param("\n\n#  Duties rise ##\r\nText", "Duties rise", id="closed heading"),
        pytest.param("# On C#\nText", "On C#", id="a sharp that belongs"),
        pytest.param("---\ntitle: Up\n---\n# Duties rise\nText", "Up", id="front matter first"),
        pytest.param("---\ntitle:\n---\n# Duties rise\nText", "Duties rise", id="empty value"),
        pytest.param("## Duties rise\nText", None, id="second level"),
        pytest.param("#Duties\nText", None, id="no heading"),
        pytest.param("# \nText", None, id="empty heading"),
        pytest.param("# ##\nText", None, id="only signs"),
        pytest.param("Text\n# Duties rise", None, id="not first"),
        pytest.param(f"# {'x' * 301}\n", None, id="too long"),
    ],
)
def test_first_heading_is_the_title_by_default(read: Read, content: str, title: str | None) -> None:
    assert only_document(read("a.md", content)).title == title


def test_file_name_identifies_a_text_without_id(read: Read) -> None:
    assert only_document(read("note.v2.md", "Duties rise.")).identifiers == ("note.v2",)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("date: 30 May 2025", "a.md:2: no ISO date: '30 May 2025'"),
        ("id: x\nDATE: 2025-02-30", "a.md:3: no ISO date: '2025-02-30'"),
        ("url: example.org", "a.md:2: no web address: 'example.org'"),
        ("id: x\nDuties rise.", "a.md:3: no `key: value`"),
        ("title: >\n  Duties", "a.md:2: 'title' is no plain text"),
        ("title: [Duties]", "a.md:2: 'title' is no plain text"),
        ('title: "Duties', "a.md:2: 'title' is no plain text"),
        ("title:\n  Duties rise", "a.md:3: 'title' has a value of several lines"),
        ("title: Duties\n  rise", "a.md:3: 'title' has a value of several lines"),
        ("type: poem", "a.md: unknown genre 'poem'"),
    ],
)
def test_broken_front_matter_names_its_line(read: Read, front: str, message: str) -> None:
    assert str(only_error(read("a.md", f"---\n{front}\n---\nText"))).startswith(message)


def test_front_matter_without_end_is_refused(read: Read) -> None:
    error = only_error(read("a.md", "---\nid: x\n\nDuties rise."))
    assert str(error) == "a.md:1: the front matter does not end; try: close it with ---"


def test_front_matter_without_text_is_refused(read: Read) -> None:
    assert only_error(read("a.md", "---\nid: x\n---\n")).what == "holds no text"
