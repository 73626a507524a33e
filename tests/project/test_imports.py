"""Modules import from the rings below only, and nothing that could open a network connection."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {"_socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "socketserver", "xmlrpc", "asyncio"}
# A second start asks the first one to come forward over a local socket; nothing else of QtNetwork is used.
ALLOWED_OF_QT_NETWORK = {"QLocalServer", "QLocalSocket"}


def test_the_import_contracts_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    ended = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "dialogue_prep").rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_can_open_a_network_connection(path: Path) -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket":
            assert node.attr == "gethostname"
        elif isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
            assert {alias.name for alias in node.names} <= ALLOWED_OF_QT_NETWORK
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    assert {name for name in imported for bad in NETWORK if name == bad or name.startswith(f"{bad}.")} == set()
    assert not {name for name in imported if name.startswith(("PySide6.QtNetwork", "socket."))}
