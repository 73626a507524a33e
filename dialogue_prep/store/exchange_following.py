"""Brings the strands of a store in step with what was done in it since: by every request, by undo, by any version.

Records are compared with what the strands say of them; the journal only tells who changed a field, and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from dialogue_prep.domain.exchange import Register, Stamp, Strand, with_known
from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.exchange_rows import OwnCopy, StrandRow, digest_of, plain_of, read_strands
from dialogue_prep.store.fields import Fields, loaded
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.tables import JOURNAL, STEP

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Followed:
    """The strands in step with the records, those that have changed, the records as plain fields, and this copy."""

    strands: dict[str, Strand]
    changed: frozenset[str]
    plain: dict[str, Fields]
    own: OwnCopy


@dataclass(frozen=True, slots=True)
class _Author:
    time: int
    who: str


def milliseconds(moment: datetime) -> int:
    """Return a moment as a time of a stamp."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def follow(connection: Connection, own: OwnCopy, records: Mapping[str, Identified]) -> Followed:
    """Return the strands in step with these records, which are all that can travel; nothing is written."""
    rows = read_strands(connection)
    last = connection.execute(select(func.max(JOURNAL.c.number))).scalar() or 0
    following = _Following(own, _authors(connection, own.journal_read))
    strands, plain, changed = {}, {}, set()
    for id_, value in records.items():
        plain[id_] = plain_of(value)
        strands[id_], is_new = following.of_record(value, plain[id_], rows.get(id_))
        if is_new:
            changed.add(id_)
    for id_ in rows.keys() - records.keys():
        row = rows[id_]
        strands[id_] = row.strand
        if row.digests is not None:
            strands[id_] = following.of_removed(row.strand)
            changed.add(id_)
    stamps = [stamp for id_ in changed for stamp in strands[id_].stamps]
    own = replace(own, journal_read=last, seen=with_known(own.seen, *stamps))
    return Followed(strands, frozenset(changed), plain, own)


class _Following:
    """Makes the stamps of what was done here: by the journal, but always later than all that was seen before."""

    def __init__(self, own: OwnCopy, authors: Mapping[tuple[str, str], _Author]) -> None:
        self._own = own
        self._authors = authors

    def of_record(self, value: Identified, plain: Fields, row: StrandRow | None) -> tuple[Strand, bool]:
        """Return the strand of a record that is there, and whether that has changed."""
        if row is None or row.digests is None:
            return self._added(value, plain, row), True
        names = [name for name in {**plain, **row.digests} if self._differs(name, plain, row.digests)]
        strand = row.full(plain)
        if not names:
            return strand, False
        fields = dict(strand.fields)
        for name in names:
            stamp, who = self._stamp(value.id, name)
            former = row.strand.fields.get(name)
            knew = {} if former is None else with_known(former.knew, former.stamp)
            fields[name] = Register(stamp=stamp, who=who, knew=knew, content=plain.get(name))
        contents = {name: register.content for name, register in fields.items()}
        had = {**dict.fromkeys(contents), **plain}
        return replace(strand, fields=fields, last=None if had == contents else had), True

    def of_removed(self, strand: Strand) -> Strand:
        """Return the strand of a record that was removed here."""
        stamp, who = self._stamp(strand.id, "")
        knew = with_known(strand.knew, *strand.stamps)
        return Strand(kind=strand.kind, id=strand.id, since=stamp, there=False, who=who, knew=knew)

    def _added(self, value: Identified, plain: Fields, row: StrandRow | None) -> Strand:
        stamp, who = self._stamp(value.id, "")
        knew = {} if row is None else with_known(row.strand.knew, *row.strand.stamps)
        fields = {name: Register(stamp=stamp, who=who, knew=knew, content=content) for name, content in plain.items()}
        return Strand(
            kind=name_of(type(value)), id=value.id, since=stamp, there=True, who=who, knew=knew, fields=fields
        )

    def _differs(self, name: str, plain: Fields, digests: Mapping[str, str]) -> bool:
        if name not in digests:
            return plain.get(name) is not None
        return digest_of(plain.get(name)) != digests[name]

    def _stamp(self, id_: str, name: str) -> tuple[Stamp, str]:
        author = self._authors.get((id_, name)) or self._authors.get((id_, "")) or _Author(0, "")
        return Stamp(max(author.time, self._own.clock + 1), self._own.id), author.who


def _authors(connection: Connection, since: int) -> dict[tuple[str, str], _Author]:
    """Return who changed a field last, and when, by record and field; the record itself has the empty name."""
    query = select(JOURNAL, STEP.c.at, STEP.c.who).join(STEP, STEP.c.number == JOURNAL.c.step)
    found: dict[tuple[str, str], _Author] = {}
    for row in connection.execute(query.where(JOURNAL.c.number > since).order_by(JOURNAL.c.number)).mappings():
        author = _Author(milliseconds(row[STEP.c.at]), row[STEP.c.who])
        found[row[JOURNAL.c.value_id], ""] = author
        if row[JOURNAL.c.before] is not None and row[JOURNAL.c.after] is not None:
            found |= {(row[JOURNAL.c.value_id], name): author for name in loaded(row[JOURNAL.c.after]) or {}}
    return found
