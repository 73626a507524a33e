"""What the user can give out of the hosting schedule: a calendar, and tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_prep.documents.calendar_file import calendar_file
from dialogue_prep.documents.table_file import Content, csv_file, excel_file
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.services.calendar_entries import CalendarEntries, Kept
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import write_whole

MILESTONE_HEAD = ("Title", "Due", "Status", "Owner", "Days before", "Counted in", "Done on", "Waived", "Notes")
SCHEDULE_HEAD = ("Round", "Year", "First day", "Last day", "Host", "Place", "Status", "Reason", "Source")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: its title, the heads of its columns, its rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]


class Exports:
    """Requests that write files for other programs; the store is not changed."""

    def __init__(self, workspace: Workspace, language: str = "en") -> None:
        self._workspace = workspace
        self._phrases = Phrases(language)

    def calendar(self, dialogue_ids: Sequence[str] = ()) -> bytes:
        """Return a calendar (iCalendar) of these dialogues, of all where none is named."""
        with self._workspace.look() as work:
            wanted = [d for d in work.find(Dialogue) if not dialogue_ids or d.id in dialogue_ids]
            kept = Kept(work)
            events = [
                event for dialogue in wanted for event in CalendarEntries(work, kept, dialogue, self._phrases).all()
            ]
        names = sorted(dialogue.designation.read(self._phrases.language) for dialogue in wanted)
        return calendar_file(", ".join(names), events)

    def write_calendar(self, path: Path, dialogue_ids: Sequence[str] = ()) -> None:
        """Write the calendar of these dialogues into a file, the former file whole until the new one is."""
        write_whole(path, self.calendar(dialogue_ids))

    def schedule(self, turns: Sequence[Turn]) -> Sheet:
        """Return a schedule as a table."""
        return Sheet(self._phrases.say("Hosting schedule"), self._said(SCHEDULE_HEAD), tuple(map(self._turn, turns)))

    def milestones(self, dated: Sequence[DatedMilestone]) -> Sheet:
        """Return milestones as a table, as they stand today."""
        today = self._workspace.today()
        rows = tuple(self._milestone(one, today) for one in dated)
        return Sheet(self._phrases.say("Milestones"), self._said(MILESTONE_HEAD), rows)

    def _turn(self, turn: Turn) -> tuple[Content, ...]:
        language, round_ = self._phrases.language, turn.round
        return (
            turn.ordinal,
            turn.year,
            round_.start if round_ else None,
            round_.end if round_ else None,
            turn.host.name.read(language),
            round_.city.read(language) if round_ else None,
            self._phrases.say(round_.status.value if round_ else turn.basis.value),
            self._phrases.sentence(turn.reason),
            round_.reference if round_ else None,
        )

    def _milestone(self, one: DatedMilestone, today: date) -> tuple[Content, ...]:
        milestone, language = one.milestone, self._phrases.language
        return (
            milestone.title.read(language),
            one.due,
            self._phrases.say(one.state(today).value),
            milestone.owner,
            None if milestone.fixed else milestone.offset,
            None if milestone.fixed else self._phrases.say(milestone.count.value),
            milestone.done_on,
            milestone.waived.read(language),
            " ".join(map(self._phrases.sentence, one.notes)),
        )

    def _said(self, head: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._phrases.say(name) for name in head)


def write_sheet(path: Path, sheet: Sheet) -> None:
    """Write a table as a CSV or an Excel file, as the ending of its name says; UserError for any other ending."""
    match path.suffix.casefold():
        case ".csv":
            write_whole(path, csv_file(sheet.head, sheet.rows))
        case ".xlsx":
            write_whole(path, excel_file(sheet.title, sheet.head, sheet.rows))
        case _:
            raise UserError("A table is written as .csv or .xlsx, not as {name}.", field="path", name=path.name)


def write_picture(path: Path, content: bytes) -> None:
    """Write a picture into a file, the former file whole until the new one is."""
    write_whole(path, content)
