"""The guide in the window: its chapters beside the one that is read. Nothing in it comes from a store or a network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QTextBrowser, QWidget

from dialogue_prep.gui.boxes.help_chapters import KEYS, Guide, KeyLine, keys_as_table
from dialogue_prep.gui.colours import DARK, colours_now
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.words import _, window_language

_WIDTH, _HEIGHT, _LIST, _PICTURE, _INDENT = 1080, 720, 240, 720, 24
_LIGHT, _DARK = "-light.png", "-dark.png"


class HelpBox(QDialog):
    """Stays open beside the window. The arrows choose a chapter, Tab goes to its text, Alt+Left goes back."""

    def __init__(self, keys: Sequence[KeyLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Guide"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys = tuple(keys)
        self._guide = Guide(window_language())
        self._read: list[str] = []
        self.list = QListView()
        self.list.setObjectName("chapters")
        self.list.setAccessibleName(_("Chapters"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFixedWidth(_LIST)
        self.list.setModel(QStringListModel([chapter.title for chapter in self._guide.chapters], self))
        self.list.selectionModel().currentChanged.connect(self._when_chosen)
        self.text = _ChapterView(self._guide)
        self.text.anchorClicked.connect(self._follow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self.list)
        layout.addWidget(self.text, 1)
        on_keys(self, "Alt+Left", self.go_back)

    def show_about(self, place: str) -> None:
        """Show the chapter about a page of the window."""
        self.show_chapter(self._guide.about(place))

    def show_chapter(self, name: str) -> None:
        """Show a chapter by its name."""
        names = [chapter.name for chapter in self._guide.chapters]
        self.list.setCurrentIndex(self.list.model().index(names.index(name), 0))

    def chapter(self) -> str:
        """Return the name of the chapter that is shown."""
        return self._guide.chapters[self.list.currentIndex().row()].name

    def go_back(self) -> None:
        """Show the chapter that was read before."""
        if len(self._read) > 1:
            self._read.pop()
            self.show_chapter(self._read.pop())

    def _when_chosen(self, index: QModelIndex) -> None:
        chapter = self._guide.chapters[index.row()]
        self._read.append(chapter.name)
        self.text.setAccessibleName(chapter.title)
        self.text.show_markdown(self._guide.read(chapter.name))
        if chapter.name == KEYS:
            self.text.append_html(keys_as_table(self._keys))

    def _follow(self, target: QUrl) -> None:
        name = target.path().removesuffix(".md")
        if any(chapter.name == name for chapter in self._guide.chapters):
            self.show_chapter(name)


class _ChapterView(QTextBrowser):
    """Shows Markdown with the pictures of the guide, each in the colours that the window wears; loads nothing else."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.setOpenLinks(False)
        self.document().setIndentWidth(_INDENT)

    def show_markdown(self, words: str) -> None:
        """Show a chapter from its beginning."""
        self.setMarkdown(words)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def append_html(self, words: str) -> None:
        """Put something after the chapter; its beginning stays in sight."""
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertBlock()
        end.insertHtml(words)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Return a picture of the guide; whatever else is asked for is not there."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        file = QUrl(name).fileName()
        worn = file.replace(_LIGHT, _DARK) if colours_now() is DARK else file
        ratio = self.devicePixelRatioF()
        image = QImage(str(self._guide.picture(worn)))
        image = image.scaledToWidth(round(_PICTURE * ratio), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(image)
        painter.setPen(QPen(QColor(colours_now().border), 2 * ratio))  # half of it is outside
        painter.drawRect(image.rect())
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image
