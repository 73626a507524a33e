"""A source under review with every act of the reviewer, so that each can be taken back until it is taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogue_prep.reading.review import Review
    from dialogue_prep.services.sources import ReadSource


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A source as it is reviewed now, the reviews before the last acts, and those that were taken back."""

    source: ReadSource
    before: tuple[Review, ...] = ()
    taken_back: tuple[Review, ...] = ()

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self.source.review

    def acted(self, review: Review) -> Reviewing:
        """Return this with one more act; an act that changes nothing is none."""
        if review == self.review:
            return self
        return Reviewing(replace(self.source, review=review), (*self.before, self.review))

    def undone(self) -> Reviewing:
        """Return this without the last act, if there is one."""
        if not self.before:
            return self
        source = replace(self.source, review=self.before[-1])
        return Reviewing(source, self.before[:-1], (*self.taken_back, self.review))

    def redone(self) -> Reviewing:
        """Return this with the act again that was taken back last, if there is one."""
        if not self.taken_back:
            return self
        source = replace(self.source, review=self.taken_back[-1])
        return Reviewing(source, (*self.before, self.review), self.taken_back[:-1])
