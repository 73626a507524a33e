"""A unit of work: what one request reads and changes, kept whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import Conflict, NotFound
from dialogue_prep.domain.identity import Identified, SourceId
from dialogue_prep.domain.instrument import InstrumentEntry
from dialogue_prep.domain.journal import Change, Deed, JournalEntry, Step
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Citation
from dialogue_prep.domain.template import Template
from dialogue_prep.domain.text import Text
from dialogue_prep.store import dossiers, search
from dialogue_prep.store.cited_paragraphs import paragraph_numbers_in
from dialogue_prep.store.fields import hints_of, overwritten
from dialogue_prep.store.journal import Entry, Journal
from dialogue_prep.store.kinds import KINDS, references
from dialogue_prep.store.repository import Repository

V = TypeVar("V", bound=Identified)

CHANGED_MEANWHILE = "Somebody else has changed this meanwhile to “{words}”; yours is here still: type on to keep it."


class Work:
    """Reads and changes values of every kind within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._repositories: dict[type[Identified], Repository[Any]] = {}
        self._changes: list[Change] = []
        self._journal = Journal(connection)

    @property
    def connection(self) -> Connection:
        """The connection of the transaction, for other modules of the store; nobody else can import what it needs."""
        return self._connection

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed so far, in order."""
        return tuple(self._changes)

    def get(self, kind: type[V], id_: str) -> V:
        """Return the value with this identifier, or raise NotFound."""
        return self._of(kind).get(id_)

    def look_up(self, kind: type[V], id_: str) -> V | None:
        """Return the value with this identifier, if there is one."""
        return self._of(kind).look_up(id_)

    def find(self, kind: type[V], /, **equal: Any) -> tuple[V, ...]:
        """Return the values of a kind whose fields equal these."""
        return self._of(kind).find(**equal)

    def find_below(self, kind: type[V], field: str, above: type[Identified], /, **equal: Any) -> tuple[V, ...]:
        """Return the values of a kind whose field names one of the kind above whose fields equal these."""
        return self._of(kind).find_below(field, above, **equal)

    def put(self, value: V, *, instead_of: V | None = None) -> V:
        """Add or replace a value; with `instead_of`, raise Conflict if what is kept is no longer that.

        Raise NotFound where it names what is gone; then nothing of the transaction can be kept.
        """
        try:
            return self._of(type(value)).put(value, instead_of=instead_of)
        except IntegrityError as error:
            raise NotFound("What this belongs to is no longer there; put it back first.") from error

    def revise(self, seen: V, change: Callable[[V], V], *, visit: str = "") -> V:
        """Change a value as it is kept now; Conflict where that would undo what others changed since it was `seen`.

        What was changed meanwhile in this visit to a field is the user's own.
        """
        kept = self.get(type(seen), seen.id)
        after = change(kept)
        theirs = overwritten(seen, kept, after)
        if theirs and not (visit and self.last_visit(seen.id) == visit):
            said = dict.fromkeys(self._shown(kept, name, found) for name, found in theirs.items() if found)
            raise Conflict(CHANGED_MEANWHILE, wanted=change(seen), found=kept, words=tuple(said))
        return self.put(after)

    def _shown(self, value: Identified, name: str, plain: object) -> object:
        """Return what a plain field of a value says, as a sentence can show it: of a record the first of its texts."""
        if (kind := references()[type(value)].get(name)) is None:
            return getattr(value, name, plain)
        named = self.look_up(kind, str(plain))
        texts = (getattr(named, field.name) for field in fields(kind)) if named else ()
        return next((text for text in texts if isinstance(text, Text) and text), plain)

    def last_visit(self, value_id: str | None = None) -> str:
        """Return the visit to a field in which a value, or anything, was changed last; empty where that was in none."""
        return self._journal.last_visit(value_id)

    def remove(self, value: Identified) -> None:
        """Delete a value; one that is gone already is no error."""
        self._of(type(value)).remove(value.id)

    def remove_whole(self, value: Identified) -> None:
        """Delete a value with all that belongs to it; what merely names it is kept and no longer does."""
        going, loosened = self._going(value)
        for other, field in loosened:
            if other.id not in going:
                nothing: dict[str, Any] = {field: None}
                self.put(replace(self.get(type(other), other.id), **nothing))
        for one in sorted(going.values(), key=lambda one: KINDS.index(type(one)), reverse=True):
            self.remove(one)

    def belonging(self, value: Identified) -> tuple[Identified, ...]:
        """Return what `remove_whole` would delete, the value itself first."""
        return tuple(self._going(value)[0].values())

    def naming(self, value: Identified) -> tuple[Identified, ...]:
        """Return what names a value, in the order of the kinds."""
        return tuple(one for one, _field, _optional in self._naming(value))

    def _going(self, value: Identified) -> tuple[dict[str, Identified], list[tuple[Identified, str]]]:
        """Return what goes with a value, by identifier, and which fields of others name something that goes."""
        going = {value.id: value}
        loosened: list[tuple[Identified, str]] = []
        waiting = [value]
        while waiting:
            for other, field, optional in self._naming(waiting.pop()):
                if optional:
                    loosened.append((other, field))
                elif other.id not in going:
                    going[other.id] = other
                    waiting.append(other)
        return going, loosened

    def _naming(self, value: Identified) -> list[tuple[Identified, str, bool]]:
        """Return what names a value: by a field of its own, or as the subject of a citation or an alias."""
        found: list[tuple[Identified, str, bool]] = []
        for kind, names in references().items():
            for name, named in names.items():
                if named is type(value):
                    optional = hints_of(kind)[name].optional
                    naming = self.find(kind, **{name: value.id})
                    found += [(one, name, optional and not _rests_on(one, name)) for one in naming]
        subjects = (*self.find(Citation, subject_id=value.id), *self.find(Alias, subject_id=value.id))
        return [*found, *((one, "subject_id", False) for one in subjects)]

    def dossier(self, round_id: str) -> Dossier:
        """Read everything about a round and its dialogue."""
        return dossiers.read(self._connection, round_id)

    def paragraph_numbers(self, dialogue_id: str) -> Mapping[SourceId, ParagraphNumbers]:
        """Return the numbers of the paragraphs of each source of a dialogue that numbers them itself."""
        return paragraph_numbers_in(self._connection, dialogue_id)

    def search(self, words: str, limit: int = 50) -> tuple[Identified, ...]:
        """Return the values in which all words occur or begin, best first."""
        return search.find(self._connection, words, limit)

    def history(self, value_id: str | None = None, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return the journal, newest first: of one value, or of everything."""
        return self._journal.read(value_id, limit)

    def entries(self, value_id: str) -> Iterator[JournalEntry]:
        """Yield the journal of one value, newest first; no more of it is read than is asked for."""
        return self._journal.entries(value_id)

    def history_of_step(self, number: int) -> tuple[JournalEntry, ...]:
        """Return what one step changed, newest first."""
        return self._journal.of_step(number)

    def removals(self, limit: int | None = None) -> tuple[JournalEntry, ...]:
        """Return how values went that are gone now, newest first; all of them where there is no limit."""
        return self._journal.removals(limit)

    def last_steps(self) -> dict[str, tuple[int, datetime]]:
        """Return for every value that ever was the number of the last step that changed it, and when that was."""
        return self._journal.last_steps()

    def record(self, label: str, *, who: str, at: datetime, undoable: bool, visit: str = "") -> Step:
        """Write what was changed into the journal and the search index, and return it as one step."""
        self._journal.write(Entry(label, who, at, undoable, visit=visit), self.changes)
        search.index(self._connection, self.changes)
        return Step(label, self.changes)

    def replay(self, deed: Deed, *, who: str, at: datetime) -> Step | None:
        """Undo the last step that is done, or redo the last that was undone; None if there is nothing to."""
        if (target := self._journal.target(deed)) is None:
            return None
        for change in self._journal.replayed(target):
            self._apply(change)
        self._journal.write(Entry(target.label, who, at, undoable=True, deed=deed, target=target.number), self.changes)
        search.index(self._connection, self.changes)
        return Step(target.label, self.changes, deed)

    def next_label(self, deed: Deed) -> str | None:
        """Return the label of what undo or redo would do."""
        target = self._journal.target(deed)
        return target.label if target else None

    def _apply(self, change: Change) -> None:
        if change.after is not None:
            self.put(change.after)
            return
        # To write and to release a paper are no steps, so a draft may still name what goes; its file stays where it is.
        match change.subject:
            case Round(id=id_):
                for draft in self.find(Draft, round_id=id_):
                    self.remove_whole(draft)
            case Template(id=id_):
                for draft in self.find(Draft, template_id=id_):
                    self.put(replace(draft, template_id=None))
        self.remove(change.subject)

    def _of(self, kind: type[V]) -> Repository[V]:
        if kind not in self._repositories:
            self._repositories[kind] = Repository(self._connection, kind, self._note)
        return self._repositories[kind]

    def _note(self, before: Identified | None, after: Identified | None) -> None:
        self._changes.append(Change(before, after))


def _rests_on(value: Identified, field: str) -> bool:
    """Say whether a value goes with what a field of it may, but here does not, leave out: a step known by a source."""
    return isinstance(value, InstrumentEntry) and field == "source_id" and not value.evidence
