"""Records that tie one record to others, such as leads: only what the user says changes, whatever else is tied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.work import Work


def put_ties(
    work: Work,
    kind: type[Identified],
    here: tuple[str, str],
    field: str,
    *,
    added: Iterable[str],
    dropped: Iterable[str],
    new_id: Callable[[], str],
) -> None:
    """Tie a record to those added and no longer to those dropped; what somebody else has tied meanwhile stays.

    `here` is the field that names the record, and its identifier; the others are named by `field`.
    """
    name, id_ = here
    there = {getattr(tie, field): tie for tie in work.find(kind, **{name: id_})}
    for other in dropped:
        if other in there:
            work.remove(there[other])
    for other in dict.fromkeys(added):
        if other not in there:
            values: dict[str, Any] = {"id": new_id(), name: id_, field: other}
            work.put(kind(**values))
