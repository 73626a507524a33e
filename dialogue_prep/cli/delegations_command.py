"""`dialogue-prep delegations`: who comes to a round, and which entities still have nobody."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.round_choice import add_round, chosen_dossier
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dossier import Dossier

EXAMPLE = "dialogue-prep delegations --round 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round."""
    add_round(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show both delegations in order of precedence, then what has nobody."""
    with terminal.reading() as workspace:
        dossier = chosen_dossier(terminal, workspace, arguments.round)
    order = {side.id: place for place, side in enumerate(dossier.sides)}
    delegates = sorted(dossier.delegates, key=lambda delegate: (order[delegate.side_id], delegate.precedence))
    answers = [_answer(dossier, delegate) for delegate in delegates]
    rows = [(a["side"], a["precedence"], a["role"], a["name"], a["post"] or a["entity"] or "") for a in answers]
    terminal.answer(answers, [*columns(rows, ("Side", "Order", "Role", "Name", "Post")), *_nobody(dossier)])
    return DONE


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
