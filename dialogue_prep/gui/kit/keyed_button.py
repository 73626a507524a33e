"""Quiet buttons of which the hint says what they do and by which key."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.words import _


def keyed_button(words: str, name: str, keys: str) -> QPushButton:
    """Return a quiet button: `name` says what it does; the keys work through a shortcut of their own."""
    button = QPushButton(words)
    button.setObjectName("quiet")
    button.setAccessibleName(name)
    button.setToolTip(plain_hint(_("{what}: key {key}").format(what=name, key=keys)))
    return button
