"""The page of a timeline in a real browser: passages by pointer and by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from timeline.graphs import STORY, many_events, open_story

from tradegraph.timeline import draw_timeline, read_timeline


@pytest.fixture(scope="module")
def story() -> bytes:
    return draw_timeline(read_timeline(open_story(STORY)), "html")


def test_click_on_a_label_opens_its_passages(visit_page: Any, story: bytes) -> None:
    page = visit_page(story).page
    assert page.locator("#passages").is_hidden()
    page.click(".mark-label:has-text('increase 25% → 40%') text")
    assert page.inner_text("#passages blockquote") == "words of raise"
    assert "increase 25% → 40%" in page.inner_text("#heading")
    page.click("#close")
    assert page.locator("#passages").is_hidden()


def test_status_opens_the_passages_of_what_it_rests_on(visit_page: Any, story: bytes) -> None:
    page = visit_page(story).page
    page.click(".status:has-text('uncertain') text")
    assert page.inner_text("#passages blockquote") == "words of ruling"


def test_keyboard_opens_closes_and_comes_back(visit_page: Any, story: bytes) -> None:
    page = visit_page(story).page
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    assert page.inner_text("#heading") == focused
    assert page.locator("#passages blockquote").count() > 0
    page.keyboard.press("Escape")
    assert page.locator("#passages").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == focused


def test_markup_in_names_is_not_executed(visit_page: Any) -> None:
    nasty = many_events(["2024-05-06"], "<img src=x onerror=alert(1)><script>alert(2)</script>")
    page = visit_page(draw_timeline(read_timeline(open_story(nasty)), "html")).page
    assert page.locator("img").count() == 0
