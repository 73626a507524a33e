"""What was done to records, as lines: who, when, which field, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed, JournalEntry
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.field_contents import content_in_words, field_in_words
from dialogue_prep.gui.records import moment, record_title
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, count, step_in_words
from dialogue_prep.services.history import Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One field in one change. `field` is its name in the journal, empty where the whole record came or went."""

    id: str
    when: str
    who: str
    what: str
    field: str
    field_words: str
    before: str
    after: str
    entry: JournalEntry

    @property
    def can_be_put_back(self) -> bool:
        """Whether the field had a value before that can be given to it again."""
        return bool(self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedLine:
    """One record that is gone."""

    id: str
    title: str
    note: str
    when: str
    who: str
    removed: Removed


def history_lines(
    entries: Sequence[JournalEntry], named: Mapping[str, Identified], language: str
) -> tuple[HistoryLine, ...]:
    """Return the lines for the history of a record, newest first; `named` are the records that its fields name."""
    return tuple(line for place, entry in enumerate(entries) for line in _of_entry(place, entry, named, language))


def removed_lines(removed: Iterable[Removed], language: str) -> tuple[RemovedLine, ...]:
    """Return the lines for what was removed."""
    return tuple(
        RemovedLine(
            id=one.id,
            title=record_title(one.value, language),
            note=" · ".join(filter(None, (kind_name(type(one.value).__name__), _with_it(one), _done(one.entry)))),
            when=moment(one.entry, language),
            who=one.entry.who or "–",
            removed=one,
        )
        for one in removed
    )


def origin_in_words(copies: Sequence[ReturnedCopy], language: str) -> str:
    """Return from which edited copies a change came: whose, which file and when; nothing where it came from none."""
    said = _("{author}: {file}, taken in on {day}, SHA-256 {hash}")
    return "\n".join(
        said.format(
            author=copy.author,
            file=Path(copy.path).name,
            day=day_in_words(copy.taken_on, language),
            hash=copy.file_hash,
        )
        for copy in copies
    )


def ids_in(entries: Iterable[JournalEntry]) -> set[str]:
    """Return the identifiers that entries name in their fields."""
    found = (side for entry in entries for side in (entry.before, entry.after) if side)
    return {value for side in found for name, value in side.items() if name.endswith("_id") and isinstance(value, str)}


def _of_entry(place: int, entry: JournalEntry, named: Mapping[str, Identified], language: str) -> Iterable[HistoryLine]:
    before, after = entry.before, entry.after
    whole = before is None or after is None
    names = [""] if whole else sorted(before or {})
    for name in names:
        yield HistoryLine(
            id=f"{entry.step}/{place}/{name}",
            when=moment(entry, language),
            who=entry.who or "–",
            what=_done(entry),
            field=name,
            field_words=_whole(entry) if whole else field_in_words(entry.kind, name),
            before="" if whole else content_in_words(entry.kind, name, (before or {}).get(name), named, language),
            after="" if whole else content_in_words(entry.kind, name, (after or {}).get(name), named, language),
            entry=entry,
        )


def _whole(entry: JournalEntry) -> str:
    return _("added") if entry.before is None else _("removed")


def _done(entry: JournalEntry) -> str:
    said = {Deed.REQUEST: "{what}", Deed.UNDO: _("Taken back: {what}"), Deed.REDO: _("Done again: {what}")}
    return said[entry.deed].format(what=step_in_words(entry.label))


def _with_it(removed: Removed) -> str:
    if not removed.belongings:
        return ""
    return count("with {number} that belongs to it", "with {number} that belong to it", removed.belongings)
