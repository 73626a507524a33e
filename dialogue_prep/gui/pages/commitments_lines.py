"""The commitments of a dialogue as rows, and what a filter lets pass; nothing here knows a widget."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dialogue_prep.domain.commitment import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    RollUp,
    Voice,
    live,
    roll_up,
    standing,
)
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.readiness import no_word_since
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.terms import commitment_kind_name, commitment_state_name, voice_name
from dialogue_prep.gui.words import _, with_remark


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One row of the table. `quiet` says that nothing was heard of it since the last round, though it is live.

    `by` is one of OF_SIDES: which side undertakes it. `folded` holds all its words without capitals and accents, to
    search in.
    """

    id: str
    code: str
    order: tuple[int, str]
    action: str
    note: str
    topic_id: str
    mechanism_id: str
    by: str
    topic: str
    topic_order: int
    state: CommitmentState | None
    status: str
    rolled: RollUp
    quiet: bool
    kind: CommitmentKind
    round_id: str
    round: int
    folded: str
    commitment: Commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFilter:
    """What the user wants to see; what is empty lets everything pass. `words` are folded.

    `by` is one of OF_SIDES; what both sides undertake is also ours, and theirs.
    """

    words: tuple[str, ...] = ()
    round_id: str = ""
    topic_id: str = ""
    mechanism_id: str = ""
    kind: str = ""
    rolled: str = ""
    by: str = ""
    attention: bool = False
    quiet: bool = False

    def passes(self, row: CommitmentRow) -> bool:
        """Say whether a row is to be seen."""
        return (
            (not self.round_id or row.round_id == self.round_id)
            and (not self.topic_id or row.topic_id == self.topic_id)
            and (not self.mechanism_id or row.mechanism_id == self.mechanism_id)
            and (not self.kind or row.kind == self.kind)
            and (not self.by or row.by in (self.by, BOTH))
            and (not self.rolled or row.rolled == self.rolled)
            and (not self.attention or roll_up(row.state) is RollUp.ATTENTION)
            and (not self.quiet or row.quiet)
            and (not self.words or all(word in row.folded for word in self.words))
        )


NO_TOPIC = NO_MECHANISM = "-"
"""The topic or mechanism of commitments that have none, in filters and choices."""

OURS, THEIRS, BOTH = OF_SIDES = ("ours", "theirs", "both")
"""Which side undertakes something: ours alone, theirs alone, both."""


def commitment_rows(dossier: Dossier, language: str) -> tuple[CommitmentRow, ...]:
    """Return one row a commitment, as seen from the round of a dossier."""
    words = _SharedWords(
        language=language,
        topics={topic.id: (topic.number, topic_title(topic, language)) for topic in dossier.topics},
        of_kind=cache(commitment_kind_name),
        of_status=cache(_status_words),
    )
    return tuple(_row(dossier, commitment, words) for commitment in dossier.commitments)


def folded(words: str) -> str:
    """Return words without capitals and accents."""
    if words.isascii():  # most are, and taking the others apart costs more than all else about a row
        return words.casefold()
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


@dataclass(frozen=True, slots=True, kw_only=True)
class _SharedWords:
    """What many rows say alike, put into the language of the window once: Qt takes longer for it than all the rest."""

    language: str
    topics: Mapping[TopicId, tuple[int, str]]
    of_kind: Callable[[CommitmentKind], str]
    of_status: Callable[[CommitmentState | None, Voice | None], str]


def _status_words(state: CommitmentState | None, voice: Voice | None) -> str:
    """Return how a commitment stands and whose word that is."""
    said = voice_name(voice) if voice and voice is not Voice.JOINT else ""
    return with_remark(commitment_state_name(state), said)


def _row(dossier: Dossier, commitment: Commitment, words: _SharedWords) -> CommitmentRow:
    language = words.language
    entries = dossier.entries_of(commitment)
    entry = standing(entries)
    quiet = live(entries) and no_word_since(dossier, entries)
    number, topic = words.topics.get(commitment.topic_id or TopicId(""), (0, _("no topic")))
    action = commitment.action.read(language, "en") or commitment.wording.read(language, "en")
    proposed = commitment.topic_id and not commitment.topic_confirmed
    return CommitmentRow(
        id=commitment.id,
        code=commitment.code,
        order=_natural(commitment.code),
        action=action,
        note=" · ".join(_note(dossier, commitment, words)),
        topic_id=commitment.topic_id or NO_TOPIC,
        mechanism_id=commitment.mechanism_id or NO_MECHANISM,
        by=_by(dossier, commitment),
        topic=_("{topic} (proposed)").format(topic=topic) if proposed else topic,
        topic_order=number,
        state=entry.state if entry else None,
        status=words.of_status(entry.state, entry.voice) if entry else words.of_status(None, None),
        rolled=RollUp.NO_WORD if quiet else roll_up(entry.state if entry else None),
        quiet=quiet,
        kind=commitment.kind,
        round_id=commitment.round_id,
        round=dossier.ordinals[commitment.round_id],
        folded=folded("\n".join(_searched(commitment, topic))),
        commitment=commitment,
    )


def _by(dossier: Dossier, commitment: Commitment) -> str:
    if commitment.by_id is None:
        return BOTH
    return OURS if commitment.by_id == dossier.home.id else THEIRS


def _note(dossier: Dossier, commitment: Commitment, words: _SharedWords) -> Iterator[str]:
    yield words.of_kind(commitment.kind)
    yield dossier.side(commitment.by_id).name.read(words.language, "en") if commitment.by_id else _("both sides")


def _searched(commitment: Commitment, topic: str) -> Iterator[str]:
    yield commitment.code
    yield topic
    yield commitment.reference
    for text in (commitment.action, commitment.wording):
        for wording in text:
            yield wording.words


def _natural(code: str) -> tuple[int, str]:
    """Return by what codes are put in order: R10-01 comes after R2-01."""
    digits = "".join(character if character.isdigit() else " " for character in code).split()
    return (int(digits[0]) if digits else 0, code)
