"""The commitments report: agreed words for both sides, everything for us, and a picture of how they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Table, Tone
from dialogue_prep.documents.pictures.status_bar import status_bar
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.commitment import CommitmentState, RollUp, StatusEntry, Voice
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

Asked = Callable[..., PaperRequest]


def said(dossier: Dossier, audience: Audience, request: PaperRequest) -> str:
    document = compose(PaperKind.COMMITMENTS_REPORT, audience, dossier, request)
    return " ".join(write_plain(document).split())


def test_both_sides_read_the_agreed_words_with_their_source_and_leads(dossier: Dossier, asked: Asked) -> None:
    words = said(dossier, Audience.SHARED, asked())
    assert "R2-01 The two sides agreed to continue their talks on extradition. / Joint Communiqué, Arvon" in words
    assert "Arvonia: Department of Justice (DoJ) / Belmara: Ministry of the Interior (MoI) / Police working" in words
    assert "No status agreed yet / Belmara: active, 1 November 2031" in words


def test_our_own_view_is_not_for_both_sides(dossier: Dossier, asked: Asked) -> None:
    words = said(dossier, Audience.SHARED, asked())
    assert not [word for word in ("dormant", "Dormant", "No meeting since", "Letter of 3 May") if word in words]


def test_a_status_that_both_agree_on_is_for_both(dossier: Dossier, asked: Asked) -> None:
    joint = StatusEntry(
        id="x", commitment_id="c2", voice=Voice.JOINT, state=CommitmentState.IN_FORCE, on=date(2032, 1, 9)
    )
    words = said(replace(dossier, status_entries=(joint,)), Audience.SHARED, asked())
    assert "In force, 9 January 2032" in words
    assert "Status of the commitments: 1 in order and 2 no status agreed yet." in words


def test_we_read_all_voices_with_evidence_and_next_step(dossier: Dossier, asked: Asked) -> None:
    words = said(dossier, Audience.INTERNAL, asked())
    assert "Status, ours Dormant, 1 December 2031 / Evidence: No meeting since the summer. / Next step: Invite" in words
    assert "Status, as they state it Active, 1 November 2031" in words
    assert "Source Letter of 3 May 2031" in words
    assert "Topic 3 Cyber security (to be confirmed)" in words
    assert "[To be entered: what we have done, and what comes next]" in words


def test_a_picture_shows_how_the_commitments_stand_and_says_it(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.COMMITMENTS_REPORT, Audience.INTERNAL, dossier, asked())
    (picture,) = (block for block in document.blocks if isinstance(block, Table) and block.description)
    assert picture.description == "Status of the commitments: 1 needs attention and 2 no word since the last round."
    assert [one.tone for one in picture.rows[0]] == [Tone.CAUTION, Tone.QUIET]
    assert sum(picture.widths) == pytest.approx(162)
    assert 'bgcolor="' in write_html(document)


def test_parts_of_the_bar_are_to_scale_as_far_as_their_names_leave_room() -> None:
    attention, closed = status_bar([RollUp.CLOSED] * 30 + [RollUp.ATTENTION], 164)
    assert (attention.roll_up, attention.number, closed.number) == (RollUp.ATTENTION, 1, 30)
    assert 32 < attention.width < 36
    assert attention.width + closed.width == pytest.approx(164)
    assert status_bar([], 100) == ()


@pytest.mark.parametrize("audience", Audience)
def test_a_first_round_has_nothing_to_report(dossier: Dossier, asked: Asked, audience: Audience) -> None:
    first = replace(dossier, commitments=(), item_commitments=(), commitment_leads=(), commitment_instruments=())
    assert "No commitment of an earlier round is known yet." in said(first, audience, asked())


def test_an_undertaking_of_one_side_says_of_which(dossier: Dossier, asked: Asked) -> None:
    first, *others = dossier.commitments
    alone = replace(dossier, commitments=(replace(first, by_id=dossier.away.id, due=date(2032, 3, 1)), *others))
    words = said(alone, Audience.INTERNAL, asked())
    assert "Kind Discussion, by Belmara alone" in words
    assert "Due 1 March 2032" in words
