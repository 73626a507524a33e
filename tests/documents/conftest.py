"""A dossier of two states that do not exist, for the papers to be composed from."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead, ItemKind
from dialogue_prep.domain.biography import Biography
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
from dialogue_prep.domain.delegation import Absence, Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Cadence, Dialogue, Entity, HostRule, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.instrument import Instrument, InstrumentKind, InstrumentState, ObjectiveInstrument
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, SourceKind, Subject
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint, SteeringKind, SteeringPoint
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from tests.invented_dialogue import said

LAST_DAY = date(2031, 6, 22)


ROOT = Path(__file__).resolve().parents[2]

Asked = Callable[..., PaperRequest]


@pytest.fixture(scope="session", autouse=True)
def _catalogues() -> None:
    """Compile the catalogues of the source tree where they are older than what they are made of."""
    found = importlib.util.spec_from_file_location("build_catalogues", ROOT / "build_catalogues.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    module.compile_catalogues(ROOT)


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """Return a third round between Arvonia (ours) and Belmara (the host), with everything a dossier can hold."""
    return full_dossier()


@pytest.fixture(scope="session")
def unfilled() -> Dossier:
    """Return the same round before anybody has written a point, assigned a lead or set a date."""
    return unfilled_dossier()


@pytest.fixture(scope="session")
def asked() -> Asked:
    """Return a function that makes a request for a paper: `asked("fr", version=2)`."""
    return request


def request(language: str = "en", version: int = 1, second_language: str = "", copy_for: str = "") -> PaperRequest:
    return PaperRequest(
        language=language,
        second_language=second_language,
        copy_for=copy_for,
        version=version,
        written_on=date(2032, 2, 6),
        drafter=Drafter("Ada Example", "Office of the Coordinator"),
    )


def full_dossier() -> Dossier:
    return Dossier(
        dialogue=Dialogue(
            id="d",
            designation=said("Strategic Dialogue on Justice", "Dialogue stratégique sur la justice"),
            short_name=said("the Dialogue", "le Dialogue"),
            purpose=said("A purpose.", "Un but."),
            cadence=Cadence.ANNUAL,
            host_rule=HostRule.ALTERNATE,
            participation=said("Deputy heads take part."),
            subgroups=said("Subgroups may meet."),
            guidance=said("Guidance may be asked."),
        ),
        round=_rounds()[1],
        rounds=_rounds(),
        sides=(
            Side(
                id="arvonia",
                dialogue_id="d",
                position=1,
                name=said("Arvonia", "Arvonie"),
                long_name=said("Republic of Arvonia", "République d’Arvonie"),
                adjective=said("Arvonian", "arvonien"),
                home=True,
                capital=said("Arvon"),
                time_zone="Europe/Paris",
            ),
            Side(
                id="belmara",
                dialogue_id="d",
                position=2,
                name=said("Belmara", "Belmare"),
                long_name=said("Kingdom of Belmara", "Royaume de Belmare"),
                adjective=said("Belmaran", "belmarois"),
                capital=said("Belport"),
                time_zone="Asia/Tokyo",
            ),
        ),
        entities=(
            _entity("justice", "arvonia", 1, "Department of Justice", "Ministère de la Justice", "DoJ"),
            _entity("police", "arvonia", 2, "National Police of Arvonia", "Police nationale d’Arvonie", ""),
            _entity("interior", "belmara", 1, "Ministry of the Interior", "Ministère de l’Intérieur", "MoI"),
            _entity("foreign", "belmara", 2, "Ministry of Foreign Affairs", "Ministère des Affaires étrangères", "MFA"),
        ),
        posts=(
            Post(id="chair-a", side_id="arvonia", title=said("National Coordinator"), role=PostRole.CO_CHAIR),
            Post(id="deputy", side_id="arvonia", title=said("Deputy Head of Justice"), entity_id="justice"),
            Post(id="chair-b", side_id="belmara", title=said("State Secretary"), role=PostRole.CO_CHAIR),
        ),
        people=(
            Person(id="p1", side_id="arvonia", name=said("Ada Example"), form_of_address=said("Ms.")),
            Person(id="p3", side_id="arvonia", name=said("Cy Specimen"), form_of_address=said("Dr.")),
            Person(id="p4", side_id="arvonia", name=said("Di Model")),
            Person(id="p2", side_id="belmara", name=said("Bo Sample"), form_of_address=said("Mr.")),
        ),
        tenures=(
            Tenure(id="t1", post_id="chair-a", person_id="p1", as_of=LAST_DAY, confirmed=True),
            Tenure(id="t2", post_id="chair-b", person_id="p2", as_of=LAST_DAY),
        ),
        biographies=(
            Biography(id="bio", person_id="p2", career=said("A judge, then a minister."), languages=said("Belmaran")),
        ),
        topics=(
            Topic(id="topic-1", dialogue_id="d", number=1, title=said("Organized crime", "Criminalité organisée")),
            Topic(id="topic-2", dialogue_id="d", number=2, title=said("Consular affairs", "Affaires consulaires")),
            Topic(id="topic-3", dialogue_id="d", number=3, title=said("Cyber security")),
        ),
        mechanisms=(Mechanism(id="m1", dialogue_id="d", number=1, name=said("Police working group")),),
        objectives=(
            Objective(
                id="o1",
                dialogue_id="d",
                number=1,
                wording=said("Conclude an extradition treaty.", "Conclure un traité d’extradition."),
            ),
        ),
        instruments=(
            Instrument(
                id="i1",
                dialogue_id="d",
                title=said("Extradition Treaty", "Traité d’extradition"),
                kind=InstrumentKind.TREATY,
                state=InstrumentState.NEGOTIATION,
            ),
        ),
        objective_instruments=(ObjectiveInstrument(id="oi1", objective_id="o1", instrument_id="i1"),),
        sources=_sources(),
        citations=_citations(),
        aliases=(Alias(id="a1", subject=Subject.TOPIC, subject_id="topic-1", name=said("Crime of gangs")),),
        commitments=_commitments(),
        commitment_leads=(
            CommitmentLead(id="cl1", commitment_id="c1", entity_id="justice"),
            CommitmentLead(id="cl2", commitment_id="c1", entity_id="interior"),
        ),
        commitment_instruments=(CommitmentInstrument(id="ci1", commitment_id="c1", instrument_id="i1"),),
        status_entries=_entries(),
        agenda=Agenda(id="agenda", round_id="r3", begins=time(9, 0)),
        items=_items(),
        item_leads=(
            AgendaItemLead(id="l1", agenda_item_id="crime", entity_id="police"),
            AgendaItemLead(id="l2", agenda_item_id="crime", entity_id="interior"),
            AgendaItemLead(id="l3", agenda_item_id="consular", entity_id="justice"),
            AgendaItemLead(id="l4", agenda_item_id="consular", entity_id="interior"),
            AgendaItemLead(id="l5", agenda_item_id="consular", entity_id="foreign"),
            AgendaItemLead(id="l6", agenda_item_id="cyber", entity_id="justice"),
        ),
        item_commitments=(AgendaItemCommitment(id="ic1", agenda_item_id="crime", commitment_id="c1"),),
        points=_points(),
        steering_points=(
            SteeringPoint(
                id="z1", round_id="r3", kind=SteeringKind.RISK, position=1, words=said("They may leave.", "Un départ.")
            ),
            SteeringPoint(id="z2", round_id="r3", kind=SteeringKind.TO_SECURE, position=2, words=said("A second.")),
            SteeringPoint(id="z3", round_id="r3", kind=SteeringKind.TO_SECURE, position=1, words=said("A first.")),
        ),
        passages=_passages(),
        options=(
            Option(id="v2", passage_id="f2", side_id="belmara", position=2, words=said("They may go on.")),
            Option(id="v1", passage_id="f2", side_id="arvonia", position=1, words=said("They will go on.")),
            Option(id="v3", passage_id="f1", side_id="arvonia", position=1, words=said("An earlier wording.")),
        ),
        delegates=(
            Delegate(
                id="g2",
                round_id="r3",
                side_id="arvonia",
                person_id="p3",
                role=DelegateRole.MEMBER,
                precedence=2,
                entity_id="justice",
                office=said("Director of Treaties", "Directrice des traités"),
                stands_in_for_id="deputy",
                note=said("Does not fly."),
            ),
            Delegate(
                id="g3", round_id="r3", side_id="arvonia", person_id="p4", role=DelegateRole.INTERPRETER, precedence=3
            ),
            Delegate(id="g4", round_id="r3", side_id="belmara", person_id="p2", role=DelegateRole.HEAD, precedence=1),
            Delegate(
                id="g1",
                round_id="r3",
                side_id="arvonia",
                person_id="p1",
                role=DelegateRole.HEAD,
                precedence=1,
                office=said("National Coordinator"),
            ),
        ),
        absences=(Absence(id="b1", round_id="r3", entity_id="police", reason=said("Nobody is free.")),),
        markings=(
            Marking(id="open", rank=1, name=said("OPEN", "OUVERT"), shared=True),
            Marking(id="inner", rank=2, name=said("INTERNAL", "INTERNE"), internal=True),
            Marking(id="closed", rank=3, name=said("CLOSED", "RÉSERVÉ"), ceiling=True),
            Marking(id="above", rank=4, name=said("ABOVE ALL")),
        ),
    )


def unfilled_dossier() -> Dossier:
    full = full_dossier()
    return replace(
        full,
        round=replace(full.round, start=None, end=None, venue=NOTHING),
        points=(),
        steering_points=(),
        passages=(),
        options=(),
        delegates=(),
        commitment_leads=(),
        item_leads=(),
        item_commitments=(),
        status_entries=(),
        items=tuple(replace(item, objective=NOTHING, outcome=NOTHING) for item in full.items),
    )


def _rounds() -> tuple[Round, Round]:
    return (
        Round(
            id="r2",
            dialogue_id="d",
            ordinal=2,
            host_id="arvonia",
            city=said("Arvon"),
            year=2031,
            start=LAST_DAY,
            status=RoundStatus.HELD,
        ),
        Round(
            id="r3",
            dialogue_id="d",
            ordinal=3,
            host_id="belmara",
            city=said("Belport"),
            venue=said("Harbour House", "Maison du Port"),
            year=2032,
            start=date(2032, 6, 1),
            end=date(2032, 6, 2),
            time_zone="Asia/Tokyo",
            status=RoundStatus.DATES_AGREED,
            reason=said("A reason of our own."),
        ),
    )


def _entity(id_: str, side: str, precedence: int, name: str, french: str, short: str) -> Entity:
    return Entity(
        id=id_,
        side_id=side,
        position=precedence,
        precedence=precedence,
        name=said(name, french),
        abbreviation=said(short) if short else NOTHING,
    )


def _sources() -> tuple[Source, ...]:
    return (
        Source(
            id="communique",
            dialogue_id="d",
            kind=SourceKind.JOINT_RECORD,
            title=said(
                "Joint Communiqué of the 2nd Strategic Dialogue on Justice",
                "Communiqué conjoint du deuxième Dialogue stratégique sur la justice",
            ),
            place="Arvon",
            dated=LAST_DAY,
        ),
    )


def _citations() -> tuple[Citation, ...]:
    def cites(id_: str, subject: Subject, subject_id: str, role: CitationRole) -> Citation:
        return Citation(id=id_, source_id="communique", subject=subject, subject_id=subject_id, role=role, paragraph=3)

    return (
        cites("k1", Subject.ROUND, "r2", CitationRole.STATES),
        cites("k2", Subject.TOPIC, "topic-1", CitationRole.MENTIONS),
        cites("k3", Subject.TOPIC, "topic-3", CitationRole.MENTIONS),
    )


def _commitments() -> tuple[Commitment, ...]:
    return (
        Commitment(
            id="c1",
            dialogue_id="d",
            round_id="r2",
            code="R2-01",
            wording=said(
                "The two sides agreed to continue their talks on extradition.",
                "Les deux parties sont convenues de poursuivre leurs entretiens sur l’extradition.",
            ),
            action=said("continue the talks on extradition", "poursuivre les entretiens sur l’extradition"),
            kind=CommitmentKind.DISCUSSION,
            topic_id="topic-1",
            mechanism_id="m1",
            source_id="communique",
            paragraph=4,
        ),
        Commitment(
            id="c2",
            dialogue_id="d",
            round_id="r2",
            code="R2-02",
            wording=said("Neither side will condone theft by computer."),
            action=said("neither side condones theft by computer"),
            kind=CommitmentKind.NORM,
            topic_id="topic-3",
            topic_confirmed=False,
            reference="Letter of 3 May 2031",
        ),
        Commitment(
            id="c3",
            dialogue_id="d",
            round_id="r2",
            code="R2-03",
            wording=said("The next round will take place in Belport in 2032."),
            action=said("meet in Belport in 2032", "se réunir à Belport en 2032"),
            kind=CommitmentKind.SCHEDULING,
            source_id="communique",
            paragraph=5,
        ),
    )


def _entries() -> tuple[StatusEntry, ...]:
    return (
        StatusEntry(
            id="s1",
            commitment_id="c1",
            voice=Voice.OURS,
            state=CommitmentState.DORMANT,
            on=date(2031, 12, 1),
            evidence=said("No meeting since the summer."),
            next_step=said("Invite the experts."),
        ),
        StatusEntry(
            id="s2", commitment_id="c1", voice=Voice.THEIRS, state=CommitmentState.ACTIVE, on=date(2031, 11, 1)
        ),
    )


def _items() -> tuple[AgendaItem, ...]:
    rows: tuple[tuple[str, ItemKind, Text, int, str | None, str | None], ...] = (
        ("opening", ItemKind.OPENING, said("Opening remarks", "Allocutions d’ouverture"), 15, None, "belmara"),
        ("adoption", ItemKind.ADOPTION, said("Adoption of the agenda", "Adoption de l’ordre du jour"), 10, None, None),
        (
            "follow-up",
            ItemKind.FOLLOW_UP,
            said("Follow-up of the 2nd round", "Suites de la 2e session"),
            45,
            None,
            None,
        ),
        ("crime", ItemKind.TOPIC, said("Organized crime", "Criminalité organisée"), 50, "topic-1", "arvonia"),
        ("pause", ItemKind.BREAK, said("Break", "Pause"), 15, None, None),
        ("consular", ItemKind.TOPIC, said("Consular affairs", "Affaires consulaires"), 30, "topic-2", "belmara"),
        ("cyber", ItemKind.TOPIC, said("Cyber security"), 45, "topic-3", "arvonia"),
        ("next", ItemKind.NEXT_ROUND, said("The next round", "La prochaine session"), 15, None, None),
        ("other", ItemKind.OTHER_BUSINESS, said("Other business", "Questions diverses"), 10, None, None),
        ("closing", ItemKind.CLOSING, said("Closing remarks", "Allocutions de clôture"), 10, None, "belmara"),
    )
    return tuple(
        AgendaItem(
            id=id_,
            agenda_id="agenda",
            position=position,
            kind=kind,
            title=title,
            minutes=minutes,
            topic_id=topic,
            speaks_first_id=first,
            objective=said("Keep the treaty alive.") if id_ == "crime" else NOTHING,
            outcome=said("A date for the experts.", "Une date pour les experts.") if id_ == "crime" else NOTHING,
        )
        for position, (id_, kind, title, minutes, topic, first) in enumerate(rows, 1)
    )


def _passages() -> tuple[Passage, ...]:
    return (
        Passage(id="f3", round_id="r3", position=3, state=PassageState.DROPPED, words=said("On seals.")),
        Passage(
            id="f1",
            round_id="r3",
            position=1,
            state=PassageState.AGREED,
            words=said("The two sides met in Belport.", "Les deux parties se sont réunies à Belport."),
        ),
        Passage(
            id="f2",
            round_id="r3",
            position=2,
            topic_id="topic-1",
            commitment_id="c1",
            fall_back=said("Leave out the date."),
            red_line=said("No list of names."),
        ),
        Passage(
            id="f4",
            round_id="r3",
            position=4,
            state=PassageState.AD_REFERENDUM,
            words=said("The next round will be in Arvon."),
        ),
    )


def _points() -> tuple[SpeakingPoint, ...]:
    def point(
        id_: str, kind: PointKind, position: int, english: str, french: str = "", about: str = ""
    ) -> SpeakingPoint:
        return SpeakingPoint(
            id=id_,
            agenda_item_id="crime",
            kind=kind,
            position=position,
            words=said(english, french),
            about=said(about) if about else NOTHING,
        )

    return (
        point("w1", PointKind.POINT, 1, "Thank the other side for the lists of March.", "Remercier l’autre partie."),
        point("w2", PointKind.POINT, 2, "Propose that the experts meet in the autumn, in Arvon."),
        point("w3", PointKind.POINT, 3, "Ask who will lead on your side.", about="To the State Secretary"),
        point("w4", PointKind.QUESTION, 1, "What has become of the draft?"),
        point("w5", PointKind.THEIR_LINE, 1, "They will say that the draft is with their ministry."),
        point("w6", PointKind.IF_RAISED, 1, "Courts decide on lists.", about="listing of organizations"),
        point("w7", PointKind.DO_NOT_VOLUNTEER, 1, "Open cases."),
        point("w8", PointKind.ARGUMENT, 1, "Their own experts asked for it."),
        point("w9", PointKind.PRESS_LINE, 1, "The talks go on.", "Les entretiens se poursuivent."),
        point("w10", PointKind.UNDISCLOSED, 1, "What the envoy heard."),
    )
