"""Where the units of edited copies stand, in words: the headings above them, or the row of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dialogue_prep.documents.snapshot import KeptLine, Snapshot, read_snapshot
from dialogue_prep.domain.draft import Draft
from dialogue_prep.services.returned_report import ReturnReport

_HEADING = "heading "
_BETWEEN = " · "
_NAMED = 2
"""So many headings above a unit are named."""


def places_in(report: ReturnReport) -> dict[tuple[str, str], str]:
    """Return where each unit stands in the paper that was written, by the draft's identifier and the unit's key."""
    drafts: dict[str, Draft] = {copy.draft.id: copy.draft for copy in report.copies}
    kept = ((id_, read_snapshot(draft.snapshot)) for id_, draft in drafts.items())
    return {(id_, key): place for id_, one in kept if one is not None for key, place in places_of(one).items()}


def places_of(kept: Snapshot) -> dict[str, str]:
    """Return where each unit of a paper stands, by its key and in reading order."""
    return dict(_places(kept))


def _places(kept: Snapshot) -> Iterator[tuple[str, str]]:
    path: list[str] = []
    for (_block, row), group in groupby(kept.lines, key=lambda line: (line.block, line.row)):
        lines = tuple(group)
        in_row = _longest(lines) if row >= 0 else ""
        for line in lines:
            if line.role.startswith(_HEADING):
                level = int(line.role.removeprefix(_HEADING))
                path = [*path[: level - 1], *("",) * (level - 1 - len(path)), line.text]
            for key in line.units:
                yield key, in_row or _BETWEEN.join([words for words in path if words][-_NAMED:]) or kept.title


def _longest(lines: Sequence[KeptLine]) -> str:
    """Return the words by which a row is known: those of its fullest cell."""
    return max((line.text for line in lines), key=len)
