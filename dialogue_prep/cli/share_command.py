"""`dialogue-prep share`: who may read a shared store, who may change it, and who keeps it."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.passphrases import first_line
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.sharing import share
from dialogue_prep.store.postgres_roles import StoreRole

EXAMPLE = "dialogue-prep share bo editor"
NOBODY = "nobody"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the user and the role."""
    parser.add_argument("user", metavar="USER", help="a user of the server; who is not there yet is made")
    parser.add_argument("role", choices=[*(role.value for role in StoreRole), NOBODY], help="“nobody” takes every role")
    parser.add_argument(
        "--new-password-file", type=Path, metavar="FILE", help="of a user who is made: its first line is the password"
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Give the role and say so."""
    server = terminal.opening.server
    if server is None:
        raise UserError(
            "{path} is in a file: “move-store” brings it onto a server, where it can be shared.",
            path=terminal.opening.store,
        )
    role = None if arguments.role == NOBODY else StoreRole(arguments.role)
    password = first_line(arguments.new_password_file) if arguments.new_password_file else ""
    made = share(server, arguments.user, role, password)
    told = (
        f"{arguments.user} may open {server} no longer" if role is None else f"{arguments.user} is {role} of {server}"
    )
    lines = [told, *([f"The server knew no user {arguments.user}; one was made."] if made else [])]
    terminal.answer({"user": arguments.user, "role": role and role.value, "made": made}, lines)
    return DONE
