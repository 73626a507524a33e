"""What can be done with several commitments at once: topic, mechanism, leads and due day, as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import EXAMPLE_DAY
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.several_picker import Choice, SeveralPicker
from dialogue_prep.gui.pages.leads import SideLeads, side_leads
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.words import _, count, sentence_in_words
from dialogue_prep.services.commitments import Leave, Together

_NONE, _NOBODY, _ON_A_DAY = "none", "-", "day"


class SeveralPanel(QWidget):
    """`given` carries what the commitments that are selected get alike; whatever is not touched stays as it is."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[SideLeads, ...] = ()
        self._picked: list[tuple[str, ...]] = [(), ()]
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.topic, self.mechanism, self.due = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.day = DayLine()
        self._day_field = Field(_("Due day"), self.day)
        stays = _("stay as they are")
        self.leads = tuple(SeveralPicker(_("Leads"), stays) for _side in range(2))
        self._lead_fields = tuple(Field(_("Leads"), picker) for picker in self.leads)
        self.change = QPushButton()
        self.change.setProperty("main", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(12)
        about = _("What you do not touch stays as it is. All is one step, which can be undone.")
        layout.addWidget(self.heading)
        layout.addWidget(PlainLabel(about, size=Size.SMALL, tone=Tone.MUTED, wrap=True))
        for widget in (
            Field(_("Topic"), self.topic),
            Field(_("Mechanism"), self.mechanism),
            *self._lead_fields,
            Field(_("Due"), self.due),
            self._day_field,
        ):
            layout.addWidget(widget)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        for place, picker in enumerate(self.leads):
            picker.picked.connect(lambda ids, place=place: self._pick(place, ids))
        self.due.currentIndexChanged.connect(lambda _place: self._show_day())
        self.change.clicked.connect(self.give)
        self.day.returnPressed.connect(self.give)
        self._show_day()
        self.show_number(0)

    def show_dossier(self, dossier: Dossier, language: str) -> None:
        """Offer the topics, mechanisms and entities of a dossier."""
        stays = (Leave.AS_IT_IS, _("stays as it is"))
        topics = [(topic.id, topic_title(topic, language)) for topic in dossier.topics]
        mechanisms = [(one.id, f"{one.number} {one.name.read(language, 'en')}") for one in dossier.mechanisms]
        self._offer(self.topic, [stays, (_NONE, _("no topic")), *topics])
        self._offer(self.mechanism, [stays, (_NONE, _("no mechanism")), *mechanisms])
        self._offer(self.due, [stays, (_NONE, _("no due day")), (_ON_A_DAY, _("on a day …"))])
        self._sides = tuple(side_leads(dossier, (), side, language) for side in (dossier.home, dossier.away))
        for place, (side, field) in enumerate(zip(self._sides, self._lead_fields, strict=True)):
            field.rename(_("Leads of {side}").format(side=side.name))
            self._offer_leads(place)

    def show_number(self, number: int) -> None:
        """Say how many are selected."""
        self.heading.say(count("{number} commitment selected", "{number} commitments selected", number))
        self.change.setText(count("Change {number} commitment", "Change {number} commitments", number))

    def give(self) -> None:
        """Have the commitments changed as it is said here; say at the day if that is none."""
        self._day_field.refuse("")
        due = _given(self.due)
        if due == _ON_A_DAY:
            try:
                due = self.day.day()
                if due is None:
                    raise UserError("Say on which day, such as {day}.", day=EXAMPLE_DAY)
            except UserError as error:
                self._day_field.refuse(sentence_in_words(error.sentence))
                return
        together = Together(
            topic_id=_given(self.topic),
            mechanism_id=_given(self.mechanism),
            due=due,
            leads={
                shown.side.id: tuple(EntityId(id_) for id_ in ids if id_ != _NOBODY)
                for shown, ids in zip(self._sides, self._picked, strict=True)
                if ids
            },
        )
        if together != Together():
            self.given.emit(together)

    def leave_all(self) -> None:
        """Have everything stay as it is again."""
        for box in (self.topic, self.mechanism, self.due):
            box.choose(Leave.AS_IT_IS)
        self.day.clear()
        for place in range(len(self._sides)):
            self._pick(place, ())

    def problem(self) -> str:
        """Return what is wrong with the day, empty where nothing is."""
        return self._day_field.problem()

    def _offer(self, box: ChoiceBox, choices: Sequence[tuple[Any, str]]) -> None:
        box.offer(choices)
        if box.currentIndex() < 0:
            box.choose(Leave.AS_IT_IS)

    def _pick(self, place: int, ids: tuple[str, ...]) -> None:
        self._picked[place] = ids
        self._offer_leads(place)

    def _offer_leads(self, place: int) -> None:
        nobody = Choice(_NOBODY, _("nobody"), _("nobody"))
        self.leads[place].offer([nobody, *self._sides[place].choices], self._picked[place])

    def _show_day(self) -> None:
        self._day_field.setVisible(self.due.thing() == _ON_A_DAY)
        self._day_field.refuse("")


def _given(box: ChoiceBox) -> Any:
    """Return what is chosen for a field: a value, None to take it away, or that it stays."""
    thing = box.thing()
    return None if thing == _NONE else thing
