"""The forms in which somebody is put on a delegation list, or an absence is recorded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.suggestions import suggest
from dialogue_prep.gui.pages.delegations_lines import BothDelegations, Coverage, DelegationLines
from dialogue_prep.gui.terms import delegate_role_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.delegations import Coming


class NewDelegateForm(QWidget):
    """Asks who comes; `given` tells that the user is done, `left` that nobody is to be added after all."""

    given = Signal()
    left = Signal()
    absence_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self.entity = ChoiceBox()
        self.name, self.address, self.office, self.stands_in_for = (QLineEdit() for _number in range(4))
        self.stands_in_for.setPlaceholderText(_("nobody: comes in his or her own right"))
        self.role = ChoiceBox()
        self.role.offer([(role, delegate_role_name(role)) for role in DelegateRole])
        self.nobody = PlainLabel(wrap=True)
        self.fields = {
            "entity_id": Field(_("Entity"), self.entity),
            "name": Field(_("Name", "of a person"), self.name),
            "form_of_address": Field(_("Form of address"), self.address),
            "role": Field(_("Role"), self.role),
            "office": Field(_("Office"), self.office),
            "stands_in_for": Field(_("Stands in for"), self.stands_in_for),
        }
        self.add = QPushButton(_("Add"))
        self.add.setProperty("main", "true")
        self.leave = QPushButton(_("Cancel"))
        self.excuse = QPushButton(_("Nobody comes from here …"))
        self.excuse.setObjectName("quiet")
        self._lay_out()
        for line in (self.name, self.address, self.office, self.stands_in_for):
            line.returnPressed.connect(self.given)
        self.add.clicked.connect(self.given)
        self.leave.clicked.connect(self.left)
        self.excuse.clicked.connect(lambda: self.absence_chosen.emit(self.entity.thing() or ""))
        on_keys(self, "Esc", self.left.emit)

    def ask(self, both: BothDelegations, side: DelegationLines, entity_id: str, language: str) -> None:
        """Ask for somebody of a side, from an entity or from the first that has nobody."""
        self._side = side.side
        missing = next((line.id for line in side.entities if line.coverage is Coverage.MISSING), None)
        self.entity.offer([*((line.id, line.name) for line in side.entities), (None, _("none of these"))])
        self.entity.choose(entity_id or missing)
        for line in (self.name, self.address, self.office, self.stands_in_for):
            line.clear()
        self.role.choose(DelegateRole.MEMBER)
        self.refuse("", "")
        dossier = both.dossier
        people = (person for person in dossier.people if person.side_id == side.side.id)
        posts = (post for post in dossier.posts if post.side_id == side.side.id)
        suggest(self.name, [person.name.read(language, "en") for person in people])
        suggest(self.stands_in_for, [post.title.read(language, "en") for post in posts])
        self.name.setFocus()

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong, at its field where that is one of these, else at the name."""
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "name") else "")
        if sentence:
            self.fields.get(field, self.fields["name"]).editor.setFocus()

    def coming(self, round_id: str, language: str) -> Coming:
        """Return what was entered, its texts in a language; raise UserError where there is no name."""
        assert self._side is not None
        return Coming(
            round_id=round_id,  # type: ignore[arg-type]
            side_id=self._side.id,
            name=_text(self.name, language),
            form_of_address=_text(self.address, language),
            role=self.role.thing(),
            entity_id=self.entity.thing(),
            office=_text(self.office, language),
            stands_in_for=_text(self.stands_in_for, language),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addLayout(row(self.add, self.leave, None))
        layout.addLayout(row(self.excuse, None))
        layout.addStretch(1)


class NewAbsenceForm(QWidget):
    """Asks why an entity sends nobody; `given` tells that the user is done, `left` that it is not to be recorded."""

    given = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entity = ChoiceBox()
        self.reason = QLineEdit()
        self.fields = {"entity_id": Field(_("Entity"), self.entity), "reason": Field(_("Reason"), self.reason)}
        self.record = QPushButton(_("Record the absence"))
        self.record.setProperty("main", "true")
        self.leave = QPushButton(_("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addLayout(row(self.record, self.leave, None))
        layout.addStretch(1)
        self.reason.returnPressed.connect(self.given)
        self.record.clicked.connect(self.given)
        self.leave.clicked.connect(self.left)
        on_keys(self, "Esc", self.left.emit)

    def ask(self, side: DelegationLines, entity_id: str) -> None:
        """Ask about an entity of a side, or the first from which nobody comes."""
        open_ = [line for line in side.entities if line.coverage is Coverage.MISSING or line.id == entity_id]
        self.entity.offer([(line.id, line.name) for line in open_])
        self.entity.choose(entity_id or (open_[0].id if open_ else None))
        self.reason.clear()
        self.refuse("", "")
        self.reason.setFocus()

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong, at its field where that is one of these, else at the reason."""
        for name, shown in self.fields.items():
            shown.refuse(sentence if name == (field if field in self.fields else "reason") else "")

    def words(self, language: str) -> Text:
        """Return the reason."""
        return _text(self.reason, language)


def _text(line: QLineEdit, language: str) -> Text:
    words = line.text().strip()
    return worded(language, words) if words else NOTHING
