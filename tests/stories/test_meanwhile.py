"""Somebody else changes a record while it is edited: both values are seen, and what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.records import Records
from dialogue_prep.store.database import Database
from tests.invented import workspace_of
from tests.stories.at_the_agenda import second_item
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]


def aim_elsewhere(store: Path, item: AgendaItem, words: str) -> None:
    """Give an item another objective on a connection of somebody else's."""
    database = Database(store)
    records = Records(workspace_of(database, prefix="other"))
    records.edit(item, lambda kept: replace(kept, objective=in_english(words)), label="Change an objective")
    database.close()


def test_what_somebody_else_wrote_is_shown_and_ones_own_stays_in_its_field(tell: Tell, store: Path) -> None:
    story = tell(store)
    item, form = second_item(story)
    field = form.field("objective")
    aim_elsewhere(store, item, "Theirs")

    field.editor.setFocus()
    QTest.keyClicks(field.editor, "Ours")
    field.editor.saving.flush()
    story.wait(lambda: "changed this meanwhile to “Theirs”" in field.problem())
    story.wait(lambda: form.record() != item)
    assert field.editor.paragraphs() == ("Ours",)
    QTest.keyClicks(field.editor, ", too")
    field.editor.saving.flush()
    assert story.started.program is not None
    workspace = story.started.program.store()
    assert workspace is not None
    story.wait(lambda: "Ours, too" in str(workspace.history(item.id)[0].after))
    assert "Theirs" in str(workspace.history(item.id)[1].after)
    story.wait(lambda: field.problem() == "")
