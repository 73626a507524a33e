"""The hosting schedule: rounds held and to come, with a picture; for us also why each is hosted where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shared_schedule import SharedSchedule, SharedTurn, shared_schedule, turns_of
from dialogue_prep.documents.compose.shown import Words, cell_of, runs_of, worded
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    cell,
    paragraph,
)
from dialogue_prep.documents.pictures.hosting_drawing import STATES
from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, Mark
from dialogue_prep.documents.pictures.milestone_chart import STATES as MILESTONE_STATES
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.hosting import Basis, Turn

_TONES = {
    Basis.HELD: Tone.DONE,
    Basis.AGREED: Tone.GOOD,
    Basis.PLANNED: Tone.GOOD,
    Basis.BY_RULE: Tone.QUIET,
    Basis.DROPPED: Tone.NONE,
}
_WIDTH, _LANE_WIDTH, _MOST_MARKS = 162.0, 26.0, 8


def compose_shared_schedule(shared: SharedRound, schedule: SharedSchedule, request: PaperRequest) -> Document:
    """Return the schedule as both sides have it; nothing that is not in the first two arguments can stand in it."""
    phrases = Phrases(request.language)
    blocks = tuple(_blocks(schedule, (), phrases))
    paper = _paper(Audience.SHARED, blocks, phrases)
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def compose_internal_schedule(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the schedule with the reason for each host, and what is due before the round."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    schedule = shared_schedule(dossier, request.written_on, request.language, (dossier.home, dossier.away))
    reasons = [_reason(turn, phrases) for turn in turns_of(dossier, request.written_on)]
    blocks = (*_blocks(schedule, reasons, phrases), *_milestones(dossier, request, phrases))
    paper = _paper(Audience.INTERNAL, blocks, phrases)
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _reason(turn: Turn, phrases: Phrases) -> Cell:
    """Return why a round is where it is: in the words of the staff where there are any."""
    if turn.round and turn.round.reason:
        return cell_of(turn.round.reason, phrases, Role.CELL_QUIET)
    return cell(phrases.sentence(turn.reason), Role.CELL_QUIET)


def _paper(audience: Audience, blocks: tuple[Block, ...], phrases: Phrases) -> ComposedPaper:
    return ComposedPaper(
        kind=PaperKind.HOSTING_SCHEDULE,
        audience=audience,
        title=phrases.say("Hosting schedule"),
        blocks=blocks,
    )


def _blocks(schedule: SharedSchedule, reasons: Sequence[Cell], phrases: Phrases) -> Iterator[Block]:
    if schedule.strip.marks:
        yield strip_picture(schedule.strip, phrases)
    heads = ["", phrases.say("Host"), phrases.say("Place and dates"), phrases.say("Status")]
    widths = [10.0, 40.0, 70.0, 42.0]
    if reasons:
        heads, widths = [*heads, phrases.say("Reason")], [10.0, 26.0, 50.0, 26.0, 50.0]
    rows = [
        (*_row(turn, phrases), *((reasons[place],) if reasons else ())) for place, turn in enumerate(schedule.turns)
    ]
    yield Table(
        caption=phrases.say("Rounds held and to come"),
        widths=tuple(widths),
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(rows),
    )


def _row(turn: SharedTurn, phrases: Phrases) -> Row:
    days = phrases.days(turn.start, turn.end) if turn.start else phrases.year(turn.year) if turn.year else ""
    where = phrases.line((turn.city.read(phrases.language), days))
    return (
        cell(str(turn.ordinal), Role.CELL_QUIET),
        cell(turn.host.read(phrases.language)),
        cell(where or phrases.say("to be agreed")),
        cell(phrases.say(STATES[turn.basis]), Role.CELL_QUIET),
    )


def _milestones(dossier: Dossier, request: PaperRequest, phrases: Phrases) -> Iterator[Block]:
    if not dossier.dated_milestones:
        return
    heads = (phrases.say("Due"), phrases.say("Milestone"), phrases.say("Owner"), phrases.say("Status"))
    yield Heading((Run(phrases.say("Milestones")),), 2)
    yield Table(
        caption=phrases.say("Milestones"),
        widths=(34, 66, 26, 36),
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(
            (
                cell(phrases.day(dated.due) if dated.due else phrases.say("open"), Role.CELL_QUIET),
                cell_of(dated.milestone.title, phrases),
                cell(dated.milestone.owner, Role.CELL_QUIET),
                Cell((Paragraph(_standing(dated, request.written_on, phrases), Role.CELL_QUIET),)),
            )
            for dated in dossier.dated_milestones
        ),
    )


def _standing(dated: DatedMilestone, today: date, phrases: Phrases) -> Words:
    """Return how a milestone stands: its state, and when it was done or why nobody does it."""
    milestone, state = dated.milestone, phrases.say(MILESTONE_STATES[dated.state(today)])
    if milestone.done_on:
        return worded(phrase("{state}, {what}"), phrases, state=state, what=phrases.day(milestone.done_on))
    if milestone.waived:
        return worded(phrase("{state}: {why}"), phrases, state=state, why=runs_of(milestone.waived, phrases))
    return (Run(state),)


def strip_picture(strip: HostingStrip, phrases: Phrases) -> Table:
    """Return the picture of who hosts when: a row for each side, a column for each round, shaded where it is held."""
    marks = _around_the_chosen(strip.marks)
    told = phrases.say("; ").join(
        phrases.say(
            "{ordinal} round, {year}, {side}, {state}",
            ordinal=phrases.ordinal(mark.ordinal),
            year=mark.year,
            side=strip.lanes[mark.lane],
            state=phrases.say(STATES[mark.basis]),
        )
        for mark in marks
    )
    width = (_WIDTH - _LANE_WIDTH) / len(marks)
    rows = tuple(
        (cell(name, Role.CELL_QUIET), *(_mark(mark, lane, phrases) for mark in marks))
        for lane, name in enumerate(strip.lanes)
    )
    return Table(
        caption=phrases.say("Who hosts when"),
        description=f"{told}.",
        widths=(_LANE_WIDTH, *(width for _mark in marks)),
        rows=rows,
        together=True,
    )


def _around_the_chosen(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return so many marks as have room: the rounds just before the one the picture is about, and those after it."""
    chosen = next((place for place, mark in enumerate(marks) if mark.chosen), len(marks))
    first = max(0, min(chosen - _MOST_MARKS // 2, len(marks) - _MOST_MARKS))
    return tuple(marks[first : first + _MOST_MARKS])


def _mark(mark: Mark, lane: int, phrases: Phrases) -> Cell:
    if mark.lane != lane:
        return cell("", Role.PICTURE_LABEL)
    strong = Paragraph((Run(str(mark.ordinal), strong=True),), Role.PICTURE_LABEL)
    words = mark.place if mark.basis is not Basis.DROPPED else phrases.say(STATES[mark.basis])
    lines = [paragraph(line, Role.PICTURE_LABEL) for line in (words, str(mark.year)) if line]
    return Cell((strong, *lines), _TONES[mark.basis])
