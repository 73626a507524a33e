"""Folders that other machines write too: those of services that keep folders in step, and disks of the network."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PureWindowsPath

# How the names of folders begin that a service keeps in step, in small letters, and whose they are.
_SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drivefs": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
    "cloudstorage": "a service that keeps it in step",
}
# What such a service leaves in the topmost folder.
_MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "ownCloud", ".sync": "Resilio Sync"}
_NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|afpfs|ncpfs|davfs\d?|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|gvfsd.*))"
)
_REMOTE_DRIVE = 4
NETWORK = "the network"


def shared_by(path: Path) -> str | None:
    """Return whose folder a file is in that other machines write too; None for one of this machine alone."""
    path = path.absolute()
    resolved = path.resolve()
    named = service_named(path) or service_named(resolved)
    return (
        named or _marked(resolved) or (NETWORK if on_network(resolved, _mounts()) or _remote_drive(resolved) else None)
    )


def service_named(path: PurePath) -> str | None:
    """Return which service a path names: each of its folders, or the machine of a Windows network path."""
    if isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\") and not path.drive.startswith("\\\\?\\"):
        return NETWORK
    for part in path.parent.parts:
        small = part.casefold()
        for beginning, service in _SERVICES.items():
            if small == beginning or re.match(re.escape(beginning) + r"(drive)?[ (_-]", small):
                return service
            if small == f"{beginning}drive":
                return service
    return None


def on_network(path: PurePath, mounts: Mapping[str, str]) -> bool:
    """Say whether a path is on a disk of the network; `mounts` gives the kind of file system by folder."""
    above = [parent.as_posix() for parent in path.parents]
    kind = next((mounts[folder] for folder in above if folder in mounts), "")
    return bool(_NETWORK.fullmatch(kind))


def read_mounts(lines: Iterable[str]) -> dict[str, str]:
    """Return the kinds of file systems by folder, of lines as Linux has them in /proc/mounts."""
    fields = [line.split() for line in lines]
    return {_unescaped(one[1]): one[2] for one in fields if len(one) > 2}


def _mounts() -> dict[str, str]:
    try:
        return read_mounts(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines())
    except OSError:  # another system, or it may not be read
        return {}


def _unescaped(folder: str) -> str:
    """Return a folder as it is named: blanks and the like are written there as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), folder)


def _marked(path: Path) -> str | None:
    found = (service for folder in path.parents for mark, service in _MARKS.items() if (folder / mark).exists())
    return next(found, None)


def _remote_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor)) == _REMOTE_DRIVE
