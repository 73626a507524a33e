"""Who else is at work on the store that is open: at the record that is looked at, and whether the server is heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.window.status_line import StatusLine
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.sharing import Company
    from dialogue_prep.services.workspace import Workspace

_LOOK_MILLISECONDS = 500


class CompanyWatch(QObject):
    """Shows the others in the foot of the window, and lets them see where the user is. In a file there are none.

    `record_id` says at which record the user is. Once the server is heard again, what could not be kept meanwhile is
    kept, and everything is read anew.
    """

    _present = Signal(object)
    _connected = Signal(bool)

    def __init__(self, context: Context, status: StatusLine, record_id: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._status = status
        self._record_id = record_id
        self._names: tuple[str, ...] = ()
        self._heard = True
        self._timer = QTimer(self, interval=_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._present.connect(self._when_present, Qt.ConnectionType.QueuedConnection)
        self._connected.connect(self._when_connected, Qt.ConnectionType.QueuedConnection)
        workspace = context.workspace
        self._company = None if workspace.database.in_file else self._company_in(workspace)
        if self._company is not None:
            self._company.start()
            self._timer.start()

    def leave(self) -> None:
        """Show nobody any more, and be seen by nobody."""
        self._timer.stop()
        self._status.show_company("")
        if self._company is not None:
            self._company.silence()

    def _company_in(self, workspace: Workspace) -> Company | None:
        # Imported here: most stores are in a file.
        from dialogue_prep.services.sharing import CompanyListener, company_of

        return company_of(workspace, CompanyListener(present=self._present.emit, connected=self._connected.emit))

    def _look(self) -> None:
        if self._company is not None:
            self._company.stand(self._record_id())

    def _when_present(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._say()

    def _when_connected(self, heard: bool) -> None:
        self._heard = heard
        self._say()
        if heard:
            self._context.jobs.recovered.emit()
            self._context.look_again_now()

    def _say(self) -> None:
        if not self._heard:
            self._status.show_company(_("The server does not answer; what you type stays here until it does"))
        elif self._names:
            names = QLocale(self._context.language).createSeparatedList([name or _("Somebody") for name in self._names])
            self._status.show_company(_("Also in this record: {names}").format(names=names))
        else:
            self._status.show_company("")
