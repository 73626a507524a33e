"""The box that asks who we are: which side is ours where nobody has said, and the user's name and entity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.suggestions import suggest
from dialogue_prep.gui.words import _
from dialogue_prep.system.settings import Settings

_WIDTH = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoWeAre:
    """What is known of us: the settings of the user, the sides of the dialogue, what entities are called."""

    settings: Settings
    sides: tuple[Side, ...]
    entities: tuple[str, ...]

    @property
    def side_said(self) -> bool:
        """Whether there is nothing to ask about sides."""
        return not self.sides or any(side.home for side in self.sides)


class WhoBox(QDialog):
    """Can be skipped; stays open, with the sentence below, until what was answered has been kept in a job.

    `keep` is called with the settings of the user and with the identifier of the side that is ours, empty where that
    was not said here.
    """

    def __init__(
        self, context: Context, who: WhoWeAre, keep: Callable[[Settings, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._who = who
        self._keep = keep
        self.setWindowTitle(_("Who we are"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.side_box = ChoiceBox(_("Our side"))
        sides = [(side.id, side.name.read(context.language, "en")) for side in who.sides]
        self.side_box.offer([(None, _("to be said later")), *sides])
        self.side_box.choose(None)
        self.name, self.entity = QLineEdit(who.settings.name), QLineEdit(who.settings.entity)
        suggest(self.entity, who.entities)
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        buttons = QDialogButtonBox()
        self.keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("main", "true")
        self.keep.setDefault(True)
        self.skip = buttons.addButton(_("Skip"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        self._lay_out(self._fields(), buttons)

    def _send(self) -> None:
        keep, side = self._keep, "" if self._who.side_said else str(self.side_box.thing() or "")
        said = replace(self._who.settings, name=self.name.text().strip(), entity=self.entity.text().strip())
        refused = at_field(self._context, lambda _field, sentence: self.problem.say(sentence))
        self._context.jobs.run(lambda: keep(said, side), lambda _kept: self.accept(), refused, by=self)

    def _fields(self) -> Sequence[QWidget]:
        name = Field(_("Your name"), self.name)
        entity = Field(_("Your entity"), self.entity)
        about = PlainLabel(
            _("Name and entity stand in the history of changes and in the drafter's block of papers, nowhere else."),
            tone=Tone.MUTED,
            wrap=True,
        )
        later = PlainLabel(_("Both can be changed later: File, Who we are."), tone=Tone.MUTED, wrap=True)
        if self._who.side_said:
            return name, entity, about, later
        ours = PlainLabel(
            _("Nobody has said yet which side is ours. Internal papers and what is missing depend on it."), wrap=True
        )
        return ours, Field(_("Our side"), self.side_box), name, entity, about, later

    def _lay_out(self, fields: Sequence[QWidget], buttons: QDialogButtonBox) -> None:
        layout = box_column(self, _("Who are we?"), width=_WIDTH)
        for widget in fields:
            layout.addWidget(widget)
        layout.addWidget(self.problem)
        layout.addSpacing(8)
        layout.addWidget(buttons)
