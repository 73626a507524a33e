"""Where the tour of the window stops, and what it says there."""

from __future__ import annotations

from dialogue_prep.gui.tour import Stop
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import AGENDA, COMMITMENTS, HOSTING, OVERVIEW, PAPERS, SOURCES, Interior
from dialogue_prep.gui.window.navigation import Navigation
from dialogue_prep.gui.words import _


def tour_stops(frame: Frame, interior: Interior) -> tuple[Stop, ...]:
    """Return the stops, in their order."""
    return (
        Stop(
            interior.header.round,
            _("The dialogue and its round"),
            _("Choose here which dialogue and which round you prepare. All pages below are about that round."),
            OVERVIEW,
        ),
        *_pages(interior.navigation),
        Stop(
            interior.header.tools,
            _("Nothing is lost"),
            _("All is saved as you go, and every step can be undone, also tomorrow. Ctrl+K searches everything."),
            OVERVIEW,
        ),
        Stop(
            frame.menuBar(),
            _("When you want to know more"),
            _("F1 opens the guide at the page where you are. The tour is in the menu Help, too."),
            OVERVIEW,
            menu=frame.menuBar().actions()[-1],
        ),
    )


def _pages(side: Navigation) -> tuple[Stop, ...]:
    """Return a stop for each page that a new user needs first."""
    told = (
        (
            OVERVIEW,
            _("What is still missing"),
            _("The overview lists what the round lacks, what blocks the papers first. Each line leads to its place."),
        ),
        (
            AGENDA,
            _("The agenda"),
            _("Items are dragged into order, times follow. Beside each item stand its leads and speaking points."),
        ),
        (
            COMMITMENTS,
            _("What was agreed"),
            _("Every undertaking of earlier rounds, with its exact words, and what became of it since."),
        ),
        (
            HOSTING,
            _("Who hosts when"),
            _("Rounds held and to come, what is due before them, and days that suit both capitals."),
        ),
        (
            PAPERS,
            _("The papers"),
            _("All papers are written into Word in one go. What you edit there is kept and can come back."),
        ),
        (
            SOURCES,
            _("Texts of your own"),
            _("Drop terms of reference or a communiqué on the window. You see what was found before it is kept."),
        ),
    )
    return tuple(Stop(side.button(place), title, words, place) for place, title, words in told)
