"""What every command has in common: exit codes, one sentence for each failure, and never a traceback."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_prep.cli import agenda_command
from dialogue_prep.cli.commands import COMMANDS, load, parser_for
from dialogue_prep.cli.terminal import columns, counted
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.store.database import Database
from dialogue_prep.system.lock import writing_to
from dialogue_prep.system.logs import where_it_failed
from dialogue_prep.system.version import VERSION
from tests.invented import NOON, workspace_of
from tests.invented_dialogue import invented_dialogue

ROOT = Path(__file__).resolve().parents[2]


def process(*words: object, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more.pop("environment", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "dialogue_prep", *map(str, words)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, env=environment, **more)  # type: ignore[call-overload]


@pytest.mark.parametrize("words", [("--version",), ("plan", "--version"), ("--json", "--version")])
def test_the_version_is_said(give, words: tuple[str, ...]) -> None:
    ended = give(*words)
    assert (ended.code, ended.answer, ended.said) == (0, f"dialogue-prep {VERSION}\n", "")


def test_help_lists_every_command_and_shows_an_example(give) -> None:
    ended = give("--help")
    assert ended.code == 0
    assert "Example: dialogue-prep demo --out drafts" in ended.answer
    for name, summary in COMMANDS.items():
        assert f"  {name}" in ended.answer
        assert summary in ended.answer
    assert give("-h").answer == ended.answer


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_an_example_that_is_right(give, name: str) -> None:
    ended = give(name, "--help")
    assert ended.code == 0
    command = load(name)
    assert f"Example: {command.EXAMPLE}" in ended.answer
    program, example, *words = command.EXAMPLE.split()
    assert (program, example) == ("dialogue-prep", name)
    parser_for(name, command).parse_args([word for word in words if word != "--json"])


@pytest.mark.parametrize(
    "words",
    [
        ("planning",),
        ("plan", "--nonsense"),
        ("plan", "--date", "tomorrow"),
        ("--today", "2018-02-30", "agenda"),
        ("draft",),
        ("draft", "poem", "--out", "x"),
        ("draft", "agenda"),
        ("agenda", "--round", "three"),
        ("commitments", "--status", "unknown"),
        ("plan", "twice", "--json"),
        ("extract",),
        ("no-such-source.txt",),
        ("two", "files"),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two_and_one_sentence(give, demonstrated: Path, words: tuple[str, ...]) -> None:
    ended = give(*words)
    assert (ended.code, ended.answer) == (2, "")
    assert ended.said.count("\n") == 1
    assert "--help" in ended.said


def test_a_day_that_is_none_is_told_with_one_that_is(give) -> None:
    said = give("--today", "2018-02-30", "agenda").said
    assert "“2018-02-30” is no day such as 2018-02-06" in said


BEGINNERS = ("demo", "extract", "import", "import-archive", "redline", "compare", "doctor")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in BEGINNERS])
def test_without_a_store_or_a_dialogue_every_command_says_what_to_do(give, tmp_path: Path, name: str) -> None:
    own = {
        "draft": ("agenda", "--out", "x.docx"),
        "search": ("water",),
        "dates": ("--from", "2018-06-10", "--to", "2018-06-12"),
        "restore": ("newest",),
        "bring-back": ("x.docx",),
        "counter-draft": ("x.docx",),
        "book": ("--out", "x.docx"),
        "release": ("x.docx", "--out", "y.docx"),
        "purge": ("--deleted",),
        "export": ("--out", "x.docx"),
        "unprotect": ("--out", "x.docx"),
        "move-store": ("none.store", "x.docx", "--yes"),
        "share": ("anna", "reader"),
        "bundle": ("make", "--whole", "--out", "x.docx"),
    }
    ended = give(name, *own.get(name, ()), "--json")
    assert (ended.code, ended.answer) == (1, "")
    assert ended.said.count("\n") == 1
    assert not (tmp_path / "x.docx").exists()


READERS = [("schedule",), ("agenda",), ("commitments",), ("delegations",), ("check",), ("search", "x"), ("history",)]


@pytest.mark.parametrize("words", [*READERS, ("plan",), ("undo",), ("backup",)], ids=" ".join)
def test_a_file_of_another_program_is_refused_with_three_and_unchanged(
    give, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "a.store").write_bytes(b"Dear colleague,\n" * 20)
    ended = give(*words)
    assert (ended.code, ended.answer) == (3, "")
    assert ended.said == f"{tmp_path / 'a.store'} is not a store of this program; choose another file.\n"
    assert (tmp_path / "a.store").read_bytes() == b"Dear colleague,\n" * 20


@pytest.mark.parametrize("words", [*READERS, ("plan",), ("undo",)], ids=" ".join)
def test_a_damaged_store_is_told_with_three_and_left_as_it_is(give, demonstrated: Path, words: tuple[str, ...]) -> None:
    content = demonstrated.read_bytes()
    demonstrated.write_bytes(content[: len(content) // 3])
    ended = give(*words)
    assert (ended.code, ended.answer) == (3, "")
    assert "is damaged" in ended.said
    assert ended.said.count("\n") == 1
    assert demonstrated.read_bytes() == content[: len(content) // 3]


def test_looking_changes_nothing(give, demonstrated: Path) -> None:
    before = demonstrated.read_bytes()
    for words in [*READERS, ("doctor",)]:
        assert give(*words).code in (0, 1)
    assert demonstrated.read_bytes() == before


def test_the_store_is_the_one_that_is_named(give, demonstrated: Path, tmp_path: Path, user_folder: Path) -> None:
    other = Path(shutil.copy(demonstrated, tmp_path / "other.store"))
    assert give("plan", "--city", "Shanghai", "--store", other, "--json").json["place"] == "Shanghai"
    assert give("plan", "--json").json["place"] == "Beijing"
    assert not (user_folder / ".local" / "share").exists()


def test_without_a_name_the_store_is_in_the_folder_of_the_user(
    give, monkeypatch: pytest.MonkeyPatch, user_folder: Path
) -> None:
    monkeypatch.delenv("DIALOGUE_PREP_STORE")
    assert give("plan").code == 1
    (store,) = user_folder.rglob("*.store")
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_today_is_said_by_option_environment_and_store_in_this_order(
    give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overdue = "Round 3 should have been held by now; record it as held, or as postponed."

    def gaps(*words: str) -> list[str]:
        return [gap["gap"] for gap in give("check", *words, "--json").json]

    assert overdue not in gaps()
    monkeypatch.setenv("DIALOGUE_PREP_TODAY", "2019-01-01")
    assert overdue in gaps()
    assert overdue not in gaps("--today", "2018-03-01")
    monkeypatch.setenv("DIALOGUE_PREP_TODAY", "soon")
    ended = give("check")
    assert (ended.code, ended.said) == (1, "DIALOGUE_PREP_TODAY must be a day such as 2018-02-06, not “soon”.\n")


def test_of_several_dialogues_one_must_be_named(give, demonstrated: Path) -> None:
    database = Database(demonstrated)
    workspace = workspace_of(database)
    with workspace.request("Add another dialogue") as work:
        for value in invented_dialogue()[1:]:
            work.put(value)
    both = "; ".join(dialogue.designation.read("en") for dialogue in Dialogues(workspace).all())
    database.close()
    ended = give("schedule")
    assert (ended.code, ended.said) == (1, f"Say which dialogue is meant (--dialogue): {both}.\n")
    assert give("schedule", "--dialogue", "rivers", "--json").json[0]["host"] == "Lumen"
    assert give("schedule", "--dialogue", "NATIONAL security", "--json").json[0]["host"] == "Canada"
    nobody = give("schedule", "--dialogue", "fish")
    assert (nobody.code, nobody.said) == (1, f"No dialogue is named “fish”; there are: {both}.\n")


def test_who_works_on_the_store_stands_in_the_history(give, demonstrated: Path, user_folder: Path) -> None:
    settings = user_folder / ".config" / "dialogue-prep" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('name = "Ada Example"\n', encoding="utf-8")
    give("plan", "--city", "Shanghai")
    assert give("history", "--most", "1", "--json").json[0]["who"] == "Ada Example"


def test_tables_are_in_the_language_of_the_settings(give, demonstrated: Path, user_folder: Path) -> None:
    settings = user_folder / ".config" / "dialogue-prep" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('language = "fr"\n', encoding="utf-8")
    table = demonstrated.with_name("rounds.csv")
    assert give("schedule", "--years", "1", "--csv", table).code == 0
    assert table.read_text(encoding="utf-8-sig").startswith('"Session","Année"')


@pytest.mark.parametrize("content", ["name = Ada", "name = 3", "\udcff"])
def test_settings_that_cannot_be_read_are_named(give, demonstrated: Path, user_folder: Path, content: str) -> None:
    settings = user_folder / ".config" / "dialogue-prep" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(content.encode("utf-8", "surrogateescape"))
    ended = give("agenda")
    assert (ended.code, ended.answer) == (1, "")
    assert str(settings) in ended.said


# Bugs


CANARY = "Ca<n>ary of Ostrava"


@pytest.fixture
def buggy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a command fail as no command should, quoting what is in the store."""

    def fail(*_arguments: object) -> int:
        raise KeyError(CANARY, in_english(CANARY))

    monkeypatch.setattr(agenda_command, "run", fail)


@pytest.mark.usefixtures("buggy")
def test_a_bug_ends_with_seventy_and_tells_where_it_is_written_down(give, user_folder: Path) -> None:
    ended = give("agenda")
    log = user_folder / ".local" / "state" / "dialogue-prep" / "log" / "dialogue-prep.log"
    assert (ended.code, ended.answer) == (70, "")
    assert ended.said == f"The program failed; what was stored is safe. What happened stands in {log}.\n"
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "test_terminal.py" in written
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("buggy")
def test_nothing_of_what_is_in_the_store_is_written_into_the_log(give, user_folder: Path) -> None:
    for _ in range(3):
        assert CANARY not in give("agenda").said
    logs = [path for path in user_folder.rglob("*") if path.is_file()]
    assert logs
    assert not [path for path in logs if "Ca<n>ary" in path.read_text(encoding="utf-8")]
    (log,) = logs
    assert log.read_text(encoding="utf-8").count("KeyError") == 3, "each failure once"


def test_where_an_error_passed_is_said_and_not_what_it_says() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        told = where_it_failed(error)
    assert told.splitlines()[0] == "ValueError"
    assert "test_terminal.py" in told
    assert CANARY not in told


def test_somebody_who_stops_a_command_is_told_that_nothing_more_was_stored(
    give, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(agenda_command, "run", stop)
    ended = give("agenda")
    assert (ended.code, ended.said) == (1, "Stopped; nothing more was stored.\n")


# As processes


def test_a_reader_that_has_enough_is_no_failure(demonstrated: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "dialogue_prep", "commitments", "--json", "--store", str(demonstrated)]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_an_output_that_cannot_be_written_is_told(demonstrated: Path) -> None:
    command = [sys.executable, "-m", "dialogue_prep", "commitments", "--json", "--store", str(demonstrated)]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 3
    assert ended.stderr.decode() == "The output cannot be written: No space left on device.\n"


def test_json_is_in_utf_8_whatever_the_terminal_is_set_to(demonstrated: Path) -> None:
    ended = process("search", "引渡", "--json", "--store", demonstrated, environment={"PYTHONIOENCODING": "latin-1"})
    assert ended.returncode == 0
    assert ended.stderr == b""
    assert ended.stdout.decode("utf-8")


def test_what_a_terminal_cannot_show_is_shown_as_its_code(give, demonstrated: Path) -> None:
    give("plan", "--city", "引渡")
    ended = process("plan", "--store", demonstrated, environment={"PYTHONIOENCODING": "ascii"})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert rb"\u5f15\u6e21" in ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere words are bytes")
def test_words_that_are_no_text_are_refused(demonstrated: Path) -> None:
    ended = process("plan", "--city", b"Bei\xffjing".decode("utf-8", "surrogateescape"), "--store", demonstrated)
    assert ended.returncode == 1
    assert ended.stderr == b"The character U+DCFF cannot be kept; take it away.\n"


def test_two_writers_at_once_are_refused_with_three(give, demonstrated: Path) -> None:
    with writing_to(demonstrated, NOON):
        ended = process("plan", "--store", demonstrated)
        looked = give("schedule")
    assert ended.returncode == 3
    assert f"is in use by process {os.getpid()} on " in ended.stderr.decode()
    assert looked.code == 0


def test_one_of_a_thing_is_not_told_as_several() -> None:
    assert [counted(number, "gap", "gaps") for number in (0, 1, 2)] == ["0 gaps", "1 gap", "2 gaps"]


def test_columns_stand_under_each_other() -> None:
    assert columns([("a", 1, "x"), ("bbb", 22, "")], ("Name", "No", "Rest")) == [
        "Name  No  Rest",
        "a     1   x",
        "bbb   22",
    ]
    assert columns([]) == []


def test_a_cell_of_several_lines_stays_in_its_row() -> None:
    assert columns([("1", "River\nand\u2028lake", "a"), ("2", "Sea", "b")]) == [
        "1  River and lake  a",
        "2  Sea             b",
    ]
