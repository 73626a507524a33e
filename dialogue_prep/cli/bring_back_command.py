"""`dialogue-prep bring-back`: report what edited copies come to, and take their edits in after consent."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path

from dialogue_prep.cli.answers import Answer
from dialogue_prep.cli.round_choice import worded
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal
from dialogue_prep.documents.merge import Outcome
from dialogue_prep.services.returned_agenda import RowDeed
from dialogue_prep.services.returned_report import Addition, Remark, ReturnReport, UnitChange
from dialogue_prep.services.returns import Returns

EXAMPLE = "dialogue-prep bring-back notes-interior.docx notes-justice.docx"

_SILENT = (Outcome.UNCHANGED, Outcome.OURS, Outcome.BOTH)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the edited copies."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="edited copies of papers (.docx)")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report, ask and take in as one step; what is open stays as it is, with the other words kept as notes."""
    with terminal.writing() as workspace:
        returns = Returns(workspace)
        report = returns.report(arguments.files)
        for copy in report.copies:
            for warning in copy.warnings:
                terminal.say(worded(terminal, warning))
        for warning in report.internal:
            terminal.say(worded(terminal, warning))
        code = DONE
        if not terminal.as_json:
            terminal.output.writelines(f"{line}\n" for line in _lines(terminal, report))
        says_nothing_new = report.empty and not report.untaken
        if says_nothing_new or terminal.consents("Take these edits in?"):
            returns.take_in(report)  # of what says nothing new it is known from now on that it came back
        else:
            code = MENDABLE
    terminal.answer(_answer(terminal, report), ())
    return code


def _answer(terminal: Terminal, report: ReturnReport) -> Answer:
    def told(*outcomes: Outcome) -> list[Answer]:
        return [_unit(terminal, report, unit) for unit in report.with_outcome(*outcomes)]

    def rows(*deeds: RowDeed, clean: Collection[bool] = (True,)) -> list[Answer]:
        return [
            {"agenda": worded(terminal, one.said), "by": report.copies[one.copy].author}
            for one in report.agenda
            if one.deed in deeds and one.clean in clean
        ]

    looks = [unit for unit in report.units if unit.clean and unit.merged.outcome in _SILENT]
    changed = [deed for deed in RowDeed if deed not in (RowDeed.ADDED, RowDeed.LEFT_OUT)]
    left = {unit.id for unit in looks}
    return {
        "unchanged": [unit.merged.key for unit in report.with_outcome(*_SILENT) if unit.id not in left],
        "taken": [*told(Outcome.TAKEN), *(_unit(terminal, report, unit) for unit in looks), *rows(*changed)],
        "merged": told(Outcome.MERGED),
        "conflicts": [*told(Outcome.CONFLICT), *rows(*changed, clean=(False,))],
        "new": [*(_addition(report, one) for one in report.additions), *rows(RowDeed.ADDED, clean=(True, False))],
        "deleted": [*told(Outcome.DELETED), *rows(RowDeed.LEFT_OUT, clean=(False,))],
        "notes": [*_notes(report)],
    }


def _notes(report: ReturnReport) -> Iterator[Answer]:
    for remark in report.remarks:
        yield {"unit": remark.note.key, "words": remark.note.words, "by": _author(report, remark)}
    for one in report.untaken:
        by = report.copies[one.copy].author
        yield {"unit": one.edit.beside or None, "was": one.edit.was, "not_taken": one.edit.now, "by": by}


def _author(report: ReturnReport, remark: Remark) -> str:
    return remark.note.author or report.copies[remark.copy].author


def _unit(terminal: Terminal, report: ReturnReport, unit: UnitChange) -> Answer:
    merged = unit.merged
    versions = [
        {
            "by": report.copies[version.copy].author,
            "on": on.isoformat() if (on := report.copies[version.copy].on) else None,
            "words": version.words,
        }
        for version in merged.versions
    ]
    refused = {"refused": worded(terminal, unit.refused)} if unit.refused else {}
    return {
        "unit": merged.key,
        "was": merged.base,
        "ours": merged.ours,
        "words": merged.words,
        "versions": versions,
        **refused,
    }


def _addition(report: ReturnReport, addition: Addition) -> Answer:
    return {
        "words": addition.words,
        "beside": addition.beside or None,
        "copy_of_another": addition.copied,
        "by": report.copies[addition.copy].author,
    }


def _lines(terminal: Terminal, report: ReturnReport) -> Iterator[str]:
    for copy in report.copies:
        yield f"{copy.path.name}: {copy.draft.kind}, version {copy.draft.version}, edited by {copy.author}"
    for unit in report.units:
        merged = unit.merged
        if unit.refused:
            yield f"not taken: {merged.base} ({worded(terminal, unit.refused)})"
        elif merged.outcome is Outcome.CONFLICT:
            told = " | ".join(f"{report.copies[v.copy].author}: {v.words or '–'}" for v in merged.versions)
            yield f"conflict: {merged.ours or '–'} | {told}"
        elif merged.outcome is Outcome.DELETED:
            yield f"left out (a proposal, kept): {merged.base}"
        elif unit.clean:
            yield f"{merged.outcome}: {merged.words}"
    yield from (f"new: {addition.words}" for addition in report.additions)
    for change in report.agenda:
        yield f"agenda{'' if change.clean else ' (a proposal, not taken)'}: {worded(terminal, change.said)}"
    yield from (f"note by {_author(report, remark)}: {remark.note.words}" for remark in report.remarks)
    yield from (f"not taken: {one.edit.was or '–'} -> {one.edit.now or '–'}" for one in report.untaken)
