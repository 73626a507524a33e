"""Three copies, whatever is changed in them and however bundles go between them, are equal in the end."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemLead
from dialogue_prep.domain.commitment import Commitment, CommitmentKind, CommitmentLead, StatusEntry
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.exchange import Strand
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Citation, Source
from dialogue_prep.domain.text import NOTHING, in_english
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.history import History
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.exchange_following import follow
from dialogue_prep.store.exchange_rows import read_own
from dialogue_prep.store.exchange_showing import STAYING
from dialogue_prep.store.kinds import KINDS
from tests.conftest import Tally
from tests.invented import NOON, made_store, numbered_ids
from tests.invented_dialogue import invented_dialogue

COPIES = ("a", "b", "c")
# The clocks of the three do not agree.
SLOW = {"a": timedelta(0), "b": timedelta(hours=-3), "c": timedelta(minutes=20)}

# What the acts change, and what names it: so few that two thousand examples take no longer than they have to.
BEGUN_WITH = frozenset({
    Dialogue, Side, Entity, Topic, Mechanism, Objective, Source, Citation, Round, Milestone,
    Commitment, CommitmentLead, StatusEntry, Agenda, AgendaItem, AgendaItemLead,
})  # fmt: skip

Act = Callable[[Workspace, int], object]
Step = tuple[str, str, Any, int]


def workspace_on(path: Path, name: str) -> Workspace:
    """Return the workspace of somebody on a copy."""
    moments = numbered_ids()

    def now() -> Any:
        return NOON - SLOW[name] + timedelta(milliseconds=int(moments().split("-")[1]))

    return Workspace(Database(path), who=f"{name.upper()} Example", now=now, new_id=numbered_ids(name))


@dataclass(frozen=True)
class Three:
    """Three copies open, in a folder in which their bundles are."""

    folder: Path
    workspaces: dict[str, Workspace]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """Yield three copies of which two have taken in all that the first had."""
    folder = tmp_path_factory.mktemp("three")
    values = (one for one in invented_dialogue() if type(one) in BEGUN_WITH)
    made_store(folder / "a.store", values)
    for name in ("b", "c"):
        made_store(folder / f"{name}.store")
    opened = Three(folder, {name: workspace_on(folder / f"{name}.store", name) for name in COPIES})
    hand_over(opened, "a", "b")
    hand_over(opened, "a", "c")
    for name in COPIES:
        shutil.copy(folder / f"{name}.store", folder / f"{name}.first")
    yield opened
    for workspace in opened.workspaces.values():
        workspace.database.close()


def hand_over(three: Three, giver: str, taker: str) -> None:
    """Have one copy make a bundle for another that knows what it holds, and that take it in."""
    bundle = three.folder / f"{giver}{taker}-{len(list(three.folder.glob('*.bundle')))}.bundle"
    giving = Bundles(three.workspaces[giver])
    taker_id = Bundles(three.workspaces[taker]).own().id
    known = next((copy for copy in giving.copies() if copy.id == taker_id), None)
    giving.make(Recipient(copy=known), bundle)
    take_in(three.workspaces[taker], bundle)


def take_in(workspace: Workspace, bundle: Path) -> None:
    bundles = Bundles(workspace)
    bundles.take(bundles.report(bundle), trusted=True)


def some(workspace: Workspace, kind: type[Any], number: int) -> Any:
    with workspace.look() as work:
        found = sorted(work.find(kind), key=lambda value: value.id)
    if not found:
        raise UserError("There is none left.")
    return found[number % len(found)]


def put(workspace: Workspace, value: Identified) -> None:
    with workspace.request("Put") as work:
        work.put(value)


def reword(workspace: Workspace, number: int) -> None:
    topic = some(workspace, Topic, number)
    put(workspace, replace(topic, title=topic.title.reworded(("en", "fr")[number % 2], f"words {number}")))


def renumber(workspace: Workspace, number: int) -> None:
    put(workspace, replace(some(workspace, Topic, number), number=number + 1))


def empty_a_language(workspace: Workspace, number: int) -> None:
    topic = some(workspace, Topic, number)
    kept = tuple(wording for wording in topic.title if wording.language != ("en", "fr")[number % 2])
    put(workspace, replace(topic, title=type(topic.title)(kept)))


def move(workspace: Workspace, number: int) -> None:
    one = some(workspace, Round, number)
    start = date(2030, 1, 1) + timedelta(days=100 * number)
    put(workspace, replace(one, start=start, end=start + timedelta(days=number % 3), year=start.year))


def end_later(workspace: Workspace, number: int) -> None:
    one = some(workspace, Round, number)
    put(workspace, replace(one, end=date(2030, 1, 1) + timedelta(days=100 * number)))


def remove(kind: type[Identified]) -> Act:
    def act(workspace: Workspace, number: int) -> None:
        value = some(workspace, kind, number)
        with workspace.request("Remove") as work:
            work.remove_whole(value)

    return act


def agree(workspace: Workspace, number: int) -> None:
    topic, meeting = some(workspace, Topic, number), some(workspace, Round, number)
    put(
        workspace,
        Commitment(
            id=workspace.new_id(),
            dialogue_id=topic.dialogue_id,
            round_id=meeting.id,
            code=f"R-{number}",
            wording=in_english(f"to go on {number}"),
            action=NOTHING,
            kind=CommitmentKind.CONTINUING,
            topic_id=topic.id,
            reference="a letter",
        ),
    )


def put_back(workspace: Workspace, number: int) -> None:
    history = History(workspace)
    removed = history.removed()
    if removed:
        history.put_back_removed(removed[number % len(removed)])


def undo(workspace: Workspace, number: int) -> None:
    workspace.undo()


ACTS: tuple[Act, ...] = (
    reword,
    renumber,
    empty_a_language,
    move,
    end_later,
    remove(Topic),
    remove(Round),
    remove(Commitment),
    remove(Entity),
    agree,
    put_back,
    undo,
)

copies = st.sampled_from(COPIES)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("change"), copies, st.sampled_from(range(len(ACTS))), st.integers(0, 9)),
        st.tuples(st.just("change"), copies, st.sampled_from(range(len(ACTS))), st.integers(0, 9)),
        st.tuples(st.just("hand over"), copies, copies, st.just(0)),
        st.tuples(st.just("take again"), copies, st.integers(0, 9), st.just(0)),
    ),
    max_size=12,
)


# Both reword and remove; an old bundle comes once more after all was taken back; two changes that cannot be together.
STORIES: tuple[tuple[Step, ...], ...] = (
    (
        ("change", "a", ACTS.index(reword), 2),
        ("change", "b", ACTS.index(reword), 2),
        ("hand over", "b", "c", 0),
        ("change", "c", 5, 2),
        ("hand over", "a", "c", 0),
        ("change", "c", ACTS.index(put_back), 0),
    ),
    (
        ("change", "b", ACTS.index(undo), 0),
        ("change", "a", ACTS.index(agree), 1),
        ("hand over", "a", "b", 0),
        ("take again", "b", 0, 0),
    ),
    (
        ("change", "b", ACTS.index(move), 4),
        ("change", "c", ACTS.index(end_later), 1),
        ("hand over", "b", "c", 0),
        ("change", "a", 6, 1),
    ),
)


@pytest.mark.torture
@pytest.mark.minutes(20)
@given(steps=steps)
def test_copies_are_equal_in_the_end_whatever_was_done_in_whatever_order(
    three: Three, tally: Tally, steps: list[Step]
) -> None:
    converges(three, steps)
    tally("three copies of a store, equal in the end", tries=1, lost=0)


@pytest.mark.parametrize("story", STORIES, ids=["both change one", "taken back and again", "cannot be together"])
def test_copies_are_equal_in_the_end(three: Three, story: tuple[Step, ...]) -> None:
    converges(three, story)


def converges(three: Three, steps: Iterable[Step]) -> None:
    begin_anew(three)
    for step in steps:
        with contextlib.suppress(UserError):
            do(three, *step)
    for giver, taker in ("ab", "bc", "ca", "ab"):
        hand_over(three, giver, taker)
    first, *others = (state(three.workspaces[name]) for name in COPIES)
    for other in others:
        assert other == first
    for workspace in three.workspaces.values():
        with workspace.look() as work:
            assert work.connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def do(three: Three, what: str, name: str, other: Any, number: int) -> None:
    """Do one step of what may happen."""
    if what == "change":
        ACTS[other](three.workspaces[name], number)
    elif what == "hand over" and name != other:
        hand_over(three, name, other)
    elif what == "take again" and (bundles := sorted(three.folder.glob(f"?{name}-*.bundle"))):
        take_in(three.workspaces[name], bundles[other % len(bundles)])


def begin_anew(three: Three) -> None:
    """Put the copies back to what they were first; what an engine has compiled is kept, which takes longest."""
    for name, workspace in three.workspaces.items():
        workspace.database.close()
        shutil.copy(three.folder / f"{name}.first", three.folder / f"{name}.store")
    for bundle in three.folder.glob("*.bundle"):
        bundle.unlink()


def state(workspace: Workspace) -> tuple[dict[str, Identified], dict[str, Strand]]:
    """Return the records that travel, and what is known of every one that ever was."""
    with workspace.look() as work:
        records = {value.id: value for kind in KINDS if kind not in STAYING for value in work.find(kind)}
        own = read_own(work.connection)
        assert own is not None
        followed = follow(work.connection, own, records)
    assert not followed.changed
    return records, followed.strands
