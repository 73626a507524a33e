"""All that is known of one commitment, for our own eyes."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.mentions import Mentions
from dialogue_prep.documents.compose.reference import cited
from dialogue_prep.documents.compose.shared_round import shared_entities
from dialogue_prep.documents.compose.shown import fixed, placed, runs_of, worded
from dialogue_prep.documents.compose.standing import no_word
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Heading,
    Inline,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Unit,
    UnitClass,
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases, capitalised, phrase
from dialogue_prep.domain.commitment import (
    Commitment,
    CommitmentKind,
    RollUp,
    StatusEntry,
    Voice,
    latest,
    roll_up,
    standing,
)
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.readiness import no_word_since

KINDS = {
    CommitmentKind.ACTION: phrase("action"),
    CommitmentKind.CONTINUING: phrase("continuing cooperation"),
    CommitmentKind.DISCUSSION: phrase("discussion"),
    CommitmentKind.NORM: phrase("rule of conduct"),
    CommitmentKind.SCHEDULING: phrase("date and place of a round"),
}
_HEADS = {
    Voice.OURS: phrase("Status, ours"),
    Voice.THEIRS: phrase("Status, as they state it"),
    Voice.JOINT: phrase("Status, agreed"),
}
_WIDTHS = (40, 122)


def rolled_up(dossier: Dossier, commitment: Commitment) -> RollUp:
    """Return what the status of a commitment comes down to for us; silence since the last round is a status, too."""
    entries = dossier.entries_of(commitment)
    entry = standing(entries)
    found = roll_up(entry.state if entry else None)
    return RollUp.NO_WORD if found is not RollUp.CLOSED and no_word_since(dossier, entries) else found


def account(dossier: Dossier, commitment: Commitment, mentions: Mentions, phrases: Phrases) -> Iterator[Block]:
    """Yield the heading of a commitment, its wording, and a table of what is known of it."""
    action = runs_of(commitment.action or commitment.wording, phrases, begins=True, goes_on=True)
    yield Heading((Run(f"{commitment.code}\N{EM SPACE}"), *action), 3)
    key = UnitKey("commitment", commitment.id, "wording", phrases.language)
    yield Paragraph(fixed(key, commitment.wording, phrases), Role.QUOTATION)
    rows = (*_what(dossier, commitment, mentions, phrases), *_became(dossier, commitment, phrases))
    yield Table(
        caption=f"{commitment.code} {''.join(run.text for run in action)}", widths=_WIDTHS, rows=rows, together=True
    )


def _what(dossier: Dossier, commitment: Commitment, mentions: Mentions, phrases: Phrases) -> Iterator[Row]:
    yield _row(phrases.say("Source"), (Run(_source(dossier, commitment, phrases)),))
    kind = phrases.say(KINDS[commitment.kind])
    if commitment.by_id:
        kind = phrases.say("{kind}, by {side} alone", kind=kind, side=dossier.side(commitment.by_id).name)
    yield _row(phrases.say("Kind"), (Run(capitalised(kind)),))
    if commitment.topic_id:
        topic = dossier.topic(commitment.topic_id)
        words = placed("{number} {title}", number=str(topic.number), title=runs_of(topic.title, phrases))
        if not commitment.topic_confirmed:
            words = worded(phrase("{topic} (to be confirmed)"), phrases, topic=words)
        yield _row(phrases.say("Topic"), words)
    yield cell(phrases.say("Leads"), Role.CELL_QUIET), Cell(tuple(_leads(dossier, commitment, mentions, phrases)))
    if commitment.mechanism_id:
        yield _row(phrases.say("Mechanism"), runs_of(dossier.mechanism(commitment.mechanism_id).name, phrases))
    if commitment.due:
        yield _row(phrases.say("Due"), (Run(phrases.day(commitment.due)),))


def _source(dossier: Dossier, commitment: Commitment, phrases: Phrases) -> str:
    if commitment.source_id is None:
        return commitment.reference
    source = dossier.source(commitment.source_id)
    where = cited(dossier, source, phrases)
    if commitment.paragraph is None:
        return where
    number = dossier.number_of(source.id, commitment.paragraph)
    return phrases.say("{source}, paragraph {number}.", source=where, number=number)


def _leads(dossier: Dossier, commitment: Commitment, mentions: Mentions, phrases: Phrases) -> Iterator[Paragraph]:
    for side in (dossier.home, dossier.away):
        name = Run(f"{side.name.read(phrases.language)}{phrases.say(': ')}")
        if found := dossier.leads_on(commitment, side):
            yield Paragraph((name, *mentions.listed(shared_entities(found))), Role.CELL)
        else:
            key = UnitKey("commitment", commitment.id, f"lead {side.id}", "")
            unit = Unit(key, UnitClass.FIXED, (), phrases.say("[no lead yet]"))
            yield Paragraph((name, unit), Role.CELL)


def _became(dossier: Dossier, commitment: Commitment, phrases: Phrases) -> Iterator[Row]:
    entries = dossier.entries_of(commitment)
    if no_word_since(dossier, entries):
        yield _row(phrases.say("Since the last round"), (Run(capitalised(no_word(dossier, phrases))),))
    for voice in Voice:
        if entry := latest(entries, voice):
            yield cell(phrases.say(_HEADS[voice]), Role.CELL_QUIET), Cell(tuple(_stated(entry, phrases)))
    if not latest(entries, Voice.OURS):
        key = UnitKey("commitment", commitment.id, "status ours", phrases.language)
        prompt = Unit(key, UnitClass.FIXED, (), phrases.say("[To be entered: what we have done, and what comes next]"))
        yield _row(phrases.say(_HEADS[Voice.OURS]), (prompt,))


def _stated(entry: StatusEntry, phrases: Phrases) -> Iterator[Paragraph]:
    words = phrases.say("{state}, {day}", state=phrases.say(entry.state), day=phrases.day(entry.on))
    yield paragraph(capitalised(words), Role.CELL)
    for field, head, text in (
        ("evidence", phrases.say("Evidence"), entry.evidence),
        ("next_step", phrases.say("Next step"), entry.next_step),
    ):
        if text:
            key = UnitKey("status_entry", entry.id, field, phrases.language)
            yield Paragraph((Run(f"{head}{phrases.say(': ')}"), *fixed(key, text, phrases)), Role.CELL_REMARK)


def _row(head: str, inlines: tuple[Inline, ...]) -> Row:
    return cell(head, Role.CELL_QUIET), Cell((Paragraph(inlines, Role.CELL),))
