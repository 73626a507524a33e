"""Which series of meetings a French source belongs to, and which number in it the meeting has."""

from __future__ import annotations

import re

from dialogue_prep.reading.french.meeting import series_candidates, told_ordinal
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.series import Series
from dialogue_prep.reading.sides import Sides

_GENERIC = re.compile(
    r"(?:Réunion|Rencontre|Consultations?|Entretiens?|Groupe|Comité|Commission|Conseil|Dialogue|"
    r"Conférence|Sommet|Forum|Mécanisme)(?:\smixte)?$"
)
_TOO_LONG = 30


def find_series(layout: Layout, sides: Sides) -> Series:
    """Return the series of a source, and the ordinal that goes with it."""
    best: tuple[int, int, int, int | None] | None = None
    ordinals: set[int] = set()
    for title, start, end, ordinal in series_candidates(layout):
        name = layout.plain[start:end]
        if ordinal is not None:
            ordinals.add(ordinal)
        if (_GENERIC.match(name) and len(name.split()) <= 2) or len(name.split()) > _TOO_LONG:
            continue
        score = 2 * len(sides.mentioned(name)) + 2 * (title is not None) + 2 * (ordinal is not None) + 1
        if best is None or score > best[0]:
            best = (score, start, end, ordinal)
    if best is None:
        return Series(None, ordinals.pop() if len(ordinals) == 1 and told_ordinal(layout) else None)
    _, start, end, ordinal = best
    if ordinal is None:
        ordinal = ordinals.pop() if len(ordinals) == 1 else told_ordinal(layout)
    return Series(layout.text.found(start, end), ordinal)
