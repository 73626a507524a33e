"""The annotated agenda: what lies behind each item, for us alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Table, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.commitment import CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

Asked = Callable[..., PaperRequest]


@pytest.fixture
def said(dossier: Dossier, asked: Asked) -> str:
    return squeezed(dossier, asked())


def squeezed(dossier: Dossier, request: PaperRequest) -> str:
    """Return the paper as text with single spaces, so that columns do not matter."""
    document = compose(PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL, dossier, request)
    return " ".join(write_plain(document).split())


def test_an_item_says_who_leads_what_was_agreed_and_what_is_still_open(said: str) -> None:
    item = said[said.index("Item 3 ") : said.index("Item 4 ")]
    assert "Item 3 10:10 to 11:00 50 minutes Organized crime" in item
    assert "Arvonia: National Police of Arvonia / Belmara: Ministry of the Interior (MoI)" in item
    assert "History Standing topic 1." in item
    assert "1 undertaking in the 2nd round: R2-01. Joint Communiqué, Arvon, 22 June 2031, paragraph 3." in item
    assert "R2-01 Continue the talks on extradition: dormant (as we see it, 1 December 2031)" in item
    assert "Our objective Keep the treaty alive. Outcome wanted A date for the experts." in item
    assert "Speaks first Arvonia" in item


def test_an_item_shows_what_the_draft_communique_says_on_its_topic(said: str) -> None:
    assert "Draft text 2. [Arvonia: They will go on.] / 2 bis. [Belmara: They may go on.]" in said
    assert "The two sides met in Belport." not in said


def test_what_nobody_has_written_is_asked_for(said: str) -> None:
    item = said[said.index("Item 4 ") : said.index("Item 5 ")]
    assert "Our objective [To be written: our objective]" in item
    assert "Last round Joint Communiqué, Arvon, 22 June 2031: nothing on this topic." in item


def test_an_item_without_substance_is_asked_for_nothing(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL, dossier, asked())
    assert not [unit for unit in units(document) if unit.key.record_id == "adoption" and unit.prompt]
    assert sum(isinstance(block, Table) for block in document.blocks) == 7


def test_what_is_closed_is_history(dossier: Dossier, asked: Asked) -> None:
    joint = StatusEntry(
        id="x", commitment_id="c1", voice=Voice.JOINT, state=CommitmentState.CONCLUDED, on=dossier.rounds[1].start
    )
    closed = replace(dossier, status_entries=(joint,), item_commitments=())
    assert "Standing topic 1. Closed since: R2-01 (concluded)." in squeezed(closed, asked())


def test_a_topic_added_later_says_when(dossier: Dossier, asked: Asked) -> None:
    first, *others = dossier.topics
    added = replace(dossier, topics=(replace(first, added_on=dossier.rounds[0].start), *others))
    assert "Topic 1, added on 22 June 2031." in squeezed(added, asked())


def test_without_an_agenda_the_paper_says_so(dossier: Dossier, asked: Asked) -> None:
    assert "No agenda has been drawn up" in squeezed(replace(dossier, agenda=None, items=()), asked())


def test_a_topic_that_stands_in_no_list_has_no_part_in_what_was_agreed_on_none(dossier: Dossier, asked: Asked) -> None:
    without = replace(dossier, commitments=tuple(replace(one, topic_id=None) for one in dossier.commitments))
    items = tuple(replace(one, topic_id=None) if one.kind is ItemKind.TOPIC else one for one in without.items)
    said = squeezed(replace(without, items=items), asked())
    item = said[said.index("Item 3 ") : said.index("Item 4 ")]
    assert "undertaking" not in item
