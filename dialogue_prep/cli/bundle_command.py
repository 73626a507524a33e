"""`dialogue-prep bundle`: changes made for another copy of the store as one signed file, and one of theirs taken in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from dialogue_prep.cli.record_words import records_counted
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns, counted
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.exchange import Copy, Divergence, Register
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text
from dialogue_prep.services.bundles import BundleContents, BundleReport, Bundles, Recipient
from dialogue_prep.services.dialogues import NO_DIALOGUE, Dialogues

EXAMPLE = "dialogue-prep bundle make --for Justice --out justice.bundle"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done, and with which file."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="make|show|take")
    make = acts.add_parser("make", help="write what a ministry, or another copy, does not know yet")
    make.add_argument("--for", dest="name", default="", metavar="NAME", help="a ministry of our side, or a known copy")
    make.add_argument("--whole", action="store_true", help="all that travels, for another desk of our own")
    make.add_argument("--ceiling", default="", metavar="MARKING", help="nothing above it goes (by itself: internal)")
    make.add_argument("--confirm", metavar="NAME", help="of a protected store: its name, for anybody can read a bundle")
    make.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the bundle goes")
    show = acts.add_parser("show", help="say what taking a bundle in would do; without a file, which copies are known")
    show.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the bundle")
    take = acts.add_parser("take", help="take a bundle in as one step, after a report")
    take.add_argument("file", type=Path, metavar="FILE", help="the bundle")
    take.add_argument("--fingerprint", default="", metavar="WORDS", help="of a copy that is new here, as read out")
    for side in ("ours", "theirs"):
        said = f"the number of a line on which both differ, and {side} is to stand"
        take.add_argument(f"--{side}", type=int, action="append", default=[], metavar="N", help=said)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Make, show or take."""
    if arguments.act == "make":
        return _make(terminal, arguments)
    if arguments.act == "take":
        return _take(terminal, arguments)
    return _show(terminal, arguments)


def _make(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if arguments.whole and arguments.name:
        raise UserError("Say --for or --whole, not both.")
    if arguments.whole and arguments.ceiling:
        raise UserError("Everything goes with --whole; --ceiling is for a ministry or a known copy.")
    if not terminal.may_write(arguments.out):
        return MENDABLE
    with terminal.writing() as workspace:
        if not Dialogues(workspace).all():
            raise UserError(NO_DIALOGUE)
        bundles = Bundles(workspace)
        recipient = Recipient() if arguments.whole else bundles.recipient(arguments.name, arguments.ceiling)
        contents = bundles.make(recipient, arguments.out, terminal.confirmed(arguments.confirm))
        own = bundles.own()
    answer = {
        "path": str(arguments.out),
        "fingerprint": own.fingerprint,
        "news": contents.news,
        "records": dict(contents.records),
        "left_out": dict(contents.left_out),
    }
    terminal.answer(answer, _made(arguments.out, own, contents))
    return DONE


def _made(path: Path, own: Copy, contents: BundleContents) -> Iterator[str]:
    yield f"Written: {path} ({counted(contents.news, 'record', 'records')} new there, or changed)"
    yield f"In the slice: {records_counted(contents.records)}"
    yield f"Not in it: {records_counted(contents.left_out)}"
    yield f"Fingerprint of this copy, to be read out: {own.fingerprint}"


def _show(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if arguments.file is not None:
        with terminal.reading() as workspace:
            report = Bundles(workspace).report(arguments.file)
        terminal.answer(_answer(report), _report(report))
        return DONE
    with terminal.writing() as workspace:
        bundles = Bundles(workspace)
        own, copies = bundles.own(), bundles.copies()
    answer = {"own": own.fingerprint, "copies": [{"name": c.name, "fingerprint": c.fingerprint} for c in copies]}
    rows = [("this copy", own.fingerprint), *((copy.name, copy.fingerprint) for copy in copies)]
    terminal.answer(answer, columns(rows))
    return DONE


def _take(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if both := sorted({*arguments.ours} & {*arguments.theirs}):
        raise UserError("Say --ours {number} or --theirs {number}, not both.", number=both[0])
    with terminal.writing() as workspace:
        bundles = Bundles(workspace)
        report = bundles.report(arguments.file)
        kept = [*_chosen(report, arguments.ours, theirs=False), *_chosen(report, arguments.theirs, theirs=True)]
        if not terminal.as_json:
            terminal.output.writelines(f"{line}\n" for line in _report(report))
        trusted = report.known or _compared(terminal, report, arguments.fingerprint)
        if not trusted or not (report.changes_nothing or terminal.consents("Take it in?")):
            return MENDABLE
        bundles.take(report, trusted=trusted, kept=kept)
    terminal.answer(_answer(report), ["Nothing in it is new here." if report.changes_nothing else "Taken in."])
    return DONE


def _compared(terminal: Terminal, report: BundleReport, said: str) -> bool:
    """Say whether the fingerprint of a copy that is new here is the one that was read out: --yes does not say so."""
    copy = report.bundle.made_by
    if said:
        if said.replace(" ", "").casefold() != copy.id:
            raise UserError("The fingerprint of this bundle is another: {fingerprint}.", fingerprint=copy.fingerprint)
        return True
    if terminal.ask is None:
        terminal.messages.write(f"This copy is new here: say --fingerprint as {copy.name} reads it out.\n")
        return False
    question = f"Does {copy.name} read out the fingerprint {copy.fingerprint}? [y/N] "
    return terminal.ask(question).strip().casefold() in ("y", "yes", "o", "oui")


def _chosen(report: BundleReport, numbers: Sequence[int], *, theirs: bool) -> Iterator[tuple[Divergence, object]]:
    for number in numbers:
        if not 1 <= number <= len(report.divergences):
            raise UserError("There is no line {number} on which both differ.", number=number)
        divergence = report.divergences[number - 1]
        register = divergence.theirs if theirs else divergence.ours
        if divergence.ours is None or divergence.theirs is None or register is None:
            raise UserError("Line {number} is about a removal: put the record back from the history.", number=number)
        if divergence.theirs_holds is not theirs:
            yield divergence, register.content


def _report(report: BundleReport) -> Iterator[str]:
    copy = report.bundle.made_by
    yield f"From {copy.name or 'somebody'}, {copy.fingerprint}{'' if report.known else ', new here'}"
    if report.changes_nothing:
        yield "Nothing in it is new here."
        return
    for what, counts in (("New", report.added), ("Changed", report.changed), ("Removed", report.removed)):
        if counts:
            yield f"{what}: {records_counted(counts)}"
    if report.divergences:
        yield "Changed in both copies; the newer one stands unless you choose:"
        rows = [_sides(number, one, report) for number, one in enumerate(report.divergences, start=1)]
        yield from columns(rows, ("", "record", "field", "ours", "theirs", "stands"))


def _sides(number: int, one: Divergence, report: BundleReport) -> tuple[str, ...]:
    record = f"{one.kind.replace('_', ' ')} {_title(report.subjects.get(one.id))}".strip()
    stands = "theirs" if one.theirs_holds else "ours"
    return (str(number), record, one.name, _register(one.ours), _register(one.theirs), stands)


def _title(value: Identified | None) -> str:
    texts = [] if value is None else [getattr(value, field.name) for field in fields(value)]
    return next((f"“{text.wordings[0].words}”" for text in texts if isinstance(text, Text) and text), "")


def _register(register: Register | None) -> str:
    if register is None:
        return "removed"
    content = register.content[1] if isinstance(register.content, list) else register.content
    at = datetime.fromtimestamp(register.stamp.time / 1000, UTC)
    return f"{'nothing' if content is None else content} ({register.who or '–'}, {at:%Y-%m-%d %H:%M})"


def _answer(report: BundleReport) -> dict[str, object]:
    copy = report.bundle.made_by
    return {
        "from": copy.name,
        "fingerprint": copy.fingerprint,
        "known": report.known,
        "added": dict(report.added),
        "changed": dict(report.changed),
        "removed": dict(report.removed),
        "both_changed": [
            {
                "kind": one.kind,
                "id": one.id,
                "field": one.name,
                "ours": one.ours and one.ours.content,
                "theirs": one.theirs and one.theirs.content,
                "stands": "theirs" if one.theirs_holds else "ours",
            }
            for one in report.divergences
        ],
    }
