"""Colours, icons, words and labels of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.commitment import RollUp
from dialogue_prep.domain.draft import Audience, DraftState, PaperKind
from dialogue_prep.domain.readiness import Place
from dialogue_prep.gui import terms
from dialogue_prep.gui.application import wear
from dialogue_prep.gui.colours import DARK, LIGHT, Colours, Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon, pixmap
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, plain_action, plain_hint, without_letter
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.words import count
from dialogue_prep.system.resources import resource_file

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
MARKUP = "<img src=x><b>bold</b>"


def contrast(one: str, other: str) -> float:
    def brightness(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.QUIET])
def test_words_can_be_read_on_every_ground(colours: Colours, tone: Tone) -> None:
    for ground in (colours.surface, colours.raised, colours.window):
        assert contrast(colours.of(tone).name(), ground) >= 4.5


@BOTH
def test_words_on_the_accent_and_on_chips_can_be_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.accent, colours.soft) >= 4.5
    assert contrast(colours.text, colours.soft) >= 4.5


@BOTH
def test_lines_and_shapes_stand_out(colours: Colours) -> None:
    assert contrast(colours.quiet, colours.surface) >= 3


@BOTH
def test_the_colours_worn_are_known_again(qapp: QApplication, colours: Colours) -> None:
    wear(qapp, colours)
    assert colours_now() == colours


@BOTH
def test_the_style_sheet_has_no_place_left_open(colours: Colours) -> None:
    assert "$" not in style_sheet(colours)


def test_every_icon_has_its_drawing_and_every_drawing_is_used(qapp: QApplication) -> None:
    folder = resource_file("icons")
    drawings = {path.stem for path in Path(folder).glob("*.svg")} - {"program"}  # the last is shown by the system
    assert drawings == {icon.value for icon in Icon}


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_is_drawn_in_its_colour_at_any_scale(qapp: QApplication, icon: Icon) -> None:
    for scale in (1, 2):
        drawn = pixmap(icon, "#B3261E", 18, scale)
        assert drawn.width() == 18 * scale
        image = drawn.toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert inked
        assert all(abs(colour.red() - 0xB3) < 12 for colour in inked)
    assert not line_icon(icon, LIGHT).isNull()


def test_every_word_of_the_domain_is_said() -> None:
    for say, kinds in (
        (terms.paper_name, PaperKind),
        (terms.audience_name, Audience),
        (terms.state_name, (None, *DraftState)),
        (terms.state_tone, (None, *DraftState)),
        (terms.roll_up_name, RollUp),
        (terms.roll_up_tone, RollUp),
        (terms.step_name, Place),
    ):
        said = [say(kind) for kind in kinds]  # type: ignore[operator]
        assert all(said)


def test_a_label_shows_markup_as_it_is_typed(qtbot: QtBot) -> None:
    for label in (PlainLabel(MARKUP), ElidedLabel(MARKUP)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == MARKUP


def test_a_label_that_is_too_narrow_tells_its_words_on_hovering_and_loads_nothing(qtbot: QtBot) -> None:
    label = ElidedLabel(MARKUP)
    qtbot.addWidget(label)
    label.resize(20, 20)
    label.show()
    assert label.toolTip() == plain_hint(MARKUP)
    assert "<img" not in label.toolTip()


def test_an_ampersand_is_a_letter_and_not_a_shortcut() -> None:
    assert plain_action("Law & order") == "Law && order"
    assert [without_letter(title) for title in ("P&rotection", "帮助(&H)")] == ["Protection", "帮助"]


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (5, "5 days")])
def test_a_count_agrees_with_its_number(number: int, said: str) -> None:
    assert count("{number} day", "{number} days", number) == said
