"""Copies in which paragraphs were moved, joined or cut in two: every word goes to the unit to which it belongs."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from lxml import etree

from dialogue_prep.documents.model import (
    Document,
    Paragraph,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.snapshot import Snapshot, read_snapshot, snapshot
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.documents.test_read_back import edits, key, points, read
from tests.documents.word_edits import SPACE, EditedCopy, W, run

CHANGE = 'w:id="1" w:author="Bo Sample" w:date="2032-02-05T10:00:00Z"'


@pytest.fixture(params=[Profile.WORD, Profile.LIBREOFFICE])
def copy_of(request: pytest.FixtureRequest):
    def make(document: Document) -> tuple[EditedCopy, Snapshot]:
        base = read_snapshot(snapshot(document))
        assert base is not None
        return EditedCopy(write_word(document, request.param)), base

    return make


def tracked(kind: str, run: etree._Element) -> None:
    """Put a tracked change around a run."""
    change = etree.fromstring(f'<w:{kind} xmlns:w="{SPACE}" {CHANGE}/>')
    run.getparent().replace(run, change)
    change.append(run)


def move_behind(copy: EditedCopy, number: int, other: int, words: str) -> None:
    """Move the paragraph of a unit with tracked changes as Word does, and say something else in it."""
    paragraph = copy.paragraph(key(number))
    moved = deepcopy(paragraph)
    # A name is there once, so a bookmark goes along; a control stays around what was moved away, too.
    for mark in list(paragraph.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        mark.getparent().remove(mark)
    copy.paragraph(key(other)).addnext(moved)
    for kind, where in (("moveFrom", paragraph), ("moveTo", moved)):
        for one in list(where.iter(W + "r")):
            tracked(kind, one)
    mark = etree.SubElement(paragraph.find(W + "pPr"), W + "rPr")
    mark.append(etree.fromstring(f'<w:moveFrom xmlns:w="{SPACE}" {CHANGE}/>'))
    list(moved.iter(W + "t"))[-1].text = words


def joined(copy: EditedCopy, *, between: str, without_lead: bool = False) -> None:
    """Let the paragraph of the second unit go on that of the first, with words typed between them."""
    first, second = copy.paragraph(key(0)), copy.paragraph(key(1))
    first.append(run(between))
    first.extend([child for child in second if child.tag != W + "pPr"][without_lead:])
    second.getparent().remove(second)


def test_a_unit_that_was_moved_and_edited_is_that_unit(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    move_behind(copy, 0, 1, "First, and more.")
    returned = read(copy.saved(), base)
    assert edits(returned, base) == {str(key(0)): "First, and more."}
    assert (returned.new, returned.fixed) == ((), ())


def test_words_typed_where_two_paragraphs_were_joined_belong_to_the_first(copy_of) -> None:
    for without_lead in (False, True):
        copy, base = copy_of(points("First.", "Second."))
        joined(copy, between=" And also ", without_lead=without_lead)
        copy.paragraph(key(0)).append(run(" At last."))
        assert edits(read(copy.saved(), base), base) == {
            str(key(0)): "First. And also",
            str(key(1)): "Second. At last.",
        }


def test_words_typed_before_two_joined_units_belong_to_the_first(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    joined(copy, between=" ", without_lead=True)
    copy.paragraph(key(0)).find(W + "r").addnext(run("Above all: "))
    assert edits(read(copy.saved(), base), base) == {str(key(0)): "Above all: First."}


def test_where_two_paragraphs_were_only_joined_nothing_is_edited(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    joined(copy, between=" ")
    returned = read(copy.saved(), base)
    assert (edits(returned, base), returned.new) == ({}, ())


def test_a_line_begun_before_the_first_letter_leaves_a_point_as_it_was() -> None:
    base = read_snapshot(snapshot(points("First.", "Second.")))
    assert base is not None
    copy = EditedCopy(write_word(points("First.", "Second."), Profile.LIBREOFFICE))
    paragraph, (words,) = copy.paragraph(key(0)), copy.runs(key(0))
    below = etree.Element(W + "p")
    below.extend([words, *paragraph[-1:]])
    paragraph.append(run(" "))
    paragraph.addnext(below)
    returned = read(copy.saved(), base)
    assert (edits(returned, base), returned.new) == ({}, ())


def test_words_typed_behind_the_second_half_of_a_unit_are_of_it() -> None:
    name = UnitKey("agenda_item", "a", "words", "en")
    document = replace(points(), blocks=(Paragraph((Unit(name, UnitClass.HELD, (Run("First."),)),)),))
    base = read_snapshot(snapshot(document))
    assert base is not None
    copy = EditedCopy(write_word(document, Profile.LIBREOFFICE))
    paragraph, (words,) = copy.paragraph(name), copy.runs(name)
    below = etree.Element(W + "p")
    words.addprevious(run("Before."))
    below.extend([words, *paragraph[-1:], run(" Behind.")])
    paragraph.addnext(below)
    assert edits(read(copy.saved(), base), base) == {str(name): "Before.\nFirst. Behind."}


def test_who_wrote_a_paper_is_no_part_of_a_unit_that_came_to_stand_before_it(copy_of) -> None:
    composed = Paragraph((Unit(key(0), UnitClass.COMPOSED, (Run("First."),)),))
    written_by = Table("", (40.0, 40.0), ((cell("Drafted by"), cell("Ada Example")),))
    document = replace(points(), blocks=(composed, paragraph("In between.")), colophon=(written_by,))
    copy, base = copy_of(document)
    between = next(node for node in copy.root.iter(W + "t") if node.text == "In between.").getparent().getparent()
    between.getparent().remove(between)
    returned = read(copy.saved(), base)
    assert (edits(returned, base), returned.new) == ({}, ())


def test_a_comment_on_words_that_were_taken_out_is_a_note_on_their_unit(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.comment(key(0), "They asked us to leave it out.")
    for one in (*copy.root.iter(W + "commentRangeStart"), *copy.runs(key(0))):
        tracked("del", one)
    (note,) = read(copy.saved(), base).notes
    assert (note.key, note.words) == (str(key(0)), "They asked us to leave it out.")


def test_a_comment_beside_a_text_box_stays_where_it_is(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.comment(key(1), "Is this so?")
    box = f"<w:drawing><w:txbxContent>{'<w:p/>' * 3}</w:txbxContent></w:drawing>"
    copy.paragraph(key(1)).append(etree.fromstring(f'<w:r xmlns:w="{SPACE}">{box}</w:r>'))
    copy.paragraph(key(1)).addnext(deepcopy(copy.paragraph(key(1))))
    assert [note.key for note in read(copy.saved(), base).notes] == [str(key(1))]


def prompting() -> Document:
    """Return a paper of one point, for which there are no words yet."""
    document = points("")
    block = document.blocks[1]
    unit = replace(block.inlines[1], runs=(), prompt="[to be entered]")
    return replace(document, blocks=(replace(block, inlines=(block.inlines[0], unit)),))


@pytest.mark.parametrize("shown", ["[to be entered]", "Click here to enter text."])
def test_words_typed_beside_a_control_that_still_shows_its_prompt_are_words(shown: str) -> None:
    base = read_snapshot(snapshot(prompting()))
    assert base is not None
    copy = EditedCopy(write_word(prompting(), Profile.WORD))
    copy.runs(key(0))[0].find(W + "t").text = shown
    assert edits(read(copy.saved(), base), base) == {}
    copy.paragraph(key(0)).append(run(" Typed beside it."))
    assert edits(read(copy.saved(), base), base) == {str(key(0)): "Typed beside it."}


def test_the_look_of_words_typed_behind_a_prompt_is_theirs() -> None:
    base = read_snapshot(snapshot(prompting()))
    assert base is not None
    copy = EditedCopy(write_word(prompting(), Profile.LIBREOFFICE))
    (prompt,) = copy.runs(key(0))
    prompt.addnext(run("Typed at once"))
    etree.SubElement(prompt.getnext(), W + "rPr").append(etree.Element(W + "i"))
    read_unit = read(copy.saved(), base).units[str(key(0))]
    assert (read_unit.words, [(m.start, m.end) for m in read_unit.look]) == ("Typed at once", [(0, 13)])
