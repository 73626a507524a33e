"""`dialogue-prep release`: look the file of a paper through before it leaves the house, and take a clean copy of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dialogue_prep.cli.round_choice import worded
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.releases import Releases

EXAMPLE = "dialogue-prep release agenda.docx --out released/agenda.docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, and where the clean copy goes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file of a paper for the other side")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the clean copy")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Say what was found; edits leave only with consent, and what has to be mended never does."""
    with terminal.writing() as workspace:
        releases = Releases(workspace)
        checked = releases.check(arguments.file)
        found = [worded(terminal, finding.sentence) for finding in checked.findings]
        left = [worded(terminal, words) for words in checked.left_out]
        confirmed = checked.can_be_confirmed and _confirmed(terminal, found)
        release = releases.release(checked, arguments.out, confirmed=confirmed)
    answer = {
        "passed": release.passed,
        "findings": found,
        "left_out": left,
        "file": release.path if release.passed else None,
    }
    last = f"Released: {release.path}" if release.passed else "Not released; what was found is noted."
    told = [f"Left out: {words}." for words in left] if release.passed else []
    terminal.answer(answer, [*found, *told, last])
    return DONE if release.passed else MENDABLE


def _confirmed(terminal: Terminal, found: Sequence[str]) -> bool:
    """Say whether what was found is meant to leave; whoever is asked is shown it first."""
    if terminal.yes or terminal.ask is not None:
        for sentence in found:
            terminal.say(sentence)
        return terminal.consents("Is what is named meant to leave like this?")
    terminal.say("If what is named is meant to leave like this, say --yes.")
    return False
