"""Which clauses are commitments, in the words of two states that do not exist."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from tests.reading.writing import commitments, communique, wordings


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides agreed to strengthen cooperation on mountain rescue.",
        "Both countries committed to conclude a ferry agreement by the spring.",
        "Ministers decided to publish the tide tables of the strait.",
        "We pledge to reduce the burning of peat along the border.",
        "Norvia and Estmark will open a second crossing at Graufeld.",
        "The delegations undertook to exchange lists of stolen instruments.",
        "It was agreed to enter into talks on a treaty of extradition.",
        "The two sides resolved to rebuild the bridge at Holm.",
        "The co-chairs directed their officials to draft a plan for the harbour.",
        "The two sides affirmed their commitment to expand the training of pilots.",
        "The two sides confirmed their plans to survey the glacier.",
        "Both sides agreed on the establishment of a working group on fisheries.",
        "The two sides committed to sharing satellite images of the coast.",
        "The Parties agreed that officials would meet to discuss customs seals.",
        "Ministers announced an additional 40 million crowns for the lighthouse fund.",
        "The two sides recommitted to close coordination on wildfires.",
    ],
)
def test_what_a_party_undertakes_is_a_commitment(sentence: str) -> None:
    assert wordings(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides discussed the fishing of herring.",
        "Ministers exchanged views on the price of grain.",
        "Both sides welcomed the opening of the new archive.",
        "The two sides noted that Estmark would continue its survey of the delta.",
        "Ministers expressed their commitment to eliminating smuggling.",
        "The two countries remain committed to completing the railway.",
        "Both governments are determined to improve this situation.",
        "The two sides agreed on the importance of clean rivers.",
        "The two sides agreed the consultations were highly productive.",
        "It was agreed that this is of mutual concern.",
        "Ministers agreed that the Treaty of Holm remained essential to peace.",
        "Ministers agreed that the new code would strengthen confidence in trade.",
        "The two sides reaffirmed their commitment to open markets.",
        "The Agreement will enable faster crossings.",
        "These talks may be held in either capital.",
        "If negotiations took place, the intention would be to protect farmers.",
        "The two sides looked forward to the visit of the Prince.",
        "Ministers called on all states to ratify the convention.",
        "The archive, as agreed at the last meeting, was opened in June.",
        "Later this year, Norvia and Estmark will celebrate 90 years of friendship.",
        "Final decisions will be made by the Presidents of Norvia and Estmark.",
        "At the conference in Tarn in 2019, Norvia pledged 10 million crowns for the dam.",
    ],
)
def test_what_is_told_hoped_or_affirmed_is_none(sentence: str) -> None:
    assert wordings(sentence) == []


def test_verbs_with_objects_of_their_own_are_two_commitments() -> None:
    assert wordings(
        "The two sides agreed to seek ratification of the Tarn Agreement, and to cooperate on the return of stolen art."
    ) == ["The two sides agreed to seek ratification of the Tarn Agreement", "to cooperate on the return of stolen art"]


def test_several_verbs_with_one_object_are_one() -> None:
    assert len(wordings("The two sides agreed to broaden and deepen cooperation on forestry.")) == 1


def test_several_objects_of_one_verb_are_one() -> None:
    assert len(wordings("The two sides agreed to share data on ice, tides, winds and currents.")) == 1


def test_means_and_examples_stay_with_their_verb() -> None:
    assert (
        len(
            wordings(
                "The two sides agreed to strengthen cooperation on piracy, including through deeper consultations, "
                "and working to stop the sale of stolen vessels."
            )
        )
        == 1
    )
    assert (
        len(wordings("We pledge to protect the reef by mapping it, closing it to trawlers and training wardens.")) == 1
    )


def test_purposes_stay_with_their_verb() -> None:
    assert (
        len(wordings("The two sides agreed to train customs officers to detect forgeries and stop the sale of ivory."))
        == 1
    )


def test_a_series_of_verbs_is_as_many_commitments() -> None:
    found = wordings(
        "We pledge to expand training, increase patrols, and open a joint school, and to publish a report."
    )
    assert found == ["We pledge to expand training", "increase patrols", "open a joint school", "to publish a report"]


def test_semicolons_part_commitments() -> None:
    assert (
        len(
            wordings(
                "The two sides agreed to pursue open trade, including in timber; "
                "to collaborate on seeds; and to oppose fraud."
            )
        )
        == 3
    )


def test_marked_items_within_a_sentence_decide() -> None:
    found = commitments(
        "Norvia will (i) suspend its duty on wool, while keeping that on linen; and (ii) removing the duty on salt."
    )
    assert [item.words for item in found] == [
        "suspend its duty on wool, while keeping that on linen",
        "removing the duty on salt",
    ]
    assert {item.by for item in found} == {"Norvia"}


def test_a_lead_in_is_no_item_and_its_bullets_are() -> None:
    found = commitments(
        "The two sides agreed to take the following steps:",
        "- Open a school for pilots.",
        "- Expand the archive and share its catalogue.",
    )
    assert [item.words for item in found] == [
        "Open a school for pilots.",
        "Expand the archive",
        "share its catalogue.",
    ]


def test_numbered_items_and_unmarked_lines_are_items_too() -> None:
    assert len(wordings("The Parties will:", "1. build a weir;", "2. clear the channel.")) == 2
    assert len(wordings("The Parties will:", "build a weir;", "clear the channel.")) == 2


def test_bullets_under_a_welcome_are_none() -> None:
    assert (
        wordings("Ministers welcomed the following steps:", "- Opening of the school.", "- Mapping of the fjord.") == []
    )


def test_an_itemised_reaffirmation_is_soft() -> None:
    found = commitments(
        "The Dialogue reaffirms both nations' commitment to cooperate in the following ways:",
        "- Develop a shared map of the fjord.",
    )
    assert [item.strength for item in found] == [Strength.SOFT]


def test_a_reaffirmation_with_a_frequency_is_soft_scheduling() -> None:
    found = commitments("The two sides reaffirm their commitment to meet annually at the level of ministers.")
    assert [(item.kind, item.strength) for item in found] == [(CommitmentKind.SCHEDULING, Strength.SOFT)]


def test_intentions_are_soft_and_have_a_side() -> None:
    found = commitments("Estmark intends to expand its grants for schools on the border.")
    assert [(item.strength, item.by) for item in found] == [(Strength.SOFT, "Estmark")]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The Norvian side undertook to provide two icebreakers.", "Norvia"),
        ("Estmarkian Ministers agreed to host a visit by the archivists.", "Estmark"),
        ("The two sides agreed to host a visit by the archivists.", None),
        ("Norvia and Estmark agreed to host a visit by the archivists.", None),
    ],
)
def test_the_side_that_undertakes_is_told(sentence: str, by: str | None) -> None:
    assert [item.by for item in commitments(sentence)] == [by]


def test_a_person_undertakes_for_the_side_of_the_office() -> None:
    assert [
        item.by for item in commitments("Deputy Minister Vando announced a new contribution of 3 million crowns.")
    ] == ["Estmark"]


def test_an_announcement_that_is_welcomed_counts() -> None:
    assert len(wordings("The two sides welcomed the announcement that Norvia would fund a second lighthouse.")) == 1


def test_a_clause_of_their_own_after_that_decides() -> None:
    found = wordings("Ministers agreed that all maps would be handed over to the commission.")
    assert found == ["Ministers agreed that all maps would be handed over to the commission."]


def test_what_was_told_before_stays_outside() -> None:
    assert wordings("Ministers noted the good work of the archive and agreed to enlarge it.") == [
        "agreed to enlarge it."
    ]


def test_what_is_told_after_ends_it() -> None:
    assert wordings("Ministers agreed to enlarge the archive and welcomed the new director.") == [
        "Ministers agreed to enlarge the archive"
    ]


def test_a_restraint_keeps_its_not() -> None:
    found = commitments("Norvia undertakes not to raise tariffs on salt.")
    assert [(item.action, item.kind) for item in found] == [("Not raise tariffs on salt", CommitmentKind.NORM)]


def test_what_goes_on_may_go_on_with_a_second_verb() -> None:
    assert wordings("Both sides will continue to exchange maps of the fjord and to hold yearly regattas.") == [
        "Both sides will continue to exchange maps of the fjord",
        "to hold yearly regattas.",
    ]


def test_gerunds_are_parted_like_other_verbs() -> None:
    assert len(wordings("The two sides committed to deepening trade in seeds and to expanding the archive.")) == 2


def test_letters_within_a_sentence_decide_too() -> None:
    assert len(wordings("The two sides agreed to: (a) open a school; (b) simplify visas; and (c) hold a regatta.")) == 3


def test_a_quoted_title_is_left_whole() -> None:
    assert (
        len(wordings("The two sides agreed to renew the “Memorandum on Training and to Share Pilots and Build Ships”."))
        == 1
    )


def test_said_twice_is_counted_once() -> None:
    sentence = "The two sides agreed to rebuild the bridge at Holm."
    assert wordings(sentence, sentence) == [sentence]


def test_a_page_break_within_a_sentence_is_bridged() -> None:
    found = commitments(
        "The Prime Ministers of both countries committed to conclude a memorandum next year to drive",
        "cooperation on tidal power.",
    )
    assert [item.words for item in found] == [
        (
            "The Prime Ministers of both countries committed to conclude a memorandum next year to drive "
            "cooperation on tidal power."
        )
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The two sides agreed to build a weir.", CommitmentKind.ACTION),
        ("The two sides agreed to sign a memorandum of understanding on seals.", CommitmentKind.ACTION),
        ("The two sides agreed to continue to strengthen their cooperation.", CommitmentKind.CONTINUING),
        ("The two sides agreed to cooperate on avalanches.", CommitmentKind.CONTINUING),
        ("The two sides agreed to continue discussions on customs.", CommitmentKind.DISCUSSION),
        ("The two sides decided to explore a common tariff.", CommitmentKind.DISCUSSION),
        ("The two sides agreed that neither government would conduct raids at sea.", CommitmentKind.NORM),
        ("The two sides agreed that shipwrecked sailors should be treated humanely.", CommitmentKind.NORM),
        ("The two sides agreed to meet again in Tarn in 2033.", CommitmentKind.SCHEDULING),
        ("The two sides agreed that the next round should take place in Tarn.", CommitmentKind.SCHEDULING),
    ],
)
def test_the_kind_follows_from_what_is_to_be_done(sentence: str, kind: CommitmentKind) -> None:
    assert [item.kind for item in commitments(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        (
            "The two sides agreed to build a weir, including a ladder for salmon, at the mouth of the river.",
            "Build a weir",
        ),
        ("The two sides agreed that neither side would tax salt.", "Not tax salt"),
        (
            "The two sides agreed that the next round should take place in Tarn in 2033.",
            "Hold the next round in Tarn in 2033",
        ),
        ("The two sides agreed that all maps should be handed over.", "All maps to be handed over"),
    ],
)
def test_the_action_is_short(sentence: str, action: str) -> None:
    assert [item.action for item in commitments(sentence)] == [action]


@pytest.mark.parametrize(
    "action",
    [
        "Draft a protocol on drift ice, with a view to its signature before the end of the fifth round",
        "Use every opportunity, including the regatta, to promote the trade in peat",
        "Set up a panel of pilots, which shall meet twice a year",
        f"Publish the tide tables of {', '.join(f'Cape {name}' for name in 'ABCDEFGHIJKLMNOPQRSTUV')} and Tarn by 2032",
    ],
)
def test_an_action_is_whole_however_long_it_is(action: str) -> None:
    assert [item.action for item in commitments(f"The two sides agreed to {action[0].lower()}{action[1:]}.")] == [
        action
    ]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The weir will be repaired by Estmark before 2033.", "Estmark"),
        ("A survey of the fjord will be carried out by the Norvian side.", "Norvia"),
        ("The weir will be repaired by Norvia and Estmark.", None),
        ("It was agreed that the costs would be borne by Norvia.", "Norvia"),
        ("Norvia thanked Estmark; the latter will send a pilot.", "Estmark"),
        ("Norvia briefed Estmark on its plan, and the former agreed to publish it.", "Norvia"),
        ("On the Norvian side, the Ministry of Water will publish the plan.", "Norvia"),
        ("Norvia will, by 1 June 2032, deliver the pumps.", "Norvia"),
        ("Neither Norvia nor Estmark will raise the duties.", None),
    ],
)
def test_the_side_that_is_pointed_at_or_comes_last_is_told(sentence: str, by: str | None) -> None:
    assert [found.by for found in commitments(sentence)] == [by]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvia and Estmark have not yet agreed to open the inner fjord.",
        "Norvia has never formally agreed to open the inner fjord.",
        "Neither side agreed to open the inner fjord.",
        "In 2019, Norvia agreed to open the inner fjord.",
        "In 2019 Norvia agreed to open the inner fjord.",
        "Last year, Norvia agreed to open the inner fjord.",
        "At their previous meeting, the two sides agreed to open the inner fjord.",
    ],
)
def test_what_was_not_agreed_or_agreed_long_ago_is_none(sentence: str) -> None:
    assert commitments(sentence) == []


def test_what_is_not_only_promised_counts() -> None:
    assert len(commitments("Norvia not only pledged to open the inner fjord.")) == 1


def test_what_a_clause_adds_about_a_thing_is_not_what_is_undertaken() -> None:
    told = "The Parties decided to set up a joint group, whose first meeting is to be held within six months."
    (found,) = commitments(told)
    assert found.action == "Set up a joint group, whose first meeting is to be held within six months"
    assert found.kind is CommitmentKind.ACTION


def test_an_instrument_begins_with_its_own_name_and_ends_with_it() -> None:
    told = (
        "Both sides will sign at the next Dialogue the Agreement between Norvia and Estmark on Cables.",
        "A Memorandum of Understanding on Rescue at Sea will be signed.",
        "The parties will finalise the treaty on extradition by the end of 2032.",
    )
    assert [one.title for one in communique(*told).instruments] == [
        "Agreement between Norvia and Estmark on Cables",
        "Memorandum of Understanding on Rescue at Sea",
        "treaty on extradition",
    ]
