"""What somebody who cannot see, or uses no mouse, meets in a widget: walked as a screen reader and as Tab walk it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QAbstractAnimation, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from dialogue_prep.gui.kit.labels import ElidedLabel

Role = QAccessible.Role
# What is named to whoever comes to it; lists and tables are, and their lines are read by themselves.
_NAMED = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.ComboBox,
    Role.Dialog,
    Role.EditableText,
    Role.List,
    Role.PageTab,
    Role.ProgressBar,
    Role.RadioButton,
    Role.Slider,
    Role.Table,
    Role.Tree,
}
_SAYS_NOTHING = {Role.NoRole, Role.Client, Role.Pane, Role.Grouping, Role.Whitespace}
_SIGNS = set("…‹›+-−×↔")
_ROW = 8


def spoken(top: QWidget) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    """Yield each widget in sight with what a screen reader is told of it."""
    yield from _walk(QAccessible.queryAccessibleInterface(top))


def _walk(here: QAccessibleInterface | None) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    if here is None or not here.isValid():
        return
    widget = here.object()
    if isinstance(widget, QWidget):
        if not widget.visibleRegion().isEmpty():
            yield widget, here
        if here.role() in {Role.Table, Role.List, Role.Tree}:
            return
    for place in range(here.childCount()):
        yield from _walk(here.child(place))


def unsaid(top: QWidget) -> list[str]:
    """Return what has no name, a mere sign for its name, or no role though it can have the focus."""
    found = []
    for widget, here in spoken(top):
        name, role = here.text(QAccessible.Text.Name).strip(), here.role()
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if (role in _NAMED or takes_focus) and (not name or set(name) <= _SIGNS):
            found.append(f"no name: {said(widget)}")
        if takes_focus and role in _SAYS_NOTHING and not isinstance(widget, QAbstractScrollArea):
            found.append(f"no role: {said(widget)}")
    return found


def against_reading(order: Sequence[QWidget], top: QWidget) -> list[str]:
    """Return the steps in an order of widgets that go back: up in a column, or to the left in a row."""
    found = []
    for before, after in pairwise(order):
        here, there = (QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()) for widget in (before, after))
        up = there.bottom() < here.top() + _ROW and there.left() < here.right() - _ROW
        left = there.right() < here.left() + _ROW and there.top() < here.bottom() - _ROW
        if card_of(before) is card_of(after) and (up or left):
            found.append(f"{said(before)} then {said(after)}")
    return found


def card_of(widget: QWidget) -> QWidget:
    """Return the card of a page in which a widget stands, else the window."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow() and parent.objectName() != "card":
        parent = parent.parentWidget()
    return parent or widget


def cut_off(top: QWidget) -> list[str]:
    """Return the words that are wider, or higher, than what shows them and do not end in …."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        if widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
            if widget.wordWrap():
                cut = widget.heightForWidth(widget.width()) > widget.height()
            else:
                cut = widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width()
        elif isinstance(widget, QPushButton | QToolButton) and widget.objectName() != "picker":
            cut = bool(widget.text()) and widget.sizeHint().width() > widget.width()
        else:
            continue
        if cut:
            found.append(said(widget))
    return found


def scrolled_across(top: QWidget) -> list[str]:
    """Return what is in sight and has to be scrolled sideways to be read."""
    areas = (area for area in top.findChildren(QAbstractScrollArea) if not area.visibleRegion().isEmpty())
    return [said(area) for area in areas if area.horizontalScrollBar().isVisible()]


def moving(top: QWidget) -> list[str]:
    """Return what moves by itself, or would once it is seen: animations, and bars that do not say how far it is."""
    timed = (one for one in top.findChildren(QAbstractAnimation) if one.totalDuration())
    bars = (bar for bar in top.findChildren(QProgressBar) if bar.minimum() == bar.maximum())
    return [*(f"moves: {type(one.parent()).__name__}" for one in timed), *(f"moves: {said(bar)}" for bar in bars)]


def said(widget: QWidget) -> str:
    """Return how a failed test names a widget."""
    text = widget.text() if isinstance(widget, QLabel | QPushButton | QToolButton) else ""
    named = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} “{named}” in {type(widget.parentWidget()).__name__}"
