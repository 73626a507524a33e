"""Two people at work on one shared store: each sees the other, and a server that goes away takes nothing along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.going_back_box import GoingBackBox
from dialogue_prep.gui.boxes.members_box import MembersBox
from dialogue_prep.gui.boxes.moving_box import MovingBox
from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox
from dialogue_prep.gui.window.interior import OVERVIEW
from dialogue_prep.services.moving import move
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.records import Records
from dialogue_prep.services.sharing import CompanyListener, company_of
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.postgres_roles import StoreRole
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.folders import user_folders
from tests.invented import workspace_of
from tests.server import Server, opened, words_of
from tests.stories.at_the_agenda import second_item
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
    item, form = second_item(story)

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


def test_a_store_is_moved_onto_a_server_shared_backed_up_and_taken_into_a_file_again(
    tell: Tell, store: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, taken = server.new_database(), tmp_path / "taken.store"
    story = tell(str(store))
    story.wait(lambda: story.interior.here() == OVERVIEW)

    def place() -> Path | ServerAddress | None:
        program = story.started.program
        assert program is not None
        opened = program.store()
        if opened is None or not program.context:
            return None
        return opened.database.address if isinstance(opened.database, SharedDatabase) else opened.database.path

    choose(story, "Move the store onto a server …")
    asked = story.opened_box(PassphraseBox)
    for name, words in (("server", address.host), ("database", address.database), ("user", "nobody-known")):
        asked.lines[name].setText(words)
    asked.do.click()
    story.wait(lambda: "does not let you in" in asked.fields["password"].problem())
    asked.lines["user"].setText(address.user)
    asked.do.click()
    moving = story.opened_box(MovingBox)
    story.wait(moving.go.isEnabled)
    assert "are the same in both places: each was compared" in moving.told.text()
    moving.go.click()
    story.wait(lambda: place() == address)

    choose(story, "Who may do what …")
    members = story.opened_box(MembersBox)
    story.wait(members.do.isEnabled)
    members.user.setText("new-editor")
    members.do.click()
    story.wait(lambda: "new-editor was made on the server." in members.told.text() and members.do.isEnabled())
    assert [(line.id, line.role) for line in members.model.rows()] == [
        ("new-editor", StoreRole.EDITOR),
        (address.user, StoreRole.COORDINATOR),
    ]
    members.reject()
    assert not story.action("Purge (only in a file)").isEnabled()
    assert not story.action("Protect (only in a file)").isEnabled()

    choose(story, "Go back to a backup …")
    back = story.opened_box(GoingBackBox)
    back.make.click()
    story.wait(back.do.isEnabled)
    assert back.told.text() == "Nothing that is there would change."
    back.reject()

    monkeypatch.setattr("dialogue_prep.gui.boxes.store_files.ask_for_place", lambda *_asked: taken)
    choose(story, "Take the store into a file …")
    moving = story.opened_box(MovingBox)
    story.wait(moving.go.isEnabled)
    moving.go.click()
    story.wait(lambda: place() == taken)

    choose(story, "Open a store on a server …")
    asked = story.opened_box(PassphraseBox)
    assert [line.text() for line in asked.lines.values()] == [address.host, address.database, address.user, ""]
    asked.do.click()
    story.wait(lambda: place() == address)


def choose(story: Story, entry: str) -> None:
    """Choose an entry of a menu, once it can be."""
    story.wait(lambda: story.action(entry).isEnabled())
    story.action(entry).trigger()
