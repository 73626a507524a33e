"""What follows a round: the list of its outcomes, and a letter to each mechanism that carries some of them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.frame import ComposedPaper, framed, place_and_days
from dialogue_prep.documents.compose.mentions import Mentions
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_communique import SharedChair
from dialogue_prep.documents.compose.shared_outcomes import SharedMechanism, SharedOutcome, SharedOutcomes
from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.compose.shown import composed_of_round, fixed, runs_of
from dialogue_prep.documents.compose.signatures import signatures
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    PageBreak,
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
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.text import NOTHING

_WIDTHS = (16, 84, 38, 24)


def compose_outcomes(shared: SharedRound, outcomes: SharedOutcomes, request: PaperRequest) -> Document:
    """Return the numbered list of outcomes; nothing that is not in the first two arguments can stand in it."""
    phrases = Phrases(request.language)
    blocks = list(_if_too_early(outcomes, phrases))
    if outcomes.outcomes:
        blocks.append(_table(shared, outcomes.outcomes, phrases))
    title = phrases.say("Outcomes of the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal))
    return _framed(PaperKind.OUTCOMES, title, tuple(blocks), shared, request, phrases)


def compose_letters(shared: SharedRound, outcomes: SharedOutcomes, request: PaperRequest) -> Document:
    """Return one letter of the co-chairs to each mechanism that carries out an outcome, each on a page of its own."""
    phrases = Phrases(request.language)
    blocks = list(_if_too_early(outcomes, phrases))
    given = [
        (mechanism, own)
        for mechanism in outcomes.mechanisms
        if (own := [outcome for outcome in outcomes.outcomes if outcome.mechanism_id == mechanism.id])
    ]
    if not given and not blocks:
        words = phrases.say("No outcome of this round is given to a mechanism yet.")
        blocks.append(paragraph(words, Role.PROMPT))
    for place, (mechanism, own) in enumerate(given):
        blocks += [PageBreak()] if place else []
        blocks += _letter(shared, outcomes, mechanism, own, phrases)
    title = phrases.say("Letters on the outcomes of the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal))
    return _framed(PaperKind.LETTERS, title, tuple(blocks), shared, request, phrases)


def _framed(
    kind: PaperKind,
    title: str,
    blocks: tuple[Block, ...],
    shared: SharedRound,
    request: PaperRequest,
    phrases: Phrases,
) -> Document:
    paper = ComposedPaper(kind=kind, audience=Audience.SHARED, title=title, blocks=blocks)
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _if_too_early(outcomes: SharedOutcomes, phrases: Phrases) -> Iterator[Block]:
    if not outcomes.outcomes:
        words = (
            phrases.say("No outcome of this round is known yet: read in its joint record.")
            if outcomes.held
            else phrases.say("This round has not been held yet: its outcomes follow from its joint record.")
        )
        yield paragraph(words, Role.PROMPT)


def _table(shared: SharedRound, outcomes: Sequence[SharedOutcome], phrases: Phrases) -> Table:
    heads = ("", phrases.say("Outcome"), phrases.say("Leads"), phrases.say("Report by"))
    mentions = Mentions(phrases)
    return Table(
        caption=phrases.say("Outcomes"),
        widths=_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(_row(number, one, shared, mentions, phrases) for number, one in enumerate(outcomes, start=1)),
    )


def _row(number: int, outcome: SharedOutcome, shared: SharedRound, mentions: Mentions, phrases: Phrases) -> Row:
    key = UnitKey("commitment", outcome.id, "wording", phrases.language)
    action = Paragraph(runs_of(outcome.action, phrases, begins=True), Role.CELL)
    return (
        cell(str(number), Role.CELL_QUIET),
        Cell((action, Paragraph(fixed(key, outcome.wording, phrases), Role.CELL_REMARK))),
        Cell(tuple(_leads(outcome, shared, mentions, phrases))),
        cell(phrases.day(outcome.due) if outcome.due else phrases.say("Next round"), Role.CELL_QUIET),
    )


def _leads(outcome: SharedOutcome, shared: SharedRound, mentions: Mentions, phrases: Phrases) -> Iterator[Paragraph]:
    for side, found in shared.in_order((shared.home, outcome.home_leads), (shared.away, outcome.away_leads)):
        name = Run(f"{side.name.read(phrases.language)}{phrases.say(': ')}")
        if found:
            yield Paragraph((name, *mentions.listed(found)), Role.CELL)
        else:
            key = UnitKey("commitment", outcome.id, f"lead {side.name.read('en')}", "")
            yield Paragraph((name, Unit(key, UnitClass.FIXED, (), phrases.say("[no lead yet]"))), Role.CELL)


def _letter(
    shared: SharedRound,
    outcomes: SharedOutcomes,
    mechanism: SharedMechanism,
    own: Sequence[SharedOutcome],
    phrases: Phrases,
) -> Iterator[Block]:
    yield Heading(runs_of(mechanism.name, phrases), 1)
    opening = phrases.say(
        "The co-chairs of the {ordinal} round ({where}) entrust to you what both sides agreed as follows.",
        ordinal=phrases.ordinal(shared.ordinal),
        where=place_and_days(shared, phrases),
    )
    yield Paragraph((composed_of_round(shared.round_id, f"letter {mechanism.id}", opening, phrases),))
    yield _table(shared, own, phrases)
    yield Heading((Run(phrases.say("When to seek guidance")),), 2)
    guidance = outcomes.guidance
    if guidance:
        yield Paragraph(runs_of(guidance, phrases))
    words = phrases.say(
        "Please report before the next round, and to the co-chairs at once where an outcome is in doubt."
    )
    yield Paragraph((composed_of_round(shared.round_id, f"letter end {mechanism.id}", words, phrases),))
    chairs = (SharedChair(side=side, title=NOTHING, name=NOTHING) for side in (shared.home, shared.away))
    yield signatures(shared.in_order(*chairs), phrases)
