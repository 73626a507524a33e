"""What every test stands on: no network, folders of its own, the sources beside the repository, an office program."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Generator, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.store import database
from dialogue_prep.store.server_address import ServerAddress
from tests.compiled_statements import Compiled, share_compiled_statements
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.new_stores import make_new_stores_at_once
from tests.requirements import ASKED
from tests.server import Server, SharedCopies, made_shared, program
from tests.tables import counted, finished, too_few, write_tables
from tests.taken_apart_here import take_files_apart_here

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent
CONTINUOUS_INTEGRATION = os.environ.get("CI") == "true"

# Counts come from the profile, never from a test: `settings.default.max_examples` where a test must know it.
_KEPT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("ordinary", max_examples=6, derandomize=True, **_KEPT)
settings.register_profile("torture", max_examples=2000, print_blob=True, **_KEPT)
settings.load_profile("ordinary")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application, its clipboard emptied at the end.

    Without a screen Qt takes it away after Python has ended: what Python has put into it then ends the process.
    """
    yield qapp
    qapp.clipboard().clear()


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


@pytest.fixture
def guarded() -> None:
    """Have foreign files taken apart in a child process, as they are for the user; asked for by tests of that."""


@pytest.fixture
def without_detours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have new stores made at once and foreign files taken apart here, for tests of what is done with them."""
    make_new_stores_at_once(monkeypatch)
    if "guarded" not in request.fixturenames:
        take_files_apart_here(monkeypatch)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stores not wait for the disk at every step: it guards from power cuts alone and can take long."""
    if "as_shipped" not in request.fixturenames:
        hurried = ("synchronous=OFF" if pragma == "synchronous=FULL" else pragma for pragma in database._PRAGMAS)
        monkeypatch.setattr(database, "_PRAGMAS", tuple(hurried))


@pytest.fixture(scope="session")
def _compiled() -> Compiled:
    return {}


@pytest.fixture(autouse=True)
def _statements_compiled_once(_compiled: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile no statement anew for each store: a test uses a new one, and the program one for long."""
    share_compiled_statements(monkeypatch, _compiled)


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
def planned_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the starter dialogue, its next round planned; to be copied, never opened."""
    path = made_store(tmp_path_factory.mktemp("planned") / "dialogues.store")
    store = database.Database(path)
    workspace = workspace_of(store, today=None, prefix="made")
    Rounds(workspace).plan(Dialogues(workspace).begin_with_starter().id, Plan())
    store.close()
    return path


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
def as_pdfs(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """Return a function that makes a PDF of the bytes of each Word file, in one run of LibreOffice for all of them."""
    profile = tmp_path_factory.mktemp("office-profile")  # not that of whoever runs the tests

    def make(*words: bytes) -> list[Path]:
        folder = tmp_path_factory.mktemp("pages")
        files = [folder / f"{number}.docx" for number in range(len(words))]
        for file, word in zip(files, words, strict=True):
            file.write_bytes(word)
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to"]
        subprocess.run(
            [*command, "pdf:writer_pdf_Export", "--outdir", folder, *files],
            check=True,
            capture_output=True,
            timeout=100,
        )
        pdfs = [file.with_suffix(".pdf") for file in files]
        assert all(pdf.is_file() for pdf in pdfs), "LibreOffice could not read a file"
        return pdfs

    return make


@pytest.fixture(scope="session")
def as_pages(as_pdfs: Callable[..., list[Path]]) -> Callable[..., list[list[Path]]]:
    """Return a function that makes one PNG a page, in order, of the bytes of each Word file (60 dots an inch)."""

    def make(*words: bytes) -> list[list[Path]]:
        return [pages_of(pdf) for pdf in as_pdfs(*words)]

    def pages_of(pdf: Path) -> list[Path]:
        subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, pdf.with_name(f"{pdf.stem}-page")], check=True, timeout=60)
        return sorted(pdf.parent.glob(f"{pdf.stem}-page-*.png"))

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--speed",
        choices=("short", "full"),
        default="short",
        help="short: the best of three, up to twice the limit; full: the median of fifteen, up to the limit",
    )
    parser.addoption(
        "--server", action="store_true", help="only what can be kept on a server, and there: all of store and services"
    )
    parser.addoption(
        "--whole-table",
        action="store_true",
        help="fail where a line of tests/requirements.py is missing or counts too little; not with -k",
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
    """Return a function that puts a line into the table of the large counts: `tally("S3 …", tries=10, lost=0)`.

    The lines are those of tests/requirements.py; of one line, what several tests count is added up. `make torture` runs
    whoever asks for this fixture, in the large count where there is one.
    """

    def write(requirement: str, *, tries: int, lost: int) -> None:
        assert requirement in ASKED, f"{requirement!r} is no line of tests/requirements.py"
        record_property("tally", [requirement, str(tries), str(lost)])

    return write


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count each test that is marked with what it `shows` as one try: it is lost where the test fails."""
    report = yield
    if report.when == "call" and not report.skipped:
        told = [[mark.args[0], "1", str(int(report.failed))] for mark in item.iter_markers("shows")]
        report.user_properties += [("tally", row) for row in told]
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what counts something and has no larger count as `counted`, so that it comes into the table as it is.

    With `--server` what needs none is left out: it is no other than without.
    """
    if config.getoption("--server"):
        config.hook.pytest_deselected(items=[item for item in items if not _needs_a_server(item)])
        items[:] = filter(_needs_a_server, items)
    shown = {mark.args[0] for item in items for mark in item.iter_markers("shows")}
    if unknown := shown - ASKED.keys():
        raise pytest.UsageError(f"no lines of tests/requirements.py: {', '.join(sorted(unknown))}")
    counting = [
        item
        for item in items
        if "tally" in getattr(item, "fixturenames", ()) or item.get_closest_marker("shows") is not None
    ]
    larger = {item.nodeid.split("[")[0] for item in counting if item.get_closest_marker("torture")}
    for item in counting:
        if item.nodeid.split("[")[0] not in larger:
            item.add_marker(pytest.mark.counted)
    if config.getoption("--whole-table"):
        items.sort(key=_minutes, reverse=True)


def pytest_collection_finish() -> None:
    """Have the garbage collector pass over what stays until the end: modules and tests, by far the most there is."""
    gc.collect()
    gc.freeze()


def _minutes(item: pytest.Item) -> int:
    mark = item.get_closest_marker("minutes")
    return mark.args[0] if mark else 0


def _needs_a_server(item: pytest.Item) -> bool:
    named = getattr(item, "fixturenames", ())
    in_a_file = "kept_on" not in named or item.get_closest_marker("in_a_file")
    return "server" in named or "durable_server" in named or not in_a_file


def _whole_table(config: pytest.Config) -> bool:
    return bool(config.getoption("--whole-table")) and not config.getoption("keyword")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where a line of the table is missing that is asked for; those who collect for others do not know."""
    terminal = session.config.pluginmanager.getplugin("terminalreporter")
    asked = _whole_table(session.config) and terminal is not None and not hasattr(session.config, "workerinput")
    if asked and session.exitstatus == pytest.ExitCode.OK and too_few(counted(finished(terminal))):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print what was counted and what was raced, whether it passed or failed."""
    write_tables(terminalreporter, whole=_whole_table(config))
