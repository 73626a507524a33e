"""A source under review with every act of the reviewer, so that each can be taken back until it is taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogue_prep.gui.kit.undoable import Undoable

if TYPE_CHECKING:
    from dialogue_prep.reading.review import Review
    from dialogue_prep.services.sources import ReadSource


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A source as it was read, and its review with every act so far."""

    read: ReadSource
    acts: Undoable[Review]

    @classmethod
    def begun(cls, read: ReadSource) -> Reviewing:
        """Return a source on which the reviewer has not acted yet."""
        return cls(read, Undoable(read.review))

    @property
    def source(self) -> ReadSource:
        """The source as it is reviewed now."""
        return replace(self.read, review=self.review)

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self.acts.now

    def acted(self, review: Review) -> Reviewing:
        """Return this with one more act; an act that changes nothing is none."""
        return self._with(self.acts.acted(review))

    def undone(self) -> Reviewing:
        """Return this without the last act, if there is one."""
        return self._with(self.acts.undone())

    def redone(self) -> Reviewing:
        """Return this with the act again that was taken back last, if there is one."""
        return self._with(self.acts.redone())

    def _with(self, acts: Undoable[Review]) -> Reviewing:
        return self if acts is self.acts else replace(self, acts=acts)
