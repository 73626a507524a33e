"""A paper as it stands in a template of the staff: the words of the template, its fields filled, and parts of papers.

What the file will say is a document like any other, so that it is previewed, compared and brought back alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_prep.documents.compose.colophon import colophon
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking, strictest
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import shared_delegation
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.template_fields import (
    INTERNAL_FIELDS,
    MARKING,
    NUMBER,
    SHARED_FIELDS,
    InternalValues,
    SharedValues,
)
from dialogue_prep.documents.compose.template_parts import (
    BODY,
    DRAFTING,
    PAPER,
    PARTS,
    TOPICS,
    paper_of,
    topics,
    without_title,
)
from dialogue_prep.documents.model import (
    Block,
    Document,
    Inline,
    Role,
    Run,
    Unit,
    UnitKey,
    paragraph,
    rewritten,
    words_alone,
)
from dialogue_prep.documents.model import inlines as inlines_of
from dialogue_prep.documents.staff_copy import OutlineLine
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError

_BETWEEN = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class Templated:
    """A paper in a template: the document that says what the file will say, and what each placeholder stands for."""

    document: Document
    fields: Mapping[str, str]
    parts: tuple[tuple[Block, ...], ...]


def own_paper(name: str, template_id: str, audience: Audience, dossier: Dossier, request: PaperRequest) -> Document:
    """Return a paper of the staff's own kind, as yet without words: its name, marking and what stands on each page."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier, copy_for=request.copy_for)
    paper = ComposedPaper(kind=PaperKind.OWN, audience=audience, title=name, short_title=name, blocks=())
    marking = paper_marking(dossier, audience).read(request.language)
    document = framed(paper, shared, marking, request, phrases)
    second = f"+{request.second_language}" if request.second_language else ""
    key = document.key.replace(f"/{PaperKind.OWN}/", f"/{PaperKind.OWN}-{template_id}/", 1)
    return replace(document, key=f"{key}{second}", blocks=(), second_language=request.second_language)


def in_template(
    document: Document,
    outline: Sequence[OutlineLine],
    kind: PaperKind,
    audience: Audience,
    dossier: Dossier,
    request: PaperRequest,
) -> Templated:
    """Return a composed paper as it stands in a template of this outline.

    Raises UserError where the template asks for what these readers may not have, or what nobody knows.
    """
    parts = _Parts(document, kind, audience, dossier, request)
    found = [parts.named(line.part) if line.part else () for line in outline]
    document = _marked(document, parts.marking())
    fields = fields_of(document, kind, audience, dossier, request)
    blocks: list[Block] = []
    for line, part in zip(outline, found, strict=True):
        if line.part != DRAFTING:
            blocks += part if line.part else [paragraph(_filled(line.words, fields))]
    placed = [list(part) for line, part in zip(outline, found, strict=True) if line.part]
    names = [line.part for line in outline if line.part]
    if kind is not PaperKind.OWN and not {PAPER, BODY} & set(names):
        names.append(PAPER)
        placed.append(list(parts.named(PAPER)))
        blocks += placed[-1]
    if DRAFTING not in names and document.colophon:
        placed[next(place for place, name in enumerate(names) if name in (PAPER, BODY))] += document.colophon
    return Templated(
        document=replace(document, blocks=tuple(blocks)), fields=fields, parts=tuple(tuple(part) for part in placed)
    )


def fields_of(
    document: Document, kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest
) -> dict[str, str]:
    """Return what each field stands for in a paper; what is not known is said to be still to be entered."""
    languages = [language for language in (request.language, request.second_language) if language]
    each = [_fields(document, kind, audience, dossier, request, Phrases(language)) for language in languages]
    return {name: _BETWEEN.join(dict.fromkeys(fields[name] for fields in each)) for name in each[0]}


def _fields(
    document: Document,
    kind: PaperKind,
    audience: Audience,
    dossier: Dossier,
    request: PaperRequest,
    phrases: Phrases,
) -> dict[str, str]:
    shared = SharedValues(
        round=shared_round(dossier, copy_for=request.copy_for),
        delegation=shared_delegation(dossier, dossier.home),
        paper=document,
        kind=kind,
        phrases=phrases,
    )
    fields = {name: field.value(shared) for name, field in SHARED_FIELDS.items()}
    if audience is Audience.INTERNAL:
        internal = InternalValues(dossier=dossier, request=request, phrases=phrases)
        fields |= {name: field.value(internal) for name, field in INTERNAL_FIELDS.items()}
    if kind is PaperKind.OWN:
        del fields[NUMBER]
    unknown = phrases.say("[to be entered]")
    return {name: words if words or name == MARKING else unknown for name, words in fields.items()}


class _Parts:
    """Composes the parts that a template asks for; no unit stands in one paper twice."""

    def __init__(
        self, document: Document, kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest
    ) -> None:
        self._document, self._kind, self._audience = document, kind, audience
        self._dossier, self._request = dossier, request
        self._phrases = Phrases(request.language)
        self._seen: set[UnitKey] = set()
        self._markings = [document.marking]

    def named(self, name: str) -> tuple[Block, ...]:
        """Return the blocks for which a placeholder stands."""
        part = PARTS.get(name)
        if part is None or self._audience not in part.audiences or (self._own and name in (PAPER, BODY)):
            raise UserError("This paper has no part “{name}”; take it out of the template.", name=name)
        return tuple(self._once(self._composed(name)))

    def marking(self) -> str:
        """Return the strictest of the markings of the paper and of the parts so far."""
        by_first = {marking.split(_BETWEEN)[0]: marking for marking in self._markings}
        return by_first.get(strictest(self._dossier, self._request.language, by_first), "")

    @property
    def _own(self) -> bool:
        return self._kind is PaperKind.OWN

    def _composed(self, name: str) -> Iterable[Block]:
        if name == PAPER:
            return self._document.blocks
        if name == BODY:
            return without_title(self._document.blocks)
        if name == DRAFTING:
            return self._document.colophon or colophon(self._kind, self._dossier, self._request)
        if name == TOPICS:
            return topics(shared_round(self._dossier, copy_for=self._request.copy_for), self._phrases)
        kind = PARTS[name].kind
        assert kind is not None
        paper = paper_of(kind, self._audience, self._dossier, self._request)
        self._markings.append(paper.marking)
        return without_title(paper.blocks)

    def _once(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            keys = {inline.key for inline in inlines_of(block) if isinstance(inline, Unit)}
            yield rewritten(block, self._without_seen) if keys & self._seen else block
            self._seen |= keys

    def _without_seen(self, inline: Inline) -> Iterable[Inline]:
        return words_alone(inline) if isinstance(inline, Unit) and inline.key in self._seen else (inline,)


def _marked(document: Document, marking: str) -> Document:
    """Return a document under a marking that may be stricter than its own."""
    if marking == document.marking:
        return document
    former = document.marking or "\0"  # nothing to be replaced where it had none

    def change(inline: Inline) -> Inline:
        return replace(inline, text=inline.text.replace(former, marking)) if isinstance(inline, Run) else inline

    footer = tuple(replace(p, inlines=tuple(change(inline) for inline in p.inlines)) for p in document.footer)
    at_top = any(line.inlines and line.inlines[0] != Run("") for line in document.header)
    header = (paragraph(marking, Role.PAGE_MARKING),) if at_top or not document.marking else document.header
    return replace(document, marking=marking, header=header, footer=footer)


def _filled(words: Sequence[str], fields: Mapping[str, str]) -> str:
    unknown = [name for name in words[1::2] if name not in fields]
    if unknown:
        raise UserError("This paper has no field “{name}”; take it out of the template.", name=unknown[0])
    return "".join(fields[word] if place % 2 else word for place, word in enumerate(words))
