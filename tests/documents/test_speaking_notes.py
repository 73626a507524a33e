"""Speaking notes: unit by unit, filled and unfilled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.item_page import item_page
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    ListItem,
    PageBreak,
    Role,
    UnitClass,
    inlines,
    units,
)
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.wording import Phrases, spoken_length
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.commitment import CommitmentKind, CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.domain.text import Text, Wording
from dialogue_prep.domain.topic import ObjectiveTopic

Asked = Callable[..., PaperRequest]


def text_of(block: Block) -> str:
    return "".join(getattr(inline, "text", "") or getattr(inline, "prompt", "") for inline in inlines(block))


def page(dossier: Dossier, id_: str, language: str = "en") -> list[Block]:
    slots = dossier.slots
    place = next(number for number, slot in enumerate(slots) if slot.item.id == id_)
    following = slots[place + 1] if place + 1 < len(slots) else None
    return list(item_page(dossier, slots[place], following, shared_round(dossier), Phrases(language)).blocks)


def lines(dossier: Dossier, id_: str, language: str = "en") -> list[str]:
    return [text_of(block).replace("\N{EM SPACE}", " ") for block in page(dossier, id_, language)]


def notes(dossier: Dossier, asked: Asked, language: str = "en") -> Document:
    return compose(PaperKind.SPEAKING_NOTES, Audience.INTERNAL, dossier, asked(language))


def headings(dossier: Dossier, id_: str) -> list[str]:
    return [text_of(block) for block in page(dossier, id_) if isinstance(block, Heading)]


def test_a_page_begins_with_number_hours_and_who_speaks_first(dossier: Dossier) -> None:
    assert isinstance(page(dossier, "crime")[0], PageBreak)
    assert lines(dossier, "crime")[1] == "Item 3  1 June 2032  10:10 to 11:00  Arvonia speaks first"


def test_a_filled_page_has_its_parts_in_the_order_in_which_they_are_needed(dossier: Dossier) -> None:
    assert headings(dossier, "crime") == [
        "Organized crime",
        "Our objective",
        "Outcome wanted",
        "Courtesy",
        "Where we stand",
        "Points to make",
        "Questions",
        "Their likely line",
        "If raised: listing of organizations",
        "Do not volunteer",
    ]


def test_what_is_not_written_is_left_out_and_counted(dossier: Dossier, unfilled: Dossier) -> None:
    assert "Our response" not in headings(dossier, "crime")
    assert lines(dossier, "crime")[-1].endswith("1 part is not yet written: our response.")
    assert "Their likely line" not in headings(unfilled, "crime")
    assert "5 parts are not yet written: points to make, their likely line" in lines(unfilled, "crime")[-1]


def test_where_we_stand_gives_wording_source_status_and_instruments(dossier: Dossier) -> None:
    found = lines(dossier, "crime")
    wording = found.index("R2-01 The two sides agreed to continue their talks on extradition.")
    assert found[wording + 1] == (
        "Joint Communiqué, Arvon, 22 June 2031, paragraph 4. Status: dormant (as we see it, 1 December 2031); "
        "active (as they state it, 1 November 2031). No meeting since the summer. Next step: Invite the experts. "
        "Instrument: Extradition Treaty (negotiation)."
    )


def test_a_commitment_of_which_nothing_was_heard_says_so(unfilled: Dossier) -> None:
    assert "Status: no word since the 2nd round." in " ".join(lines(unfilled, "crime"))


def test_a_stated_reference_stands_for_a_source_that_is_not_held(dossier: Dossier) -> None:
    assert any(line.startswith("Letter of 3 May 2031. Status") for line in lines(dossier, "cyber"))
    assert any("That it belongs to this topic is still to be confirmed." in line for line in lines(dossier, "cyber"))


def test_a_joint_status_is_said_alone(dossier: Dossier) -> None:
    joint = StatusEntry(
        id="s9", commitment_id="c1", voice=Voice.JOINT, state=CommitmentState.ACTIVE, on=date(2032, 1, 5)
    )
    together = replace(dossier, status_entries=(*dossier.status_entries, joint))
    said = " ".join(lines(together, "crime"))
    assert "Status: active (agreed jointly, 5 January 2032). Instrument" in said


def test_the_silence_of_the_last_record_on_a_topic_is_said(dossier: Dossier) -> None:
    silent = "Joint Communiqué, Arvon, 22 June 2031: nothing on this topic."
    assert silent in lines(dossier, "consular")
    assert silent not in lines(dossier, "crime")


def test_nothing_is_called_silent_where_it_is_not_known_what_the_record_speaks_of(dossier: Dossier) -> None:
    unread = replace(dossier, citations=dossier.citations[:1])
    assert not [line for line in lines(unread, "consular") if "nothing on this topic" in line]


def test_an_objective_stands_under_its_topic_else_under_the_follow_up(dossier: Dossier) -> None:
    wording = "1 Conclude an extradition treaty."
    linked = replace(dossier, objective_topics=(ObjectiveTopic(id="x", objective_id="o1", topic_id="topic-2"),))
    assert wording in lines(dossier, "follow-up")
    assert wording in lines(linked, "consular")
    assert wording not in lines(linked, "follow-up")
    assert any("nothing on this objective" in line for line in lines(linked, "consular"))


def test_the_follow_up_lists_every_live_commitment_and_where_it_is_taken_up(unfilled: Dossier, asked: Asked) -> None:
    said = [" ".join(line.split()) for line in write_plain(notes(unfilled, asked)).splitlines()]
    assert "R2-01 Continue the talks on extradition No word since the 2nd round 3" in said
    assert "R2-03 Meet in Belport in 2032 No word since the 2nd round 6" in said


def test_points_are_held_in_large_type_with_whom_they_are_for(dossier: Dossier) -> None:
    points = [block for block in page(dossier, "crime") if isinstance(block, ListItem) and block.role is Role.POINT]
    assert [text_of(point) for point in points] == [
        "Thank the other side for the lists of March.",
        "Propose that the experts meet in the autumn, in Arvon.",
        "To the State Secretary: Ask who will lead on your side.",
    ]
    assert not [block for block in page(dossier, "crime") if getattr(block, "role", None) is Role.PROPOSAL]


@pytest.mark.parametrize(
    ("item", "proposed"),
    [
        (
            "crime",
            ["R2-01: Continue the talks on extradition. Propose when, and between whom, the discussions go on."],
        ),
        ("cyber", ["R2-02: Neither side condones theft by computer. Reaffirm this undertaking of both sides."]),
        ("next", ["R2-03: Meet in Belport in 2032. Confirm it, and settle what is still open."]),
        (
            "follow-up",
            [
                "Take stock of the 3 undertakings that are still open: what each side has done, and what remains.",
                "Objective 1: say how far it has come on our side; propose the next step.",
            ],
        ),
        ("adoption", ["Propose that both sides adopt the agenda as it stands."]),
    ],
)
def test_an_item_without_points_gets_proposals_that_say_that_they_are(
    unfilled: Dossier, item: str, proposed: list[str]
) -> None:
    blocks = [block for block in page(unfilled, item) if isinstance(block, ListItem) and block.role is Role.PROPOSAL]
    assert [text_of(block) for block in blocks] == proposed
    assert "Points to make: proposals, to be confirmed or replaced" in headings(unfilled, item)


def test_a_commitment_in_difficulty_is_proposed_for_settling(dossier: Dossier) -> None:
    unwritten = replace(dossier, points=())
    assert any("Name the difficulty" in line for line in lines(unwritten, "crime"))


@pytest.mark.parametrize(
    ("kind", "difficult", "ours", "theirs"),
    [
        (CommitmentKind.ACTION, False, "Say what we have done", "Ask what has been done"),
        (CommitmentKind.ACTION, True, "say how we mean to settle it", "ask how both sides can settle it"),
        (CommitmentKind.NORM, False, "Reaffirm this undertaking.", "Reaffirm this undertaking."),
    ],
)
def test_nobody_asks_the_other_side_what_we_have_done(
    dossier: Dossier, kind: CommitmentKind, difficult: bool, ours: str, theirs: str
) -> None:
    for side, said in ((dossier.home, ours), (dossier.away, theirs)):
        commitments = tuple(
            replace(one, kind=kind, by_id=side.id) if one.id == "c1" else one for one in dossier.commitments
        )
        entries = dossier.status_entries if difficult else ()
        changed = replace(dossier, points=(), commitments=commitments, status_entries=entries)
        (proposal,) = [line for line in lines(changed, "crime") if line.startswith("R2-01: ")]
        assert said in proposal


def test_a_closed_commitment_is_proposed_no_more(dossier: Dossier) -> None:
    closed = StatusEntry(
        id="s9", commitment_id="c1", voice=Voice.JOINT, state=CommitmentState.CONCLUDED, on=date(2032, 1, 5)
    )
    over = replace(dossier, points=(), status_entries=(closed,))
    assert not [line for line in lines(over, "crime") if line.startswith("R2-01: ")]


def test_an_unfilled_paper_has_no_prompt_on_the_page_of_an_item(unfilled: Dossier, asked: Asked) -> None:
    roles = [getattr(block, "role", None) for block in notes(unfilled, asked).blocks]
    assert roles.count(Role.PROMPT) == 1
    assert all(unit.text for unit in units(notes(unfilled, asked)))


def test_an_item_of_which_nothing_is_known_asks_for_its_points(dossier: Dossier) -> None:
    guidance = tuple(
        replace(item, kind=ItemKind.GUIDANCE, topic_id=None) if item.id == "consular" else item
        for item in dossier.items
    )
    assert "[Points to make are to be entered.]" in lines(replace(dossier, items=guidance), "consular")


def test_courtesies_say_whose_round_it_is_and_who_hosts(dossier: Dossier) -> None:
    assert "Thank the hosts for the 3rd round here in Belport." in lines(dossier, "opening")
    assert "Recall the 2nd round: Arvon, 22 June 2031." in lines(dossier, "opening")
    hosting = replace(dossier, round=replace(dossier.round, host_id=dossier.home.id))
    assert "Welcome the other delegation (Belmara) to Belport for the 3rd round." in lines(hosting, "opening")
    assert "Thank the other delegation for coming, the interpreters and all who prepared the round." in lines(
        hosting, "closing"
    )


def test_each_page_leads_on_to_the_next_item(dossier: Dossier) -> None:
    assert "Next: Break, at 11:00." in lines(dossier, "crime")
    assert "Next: Item 2, Follow-up of the 2nd round, at 9:25." in lines(dossier, "adoption")
    assert not [line for line in lines(dossier, "closing") if line.startswith("Next")]


def test_the_time_to_speak_is_counted_with_and_without_interpretation(dossier: Dossier) -> None:
    (last,) = [line for line in lines(dossier, "crime") if "consecutive interpretation" in line]
    assert last.startswith("26 words, about 1 minute; 2 minutes with consecutive interpretation. The item has 50 min")
    points = (point for point in dossier.points if point.kind is PointKind.POINT)
    assert spoken_length(point.words.read() for point in points) == (26, 0)


def test_breaks_have_no_page(dossier: Dossier, asked: Asked) -> None:
    pages = sum(isinstance(block, PageBreak) for block in notes(dossier, asked).blocks)
    assert pages == len(dossier.items) - 1


def test_held_composed_and_fixed_units_are_told_apart(dossier: Dossier, asked: Asked) -> None:
    found = {(unit.key.record, unit.key.field.split()[0]): unit.unit_class for unit in units(notes(dossier, asked))}
    assert found[("speaking_point", "words")] is UnitClass.HELD
    assert found[("agenda_item", "outcome")] is UnitClass.HELD
    assert found[("agenda_item", "standing")] is UnitClass.COMPOSED
    assert found[("agenda_item", "bridge")] is UnitClass.COMPOSED
    assert found[("agenda_item", "wording")] is UnitClass.FIXED


def test_co_chairs_are_named_as_of_when_they_were_known(dossier: Dossier, asked: Asked) -> None:
    said = write_plain(notes(dossier, asked))
    assert "Ada Example, National Coordinator\n" in said
    assert "Bo Sample, State Secretary (as of 22 June 2031, to be confirmed)" in said


def test_drafter_consulted_and_approved_stand_at_the_end_and_are_no_content(dossier: Dossier, asked: Asked) -> None:
    document = notes(dossier, asked)
    by_nobody = compose(
        PaperKind.SPEAKING_NOTES, Audience.INTERNAL, dossier, replace(asked(version=2), drafter=Drafter())
    )
    assert "Drafted    Ada Example, Office of the Coordinator" in write_plain(document)
    assert "Drafted    [to be entered]" in write_plain(by_nobody)
    assert content_hash(document) == content_hash(by_nobody)


def test_the_strictest_point_marks_the_paper(dossier: Dossier, asked: Asked) -> None:
    def marked(id_: str) -> Dossier:
        first, *others = dossier.points
        return replace(dossier, points=(replace(first, marking_id=MarkingId(id_)), *others))

    assert notes(dossier, asked).marking == "INTERNAL"
    assert notes(marked("closed"), asked).marking == "CLOSED"
    with pytest.raises(UserError, match="ABOVE ALL"):
        notes(marked("above"), asked)


def test_without_an_agenda_the_paper_says_so(dossier: Dossier, asked: Asked) -> None:
    empty = replace(dossier, agenda=None, items=())
    assert "No agenda has been drawn up for this round yet." in write_plain(notes(empty, asked))


def test_notes_in_french(dossier: Dossier) -> None:
    said = [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(dossier, "crime", "fr")]
    assert said[1] == "Point 3  1er juin 2032  10 h 10 à 11 h  Parole d’abord : Arvonie"
    assert "Remercier l’autre partie." in said
    assert "Propose that the experts meet in the autumn, in Arvon. [en anglais]" in said
    assert any("No meeting since the summer. [en anglais]" in line for line in said)
    assert "Ensuite : Pause, à 11 h." in said


def test_words_of_another_language_keep_it_within_a_composed_sentence(dossier: Dossier, asked: Asked) -> None:
    runs = [
        run for unit in units(notes(dossier, asked, "fr")) if unit.unit_class is UnitClass.COMPOSED for run in unit.runs
    ]
    told = {run.text.strip(): run.language for run in runs}
    assert told["Invite the experts."] == told["No meeting since the summer."] == told["Cyber security"] == "en"
    assert not any(language for words, language in told.items() if "Prochaine étape" in words)


def test_a_source_was_given_in_a_city_that_has_its_name_in_the_language_of_the_paper(
    dossier: Dossier, asked: Asked
) -> None:
    home = replace(dossier.home, capital=Text((Wording("en", "Arvon"), Wording("fr", "Arvonville"))))
    named = replace(dossier, sides=(home, dossier.away))
    assert "Communiqué conjoint, Arvonville, 22 juin 2031" in write_plain(notes(named, asked, "fr"))
    assert "Joint Communiqué, Arvon, 22 June 2031" in write_plain(notes(named, asked))


def test_a_first_round_looks_back_on_nothing(dossier: Dossier, asked: Asked) -> None:
    first = replace(
        dossier, round=replace(dossier.round, ordinal=1), rounds=(), commitments=(), item_commitments=(), points=()
    )
    said = write_plain(notes(first, asked))
    assert "2nd round:" not in said
    assert "Nothing agreed in earlier rounds is still open on this topic." in said


def test_an_objective_that_a_live_commitment_serves_gets_no_proposal_of_its_own(dossier: Dossier) -> None:
    serving = tuple(replace(c, objective_id=dossier.objectives[0].id) for c in dossier.commitments)
    linked = replace(
        dossier,
        points=(),
        status_entries=(),
        commitments=serving,
        objective_topics=(ObjectiveTopic(id="x", objective_id="o1", topic_id="topic-1"),),
    )
    concluded = StatusEntry(
        id="s9", commitment_id="c1", voice=Voice.JOINT, state=CommitmentState.CONCLUDED, on=date(2032, 1, 5)
    )
    assert not [line for line in lines(linked, "crime") if line.startswith("Objective 1:")]
    assert [
        line for line in lines(replace(linked, status_entries=(concluded,)), "crime") if line.startswith("Objective")
    ]
