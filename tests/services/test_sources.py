"""Reading in: both sources of the model case, in either order, make the dialogue that the starter has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.post import Person, Post, PostRole
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.silence import last_record, silent_objectives, silent_topics
from dialogue_prep.domain.source import Alias, Source, SourceParagraph, Subject
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.joining.join import Proposal
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.sources import Sources, read_for_review
from dialogue_prep.services.workspace import Workspace
from tests.invented import everything, kept

V = TypeVar("V", bound=Identified)
Read = Callable[..., Workspace]

TERMS, RECORD = "terms-of-reference.txt", "joint-communique-2nd-dialogue-ottawa-2017.txt"

in_either_order = pytest.mark.parametrize(
    "names", [(TERMS, RECORD), (RECORD, TERMS)], ids=["terms first", "communiqué first"]
)
# As PRODUCT has them: code, kind, number of the topic.
AGREED = [
    ("R2-01", "continuing", 4),
    ("R2-02", "discussion", 4),
    ("R2-03", "continuing", 4),
    ("R2-04", "continuing", 4),
    ("R2-05", "continuing", 5),
    ("R2-06", "continuing", 1),
    ("R2-07", "norm", 2),
    ("R2-08", "scheduling", None),
]


def take_in(workspace: Workspace, *paths: Path, home: str = "") -> list[Proposal]:
    sources = Sources(workspace)
    proposals = []
    for path in paths:
        proposals.append(sources.propose(read_for_review(path), home))
        sources.take_in(proposals[-1])
    return proposals


def all_of(workspace: Workspace, kind: type[V]) -> list[V]:
    with workspace.look() as work:
        return list(work.find(kind))


def third_round(workspace: Workspace) -> Dossier:
    rounds, dialogue = Rounds(workspace), Dialogues(workspace).one()
    return rounds.dossier(rounds.plan(dialogue.id, Plan()).id)


def told(dossier: Dossier) -> dict[str, object]:
    """Return what of a round must not depend on where it comes from."""
    return {
        "round": (dossier.round.ordinal, dossier.round.year, dossier.round.start, dossier.round.status.value),
        "host": (dossier.host.name.read("en"), dossier.round.city.read("en"), dossier.round.time_zone),
        "home": dossier.home.name.read("en"),
        "items": [
            (
                slot.number,
                slot.item.kind.value,
                slot.item.title.read("en"),
                slot.item.minutes,
                [commitment.code for commitment in dossier.commitments_of(slot.item)],
            )
            for slot in dossier.slots
        ],
        "heads": sorted(dossier.person(delegate.person_id).name.read("en") for delegate in dossier.delegates),
    }


@pytest.fixture
def seeds(shared: Path) -> Path:
    return shared / "seeds"


@in_either_order
def test_both_sources_make_one_dialogue(read_in: Read, seeds: Path, names: tuple[str, str]) -> None:
    workspace = read_in(*(seeds / name for name in names), home="Canada")
    counts = {
        kind: len(all_of(workspace, kind)) for kind in (Dialogue, Side, Source, Topic, Mechanism, Objective, Person)
    }
    assert list(counts.values()) == [1, 2, 2, 6, 5, 5, 2]
    chairs = [post for post in all_of(workspace, Post) if post.role is PostRole.CO_CHAIR]
    assert len({post.side_id for post in chairs}) == len(chairs) == 2
    assert {side.name.read("en"): side.home for side in all_of(workspace, Side)} == {"Canada": True, "China": False}
    assert sorted(round_.ordinal for round_ in all_of(workspace, Round)) == [2, 3]


@in_either_order
def test_what_was_agreed_is_found_with_its_kinds_and_topics(read_in: Read, seeds: Path, names: tuple[str, str]) -> None:
    workspace = read_in(*(seeds / name for name in names))
    numbers: dict[str | None, int] = {topic.id: topic.number for topic in all_of(workspace, Topic)}
    commitments = sorted(all_of(workspace, Commitment), key=lambda commitment: commitment.code)
    assert [(c.code, c.kind.value, numbers.get(c.topic_id)) for c in commitments] == AGREED
    assert [c.code for c in commitments if c.topic_id and not c.topic_confirmed] == ["R2-05"]


@in_either_order
def test_the_wording_of_a_commitment_stands_in_its_source(read_in: Read, seeds: Path, names: tuple[str, str]) -> None:
    workspace = read_in(*(seeds / name for name in names))
    paragraphs = {(p.source_id, p.number): p.words for p in all_of(workspace, SourceParagraph)}
    for commitment in all_of(workspace, Commitment):
        assert commitment.source_id is not None
        assert commitment.paragraph is not None
        there = paragraphs[commitment.source_id, commitment.paragraph]
        assert there[commitment.start : commitment.end] == commitment.wording.read("en")


@in_either_order
def test_silence_is_exactly_topic_five_and_objectives_four_and_five(
    read_in: Read, seeds: Path, names: tuple[str, str]
) -> None:
    workspace = read_in(*(seeds / name for name in names))
    dossier = third_round(workspace)
    record = last_record(dossier)
    assert record is not None
    assert [topic.number for topic in silent_topics(dossier, record)] == [5]
    assert [objective.number for objective in silent_objectives(dossier, record)] == [4, 5]


@in_either_order
def test_names_that_have_drifted_are_aliases(read_in: Read, seeds: Path, names: tuple[str, str]) -> None:
    workspace = read_in(*(seeds / name for name in names))
    called: dict[Subject, set[str]] = {}
    for alias in all_of(workspace, Alias):
        called.setdefault(alias.subject, set()).add(alias.subject_id)
    assert len(called[Subject.POST]) == 2, "the offices of both co-chairs"
    forfeited = [one.id for one in all_of(workspace, Instrument) if "forfeited" in one.title.read("en").casefold()]
    assert len(forfeited) == 1
    assert forfeited[0] in called[Subject.INSTRUMENT]


@in_either_order
def test_the_third_round_is_that_of_the_starter(
    read_in: Read, starter: Workspace, seeds: Path, names: tuple[str, str]
) -> None:
    workspace = read_in(*(seeds / name for name in names), home="Canada")
    ours, theirs = told(third_round(workspace)), told(third_round(starter))
    for part, said in theirs.items():
        assert ours[part] == said, part


@in_either_order
def test_reading_the_same_file_twice_adds_nothing(read_in: Read, seeds: Path, names: tuple[str, str]) -> None:
    paths = [seeds / name for name in names]
    workspace = read_in(*paths, home="Canada")
    before = kept(workspace)
    again = take_in(workspace, *paths, home="Canada")
    assert [proposal.changes for proposal in again] == [(), ()]
    assert [sum(proposal.unchanged.values()) > 10 for proposal in again] == [True, True]
    assert kept(workspace) == before


@in_either_order
def test_each_source_is_one_step(empty: Workspace, seeds: Path, names: tuple[str, str]) -> None:
    first, second = (seeds / name for name in names)
    take_in(empty, first)
    with empty.look() as work:
        before = everything(work)
    take_in(empty, second)
    empty.undo()
    with empty.look() as work:
        assert everything(work) == before
    empty.undo()
    with empty.look() as work:
        assert not any(everything(work).values())


@in_either_order
def test_the_originals_join_the_starter_and_add_nothing_that_is_there(
    starter: Workspace, seeds: Path, names: tuple[str, str]
) -> None:
    kinds = (Dialogue, Side, Commitment, Post, Person, Topic, Mechanism, Objective, Instrument, Round, Source)
    before = {kind: len(all_of(starter, kind)) for kind in kinds}
    wordings = {c.code: c.wording for c in all_of(starter, Commitment)}
    round_before = told(third_round(starter))
    proposals = take_in(starter, *(seeds / name for name in names))
    assert {kind: len(all_of(starter, kind)) for kind in kinds} == before
    assert all(proposal.added()[kind] == 0 for proposal in proposals for kind in kinds)
    assert {c.code: c.wording for c in all_of(starter, Commitment)} == wordings, "a wording never changes"
    assert all(source.held for source in all_of(starter, Source))
    assert told(third_round(starter)) == round_before


def test_reading_stores_nothing_until_it_is_taken_in(empty: Workspace, seeds: Path) -> None:
    before = kept(empty)
    proposal = Sources(empty).propose(read_for_review(seeds / RECORD))
    assert proposal.changes
    assert kept(empty) == before


def test_an_unknown_home_side_is_refused(empty: Workspace, seeds: Path) -> None:
    before, source = kept(empty), read_for_review(seeds / TERMS)
    with pytest.raises(UserError, match="“Norway” is no side of this dialogue; its sides are"):
        Sources(empty).propose(source, "Norway")
    assert kept(empty) == before


def test_a_store_begins_with_the_markings_of_the_home_side(empty: Workspace, seeds: Path) -> None:
    take_in(empty, seeds / TERMS, home="Canada")
    assert "PROTECTED A" in {marking.name.read("en") for marking in all_of(empty, Marking)}
