"""The words of the domain as the window says them; each function knows every member of its enumeration."""

from __future__ import annotations

from dialogue_prep.domain.commitment import CommitmentKind, CommitmentState, RollUp, Strength, Voice, roll_up
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.draft import Audience, DraftState, PaperKind, Profile
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _, count


def paper_name(kind: PaperKind) -> str:
    """Return what a kind of paper is called."""
    return {
        PaperKind.AGENDA: _("Provisional agenda"),
        PaperKind.ANNOTATED_AGENDA: _("Annotated agenda"),
        PaperKind.SPEAKING_NOTES: _("Speaking notes"),
        PaperKind.TOPIC_BRIEFS: _("Topic briefs"),
        PaperKind.STEERING_BRIEF: _("Steering brief"),
        PaperKind.DELEGATION_LIST: _("Delegation list"),
        PaperKind.COMMITMENTS_REPORT: _("Report on commitments"),
        PaperKind.COMMUNIQUE: _("Draft joint communiqué"),
        PaperKind.SCENARIO: _("Scenario note"),
        PaperKind.OUTCOMES: _("Outcome list"),
        PaperKind.LETTERS: _("Letters to mechanisms"),
        PaperKind.NOTE_VERBALE: _("Note verbale"),
        PaperKind.HOSTING_SCHEDULE: _("Hosting schedule"),
        PaperKind.BIOGRAPHIES: _("Biographies"),
        PaperKind.HOST_CHECKLIST: _("Host’s checklist"),
        PaperKind.GUEST_NOTE: _("Administrative note"),
        PaperKind.SEATING: _("Seating plan"),
        PaperKind.RECORD: _("Record of discussion"),
        PaperKind.BOOK: _("Briefing book"),
        PaperKind.SILENCE: _("Silence and movement"),
        PaperKind.OWN: _("Paper of its own"),
    }[kind]


def audience_name(audience: Audience) -> str:
    """Return for whom a paper is."""
    return {Audience.SHARED: _("For both sides"), Audience.INTERNAL: _("Internal")}[audience]


def template_use_name(use: TemplateUse) -> str:
    """Return which papers are written with a template."""
    return {
        TemplateUse.EVERY: _("every paper"),
        TemplateUse.KIND: _("one kind of paper"),
        TemplateUse.OWN: _("a paper of its own"),
    }[use]


def profile_name(profile: Profile) -> str:
    """Return for what a file is written."""
    return {
        Profile.WORD: _("to edit in Word"),
        Profile.LIBREOFFICE: _("to edit in LibreOffice"),
        Profile.READING: _("reading copy"),
    }[profile]


def state_name(state: DraftState | None) -> str:
    """Return how a file stands; None is a paper that nobody has written yet."""
    return {
        None: _("Not written"),
        DraftState.IN_STEP: _("In step"),
        DraftState.DATA_CHANGED: _("Data changed"),
        DraftState.EDITED_OUTSIDE: _("Edited outside"),
        DraftState.BOTH: _("Data changed, edited outside"),
        DraftState.MISSING: _("File not there"),
    }[state]


def papers_standing(state: DraftState | None, number: int) -> str:
    """Return that so many papers stand like that; None are those that nobody has written yet."""
    return {
        None: count("{number} not written", "{number} not written", number),
        DraftState.IN_STEP: count("{number} in step", "{number} in step", number),
        DraftState.DATA_CHANGED: count("{number} with changed data", "{number} with changed data", number),
        DraftState.EDITED_OUTSIDE: count("{number} edited outside", "{number} edited outside", number),
        DraftState.BOTH: count("{number} changed and edited", "{number} changed and edited", number),
        DraftState.MISSING: count("{number} without its file", "{number} without their files", number),
    }[state]


def state_tone(state: DraftState | None) -> Tone:
    """Return the tone in which a state is shown, beside its words."""
    return {
        None: Tone.MUTED,
        DraftState.IN_STEP: Tone.GOOD,
        DraftState.DATA_CHANGED: Tone.WARN,
        DraftState.EDITED_OUTSIDE: Tone.ACCENT,
        DraftState.BOTH: Tone.WARN,
        DraftState.MISSING: Tone.BAD,
    }[state]


def roll_up_name(roll_up: RollUp) -> str:
    """Return what all ladders of commitments come down to."""
    return {
        RollUp.IN_ORDER: _("in order"),
        RollUp.ATTENTION: _("need attention"),
        RollUp.CLOSED: _("closed"),
        RollUp.NO_WORD: _("no word since the last round"),
    }[roll_up]


def roll_up_tone(roll_up: RollUp) -> Tone:
    """Return the tone of a part of the bar."""
    return {
        RollUp.IN_ORDER: Tone.ACCENT,
        RollUp.ATTENTION: Tone.WARN,
        RollUp.CLOSED: Tone.GOOD,
        RollUp.NO_WORD: Tone.QUIET,
    }[roll_up]


def step_name(place: Place) -> str:
    """Return what there is to do at a place, as the next step."""
    return {
        Place.HOSTING: _("Settle the dates and the place"),
        Place.DIALOGUE: _("Confirm who holds the posts"),
        Place.AGENDA: _("Complete the agenda: leads and points"),
        Place.DELEGATIONS: _("List who comes"),
        Place.COMMITMENTS: _("Follow up what was agreed"),
        Place.SOURCES: _("Look at what the last record leaves out"),
        Place.PAPERS: _("Mend the papers"),
    }[place]


def kind_name(kind: str) -> str:
    """Return what a kind of record is called; one that has no name of its own here goes by that of its class."""
    return {**_of_the_dialogue(), **_of_what_is_agreed_and_written()}.get(kind, kind)


def _of_the_dialogue() -> dict[str, str]:
    return {
        "Dialogue": _("Dialogue"),
        "Side": _("Side"),
        "Entity": _("Entity"),
        "Post": _("Post"),
        "Tenure": _("Holder of a post"),
        "Person": _("Person"),
        "Topic": _("Topic"),
        "Mechanism": _("Mechanism"),
        "Objective": _("Objective"),
        "Instrument": _("Instrument"),
        "TopicProposal": _("Proposed topic"),
        "GuidanceRequest": _("Request for guidance"),
        "Subgroup": _("Sub-group"),
        "SpecialMeeting": _("Meeting beside the rounds"),
        "Round": _("Round"),
        "AgendaItem": _("Agenda item"),
        "SpeakingPoint": _("Speaking point"),
        "Delegate": _("Delegate"),
        "Absence": _("Absence"),
        "Agenda": _("Agenda"),
        "AgendaItemLead": _("Lead on an agenda item"),
        "AgendaItemCommitment": _("Commitment under an agenda item"),
        "Biography": _("Biography"),
        "MilestonePlan": _("Plan of milestones"),
        "PlannedMilestone": _("Milestone of a plan"),
        "Milestone": _("Milestone"),
        "SteeringPoint": _("Steering point"),
    }


def _of_what_is_agreed_and_written() -> dict[str, str]:
    return {
        "SavedFilter": _("Saved filter"),
        "Source": _("Source"),
        "SourceParagraph": _("Paragraph of a source"),
        "Commitment": _("Commitment"),
        "StatusEntry": _("Status of a commitment"),
        "Alias": _("Other name"),
        "Marking": _("Marking"),
        "Citation": _("Place in a source"),
        "ObjectiveTopic": _("Tie of an objective to a topic"),
        "ObjectiveInstrument": _("Tie of an objective to an instrument"),
        "CommitmentInstrument": _("Tie of a commitment to an instrument"),
        "CommitmentLead": _("Lead on a commitment"),
        "StoreSetting": _("Setting of the store"),
        "WordingGrade": _("Rung of the scale of wordings"),
        "Template": _("Template"),
        "InstrumentEntry": _("Step in the life of an instrument"),
        "CommitmentLink": _("Link between commitments"),
        "Passage": _("Paragraph of the communiqué"),
        "Option": _("Wording in brackets"),
        "Clearance": _("Consulted and approved"),
        "Draft": _("Written paper"),
        "Release": _("Released copy"),
        "OwnWords": _("Words of our own in a paper"),
        "UnitLook": _("How words look in a paper"),
        "UnitNote": _("Comment on a paper"),
        "ReturnedCopy": _("Edited copy"),
    }


def language_name(language: str) -> str:
    """Return the name of a language, in the language of the window."""
    names = {"en": _("English"), "fr": _("French"), "zh-Hans": _("Simplified Chinese")}
    return names.get(language, language)


def delegate_role_name(role: DelegateRole) -> str:
    """Return what a delegate comes as."""
    return {
        DelegateRole.HEAD: _("Head"),
        DelegateRole.MEMBER: _("Member"),
        DelegateRole.ADVISER: _("Adviser"),
        DelegateRole.INTERPRETER: _("Interpreter"),
        DelegateRole.NOTE_TAKER: _("Note-taker"),
        DelegateRole.SECURITY: _("Security"),
        DelegateRole.PRESS: _("Press"),
    }[role]


def commitment_kind_name(kind: CommitmentKind) -> str:
    """Return what sort of undertaking it is."""
    return {
        CommitmentKind.ACTION: _("action"),
        CommitmentKind.CONTINUING: _("continuing"),
        CommitmentKind.DISCUSSION: _("discussion"),
        CommitmentKind.NORM: _("norm"),
        CommitmentKind.SCHEDULING: _("scheduling"),
    }[kind]


def strength_name(strength: Strength) -> str:
    """Return how firmly a party binds itself."""
    return {Strength.FIRM: _("firm"), Strength.SOFT: _("intended")}[strength]


def commitment_state_name(state: CommitmentState | None) -> str:
    """Return what became of a commitment; None is one of which nothing was heard."""
    return {
        None: _("no word"),
        CommitmentState.NOT_STARTED: _("not started"),
        CommitmentState.ON_TRACK: _("on track"),
        CommitmentState.CHALLENGES: _("challenges"),
        CommitmentState.MET: _("met"),
        CommitmentState.NOT_PURSUED: _("not pursued"),
        CommitmentState.ACTIVE: _("active"),
        CommitmentState.DORMANT: _("dormant"),
        CommitmentState.CONCLUDED: _("concluded"),
        CommitmentState.IN_FORCE: _("in force"),
        CommitmentState.CONCERN_RAISED: _("concern raised"),
        CommitmentState.DISPUTED: _("disputed"),
        CommitmentState.ENDED: _("ended"),
        CommitmentState.OPEN: _("open"),
        CommitmentState.CONFIRMED: _("confirmed"),
        CommitmentState.MISSED: _("missed"),
        CommitmentState.HELD: _("held"),
    }[state]


def commitment_state_tone(state: CommitmentState | None) -> Tone:
    """Return the tone in which a state of a commitment is shown, beside its words."""
    rolled = roll_up(state)
    return Tone.MUTED if rolled is RollUp.NO_WORD else roll_up_tone(rolled)


def voice_name(voice: Voice) -> str:
    """Return whose word a status is."""
    return {Voice.OURS: _("ours"), Voice.THEIRS: _("theirs, as stated"), Voice.JOINT: _("joint")}[voice]


def source_kind_name(kind: SourceKind) -> str:
    """Return what sort of source it is."""
    return {
        SourceKind.TERMS_OF_REFERENCE: _("Terms of reference"),
        SourceKind.JOINT_RECORD: _("Joint record"),
        SourceKind.OTHER: _("Other source"),
    }[kind]


def short_name(entity: Entity, language: str) -> str:
    """Return the abbreviation of an entity, else its name."""
    return entity.abbreviation.read(language, "en") or entity.name.read(language, "en")
