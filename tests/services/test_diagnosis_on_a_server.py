"""What `doctor` says of a store on a server: where it is, who asks, and whether all of it can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.services.diagnosis import diagnose
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.sharing import share
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.postgres_roles import StoreRole
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.folders import user_folders
from tests.server import Server


@pytest.fixture
def opening(server: Server, invented_on_server: ServerAddress) -> Opening:
    """Return how a shared store of the test's own is opened."""
    folders, address = user_folders(), server.new_database(invented_on_server.database)
    return Opening(store=folders.data / f"{address.file_name}.store", named=True, folders=folders, server=address)


def told(opening: Opening) -> tuple[dict[str, str], set[str]]:
    """Return what was found, and what of it is not sound."""
    findings = diagnose(opening)
    return {one.what: one.found for one in findings}, {one.what for one in findings if not one.sound}


def test_a_sound_store_is_told_of_as_its_user_finds_it(opening: Opening) -> None:
    address = opening.server
    assert address is not None
    share(address, "looks", StoreRole.READER)
    found, unsound = told(replace(opening, server=replace(address, user="looks")))
    assert unsound == set()
    assert found["store"] == f"postgresql://looks@/{address.database}"
    assert found["user of the server"] == "looks, reader of the store"
    assert found["version of the store"] == f"{SCHEMA_VERSION}, this program writes {SCHEMA_VERSION}"
    assert found["records"].startswith("all ")
    assert (found["in use by"], found["backups"]) == ("nobody else", "0")


def test_an_empty_database_is_no_store_yet(server: Server, opening: Opening) -> None:
    found, unsound = told(replace(opening, server=server.new_database()))
    assert found["store"].endswith("(nothing is in it yet)")
    assert unsound == set()


def test_what_another_program_has_spoilt_is_found(opening: Opening, server: Server) -> None:
    assert opening.server is not None
    server.say("UPDATE round SET status = 'nonsense'", database=opening.server.database)
    found, unsound = told(opening)
    assert (found["records"], unsound) == ("not all of it can be read", {"records"})


def test_a_server_that_does_not_answer_is_said(opening: Opening) -> None:
    assert opening.server is not None
    found, unsound = told(replace(opening, server=replace(opening.server, port=1)))
    assert "cannot be reached" in found["store"]
    assert unsound == {"store"}
