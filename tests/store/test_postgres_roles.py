"""The server itself sees to who may do what in a shared store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dialogue_prep.domain.errors import Problem, UserError
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.postgres_roles import StoreRole, give_role, members
from dialogue_prep.store.server_address import ServerAddress
from tests.invented import workspace_of
from tests.server import Server, opened

USERS = {StoreRole.READER: "rea", StoreRole.EDITOR: 'ed"it %s', StoreRole.COORDINATOR: "co"}


@pytest.fixture(scope="module")
def address(server: Server, invented_on_server: ServerAddress) -> ServerAddress:
    """Return the address of a store that is shared with one user of each role."""
    address = server.new_database(invented_on_server.database)
    assert all(give_role(address, user, role, "a 'secret") for role, user in USERS.items())
    return address


@pytest.fixture
def as_user(address: ServerAddress, tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Return a function that opens the store as a user."""
    open_ones: list[SharedDatabase] = []

    def open_as(user: str) -> Workspace:
        open_ones.append(opened(replace(address, user=user), tmp_path))
        return workspace_of(open_ones[-1], prefix=user)

    yield open_as
    for database in open_ones:
        database.close()


As = Callable[[str], Workspace]


def number(workspace: Workspace) -> None:
    with workspace.request("Number") as work:
        topic = work.get(Topic, "crime")
        work.put(replace(topic, number=topic.number + 1))


def set_day(workspace: Workspace) -> None:
    with workspace.request("Set the day") as work:
        day = work.look_up(StoreSetting, REFERENCE_DAY)
        other = "2030-01-02" if day is not None and day.value == "2030-01-01" else "2030-01-01"
        work.put(StoreSetting(id=REFERENCE_DAY, value=other))


def forget(workspace: Workspace) -> None:
    database = workspace.database
    assert isinstance(database, SharedDatabase)
    with database.work() as work:
        work._connection.execute(text("UPDATE journal SET before = NULL, after = NULL WHERE number = 1"))


def outcome(act: Callable[[Workspace], None], workspace: Workspace) -> bool:
    try:
        act(workspace)
    except UserError:
        return False
    return True


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (StoreRole.READER, (False, False, False)),
        (StoreRole.EDITOR, (True, False, False)),
        (StoreRole.COORDINATOR, (True, True, True)),
    ],
)
def test_a_role_may_do_what_it_says_and_no_more(as_user: As, role: StoreRole, allowed: tuple[bool, ...]) -> None:
    workspace = as_user(USERS[role])
    assert isinstance(workspace.database, SharedDatabase)
    assert workspace.database.may_be_written() == allowed[0]
    assert workspace.history(limit=1)
    assert tuple(outcome(act, workspace) for act in (number, set_day, forget)) == allowed


def test_what_an_editor_did_a_coordinator_can_take_back(as_user: As) -> None:
    number(as_user(USERS[StoreRole.EDITOR]))
    step = as_user(USERS[StoreRole.COORDINATOR]).undo()
    assert step is not None
    assert step.label == "Number"


def test_who_has_no_role_sees_nothing(address: ServerAddress, server: Server, as_user: As) -> None:
    server.say("CREATE ROLE nobodys LOGIN")
    with pytest.raises(Problem, match="role"):
        as_user("nobodys").history(limit=1)
    give_role(address, "nobodys", StoreRole.READER)
    assert as_user("nobodys").history(limit=1)
    give_role(address, "nobodys", None)
    with pytest.raises(Problem, match="role"):
        as_user("nobodys").history(limit=1)


def test_a_coordinator_gives_roles_and_an_editor_does_not(address: ServerAddress, server: Server, as_user: As) -> None:
    server.say("CREATE ROLE later LOGIN")
    with pytest.raises(Problem, match="ask a coordinator"):
        give_role(replace(address, user=USERS[StoreRole.EDITOR]), "later", StoreRole.READER)
    give_role(replace(address, user=USERS[StoreRole.COORDINATOR]), "later", StoreRole.EDITOR)
    number(as_user("later"))


def test_who_has_a_role_is_listed_with_the_highest(address: ServerAddress, server: Server) -> None:
    server.say("CREATE ROLE fleeting LOGIN")
    for role in (StoreRole.COORDINATOR, StoreRole.READER, None):
        give_role(address, "fleeting", role)
        listed, own = members(replace(address, user=USERS[StoreRole.READER]))
        assert (listed.get("fleeting"), own) == (role, StoreRole.READER)
    assert {user: listed[user] for user in USERS.values()} == {user: role for role, user in USERS.items()}
    assert listed[address.user] == StoreRole.COORDINATOR, "whose the store is"
    assert list(listed) == sorted(listed)


@pytest.mark.parametrize("user", ["", "x" * 64, "a\nb"])
def test_a_name_that_is_none_is_refused(address: ServerAddress, user: str) -> None:
    with pytest.raises(UserError, match="needs a name"):
        give_role(address, user, StoreRole.READER)


def test_who_is_not_known_loses_nothing(address: ServerAddress) -> None:
    with pytest.raises(UserError, match="knows no user “who”"):
        give_role(address, "who", None)
