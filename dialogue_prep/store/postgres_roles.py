"""Who may do what in a shared store. The server itself sees to it, whichever program asks.

A role of the store is a group of the server, named after the database: `dialogues_editor`. A user of the server is in
one of them at most; a coordinator can put others in.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Connection, inspect, text

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.postgres import open_server, plain_server_errors
from dialogue_prep.store.server_address import ServerAddress

# Rules for everybody: who may read what, and the day that counts as today.
_RULES = frozenset(name_of(kind) for kind in (Marking, StoreSetting))
# What is written stays written: history is only ever added to.
_HISTORY = frozenset({"step", "journal"})
_FOR_ALL = frozenset({"presence"})
_SECRET = frozenset({"own_copy"})
_VERSIONS = "alembic_version"
_OWNED = text("SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE oid = 'step'::regclass")
_OWNER = text("SELECT pg_get_userbyid(relowner)::text FROM pg_class WHERE oid = 'step'::regclass")
_MEMBER = text("SELECT pg_has_role(CAST(:group AS name), 'MEMBER')")
_MEMBERS = text(
    "SELECT pg_get_userbyid(member)::text FROM pg_auth_members WHERE pg_get_userbyid(roleid) = CAST(:group AS name)"
)
_LONGEST_NAME = 63  # bytes; the server would cut a longer one short


class StoreRole(StrEnum):
    """What a user of a shared store may do: look; change records; set the rules, share the store, keep it."""

    READER = "reader"
    EDITOR = "editor"
    COORDINATOR = "coordinator"


def give_role(address: ServerAddress, user: str, role: StoreRole | None, password: str = "") -> bool:
    """Give a user of the server a role in the store, and no other; None takes every role.

    A user that the server does not know is made, with this password, where a role is given; say whether one was.
    UserError where whoever asks may not.
    """
    if not user or len(user.encode()) > _LONGEST_NAME or not user.isprintable():
        raise UserError("A user of the server needs a name of one to 63 characters.", field="user")
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.begin() as connection:
            grant(connection)
            made = user not in _known(connection)
            if made and role is None:
                raise UserError("The server knows no user “{user}”.", user=user)
            if made:
                secret = f" PASSWORD {_quoted(password, mark=chr(39))}" if password else ""
                _say(connection, f"CREATE ROLE {_quoted(user)} LOGIN{secret}")
            for other in StoreRole:
                _say(connection, f"REVOKE {_group(connection, other)} FROM {_quoted(user)}")
            if role is not None:
                admin = " WITH ADMIN OPTION" if role is StoreRole.COORDINATOR else ""
                groups = StoreRole if role is StoreRole.COORDINATOR else (role,)
                for group in groups:
                    _say(connection, f"GRANT {_group(connection, group)} TO {_quoted(user)}{admin}")
            return made
    finally:
        engine.dispose()


def role_of(connection: Connection) -> StoreRole | None:
    """Return what whoever is connected may do in the store; who owns it may do all, like a coordinator."""
    if connection.execute(_OWNED).scalar():
        return StoreRole.COORDINATOR
    known = _known(connection)
    for role in reversed(StoreRole):
        group = _group_name(connection, role)
        if group in known and connection.execute(_MEMBER, {"group": group}).scalar():
            return role
    return None


def members(address: ServerAddress) -> tuple[dict[str, StoreRole], StoreRole | None]:
    """Return who has a role in the store, by the name on the server, in order, and that of whoever asks.

    Who owns the store is a coordinator.
    """
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.connect() as connection:
            found = dict.fromkeys(connection.execute(_OWNER).scalars(), StoreRole.COORDINATOR)
            for role in reversed(StoreRole):
                for name in connection.execute(_MEMBERS, {"group": _group_name(connection, role)}).scalars():
                    found.setdefault(name, role)
            return dict(sorted(found.items())), role_of(connection)
    finally:
        engine.dispose()


def grant_again(connection: Connection) -> None:
    """Let the groups of a store, where it has been shared, do what they may with tables that have come since."""
    if _group_name(connection, StoreRole.READER) in _known(connection):
        grant(connection)


def grant(connection: Connection) -> None:
    """Make the groups of a store that are not there, and let each do what it may with the tables that are."""
    known = _known(connection)
    # Where a coordinator shares the store, whoever owns it has let the groups in before.
    if not connection.execute(_OWNED).scalar():
        return
    for role in StoreRole:
        if _group_name(connection, role) not in known:
            _say(connection, f"CREATE ROLE {_group(connection, role)} NOLOGIN")
        _say(connection, f"GRANT USAGE ON SCHEMA public TO {_group(connection, role)}")
        _say(connection, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {_group(connection, role)}")
    for name in inspect(connection).get_table_names():
        for role in StoreRole:
            allowed = ", ".join(_allowed(name, role))
            _say(connection, f"REVOKE ALL ON {_quoted(name)} FROM {_group(connection, role)}")
            if allowed:
                _say(connection, f"GRANT {allowed} ON {_quoted(name)} TO {_group(connection, role)}")


def _allowed(table: str, role: StoreRole) -> Iterable[str]:
    """Return what a role may do with a table."""
    reading, adding, changing = ("SELECT",), ("SELECT", "INSERT"), ("SELECT", "INSERT", "UPDATE", "DELETE")
    if table in _FOR_ALL:
        return changing
    if table == _VERSIONS:
        return reading
    if role is StoreRole.COORDINATOR:
        return changing
    if table in _SECRET:
        return ()
    if role is StoreRole.READER or table in _RULES:
        return reading
    return adding if table in _HISTORY else changing


def _known(connection: Connection) -> set[str]:
    return {str(name) for (name,) in connection.execute(text("SELECT rolname FROM pg_roles"))}


def _group_name(connection: Connection, role: StoreRole) -> str:
    database = str(connection.exec_driver_sql("SELECT current_database()").scalar_one())
    return f"{database[: _LONGEST_NAME - len(role.value) - 1]}_{role.value}"


def _group(connection: Connection, role: StoreRole) -> str:
    return _quoted(_group_name(connection, role))


def _quoted(words: str, *, mark: str = '"') -> str:
    """Return words as SQL takes them, whatever stands in them: a name, or with a single mark a string."""
    return mark + words.replace(mark, mark * 2) + mark


def _say(connection: Connection, line: str) -> None:
    # What grants and makes users takes no parameters; a percent sign in a name is none.
    connection.exec_driver_sql(line.replace("%", "%%"))
