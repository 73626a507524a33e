"""What a store shows of what its strands know: one record a strand, as far as it can stand.

It depends on the strands alone, so that copies that know the same show the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.exchange import Strand
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.source import Alias, Citation
from dialogue_prep.store.fields import fits, hints_of, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, references

STAYING = frozenset({StoreSetting, SavedFilter, Draft, Release, ReturnedCopy})
"""Kinds that never travel: they speak of files of one machine, or of how somebody works there."""

# What they are about is named by a field that no key checks, and may be of any kind: so they come last.
_SUBJECTS = (Citation, Alias)
_ORDER = (*(kind for kind in KINDS if kind not in _SUBJECTS), *_SUBJECTS)

Records = Mapping[str, Identified]


def shown(
    strands: Iterable[Strand], present: Records, changed: Iterable[str], staying: Iterable[Identified]
) -> Records:
    """Return the records that stand, in an order in which they can be kept.

    `present` are those that stand now: one whose strand is not among the `changed` is made of it again. What a record
    names and cannot be without has to stand; of what it may be without it is loosened. Records that are `staying` are
    held to the same.
    """
    of_kind: dict[type[Identified], list[Strand | Identified]] = {}
    for strand in strands:
        if strand.there:
            of_kind.setdefault(KIND_OF_NAME[strand.kind], []).append(strand)
    for value in staying:
        of_kind.setdefault(type(value), []).append(value)
    anew, standing = set(changed), dict[str, Identified]()
    for kind in _ORDER:
        for one in sorted(of_kind.get(kind, ()), key=lambda one: one.id):
            made = _value(kind, one, present, anew) if isinstance(one, Strand) else one
            if made is not None and (tied := _tied(made, standing)) is not None:
                standing[tied.id] = tied
    return standing


def record_of(kind: type[Identified], id_: str, contents: Mapping[str, Any]) -> Identified | None:
    """Return the record with these contents, as plain fields; None where there can be no such one."""
    try:
        value = value_of(kind, {**contents, "id": id_})
    except (UserError, ValueError, TypeError, AttributeError):
        return None
    return value if all(fits(hint, getattr(value, name)) for name, hint in hints_of(kind).items()) else None


def _value(kind: type[Identified], strand: Strand, present: Records, anew: set[str]) -> Identified | None:
    value = present.get(strand.id)
    if value is not None and strand.id not in anew and not _loosened(value, strand):
        return value
    made = record_of(kind, strand.id, strand.contents)
    if made is not None or strand.last is None:
        return made
    return record_of(kind, strand.id, {**strand.contents, **strand.last})


def _loosened(value: Identified, strand: Strand) -> bool:
    """Say whether a record that stands names less than its strand would have it name."""
    names = references()[type(value)]
    return any(name in strand.fields and strand.fields[name].content != getattr(value, name) for name in names)


def _tied(value: Identified, standing: Records) -> Identified | None:
    """Return a record that names only what stands; None where it cannot be without what does not."""
    if isinstance(value, Citation | Alias) and value.subject_id not in standing:
        return None
    lost = [
        name
        for name, kind in references()[type(value)].items()
        if (named := getattr(value, name)) is not None and type(standing.get(named)) is not kind
    ]
    if not lost:
        return value
    if not all(hints_of(type(value))[name].optional for name in lost):
        return None
    nothing: dict[str, Any] = dict.fromkeys(lost)
    try:
        return replace(value, **nothing)
    except UserError:
        return None
