"""What copies of a store know of each other's changes, and how two such knowledges become one.

To join is commutative, associative and idempotent, so that bundles may come in any order and any number of times.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Known = Mapping[str, int]
"""For some copies, by identifier: up to which time the changes made there are known."""


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When and where a change was made: milliseconds of UTC, which never go back in one copy, and the copy."""

    time: int
    copy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What one field of a record holds: by which change, whose it was, and which earlier ones its author knew."""

    stamp: Stamp
    who: str
    knew: Known
    content: object

    def follows(self, other: Register) -> bool:
        """Say whether the author knew another change of the same field."""
        return is_known(other.stamp, self.knew)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """All that a copy knows of one record, there or gone: `kind` as the store names it, one register a field.

    `since` is when it was added, put back or removed last, by `who`; what is gone has no fields, and `knew` says
    which changes its removal knew. `last` is the record as the author of the newest change had it before him, where
    that is not what the registers together say.
    """

    kind: str
    id: str
    since: Stamp
    there: bool
    who: str
    knew: Known = field(default_factory=dict)
    fields: Mapping[str, Register] = field(default_factory=dict)
    last: Mapping[str, object] | None = None

    @property
    def contents(self) -> dict[str, object]:
        """What the fields hold, by name."""
        return {name: register.content for name, register in self.fields.items()}

    @property
    def stamps(self) -> Iterator[Stamp]:
        """Every change that is known of it."""
        yield self.since
        yield from (register.stamp for register in self.fields.values())

    @property
    def newest(self) -> Stamp:
        """The newest change of it."""
        return max(self.stamps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another copy of the store: its name, the fingerprint by which people know it, and which slice it is given.

    `entity_id` is None where it is given all that travels; nothing above `ceiling_id`, a marking, goes to it.
    """

    id: str
    name: str
    public_key: bytes
    entity_id: str | None = None
    ceiling_id: str | None = None

    @property
    def fingerprint(self) -> str:
        """The identifier in groups of four, to be read out."""
        return " ".join(self.id[at : at + 4] for at in range(0, len(self.id), 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """One field that two copies changed without knowing of each other, or a record removed here and changed there.

    `ours` and `theirs` are what each has; a register whose content is None is an empty field, and one that is None
    stands for the removal. `theirs_holds` says whose value stands once both are joined.
    """

    kind: str
    id: str
    name: str
    ours: Register | None
    theirs: Register | None
    theirs_holds: bool


def joined(ours: Strand, theirs: Strand) -> Strand:
    """Return what is known of a record by both together: each field as the newest change of it has it.

    To remove, add or put back a record begins it anew: what was changed in it without knowing of that is gone.
    """
    if (ours.since, ours.there) != (theirs.since, theirs.there):
        return max(ours, theirs, key=lambda strand: (strand.since, strand.there))
    if not ours.there:
        return ours
    fields = dict(ours.fields)
    for name, register in theirs.fields.items():
        fields[name] = max(fields[name], register, key=_order) if name in fields else register
    last = _last(ours, theirs)
    contents = {name: register.content for name, register in fields.items()}
    if fields == dict(ours.fields) and _same(last, ours):
        return ours
    return Strand(
        kind=ours.kind,
        id=ours.id,
        since=ours.since,
        there=True,
        who=ours.who,
        knew=ours.knew,
        fields=fields,
        last=None if last == contents else last,
    )


def divergences(ours: Strand, theirs: Strand, seen: Known) -> tuple[Divergence, ...]:
    """Return where two copies changed the same without knowing of each other.

    What was `seen` here before, in this bundle or another, is not told again.
    """
    if ours.since != theirs.since:
        return _around_a_removal(ours, theirs, seen)
    found = []
    for name, register in theirs.fields.items():
        present = ours.fields.get(name)
        if present is None or present.content == register.content or is_known(register.stamp, seen):
            continue
        if not (present.follows(register) or register.follows(present)):
            holds = _order(register) > _order(present)
            found.append(
                Divergence(kind=ours.kind, id=ours.id, name=name, ours=present, theirs=register, theirs_holds=holds)
            )
    return tuple(found)


def _around_a_removal(ours: Strand, theirs: Strand, seen: Known) -> tuple[Divergence, ...]:
    """Return the one divergence of a record that was removed in one copy, and changed in the other meanwhile."""
    gone, changed = (ours, theirs) if not ours.there else (theirs, ours)
    if gone.there or not changed.there or changed.since > gone.since:
        return ()
    unknown = [one for one in changed.fields.values() if not is_known(one.stamp, gone.knew)]
    if changed is theirs:
        unknown = [one for one in unknown if not is_known(one.stamp, seen)]
    if not unknown:
        return ()
    newest = max(unknown, key=_order)
    name = next(name for name, register in changed.fields.items() if register is newest)
    sides = (None, newest) if changed is theirs else (newest, None)
    return (
        Divergence(kind=gone.kind, id=gone.id, name=name, ours=sides[0], theirs=sides[1], theirs_holds=gone is theirs),
    )


def is_known(stamp: Stamp, known: Known) -> bool:
    """Say whether a change is among those that are known."""
    return known.get(stamp.copy, -1) >= stamp.time


def with_known(known: Known, *stamps: Stamp) -> dict[str, int]:
    """Return what is known when these changes are, too."""
    grown = dict(known)
    for stamp in stamps:
        grown[stamp.copy] = max(grown.get(stamp.copy, -1), stamp.time)
    return grown


def _last(ours: Strand, theirs: Strand) -> dict[str, object]:
    """Return the record as the author of the newest change had it; what one of two tellings leaves out is added."""
    if ours.newest != theirs.newest:
        return _had(max(ours, theirs, key=lambda strand: strand.newest))
    told = _had(theirs)
    for name, content in _had(ours).items():
        told[name] = max(told[name], content, key=_written) if name in told else content
    return told


def _had(strand: Strand) -> dict[str, object]:
    return dict(strand.contents if strand.last is None else strand.last)


def _same(last: dict[str, object], strand: Strand) -> bool:
    return last == _had(strand)


def _order(register: Register) -> tuple[Stamp, str, str]:
    """Two changes have one stamp only where a copy was itself copied; then what they say decides."""
    return register.stamp, _written(register.content), register.who


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
