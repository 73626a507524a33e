"""What is still missing for a round: every gap one sentence, with the place where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.agenda import ItemKind, overrun
from dialogue_prep.domain.commitment import StatusEntry
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.silence import last_record, silent_objectives, silent_topics
from dialogue_prep.domain.speaking import PointKind


class Place(StrEnum):
    """Where in the program a gap is mended: a page of the window."""

    AGENDA = "agenda"
    DELEGATIONS = "delegations"
    COMMITMENTS = "commitments"
    HOSTING = "hosting"
    PAPERS = "papers"
    SOURCES = "sources"
    DIALOGUE = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something missing; a blocking one must be mended before papers go to the other side.

    `subject_id` is the record it is about, empty where it is about the round as a whole.
    """

    sentence: Sentence
    blocking: bool
    where: Place
    subject_id: str = ""


def gaps(dossier: Dossier, today: date) -> tuple[Gap, ...]:
    """Return every gap of a round, blocking ones first."""
    found = (
        *_of_the_round(dossier, today),
        *_of_the_agenda(dossier),
        *_of_the_delegations(dossier),
        *_of_the_dialogue(dossier),
        *_of_the_commitments(dossier),
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
        text = "Round {ordinal} should have been held by now; record it as held, or as postponed."
        yield _gap(text, Place.HOSTING, round_.id, ordinal=round_.ordinal)
    if round_.start is None:
        text = "Round {ordinal} has no dates yet."
        yield _gap(text, Place.HOSTING, round_.id, blocking=True, ordinal=round_.ordinal)
    if not round_.city:
        text = "Round {ordinal} has no place yet."
        yield _gap(text, Place.HOSTING, round_.id, blocking=True, ordinal=round_.ordinal)


def _of_the_agenda(dossier: Dossier) -> Iterator[Gap]:
    if dossier.agenda is None:
        yield _gap("Round {ordinal} has no agenda yet.", Place.AGENDA, blocking=True, ordinal=dossier.round.ordinal)
        return
    if (over := overrun(dossier.agenda, dossier.items)) > 0:
        yield _gap("The agenda runs {minutes} minutes over.", Place.AGENDA, minutes=over)
    for slot in dossier.slots:
        if slot.item.kind is not ItemKind.TOPIC:
            continue
        what = {"number": slot.number, "title": slot.item.title}
        if not dossier.leads_of(slot.item, dossier.home):
            text = "Item {number}, {title}, has no lead on our side."
            yield _gap(text, Place.AGENDA, slot.item.id, blocking=True, **what)
        if not dossier.leads_of(slot.item, dossier.away):
            text = "Item {number}, {title}, has no lead on the side of {side}."
            yield _gap(text, Place.AGENDA, slot.item.id, side=dossier.away.name, **what)
        if not dossier.points_of(slot.item, PointKind.POINT):
            text = "Item {number}, {title}, has no points to make but the program's proposals."
            yield _gap(text, Place.AGENDA, slot.item.id, **what)


def _of_the_delegations(dossier: Dossier) -> Iterator[Gap]:
    coming = {delegate.entity_id for delegate in dossier.delegates}
    excused = {absence.entity_id for absence in dossier.absences}
    for side in (dossier.home, dossier.away):
        for entity in dossier.entities_of(side):
            if entity.participates and entity.id not in coming | excused:
                text = "{entity} has no delegate and no recorded absence."
                ours = side.id == dossier.home.id
                yield _gap(text, Place.DELEGATIONS, entity.id, blocking=ours, entity=entity.name)


def _of_the_dialogue(dossier: Dossier) -> Iterator[Gap]:
    if not any(side.home for side in dossier.sides):
        text = "Nobody has said which side is ours; the program takes {side}."
        yield _gap(text, Place.DIALOGUE, dossier.home.id, side=dossier.home.name)
    for side in (dossier.home, dossier.away):
        post = dossier.co_chair(side)
        if post is None:
            yield _gap("{side} has no co-chair post.", Place.DIALOGUE, side.id, blocking=True, side=side.name)
            continue
        holder = dossier.holder(post)
        if holder is None:
            text = "Nobody is known to hold the post of {post}."
            yield _gap(text, Place.DIALOGUE, post.id, post=post.title)
        elif not holder[1].confirmed:
            known = holder[1].as_of.isoformat() if holder[1].as_of else "–"
            text = "{person} was co-chair for {side} as of {day}; confirm that, or enter who is now."
            yield _gap(text, Place.DIALOGUE, post.id, person=holder[0].name, side=side.name, day=known)


def _of_the_commitments(dossier: Dossier) -> Iterator[Gap]:
    quiet = [c for c in dossier.live_commitments if no_word_since(dossier, dossier.entries_of(c))]
    if quiet:
        text = "{count} commitments have had no word since the last round: {codes}."
        yield _gap(text, Place.COMMITMENTS, count=len(quiet), codes=", ".join(c.code for c in quiet))
    for commitment in dossier.live_commitments:
        if commitment.topic_id and not commitment.topic_confirmed:
            topic = dossier.topic(commitment.topic_id)
            text = "{code} is put under topic {number}, {title}, as a proposal; confirm or change it."
            yield _gap(
                text,
                Place.COMMITMENTS,
                commitment.id,
                code=commitment.code,
                number=topic.number,
                title=topic.title,
            )


def _of_the_sources(dossier: Dossier) -> Iterator[Gap]:
    record = last_record(dossier)
    if record is None:
        yield _gap("No joint record of the last round has been read in.", Place.SOURCES)
        return
    for topic in silent_topics(dossier, record):
        text = "The last joint record is silent on topic {number}, {title}."
        yield _gap(text, Place.SOURCES, topic.id, number=topic.number, title=topic.title)
    for objective in silent_objectives(dossier, record):
        text = "The last joint record is silent on objective {number}: {wording}"
        yield _gap(text, Place.SOURCES, objective.id, number=objective.number, wording=objective.wording)


def _gap(template: str, where: Place, subject_id: str = "", *, blocking: bool = False, **values: object) -> Gap:
    return Gap(sentence=Sentence.of(template, **values), blocking=blocking, where=where, subject_id=subject_id)
