"""A list of people as somebody else made it: columns with headings, and what each column can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ListField(StrEnum):
    """What a column of such a list holds."""

    NAME = "name"
    FAMILY_NAME = "family name"
    GIVEN_NAME = "given name"
    FORM_OF_ADDRESS = "form of address"
    ROLE = "role"
    ENTITY = "entity"
    OFFICE = "office"
    STANDS_IN_FOR = "stands in for"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateList:
    """The words of a list: a heading a column, and rows that have as many cells; blank rows are left out.

    `columns` says by the place of a column what it holds, as far as its heading tells.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[ListField | None, ...]
