"""What each kind of paper is called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dialogue_prep.documents.wording import phrase
from dialogue_prep.domain.draft import PaperKind

NAMES: Mapping[PaperKind, str] = MappingProxyType(
    {
        PaperKind.AGENDA: phrase("Provisional agenda"),
        PaperKind.ANNOTATED_AGENDA: phrase("Annotated agenda"),
        PaperKind.SPEAKING_NOTES: phrase("Speaking notes"),
        PaperKind.TOPIC_BRIEFS: phrase("Topic briefs"),
        PaperKind.STEERING_BRIEF: phrase("Steering brief"),
        PaperKind.DELEGATION_LIST: phrase("Delegation list"),
        PaperKind.COMMITMENTS_REPORT: phrase("Report on commitments"),
        PaperKind.COMMUNIQUE: phrase("Draft joint communiqué"),
        PaperKind.SCENARIO: phrase("Scenario note"),
        PaperKind.OUTCOMES: phrase("Outcome list"),
        PaperKind.LETTERS: phrase("Letters to mechanisms"),
        PaperKind.NOTE_VERBALE: phrase("Note verbale"),
        PaperKind.HOSTING_SCHEDULE: phrase("Hosting schedule"),
        PaperKind.BIOGRAPHIES: phrase("Biographies"),
        PaperKind.HOST_CHECKLIST: phrase("Host’s checklist"),
        PaperKind.GUEST_NOTE: phrase("Administrative note"),
        PaperKind.SEATING: phrase("Seating plan"),
        PaperKind.RECORD: phrase("Record of discussion"),
        PaperKind.BOOK: phrase("Briefing book"),
        PaperKind.SILENCE: phrase("Silence and movement"),
        PaperKind.OWN: phrase("Paper of its own"),
    }
)
