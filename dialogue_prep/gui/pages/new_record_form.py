"""The form in which something is added to the terms of reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import (
    EntityId,
    Identified,
    InstrumentId,
    MechanismId,
    ObjectiveId,
    PostId,
    SubgroupId,
    TopicId,
)
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import EXAMPLE_DAY
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.pages.dialogue_lines import numbers_taken
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, with_remark
from dialogue_prep.services.dialogues import TermsOfReference


@dataclass(frozen=True, slots=True)
class NewKind:
    """What is to be added: the kind of record, and the side it belongs to where it belongs to one."""

    kind: type[Identified]
    side: Side | None = None

    def words(self, language: str) -> str:
        """Return what it is called in a menu."""
        name = kind_name(self.kind.__name__)
        return with_remark(name, self.side.name.read(language, "en") if self.side else "")


class NewRecordForm(QWidget):
    """Asks for the words of a new record; `given` tells that the user is done, `left` that nothing is to be added."""

    given = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new: NewKind | None = None
        self._terms: TermsOfReference | None = None
        self.about = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.words, self.day = QLineEdit(), DayLine()
        self.words_field = Field(_("Name, title or wording"), self.words)
        self.day_field = Field(_("Day"), self.day)
        self.mechanism = ChoiceBox()
        self.mechanism_field = Field(_("Asked by"), self.mechanism)
        self.add = QPushButton(_("Add"))
        self.add.setProperty("main", "true")
        self.leave = QPushButton(_("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.about, self.mechanism_field, self.words_field, self.day_field):
            layout.addWidget(widget)
        layout.addLayout(row(self.add, self.leave, None))
        layout.addStretch(1)
        for line in (self.words, self.day):
            line.returnPressed.connect(self.given)
        self.add.clicked.connect(self.given)
        self.leave.clicked.connect(self.left)
        on_keys(self, "Esc", self.left.emit)

    def ask(self, new: NewKind, terms: TermsOfReference, language: str) -> None:
        """Ask for the words of something new; what can be chosen is named in a language."""
        self._new, self._terms = new, terms
        is_topic, day = new.kind is Topic, _day_label(new.kind)
        self.day_field.rename(day)
        self.day_field.setVisible(bool(day))
        self.mechanism_field.setVisible(new.kind is GuidanceRequest)
        self.mechanism.offer([(one.id, one.name.read(language, "en")) for one in terms.mechanisms])
        self.mechanism.choose(terms.mechanisms[0].id if terms.mechanisms else None)
        self.about.setVisible(is_topic)
        self.about.say(
            _("A topic is added only with the consent of both sides.")
            if terms.dialogue.topics_open
            else _("The terms of reference do not say that topics may be added; both sides have to agree to that.")
        )
        for line in (self.words, self.day):
            line.clear()
        self.refuse("", "")
        self.words.setFocus()

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong, at its field."""
        at = dict.fromkeys(("on", *_DAYS.values()), self.day_field).get(field, self.words_field)
        at = self.mechanism_field if field == "mechanism_id" else at
        for shown in (self.mechanism_field, self.words_field, self.day_field):
            shown.refuse(sentence if shown is at else "")

    def record(self, new_id: Callable[[], str], language: str) -> Identified:
        """Return the new record, its words in a language; raise UserError where something is missing."""
        new, terms = self._new, self._terms
        assert new is not None
        assert terms is not None
        words = self.words.text().strip()
        text = worded(language, words) if words else NOTHING
        dialogue_id, number = terms.dialogue.id, numbers_taken(terms)[new.kind.__name__] + 1
        if new.side is not None:
            return _of_side(new, new.side, terms, new_id(), text, self._day_of(new.kind))
        if new.kind is GuidanceRequest or new.kind is Subgroup:
            return self._of_consultation(new.kind, terms, new_id(), text)
        if new.kind is Topic:
            day = self._day_of(Topic)
            if day is None:
                raise UserError(
                    "Say on which day both sides consented, such as {day}.", field="added_on", day=EXAMPLE_DAY
                )
            return Topic(id=TopicId(new_id()), dialogue_id=dialogue_id, number=number, title=text, added_on=day)
        if new.kind is Mechanism:
            return Mechanism(id=MechanismId(new_id()), dialogue_id=dialogue_id, number=number, name=text)
        if new.kind is Objective:
            return Objective(id=ObjectiveId(new_id()), dialogue_id=dialogue_id, number=number, wording=text)
        return Instrument(id=InstrumentId(new_id()), dialogue_id=dialogue_id, title=text)

    def _of_consultation(self, kind: type[Identified], terms: TermsOfReference, id_: str, text: Text) -> Identified:
        dialogue_id, day = terms.dialogue.id, self._day_of(kind)
        if kind is Subgroup:
            return Subgroup(id=SubgroupId(id_), dialogue_id=dialogue_id, name=text, set_up_on=day)
        asking = self.mechanism.thing()
        if asking is None:
            raise UserError("Say which mechanism asks; where there is none yet, add it first.", field="mechanism_id")
        return GuidanceRequest(id=id_, dialogue_id=dialogue_id, mechanism_id=asking, question=text, raised_on=day)

    def _day_of(self, kind: type[Identified]) -> date | None:
        """Return the day that is given; a kind that has none is asked for none."""
        return self.day.day(_DAYS[kind]) if kind in _DAYS else None


_DAYS: dict[type[Identified], str] = {
    Topic: "added_on",
    TopicProposal: "state_on",
    GuidanceRequest: "raised_on",
    Subgroup: "set_up_on",
}


def _day_label(kind: type[Identified]) -> str:
    labels: dict[type[Identified], str] = {
        Topic: _("Both sides consented on"),
        TopicProposal: _("Proposed on (may be empty)"),
        GuidanceRequest: _("Raised on (may be empty)"),
        Subgroup: _("Set up on (may be empty)"),
    }
    return labels.get(kind, "")


def _of_side(new: NewKind, side: Side, terms: TermsOfReference, id_: str, text: Text, day: date | None) -> Identified:
    """Return what belongs to a side, or what it proposes."""
    if new.kind is TopicProposal:
        return TopicProposal(id=id_, dialogue_id=terms.dialogue.id, title=text, proposed_by=side.id, state_on=day)
    if new.kind is Post:
        return Post(id=PostId(id_), side_id=side.id, title=text)
    own = [entity for entity in terms.entities if entity.side_id == side.id]
    position = max((entity.position for entity in own), default=0) + 1
    precedence = max((entity.precedence for entity in own), default=0) + 1
    return Entity(id=EntityId(id_), side_id=side.id, position=position, precedence=precedence, name=text)


def new_kinds(terms: TermsOfReference) -> list[NewKind]:
    """Return what can be added to the terms of reference, in the order of the outline."""
    of_sides = [NewKind(kind, side) for kind in (Entity, Post) for side in terms.sides]
    proposed = [NewKind(TopicProposal, side) for side in terms.sides]
    own = [NewKind(kind) for kind in (Topic, Mechanism, Objective, Instrument)]
    return [*of_sides, *own, *proposed, NewKind(GuidanceRequest), NewKind(Subgroup)]
