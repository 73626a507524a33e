"""Delegation lists: for the other side ours; for us both, with who stands in for whom and who is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import SharedDelegate, SharedDelegation, shared_delegation
from dialogue_prep.documents.compose.shared_round import SharedEntity, SharedRound, shared_round
from dialogue_prep.documents.compose.shown import cell_of, held, held_name, runs_of, worded
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    ListItem,
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
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

ROLES = {
    DelegateRole.HEAD: phrase("head of delegation"),
    DelegateRole.MEMBER: phrase("member"),
    DelegateRole.ADVISER: phrase("adviser"),
    DelegateRole.INTERPRETER: phrase("interpreter"),
    DelegateRole.NOTE_TAKER: phrase("note-taker"),
    DelegateRole.SECURITY: phrase("security"),
    DelegateRole.PRESS: phrase("press"),
}
_SUPPORT = (DelegateRole.INTERPRETER, DelegateRole.NOTE_TAKER, DelegateRole.SECURITY, DelegateRole.PRESS)
_WIDTHS = (8, 48, 58, 48)

Remarks = Mapping[str, tuple[Paragraph, ...]]
"""What is said beneath the name of a delegate, by the delegate’s id."""


def compose_shared_delegation(shared: SharedRound, delegation: SharedDelegation, request: PaperRequest) -> Document:
    """Return the list of our delegation; nothing that is not in the first two arguments can stand in it."""
    phrases = Phrases(request.language)
    title = phrases.say(
        "Delegation of {side} to the {ordinal} round",
        side=delegation.side.name,
        ordinal=phrases.ordinal(shared.ordinal),
    )
    blocks = tuple(_members(delegation, {}, phrases))
    paper = ComposedPaper(
        kind=PaperKind.DELEGATION_LIST,
        audience=Audience.SHARED,
        title=title,
        blocks=blocks,
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def compose_internal_delegations(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the lists of both delegations, ours first."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    remarks = {delegate.id: tuple(_remarks(dossier, delegate, phrases)) for delegate in dossier.delegates}
    blocks: list[Block] = []
    for side in (dossier.home, dossier.away):
        name = (side.long_name or side.name).read(request.language)
        delegation = shared_delegation(dossier, side)
        blocks += [paragraph(_how_many(delegation, phrases), Role.ITEM_LINE), Heading((Run(name),), 1)]
        blocks += _members(delegation, remarks, phrases)
        blocks += _absences(dossier, side.id, phrases)
    paper = ComposedPaper(
        kind=PaperKind.DELEGATION_LIST,
        audience=Audience.INTERNAL,
        title=phrases.say("Delegations to the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(blocks),
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _how_many(delegation: SharedDelegation, phrases: Phrases) -> str:
    named = phrases.count("{number} person", "{number} persons", len(delegation.delegates))
    missing = len(delegation.to_be_named)
    return phrases.line((named, phrases.say("{number} still to be named", number=missing) if missing else ""))


def _members(delegation: SharedDelegation, remarks: Remarks, phrases: Phrases) -> Iterator[Block]:
    members = [delegate for delegate in delegation.delegates if delegate.role not in _SUPPORT]
    support = [delegate for delegate in delegation.delegates if delegate.role in _SUPPORT]
    rows = [_row(number, member, remarks, phrases) for number, member in enumerate(members, start=1)]
    rows += [_missing(len(members) + place, entity, phrases) for place, entity in enumerate(delegation.to_be_named, 1)]
    if rows:
        yield _table(phrases.say("Members"), rows, phrases)
    elif not support:
        yield paragraph(phrases.say("Nobody has been put on this list yet."), Role.PROMPT)
    if support:
        yield Heading((Run(phrases.say("Support staff")),), 2)
        rows = [_row(number, one, remarks, phrases) for number, one in enumerate(support, start=1)]
        yield _table(phrases.say("Support staff"), rows, phrases)


def _table(caption: str, rows: list[Row], phrases: Phrases) -> Table:
    heads = ("", phrases.say("Name"), phrases.say("Post"), phrases.say("Institution"))
    return Table(
        caption=caption,
        widths=_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(rows),
    )


def _row(number: int, delegate: SharedDelegate, remarks: Remarks, phrases: Phrases) -> Row:
    key = UnitKey("delegate", delegate.id, "name", phrases.language)
    # The name is that of the person; the key is that of the place on the list, which stands in a paper only once.
    strong = delegate.role is DelegateRole.HEAD
    before, after = phrases.around_a_name(delegate.form_of_address)
    name: tuple[Inline, ...] = (
        *((Run(before, strong=strong),) if before else ()),
        held_name(key, delegate.name, phrases, strong=strong),
        *((Run(after, strong=strong),) if after else ()),
    )
    role = paragraph(capitalised(phrases.say(ROLES[delegate.role])), Role.CELL_REMARK)
    if not delegate.confirmed:
        unit = UnitKey("delegate", delegate.id, "confirmed", "")
        name = (*name, Run(" "), Unit(unit, UnitClass.FIXED, (), phrases.say("[to be confirmed]")))
    office = held(
        UnitKey("delegate", delegate.id, "office", phrases.language),
        delegate.office,
        phrases,
        prompt=phrases.say("[post to be entered]"),
    )
    return (
        cell(str(number), Role.CELL_QUIET),
        Cell((Paragraph(name, Role.CELL), role, *remarks.get(delegate.id, ()))),
        Cell((Paragraph(office, Role.CELL),)),
        cell_of(delegate.entity.name, phrases) if delegate.entity else cell(""),
    )


def _missing(number: int, entity: SharedEntity, phrases: Phrases) -> Row:
    key = UnitKey("entity", entity.id, "delegate", "")
    unit = Unit(key, UnitClass.FIXED, (), phrases.say("[to be named]"))
    return (
        cell(str(number), Role.CELL_QUIET),
        Cell((Paragraph((unit,), Role.CELL),)),
        cell(""),
        cell_of(entity.name, phrases),
    )


def _remarks(dossier: Dossier, delegate: Delegate, phrases: Phrases) -> Iterator[Paragraph]:
    if delegate.stands_in_for_id:
        post = next(post for post in dossier.posts if post.id == delegate.stands_in_for_id)
        words = worded(phrase("Designated officer for: {post}"), phrases, post=runs_of(post.title, phrases))
        yield Paragraph(words, Role.CELL_REMARK)
    if delegate.note:
        key = UnitKey("delegate", delegate.id, "note", phrases.language)
        yield Paragraph((Run(phrases.say("Note: ")), *held(key, delegate.note, phrases)), Role.CELL_REMARK)


def _absences(dossier: Dossier, side_id: str, phrases: Phrases) -> Iterator[Block]:
    own = [absence for absence in dossier.absences if dossier.entity(absence.entity_id).side_id == side_id]
    if own:
        yield Heading((Run(phrases.say("Nobody comes from")),), 2)
    for absence in own:
        entity = dossier.entity(absence.entity_id)
        key = UnitKey("absence", absence.id, "reason", phrases.language)
        lead = (*runs_of(entity.name, phrases), Run(phrases.say(": ")))
        yield ListItem((*lead, *held(key, absence.reason, phrases)))
