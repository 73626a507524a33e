"""`dialogue-prep doctor`: versions, folders and the state of the store, for a report; nothing that is in the store."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.diagnosis import diagnose

EXAMPLE = "dialogue-prep doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report; end with 1 if something is wrong."""
    findings = diagnose(terminal.opening)
    answer = [{"what": f.what, "found": f.found, "sound": f.sound} for f in findings]
    lines = [f"{'ok ' if f.sound else 'BAD'}  {f.what}: {f.found}" for f in findings]
    terminal.answer(answer, lines)
    return DONE if all(finding.sound for finding in findings) else MENDABLE
