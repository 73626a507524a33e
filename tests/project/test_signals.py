"""PySide6 6.12 on Python 3.11 loses a reference whenever a signal is emitted, until the process ends: ours does not."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal()

bell = Bell()
heard = []
bell.rang.connect(lambda: heard.append(None))
for _ in range(20_000):
    bell.rang.emit()
print(len(heard))
"""


def test_a_process_survives_twenty_thousand_signals() -> None:
    ended = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=100, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "20000"), ended.stderr
