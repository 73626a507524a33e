"""The memory across rounds: how wordings and instruments moved from source to source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, InstrumentState
from dialogue_prep.domain.ladder import Movement
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, WordingGrade
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.silence_matrix import SourceWord, silence_matrix
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.domain.topic import Objective
from dialogue_prep.services.lineage import Lineage
from dialogue_prep.services.sources import Sources, read_for_review
from dialogue_prep.services.workspace import Workspace

TERMS, RECORD = "terms-of-reference.txt", "joint-communique-2nd-dialogue-ottawa-2017.txt"


@pytest.fixture(params=[(TERMS, RECORD), (RECORD, TERMS)], ids=["terms first", "communiqué first"])
def both(request: pytest.FixtureRequest, read_in: Callable[..., Workspace], shared: Path) -> Workspace:
    return read_in(*(shared / "seeds" / name for name in request.param), home="Canada")


def coming(workspace: Workspace) -> str:
    with workspace.look() as work:
        return max(work.find(Round), key=lambda round_: round_.ordinal).id


def instrument(workspace: Workspace, word: str) -> Instrument:
    with workspace.look() as work:
        return next(one for one in work.find(Instrument) if word in one.title.read("en").casefold())


def test_instruments_move_along_their_life_by_what_sources_say(both: Workspace) -> None:
    assets = instrument(both, "forfeited")
    with both.look() as work:
        entries = sorted(work.find(InstrumentEntry, instrument_id=assets.id), key=lambda entry: entry.on is not None)
    assert [entry.state for entry in entries] == [InstrumentState.TEXT_AGREED, InstrumentState.SIGNED]
    assert assets.state is InstrumentState.SIGNED
    assert instrument(both, "combating crime").state is InstrumentState.RENEWAL_DUE
    assert instrument(both, "mutual legal assistance").state is InstrumentState.IN_FORCE


def test_the_wording_on_the_forfeited_assets_moved_and_nothing_else(both: Workspace) -> None:
    with both.look() as work:
        matrix = silence_matrix(work.dossier(coming(both)))
    states = {
        (type(row.subject).__name__, row.subject.number): word
        for row in matrix.rows
        if not isinstance(row.subject, Commitment)
        for word in row.words.values()
    }
    assert [key for key, word in states.items() if word is SourceWord.SILENT] == [
        ("Topic", 5),
        ("Objective", 4),
        ("Objective", 5),
    ]
    assert [key for key, word in states.items() if word is SourceWord.CHANGED] == [("Objective", 3)]


def test_the_ladder_of_an_instrument_has_every_source_that_speaks_of_it(both: Workspace) -> None:
    rungs = Lineage(both).ladder(coming(both), instrument(both, "forfeited").id, "en")
    assert [rung.movement for rung in rungs] == [Movement.FIRST, Movement.WEAKER]
    assert [rung.grade.name.read("en") for rung in rungs if rung.grade] == ["complete", "seek"]
    assert rungs[1].pieces


def test_what_was_only_spoken_of_stands_on_the_ladder_with_its_tone(both: Workspace) -> None:
    rungs = Lineage(both).ladder(coming(both), instrument(both, "extradition").id, "en")
    assert [rung.tones for rung in rungs] == [(), ("candid",)]


def test_the_ladder_of_an_objective_leads_to_the_commitment_in_line_with_it(both: Workspace) -> None:
    with both.look() as work:
        (third,) = work.find(Objective, number=3)
    rungs = Lineage(both).ladder(coming(both), third.id, "en")
    assert len(rungs) == 2
    with pytest.raises(NotFound):
        Lineage(both).ladder(coming(both), "nothing", "en")


def test_a_state_that_somebody_set_by_hand_stays(empty: Workspace, shared: Path) -> None:
    sources = Sources(empty)
    sources.take_in(sources.propose(read_for_review(shared / "seeds" / TERMS), "Canada"))
    with empty.request("Set") as work:
        (one,) = (i for i in work.find(Instrument) if "forfeited" in i.title.read("en").casefold())
        work.put(replace(one, state=InstrumentState.IN_FORCE))
    sources.take_in(sources.propose(read_for_review(shared / "seeds" / RECORD), "Canada"))
    assert instrument(empty, "forfeited").state is InstrumentState.IN_FORCE


def test_taking_a_source_in_gives_the_store_its_scale_of_wordings(both: Workspace) -> None:
    with both.look() as work:
        assert len(work.find(WordingGrade)) == len(Lineage(both).scale())


def test_a_link_is_made_changed_and_taken_away_and_each_can_be_undone(workspace: Workspace) -> None:
    lineage = Lineage(workspace)
    with workspace.request("Prepare") as work:
        work.remove(work.get(CommitmentLink, "link"))
        earlier = work.get(Commitment, "c1")
        later = work.put(replace(work.get(Commitment, "c3"), round_id="round-3"))  # type: ignore[arg-type]
    first = lineage.link(later, earlier.id, LinkKind.CONTINUES)
    changed = lineage.link(later, earlier.id, LinkKind.REFINES, seen=first)
    assert (changed.id, changed.kind) == (first.id, LinkKind.REFINES)
    lineage.unlink(changed)
    workspace.undo()
    with workspace.look() as work:
        assert work.find(CommitmentLink) == (changed,)


def test_a_commitment_takes_up_earlier_ones_only(workspace: Workspace) -> None:
    with workspace.look() as work:
        one, other = work.get(Commitment, "c1"), work.get(Commitment, "c2")
    with pytest.raises(UserError, match=r"R2-02 is no earlier commitment") as refused:
        Lineage(workspace).link(one, other.id, LinkKind.CONTINUES)
    assert refused.value.field == "earlier_id"


def test_a_step_by_hand_moves_the_instrument_and_is_undone_as_one(both: Workspace) -> None:
    treaty, lineage = instrument(both, "mutual legal assistance"), Lineage(both)
    lineage.add_step(treaty, InstrumentState.RENEWAL_DUE, date(2017, 12, 1), in_english("Our embassy’s note"))
    assert instrument(both, "mutual legal assistance").state is InstrumentState.RENEWAL_DUE
    both.undo()
    assert instrument(both, "mutual legal assistance") == treaty


@pytest.mark.parametrize(
    ("on", "evidence", "field"), [(date(2099, 1, 1), "a note", "on"), (date(2017, 1, 1), "", "evidence")]
)
def test_a_step_that_cannot_be_is_refused_at_its_field(both: Workspace, on: date, evidence: str, field: str) -> None:
    treaty = instrument(both, "mutual legal assistance")
    with pytest.raises(UserError) as refused:
        Lineage(both).add_step(treaty, InstrumentState.ENDED, on, in_english(evidence) if evidence else NOTHING)
    assert refused.value.field == field
    assert instrument(both, "mutual legal assistance") == treaty


def test_the_scale_of_wordings_is_changed_rung_by_rung_and_the_usual_one_comes_back(empty: Workspace) -> None:
    lineage = Lineage(empty)
    usual = lineage.scale()
    lineage.reword_grade(usual[1], "en", "Keep talking", "keep talking")
    changed = lineage.scale()
    assert [grade.name.read("en") for grade in changed][1] == "Keep talking"
    assert len(changed) == len(usual)
    with pytest.raises(NotFound):
        lineage.reword_grade(replace(usual[1], position=99), "en", "Beyond", "")
    lineage.reset_scale(changed)
    assert [(grade.name, grade.phrases) for grade in lineage.scale()] == [(one.name, one.phrases) for one in usual]
