"""The commitments report: for both sides what was agreed and its agreed status; for us all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.commitment_account import account, rolled_up
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.mentions import Mentions
from dialogue_prep.documents.compose.reference import reference
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_commitments import SharedCommitment, SharedState, reported
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import cell_of, fixed, runs_of
from dialogue_prep.documents.compose.status_picture import ROLL_UPS, TONES, status_picture
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
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.pictures.status_bar import status_bar
from dialogue_prep.documents.wording import Phrases, capitalised, phrase
from dialogue_prep.domain.commitment import RollUp, Voice, latest
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

PICTURE_WIDTH = 162
_SHARED_WIDTHS = (16, 84, 32, 30)
_OVERVIEW_WIDTHS = (17, 75, 44, 26)
_SHARED_ROLL_UPS = {**ROLL_UPS, RollUp.NO_WORD: phrase("no status agreed yet")}


def compose_shared_report(
    shared: SharedRound, commitments: Sequence[SharedCommitment], request: PaperRequest
) -> Document:
    """Return the report as both sides have it; nothing that is not in the first two arguments can stand in it."""
    phrases = Phrases(request.language)
    blocks: tuple[Block, ...] = (paragraph(_nothing(phrases), Role.PROMPT),)
    if commitments:
        parts = status_bar((commitment.roll_up for commitment in commitments), PICTURE_WIDTH)
        blocks = (
            *status_picture(parts, _SHARED_ROLL_UPS, phrases),
            Heading((Run(phrases.say("What was agreed")),), 2),
            _shared_table(shared, commitments, phrases),
        )
    paper = ComposedPaper(
        kind=PaperKind.COMMITMENTS_REPORT, audience=Audience.SHARED, title=_title(shared, phrases), blocks=blocks
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def compose_internal_report(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the report with how we see each commitment, what we know of it and what comes next."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    found = reported(dossier)
    blocks: tuple[Block, ...] = (paragraph(_nothing(phrases), Role.PROMPT),)
    if found:
        parts = status_bar((rolled_up(dossier, commitment) for commitment in found), PICTURE_WIDTH)
        mentions = Mentions(phrases)
        blocks = (
            *status_picture(parts, ROLL_UPS, phrases),
            *_overview(dossier, phrases),
            *(block for commitment in found for block in account(dossier, commitment, mentions, phrases)),
        )
    paper = ComposedPaper(
        kind=PaperKind.COMMITMENTS_REPORT,
        audience=Audience.INTERNAL,
        title=_title(shared, phrases),
        blocks=blocks,
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _title(shared: SharedRound, phrases: Phrases) -> str:
    return phrases.say("Report on commitments for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal))


def _nothing(phrases: Phrases) -> str:
    return phrases.say("No commitment of an earlier round is known yet.")


def _overview(dossier: Dossier, phrases: Phrases) -> Iterator[Block]:
    heads = ("", phrases.say("Undertaking"), phrases.say("Status"), phrases.say("Our last word"))
    rows = []
    for commitment in reported(dossier):
        standing = rolled_up(dossier, commitment)
        entry = latest(dossier.entries_of(commitment), Voice.OURS)
        rows.append(
            (
                cell(commitment.code, Role.CELL_QUIET),
                cell_of(commitment.action or commitment.wording, phrases, begins=True),
                cell(capitalised(phrases.say(ROLL_UPS[standing])), tone=TONES[standing]),
                cell(phrases.day(entry.on) if entry else "", Role.CELL_QUIET),
            )
        )
    yield Heading((Run(phrases.say("At a glance")),), 2)
    yield Table(
        caption=phrases.say("At a glance"),
        widths=_OVERVIEW_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(rows),
    )


def _shared_table(shared: SharedRound, commitments: Sequence[SharedCommitment], phrases: Phrases) -> Table:
    heads = ("", phrases.say("Undertaking"), phrases.say("Leads"), phrases.say("Status"))
    mentions = Mentions(phrases)
    return Table(
        caption=phrases.say("What was agreed"),
        widths=_SHARED_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(_shared_row(shared, commitment, mentions, phrases) for commitment in commitments),
    )


def _shared_row(shared: SharedRound, commitment: SharedCommitment, mentions: Mentions, phrases: Phrases) -> Row:
    key = UnitKey("commitment", commitment.id, "wording", phrases.language)
    undertaking = [Paragraph(fixed(key, commitment.wording, phrases), Role.CELL)]
    if commitment.record:
        record = commitment.record
        where = reference(record.title, record.place, record.dated, phrases)
        if commitment.paragraph:
            where = phrases.say("{source}, paragraph {number}.", source=where, number=commitment.paragraph)
        undertaking.append(paragraph(where, Role.CELL_REMARK))
    leads = [
        Paragraph((Run(f"{side.name.read(phrases.language)}{phrases.say(': ')}"), *mentions.listed(found)), Role.CELL)
        for side, found in shared.in_order((shared.home, commitment.home_leads), (shared.away, commitment.away_leads))
        if found
    ] or [paragraph(phrases.say("Co-chairs"), Role.CELL_QUIET)]
    if commitment.mechanism:
        leads.append(Paragraph(runs_of(commitment.mechanism, phrases), Role.CELL_REMARK))
    return (
        cell(commitment.code, Role.CELL_QUIET),
        Cell(tuple(undertaking)),
        Cell(tuple(leads)),
        Cell(tuple(_states(shared, commitment, phrases)), TONES[commitment.roll_up]),
    )


def _states(shared: SharedRound, commitment: SharedCommitment, phrases: Phrases) -> Iterator[Paragraph]:
    if commitment.joint:
        yield paragraph(_dated(commitment.joint, phrases), Role.CELL)
    else:
        yield paragraph(capitalised(phrases.say("no status agreed yet")), Role.CELL)
    if commitment.theirs:
        said = phrases.say(
            "{side}: {state}", side=shared.away.name, state=_dated(commitment.theirs, phrases, begins=False)
        )
        yield paragraph(said, Role.CELL_REMARK)


def _dated(state: SharedState, phrases: Phrases, *, begins: bool = True) -> str:
    words = phrases.say("{state}, {day}", state=phrases.say(state.state), day=phrases.day(state.on))
    return capitalised(words) if begins else words
