"""How large a paper is shown: in steps, as on paper, or so that its width fits."""

from __future__ import annotations

SCALES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
WHOLE = 1.0
"""As large as on paper."""

PAGE, LINE = 210.0, 162.0
"""The width of a page of a paper, and of the longest line on it, in millimetres."""

_NEAR = 0.01


def stepped(scale: float, by: int) -> float:
    """Return the next larger scale (1), the next smaller (-1), or the one as on paper (0)."""
    if by == 0:
        return WHOLE
    if by > 0:
        return next((one for one in SCALES if one > scale + _NEAR), SCALES[-1])
    return next((one for one in reversed(SCALES) if one < scale - _NEAR), SCALES[0])


def fitting(width: int, dots_an_inch: float, millimetres: float) -> float:
    """Return the scale at which so many millimetres of paper are as wide as so many pixels."""
    scale = width / (millimetres / 25.4 * dots_an_inch)
    return min(max(scale, SCALES[0]), SCALES[-1])
