"""How pages are left and come back; what is there no longer, or was never written so, leaves them as they come."""

from __future__ import annotations

from dialogue_prep.gui.page_state import page_state, restore_page, without_words
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.commitments_page import BOARD, CommitmentsPage
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.pages.papers_page import COMMUNIQUE, PapersPage
from tests.gui.conftest import Open


def test_what_was_typed_into_a_filter_is_left_out_where_it_may_not_be_written_down(opened: Open) -> None:
    page = opened.show(CommitmentsPage(opened.context))
    page.filters.search.setText("secret")
    page.filters.kind.picked.emit("action")
    state = page_state(page)
    assert "secret" in state
    assert "secret" not in without_words(state)
    assert "action" in without_words(state)
    assert without_words("") == without_words("no JSON")


def test_the_item_of_an_agenda_is_chosen_again(opened: Open) -> None:
    page = opened.show(AgendaPage(opened.context))
    last = page.card.table.rows()[-1].id
    page.choose_record(last)
    again = AgendaPage(opened.context)
    restore_page(again, page_state(page))
    opened.show(again)
    assert again.record_id() == last


def test_a_list_is_scrolled_as_far_as_it_was(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    page.outline.verticalScrollBar().setValue(90)
    again = DialoguePage(opened.context)
    restore_page(again, page_state(page))
    opened.show(again)
    opened.wait(lambda: again.outline.verticalScrollBar().value() == 90)


def test_the_view_and_the_years_come_back(opened: Open) -> None:
    page = opened.show(HostingPage(opened.context))
    page.zoom_bar.wanted.emit(7)
    again = HostingPage(opened.context)
    restore_page(again, page_state(page))
    opened.show(again)
    assert again.zoom == page.zoom
    assert again.zoom.years == 7


def test_the_part_of_the_papers_comes_back(opened: Open) -> None:
    page = PapersPage(opened.context)
    opened.bot.addWidget(page)
    page.parts.pick(COMMUNIQUE)
    again = PapersPage(opened.context)
    opened.bot.addWidget(again)
    restore_page(again, page_state(page))
    assert again.parts.here() == COMMUNIQUE


def test_what_cannot_be_as_it_was_is_passed_over(opened: Open) -> None:
    gone = "topic_id\\tgone\\nkind\\tnone"
    for state in (
        "",
        "no JSON",
        "[]",
        '{"record": 5, "own": {"view": 1}, "scrolled": []}',
        f'{{"record": "gone", "own": {{"view": "9", "filter": "{gone}"}}, "scrolled": {{"Gone": 7}}}}',
    ):
        page = CommitmentsPage(opened.context)
        opened.bot.addWidget(page)
        restore_page(page, state)
        assert page.views.here() != BOARD
    opened.show(page)
    assert page.table.rows.rowCount() > 0


def test_years_that_were_never_written_so_are_passed_over(opened: Open) -> None:
    page = HostingPage(opened.context)
    opened.bot.addWidget(page)
    for zoom in ("many 2018-01-01", "7 soon", "7"):
        restore_page(page, f'{{"record": "", "own": {{"zoom": "{zoom}"}}, "scrolled": {{}}}}')
        assert page.zoom.years == 0
