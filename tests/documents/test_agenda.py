"""The provisional agenda: what stands in it, in both languages, and what never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.agenda import compose_agenda
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.model import Document, Table, UnitClass, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.agenda import AgendaState, ItemKind
from dialogue_prep.domain.consultation import GuidanceRequest, GuidanceState
from dialogue_prep.domain.dialogue import HostRule
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.text import NOTHING, Text, Wording, in_english

Asked = Callable[..., PaperRequest]


def rows(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [
        [
            " / ".join("".join(getattr(i, "text", "") for i in paragraph.inlines) for paragraph in cell.paragraphs)
            for cell in row
        ]
        for row in table.rows
    ]


def test_an_agenda_says_what_both_sides_need(dossier: Dossier, asked: Asked) -> None:
    lines = write_plain(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked())).splitlines()
    assert lines[0] == "OPEN"
    assert lines[2] == "Arvonia–Belmara Strategic Dialogue on Justice"
    assert "Provisional agenda of the 3rd round" in lines
    assert (
        "Paper 3/1  Harbour House, Belport, 1 to 2 June 2032  Host: Belmara  Hours in Belport time".replace(
            "  ", "\N{EM SPACE}\N{EM SPACE}"
        )
        in lines
    )


def test_entities_are_written_in_full_once_and_then_abbreviated(dossier: Dossier, asked: Asked) -> None:
    found = rows(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked()))
    assert found[3] == [
        "3",
        "10:10",
        "50",
        "Organized crime",
        "National Police of Arvonia",
        "Ministry of the Interior (MoI)",
    ]
    assert found[5][4:] == ["Department of Justice (DoJ)", "MoI and Ministry of Foreign Affairs (MFA)"]
    assert found[6][4:] == ["DoJ", "Co-chair"]


def test_breaks_and_the_opening_bear_no_number(dossier: Dossier, asked: Asked) -> None:
    found = rows(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked()))
    assert [row[0] for row in found] == ["", "1", "2", "3", "", "4", "5", "6", "7", "8"]
    assert found[4] == ["", "11:00", "15", "Break", "", ""]


def test_the_follow_up_names_the_last_record_and_the_next_round_whose_turn_it_is(
    dossier: Dossier, asked: Asked
) -> None:
    found = rows(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked()))
    assert found[2][3] == "Follow-up of the 2nd round / Joint Communiqué, Arvon, 22 June 2031"
    assert found[7][3] == "The next round / Host: Arvonia"


def test_nobody_is_given_a_turn_where_the_rule_says_none(dossier: Dossier, asked: Asked) -> None:
    unsaid = replace(dossier, dialogue=replace(dossier.dialogue, host_rule=HostRule.UNSAID))
    assert (
        rows(compose(PaperKind.AGENDA, Audience.SHARED, unsaid, asked()))[7][3] == "The next round / Host to be agreed"
    )


def test_an_agenda_in_french(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("fr"))
    said = write_plain(document).replace("\N{NO-BREAK SPACE}", " ")
    assert "Dialogue stratégique sur la justice Arvonie–Belmare" in said
    assert "Ordre du jour provisoire de la 3e session" in said
    assert "Maison du Port, Belport, du 1er au 2 juin 2032" in said
    found = rows(document)
    assert found[2][1] == "9\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}25"
    assert found[3][5] == "Ministère de l’Intérieur (MoI)"


def test_a_title_that_is_not_translated_is_shown_in_its_own_language_and_marked(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("fr"))
    assert rows(document)[6][3] == "Cyber security\N{NO-BREAK SPACE}[en anglais]"
    (unit,) = (unit for unit in units(document) if unit.key.record_id == "cyber" and unit.key.field == "title")
    assert unit.key.language == "fr"
    assert [run.language for run in unit.runs] == ["en"]


def test_titles_and_minutes_can_be_edited_and_nothing_else(dossier: Dossier, asked: Asked) -> None:
    found = list(units(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked())))
    assert {unit.unit_class for unit in found} == {UnitClass.HELD}
    assert {(unit.key.record, unit.key.field) for unit in found} == {
        ("agenda_item", "title"),
        ("agenda_item", "minutes"),
    }
    assert len(found) == 2 * len(dossier.items)


def test_a_designation_that_names_both_sides_gets_no_prefix(dossier: Dossier, asked: Asked) -> None:
    named = replace(dossier.dialogue, designation=Text((Wording("en", "Belmaran-Arvonian Talks"),)))
    document = compose(PaperKind.AGENDA, Audience.SHARED, replace(dossier, dialogue=named), asked())
    assert document.subject == "Belmaran-Arvonian Talks"


def test_both_sides_are_named_in_whatever_language_the_dialogue_has_its_name(dossier: Dossier, asked: Asked) -> None:
    named = replace(dossier.dialogue, designation=Text((Wording("en", "Arvonia–Belmara Talks"),)))
    document = compose(PaperKind.AGENDA, Audience.SHARED, replace(dossier, dialogue=named), asked("zh-Hans"))
    assert document.subject == "Arvonia–Belmara Talks"


def test_what_is_not_agreed_yet_is_said(unfilled: Dossier, asked: Asked) -> None:
    nowhere = replace(unfilled, round=replace(unfilled.round, city=NOTHING))
    assert "Belport, 2032, dates to be agreed" in write_plain(
        compose(PaperKind.AGENDA, Audience.SHARED, unfilled, asked())
    )
    assert "Place to be agreed, 2032, dates to be agreed" in write_plain(
        compose(PaperKind.AGENDA, Audience.SHARED, nowhere, asked())
    )


def test_without_items_the_paper_says_so(dossier: Dossier, asked: Asked) -> None:
    empty = replace(dossier, agenda=None, items=())
    assert "No agenda has been drawn up for this round yet." in write_plain(
        compose(PaperKind.AGENDA, Audience.SHARED, empty, asked())
    )


def test_an_agreed_agenda_is_no_longer_provisional(dossier: Dossier, asked: Asked) -> None:
    assert dossier.agenda is not None
    agreed = replace(dossier, agenda=replace(dossier.agenda, state=AgendaState.AGREED))
    assert compose(PaperKind.AGENDA, Audience.SHARED, agreed, asked()).title == "Agenda of the 3rd round"


def test_every_row_is_a_slot_of_the_day(dossier: Dossier) -> None:
    kinds = [item.kind for item in shared_round(dossier).items]
    assert kinds[0] is ItemKind.OPENING
    assert len(kinds) == len(dossier.slots)


def test_a_shared_paper_above_the_ceiling_is_refused(dossier: Dossier, asked: Asked) -> None:
    strict = tuple(replace(marking, shared=marking.id == "above") for marking in dossier.markings)
    with pytest.raises(UserError, match="ABOVE ALL; nothing above CLOSED"):
        compose(PaperKind.AGENDA, Audience.SHARED, replace(dossier, markings=strict), asked())


def test_the_composer_of_the_agenda_gets_no_dossier(dossier: Dossier, asked: Asked) -> None:
    assert compose_agenda(shared_round(dossier), asked()) == compose(
        PaperKind.AGENDA, Audience.SHARED, dossier, asked()
    )


def test_the_round_after_is_named_with_its_year_once_it_is_planned(dossier: Dossier, asked: Asked) -> None:
    after = replace(dossier.round, id="r4", ordinal=4, host_id="arvonia", year=2033, start=None, end=None)
    planned = replace(dossier, rounds=(*dossier.rounds, after))
    assert (
        rows(compose(PaperKind.AGENDA, Audience.SHARED, planned, asked()))[7][3]
        == "The next round / Host: Arvonia, 2033"
    )
    chinese = rows(compose(PaperKind.AGENDA, Audience.SHARED, planned, asked("zh-Hans")))
    assert chinese[7][3].endswith("，2033年")
    said = write_plain(compose(PaperKind.SPEAKING_NOTES, Audience.INTERNAL, planned, asked()))
    assert "It is the turn of Arvonia to host the 4th round, in 2033." in said


def test_a_store_without_markings_writes_papers_without_any(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.AGENDA, Audience.SHARED, replace(dossier, markings=()), asked())
    assert document.marking == ""
    assert "Provisional agenda, version 1" in "".join(getattr(i, "text", "") for i in document.footer[0].inlines)


def test_guidance_names_who_asks_and_what_and_never_why(dossier: Dossier, asked: Asked) -> None:
    request = GuidanceRequest(
        id="g",
        dialogue_id=dossier.dialogue.id,
        mechanism_id=dossier.mechanisms[0].id,
        question=in_english("Who pays for the boats?"),
        reason=in_english("A secret reason."),
    )
    other = replace(
        request, id="other", round_id=RoundId("another"), question=in_english("A question of another round")
    )
    answered = replace(
        request, id="answered", state=GuidanceState.ANSWERED_JOINTLY, answer=in_english("Yes."), round_id=None
    )
    first, *items = dossier.items
    guided = replace(
        dossier,
        items=(replace(first, kind=ItemKind.GUIDANCE), *items),
        guidance_requests=(request, other, answered),
    )
    for kind, audience in ((PaperKind.AGENDA, Audience.SHARED), (PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL)):
        said = write_plain(compose(kind, audience, guided, asked()))
        assert said.count("Police working group: Who pays for the boats?") == 1
        assert "another round" not in said
        assert "A secret reason." not in said
    brief = write_plain(compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, guided, asked()))
    assert "Police working group still waits for guidance: Who pays for the boats?" in brief
