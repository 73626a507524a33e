"""Commitments: ladders, voices, and what they come down to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.commitment import (
    LADDERS,
    Commitment,
    CommitmentKind,
    CommitmentState,
    RollUp,
    StatusEntry,
    Voice,
    check_state,
    code_order,
    commitment_code,
    latest,
    live,
    roll_up,
    standing,
)
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.text import NOTHING
from tests.invented_dialogue import invented_dialogue, of_kind

# As PRODUCT has them: kind, states in order, those that need attention, those that close it.
LADDERS_AS_AGREED = {
    "action": (["not started", "on track", "challenges", "met", "not pursued"], {"challenges"}, {"met", "not pursued"}),
    "continuing": (["active", "dormant", "concluded"], {"dormant"}, {"concluded"}),
    "discussion": (["active", "dormant", "concluded"], {"dormant"}, {"concluded"}),
    "norm": (["in force", "concern raised", "disputed", "ended"], {"concern raised", "disputed"}, {"ended"}),
    "scheduling": (["open", "confirmed", "missed", "held"], {"missed"}, {"held"}),
}


def entry(voice: Voice, state: CommitmentState, day: int, id_: str = "s") -> StatusEntry:
    return StatusEntry(id=id_, commitment_id="c", voice=voice, state=state, on=date(2032, 1, day))


@pytest.mark.parametrize("kind", CommitmentKind)
def test_each_kind_has_its_ladder(kind: CommitmentKind) -> None:
    states, attention, closed = LADDERS_AS_AGREED[kind.value]
    assert [state.value for state in LADDERS[kind]] == states
    assert {state.value for state in LADDERS[kind] if roll_up(state) is RollUp.ATTENTION} == attention
    assert {state.value for state in LADDERS[kind] if roll_up(state) is RollUp.CLOSED} == closed
    assert {state.value for state in LADDERS[kind] if roll_up(state) is RollUp.IN_ORDER} == (
        set(states) - attention - closed
    )


def test_no_word_is_a_roll_up_of_its_own() -> None:
    assert roll_up(None) is RollUp.NO_WORD


@pytest.mark.parametrize("kind", CommitmentKind)
@pytest.mark.parametrize("state", CommitmentState)
def test_a_state_of_another_ladder_is_refused_naming_what_can_be(kind: CommitmentKind, state: CommitmentState) -> None:
    if state in LADDERS[kind]:
        check_state(kind, state)
    else:
        with pytest.raises(UserError, match=f"it can be: {', '.join(LADDERS[kind])}") as refused:
            check_state(kind, state)
        assert refused.value.field == "state"


def test_a_norm_is_never_completed() -> None:
    assert not {"met", "concluded", "held"} & {state.value for state in LADDERS[CommitmentKind.NORM]}


def test_the_joint_word_counts_before_ours_and_ours_before_theirs() -> None:
    ours = entry(Voice.OURS, CommitmentState.ACTIVE, 20)
    theirs = entry(Voice.THEIRS, CommitmentState.DORMANT, 25)
    joint = entry(Voice.JOINT, CommitmentState.CONCLUDED, 1)
    for order in permutations((ours, theirs, joint)):
        assert standing(order) == joint
    assert standing((theirs, ours)) == ours
    assert standing((theirs,)) == theirs
    assert standing(()) is None


def test_the_last_entry_of_a_voice_counts_and_of_one_day_the_later() -> None:
    first, second = (
        entry(Voice.OURS, CommitmentState.ACTIVE, 5, "a"),
        entry(Voice.OURS, CommitmentState.DORMANT, 5, "b"),
    )
    earlier = entry(Voice.OURS, CommitmentState.CONCLUDED, 4, "c")
    assert latest((first, second, earlier), Voice.OURS) == second
    assert latest((earlier, second, first), Voice.OURS) == first
    assert latest((first,), Voice.THEIRS) is None


def test_what_is_closed_is_no_longer_live() -> None:
    assert live(())
    assert live((entry(Voice.OURS, CommitmentState.DORMANT, 1),))
    assert not live((entry(Voice.OURS, CommitmentState.CONCLUDED, 1),))
    reopened = (entry(Voice.OURS, CommitmentState.CONCLUDED, 1), entry(Voice.JOINT, CommitmentState.ACTIVE, 2))
    assert live(reopened)


@given(ordinal=st.integers(1, 300), number=st.integers(1, 300))
def test_codes_name_round_and_number(ordinal: int, number: int) -> None:
    round_part, number_part = commitment_code(ordinal, number).split("-")
    assert (int(round_part.removeprefix("R")), int(number_part)) == (ordinal, number)
    assert len(number_part) >= 2


@given(st.sets(st.tuples(st.integers(1, 300), st.integers(1, 300))))
def test_codes_stand_in_the_order_of_rounds_and_numbers_however_many_there_are(numbers: set[tuple[int, int]]) -> None:
    codes = [commitment_code(*one) for one in sorted(numbers)]
    assert sorted(set(codes), key=code_order) == codes


def test_there_is_no_commitment_without_its_source() -> None:
    commitment = of_kind(invented_dialogue(), Commitment)[0]
    for lacking in ({"source_id": None}, {"paragraph": None}, {"source_id": None, "reference": "  "}):
        with pytest.raises(UserError, match="needs its source"):
            replace(commitment, **lacking)  # type: ignore[arg-type]
    assert replace(commitment, source_id=None, paragraph=None, reference="letter of May").span is None
    with pytest.raises(UserError, match="needs its wording"):
        replace(commitment, wording=NOTHING)


def test_its_span_is_where_it_stands() -> None:
    commitment = replace(of_kind(invented_dialogue(), Commitment)[0], paragraph=3, start=5, end=9)
    assert commitment.span == Span(3, 5, 9)


@pytest.mark.parametrize(("paragraph", "start", "end"), [(0, 0, 1), (1, -1, 1), (1, 5, 4)])
def test_a_span_that_cannot_be_is_a_bug(paragraph: int, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(paragraph, start, end)
