"""The draft communiqué: its paragraphs, and what each side would rather have there until both agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import CommitmentId, Identified, PassageId, RoundId, SideId, TopicId
from dialogue_prep.domain.text import NOTHING, Text

ADDITIONS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
"""What stands behind a number for the second, third ... wording of one paragraph: 4, 4 bis, 4 ter."""


class PassageState(StrEnum):
    """How far a paragraph has come."""

    BRACKETED = "bracketed"
    AD_REFERENDUM = "ad referendum"
    AGREED = "agreed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Identified):
    """One paragraph of the draft communiqué of a round; `position` gives the order, its number follows from it.

    `commitment_id` is the undertaking of an earlier round that it takes up. `state_on` and `reason` say when and why it
    came to where it stands. What we could fall back on, what we cannot accept and the reason are ours alone.
    """

    id: PassageId
    round_id: RoundId
    position: int
    state: PassageState = PassageState.BRACKETED
    state_on: date | None = None
    reason: Text = NOTHING
    words: Text = NOTHING
    topic_id: TopicId | None = None
    commitment_id: CommitmentId | None = None
    fall_back: Text = NOTHING
    red_line: Text = NOTHING

    def __post_init__(self) -> None:
        if self.settled and not self.words:
            raise UserError("A passage on which both sides agree needs its words.", field="words")

    @property
    def settled(self) -> bool:
        """Whether it stands without brackets."""
        return self.state in (PassageState.AD_REFERENDUM, PassageState.AGREED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Identified):
    """What one side would have a passage say; it is on the table, so the other side knows it."""

    passage_id: PassageId
    side_id: SideId
    position: int
    words: Text

    def __post_init__(self) -> None:
        if not self.words:
            raise UserError("An option needs its words.", field="words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brackets:
    """How far a draft has come: its passages that are agreed, that await a confirmation, and that stand in brackets.

    `whose` counts, of those in brackets, how many have wordings of exactly these sides; of none where nobody has said
    anything yet. `common` counts those whose one wording is that of both. Dropped passages are not counted.
    """

    agreed: int
    ad_referendum: int
    common: int
    whose: Mapping[frozenset[SideId], int]

    @property
    def open(self) -> int:
        """How many stand in brackets."""
        return self.common + sum(self.whose.values())


def brackets(passages: Iterable[Passage], options: Iterable[Option]) -> Brackets:
    """Count how far a draft has come, and whose brackets are open."""
    owners: dict[str, set[SideId]] = {}
    for option in options:
        owners.setdefault(option.passage_id, set()).add(option.side_id)
    passages = tuple(passages)
    states = Counter(passage.state for passage in passages)
    bracketed = [passage for passage in passages if passage.state is PassageState.BRACKETED]
    common = [passage for passage in bracketed if passage.words and passage.id not in owners]
    return Brackets(
        agreed=states[PassageState.AGREED],
        ad_referendum=states[PassageState.AD_REFERENDUM],
        common=len(common),
        whose=Counter(frozenset(owners.get(passage.id, ())) for passage in bracketed if passage not in common),
    )


def check_step(passage: Passage, state: PassageState, on: date, today: date, *, reason: bool) -> None:
    """Refuse a step of a passage that cannot be: on a day to come, without a reason where one is owed, or to nowhere.

    What both have agreed on is first reopened; to reopen or to drop a passage takes a reason.
    """
    if state is passage.state:
        raise UserError("The paragraph stands so already.", field="state")
    if on > today:
        raise UserError("A step cannot be of a day that is still to come ({day}).", field="on", day=on)
    if passage.state is PassageState.AGREED and state is not PassageState.BRACKETED:
        raise UserError("Both sides have agreed on this paragraph; reopen it first.", field="state")
    if state in (PassageState.BRACKETED, PassageState.DROPPED) and not reason:
        raise UserError("Say why, for those who ask later.", field="reason")
