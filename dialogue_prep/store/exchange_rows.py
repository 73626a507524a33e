"""The rows in which a store keeps what copies know of each other: who it is itself, the others, one strand a record.

A strand is kept without what its record says anyway: words stand in one place, and to purge them there is enough. It
has a digest of each field as the record shows it, by which a later change is noticed, and in full only what the record
does not show: a reference to what is not here, or a record that cannot stand without such a one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dialogue_prep.domain.exchange import Copy, Known, Register, Stamp, Strand
from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.fields import Fields, fields_of
from dialogue_prep.store.signing import copy_id_of, public_key_of
from dialogue_prep.store.tables import KNOWN_COPY, OWN_COPY, STRAND

# Made once: to make one takes as long as to write a field with it.
_write_field = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_write_compactly = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCopy:
    """Which copy this store is: its identifier, the secret it signs with, what it has seen, and how far it has read.

    `journal_read` is the number of the last line of the journal that the strands have followed.
    """

    id: str
    secret: bytes
    seen: Known
    journal_read: int

    @property
    def clock(self) -> int:
        """The newest time that was ever seen here, in milliseconds."""
        return max(self.seen.values(), default=0)


@dataclass(frozen=True, slots=True)
class StrandRow:
    """A strand as it is kept; `digests` are of its fields as the record shows them, None where there is no record.

    The content of a field that the record shows is not in it: `full` puts it there.
    """

    strand: Strand
    digests: Mapping[str, str] | None
    held: frozenset[str]

    def full(self, plain: Fields) -> Strand:
        """Return the strand with what an unchanged record says."""
        fields = {
            name: register if name in self.held else replace(register, content=plain.get(name))
            for name, register in self.strand.fields.items()
        }
        return replace(self.strand, fields=fields)


def digest_of(content: object) -> str:
    """Return what tells one content of a field from another."""
    return sha256(_write_field(content).encode()).hexdigest()[:16]


def plain_of(value: Identified) -> Fields:
    """Return the fields of a record that can change, as JSON can hold them."""
    return {name: content for name, content in fields_of(value).items() if name != "id"}


def read_own(connection: Connection) -> OwnCopy | None:
    """Return which copy this store is; None where it has never been one of several."""
    row = connection.execute(select(OWN_COPY)).first()
    if row is None:
        return None
    return OwnCopy(id=row.id, secret=row.secret, seen=json.loads(row.seen), journal_read=row.journal_read)


def write_own(connection: Connection, own: OwnCopy) -> None:
    """Keep which copy this store is."""
    row = {"secret": own.secret, "seen": as_json(own.seen), "journal_read": own.journal_read}
    if read_own(connection) is None:
        connection.execute(insert(OWN_COPY).values(id=own.id, **row))
    else:
        connection.execute(update(OWN_COPY).values(row))


def become_another(connection: Connection, secret: bytes) -> bool:
    """Have a store that is one of several copies be another than it was; say whether it is one of several.

    It knows what it knew, and signs with this secret: the others have to let it in anew.
    """
    if read_own(connection) is None:
        return False
    connection.execute(update(OWN_COPY).values(id=copy_id_of(public_key_of(secret)), secret=secret))
    return True


def read_copies(connection: Connection) -> dict[str, Copy]:
    """Return the other copies that are known here, by identifier."""
    names = [column for column in KNOWN_COPY.c if column.name != "holds"]
    rows = connection.execute(select(*names).order_by(KNOWN_COPY.c.name, KNOWN_COPY.c.id))
    return {row.id: Copy(**row._mapping) for row in rows}


def read_holds(connection: Connection, copy_id: str) -> dict[str, str]:
    """Return what a copy has told that it holds: a digest of each strand, by the identifier of the record."""
    held = connection.execute(select(KNOWN_COPY.c.holds).where(KNOWN_COPY.c.id == copy_id)).scalar()
    told: dict[str, str] = json.loads(held) if held else {}
    return told


def write_copy(connection: Connection, copy: Copy, holds: Mapping[str, str]) -> None:
    """Keep another copy, and what it holds."""
    connection.execute(delete(KNOWN_COPY).where(KNOWN_COPY.c.id == copy.id))
    connection.execute(
        insert(KNOWN_COPY).values(
            id=copy.id,
            name=copy.name,
            public_key=copy.public_key,
            entity_id=copy.entity_id,
            ceiling_id=copy.ceiling_id,
            holds=as_json(holds),
        )
    )


def read_strands(connection: Connection) -> dict[str, StrandRow]:
    """Return what is kept of every record, there or gone, by identifier."""
    return {row.id: _row(row.id, json.loads(row.known)) for row in connection.execute(select(STRAND))}


def write_strands(connection: Connection, strands: Iterable[Strand], shown: Mapping[str, Fields]) -> None:
    """Keep these strands; `shown` are the records that are there, as plain fields by identifier."""
    rows = [{"id": strand.id, "known": as_json(_kept(strand, shown.get(strand.id)))} for strand in strands]
    if rows:
        connection.execute(
            delete(STRAND).where(STRAND.c.id == bindparam("kept")), [{"kept": row["id"]} for row in rows]
        )
        connection.execute(insert(STRAND), rows)


def forget(connection: Connection, ids: Iterable[str]) -> None:
    """Let go of what strands hold beside what records show: those of these records, and of all that do not stand."""
    going = set(ids)
    for id_, row in read_strands(connection).items():
        if id_ not in going and row.digests is not None:
            continue
        fields = {name: register for name, register in row.strand.fields.items() if name not in row.held}
        strand = replace(row.strand, fields=fields, last=None)
        known = {**_plain(strand, row.digests or {}), "shown": row.digests is not None, "held": {}}
        connection.execute(update(STRAND).where(STRAND.c.id == id_).values(known=as_json(known)))


def told(strand: Strand) -> Fields:
    """Return all of a strand as JSON can hold it."""
    return {"id": strand.id, **_plain(strand, strand.contents)}


def strand_of(plain: Mapping[str, Any]) -> Strand:
    """Return the strand that was told; ValueError, TypeError or KeyError where it is none."""
    strand = Strand(
        kind=_a(str, plain["kind"]),
        id=_a(str, plain["id"]),
        since=_stamp(plain["since"]),
        there=_a(bool, plain["there"]),
        who=_a(str, plain["who"]),
        knew=_known(plain["knew"]),
        fields={name: _register(written) for name, written in _a(dict, plain["fields"]).items()},
        last=None if plain["last"] is None else _a(dict, plain["last"]),
    )
    if not strand.there and (strand.fields or strand.last):
        raise ValueError(strand.id)
    return strand


def _kept(strand: Strand, plain: Fields | None) -> Fields:
    held = {
        name: register.content
        for name, register in strand.fields.items()
        if plain is None or plain.get(name) != register.content
    }
    digests = {} if plain is None else {name: digest_of(plain.get(name)) for name in strand.fields}
    return {**_plain(strand, digests), "shown": plain is not None, "held": held}


def _row(id_: str, known: Fields) -> StrandRow:
    digests = {name: written[4] for name, written in known["fields"].items()} if known["shown"] else None
    fields = {name: [*written[:4], known["held"].get(name)] for name, written in known["fields"].items()}
    return StrandRow(strand_of({**known, "id": id_, "fields": fields}), digests, frozenset(known["held"]))


def _plain(strand: Strand, said: Mapping[str, object]) -> Fields:
    return {
        "kind": strand.kind,
        "since": [strand.since.time, strand.since.copy],
        "there": strand.there,
        "who": strand.who,
        "knew": strand.knew,
        "fields": {
            name: [one.stamp.time, one.stamp.copy, one.who, one.knew, said.get(name)]
            for name, one in strand.fields.items()
        },
        "last": strand.last,
    }


def _register(written: Any) -> Register:
    time, copy, who, knew, content = written
    return Register(stamp=_stamp_of(time, copy), who=_a(str, who), knew=_known(knew), content=content)


def _stamp(written: Any) -> Stamp:
    time, copy = written
    return _stamp_of(time, copy)


@lru_cache(maxsize=256, typed=True)
def _stamp_of(time: Any, copy: Any) -> Stamp:
    """Return a stamp; the fields of a record mostly share one, which is then one object for all of them."""
    return Stamp(_a(int, time), _a(str, copy))


def _known(written: Any) -> Known:
    for copy, time in _a(dict, written).items():
        if type(copy) is not str or type(time) is not int:
            raise TypeError(copy)
    known: Known = written
    return known


def _a(kind: type[Any], content: Any) -> Any:
    if type(content) is not kind:
        raise TypeError(kind)
    return content


def as_json(content: object) -> str:
    """Return values as JSON, equal ones as equal words."""
    return _write_compactly(content)
