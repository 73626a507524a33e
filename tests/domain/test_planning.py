"""A first agenda: time by weight, breaks in their time, and nothing of what was agreed forgotten."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, ItemKind, Slot, overrun, timetable
from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.planning import AgendaLayout, UsualItem, laid_out, shared_out
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from tests.invented import numbered_ids
from tests.invented_dialogue import invented_dossier, of_kind


def usual(kind: ItemKind, minutes: int) -> UsualItem:
    return UsualItem(kind=kind, title=in_english(kind.value), minutes=minutes)


LAYOUT = AgendaLayout(
    begins=time(9),
    minutes_available=480,
    before=(usual(ItemKind.OPENING, 15), usual(ItemKind.ADOPTION, 10), usual(ItemKind.FOLLOW_UP, 45)),
    after=(usual(ItemKind.NEXT_ROUND, 15), usual(ItemKind.COMMUNIQUE, 25), usual(ItemKind.CLOSING, 10)),
    pause=usual(ItemKind.BREAK, 15),
    break_after=110,
    lunch=UsualItem(kind=ItemKind.BREAK, title=in_english("lunch"), minutes=75),
    day_end=usual(ItemKind.BREAK, 0),
    lunch_from=time(12),
    least_minutes=20,
    step_minutes=5,
    own_weight=2,
)


def with_topics(count: int, agreed_on: list[int | None], kinds: tuple[CommitmentKind, ...] = ()) -> Dossier:
    """Return the dossier of a round with so many topics, and commitments on topics by their numbers (None: on none)."""
    full = invented_dossier()
    topics = tuple(
        Topic(id=f"t{n}", dialogue_id="dialogue", number=n, title=in_english(f"Topic {n}")) for n in range(1, count + 1)
    )
    kind = kinds[0] if kinds else CommitmentKind.CONTINUING
    commitments = tuple(
        Commitment(
            id=f"c{n}",
            dialogue_id="dialogue",
            round_id="round-2",
            code=f"R2-{n:02}",
            wording=in_english("Go on."),
            action=in_english("go on"),
            kind=kind,
            topic_id=f"t{topic}" if topic else None,
            reference="a letter",
        )
        for n, topic in enumerate(agreed_on, 1)
    )
    return replace(full, topics=topics, commitments=commitments, status_entries=())


def laid(dossier: Dossier, layout: AgendaLayout = LAYOUT) -> tuple[tuple[Slot, ...], dict[str, list[str]]]:
    """Return the timetable of a first agenda, and the codes under the title of each item."""
    values = laid_out(dossier, layout, numbered_ids())
    (agenda,), items = of_kind(values, Agenda), of_kind(values, AgendaItem)
    titles = {item.id: item.title.read("en") for item in items}
    codes = {commitment.id: commitment.code for commitment in dossier.commitments}
    under: dict[str, list[str]] = {}
    for link in of_kind(values, AgendaItemCommitment):
        under.setdefault(titles[link.agenda_item_id], []).append(codes[link.commitment_id])
    return timetable(agenda, items), under


def test_the_usual_items_stand_around_the_topics_in_order() -> None:
    slots, _under = laid(with_topics(3, []))
    kinds = [slot.item.kind for slot in slots if slot.item.kind is not ItemKind.BREAK]
    before, after = [one.kind for one in LAYOUT.before], [one.kind for one in LAYOUT.after]
    assert kinds == [*before, *[ItemKind.TOPIC] * 3, *after]
    assert [slot.item.position for slot in slots] == list(range(1, len(slots) + 1))


def test_the_host_opens_and_closes_and_the_sides_take_turns_in_between() -> None:
    slots, _under = laid(with_topics(4, []))
    first = {slot.item.kind: slot.item.speaks_first_id for slot in slots}
    assert (first[ItemKind.OPENING], first[ItemKind.CLOSING], first[ItemKind.ADOPTION]) == ("lumen", "lumen", None)
    on_topics = [slot.item.speaks_first_id for slot in slots if slot.item.kind is ItemKind.TOPIC]
    assert on_topics == ["lumen", "ostrava", "lumen", "ostrava"]


def test_a_topic_of_which_more_was_agreed_has_more_time() -> None:
    slots, _under = laid(with_topics(3, [2, 2, 2]))
    minutes = {slot.item.title.read("en"): slot.item.minutes for slot in slots if slot.item.topic_id}
    assert minutes["Topic 2"] > minutes["Topic 1"] == minutes["Topic 3"]


def test_what_was_agreed_stands_under_its_topic_else_where_all_is_followed_up() -> None:
    _slots, under = laid(with_topics(2, [1, None, 2, 1]))
    assert under == {"Topic 1": ["R2-01", "R2-04"], "Topic 2": ["R2-03"], "follow-up": ["R2-02"]}


def test_when_to_meet_next_stands_under_the_next_round() -> None:
    _slots, under = laid(with_topics(1, [None], (CommitmentKind.SCHEDULING,)))
    assert under == {"next round": ["R2-01"]}


def test_what_is_closed_or_of_this_round_is_not_followed_up() -> None:
    dossier = with_topics(1, [1, 1])
    of_this = replace(dossier.commitments[1], round_id="round-3")
    _slots, under = laid(replace(dossier, commitments=(dossier.commitments[0], of_this)))
    assert under == {"Topic 1": ["R2-01"]}


def test_a_dialogue_without_topics_has_an_agenda_too() -> None:
    slots, under = laid(with_topics(0, [None]))
    assert [slot.item.kind for slot in slots] == [one.kind for one in (*LAYOUT.before, *LAYOUT.after)]
    assert under == {"follow-up": ["R2-01"]}


@given(
    topics=st.integers(0, 14),
    agreed_on=st.lists(st.none() | st.integers(1, 14), max_size=20),
    begins=st.sampled_from([time(8), time(9), time(10, 30), time(13)]),
    kind=st.sampled_from(CommitmentKind),
)
def test_every_live_commitment_stands_under_exactly_one_item_and_breaks_come_in_time(
    topics: int, agreed_on: list[int | None], begins: time, kind: CommitmentKind
) -> None:
    agreed_on = [topic if topic is None or topic <= topics else None for topic in agreed_on]
    dossier = with_topics(topics, agreed_on, (kind,))
    slots, under = laid(dossier, replace(LAYOUT, begins=begins))
    found = Counter(code for codes in under.values() for code in codes)
    assert found == Counter(commitment.code for commitment in dossier.commitments)
    lunches = [slot for slot in slots if slot.item.title.read("en") == "lunch"]
    assert len(lunches) <= 1
    assert all(slot.begins >= time(12) for slot in lunches)
    since = 0
    for slot in slots:
        if slot.item.kind is ItemKind.BREAK:
            assert since > 0, "no break follows a break"
            since = 0
        else:
            since += slot.item.minutes
    assert slots[-1].item.kind is ItemKind.CLOSING


@given(topics=st.integers(1, 8), agreed_on=st.lists(st.integers(1, 8), max_size=20))
def test_a_day_is_filled_and_not_overrun(topics: int, agreed_on: list[int]) -> None:
    dossier = with_topics(topics, [min(topic, topics) for topic in agreed_on])
    values = laid_out(dossier, LAYOUT, numbered_ids())
    assert overrun(of_kind(values, Agenda)[0], of_kind(values, AgendaItem)) <= 0
    minutes = [item.minutes for item in of_kind(values, AgendaItem) if item.topic_id]
    assert all(share >= 20 and share % 5 == 0 for share in minutes)


@given(
    minutes=st.integers(-50, 900),
    weights=st.lists(st.integers(1, 30), min_size=1, max_size=12),
    steps=st.integers(0, 8),
    step=st.integers(1, 15),
)
def test_minutes_are_shared_out_whole_by_weight_and_nobody_has_less_than_the_least(
    minutes: int, weights: list[int], steps: int, step: int
) -> None:
    least = steps * step
    shares = shared_out(minutes, weights, least, step)
    assert len(shares) == len(weights)
    assert all(share >= least and share % step == 0 for share in shares)
    if minutes >= least * len(weights):
        assert minutes - step < sum(shares) <= minutes
    else:
        assert shares == [least] * len(weights)
    pairs = [(weights[one], shares[one]) for one in range(len(weights))]
    assert all(share >= other for weight, share in pairs for lighter, other in pairs if weight > lighter)


@given(weights=st.lists(st.integers(1, 9), min_size=2, max_size=6))
def test_equal_weights_differ_by_one_step_at_most(weights: list[int]) -> None:
    shares = shared_out(300, weights, 20, 5)
    for weight in set(weights):
        alike = [share for share, own in zip(shares, weights, strict=True) if own == weight]
        assert max(alike) - min(alike) <= 5


def test_nothing_is_shared_out_among_nobody() -> None:
    assert shared_out(300, [], 20, 5) == []


def test_identifiers_come_from_outside_so_that_an_agenda_is_the_same_twice() -> None:
    dossier = with_topics(3, [1, 2])
    assert laid_out(dossier, LAYOUT, numbered_ids()) == laid_out(dossier, LAYOUT, numbered_ids())


def test_the_first_round_follows_nothing_up() -> None:
    dossier = with_topics(1, [])
    first = Round(id="r", dialogue_id="dialogue", ordinal=1, host_id="lumen", status=RoundStatus.EXPECTED)
    layout = replace(LAYOUT, before=LAYOUT.before[:2])
    slots, under = laid(replace(dossier, round=first, rounds=(first,)), layout)
    assert ItemKind.FOLLOW_UP not in {slot.item.kind for slot in slots}
    assert under == {}
