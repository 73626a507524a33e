"""The delegations page: what its lines say, and how the list is used without a window around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.seating_rules import FacingDoor
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.seating_box import SeatingBox
from dialogue_prep.gui.colours import DARK, LIGHT, Colours
from dialogue_prep.gui.history_lines import history_lines
from dialogue_prep.gui.kit.conflict_box import ConflictBox
from dialogue_prep.gui.pages.delegation_column import DelegationColumn
from dialogue_prep.gui.pages.delegations_lines import BothDelegations, Coverage, delegations
from dialogue_prep.gui.pages.delegations_page import DelegationsPage
from dialogue_prep.services.delegations import Coming, Delegations
from dialogue_prep.services.history import History
from dialogue_prep.services.records import Records
from tests.gui.conftest import Open
from tests.gui.test_looks import contrast
from tests.invented_dialogue import invented_dossier

MARKUP = "<b>Ada</b> <img src=x>"


@pytest.fixture
def both() -> BothDelegations:
    return delegations(invented_dossier(), "en")


def test_ours_comes_first_and_entities_stand_in_order_of_precedence(both: BothDelegations) -> None:
    assert [side.heading for side in both.sides] == ["Ostrava · ours", "Lumen · theirs"]
    assert [line.name for line in both.ours.entities] == ["Office of Courts", "Office of Waters"]


def test_every_entity_says_whether_somebody_comes(both: BothDelegations) -> None:
    said = [(line.coverage, line.words) for side in both.sides for line in side.entities]
    assert said == [
        (Coverage.COMING, "1 delegate"),
        (Coverage.ABSENT, "absent: The floods."),
        (Coverage.MISSING, "nobody yet"),
    ]
    assert (both.ours.complete, both.ours.standing) == (True, "complete")
    assert (both.theirs.complete, both.theirs.standing) == (False, "1 entity has nobody yet")


def test_a_delegate_is_addressed_and_says_for_whom_he_or_she_comes(both: BothDelegations) -> None:
    (line,) = both.ours.delegates
    assert (line.number, line.name, line.role) == ("1", "Ms. Ada Example", "Head")
    assert line.note == "Office of Courts · Coordinator · for Coordinator · note"
    assert line.whole.endswith("designated officer for Coordinator · Comes by train.")


def test_a_co_chair_who_is_not_confirmed_is_said_to_be_so(both: BothDelegations) -> None:
    ours, theirs = (side.chair for side in both.sides)
    assert ours is not None
    assert theirs is not None
    assert (ours.words, ours.to_confirm) == ("Ada Example, confirmed", False)
    assert (theirs.words, theirs.to_confirm) == ("Bo Sample, as of 22 June 2031, to be confirmed", True)


def test_every_widget_that_takes_the_focus_has_a_name(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    page.ours.delegate_asked.emit()
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert nameless == []


def test_a_name_that_looks_like_markup_is_shown_as_it_is(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    both = page.both()
    assert both is not None
    coming = Coming(
        round_id=both.dossier.round.id, side_id=both.ours.side.id, name=in_english(MARKUP), office=in_english(MARKUP)
    )
    Delegations(opened.workspace).add(coming)
    opened.settle()
    opened.wait(lambda: page.ours.model.rowCount() == 2)
    page.ours.list.choose(page.ours.model.rows()[1].id)
    assert page.panel.heading.text() == MARKUP
    assert page.panel.heading.textFormat() == Qt.TextFormat.PlainText
    hint = page.ours.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in hint


def test_what_is_selected_stays_while_others_are_added(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    both = page.both()
    assert both is not None
    chosen = page.ours.model.rows()[0].id
    page.ours.list.choose(chosen)
    Delegations(opened.workspace).add(
        Coming(round_id=both.dossier.round.id, side_id=both.ours.side.id, name=in_english("Bo Sample"))
    )
    opened.settle()
    opened.wait(lambda: page.ours.model.rowCount() == 2)
    assert page.record_id() == page.ours.list.chosen_id() == chosen


def test_the_history_of_a_delegate_and_of_the_person_is_one_click_away(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    asked: list[str] = []
    page.history_asked.connect(asked.append)
    line = page.ours.model.rows()[0]
    page.ours.list.choose(line.id)
    page.panel.history.click()
    page.panel.history_of_person.click()
    assert asked == [line.id, line.person.id]


def test_the_table_is_drawn_by_rank_and_follows_the_lists(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    both = page.both()
    assert both is not None
    for name, role in (("Bo Sample", DelegateRole.MEMBER), ("Cy Case", DelegateRole.INTERPRETER)):
        Delegations(opened.workspace).add(
            Coming(round_id=both.dossier.round.id, side_id=both.ours.side.id, name=in_english(name), role=role)
        )
    opened.settle()
    box = SeatingBox(opened.context, both.dossier.round.id)
    opened.bot.addWidget(box)
    box.show()
    opened.wait(lambda: "Bo Sample" in box.view.accessibleDescription())
    ours, theirs = box.view.accessibleDescription().split("\n")
    assert ours == "Canada: Bo Sample, Daniel Jean, Cy Case interpreter", "we are guests: our right hand is seen left"
    assert theirs == "China: Wang Yongqing"


def test_the_rules_are_chosen_beside_the_table_and_their_history_is_in_words(opened: Open) -> None:
    round_id = opened.context.choices.round_id
    box = SeatingBox(opened.context, round_id)
    opened.bot.addWidget(box)
    box.show()
    opened.wait(lambda: box.rules.record() is not None)
    assert box.view.accessibleDescription().startswith("Canada"), "the guests face the door"
    order = box.rules.editor("facing_door")
    order.choose(FacingDoor.HOSTS)
    order.activated.emit(order.currentIndex())
    opened.wait(lambda: box.view.accessibleDescription().startswith("China"))
    opened.type(box.rules.editor("seats_a_side"), "40")
    box.rules.flush()
    opened.settle()
    assert box.rules.field("seats_a_side").problem() == "A side has 1 to 20 seats at the table."
    entries = History(opened.workspace).of(round_id)
    line = history_lines(entries, {}, "en")[0]
    assert (line.what, line.field_words) == ("Change the seating of a round", "Who faces the door")
    assert (line.before, line.after) == ("The guests", "The hosts")
    opened.workspace.undo()
    opened.wait(lambda: box.view.accessibleDescription().startswith("Canada"))


def test_what_was_typed_is_kept_when_another_delegate_is_chosen(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    page.ours.list.choose(page.ours.model.rows()[0].id)
    office = page.panel.delegate.editor("office")
    opened.type(office, "Adviser on everything")
    page.theirs.list.choose(page.theirs.model.rows()[0].id)
    opened.settle()
    opened.wait(lambda: "Adviser on everything" in page.ours.model.rows()[0].note)
    assert "everything" not in office.toPlainText()


def test_without_a_round_the_page_says_the_next_step(opened: Open) -> None:
    with opened.workspace.look() as work:
        ahead = [round_ for round_ in work.find(Round) if round_.status.ahead]
    Records(opened.workspace).remove(*ahead, label="Remove a round")
    opened.settle()
    page = opened.show(DelegationsPage(opened.context))
    assert page.empty.isVisible()
    opened.bot.mouseClick(page.empty.step, Qt.MouseButton.LeftButton)
    opened.wait(lambda: page.both() is not None and page.ours.model.rowCount() == 1)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_words_of_chips_can_be_read(colours: Colours) -> None:
    for tone in (colours.good, colours.warn):
        assert contrast(tone, colours.soft) >= 4.5


def test_entities_stand_beside_each_other_only_where_all_their_names_are_whole(
    qtbot: QtBot, both: BothDelegations
) -> None:
    column = DelegationColumn("Theirs")
    qtbot.addWidget(column)
    column.show()
    one = both.theirs.entities[0]
    column.show_lines(replace(both.theirs, entities=(one, replace(one, id="another"))))
    first, second = column.chips
    column.resize(3 * first.sizeHint().width(), 600)
    qtbot.waitUntil(lambda: first.y() == second.y())
    longer = replace(one, id="another", short=one.short * 4)
    column.show_lines(replace(both.theirs, entities=(one, longer)))
    qtbot.waitUntil(lambda: first.y() < second.y())


def test_whom_a_delegate_stands_in_for_stays_typed_until_it_is_kept(opened: Open) -> None:
    round_id, sides = opened.context.choices.round_id, opened.context.choices.sides
    home = next(side for side in sides if side.home)
    coming = Coming(
        round_id=RoundId(round_id), side_id=home.id, name=in_english("Ada Example"), role=DelegateRole.MEMBER
    )
    added = Delegations(opened.workspace).add(coming)
    page = opened.show(DelegationsPage(opened.context))
    page.choose_record(added.id)
    opened.settle()
    line = page.panel.stands_in_for
    opened.type(line, "Keeper of the wells")
    Records(opened.workspace).edit(added, lambda kept: replace(kept, note=in_english("By train.")), label="Change")
    opened.settle()
    assert line.text() == "Keeper of the wells"
    page.hide()
    opened.settle()
    with opened.workspace.look() as work:
        kept = work.get(Delegate, added.id)
        assert kept.stands_in_for_id is not None
        assert work.get(Post, kept.stands_in_for_id).title.read("en") == "Keeper of the wells"


def test_a_delegate_comes_to_the_round_that_is_seen_though_another_is_being_read(opened: Open) -> None:
    page, choices = opened.show(DelegationsPage(opened.context)), opened.context.choices
    page.ours.delegate_asked.emit()
    opened.type(page.panel.new_delegate.name, "Ada Example")
    opened.context.choices = replace(choices, round_id="another")
    opened.bot.keyClick(page.panel.new_delegate.name, Qt.Key.Key_Return)
    opened.context.choices = choices
    opened.settle()
    both = page.both()
    assert both is not None
    assert "Ada Example" in [line.name for line in both.ours.delegates]


def with_a_post_being_typed(opened: Open) -> tuple[DelegationsPage, Delegate]:
    """Return the page with a new delegate of ours, for whom somebody types the post he stands in for."""
    round_id, sides = opened.context.choices.round_id, opened.context.choices.sides
    home = next(side for side in sides if side.home)
    coming = Coming(round_id=RoundId(round_id), side_id=home.id, name=in_english("Ada Example"))
    added = Delegations(opened.workspace).add(coming)
    page = opened.show(DelegationsPage(opened.context))
    page.choose_record(added.id)
    opened.settle()
    opened.type(page.panel.stands_in_for, "Keeper of the wells")
    return page, added


def test_whom_a_delegate_stands_in_for_is_refused_at_its_field_and_stays_typed(opened: Open) -> None:
    page, added = with_a_post_being_typed(opened)
    delegations = Delegations(opened.workspace)
    line, field = page.panel.stands_in_for, page.panel.stands_in_for_field
    delegations.designate(added, in_english("Keeper of the keys"))
    opened.bot.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    if box := page.findChild(ConflictBox):
        box.later.click()
    opened.context.look_again()
    opened.settle()
    assert (line.text(), "to “Keeper of the keys”" in field.problem()) == ("Keeper of the wells", True)
    opened.type(line, "Keeper of the spring")
    opened.bot.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    with opened.workspace.look() as work:
        post = work.get(Delegate, added.id).stands_in_for_id
        assert work.get(Post, post or "").title.read("en") == "Keeper of the spring"
    assert field.problem() == ""


def test_whom_somebody_else_said_a_delegate_stands_in_for_is_not_replaced_unseen_while_one_types(opened: Open) -> None:
    page, added = with_a_post_being_typed(opened)
    delegations = Delegations(opened.workspace)
    line, field = page.panel.stands_in_for, page.panel.stands_in_for_field
    theirs = delegations.designate(added, in_english("Keeper of the keys"))
    opened.settle()
    opened.bot.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    (both,) = page.findChildren(ConflictBox)
    assert (both.ours.toPlainText(), both.theirs.toPlainText()) == ("Keeper of the wells", "Keeper of the keys")
    with opened.workspace.look() as work:
        assert work.get(Delegate, added.id) == theirs
    both.keep.click()
    opened.settle()
    with opened.workspace.look() as work:
        post = work.get(Delegate, added.id).stands_in_for_id
        assert work.get(Post, post or "").title.read("en") == "Keeper of the wells"
    assert field.problem() == ""


def test_whom_a_delegate_stands_in_for_can_be_said_again_before_what_was_said_is_shown(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened.show(DelegationsPage(opened.context))
    shown = page.ours.model.rows()[0]
    page.ours.list.choose(shown.id)
    monkeypatch.setattr(opened.context, "look_again", lambda **_step: None)
    line, field = page.panel.stands_in_for, page.panel.stands_in_for_field
    for title in ("Keeper of the wells", "Keeper of the keys"):
        opened.type(line, title)
        opened.bot.keyClick(line, Qt.Key.Key_Return)
        opened.settle()
    assert (field.problem(), page.findChildren(ConflictBox)) == ("", [])
    with opened.workspace.look() as work:
        post = work.get(Delegate, shown.id).stands_in_for_id
        assert work.get(Post, post or "").title.read("en") == "Keeper of the keys"
