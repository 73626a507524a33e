"""Rows of the agenda that an edited copy moved, added, left out, timed or gave other leads: what the agenda becomes.

The words of titles and the minutes are units like any other; this is about the rows around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any

from dialogue_prep.documents.model import UnitKey
from dialogue_prep.documents.returned_document import FixedEdit, ReturnedDocument, ReturnedRow
from dialogue_prep.documents.snapshot import Snapshot
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft, PaperKind
from dialogue_prep.domain.identity import EntityId
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.returned_words import minutes_in

_ITEM = "agenda_item"
_TIME, _MINUTES, _TITLE, _LEADS = 1, 2, 3, 4
"""The columns of the table; leads of the one side and of the other stand in the last two."""
_HOUR = re.compile(r"\s*(\d{1,2})(?:\s*[:.h时点時]\s*(\d{2})?)?\s*")
"""A time and nothing beside it: “2:30 pm” is told, and not read as the night."""
_BETWEEN_NAMES = re.compile(r"[\s,;/&()、，；（）]|\b(?:and|et)\b|[和与及]", re.IGNORECASE)


class RowDeed(StrEnum):
    """What was done to rows of an agenda."""

    MOVED = "moved"
    ADDED = "added"
    LEFT_OUT = "left out"
    BEGINS = "begins"
    MINUTES = "minutes"
    LEADS = "leads"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaChange:
    """One change of an agenda by a copy (by its number); `id` names it in choices, `said` tells it in a sentence.

    `order` are items in their new order. One that was added stands behind the item `item_id`, or first where that is
    empty. `entities` are those that lead now for each side, by its identifier. Only a `clean` one is taken unless
    somebody says otherwise: what was changed here, too, since the paper was written is not, nor a title that says what
    is `internal` in a paper for the other side.
    """

    id: str
    draft: Draft
    copy: int
    deed: RowDeed
    said: Sentence
    clean: bool = True
    internal: Sentence | None = None
    item_id: str = ""
    order: tuple[str, ...] = ()
    title: str = ""
    minutes: int = 0
    begins: time = time(0)
    entities: tuple[tuple[str, tuple[EntityId, ...]], ...] = ()


@dataclass(slots=True)
class ReadAgenda:
    """What a copy does to the rows of the agenda, which edits that explains, and the units that went with rows.

    What of a row that is new has no place in an agenda item is not `taken`.
    """

    changes: list[AgendaChange] = field(default_factory=list)
    explained: set[FixedEdit] = field(default_factory=set)
    not_taken: list[FixedEdit] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def read_agenda(copy: int, document: ReturnedDocument, base: Snapshot, draft: Draft, dossier: Dossier) -> ReadAgenda:
    """Return what an edited copy of an agenda does to its rows; nothing of a copy of another paper."""
    found = ReadAgenda()
    if draft.kind is PaperKind.AGENDA and dossier.agenda is not None:
        _Reader(copy, document, base, draft, dossier, found).read()
    return found


class _Reader:
    def __init__(
        self, copy: int, document: ReturnedDocument, base: Snapshot, draft: Draft, dossier: Dossier, found: ReadAgenda
    ) -> None:
        self._copy, self._document, self._draft, self._dossier = copy, document, draft, dossier
        self._found = found
        self._items: dict[str, AgendaItem] = {item.id: item for item in dossier.items}
        self._kept = {unit.key: unit.text for unit in base.units}
        written = (_item_of(line.units) for line in base.lines if line.units)
        self._written = [item for item in dict.fromkeys(written) if item]
        self._rows = self._day_by_day([row for row in document.rows if _item_of(row.keys) or not row.keys])
        self._now = [item for item in dict.fromkeys(_item_of(row.keys) for row in self._rows) if item]

    def read(self) -> None:
        """Note every change of rows."""
        moved = self._read_order()
        self._read_left_out()
        last = ""
        for row in self._rows:
            if item := _item_of(row.keys):
                last = item
            else:
                self._read_added(row, last)
        for edit in self._document.fixed:
            item_id = _item_of((edit.beside,)) if edit.beside else ""
            if item_id in self._items and edit.column >= _LEADS:
                self._read_leads(edit, item_id)
            elif item_id in self._items and edit.column == _TIME and not moved:
                self._read_time(edit, item_id)

    def _day_by_day(self, rows: Sequence[ReturnedRow]) -> list[ReturnedRow]:
        """Return rows as they stand, but what was put behind the end of a day in the table of that day in front of it.

        Each day has a table of its own; where there is one alone, somebody joined them, and what ends a day says it.
        """
        tables = [list(of_table) for _table, of_table in groupby(rows, key=attrgetter("table"))]
        if len(tables) > 1:
            for of_table in tables:
                of_table.sort(key=lambda row: self._ends_day(_item_of(row.keys)))
        return [row for of_table in tables for row in of_table]

    def _ends_day(self, item_id: str) -> bool:
        return item_id in self._items and self._items[item_id].ends_day

    def _read_order(self) -> bool:
        common = [item for item in self._written if item in self._now and item in self._items]
        order = [item for item in self._now if item in common]
        if order == common:
            return False
        here = [item.id for item in sorted(self._items.values(), key=attrgetter("position")) if item.id in common]
        if order != here:
            titles = "; ".join(self._title(item) for item in order)
            said = Sentence.of("The items stand in another order: {titles}.", titles=titles)
            self._add(RowDeed.MOVED, said, clean=here == common, order=tuple(order))
        return True

    def _read_left_out(self) -> None:
        gone = set(self._document.left_out)
        for item in self._written:
            keys = {key for key in gone if _item_of((key,)) == item}
            if item not in self._now and keys and item in self._items:
                self._found.left_out |= keys
                said = Sentence.of("The item “{title}” is left out.", title=self._title(item))
                self._add(RowDeed.LEFT_OUT, said, item_id=item, clean=False)

    def _read_added(self, row: ReturnedRow, after: str) -> None:
        cells = [*row.cells, *("",) * (_LEADS + 2)][: _LEADS + 2]
        title, *below = cells[_TITLE].splitlines() or [""]
        if not title:
            self._leave(*cells[_MINUTES:])
            return
        self._leave(*below)
        minutes = minutes_in(cells[_MINUTES])
        if minutes is None:
            self._leave(cells[_MINUTES])
        known = tuple(
            (side.id, self._led_anew(side.id, cell)) for side, cell in zip(self._sides(), cells[_LEADS:], strict=True)
        )
        said = Sentence.of("The item “{title}” is new.", title=title)
        is_new = all(wording.words != title for item in self._items.values() for wording in item.title)
        self._add(RowDeed.ADDED, said, clean=is_new, item_id=after, title=title, minutes=minutes or 0, entities=known)

    def _led_anew(self, side_id: str, cell: str) -> tuple[EntityId, ...]:
        ids = self._led(side_id, cell)
        if ids is None:
            self._leave(cell)
        return ids or ()

    def _leave(self, *words: str) -> None:
        """Tell words of a row that is new and that nothing takes up."""
        self._found.not_taken += (FixedEdit(was="", now=one) for one in words if one)

    def _read_leads(self, edit: FixedEdit, item_id: str) -> None:
        side = self._sides()[min(edit.column - _LEADS, 1)]
        ids = self._led(side.id, edit.now)
        if ids is None:
            return
        self._found.explained.add(edit)
        leading = {entity.id for entity in self._dossier.leads_of(self._items[item_id], side)}
        if leading == set(ids):
            return
        said = Sentence.of(
            "On “{title}”, {side} is led by: {names}.",
            title=self._title(item_id),
            side=side.name,
            names=edit.now or "–",
        )
        written = self._led(side.id, edit.was)
        clean = written is not None and leading == set(written)
        self._add(RowDeed.LEADS, said, clean=clean, item_id=item_id, entities=((side.id, ids),))

    def _read_time(self, edit: FixedEdit, item_id: str) -> None:
        place = self._now.index(item_id) if item_id in self._now else -1
        begins = _hour(edit.now)
        if begins is None or place < 0:
            return
        if place == 0:
            self._found.explained.add(edit)
            begun = self._dossier.agenda.begins if self._dossier.agenda else None
            if begins != begun:
                said = Sentence.of("The day begins at {hour}.", hour=edit.now)
                self._add(RowDeed.BEGINS, said, clean=begun == _hour(edit.was), begins=begins)
            return
        before = self._now[place - 1]
        if self._ends_day(before):  # every day begins when the first does
            return
        shown = self._shown_hour(before)
        minutes = _between(shown, begins) if shown else 0
        if minutes <= 0 or before not in self._items:
            return
        self._found.explained.add(edit)
        here = self._items[before].minutes
        if minutes != here:
            written = self._kept.get(str(UnitKey(_ITEM, before, "minutes", "")))
            said = Sentence.of("“{title}” takes {minutes} minutes.", title=self._title(before), minutes=minutes)
            self._add(RowDeed.MINUTES, said, clean=written == str(here), item_id=before, minutes=minutes)

    def _shown_hour(self, item_id: str) -> time | None:
        row = next(row for row in self._rows if _item_of(row.keys) == item_id)
        return _hour(row.cells[_TIME]) if len(row.cells) > _TIME else None

    def _led(self, side_id: str, cell: str) -> tuple[EntityId, ...] | None:
        """Return the entities that a cell names, in order; None where it names somebody whom the side does not have."""
        languages = [tag for tag in (self._draft.language, self._draft.second_language) if tag]
        nobody = [Phrases(language).say("Co-chair") for language in languages]
        names: dict[str, EntityId | None] = {**dict.fromkeys(nobody), **dict(self._names(side_id))}
        found: dict[EntityId, int] = {}
        left = cell
        for name in sorted(names, key=len, reverse=True):
            named = re.compile(re.escape(name), re.IGNORECASE)
            for match in named.finditer(left):
                if (entity_id := names[name]) is not None:
                    found.setdefault(entity_id, match.start())
            left = named.sub(lambda match: " " * len(match[0]), left)
        if _BETWEEN_NAMES.sub("", left):
            return None
        return tuple(sorted(found, key=lambda entity_id: found[entity_id]))

    def _names(self, side_id: str) -> Iterator[tuple[str, EntityId]]:
        for entity in self._dossier.entities:
            if entity.side_id == side_id:
                for wording in (*entity.name, *entity.abbreviation):
                    yield wording.words, entity.id

    def _sides(self) -> tuple[Side, Side]:
        home, away = self._dossier.home, self._dossier.away
        return (away, home) if self._draft.copy_for == away.id else (home, away)

    def _title(self, item_id: str) -> str:
        return self._items[item_id].title.read(self._draft.language) if item_id in self._items else ""

    def _add(self, deed: RowDeed, said: Sentence, *, clean: bool = True, **what: Any) -> None:
        told = "/".join((deed, str(what.get("item_id", "")), str(what.get("title", "")), str(self._copy)))
        self._found.changes.append(
            AgendaChange(
                id=f"agenda/{self._draft.id}/{told}",
                draft=self._draft,
                copy=self._copy,
                deed=deed,
                said=said,
                clean=clean,
                **what,
            )
        )


def _item_of(keys: Sequence[str]) -> str:
    """Return the identifier of the agenda item of which these units are."""
    read = (UnitKey.read(key) for key in keys)
    return next((key.record_id for key in read if key.record == _ITEM), "")


def _hour(words: str) -> time | None:
    found = _HOUR.fullmatch(words)
    if found is None or int(found.group(1)) > 23 or int(found.group(2) or 0) > 59:
        return None
    return time(int(found.group(1)), int(found.group(2) or 0))


def _between(first: time, last: time) -> int:
    return (last.hour - first.hour) * 60 + last.minute - first.minute
