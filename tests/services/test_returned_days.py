"""Edited agendas of several days: a row is read to the day in whose table it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import UnitKey
from dialogue_prep.domain.agenda import AgendaItem, Slot
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.returned_agenda import RowDeed
from dialogue_prep.services.returned_report import ReturnReport
from dialogue_prep.services.returns import Returns
from dialogue_prep.services.workspace import Workspace
from tests.documents.word_edits import EditedCopy, W, run

ROUND = "round-3"
AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")

Taken = Callable[[Callable[[EditedCopy], None]], ReturnReport]


def titled(item_id: str) -> UnitKey:
    return UnitKey("agenda_item", item_id, "title", "en")


def type_hour(copy: EditedCopy, item_id: str, words: str) -> None:
    line = copy.row(titled(item_id)).findall(f"{W}tc")[1].find(f"{W}p")
    for one in line.findall(f"{W}r"):
        line.remove(one)
    line.append(run(words))


@pytest.fixture
def taken(workspace: Workspace, tmp_path: Path) -> Taken:
    """Return a function that edits a copy of an agenda of two days, the second after its break, and takes it in."""
    with workspace.request("End the day") as work:
        work.put(replace(work.get(AgendaItem, "pause"), minutes=0))
    path = tmp_path / "agenda.docx"
    Papers(workspace, Drafter("Ada Example", "Office of Courts")).write(ROUND, AGENDA, path)

    def take(edit: Callable[[EditedCopy], None]) -> ReturnReport:
        copy = EditedCopy(path.read_bytes())
        edit(copy)
        edited = tmp_path / "edited.docx"
        edited.write_bytes(copy.saved())
        returns = Returns(workspace)
        report = returns.report([edited])
        returns.take_in(report)
        return report

    return take


def slots(workspace: Workspace) -> dict[str, Slot]:
    with workspace.look() as work:
        return {slot.item.id: slot for slot in work.dossier(ROUND).slots}


def test_an_agenda_that_nobody_touched_tells_nothing(taken: Taken) -> None:
    report = taken(lambda copy: None)
    assert (report.agenda, report.untaken) == ((), ())


def test_a_row_put_at_the_end_of_the_first_day_stands_on_it(workspace: Workspace, taken: Taken) -> None:
    assert slots(workspace)["on-water"].day == 2
    report = taken(lambda copy: copy.row(titled("pause")).addnext(copy.row(titled("on-water"))))
    assert [change.deed for change in report.agenda] == [RowDeed.MOVED]
    found = slots(workspace)
    assert (found["on-water"].day, found["next"].day, found["next"].begins) == (1, 2, time(9, 30))


def test_a_row_put_into_the_second_day_stands_on_it(workspace: Workspace, taken: Taken) -> None:
    taken(lambda copy: copy.row(titled("on-water")).addprevious(copy.row(titled("on-crime"))))
    assert [id_ for id_, slot in slots(workspace).items() if slot.day == 2] == ["on-crime", "on-water", "next"]


def test_an_hour_of_the_second_day_is_counted_from_its_morning(workspace: Workspace, taken: Taken) -> None:
    report = taken(lambda copy: type_hour(copy, "next", "10:30"))
    assert [(change.deed, change.item_id, change.minutes) for change in report.agenda] == [
        (RowDeed.MINUTES, "on-water", 60)
    ]


def test_the_hour_at_which_a_later_day_begins_is_told_and_ends_no_day_later(workspace: Workspace, taken: Taken) -> None:
    report = taken(lambda copy: type_hour(copy, "on-water", "19:00"))
    assert (report.agenda, [one.edit.now for one in report.untaken]) == ((), ["19:00"])
    assert slots(workspace)["pause"].item.ends_day
