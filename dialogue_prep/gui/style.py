"""How the parts of the window look: one style sheet made of the named colours. Sizes are on a grid of 8 pixels."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from dialogue_prep.gui.colours import Colours
from dialogue_prep.system.resources import resource_file

# Fonts are not set here: a size in a style sheet would not follow the size that the user has chosen for the system.
_SHEET = Template("""
QMenuBar { background: $surface; color: $text; border: 0; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $border; margin: 6px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 8px; }

#header { background: $surface; border-bottom: 1px solid $border; }
#side { background: $surface; border-right: 1px solid $border; }
#inspector { background: $surface; border-left: 1px solid $border; }
#status { background: $surface; border-top: 1px solid $border; }
#page, #page > QWidget > #pageBody { background: $window; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }

QFrame#card { background: $surface; border: 1px solid $border; border-radius: 12px; }
QFrame#tour { background: $surface; border: 2px solid $accent; border-radius: 12px; }
QFrame#rule { background: $border; border: 0; }
QFrame#notice { background: $soft; border: 1px solid $border; border-radius: 8px; margin: 16px 24px 0 24px; }

QLabel { color: $text; background: transparent; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel#chip { background: $soft; color: $accent; border-radius: 8px; padding: 2px 10px; }
QLabel#chip[tone="good"] { color: $good; }
QLabel#chip[tone="warn"] { color: $warn; }

QPushButton { background: $raised; color: $text; border: 1px solid $border; border-radius: 8px; padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:open { background: $soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $quiet; }
QPushButton[main="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[main="true"]:hover { border-color: $text; }
QPushButton[main="true"]:focus { border: 2px solid $text; }
QPushButton[main="true"]:disabled { background: $border; color: $muted; border-color: $border; }
QPushButton#picker { text-align: left; padding: 7px 30px 7px 14px; border-color: $edge; }
QPushButton#picker:focus { padding: 6px 29px 6px 13px; border-color: $accent; }
QPushButton#picker:disabled { border-color: $border; }
QPushButton::menu-indicator { width: 0; }
QPushButton#quiet { border: 1px solid transparent; background: transparent; color: $accent; padding: 4px 8px; }
QPushButton#quiet:hover { background: $soft; }
QPushButton#quiet:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton#quiet:disabled { color: $quiet; }
QPushButton#state { border-radius: 8px; padding: 4px 8px; }
QPushButton#state:focus { padding: 3px 7px; }
QPushButton#choice { text-align: left; padding: 12px 16px; }
QPushButton#choice:focus { padding: 11px 15px; }

QPushButton#segment { border: 1px solid transparent; background: transparent; color: $muted; padding: 5px 12px; }
QPushButton#segment:hover { background: $hover; }
QPushButton#segment:checked { background: $soft; color: $accent; }
QPushButton#segment:focus { border: 2px solid $accent; padding: 4px 11px; }

QPushButton#switch { color: $muted; padding: 5px 12px; }
QPushButton#switch:checked { background: $soft; color: $accent; border-color: $accent; }
QPushButton#switch:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton#link { border: 2px solid transparent; border-radius: 4px; background: transparent; color: $accent;
                   padding: 3px 0; margin-left: -2px; }
QPushButton#link:hover { background: $soft; }
QPushButton#link:focus { border: 2px solid $accent; padding: 3px 0; }

QToolButton#place { border: 2px solid transparent; border-radius: 8px; padding: 6px 10px; color: $text;
                    background: transparent; }
QToolButton#place:hover { background: $hover; }
QToolButton#place:checked { background: $soft; color: $accent; font-weight: 600; }
QToolButton#place:disabled { color: $quiet; }
QToolButton#place:focus { border: 2px solid $accent; }

QToolButton#tool { border: 2px solid transparent; border-radius: 8px; padding: 5px; background: transparent; }
QToolButton#tool:hover { background: $hover; }
QToolButton#tool:pressed { background: $soft; }
QToolButton#tool:focus { border: 2px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit#words { placeholder-text-color: $muted; }
QLineEdit { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 6px 8px;
            selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit:disabled { color: $quiet; border-color: $border; }

QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0; selection-background-color: $soft;
                    selection-color: $text; }
QListView#found, QListView#offered { border: 1px solid $border; border-radius: 8px; padding: 4px; }
QTableView { gridline-color: $border; }
QTableView::item { border: 0; border-bottom: 1px solid $border; padding: 4px 5px; }
QTableView:focus, QListView#gaps:focus, QTextBrowser:focus { border: 2px solid $accent; }
QTableView, QListView#gaps { border: 2px solid transparent; border-radius: 4px; }
QDialog QTableView, QDialog QListView#findings, QDialog QTextEdit#marked { border: 1px solid $border;
                                                                         border-radius: 8px; padding: 4px; }
QDialog QTableView:focus, QDialog QListView#findings:focus, QDialog QTextEdit#marked:focus {
    border: 2px solid $accent; padding: 3px; }
QListView#outline { border: 2px solid transparent; border-radius: 8px; }
QListView#outline:focus { border: 2px solid $accent; }
QListView#outline::item { border-radius: 6px; }
QListView#chapters { border: 2px solid transparent; border-radius: 8px; padding: 4px; }
QListView#chapters:focus { border: 2px solid $accent; }
QListView#chapters::item { padding: 7px 8px; border-radius: 6px; }
QListView#chapters::item:hover { background: $hover; }
QListView#chapters::item:selected { background: $soft; color: $accent; }
QListView#outline::item:selected { background: $soft; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: 0; padding: 8px;
                       border-bottom: 1px solid $border; }
QTextBrowser { background: $raised; color: $text; border: 1px solid $border; border-radius: 8px; padding: 16px;
               selection-background-color: $accent; selection-color: $on_accent; }
QScrollArea#sheet { background: $window; border: 1px solid $border; border-radius: 8px; }
QScrollArea#sheet:focus { border: 2px solid $accent; }
QPlainTextEdit { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 8px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 7px; }
QTextEdit#words { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 4px 6px;
                  selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit#words:focus { border: 2px solid $accent; padding: 3px 5px; }
QLineEdit#cell { border-radius: 0; padding: 0 6px; }
QPushButton#menu::menu-indicator { width: 0; }
QFrame#popup { background: $surface; border: 1px solid $border; border-radius: 8px; }

QComboBox { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 5px 10px; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 9px; }
QComboBox:disabled { color: $quiet; border-color: $border; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { border: 1px solid $border; padding: 4px; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $quiet; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 2px solid $edge;
                                                     border-radius: 5px; background: $raised; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border: 2px solid $accent;
                                                                     image: url("$tick"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 2px solid $border; }
QCheckBox::indicator:checked:disabled { background: $quiet; border: 2px solid $quiet; }
QFrame#popup QListView::item { padding: 5px 6px; border-radius: 6px; }
QFrame#popup QListView::item:selected { background: $soft; color: $text; }
QRadioButton::indicator { width: 14px; height: 14px; border: 2px solid $edge; border-radius: 9px; background: $raised; }
QRadioButton::indicator:checked { border: 2px solid $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 $accent, stop: 0.55 $accent, stop: 0.65 $raised, stop: 1 $raised); }
QRadioButton::indicator:checked:disabled { border: 2px solid $quiet; background: $quiet; }

QTextEdit#marked { background: $surface; color: $text; border: 2px solid transparent; padding: 0 8px 0 0;
                   selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit#marked:focus { border: 2px solid $accent; border-radius: 8px; }
QListView#cards { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QListView#cards:focus { border: 2px solid $quiet; }
QListView#cards::item, QListView#cards::item:selected { background: transparent; border: 0; }
QWidget#column { border: 2px solid transparent; border-radius: 8px; }
QWidget#column[aimed="true"] { border: 2px dashed $accent; background: $soft; }
QListView#findings { border: 2px solid transparent; }
QListView#findings:focus { border: 2px solid $accent; border-radius: 8px; }
QListView#findings::item { border-bottom: 1px solid $border; }
QListView#findings::item:selected { background: $soft; }

QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 10px; margin: -5px 0; border-radius: 7px; background: $surface;
                             border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }

QProgressBar { background: $hover; border: 0; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $quiet; border-radius: 3px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
""")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of the window in these colours."""
    # Qt cannot colour a drawing that a sheet names, hence one for each colour that stands on the accent.
    tick = resource_file(f"marks/tick-{colours.on_accent.removeprefix('#')}.svg")
    named = {field.name: getattr(colours, field.name) for field in fields(colours)}
    return _SHEET.substitute(named, tick=tick.as_posix())
