"""A store that has grown ten times is nearly as quick; only a dossier grows, as its records do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import Commitment, CommitmentKind, StatusEntry, Voice
from dialogue_prep.domain.commitment import CommitmentState as State
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.source import Citation, CitationRole, Subject
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import LAST_ROUND, invented_dialogue

# A store is measured by many calls at once: one is too short to be timed.
CALLS = 20

# As the user has it: a request waits for the disk.
pytestmark = pytest.mark.usefixtures("as_shipped")


def grown(records: int) -> Iterator[Identified]:
    """Yield so many records that a dossier holds: commitments, what became of them, and where they stand."""
    for number in range(records // 4):
        yield Commitment(
            id=f"grown-{number}",
            dialogue_id="dialogue",
            round_id="round-2",
            code=f"R2-{number + 10:04}",
            wording=in_english(f"The sides agreed to continue measure {number} on the waters of both states."),
            action=in_english(f"continue measure {number}"),
            kind=CommitmentKind.CONTINUING,
            topic_id="water",
            source_id="record",
            paragraph=1,
        )
        for voice in (Voice.OURS, Voice.THEIRS):
            yield StatusEntry(
                id=f"status-{voice}-{number}",
                commitment_id=f"grown-{number}",
                voice=voice,
                state=State.ACTIVE,
                on=LAST_ROUND,
            )
        yield Citation(
            id=f"cited-{number}",
            source_id="record",
            subject=Subject.COMMITMENT,
            subject_id=f"grown-{number}",
            role=CitationRole.STATES,
            paragraph=1,
        )


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Workspace]]:
    """Yield a store of 500 records and one of 5,000."""
    folder = tmp_path_factory.mktemp("grown")
    paths = [made_store(folder / f"{n}.store", (*invented_dialogue(), *grown(n))) for n in (500, 5000)]
    small, large = (Database(Path(path)) for path in paths)
    yield workspace_of(small), workspace_of(large)
    small.close()
    large.close()


def rename(workspace: Workspace) -> None:
    with workspace.look() as work:
        number = work.get(Topic, "water").number
    with workspace.request("Number") as work:
        work.put(replace(work.get(Topic, "water"), number=3 + number % 7))


def requests(workspace: Workspace) -> Callable[[], None]:
    def run() -> None:
        for _ in range(CALLS):
            rename(workspace)

    return run


def undone_and_redone(workspace: Workspace) -> Callable[[], None]:
    def run() -> None:
        for _ in range(CALLS // 2):
            workspace.undo()
            workspace.redo()

    return run


def dossiers(workspace: Workspace) -> Callable[[], None]:
    def run() -> None:
        with workspace.look() as work:
            work.dossier("round-3")

    return run


def searches(workspace: Workspace) -> Callable[[], None]:
    def run() -> None:
        with workspace.look() as work:
            for number in range(CALLS):
                work.search(f"measure {number}", limit=20)

    return run


Race = Callable[..., None]
Stores = tuple[Workspace, Workspace]


def test_a_request_does_not_grow_with_the_store(race: Race, stores: Stores) -> None:
    small, large = stores
    race("a request at 5,000 records against 500", limit=1.5, ours=requests(large), floor=requests(small))


def test_undo_does_not_grow_with_the_store(race: Race, stores: Stores) -> None:
    small, large = stores
    for workspace in stores:
        rename(workspace)
    ours, floor = undone_and_redone(large), undone_and_redone(small)
    race("undo and redo at 5,000 records against 500", limit=1.5, ours=ours, floor=floor)


def test_reading_a_dossier_grows_no_faster_than_its_records(race: Race, stores: Stores) -> None:
    small, large = stores
    race("a dossier of 5,000 records against 500", limit=12, ours=dossiers(large), floor=dossiers(small))


def test_search_grows_more_slowly_than_the_store(race: Race, stores: Stores) -> None:
    small, large = stores
    race("search in 5,000 records against 500", limit=6, ours=searches(large), floor=searches(small))
