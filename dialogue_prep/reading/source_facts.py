"""What stands above a source under review, as the reviewer puts it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.source import Span
from dialogue_prep.reading.extract import Extract, Found, FoundCoChair, FoundNextRound

NOWHERE = Span(1, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What stands above: title, name of the dialogue, which round, where and when, who chaired it, what comes next.

    What is empty is not known. What a reviewer adds has `NOWHERE` as its place: it does not stand in the source. Who
    the `sides` are is not put into an extract: with other ones the source has to be read again.
    """

    title: str
    sides: tuple[str, ...]
    dialogue: str
    ordinal: int | None
    place: str
    host: str
    first_day: date | None
    last_day: date | None
    co_chairs: tuple[FoundCoChair, ...]
    next_round: FoundNextRound | None

    @classmethod
    def of(cls, extract: Extract) -> SourceFacts:
        """Return the facts as they were found."""
        return cls(
            title=extract.title,
            sides=tuple(side.name for side in extract.sides),
            dialogue=extract.dialogue.words if extract.dialogue else "",
            ordinal=extract.ordinal,
            place=extract.place.words if extract.place else "",
            host=extract.host or "",
            first_day=extract.first_day,
            last_day=extract.last_day,
            co_chairs=extract.co_chairs,
            next_round=extract.next_round,
        )

    def other_than(self, others: SourceFacts) -> frozenset[str]:
        """Return the names of the facts that are otherwise here than there."""
        names = (one.name for one in fields(self))
        return frozenset(name for name in names if getattr(self, name) != getattr(others, name))

    def with_those_of(self, others: SourceFacts, names: frozenset[str]) -> SourceFacts:
        """Return these facts, but those that are named from others."""
        return replace(self, **{name: getattr(others, name) for name in names})

    def with_sides_called(self, renamed: Mapping[str, str]) -> SourceFacts:
        """Return these facts with sides that are called otherwise, by their former names."""
        chairs = tuple(replace(chair, side=renamed.get(chair.side or "", chair.side)) for chair in self.co_chairs)
        coming = self.next_round
        if coming is not None:
            coming = replace(coming, host=renamed.get(coming.host or "", coming.host))
        return replace(self, host=renamed.get(self.host, self.host), co_chairs=chairs, next_round=coming)

    def put_into(self, extract: Extract) -> Extract:
        """Return an extract with these facts.

        Raise UserError, at the field, where there is no title, where a round has a number below one, days are in the
        wrong order, and a co-chair is of no side or next to nothing is said of one.
        """
        self._check()
        place = _found(self.place, extract.place)
        return replace(
            extract,
            title=" ".join(self.title.split()),
            dialogue=_found(self.dialogue, extract.dialogue),
            ordinal=self.ordinal,
            place=place,
            first_day=self.first_day,
            last_day=self.last_day if self.last_day != self.first_day else None,
            day_from=extract.day_from if self.first_day == extract.first_day else "reviewer",
            host=self._host(extract, place),
            co_chairs=self.co_chairs,
            next_round=self.next_round,
        )

    def _host(self, extract: Extract, place: Found | None) -> str | None:
        """Return the side that hosted: one that was found by another place is none."""
        said = self.host != (extract.host or "")
        return self.host or None if said or (place is not None and place == extract.place) else None

    def _check(self) -> None:
        if not self.title.strip():
            raise UserError("A source needs a title.", field="title")
        if self.ordinal is not None and self.ordinal < 1:
            raise UserError("Rounds are numbered from 1.", field="ordinal")
        if self.last_day and (self.first_day is None or self.last_day < self.first_day):
            raise UserError("The last day comes before the first one.", field="last_day")
        for chair in self.co_chairs:
            if not (chair.name or chair.office):
                raise UserError("A co-chair needs a name or an office.", field="co_chairs")
        coming = self.next_round
        if coming and coming.day and self.first_day and coming.day <= (self.last_day or self.first_day):
            raise UserError("The next round comes after this one.", field="next_round")
        if coming and coming.last_day and (coming.day is None or coming.last_day < coming.day):
            raise UserError("The last day comes before the first one.", field="next_last_day")


def _found(said: str, before: Found | None) -> Found | None:
    """Return words of the reviewer, where the source has those that stood there before."""
    words = " ".join(said.split())
    return Found(words, before.span if before else NOWHERE) if words else None
