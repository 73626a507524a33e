"""A folder that another machine writes too is known by its name, its marks or its disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from dialogue_prep.services.opening import Opening, warning_of_place
from dialogue_prep.system import synced_folders
from dialogue_prep.system.folders import Folders
from dialogue_prep.system.synced_folders import NETWORK, on_network, read_mounts, service_named, shared_by
from tests.conftest import Tally

MOUNTS = read_mounts(
    [
        "/dev/sda2 / ext4 rw,relatime 0 0",
        "server:/home /home/shared nfs4 rw 0 0",
        r"//server/papers /mnt/our\040papers cifs rw 0 0",
        "ada@host: /home/ada/far fuse.sshfs rw 0 0",
        "proc /proc proc rw 0 0",
        "broken",
    ]
)
PATHS = [
    (PureWindowsPath(r"D:\Staff\ada\OneDrive\a.store"), "OneDrive"),
    (PureWindowsPath(r"D:\Staff\ada\OneDrive - Ministry of Rivers\Papers\a.store"), "OneDrive"),
    (PurePosixPath("/home/ada/Dropbox/a.store"), "Dropbox"),
    (PurePosixPath("/Users/ada/Dropbox (Ministry)/a.store"), "Dropbox"),
    (PurePosixPath("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/a.store"), "iCloud"),
    (PureWindowsPath(r"D:\Staff\ada\iCloudDrive\a.store"), "iCloud"),
    (PurePosixPath("/Users/ada/Library/CloudStorage/GoogleDrive-ada@example/My Drive/a.store"), "a service that"),
    (PureWindowsPath(r"G:\My Drive\a.store"), "Google Drive"),
    (PureWindowsPath(r"\\server\share\a.store"), NETWORK),
    (PurePosixPath("/home/shared/ada/a.store"), NETWORK),
    (PurePosixPath("/mnt/our papers/a.store"), NETWORK),
    (PurePosixPath("/home/ada/far/away/a.store"), NETWORK),
]
OF_THIS_MACHINE = [
    PureWindowsPath(r"D:\Staff\ada\AppData\Local\dialogue-prep\a.store"),
    PureWindowsPath("\\\\?\\D:\\Staff\\ada\\a.store"),
    PurePosixPath("/home/ada/dropboxes/a.store"),
    PurePosixPath("/home/ada/papers/OneDrive"),
    PurePosixPath("/home/sharedwork/a.store"),
    PurePosixPath("/home/ada/a.store"),
]


def test_twelve_folders_of_several_machines_are_known(tally: Tally) -> None:
    found = [service_named(path) or (NETWORK if on_network(path, MOUNTS) else "") for path, _whose in PATHS]
    missed = [str(path) for (path, whose), said in zip(PATHS, found, strict=True) if not said.startswith(whose)]
    tally("S4 synced or remote folders known", tries=len(PATHS), lost=len(missed))
    assert len(PATHS) == 12
    assert missed == []


@pytest.mark.parametrize("path", OF_THIS_MACHINE, ids=str)
def test_a_folder_of_this_machine_is_no_matter(path: PurePosixPath | PureWindowsPath) -> None:
    assert service_named(path) is None
    assert not on_network(path, MOUNTS)


def test_a_folder_is_known_by_what_a_service_leaves_there(tmp_path: Path) -> None:
    (tmp_path / "kept" / "below").mkdir(parents=True)
    store = tmp_path / "kept" / "below" / "a.store"
    assert shared_by(store) is None
    (tmp_path / "kept" / ".stfolder").mkdir()
    assert shared_by(store) == "Syncthing"


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    assert shared_by(tmp_path / "link" / "a.store") == "Dropbox"


def test_the_warning_names_folder_service_and_where_to_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = Folders(data=tmp_path / "data", settings=tmp_path / "settings", logs=tmp_path / "logs")
    opening = Opening(store=tmp_path / "a.store", named=True, folders=folders)
    assert warning_of_place(opening) is None
    monkeypatch.setattr(synced_folders, "_mounts", lambda: {str(tmp_path): "nfs"})
    warning = warning_of_place(opening)
    assert warning is not None
    told = warning.read()
    assert told.startswith(f"{opening.store} lies in a folder of the network: ")
    assert told.endswith(f"such as {folders.data}.")
