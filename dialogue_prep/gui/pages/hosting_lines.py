"""What the hosting page says of the rounds of a dialogue; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, hosting_strip, turn_id
from dialogue_prep.documents.pictures.time_scale import TimeSpan, day_of, span_of, whole_span
from dialogue_prep.domain.clashes import Clash, Programme
from dialogue_prep.domain.course import missing_ordinals
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.due import MovedMilestone
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words, days_in_words
from dialogue_prep.gui.round_terms import round_status_name, round_status_tone
from dialogue_prep.gui.words import _, count, sentence_in_words, with_commas, year_in_words
from dialogue_prep.services.hosting import Foreseen

YEARS_AHEAD, YEARS_DRAWN, MOST_DRAWN = 6, 30, 600
_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class HostingRead:
    """What was read: the schedule as far as it can be drawn, the two sides, ours first, and the day that it is.

    `capitals` have the holidays of the years that are looked at closely; `programmes` and `clashes` are of all
    dialogues.
    """

    turns: tuple[Turn, ...]
    sides: tuple[Side, ...]
    today: date
    capitals: tuple[Capital, ...] = ()
    programmes: tuple[Programme, ...] = ()
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Zoom:
    """How much of the schedule is drawn: so many years around a day; none are all rounds and those to come soon."""

    years: int = 0
    middle: date = date.min

    def span(self, turns: Sequence[Turn], today: date) -> TimeSpan:
        """Return the time that is drawn, within what there is to draw."""
        if not self.years:
            return whole_span(near(turns, today), today)
        span, whole = span_of(self.years, self.middle), whole_span(turns, today)
        span = span.moved(min(0, (whole.last - span.last).days))
        return span.moved(max(0, (whole.first - span.first).days))


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
    """Everything the page shows in words; `missing` are the numbers of earlier rounds that nobody has entered.

    `next_id` is the row that is to be planned: the first round still to come, else the first turn by the rule.
    """

    rows: tuple[TurnRow, ...]
    missing: tuple[int, ...]
    next_id: str


def hosting_shown(read: HostingRead, language: str) -> HostingShown:
    """Return what is shown of a schedule in a language."""
    turns = near(read.turns, read.today)
    rows = tuple(_row(turn, read.today, language) for turn in turns)
    ahead = [row for row in rows if row.turn.round is None or row.turn.round.status.ahead]
    planned = [row for row in ahead if row.turn.round is not None]
    return HostingShown(
        rows=rows,
        missing=missing_ordinals([turn.round for turn in turns if turn.round]),
        next_id=next((row.id for row in (*planned, *ahead)), ""),
    )


def strip_shown(
    read: HostingRead, zoom: Zoom, language: str, chosen: int | None, proposed: Round | None
) -> HostingStrip:
    """Return the picture of a schedule; a `proposed` round is drawn where it would be."""
    turns = [_as_proposed(turn, proposed) for turn in read.turns]
    span = zoom.span(turns, read.today)
    ids = clashing_rounds(read.clashes)
    return hosting_strip(
        turns, read.sides, read.today, language, chosen, span=span, capitals=read.capitals, clashing=ids
    )


def near(turns: Sequence[Turn], today: date) -> list[Turn]:
    """Return the rounds known and those to come by the rule in the next years."""
    return [turn for turn in turns if turn.round or (turn.year or 0) <= today.year + YEARS_AHEAD]


def span_of_all(read: HostingRead, zoom: Zoom) -> TimeSpan:
    """Return the time in which all dialogues are drawn: of very many only the years about today, unless zoomed to."""
    turns = [turn for programme in read.programmes for turn in near(programme.turns, read.today)]
    if not zoom.years and len(turns) > MOST_DRAWN:
        years = max(1, MOST_DRAWN // len(read.programmes))
        zoom = Zoom(years=years, middle=read.today)
    return zoom.span(turns or read.turns, read.today)


def clashing_rounds(clashes: Sequence[Clash]) -> frozenset[str]:
    """Return the identifiers of the rounds on whose days another dialogue meets."""
    both = (one for clash in clashes if not clash.days_between for one in (clash.first, clash.second))
    return frozenset(one.round_id for one in both)


def moved_start(mark_day: date | None, turn: Turn, days: int) -> date:
    """Return the first day of a round moved so many days; one without days stands in the middle of its year."""
    return (mark_day or day_of(turn)) + timedelta(days=days)


def foreseen_lines(foreseen: Foreseen, language: str) -> tuple[str, ...]:
    """Say what a change of a round would bring, the schedule first."""
    return tuple(_foreseen(foreseen, language))


def when_in_words(round_: Round, language: str) -> str:
    """Return the days of a round, else its year, else that they are open."""
    if round_.start:
        return days_in_words(round_.start, round_.end, language)
    return year_in_words(round_.year) if round_.year else _("open")


def _foreseen(foreseen: Foreseen, language: str) -> Iterator[str]:
    if foreseen.turns:
        yield _("What changes in the schedule:")
        yield from (sentence_in_words(one.sentence, language) for one in foreseen.turns)
    if foreseen.milestones:
        yield count("{number} milestone moves with it.", "{number} milestones move with it.", len(foreseen.milestones))
    yield from (_past(one, language) for one in foreseen.past)
    if foreseen.against:
        yield _("What stands against these days:")
        yield from (sentence_in_words(sentence, language) for sentence in foreseen.against)


def _past(one: MovedMilestone, language: str) -> str:
    day = day_in_words(one.after, language) if one.after else _UNKNOWN
    text = _("“{title}” would be due on {day}, which has passed.")
    return text.format(title=one.milestone.title.read(language, "en"), day=day)


def _as_proposed(turn: Turn, proposed: Round | None) -> Turn:
    if proposed is None or turn.round is None or turn.round.id != proposed.id:
        return turn
    return replace(turn, round=proposed, year=proposed.year)


def _row(turn: Turn, today: date, language: str) -> TurnRow:
    round_ = turn.round
    overdue = round_ is not None and round_.overdue(today)
    status = round_status_name(round_.status) if round_ else _("By the rule")
    return TurnRow(
        id=round_.id if round_ else turn_id(turn),
        turn=turn,
        number=str(turn.ordinal),
        when=when_in_words(round_, language) if round_ else year_in_words(turn.year) if turn.year else _UNKNOWN,
        host=turn.host.name.read(language, "en"),
        place=_place(round_, language) or _UNKNOWN,
        status=_("Overdue") if overdue else status,
        tone=Tone.BAD if overdue else round_status_tone(round_.status if round_ else None),
        reason=sentence_in_words(turn.reason, language),
    )


def _place(round_: Round | None, language: str) -> str:
    if round_ is None:
        return ""
    return with_commas((round_.city.read(language, "en"), round_.venue.read(language, "en")))
