"""Every kind of gap leads from the overview to where it is mended, with the focus there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemLead
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.post import Post, Tenure
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.domain.text import NOTHING
from dialogue_prep.gui.window.interior import OVERVIEW
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from tests.invented import made_store
from tests.invented_dialogue import invented_dialogue
from tests.stories.conftest import Story, change

Tell = Callable[[Path], Story]
Kind = tuple[Place, Mending]


def unprepared(work: Work) -> None:
    """Take out of the third round whatever there can be that the other changes leave."""
    work.put(replace(work.get(Round, "round-3"), start=None, end=None, city=NOTHING))
    work.put(replace(work.get(Milestone, "visas"), done_on=None, fixed=date(2032, 2, 5)))
    for lead in work.find(AgendaItemLead):
        work.remove(lead)
    work.put(replace(work.get(AgendaItem, "on-crime"), minutes=600))
    work.put(replace(work.get(Commitment, "c1"), due=date(2032, 1, 31)))


def unknown(work: Work) -> None:
    """Let even less be known: the day is past, there is no agenda, no record, and nobody said which side is ours."""
    work.put(replace(work.get(Round, "round-3"), start=date(2032, 1, 5), end=date(2032, 1, 5)))
    for agenda in work.find(Agenda):
        work.remove_whole(agenda)
    for source in work.find(Source, kind=SourceKind.JOINT_RECORD):
        work.put(replace(source, kind=SourceKind.OTHER))
    work.put(replace(work.get(Side, "ostrava"), home=False))
    work.put(replace(work.get(Post, "chair-l"), side_id="ostrava"))
    for tenure in work.find(Tenure):
        work.put(replace(tenure, until=date(2032, 1, 1)))


CASES: dict[Callable[[Work], None], dict[Kind, str]] = {
    unprepared: {
        (Place.HOSTING, Mending.DAYS): "First day",
        (Place.HOSTING, Mending.CITY): "City",
        (Place.HOSTING, Mending.DONE): "Done on",
        (Place.AGENDA, Mending.OUR_LEADS): "Leads, Ostrava",
        (Place.AGENDA, Mending.THEIR_LEADS): "Leads, Lumen",
        (Place.AGENDA, Mending.POINTS): "Speaking points",
        (Place.AGENDA, Mending.MINUTES): "Agenda",
        (Place.DELEGATIONS, Mending.RECORD): "Name",
        (Place.DIALOGUE, Mending.HOLDER): "Confirm: Bo Sample, as of 22 June 2031, to be confirmed",
        (Place.DIALOGUE, Mending.STEP): "Consultation begins …",
        (Place.COMMITMENTS, Mending.RECORD): "Commitments",
        (Place.COMMITMENTS, Mending.TOPIC): "Topic",
        (Place.COMMITMENTS, Mending.STATUS): "Status",
        (Place.PAPERS, Mending.RECORD): "Paragraphs of the draft communiqué",
        (Place.SOURCES, Mending.RECORD): "Silent on",
    },
    unknown: {
        (Place.HOSTING, Mending.STATUS): "Status",
        (Place.AGENDA, Mending.RECORD): "Lay out an agenda",
        (Place.DIALOGUE, Mending.HOME): "This is our side …",
        (Place.DIALOGUE, Mending.POST): "Add",
        (Place.SOURCES, Mending.SOURCE): "Read in",
    },
}


@pytest.mark.parametrize("cause", CASES, ids=lambda cause: cause.__name__)
def test_every_gap_leads_to_where_it_is_mended(
    tell: Tell, tmp_path: Path, few_papers: None, cause: Callable[[Work], None]
) -> None:
    store = made_store(tmp_path / "dialogues.store", invented_dialogue())

    def make_gaps(workspace: Workspace) -> None:
        with workspace.request("Make gaps") as work:
            cause(work)

    change(store, make_gaps)
    story = tell(store)
    gaps, expected = story.overview.gaps, CASES[cause]
    story.wait(lambda: bool(gaps.lines()))
    kinds = {(line.where, line.mending): line for line in story.overview.found()}
    assert expected.keys() <= kinds.keys()
    for kind, name in expected.items():
        story.interior.go(OVERVIEW)
        gaps.taken.emit(kinds[kind].id)
        story.wait(lambda place=kind[0]: story.interior.here() == place)  # type: ignore[misc]
        story.wait(lambda name=name: name in spoken(story))  # type: ignore[misc]


def spoken(story: Story) -> str:
    """Return what the widget that has the focus is called; nothing while none has it."""
    widget = story.frame.focusWidget()
    if widget is None:
        return ""
    return widget.accessibleName() or str(getattr(widget, "text", lambda: "")())


def test_every_kind_of_gap_is_walked_to() -> None:
    assert {mending for expected in CASES.values() for _place, mending in expected} == set(Mending)
