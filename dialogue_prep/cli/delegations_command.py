"""`dialogue-prep delegations`: who comes to a round, and from where nobody does; takes a list of people in."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.round_choice import add_round, chosen_dossier
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns
from dialogue_prep.domain.delegate_list import ListField
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.people_file import read_people
from dialogue_prep.services.delegate_import import DelegateImport, RowStanding, proposed, words_by_field
from dialogue_prep.services.rounds import side_named

EXAMPLE = "dialogue-prep delegations --round 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round, and a list to import."""
    add_round(parser)
    parser.add_argument(
        "--import",
        dest="file",
        type=Path,
        metavar="FILE",
        help="put the people of an Excel, CSV or vCard file on a list",
    )
    parser.add_argument("--side", default="", metavar="SIDE", help="whose list, by the name of the state (else ours)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Take a list in, where one is named; show both delegations in order of precedence, then what has nobody."""
    if arguments.side and arguments.file is None:
        raise UserError("Say --import too: --side says onto whose list the people of a file go.", field="side")
    if arguments.file is not None and not _take_in(terminal, arguments):
        return MENDABLE
    with terminal.reading() as workspace:
        dossier = chosen_dossier(terminal, workspace, arguments.round)
    order = {side.id: place for place, side in enumerate(dossier.sides)}
    delegates = sorted(dossier.delegates, key=lambda delegate: (order[delegate.side_id], delegate.precedence))
    answers = [_answer(dossier, delegate) for delegate in delegates]
    rows = [(a["side"], a["precedence"], a["role"], a["name"], a["post"] or a["entity"] or "") for a in answers]
    terminal.answer(answers, [*columns(rows, ("Side", "Order", "Role", "Name", "Post")), *_nobody(dossier)])
    return DONE


def _take_in(terminal: Terminal, arguments: argparse.Namespace) -> bool:
    """Say which rows stay out and why, ask, and take the others in; return whether that was done."""
    people = read_people(arguments.file)
    with terminal.writing() as workspace:
        dossier = chosen_dossier(terminal, workspace, arguments.round)
        side = side_named(dossier.sides, arguments.side) if arguments.side else dossier.home
        requests = DelegateImport(workspace)
        held = requests.columns(people)
        rows = proposed(dossier, side, words_by_field(people, held), terminal.language)
        for row in rows:
            if row.refusal is not None:
                said = row.refusal.read(terminal.language, "en")
                terminal.say(f"{row.words.get(ListField.NAME) or people.name}: {said}")
        comings = [row.coming for row in rows if row.coming and row.standing is not RowStanding.LISTED]
        question = f"Take in {len(comings)} of {len(rows)} people from {people.name}?"
        if comings and not terminal.consents(question):
            return False
        requests.take_in(comings, people.headings, held)
    return True


def _answer(dossier: Dossier, delegate: Delegate) -> dict[str, object]:
    posts = {post.id: post.title.read("en") for post in dossier.posts}
    return {
        "side": dossier.side(delegate.side_id).name.read("en"),
        "entity": dossier.entity(delegate.entity_id).name.read("en") if delegate.entity_id else None,
        "name": dossier.person(delegate.person_id).name.read("en"),
        "post": delegate.office.read("en") or None,
        "role": delegate.role.value,
        "precedence": delegate.precedence,
        "stands_in_for": posts[delegate.stands_in_for_id] if delegate.stands_in_for_id else None,
    }


def _nobody(dossier: Dossier) -> list[str]:
    settled = {d.entity_id for d in dossier.delegates} | {absence.entity_id for absence in dossier.absences}
    return [
        f"{side.name.read('en')}: nobody yet from {', '.join(missing)}"
        for side in dossier.sides
        if (missing := [e.name.read("en") for e in dossier.entities_of(side) if e.participates and e.id not in settled])
    ]
