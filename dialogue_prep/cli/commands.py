"""The commands by name; the module of a command is imported only when it is the one that was asked for."""

from __future__ import annotations

import argparse
import importlib
from typing import TYPE_CHECKING, Protocol, cast

from dialogue_prep.cli.arguments import Parser

if TYPE_CHECKING:
    from dialogue_prep.cli.terminal import Terminal

COMMANDS = {
    "demo": "make a store from the starter dialogue and write the papers of its next round",
    "extract": "show what a source says, and store nothing",
    "import": "read sources in, after consent",
    "plan": "plan the next round, or show the one that is planned",
    "schedule": "show the rounds held and whose turn it is to host",
    "milestones": "show what is due before a round, or take it from a plan",
    "dates": "find days for the next round",
    "agenda": "show the agenda of a round",
    "commitments": "show what was agreed, and what became of it",
    "delegations": "show who comes to a round",
    "silence": "show what joint records speak of, where they moved, and on what they are silent",
    "check": "show what is still missing for a round",
    "draft": "write one paper, or all papers of a round",
    "book": "write the briefing book of a round",
    "redline": "show what differs between two Word files as tracked changes",
    "compare": "show what differs between two Word files as text",
    "bring-back": "take the edits of copies back, after a report and consent",
    "counter-draft": "lay a draft communiqué of the other side beside ours, and take it in after consent",
    "adopt": "take the communiqué in as a source, once both sides have agreed on all of it",
    "release": "look a paper through before it leaves, and take a clean copy of it",
    "templates": "show, check, add, save or remove templates for papers",
    "search": "find words in everything",
    "undo": "take the last change back",
    "redo": "bring again what was taken back",
    "history": "show who changed what, and when",
    "backup": "make a checked copy of the store",
    "backups": "list the copies of the store that are kept",
    "restore": "go back to a backup, after saying what that would change",
    "purge": "take what was removed or overwritten out of the store and its backups for good",
    "bundle": "exchange changes with a copy of the store that travels, as signed files",
    "export": "write all that the store holds as an archive that other programs can read",
    "import-archive": "make a new store of such an archive",
    "move-store": "take a whole store over, from a file onto a server that several people share, or back",
    "share": "say who may read a shared store, who may change it, and who keeps it",
    "protect": "encrypt the store and its backups, to be opened by a passphrase",
    "passphrase": "change the passphrase of a protected store, or its recovery code",
    "unprotect": "write a copy of a protected store that anybody can read",
    "doctor": "report on the program, its folders and the store",
}


class Command(Protocol):
    """What the module of a command offers."""

    EXAMPLE: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes beside what every command takes."""

    def run(self, terminal: Terminal, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""


def load(name: str) -> Command:
    """Import the module of a command."""
    module = f"dialogue_prep.cli.{name.replace('-', '_')}_command"
    return cast("Command", importlib.import_module(module))


def parser_for(name: str, command: Command) -> argparse.ArgumentParser:
    """Return the parser of what stands after the name of a command."""
    parser = Parser(
        prog=f"dialogue-prep {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
        epilog=f"Example: {command.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # the example stays one line
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    return parser


def overview() -> str:
    """Return the list of the commands for the help text."""
    width = max(map(len, COMMANDS))
    return "\n".join(f"  {name.ljust(width)}  {summary}" for name, summary in COMMANDS.items())
