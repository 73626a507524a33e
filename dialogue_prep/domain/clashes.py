"""Several dialogues side by side: what meets on the same days, or close to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.hosting import Basis, Turn
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One dialogue among several: its sides, its schedule, its meetings beside the rounds."""

    dialogue: Dialogue
    sides: tuple[Side, ...]
    turns: tuple[Turn, ...]
    meetings: tuple[SpecialMeeting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Days on which people of a dialogue are taken up by a meeting: round `ordinal`, or the one named by its title."""

    dialogue: Dialogue
    start: date
    end: date
    host: Side | None
    ordinal: int | None = None
    title: Text | None = None
    round_id: str = ""

    @property
    def sentence(self) -> Sentence:
        """Name it."""
        if self.ordinal is None:
            return Sentence.of("{title} ({dialogue})", title=self.title, dialogue=self.dialogue.designation)
        return Sentence.of("round {ordinal} of {dialogue}", ordinal=self.ordinal, dialogue=self.dialogue.designation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two meetings of different dialogues with so many days between them; 0 where they share a day.

    `same_host`: one state has to host both.
    """

    first: Engagement
    second: Engagement
    days_between: int
    same_host: bool

    @property
    def sentence(self) -> Sentence:
        """Which two meetings share days, or how far apart they are, and who would have to host both."""
        text = (
            "{first} and {second} share days" if not self.days_between else "{first} and {second} are {days} days apart"
        )
        ending = "; {host} hosts both." if self.same_host else "."
        host = self.first.host.name if self.first.host else None
        values = {"first": self.first.sentence, "second": self.second.sentence, "days": self.days_between, "host": host}
        return Sentence.of(text + ending, **values)


def engagements(programmes: Iterable[Programme]) -> tuple[Engagement, ...]:
    """Return what has days and was not called off, in the order of the days."""
    found = (engagement for programme in programmes for engagement in _of(programme))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def clashes(programmes: Sequence[Programme], *, within: int = 0, since: date | None = None) -> tuple[Clash, ...]:
    """Return the meetings of different dialogues that share a day or are at most so many days apart, in order.

    Those that both ended before `since` are left out. The time grows with the number of meetings and of clashes.
    """
    states = _states(programmes)
    reach = timedelta(days=within)
    found: list[Clash] = []
    open_: list[Engagement] = []
    for later in engagements(programmes):
        open_ = [earlier for earlier in open_ if earlier.end + reach >= later.start]
        for earlier in open_:
            if earlier.dialogue.id != later.dialogue.id and (since is None or max(earlier.end, later.end) >= since):
                hosts = earlier.host and states[earlier.host.id], later.host and states[later.host.id]
                found.append(
                    Clash(
                        first=earlier,
                        second=later,
                        days_between=max(0, (later.start - earlier.end).days),
                        same_host=hosts[0] is not None and hosts[0] == hosts[1],
                    )
                )
        open_.append(later)
    return tuple(found)


def _of(programme: Programme) -> Iterator[Engagement]:
    sides = {side.id: side for side in programme.sides}
    for turn in programme.turns:
        if turn.round is not None and turn.round.start is not None and turn.basis is not Basis.DROPPED:
            yield Engagement(
                dialogue=programme.dialogue,
                start=turn.round.start,
                end=turn.round.end or turn.round.start,
                host=turn.host,
                ordinal=turn.ordinal,
                round_id=turn.round.id,
            )
    for meeting in programme.meetings:
        if meeting.start is not None and not meeting.status.dropped:
            yield Engagement(
                dialogue=programme.dialogue,
                start=meeting.start,
                end=meeting.end or meeting.start,
                host=sides.get(meeting.host_id) if meeting.host_id else None,
                title=meeting.title,
            )


def _states(programmes: Iterable[Programme]) -> dict[str, int]:
    """Return a number for the state of each side; sides of different dialogues that share a name are of one state."""
    numbers: dict[tuple[str, str], int] = {}
    states: dict[str, int] = {}
    for programme in programmes:
        for side in programme.sides:
            names = [(wording.language, wording.words.casefold()) for wording in side.name]
            number = next((numbers[name] for name in names if name in numbers), len(states))
            for name in names:
                numbers.setdefault(name, number)
            states[side.id] = number
    return states
