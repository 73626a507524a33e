"""What goes into a bundle, what is refused, and how two copies that changed the same are told side by side."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.domain.commitment import Commitment, StatusEntry
from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.purging import Purging
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.exchange_rows import read_own
from dialogue_prep.store.signing import sign
from tests.invented import NOON, everything, made_store, workspace_of

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    """Yield an empty store, as somebody in a ministry has it."""
    database = Database(made_store(tmp_path / "laptop.store"))
    yield workspace_of(database, prefix="laptop")
    database.close()


@pytest.fixture
def bundle(workspace: Workspace, tmp_path: Path) -> Path:
    """Return a bundle with all that travels."""
    Bundles(workspace).make(Recipient(), tmp_path / "all.bundle")
    return tmp_path / "all.bundle"


def take(workspace: Workspace, bundle: Path) -> None:
    bundles = Bundles(workspace)
    bundles.take(bundles.report(bundle), trusted=True)


def sent(giver: Workspace, taker: Workspace, path: Path) -> None:
    """Have a copy answer the only other one that it knows."""
    bundles = Bundles(giver)
    bundles.make(bundles.recipient(), path)
    take(taker, path)


def put(workspace: Workspace, *values: Identified) -> None:
    with workspace.request("Put") as work:
        for value in values:
            work.put(value)


def topic(workspace: Workspace) -> Topic:
    with workspace.look() as work:
        return work.get(Topic, "water")


def test_a_bundle_makes_an_empty_store_one_of_several_copies(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    put(laptop, replace(topic(laptop), number=8))
    put(workspace, replace(topic(workspace), title=in_english("Rivers and lakes")))
    sent(laptop, workspace, tmp_path / "back.bundle")
    sent(workspace, laptop, tmp_path / "again.bundle")
    assert topic(workspace) == topic(laptop)
    assert (topic(laptop).number, topic(laptop).title) == (8, in_english("Rivers and lakes"))


def test_the_same_bundle_twice_changes_nothing(laptop: Workspace, bundle: Path) -> None:
    take(laptop, bundle)
    with laptop.look() as work:
        before, steps = everything(work), len(work.history(limit=10_000))
    assert Bundles(laptop).report(bundle).changes_nothing
    take(laptop, bundle)
    with laptop.look() as work:
        assert (everything(work), len(work.history(limit=10_000))) == (before, steps)


def test_a_bundle_never_takes_the_place_of_the_store(laptop: Workspace, tmp_path: Path) -> None:
    store = laptop.database.path
    before = store.read_bytes()
    with pytest.raises(UserError, match="is there already"):
        Bundles(laptop).make(Recipient(), tmp_path / "." / store.name)
    assert store.read_bytes() == before


def test_only_what_the_other_does_not_know_is_in_the_next_bundle(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    put(laptop, replace(topic(laptop), number=8))
    back = Bundles(laptop)
    assert back.make(back.recipient(), tmp_path / "back.bundle").news == 1


def test_taking_in_is_one_step_that_can_be_taken_back(laptop: Workspace, bundle: Path) -> None:
    take(laptop, bundle)
    assert laptop.undo() is not None
    with laptop.look() as work:
        assert not any(everything(work).values())


def test_what_both_changed_is_told_side_by_side_and_chosen(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    put(workspace, replace(topic(workspace), title=in_english("Ours")))
    put(laptop, replace(topic(laptop), title=in_english("Theirs")))
    back = Bundles(laptop)
    back.make(back.recipient(), tmp_path / "back.bundle")
    ours = Bundles(workspace)
    report = ours.report(tmp_path / "back.bundle")
    (told,) = [one for one in report.divergences if one.name == "title.en"]
    assert told.ours is not None
    assert told.theirs is not None
    assert (told.ours.content, told.theirs.content) == (["original", "Ours"], ["original", "Theirs"])
    loser = told.ours if told.theirs_holds else told.theirs
    ours.take(report, trusted=True, kept=[(told, loser.content)])
    assert topic(workspace).title == in_english(loser.content[1])  # type: ignore[index]
    assert not ours.report(tmp_path / "back.bundle").divergences, "it is told once"
    sent(workspace, laptop, tmp_path / "choice.bundle")
    assert topic(laptop) == topic(workspace)


@pytest.mark.parametrize(("chosen", "ours_stands"), [({"start", "end", "year"}, True), ({"start"}, False)])
def test_what_is_chosen_for_one_record_is_put_there_together_if_it_can_be(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path, chosen: set[str], ours_stands: bool
) -> None:
    take(laptop, bundle)
    with workspace.look() as work:
        meeting = work.get(Round, "round-3")
    ours = replace(meeting, start=date(2033, 3, 1), end=date(2033, 3, 2), year=2033)
    theirs = replace(meeting, start=date(2034, 4, 3), end=date(2034, 4, 4), year=2034)
    laptop.now = lambda: NOON + timedelta(hours=1)
    put(workspace, ours)
    put(laptop, theirs)
    back = Bundles(laptop)
    back.make(back.recipient(), tmp_path / "back.bundle")
    report = Bundles(workspace).report(tmp_path / "back.bundle")
    told = {one.name: one for one in report.divergences}
    assert told.keys() == {"start", "end", "year"}
    kept = [(one, one.ours.content) for name, one in told.items() if one.ours is not None and name in chosen]
    Bundles(workspace).take(report, trusted=True, kept=kept)
    with workspace.look() as work:
        assert work.get(Round, "round-3") == (ours if ours_stands else theirs)


def test_a_removal_holds_against_changes_elsewhere_and_is_told(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    put(workspace, replace(topic(workspace), number=9))
    with laptop.request("Remove") as work:
        work.remove_whole(work.get(Topic, "water"))
    back = Bundles(laptop)
    back.make(back.recipient(), tmp_path / "back.bundle")
    report = Bundles(workspace).report(tmp_path / "back.bundle")
    assert [(one.kind, one.theirs) for one in report.divergences] == [("topic", None)]
    take(workspace, tmp_path / "back.bundle")
    with workspace.look() as work:
        assert work.look_up(Topic, "water") is None
        assert all(commitment.topic_id != "water" for commitment in work.find(Commitment))


def test_two_changes_that_cannot_be_together_leave_the_later_one_as_its_author_had_it(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    with workspace.look() as work:
        meeting = work.get(Round, "round-3")
    assert meeting.start is not None
    put(workspace, replace(meeting, end=meeting.start))
    later = meeting.start + timedelta(days=20)
    laptop.now = lambda: NOON + timedelta(hours=1)
    put(laptop, replace(meeting, start=later, end=None, year=later.year))
    sent(laptop, workspace, tmp_path / "back.bundle")
    sent(workspace, laptop, tmp_path / "again.bundle")
    for one in (workspace, laptop):
        with one.look() as work:
            found = work.get(Round, "round-3")
        assert (found.start, found.end) == (later, None)


@pytest.mark.in_a_file
def test_what_came_for_a_removed_record_is_purged_with_it(
    workspace: Workspace, laptop: Workspace, bundle: Path, tmp_path: Path
) -> None:
    take(laptop, bundle)
    with laptop.look() as work:
        entry = work.get(StatusEntry, "status-1")
    put(laptop, replace(entry, id="late", evidence=in_english("Canary of the laptop")))
    with workspace.request("Remove") as work:
        work.remove_whole(work.get(Commitment, "c1"))
    sent(laptop, workspace, tmp_path / "back.bundle")
    store = workspace.database.path
    assert b"Canary of the laptop" in store.read_bytes()
    purging = Purging(workspace, tmp_path / "backups")
    purging.carry_out(purging.plan(gone=True))
    assert b"Canary of the laptop" not in store.read_bytes()
    sent(workspace, laptop, tmp_path / "after.bundle")


def rewritten(bundle: Path, change: Change, secret: bytes | None = None) -> Path:
    """Change the manifest or the lines of a bundle; with a secret it is signed again."""
    with zipfile.ZipFile(bundle) as package:
        parts: dict[str, Any] = {name: package.read(name) for name in package.namelist()}
    parts["manifest.json"] = json.loads(parts["manifest.json"])
    change(parts)
    parts["manifest.json"] = json.dumps(parts["manifest.json"]).encode()
    if secret is not None:
        parts["signature"] = sign(secret, parts["manifest.json"])
    with zipfile.ZipFile(bundle, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return bundle


def tampered(parts: dict[str, Any]) -> None:
    parts["strands.jsonl"] = parts["strands.jsonl"].replace(b"rivers", b"lovers")


def renamed(parts: dict[str, Any]) -> None:
    parts["manifest.json"]["made_by"]["name"] = "Somebody Else"


def newer(parts: dict[str, Any]) -> None:
    parts["manifest.json"]["format_version"] = 99


def addressed(parts: dict[str, Any]) -> None:
    parts["manifest.json"]["made_for"] = "f" * 32


def with_strands(change: Callable[[dict[str, Any]], object]) -> Change:
    def rewrite(parts: dict[str, Any]) -> None:
        strands = [json.loads(line) for line in parts["strands.jsonl"].splitlines()]
        change(next(one for one in strands if one["id"] == "water"))
        parts["strands.jsonl"] = "".join(f"{json.dumps(one)}\n" for one in strands).encode()
        parts["manifest.json"]["parts"]["strands.jsonl"] = sha256(parts["strands.jsonl"]).hexdigest()

    return rewrite


SAID_BY_NOBODY = [
    with_strands(lambda one: one["fields"].update(number=[1, "a", "", {}, "seven"])),
    with_strands(lambda one: one["fields"].update(secret=[1, "a", "", {}, "x"])),
    with_strands(lambda one: one["fields"].update({"title.en": [1, "a", "", {}, ["original", "\ud800"]]})),
    with_strands(lambda one: one.update(there=False)),
    with_strands(lambda one: one.update(since=["soon", "a"])),
    with_strands(lambda one: one.update(id="x" * 999)),
]


@pytest.mark.parametrize(
    ("change", "signed", "reason"),
    [
        (tampered, False, "it was changed or damaged on its way"),
        (renamed, False, "it was changed or damaged on its way"),
        (tampered, True, "it was changed or damaged on its way"),
        (newer, True, "it was made by a newer version"),
        (addressed, True, "it was made for another copy"),
        *((change, True, "what is in it is not what such a bundle says") for change in SAID_BY_NOBODY),
        (with_strands(lambda one: one.update(kind="draft")), True, "a kind that does not travel"),
        (with_strands(lambda one: one.update(since=[10**15, "a"])), True, "the clock"),
    ],
)
def test_a_bundle_that_is_not_as_it_was_made_is_refused_whole(
    workspace: Workspace, laptop: Workspace, bundle: Path, change: Change, signed: bool, reason: str
) -> None:
    with workspace.look() as work:
        own = read_own(work.connection)
    assert own is not None
    rewritten(bundle, change, own.secret if signed else None)
    with pytest.raises(UserError, match=reason):
        take(laptop, bundle)
    with laptop.look() as work:
        assert not any(everything(work).values())


def test_a_file_that_is_no_bundle_is_refused(laptop: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague", encoding="utf-8")
    with pytest.raises(UserError, match="it is damaged, or no bundle of this program"):
        Bundles(laptop).report(tmp_path / "letter.txt")


def test_a_bundle_about_other_dialogues_is_refused(laptop: Workspace, bundle: Path) -> None:
    put(laptop, Dialogue(id="another", designation=in_english("Another dialogue")))
    with pytest.raises(UserError, match="it is about other dialogues than this store"):
        take(laptop, bundle)


def test_a_copy_that_nobody_knows_is_let_in_by_its_fingerprint_only(laptop: Workspace, bundle: Path) -> None:
    bundles = Bundles(laptop)
    report = bundles.report(bundle)
    with pytest.raises(UserError, match="compare its fingerprint"):
        bundles.take(report)
    bundles.take(report, trusted=True)
    assert [copy.fingerprint for copy in bundles.copies()] == [report.bundle.made_by.fingerprint]
