"""Reading a list of people behind the guard, from a file or pasted, and telling its columns by their headings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.table_text import rows_of_text
from dialogue_prep.system.guard import Limits, never, read_bytes, take_apart
from dialogue_prep.system.refusal import Refused, reason_of

_ROWS = "dialogue_prep.reading.people_rows:rows"
_MORE_SECONDS = 6.0
_PASTED = "the pasted list"
_MOST_SIGNS = 2_000_000
# What columns of such lists are called, folded, in English, French and Chinese.
_CALLED = {
    ListField.NAME: "name|full name|delegate|participant|member|nom|nom complet|nom et prenom|delegue|"
    "姓名|名字|代表姓名",
    ListField.FAMILY_NAME: "family name|last name|surname|nom de famille|姓",
    ListField.GIVEN_NAME: "given name|first name|forename|prenom|名",
    ListField.FORM_OF_ADDRESS: "form of address|salutation|honorific|prefix|civilite|titre de civilite|称谓|敬称",
    ListField.ROLE: "role|role in delegation|role in the delegation|role dans la delegation|角色|身份",
    ListField.ENTITY: "entity|organization|organisation|department|institution|ministry|agency|company|body|authority|"
    "entite|ministere|organisme|单位|机构|部门",
    ListField.OFFICE: "office|job title|position|post|function|poste|fonction|职务|职位|职衔",
    ListField.STANDS_IN_FOR: "stands in for|stand in for|designated officer for|replaces|on behalf of|remplace|代",
}
_FIELDS = {word: field for field, words in _CALLED.items() for word in words.split("|")}
# Each is as often what somebody is in a delegation as it is the heading of a column.
_ROLES_TOO = {"delegate", "participant", "member", "delegue"}
# “Director” as well as “Dr.” stands below these: an office, unless another column holds that.
_TITLES = {"title", "titre"}
_TITLE_HOLDS = (ListField.OFFICE, ListField.FORM_OF_ADDRESS)


def read_people(path: Path, cancelled: Callable[[], bool] = never) -> DelegateList:
    """Return the list in a file of Excel, CSV or vCard, whatever it is called.

    Raises UserError, one sentence with the name of the file and what to do, for a file that cannot be read.
    """
    data = read_bytes(path)
    found: list[list[str]] = take_apart(path.name, data, _ROWS, Limits().with_seconds(_MORE_SECONDS), cancelled)
    return told_apart(path.name, found)


def read_pasted_people(words: str) -> DelegateList:
    """Return the list in words that were copied from a spreadsheet; UserError where there is none."""
    if len(words) > _MOST_SIGNS:
        raise UserError("What was copied is larger than a list; copy the rows of the delegation alone.")
    try:
        found = rows_of_text(words)
    except Refused as refused:
        raise UserError("What was copied cannot be read because {reason}.", reason=reason_of(refused)) from refused
    filled = [row for row in found if any(row)]
    if not filled:
        raise UserError("There is no list to paste; copy the rows of the spreadsheet first.")
    return told_apart(_PASTED, filled)


def told_apart(name: str, rows: Sequence[Sequence[str]]) -> DelegateList:
    """Return rows as a list: the first holds the headings where one of its cells is known to be one.

    Of a list without headings the first column is taken for the names.
    """
    width = max(len(row) for row in rows)
    even = [(*row, *("",) * (width - len(row))) for row in rows]
    columns = _told(tuple(map(folded, even[0])))
    if any(columns):
        return DelegateList(name=name, headings=even[0], rows=tuple(even[1:]), columns=columns)
    headings = tuple(str(number) for number in range(1, width + 1))
    return DelegateList(name=name, headings=headings, rows=tuple(even), columns=_names_first(width))


def _names_first(width: int) -> tuple[ListField | None, ...]:
    return (ListField.NAME, *(None,) * (width - 1))


def folded(words: str) -> str:
    """Return words without case, accents and signs, so that headings and names can be compared."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(sign if sign.isalnum() else " " for sign in apart if not unicodedata.combining(sign))
    return " ".join(letters.split())


def _told(headings: Sequence[str]) -> tuple[ListField | None, ...]:
    """Return what columns hold by their folded headings; of two that would hold the same, the first does."""
    fields = [_FIELDS.get(heading) for heading in headings]
    known = {heading for heading in headings if heading in _FIELDS or heading in _TITLES}
    if headings[0] and known <= _ROLES_TOO.difference(headings[:1]):
        return (None,) * len(fields)
    for place, heading in enumerate(headings):
        if heading in _TITLES:
            fields[place] = next((field for field in _TITLE_HOLDS if field not in fields), None)
    return tuple(field if field not in fields[:place] else None for place, field in enumerate(fields))
