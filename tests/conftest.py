"""What every test stands on: no network, folders of its own, the sources beside the repository, an office program."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from dialogue_prep.store import database
from dialogue_prep.store.server_address import ServerAddress
from tests.invented_dialogue import invented_dialogue
from tests.server import Server, SharedCopies, made_shared, program

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent
CONTINUOUS_INTEGRATION = os.environ.get("CI") == "true"

# Counts come from the profile, never from a test: `settings.default.max_examples` where a test must know it.
_KEPT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("ordinary", max_examples=12, derandomize=True, **_KEPT)
settings.register_profile("torture", max_examples=2000, print_blob=True, **_KEPT)
settings.load_profile("ordinary")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Fail whoever opens a socket, but for those between processes of this machine; no `except Exception` hides it."""
    opened = socket.socket.__init__

    def refuse(self: socket.socket, family: int = -1, *others: Any, **named: Any) -> None:
        fileno = others[2] if len(others) > 2 else named.get("fileno")
        local = getattr(socket, "AF_UNIX", None)
        if fileno is None and family != local:
            pytest.fail(f"a socket of family {family} was about to be opened")
        opened(self, family, *others, **named)

    def refuse_name(host: object, *others: Any, **named: Any) -> None:
        pytest.fail(f"the address of {host!r} was about to be looked up")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "__init__", refuse)
        patch.setattr(socket, "getaddrinfo", refuse_name)
        patch.setattr(socket, "gethostbyname", refuse_name)
        yield


@pytest.fixture(scope="session", autouse=True)
def _folders_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fixtures that live longer than a test away from the folders of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        _move_user(patch, tmp_path_factory.mktemp("session-user"))
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return folders that are not there yet; to number them by looking which are would take longer with each test."""
    folder = tmp_path_factory.mktemp("users")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def user_folder(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home folder of this test's user: empty, and of no other test; no settings from outside."""
    home = next(_homes)
    home.mkdir()
    _move_user(monkeypatch, home)
    return home


def _move_user(patch: pytest.MonkeyPatch, home: Path) -> None:
    for name in list(os.environ):
        if name.startswith("DIALOGUE_PREP_") and name != "DIALOGUE_PREP_SHARED":
            patch.delenv(name)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        patch.delenv(name, raising=False)
    patch.setenv("LANG", "C.UTF-8")
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_RUNTIME_DIR": home / ".runtime",
    }
    for name, folder in folders.items():
        patch.setenv(name, str(folder))
    folders["XDG_RUNTIME_DIR"].mkdir(mode=0o700)


@pytest.fixture
def as_shipped() -> None:
    """Have stores wait for the disk as they do for the user; asked for by tests of how they do."""


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stores not wait for the disk at every step: it guards from power cuts alone and can take long."""
    if "as_shipped" not in request.fixturenames:
        hurried = ("synchronous=OFF" if pragma == "synchronous=FULL" else pragma for pragma in database._PRAGMAS)
        monkeypatch.setattr(database, "_PRAGMAS", tuple(hurried))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real sources beside the repository; they are no part of it, so a test may go without."""
    folder = Path(os.environ.get("DIALOGUE_PREP_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(
            "the folder of real sources is not beside the repository (DIALOGUE_PREP_SHARED names another place)"
        )
    return folder


@pytest.fixture(scope="session")
def office() -> Path:
    """Return the path of LibreOffice, when poppler's pdftoppm is there too."""
    found = {name: shutil.which(name) for name in ("soffice", "pdftoppm")}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        stop = pytest.fail if CONTINUOUS_INTEGRATION else pytest.skip
        stop(f"not installed: {', '.join(missing)} (LibreOffice Writer and poppler-utils are needed to see pages)")
    return Path(str(found["soffice"]))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Yield a PostgreSQL server of the tests' own; none of it is left."""
    server = _started(durable=False)
    yield server
    server.remove()


@pytest.fixture(scope="session")
def invented_on_server(server: Server) -> ServerAddress:
    """Return the address of a shared store in which the invented dialogue is; to be copied, never opened."""
    return made_shared(server, invented_dialogue())


@pytest.fixture(scope="session")
def shared_copies(server: Server) -> SharedCopies:
    """Return what makes shared stores of stores in files."""
    return SharedCopies(server)


@pytest.fixture
def kept_on() -> str:
    """Return where the store of a test is kept: in a “file” or on a “server”."""
    return "file"


@pytest.fixture(scope="module")
def durable_server() -> Iterator[Server]:
    """Yield a server that waits for its disk; asked for by tests of what is acknowledged."""
    server = _started(durable=True)
    yield server
    server.remove()


def _started(*, durable: bool) -> Server:
    if program("initdb") is None:
        stop = pytest.fail if CONTINUOUS_INTEGRATION else pytest.skip
        stop("not installed: PostgreSQL (needed to keep a store on a server)")
    return Server(durable=durable)


@pytest.fixture(scope="session")
def as_pdf(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    """Return a function that makes a PDF of the bytes of a Word file, with a LibreOffice profile of the tests' own."""
    profile = tmp_path_factory.mktemp("office-profile")

    def make(word: bytes) -> Path:
        folder = tmp_path_factory.mktemp("pages")
        (folder / "paper.docx").write_bytes(word)
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to"]
        subprocess.run(
            [*command, "pdf:writer_pdf_Export", "--outdir", folder, folder / "paper.docx"],
            check=True,
            capture_output=True,
            timeout=100,
        )
        pdf = folder / "paper.pdf"
        assert pdf.is_file(), "LibreOffice could not read the file"
        return pdf

    return make


@pytest.fixture(scope="session")
def as_pages(as_pdf: Callable[[bytes], Path]) -> Callable[[bytes], list[Path]]:
    """Return a function that makes one PNG a page, in order, of the bytes of a Word file (60 dots an inch)."""

    def make(word: bytes) -> list[Path]:
        pdf = as_pdf(word)
        subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, pdf.with_name("page")], check=True, timeout=60)
        return sorted(pdf.parent.glob("page-*.png"))

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--speed",
        choices=("short", "full"),
        default="short",
        help="short: the best of five, up to twice the limit; full: the median of fifteen, up to the limit",
    )
    parser.addoption(
        "--server", action="store_true", help="keep the stores of the tests of store and services on a server"
    )


# What is tested on a server, too, whenever the tests run; the rest is with the option, and with the large counts.
_ALSO_ON_A_SERVER = ("test_meanwhile", "test_records", "test_search", "test_journal", "test_dossiers")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have tests whose store can be on a server run there, too, or there alone."""
    if "kept_on" not in metafunc.fixturenames or metafunc.definition.get_closest_marker("in_a_file"):
        return
    if metafunc.config.getoption("--server"):
        metafunc.parametrize("kept_on", ["server"])
    elif metafunc.module.__name__.rpartition(".")[2] in _ALSO_ON_A_SERVER:
        metafunc.parametrize("kept_on", ["file", "server"])


Tally = Callable[..., None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Return a function that puts a line into the table of the large counts: `tally("S1", tries=1000, lost=0)`.

    Lines of the same words are added up. `make torture` runs whoever asks for this fixture, in the large count where
    there is one: no line of the table stands for less than what was done.
    """

    def write(requirement: str, *, tries: int, lost: int) -> None:
        record_property("tally", [requirement, str(tries), str(lost)])

    return write


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what counts something and has no larger count as `counted`, so that it comes into the table as it is."""
    counting = [item for item in items if "tally" in getattr(item, "fixturenames", ())]
    larger = {item.nodeid.split("[")[0] for item in counting if item.get_closest_marker("torture")}
    for item in counting:
        if item.nodeid.split("[")[0] not in larger:
            item.add_marker(pytest.mark.counted)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was counted and what was raced, whether it passed or failed."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if report.when == "call"
    ]
    counted: dict[str, list[float]] = {}
    for report in reports:
        told = [row for name, row in report.user_properties if name == "tally"]
        for requirement in {row[0] for row in told}:
            tries, lost = (sum(int(row[at]) for row in told if row[0] == requirement) for at in (1, 2))
            sums = counted.setdefault(requirement, [0, 0, 0])
            counted[requirement] = [sums[0] + tries, sums[1] + lost, sums[2] + report.duration]
    hostile = [row for report in reports for name, row in report.user_properties if name == "hostile"]
    raced = [row for report in reports for name, row in report.user_properties if name == "race"]
    rows = [
        [requirement, f"{tries}", f"{lost}", f"{time:.1f} s"] for requirement, (tries, lost, time) in counted.items()
    ]
    _write_table(terminalreporter, ["requirement", "tries", "lost", "time"], rows)
    _write_table(terminalreporter, ["speed", "ratio", "limit", "ours", "floor"], raced)
    if any("torture" in report.keywords for report in reports):
        _write_table(terminalreporter, ["hostile file", "seconds", "by the clock", "MB", "what came of it"], hostile)


def _write_table(terminal: Any, heads: list[str], rows: list[list[str]]) -> None:
    if not rows:
        return
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    terminal.section("what was measured")
    for row in [heads, *sorted(rows)]:
        first, *others = (
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        terminal.write_line("  ".join([first, *others]))
