"""The dialogue page without a window around it: the words of its lines, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.commitment import LADDERS, Commitment, Voice
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.post import Post, PostRole
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.pages.dialogue_lines import (
    aliases,
    going_words,
    holders,
    home_changes,
    numbers_taken,
    outline,
    stated_in,
)
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.pages.new_record_form import new_kinds
from dialogue_prep.services.commitments import Commitments
from dialogue_prep.services.dialogues import TermsOfReference
from dialogue_prep.services.posts import Posts
from dialogue_prep.services.records import Records
from tests.gui.conftest import Open


@pytest.fixture
def terms(opened: Open) -> TermsOfReference:
    return opened.context.dialogues.terms(opened.context.choices.dialogue_id)


def chair(terms: TermsOfReference) -> Post:
    return next(post for post in terms.posts if post.role is PostRole.CO_CHAIR)


def test_every_record_is_in_the_outline_once(terms: TermsOfReference) -> None:
    records = [line.id for line in outline(terms, "en") if not line.heading]
    assert len(set(records)) == len(records)
    assert all(terms.find(id_) is not None for id_ in records)
    assert {topic.id for topic in terms.topics} < set(records)


def test_an_entity_that_does_not_take_part_says_so(opened: Open, terms: TermsOfReference) -> None:
    entity = terms.entities[0]
    Records(opened.workspace).change(entity, replace(entity, participates=False), label="Change an entity")
    now = opened.context.dialogues.terms(terms.dialogue.id)
    assert next(line.note for line in outline(now, "en") if line.id == entity.id) == "does not take part"


def test_the_present_holder_of_a_post_comes_before_former_ones(opened: Open, terms: TermsOfReference) -> None:
    post = chair(terms)
    (former,) = holders(terms, post, "en")
    assert former.now
    Posts(opened.workspace).give(post, in_english("Ada Example"), opened.workspace.today())
    first, second = holders(opened.context.dialogues.terms(terms.dialogue.id), post, "en")
    assert (first.now, first.words) == (True, "Ada Example, confirmed")
    assert second.words.endswith("until 6 February 2018")


def test_other_names_and_statements_name_their_sources(terms: TermsOfReference) -> None:
    (alias,) = aliases(terms, terms.dialogue, "en")
    assert alias.words.startswith("Canada-China High-Level National Security and Rule of Law Dialogue (Joint")
    said = stated_in(terms, terms.dialogue, "en")
    assert said.startswith("Stated in Terms of Reference")
    assert "¶ 5, 7, 9, 11, 18, 20" in said


def test_what_goes_is_counted_by_kind(terms: TermsOfReference) -> None:
    assert going_words({Entity: 2, Post: 1}) == "Entity: 2, Post: 1"
    assert going_words({}) == ""


def test_a_change_of_sides_says_what_becomes_of_what_was_said_by_one(opened: Open, terms: TermsOfReference) -> None:
    other = next(side for side in terms.sides if not side.home)
    assert len(home_changes(terms, other, 0, "en")) == 2
    with opened.workspace.look() as work:
        commitment = work.find(Commitment)[0]
    ladder = Commitments(opened.workspace)
    ladder.say_status(commitment, Voice.OURS, LADDERS[commitment.kind][0], opened.workspace.today())
    number = opened.context.dialogues.one_sided_entries(terms.dialogue.id)
    assert home_changes(terms, other, number, "en")[2].startswith("1 status entry said by one side keeps the word")


def test_new_topics_are_numbered_after_the_last(terms: TermsOfReference) -> None:
    assert numbers_taken(terms)["Topic"] == 6


def test_whatever_is_added_is_found_in_the_outline(opened: Open, terms: TermsOfReference) -> None:
    page = opened.show(DialoguePage(opened.context))
    for number, new in enumerate(new_kinds(terms)):
        action = page.add.menu().actions()[number]
        action.trigger()
        opened.type(page.new_record.words, f"Something new {number}")
        opened.type(page.new_record.day, "2018-01-01")
        opened.bot.keyClick(page.new_record.words, Qt.Key.Key_Return)
        opened.settle()
        opened.wait(lambda n=number: any(f"new {n}" in line.words for line in page.outline.lines()))
        assert type(page.terms().find(page.record_id())) is new.kind  # type: ignore[union-attr]


def test_the_language_of_the_texts_is_seen_and_can_be_chosen(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    assert page.language.isVisible()
    assert page.language.words() == "English"


def test_what_has_no_words_is_not_added(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    before = page.outline.lines()
    for action, sentence in zip(
        page.add.menu().actions()[:1] + page.add.menu().actions()[2:3],
        ("An entity needs a name.", "A post needs a title."),
        strict=True,
    ):
        action.trigger()
        opened.bot.keyClick(page.new_record.words, Qt.Key.Key_Return)
        assert page.new_record.words_field.problem() == sentence
    opened.bot.keyClick(page.new_record.words, Qt.Key.Key_Escape)
    assert page.outline.lines() == before


def test_every_form_has_a_name_on_each_of_its_fields(opened: Open, terms: TermsOfReference) -> None:
    page = opened.show(DialoguePage(opened.context))
    for line in page.outline.lines():
        if not line.heading:
            page.outline.choose(line.id)
            nameless = [
                widget
                for widget in page.detail.findChildren(QWidget)
                if widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
            ]
            assert nameless == [], line.words


def test_the_outline_keeps_the_rules_of_qt(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    tester = QAbstractItemModelTester(page.outline.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    left = page.outline.lines()[3:]
    page.outline.show_lines(left)
    assert page.outline.lines() == left
    assert tester.model() is page.outline.model()
    tester.deleteLater()


def test_a_side_that_is_ours_is_not_offered_to_become_ours(opened: Open, terms: TermsOfReference) -> None:
    page = opened.show(DialoguePage(opened.context))
    for side in terms.sides:
        page.outline.choose(side.id)
        assert isinstance(page.terms().find(side.id), Side)  # type: ignore[union-attr]
        assert page.detail.home.isVisible() is not side.home


def test_another_name_that_is_refused_stays_typed_and_is_kept_once(
    opened: Open, terms: TermsOfReference, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened.show(DialoguePage(opened.context))
    page.outline.choose(terms.topics[0].id)
    opened.settle()
    names = page.detail.aliases
    before = len(names.lines())
    opened.type(names.line, "Anti-terror")
    with monkeypatch.context() as hindered:
        hindered.setattr(Records, "add", lambda *_values, **_label: raise_refusal())
        opened.bot.keyClick(names.line, Qt.Key.Key_Return)
        opened.settle()
    assert (names.line.text(), opened.said) == ("Anti-terror", ["This cannot be kept."])
    for _twice in range(2):
        opened.bot.keyClick(names.line, Qt.Key.Key_Return)
    opened.settle()
    assert (names.line.text(), len(names.lines())) == ("", before + 1)


def raise_refusal() -> None:
    raise UserError("This cannot be kept.")
