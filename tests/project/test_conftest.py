"""The ground that the tests stand on holds."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tally


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_raises(family: socket.AddressFamily, tally: Tally) -> None:
    with pytest.raises(pytest.fail.Exception, match="about to be opened"):
        socket.socket(family)
    tally("P4 kinds of network sockets that fail any test", tries=1, lost=0)


def test_asking_for_an_address_raises() -> None:
    with pytest.raises(pytest.fail.Exception, match="about to be looked up"):
        socket.create_connection(("example.org", 80))


def test_two_processes_of_this_machine_may_speak() -> None:
    first, second = socket.socketpair()
    with first, second:
        first.sendall(b"hello")
        assert second.recv(5) == b"hello"


def test_the_user_of_a_test_has_an_empty_home(user_folder: Path) -> None:
    assert Path.home() == user_folder
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(user_folder)
    assert [entry.name for entry in user_folder.iterdir()] == [".runtime"]


@given(st.integers())
def test_counts_come_from_the_profile(number: int) -> None:
    assert settings.default is not None
    counts = {settings.get_profile(name).max_examples for name in ("ordinary", "torture")}
    assert settings.default.max_examples in counts
