"""Commitments: what the sides have undertaken, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import (
    CommitmentId,
    DialogueId,
    EntityId,
    Identified,
    InstrumentId,
    MechanismId,
    ObjectiveId,
    RoundId,
    SideId,
    SourceId,
    TopicId,
)
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.text import NOTHING, Text


class CommitmentKind(StrEnum):
    """What sort of undertaking it is; each kind has a ladder of its own."""

    ACTION = "action"
    CONTINUING = "continuing"
    DISCUSSION = "discussion"
    NORM = "norm"
    SCHEDULING = "scheduling"


class Strength(StrEnum):
    """Whether a party binds itself, or only says what it intends."""

    FIRM = "firm"
    SOFT = "soft"


class CommitmentState(StrEnum):
    """A rung of one of the ladders."""

    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    CHALLENGES = "challenges"
    MET = "met"
    NOT_PURSUED = "not pursued"
    ACTIVE = "active"
    DORMANT = "dormant"
    CONCLUDED = "concluded"
    IN_FORCE = "in force"
    CONCERN_RAISED = "concern raised"
    DISPUTED = "disputed"
    ENDED = "ended"
    OPEN = "open"
    CONFIRMED = "confirmed"
    MISSED = "missed"
    HELD = "held"


class RollUp(StrEnum):
    """The few words to which every ladder comes down in a picture."""

    IN_ORDER = "in order"
    ATTENTION = "needs attention"
    CLOSED = "closed"
    NO_WORD = "no word since the last round"


_GOING_ON = (CommitmentState.ACTIVE, CommitmentState.DORMANT, CommitmentState.CONCLUDED)

LADDERS: dict[CommitmentKind, tuple[CommitmentState, ...]] = {
    CommitmentKind.ACTION: (
        CommitmentState.NOT_STARTED,
        CommitmentState.ON_TRACK,
        CommitmentState.CHALLENGES,
        CommitmentState.MET,
        CommitmentState.NOT_PURSUED,
    ),
    CommitmentKind.CONTINUING: _GOING_ON,
    CommitmentKind.DISCUSSION: _GOING_ON,
    CommitmentKind.NORM: (
        CommitmentState.IN_FORCE,
        CommitmentState.CONCERN_RAISED,
        CommitmentState.DISPUTED,
        CommitmentState.ENDED,
    ),
    CommitmentKind.SCHEDULING: (
        CommitmentState.OPEN,
        CommitmentState.CONFIRMED,
        CommitmentState.MISSED,
        CommitmentState.HELD,
    ),
}

_ATTENTION = frozenset(
    (
        CommitmentState.CHALLENGES,
        CommitmentState.DORMANT,
        CommitmentState.CONCERN_RAISED,
        CommitmentState.DISPUTED,
        CommitmentState.MISSED,
    )
)
_CLOSED = frozenset(
    (
        CommitmentState.MET,
        CommitmentState.NOT_PURSUED,
        CommitmentState.CONCLUDED,
        CommitmentState.ENDED,
        CommitmentState.HELD,
    )
)


def roll_up(state: CommitmentState | None) -> RollUp:
    """Return what a state comes down to; None is a commitment of which nothing was heard."""
    if state is None:
        return RollUp.NO_WORD
    if state in _CLOSED:
        return RollUp.CLOSED
    return RollUp.ATTENTION if state in _ATTENTION else RollUp.IN_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Identified):
    """One separately trackable undertaking.

    It has a span of a source (`source_id`, `paragraph`, `start`, `end`) or a stated `reference`. `by_id` is the side
    that undertakes alone, empty where both do. `topic_confirmed` is false while the topic is only a proposal.
    """

    id: CommitmentId
    dialogue_id: DialogueId
    round_id: RoundId
    code: str
    wording: Text
    action: Text
    kind: CommitmentKind
    strength: Strength = Strength.FIRM
    by_id: SideId | None = None
    due: date | None = None
    topic_id: TopicId | None = None
    topic_confirmed: bool = True
    mechanism_id: MechanismId | None = None
    objective_id: ObjectiveId | None = None
    source_id: SourceId | None = None
    paragraph: int | None = None
    start: int = 0
    end: int = 0
    reference: str = ""

    def __post_init__(self) -> None:
        if not self.wording:
            raise UserError("A commitment needs its wording.", field="wording")
        if not self.reference.strip() and (self.source_id is None or self.paragraph is None):
            raise UserError("A commitment needs its source: a place in one, or a reference.", field="reference")

    @property
    def span(self) -> Span | None:
        """Where it stands in its source."""
        return Span(self.paragraph, self.start, self.end) if self.paragraph else None


def commitment_code(round_ordinal: int, number: int) -> str:
    """Return the code of the n-th commitment of a round, such as R2-05."""
    return f"R{round_ordinal}-{number:02}"


def code_order(code: str) -> tuple[int, str, int, str]:
    """Return what puts codes in order: R2-100 stands behind R2-99, and R10-01 behind both."""
    round_, _, number = code.rpartition("-")
    return len(round_), round_, len(number), number


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLead(Identified):
    """That an entity leads on a commitment for its side."""

    commitment_id: CommitmentId
    entity_id: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentInstrument(Identified):
    """That a commitment is about an instrument."""

    commitment_id: CommitmentId
    instrument_id: InstrumentId


class Voice(StrEnum):
    """Whose word a status is."""

    OURS = "ours"
    THEIRS = "theirs"
    JOINT = "joint"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry(Identified):
    """What became of a commitment, on a day, in the words of one voice; entries are only ever added."""

    commitment_id: CommitmentId
    voice: Voice
    state: CommitmentState
    on: date
    evidence: Text = NOTHING
    next_step: Text = NOTHING


def check_state(kind: CommitmentKind, state: CommitmentState) -> None:
    """Refuse a state that is not on the ladder of its kind."""
    if state not in LADDERS[kind]:
        raise UserError(
            "“{state}” is no status of this kind of commitment; it can be: {allowed}.",
            field="state",
            state=state,
            allowed=tuple(LADDERS[kind]),
        )


def latest(entries: Sequence[StatusEntry], voice: Voice) -> StatusEntry | None:
    """Return the last entry of a voice; of two on one day, the one that was made later."""
    own = [entry for entry in entries if entry.voice is voice]
    return max(reversed(own), key=lambda entry: entry.on, default=None)


def standing(entries: Sequence[StatusEntry]) -> StatusEntry | None:
    """Return the entry that counts: the joint one if there is any, else ours, else theirs."""
    if not entries:  # nothing was said yet of most commitments, and a dialogue can have thousands
        return None
    for voice in (Voice.JOINT, Voice.OURS, Voice.THEIRS):
        if (entry := latest(entries, voice)) is not None:
            return entry
    return None


def live(entries: Sequence[StatusEntry]) -> bool:
    """Say whether a commitment is still to be followed up."""
    entry = standing(entries)
    return entry is None or entry.state not in _CLOSED
