"""The provisional agenda, which both sides see."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.days import by_day
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.mentions import Mentions
from dialogue_prep.documents.compose.reference import reference
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedEntity, SharedItem, SharedQuestion, SharedRound
from dialogue_prep.documents.compose.shown import ITEM, Words, held, runs_of
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
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
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.draft import Audience, PaperKind

_WIDTHS = (8, 15, 16, 67, 28, 28)


def compose_agenda(shared: SharedRound, request: PaperRequest) -> Document:
    """Return the agenda of a round; nothing that is not in `shared` can stand in it."""
    phrases = Phrases(request.language)
    ordinal = phrases.ordinal(shared.ordinal)
    if shared.provisional:
        title = phrases.say("Provisional agenda of the {ordinal} round", ordinal=ordinal)
        short_title = ""
    else:
        title = phrases.say("Agenda of the {ordinal} round", ordinal=ordinal)
        short_title = phrases.say("Agenda")
    paper = ComposedPaper(
        kind=PaperKind.AGENDA,
        audience=Audience.SHARED,
        title=title,
        short_title=short_title,
        blocks=tuple(_items(shared, title, phrases)),
        with_hours=True,
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _items(shared: SharedRound, title: str, phrases: Phrases) -> Iterator[Block]:
    """Yield the items as a table for each day."""
    if not shared.items:
        yield paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT)
    sides = (side.name.read(phrases.language) for side in shared.in_order(shared.home, shared.away))
    heads = ("", phrases.say("Time"), phrases.say("Minutes"), phrases.say("Item"), *sides)
    mentions = Mentions(phrases)
    for heading, items in by_day(shared.items, lambda item: item.day, shared, 2, phrases):
        yield from heading
        yield Table(
            caption=title,
            widths=_WIDTHS,
            header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
            rows=tuple(_row(item, shared, mentions, phrases) for item in items),
        )


def _row(item: SharedItem, shared: SharedRound, mentions: Mentions, phrases: Phrases) -> Row:
    minutes = Unit(UnitKey(ITEM, item.id, "minutes", ""), UnitClass.HELD, (Run(str(item.minutes)),))
    return (
        cell(str(item.number or ""), Role.CELL_QUIET),
        cell(phrases.hour(item.begins), Role.CELL_QUIET),
        cell("", Role.CELL_QUIET) if item.ends_day else Cell((Paragraph((minutes,), Role.CELL_QUIET),)),
        _title(item, shared, phrases),
        *(
            Cell((Paragraph(_lead(item, leads, mentions, phrases), Role.CELL_QUIET),))
            for leads in shared.in_order(item.home_leads, item.away_leads)
        ),
    )


def _title(item: SharedItem, shared: SharedRound, phrases: Phrases) -> Cell:
    key = UnitKey(ITEM, item.id, "title", phrases.language)
    title = Paragraph(held(key, item.title, phrases, strong=item.number is not None), Role.CELL)
    remark = _remark(item, shared, phrases)
    remarks = (paragraph(remark, Role.CELL_REMARK),) if remark else ()
    questions = shared.questions if item.kind is ItemKind.GUIDANCE else ()
    return Cell((title, *remarks, *(Paragraph(question_words(one, phrases), Role.CELL_REMARK) for one in questions)))


def question_words(question: SharedQuestion, phrases: Phrases) -> Words:
    """Return which mechanism asks, and what."""
    return (
        *runs_of(question.mechanism, phrases),
        Run(phrases.say(": ")),
        *runs_of(question.question, phrases),
    )


def _remark(item: SharedItem, shared: SharedRound, phrases: Phrases) -> str:
    record = shared.last_record
    if item.kind is ItemKind.FOLLOW_UP and record:
        return reference(record.title, record.place, record.dated, phrases)
    if item.kind is ItemKind.NEXT_ROUND:
        if not shared.next_host:
            return phrases.say("Host to be agreed")
        if shared.next_host.read(phrases.language) in item.title.read(phrases.language):
            return ""
        host = phrases.say("Host: {side}", side=shared.next_host)
        return phrases.line((host, phrases.year(shared.next_year) if shared.next_year else ""))
    return ""


def _lead(item: SharedItem, leads: tuple[SharedEntity, ...], mentions: Mentions, phrases: Phrases) -> Words:
    if item.kind is ItemKind.BREAK:
        return (Run(""),)
    return mentions.listed(leads) if leads else (Run(phrases.say("Co-chair")),)
