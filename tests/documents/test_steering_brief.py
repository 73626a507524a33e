"""The steering brief: what follows from the data is said, what only a person can know is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.prompts import prompts
from dialogue_prep.domain.consultation import TopicProposal
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.text import in_english

Asked = Callable[..., PaperRequest]


@pytest.fixture
def said(dossier: Dossier, asked: Asked) -> str:
    return write_plain(compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, dossier, asked()))


def test_it_says_why_the_round_is_now(said: str) -> None:
    assert "Last round: the 2nd, Arvon, 22 June 2031. Host of this one: Belmara." in said
    assert "3 undertakings are still open. In difficulty: R2-01." in said


def test_points_stand_in_their_order(said: str) -> None:
    assert "Three things to secure\n----------------------\n- A first.\n- A second." in said


def test_outcomes_wanted_and_what_is_open_are_said(said: str) -> None:
    assert "Wanted under the items of the agenda: A date for the experts." in said
    assert "Still open: who is co-chair for Belmara and the topic of R2-02." in said


def test_a_proposed_topic_waits_for_the_consent_that_is_missing(dossier: Dossier, asked: Asked) -> None:
    proposal = TopicProposal(
        id="p",
        dialogue_id=dossier.dialogue.id,
        title=in_english("Bridges"),
        proposed_by=dossier.away.id,
        their_consent=date(2032, 1, 9),
        reason=in_english("Two fell in."),
    )
    waiting = replace(dossier, topic_proposals=(proposal,))
    said = write_plain(compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, waiting, asked()))
    assert f"The proposed topic “Bridges” waits for the consent of {dossier.home.name.read('en')}." in said


def test_the_rest_is_asked_for(dossier: Dossier, asked: Asked) -> None:
    asked_for = [
        unit.prompt for unit in prompts(compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, dossier, asked()))
    ]
    assert asked_for == [
        "[To be written: our overall objectives]",
        "[To be written: their objectives]",
        "[To be written: press line]",
    ]


def test_a_round_without_dates_place_and_agenda_says_that_they_are_open(unfilled: Dossier, asked: Asked) -> None:
    bare = replace(unfilled, round=replace(unfilled.round, city=type(unfilled.round.city)()), agenda=None, items=())
    said = write_plain(compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, bare, asked()))
    assert "Still open: the dates of the round, the place of the round, the agenda, who is co-chair for Belmara" in said


def test_a_steering_point_marks_the_paper(dossier: Dossier, asked: Asked) -> None:
    first, *others = dossier.steering_points
    strict = replace(dossier, steering_points=(replace(first, marking_id=MarkingId("closed")), *others))
    assert compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, strict, asked()).marking == "CLOSED"
