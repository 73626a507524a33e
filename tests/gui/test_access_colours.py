"""Everything in the window can be seen: words at 4.5 to 1, outlines of what is typed in and icons at 3 to 1."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from dialogue_prep.documents.html import QUIET
from dialogue_prep.gui.colours import DARK, LIGHT, Colours, Tone
from dialogue_prep.gui.dress import dress
from dialogue_prep.gui.kit import chip_delegate, marked_text
from dialogue_prep.gui.pages.paper_preview import PaperPreview
from dialogue_prep.gui.pictures import day_view
from dialogue_prep.system.resources import resource_file
from tests.gui.test_looks import contrast

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
WORDS = [tone for tone in Tone if tone is not Tone.QUIET]


def tinted(ground: str, tint: QColor, alpha: int) -> str:
    """Return a ground on which a tint was laid that lets so much of it through."""
    under, share = QColor(ground), alpha / 255
    parts = zip(under.getRgb()[:3], tint.getRgb()[:3], strict=True)
    return QColor(*(round(below + (above - below) * share) for below, above in parts)).name()


@BOTH
@pytest.mark.parametrize("tone", WORDS)
def test_words_can_be_read_on_what_is_chosen_or_pointed_at(colours: Colours, tone: Tone) -> None:
    for ground in (colours.soft, colours.hover):
        assert contrast(colours.of(tone).name(), ground) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", WORDS)
def test_words_on_a_chip_of_their_own_tone_can_be_read(colours: Colours, tone: Tone) -> None:
    colour = colours.of(tone)
    assert contrast(colour.name(), tinted(colours.surface, colour, chip_delegate._GROUND)) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", [Tone.OURS, Tone.THEIRS, Tone.QUIET])
def test_words_in_the_drawing_of_the_day_and_on_marked_text_can_be_read(colours: Colours, tone: Tone) -> None:
    for alpha in (day_view._GROUND, day_view._CHOSEN, marked_text._CHOSEN_ALPHA):
        assert contrast(colours.text, tinted(colours.surface, colours.of(tone), alpha)) >= 4.5


@BOTH
def test_the_outline_of_what_is_typed_or_ticked_in_can_be_seen(colours: Colours) -> None:
    for ground in (colours.surface, colours.raised, colours.window):
        assert contrast(colours.edge, ground) >= 3
        assert contrast(colours.accent, ground) >= 3  # the ring around what has the focus


@BOTH
def test_icons_can_be_seen_on_every_ground(colours: Colours) -> None:
    for ground in (colours.surface, colours.window, colours.hover, colours.soft):
        assert contrast(colours.muted, ground) >= 3


@BOTH
def test_a_tick_is_drawn_in_the_colour_that_stands_on_the_accent(colours: Colours) -> None:
    tick = resource_file(f"marks/tick-{colours.on_accent.removeprefix('#')}.svg")
    assert f'stroke="{colours.on_accent}"' in tick.read_text(encoding="utf-8")


@BOTH
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_whether_a_box_is_ticked_is_seen_by_its_shape(
    qtbot: QtBot, qapp: QApplication, colours: Colours, kind: type[QCheckBox | QRadioButton]
) -> None:
    box = kind("")
    qtbot.addWidget(box)
    dress(qapp, box, colours)
    box.show()
    shapes = []
    for ticked in (False, True):
        box.setChecked(ticked)
        grey = box.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        middle = grey.pixelColor(11, grey.height() // 2).lightness()
        shapes.append([abs(grey.pixelColor(x, grey.height() // 2).lightness() - middle) > 40 for x in range(5, 18)])
    assert shapes[0] != shapes[1]
    dress(qapp, box, LIGHT)


@BOTH
def test_quiet_words_of_a_paper_can_be_read_in_its_preview(qtbot: QtBot, qapp: QApplication, colours: Colours) -> None:
    preview = PaperPreview()
    qtbot.addWidget(preview)
    preview.show()
    preview.show_page(f'<p style="margin: 0; color: {QUIET};">Host: China</p>', "agenda")
    dress(qapp, preview, colours)
    cursor = preview.textCursor()
    cursor.setPosition(3)
    assert contrast(cursor.charFormat().foreground().color().name(), colours.raised) >= 4.5
    dress(qapp, preview, LIGHT)


def test_marks_in_a_text_differ_by_their_lines_and_not_by_colour_alone() -> None:
    assert len(set(marked_text._LINES.values())) == len(marked_text.Look)
