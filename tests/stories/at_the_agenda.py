"""The page of the agenda as a user comes to it: opened from the menu, an item chosen."""

from __future__ import annotations

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.gui.kit.record_form import RecordForm
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW
from tests.stories.conftest import Story


def agenda_of(story: Story) -> AgendaPage:
    """Open the page and wait for its rows."""
    story.action("Agenda").trigger()
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    story.wait(lambda: bool(page.card.table.rows()) and page.card.table.isVisible())
    return page


def second_item(story: Story) -> tuple[AgendaItem, RecordForm]:
    """Choose the second item, once the window shows the store; return it with its form."""
    story.wait(lambda: story.interior.here() == OVERVIEW)
    page = agenda_of(story)
    page.card.table.selectRow(1)
    item, form = page.card.table.rows()[1].item, page.panel.form
    story.wait(lambda: form.record() == item)
    return item, form
