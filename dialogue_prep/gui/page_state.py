"""How a page was left: which record was chosen, its parts and filters, how far its lists were scrolled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from dialogue_prep.gui.pages.overview_page import OverviewPage
from dialogue_prep.gui.pages.page import WORDS, Page

_RECORD, _OWN, _SCROLLED = "record", "own", "scrolled"


def page_state(page: QWidget) -> str:
    """Return how a page is left, as one line."""
    record = page.record_id() if isinstance(page, Page) else ""
    own = page.state() if isinstance(page, Page) else {}
    scrolled = {name: area.verticalScrollBar().value() for name, area in _areas(page)}
    return _written(record, own, scrolled)


def without_words(state: str) -> str:
    """Return how a page was left but for what the user had typed into its filters."""
    record, own, scrolled = _read(state)
    return _written(record, {name: said for name, said in own.items() if name != WORDS}, scrolled)


def restore_page(page: QWidget, state: str) -> None:
    """Have a page, which has read nothing yet, as it was left; what is there no longer is passed over."""
    record, own, scrolled = _read(state)
    if isinstance(page, Page):
        if record:
            page.choose_record(record)
        page.restore(own)
    if isinstance(page, Page | OverviewPage):
        # What was read is laid out only in the next turn.
        page.shown.connect(
            lambda: QTimer.singleShot(0, page, lambda: _scroll(page, scrolled)), Qt.ConnectionType.SingleShotConnection
        )


def _written(record: str, own: Mapping[str, str], scrolled: Mapping[str, int]) -> str:
    return json.dumps({_RECORD: record, _OWN: dict(own), _SCROLLED: dict(scrolled)}, sort_keys=True)


def _read(state: str) -> tuple[str, dict[str, str], dict[str, int]]:
    """Return the record, the page's own and how far lists were scrolled; nothing of a line written otherwise."""
    try:
        left = json.loads(state)
        own = {str(name): str(said) for name, said in left[_OWN].items()}
        return str(left[_RECORD]), own, {str(name): int(value) for name, value in left[_SCROLLED].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return "", {}, {}


def _scroll(page: QWidget, scrolled: Mapping[str, int]) -> None:
    for name, area in _areas(page):
        if name in scrolled:
            area.verticalScrollBar().setValue(scrolled[name])


def _areas(page: QWidget) -> Iterator[tuple[str, QAbstractScrollArea]]:
    for area in page.findChildren(QAbstractScrollArea):
        if area.accessibleName() and area.isVisibleTo(page):
            yield area.accessibleName(), area
