"""The zip file around the parts of a Word file: the same parts in the same order, with the same dates, each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""What an XML part begins with."""

# The first moment a zip file can name; when a paper was written is in its properties.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(saved: BytesIO, instead: Mapping[str, bytes]) -> bytes:
    """Return a saved package packed again, with these parts (by name in the zip) in place of those that are in it."""
    with ZipFile(saved) as before:
        names = before.namelist()
        return zipped((name, instead[name] if name in instead else before.read(name)) for name in names)


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return parts, each with its name, as a package."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, part in parts:
            entry = ZipInfo(name, date_time=_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, part)
    return target.getvalue()
