"""The papers before and after a round: schedule, scenario, seating, checklists, note verbale, record, outcomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Table
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import MechanismId, PostId
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.post import PostRole
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.seating_rules import FacingDoor, SeatOrder
from dialogue_prep.domain.text import in_english

Asked = Callable[..., PaperRequest]


def said(kind: PaperKind, dossier: Dossier, request: PaperRequest, audience: Audience | None = None) -> str:
    """Return a paper as text with single spaces."""
    return " ".join(write_plain(compose(kind, audience or kind.audiences[0], dossier, request)).split())


def words_in(table: Table) -> list[list[str]]:
    """Return what stands in the cells of a table, row by row."""
    return [
        ["".join(getattr(i, "text", "") for p in cell.paragraphs for i in p.inlines) for cell in row]
        for row in table.rows
    ]


@pytest.fixture
def held(dossier: Dossier) -> Dossier:
    """Return the dossier after its round, with what was agreed given to a mechanism."""
    outcomes = tuple(
        replace(c, round_id=dossier.round.id, mechanism_id=MechanismId("m1"), due=date(2032, 12, 1))
        for c in dossier.commitments[:1]
    )
    return replace(dossier, round=replace(dossier.round, status=RoundStatus.HELD), commitments=outcomes)


@pytest.fixture
def at_home(dossier: Dossier) -> Dossier:
    """Return the dossier of a round that we host."""
    return replace(dossier, round=replace(dossier.round, host_id=dossier.home.id))


def test_the_schedule_goes_on_by_the_rule(dossier: Dossier, asked: Asked) -> None:
    words = said(PaperKind.HOSTING_SCHEDULE, dossier, asked())
    assert "2 Arvonia Arvon, 22 June 2031 held" in words
    assert "3 Belmara Belport, 1 to 2 June 2032 agreed" in words
    assert "4 Arvonia 2033 by the rule" in words
    assert "2nd round, 2031, Arvonia, held; 3rd round, 2032, Belmara, agreed; 4th round" in words


def test_reasons_and_milestones_are_for_us(dossier: Dossier, asked: Asked) -> None:
    milestone = Milestone(id="m", round_id="r3", title=in_english("Send the list"), offset=15, owner="Ada Example")
    dated = replace(dossier, milestones=(milestone,))
    ours = said(PaperKind.HOSTING_SCHEDULE, dated, asked(), Audience.INTERNAL)
    shared = said(PaperKind.HOSTING_SCHEDULE, dated, asked(), Audience.SHARED)
    assert "agreed A reason of our own." in ours
    assert "17 May 2032 Send the list Ada Example open" in ours
    assert "reason" not in shared
    assert "Send the list" not in shared


def test_a_reason_is_said_in_the_language_of_the_paper(dossier: Dossier, asked: Asked) -> None:
    words = said(PaperKind.HOSTING_SCHEDULE, dossier, asked("fr"), Audience.INTERNAL)
    assert "selon la règle L’autre partie (Arvonie) accueille la session d’avant." in words
    assert "A reason of our own. [en anglais]" in words


def test_the_scenario_goes_through_the_day(dossier: Dossier, asked: Asked) -> None:
    words = said(PaperKind.SCENARIO, dossier, asked())
    assert "9:00 to 9:15 Opening remarks Belmara [in or out, and for how long] Thank the hosts" in words
    assert "10:10 to 11:00 3 Organized crime Arvonia Out We open this item" in words
    assert "11:00 to 11:15 Break Host: Belmara Out" in words


def test_biographies_are_theirs_before_ours(dossier: Dossier, asked: Asked) -> None:
    words = said(PaperKind.BIOGRAPHIES, dossier, asked())
    assert words.index("Mr. Bo Sample") < words.index("Ms. Ada Example") < words.index("Dr. Cy Specimen")
    assert "Post State Secretary Since as of 22 June 2031, to be confirmed Career A judge, then a minister." in words
    assert "Languages Belmaran Last meeting [To be written: last meeting]" in words
    assert "Di Model" not in words


def test_who_faces_the_door_sits_across_and_in_line_it_is_far_from_the_heads(dossier: Dossier, asked: Asked) -> None:
    round_ = replace(dossier.round, facing_door=FacingDoor.HOSTS, seat_order=SeatOrder.IN_LINE)
    document = compose(PaperKind.SEATING, Audience.SHARED, replace(dossier, round=round_), asked())
    picture = next(block for block in document.blocks if isinstance(block, Table))
    assert words_in(picture) == [
        ["Belmara", "", "Bo Sample", ""],
        ["", "", "", ""],
        ["Arvonia", "Di Modelinterpreter", "Ada Example", "Cy Specimen"],
        ["", "", "", "Door"],
    ]


def test_heads_face_each_other(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.SEATING, Audience.SHARED, dossier, asked())
    (picture,) = (block for block in document.blocks if isinstance(block, Table) and block.description)
    assert words_in(picture) == [
        ["Arvonia", "Cy Specimen", "Ada Example", "Di Modelinterpreter"],
        ["", "", "", ""],
        ["Belmara", "", "Bo Sample", ""],
        ["", "", "Door", ""],
    ]
    assert picture.description.startswith("Arvonia, from left to right: Cy Specimen, Ada Example and Di Model.")


def test_at_a_long_table_places_have_numbers_and_names_stand_below(dossier: Dossier, asked: Asked) -> None:
    many = tuple(
        Delegate(id=f"m{n}", round_id="r3", side_id="belmara", person_id="p2", role=DelegateRole.MEMBER, precedence=9)
        for n in range(14)
    )
    long = replace(dossier, round=replace(dossier.round, seats_a_side=20), delegates=(*dossier.delegates, *many))
    document = compose(PaperKind.SEATING, Audience.SHARED, long, asked())
    picture, names, _cards = (block for block in document.blocks if isinstance(block, Table))
    assert words_in(picture)[0][7:11] == ["7", "8", "9", ""]
    assert [words_in(picture)[3][0], words_in(picture)[3][8]] == ["Door", "▭"]
    assert words_in(names)[7] == ["8", "Ada Example", "Bo Sample"]


def test_who_has_no_seat_sits_behind(dossier: Dossier, asked: Asked) -> None:
    keeper = Delegate(
        id="n", round_id="r3", side_id="arvonia", person_id="p4", role=DelegateRole.NOTE_TAKER, precedence=9
    )
    more = replace(dossier, delegates=(*(d for d in dossier.delegates if d.person_id != "p4"), keeper))
    assert "Behind the table: Arvonia" in said(PaperKind.SEATING, more, asked())
    assert "Nobody has been put" in said(PaperKind.SEATING, replace(dossier, delegates=()), asked())


def test_the_checklist_is_that_of_hosts_or_of_guests(dossier: Dossier, at_home: Dossier, asked: Asked) -> None:
    assert "We are the guests of this round." in said(PaperKind.HOST_CHECKLIST, dossier, asked())
    assert "We host this round." in said(PaperKind.HOST_CHECKLIST, at_home, asked())


def test_only_hosts_write_to_their_guests(dossier: Dossier, at_home: Dossier, asked: Asked) -> None:
    first_line = "Belmara hosts this round, and sends such a note to its guests."
    assert said(PaperKind.GUEST_NOTE, dossier, asked()).endswith(first_line)
    words = said(PaperKind.GUEST_NOTE, at_home, asked())
    assert "Republic of Arvonia welcomes its guests to the 3rd round: Harbour House, Belport" in words
    assert "Where you stay -------------- [to be entered]" in words


def test_a_note_verbale_proposes_in_the_third_person(dossier: Dossier, asked: Asked) -> None:
    words = said(PaperKind.NOTE_VERBALE, dossier, asked())
    assert (
        "presents its compliments to [receiving institution, with its article] and has the honour to propose" in words
    )
    assert "Host: Kingdom of Belmara. Topics proposed for the agenda: - Organized crime" in words
    assert "Provisional agenda (paper 3/1)" in words
    empty = replace(dossier, agenda=None, items=())
    assert "No agenda has been drawn up" in said(PaperKind.NOTE_VERBALE, empty, asked())


def test_a_record_waits_for_the_round(dossier: Dossier, held: Dossier, asked: Asked) -> None:
    waiting = "This round has not been recorded as held"
    assert waiting in said(PaperKind.RECORD, dossier, asked())
    words = said(PaperKind.RECORD, held, asked())
    assert waiting not in words
    assert "Arvonia Ada Example, National Coordinator / Cy Specimen, Director of Treaties / Di Model" in words
    assert "Organized crime --------------- We said" not in words
    assert "We said [to be entered] They said [to be entered] Agreed [to be entered]" in words


@pytest.mark.parametrize("kind", [PaperKind.OUTCOMES, PaperKind.LETTERS])
def test_outcomes_wait_for_the_record(dossier: Dossier, held: Dossier, asked: Asked, kind: PaperKind) -> None:
    assert "This round has not been held yet" in said(kind, dossier, asked())
    assert "read in its joint record" in said(kind, replace(held, commitments=()), asked())


def test_outcomes_are_numbered_and_begin_with_a_verb(held: Dossier, asked: Asked) -> None:
    words = said(PaperKind.OUTCOMES, held, asked())
    assert "1 Continue the talks on extradition / The two sides agreed to continue their talks" in words
    assert "Arvonia: Department of Justice (DoJ) / Belmara: Ministry of the Interior (MoI) 1 December 2032" in words


def test_each_mechanism_with_an_outcome_gets_a_letter(held: Dossier, asked: Asked) -> None:
    words = said(PaperKind.LETTERS, held, asked())
    assert "Police working group" in words
    assert "When to seek guidance --------------------- Guidance may be asked." in words
    assert "For Arvonia / ____" in words
    alone = tuple(replace(c, mechanism_id=None) for c in held.commitments)
    assert "No outcome of this round is given to a mechanism yet." in said(
        PaperKind.LETTERS, replace(held, commitments=alone), asked()
    )


def test_the_schedule_says_when_a_milestone_was_done_and_why_nobody_does_one(dossier: Dossier, asked: Asked) -> None:
    def milestone(id_: str, **more: object) -> Milestone:
        return Milestone(id=id_, round_id=dossier.round.id, title=in_english(f"Milestone {id_}"), offset=5, **more)  # type: ignore[arg-type]

    done, waived = milestone("a", done_on=date(2032, 1, 5)), milestone("b", waived=in_english("The hosts do it."))
    words = said(PaperKind.HOSTING_SCHEDULE, replace(dossier, milestones=(done, waived)), asked(), Audience.INTERNAL)
    assert "Milestone a" in words
    assert "done, 5 January 2032" in words
    assert "waived: The hosts do it." in words


def test_a_biography_says_since_when_the_post_it_names_is_held(dossier: Dossier, asked: Asked) -> None:
    chair = next(one for one in dossier.tenures if one.post_id == "chair-b")
    other = replace(dossier.posts[-1], id=PostId("envoy"), title=in_english("Envoy for Rivers"), role=PostRole.OFFICIAL)
    later = replace(chair, id="later", post_id=PostId("envoy"), as_of=date(2032, 1, 5), confirmed=True)
    both = replace(dossier, posts=(*dossier.posts, other), tenures=(*dossier.tenures, later))
    words = said(PaperKind.BIOGRAPHIES, both, asked())
    assert "Post State Secretary Since as of 22 June 2031, to be confirmed" in words
