"""Drafts: the files that were written of the papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.identity import DraftId, Identified, RoundId, SideId, TemplateId


class Audience(StrEnum):
    """Whether a paper is given to the other side."""

    SHARED = "shared"
    INTERNAL = "internal"


class PaperKind(StrEnum):
    """What sort of paper it is; the value names it in commands and file names."""

    AGENDA = "agenda"
    ANNOTATED_AGENDA = "annotated-agenda"
    SPEAKING_NOTES = "speaking-notes"
    TOPIC_BRIEFS = "topic-briefs"
    STEERING_BRIEF = "steering-brief"
    SCENARIO = "scenario"
    DELEGATION_LIST = "delegation-list"
    BIOGRAPHIES = "biographies"
    COMMITMENTS_REPORT = "commitments-report"
    COMMUNIQUE = "communique"
    OUTCOMES = "outcomes"
    LETTERS = "letters"
    NOTE_VERBALE = "note-verbale"
    HOSTING_SCHEDULE = "hosting-schedule"
    HOST_CHECKLIST = "host-checklist"
    GUEST_NOTE = "guest-note"
    SEATING = "seating"
    RECORD = "record"
    BOOK = "book"
    SILENCE = "silence"
    OWN = "own"
    """What the staff make a template of; which one is said beside the kind."""

    @property
    def number(self) -> int:
        """The number that papers of this kind bear within their round; it stays when other kinds are added."""
        return _NUMBERS[self]

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """For whom papers of this kind are written; of its own, as its template says."""
        return _AUDIENCES.get(self, (Audience.INTERNAL,))


_NUMBERS = {
    PaperKind.AGENDA: 1,
    PaperKind.ANNOTATED_AGENDA: 2,
    PaperKind.SPEAKING_NOTES: 3,
    PaperKind.TOPIC_BRIEFS: 4,
    PaperKind.STEERING_BRIEF: 5,
    PaperKind.SCENARIO: 6,
    PaperKind.DELEGATION_LIST: 7,
    PaperKind.BIOGRAPHIES: 8,
    PaperKind.COMMITMENTS_REPORT: 9,
    PaperKind.COMMUNIQUE: 10,
    PaperKind.OUTCOMES: 11,
    PaperKind.LETTERS: 12,
    PaperKind.NOTE_VERBALE: 13,
    PaperKind.HOSTING_SCHEDULE: 14,
    PaperKind.HOST_CHECKLIST: 15,
    PaperKind.GUEST_NOTE: 16,
    PaperKind.SEATING: 17,
    PaperKind.RECORD: 18,
    PaperKind.BOOK: 19,
    PaperKind.OWN: 20,
    PaperKind.SILENCE: 21,
}
_BOTH = (Audience.SHARED, Audience.INTERNAL)
_AUDIENCES = {
    PaperKind.AGENDA: (Audience.SHARED,),
    PaperKind.DELEGATION_LIST: _BOTH,
    PaperKind.COMMITMENTS_REPORT: _BOTH,
    PaperKind.COMMUNIQUE: _BOTH,
    PaperKind.OUTCOMES: (Audience.SHARED,),
    PaperKind.LETTERS: (Audience.SHARED,),
    PaperKind.NOTE_VERBALE: (Audience.SHARED,),
    PaperKind.HOSTING_SCHEDULE: _BOTH,
    PaperKind.GUEST_NOTE: (Audience.SHARED,),
    PaperKind.SEATING: (Audience.SHARED,),
    PaperKind.OWN: (),
}


class Profile(StrEnum):
    """For which program a file is written: the identity of its units rests on what that program keeps."""

    WORD = "word"
    LIBREOFFICE = "libreoffice"
    READING = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Identified):
    """One written file of a paper.

    `content_hash` is of what the paper says, `file_hash` of the file as written (SHA-256); `snapshot` is the compressed
    canonical form of every unit as it stood then. `second_language` is set where it is bilingual, `copy_for` where it
    is the copy that names that side first, `template_id` where it was written into a template of the staff; `addendum`
    counts the addenda to a paper, 0 is the paper itself.
    """

    id: DraftId
    round_id: RoundId
    kind: PaperKind
    audience: Audience
    language: str
    version: int
    profile: Profile
    marking: str
    path: str
    written_on: date
    content_hash: str
    file_hash: str
    snapshot: bytes
    second_language: str = ""
    copy_for: SideId | None = None
    template_id: TemplateId | None = None
    addendum: int = 0

    @property
    def paper(self) -> tuple[object, ...]:
        """What tells the paper of which this is a version, or an addendum, from every other one of its round.

        A template tells them apart only where it makes the paper by itself.
        """
        own = self.template_id if self.kind is PaperKind.OWN else None
        return self.kind, self.audience, self.language, self.second_language, self.copy_for, own


class DraftState(StrEnum):
    """How a written file stands to the store and to the disk."""

    IN_STEP = "in step"
    DATA_CHANGED = "data changed"
    EDITED_OUTSIDE = "edited outside"
    BOTH = "data changed and edited outside"
    MISSING = "file not there"


def draft_state(draft: Draft, content_hash: str, file_hash: str | None) -> DraftState:
    """Compare a draft with what the paper would say now and with the file as it is now (None: not there)."""
    if file_hash is None:
        return DraftState.MISSING
    moved, edited = content_hash != draft.content_hash, file_hash != draft.file_hash
    if moved and edited:
        return DraftState.BOTH
    if edited:
        return DraftState.EDITED_OUTSIDE
    return DraftState.DATA_CHANGED if moved else DraftState.IN_STEP
