"""What can go wrong, sorted by who must act: the user or the machine. Anything else is a bug."""

from __future__ import annotations

from dialogue_prep.domain.sentence import Sentence


class Problem(Exception):
    """Something that is told to the user in one sentence; `str()` gives it in English."""

    def __init__(self, template: str, /, *, field: str = "", **values: object) -> None:
        self.sentence = Sentence.of(template, **values)
        self.field = field
        super().__init__(self.sentence.read())


class UserError(Problem):
    """A request that the program declines; the user can mend it.

    `field` names the field of the value that is wrong, so that a form can say it there.
    """


class NotFound(UserError):
    """The thing asked for is no longer there."""


class Conflict(UserError):
    """Somebody else changed the value meanwhile; both versions are kept in `wanted` and `found`."""

    def __init__(self, template: str, /, *, wanted: object, found: object, **values: object) -> None:
        super().__init__(template, field="", **values)
        self.wanted = wanted
        self.found = found


class MachineError(Problem):
    """The disk, a file, a lock or the store itself stands in the way."""
