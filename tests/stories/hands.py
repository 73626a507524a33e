"""What a user has: a keyboard, a mouse, and eyes. Whatever is pressed goes to the window that is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QScrollArea, QWidget
from shiboken6 import isValid

from tests.stories.conftest import Story

_MOST_TABS = 120
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}


class Hands:
    """Uses the window of a story with keys and clicks, and with nothing else."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys as the guide writes them, such as `Ctrl+Shift+W`; they go to where the focus is."""
        pressed = QKeySequence(keys)[0]
        for _time in range(times):
            QCoreApplication.processEvents()  # hands are slower than the window
            window = _front()
            QTest.keyPress(window, pressed.key(), pressed.keyboardModifiers())
            if isValid(window):  # a list that opened goes as soon as something of it is taken
                QTest.keyRelease(window, pressed.key(), pressed.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type words where the focus is, in the place of what is there."""
        self.press("Ctrl+A")
        for letter in words:
            QTest.keyClick(_front(), letter)

    def reach(self, name: str) -> None:
        """Press Tab until one is at what has this name."""
        for _tab in range(_MOST_TABS):
            if self.here() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}; it ended at {self.here()}")

    def here(self) -> str:
        """Return what a screen reader says of where one is."""
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        return widget.accessibleName() or str(getattr(widget, "text", str)()).replace("&", "")

    def stand_on(self, row: str) -> None:
        """Go down the list in which one is to the first row that says so."""
        view = QApplication.focusWidget()
        assert isinstance(view, QAbstractItemView)
        self.press("Home")
        self.press("Ctrl+Home")
        for _down in range(view.model().rowCount()):
            if row in _words(view.model(), view.currentIndex().row()):
                return
            self.press("Down")
        raise AssertionError(f"no row says {row}")

    def choose(self, entry: str) -> None:
        """Open the menu of the button one is at, and take the entry that begins so."""
        self._when_open(lambda menu: self._take(menu, entry))
        self.press("Space")

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a part of the window, as soon as it can be used and nothing lies above it; one scrolls to it."""
        window = widget.window()

        def place() -> QPoint:
            return widget.mapTo(window, at or widget.rect().center())

        def is_seen() -> bool:
            seen = window.childAt(place()) or window
            return widget.isEnabled() and widget.isVisible() and (seen is widget or widget.isAncestorOf(seen))

        for area in window.findChildren(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)
        self.story.wait(is_seen)
        nothing = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, nothing, place())

    def click_row(self, view: QAbstractItemView, words: str) -> None:
        """Click on the first row that says so; one scrolls to it."""
        model = view.model()
        place = next(place for place in range(model.rowCount()) if words in _words(model, place))
        view.scrollTo(model.index(place, 0))
        self.click(view.viewport(), view.visualRect(model.index(place, 0)).center())

    def click_entry(self, button: QAbstractButton, entry: str) -> None:
        """Click on a button that opens a menu, and on the entry that begins so."""
        self._when_open(lambda menu: self._click_in_menu(menu, entry))
        self.click(button)

    def box(self, kind: type[QWidget]) -> QWidget:
        """Wait for a box and come to it."""
        self.story.wait(lambda: any(one.isActiveWindow() for one in self.story.frame.findChildren(kind)))
        return next(one for one in self.story.frame.findChildren(kind) if one.isActiveWindow())

    def come_back(self, box: QWidget) -> None:
        """Wait until a box is gone. The window is then in front again, as a system with windows has it."""
        self.story.wait(lambda: not isValid(box) or not box.isVisible())
        self.story.look_at()

    def _when_open(self, then: Callable[[QMenu], None]) -> None:
        """Do something as soon as a menu is open, which holds up whoever opens it until it is closed."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            then(menu)
        else:
            QTimer.singleShot(1, self.story.frame, lambda: self._when_open(then))

    def _click_in_menu(self, menu: QMenu, entry: str) -> None:
        action = next(action for action in menu.actions() if action.text().startswith(entry))
        self.click(menu, menu.actionGeometry(action).center())

    def _take(self, menu: QMenu, entry: str) -> None:
        for _down in range(len(menu.actions())):
            self.press("Down")
            chosen = menu.activeAction()
            if chosen is not None and chosen.text().startswith(entry):
                self.press("Return")
                return
        menu.close()
        raise AssertionError(f"the menu has no {entry}")


class MouseWatch(QObject):
    """Notes whatever is done with the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE:
            self.used.append(event.type())
        return False


def _front() -> QWindow:
    """Return the window that gets what is pressed; it hands it on to a menu that is open."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window


def _words(model: QAbstractItemModel, row: int) -> str:
    """Return what is read in a row, from its first column on."""
    cells = (model.index(row, column, QModelIndex()) for column in range(model.columnCount()))
    return " ".join(str(cell.data() or "") for cell in cells).strip()
