"""A sentence for the user as data, so that it can be put into any language when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Protocol, runtime_checkable


@runtime_checkable
class Readable(Protocol):
    """What has words of its own in several languages, as a Text has."""

    def read(self, *languages: str) -> str:
        """Return the words in the first of these languages that has any."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template in English with named places, and what stands in them."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, template: str, /, **values: object) -> Sentence:
        return cls(template, tuple(values.items()))

    def read(
        self, *languages: str, translate: Callable[[str], str] = str, write_day: Callable[[date], str] = str
    ) -> str:
        """Return the sentence with `translate` applied to its template and `write_day` to the days and moments in it.

        A Text is read in the languages given, a choice is translated, several values are put in a row.
        """

        def read(value: object) -> object:
            match value:
                case Sentence():
                    return value.read(*languages, translate=translate, write_day=write_day)
                case Readable():
                    return value.read(*languages)
                case StrEnum():
                    return translate(value.value)
                case date():
                    return write_day(value)
                case tuple():
                    return read(reduce(_beside, value)) if value else ""
                case _:
                    return value

        return translate(self.template).format(**{name: read(value) for name, value in self.values})


def _beside(first: object, then: object) -> Sentence:
    return Sentence.of("{first}, {then}", first=first, then=then)
