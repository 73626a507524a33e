"""Search over everything that has words: a folded column with a full-text index, of SQLite's or of a server's.

Words are folded (no case, no accents) and Chinese characters set apart, so that 引渡 is found within a sentence and
“communique” finds “Communiqué”. Each word of a query is the beginning of a word that is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Double,
    Integer,
    Select,
    String,
    TextualSelect,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    select,
    text,
)

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.text import Text
from dialogue_prep.store.kinds import KIND_OF_NAME, name_of
from dialogue_prep.store.postgres_search import numbers_on_server
from dialogue_prep.store.tables import SEARCH, TABLES

_ADD = text("INSERT INTO search_words(rowid, folded) VALUES (:number, :folded)")
_REMOVE = text("INSERT INTO search_words(search_words, rowid, folded) VALUES ('delete', :number, :folded)")
_ROWS: BindParameter[Any] = bindparam("rows", expanding=True)
_KNOWN = select(SEARCH.c.number, SEARCH.c.folded).where(SEARCH.c.value_id.in_(_ROWS))
_TAKE_OUT = delete(SEARCH).where(SEARCH.c.number.in_(_ROWS))
_PUT_IN = insert(SEARCH).returning(SEARCH.c.number, sort_by_parameter_order=True)
# Only so many are ranked, by so many phrases: to do it with all that say “m” would take longer than the next letter.
_RANKED, _WEIGHED = 1000, 8
# How much of a text is what was asked for: in a short one this many characters more keep a single word from being all.
_MORE = 100
_IN_FILE = text(
    "SELECT rowid AS number FROM search_words WHERE search_words MATCH :query ORDER BY rowid DESC LIMIT :ranked"
).columns(column("number", Integer))
# Between two Chinese characters of one word are two spaces.
_SPACED = " " + func.replace(SEARCH.c.folded, "  ", " ", type_=String)
# Compiled when it is first needed: so many characters take as long as all other expressions of the start together.
_WIDE = r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
_WORD = re.compile(r"[^\W_]+")
_UNSEARCHED = (StoreSetting,)
_TOGETHER = 500


def fold(words: str) -> str:
    """Return only the words, without case and accents, wide characters set apart: what a word is, is settled here."""
    return " ".join(_apart(word) for word in _words(words))


def in_file(connection: Connection) -> bool:
    """Say whether a store is in a file, whose index has to be told of changes, and not on a server."""
    return connection.dialect.name == "sqlite"


def _words(words: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _WORD.findall(unicodedata.normalize("NFC", bare).casefold())


def _apart(word: str) -> str:
    return word if word.isascii() else re.sub(_WIDE, r" \1 ", word).strip()


def index(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the index in step with these changes."""
    latest = [*{change.subject.id: change for change in changes}.values()]
    for start in range(0, len(latest), _TOGETHER):
        some = latest[start : start + _TOGETHER]
        _forget(connection, [change.subject.id for change in some])
        _remember(connection, [row for change in some if (row := _row(change.after)) is not None])


def find(connection: Connection, words: str, limit: int) -> tuple[Identified, ...]:
    """Return the values in which every word of the query is, or begins a word; best first.

    Where more than some thousands do, those changed last are ranked. Chinese characters that stand together in the
    query stand together in what is found.
    """
    wanted = _words(words)
    if not wanted:
        return ()
    phrases = list(dict.fromkeys(" ".join(_apart(word).split()) for word in wanted))
    numbers = _numbers_in_file(wanted) if in_file(connection) else numbers_on_server(phrases, _RANKED)
    found = connection.execute(_best(numbers, phrases, limit)).all()
    ids: dict[str, list[str]] = {}
    for kind, value_id in found:
        ids.setdefault(kind, []).append(value_id)
    values = {value.id: value for kind, wanted_ids in ids.items() for value in _values(connection, kind, wanted_ids)}
    return tuple(values[value_id] for _kind, value_id in found if value_id in values)


def _numbers_in_file(wanted: Iterable[str]) -> TextualSelect:
    query = " ".join(f'"{_apart(word)}"{"" if re.fullmatch(_WIDE, word[-1]) else "*"}' for word in wanted)
    return _IN_FILE.bindparams(query=query, ranked=_RANKED)


def _best(numbers: TextualSelect, phrases: Iterable[str], limit: int) -> Select[str, str]:
    """Return what asks for kind and identifier of these: first where most of a text is what was asked for."""
    listed = numbers.subquery()
    found = (
        select(SEARCH.c.number, SEARCH.c.kind, SEARCH.c.value_id, _SPACED.label("spaced"))
        .join(listed, listed.c.number == SEARCH.c.number)
        .subquery()
    )
    size: ColumnElement[int] = func.length(found.c.spaced, type_=Integer)
    others: ColumnElement[str] = found.c.spaced
    for phrase in islice(phrases, _WEIGHED):
        others = func.replace(others, f" {phrase}", "", type_=String)
    share = cast(size - func.length(others, type_=Integer), Double) / cast(size + _MORE, Double)
    return select(found.c.kind, found.c.value_id).order_by(share.desc(), found.c.number).limit(limit)


def _values(connection: Connection, kind_name: str, ids: Collection[str]) -> Iterator[Identified]:
    kind = KIND_OF_NAME[kind_name]
    table = TABLES[kind]
    for row in connection.execute(select(table).where(table.c.id.in_(ids))):
        yield kind(**row._mapping)


def _row(value: Identified | None) -> dict[str, str] | None:
    if value is None or not (folded := _folded(value)):
        return None
    return {"kind": name_of(type(value)), "value_id": value.id, "folded": folded}


def _folded(value: Identified) -> str:
    if isinstance(value, _UNSEARCHED):
        return ""
    contents = [getattr(value, field.name) for field in fields(value)]
    wordings = [wording.words for content in contents if isinstance(content, Text) for wording in content]
    codes = [getattr(value, name) for name in ("code", "words") if isinstance(getattr(value, name, None), str)]
    return fold("\n".join([*codes, *wordings]))


def _forget(connection: Connection, value_ids: Collection[str]) -> None:
    rows = connection.execute(_KNOWN, {"rows": value_ids}).all()
    if not rows:
        return
    if in_file(connection):
        connection.execute(_REMOVE, [dict(row._mapping) for row in rows])
    connection.execute(_TAKE_OUT, {"rows": [row.number for row in rows]})


def _remember(connection: Connection, rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    numbers = connection.execute(_PUT_IN, rows).scalars().all()
    if in_file(connection):
        connection.execute(
            _ADD,
            [{"number": number, "folded": row["folded"]} for number, row in zip(numbers, rows, strict=True)],
        )
