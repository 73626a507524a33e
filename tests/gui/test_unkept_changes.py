"""What is written in a box and not kept yet is never lost unseen: by going on, by closing it, by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import PassageId
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.clearance_box import ClearanceBox
from dialogue_prep.gui.boxes.markings_box import MarkingsBox
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.boxes.plans_box import PlansBox
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.scale_box import ScaleBox
from dialogue_prep.gui.kit.conflict_box import ConflictBox
from dialogue_prep.gui.pages.commitment_criteria import COMMITMENTS_LIST, written_criteria
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter
from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.pages.passage_step_form import PassageStepForm
from dialogue_prep.services.clearances import Clearances
from dialogue_prep.services.lineage import Lineage
from dialogue_prep.services.markings import Markings
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.saved_filters import SavedFilters
from tests.gui.conftest import Open
from tests.invented_dialogue import invented_dossier

B = TypeVar("B", bound=QDialog)


@pytest.fixture
def shown(opened: Open) -> Callable[[B], B]:
    """Return a function that shows a box and waits until it has read what it needs."""

    def show(box: B) -> B:
        opened.bot.addWidget(box)
        box.show()
        opened.settle()
        return box

    return show


def asked(box: QWidget, kind: type[B]) -> list[B]:
    """Return the boxes of a kind that are open above a box."""
    return [one for one in box.findChildren(kind) if one.isVisible()]


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def close(box: QDialog) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


def plans_box(opened: Open) -> PlansBox:
    return PlansBox(opened.context, Milestones(opened.workspace).plans(), "")


def test_another_plan_takes_the_place_of_changes_only_where_the_user_leaves_them(
    opened: Open, shown: Callable[[PlansBox], PlansBox]
) -> None:
    box = shown(plans_box(opened))
    opened.type(box.name, "Our way")
    QTest.keyClick(box.choice, Qt.Key.Key_Down)
    (question,) = asked(box, QuestionBox)
    assert (box.name.text(), box.choice.currentText()) == ("Our way", "When we host")
    press(question.leave)
    opened.settle()
    assert box.name.text() == "Our way"
    QTest.keyClick(box.choice, Qt.Key.Key_Down)
    press(asked(box, QuestionBox)[-1].do)
    assert box.name.text() == box.choice.currentText() == "When we travel"
    close(box)
    assert not box.isVisible()


def test_a_plan_is_closed_with_changes_only_where_the_user_leaves_them(
    opened: Open, shown: Callable[[PlansBox], PlansBox]
) -> None:
    box = shown(plans_box(opened))
    box.model.give(box.model.rows()[0], 3, "Registry")
    close(box)
    assert box.isVisible()
    press(asked(box, QuestionBox)[0].do)
    assert not box.isVisible()


@pytest.mark.parametrize("ours", [True, pytest.param(False, marks=pytest.mark.torture)])
def test_a_plan_that_somebody_else_changed_is_shown_beside_ones_own(
    opened: Open, shown: Callable[[PlansBox], PlansBox], *, ours: bool
) -> None:
    box = shown(plans_box(opened))
    milestones = Milestones(opened.workspace)
    seen = milestones.plans()[0]
    milestones.keep_plan(seen.plan, [replace(seen.entries[0], owner="Desk B"), *seen.entries[1:]], seen=seen)
    box.model.give(box.model.rows()[1], 3, "Registry")
    press(box.keep)
    opened.settle()
    (both,) = asked(box, ConflictBox)
    assert ("Registry" in both.ours.toPlainText(), "Desk B" in both.theirs.toPlainText()) == (True, True)
    press(both.keep if ours else both.take)
    opened.settle()
    owners = [entry.owner for entry in milestones.plans()[0].entries[:2]]
    assert owners == (["", "Registry"] if ours else ["Desk B", ""])
    assert [row.owner for row in box.model.rows()[:2]] == owners


def scale_box(opened: Open) -> ScaleBox:
    return ScaleBox(opened.context)


def test_another_rung_or_language_takes_the_place_of_changes_only_where_the_user_leaves_them(
    opened: Open, shown: Callable[[ScaleBox], ScaleBox]
) -> None:
    box = shown(scale_box(opened))
    first = box.rungs.here()
    opened.type(box.name, "Keep talking")
    QTest.keyClick(box.rungs, Qt.Key.Key_Down)
    press(asked(box, QuestionBox)[0].leave)
    opened.settle()
    box.language.picked.emit("fr")
    press(asked(box, QuestionBox)[-1].leave)
    assert (box.rungs.here(), box.language.language, box.name.text()) == (first, "en", "Keep talking")
    opened.settle()
    close(box)
    assert box.isVisible()
    press(asked(box, QuestionBox)[-1].leave)
    opened.settle()
    press(box.keep)
    opened.settle()
    QTest.keyClick(box.rungs, Qt.Key.Key_Down)
    assert asked(box, QuestionBox) == []
    assert box.rungs.here() != first
    assert Lineage(opened.workspace).scale()[0].name.read("en") == "Keep talking"


def test_a_rung_that_somebody_else_named_is_told_and_what_was_typed_is_kept_the_second_time(
    opened: Open, shown: Callable[[ScaleBox], ScaleBox]
) -> None:
    box = shown(scale_box(opened))
    lineage = Lineage(opened.workspace)
    first = lineage.scale()[0]
    lineage.reword_grade(first, "en", "Theirs", "speak")
    lineage.reword_grade(lineage.scale()[0], "fr", "Le leur", "parler")
    opened.type(box.name, "Ours")
    press(box.keep)
    opened.settle()
    assert "to “Theirs" in box.fields["name"].problem()
    assert (lineage.scale()[0].name.read("en"), box.name.text()) == ("Theirs", "Ours")
    press(box.keep)
    opened.settle()
    kept = lineage.scale()[0].name
    assert (kept.words("en"), kept.words("fr")) == ("Ours", "Le leur")


def test_the_usual_scale_does_not_come_back_over_what_somebody_else_wrote_unseen(
    opened: Open, shown: Callable[[ScaleBox], ScaleBox]
) -> None:
    box = shown(scale_box(opened))
    lineage = Lineage(opened.workspace)
    usual = lineage.scale()
    lineage.reword_grade(usual[0], "en", "Theirs", "speak")
    press(box.usual)
    opened.settle()
    assert "Somebody else has changed this" in box.fields["name"].problem()
    assert box.rungs.findings()[0].words == "1 Theirs"
    press(box.usual)
    opened.settle()
    assert lineage.scale()[0].name == usual[0].name


@pytest.mark.parametrize("ours", [pytest.param(True, marks=pytest.mark.torture), False])
def test_a_scale_of_markings_that_somebody_else_changed_is_shown_beside_ones_own(
    opened: Open, shown: Callable[[MarkingsBox], MarkingsBox], *, ours: bool
) -> None:
    box = shown(MarkingsBox(opened.context))
    markings = Markings(opened.workspace)
    seen = markings.scale()
    theirs = replace(seen.levels[1], name=seen.levels[1].name.reworded("en", "THEIRS"))
    markings.keep(replace(seen, levels=(seen.levels[0], theirs, *seen.levels[2:])), seen=seen)
    box.model.give(box.model.rows()[0], 0, "OURS")
    press(box.keep)
    opened.settle()
    (both,) = asked(box, ConflictBox)
    assert ("OURS" in both.ours.toPlainText(), "THEIRS" in both.theirs.toPlainText()) == (True, True)
    kept: list[None] = []
    box.accepted.connect(lambda: kept.append(None))
    press(both.keep if ours else both.take)
    opened.settle()
    names = [level.name.read("en") for level in markings.scale().levels]
    before = [level.name.read("en") for level in seen.levels]
    assert names == (["OURS", *before[1:]] if ours else [before[0], "THEIRS", *before[2:]])
    assert bool(kept) is ours


def test_words_on_which_both_may_agree_stay_written_when_somebody_else_takes_a_step(opened: Open) -> None:
    dossier = invented_dossier()
    form = PassageStepForm(opened.context)
    opened.bot.addWidget(form)
    passage = Passage(id=PassageId("p"), round_id=dossier.round.id, position=1)
    form.show_passage(dossier, passage, "en")
    opened.type(form.words, "The sides meet twice a year.")
    taken = replace(passage, state=PassageState.AD_REFERENDUM, words=in_english("Theirs."))
    form.show_passage(dossier, taken, "en")
    assert form.words.toPlainText() == "The sides meet twice a year."


def test_a_clearance_that_somebody_else_gave_is_told_and_replaced_the_second_time(
    opened: Open, shown: Callable[[ClearanceBox], ClearanceBox]
) -> None:
    round_id, clearances = opened.context.choices.round_id, Clearances(opened.workspace)
    paper = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
    box = shown(ClearanceBox(opened.context, round_id, paper, "Agenda"))
    clearances.set(round_id, PaperKind.AGENDA, Audience.SHARED, consulted="Desk A", approved="Bo Sample")
    opened.type(box.approved, "Ada Example")
    press(box.keep)
    opened.settle()
    assert (box.approved.text(), box.consulted.text()) == ("Ada Example", "Desk A")
    press(box.keep)
    opened.settle()
    kept = clearances.of(round_id, PaperKind.AGENDA, Audience.SHARED)
    assert kept is not None
    assert (kept.approved, kept.consulted) == ("Ada Example", "Desk A")


def filters_menu(opened: Open) -> tuple[CommitmentsPage, SavedFilter]:
    """Show the commitments narrowed to a filter that is kept as “Norms”, with the menu of filters open."""
    norms = CommitmentFilter(kind=CommitmentKind.NORM)
    kept = SavedFilters(opened.workspace).keep(COMMITMENTS_LIST, "Norms", written_criteria(norms))
    page = opened.show(CommitmentsPage(opened.context))
    page.filters.want(norms)
    page.by_name.fill()
    return page, kept


def name_given(opened: Open, page: CommitmentsPage, act: str, name: str) -> NameBox[object]:
    """Take an act from the menu of filters as it is open, and give a name to the box that asks for it."""
    next(one for one in page.by_name.menu().actions() if one.text() == act).trigger()
    (box,) = asked(page, NameBox)
    opened.type(box.name, name)
    QTest.keyClick(box.name, Qt.Key.Key_Return)
    opened.settle()
    return box


def test_a_name_that_somebody_else_gave_a_filter_is_told_and_ones_own_is_kept_the_second_time(opened: Open) -> None:
    page, kept = filters_menu(opened)
    filters = SavedFilters(opened.workspace)
    filters.rename(kept, "Theirs")
    opened.settle()
    box = name_given(opened, page, "Rename this filter …", "Ours")
    assert ("to “Theirs”" in box.field.problem(), box.name.text()) == (True, "Ours")
    assert box.name.height() >= box.name.sizeHint().height(), "the sentence takes no room from what is typed"
    assert [one.name for one in filters.of_list(COMMITMENTS_LIST)] == ["Theirs"]
    QTest.keyClick(box.name, Qt.Key.Key_Return)
    opened.settle()
    assert [one.name for one in filters.of_list(COMMITMENTS_LIST)] == ["Ours"]


def test_a_filter_that_somebody_else_changed_is_looked_at_before_another_takes_its_place(opened: Open) -> None:
    page, kept = filters_menu(opened)
    filters = SavedFilters(opened.workspace)
    theirs = filters.keep(COMMITMENTS_LIST, kept.name, "words\tborders", seen=[kept])
    opened.settle()
    box = name_given(opened, page, "Save what is shown as a filter …", "Norms")
    QTest.keyClick(box.name, Qt.Key.Key_Return)
    opened.settle()
    assert ("look at it before you put yours" in box.field.problem(), box.name.text()) == (True, "Norms")
    assert filters.of_list(COMMITMENTS_LIST) == (theirs,)
    close(box)
    page.by_name.fill()
    name_given(opened, page, "Save what is shown as a filter …", "Norms")
    assert filters.of_list(COMMITMENTS_LIST) == (kept,)
