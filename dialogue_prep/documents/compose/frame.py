"""What every paper of a round has: the name of the dialogue, where and when, and what stands on each page."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, SharedSide
from dialogue_prep.documents.model import Block, Document, Field, FieldKind, Paragraph, Role, Run, paragraph
from dialogue_prep.documents.wording import Phrases, capitalised
from dialogue_prep.domain.draft import Audience, PaperKind

GAP = "\N{EM SPACE}\N{EM SPACE}"
"""What stands between the parts of a line that are read apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
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
    colophon: tuple[Block, ...] = ()


def framed(paper: Paper, shared: SharedRound, marking: str, request: PaperRequest, phrases: Phrases) -> Document:
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
    return Document(
        key=f"{shared.round_id}/{paper.kind}/{paper.audience}/{request.language}",
        title=paper.title,
        subject=dialogue,
        language=request.language,
        marking=marking,
        version=request.version,
        written_on=request.written_on,
        blocks=(*head, *paper.blocks),
        colophon=paper.colophon,
        header=(paragraph(marking, Role.PAGE_MARKING),),
        footer=(foot(paper.short_title or phrases.say(NAMES[paper.kind]), marking, request, phrases),),
    )


def dialogue_name(shared: SharedRound, phrases: Phrases) -> str:
    """Return the name of the dialogue; where it does not name both sides, with their names, ours first."""
    name = shared.dialogue.read(phrases.language)
    if all(_named(side, name, phrases.language) for side in (shared.home, shared.away)):
        return name
    sides = phrases.say("{home}–{away}", home=shared.home.name, away=shared.away.name)
    return phrases.say("{sides} {dialogue}", sides=sides, dialogue=name)


def place_and_days(shared: SharedRound, phrases: Phrases) -> str:
    """Return where and when the round is; what is still to be agreed is said."""
    place = [name for name in (shared.venue.read(phrases.language), shared.city.read(phrases.language)) if name]
    parts = place or [phrases.say("place to be agreed")]
    if shared.start:
        parts.append(phrases.days(shared.start, shared.end))
    elif shared.year:
        parts += [str(shared.year), phrases.say("dates to be agreed")]
    else:
        parts.append(phrases.say("dates to be agreed"))
    return capitalised(", ".join(parts))


def _named(side: SharedSide, name: str, language: str) -> bool:
    words = (side.name.words(language), side.long_name.words(language), side.adjective.words(language))
    return any(word.casefold() in name.casefold() for word in words if word)


def _hours(shared: SharedRound, phrases: Phrases) -> str:
    city = shared.city or shared.capital
    if city and shared.hours_known:
        return phrases.say("Hours in {city} time", city=city)
    return phrases.say("Hours in local time")


def foot(short_title: str, marking: str, request: PaperRequest, phrases: Phrases) -> Paragraph:
    """Return what stands at the foot of each page: marking, what it is, version and day, which page of how many."""
    about = phrases.say(
        "{title}, version {version}, {day}",
        title=short_title,
        version=request.version,
        day=phrases.day(request.written_on),
    )
    before = "".join(f"{part}{GAP}" for part in (marking, about) if part)
    # The number of pages is a field within a sentence, so the sentence is taken apart around the two places.
    page, rest = phrases.say("page {page} of {pages}", page="\0", pages="\0").split("\0", 1)
    between, after = rest.split("\0", 1)
    inlines = (Run(before + page), Field(FieldKind.PAGE), Run(between), Field(FieldKind.PAGES), Run(after))
    return Paragraph(tuple(part for part in inlines if not isinstance(part, Run) or part.text), Role.PAGE_FOOT)
