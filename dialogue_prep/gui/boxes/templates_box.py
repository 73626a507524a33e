"""The box with the templates of the staff: which there are, adding one after a look at it, saving, taking out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.template import Template
from dialogue_prep.gui.boxes.template_form import TemplateForm
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.terms import audience_name, language_name, paper_name, template_use_name
from dialogue_prep.gui.words import _, sentence_in_words, with_commas
from dialogue_prep.services.templates import SHIPPED, Templates, save_shipped

_WIDTH, _HEIGHT = 800, 600
KEPT, NEW, PLACEHOLDERS = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """One template as the table shows it."""

    id: str
    name: str
    use: str
    audience: str
    language: str
    template: Template


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderRow:
    """One placeholder: how it is written, what it stands for, and where it may."""

    id: str
    meaning: str
    where: str


class TemplatesBox(QDialog):
    """Three parts: the templates that are kept, the one that is being added, and what a template may hold."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._templates = Templates(context.workspace)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Templates"))
        self.setAcceptDrops(True)
        self.resize(_WIDTH, _HEIGHT)
        columns: list[Column[TemplateRow]] = [
            Column(_("Template"), lambda one: one.name),
            Column(_("For"), lambda one: one.use),
            Column(_("Audience"), lambda one: one.audience),
            Column(_("Language"), lambda one: one.language),
        ]
        self.table, self.model = plain_table(_("Templates"), columns, 0)
        listed: list[Column[PlaceholderRow]] = [
            Column(_("Placeholder"), lambda one: one.id),
            Column(_("Stands for"), lambda one: one.meaning),
            Column(_("Where"), lambda one: one.where),
        ]
        self.placeholders, self._all = plain_table(_("Placeholders"), listed, 1)
        self.form = TemplateForm(context)
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        self.nothing = PlainLabel(
            _("No templates yet: papers are written into the program’s own. Drop a Word file here, or choose one."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.add, self.begin_from = QPushButton(_("Add a template …")), MenuButton(_("Begin from …"))
        self.add.setProperty("main", "true")
        self.save, self.remove = QPushButton(_("Save to edit …")), QPushButton(_("Remove"))
        self.parts = Segments((_("Templates"), _("New template"), _("Placeholders")))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def add_file(self, path: Path) -> None:
        """Look a Word file through, to be added."""
        self.parts.offer(NEW, there=True)
        self.parts.pick(NEW)
        self.form.ask(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.add_file(paths[0])

    def _lay_out(self) -> None:
        kept = QWidget()
        column = QVBoxLayout(kept)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        column.addLayout(row(self.add, self.begin_from, None, self.save, self.remove))
        for part in (kept, self.form, self.placeholders):
            self._stack.addWidget(part)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, _("Templates for papers"))
        layout.addWidget(self.parts)
        layout.addWidget(self._stack, 1)
        layout.addWidget(buttons)
        self.parts.offer(NEW, there=False)
        for name, words in zip(SHIPPED, (_("plain"), _("formal")), strict=True):
            self.begin_from.menu().addAction(words, partial(self._save_shipped, name))

    def _connect(self) -> None:
        self.parts.picked.connect(self._stack.setCurrentIndex)
        self.add.clicked.connect(self._choose)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.form.added.connect(self._when_added)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._allow())

    def _read(self) -> Callable[[], tuple[tuple[TemplateRow, ...], tuple[PlaceholderRow, ...]]]:
        templates = self._templates

        def read() -> tuple[tuple[TemplateRow, ...], tuple[PlaceholderRow, ...]]:
            return tuple(_row(one) for one in templates.all()), _placeholder_rows()

        return read

    def _show(self, read: tuple[tuple[TemplateRow, ...], tuple[PlaceholderRow, ...]]) -> None:
        self.model.show_rows(read[0])
        self._all.show_rows(read[1])
        self.nothing.setVisible(not read[0])
        self._allow()

    def _allow(self) -> None:
        for button in (self.save, self.remove):
            button.setEnabled(self.table.currentIndex().isValid())

    def _chosen(self) -> Template:
        return self.model.row_at(self.table.currentIndex()).template

    def _choose(self) -> None:
        kinds = _("Word files and templates (*.docx *.dotx *.docm *.dotm)")
        path, _filter = QFileDialog.getOpenFileName(self, _("Add a template"), "", kinds)
        if path:
            self.add_file(Path(path))

    def _when_added(self) -> None:
        self.parts.pick(KEPT)
        self.parts.offer(NEW, there=False)

    def _save(self) -> None:
        template, templates = self._chosen(), self._templates
        self._save_to(template.name, lambda path: templates.save(template, path))

    def _save_shipped(self, name: str) -> None:
        self._save_to(name, lambda path: save_shipped(name, path))

    def _save_to(self, name: str, save: Callable[[Path], None]) -> None:
        title, kinds = _("Save the template to edit it"), _("Word files (*.docx)")
        path, _filter = QFileDialog.getSaveFileName(self, title, f"{name}.docx", kinds)
        if path:
            self._refuse("", "")
            self._context.jobs.run(lambda: save(Path(path)), None, at_field(self._context, self._refuse))

    def _remove(self) -> None:
        template, templates = self._chosen(), self._templates
        refused = at_field(self._context, self._refuse)
        self._context.jobs.run(lambda: templates.remove(template), None, refused, by=self)

    def _refuse(self, _field: str, sentence: str) -> None:
        self.problem.say(sentence)


def _row(template: Template) -> TemplateRow:
    return TemplateRow(
        id=template.id,
        name=template.name,
        use=paper_name(template.kind) if template.kind else template_use_name(template.use),
        audience=audience_name(template.audience),
        language=language_name(template.language) if template.language else _("any"),
        template=template,
    )


def _placeholder_rows() -> tuple[PlaceholderRow, ...]:
    from dialogue_prep.documents.compose.placeholders import PLACEHOLDERS

    return tuple(
        PlaceholderRow(
            id=one.written,
            meaning=sentence_in_words(one.meaning),
            where=with_commas(
                (
                    _("alone in a paragraph") if one.part else "",
                    "" if one.shared else _("internal papers only"),
                )
            )
            or _("anywhere"),
        )
        for one in PLACEHOLDERS
    )
