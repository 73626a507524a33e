"""What a reader in the child of the guard may do: answer, refuse, break, hang, or reach for more than its bytes.

It stands apart from the tests, so that each child imports only what it runs.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

from dialogue_prep.system.refusal import Refused


def count(data: bytes) -> int:
    return len(data)


def never_end(data: bytes) -> None:
    while True:
        pass


def sleep_on(data: bytes) -> None:
    time.sleep(60)


def take_memory(data: bytes) -> int:
    return len(bytearray(4 * 1024 * 1024 * 1024))


def die(data: bytes) -> None:
    os.kill(os.getpid(), 9)


def fail(data: bytes) -> None:
    raise RuntimeError("a fault of our own")


def read_another_file(data: bytes) -> str:
    return Path(data.decode()).read_text(encoding="utf-8")


def write_a_file(data: bytes) -> None:
    Path(data.decode()).write_text("gone", encoding="utf-8")


def call_home(data: bytes) -> None:
    socket.socket()


def look_a_name_up(data: bytes) -> None:
    socket.getaddrinfo("localhost", 9)


def run_a_program(data: bytes) -> None:
    subprocess.run(["true"], check=True)


def load_what_was_not_needed_yet(data: bytes) -> str:
    from dialogue_prep.reading.states import mentions

    return next(mentions("Canada")).state.name


def refuse(data: bytes) -> None:
    raise Refused("it is a test")
