"""Which round a command is about."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import Terminal
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.workspace import Workspace


def add_round(parser: argparse.ArgumentParser) -> None:
    """Let the user say which round is meant."""
    parser.add_argument("--round", type=int, metavar="N", help="the number of the round (else the next one)")


def chosen_round(terminal: Terminal, workspace: Workspace, ordinal: int | None) -> Round:
    """Return the round that is meant; raise UserError where there is none."""
    rounds = Rounds(workspace)
    dialogue = Dialogues(workspace).one(terminal.dialogue)
    if ordinal is not None:
        return rounds.numbered(dialogue.id, ordinal)
    if (coming := rounds.next(dialogue.id)) is None:
        raise UserError("No round is planned yet; plan it with “dialogue-prep plan”.")
    return coming


def chosen_dossier(terminal: Terminal, workspace: Workspace, ordinal: int | None) -> Dossier:
    """Return everything about the round that is meant."""
    return Rounds(workspace).dossier(chosen_round(terminal, workspace, ordinal).id)


def register_dossier(terminal: Terminal, workspace: Workspace) -> Dossier:
    """Return everything about the next round, else the last: what was agreed is known before a round is planned."""
    rounds = Rounds(workspace)
    known = rounds.all(Dialogues(workspace).one(terminal.dialogue).id)
    if not known:
        raise UserError("No round is known yet, so nothing was agreed; read a communiqué in with “import”.")
    return rounds.dossier(next((round_ for round_ in known if round_.status.ahead), known[-1]).id)


def worded(terminal: Terminal, sentence: Sentence) -> str:
    """Return a sentence in the language of the terminal."""
    return sentence.read(terminal.language, "en")
