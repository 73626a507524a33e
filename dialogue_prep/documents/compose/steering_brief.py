"""The steering brief: on one page why this round, what we want of it, and what has to be decided before."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.points import to_write
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import Words, composed_of_round, held, joined, runs_of, worded
from dialogue_prep.documents.model import (
    Block,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Run,
    UnitKey,
)
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.commitment import RollUp, roll_up, standing
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.readiness import unanswered, unsettled
from dialogue_prep.domain.speaking import SteeringKind

HEADINGS = {
    SteeringKind.WHY_NOW: phrase("Why now"),
    SteeringKind.OBJECTIVE: phrase("Our overall objectives"),
    SteeringKind.THEIR_OBJECTIVE: phrase("Their objectives"),
    SteeringKind.TO_SECURE: phrase("Three things to secure"),
    SteeringKind.RISK: phrase("Risks"),
    SteeringKind.DELIVERABLE: phrase("Deliverables"),
    SteeringKind.PRESS_LINE: phrase("Press line"),
    SteeringKind.DECISION: phrase("Decisions needed"),
}


def compose_steering_brief(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the steering brief of a round, with a prompt wherever only a person can know what to say."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    paper = ComposedPaper(
        kind=PaperKind.STEERING_BRIEF,
        audience=Audience.INTERNAL,
        title=phrases.say("Steering brief for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(block for kind in SteeringKind for block in _part(dossier, shared, kind, phrases)),
    )
    marking = paper_marking(dossier, Audience.INTERNAL, (point.marking_id for point in dossier.steering_points))
    return framed(paper, shared, marking.read(request.language), request, phrases)


def _part(dossier: Dossier, shared: SharedRound, kind: SteeringKind, phrases: Phrases) -> Iterator[Block]:
    head = phrases.say(HEADINGS[kind])
    yield Heading((Run(head),), 2)
    known = tuple(_known(dossier, shared, kind, phrases))
    for number, words in enumerate(known, start=1):
        yield Paragraph((composed_of_round(dossier.round.id, f"{kind} {number}", words, phrases),))
    points = dossier.steering(kind)
    for point in points:
        key = UnitKey("steering_point", point.id, "words", phrases.language)
        yield ListItem(held(key, point.words, phrases))
    if not points and not known:
        yield to_write(UnitKey("round", dossier.round.id, kind, phrases.language), head, phrases)


def _known(dossier: Dossier, shared: SharedRound, kind: SteeringKind, phrases: Phrases) -> Iterator[str | Words]:
    """Yield what follows from the data: why the round is now, which outcomes items want, what is still open."""
    match kind:
        case SteeringKind.WHY_NOW:
            yield from _why_now(dossier, shared, phrases)
        case SteeringKind.DELIVERABLE:
            outcomes = [runs_of(slot.item.outcome, phrases) for slot in dossier.slots if slot.item.outcome]
            if outcomes:
                together = joined(phrases.together, outcomes)
                yield worded(phrase("Wanted under the items of the agenda: {listed}"), phrases, listed=together)
        case SteeringKind.DECISION:
            if open_ := tuple(_open(dossier, phrases)):
                yield phrases.say("Still open: {listed}.", listed=phrases.listed(open_))
            yield from _waiting(dossier, phrases)


def _why_now(dossier: Dossier, shared: SharedRound, phrases: Phrases) -> Iterator[str]:
    last = dossier.last_held
    if last and last.start:
        city = last.city.read(phrases.language)
        where = phrases.line((city, phrases.days(last.start, last.end)))
        yield phrases.say(
            "Last round: the {ordinal}, {where}. Host of this one: {host}.",
            ordinal=phrases.ordinal(last.ordinal),
            where=where,
            host=shared.host.name,
        )
    live = dossier.live_commitments
    if live:
        entries = [(commitment.code, standing(dossier.entries_of(commitment))) for commitment in live]
        troubled = [code for code, entry in entries if entry and roll_up(entry.state) is RollUp.ATTENTION]
        words = phrases.count("{number} undertaking is still open.", "{number} undertakings are still open.", len(live))
        difficult = phrases.say("In difficulty: {codes}.", codes=phrases.listed(troubled)) if troubled else ""
        yield phrases.together((words, difficult))


def _waiting(dossier: Dossier, phrases: Phrases) -> Iterator[str]:
    """Yield which questions the co-chairs have to answer, and which proposed topics wait for whose consent."""
    for request in dossier.guidance_requests:
        if request.waits_at(dossier.round.id):
            yield phrases.sentence(unanswered(dossier, request))
    for proposal in dossier.topic_proposals:
        if proposal.is_open:
            yield phrases.sentence(unsettled(dossier, proposal))


def _open(dossier: Dossier, phrases: Phrases) -> Iterator[str]:
    round_ = dossier.round
    if round_.start is None:
        yield phrases.say("the dates of the round")
    if not round_.city:
        yield phrases.say("the place of the round")
    if dossier.agenda is None:
        yield phrases.say("the agenda")
    for side in (dossier.home, dossier.away):
        post = dossier.co_chair(side)
        holder = dossier.holder(post) if post else None
        if holder is None or not holder[1].confirmed:
            yield phrases.say("who is co-chair for {side}", side=side.name)
    for commitment in dossier.live_commitments:
        if commitment.topic_id and not commitment.topic_confirmed:
            yield phrases.say("the topic of {code}", code=commitment.code)
