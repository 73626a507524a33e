"""What a library does to the import statement ends with the block in which it is imported."""

from __future__ import annotations

import builtins
import subprocess
import sys

import pytest

from dialogue_prep.system.imports import import_kept

_QT_IN_A_BLOCK = """
import builtins
from dialogue_prep.system.imports import import_kept

own = builtins.__import__
with import_kept():
    import PySide6.QtCore
    replaced = builtins.__import__ is not own
from PySide6.QtWidgets import QLabel
print(replaced, builtins.__import__ is own)
"""


def test_qt_does_not_keep_the_import_statement() -> None:
    ended = subprocess.run([sys.executable, "-c", _QT_IN_A_BLOCK], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["True", "True"], "Qt takes it, and it is given back"


def test_an_import_that_fails_gives_the_statement_back_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        monkeypatch.setattr(builtins, "__import__", print)
        raise ImportError("no such library")

    own = builtins.__import__
    with pytest.raises(ImportError, match="no such library"), import_kept():
        fail()
    assert builtins.__import__ is own
