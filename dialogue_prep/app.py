"""Puts the parts together: reads what every start has in common, then starts a command or the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.system.version import VERSION

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dialogue_prep.cli.terminal import Terminal
    from dialogue_prep.services.opening import Opening

DONE, MENDABLE, MISUSED, MACHINE, BUG = 0, 1, 2, 3, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code.

    0 done, 1 the user can mend it, 2 wrong use, 3 the machine stands in the way, 70 a bug.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        sys.stdout.write(f"dialogue-prep {VERSION}\n")
        return DONE
    if getattr(sys, "frozen", False) and len(words) == 3:
        # A frozen build is its own interpreter: the guard starts it again to take a foreign file apart.
        from dialogue_prep.system import guard_child

        if words[0] == guard_child.CHILD:
            guard_child.main(*words[1:])
    return _in_plain_words(lambda: _run(words))


def _run(words: list[str]) -> int:
    from dialogue_prep.cli.commands import COMMANDS
    from dialogue_prep.system.folders import PORTABLE, stay_in_portable_folder

    common, rest = _common_parser().parse_known_args(words)
    if common.portable:
        os.environ[PORTABLE] = common.portable
    stay_in_portable_folder()
    if common.version:
        return main(["--version"])
    if rest and rest[0] in COMMANDS:
        return _run_command(common, rest[0], rest[1:])
    return _help() if common.help else _open_window(common, rest)


def _common_parser() -> argparse.ArgumentParser:
    """Return the parser of what can stand anywhere in a command line."""
    from dialogue_prep.cli.arguments import Parser, day

    parser = Parser(prog="dialogue-prep", add_help=False, allow_abbrev=False)
    parser.add_argument("--store", metavar="PATH", default="", help="the store to work on: a file, or postgresql://…")
    parser.add_argument("--passphrase-file", metavar="FILE", default="", help="its first line opens a protected store")
    parser.add_argument("--portable", metavar="FOLDER", default="", help="keep everything in this folder")
    parser.add_argument("--dialogue", metavar="NAME", default="", help="which dialogue, where the store holds several")
    parser.add_argument("--today", metavar="DATE", type=day, help="the day to take for today (YYYY-MM-DD)")
    parser.add_argument("--json", action="store_true", help="answer with one JSON value")
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    parser.add_argument("--quiet", action="store_true", help="say nothing but the result")
    parser.add_argument("--version", action="store_true", help="show the version")
    parser.add_argument("--help", "-h", action="store_true", help="show this help")
    return parser


def _help() -> int:
    from dialogue_prep.cli.commands import overview

    parser = _common_parser()
    parser.usage = "dialogue-prep [FILE | COMMAND ...] [options]"
    parser.description = "Prepare the next round of a dialogue. Without a command, open the window."
    sys.stdout.write(parser.format_help() + f"\ncommands:\n{overview()}\n")
    sys.stdout.write("\nExample: dialogue-prep demo --out drafts\n'dialogue-prep COMMAND --help' says more.\n")
    return DONE


def _run_command(common: argparse.Namespace, name: str, rest: list[str]) -> int:
    from dialogue_prep.cli.commands import load, parser_for

    command = load(name)
    own = parser_for(name, command).parse_args([*rest, *(["--help"] if common.help else [])])
    return command.run(_terminal(common), own)


def _terminal(common: argparse.Namespace) -> Terminal:
    from getpass import getpass

    from dialogue_prep.cli.terminal import Terminal
    from dialogue_prep.system.settings import read_settings

    asks = sys.stdin is not None and sys.stdin.isatty() and not common.json
    ask_hidden = getpass if asks else None
    opening = _opening(common, ask_hidden)
    settings = read_settings(opening.folders.settings)
    _let_every_character_pass(as_json=common.json)
    return Terminal(
        opening=opening,
        settings=settings,
        output=sys.stdout,
        messages=sys.stderr,
        as_json=common.json,
        quiet=common.quiet,
        yes=common.yes,
        dialogue=common.dialogue,
        ask=input if asks else None,
        ask_hidden=ask_hidden,
    )


def _let_every_character_pass(*, as_json: bool) -> None:
    """JSON is written in UTF-8 whatever the terminal is set to; elsewhere what cannot be shown is shown as its code."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")


def _opening(common: argparse.Namespace, ask_hidden: Callable[[str], str] | None = None) -> Opening:
    from dataclasses import replace

    from dialogue_prep.cli.passphrases import asker
    from dialogue_prep.domain.errors import UserError
    from dialogue_prep.services.keyring import Keyring
    from dialogue_prep.services.opening import Opening
    from dialogue_prep.system.folders import user_folders
    from dialogue_prep.system.settings import read_settings

    folders = user_folders()
    settings = read_settings(folders.settings)
    if settings.backup_folder:
        folders = replace(folders, backups_elsewhere=Path(settings.backup_folder))
    named = common.store or os.environ.get("DIALOGUE_PREP_STORE", "")
    file = common.passphrase_file or os.environ.get("DIALOGUE_PREP_PASSPHRASE_FILE", "")
    today, written = common.today, os.environ.get("DIALOGUE_PREP_TODAY", "")
    if today is None and written:
        try:
            today = date.fromisoformat(written)
        except ValueError as error:
            raise UserError(
                "DIALOGUE_PREP_TODAY must be a day such as 2018-02-06, not “{day}”.", day=written
            ) from error
    opening = Opening(
        store=folders.default_store,
        named=False,
        folders=folders,
        who=settings.name,
        today=today,
        keyring=Keyring(asker(Path(file) if file else None, ask_hidden)),
    )
    return opening.elsewhere(named) if named else opening


def _open_window(common: argparse.Namespace, rest: list[str]) -> int:
    if len(rest) > 1 or not all(Path(word).exists() for word in rest):
        sys.stderr.write(f"“{' '.join(rest)}” is neither a command nor a file; 'dialogue-prep --help' lists them.\n")
        return MISUSED
    given = Path(rest[0]) if rest else None
    if given is not None and _is_store(given):  # what the desktop hands over when one is clicked
        common.store, given = str(given), None
    gc.disable()  # what is imported leaves no garbage; once the window is there, it looks for it
    try:
        return _load_window()(lambda: _opening(common), given)
    finally:
        gc.enable()


def _is_store(path: Path) -> bool:
    from dialogue_prep.system.folders import STORE_SUFFIX

    return path.suffix.casefold() == STORE_SUFFIX


def _load_window() -> Callable[[Callable[[], Opening], Path | None], int]:
    from dialogue_prep.system.imports import import_kept

    with import_kept():
        from dialogue_prep.gui.start import start
    return start


def _in_plain_words(run: Callable[[], int]) -> int:
    """Run, and turn whatever goes wrong into one sentence and an exit code."""
    from dialogue_prep.domain.errors import MachineError, Problem

    try:
        code = run()
        if sys.stdout is not None:  # a program without a terminal has none
            sys.stdout.flush()
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return MACHINE if isinstance(problem, MachineError) else MENDABLE
    except SystemExit as ended:  # argparse has said what there is to say
        return int(ended.code or DONE)
    except BrokenPipeError:  # whoever read the output has enough
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing more was stored.\n")
        return MENDABLE
    except OSError as error:
        if error.filename is not None:
            return _bug(error)  # files are opened where their errors are told
        _drop_output()
        sys.stderr.write(f"The output cannot be written: {error.strerror}.\n")
        return MACHINE
    except Exception as error:  # the last stop: a bug is told to the user, and written down
        return _bug(error)
    else:
        return code


def _drop_output() -> None:
    """Let what could not be written go, so that the end of the program does not fail on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(error: Exception) -> int:
    import logging

    from dialogue_prep.system.folders import user_folders
    from dialogue_prep.system.logs import start_log, where_it_failed

    log = start_log(user_folders().logs)
    logging.getLogger("dialogue_prep").error("%s", where_it_failed(error))
    sys.stderr.write(f"The program failed; what was stored is safe. What happened stands in {log}.\n")
    return BUG
