"""The briefing book: every paper of a round in one file, with cover, contents and dividers, under its total marking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_prep.documents.compose.frame import ComposedPaper, at_foot, dialogue_name, foot, framed, place_and_days
from dialogue_prep.documents.compose.markings import strictest
from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.model import (
    Block,
    Contents,
    Divider,
    Document,
    Heading,
    NewSection,
    PageBreak,
    Paragraph,
    Role,
    Run,
    paragraph,
    rewritten,
    words_alone,
)
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

_AFTER_THE_ROUND = (PaperKind.RECORD, PaperKind.OUTCOMES, PaperKind.LETTERS)


def papers_in_book(dossier: Dossier) -> tuple[tuple[PaperKind, Audience], ...]:
    """Return which papers are parts of the book: ours of each kind that makes sense by now, in order of number."""
    hosts = dossier.round.host_id == dossier.home.id
    left_out = {PaperKind.BOOK, PaperKind.OWN}
    left_out |= set() if hosts else {PaperKind.GUEST_NOTE}
    left_out |= set() if dossier.round.status.took_place else set(_AFTER_THE_ROUND)
    kinds = sorted((kind for kind in PaperKind if kind not in left_out), key=lambda kind: kind.number)
    return tuple(
        (kind, Audience.INTERNAL if Audience.INTERNAL in kind.audiences else Audience.SHARED) for kind in kinds
    )


def compose_book(parts: Sequence[Document], dossier: Dossier, request: PaperRequest) -> Document:
    """Return the book of these papers; whoever wants to edit one edits that paper, so the book holds words alone."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    marking = strictest(dossier, request.language, (part.marking for part in parts))
    title = phrases.say("Briefing book for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal))
    paper = ComposedPaper(
        kind=PaperKind.BOOK,
        audience=Audience.INTERNAL,
        title=title,
        blocks=(),
    )
    book = framed(paper, shared, marking, request, phrases)
    cover = (
        paragraph(title, Role.PART_TITLE),
        paragraph(dialogue_name(shared, phrases), Role.OVERLINE),
        paragraph(place_and_days(shared, phrases), Role.OVERLINE),
        *((paragraph(phrases.say("As a whole: {marking}", marking=marking), Role.DETAILS),) if marking else ()),
    )
    dividers = tuple(
        Divider(number, phrases.say("Part {number}", number=number), f"{number}\N{EM SPACE}{part.title}", part.marking)
        for number, part in enumerate(parts, start=1)
    )
    contents = (PageBreak(), Heading((Run(phrases.say("Contents")),), 1), Contents(dividers))
    body = (
        block
        for divider, part in zip(dividers, parts, strict=True)
        for block in _part(
            divider, part, foot(phrases.say(NAMES[PaperKind.BOOK]), at_foot(part.marking, shared), request, phrases)
        )
    )
    return replace(book, blocks=(*cover, *contents, *body))


def _part(divider: Divider, part: Document, footer: Paragraph) -> Iterator[Block]:
    yield NewSection(part.header, (footer,))
    yield divider
    yield PageBreak()
    yield from (rewritten(block, words_alone) for block in part.blocks)
