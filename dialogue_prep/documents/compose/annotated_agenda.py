"""The annotated agenda: for our own chair and desk officers, what lies behind each item and what we want of it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.agenda import question_words
from dialogue_prep.documents.compose.days import by_day, hours_of
from dialogue_prep.documents.compose.frame import GAP, ComposedPaper, framed
from dialogue_prep.documents.compose.item_history import earlier, last_time
from dialogue_prep.documents.compose.item_page import SUBSTANTIVE
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.mentions import Mentions
from dialogue_prep.documents.compose.passages import passage_paragraphs
from dialogue_prep.documents.compose.points import prompt_for
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_communique import shared_passages
from dialogue_prep.documents.compose.shared_round import shared_entities, shared_questions, shared_round
from dialogue_prep.documents.compose.shown import ITEM, composed, held, runs_of, worded, words_of
from dialogue_prep.documents.compose.standing import status
from dialogue_prep.documents.compose.taken_up import commitments_under, objectives_under
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
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
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.text import Text

_WIDTHS = (36, 126)


def compose_annotated_agenda(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the annotated agenda: a table of notes for each item, a line for each break."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    mentions = Mentions(phrases)
    blocks: list[Block] = []
    for heading, slots in by_day(dossier.slots, lambda slot: slot.day, shared, 1, phrases):
        blocks += heading
        for slot in slots:
            blocks += _item(dossier, slot, 2 if heading else 1, mentions, phrases)
    paper = ComposedPaper(
        kind=PaperKind.ANNOTATED_AGENDA,
        audience=Audience.INTERNAL,
        title=phrases.say("Annotated agenda of the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(blocks)
        or (paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT),),
        with_hours=True,
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _item(dossier: Dossier, slot: Slot, level: int, mentions: Mentions, phrases: Phrases) -> Iterator[Block]:
    parts = [phrases.say("Item {number}", number=slot.number)] if slot.number else []
    parts.append(hours_of(slot, phrases))
    if not slot.item.ends_day:
        parts.append(phrases.minutes(slot.item.minutes))
    key = UnitKey(ITEM, slot.item.id, "title", phrases.language)
    if slot.item.kind is ItemKind.BREAK:
        yield Paragraph((Run(GAP.join(parts) + GAP), *held(key, slot.item.title, phrases)), Role.ITEM_LINE)
        return
    yield paragraph(GAP.join(parts), Role.ITEM_LINE)
    yield Heading(held(key, slot.item.title, phrases), level)
    rows = tuple(_rows(dossier, slot, mentions, phrases))
    if rows:
        yield Table(caption=words_of(slot.item.title, phrases), widths=_WIDTHS, rows=rows, together=True)


def _rows(dossier: Dossier, slot: Slot, mentions: Mentions, phrases: Phrases) -> Iterator[Row]:
    substantive = slot.item.kind in SUBSTANTIVE
    if substantive:
        yield _row(phrases.say("Leads"), *_leads(dossier, slot, mentions, phrases))
        for head, field, sentences in (
            (phrases.say("History"), "history", earlier(dossier, slot, phrases)),
            (phrases.say("Last round"), "last round", last_time(dossier, slot, phrases)),
        ):
            if sentences:
                words = composed(slot.item.id, field, phrases.together(sentences), phrases)
                yield _row(head, Paragraph((words,), Role.CELL))
    yield from _still_open(dossier, slot, phrases)
    if slot.item.kind is ItemKind.GUIDANCE and (questions := shared_questions(dossier)):
        lines = (Paragraph(question_words(one, phrases), Role.CELL) for one in questions)
        yield _row(phrases.say("Still open"), *lines)
    yield from _wanted(slot, substantive=substantive, phrases=phrases)
    yield from _speaks_first(dossier, slot, substantive=substantive, phrases=phrases)
    yield from _draft_text(dossier, slot, phrases)


def _row(head: str, *paragraphs: Paragraph) -> Row:
    return cell(head, Role.CELL_QUIET), Cell(paragraphs)


def _leads(dossier: Dossier, slot: Slot, mentions: Mentions, phrases: Phrases) -> Iterator[Paragraph]:
    for side in (dossier.home, dossier.away):
        name = Run(f"{side.name.read(phrases.language)}{phrases.say(': ')}")
        if leads := dossier.leads_of(slot.item, side):
            yield Paragraph((name, *mentions.listed(shared_entities(leads))), Role.CELL)
        else:
            key = UnitKey(ITEM, slot.item.id, f"lead {side.id}", "")
            prompt = phrases.say("[no lead yet; the co-chair’s institution until then]")
            yield Paragraph((name, Unit(key, UnitClass.FIXED, (), prompt)), Role.CELL)


def _still_open(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Row]:
    lines = []
    for commitment in commitments_under(dossier, slot):
        words = worded(
            phrase("{action}: {status}"),
            phrases,
            action=runs_of(commitment.action or commitment.wording, phrases, begins=True, goes_on=True),
            status=status(dossier, commitment, phrases),
        )
        code = Run(f"{commitment.code}\N{EM SPACE}", strong=True)
        lines.append(Paragraph((code, composed(slot.item.id, f"open {commitment.id}", words, phrases)), Role.CELL))
    if lines:
        yield _row(phrases.say("Still open"), *lines)
    if objectives := objectives_under(dossier, slot):
        yield _row(
            phrases.say("Near-term objectives"),
            *(
                Paragraph(
                    (Run(f"{objective.number}\N{EM SPACE}", strong=True), *runs_of(objective.wording, phrases)),
                    Role.CELL,
                )
                for objective in objectives
            ),
        )


def _wanted(slot: Slot, *, substantive: bool, phrases: Phrases) -> Iterator[Row]:
    wanted: tuple[tuple[str, str, Text], ...] = (
        (phrases.say("Our objective"), "objective", slot.item.objective),
        (phrases.say("Outcome wanted"), "outcome", slot.item.outcome),
    )
    for head, field, text in wanted:
        key = UnitKey(ITEM, slot.item.id, field, phrases.language)
        if text:
            yield _row(head, Paragraph(held(key, text, phrases), Role.CELL))
        elif substantive:
            yield _row(head, Paragraph((prompt_for(key, head, phrases),), Role.CELL))


def _speaks_first(dossier: Dossier, slot: Slot, *, substantive: bool, phrases: Phrases) -> Iterator[Row]:
    head = phrases.say("Speaks first")
    if slot.item.speaks_first_id:
        yield cell(head, Role.CELL_QUIET), cell(dossier.side(slot.item.speaks_first_id).name.read(phrases.language))
    elif substantive:
        key = UnitKey(ITEM, slot.item.id, "speaks first", "")
        yield _row(head, Paragraph((Unit(key, UnitClass.FIXED, (), phrases.say("[to be settled]")),), Role.CELL))


def _draft_text(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[Row]:
    """Yield what the draft communiqué says on the topic of an item; its own item has the whole of it in that paper."""
    if not slot.item.topic_id:
        return
    own = (passage for passage in shared_passages(dossier) if passage.topic_id == slot.item.topic_id)
    lines = [line for passage in own for line in passage_paragraphs(passage, phrases, Role.CELL)]
    if lines:
        yield _row(phrases.say("Draft text"), *lines)
