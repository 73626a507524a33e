"""`dialogue-prep demo`: the main job, from the starter dialogue to the papers of its next round."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import cache
from pathlib import Path

from dialogue_prep.cli.answers import round_answer
from dialogue_prep.cli.draft_command import say_what_was_kept
from dialogue_prep.cli.round_choice import chosen_dossier
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.paper import Written, papers_of
from dialogue_prep.services.papers import Papers, drafter_of
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.system.folders import STORE_SUFFIX
from dialogue_prep.system.office import find_office

EXAMPLE = "dialogue-prep demo --out drafts"
LANGUAGES = ("en", "fr")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder for the papers."""
    parser.add_argument("--out", type=Path, default=Path("drafts"), metavar="DIR", help="the folder for the papers")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Make or open the store, plan the next round, write its papers; keep those that were edited meanwhile."""
    folder = arguments.out.absolute()
    opening = terminal.opening
    if not opening.named:
        terminal = replace(terminal, opening=replace(opening, store=folder / f"demo{STORE_SUFFIX}"))
    with terminal.writing() as workspace:
        dialogues = Dialogues(workspace)
        if not dialogues.all():
            dialogues.begin_with_starter()
        dialogue = dialogues.one(terminal.dialogue)
        rounds = Rounds(workspace)
        planned = rounds.plan(dialogue.id, Plan())
        drafter, office = drafter_of(terminal.settings), find_office(terminal.settings.office)
        papers = Papers(workspace, drafter, office, cache(rounds.dossier))  # one reading for all of them
        written = list(
            papers.write_all(planned.id, (one for language in LANGUAGES for one in papers_of(language)), folder)
        )
        dossier = chosen_dossier(terminal, workspace, planned.ordinal)
    say_what_was_kept(terminal, written)
    store = terminal.opening.store
    terminal.answer(
        {"store": str(store), "round": round_answer(dossier), "papers": [_paper(paper) for paper in written]},
        [
            f"Store: {store}",
            f"Papers of round {planned.ordinal}, in {folder}:",
            *columns([(paper.kind, paper.language, paper.audience, paper.path.name) for paper in written]),
        ],
    )
    return DONE


def _paper(paper: Written) -> dict[str, str]:
    return {
        "kind": paper.kind.value,
        "language": paper.language,
        "audience": paper.audience.value,
        "file": str(paper.path),
    }
