from __future__ import annotations

import pytest

from tradegraph.schedules.layout import read_page_rows
from tradegraph.schedules.rows import Row, find_ranges

from .pages import UNCHANGED, Printed, add, print_page

WHEELS = Printed(
    "9903.41.01",
    ("Wheels the product of Chad, as provided for in U.S. note 2(a)", "to this subchapter"),
    add("25%"),
    ("The duty provided in", " the applicable", " subheading + 25%"),
    ("No change",),
)
AXLES = Printed("9903.41.02", ("Axles",), ("15%",), ("15%",), ("No change",))


def rows_of(*printed: Printed) -> list[Row]:
    return list(read_page_rows(print_page(*printed)))


def test_cells_are_read_by_their_columns() -> None:
    wheels, axles = rows_of(WHEELS, AXLES)
    assert (
        wheels.general == wheels.special == "The duty provided in the applicable subheading + 25%"
    )
    assert wheels.other == "No change"
    assert (axles.general, axles.special, axles.other) == ("15%", "15%", "No change")


def test_text_goes_on_over_lines_without_its_leader() -> None:
    wheels, _ = rows_of(WHEELS, AXLES)
    assert wheels.words == (
        "Wheels the product of Chad, as provided for in U.S. note 2(a) to this subchapter"
    )


def test_span_begins_at_the_heading_and_holds_the_row_alone() -> None:
    text = print_page(WHEELS, AXLES)
    wheels, axles = read_page_rows(text)
    assert text[wheels.span.begin : wheels.span.end].startswith("9903.41.01 1/ Wheels")
    assert text[wheels.span.begin : wheels.span.end].endswith("subheading + 25%")
    assert text[axles.span.begin : axles.span.end].startswith("9903.41.02")
    assert wheels.span.end <= axles.span.begin


def test_indented_rows_stand_under_the_text_that_introduces_them() -> None:
    above = Printed("", ("Parts the product of Chad:",))
    under = Printed("9903.41.03", ("Bolts",), add("5%"), indent=11)
    after = Printed("9903.41.04", ("Nuts the product of Mali",), add("6%"))
    bolts, nuts = rows_of(above, under, after)
    assert bolts.words == "Parts the product of Chad: Bolts"
    assert bolts.own == "Bolts"
    assert nuts.words == "Nuts the product of Mali"


def test_cell_printed_above_its_row_belongs_to_it_when_the_counts_agree() -> None:
    text = print_page(AXLES, WHEELS)
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("9903.41.02"))
    rate = lines[at][94:97]
    lines[at] = lines[at][:94] + "   " + lines[at][97:]
    lines.insert(at, " " * 94 + rate)
    axles, wheels = read_page_rows("\n".join(lines))
    assert axles.general == "15%"
    assert wheels.general.endswith("+ 25%")


def test_caption_printed_beside_the_first_row_is_no_cell() -> None:
    lines = print_page(WHEELS, AXLES).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("9903.41.01"))
    left, rates = lines[at][:94].rstrip(), lines[at][94:]
    lines[at : at + 1] = [left.ljust(94) + "General", " " * 94 + rates]
    wheels, axles = read_page_rows("\n".join(lines))
    assert wheels.general == "The duty provided in the applicable subheading + 25%"
    assert axles.general == "15%"


def test_number_at_the_beginning_of_a_line_of_text_is_no_row() -> None:
    row = Printed(
        "9903.41.05", ("Except as provided for in headings", "9903.41.01, and 9903.41.02, axles"),
        UNCHANGED,
    )  # fmt: skip
    text = print_page(row).replace("                      9903.41.01,", "9903.41.01,")
    assert [found.heading for found in read_page_rows(text)] == ["9903.41.05"]


def test_footnote_ends_the_table_of_its_page() -> None:
    text = print_page(WHEELS) + "9903.41.09 1/ Not in a table\n"
    assert [row.heading for row in read_page_rows(text)] == ["9903.41.01"]


@pytest.mark.parametrize("cut", [1500, 1300, 1000, 700, 300, 20])
def test_schedule_that_is_cut_off_gives_the_rows_that_it_holds(cut: int) -> None:
    rows = list(read_page_rows(print_page(WHEELS, AXLES)[:cut]))
    assert [row.heading for row in rows] == ["9903.41.01", "9903.41.02"][: len(rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9903.01.25", [("9903.01.25", "9903.01.25")]),
        ("headings 9903.01.43-9903.01.75 and 8703", [("9903.01.43", "9903.01.75")]),
        ("9903.01.26\u00ad9903.01.33", [("9903.01.26", "9903.01.33")]),
        ("9903.01.26 through 9903.01.33", [("9903.01.26", "9903.01.33")]),
        ("7213.91.3011, 7216.10", [("7213.91", "7213.91"), ("7216.10", "7216.10")]),
        ("paid 12,999.50 on 12.04.2025", []),
    ],
)
def test_headings_and_ranges_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.first, found.last) for found in find_ranges(text)] == expected
