"""A restraint is never shown as its opposite: a short action keeps every “not” of its clause."""

from __future__ import annotations

import re

import pytest

from dialogue_prep.domain.commitment import CommitmentKind
from tests.reading.writing import commitments

NO = re.compile(r"\b(?:no|not|never|neither|nor|refrain|refraining|abstain|without)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides will not license new trawlers.",
        "The two sides shall not license new trawlers while the stocks are being counted.",
        "Norvia will never license new trawlers.",
        "Norvia will no longer license trawlers.",
        "Norvia will neither license nor insure new trawlers.",
        "Neither side will license new trawlers.",
        "No side will license new trawlers.",
        "Neither of the two governments shall license new trawlers.",
        "The two sides agreed not to license new trawlers.",
        "The two sides agreed, in view of the state of the stocks, not to license new trawlers.",
        "Norvia undertook not to license new trawlers.",
        "Norvia pledged not to license, insure or fuel new trawlers.",
        "The two sides agreed to refrain from licensing new trawlers.",
        "Both sides undertake to abstain from new quotas.",
        "The two sides agreed that they would not license new trawlers.",
        "The two sides agreed that neither country would license new trawlers.",
        "The two sides agreed that no party should license new trawlers.",
        "The two sides agreed that there should be no increase in duties.",
        "The two sides agreed that new trawlers should not be licensed.",
        "Norvia will not license new trawlers, raise the quota, and open the inner fjord.",
        "The two sides agreed to keep the fjord open, while not raising the quota.",
        "It was agreed that duties would not be raised.",
    ],
)
def test_a_short_action_keeps_its_not(sentence: str) -> None:
    found = commitments(sentence)
    assert found
    for item in found:
        assert NO.search(item.action), item.action


@pytest.mark.parametrize(
    "lead", ["The Parties will not:", "The Parties agreed not to:", "The Parties undertake to refrain from:"]
)
def test_a_not_before_a_list_holds_for_every_item(lead: str) -> None:
    found = commitments(lead, "- license new trawlers;", "- raise the quota.")
    assert [item.action for item in found] == ["Not license new trawlers", "Not raise the quota"]
    assert {item.kind for item in found} == {CommitmentKind.NORM}


def test_a_not_before_items_within_a_sentence_holds_for_each() -> None:
    found = commitments("Norvia will not (i) license new trawlers; or (ii) raise the quota.")
    assert [item.action.split()[0] for item in found] == ["Not", "Not"]


def test_what_has_a_to_of_its_own_is_done() -> None:
    found = commitments("The two sides agreed not to raise the quota, and to count the stocks.")
    assert [item.action for item in found] == ["Not raise the quota", "Count the stocks"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Estmark undertook to repair the weir before the next meeting.", CommitmentKind.ACTION),
        ("Estmark will present its findings at the next session of the Dialogue.", CommitmentKind.ACTION),
        ("The two sides agreed to submit a report to the fifth meeting of the Dialogue.", CommitmentKind.ACTION),
        ("The two sides agreed to draft a plan in time for their next round.", CommitmentKind.ACTION),
        ("The two sides agreed to hold the next meeting in Tarn.", CommitmentKind.SCHEDULING),
        ("The next meeting will be held in Tarn before the end of 2033.", CommitmentKind.SCHEDULING),
    ],
)
def test_a_meeting_that_only_tells_when_is_not_the_one_to_be_held(sentence: str, kind: CommitmentKind) -> None:
    assert [item.kind for item in commitments(sentence)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials were instructed to draw up a list of recognised diplomas.",
        "The Foreign Ministers were tasked with drawing up a list of recognised diplomas.",
        "The joint secretariat has been asked to draw up a list of recognised diplomas.",
    ],
)
def test_what_officials_were_told_to_do_is_a_commitment(sentence: str) -> None:
    assert [(item.words, item.kind) for item in commitments(sentence)] == [(sentence, CommitmentKind.ACTION)]
