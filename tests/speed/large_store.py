"""A store as it is after decades in a ministry that leads many dialogues, made many rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.store.database import Database
from tests.invented import NOON, made_store, put_new

ROUNDS, IN_A_ROUND, TOPICS = 40, 30, 8
KINDS = tuple(CommitmentKind)


def large_store(path: Path, dialogues: int) -> Path:
    """Make a store of so many dialogues, each of forty rounds with thirty commitments."""
    made_store(path)
    database = Database(path)
    for number in range(dialogues):
        with database.work() as work:
            put_new(work, _dialogue(number))
            work.record("Begin", who="Ada Example", at=NOON, undoable=True)
    database.close()
    return path


def _dialogue(number: int) -> Iterator[Identified]:
    key = f"d{number}"
    yield Dialogue(id=key, designation=in_english(f"Dialogue {number} on waters"), host_rule=HostRule.ALTERNATE)
    sides = (f"{key}-us", f"{key}-them")
    yield Side(id=sides[0], dialogue_id=key, position=1, name=in_english("Ostrava"), home=True, hosts_first=True)
    yield Side(id=sides[1], dialogue_id=key, position=2, name=in_english(f"State {number}"))
    for topic in range(TOPICS):
        title = in_english(f"Matter {topic} of state {number}")
        yield Topic(id=f"{key}-t{topic}", dialogue_id=key, number=topic + 1, title=title)
    for ordinal in range(1, ROUNDS + 1):
        yield _round(key, number, ordinal, sides[(ordinal + 1) % 2])
    for ordinal in range(1, ROUNDS + 1):
        yield from _agreed(key, ordinal)


def _round(key: str, number: int, ordinal: int, host: str) -> Round:
    start = date(1990 + ordinal, 1, 1) + timedelta(days=(number * 37 + ordinal * 11) % 360)
    return Round(
        id=f"{key}-{ordinal}",
        dialogue_id=key,
        ordinal=ordinal,
        host_id=host,
        year=start.year,
        start=start,
        end=start + timedelta(days=1),
        status=RoundStatus.HELD if ordinal < ROUNDS else RoundStatus.DATES_AGREED,
    )


def _agreed(key: str, ordinal: int) -> Iterator[Commitment]:
    for place in range(IN_A_ROUND):
        measure = f"measure {ordinal * IN_A_ROUND + place} on the waters of both states"
        yield Commitment(
            id=f"{key}-{ordinal}-{place}",
            dialogue_id=key,
            round_id=f"{key}-{ordinal}",
            code=f"R{ordinal}-{place + 1:02}",
            wording=in_english(f"The sides agreed to go on with {measure}."),
            action=in_english(f"Go on with {measure}"),
            kind=KINDS[place % len(KINDS)],
            topic_id=f"{key}-t{place % TOPICS}",
            reference="minutes of the round",
        )
