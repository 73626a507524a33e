"""What has to be arranged for a round: a checklist for us, as hosts or as guests; a note for guests of ours."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import ComposedPaper, framed, place_and_days
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import composed_of_round
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
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

AS_HOSTS = (
    phrase("Rooms for the plenary, for each delegation and for the press are booked."),
    phrase("Interpreters for both languages, their places and their equipment are settled."),
    phrase("The note for our guests is sent, with one person to turn to."),
    phrase("The list of the other delegation has come; visas and passes are under way."),
    phrase("Security has both lists, the routes and the times."),
    phrase("Transport from arrival to departure is arranged, baggage and papers included."),
    phrase("Rooms at the hotel are held, and the guests know the terms."),
    phrase("Table, flags, name plates and place cards follow the seating plan."),
    phrase("Meals suit everybody who comes; who must not eat what is known."),
    phrase("The press knows when it is let in, where it stands and who speaks."),
    phrase("Printers, telephones, adapters and a room to draft in are ready."),
    phrase("Gifts are chosen, and are within the rules of both sides."),
    phrase("Medical help is at hand."),
)
AS_GUESTS = (
    phrase("Our delegation list is sent, with passports and dates of travel."),
    phrase("Visas and passes for all who travel are issued."),
    phrase("The note of the hosts has come, and everybody who travels has it."),
    phrase("Flights are booked and told to the hosts; somebody stays reachable at home."),
    phrase("Rooms are booked where the delegation can work together."),
    phrase("It is settled who carries the papers and how they and the devices are kept safe."),
    phrase("Our interpreters have the notes, the names and the terms."),
    phrase("What the press is told before, at and after the round is agreed with the hosts."),
    phrase("Gifts are chosen, and are within the rules of both sides."),
)
_SECTIONS = (
    phrase("Arrival and transport"),
    phrase("Where you stay"),
    phrase("Passes and security"),
    phrase("Interpretation"),
    phrase("Meals"),
    phrase("Press"),
    phrase("Equipment and rooms to work in"),
    phrase("Whom to turn to"),
)
_WIDTHS = (14, 108, 40)


def compose_checklist(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the checklist of a round for the part that we have in it."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    hosts = dossier.round.host_id == dossier.home.id
    heads = ("", phrases.say("What must be true"), phrases.say("Who sees to it, by when"))
    table = Table(
        caption=phrases.say("Checklist"),
        widths=_WIDTHS,
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=tuple(
            _check(dossier, number, phrases.say(task), phrases)
            for number, task in enumerate(AS_HOSTS if hosts else AS_GUESTS, start=1)
        ),
    )
    said = phrases.say("We host this round.") if hosts else phrases.say("We are the guests of this round.")
    ordinal = phrases.ordinal(shared.ordinal)
    paper = ComposedPaper(
        kind=PaperKind.HOST_CHECKLIST,
        audience=Audience.INTERNAL,
        title=phrases.say("Host’s checklist for the {ordinal} round", ordinal=ordinal)
        if hosts
        else phrases.say("Guests’ checklist for the {ordinal} round", ordinal=ordinal),
        blocks=(paragraph(said), table),
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _check(dossier: Dossier, number: int, task: str, phrases: Phrases) -> Row:
    key = UnitKey("round", dossier.round.id, f"check {number}", phrases.language)
    unit = Unit(key, UnitClass.COMPOSED, (), phrases.say("[to be settled]"))
    return cell("\N{BALLOT BOX}"), cell(task), Cell((Paragraph((unit,), Role.CELL),))


def compose_guest_note(shared: SharedRound, request: PaperRequest) -> Document:
    """Return the administrative note to guests; nothing that is not in `shared` can stand in it."""
    phrases = Phrases(request.language)
    paper = ComposedPaper(
        kind=PaperKind.GUEST_NOTE,
        audience=Audience.SHARED,
        title=phrases.say("Administrative note for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(_note(shared, phrases)),
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def _note(shared: SharedRound, phrases: Phrases) -> Iterator[Block]:
    if shared.host != shared.home:
        words = phrases.say("{host} hosts this round, and sends such a note to its guests.", host=shared.host.name)
        yield paragraph(words, Role.PROMPT)
        return
    welcome = phrases.say(
        "{host} welcomes its guests to the {ordinal} round: {where}.",
        host=shared.host.long_name or shared.host.name,
        ordinal=phrases.ordinal(shared.ordinal),
        where=place_and_days(shared, phrases),
    )
    yield Paragraph((composed_of_round(shared.round_id, "note welcome", welcome, phrases),))
    for section in _SECTIONS:
        yield Heading((Run(phrases.say(section)),), 2)
        key = UnitKey("round", shared.round_id, f"note {section}", phrases.language)
        yield Paragraph((Unit(key, UnitClass.COMPOSED, (), phrases.say("[to be entered]")),))
