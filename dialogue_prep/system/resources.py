"""Where the files are that come with the program: beside the package in the source tree, else inside it."""

from __future__ import annotations

from pathlib import Path

from dialogue_prep.domain.errors import MachineError

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_file(name: str) -> Path:
    """Return the path of `resources/name`, a file or a folder such as `locale`; MachineError if it is missing."""
    return _find("resources", name)


def data_file(name: str) -> Path:
    """Return the path of `data/name`, the starter dialogue and presets; MachineError if it is missing."""
    return _find("data", name)


def guide_file(name: str) -> Path:
    """Return the path of `docs/guide/name`, a chapter or a picture of the guide; MachineError if it is missing."""
    return _find("docs/guide", name)


def _find(folder: str, name: str) -> Path:
    path = _folder(folder) / name
    if not path.exists():
        raise MachineError(
            "A file that comes with the program is missing: {path}. Please install the program again.", path=path
        )
    return path


def _folder(name: str) -> Path:
    # A wheel and a frozen build carry these folders inside the package. That place is looked at first: in an installed
    # program the folder beside the package is site-packages, where another program may have a folder of this name.
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
