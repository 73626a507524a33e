"""What a field of a record holds, in the words of the window, for those who read what was done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dialogue_prep.domain.agenda import AgendaState, ItemKind
from dialogue_prep.domain.commitment import CommitmentKind, CommitmentState, Strength, Voice
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.domain.consultation import GuidanceState, ProposalState
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import InstrumentKind, InstrumentState
from dialogue_prep.domain.lineage import LinkKind
from dialogue_prep.domain.milestone import DayCount, Part
from dialogue_prep.domain.post import PostRole
from dialogue_prep.domain.round import RoundForm, RoundStatus, TurnUse
from dialogue_prep.domain.seating_rules import FacingDoor, InterpreterSeat, SeatOrder
from dialogue_prep.domain.source import CitationRole, SourceKind, Subject
from dialogue_prep.domain.speaking import PointKind, SteeringKind
from dialogue_prep.domain.special_meeting import MeetingKind
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.gui import consultation_terms, dialogue_terms, hosting_terms, lineage_terms, round_terms, terms
from dialogue_prep.gui.agenda_terms import hour_in_words
from dialogue_prep.gui.communique_terms import passage_state_name
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.field_names import field_name
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.seating_terms import seating_choice_name
from dialogue_prep.gui.words import _, with_remark
from dialogue_prep.store.fields import field_content, hints_of
from dialogue_prep.store.kinds import KIND_OF_NAME


def field_in_words(kind: str, field: str) -> str:
    """Return what a field of a kind of record is called, as the journal names both; of a text, with its language."""
    name, _dot, language = field.partition(".")
    called = _("Name", "of a person") if (kind, name) == ("person", "name") else field_name(name)
    return with_remark(called, terms.language_name(language) if language else "")


def content_in_words(kind: str, field: str, plain: object, named: Mapping[str, Identified], language: str) -> str:
    """Return what such a field holds; `named` are the records that fields name, by their identifiers."""
    match plain:
        case None | "":
            return _("nothing")
        case [str(), str(words)]:
            return words
        case str() if plain in named:
            return record_title(named[plain], language)
        case str() if field in ("language", "second_language"):
            return terms.language_name(plain)
    hint = hints_of(KIND_OF_NAME[kind]).get(field)
    try:
        content = field_content(hint, plain) if hint else plain
    except (ValueError, TypeError):  # a former version kept it otherwise
        content = plain
    match content:
        case bool():
            return _("yes") if content else _("no")
        case StrEnum():
            return choice_name(content)
        case date():
            return day_in_words(content, language)
        case time():
            return hour_in_words(content)
        case _:
            return str(plain)


def choice_name(chosen: StrEnum) -> str:
    """Return what one of the choices that a record can hold is called."""
    return _NAMES[type(chosen)](chosen)


def _subject_name(subject: Subject) -> str:
    return terms.kind_name(KIND_OF_NAME[subject].__name__)


def _citation_role_name(role: CitationRole) -> str:
    return {CitationRole.STATES: _("Stated"), CitationRole.MENTIONS: _("Mentioned")}[role]


_NAMES: Mapping[type[StrEnum], Callable[[Any], str]] = MappingProxyType(
    {
        AgendaState: round_terms.agenda_state_name,
        Audience: terms.audience_name,
        Cadence: dialogue_terms.cadence_name,
        CitationRole: _citation_role_name,
        CommitmentKind: terms.commitment_kind_name,
        CommitmentState: terms.commitment_state_name,
        DayCount: hosting_terms.day_count_name,
        DelegateRole: terms.delegate_role_name,
        FacingDoor: seating_choice_name,
        GuidanceState: consultation_terms.guidance_state_name,
        HostRule: dialogue_terms.host_rule_name,
        InstrumentKind: dialogue_terms.instrument_kind_name,
        InstrumentState: dialogue_terms.instrument_state_name,
        InterpreterSeat: seating_choice_name,
        ItemKind: round_terms.item_kind_name,
        LinkKind: lineage_terms.link_kind_name,
        MeetingKind: hosting_terms.meeting_kind_name,
        PaperKind: terms.paper_name,
        Part: hosting_terms.part_name,
        PassageState: passage_state_name,
        PointKind: round_terms.point_kind_name,
        PostRole: dialogue_terms.post_role_name,
        Profile: terms.profile_name,
        ProposalState: consultation_terms.proposal_state_name,
        RoundForm: hosting_terms.round_form_name,
        RoundStatus: round_terms.round_status_name,
        SeatOrder: seating_choice_name,
        SourceKind: terms.source_kind_name,
        SteeringKind: round_terms.steering_kind_name,
        Strength: terms.strength_name,
        Subject: _subject_name,
        TemplateUse: terms.template_use_name,
        TurnUse: hosting_terms.turn_use_name,
        Voice: terms.voice_name,
    }
)
"""Who names the choices of each enumeration; a test looks that none is missing."""
