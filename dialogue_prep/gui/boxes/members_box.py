"""The box that shows who may do what in a store on a server, and in which a coordinator gives roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTableView, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.sharing import Membership, share
from dialogue_prep.store.postgres_roles import StoreRole
from dialogue_prep.store.server_address import ServerAddress

_WIDTH, _HEIGHT = 560, 620


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One user of the server with a role in the store; `id` is the name there."""

    id: str
    role: StoreRole


class MembersBox(QDialog):
    """Lists the users, and stays open while roles are given. `read` says who has which, and is called in jobs."""

    def __init__(
        self, jobs: Jobs, server: ServerAddress, read: Callable[[], Membership], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._server, self._read = jobs, server, read
        self.setWindowTitle(_("Who may do what"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made = plain_table(_("Users of this store"), _columns(), 0)
        self.table: QTableView = made[0]
        self.model: TableModel[MemberLine] = made[1]
        self.user, self.password, self.role = QLineEdit(), QLineEdit(), ChoiceBox()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.role.offer([*((role, role_in_words(role)) for role in StoreRole), (None, _("no role any more"))])
        self.role.choose(StoreRole.EDITOR)
        self.fields = {
            "user": Field(_("User name on the server"), self.user),
            "role": Field(_("Role"), self.role),
            "password": Field(_("First password, where the server does not know the user yet"), self.password),
        }
        self.told = PlainLabel(_("Asking the server …"), tone=Tone.MUTED, wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.do = buttons.addButton(_("Give the role"), QDialogButtonBox.ButtonRole.ActionRole)
        self.do.setProperty("main", "true")
        self.do.clicked.connect(self.give)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._allow(allowed=False)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._take_line())
        jobs.run(read, self._show, self._refuse)

    def give(self) -> None:
        """Give the user the role, and read the list anew."""
        user, role, password = self.user.text().strip(), self.role.thing(), self.password.text()
        self._allow(allowed=False)

        def told(made: bool) -> None:
            self.password.clear()
            self.told.say(_("{user} was made on the server.").format(user=user) if made else "", Tone.GOOD)
            self._jobs.run(self._read, self._show, self._refuse)

        self._jobs.run(lambda: share(self._server, user, role, password), told, self._refuse)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        about = _(
            "A reader looks, an editor changes records, a coordinator also sets markings and the day that counts as "
            "today, and gives roles. The server sees to it."
        )
        layout = box_column(self, _("Who may do what"), about, width=_WIDTH)
        layout.addWidget(self.table, 1)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(self.told)
        layout.addWidget(buttons)

    def _show(self, found: Membership) -> None:
        lines = tuple(MemberLine(user, role) for user, role in found.roles.items())
        self.model.show_rows(lines)
        if found.may_give:
            self._allow(allowed=True)
            if self.told.text() == _("Asking the server …"):
                self.told.say("")
        else:
            self.told.say(_("Only a coordinator gives roles."), Tone.MUTED)

    def _take_line(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.user.isEnabled():
            line = self.model.row_at(index)
            self.user.setText(line.id)
            self.role.choose(line.role)

    def _refuse(self, error: BaseException) -> None:
        self._allow(allowed=True)
        if not isinstance(error, Problem):
            self._jobs.refuse(error)
            return
        words = sentence_in_words(error.sentence)
        self.fields["user"].refuse(words if error.field == "user" else "")
        self.told.say("" if error.field == "user" else words, Tone.BAD)

    def _allow(self, *, allowed: bool) -> None:
        for one in (self.user, self.role, self.password, self.do):
            one.setEnabled(allowed)
        if allowed:
            self.fields["user"].refuse("")


def role_in_words(role: StoreRole) -> str:
    """Return a role as the window names it."""
    return {
        StoreRole.READER: _("reader"),
        StoreRole.EDITOR: _("editor"),
        StoreRole.COORDINATOR: _("coordinator"),
    }[role]


def _columns() -> list[Column[MemberLine]]:
    return [Column(_("User"), lambda line: line.id), Column(_("Role"), lambda line: role_in_words(line.role))]
