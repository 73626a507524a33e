"""What a placeholder alone in a paragraph stands for: a paper, or a part of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.model import Block, Columns, Document, Paragraph, Role, paragraph
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.sentence import Sentence

PAPER, BODY, DRAFTING, TOPICS = "paper", "paper.body", "drafting", "topics"
_HEAD = (Role.OVERLINE, Role.TITLE, Role.PART_TITLE, Role.DETAILS)


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part of a paper; `kind` is set where it is the text of one of our papers."""

    meaning: Sentence
    audiences: tuple[Audience, ...]
    kind: PaperKind | None = None


_BOTH = (Audience.SHARED, Audience.INTERNAL)
_NAMED = {PaperKind.DELEGATION_LIST: "delegations", PaperKind.COMMITMENTS_REPORT: "commitments"}
_MEANINGS = {
    PaperKind.AGENDA: Sentence.of("the agenda, as a table"),
    PaperKind.DELEGATION_LIST: Sentence.of("our delegation; in internal papers both"),
    PaperKind.COMMITMENTS_REPORT: Sentence.of("the commitments and what became of them"),
}
_NO_PARTS = (PaperKind.BOOK, PaperKind.OWN)
PARTS: Mapping[str, TemplatePart] = MappingProxyType(
    {
        PAPER: TemplatePart(Sentence.of("the whole paper with its title"), _BOTH),
        BODY: TemplatePart(Sentence.of("the whole paper without its title"), _BOTH),
        DRAFTING: TemplatePart(Sentence.of("who drafted, was consulted and approved"), (Audience.INTERNAL,)),
        TOPICS: TemplatePart(Sentence.of("the topics on the agenda, as a list"), _BOTH),
    }
    | {
        _NAMED.get(kind, kind.value): TemplatePart(
            _MEANINGS.get(kind, Sentence.of("the text of the paper “{paper}”", paper=Sentence(NAMES[kind]))),
            _BOTH if Audience.SHARED in kind.audiences else (Audience.INTERNAL,),
            kind,
        )
        for kind in PaperKind
        if kind not in _NO_PARTS
    }
)


def paper_of(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    """Return one of our papers, as a part of another; the shared one where a kind has no internal one."""
    version = audience if audience in kind.audiences else Audience.SHARED
    # Of an internal paper there is no copy for either side.
    asked = request if version is Audience.SHARED else replace(request, copy_for="")
    return compose(kind, version, dossier, asked)


def topics(shared: SharedRound, phrases: Phrases) -> tuple[Block, ...]:
    """Return the topics on the agenda as a list; a prompt where there are none."""
    found = [item for item in shared.items if item.kind is ItemKind.TOPIC]
    if not found:
        return (paragraph(phrases.say("No agenda has been drawn up for this round yet."), Role.PROMPT),)
    titles = (item.title.read(phrases.language) for item in found)
    return tuple(paragraph(f"{number}.\t{title}", Role.NUMBERED) for number, title in enumerate(titles, 1))


def without_title(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a paper without the lines above and below its title."""
    rest = list(blocks)
    while rest and isinstance(rest[0], Paragraph) and rest[0].role in _HEAD:
        del rest[0]
    if rest and isinstance(rest[0], Columns):
        rows = [row for row in rest[0].rows if not all(_of_head(line) for side in row for line in side)]
        rest[:1] = [Columns(tuple(rows))] if rows else []
    return tuple(rest)


def _of_head(line: object) -> bool:
    return isinstance(line, Paragraph) and line.role in _HEAD
