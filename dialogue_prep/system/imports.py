"""The import statement stays Python's own, whatever a library puts in its place."""

from __future__ import annotations

import builtins
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def import_kept() -> Generator[None, None, None]:
    """Give the import statement back to Python at the end of the block, in which a library is imported.

    PySide6 puts a function of its own there. It reads the source of every module that is imported from then on, to see
    whether that asks for a feature of PySide6 which nothing here uses: a tenth of the time until one can work.
    """
    own = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = own
