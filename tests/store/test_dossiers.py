"""A dossier is read at one moment, holds what belongs to its round alone, and lists it in the order people expect."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from dialogue_prep.domain.agenda import Agenda, AgendaItem
from dialogue_prep.domain.commitment import Commitment, CommitmentState, StatusEntry, Voice, latest
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, SourceParagraph, Subject
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import LAST_ROUND, invented_dossier


def test_a_dossier_holds_what_was_kept(workspace: Workspace) -> None:
    expected = invented_dossier()
    with workspace.look() as work:
        dossier = work.dossier("round-3")
    for field in fields(expected):
        wanted, found = getattr(expected, field.name), getattr(dossier, field.name)
        if isinstance(wanted, tuple):
            assert all(value in found for value in wanted), field.name
        elif wanted is not None:
            assert found == wanted, field.name


def test_a_round_that_is_gone_is_told(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match=r"^This round is no longer there\.$"), workspace.look() as work:
        work.dossier("nowhere")


def test_what_belongs_to_another_round_or_dialogue_is_left_out(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        work.put(Dialogue(id="other", designation=in_english("Other")))
        work.put(Topic(id="of-other", dialogue_id="other", number=1, title=in_english("Fish")))
        work.put(replace(work.get(Round, "round-3"), id="round-4", ordinal=4))
        work.put(replace(work.get(Agenda, "agenda"), id="agenda-4", round_id="round-4"))
        work.put(replace(work.get(AgendaItem, "opening"), id="opening-4", agenda_id="agenda-4"))
        work.put(replace(work.get(Delegate, "head"), id="head-4", round_id="round-4"))
    with workspace.look() as work:
        third, fourth = work.dossier("round-3"), work.dossier("round-4")
    assert "of-other" not in {topic.id for topic in third.topics}
    assert (third.agenda and third.agenda.id, fourth.agenda and fourth.agenda.id) == ("agenda", "agenda-4")
    assert [item.id for item in fourth.items] == ["opening-4"]
    assert "opening-4" not in {item.id for item in third.items}
    assert [delegate.id for delegate in fourth.delegates] == ["head-4"]
    assert third.rounds == fourth.rounds


def test_another_name_belongs_to_the_dialogue_whether_a_source_uses_it_or_not(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        work.put(Dialogue(id="other", designation=in_english("Other")))
        topic = work.dossier("round-3").topics[0]
        work.put(Alias(id="ours", subject=Subject.TOPIC, subject_id=topic.id, name=in_english("Waters")))
        work.put(Alias(id="of-other", subject=Subject.DIALOGUE, subject_id="other", name=in_english("Another")))
    with workspace.look() as work:
        names = {alias.id for alias in work.dossier("round-3").aliases}
    assert "ours" in names
    assert "of-other" not in names


def test_a_dossier_knows_how_each_of_its_sources_numbers_its_paragraphs(workspace: Workspace) -> None:
    said = ("Joint Communiqué", "1. They agreed to meet.", "Floods", "2. They agreed to count.", "3. They went home.")
    with workspace.request("Add") as work:
        record = work.dossier("round-3").sources[0]
        numbered, plain = work.put(replace(record, id="numbered")), work.put(replace(record, id="plain"))
        work.put(Dialogue(id="other", designation=in_english("Other")))
        work.put(replace(record, id="of-other", dialogue_id="other"))
        for source_id, words in ((numbered.id, said), (plain.id, said[:1] * 12), ("of-other", said)):
            for number, paragraph in enumerate(words, 1):
                work.put(
                    SourceParagraph(id=f"{source_id}-{number}", source_id=source_id, number=number, words=paragraph)
                )
    with workspace.look() as work:
        dossier = work.dossier("round-3")
    assert [dossier.number_of(numbered.id, place) for place in range(1, 6)] == [1, 1, 1, 2, 3]
    assert dossier.number_of(plain.id, 11) == 11
    assert list(dossier.paragraph_numbers) == [numbered.id]


def test_the_newest_version_of_an_agenda_counts(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        work.put(replace(work.get(Agenda, "agenda"), id="second", version=2))
    with workspace.look() as work:
        dossier = work.dossier("round-3")
    assert dossier.agenda is not None
    assert (dossier.agenda.id, dossier.items) == ("second", ())


def test_what_has_an_order_is_in_it(workspace: Workspace) -> None:
    with workspace.look() as work:
        dossier = work.dossier("round-3")
    assert [topic.number for topic in dossier.topics] == [1, 2, 3]
    assert [round_.ordinal for round_ in dossier.rounds] == [1, 2, 3]
    assert [commitment.code for commitment in dossier.commitments] == ["R2-01", "R2-02", "R2-03", "R2-04"]
    assert [item.position for item in dossier.items] == [1, 2, 3, 4, 5, 6]
    assert [marking.rank for marking in dossier.markings] == [1, 2]
    assert [entity.id for entity in dossier.entities_of(dossier.home)] == ["courts", "waters"]


def test_commitments_of_the_tenth_round_stand_behind_those_of_the_second(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        first = work.get(Commitment, "c1")
        work.put(replace(first, id="tenth", code="R10-01"))
        work.put(replace(first, id="hundredth", code="R2-100"))
    with workspace.look() as work:
        codes = [commitment.code for commitment in work.dossier("round-3").commitments]
    assert codes == ["R2-01", "R2-02", "R2-03", "R2-04", "R2-100", "R10-01"]


def test_of_two_entries_of_one_day_the_later_made_counts_also_after_undo_and_redo(workspace: Workspace) -> None:
    day = LAST_ROUND + timedelta(days=9)
    for id_, state in (("z", CommitmentState.ON_TRACK), ("m", CommitmentState.CHALLENGES), ("a", CommitmentState.MET)):
        with workspace.request("Add a status") as work:
            work.put(StatusEntry(id=id_, commitment_id="c2", voice=Voice.OURS, state=state, on=day))

    def counts() -> str:
        with workspace.look() as work:
            dossier, commitment = work.dossier("round-3"), work.get(Commitment, "c2")
        entry = latest(dossier.entries_of(commitment), Voice.OURS)
        assert entry is not None
        return entry.id

    assert counts() == "a"
    workspace.undo()
    assert counts() == "m"
    workspace.undo()
    workspace.redo()
    workspace.redo()
    assert counts() == "a"
