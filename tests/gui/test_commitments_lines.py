"""Commitments as rows: how they stand, what a filter lets pass, what is shown of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, CommitmentState, RollUp, StatusEntry, Voice
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.pages.commitment_filters import filter_choices
from dialogue_prep.gui.pages.commitment_lines import commitment_shown
from dialogue_prep.gui.pages.commitments_lines import (
    NO_TOPIC,
    CommitmentFilter,
    CommitmentRow,
    commitment_rows,
    folded,
)
from tests.invented_dialogue import LAST_ROUND, invented_dossier

pytestmark = pytest.mark.usefixtures("qapp")

SINCE = date(2032, 1, 5)


def entry(number: int, state: CommitmentState, voice: Voice = Voice.OURS, on: date = SINCE) -> StatusEntry:
    return StatusEntry(
        id=f"entry-{number}-{voice}-{on}",
        commitment_id=f"c{number}",
        voice=voice,
        state=state,
        on=on,
        evidence=in_english("A letter."),
    )


def dossier(*entries: StatusEntry) -> Dossier:
    return replace(invented_dossier(), status_entries=entries)


def rows(*entries: StatusEntry) -> dict[str, CommitmentRow]:
    return {row.code: row for row in commitment_rows(dossier(*entries), "en")}


def passing(wanted: CommitmentFilter, *entries: StatusEntry) -> list[str]:
    return [code for code, row in rows(*entries).items() if wanted.passes(row)]


def test_a_row_says_how_it_stands_and_whose_word_that_is() -> None:
    found = rows(
        entry(1, CommitmentState.ACTIVE),
        entry(2, CommitmentState.MET, Voice.THEIRS),
        entry(3, CommitmentState.DISPUTED),
        entry(3, CommitmentState.IN_FORCE, Voice.JOINT),
    )
    statuses = [found[f"R2-0{number}"].status for number in range(1, 5)]
    assert statuses == ["active (ours)", "met (theirs, as stated)", "in force", "no word"]


def test_a_commitment_is_quiet_while_it_is_live_and_nothing_was_heard_since_the_round() -> None:
    found = rows(entry(1, CommitmentState.ACTIVE, on=LAST_ROUND), entry(2, CommitmentState.MET, on=LAST_ROUND))
    assert found["R2-01"].quiet
    assert found["R2-01"].rolled is RollUp.NO_WORD
    assert not found["R2-02"].quiet
    assert found["R2-02"].rolled is RollUp.CLOSED


def test_words_are_found_in_any_order_language_case_and_with_any_accents() -> None:
    assert folded("Écluses À L’ÉTÉ ẞ") == "ecluses a l’ete ss"
    assert passing(CommitmentFilter(words=("lock", "side"))) == ["R2-03"]
    assert passing(CommitmentFilter(words=("r2-04",))) == ["R2-04"]
    assert passing(CommitmentFilter(words=("letter", "may"))) == ["R2-04"]
    assert passing(CommitmentFilter(words=("nowhere",))) == []


def test_filters_go_together() -> None:
    attention = (entry(1, CommitmentState.DORMANT, on=LAST_ROUND), entry(2, CommitmentState.CHALLENGES))
    assert passing(CommitmentFilter(attention=True), *attention) == ["R2-01", "R2-02"]
    assert passing(CommitmentFilter(attention=True, quiet=True), *attention) == ["R2-01"]
    assert passing(CommitmentFilter(rolled=RollUp.ATTENTION), *attention) == ["R2-02"]
    assert passing(CommitmentFilter(kind=CommitmentKind.NORM)) == ["R2-03"]
    assert passing(CommitmentFilter(topic_id=NO_TOPIC)) == ["R2-04"]
    assert passing(CommitmentFilter(topic_id="water")) == ["R2-02", "R2-03"]
    assert passing(CommitmentFilter(round_id="round-1")) == []


def test_codes_are_in_the_order_of_their_rounds() -> None:
    commitments = [
        replace(one, code=code)
        for one, code in zip(invented_dossier().commitments, ("R10-01", "R2-02", "R2-11", "R9-01"), strict=True)
    ]
    found = commitment_rows(replace(invented_dossier(), commitments=tuple(commitments)), "en")
    assert [row.code for row in sorted(found, key=lambda row: row.order)] == ["R2-02", "R2-11", "R9-01", "R10-01"]


def test_only_rounds_with_commitments_can_be_chosen() -> None:
    choices = filter_choices(invented_dossier(), "en")
    assert choices.rounds == (("round-2", "Round 2"),)
    assert choices.last_round == 2


def test_the_detail_says_where_the_words_stand_and_what_was_said_by_whom() -> None:
    seen = dossier(entry(1, CommitmentState.ACTIVE), entry(1, CommitmentState.DORMANT, Voice.THEIRS, date(2031, 9, 1)))
    shown = commitment_shown(seen, seen.commitment("c1"), "en")
    assert (shown.place, shown.source) == ("Paragraph 1", "Joint Communiqué of the Second Round")
    assert shown.standing == (
        ("ours", "active, 5 January 2032"),
        ("theirs, as stated", "dormant, 1 September 2031"),
        ("joint", "no word"),
    )
    assert [line.words for line in shown.entries] == ["active: A letter.", "dormant: A letter."]
    assert [state for state, _words in shown.states] == [
        CommitmentState.ACTIVE,
        CommitmentState.DORMANT,
        CommitmentState.CONCLUDED,
    ]
    assert shown.instruments == ("Extradition Treaty",)
    assert [leads.name for leads in shown.leads] == ["Ostrava", "Lumen"]


def test_a_commitment_without_a_source_shows_its_reference() -> None:
    seen = dossier()
    shown = commitment_shown(seen, seen.commitment("c4"), "en")
    assert (shown.place, shown.source) == ("", "letter of May 2031")


def test_a_proposed_topic_is_said_to_be_one() -> None:
    seen = dossier()
    assert commitment_shown(seen, seen.commitment("c3"), "en").proposed
    assert not commitment_shown(seen, seen.commitment("c1"), "en").proposed
    assert rows()["R2-03"].topic.endswith("(proposed)")
