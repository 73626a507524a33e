"""The plans of milestones: those that come with the program until a store keeps plans of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MilestonePlanId
from dialogue_prep.domain.milestone import DayCount, MilestonePlan, Part, PlannedMilestone
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.store.work import Work
from dialogue_prep.system.data_files import DamagedData, read_data

MILESTONES = "milestones.toml"

# Identifiers are made of keys, so that a plan is the same one in every store that has not changed it.
_NAMESPACE = UUID("0b6d1f8e-58f2-5a0c-9a0f-6a4d4c7c0d21")


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan with its entries in order."""

    plan: MilestonePlan
    entries: tuple[PlannedMilestone, ...]

    @property
    def id(self) -> str:
        return self.plan.id


def usual_plans() -> tuple[KeptPlan, ...]:
    """Return the plans that come with the program, one for the host and one for the guest.

    MachineError if their file is missing or damaged, naming the place.
    """
    read = read_data(MILESTONES)
    return tuple(_usual_plan(part, read.get(part.value, {})) for part in Part)


def plans_in(work: Work) -> tuple[KeptPlan, ...]:
    """Return the plans of a store by part; for a part of which it keeps none, the one that comes with the program."""
    kept = [KeptPlan(plan, tuple(_entries_in(work, plan))) for plan in work.find(MilestonePlan)]
    parts = {one.plan.part for one in kept}
    found = [*kept, *(usual for usual in usual_plans() if usual.plan.part not in parts)]
    order = list(Part)
    return tuple(sorted(found, key=lambda one: (order.index(one.plan.part), one.plan.name.read("en"), one.id)))


def _entries_in(work: Work, plan: MilestonePlan) -> list[PlannedMilestone]:
    return sorted(work.find(PlannedMilestone, plan_id=plan.id), key=lambda entry: (entry.position, entry.id))


def _usual_plan(part: Part, read: Mapping[str, Any]) -> KeptPlan:
    plan = MilestonePlan(id=MilestonePlanId(_identifier(part.value)), name=_text(part.value, read), part=part)
    entries = tuple(_usual_entries(plan, read.get("milestone", [])))
    if not entries:
        raise DamagedData(MILESTONES, f"{part.value}: there are no milestones")
    return KeptPlan(plan, entries)


def _usual_entries(plan: MilestonePlan, read: list[Mapping[str, Any]]) -> Iterator[PlannedMilestone]:
    for position, entry in enumerate(read, start=1):
        place = f"{plan.part.value}, milestone {position}"
        try:
            yield PlannedMilestone(
                id=_identifier(f"{plan.part.value}/{position}"),
                plan_id=plan.id,
                position=position,
                title=_text(place, entry),
                offset=int(entry["days"]),
                count=DayCount(entry.get("count", DayCount.CALENDAR)),
            )
        except (KeyError, ValueError, TypeError, UserError) as wrong:
            raise DamagedData(MILESTONES, f"{place}: {wrong}") from wrong


def _text(place: str, entry: Mapping[str, Any]) -> Text:
    words = {name: said for name, said in entry.items() if name not in ("days", "count", "milestone")}
    if "en" not in words or not all(isinstance(said, str) for said in words.values()):
        raise DamagedData(MILESTONES, f"{place}: words are needed, language by language")
    states = {True: WordingState.ORIGINAL, False: WordingState.TRANSLATION}
    return Text(tuple(Wording(language, said, states[language == "en"]) for language, said in words.items()))


def _identifier(key: str) -> str:
    return str(uuid5(_NAMESPACE, key))
