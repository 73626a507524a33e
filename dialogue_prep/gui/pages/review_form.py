"""The commitment under review that the user is at: what it is, what it is about, who carries it out, and why so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.pages.review_carriers import ReviewCarriers
from dialogue_prep.gui.pages.review_known import Known
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.pages.review_reasons import reasons
from dialogue_prep.gui.terms import commitment_kind_name, strength_name
from dialogue_prep.gui.words import _, together
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.review import Handling, Review


class ReviewForm(QWidget):
    """Shows one commitment that was found; `changed` carries the review with what the user made of it.

    `left` tells that the user is done here and wants to go on in the list.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._found: FoundCommitment | None = None
        self.action = QLineEdit()
        self.kind, self.strength, self.by, self.topic = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.carriers = ReviewCarriers()
        self.reason = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._action = Field(_("Action"), self.action)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        fields = (
            (_("Kind"), self.kind),
            (_("Strength"), self.strength),
            (_("By whom"), self.by),
            (_("Topic"), self.topic),
        )
        for column, ((name, box), width) in enumerate(zip(fields, (6, 4, 6, 10), strict=True)):
            box.setMinimumContentsLength(width)
            grid.addWidget(Field(name, box), 1, column)
            grid.setColumnStretch(column, width)
        grid.addWidget(self._action, 0, 0, 1, len(fields))
        grid.addWidget(self.carriers, 2, 0, 1, len(fields))
        grid.addWidget(self.reason, 3, 0, 1, len(fields))
        self.kind.offer([(kind, commitment_kind_name(kind)) for kind in CommitmentKind])
        self.strength.offer([(strength, strength_name(strength)) for strength in Strength])
        self.action.editingFinished.connect(self._when_action_entered)
        for editor in (self.action, self.topic):
            editor.installEventFilter(self)
        for box in (self.kind, self.strength, self.by):
            box.activated.connect(self._when_chosen)
        self.topic.activated.connect(self._when_topic_chosen)
        self.carriers.handled.connect(self._when_handled)

    def show_commitment(
        self,
        review: Review,
        found: FoundCommitment | None,
        known: Known,
        sides: Sequence[tuple[str, str]],
        language: str,
    ) -> None:
        """Show a commitment of a review, or that there is none; an action that is being typed stays."""
        typing = found is not None and self._found is not None and found.span == self._found.span
        typing = typing and self.action.isModified()
        self._review, self._found = review, found
        self.setEnabled(found is not None)
        self.by.offer(sides)
        topics = [(topic.id, topic_title(topic, language)) for topic in known.bearing.topics]
        self.topic.offer([("", _("no topic")), *topics])
        if not typing:
            self._action.refuse("")
        if found is None:
            self.action.clear()
            self.reason.say("")
            return
        if not typing and self.action.text() != found.action:
            self.action.setText(found.action)
            self.action.setCursorPosition(0)
        self.kind.choose(found.kind)
        self.strength.choose(found.strength)
        self.by.choose(found.by or "")
        suggestion = None if found.kind is CommitmentKind.SCHEDULING else known.suggestion(found)
        chosen = review.topics.get(found.span, suggestion and suggestion.topic_id)
        self.topic.choose(chosen or "")
        for editor in (self.action, self.kind, self.strength, self.by):
            editor.setEnabled(found.span not in known.codes)
        self.carriers.show_commitment(review, found, known, language)
        self.reason.say(together(reasons(review, found, known, language)))

    def problem(self) -> str:
        """Return what is wrong with what was typed, empty where nothing is."""
        return self._action.problem()

    def edit(self) -> None:
        """Let the user reword the action; of what is in the store already, choose the topic."""
        if self.action.isEnabled():
            self.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.action.selectAll()
        else:
            self.topic.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_topic(self) -> None:
        """Let the user choose the topic; Enter or Esc leads back to the list."""
        self.topic.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            return False
        if watched is self.topic:
            self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.action.setText(self._found.action if self._found else "")
        self._when_action_entered()
        if not self._action.problem():
            self.left.emit()
        return True

    def _when_action_entered(self) -> None:
        if self._found is None:
            return
        words = self.action.text().strip()
        self._action.refuse("" if words else _("A commitment needs an action: what is to be done, in a few words."))
        self.action.setModified(not words)
        if words and words != self._found.action:
            self._change(replace(self._found, action=words))

    def _when_chosen(self) -> None:
        if self._found is not None:
            kind, strength, by = self.kind.thing(), self.strength.thing(), self.by.thing()
            self._change(replace(self._found, kind=kind, strength=strength, by=by or None))

    def _when_topic_chosen(self) -> None:
        if self._found is not None and self._review is not None:
            chosen = self.topic.thing()
            self.changed.emit(self._review.put_under(self._found, TopicId(chosen) if chosen else None))

    def _when_handled(self, handling: Handling) -> None:
        if self._found is not None and self._review is not None:
            self.changed.emit(self._review.handle(self._found, handling))

    def _change(self, changed: FoundCommitment) -> None:
        assert self._review is not None
        assert self._found is not None
        if changed != self._found:
            self.changed.emit(self._review.change(self._found, changed))
