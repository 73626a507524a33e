"""A Word file on its way to be a template: for which papers, what is to be said of it, and whether it can be added."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.template_check import CheckedTemplate
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.gap_list import GapList, SentenceLine
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import audience_name, language_name, paper_name
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.templates import Templates, audience_of, check_template


class TemplateForm(QWidget):
    """Looks the file through for the use that was chosen last; `added` tells that it is kept."""

    added = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self._checked: CheckedTemplate | None = None
        self._outdated = Event()
        self.file = PlainLabel(size=Size.HEADING, wrap=True)
        self.name = QLineEdit()
        self.name_field = Field(_("Name"), self.name)
        self.use, self.audience, self.language = (ChoiceBox() for _choice in range(3))
        self.verdict = PlainLabel(wrap=True)
        self.findings = GapList(_("What is to be said of it"))
        self.add = QPushButton(_("Add"))
        self.add.setProperty("main", "true")
        kinds = [(kind, paper_name(kind)) for kind in PaperKind if kind.audiences]
        self.use.offer(
            [(TemplateUse.EVERY, _("every paper")), *kinds, (TemplateUse.OWN, _("a paper of its own, which it makes"))]
        )
        self.audience.offer([(audience, audience_name(audience)) for audience in Audience])
        self.language.offer([("", _("any language")), *((one, language_name(one)) for one in LANGUAGES)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.file)
        layout.addWidget(self.name_field)
        layout.addLayout(
            row(
                Field(_("For"), self.use),
                Field(_("Audience"), self.audience),
                Field(_("Language"), self.language),
            )
        )
        layout.addWidget(self.verdict)
        layout.addWidget(self.findings, 1)
        layout.addStretch(0)
        layout.addLayout(row(self.add, None))
        self.use.activated.connect(lambda _place: self._when_use_chosen())
        self.audience.activated.connect(lambda _place: self._check())
        self.add.clicked.connect(self._add)

    def ask(self, path: Path) -> None:
        """Ask for which papers a file is, and look it through."""
        self._path = path
        self.file.say(path.name)
        self.name.setText(path.stem)
        self.use.choose(TemplateUse.EVERY)
        self.language.choose("")
        self._when_use_chosen()
        self.name.setFocus()

    def _when_use_chosen(self) -> None:
        use, kind = self._use()
        self.audience.choose(audience_of(use, kind))
        self._check()

    def _use(self) -> tuple[TemplateUse, PaperKind | None]:
        chosen = self.use.thing()
        return (TemplateUse.KIND, chosen) if isinstance(chosen, PaperKind) else (chosen, None)

    def _check(self) -> None:
        path, use, audience = self._path, self._use()[0], self.audience.thing()
        self._outdated.set()
        outdated = self._outdated = Event()
        self._checked = None
        self.add.setEnabled(False)
        self.verdict.say(_("Looking it through …"), Tone.MUTED)

        def show(checked: CheckedTemplate) -> None:
            if not outdated.is_set():
                self._show(checked)

        def refuse(field: str, sentence: str) -> None:
            if not outdated.is_set():
                self._refuse(field, sentence)

        self._context.jobs.run(
            lambda: check_template(path, use, audience, outdated.is_set), show, at_field(self._context, refuse)
        )

    def _show(self, checked: CheckedTemplate) -> None:
        self._checked = checked
        language = self._context.language
        self.findings.show_lines(
            [
                SentenceLine(
                    id=str(place),
                    sentence=sentence_in_words(one.sentence, language),
                    icon=Icon.BLOCKING if one.blocking else Icon.MISSING,
                    tone=Tone.BAD if one.blocking else Tone.MUTED,
                    weight=_("To mend") if one.blocking else _("To know"),
                )
                for place, one in enumerate(checked.findings)
            ]
        )
        self.findings.setVisible(bool(checked.findings))
        if not checked.sound:
            self.verdict.say(_("It cannot be used yet; mend it in Word, then choose it again."), Tone.BAD)
        elif checked.findings:
            self.verdict.say(_("It can be used. What is to be known of it:"), Tone.GOOD)
        else:
            self.verdict.say(_("It can be used; nothing stands in the way."), Tone.GOOD)
        self.add.setEnabled(checked.sound)

    def _add(self) -> None:
        checked, kind, language = self._checked, self._use()[1], self.language.thing()
        assert checked is not None
        name, templates = self.name.text(), Templates(self._context.workspace)
        self.name_field.refuse("")
        self._context.jobs.run(
            lambda: templates.add(checked, name=name, kind=kind, language=language or ""),
            lambda _kept: self.added.emit(),
            at_field(self._context, self._refuse),
            by=self,
        )

    def _refuse(self, field: str, sentence: str) -> None:
        if field == "name":
            self.name_field.refuse(sentence)
            self.name.setFocus()
        else:
            self.findings.hide()
            self.verdict.say(sentence, Tone.BAD)
