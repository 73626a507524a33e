"""What is still missing for a round: every gap one sentence, with the place where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.agenda import ItemKind, Slot, overrun
from dialogue_prep.domain.commitment import Commitment, CommitmentKind, StatusEntry
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.domain.consultation import GuidanceRequest, TopicProposal
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.milestone import MilestoneState
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.round import RoundForm
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.silence import last_record, silent_objectives, silent_topics
from dialogue_prep.domain.speaking import PointKind

_NAMED = 12


class Place(StrEnum):
    """Where in the program a gap is mended: a page of the window."""

    AGENDA = "agenda"
    DELEGATIONS = "delegations"
    COMMITMENTS = "commitments"
    HOSTING = "hosting"
    PAPERS = "papers"
    SOURCES = "sources"
    DIALOGUE = "dialogue"


class Mending(StrEnum):
    """What of a record, or of a place, has to be said for a gap to be gone."""

    RECORD = ""
    STATUS = "status"
    DAYS = "days"
    CITY = "city"
    DONE = "done"
    MINUTES = "minutes"
    OUR_LEADS = "our leads"
    THEIR_LEADS = "their leads"
    POINTS = "points"
    HOME = "home"
    POST = "post"
    HOLDER = "holder"
    STEP = "step"
    TOPIC = "topic"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing; a blocking one must be mended before papers go to the other side.

    `subject_id` is the record it is about, empty where it is about the round as a whole; `mending` what of it to say.
    """

    sentence: Sentence
    where: Place
    subject_id: str = ""
    blocking: bool = False
    mending: Mending = Mending.RECORD


def gaps(dossier: Dossier, today: date) -> tuple[Gap, ...]:
    """Return every gap of a round, blocking ones first."""
    found = (
        *_of_the_round(dossier, today),
        *_of_the_milestones(dossier, today),
        *_of_the_agenda(dossier),
        *_of_the_delegations(dossier),
        *_of_the_dialogue(dossier),
        *_of_the_consultations(dossier),
        *_of_the_commitments(dossier, today),
        *_of_the_communique(dossier),
        *_of_the_sources(dossier),
    )
    return tuple(sorted(found, key=lambda gap: not gap.blocking))


def no_word_since(dossier: Dossier, entries: tuple[StatusEntry, ...]) -> bool:
    """Say whether nothing was heard of a commitment since the last round held."""
    last = dossier.last_held
    since = (last.end or last.start) if last else None
    return not any(since is None or entry.on > since for entry in entries)


def _of_the_round(dossier: Dossier, today: date) -> Iterator[Gap]:
    round_ = dossier.round
    if round_.overdue(today):
        said = Sentence.of(
            "Round {ordinal} should have been held by now; record it as held, or as postponed.", ordinal=round_.ordinal
        )
        yield Gap(said, Place.HOSTING, round_.id, mending=Mending.STATUS)
    if round_.start is None:
        said = Sentence.of("Round {ordinal} has no dates yet.", ordinal=round_.ordinal)
        yield Gap(said, Place.HOSTING, round_.id, blocking=True, mending=Mending.DAYS)
    if not round_.city and round_.form is not RoundForm.VIDEO:
        said = Sentence.of("Round {ordinal} has no place yet.", ordinal=round_.ordinal)
        yield Gap(said, Place.HOSTING, round_.id, blocking=True, mending=Mending.CITY)


def _of_the_milestones(dossier: Dossier, today: date) -> Iterator[Gap]:
    for one in dossier.dated_milestones:
        if one.due is not None and one.state(today) is MilestoneState.OVERDUE:
            said = Sentence.of("“{title}” was due on {day}.", title=one.milestone.title, day=one.due)
            yield Gap(said, Place.HOSTING, one.id, mending=Mending.DONE)


def _of_the_agenda(dossier: Dossier) -> Iterator[Gap]:
    if dossier.agenda is None:
        said = Sentence.of("Round {ordinal} has no agenda yet.", ordinal=dossier.round.ordinal)
        yield Gap(said, Place.AGENDA, blocking=True)
        return
    if (over := overrun(dossier.agenda, dossier.items)) > 0:
        yield Gap(
            Sentence.of("The agenda runs {minutes} minutes over.", minutes=over), Place.AGENDA, mending=Mending.MINUTES
        )
    if (differ := days_differ(dossier)) is not None:
        yield Gap(differ, Place.AGENDA)
    for slot in dossier.slots:
        if slot.item.kind is ItemKind.TOPIC:
            yield from _of_an_item(dossier, slot)


def days_differ(dossier: Dossier) -> Sentence | None:
    """Return that the agenda has more days than its round, or that nothing ends the first of several; else None."""
    of_agenda, of_round = dossier.days_of_agenda, dossier.round.days
    if dossier.round.start and of_agenda > of_round:
        return Sentence.of("The agenda has {days} days, the round {round_days}.", days=of_agenda, round_days=of_round)
    if dossier.slots and of_round > 1 and not any(slot.item.ends_day for slot in dossier.slots):
        return Sentence.of("All items of the agenda stand on the first of {round_days} days.", round_days=of_round)
    return None


def _of_an_item(dossier: Dossier, slot: Slot) -> Iterator[Gap]:
    number, item = slot.number, slot.item
    if not dossier.leads_of(item, dossier.home):
        said = Sentence.of("Item {number}, {title}, has no lead on our side.", number=number, title=item.title)
        yield Gap(said, Place.AGENDA, item.id, blocking=True, mending=Mending.OUR_LEADS)
    if not dossier.leads_of(item, dossier.away):
        text = "Item {number}, {title}, has no lead on the side of {side}."
        said = Sentence.of(text, number=number, title=item.title, side=dossier.away.name)
        yield Gap(said, Place.AGENDA, item.id, mending=Mending.THEIR_LEADS)
    if not dossier.points_of(item, PointKind.POINT):
        text = "Item {number}, {title}, has no points to make but the program's proposals."
        said = Sentence.of(text, number=number, title=item.title)
        yield Gap(said, Place.AGENDA, item.id, mending=Mending.POINTS)


def _of_the_delegations(dossier: Dossier) -> Iterator[Gap]:
    coming = {delegate.entity_id for delegate in dossier.delegates}
    excused = {absence.entity_id for absence in dossier.absences}
    for side in (dossier.home, dossier.away):
        for entity in dossier.entities_of(side):
            if entity.participates and entity.id not in coming | excused:
                said = Sentence.of("{entity} has no delegate and no recorded absence.", entity=entity.name)
                yield Gap(said, Place.DELEGATIONS, entity.id, blocking=side.id == dossier.home.id)


def _of_the_dialogue(dossier: Dossier) -> Iterator[Gap]:
    if not any(side.home for side in dossier.sides):
        said = Sentence.of("Nobody has said which side is ours; the program takes {side}.", side=dossier.home.name)
        yield Gap(said, Place.DIALOGUE, dossier.home.id, mending=Mending.HOME)
    for side in (dossier.home, dossier.away):
        if (post := dossier.co_chair(side)) is None:
            said = Sentence.of("{side} has no co-chair post.", side=side.name)
            yield Gap(said, Place.DIALOGUE, side.id, blocking=True, mending=Mending.POST)
        else:
            yield from _of_a_co_chair(dossier, side, post)


def _of_a_co_chair(dossier: Dossier, side: Side, post: Post) -> Iterator[Gap]:
    holder = dossier.holder(post)
    if holder is None:
        said = Sentence.of("Nobody is known to hold the post of {post}.", post=post.title)
        yield Gap(said, Place.DIALOGUE, post.id, mending=Mending.HOLDER)
        return
    person, tenure = holder
    if tenure.confirmed:
        return
    if tenure.as_of is None:
        text = "{person} is named as co-chair for {side}; confirm that, or enter who is now."
        said = Sentence.of(text, person=person.name, side=side.name)
    else:
        text = "{person} was co-chair for {side} as of {day}; confirm that, or enter who is now."
        said = Sentence.of(text, person=person.name, side=side.name, day=tenure.as_of)
    yield Gap(said, Place.DIALOGUE, post.id, mending=Mending.HOLDER)


def _of_the_consultations(dossier: Dossier) -> Iterator[Gap]:
    for request in dossier.guidance_requests:
        put_at = dossier.ordinals.get(request.round_id, 0) if request.round_id else 0
        if request.is_open and put_at <= dossier.round.ordinal:
            yield Gap(unanswered(dossier, request), Place.DIALOGUE, request.id, mending=Mending.STEP)
    for proposal in dossier.topic_proposals:
        if proposal.is_open:
            yield Gap(unsettled(dossier, proposal), Place.DIALOGUE, proposal.id, mending=Mending.STEP)


def unanswered(dossier: Dossier, request: GuidanceRequest) -> Sentence:
    """Say which mechanism waits for guidance, and on what."""
    text = "{mechanism} still waits for guidance: {question}"
    return Sentence.of(text, mechanism=dossier.mechanism(request.mechanism_id).name, question=request.question)


def unsettled(dossier: Dossier, proposal: TopicProposal) -> Sentence:
    """Say whose consent a proposed topic waits for."""
    if proposal.our_consent or proposal.their_consent:
        side = dossier.away if proposal.our_consent else dossier.home
        text = "The proposed topic “{title}” waits for the consent of {side}."
        return Sentence.of(text, title=proposal.title, side=side.name)
    return Sentence.of("The proposed topic “{title}” waits for the consent of both sides.", title=proposal.title)


def _of_the_commitments(dossier: Dossier, today: date) -> Iterator[Gap]:
    for commitment in dossier.live_commitments:
        if commitment.due is not None and commitment.due < today:
            text = "{code} was due on {day}; say what became of it."
            said = Sentence.of(text, code=commitment.code, day=commitment.due)
            yield Gap(said, Place.COMMITMENTS, commitment.id, mending=Mending.STATUS)
    quiet = [c for c in dossier.live_commitments if no_word_since(dossier, dossier.entries_of(c))]
    if quiet:
        text = "Commitments without word since the last round: {count}, namely {codes}."
        said = Sentence.of(text, count=len(quiet), codes=_some(tuple(c.code for c in quiet)))
        yield Gap(said, Place.COMMITMENTS)
    if placeless := [c for c in dossier.live_commitments if dossier.topics and _awaits_topic(c)]:
        text = "Commitments under no topic: {count}, namely {codes}."
        said = Sentence.of(text, count=len(placeless), codes=_some(tuple(c.code for c in placeless)))
        yield Gap(said, Place.COMMITMENTS, placeless[0].id, mending=Mending.TOPIC)
    for commitment in dossier.live_commitments:
        if commitment.topic_id and not commitment.topic_confirmed:
            topic = dossier.topic(commitment.topic_id)
            text = "{code} is put under topic {number}, {title}, as a proposal; confirm or change it."
            said = Sentence.of(text, code=commitment.code, number=topic.number, title=topic.title)
            yield Gap(said, Place.COMMITMENTS, commitment.id, mending=Mending.TOPIC)


def _awaits_topic(commitment: Commitment) -> bool:
    """Say whether nobody has put a commitment under a topic, or under none; when to meet is of no topic."""
    placed = commitment.topic_id is not None or commitment.topic_confirmed
    return not placed and commitment.kind is not CommitmentKind.SCHEDULING


def _of_the_communique(dossier: Dossier) -> Iterator[Gap]:
    """Yield which paragraphs of the draft, by their numbers, are still in brackets, and which await a confirmation."""
    numbered = tuple(enumerate(dossier.kept_passages, start=1))
    for state, text in (
        (PassageState.BRACKETED, "Still in brackets in the draft communiqué, by number: {numbers}."),
        (PassageState.AD_REFERENDUM, "Still ad referendum in the draft communiqué, by number: {numbers}."),
    ):
        found = [(str(number), one.id) for number, one in numbered if one.state is state]
        if found:
            numbers = _some(tuple(number for number, _id in found))
            yield Gap(Sentence.of(text, numbers=numbers), Place.PAPERS, found[0][1])


def _some(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of these codes; a sentence that names thousands could not be read."""
    return codes if len(codes) <= _NAMED else (*codes[:_NAMED], "…")


def _of_the_sources(dossier: Dossier) -> Iterator[Gap]:
    record = last_record(dossier)
    if record is None:
        said = Sentence.of("No joint record of the last round has been read in.")
        yield Gap(said, Place.SOURCES, mending=Mending.SOURCE)
        return
    for topic in silent_topics(dossier, record):
        text = "The last joint record is silent on topic {number}, {title}."
        yield Gap(Sentence.of(text, number=topic.number, title=topic.title), Place.SOURCES, topic.id)
    for objective in silent_objectives(dossier, record):
        text = "The last joint record is silent on objective {number}: {wording}"
        said = Sentence.of(text, number=objective.number, wording=objective.wording)
        yield Gap(said, Place.SOURCES, objective.id)
