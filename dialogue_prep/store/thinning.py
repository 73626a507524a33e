"""Which backups are kept as they grow old."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

WHOLE = timedelta(days=2)
"""For so long every backup is kept."""

_Bucket = Callable[[datetime], tuple[int, ...]]
_KEPT_OF: tuple[tuple[_Bucket, int], ...] = (
    (lambda at: (at.year, at.month, at.day), 7),
    (lambda at: tuple(at.isocalendar()[:2]), 4),
    (lambda at: (at.year, at.month), 12),
)


def to_keep(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of the moments at which backups were made are to be kept.

    All of two days; the newest of each of the last 7 days, 4 weeks and 12 months that have any; and whatever the clock
    says, the newest of all and the newest of those older than two days.
    """
    newest_first = sorted(set(made), reverse=True)
    recent = {at for at in newest_first if now - at < WHOLE}
    kept = recent | set(newest_first[:1]) | set([at for at in newest_first if at not in recent][:1])
    for bucket, most in _KEPT_OF:
        newest_of: dict[tuple[int, ...], datetime] = {}
        for at in newest_first:
            newest_of.setdefault(bucket(at), at)
        kept |= set(list(newest_of.values())[:most])
    return frozenset(kept)
