"""The setup script installs what is missing as root, prints the line to anybody else, and does nothing twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SYSTEM = Path(__file__).resolve().parents[2] / "setup" / "system"
LIBRARIES = [
    "libGL.so.1",
    "libEGL.so.1",
    "libxkbcommon.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libglib-2.0.so.0",
    "libX11-xcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-shape.so.0",
    "libxcb-sync.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script is for a POSIX shell")


class Machine:
    """A machine whose tools are small scripts in one folder that comes first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.has(*LIBRARIES)
        self.tool("uname", "echo Linux")
        self.tool("id", "echo 0")
        self.tool("apt-get", f'echo "$@" >> {self.log}')
        self.tool("dpkg-query", 'case "$3" in *noto*) exit 1 ;; *) printf installed ;; esac')

    def tool(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def has(self, *libraries: str) -> None:
        lines = "\n".join(f"\t{name} (libc6,x86-64) => /usr/lib/{name}" for name in libraries)
        self.tool("ldconfig", f"cat <<'END'\n{lines}\nEND")

    def look(self, what: str = "program", **variables: str) -> subprocess.CompletedProcess[str]:
        plain = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
        environment = plain | {"PATH": f"{self.folder}:{os.environ['PATH']}", "PYTHON": sys.executable} | variables
        return subprocess.run([SYSTEM, what], env=environment, capture_output=True, text=True, check=False)

    def installed(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_where_nothing_is_missing_nothing_is_done(machine: Machine) -> None:
    ended = machine.look(DISPLAY=":0", WAYLAND_DISPLAY="wayland-0")
    assert (ended.returncode, ended.stdout, ended.stderr, machine.installed()) == (0, "", "", [])


def test_root_gets_what_is_missing(machine: Machine) -> None:
    machine.has(*(set(LIBRARIES) - {"libEGL.so.1", "libdbus-1.so.3"}))
    assert machine.look().returncode == 0
    assert machine.installed() == ["update -qq", "install -qq --no-install-recommends libegl1 libdbus-1-3"]


def test_anybody_else_is_shown_the_line(machine: Machine) -> None:
    machine.has(*(set(LIBRARIES) - {"libGL.so.1"}))
    machine.tool("id", "echo 1000")
    ended = machine.look()
    assert ended.returncode == 1
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends libgl1\n" in ended.stderr
    assert machine.installed() == []


def test_libraries_of_a_display_are_wanted_where_there_is_one(machine: Machine) -> None:
    machine.has(*(set(LIBRARIES) - {"libxcb-cursor.so.0"}))
    assert machine.look().returncode == 0
    assert machine.installed() == []
    assert machine.look(DISPLAY=":0").returncode == 0
    assert machine.installed()[-1].endswith(" libxcb-cursor0")


def test_an_old_python_is_refused_in_one_sentence(machine: Machine) -> None:
    machine.tool("python-old", "exit 1")
    ended = machine.look(PYTHON="python-old")
    assert ended.returncode == 1
    assert ended.stderr.startswith("Python 3.11 or later is needed")


def test_a_python_that_cannot_make_environments_gets_what_it_lacks(machine: Machine) -> None:
    machine.tool("python-bare", 'case "$2" in *venv*) exit 1 ;; esac')
    assert machine.look(PYTHON="python-bare").returncode == 0
    assert machine.installed()[-1].endswith(" python3-venv")


def test_pages_need_an_office_program_and_fonts(machine: Machine) -> None:
    assert machine.look("pages").returncode == 0
    assert machine.installed()[-1].endswith(" --no-install-recommends fonts-noto-cjk")


def test_another_word_is_wrong_use(machine: Machine) -> None:
    assert machine.look("everything").returncode == 2
