"""Where we stand on an item: what was agreed, in its own words, what became of it, what the last record left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogue_prep.documents.compose.reference import cited
from dialogue_prep.documents.compose.shown import (
    ITEM,
    Words,
    cell_of,
    closed,
    composed,
    fixed,
    joined,
    placed,
    runs_of,
    worded,
)
from dialogue_prep.documents.compose.taken_up import commitments_under, objectives_under, places
from dialogue_prep.documents.model import Block, Heading, ListItem, Paragraph, Role, Run, Table, UnitKey, cell
from dialogue_prep.documents.wording import Phrases, capitalised, phrase
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.commitment import Commitment, StatusEntry, Voice, latest, standing
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.readiness import no_word_since
from dialogue_prep.domain.silence import is_known, is_silent, last_record
from dialogue_prep.domain.source import Subject
from dialogue_prep.domain.topic import Objective

VOICES = {
    Voice.OURS: phrase("as we see it"),
    Voice.THEIRS: phrase("as they state it"),
    Voice.JOINT: phrase("agreed jointly"),
}

_OVERVIEW_WIDTHS = (17, 91, 34, 20)


def where_we_stand(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    """Yield the blocks under "Where we stand", and near-term objectives; each heading only where something is known."""
    commitments = commitments_under(dossier, slot)
    if known := tuple(_known(dossier, slot, commitments, phrases)):
        yield Heading((Run(phrases.say("Where we stand")),), 2)
        yield from known
    objectives = objectives_under(dossier, slot)
    if objectives:
        yield Heading((Run(phrases.say("Near-term objectives")),), 2)
    named = {instrument.id for commitment in commitments for instrument in dossier.instruments_of(commitment)}
    for objective in objectives:
        yield from _objective(dossier, slot, objective, named, phrases)


def _known(dossier: Dossier, slot: Slot, commitments: Sequence[Commitment], phrases: Phrases) -> Iterator[Block]:
    if slot.item.kind is ItemKind.FOLLOW_UP and dossier.live_commitments:
        yield _overview(dossier, phrases)
    for commitment in commitments:
        yield from _commitment(dossier, slot, commitment, phrases)
    if not commitments and slot.item.kind is ItemKind.TOPIC:
        words = phrases.say("Nothing agreed in earlier rounds is still open on this topic.")
        yield Paragraph((composed(slot.item.id, "nothing open", words, phrases),))
    yield from _topic_silence(dossier, slot, phrases)


def status(dossier: Dossier, commitment: Commitment, phrases: Phrases) -> str:
    """Return the status of a commitment in a few words: the one that counts, and theirs where it differs from ours."""
    entries = dossier.entries_of(commitment)
    counting = standing(entries)
    if counting is None:
        return no_word(dossier, phrases)
    parts = [_stated(counting, phrases)]
    theirs = latest(entries, Voice.THEIRS)
    if counting.voice is Voice.OURS and theirs and theirs.state is not counting.state:
        parts.append(_stated(theirs, phrases))
    if no_word_since(dossier, entries):
        parts.append(no_word(dossier, phrases))
    return phrases.say("; ").join(parts)


def no_word(dossier: Dossier, phrases: Phrases) -> str:
    """Return that nothing was heard, and since when."""
    if dossier.last_held is None:
        return phrases.say("no word so far")
    return phrases.say("no word since the {ordinal} round", ordinal=phrases.ordinal(dossier.last_held.ordinal))


def _stated(entry: StatusEntry, phrases: Phrases) -> str:
    return phrases.say(
        "{state} ({voice}, {day})",
        state=phrases.say(entry.state),
        voice=phrases.say(VOICES[entry.voice]),
        day=phrases.day(entry.on),
    )


def _overview(dossier: Dossier, phrases: Phrases) -> Table:
    under = places(dossier)
    heads = ("", phrases.say("Undertaking"), phrases.say("Status"), phrases.say("Under item"))
    rows = []
    for commitment in dossier.live_commitments:
        place = under.get(commitment.id)
        rows.append(
            (
                cell(commitment.code, Role.CELL_QUIET),
                cell_of(commitment.action or commitment.wording, phrases, begins=True),
                cell(capitalised(status(dossier, commitment, phrases)), Role.CELL_QUIET),
                cell(str(place.number) if place and place.number else "", Role.CELL_QUIET),
            )
        )
    return Table(
        caption=phrases.say("Undertakings still to be followed up"),
        widths=_OVERVIEW_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(rows),
    )


def _commitment(dossier: Dossier, slot: Slot, commitment: Commitment, phrases: Phrases) -> Iterator[Block]:
    key = UnitKey(ITEM, slot.item.id, f"wording {commitment.id}", phrases.language)
    code = Run(f"{commitment.code}\N{EM SPACE}", strong=True)
    yield Paragraph((code, *fixed(key, commitment.wording, phrases)), Role.QUOTATION)
    sentences: list[str | Words] = [_where_from(dossier, commitment, phrases)]
    sentences.append(phrases.say("Status: {status}.", status=status(dossier, commitment, phrases)))
    entry = standing(dossier.entries_of(commitment))
    if entry and entry.evidence:
        sentences.append(closed(runs_of(entry.evidence, phrases), phrases))
    if entry and entry.next_step:
        step = closed(runs_of(entry.next_step, phrases), phrases)
        sentences.append(worded(phrase("Next step: {step}"), phrases, step=step))
    if instruments := dossier.instruments_of(commitment):
        sentences.append(_instruments(instruments, phrases))
    if commitment.topic_id and not commitment.topic_confirmed:
        sentences.append(phrases.say("That it belongs to this topic is still to be confirmed."))
    words = joined(phrases.together, sentences)
    yield Paragraph((composed(slot.item.id, f"standing {commitment.id}", words, phrases),), Role.REMARK)


def _where_from(dossier: Dossier, commitment: Commitment, phrases: Phrases) -> str:
    if commitment.source_id is None:
        return phrases.closed(commitment.reference)
    source = dossier.source(commitment.source_id)
    where = cited(dossier, source, phrases)
    if commitment.paragraph is None:
        return phrases.closed(where)
    number = dossier.number_of(source.id, commitment.paragraph)
    return phrases.say("{source}, paragraph {number}.", source=where, number=number)


def _objective(
    dossier: Dossier, slot: Slot, objective: Objective, named: Collection[str], phrases: Phrases
) -> Iterator[Block]:
    key = UnitKey(ITEM, slot.item.id, f"objective {objective.id}", phrases.language)
    number = Run(f"{objective.number}\N{EM SPACE}", strong=True)
    yield Paragraph((number, *fixed(key, objective.wording, phrases)), Role.QUOTATION)
    sentences: list[str | Words] = []
    if instruments := tuple(i for i in dossier.instruments_of(objective) if i.id not in named):
        sentences.append(_instruments(instruments, phrases))
    record = last_record(dossier)
    if record and is_known(dossier, record) and not dossier.mentioned(record, Subject.OBJECTIVE, objective.id):
        where = cited(dossier, record, phrases)
        sentences.append(phrases.say("{source}: nothing on this objective.", source=where))
    if sentences:
        words = joined(phrases.together, sentences)
        yield Paragraph((composed(slot.item.id, f"standing {objective.id}", words, phrases),), Role.REMARK)


def _topic_silence(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Block]:
    record, topic_id = last_record(dossier), slot.item.topic_id
    if record is None or not topic_id or not is_known(dossier, record):
        return
    if is_silent(dossier, record, dossier.topic(topic_id)):
        where = cited(dossier, record, phrases)
        words = phrases.say("{source}: nothing on this topic.", source=where)
        yield ListItem((composed(slot.item.id, "silence", words, phrases),))


def _instruments(instruments: tuple[Instrument, ...], phrases: Phrases) -> Words:
    named = joined(phrases.listed, [_instrument(instrument, phrases) for instrument in instruments])
    said = phrases.count("Instrument: {listed}.", "Instruments: {listed}.", len(instruments), listed="{listed}")
    return placed(said, listed=named)


def _instrument(instrument: Instrument, phrases: Phrases) -> Words:
    title = runs_of(instrument.title, phrases)
    if instrument.state is None:
        return title
    state = phrases.say(instrument.state)
    return worded(phrase("{instrument} ({state})"), phrases, instrument=title, state=state)
