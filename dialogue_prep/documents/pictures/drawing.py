"""Drawings as values: lines, shapes and words with their places, painted on the window and written as SVG alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Ink(StrEnum):
    """What a colour in a drawing says; whoever paints it has a colour for each."""

    TEXT = "text"
    MUTED = "muted"
    BORDER = "border"
    SURFACE = "surface"
    SOFT = "soft"
    ACCENT = "accent"
    OURS = "ours"
    THEIRS = "theirs"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUIET = "quiet"


class Anchor(StrEnum):
    """Which part of words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Type:
    """The type in which words are set: the height of a line and how wide words are, both in pixels."""

    line: float
    width: Callable[[str], float]

    def fitted(self, words: str, room: float) -> str:
        """Return words as far as there is room for them, with … where some are left out."""
        if self.width(words) <= room:
            return words
        while words and self.width(f"{words}…") > room:
            words = words[:-1]
        return f"{words.rstrip()}…" if words else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its ground in a share of its ink; with a `dashed` or no edge."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    ground: float = 1
    edge: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc, filled, or a ring on the surface; with a `dot` in its middle; `dashed` is its edge."""

    x: float
    y: float
    radius: float
    ink: Ink
    filled: bool = True
    dot: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words whose middle line stands at `y`."""

    x: float
    y: float
    words: str
    ink: Ink
    anchor: Anchor = Anchor.START
    strong: bool = False


Part = Line | Box | Disc | Words


class Spot(NamedTuple):
    """A place in a drawing that says something: read aloud, walked to with the keys unless it is a mere `hint`.

    One that has a `day` can be dragged from it to another. A plain tuple, for a large picture has ten thousand of them.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    label: str
    day: date | None = None
    hint: bool = False

    @property
    def movable(self) -> bool:
        return self.day is not None


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days stand: `first` at the left, so many days up to the right, both in pixels."""

    first: date
    days: float
    left: float
    right: float

    def x(self, at: float) -> float:
        """Return where a share of the time stands, 0 being the first day."""
        return self.left + at * (self.right - self.left)

    def day(self, x: float) -> date:
        """Return the day at a place."""
        return self.first + timedelta(days=round((x - self.left) / (self.right - self.left) * self.days))

    def place(self, day: date) -> float:
        """Return where a day stands."""
        return self.x((day - self.first).days / self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture of so many pixels: its parts from back to front, its spots in the order in which they are walked."""

    width: float
    height: float
    parts: tuple[Part, ...]
    spots: tuple[Spot, ...]
    scale: Scale
    title: str
    description: str
