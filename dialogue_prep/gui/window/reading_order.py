"""In which order Tab goes through a window: as it is read, also where parts were made later than those after them.

Qt goes in the order in which widgets were made. Forms are filled with what is chosen, so that much on a page is made
last that stands in its middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def reading_order(top: QWidget) -> list[QWidget]:
    """Return what Tab reaches within a widget: part by part as laid out, what no layout holds from top to bottom."""
    return [widget for widget in _within(top) if _takes_tab(widget)]


def go_on(top: QWidget, *, forward: bool) -> bool:
    """Give the focus to what comes after, or before, what has it within a widget; say whether there is anything."""
    order = reading_order(top)
    if not order:
        return False
    here = top.focusWidget()
    at = order.index(here) if here in order else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(at + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _within(widget: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a widget, itself first; what is not seen is left out with all that is in it."""
    yield widget
    laid_out = list(_laid_out(widget.layout()))
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    others.sort(key=lambda child: (child.y(), child.x()))
    for child in (*laid_out, *others):
        if child.isVisible() and not child.isWindow():
            yield from _within(child)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        assert layout is not None
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
