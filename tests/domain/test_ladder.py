"""Wordings on one matter stand beside each other, source after source."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.differences import Piece, PieceKind, differences, tokens
from dialogue_prep.domain.identity import DialogueId, SourceId
from dialogue_prep.domain.ladder import Movement, Statement, ladder
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.system.phrasebook import phrasebook, usual_scale


def statement(words: str, year: int | None, paragraph: int = 1) -> Statement:
    source = Source(
        id=SourceId(f"s{year}"),
        dialogue_id=DialogueId("d"),
        kind=SourceKind.JOINT_RECORD if year else SourceKind.TERMS_OF_REFERENCE,
        title=in_english("Record"),
        dated=date(year, 5, 1) if year else None,
    )
    return Statement(words=in_english(words), source=source, paragraph=paragraph)


def movements(*statements: Statement) -> list[Movement]:
    return [rung.movement for rung in ladder(statements, usual_scale(), phrasebook(), "en")]


def test_each_wording_is_compared_with_the_one_before_whatever_order_they_come_in() -> None:
    newest, first = statement("They will sign the pact.", 2033), statement("Start discussions on a pact.", None)
    middle = statement("They agreed to strengthen work on the pact.", 2031)
    rungs = ladder((newest, first, middle), usual_scale(), phrasebook(), "en")
    assert [rung.statement for rung in rungs] == [first, middle, newest]
    assert [rung.movement for rung in rungs] == [Movement.FIRST, Movement.STRONGER, Movement.STRONGER]


def test_a_wording_can_become_weaker_stay_or_be_said_in_other_words() -> None:
    assert movements(
        statement("They will sign the pact.", 2030),
        statement("They will discuss the pact.", 2031),
        statement("They will discuss the pact.", 2032),
        statement("They had talks on the pact.", 2033),
        statement("The pact is long.", 2034),
    ) == [Movement.FIRST, Movement.WEAKER, Movement.SAME, Movement.REWORDED, Movement.REWORDED]


@pytest.mark.parametrize("movement", Movement)
def test_only_a_stronger_or_weaker_wording_has_moved(movement: Movement) -> None:
    assert movement.moved is (movement in {Movement.STRONGER, Movement.WEAKER})


def test_the_words_that_differ_are_shown() -> None:
    (_first, second) = ladder(
        (statement("They seek a pact.", 2030), statement("They sign a pact.", 2031)),
        usual_scale(),
        phrasebook(),
        "en",
    )
    assert second.pieces == (
        Piece(PieceKind.SAME, "They "),
        Piece(PieceKind.REMOVED, "seek"),
        Piece(PieceKind.ADDED, "sign"),
        Piece(PieceKind.SAME, " a pact."),
    )


def test_chinese_differs_by_character() -> None:
    assert differences("双方同意签署协定", "双方同意批准协定") == (
        Piece(PieceKind.SAME, "双方同意"),
        Piece(PieceKind.REMOVED, "签署"),
        Piece(PieceKind.ADDED, "批准"),
        Piece(PieceKind.SAME, "协定"),
    )


@given(st.text(), st.text())
def test_the_pieces_are_both_texts_again(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(p.words for p in pieces if p.kind is not PieceKind.ADDED) == before
    assert "".join(p.words for p in pieces if p.kind is not PieceKind.REMOVED) == after
    assert all(p.words for p in pieces)
    assert "".join(tokens(before)) == before
