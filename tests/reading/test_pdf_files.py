"""PDF files: lines become paragraphs again, and what stands on every page is no part of the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dialogue_prep.reading.pdf_file import paragraphs
from dialogue_prep.system.refusal import Refused
from tests.reading.pdf_writing import SCAN, Piece, one_page, pdf_drawn, pdf_of, pdf_pages, picture, stream, written

SIZE, PITCH = 11.0, 14.0
FULL = "The two sides reviewed what had been done since the last meeting, in"


def column(lines: Sequence[str], left: float = 72, top: float = 760, size: float = SIZE) -> list[Piece]:
    """Return lines one below the other."""
    return [(left, top - PITCH * at, size, words) for at, words in enumerate(lines)]


def read(*pages: Sequence[Piece]) -> list[str]:
    found = paragraphs(pdf_pages(pages))["paragraphs"]
    assert isinstance(found, list)
    return found


def test_lines_are_joined_to_a_paragraph_and_one_that_ends_early_ends_it() -> None:
    lines = [
        FULL,
        "Lindholm and in Tarn.",
        "They agreed to build a weir across the fjord, and two more of them, and",
        "to map it.",
    ]
    assert read(column(lines)) == [f"{FULL} Lindholm and in Tarn.", f"{lines[2]} to map it."]


def test_white_space_and_an_indent_begin_a_paragraph() -> None:
    spaced = [*column([FULL, FULL]), *column([FULL, FULL], top=700)]
    assert read(spaced) == [f"{FULL} {FULL}"] * 2
    indented = [(90.0 if at in (0, 2) else 72.0, 760 - PITCH * at, SIZE, FULL) for at in range(4)]
    assert read(indented) == [f"{FULL} {FULL}"] * 2


def test_items_are_paragraphs_of_their_own_with_what_hangs_under_them() -> None:
    lines = [(72.0, "1. " + FULL), (90.0, "Tarn;"), (72.0, "2. " + FULL), (90.0, "Lindholm."), (72.0, "\x95 " + FULL)]
    page = [(left, 760 - PITCH * at, SIZE, words) for at, (left, words) in enumerate(lines)]
    assert [words[:12] for words in read(page)] == ["1. The two s", "2. The two s", read(page)[2][:12]]
    assert read(page)[0].endswith("in Tarn;")


def test_words_that_a_line_end_cut_are_whole_again_and_real_hyphens_stay() -> None:
    lines = [
        "Both sides will strengthen their work on counter-terrorism and the imple-",
        "mentation of what was agreed, and go on with their work against counter-",
        "terrorism at sea.",
    ]
    (words,) = read(column(lines))
    assert words == (
        "Both sides will strengthen their work on counter-terrorism and the implementation of what was agreed, and go "
        "on with their work against counter-terrorism at sea."
    )


def test_heads_feet_and_page_numbers_are_left_out_and_counted() -> None:
    things = ["ships", "boats", "ferries", "harbours"]
    pages = [
        [
            (200.0, 810.0, 8.0, "Council of State of Norvia"),
            *column([f"Part {n} of it is about {thing}{' and what is near' * n}." for n in range(8)]),
            (290.0, 30.0, 9.0, f"Page {number} of 4"),
        ]
        for number, thing in enumerate(things, start=1)
    ]
    told = paragraphs(pdf_pages(pages))
    assert (told["left_out"], told["pages"]) == (8, 4)
    text = " ".join(told["paragraphs"])
    assert "Council" not in text
    assert "Page" not in text
    assert text.count("Part 0 of it is about") == 4


def test_numbered_headings_that_begin_pages_at_one_height_are_no_running_heads() -> None:
    numbers, things = [1, 4, 5, 9, 11], ["ships", "boats", "ferries", "harbours", "weirs"]
    pages = [
        [
            (200.0, 810.0, 8.0, f"Norvia and Estmark, 2031, {number}"),
            *column([f"Article {article}", *(f"{FULL} the matter of {thing}{' at sea' * at}." for at in range(4))]),
        ]
        for number, (article, thing) in enumerate(zip(numbers, things, strict=True), start=1)
    ]
    words = read(*pages)
    assert [line for line in words if line.startswith("Article")] == [f"Article {article}" for article in numbers]
    assert not any("Norvia" in line for line in words)


def test_the_number_of_a_single_page_is_left_out() -> None:
    assert read([*column([FULL]), (300, 30, 9, "- 1 -")]) == [FULL]


def test_a_paragraph_goes_on_over_the_page_and_over_what_stands_at_its_foot() -> None:
    note = (72.0, 60.0, 7.0, "1 See the record of the second meeting.")
    first = [*column(["They agreed to build a weir across the fjord in the north, and they agreed"]), note]
    assert read(first, column(["to map it."])) == [
        "They agreed to build a weir across the fjord in the north, and they agreed to map it.",
        "1 See the record of the second meeting.",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left, right = (
        [f"left line number {n} of a column" for n in range(9)],
        [f"right line number {n} here" for n in range(9)],
    )
    in_turn = [piece for pair in zip(column(left), column(right, left=320), strict=True) for piece in pair]
    for page in ([*column(left), *column(right, left=320)], in_turn):
        words = " ".join(read(page))
        assert words.index("left line number 8") < words.index("right line number 0")


def test_a_page_set_from_below_to_above_is_read_from_above() -> None:
    lines = [f"Line {n} is a paragraph of its own." for n in range(8)]
    page = [(72.0, 760 - 40.0 * at, SIZE, words) for at, words in enumerate(lines)]
    assert read(page[::-1]) == lines


def test_letters_enlarged_by_their_surroundings_have_the_size_that_is_seen() -> None:
    shown = b"0.1 0 0 0.1 0 0 cm BT /F1 110 Tf 720 7600 Td (One line) Tj 0 -140 Td (and the next) Tj ET"
    assert paragraphs(pdf_of(one_page(stream(shown))))["paragraphs"] == ["One line and the next"]


def test_pictures_alone_are_no_text() -> None:
    with pytest.raises(Refused, match="no text, only pictures"):
        paragraphs(pdf_pages([[]]))


def unread(*pages: bytes) -> object:
    return paragraphs(pdf_drawn(pages))["unread"]


def test_pages_that_are_pictures_are_counted_and_blank_ones_are_not() -> None:
    text = written(column([FULL, "Lindholm and in Tarn."]))
    frame = b"20 20 555 802 re S"
    emblem = picture(72, 700, 60, 40)
    assert unread(text, SCAN, b"", text + SCAN, SCAN, frame, emblem) == [2, 5]
    assert unread(text, text) == []


def test_a_scan_in_strips_or_drawn_letter_by_letter_or_in_a_form_is_a_picture() -> None:
    strips = b"".join(picture(0, bottom, 595, 30) for bottom in range(0, 800, 30))
    letters = b" ".join(b"%d %d 5 8 re f" % (72 + 6 * (at % 70), 700 - 14 * (at // 70)) for at in range(300))
    assert unread(written(column([FULL])), strips, letters) == [2, 3]
    form = {10: stream(SCAN, entries=b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")}
    within = pdf_drawn([written(column([FULL])), b"/X Do"], form, b"/XObject << /X 10 0 R >>")
    assert paragraphs(within)["unread"] == [2]


def test_a_picture_that_has_no_words_but_its_number_was_not_read() -> None:
    words = [f"{FULL} Lindholm.", "", "They agreed to build a weir.", "They closed the talks."]
    pages = [written([*column([said]), (290.0, 30.0, 9.0, f"Page {at}")]) for at, said in enumerate(words, start=1)]
    pages[1] += SCAN
    assert unread(*pages) == [2]


def test_a_page_that_is_damaged_was_not_read() -> None:
    sound = pdf_drawn([written(column([FULL])), written(column([FULL]))])
    damaged = sound.replace(b"6 0 obj\n<<", b"6 0 obj\n!!")
    assert paragraphs(damaged)["unread"] == [2]


def rows(*lines: Sequence[tuple[float, str]]) -> list[Piece]:
    """Return lines one below the other, each made of words that begin at places of their own."""
    return [(left, 700 - PITCH * at, SIZE, words) for at, line in enumerate(lines) for left, words in line]


def test_rows_of_a_table_are_paragraphs_of_their_own() -> None:
    table = rows(
        [(72, "Build a weir across the fjord"), (260, "Ministry of Water"), (400, "2031")],
        [(72, "Map the salmon"), (260, "Directorate of Fisheries"), (400, "2032")],
        [(72, "Exchange lists of ferries"), (260, "Both"), (400, "2031")],
    )
    assert read(table) == [
        "Build a weir across the fjord Ministry of Water 2031",
        "Map the salmon Directorate of Fisheries 2032",
        "Exchange lists of ferries Both 2031",
    ]
    sums = rows(
        [(72, "Weirs across the fjord"), (391.7, "9,120.50")],
        [(72, "Maps"), (397.8, "812.00")],
        [(72, "Ferries, and the lists of them"), (379.4, "11,031.75")],
    )
    assert len(read(sums)) == 3


def test_lines_that_are_drawn_out_word_by_word_are_no_rows() -> None:
    words, width, space = ["bandage", "banana", "on", "dune"], 0.556 * SIZE, 20.0
    lefts = [72 + len("".join(words[:at])) * width + at * space for at in range(len(words))]
    drawn_out = rows(*[list(zip(lefts, words, strict=True))] * 3)
    assert read(drawn_out) == [" ".join(words * 3)]
