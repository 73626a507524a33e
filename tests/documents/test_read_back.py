"""What office programs do to a file by themselves is no edit; what people do to it is found, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

import pytest
from lxml import etree

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.merge import same_words
from dialogue_prep.documents.model import (
    Document,
    ListItem,
    Paragraph,
    Role,
    Run,
    Unit,
    UnitClass,
    UnitKey,
    units,
)
from dialogue_prep.documents.read_back import read_back
from dialogue_prep.documents.returned import Via, returned_file
from dialogue_prep.documents.returned_document import ReturnedDocument
from dialogue_prep.documents.snapshot import Snapshot, read_snapshot, snapshot
from dialogue_prep.documents.word.returned_file import look
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from tests.documents.conftest import full_dossier, request
from tests.documents.staff_templates import p, word_file
from tests.documents.word_edits import EditedCopy, W, disturb, run, words_typed

ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CASES = 80
PAPERS = (
    (PaperKind.SPEAKING_NOTES, Audience.INTERNAL, "en"),
    (PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, "fr"),
    (PaperKind.AGENDA, Audience.SHARED, "zh-Hans"),
    (PaperKind.COMMUNIQUE, Audience.INTERNAL, "en"),
    (PaperKind.STEERING_BRIEF, Audience.INTERNAL, "zh-Hans"),
)


@cache
def written(paper: int, profile: Profile) -> tuple[Document, Snapshot, bytes]:
    kind, audience, language = PAPERS[paper]
    document = compose(kind, audience, full_dossier(), request(language))
    base = read_snapshot(snapshot(document))
    assert base is not None
    return document, base, write_word(document, profile)


def read(word: bytes, base: Snapshot) -> ReturnedDocument:
    return read_back(returned_file(look(word)), base)


def edits(returned: ReturnedDocument, base: Snapshot) -> dict[str, str | None]:
    said = {unit.key: unit.text for unit in base.units}
    return {key: words for key, words in returned.words.items() if words is None or not same_words(words, said[key])}


def editable(document: Document) -> list[Unit]:
    return [unit for unit in units(document) if unit.editable and unit.key.field != "minutes"]


def cases() -> Iterator[tuple[int, Profile]]:
    for paper in range(len(PAPERS)):
        for profile in (Profile.WORD, Profile.LIBREOFFICE):
            yield paper, profile


@pytest.mark.parametrize("profile", [*Profile])
@pytest.mark.parametrize("paper", range(len(PAPERS)))
def test_a_copy_that_nobody_edited_says_what_was_written(paper: int, profile: Profile) -> None:
    _document, base, word = written(paper, profile)
    returned = read(word, base)
    assert edits(returned, base) == {}
    assert (returned.new, returned.fixed, returned.notes) == ((), (), ())
    wanted = {Profile.WORD: {Via.TAG, Via.BOOKMARK}, Profile.LIBREOFFICE: {Via.BOOKMARK}}.get(profile, {Via.LIKENESS})
    assert {unit.via for unit in returned.units.values()} <= wanted
    assert returned.by_likeness == (profile is Profile.READING)


def check_disturbed(paper: int, profile: Profile, random: Random) -> None:
    """Disturb a copy and edit some units; nothing but those edits is read."""
    document, base, word = written(paper, profile)
    copy = EditedCopy(word)
    chosen = random.sample(editable(document), random.randrange(0, 4))
    typing = words_typed(random)
    wanted: dict[str, str] = {}
    for unit in chosen:
        wanted[str(unit.key)] = words = f"{unit.text} {next(typing)}".strip()
        copy.retype(unit.key, words, tracked=random.random() < 0.5)
    disturb(copy.root, random)
    returned = read(copy.saved(), base)
    found = edits(returned, base)
    assert found.keys() == wanted.keys()
    assert all(same_words(found[key] or "", words) for key, words in wanted.items())
    assert (returned.new, returned.fixed) == ((), ())


@pytest.mark.parametrize("part", range(4))
def test_what_word_adds_is_no_edit_and_known_edits_are_found_each_in_its_place(part: int) -> None:
    kinds = list(cases())
    for number in range(part, CASES, 4):
        check_disturbed(*kinds[number % len(kinds)], Random(number))


@pytest.mark.torture
def test_five_thousand_disturbed_copies_say_what_was_written(tally) -> None:
    kinds = list(cases())
    for number in range(5000):
        check_disturbed(*kinds[number % len(kinds)], Random(10_000 + number))
    tally("edits come back", tries=5000, lost=0)


def points(*words: str, language: str = "en") -> Document:
    """Return a paper of points under a heading that stands fast."""
    blocks = [
        ListItem(
            (
                Run("To them: ", strong=True),
                Unit(UnitKey("speaking_point", f"p{n}", "words", language), UnitClass.HELD, (Run(said),)),
            ),
            Role.POINT,
        )
        for n, said in enumerate(words)
    ]
    return Document(
        key="k",
        title="T",
        language=language,
        marking="",
        version=1,
        written_on=date(2032, 1, 1),
        blocks=(Paragraph((Run("What stands fast."),)), *blocks),
    )


def key(number: int) -> UnitKey:
    return UnitKey("speaking_point", f"p{number}", "words", "en")


@pytest.fixture(params=[Profile.WORD, Profile.LIBREOFFICE])
def copy_of(request: pytest.FixtureRequest):
    def make(document: Document) -> tuple[EditedCopy, Snapshot]:
        base = read_snapshot(snapshot(document))
        assert base is not None
        return EditedCopy(write_word(document, request.param)), base

    return make


def test_a_paragraph_taken_out_is_left_out(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second.", "Third."))
    copy.take_out(key(1))
    returned = read(copy.saved(), base)
    assert returned.left_out == (str(key(1)),)
    assert (returned.new, returned.fixed) == ((), ())


def test_a_paragraph_more_is_new_and_says_between_which_it_stands(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.add_behind(key(0), "Between the two, 引渡.")
    (new,) = read(copy.saved(), base).new
    assert (new.words, new.after, new.before) == ("Between the two, 引渡.", str(key(0)), str(key(1)))


def test_words_typed_beside_a_mark_belong_to_its_unit(copy_of) -> None:
    copy, base = copy_of(points("First."))
    copy.paragraph(key(0)).append(copy.runs(key(0))[0].__copy__())
    copy.paragraph(key(0))[-1][-1].text = " And more."
    returned = read(copy.saved(), base)
    assert returned.units[str(key(0))].words == "First. And more."
    assert returned.fixed == ()


def test_an_edit_of_words_that_stand_fast_is_told(copy_of) -> None:
    copy, base = copy_of(points("First."))
    fast = next(node for node in copy.root.iter() if node.text == "What stands fast.")
    fast.text = "What stood fast."
    (edit,) = read(copy.saved(), base).fixed
    assert (edit.was, edit.now) == ("What stands fast.", "What stood fast.")


def test_tracked_changes_are_counted_with_their_author(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.retype(key(0), "Altered.", tracked=True)
    returned = read(copy.saved(), base)
    assert returned.units[str(key(0))].words == "Altered."
    assert (returned.file.insertions, returned.file.deletions) == (1, 1)
    assert returned.file.changes == (("Bo Sample", 2),)


def test_a_comment_is_a_note_on_its_unit(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.comment(key(1), "Is this so?")
    (note,) = read(copy.saved(), base).notes
    assert (note.key, note.words, note.author, note.on) == (
        str(key(1)),
        "Is this so?",
        "Bo Sample",
        date(2032, 2, 5),
    )


def test_a_comment_of_several_lines_keeps_them_apart(copy_of) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.comment(key(1), "Is this so?</w:t><w:br/><w:t>Ask</w:t><w:tab/><w:t>again.")
    (note,) = read(copy.saved(), base).notes
    assert note.words == "Is this so?\nAsk\tagain."


@pytest.mark.parametrize(
    ("name", "value", "look_of"),
    [
        ("b", None, "bold"),
        ("i", None, "italic"),
        ("u", "single", "underline"),
        ("vertAlign", "superscript", "superscript"),
    ],
)
def test_how_words_look_is_read(copy_of, name: str, value: str | None, look_of: str) -> None:
    copy, base = copy_of(points("First.", "Second."))
    copy.look(key(0), name, value)
    returned = read(copy.saved(), base)
    assert [(m.start, m.end, m.look) for m in returned.units[str(key(0))].look] == [(0, 6, look_of)]
    assert returned.units[str(key(1))].look == ()


def test_a_unit_copied_elsewhere_is_a_copy_of_it() -> None:
    document = points("First.", "Second.")
    base = read_snapshot(snapshot(document))
    assert base is not None
    copy = EditedCopy(write_word(document, Profile.WORD))
    copy.paragraph(key(1)).addnext(copy.paragraph(key(0)).__deepcopy__({}))
    returned = read(copy.saved(), base)
    assert [(new.words, new.copied) for new in returned.new] == [("First.", str(key(0)))]
    assert edits(returned, base) == {}


def test_what_is_typed_beside_a_copied_unit_is_new_with_it() -> None:
    document = points("First.", "Second.")
    base = read_snapshot(snapshot(document))
    assert base is not None
    copy = EditedCopy(write_word(document, Profile.WORD))
    copied = copy.paragraph(key(0)).__deepcopy__({})
    copied.append(run(" And more."))
    copy.paragraph(key(1)).addnext(copied)
    returned = read(copy.saved(), base)
    assert [(new.words, new.copied) for new in returned.new] == [("First. And more.", str(key(0)))]


def test_what_is_typed_beside_a_unit_of_another_paper_is_new_with_it() -> None:
    base = read_snapshot(snapshot(points("First.")))
    assert base is not None
    copy = EditedCopy(write_word(points("First.", "Another one."), Profile.WORD))
    copy.paragraph(key(1)).append(run(" And more."))
    returned = read(copy.saved(), base)
    assert [(new.words, new.copied) for new in returned.new] == [("Another one. And more.", "")]


def test_what_is_typed_before_a_unit_of_another_paper_is_new_with_it_and_a_lead_of_ours_is_not() -> None:
    base = read_snapshot(snapshot(points("First.")))
    assert base is not None
    copy = EditedCopy(write_word(points("First.", "Another one.", "A third."), Profile.WORD))
    copy.paragraph(key(1)).find(W + "r").addnext(run("Only if asked: "))
    copy.paragraph(key(2)).find(W + "r").find(W + "t").text = "3. "
    returned = read(copy.saved(), base)
    assert [new.words for new in returned.new] == ["To them: Only if asked: Another one.", "A third."]


def test_a_unit_of_another_paper_is_new_text() -> None:
    base = read_snapshot(snapshot(points("First.")))
    assert base is not None
    returned = read(write_word(points("First.", "Another one."), Profile.WORD), base)
    assert [(new.words, new.copied) for new in returned.new] == [("Another one.", "")]


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Signs of ours" w:char="F0E0"/>', "[…]"),
        ('<w:sym w:font="Arial" w:char="2603"/>', "☃"),
        ('<w:sym w:char="none"/>', "[…]"),
        (
            "<w:ruby><w:rt><w:r><w:t>yindu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>引渡</w:t></w:r></w:rubyBase></w:ruby>",
            "引渡",
        ),
        (
            "<m:AlternateContent><m:Choice><w:x/></m:Choice><m:Fallback><w:t>☎</w:t></m:Fallback></m:AlternateContent>",
            "☎",
        ),
    ],
)
def test_a_sign_and_letters_with_a_reading_above_them_are_words(sign: str, words: str) -> None:
    base = read_snapshot(snapshot(points("First.")))
    assert base is not None
    copy = EditedCopy(write_word(points("First."), Profile.WORD))
    copy.runs(key(0))[0].addnext(etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}" xmlns:m="{ALTERNATIVES}">{sign}</w:r>'))
    assert edits(read(copy.saved(), base), base) == {str(key(0)): f"First.{words}"}


def test_every_text_box_of_a_group_is_read_once() -> None:
    boxes = "".join(f"<w:txbxContent>{p(words)}</w:txbxContent>" for words in ("One.", "Two."))
    lines = look(word_file(f"<w:p><w:r><w:drawing>{boxes}</w:drawing></w:r></w:p>"))["lines"]
    assert [text for text, *_rest in lines] == ["One.", "Two.", ""]


def test_a_copy_without_any_mark_is_read_by_likeness() -> None:
    before = points("The first point is about extradition.", "The second is about 被判刑人移管.", "A third.")
    after = points("The first point is about extradition and more.", "The second is about 被判刑人的移管.", "A third.")
    base = read_snapshot(snapshot(before))
    assert base is not None
    returned = read(write_word(after, Profile.READING), base)
    assert returned.by_likeness
    assert edits(returned, base) == {
        str(key(0)): "The first point is about extradition and more.",
        str(key(1)): "The second is about 被判刑人的移管.",
    }
