"""The next step of a paragraph: both agree on a wording, it is reopened, or it is dropped; on which day, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import OptionalLabel, Size, plain_hint
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.pages.passage_options import options_in
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.passages import Passages

_LINES, _LONGEST_NAME = 4, 18
_AGREE, _AD_REFERENDUM = "Ctrl+Return", "Ctrl+Shift+Return"


class PassageStepForm(QWidget):
    """Offers the steps that a paragraph can take; each is taken as a whole by its button, and `stepped` tells of it."""

    stepped = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._passages = Passages(context.workspace)
        self._passage: Passage | None = None
        self._language, self._base = "", NOTHING
        self._wordings: Mapping[str, Text] = {}
        self.wording, self.words = ChoiceBox(_("Begin with")), _Words()
        self.wording.setMinimumContentsLength(_LONGEST_NAME)
        self.on, self.reason = DayLine(otherwise=_("today")), QLineEdit()
        self.agree, self.ad_referendum = QPushButton(_("Agree")), QPushButton(_("Ad referendum"))
        self.reopen, self.drop = QPushButton(_("Reopen")), QPushButton(_("Drop"))
        self.agree.setProperty("main", "true")
        self.fields = {
            "words": Field(_("Wording on which both agree"), self.words, aside=self.wording),
            "on": Field(_("Day"), self.on),
            "reason": Field(_("Why"), self.reason),
        }
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self._lay_out()
        self.wording.activated.connect(lambda _place: self._begin_with(self.wording.thing()))
        self.agree.clicked.connect(self.close_bracket)
        self.ad_referendum.clicked.connect(partial(self.close_bracket, ad_referendum=True))
        self.reopen.clicked.connect(partial(self._step, self._passages.reopen))
        self.drop.clicked.connect(partial(self._step, self._passages.drop))

    def show_passage(self, dossier: Dossier, passage: Passage, language: str) -> None:
        """Offer the steps of a paragraph; what the user has begun to write for the same one stays."""
        before, self._passage, said = self._passage, passage, self.words.toPlainText()
        other = before is None or before.id != passage.id or self._language != language
        untouched = said == self._base.words(self._language)
        self._language = language
        self._offer(dossier, passage, language)
        if other or untouched:
            self._begin_with(self.wording.thing())
        if other:
            self.on.clear()
            self.reason.clear()
            self._refuse("", "")
        settled, dropped = passage.state is PassageState.AGREED, passage.state is PassageState.DROPPED
        self.fields["words"].setVisible(not settled and not dropped)
        self.agree.setVisible(not settled and not dropped)
        self.ad_referendum.setVisible(passage.state is PassageState.BRACKETED)
        self.reopen.setVisible(passage.state is not PassageState.BRACKETED)
        self.drop.setVisible(not settled and not dropped)

    def problem(self, field: str) -> str:
        """Return what is wrong with a field, empty where nothing is."""
        return self.fields[field].problem()

    def close_bracket(self, *_clicked: bool, ad_referendum: bool = False) -> None:
        """Agree on the words that are written, at once or ad referendum; nothing where that step is not offered."""
        if not (self.ad_referendum if ad_referendum else self.agree).isVisible():
            return
        said = self.words.said()
        words = self._base.reworded(self._language, said) if said else NOTHING
        agree = partial(self._passages.agree, ad_referendum=ad_referendum)
        self._step(lambda passage, on, reason: agree(passage, words, on, reason))

    def _step(self, take: Callable[[Passage, date, Text], Passage], *_clicked: bool) -> None:
        self._refuse("", "")
        passage, workspace, language = self._passage, self._context.workspace, self._context.language
        assert passage is not None
        try:
            on = self.on.day()
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return
        why = self.reason.text().strip()
        reason = worded(language, why) if why else NOTHING
        self._context.jobs.run(
            lambda: take(passage, on or workspace.today(), reason),
            self._when_stepped,
            at_field(self._context, self._refuse),
            by=self,
        )

    def _when_stepped(self, _passage: Passage) -> None:
        self.on.clear()
        self.reason.clear()
        self._begin_with(self.wording.thing())
        self.stepped.emit()

    def _offer(self, dossier: Dossier, passage: Passage, language: str) -> None:
        """Offer every wording there is to begin with: what was agreed before, ours, theirs."""
        wordings: dict[str, tuple[str, Text]] = {}
        if passage.words.words(language):
            wordings[""] = (_("What was agreed"), passage.words)
        for option in options_in(dossier, passage, language):
            side = dossier.side(option.side_id).name.read(self._context.language, "en")
            wordings[option.id] = (_("The words of {side}").format(side=side), option.words)
        self._wordings = {id_: text for id_, (_name, text) in wordings.items()}
        chosen = self.wording.thing()
        self.wording.offer([(id_, name) for id_, (name, _text) in wordings.items()])
        self.wording.choose(chosen if chosen in wordings else next(iter(wordings), None))
        self.wording.setVisible(bool(wordings))

    def _begin_with(self, id_: str | None) -> None:
        self._base = self._wordings.get(id_, NOTHING) if id_ is not None else NOTHING
        self.words.setPlainText(self._base.words(self._language))

    def _refuse(self, field: str, sentence: str) -> None:
        refuse_at(self.fields, field, sentence, self._problem)

    def _lay_out(self) -> None:
        for button, keys in ((self.agree, _AGREE), (self.ad_referendum, _AD_REFERENDUM)):
            button.setToolTip(plain_hint(_("{what}: key {key}").format(what=button.text(), key=keys)))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.fields["on"], 2)
        across.addWidget(self.fields["reason"], 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fields["words"])
        column.addLayout(across)
        column.addWidget(self._problem)
        column.addLayout(row(self.agree, self.ad_referendum, self.reopen, None, self.drop))


class _Words(QTextEdit):
    """Words of some lines, without any form; Tab leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.sizeHint().height())

    def said(self) -> str:
        """Return what is written, without empty lines."""
        return "\n".join(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, _LINES * self.fontMetrics().lineSpacing() + 24)
