"""`dialogue-prep adopt`: take the communiqué in as a source, once both sides have agreed on all of it."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace

from dialogue_prep.cli.arguments import day
from dialogue_prep.cli.import_command import by_name, report_of
from dialogue_prep.cli.round_choice import add_round, chosen_round
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, counted
from dialogue_prep.services.adopting import Adopting
from dialogue_prep.services.sources import Sources

EXAMPLE = "dialogue-prep adopt --round 3 --language en --on 2018-06-12"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the round, the language in which the text is read, and the day on which it was adopted."""
    add_round(parser)
    parser.add_argument("--language", default="en", metavar="L", help="the language in which it is read (en)")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day on which it was adopted (today)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report what both sides undertake in it, with who leads on each, ask, and take it in as one step."""
    code, said = DONE, []
    with terminal.writing() as workspace:
        round_ = chosen_round(terminal, workspace, arguments.round)
        on = arguments.on or workspace.today()
        read, sources = Adopting(workspace).read(round_.id, arguments.language, on), Sources(workspace)
        proposal = sources.propose(replace(read, review=sources.bearing(read).taken(read.review)))
        if not terminal.as_json:
            terminal.output.writelines(f"{line}\n" for line in report_of(proposal))
        if proposal.changes:
            changes = counted(len(proposal.changes), "change", "changes")
            if terminal.consents(f"Take the adopted text in ({changes})?"):
                sources.take_in(proposal)
                said.append("Taken in.")
            else:
                code = MENDABLE
    told = {"added": proposal.added(), "changed": proposal.changed(), "unchanged": Counter(proposal.unchanged)}
    terminal.answer({what: by_name(counts) for what, counts in told.items()}, said)
    return code
