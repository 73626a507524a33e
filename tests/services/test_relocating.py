"""A store is moved whole: its records, its keys and its backups, or it stays where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services import relocating
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.services.relocating import relocate
from dialogue_prep.system.folders import Folders
from tests.invented import NOON, made_store
from tests.invented_dialogue import invented_dialogue


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    folders = Folders(data=tmp_path / "data", settings=tmp_path / "settings", logs=tmp_path / "logs")
    store = made_store(tmp_path / "Dropbox" / "a.store", invented_dialogue())
    return Opening(store=store, named=True, folders=folders)


def at(opening: Opening, store: Path) -> Opening:
    return Opening(store=store, named=True, folders=opening.folders)


def test_a_store_is_moved_with_its_backups(opening: Opening, tmp_path: Path) -> None:
    Backups(opening, lambda: NOON).make()
    target = tmp_path / "mine" / "b.store"
    relocate(opening, target, NOON)
    assert not opening.store.exists()
    moved = at(opening, target)
    with open_to_read(moved) as workspace, workspace.look() as work:
        assert all(work.look_up(type(one), one.id) == one for one in invented_dialogue())
    assert Backups(opening).all() == ()
    (kept,) = Backups(moved).all()
    assert kept.intact
    assert kept.at == NOON


def test_what_is_at_the_target_is_not_overwritten(opening: Opening, tmp_path: Path) -> None:
    target = tmp_path / "b.store"
    target.write_text("another")
    with pytest.raises(UserError, match="is there already"):
        relocate(opening, target, NOON)
    assert target.read_text() == "another"
    assert opening.store.exists()


def test_a_move_that_fails_leaves_the_store_where_it_was(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        raise MachineError("{path} could not be written: no room.", path=path)

    monkeypatch.setattr(relocating, "write_whole", full)
    target = tmp_path / "mine" / "b.store"
    with pytest.raises(MachineError, match="no room"):
        relocate(opening, target, NOON)
    assert opening.store.exists()
    assert not target.exists()
