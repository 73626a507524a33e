"""LibreOffice, where it is installed: makes PDF files of Word files, in a process of its own that can be stopped.

It runs without a window, in a profile that is made for the one run and gone with it, so that neither the user's
profile nor a LibreOffice that is open is touched; in that profile macros, links to other files and the network are off.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.system.office_profile import write_profile
from dialogue_prep.system.pdf_dates import with_fixed_dates
from dialogue_prep.system.reasons import reason_why

_POLL = 0.05
_NAMES = ("soffice", "libreoffice")


@dataclass(frozen=True, slots=True)
class Office:
    """One LibreOffice: its program, seconds allowed for a run, and seconds more for each file of it."""

    program: Path
    seconds: float = 60.0
    seconds_a_file: float = 30.0

    def pdf(self, word: bytes, on: date, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Return a Word file as a PDF file; as `pdfs` does."""
        return self.pdfs([word], on, cancelled)[0]

    def pdfs(self, words: Sequence[bytes], on: date, cancelled: Callable[[], bool] = lambda: False) -> list[bytes]:
        """Return Word files as PDF files that say they were made on a day, all in one run.

        The same files give the same bytes with the same LibreOffice and fonts. `cancelled` is asked every 50 ms. Raises
        UserError when it was cancelled, MachineError when LibreOffice cannot be started, fails or takes too long.
        """
        if not words:
            return []
        # What is killed on Windows may hold its files for a moment longer.
        with tempfile.TemporaryDirectory(prefix="dialogue-prep-", ignore_cleanup_errors=True) as folder:
            files = [Path(folder, f"{number}.docx") for number in range(1, len(words) + 1)]
            for file, word in zip(files, words, strict=True):
                file.write_bytes(word)
            profile = Path(folder, "profile")
            write_profile(profile)
            self._run(profile, files, cancelled)
            return [with_fixed_dates(self._made(file.with_suffix(".pdf")), on) for file in files]

    def _run(self, profile: Path, files: Sequence[Path], cancelled: Callable[[], bool]) -> None:
        options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
        into = ("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(profile.parent))
        command = [str(self.program), f"-env:UserInstallation={profile.as_uri()}", *options, *into, *map(str, files)]
        process = _started(command, profile.parent)
        try:
            self._wait(process, self.seconds + len(files) * self.seconds_a_file, cancelled)
        finally:
            _stop(process)

    def _wait(self, process: subprocess.Popen[bytes], seconds: float, cancelled: Callable[[], bool]) -> None:
        until = time.monotonic() + seconds
        while True:
            try:
                process.wait(_POLL)
            except subprocess.TimeoutExpired:
                if cancelled():
                    raise UserError("Making the PDF was cancelled; nothing was written.") from None
                if time.monotonic() > until:
                    text = "LibreOffice took longer than {seconds} seconds and was stopped; no PDF was made."
                    raise MachineError(text, seconds=round(seconds)) from None
            else:
                return

    def _made(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            text = "LibreOffice ({program}) could not make a PDF; try again, or open the Word file in it and export it."
            raise MachineError(text, program=self.program) from error


def find_office(named: str = "") -> Office | None:
    """Return the LibreOffice of this machine, or None; `named` is the path of its program where the user set one."""
    if named:
        return Office(Path(named)) if Path(named).is_file() else None
    return next((Office(place) for place in _places() if place.is_file()), None)


def office_here(named: str = "") -> Office:
    """Return the LibreOffice of this machine; raise UserError, saying what to do, where there is none."""
    found = find_office(named)
    if found is None and named:
        text = "LibreOffice is not at {path}, where the settings say; correct “office” in them, or take it out."
        raise UserError(text, field="office", path=named)
    if found is None:
        raise UserError(
            "PDF files are made by LibreOffice, and none was found on this computer; install it, or name its program"
            " as “office” in the settings.",
            field="office",
        )
    return found


def _places() -> Iterator[Path]:
    """Yield where its program may be: first where programs are looked for, then where it installs itself."""
    for name in _NAMES:
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := os.environ.get(variable):
                yield from (Path(folder, *way, "program", "soffice.exe") for way in (("LibreOffice",), _FOR_ONE_USER))
    elif sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from (Path(folder, "libreoffice", "program", "soffice") for folder in ("/usr/lib", "/usr/lib64"))
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


_FOR_ONE_USER = ("Programs", "LibreOffice")


def _started(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    # In a group of its own: its program is a script that starts others, and all of them have to go.
    try:
        return subprocess.Popen(  # noqa: S603 - a program that the user installed, and no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_surroundings(folder),
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        text = "LibreOffice ({program}) cannot be started: {reason}."
        raise MachineError(text, program=command[0], reason=reason_why(error)) from error


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of a run in a folder: no display, and nothing that it leaves with the user."""
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "SESSION_MANAGER", "DBUS_SESSION_BUS_ADDRESS", "PYTHONPATH", "PYTHONHOME"}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in left_out}
    if sys.platform != "linux":
        return kept
    own = {"SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"}
    return kept | own | {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")}


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started, whatever became of it."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 - a program of the system
            process.kill()
    else:
        with suppress(ProcessLookupError):  # all of them have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
