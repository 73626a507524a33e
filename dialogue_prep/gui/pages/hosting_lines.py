"""What the hosting page says of the rounds of a dialogue; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, hosting_strip
from dialogue_prep.domain.course import missing_ordinals
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.round_terms import round_status_name, round_status_tone
from dialogue_prep.gui.words import _

_UNKNOWN = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """One row: a round that is in the store, or one to come by the rule, which has no round yet."""

    id: str
    turn: Turn
    number: str
    when: str
    host: str
    place: str
    status: str
    tone: Tone
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostingShown:
    """Everything the page shows; `missing` are the numbers of earlier rounds that nobody has entered.

    `next_id` is the row that is to be planned: the first round still to come, else the first turn by the rule.
    """

    strip: HostingStrip
    rows: tuple[TurnRow, ...]
    missing: tuple[int, ...]
    next_id: str


def hosting_shown(
    turns: Sequence[Turn], sides: Sequence[Side], today: date, language: str, chosen: int | None
) -> HostingShown:
    """Return what is shown of a schedule in a language; `chosen` is the number of the round that is looked at."""
    rows = tuple(_row(turn, language) for turn in turns)
    ahead = [row for row in rows if row.turn.round is None or row.turn.round.status.ahead]
    planned = [row for row in ahead if row.turn.round is not None]
    return HostingShown(
        strip=hosting_strip(turns, sides, today, language, chosen),
        rows=rows,
        missing=missing_ordinals([turn.round for turn in turns if turn.round]),
        next_id=next((row.id for row in (*planned, *ahead)), ""),
    )


def days_in_words(round_: Round, language: str) -> str:
    """Return the days of a round, else its year, else that they are open."""
    if round_.start and round_.end and round_.end != round_.start:
        last = day_in_words(round_.end, language)
        if (round_.start.year, round_.start.month) == (round_.end.year, round_.end.month):
            return f"{round_.start.day}–{last}"
        first = day_in_words(round_.start, language)
        return _("{first} to {last}").format(first=first, last=last)
    if round_.start:
        return day_in_words(round_.start, language)
    return str(round_.year) if round_.year else _("open")


def _row(turn: Turn, language: str) -> TurnRow:
    round_ = turn.round
    return TurnRow(
        id=round_.id if round_ else f"turn {turn.ordinal}",
        turn=turn,
        number=str(turn.ordinal),
        when=days_in_words(round_, language) if round_ else str(turn.year or _UNKNOWN),
        host=turn.host.name.read(language, "en"),
        place=_place(round_, language) or _UNKNOWN,
        status=round_status_name(round_.status) if round_ else _("By the rule"),
        tone=round_status_tone(round_.status if round_ else None),
        reason=turn.reason.read(language, "en", translate=_),
    )


def _place(round_: Round | None, language: str) -> str:
    if round_ is None:
        return ""
    return ", ".join(filter(None, (round_.city.read(language, "en"), round_.venue.read(language, "en"))))
