"""What a ministry is given: its own, what both sides know anyway, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.agenda import AgendaItem, AgendaItemLead
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.commitment import Commitment, CommitmentLead, CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.consultation import GuidanceRequest, TopicProposal
from dialogue_prep.domain.delegation import Absence
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import Milestone, MilestonePlan, PlannedMilestone
from dialogue_prep.domain.returned import OwnWords, UnitNote
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint, SteeringPoint
from dialogue_prep.domain.template import Template
from dialogue_prep.domain.text import Text, in_english
from dialogue_prep.services.bundles import Bundles
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.kinds import KINDS
from tests.conftest import Tally
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import TODAY, invented_dialogue, of_kind

CANARY = "Canary-of-another-desk"

NEVER = (
    SteeringPoint,
    Biography,
    Clearance,
    OwnWords,
    UnitNote,
    Template,
    StoreSetting,
    GuidanceRequest,
    TopicProposal,
    MilestonePlan,
    PlannedMilestone,
    Milestone,
)
LEVELS = (None, "public", "inner", "secret")
MINISTRIES = ("courts", "waters", None)

# For each item and commitment who leads on it; then the marking of each point.
arrangements = st.tuples(
    st.lists(st.sampled_from(MINISTRIES), min_size=6, max_size=6),
    st.lists(st.sampled_from(MINISTRIES), min_size=4, max_size=4),
    st.lists(st.sampled_from(LEVELS), min_size=6, max_size=6),
    st.sampled_from(("public", "inner")),
)
Arrangement = tuple[list[str | None], list[str | None], list[str | None], str]


def with_canaries(value: Identified) -> Identified:
    """Return a record of which every text says the canary."""
    texts = {field.name: in_english(CANARY) for field in fields(value) if isinstance(getattr(value, field.name), Text)}
    return replace(value, **texts)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Yield a store without leads, points, and what is said of commitments, for all examples."""
    drawn = (AgendaItemLead, CommitmentLead, SpeakingPoint, StatusEntry, UnitNote)
    values = (with_canaries(one) if type(one) in NEVER else one for one in invented_dialogue())
    kept = [one for one in values if type(one) not in drawn]
    kept.append(Marking(id="secret", rank=9, name=in_english(f"{CANARY} marking")))
    database = Database(made_store(tmp_path_factory.mktemp("desk") / "desk.store", kept))
    yield workspace_of(database)
    database.close()


def arranged(drawn: Arrangement) -> Iterator[Identified]:
    """Yield leads, points and what we say of commitments; what the courts may not see says the canary."""
    items, commitments = (of_kind(invented_dialogue(), kind) for kind in (AgendaItem, Commitment))
    leads, commitment_leads, markings, ceiling = drawn
    led = [*zip(items, leads, strict=True), *zip(commitments, commitment_leads, strict=True)]
    topics = {one.topic_id for one, lead in led if lead == "courts"} - {None}
    ranks = {"public": 1, "inner": 2, "secret": 9, None: 2}
    for item, lead, marking in zip(items, leads, markings, strict=True):
        if lead:
            yield AgendaItemLead(id=f"lead-{item.id}", agenda_item_id=item.id, entity_id=lead)
        theirs = lead == "courts" or (lead is None and item.topic_id in topics)
        seen = theirs and ranks[marking] <= ranks[ceiling]
        yield SpeakingPoint(
            id=f"point-{item.id}",
            agenda_item_id=item.id,
            kind=PointKind.POINT,
            position=1,
            words=in_english(f"seen {item.id}" if seen else CANARY),
            marking_id=marking,
        )
    for one, lead in zip(commitments, commitment_leads, strict=True):
        if lead:
            yield CommitmentLead(id=f"lead-{one.id}", commitment_id=one.id, entity_id=lead)
        seen = lead == "courts" or (lead is None and one.topic_id in topics)
        yield StatusEntry(
            id=f"said-{one.id}",
            commitment_id=one.id,
            voice=Voice.OURS,
            state=CommitmentState.DORMANT,
            on=TODAY,
            evidence=in_english(f"seen {one.id}" if seen else CANARY),
        )


def said_in(bundle: Path) -> str:
    with zipfile.ZipFile(bundle) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist() if name != "signature")


@pytest.mark.minutes(3)
@given(drawn=arrangements)
def test_a_slice_has_no_canary_from_outside_it(
    desk: Workspace, tmp_path: Path, tally: Tally, drawn: Arrangement
) -> None:
    with desk.request("Arrange") as work:
        for kind in (AgendaItemLead, CommitmentLead, SpeakingPoint, StatusEntry):
            for old in work.find(kind):
                work.remove(old)
    with desk.request("Arrange") as work:
        for value in arranged(drawn):
            work.put(value)
    bundles, path = Bundles(desk), tmp_path / "courts.bundle"
    bundles.make(bundles.recipient("office of courts", drawn[3]), path)
    said = said_in(path)
    tally("canaries from outside a slice", tries=1, lost=int(CANARY in said))
    assert CANARY not in said
    for value in arranged(drawn):
        text = value.words if isinstance(value, SpeakingPoint) else getattr(value, "evidence", None)
        if text is not None and text != in_english(CANARY):
            assert text.wordings[0].words in said


def test_a_slice_says_why_nothing_was_cancelled_and_who_stays_away_elsewhere(
    workspace: Workspace, tmp_path: Path
) -> None:
    with workspace.request("Say why") as work:
        meeting = work.get(Round, "round-3")
        work.put(replace(meeting, reason=in_english(CANARY)))
        absence = work.get(Absence, "absence")  # that of the Office of Waters
        work.put(replace(absence, reason=in_english(CANARY)))
    bundles = Bundles(workspace)
    bundles.make(bundles.recipient("Office of Courts"), tmp_path / "courts.bundle")
    assert CANARY not in said_in(tmp_path / "courts.bundle")


def test_what_went_to_a_ministry_and_was_removed_is_told_to_it_and_to_nobody_else(
    workspace: Workspace, tmp_path: Path
) -> None:
    laptop = Database(made_store(tmp_path / "laptop.store"))
    bundles, there = Bundles(workspace), Bundles(workspace_of(laptop))
    bundles.make(bundles.recipient("Office of Courts"), tmp_path / "1.bundle")
    there.take(there.report(tmp_path / "1.bundle"), trusted=True)
    there.make(there.recipient(), tmp_path / "2.bundle")
    bundles.take(bundles.report(tmp_path / "2.bundle"), trusted=True)
    with workspace.request("Remove") as work:
        work.remove_whole(work.get(Commitment, "c1"))
    bundles.make(bundles.recipient("Office of Courts"), tmp_path / "3.bundle")
    bundles.make(bundles.recipient("Office of Waters"), tmp_path / "4.bundle")
    assert '"id":"c1"' in said_in(tmp_path / "3.bundle")
    assert '"id":"c1"' not in said_in(tmp_path / "4.bundle")
    report = there.report(tmp_path / "3.bundle")
    assert report.removed["commitment"] == 1
    there.take(report)
    laptop.close()


def test_a_slice_stands_in_an_empty_store_and_comes_back_without_a_change(workspace: Workspace, tmp_path: Path) -> None:
    laptop = Database(made_store(tmp_path / "laptop.store"))
    bundles, there = Bundles(workspace), Bundles(workspace_of(laptop))
    contents = bundles.make(bundles.recipient("Office of Courts"), tmp_path / "1.bundle")
    there.take(there.report(tmp_path / "1.bundle"), trusted=True)
    with laptop.look() as work:
        assert sum(len(work.find(kind)) for kind in KINDS) == contents.news == sum(contents.records.values())
    assert there.make(there.recipient(), tmp_path / "2.bundle").news == 0
    report = bundles.report(tmp_path / "2.bundle")
    assert report.changes_nothing
    laptop.close()


@pytest.mark.parametrize(
    ("name", "ceiling", "said"),
    [
        ("Ministry of Rivers", "", "“Ministry of Rivers” is no ministry of our side"),
        ("Office of Courts", "purple", "“purple” is no marking of this store"),
        ("", "", "Say for whom"),
    ],
)
def test_whom_a_bundle_is_for_has_to_be_known(workspace: Workspace, name: str, ceiling: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        Bundles(workspace).recipient(name, ceiling)
