"""What every paper of a round has: the name of the dialogue, where and when, and what stands on each page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, SharedSide
from dialogue_prep.documents.compose.shown import filled
from dialogue_prep.documents.model import Block, Document, Field, FieldKind, Paragraph, Role, Run, paragraph
from dialogue_prep.documents.wording import Phrases, capitalised, phrase
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.setting import MarkingPlace

GAP = "\N{EM SPACE}\N{EM SPACE}"
"""What stands between the parts of a line that are read apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedPaper:
    """What a composer found to say, before it is framed.

    `short_title` is for the foot of each page where the name of its kind will not do; a paper `with_hours` says in
    which time they are.
    """

    kind: PaperKind
    audience: Audience
    title: str
    blocks: tuple[Block, ...]
    short_title: str = ""
    with_hours: bool = False


def framed(
    paper: ComposedPaper, shared: SharedRound, marking: str, request: PaperRequest, phrases: Phrases
) -> Document:
    """Return a paper as a document: the name of the dialogue, title and place above it, marking and pages around it."""
    dialogue = dialogue_name(shared, phrases)
    number = phrases.say("Paper {round}/{number}", round=shared.ordinal, number=paper.kind.number)
    hours = (_hours(shared, phrases),) if paper.with_hours else ()
    host = phrases.say("Host: {side}", side=shared.host.name)
    head = (
        paragraph(dialogue, Role.OVERLINE),
        paragraph(paper.title, Role.TITLE),
        paragraph(GAP.join((number, place_and_days(shared, phrases), host, *hours)), Role.DETAILS),
    )
    copy = f"copy for {request.copy_for}/" if request.copy_for else ""
    return Document(
        key=f"{shared.round_id}/{paper.kind}/{paper.audience}/{copy}{request.language}",
        title=paper.title,
        subject=dialogue,
        language=request.language,
        marking=marking,
        version=request.version,
        written_on=request.written_on,
        blocks=(*head, *paper.blocks),
        header=(paragraph("" if shared.marking_place is MarkingPlace.FOOT else marking, Role.PAGE_MARKING),),
        footer=(foot(paper.short_title or phrases.say(NAMES[paper.kind]), at_foot(marking, shared), request, phrases),),
    )


def dialogue_name(shared: SharedRound, phrases: Phrases) -> str:
    """Return the name of the dialogue; where it does not name both sides, with their names before it.

    The side whose copy it is comes first, also within a name that joins the two by a dash.
    """
    name = shared.dialogue.read(phrases.language)
    first, second = shared.in_order(shared.home, shared.away)
    if first.named_in(name) and second.named_in(name):
        return _in_order(name, first, second, phrases.language)
    sides = phrases.say("{home}–{away}", home=first.name, away=second.name)
    return phrases.say("{sides} {dialogue}", sides=sides, dialogue=name)


def place_and_days(shared: SharedRound, phrases: Phrases) -> str:
    """Return where and when the round is; what is still to be agreed is said."""
    place = [name for name in (shared.venue.read(phrases.language), shared.city.read(phrases.language)) if name]
    parts = place or [phrases.say("place to be agreed")]
    if shared.start:
        parts.append(phrases.days(shared.start, shared.end))
    elif shared.year:
        parts += [phrases.year(shared.year), phrases.say("dates to be agreed")]
    else:
        parts.append(phrases.say("dates to be agreed"))
    return capitalised(phrases.line(parts))


def _in_order(name: str, first: SharedSide, second: SharedSide, language: str) -> str:
    """Return a name with the two sides exchanged, where it joins them by a dash in the other order."""
    ours, theirs = (side.name.read(language) for side in (first, second))
    joined = re.search(f"{re.escape(theirs)}(\\s?[-\N{EN DASH}\N{EM DASH}]\\s?){re.escape(ours)}", name)
    if joined is None:
        return name
    return f"{name[: joined.start()]}{ours}{joined.group(1)}{theirs}{name[joined.end() :]}"


def _hours(shared: SharedRound, phrases: Phrases) -> str:
    city = shared.city or shared.capital
    if city and shared.hours_known:
        return phrases.say("Hours in {city} time", city=city)
    return phrases.say("Hours in local time")


def at_foot(marking: str, shared: SharedRound) -> str:
    """Return the marking as it stands at the foot of each page: not at all where it stands at the top alone."""
    return "" if shared.marking_place is MarkingPlace.TOP else marking


def foot(short_title: str, marking: str, request: PaperRequest, phrases: Phrases) -> Paragraph:
    """Return what stands at the foot of each page: marking, what it is, version and day, which page of how many."""
    about = phrases.say(
        "{title}, version {version}, {day}",
        title=short_title,
        version=request.version,
        day=phrases.day(request.written_on),
    )
    before = "".join(f"{part}{GAP}" for part in (marking, about) if part)
    pages = filled(phrase("page {page} of {pages}"), phrases, page=Field(FieldKind.PAGE), pages=Field(FieldKind.PAGES))
    return Paragraph((Run(before), *pages), Role.PAGE_FOOT)
