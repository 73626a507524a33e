"""What goes from one copy of a store to another, and what becomes of it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.exchange import Divergence, Strand, divergences, joined, with_known
from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.exchange_following import Followed, follow
from dialogue_prep.store.exchange_rows import (
    OwnCopy,
    digest_of,
    plain_of,
    write_own,
    write_strands,
)
from dialogue_prep.store.exchange_showing import STAYING, Records, record_of, shown
from dialogue_prep.store.exchange_slices import EVERYTHING, Slice, in_slice, narrowed
from dialogue_prep.store.fields import Fields, fields_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of, references
from dialogue_prep.store.work import Work
from dialogue_prep.system.refusal import Refused

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What goes to another copy: the strands that it does not hold like that, and what is held here of its slice.

    `inside` and `outside` count the records of the slice, and those that stay behind, by kind.
    """

    strands: tuple[Strand, ...]
    holds: Mapping[str, str]
    inside: Counts
    outside: Counts
    dialogues: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a store would be with the strands of another: nothing is changed yet.

    `before` are the records that stand, `standing` those that would, both by identifier.
    """

    followed: Followed
    strands: Mapping[str, Strand]
    news: frozenset[str]
    before: Records
    standing: Records
    divergences: tuple[Divergence, ...]

    @property
    def added(self) -> tuple[Identified, ...]:
        """What would come."""
        return tuple(value for id_, value in self.standing.items() if id_ not in self.before)

    @property
    def replaced(self) -> tuple[tuple[Identified, Identified], ...]:
        """What would be otherwise, as it is and as it would be."""
        both = ((self.before[id_], value) for id_, value in self.standing.items() if id_ in self.before)
        return tuple((before, after) for before, after in both if before is not after and before != after)

    @property
    def removed(self) -> tuple[Identified, ...]:
        """What would go, in an order in which it can."""
        gone = [value for id_, value in self.before.items() if id_ not in self.standing]
        return tuple(sorted(gone, key=lambda value: (KINDS.index(type(value)), value.id), reverse=True))


def outgoing(work: Work, own: OwnCopy, wanted: Slice, holds: Mapping[str, str]) -> Outgoing:
    """Return what goes to a copy that is given a slice and holds this much of it already.

    Of what is gone a slice tells only those who had it.
    """
    records, _staying = _read(work)
    followed = _followed(work, own, records)
    chosen = in_slice(wanted, records)
    told = [narrowed(followed.strands[id_], wanted, chosen) for id_ in chosen]
    absent = (strand for id_, strand in followed.strands.items() if id_ not in records)
    told += [one for one in absent if wanted == EVERYTHING or (not one.there and one.id in holds)]
    digests = {strand.id: _digest(strand) for strand in told}
    news = [strand for strand in told if holds.get(strand.id) != digests[strand.id]]
    inside = Counter(name_of(type(records[id_])) for id_ in chosen)
    outside = Counter(name_of(type(value)) for id_, value in records.items() if id_ not in chosen)
    return Outgoing(
        strands=tuple(sorted(news, key=lambda strand: strand.id)),
        holds=digests,
        inside=inside,
        outside=outside,
        dialogues=dialogues_of(followed),
    )


def dialogues_of(followed: Followed) -> frozenset[str]:
    """Return the identifiers of the dialogues that a store has ever been about."""
    return frozenset(id_ for id_, strand in followed.strands.items() if KIND_OF_NAME[strand.kind] is Dialogue)


def merged(work: Work, own: OwnCopy, strands: Iterable[Strand]) -> Merged:
    """Return what the store would be with these strands; Refused where they contradict what is here."""
    records, staying = _read(work)
    followed = follow(work.connection, own, records)
    together, news, found = dict(followed.strands), set[str](), list[Divergence]()
    apart = {value.id for value in staying}
    for theirs in strands:
        ours = together.get(theirs.id)
        if theirs.id in apart or (ours is not None and ours.kind != theirs.kind):
            raise Refused("a record in it is of another kind here")
        both = theirs if ours is None else joined(ours, theirs)
        if ours is not None:
            found += divergences(ours, theirs, followed.own.seen)
        if both is not ours:
            together[theirs.id] = both
            news.add(theirs.id)
    return Merged(
        followed=followed,
        strands=together,
        news=frozenset(news),
        before={**records, **{value.id: value for value in staying}},
        standing=shown(together.values(), records, news, staying),
        divergences=tuple(found),
    )


def take(work: Work, whole: Merged, strands: Iterable[Strand]) -> None:
    """Make the store what it is with these strands."""
    plain = dict(whole.followed.plain)
    changed = [*whole.added, *(after for _before, after in whole.replaced)]
    order = {id_: place for place, id_ in enumerate(whole.standing)}
    for value in sorted(changed, key=lambda value: order[value.id]):
        plain[value.id] = plain_of(work.put(value))
    for value in whole.removed:
        work.remove(value)
        plain.pop(value.id, None)
    touched = {*whole.followed.changed, *whole.news, *(v.id for v in changed), *(v.id for v in whole.removed)}
    own = whole.followed.own
    write_strands(work.connection, (whole.strands[id_] for id_ in sorted(touched & whole.strands.keys())), plain)
    seen = with_known(own.seen, *(stamp for strand in strands for stamp in strand.stamps))
    write_own(work.connection, replace(own, seen=seen))


def choose(work: Work, chosen: Iterable[tuple[Divergence, object]]) -> None:
    """Have fields that two copies changed say what one of them had them say; those are changes like any other.

    What is chosen for one record is put there together: a day may go with its year only. A record that is gone, or that
    cannot be with all of that, is left as it is.
    """
    of_records: dict[tuple[str, str], Fields] = {}
    for divergence, content in chosen:
        of_records.setdefault((divergence.kind, divergence.id), {})[divergence.name] = content
    for (name, id_), contents in of_records.items():
        kind = KIND_OF_NAME[name]
        if (present := work.look_up(kind, id_)) is None:
            continue
        value = record_of(kind, id_, {**fields_of(present), **contents})
        if value is not None and _names_what_is_there(work, value):
            work.put(value)


def _names_what_is_there(work: Work, value: Identified) -> bool:
    named = ((kind, getattr(value, name)) for name, kind in references()[type(value)].items())
    return all(id_ is None or work.look_up(kind, id_) is not None for kind, id_ in named)


def _followed(work: Work, own: OwnCopy, records: Records) -> Followed:
    followed = follow(work.connection, own, records)
    write_strands(work.connection, (followed.strands[id_] for id_ in sorted(followed.changed)), followed.plain)
    write_own(work.connection, followed.own)
    return followed


def _read(work: Work) -> tuple[dict[str, Identified], list[Identified]]:
    """Return the records that can travel by identifier, and those that stay."""
    records, staying = dict[str, Identified](), list[Identified]()
    for kind in KINDS:
        if kind in STAYING:
            staying += work.find(kind)
        else:
            records |= {value.id: value for value in work.find(kind)}
    return records, staying


def _digest(strand: Strand) -> str:
    stamps = {name: [one.stamp.time, one.stamp.copy] for name, one in strand.fields.items()}
    return digest_of([strand.since.time, strand.since.copy, strand.there, stamps])
