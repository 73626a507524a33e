"""Who carries a commitment out is suggested by what its words say, and by nothing else."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.carriers import Carrier, suggest_leads, suggest_mechanism
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.identity import DialogueId, EntityId, MechanismId, SideId
from dialogue_prep.domain.text import NOTHING, Text, in_english
from dialogue_prep.domain.topic import Mechanism
from dialogue_prep.system.lexicon import lexicon


def mechanism(id_: str, name: str) -> Mechanism:
    return Mechanism(id=MechanismId(id_), dialogue_id=DialogueId("d"), number=1, name=in_english(name))


def entity(id_: str, name: str, short: Text = NOTHING) -> Entity:
    return Entity(
        id=EntityId(id_), side_id=SideId("s"), position=1, precedence=1, name=in_english(name), abbreviation=short
    )


TALKS = mechanism("talks", "Joint Consultations on Extradition")
BOARD = mechanism("board", "Counter-Terrorism Consultations")
POLICE = entity("police", "Federal Police", in_english("FP"))
COURTS = entity("courts", "Ministry of Extradition Affairs")


def test_a_mechanism_is_named() -> None:
    words = "to raise such cases in the joint consultations on extradition"
    found = suggest_mechanism(words, (BOARD, TALKS), lexicon())
    assert found == Carrier("talks", True, ("Joint Consultations on Extradition",))


def test_a_mechanism_is_that_whose_work_the_words_are_about() -> None:
    found = suggest_mechanism("to share lists of terrorist groups", (BOARD, TALKS), lexicon())
    assert found is not None
    assert (found.id, found.named) == ("board", False)
    assert found.why == ("terrorist",)


def test_words_about_nothing_of_the_kind_suggest_nobody() -> None:
    assert suggest_mechanism("to plant trees", (BOARD, TALKS), lexicon()) is None
    assert suggest_leads("to plant trees", (POLICE, COURTS), lexicon()) == ()


def test_work_that_two_share_points_to_neither() -> None:
    twice = (TALKS, mechanism("again", "Extradition Group"))
    assert suggest_mechanism("to simplify extradition", twice, lexicon()) is None


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("that the FP and its partners meet", ["police"]),
        ("that the fp meets", []),
        ("双方同意由FP牵头", ["police"]),
        ("that the FPX meets", []),
        ("that the Federal Police and the Ministry of Extradition Affairs meet", ["police", "courts"]),
        ("to simplify extradition", ["courts"]),
    ],
)
def test_leads_are_those_who_are_named_else_the_one_whose_work_it_is(words: str, ids: list[str]) -> None:
    assert [lead.id for lead in suggest_leads(words, (POLICE, COURTS), lexicon())] == ids
