"""Values that hypothesis makes up from the annotations of the domain, and a store with a made-up dialogue in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NewType, TypeVar

from hypothesis import reject
from hypothesis import strategies as st
from sqlalchemy import insert

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.seating_rules import MOST_SEATS
from dialogue_prep.domain.text import Text, Wording, WordingState
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database, make_private_file
from dialogue_prep.store.engines import AnyDatabase
from dialogue_prep.store.fields import Hint, hints_of
from dialogue_prep.store.kinds import KINDS
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.moving import all_rows, rows_on_server
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.repository import _cleaned
from dialogue_prep.store.tables import TABLES
from dialogue_prep.store.work import Work
from tests.invented_dialogue import TODAY

V = TypeVar("V", bound=Identified)

Ids = Mapping[str, Sequence[str]]
"""The identifiers there are, by the name of the class: what a reference can point to."""

NOON = datetime(2032, 2, 6, 12, tzinfo=UTC)

LANGUAGES = ("en", "fr", "zh-Hans", "ar", "pt-BR")
AWKWARD = (
    "引渡条约与移管被判刑人",
    "Communiqué conjoint\nde la 2e session",
    "𠮷野家 👩🏽‍⚖️ 🇨🇦🇨🇳",
    "e\u0301te\u0301",
    "ﬁligree Ångström İstanbul ẞ",
    "\u202eright to left\u202c and \u200bnothing",
    "a\tb\r\nc\rd\x0b\x1f",
    "'; DROP TABLE topic; --",
    '"NEAR(a b, 2)" OR * ^ {x}',
    "<img src=file:///etc/hostname>",
    "{ordinal} %s $HOME \\n",
)
LONG = ("word " * 2000, "长" * 10_000)

# Any character that can be typed and kept; controls among them, which are taken away.
typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"), max_size=40)
awkward = st.sampled_from(AWKWARD)
words = typed | awkward
said = words.filter(lambda drawn: any(not character.isspace() and character > "\x1f" for character in drawn))


@st.composite
def texts(draw: st.DrawFn, *, filled: bool = False) -> Text:
    """Draw a text in some languages; `filled`: at least in one."""
    languages = draw(st.lists(st.sampled_from(LANGUAGES), unique=True, min_size=int(filled), max_size=3))
    states = st.sampled_from(WordingState)
    text = Text(tuple(Wording(language, draw(said), draw(states)) for language in languages))
    return text if text or not filled else Text((Wording("en", "x"),))


days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(1, 999),
    bool: st.booleans(),
    date: days,
    time: st.times().map(lambda moment: moment.replace(fold=0)),
    bytes: st.binary(max_size=60),
    Text: texts(),
}
_MUST_SAY = {"designation", "title", "name", "wording", "words", "reason"}


def can_be_made(kind: type[Identified], ids: Ids) -> bool:
    """Say whether there is something for every reference that a value of this kind must have."""
    hints = [hint for name, hint in hints_of(kind).items() if name != "id"]
    return all(ids.get(target_of(holds)) for holds, optional in hints if isinstance(holds, NewType) and not optional)


def target_of(identifier: NewType) -> str:
    """Return the name of the class that an identifier is of."""
    return identifier.__name__.removesuffix("Id")


@st.composite
def values(draw: st.DrawFn, kind: type[V], ids: Ids, id_: str) -> V:
    """Draw a value of a kind that names only what there is."""
    hints = hints_of(kind)
    drawn = {field.name: draw(_content(hints[field.name], field.name, ids)) for field in fields(kind)}
    drawn["id"] = id_
    if "start" in drawn and "end" in drawn and "status" in drawn:
        drawn |= _days_of_a_meeting(drawn, kind is Round)
    if "until" in drawn and drawn["as_of"] and drawn["until"]:
        drawn["as_of"], drawn["until"] = sorted((drawn["as_of"], drawn["until"]))
    if "reference" in drawn:
        drawn["reference"] = drawn["reference"].strip("\x00").strip() or "a letter"
        drawn["reference"] += "." if not drawn["reference"].isprintable() else ""
    try:
        return kind(**drawn)
    except UserError:
        reject()


def _content(hint: Hint, name: str, ids: Ids) -> st.SearchStrategy[Any]:
    holds, optional = hint
    if isinstance(holds, NewType):
        known = list(ids.get(target_of(holds), ()))
        found: st.SearchStrategy[Any] = st.sampled_from(known) if known else st.none()
    elif isinstance(holds, type) and issubclass(holds, StrEnum):
        found = st.sampled_from(holds)
    elif holds is Text and name in _MUST_SAY:
        found = texts(filled=True)
    elif name == "seats_a_side":
        found = st.integers(1, MOST_SEATS)
    else:
        found = _OF_TYPE[holds]
    return st.none() | found if optional else found


def _days_of_a_meeting(drawn: Mapping[str, Any], has_year: bool) -> dict[str, Any]:
    if drawn["start"] is None:
        return {"end": None}
    end = drawn["end"] and drawn["start"] + timedelta(days=abs((drawn["end"] - drawn["start"]).days) % 5)
    return {"end": end, "year": drawn["start"].year} if has_year else {"end": end}


def numbered_ids(prefix: str = "new") -> Callable[[], str]:
    """Return a function that gives new, but always the same, identifiers."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers):04}"


def made_store(path: Path, values: Iterable[Identified] = ()) -> Path:
    """Make a store at the path, with these values in it as one step."""
    make_private_file(path)
    path.write_bytes(_empty_store())
    if values := tuple(values):
        database = Database(path)
        with database.work() as work:
            put_new(work, values)
            work.record("Begin", who="Ada Example", at=NOON, undoable=True)
        database.close()
    return path


@cache
def _empty_store() -> bytes:
    """Return what is in the file of a store with nothing in it; to migrate each anew would take most of its time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.store"
        make_private_file(path)
        migrate(path)
        return path.read_bytes()


def put_new(work: Work, values: Iterable[Identified]) -> None:
    """Put values that are not there yet, in their order, many at once: a large store is made in seconds."""
    by_kind: dict[type[Identified], list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for value in map(_cleaned, values):
        by_kind[type(value)].append({field.name: getattr(value, field.name) for field in fields(value)})
        work._note(None, value)
    for kind, rows in by_kind.items():
        if rows:
            work._connection.execute(insert(TABLES[kind]), rows)


def kept(workspace: Workspace) -> object:
    """Return all that a store holds, to be compared with what it holds later."""
    database = workspace.database
    if not isinstance(database, SharedDatabase):
        return database.path.read_bytes()
    with rows_on_server(database.address) as rows:
        return all_rows(rows)


def again(database: AnyDatabase) -> AnyDatabase:
    """Open a store once more, as somebody else does who has it open, too."""
    if isinstance(database, SharedDatabase):
        return SharedDatabase(database.address, database.path)
    return Database(database.path)


def workspace_of(database: AnyDatabase, *, today: date | None = TODAY, prefix: str = "new") -> Workspace:
    """Return a workspace on a store with a clock that stands still."""
    return Workspace(database, who="Ada Example", today=today, now=lambda: NOON, new_id=numbered_ids(prefix))


def everything(work: Work) -> dict[str, dict[str, Identified]]:
    """Return all values of a store by kind and identifier."""
    return {kind.__name__: {value.id: value for value in work.find(kind)} for kind in KINDS}
