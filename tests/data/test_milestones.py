"""The plans of milestones that come with the program."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.milestone import DayCount, Part
from dialogue_prep.services import milestone_plans
from dialogue_prep.services.milestone_plans import KeptPlan, usual_plans
from dialogue_prep.system.data_files import DamagedData

PLANS = usual_plans()

each_plan = pytest.mark.parametrize("kept", PLANS, ids=lambda kept: kept.plan.part)


def test_there_is_a_plan_for_the_host_and_one_for_the_guest() -> None:
    assert [kept.plan.part for kept in PLANS] == [Part.HOST, Part.GUEST]


@each_plan
def test_every_milestone_is_named_once_in_three_languages_and_they_stand_in_order(kept: KeptPlan) -> None:
    for entry in kept.entries:
        assert [wording.language for wording in entry.title] == ["en", "fr", "zh-Hans"]
    titles = [entry.title.read("en") for entry in kept.entries]
    assert len(set(titles)) == len(titles)
    offsets = [entry.offset for entry in kept.entries]
    assert offsets == sorted(offsets, reverse=True)


@each_plan
def test_the_book_is_counted_in_working_days_of_whoever_writes_it(kept: KeptPlan) -> None:
    (book,) = [entry for entry in kept.entries if entry.title.read("en").startswith("Briefing book")]
    own = {Part.HOST: DayCount.WORKING_HOST, Part.GUEST: DayCount.WORKING_GUEST}
    assert (book.offset, book.count) == (2, own[kept.plan.part])


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        ({}, "host: words are needed"),
        ({"host": {"en": "Host"}}, "host: there are no milestones"),
        ({"host": {"en": "Host", "milestone": [{"en": "It"}]}}, "host, milestone 1: 'days'"),
        ({"host": {"en": "Host", "milestone": [{"days": 1}]}}, "host, milestone 1: words are needed"),
        ({"host": {"en": "Host", "milestone": [{"days": 1, "en": "It", "count": "moons"}]}}, "host, milestone 1: "),
        ({"host": {"en": "Host", "milestone": [{"days": 10**6, "en": "It"}]}}, "host, milestone 1: A milestone is at"),
    ],
)
def test_a_damaged_file_is_told_with_its_place(
    damage: dict[str, object], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(milestone_plans, "read_data", lambda _name: damage)
    with pytest.raises(DamagedData, match=r"milestones\.toml") as caught:
        usual_plans()
    assert place in str(caught.value)
