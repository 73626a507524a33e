"""What menus, tools and shortcuts do: the one list of actions, with their texts, shortcuts and conditions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction

from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.window.interior import places
from dialogue_prep.gui.words import _, step_in_words

if TYPE_CHECKING:
    from dialogue_prep.gui.context import Context
    from dialogue_prep.gui.desk import Desk
    from dialogue_prep.gui.palette import Palette
    from dialogue_prep.gui.setting_up import SettingUp


class Doer(Protocol):
    """Who does what the actions say. `context` and `desk` are there while a store is open."""

    @property
    def context(self) -> Context | None: ...
    @property
    def desk(self) -> Desk | None: ...
    def idle(self) -> bool: ...
    def open_window(self) -> None: ...
    def choose_store(self) -> None: ...
    def choose_sources(self) -> None: ...
    def paste_source(self) -> None: ...
    def new_dialogue(self) -> None: ...
    def ask_who(self) -> None: ...
    @property
    def setting_up(self) -> SettingUp: ...
    @property
    def palette(self) -> Palette: ...
    def go(self, place: str) -> None: ...
    def begin_search(self) -> None: ...
    def show_history(self) -> None: ...
    def print_page(self) -> None: ...
    def open_log(self) -> None: ...
    def tell_about(self) -> None: ...
    def quit(self) -> None: ...


def list_actions(doer: Doer) -> list[Action]:
    """Return everything that menus, tools and shortcuts do."""
    return [*_stores(doer), *_sources(doer), *_file(doer), *_edit(doer), *_go(doer), *_papers(doer), *_help(doer)]


def _stores(doer: Doer) -> list[Action]:
    return [
        Action(
            menu=Menu.FILE,
            text=lambda: _("New window"),
            shortcut="Ctrl+Alt+N",
            run=doer.open_window,
            allowed=partial(_has_dialogue, doer),
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Open another store …"),
            shortcut="Ctrl+O",
            run=doer.choose_store,
            allowed=doer.idle,
            below=Menu.RECENT,
        ),
    ]


def _sources(doer: Doer) -> list[Action]:
    return [
        Action(
            menu=Menu.FILE,
            text=lambda: _("Read a source in …"),
            shortcut="Ctrl+I",
            run=doer.choose_sources,
            allowed=doer.idle,
            icon=Icon.READ_IN,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Paste a source"),
            shortcut="Ctrl+Shift+V",
            run=doer.paste_source,
            allowed=doer.idle,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("New dialogue …"),
            run=doer.new_dialogue,
            allowed=doer.idle,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Remove the dialogue …"),
            run=lambda: doer.desk.remove_dialogue() if doer.desk else None,
            allowed=lambda: doer.idle() and _has_dialogue(doer),
        ),
    ]


def _file(doer: Doer) -> list[Action]:
    return [
        Action(
            menu=Menu.FILE,
            text=lambda: _("Print the page …"),
            shortcut="Ctrl+P",
            run=doer.print_page,
            allowed=partial(_has_dialogue, doer),
            parted=True,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Who we are …"),
            run=doer.ask_who,
            allowed=lambda: doer.context is not None,
            parted=True,
        ),
        Action(
            menu=Menu.FILE,
            text=lambda: _("Settings …"),
            shortcut="Ctrl+,",
            run=doer.setting_up.show,
            role=QAction.MenuRole.PreferencesRole,
        ),
    ]


def list_ending(doer: Doer) -> list[Action]:
    """Return what ends the program: the last of the menu, whatever else stands in it."""
    return [
        Action(
            menu=Menu.FILE,
            text=lambda: _("Quit"),
            shortcut="Ctrl+Q",
            run=doer.quit,
            parted=True,
            role=QAction.MenuRole.QuitRole,
        ),
    ]


def _edit(doer: Doer) -> list[Action]:
    return [
        Action(
            menu=Menu.EDIT,
            text=lambda: _named(_("Undo"), _("Undo: {what}"), doer.context.choices.undo if doer.context else None),
            shortcut="Ctrl+Z",
            run=lambda: doer.context.undo() if doer.context else None,
            allowed=lambda: doer.context is not None and doer.context.choices.undo is not None,
            icon=Icon.UNDO,
        ),
        Action(
            menu=Menu.EDIT,
            text=lambda: _named(_("Redo"), _("Redo: {what}"), doer.context.choices.redo if doer.context else None),
            shortcut="Ctrl+Shift+Z",
            also="Ctrl+Y",
            run=lambda: doer.context.redo() if doer.context else None,
            allowed=lambda: doer.context is not None and doer.context.choices.redo is not None,
            icon=Icon.REDO,
        ),
        Action(
            menu=Menu.EDIT,
            text=lambda: _("History of the record …"),
            shortcut="Ctrl+H",
            run=doer.show_history,
            allowed=partial(_has_dialogue, doer),
        ),
        Action(
            menu=Menu.EDIT,
            text=lambda: _("Removed records …"),
            shortcut="Ctrl+Shift+H",
            run=lambda: doer.desk.show_history("") if doer.desk else None,
            allowed=partial(_has_dialogue, doer),
        ),
    ]


def _go(doer: Doer) -> list[Action]:
    return [
        *(
            Action(
                menu=Menu.GO,
                text=place.title,
                shortcut=f"Ctrl+{number}",
                allowed=partial(_has_dialogue, doer),
                run=partial(doer.go, place.name),
            )
            for number, place in enumerate(places(), start=1)
        ),
        Action(
            menu=Menu.GO,
            text=lambda: _("Find a command …"),
            shortcut="Ctrl+Shift+P",
            run=doer.palette.show,
            parted=True,
        ),
        Action(
            menu=Menu.GO,
            text=lambda: _("Search everything"),
            shortcut="Ctrl+K",
            run=doer.begin_search,
            allowed=partial(_has_dialogue, doer),
        ),
    ]


def _papers(doer: Doer) -> list[Action]:
    return [
        Action(
            menu=Menu.PAPERS,
            text=lambda: _("Write all papers"),
            shortcut="Ctrl+Shift+W",
            run=lambda: doer.desk.write_every() if doer.desk else None,
            allowed=lambda: doer.idle() and doer.context is not None and bool(doer.context.choices.round_id),
            icon=Icon.WRITE,
        ),
        Action(
            menu=Menu.PAPERS,
            text=lambda: _("Bring edited copies back …"),
            shortcut="Ctrl+B",
            run=lambda: doer.desk.bring_back() if doer.desk else None,
            allowed=lambda: doer.idle() and doer.context is not None and bool(doer.context.choices.round_id),
        ),
        Action(
            menu=Menu.PAPERS,
            text=lambda: _("Compare versions …"),
            shortcut="Ctrl+D",
            run=lambda: doer.desk.compare() if doer.desk else None,
            allowed=lambda: doer.idle() and doer.context is not None and bool(doer.context.choices.round_id),
        ),
    ]


def _help(doer: Doer) -> list[Action]:
    return [
        Action(menu=Menu.HELP, text=lambda: _("Open the log"), run=doer.open_log),
        Action(
            menu=Menu.HELP,
            text=lambda: _("About Dialogue Prep"),
            run=doer.tell_about,
            role=QAction.MenuRole.AboutRole,
        ),
    ]


def _has_dialogue(doer: Doer) -> bool:
    return doer.context is not None and bool(doer.context.choices.dialogues)


def _named(bare: str, named: str, label: str | None) -> str:
    """Return what taking back or doing again is called, with the name of the step where there is one."""
    return named.format(what=step_in_words(label)) if label else bare
