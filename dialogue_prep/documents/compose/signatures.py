"""Where both sides sign: the side whose copy it is on the left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.shared_communique import SharedChair
from dialogue_prep.documents.compose.shown import runs_of
from dialogue_prep.documents.model import Cell, Paragraph, Role, Table, paragraph
from dialogue_prep.documents.wording import Phrases

_WIDTHS = (81, 81)
_LINE = "_" * 28


def signatures(chairs: Sequence[SharedChair], phrases: Phrases) -> Table:
    """Return the places for the signatures of two co-chairs, from left to right; they stand on one page."""
    return Table(
        caption=phrases.say("Signatures"),
        widths=_WIDTHS,
        rows=(tuple(Cell(tuple(_place(chair, phrases))) for chair in chairs),),
        together=True,
    )


def _place(chair: SharedChair, phrases: Phrases) -> Iterator[Paragraph]:
    yield paragraph(phrases.say("For {side}", side=chair.side.name), Role.CELL_QUIET)
    yield paragraph(_LINE, Role.SIGNATURE)
    yield paragraph(chair.name.read(phrases.language), Role.CELL)
    yield Paragraph(runs_of(chair.title, phrases), Role.CELL)
