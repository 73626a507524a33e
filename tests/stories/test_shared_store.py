"""Two people at work on one shared store: each sees the other, and a server that goes away takes nothing along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW
from dialogue_prep.services.moving import move
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.records import Records
from dialogue_prep.services.sharing import CompanyListener, company_of
from dialogue_prep.system.folders import user_folders
from tests.invented import workspace_of
from tests.server import Server, opened, words_of
from tests.stories.conftest import Story

Tell = Callable[[str], Story]


def test_two_see_each_other_and_what_is_typed_outlasts_the_server(
    tell: Tell, store: Path, server: Server, tmp_path: Path
) -> None:
    address = server.new_database()
    words = words_of(address)
    opening = Opening(store=store, named=True, folders=user_folders())
    assert move(opening, opening.elsewhere(words)).records > 0
    story = tell(words)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.action("Agenda").trigger()
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    table, form = page.card.table, page.panel.form
    story.wait(lambda: bool(table.rows()))
    table.selectRow(1)
    item = table.rows()[1].item
    story.wait(lambda: form.record() == item)

    other = workspace_of(opened(address, tmp_path), prefix="other")
    company = company_of(other, CompanyListener(present=lambda _names: None, connected=lambda _heard: None))
    assert company is not None
    company.stand(item.id)
    company.start()
    story.wait(lambda: "Also in this record: Ada Example" in story.labels())
    Records(other).edit(item, lambda kept: replace(kept, outcome=in_english("Theirs")), label="Change an outcome")
    story.wait(lambda: getattr(form.record(), "outcome", None) == in_english("Theirs"))
    other.database.close()
    story.wait(lambda: "Also in this record: Ada Example" not in story.labels())

    field = form.field("objective")
    server.stop()
    try:
        story.wait(lambda: any(label.startswith("The server does not answer") for label in story.labels()))
        field.editor.setFocus()
        QTest.keyClicks(field.editor, "Typed meanwhile")
        field.editor.saving.flush()
        story.wait(lambda: "cannot be reached" in field.problem())
    finally:
        server.start()
    story.wait(lambda: field.problem() == "")
    assert field.editor.paragraphs() == ("Typed meanwhile",)
    assert story.started.program is not None
    workspace = story.started.program.store()
    assert workspace is not None
    assert "Typed meanwhile" in str(workspace.history(item.id)[0].after)
    assert not any(label.startswith("The server does not answer") for label in story.labels())
