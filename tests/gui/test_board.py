"""The columns of the board, the criteria of filters as they are kept, and rows as the clipboard has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.commitment import LADDERS, CommitmentKind, RollUp
from dialogue_prep.gui.kit.copied_rows import copied_rows
from dialogue_prep.gui.pages.board_lines import board_columns, column_of
from dialogue_prep.gui.pages.commitment_criteria import can_be_seen, read_criteria, shipped_filters, written_criteria
from dialogue_prep.gui.pages.commitments_lines import (
    BOTH,
    NO_MECHANISM,
    NO_TOPIC,
    OURS,
    THEIRS,
    CommitmentFilter,
    commitment_rows,
)
from tests.invented_dialogue import invented_dossier

WHOLE = CommitmentFilter(
    words=("lock", "night"),
    round_id="round-2",
    topic_id=NO_TOPIC,
    mechanism_id="group",
    kind=CommitmentKind.NORM,
    rolled=RollUp.NO_WORD,
    by=THEIRS,
    attention=True,
    quiet=True,
)


@pytest.mark.parametrize("wanted", [CommitmentFilter(), WHOLE, *(one for _name, one in shipped_filters(2))])
def test_a_filter_that_is_kept_is_read_again_as_it_was(wanted: CommitmentFilter) -> None:
    assert read_criteria(written_criteria(wanted)) == wanted


def test_what_is_not_known_in_kept_criteria_is_passed_over() -> None:
    odd = "colour\tred\nkind\tnovel\nby\tnobody\nattention\tperhaps\nwords\tÉcluses  Night\n\n\t\nround_id"
    assert read_criteria(odd) == CommitmentFilter(words=("ecluses", "night"))


def test_a_filter_is_offered_only_where_all_it_names_is_there() -> None:
    dossier = invented_dossier()
    assert can_be_seen(WHOLE, dossier)
    assert can_be_seen(CommitmentFilter(mechanism_id=NO_MECHANISM), dossier)
    for elsewhere in ("round_id", "topic_id", "mechanism_id"):
        assert not can_be_seen(replace(WHOLE, **{elsewhere: "of another dialogue"}), dossier)


def test_what_both_sides_undertake_is_also_ours_and_theirs() -> None:
    dossier = invented_dossier()
    first, second, third, *_rest = dossier.commitments
    told = (replace(first, by_id="ostrava"), replace(second, by_id="lumen"), replace(third, by_id=None))
    rows = commitment_rows(replace(dossier, commitments=told), "en")
    assert [row.by for row in rows] == [OURS, THEIRS, BOTH]
    for by, codes in ((OURS, [0, 2]), (THEIRS, [1, 2]), (BOTH, [2])):
        passing = CommitmentFilter(by=by).passes
        assert [row.code for row in rows if passing(row)] == [told[place].code for place in codes]


@pytest.mark.parametrize("kind", ["", *CommitmentKind])
def test_every_commitment_has_its_column_and_every_state_of_a_ladder_leads_into_one(kind: str) -> None:
    columns = board_columns(kind)
    ids = [column.id for column in columns]
    assert len(set(ids)) == len(ids)
    for row in commitment_rows(invented_dossier(), "en"):
        if not kind or row.kind == kind:
            assert column_of(row, kind) in ids
    for own in [CommitmentKind(kind)] if kind else CommitmentKind:
        states = [state for column in columns for state in column.states_of(own)]
        assert sorted(states) == sorted(LADDERS[own])
    assert not columns[0].states


def test_a_cell_of_several_lines_is_one_cell_of_the_clipboard() -> None:
    copied = copied_rows(["Code", "Words"], [["R2-01", "A <b> &\n\tmore"]])
    assert copied.text() == "Code\tWords\nR2-01\tA <b> & more"
    assert "<td>A &lt;b&gt; &amp;\n\tmore</td>" in copied.html()
