"""The many ways in which communiqués say that something will be done: passives, outcomes, minutes, orders."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from tests.reading.writing import commitments, wordings


@pytest.mark.parametrize(
    "sentence",
    [
        "A joint group on ferries will be set up by March 2032.",
        "Forty students will be offered places in the schools of both countries.",
        "Estmark commits itself to presenting a plan for the harbour.",
        "The two sides consented to replenish the lighthouse fund.",
        "It was arranged that a further meeting should take place in Tarn in the autumn.",
        "It was agreed that the matter should be further examined by officials of the two Governments.",
        "The two sides agreed that no fee should be levied on empty barges.",
        "Norvia announced its decision to reduce the storage fee.",
        "Norvia confirmed that it would fund a second lighthouse.",
        "Norvia gave an assurance that it would reopen the archive.",
        "Estmark, in turn, will base a pilot in Lindholm.",
        "Action: Norvia to submit the draft timetable by 15 October.",
        "The delegations concluded that a joint paper would be submitted to the harbour board.",
        "Dates of the survey are to be proposed by Norvia.",
        "A book of charts is going to be published jointly.",
        "Norvia will look into the request of Estmark.",
        "The two sides agreed on a workshop for pilots.",
        "Norvia assured that a team of divers would visit the wreck.",
        "A call for proposals, with a budget of 3 million crowns, will be published in May.",
        "The two sides agreed that the list shall be struck from the register.",
        "Norvia will lead a survey of the strait.",
        "Norvia will coordinate the work of the pilots.",
    ],
)
def test_it_is_found_however_it_is_said(sentence: str) -> None:
    assert len(wordings(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The dialogue will be led by the Council of State of Norvia.",
        "The agreement will be of benefit to both countries.",
        "Norvia hopes to see the ferry restored.",
        "The first meeting of the group to oversee the work was held in Tarn.",
        "The two sides have not yet agreed on diplomas.",
        "Norvia will benefit from the new road.",
        "Final decisions will be made by the Presidents of Norvia and Estmark.",
        "The delegations concluded that the talks had been useful.",
        "The Ministry of Ports of Norvia and the Council of Fisheries of Estmark will lead.",
        "The Ministry of Ports will jointly lead this work.",
        "Norvia and Estmark will co-lead these negotiations.",
        "It was agreed that Norvia would take the lead.",
        "Norvia will coordinate this work.",
    ],
)
def test_what_only_tells_how_things_are_is_none(sentence: str) -> None:
    assert wordings(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Master's Office of Estmark will receive ten pilots from Norvia in March 2032.",
        "The National Lifeboat and Diving Corps will translate its handbook into English.",
        "The Technical Sub-group on Lighthouse Data will present a list of buoys.",
        "The Royal Weather Service and the Lighthouse Board will exchange their charts.",
        "The University of Tarn will publish the map.",
    ],
)
def test_a_body_undertakes_by_its_own_name(sentence: str) -> None:
    assert wordings(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "A ferry service will carry the mail.",
        "Office hours will follow those of the harbour.",
        "The cost of the service will cover the pilots.",
        "A Centre of Excellence will attract divers.",
    ],
)
def test_a_thing_that_is_named_as_a_body_may_be_undertakes_nothing(sentence: str) -> None:
    assert wordings(sentence) == []


@pytest.mark.parametrize(
    "lead",
    [
        "The following decisions were taken:",
        "The following outcomes were reached at the meeting:",
        "The meeting resolved that:",
        "The Parties agreed as follows:",
        "Today we commit:",
    ],
)
def test_decisions_may_be_listed(lead: str) -> None:
    items = ["1. Establish a point of contact for pilots.", "2. Norvia to share its charts of the strait."]
    clauses = ["1. Joint patrols be conducted every month;", "2. Estmark shall provide a second weighbridge."]
    assert len(wordings(lead, *(clauses if "that:" in lead or "follows" in lead else items))) == 2


def test_what_was_agreed_on_may_stand_in_a_row_after_a_colon() -> None:
    said = "The sides agreed on the following steps: a visit of pilots in May; and a seminar on buoys in June."
    assert wordings(said) == ["a visit of pilots in May", "a seminar on buoys in June"]


def test_something_may_come_into_use() -> None:
    lead, item = (
        "The sides reached agreement on the following:",
        "(a) A telephone line shall become operational in May.",
    )
    assert len(wordings(lead, item)) == 1


def test_a_row_of_infinitives_may_hold_an_adverb() -> None:
    said = "We undertake to punish wreckers, to keep our charts alike, and to jointly fund a study of the tides."
    assert len(wordings(said)) == 3
    assert len(wordings("Ministers tasked officials with drawing up a plan and with presenting it in May.")) == 2
    assert len(wordings("We directed the working group to meet before October and to report to us on progress.")) == 2


def test_a_heading_may_call_what_follows_decisions() -> None:
    assert len(wordings("Agreed Actions", "- Establish a point of contact.", "- The archive of the strait.")) == 1


def test_clauses_with_subjects_of_their_own_are_told_apart() -> None:
    found = commitments("A group on ferries will be set up and its rules will be agreed by March 2032.")
    assert [item.words for item in found] == [
        "A group on ferries will be set up",
        "its rules will be agreed by March 2032.",
    ]
    found = commitments("Norvia will give 3 million crowns, whereas Estmark will lend two ships.")
    assert [item.by for item in found] == ["Norvia", "Estmark"]


def test_a_series_of_verbs_may_hold_one_that_is_mostly_a_noun() -> None:
    assert len(wordings("The two sides will map the strait, mark the rocks, and report to Ministers.")) == 3


def test_a_heading_with_a_decimal_number_is_no_item() -> None:
    found = wordings("The meeting resolved that:", "i. Joint patrols be conducted.", "3.0 CATTLE TRADE", "None.")
    assert found == ["Joint patrols be conducted."]


def test_items_under_decisions_may_be_restraints() -> None:
    found = commitments("Decisions", "1. Set the quota at 14 000 tonnes.", "2. Not permit nets of less than 120 mm.")
    assert [item.action.split()[0] for item in found] == ["Set", "Not"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The 8th meeting of the Dialogue will take place in Tarn in 2033.",
        "Ministers tasked officials with drafting a plan for the harbour.",
    ],
)
def test_a_meeting_with_its_number_and_a_task_are_found(sentence: str) -> None:
    assert wordings(sentence) == [sentence]


def test_what_a_party_is_to_do_and_what_agreement_was_reached_on_count_too() -> None:
    assert len(wordings("Norvia is to provide two ships.")) == 1
    assert len(wordings("The two sides reached agreement on the following:", "- Open a school for pilots.")) == 1


@pytest.mark.parametrize(
    ("sentence", "action", "strength"),
    [
        ("Both sides confirmed their intention to swap sea charts.", "Swap sea charts", Strength.SOFT),
        ("Norvia affirmed its intention to join the Convention.", "Join the Convention", Strength.SOFT),
        ("Norvia announced its decision to close the kilns.", "Close the kilns", Strength.FIRM),
        ("Both sides announced plans to open a second ferry line.", "Open a second ferry line", Strength.FIRM),
    ],
)
def test_what_is_intended_is_to_be_done_and_not_the_intention(sentence: str, action: str, strength: Strength) -> None:
    assert [(one.action, one.strength) for one in commitments(sentence)] == [(action, strength)]


def test_an_intention_to_do_one_thing_and_not_another_is_two() -> None:
    found = commitments("The sides confirmed their intention to swap sea charts and not to show them to third parties.")
    assert [(one.action, one.kind) for one in found] == [
        ("Swap sea charts", CommitmentKind.ACTION),
        ("Not show them to third parties", CommitmentKind.NORM),
    ]


def test_what_a_side_stands_ready_to_do_is_a_soft_undertaking_of_its_own() -> None:
    found = commitments("Norvia will send its manual, and stands ready to host a course for pilots in the autumn.")
    assert [(one.action, one.strength, one.by) for one in found] == [
        ("Send its manual", Strength.FIRM, "Norvia"),
        ("Host a course for pilots in the autumn", Strength.SOFT, "Norvia"),
    ]
    assert commitments("Norvia stands ready to respond to whatever threatens the strait.") == []


def test_what_they_will_revert_to_is_to_be_discussed() -> None:
    found = commitments("On quotas the sides did not yet find a common view and will revert to them at the next round.")
    assert [(one.action, one.kind) for one in found] == [
        ("Revert to them at the next round", CommitmentKind.DISCUSSION)
    ]
    assert commitments("The storks left the fens in August and will return to them in spring.") == []
