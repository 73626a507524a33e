"""The foot of a review: what taking the source in would do, which side is ours, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel
from dialogue_prep.gui.pages.change_lines import another_dialogue, host_not_told, in_numbers
from dialogue_prep.gui.words import _, together

if TYPE_CHECKING:
    from dialogue_prep.services.joining.join import Proposal

_UNANSWERED = "?"


class ReviewFoot(Card):
    """`take_chosen` and `leave_chosen` are the decision, `home_said` that the user said which side is ours.

    `facts_asked` asks to say what the source does not: the dialogue, where it would make another between the same two
    sides, and who hosted.
    """

    take_chosen = Signal()
    leave_chosen = Signal()
    home_said = Signal()
    facts_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.summary = PlainLabel(wrap=True)
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        self.open = OptionalLabel(tone=Tone.WARN, wrap=True)
        self.choose = QPushButton()
        self.choose.setObjectName("quiet")
        self.home = ChoiceBox(_("Which side is ours?"))
        self.leave = QPushButton(_("Leave it"))
        self.take = QPushButton(_("Take in"))
        self.take.setProperty("main", "true")
        self._question = QWidget()
        self._lay_out()
        self.home.activated.connect(lambda _place: self.home_said.emit())
        self.choose.clicked.connect(self.facts_asked)
        self.leave.clicked.connect(self.leave_chosen)
        self.take.clicked.connect(self._when_taken)

    def begin(self) -> None:
        """Say that the source is being compared with the store; nothing is answered yet."""
        self.home.offer(())
        self._question.hide()
        self.summary.say(_("Comparing it with the store …"))
        self.take.setEnabled(False)
        self._say_open()
        self.say_problem("")

    def show_proposal(self, proposal: Proposal, language: str) -> None:
        """Say what taking the source in would do, and ask which side is ours where nobody has said so but here."""
        self.summary.say(in_numbers(proposal))
        self._say_open(another_dialogue(proposal, language), host_not_told(proposal, language))
        self.take.setEnabled(bool(proposal.changes))
        said = any(side.home for side in proposal.sides) and not self.home_name()
        self._question.setVisible(bool(proposal.changes) and not said)
        if self.home.count() == 0:
            names = [side.name.read(language, "en") for side in proposal.sides]
            choices = [(_UNANSWERED, _("Choose …")), *((name, name) for name in names), ("", _("I say it later"))]
            self.home.offer(choices)
            self.home.choose(_UNANSWERED)

    def show_refusal(self, sentence: str) -> None:
        """Say why the source cannot be taken in as it is."""
        self.summary.say("")
        self._say_open()
        self._question.hide()
        self.take.setEnabled(False)
        self.say_problem(sentence)

    def say_problem(self, sentence: str) -> None:
        """Say what was not possible; an empty sentence says that nothing stands in the way."""
        self.problem.say(sentence)
        self.summary.setVisible(bool(self.summary.text()))

    def home_name(self) -> str:
        """Return which side is ours, empty where the user has not said it."""
        said = self.home.thing()
        return "" if said in (None, _UNANSWERED) else str(said)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(20, 12, 20, 12)
        self.home.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.home.setMinimumWidth(160)
        line = row(PlainLabel(_("Which side is ours?")), self.home)
        line.setContentsMargins(0, 0, 0, 0)
        self._question.setLayout(line)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.summary)
        words.addWidget(self.problem)
        above = row(spacing=16)
        above.addWidget(self.open, 1)
        above.addWidget(self.choose)
        self.body.addLayout(above)
        across = row(spacing=16)
        across.addLayout(words, 1)
        for widget in (self._question, self.leave, self.take):
            across.addWidget(widget)
        self.body.addLayout(across)

    def _say_open(self, dialogue: str = "", host: str = "") -> None:
        """Say what the source leaves open, of the dialogue and of who hosted; nothing where it does not."""
        self.open.say(together((dialogue, host)))
        self.choose.setText(_("Choose the dialogue …") if dialogue else _("Say who hosted …"))
        self.choose.setVisible(bool(dialogue or host))

    def _when_taken(self) -> None:
        if not self._question.isHidden() and self.home.thing() == _UNANSWERED:
            self.say_problem(_("Say which side is ours, or that you will say it later."))
            self.home.setFocus()
        else:
            self.take_chosen.emit()
