"""What the user can do with milestones: take them from a plan, tick them off, move, add and remove them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.due import DatedMilestone, MovedMilestone, dated, moved, years_of
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MilestonePlanId, RoundId
from dialogue_prep.domain.milestone import DayCount, Milestone, MilestonePlan, Part, PlannedMilestone
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.reading.milestone_rows import MilestoneRow
from dialogue_prep.services.dates import capitals_in
from dialogue_prep.services.dialogues import sides_of
from dialogue_prep.services.kept_lists import check_as_seen
from dialogue_prep.services.milestone_plans import KeptPlan, plans_in
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Milestones:
    """Requests about what is due before a round.

    A change of milestones raises Conflict where somebody else has changed the same of one since it was read.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, round_id: str) -> tuple[DatedMilestone, ...]:
        """Return the milestones of a round with the days on which they are due, in that order."""
        with self._workspace.look() as work:
            round_ = work.get(Round, round_id)
            milestones = work.find(Milestone, round_id=round_id)
            return dated(milestones, round_, _capitals(work, round_, milestones))

    def round(self, round_id: str) -> Round:
        """Return the round of which milestones are shown."""
        with self._workspace.look() as work:
            return work.get(Round, round_id)

    def foreseen(self, round_id: str, start: date | None) -> tuple[MovedMilestone, ...]:
        """Return what would move if the round began on a day, and what of it would have passed; change nothing."""
        with self._workspace.look() as work:
            round_ = work.get(Round, round_id)
            milestones = work.find(Milestone, round_id=round_id)
            after = replace(round_, start=start, end=start, year=start.year if start else round_.year)
            capitals = _capitals(work, round_, milestones, after)
            return moved(milestones, round_, after, capitals, self._workspace.today())

    def plans(self) -> tuple[KeptPlan, ...]:
        """Return the plans to choose from, those for the host first."""
        with self._workspace.look() as work:
            return plans_in(work)

    def apply(self, round_id: str, plan_id: str = "") -> tuple[Milestone, ...]:
        """Give a round the milestones of a plan that it has not yet, and return those.

        Without a plan it is the first one for what our side is in that round, host or guest.
        """
        with self._workspace.request("Take milestones from a plan") as work:
            round_ = work.get(Round, round_id)
            kept = _chosen(plans_in(work), plan_id, _part(work, round_))
            present = work.find(Milestone, round_id=round_id)
            added = [self._from(entry, round_) for entry in kept.entries if not _among(entry, present)]
            return tuple(work.put(milestone) for milestone in added)

    def add(self, *milestones: Milestone) -> tuple[Milestone, ...]:
        """Add milestones to their rounds, as one step."""
        with self._workspace.request("Add milestones" if len(milestones) > 1 else "Add a milestone") as work:
            for milestone in milestones:
                work.get(Round, milestone.round_id)
            return tuple(work.put(milestone) for milestone in milestones)

    def take_in(self, round_id: str, rows: Iterable[MilestoneRow], language: str) -> tuple[Milestone, ...]:
        """Add the rows of a table to a round as one step: those without an error, and of which it has no milestone yet.

        Raise UserError for one that was done on a day still to come.
        """
        with self._workspace.request("Read milestones in", copied_before=True) as work:
            present = work.find(Milestone, round_id=work.get(Round, round_id).id)
            titles = {wording.words.casefold() for one in present for wording in one.title}
            added = []
            for row in rows:
                if row.error is None and row.title.casefold() not in titles:
                    titles.add(row.title.casefold())
                    added.append(work.put(self._from_row(row, round_id, language)))
            return tuple(added)

    def new(self, round_id: str, title: Text, *, offset: int = 0, fixed: date | None = None) -> Milestone:
        """Return a milestone that nobody has stored yet, to be filled in and added."""
        with self._workspace.look() as work:
            round_ = work.get(Round, round_id)
        return Milestone(id=self._workspace.new_id(), round_id=round_.id, title=title, offset=offset, fixed=fixed)

    def tick(self, milestones: Iterable[Milestone], on: date) -> None:
        """Say that milestones were done on a day; raise UserError for a day that is still to come."""
        self._check_done(on)
        self._amend("Tick milestones off", milestones, done_on=on, waived=NOTHING)

    def reopen(self, milestones: Iterable[Milestone]) -> None:
        """Take back that milestones are done, or waived."""
        self._amend("Open milestones again", milestones, done_on=None, waived=NOTHING)

    def edit(self, milestone: Milestone, change: Callable[[Milestone], Milestone], visit: str = "") -> Milestone:
        """Change a milestone as it is kept now; changes of one visit to a field are one undo step.

        Raise UserError for one that was done on a day still to come.
        """
        with self._workspace.request("Change a milestone", visit=visit) as work:
            changed = work.revise(milestone, change, visit=visit)
            if changed.done_on:
                self._check_done(changed.done_on)
            return changed

    def count_back(self, milestone: Milestone, offset: int, count: DayCount) -> Milestone:
        """Have a milestone counted back from the round, so that it moves with it."""
        (changed,) = self._amend("Move a milestone", [milestone], offset=offset, count=count, fixed=None)
        return changed

    def fix(self, milestone: Milestone, day: date) -> Milestone:
        """Put a milestone on a day of its own, where it stays when the round moves."""
        (changed,) = self._amend("Move a milestone", [milestone], fixed=day)
        return changed

    def remove(self, *milestones: Milestone) -> None:
        """Take milestones out of the plan of their round."""
        with self._workspace.request("Remove milestones") as work:
            for milestone in milestones:
                work.remove(milestone)

    def keep_plan(self, plan: MilestonePlan, entries: Sequence[PlannedMilestone], *, seen: KeptPlan | None) -> KeptPlan:
        """Keep a plan with exactly these entries, in this order, as a template for rounds to come.

        Raise Conflict where somebody else has changed it since it was `seen`; None is for a new one.
        """
        ordered = tuple(replace(e, plan_id=plan.id, position=place) for place, e in enumerate(entries, start=1))
        wanted = KeptPlan(plan, ordered)
        with self._workspace.request("Keep a plan of milestones") as work:
            kept = next((one for one in plans_in(work) if one.id == plan.id), None)
            if kept is not None:
                check_as_seen(kept, seen, wanted)
            work.put(plan)
            for former in work.find(PlannedMilestone, plan_id=plan.id):
                if all(former.id != entry.id for entry in ordered):
                    work.remove(former)
            for entry in ordered:
                work.put(entry)
            return wanted

    def keep_as_plan(self, round_id: str, name: Text) -> KeptPlan:
        """Keep the milestones of a round that are counted back from it as a plan of this name."""
        with self._workspace.look() as work:
            round_ = work.get(Round, round_id)
            part = _part(work, round_)
            counted = [m for m in work.find(Milestone, round_id=round_id) if m.fixed is None]
        plan = MilestonePlan(id=MilestonePlanId(self._workspace.new_id()), name=name, part=part)
        ordered = sorted(counted, key=lambda milestone: (-milestone.offset, milestone.id))
        return self.keep_plan(plan, [self._entry(milestone, plan) for milestone in ordered], seen=None)

    def drop_plan(self, plan: MilestonePlan) -> None:
        """Keep a plan no longer; the milestones that were taken from it stay."""
        with self._workspace.request("Remove a plan of milestones") as work:
            work.remove_whole(plan)

    def _amend(self, label: str, milestones: Iterable[Milestone], **content: object) -> list[Milestone]:
        fields: dict[str, object] = content
        with self._workspace.request(label) as work:
            return [work.revise(one, lambda kept: replace(kept, **fields)) for one in milestones]  # type: ignore[arg-type]

    def _check_done(self, on: date) -> None:
        if on > self._workspace.today():
            text = "Nothing can have been done on {day}, which is still to come."
            raise UserError(text, field="done_on", day=on)

    def _from_row(self, row: MilestoneRow, round_id: str, language: str) -> Milestone:
        if row.done_on:
            self._check_done(row.done_on)
        return Milestone(
            id=self._workspace.new_id(),
            round_id=RoundId(round_id),
            title=worded(language, row.title),
            offset=row.offset,
            count=row.count,
            fixed=row.fixed,
            owner=row.owner,
            done_on=row.done_on,
        )

    def _from(self, entry: PlannedMilestone, round_: Round) -> Milestone:
        return Milestone(
            id=self._workspace.new_id(),
            round_id=round_.id,
            title=entry.title,
            offset=entry.offset,
            count=entry.count,
            owner=entry.owner,
        )

    def _entry(self, milestone: Milestone, plan: MilestonePlan) -> PlannedMilestone:
        return PlannedMilestone(
            id=self._workspace.new_id(),
            plan_id=plan.id,
            position=1,
            title=milestone.title,
            offset=milestone.offset,
            count=milestone.count,
            owner=milestone.owner,
        )


def _part(work: Work, round_: Round) -> Part:
    """Return what our side is in a round; where nobody has said which side is ours, the first one."""
    sides = sides_of(work, round_.dialogue_id)
    home = next((side for side in sides if side.home), sides[0])
    return Part.HOST if home.id == round_.host_id else Part.GUEST


def _chosen(plans: Sequence[KeptPlan], plan_id: str, part: Part) -> KeptPlan:
    wanted = [kept for kept in plans if (kept.id == plan_id if plan_id else kept.plan.part is part)]
    if not wanted:
        raise UserError("This plan of milestones is no longer there.")
    return wanted[0]


def _among(entry: PlannedMilestone, present: Iterable[Milestone]) -> bool:
    return any(milestone.title.agrees_with(entry.title) for milestone in present)


def _capitals(work: Work, round_: Round, milestones: Sequence[Milestone], *others: Round) -> tuple[Capital, ...]:
    years = {year for one in (round_, *others) for year in years_of(milestones, one)}
    return capitals_in(work, round_.dialogue_id, years)
