"""The tables at the end of a run: what was counted against what was asked, what was raced, what hostile files did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.requirements import ASKED

Rows = list[list[str]]


@dataclass(slots=True)
class Counted:
    """What stands in one line of the table of the large counts; `seconds` are those of the tests that counted it."""

    tries: int = 0
    lost: int = 0
    seconds: float = 0.0


def counted(reports: Iterable[Any]) -> dict[str, Counted]:
    """Return what the tests counted, by requirement: lines of the same words are added up."""
    found: dict[str, Counted] = {}
    for report in reports:
        told = rows_of(report, "tally")
        for requirement, tries, lost in told:
            line = found.setdefault(requirement, Counted())
            line.tries += int(tries)
            line.lost += int(lost)
        for requirement in {row[0] for row in told}:
            found[requirement].seconds += report.duration
    return found


def too_few(found: dict[str, Counted]) -> tuple[str, ...]:
    """Return the requirements that were counted less often than is asked, or never."""
    return tuple(line for line, least in ASKED.items() if found.get(line, Counted()).tries < least)


def finished(terminal: Any) -> list[Any]:
    """Return the reports of the tests that came to an end, passed or failed."""
    reports = [report for outcome in ("passed", "failed") for report in terminal.stats.get(outcome, [])]
    return [report for report in reports if report.when == "call"]


def rows_of(report: Any, table: str) -> Rows:
    """Return what a test put into a table."""
    return [row for name, row in report.user_properties if name == table]


def write_tables(terminal: Any, *, whole: bool) -> None:
    """Write what there is to be told; where the `whole` table is asked for, lines that nothing counted stand in it."""
    reports = finished(terminal)
    found = counted(reports)
    short = too_few(found) if whole else ()
    lines = [line for line in ASKED if line in found or line in short]
    rows = [_row(line, found.get(line, Counted())) for line in lines]
    _write(terminal, ["requirement", "asked", "tries", "lost", "time"], rows)
    for line in short:
        terminal.write_line(f"missing or too few: {line}", red=True)
    raced = [row for report in reports for row in rows_of(report, "race")]
    _write(terminal, ["speed", "ratio", "limit", "ours", "floor"], sorted(raced))
    if any("torture" in report.keywords for report in reports):
        hostile = [row for report in reports for row in rows_of(report, "hostile")]
        _write(terminal, ["hostile file", "seconds", "by the clock", "MB", "what came of it"], sorted(hostile))


def _row(line: str, of: Counted) -> list[str]:
    return [line, f"{ASKED[line]}", f"{of.tries}", f"{of.lost}", f"{of.seconds:.1f} s"]


def _write(terminal: Any, heads: list[str], rows: Rows) -> None:
    if not rows:
        return
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    terminal.section("what was measured")
    for row in [heads, *rows]:
        first, *others = (
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        terminal.write_line("  ".join([first, *others]))
