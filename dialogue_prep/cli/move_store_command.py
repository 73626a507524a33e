"""`dialogue-prep move-store`: a whole store taken over, from a file onto a server that several share, or back."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import moved_words
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.services.moving import move

EXAMPLE = "dialogue-prep move-store dialogues.store postgresql+psycopg://anna@server/dialogues"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take both places."""
    parser.add_argument("source", metavar="FROM", help="the store: its file, or its address (postgresql+psycopg://…)")
    parser.add_argument("target", metavar="TO", help="a new file, or the address of an empty database")
    parser.add_argument(
        "--confirm", metavar="NAME", help="of a protected store: its name, for it is not protected there"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Ask, take it over and say what went along."""
    source, target = (terminal.opening.elsewhere(words) for words in (arguments.source, arguments.target))
    if not terminal.consents(f"Take all of {source.place} over to {target.place}?"):
        return MENDABLE
    moved = move(source, target, terminal.confirmed_for(source, arguments.confirm))
    answer = {"store": str(moved.place), "records": moved.records, "steps": moved.steps, "left": moved.left}
    lines = [
        f"Taken over to {moved.place}: {moved_words(moved.records, moved.steps)}, each compared.",
        f"{source.place} is as it was; work on one of the two from now on.",
    ]
    if moved.left:
        lines.append(f"Bundles are made and taken at {moved.place}; {source.place} would be another copy.")
    terminal.answer(answer, lines)
    return DONE
