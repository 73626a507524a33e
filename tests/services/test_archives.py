"""A store as an archive and back is the same store; an archive that is not one is refused and nothing is stored."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services import archives
from dialogue_prep.services.archives import export, take_in
from dialogue_prep.services.opening import Opening, open_to_read, open_to_write
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.system.folders import Folders
from dialogue_prep.system.guard_package import PackageLimits
from tests.conftest import Tally
from tests.invented import everything, made_store
from tests.invented_dialogue import invented_dialogue
from tests.server import Server, words_of

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a store with steps undone and redone, and its archive."""
    folder = tmp_path_factory.mktemp("made")
    made_store(folder / "a.store", invented_dialogue())
    opening = opened(folder / "a.store")
    with open_to_write(opening) as workspace:
        for number in (7, 8):
            with workspace.request("Number", visit="one visit") as work:
                work.put(replace(work.get(Topic, "crime"), number=number))
        with workspace.request("Remove") as work:
            work.remove_whole(work.find(Topic, number=2)[0])
        workspace.undo()
    export(opening, folder / "a.zip")
    return folder


def opened(store: Path) -> Opening:
    folder = store.parent / "user"
    return Opening(store=store, named=True, folders=Folders(data=folder, settings=folder, logs=folder))


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "a.zip", tmp_path / "a.zip"))


def contents(store: Path) -> Any:
    with open_to_read(opened(store)) as workspace, workspace.look() as work:
        return everything(work), workspace.history(limit=10**6), {value.id for value in work.search("water")}


@pytest.mark.parametrize("rounds", [1, pytest.param(10, marks=pytest.mark.torture)])
def test_there_and_back_is_the_same_store_and_the_same_bytes(
    made: Path, tmp_path: Path, rounds: int, tally: Tally
) -> None:
    first, before = (made / "a.zip").read_bytes(), contents(made / "a.store")
    archive, differing = made / "a.zip", 0
    for number in range(rounds):
        store = tmp_path / f"{number}.store"
        take_in(opened(store), archive)
        archive = tmp_path / f"{number}.zip"
        export(opened(store), archive)
        differing += archive.read_bytes() != first or contents(store) != before
    tally("S13 there and back", tries=rounds, lost=differing)
    assert differing == 0


def test_an_archive_never_takes_the_place_of_the_store(made: Path) -> None:
    before = contents(made / "a.store")
    with pytest.raises(UserError, match="is there already"):
        export(opened(made / "a.store"), made / "a.store")
    assert contents(made / "a.store") == before


def test_onto_a_server_and_back_gives_the_same_bytes(archive: Path, server: Server, tmp_path: Path) -> None:
    opening = opened(tmp_path / "b.store").elsewhere(words_of(server.new_database()))
    assert opening.server is not None
    assert take_in(opening, archive).place == opening.server
    export(opening, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == archive.read_bytes()
    with pytest.raises(UserError, match="is not empty"):
        take_in(opening, archive)
    with open_to_write(opening) as workspace:
        assert workspace.redo() is not None


def test_a_server_keeps_nothing_of_an_archive_that_contradicts_itself(
    archive: Path, server: Server, tmp_path: Path
) -> None:
    opening = opened(tmp_path / "b.store").elsewhere(words_of(server.new_database()))
    with pytest.raises(UserError, match="names another that is not in it"):
        take_in(opening, spoilt(archive, changed(TOPICS, lambda t: t[0].update(dialogue_id="nowhere"))))
    with open_to_read(opening) as workspace, workspace.look() as work:
        assert not any(everything(work).values())


def test_what_was_done_before_can_be_undone_after(archive: Path, tmp_path: Path) -> None:
    opening = opened(tmp_path / "new" / "b.store")
    take_in(opening, archive)
    with open_to_write(opening) as workspace:
        assert workspace.redo() is not None
        workspace.undo()
        workspace.undo()
        with workspace.look() as work:
            assert work.get(Topic, "crime").number == 1
            assert work.search("extradition")


def test_an_archive_is_files_that_any_program_reads(archive: Path) -> None:
    with zipfile.ZipFile(archive) as package:
        assert package.testzip() is None
        names = package.namelist()
        manifest = json.loads(package.read("manifest.json"))
        topics = json.loads(package.read("records/topic.json"))
        (template,) = json.loads(package.read("records/template.json"))
        assert template["content"]["file"] in names
        journal = json.loads(package.read("journal.json"))
    assert manifest["format_version"] == 1
    assert manifest["schema"] == SCHEMA_VERSION
    assert set(manifest["parts"]) == set(names) - {"manifest.json"}
    assert manifest["records"]["topic"] == len(topics)
    assert [step["label"] for step in journal][-2:] == ["Remove", "Remove"]
    assert all(entry.date_time[0] == 1980 for entry in package.infolist())


def test_the_format_is_described(archive: Path) -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "archive-format.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(archive) as package:
        keys = {*json.loads(package.read("manifest.json")), *json.loads(package.read("journal.json"))[0]}
        keys |= set(json.loads(package.read("journal.json"))[0]["changes"][0])
    assert [key for key in sorted(keys) if f"`{key}`" not in told] == []


def test_a_store_that_holds_something_is_left_alone(made: Path, archive: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(made / "a.store", tmp_path / "b.store"))
    before = store.read_bytes()
    with pytest.raises(UserError, match="is not empty; name a new one with --store"):
        take_in(opened(store), archive)
    assert store.read_bytes() == before


def test_an_empty_store_is_filled(archive: Path, tmp_path: Path) -> None:
    store = made_store(tmp_path / "b.store")
    assert take_in(opened(store), archive).records > 50
    assert contents(store)[1]


def changed(part: str, change: Callable[[Any], object]) -> Callable[[Parts], None]:
    """Return what changes the JSON of a part and makes the manifest say so."""

    def spoil(parts: Parts) -> None:
        content = json.loads(parts[part])
        change(content)
        parts[part] = json.dumps(content).encode()
        if part != "manifest.json":
            sign(parts, part)

    return spoil


def sign(parts: Parts, part: str) -> None:
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"][part] = sha256(parts[part]).hexdigest()
    parts["manifest.json"] = json.dumps(manifest).encode()


def put(part: str, content: bytes, *, signed: bool) -> Callable[[Parts], None]:
    def spoil(parts: Parts) -> None:
        parts[part] = content
        if signed:
            sign(parts, part)

    return spoil


TOPICS, STEPS = "records/topic.json", "journal.json"
SPOILT: list[tuple[Callable[[Parts], object], str]] = [
    (lambda parts: parts.pop("manifest.json"), "it is no archive of this program"),
    (changed("manifest.json", lambda m: m.update(format="another")), "it is no archive of this program"),
    (changed("manifest.json", lambda m: m.update(format_version=2)), "a newer version of this program"),
    (changed("manifest.json", lambda m: m.update(schema=SCHEMA_VERSION + 1)), "a newer version of this program"),
    (changed("manifest.json", lambda m: m.update(parts=None)), "is not what such an archive says"),
    (lambda parts: parts.pop(TOPICS), "a part of it is missing: records/topic.json"),
    (lambda parts: parts.pop(STEPS), "a part of it is missing: journal.json"),
    (put("files/more.exe", b"MZ", signed=False), "a part in it that its manifest does not name: files/more.exe"),
    (put("records/secret.json", b"[]", signed=True), "records of a kind that is not known"),
    (put(TOPICS, b"[]", signed=False), "was changed or damaged: records/topic.json"),
    (put(TOPICS, b"[" * 100_000, signed=True), "is not what such an archive says"),
    (put(TOPICS, b"\xff\xfe", signed=True), "is not what such an archive says"),
    (put(TOPICS, b"{}", signed=True), "a record in it names another that is not in it"),
    (changed(TOPICS, lambda t: t[0].update(number="one")), "is not what such an archive says"),
    (changed(TOPICS, lambda t: t[0].update(nonsense=1)), "has a field that is not known: nonsense"),
    (changed(TOPICS, lambda t: t[0].pop("number")), "is not what such an archive says"),
    (changed(TOPICS, lambda t: t.append(t[0])), "two records in it have one identifier"),
    (changed(TOPICS, lambda t: t[0].update(dialogue_id="nowhere")), "names another that is not in it"),
    (changed(TOPICS, lambda t: t[0].update({"title.en": ["agreed", "a\x00b"]})), "was not taken in"),
    (changed("records/draft.json", lambda d: d[0].update(snapshot={"file": "x"})), "is not what such an archive says"),
    (changed(STEPS, lambda s: s[0].update(at="yesterday")), "is not what such an archive says"),
    (changed(STEPS, lambda s: s[0].update(target=999)), "about another that is not in it"),
    (changed(STEPS, lambda s: s.append(s[0])), "have one number"),
    (changed(STEPS, lambda s: s[0]["changes"][0].update(kind="secret")), "is not what such an archive says"),
    (changed(STEPS, lambda s: s[0]["changes"][0].update(after={"id": 1})), "is not what such an archive says"),
]


@pytest.mark.parametrize(("spoil", "reason"), SPOILT)
def test_an_archive_that_is_not_what_it_should_be_is_refused(
    archive: Path, tmp_path: Path, spoil: Callable[[Parts], object], reason: str
) -> None:
    refused(spoilt(archive, spoil), tmp_path, reason)


def spoilt(archive: Path, spoil: Callable[[Parts], object]) -> Path:
    with zipfile.ZipFile(archive) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    spoil(parts)
    with zipfile.ZipFile(archive, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return archive


def refused(archive: Path, folder: Path, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as told:
        take_in(opened(folder / "new.store"), archive)
    assert str(told.value).count("\n") == 0
    assert not (folder / "new.store").exists()


def test_what_is_no_archive_or_half_of_one_is_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for content in (b"", b"Dear colleague,", whole[: len(whole) // 2], whole[:2000] + b"\x00" * 500 + whole[2500:]):
        archive.write_bytes(content)
        refused(archive, tmp_path, "it is damaged, or no archive of this program|was changed or damaged")
    with pytest.raises(MachineError, match="cannot be read: it is not there"):
        take_in(opened(tmp_path / "new.store"), tmp_path / "none.zip")


def test_a_zip_bomb_is_refused(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", b" " * 3_000_000)
    archive.write_bytes(bomb.getvalue())
    monkeypatch.setattr(archives, "_LIMITS", PackageLimits(part=1_000_000, package=2_000_000, parts=10))
    refused(archive, tmp_path, "too large once unpacked")
    with zipfile.ZipFile(archive, "w") as package:
        for number in range(11):
            package.writestr(f"files/{number}", b"")
    refused(archive, tmp_path, "too many parts")
