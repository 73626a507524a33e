"""`dialogue-prep check`: every gap of a round as a sentence; ends with 1 if one is blocking."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.round_choice import add_round, chosen_dossier, worded
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, counted
from dialogue_prep.domain.readiness import gaps
from dialogue_prep.services.paper_gaps import PaperGaps

EXAMPLE = "dialogue-prep check --round 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round."""
    add_round(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Show the gaps: those of the round, then what its papers still lack."""
    with terminal.reading() as workspace:
        dossier = chosen_dossier(terminal, workspace, arguments.round)
        of_papers = PaperGaps(workspace).of(dossier, "en")
        found = (*gaps(dossier, workspace.today()), *of_papers)
    answers = [{"gap": worded(terminal, g.sentence), "blocking": g.blocking, "where": g.where.value} for g in found]
    lines = [f"{'!' if gap['blocking'] else '·'} {gap['gap']}  [{gap['where']}]" for gap in answers]
    blocking = sum(gap.blocking for gap in found)
    terminal.answer(answers, [*lines, f"{counted(len(found), 'gap', 'gaps')}, {blocking} of them blocking."])
    return MENDABLE if blocking else DONE
