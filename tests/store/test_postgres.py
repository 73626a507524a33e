"""A store on a server behaves as one in a file, and says plainly what the server refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError, Problem, UserError
from dialogue_prep.domain.source import SourceParagraph
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import SCHEMA_VERSION, Database
from dialogue_prep.store.postgres_tables import migrate_shared, shared_version
from dialogue_prep.store.server_address import ServerAddress, made_address, read_address
from tests.invented import AWKWARD, LONG, everything, made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.server import Server, opened

STRINGS = (
    *AWKWARD,
    *LONG,
    "50 % off_by_one",
    "%_%",
    "\\' \" ` $$ :name %(name)s ?",
    "R2-03 / 3.2.1 / a_b__c",
    "naïve Œuvre Ærø Łódź Đà Nẵng",
    "ＦＵＬＬ ｗｉｄｔｈ １２３",
    "حوار بين حكومتين",
    "Ⅻ ½ ² №",
    "人人人",
    "x" * 5000,
    "\ufeffbyte order",
    "\u00a0hard\u202fspaces\u2009",
    "\u1112\u1161\u11ab 한글",
    "q\u0307\u0323",
    "عربي 中文 mixed 混 in one",
    "-- /* comment */",
    "\x7f delete \x85 next",
    "0",
    "null",
)


@pytest.fixture(scope="module")
def pair(
    server: Server, invented_on_server: ServerAddress, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, Workspace]]:
    """Yield two stores with the same in them: one in a file, one on a server."""
    folder = tmp_path_factory.mktemp("pair")
    in_file = Database(made_store(folder / "a.store", invented_dialogue()))
    shared = opened(server.new_database(invented_on_server.database), folder)
    yield workspace_of(in_file), workspace_of(shared)
    in_file.close()
    shared.close()


@pytest.fixture
def shared(server: Server, invented_on_server: ServerAddress, tmp_path: Path) -> Iterator[Workspace]:
    """Yield a store of the test's own, on a server."""
    database = opened(server.new_database(invented_on_server.database), tmp_path)
    yield workspace_of(database)
    database.close()


def both(pair: tuple[Workspace, Workspace], act: Callable[[Workspace], object]) -> list[object]:
    """Return what became of doing the same in both."""
    found: list[object] = []
    for workspace in pair:
        try:
            found.append(act(workspace))
        except Problem as problem:
            found.append(str(problem))
    return found


@pytest.mark.shows("I5 awkward strings, kept on a server as in a file")
@pytest.mark.parametrize("words", STRINGS, ids=lambda words: ascii(words[:12]))
def test_an_awkward_string_is_kept_found_and_taken_back_alike(pair: tuple[Workspace, Workspace], words: str) -> None:
    def say(workspace: Workspace) -> object:
        with workspace.request("Say") as work:
            seen = work.get(Topic, "crime")
            kept = work.put(replace(seen, title=seen.title.reworded("en", words)))
        with workspace.look() as work:
            found = [value.id for text in (words[:60], words[:7], words[-3:]) for value in work.search(text)]
            again = work.get(Topic, "crime")
        said = workspace.history("crime", limit=1)[0].after
        workspace.undo()
        with workspace.look() as work:
            return kept == again, again.title.words("en"), found, str(said), work.get(Topic, "crime") == seen

    in_file, shared = both(pair, say)
    assert in_file == shared


@pytest.mark.parametrize(
    "words",
    ["extrad", "引渡", "the", "r2", "conclude extrad", "gauges crime", "COMMUNIQUÉ", "法司", "", "样本", "a b c"],
)
def test_a_search_finds_the_same_in_the_same_order(pair: tuple[Workspace, Workspace], words: str) -> None:
    def found(workspace: Workspace) -> object:
        with workspace.look() as work:
            return [value.id for value in work.search(words)]

    in_file, shared = both(pair, found)
    assert in_file == shared


def test_words_that_the_index_cannot_hold_are_found_alike(pair: tuple[Workspace, Workspace]) -> None:
    long = {"one": f"{'a' * 300}b c", "other": f"{'a' * 300}d c", "book": " ".join(f"x{n:060}" for n in range(17_000))}
    first, last = long["book"][:61], long["book"][-61:]

    def say(workspace: Workspace) -> object:
        with workspace.request("Say") as work:
            for number, (id_, words) in enumerate(long.items(), start=20):
                work.put(SourceParagraph(id=id_, source_id="record", number=number, words=words))
        asked = (
            "a" * 299,
            f"{'a' * 300}d",
            f"{'a' * 301}",
            last,
            f"{last[:-1]} {first}",
            "x1",
            f"c {first}",
            f"{first} {last}",
        )
        with workspace.look() as work:
            found = [[value.id for value in work.search(words)] for words in asked]
        workspace.undo()
        return found

    in_file, shared = both(pair, say)
    assert in_file == shared
    assert [len(found) for found in in_file] == [2, 1, 0, 1, 1, 0, 0, 1]  # type: ignore[attr-defined]


def test_everything_comes_back_in_the_order_in_which_it_was_kept(pair: tuple[Workspace, Workspace]) -> None:
    def read(workspace: Workspace) -> object:
        with workspace.look() as work:
            return [(kind, list(values.items())) for kind, values in everything(work).items()]

    in_file, shared = both(pair, read)
    assert in_file == shared


def test_a_dossier_is_the_same_from_both(pair: tuple[Workspace, Workspace]) -> None:
    def read(workspace: Workspace) -> object:
        with workspace.look() as work:
            dossier = work.dossier("round-3")
        return replace(dossier, calendars=())

    in_file, shared = both(pair, read)
    assert in_file == shared


def test_a_store_of_a_former_version_is_brought_up_to_date(server: Server, tmp_path: Path) -> None:
    address = server.new_database()
    assert shared_version(address) == 0
    migrate_shared(address)
    migrate_shared(address)
    assert shared_version(address) == SCHEMA_VERSION
    server.say("UPDATE alembic_version SET version_num = '0099'", database=address.database)
    with pytest.raises(MachineError, match="newer version"):
        shared_version(address)


def test_a_store_from_before_words_had_an_index_is_given_one(shared: Workspace, server: Server) -> None:
    def found() -> list[str]:
        with shared.look() as work:
            return [value.id for words in ("the", "引渡", "conclude extrad") for value in work.search(words)]

    database, before = shared.database.path.stem, found()
    server.say(
        "ALTER TABLE search DROP COLUMN words",
        "DROP FUNCTION words_of",
        "COMMENT ON TABLE alembic_version IS NULL",
        database=database,
    )
    assert migrate_shared(server.address(database)) == SCHEMA_VERSION
    assert found() == before


def test_a_store_from_when_words_were_counted_counts_no_more(shared: Workspace, server: Server) -> None:
    database = shared.database.path.stem
    server.say(
        "CREATE TABLE search_totals (texts bigint)",
        "CREATE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE; END'",
        "CREATE TRIGGER count_added AFTER INSERT ON search EXECUTE FUNCTION count_words()",
        "COMMENT ON TABLE alembic_version IS '2'",
        database=database,
    )
    migrate_shared(server.address(database))
    with shared.request("Rename") as work:
        work.put(replace(work.get(Topic, "crime"), title=in_english("Trafficking")))
    with shared.look() as work:
        assert [value.id for value in work.search("trafficking")] == ["crime"]
    assert server.say("SELECT count(*) FROM pg_class WHERE relname = 'search_totals'", database=database) == "0"


def test_a_database_of_another_program_is_left_alone(server: Server) -> None:
    address = server.new_database()
    server.say("CREATE TABLE theirs (id int)", database=address.database)
    with pytest.raises(MachineError, match="belongs to another program"):
        migrate_shared(address)
    assert server.say("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=address.database) == "1"


def test_looking_changes_nothing(shared: Workspace) -> None:
    with pytest.raises(UserError, match="You may look"), shared.look() as work:
        work.put(replace(work.get(Topic, "crime"), number=9))


def test_a_failed_request_leaves_nothing_behind(shared: Workspace) -> None:
    before = shared.history()
    with pytest.raises(ZeroDivisionError), shared.request("Change") as work:  # noqa: PT012
        work.put(replace(work.get(Topic, "crime"), title=in_english("Other")))
        raise ZeroDivisionError
    with shared.look() as work:
        assert work.get(Topic, "crime").title.words("en") != "Other"
    assert shared.history() == before


def test_who_waits_too_long_for_somebody_else_is_told(shared: Workspace, server: Server, tmp_path: Path) -> None:
    address = server.address(shared.database.path.stem)
    hurried = type(shared.database)(address, tmp_path / "x.store", patience_milliseconds=50)  # type: ignore[call-arg]
    with shared.request("Wait"), pytest.raises(MachineError, match="in use by somebody else"), hurried.work():
        pass
    hurried.close()


def test_a_server_that_was_away_is_reached_again(tmp_path: Path, shared: Workspace, server: Server) -> None:
    def number() -> int:
        with shared.look() as work:
            return work.get(Topic, "crime").number

    before = number()
    server.stop()
    try:
        with pytest.raises(MachineError, match="cannot be reached; nothing of this was stored"):
            number()
    finally:
        server.start()
    assert number() == before


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("postgresql+psycopg://anna:secret@server/dialogues", "postgresql://anna@server:5432/dialogues"),
        ("postgresql://server:6000/d", "postgresql://server:6000/d"),
        ("postgresql:///d?host=/run/postgresql", "postgresql:///d"),
    ],
)
def test_an_address_is_shown_without_its_password(words: str, shown: str) -> None:
    address = read_address(words)
    assert str(address) == shown
    assert "secret" not in repr(address)


@pytest.mark.parametrize(
    "words", ["postgresql:d", "postgresql://server", "postgresql://server:x/d", "postgresqlite://a/b"]
)
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="no address of a shared store"):
        read_address(words)


@pytest.mark.parametrize(
    ("server", "database", "shown"),
    [
        ("server.example", "dialogues", "postgresql://anna@server.example:5432/dialogues"),
        (" server.example:6000 ", "a b", "postgresql://anna@server.example:6000/a b"),
        ("", "dialogues", "postgresql://anna@/dialogues"),
        ("/run/postgresql", "dialogues", "postgresql://anna@/dialogues"),
        ("postgresql://bo@server/theirs?sslmode=verify-full", "", "postgresql://anna@server:5432/theirs"),
    ],
)
def test_what_a_form_asks_for_is_an_address(server: str, database: str, shown: str) -> None:
    address = made_address(server, database, "anna", "secret")
    assert (str(address), address.password) == (shown, "secret")
    assert made_address(address.server, address.database, address.user, "secret") == address


@pytest.mark.parametrize(
    ("server", "database", "field"),
    [
        ("server", " ", "database"),
        ("server:port", "d", "server"),
        ("a/b", "d", "server"),
        ("postgresql:x", "d", "store"),
    ],
)
def test_a_form_is_told_which_field_is_wrong(server: str, database: str, field: str) -> None:
    with pytest.raises(UserError) as told:
        made_address(server, database, "anna", "")
    assert told.value.field == field


def test_a_server_elsewhere_is_reached_encrypted() -> None:
    assert read_address("postgresql://server/d").parameters()["sslmode"] == "require"
    assert read_address("postgresql://server/d?sslmode=verify-full").parameters()["sslmode"] == "verify-full"
    assert "sslmode" not in read_address("postgresql://localhost/d").parameters()
