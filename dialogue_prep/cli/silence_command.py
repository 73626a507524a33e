"""`dialogue-prep silence`: what joint records speak of, where they moved, and on what they are silent."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import LANGUAGE
from dialogue_prep.cli.round_choice import chosen_dossier, register_dossier
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.domain.silence_matrix import silence_matrix
from dialogue_prep.domain.source import Subject
from dialogue_prep.domain.topic import Objective, Topic

EXAMPLE = "dialogue-prep silence --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round from which it is looked at."""
    parser.add_argument("--round", type=int, metavar="N", help="as seen from this round (else from the next one)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show topics, objectives and live commitments against the joint records that are held."""
    with terminal.reading() as workspace:
        if arguments.round is None:
            dossier = register_dossier(terminal, workspace)
        else:
            dossier = chosen_dossier(terminal, workspace, arguments.round)
    matrix = silence_matrix(dossier)
    answers = [
        {
            "what": _what(row.subject),
            "title": row.title.read(LANGUAGE),
            "source": source.title.read(LANGUAGE),
            "state": row.words[source.id].value,
        }
        for source in matrix.sources
        for row in matrix.rows
        if source.id in row.words
    ]
    rows = [(answer["state"], answer["what"], answer["title"], answer["source"]) for answer in answers]
    terminal.answer(answers, columns(rows, ("State", "What", "Title", "Source")))
    return DONE


def _what(subject: object) -> str:
    match subject:
        case Topic():
            return Subject.TOPIC.value
        case Objective():
            return Subject.OBJECTIVE.value
        case _:
            return Subject.COMMITMENT.value
