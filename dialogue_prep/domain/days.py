"""Days and time zones as people type them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from dialogue_prep.domain.errors import UserError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_of(words: str, field: str = "") -> date:
    """Return the day that somebody typed, such as 2018-06-12; UserError says what is wrong with any other words."""
    found = _ISO.fullmatch(words.strip())
    if found is None:
        raise UserError("“{words}” is no day; write it such as 2018-06-12.", field=field, words=words)
    year, month, day = map(int, found.groups())
    return checked_day(year, month, day, words, field)


def checked_day(year: int, month: int, day: int, words: str, field: str = "") -> date:
    """Return the day of these numbers, which somebody typed in `words`; UserError says why it is none."""
    if year < 1 or not 1 <= month <= 12:
        raise UserError("“{words}” is no day: there is no such month.", field=field, words=words)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        text = "“{words}” is no day: that month has {last} days."
        raise UserError(text, field=field, words=words, last=last)
    return date(year, month, day)


def check_zone(name: str) -> ZoneInfo:
    """Return the time zone of a name such as Asia/Shanghai; UserError where there is none."""
    # Imported here: to know where the zones of this machine are, it reads how Python was built.
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        text = "“{name}” is no time zone; name one such as America/Toronto or Asia/Shanghai."
        raise UserError(text, field="time_zone", name=name) from error
