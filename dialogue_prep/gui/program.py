"""The program behind the frame: joins the open store with the window, and offers the ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.coming_forward import ComingForward
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.desk import Desk, LoadPage
from dialogue_prep.gui.dress import Looks
from dialogue_prep.gui.failures import Failures
from dialogue_prep.gui.first_page import START, FirstPage
from dialogue_prep.gui.further_window import FurtherWindow
from dialogue_prep.gui.guiding import Guiding
from dialogue_prep.gui.held_store import HeldStore
from dialogue_prep.gui.introduction import Introduction
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.keeping import Keeping
from dialogue_prep.gui.keeping_actions import list_keeping
from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.pages.overview_page import OverviewPage
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.program_actions import list_actions, list_ending
from dialogue_prep.gui.protection import Protection
from dialogue_prep.gui.protection_actions import list_protection
from dialogue_prep.gui.recent_stores import RecentStores
from dialogue_prep.gui.remembered import Remembered, Spot
from dialogue_prep.gui.setting_up import SettingUp
from dialogue_prep.gui.sharing import Sharing
from dialogue_prep.gui.sharing_actions import list_sharing
from dialogue_prep.gui.stores import Place, Stores
from dialogue_prep.gui.whereabouts import Whereabouts
from dialogue_prep.gui.window.actions import Action, Menu
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import OVERVIEW, Interior
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.gui.working_window import WorkingWindow
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.settings import Settings

_LOOK_FOR_BACKUPS_MILLISECONDS = 60_000


class Program(WorkingWindow):
    """The first window and at most one open store, which further windows show too.

    `ready` tells that the first page shows what there is.
    """

    ready = Signal()

    def __init__(
        self,
        frame: Frame,
        interior: Interior,
        jobs: Jobs,
        failures: Failures,
        opening_of: Callable[[], Opening],
        context_of: Callable[[Workspace, Jobs, Frame], Context],
        load_page: LoadPage,
        looks: Looks,
        remembered: Remembered,
    ) -> None:
        super().__init__(frame, interior, jobs, remembered)
        self._failures = failures
        self._context_of = context_of
        self._load_page = load_page
        self._remembered = remembered
        self._looks = looks
        self._stores = Stores(jobs, opening_of, next(iter(remembered.recent()), None))
        self._forward = ComingForward(frame)
        self._held = HeldStore(jobs, frame, self._say_unanswered, self.open, self.quit)
        self.protection = Protection(
            frame, jobs, self._stores, self.open, self._leave, interior.notice.say, self._at_rest
        )
        self.keeping = Keeping(
            frame, jobs, self._stores, self.open, self._leave, self.look_anew, interior.notice.say, self._at_rest
        )
        self.sharing = Sharing(
            frame, jobs, self._stores, self.open_store, self.open, self._leave, remembered.server, self._at_rest
        )
        self.setting_up = SettingUp(jobs, looks, self._stores.settings, self._settings_elsewhere, frame)
        self.recent = RecentStores(remembered, self.open_store, interior.notice.say, self._when_forgotten, self)
        self._whereabouts = Whereabouts(interior, remembered)
        self._to_read: list[Path] = []
        self._introduction: Introduction | None = None
        self._first = FirstPage(interior, self, self._held, self._recent_offers)
        self._begins = False
        self._spot = Spot()
        self._further: list[FurtherWindow] = []
        self.guiding = Guiding(frame, interior, jobs, self._stores.settings, self.has_dialogue)
        self._actions = self.fill(self._list_actions())
        self._connect()

    def open(self, sources: Sequence[Path] = ()) -> None:
        """Open the store; where there is none yet, offer the ways to begin one. Sources are read in after that."""
        self._to_read.extend(sources)
        if not self._stores.busy:
            self._leave()
            self._stores.open(self._when_opened, self._when_absent, self._when_refused)

    def store(self) -> Workspace | None:
        """Return the store that is open."""
        return self._stores.workspace

    def close(self) -> None:
        """Close the store, after what is running has come to its next step."""
        self._whereabouts.leave()
        self._stores.close()

    def choose_store(self) -> None:
        """Let the user choose a store, and open it."""
        # Imported here, like every box: few starts of the window ever ask for it.
        from dialogue_prep.gui.boxes.store_files import ask_for_store

        if path := ask_for_store(self.frame, self._stores.folder):
            self.open_store(path)

    def open_store(self, place: Place) -> None:
        """Open another store, in a file or on a server; where one is being opened, once that is done."""
        if self._stores.busy:
            self.jobs.run(bool, lambda _done: self.open_store(place))
            return
        self._stores.choose(place)
        self.open()

    def ask_who(self) -> None:
        """Ask who we are, as the user wants it."""
        if self._introduction is not None:
            self._introduction.ask()

    def open_log(self) -> None:
        """Show the log in the program that the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._failures.log())))

    def quit(self) -> None:
        """Close all windows and end, unless the user wants to stay in one."""
        if all(window.frame.close() for window in (*self._further, self)):
            QApplication.quit()

    def open_window(self, beside: WorkingWindow | None = None) -> None:
        """Open one more window on the store, which begins where another one is."""
        seen, workspace = (beside or self).context, self._stores.workspace
        assert seen is not None
        assert workspace is not None
        frame, interior = Frame(), Interior()
        self._looks.take(frame)
        frame.setWindowIcon(self.frame.windowIcon())
        frame.setCentralWidget(interior)
        frame.resize(self.frame.size())
        window = FurtherWindow(
            self,
            frame,
            interior,
            self.jobs.beside(frame),
            partial(self._context_of, workspace),
            self._load_page,
            self._remembered,
        )
        self._further.append(window)
        window.gone.connect(self._further.remove)
        window.begin(seen.choices, self._stores.settings_read)

    def come_forward(self) -> None:
        """Show the first window before the others, also where it was closed."""
        self.frame.show()
        self.frame.raise_()
        self.frame.activateWindow()

    def _list_actions(self) -> list[Action]:
        keeping = list_keeping(self.keeping, lambda: self.desk.record_id() if self.desk else "")
        return [
            *self.guiding.list_actions(),
            *list_actions(self),
            *keeping,
            *list_sharing(self.sharing),
            *list_protection(self.protection),
            *list_ending(self),
        ]

    def _connect(self) -> None:
        self._failures.examine_first(self._examine)
        self.setting_up.changed.connect(self._when_set)
        self.interior.added.connect(self._when_page_added)
        look = QTimer(self, interval=_LOOK_FOR_BACKUPS_MILLISECONDS)
        look.timeout.connect(self._stores.back_up)
        look.start()

    def _when_page_added(self, _name: str, page: QWidget) -> None:
        if isinstance(page, Page | OverviewPage):
            page.shown.connect(self.ready)

    def _examine(self, error: BaseException, otherwise: Callable[[], object]) -> None:
        if not self.keeping.examining:  # one damage leads to many errors
            self.keeping.examine(error, otherwise, lambda: self._leave_for(error))

    def _when_opened(self, workspace: Workspace) -> None:
        self._begins = False
        context, path = self._show(workspace), workspace.database.path
        self._spot = self._whereabouts.begin(path, context)
        if workspace.alone:
            self._remembered.note_store(path)
        if self._stores.server:
            self._remembered.note_server(self._stores.server)
        self._offer_recent()
        context.look_again(self._spot.dialogue_id, self._spot.round_id)
        if workspace.read_only:
            self.interior.notice.say(_("This store can only be looked at; nothing in it can be changed."))
        else:
            # Once there is something to work with: what is looked up for it would hold that up.
            self.ready.connect(self.keeping.warn_of_place, Qt.ConnectionType.SingleShotConnection)
        self._say_missed()
        self._read_what_waits()

    def _when_absent(self, path: Path) -> None:
        self._begins = True
        if self._stores.asks:
            self._first.ask()
        else:
            self._first.welcome(str(path))
        self._say_missed()
        self._offer_recent()
        self.ready.emit()
        self._read_what_waits()

    def _say_missed(self) -> None:
        if self._stores.missed is not None:
            self.recent.say_gone(self._stores.missed)

    def _leave_for(self, error: BaseException) -> None:
        self._leave()
        self._give_up(error)

    def _read_what_waits(self) -> None:
        if self._to_read:
            paths, self._to_read = self._to_read, []
            self.read_in(paths)

    def _at_rest(self) -> bool:
        return all(one.idle() and not one.in_use for one in (self, *self._further))

    def _when_refused(self, error: BaseException) -> None:
        if self.protection.asks(error, self._go_back):
            self._first.protected(str(self._stores.path))
            self.ready.emit()
        elif self.sharing.asks(error, partial(self._give_up, error)):
            self.ready.emit()
        else:
            self.keeping.examine(error, partial(self._give_up, error), partial(self._give_up, error))

    def _go_back(self) -> None:
        if self._stores.go_back():
            self.open()

    def _give_up(self, error: BaseException) -> None:
        if not isinstance(error, Problem):
            self._failures.tell(error)
        words = sentence_in_words(error.sentence) if isinstance(error, Problem) else _("A report has been written.")
        if self._stores.go_back():
            self.interior.notice.say(words)
            self.open()
            return
        calls, takes = self._held.refused(error)
        self._first.problem(words, calls=calls, takes=takes)
        self._offer_recent()
        self.ready.emit()

    def _say_unanswered(self, words: str) -> None:
        self._first.problem(words, calls=True)

    def _show(self, workspace: Workspace) -> Context:
        context = self.context = self._context_of(workspace, self.jobs, self.frame)
        context.settings = self._stores.settings_read
        self.protection.watch(workspace)
        self._forward.listen(workspace.database.path if workspace.alone else None)
        context.changed.connect(lambda _step: self._actions.refresh())
        self.desk = Desk(self.interior, context, self._load_page)
        self._introduction = Introduction(context, self._stores.settings, self.frame)
        self._introduction.kept.connect(self.guiding.offer_tour)
        self.desk.emptied.connect(self._when_emptied)
        self.desk.filled.connect(self._when_filled)
        return context

    def _leave(self) -> None:
        self.keep_typed()
        for window in tuple(self._further):
            window.leave()
        self.jobs.forget()
        self._forward.listen(None)
        self.protection.watch(None)
        self.close()
        if self.desk is not None:
            self.desk.leave()
        self.desk = self.context = self._introduction = None
        self._actions.refresh()

    def _offer_recent(self) -> None:
        self._actions.offer(Menu.RECENT, self._recent_offers())

    def _when_forgotten(self) -> None:
        self._offer_recent()
        self._first.offer_again()

    def _recent_offers(self) -> list[Offer]:
        return self.recent.offers(self._stores.path)

    def _settings_elsewhere(self) -> list[Offer]:
        """Return what is set in boxes of its own: the markings travel with the store."""
        context = self.context
        if context is None or not context.choices.dialogues:
            return []
        from dialogue_prep.gui.boxes.markings_box import MarkingsBox

        return [(_("Markings of this store, and where they stand …"), lambda: MarkingsBox(context, self.frame).open())]

    def _when_set(self, settings: Settings) -> None:
        self._stores.settings_read = settings
        workspace = self._stores.workspace
        if workspace is not None:
            for window in (self, *self._further):
                if window.context is not None:
                    window.context.settings = settings
            workspace.who = settings.name
            self.protection.watch(workspace)

    def _when_emptied(self) -> None:
        workspace = self._stores.workspace
        assert workspace is not None
        self._begins = True
        if self.interior.here() != START:
            # What was told of the page that is left here without being asked, as why a first source was refused, stays.
            told = self.interior.notice.words()
            self._first.welcome(str(workspace.database.path))
            if not self.interior.notice.words():
                self.interior.notice.tell(told)
        self.ready.emit()

    def _when_filled(self) -> None:
        if self.desk is not None and self.interior.here() in (START, ""):
            self.desk.begin_at(self._spot.page or OVERVIEW)
        # Who opens a store that is there has been asked when it was begun, or somebody else was.
        if self._begins and self._introduction is not None:
            self._begins = False
            self._introduction.ask_once()

    def begin_with_starter(self) -> None:
        """Put the starter dialogue into the store, which is made where there is none."""
        self.work_with(lambda context: context.begin_with_starter())

    def work_with(self, then: Callable[[Context], None]) -> None:
        """Do something with the open store; where none is open, one is made first."""
        if self.context is not None:
            then(self.context)
        elif not self._stores.busy:
            self._stores.make(lambda workspace: then(self._show(workspace)), self._when_refused)


def clock() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)
