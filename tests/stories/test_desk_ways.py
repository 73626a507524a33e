"""Ways of working: commands by their names, settings that last, stores that were opened before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.boxes.settings_box import SettingsBox
from dialogue_prep.gui.colours import DARK, LIGHT, colours_now
from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.palette_box import PaletteBox
from dialogue_prep.gui.window.interior import COMMITMENTS, DIALOGUE, HOSTING, OVERVIEW
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings, read_settings, write_settings
from tests.stories.conftest import CONTROL, SHIFT, Story, change

Tell = Callable[..., Story]


def run(story: Story, typed: str) -> None:
    """Run a command by what is typed, with keys alone."""
    story.look_at()
    story.press(Qt.Key.Key_P, CONTROL, SHIFT, on=story.frame)
    palette = story.opened_box(PaletteBox)
    story.bot.keyClicks(palette.line, typed)
    story.press(Qt.Key.Key_Return, on=palette.line)
    story.wait(lambda: not any(one.isVisible() for one in story.frame.findChildren(PaletteBox)))


def test_every_command_is_run_by_its_name_and_the_last_ones_come_first(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("Commitments").isEnabled())
    run(story, "commitm")
    story.wait(lambda: story.interior.here() == COMMITMENTS)
    run(story, "hstng")
    story.wait(lambda: story.interior.here() == HOSTING)
    story.look_at()
    story.press(Qt.Key.Key_P, CONTROL, SHIFT, on=story.frame)
    palette = story.opened_box(PaletteBox)
    first = [command.name for command in palette.model.rows()][:2]
    assert first == ["Hosting", "Commitments"]
    assert all(command.action.isEnabled() for command in palette.model.rows())
    assert {command.keys for command in palette.model.rows()} >= {"Ctrl+I", "Ctrl+5", "Ctrl+,"}
    story.press(Qt.Key.Key_Down, on=palette.line)
    assert palette.table.currentIndex().row() == 1
    story.bot.keyClicks(palette.line, "no such command")
    assert palette.nothing.isVisible()
    story.press(Qt.Key.Key_Escape, on=palette.line)


def test_search_leads_to_a_record_on_its_page_and_escape_back_to_where_one_was(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.header.search.isEnabled())
    story.overview.gaps.setFocus()
    here = QApplication.focusWidget()
    search = story.header.search
    story.press(Qt.Key.Key_K, CONTROL)
    story.bot.keyClicks(search, "extradit")
    story.wait(lambda: bool(search.hits()))
    story.press(Qt.Key.Key_Escape, on=search)
    assert QApplication.focusWidget() is here
    story.press(Qt.Key.Key_K, CONTROL)
    story.bot.keyClicks(search, "extradit")
    story.wait(lambda: bool(search.hits()) and search.completer().popup().isVisible())
    hits = search.hits()
    assert [hit.title for hit in hits if not hit.in_title and not hit.in_excerpt] == []
    kinds = [hit.kind for hit in hits if hit.kind]
    assert len(kinds) == len(set(kinds)), "what is of one kind stands together"
    story.press(Qt.Key.Key_Return, on=search)
    story.wait(lambda: story.interior.here() == DIALOGUE)
    page = story.page(DialoguePage)
    story.wait(lambda: page.record_id() == hits[0].id)


def test_settings_are_kept_as_they_are_left_and_are_there_after_a_new_start(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))
    story.press(Qt.Key.Key_Comma, CONTROL, on=story.frame)
    settings = story.opened_box(SettingsBox)
    story.bot.keyClicks(settings.editor("name"), "Ada Example")
    story.press(Qt.Key.Key_Tab, on=settings.editor("name"))
    theme = settings.editor("theme")
    theme.setFocus()
    story.press(Qt.Key.Key_End, on=theme)
    theme.activated.emit(theme.currentIndex())
    folder = settings.editor("papers_folder")
    story.bot.keyClicks(folder, "/no such folder")
    folder.editingFinished.emit()
    story.wait(lambda: "There is no folder" in settings.fields["papers_folder"].problem())
    kept = Settings(name="Ada Example", theme="dark")
    story.wait(lambda: read_settings(user_folders().settings) == kept)
    story.wait(lambda: colours_now() == DARK)
    workspace = story.started.program.store() if story.started.program else None
    assert workspace is not None
    assert workspace.who == "Ada Example"
    story.press(Qt.Key.Key_Escape, on=settings)
    story.end()
    again = tell(store)
    again.wait(lambda: again.interior.here() == OVERVIEW)
    assert colours_now() == DARK
    again.press(Qt.Key.Key_Comma, CONTROL, on=again.frame)
    settings = again.opened_box(SettingsBox)
    assert settings.editor("name").text() == "Ada Example"
    settings.editor("theme").choose("light")
    settings.editor("theme").activated.emit(1)
    again.wait(lambda: colours_now() == LIGHT)
    again.press(Qt.Key.Key_Escape, on=settings)


def test_a_broken_file_of_settings_is_told_and_kept_aside(tell: Tell, store: Path) -> None:
    folder = user_folders().settings
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("name = ", encoding="utf-8")
    story = tell(store)
    assert "settings-aside-1.toml" in story.notice
    assert (folder / "settings-aside-1.toml").read_text(encoding="utf-8") == "name = "


def test_one_comes_back_to_where_one_was_and_to_stores_opened_before(tell: Tell, store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "dialogues.store"
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))
    story.go(HOSTING)
    story.wait(lambda: story.interior.here() == HOSTING)
    story.end()
    again = tell(other)
    assert [button.text() for button in again.welcome.recent] == [f"dialogues in {store.parent}"]
    again.click(again.welcome.recent[0])
    again.wait(lambda: again.interior.here() == HOSTING)
    again.end()
    store.unlink()
    last = tell(other)
    last.click(last.welcome.recent[0])
    last.wait(lambda: "is there no longer" in last.notice)
    last.click(last.interior.notice.offer)
    assert last.welcome.recent == []
    last.end()
    assert tell(other).welcome.recent == []
    assert QApplication.activeModalWidget() is None


def test_a_store_that_is_chosen_while_another_is_still_opened_is_opened_after_it(
    tell: Tell, store: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(store, tmp_path / "other.store"))
    story = tell(store, lambda story: story.started.program is not None)
    program = story.started.program
    assert program is not None
    program.open_store(other)
    story.wait(lambda: (workspace := program.store()) is not None and workspace.database.path == other)
    story.wait(lambda: story.interior.here() == OVERVIEW)


def test_the_store_used_last_opens_by_itself_unless_one_wants_to_be_asked(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    held = tell("")
    assert held.welcome.call.isVisible(), "the window that holds it can be called"
    story.end()
    held.click(held.welcome.retry)
    held.wait(lambda: held.interior.here() == OVERVIEW)
    assert held.started.program is not None
    workspace = held.started.program.store()
    assert workspace is not None
    assert workspace.database.path == store
    held.end()
    write_settings(user_folders().settings, Settings(at_start="ask"))
    asked = tell("")
    assert "Which store?" in asked.labels()
    assert not asked.welcome.starter.isVisible(), "nothing is begun where a store may be"
    assert QApplication.focusWidget() is asked.welcome.recent[0]
    asked.press(Qt.Key.Key_Space)
    asked.wait(lambda: asked.interior.here() == OVERVIEW)
    asked.end()
    write_settings(user_folders().settings, Settings())
    store.unlink()
    gone = tell("")
    assert "is there no longer" in gone.notice
    assert "Prepare the next round" in gone.labels()
    assert not store.exists()


def test_a_page_comes_back_as_it_was_left(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.go(COMMITMENTS)
    story.wait(lambda: story.interior.here() == COMMITMENTS and story.page(CommitmentsPage).table.rows.rowCount() == 8)
    page = story.page(CommitmentsPage)
    kind = page.table.rows.rows()[0].commitment.kind.value
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.filters.kind.picked.emit(kind)
    story.bot.keyClicks(page.filters.search, "e")
    page.table.choose(page.table.rows.rows()[-1].id)
    left = [row.id for row in page.table.rows.rows()]
    story.go(HOSTING)
    story.wait(lambda: story.interior.here() == HOSTING and story.page(HostingPage).table.model().rowCount() > 0)
    story.page(HostingPage).parts.pick(3)
    story.end()
    again = tell(store)
    again.wait(lambda: again.interior.here() == HOSTING and again.page(HostingPage).parts.here() == 3)
    again.go(COMMITMENTS)
    again.wait(lambda: again.interior.here() == COMMITMENTS and again.page(CommitmentsPage).table.rows.rowCount() > 0)
    page = again.page(CommitmentsPage)
    assert (page.filters.search.text(), page.filters.wanted.kind) == ("e", kind)
    assert 1 < len(left) < 8
    assert [row.id for row in page.table.rows.rows()] == left
    assert page.record_id() == left[-1]


def test_where_no_round_is_planned_the_head_says_so_and_leads_to_planning(tell: Tell, tmp_path: Path) -> None:
    store = tmp_path / "held.store"

    def only_what_was_held(workspace: Workspace) -> None:
        dialogue = Dialogues(workspace).begin_with_starter()
        ahead = [one for one in Rounds(workspace).all(dialogue.id) if one.status.ahead]
        Records(workspace).remove(*ahead, label="Remove a round")

    change(store, only_what_was_held)
    story = tell(store)
    story.wait(lambda: story.header.round.words() == "No round is planned yet")
    *held, plan = story.header.round.menu().actions()
    assert held
    assert not any(action.isChecked() for action in (*held, plan))
    plan.trigger()
    story.wait(lambda: story.header.round.words().startswith("Round 3"))
    assert [action.text() for action in story.header.round.menu().actions()][-1] != plan.text()
    story.wait(lambda: any("open, " in words and words.endswith("of them blocking") for words in story.labels()))
