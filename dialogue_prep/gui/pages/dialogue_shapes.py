"""Which fields the form of each kind of record of the terms of reference has."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Cadence, Dialogue, Entity, HostRule, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, InstrumentKind, InstrumentState
from dialogue_prep.domain.post import Post, PostRole
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.gui.dialogue_terms import (
    cadence_name,
    host_rule_name,
    instrument_kind_name,
    instrument_state_name,
    post_role_name,
)
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape
from dialogue_prep.gui.pages.consultation_shapes import consultation_shapes
from dialogue_prep.gui.pages.entity_field import entity_field
from dialogue_prep.gui.words import _
from dialogue_prep.services.dialogues import TermsOfReference


def shapes_of(record: Identified, terms: TermsOfReference, zones: Sequence[str], language: str) -> list[FieldShape]:
    """Return the fields of a record of the terms of reference; `zones` are the time zones there are."""
    match record:
        case Dialogue():
            return _of_dialogue()
        case Side():
            return _of_side(record, zones)
        case Entity():
            return _of_entity()
        case Post():
            return _of_post(record, terms, language)
        case Topic():
            return [
                _number(),
                FieldShape(name="title", label=_("Title"), kind=FieldKind.LONG, lines=2),
                FieldShape(
                    name="added_on",
                    label=_("Added by consent of both sides on (empty: a standing topic)"),
                    kind=FieldKind.DAY,
                ),
            ]
        case Mechanism():
            return [_number(), FieldShape(name="name", label=_("Name"), kind=FieldKind.LONG, lines=2)]
        case Objective():
            return [_number(), FieldShape(name="wording", label=_("Wording"), kind=FieldKind.LONG)]
        case Instrument():
            return _of_instrument()
        case TopicProposal() | GuidanceRequest() | Subgroup():
            return consultation_shapes(record, terms, language)
    raise AssertionError(type(record).__name__)


def _number() -> FieldShape:
    return FieldShape(name="number", label=_("Number"), kind=FieldKind.NUMBER)


def _of_dialogue() -> list[FieldShape]:
    long = FieldKind.LONG
    return [
        FieldShape(name="designation", label=_("Designation"), kind=long, lines=2),
        FieldShape(name="short_name", label=_("Short name")),
        FieldShape(name="purpose", label=_("Purpose"), kind=long, lines=3),
        FieldShape(
            name="cadence",
            label=_("How often it meets"),
            kind=FieldKind.CHOICE,
            choices=tuple((cadence, cadence_name(cadence)) for cadence in Cadence),
        ),
        FieldShape(
            name="host_rule",
            label=_("Who hosts"),
            kind=FieldKind.CHOICE,
            choices=tuple((rule, host_rule_name(rule)) for rule in HostRule),
        ),
        FieldShape(name="participation", label=_("Participation"), kind=long, lines=3),
        FieldShape(name="subgroups", label=_("Sub-groups"), kind=long, lines=3),
        FieldShape(name="guidance", label=_("Guidance of the co-chairs"), kind=long, lines=3),
        FieldShape(name="topics_open", label=_("Topics may be added by consent of both sides"), kind=FieldKind.SWITCH),
    ]


def _of_side(side: Side, zones: Sequence[str]) -> list[FieldShape]:
    known = dict.fromkeys(("", side.time_zone, *zones))
    return [
        FieldShape(name="name", label=_("Name")),
        FieldShape(name="long_name", label=_("Long name")),
        FieldShape(name="adjective", label=_("Adjective")),
        FieldShape(name="capital", label=_("Capital")),
        FieldShape(
            name="time_zone",
            label=_("Time zone"),
            kind=FieldKind.CHOICE,
            choices=tuple((zone, zone or _("not said")) for zone in known),
        ),
        FieldShape(name="holiday_calendar", label=_("Public holidays of (state or province, such as CN or CA-ON)")),
        FieldShape(name="hosts_first", label=_("Hosts where no round has been held yet"), kind=FieldKind.SWITCH),
    ]


def _of_entity() -> list[FieldShape]:
    return [
        FieldShape(name="name", label=_("Name"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="abbreviation", label=_("Abbreviation")),
        FieldShape(name="position", label=_("Place in the terms of reference"), kind=FieldKind.NUMBER),
        FieldShape(name="precedence", label=_("Precedence"), kind=FieldKind.NUMBER),
        FieldShape(name="participates", label=_("Takes part in rounds"), kind=FieldKind.SWITCH),
    ]


def _of_post(post: Post, terms: TermsOfReference, language: str) -> list[FieldShape]:
    entities = (entity for entity in terms.entities if entity.side_id == post.side_id)
    return [
        FieldShape(name="title", label=_("Title"), kind=FieldKind.LONG, lines=2),
        FieldShape(
            name="role",
            label=_("Role"),
            kind=FieldKind.CHOICE,
            choices=tuple((role, post_role_name(role)) for role in PostRole),
        ),
        entity_field(entities, language),
    ]


def _of_instrument() -> list[FieldShape]:
    return [
        FieldShape(name="title", label=_("Title"), kind=FieldKind.LONG, lines=2),
        FieldShape(
            name="kind",
            label=_("Kind"),
            kind=FieldKind.CHOICE,
            choices=tuple((kind, instrument_kind_name(kind)) for kind in InstrumentKind),
        ),
        FieldShape(
            name="state",
            label=_("How far it has come"),
            kind=FieldKind.CHOICE,
            choices=tuple((state, instrument_state_name(state)) for state in (None, *InstrumentState)),
        ),
    ]
