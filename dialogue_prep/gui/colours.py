"""The named colours of the window, light and dark; nothing in the window has a colour that is not here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Tone(StrEnum):
    """What a colour says; each is the name of a field of Colours."""

    ACCENT = "accent"
    OURS = "ours"
    THEIRS = "theirs"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUIET = "quiet"
    MUTED = "muted"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours as `#RRGGBB`; `quiet` is for lines and shapes and never for words.

    `border` parts what is beside each other and may be faint; `edge` is the outline of what is typed or ticked in,
    which has to be seen.
    """

    window: str
    surface: str
    raised: str
    hover: str
    border: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    soft: str
    ours: str
    theirs: str
    good: str
    warn: str
    bad: str
    quiet: str

    def of(self, tone: Tone) -> QColor:
        """Return the colour of a tone."""
        return QColor(getattr(self, tone.value))


LIGHT = Colours(
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#FAFBFC",
    hover="#EEF1F5",
    border="#E2E5EA",
    edge="#7F8898",
    text="#1A1F29",
    muted="#5D6676",
    accent="#1D5BB8",
    on_accent="#FFFFFF",
    soft="#E7EFFB",
    ours="#1D5BB8",
    theirs="#0F766E",
    good="#2A7348",
    warn="#9A5700",
    bad="#B3261E",
    quiet="#8A93A3",
)

DARK = Colours(
    window="#14171C",
    surface="#1C2026",
    raised="#21262D",
    hover="#282E37",
    border="#2E343D",
    edge="#737C8A",
    text="#E7EAEF",
    muted="#9CA5B3",
    accent="#7DB0FF",
    on_accent="#0C1422",
    soft="#22324A",
    ours="#7DB0FF",
    theirs="#4FC3B5",
    good="#6CC58C",
    warn="#F0B35A",
    bad="#FF8A80",
    quiet="#7C8594",
)


def colours_now() -> Colours:
    """Return the colours that the application wears; a widget's own palette may be changed by its style."""
    worn = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if worn == QColor(DARK.window) else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Return the palette of Qt with these colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, name in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
    ):
        palette.setColor(where, QColor(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.quiet))
    return palette
