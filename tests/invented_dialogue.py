"""A dialogue between two states that do not exist, one value or more of every kind, after its second round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, time
from typing import Any, TypeVar, get_args, get_type_hints

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead, ItemKind
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.clearance import Clearance, Release
from dialogue_prep.domain.commitment import (
    Commitment,
    CommitmentInstrument,
    CommitmentKind,
    CommitmentLead,
    CommitmentState,
    StatusEntry,
    Voice,
)
from dialogue_prep.domain.communique import Option, Passage, PassageState
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.delegation import Absence, Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Cadence, Dialogue, Entity, HostRule, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, Draft, PaperKind, Profile
from dialogue_prep.domain.identity import DraftId, Identified
from dialogue_prep.domain.instrument import (
    Instrument,
    InstrumentEntry,
    InstrumentKind,
    InstrumentState,
    ObjectiveInstrument,
)
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.milestone import DayCount, Milestone, MilestonePlan, Part, PlannedMilestone
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.returned import OwnWords, ReturnedCopy, UnitLook, UnitNote
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, SourceKind, SourceParagraph, Subject
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint, SteeringKind, SteeringPoint
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.store.kinds import KINDS

V = TypeVar("V", bound=Identified)

TODAY = date(2032, 2, 6)
LAST_ROUND = date(2031, 6, 22)


def said(english: str, french: str = "", chinese: str = "") -> Text:
    """Return a text whose original is English, with the translations that are given."""
    translated = (
        Wording("fr", french, WordingState.TRANSLATION),
        Wording("zh-Hans", chinese, WordingState.TRANSLATION),
    )
    return Text((Wording("en", english), *translated))


def invented_dialogue() -> tuple[Identified, ...]:
    """Return the values in an order in which they can be kept: Ostrava is ours, Lumen hosts the third round."""
    return (
        StoreSetting(id=REFERENCE_DAY, value=TODAY.isoformat()),
        Marking(id="public", rank=1, name=said("PUBLIC", "PUBLIC"), shared=True),
        Marking(id="inner", rank=2, name=said("INTERNAL", "INTERNE"), internal=True, ceiling=True),
        WordingGrade(id="seek", position=1, name=said("seek"), phrases=said("seek\ncontinue to seek", "rechercher")),
        SavedFilter(id="filter", name="Open on rivers", list_name="commitments", criteria="topic\tcrime"),
        Template(id="letterhead", name="Letterhead", use=TemplateUse.EVERY, language="la", content=b"PK"),
        *_sides(),
        *_matters(),
        *_sources(),
        *_rounds(),
        *_before_the_round(),
        *_commitments(),
        *_agenda(),
        *_whole_round(),
        *_delegations(),
        *_clearances(),
    )


def of_kind(values: Iterable[Identified], kind: type[V]) -> tuple[V, ...]:
    """Return the values of one kind."""
    return tuple(value for value in values if type(value) is kind)


def dossier_of(values: Iterable[Identified], round_id: str = "round-3") -> Dossier:
    """Return the dossier of a round made of these values alone, without any store."""
    values = tuple(values)
    parts: dict[str, Any] = {"dialogue": of_kind(values, Dialogue)[0]}
    parts["round"] = next(one for one in of_kind(values, Round) if one.id == round_id)
    hints = get_type_hints(Dossier)
    for field in fields(Dossier):
        kinds = [kind for kind in get_args(hints[field.name]) if kind in KINDS]
        if not kinds:
            continue
        parts[field.name] = of_kind(values, kinds[0])
    parts["agenda"] = next((agenda for agenda in parts["agenda"] if agenda.round_id == round_id), None)
    here = {item.id for item in parts["items"] if parts["agenda"] and item.agenda_id == parts["agenda"].id}
    parts["items"] = tuple(item for item in parts["items"] if item.id in here)
    for name in ("item_leads", "item_commitments", "points"):
        parts[name] = tuple(value for value in parts[name] if value.agenda_item_id in here)
    for name in ("delegates", "absences", "steering_points", "passages", "milestones"):
        parts[name] = tuple(value for value in parts[name] if value.round_id == round_id)
    drafted = {passage.id for passage in parts["passages"]}
    parts["options"] = tuple(option for option in parts["options"] if option.passage_id in drafted)
    return Dossier(**parts)


def invented_dossier() -> Dossier:
    """Return the dossier of the third round."""
    return dossier_of(invented_dialogue())


def _sides() -> tuple[Identified, ...]:
    return (
        Dialogue(
            id="dialogue",
            designation=said("Standing Dialogue on Rivers and Justice", "Dialogue permanent", "河流与司法常设对话"),
            purpose=said("To speak of rivers."),
            cadence=Cadence.ANNUAL,
            host_rule=HostRule.ALTERNATE,
            topics_open=True,
        ),
        Side(
            id="ostrava",
            dialogue_id="dialogue",
            position=1,
            name=said("Ostrava", "Ostravie", "奥斯特拉瓦"),
            home=True,
            hosts_first=True,
            capital=said("Brodno"),
            time_zone="Europe/Prague",
        ),
        Side(
            id="lumen",
            dialogue_id="dialogue",
            position=2,
            name=said("Lumen", "Lumène", "卢门"),
            long_name=said("Republic of Lumen"),
            capital=said("Port Lumen", "Port-Lumen", "卢门港"),
            time_zone="Asia/Tokyo",
        ),
        Entity(id="waters", side_id="ostrava", position=1, precedence=2, name=said("Office of Waters")),
        Entity(id="courts", side_id="ostrava", position=2, precedence=1, name=said("Office of Courts")),
        Entity(id="rivers", side_id="lumen", position=1, precedence=1, name=said("Ministry of Rivers")),
        Post(id="chair-o", side_id="ostrava", title=said("Coordinator"), role=PostRole.CO_CHAIR, entity_id="courts"),
        Post(id="chair-l", side_id="lumen", title=said("State Secretary"), role=PostRole.CO_CHAIR),
        Person(id="ada", side_id="ostrava", name=said("Ada Example"), form_of_address=said("Ms.")),
        Person(id="bo", side_id="lumen", name=said("Bo Sample", chinese="样本")),
        Biography(id="biography", person_id="bo", career=said("A judge, then a minister."), languages=said("Lumenese")),
        Tenure(id="tenure-o", post_id="chair-o", person_id="ada", as_of=LAST_ROUND, confirmed=True),
        Tenure(id="tenure-l", post_id="chair-l", person_id="bo", as_of=LAST_ROUND),
    )


def _matters() -> tuple[Identified, ...]:
    return (
        Topic(id="crime", dialogue_id="dialogue", number=1, title=said("Crime on rivers", "Criminalité", "跨境犯罪")),
        Topic(id="consular", dialogue_id="dialogue", number=2, title=said("Consular affairs")),
        Topic(id="water", dialogue_id="dialogue", number=3, title=said("Water", "Eau"), added_on=LAST_ROUND),
        Mechanism(id="group", dialogue_id="dialogue", number=1, name=said("Working group on locks")),
        Objective(id="treaty-soon", dialogue_id="dialogue", number=1, wording=said("Conclude an extradition treaty.")),
        Objective(id="gauges", dialogue_id="dialogue", number=2, wording=said("Share the readings of gauges.")),
        Instrument(
            id="treaty",
            dialogue_id="dialogue",
            title=said("Extradition Treaty", "", "引渡条约"),
            kind=InstrumentKind.TREATY,
        ),
        ObjectiveInstrument(id="oi", objective_id="treaty-soon", instrument_id="treaty"),
        ObjectiveTopic(id="ot", objective_id="treaty-soon", topic_id="crime"),
    )


def _sources() -> tuple[Identified, ...]:
    def cites(id_: str, subject: Subject, subject_id: str, role: CitationRole) -> Citation:
        return Citation(id=id_, source_id="record", subject=subject, subject_id=subject_id, role=role, paragraph=1)

    return (
        Source(
            id="record",
            dialogue_id="dialogue",
            kind=SourceKind.JOINT_RECORD,
            title=said("Joint Communiqué of the Second Round"),
            place="Brodno",
            dated=LAST_ROUND,
            sha256="0" * 64,
        ),
        SourceParagraph(id="paragraph", source_id="record", number=1, words="They spoke of crime and 引渡."),
        cites("cite-round", Subject.ROUND, "round-2", CitationRole.STATES),
        cites("cite-crime", Subject.TOPIC, "crime", CitationRole.MENTIONS),
        cites("cite-water", Subject.TOPIC, "water", CitationRole.MENTIONS),
        cites("cite-objective", Subject.OBJECTIVE, "treaty-soon", CitationRole.MENTIONS),
        InstrumentEntry(
            id="treaty-1",
            instrument_id="treaty",
            state=InstrumentState.NEGOTIATION,
            on=LAST_ROUND,
            source_id="record",
            paragraph=1,
        ),
        Alias(
            id="alias", subject=Subject.INSTRUMENT, subject_id="treaty", name=said("Handover Pact"), source_id="record"
        ),
    )


def _rounds() -> tuple[Identified, ...]:
    return (
        Round(
            id="round-1",
            dialogue_id="dialogue",
            ordinal=1,
            host_id="lumen",
            city=said("Port Lumen"),
            year=2030,
            start=date(2030, 5, 4),
            status=RoundStatus.CLOSED,
        ),
        Round(
            id="round-2",
            dialogue_id="dialogue",
            ordinal=2,
            host_id="ostrava",
            city=said("Brodno"),
            year=2031,
            start=date(2031, 6, 21),
            end=LAST_ROUND,
            status=RoundStatus.HELD,
        ),
        Round(
            id="round-3",
            dialogue_id="dialogue",
            ordinal=3,
            host_id="lumen",
            city=said("Port Lumen"),
            year=2032,
            start=date(2032, 6, 1),
            end=date(2032, 6, 2),
            time_zone="Asia/Tokyo",
            status=RoundStatus.DATES_AGREED,
        ),
    )


def _before_the_round() -> tuple[Identified, ...]:
    return (
        TopicProposal(
            id="proposal",
            dialogue_id="dialogue",
            title=said("Bridges"),
            proposed_by="lumen",
            their_consent=date(2032, 1, 9),
            reason=said("Two fell in."),
        ),
        Subgroup(id="lock-group", dialogue_id="dialogue", name=said("Sub-group on locks"), topic_id="water"),
        GuidanceRequest(
            id="guidance",
            dialogue_id="dialogue",
            mechanism_id="group",
            question=said("Who opens the lock at night?"),
            raised_on=date(2032, 1, 20),
            round_id="round-3",
        ),
        SpecialMeeting(
            id="locks",
            dialogue_id="dialogue",
            kind=MeetingKind.SUBGROUP,
            subgroup_id="lock-group",
            title=said("Locks"),
            reason=said("The sides asked for it in the second round."),
            reference="letter of March 2032",
            host_id="ostrava",
            city=said("Brodno"),
            start=date(2032, 4, 7),
        ),
        MilestonePlan(id="guest-plan", name=said("When we travel", "Quand nous voyageons"), part=Part.GUEST),
        PlannedMilestone(id="plan-list", plan_id="guest-plan", position=1, title=said("Delegation list"), offset=15),
        Milestone(id="note", round_id="round-3", title=said("Propose dates"), offset=150, done_on=date(2032, 1, 5)),
        Milestone(
            id="list",
            round_id="round-3",
            title=said("Send the delegation list", "Envoyer la liste"),
            offset=15,
            count=DayCount.WORKING_BOTH,
            owner="Desk A",
        ),
        Milestone(id="visas", round_id="round-3", title=said("Visas"), fixed=date(2032, 5, 3)),
        Milestone(id="gift", round_id="round-3", title=said("A gift"), offset=20, waived=said("None is exchanged.")),
    )


def _commitments() -> tuple[Identified, ...]:
    def agreed(number: int, kind: CommitmentKind, topic: str | None, words: str, **more: Any) -> Commitment:
        return Commitment(
            id=f"c{number}",
            dialogue_id="dialogue",
            round_id="round-2",
            code=f"R2-{number:02}",
            wording=said(words),
            action=said(words.removesuffix(".").lower()),
            kind=kind,
            topic_id=topic,
            **{"source_id": "record", "paragraph": 1, **more},
        )

    return (
        agreed(
            1, CommitmentKind.DISCUSSION, "crime", "They go on speaking of extradition.", objective_id="treaty-soon"
        ),
        agreed(2, CommitmentKind.ACTION, "water", "Lumen sends its list.", by_id="lumen", mechanism_id="group"),
        agreed(3, CommitmentKind.NORM, "water", "No side opens a lock unannounced.", topic_confirmed=False),
        agreed(
            4,
            CommitmentKind.SCHEDULING,
            None,
            "They meet in Port Lumen in 2032.",
            source_id=None,
            paragraph=None,
            reference="letter of May 2031",
        ),
        CommitmentLead(id="lead-1", commitment_id="c1", entity_id="courts"),
        CommitmentLink(
            id="link", commitment_id="c3", earlier_id="c1", kind=LinkKind.REFINES, reason=said("The same locks.")
        ),
        CommitmentInstrument(id="ci", commitment_id="c1", instrument_id="treaty"),
        StatusEntry(
            id="status-1",
            commitment_id="c1",
            voice=Voice.OURS,
            state=CommitmentState.DORMANT,
            on=date(2031, 12, 1),
            evidence=said("Nobody wrote."),
        ),
    )


def _agenda() -> tuple[Identified, ...]:
    def item(position: int, id_: str, kind: ItemKind, title: str, minutes: int, **more: Any) -> AgendaItem:
        return AgendaItem(
            id=id_, agenda_id="agenda", position=position, kind=kind, title=said(title), minutes=minutes, **more
        )

    return (
        Agenda(id="agenda", round_id="round-3", begins=time(9, 30), minutes_available=300),
        item(1, "opening", ItemKind.OPENING, "Opening", 15, speaks_first_id="lumen"),
        item(2, "on-crime", ItemKind.TOPIC, "Crime on rivers", 60, topic_id="crime", objective=said("Keep it alive.")),
        item(3, "pause", ItemKind.BREAK, "Break", 15),
        item(4, "on-water", ItemKind.TOPIC, "Water", 45, topic_id="water"),
        item(5, "next", ItemKind.NEXT_ROUND, "The next round", 15),
        item(6, "later", ItemKind.OTHER_BUSINESS, "Bridges", 30, parked=True),
        AgendaItemLead(id="leads-1", agenda_item_id="on-crime", entity_id="courts"),
        AgendaItemLead(id="leads-2", agenda_item_id="on-crime", entity_id="rivers"),
        AgendaItemCommitment(id="follows-1", agenda_item_id="on-crime", commitment_id="c1"),
        SpeakingPoint(
            id="point-1",
            agenda_item_id="on-crime",
            kind=PointKind.POINT,
            position=1,
            words=said("Thank them for the lists.", "Remercier."),
            marking_id="inner",
        ),
    )


def _whole_round() -> tuple[Identified, ...]:
    return (
        SteeringPoint(
            id="steering-1",
            round_id="round-3",
            kind=SteeringKind.RISK,
            position=1,
            words=said("They may cancel."),
            marking_id="inner",
        ),
        Passage(
            id="passage-1",
            round_id="round-3",
            position=1,
            state=PassageState.AGREED,
            state_on=date(2026, 3, 2),
            reason=said("They asked for it."),
            words=said("The two sides met.", "Les deux parties se sont réunies."),
        ),
        Passage(
            id="passage-2",
            round_id="round-3",
            position=2,
            topic_id="crime",
            commitment_id="c1",
            fall_back=said("Say less."),
            red_line=said("No list."),
        ),
        Option(id="option-1", passage_id="passage-2", side_id="ostrava", position=1, words=said("They will go on.")),
        Option(id="option-2", passage_id="passage-2", side_id="lumen", position=2, words=said("They may go on.")),
    )


def _delegations() -> tuple[Identified, ...]:
    return (
        Delegate(
            id="head",
            round_id="round-3",
            side_id="ostrava",
            person_id="ada",
            role=DelegateRole.HEAD,
            precedence=1,
            entity_id="courts",
            office=said("Coordinator"),
            stands_in_for_id="chair-o",
            note=said("Comes by train."),
        ),
        Absence(id="absence", round_id="round-3", entity_id="waters", reason=said("The floods.")),
    )


def _clearances() -> tuple[Identified, ...]:
    return (
        Clearance(
            id="clearance",
            round_id="round-3",
            kind=PaperKind.AGENDA,
            audience=Audience.SHARED,
            consulted="Desk A",
            approved="Desk B",
            approved_on=TODAY,
        ),
        _draft(),
        OwnWords(
            id="own",
            round_id="round-3",
            unit="internal:agenda_item/opening/courtesy",
            words=said("Welcome."),
            base=said("Hello."),
        ),
        UnitLook(
            id="look",
            round_id="round-3",
            unit="speaking_point/point-1/words",
            language="en",
            words_hash="3" * 64,
            marks="0\t5\tstrong\t",
        ),
        UnitNote(
            id="remark",
            round_id="round-3",
            unit="speaking_point/point-1/words",
            language="en",
            words="Is that so?",
            author="Desk B",
            on=TODAY,
            draft_id=DraftId("draft"),
        ),
        ReturnedCopy(
            id="copy",
            draft_id=DraftId("draft"),
            round_id="round-3",
            path="/nowhere/agenda-b.docx",
            file_hash="4" * 64,
            author="Desk B",
            taken_on=TODAY,
        ),
        Release(
            id="release",
            draft_id=DraftId("draft"),
            path="/nowhere/agenda.docx",
            file_hash="2" * 64,
            on=TODAY,
            findings="A comment.",
        ),
    )


def _draft() -> Draft:
    return Draft(
        id=DraftId("draft"),
        round_id="round-3",
        kind=PaperKind.AGENDA,
        audience=Audience.SHARED,
        language="en",
        version=1,
        profile=Profile.WORD,
        marking="PUBLIC",
        path="/nowhere/agenda.docx",
        written_on=TODAY,
        content_hash="1" * 64,
        file_hash="2" * 64,
        snapshot=b"\x00\x01\xff",
    )
