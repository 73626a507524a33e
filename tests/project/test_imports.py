"""Modules import from the rings below only, and nothing that could open a network connection."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {"_socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "socketserver", "xmlrpc", "asyncio"}
# Only a module in which one of these words stands can import what they begin; only that is parsed.
SUSPECT = {name.split(".")[0] for name in NETWORK} | {"socket", "QtNetwork"}
# A second start asks the first one to come forward over a local socket; nothing else of QtNetwork is used.
ALLOWED_OF_QT_NETWORK = {"QLocalServer", "QLocalSocket"}


def test_the_import_contracts_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    ended = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_no_module_can_open_a_network_connection() -> None:
    modules = sorted((ROOT / "dialogue_prep").rglob("*.py"))
    suspected = [path for path in modules if any(word in path.read_text(encoding="utf-8") for word in SUSPECT)]
    assert suspected, "the words are looked for in the right place"
    assert {str(path): offences for path in suspected if (offences := reach(path))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import ssl",
        "from urllib.request import urlopen",
        "from socket import create_connection",
        "import socket\nsocket.socket()",
        "from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_what_could_is_seen(source: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert reach(module)


def reach(path: Path) -> set[str]:
    """Return what a module imports or uses that can reach the network."""
    imported: set[str] = set()
    offences: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket":
            offences |= {f"socket.{node.attr}"} - {"socket.gethostname"}
        elif isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
            offences |= {alias.name for alias in node.names} - ALLOWED_OF_QT_NETWORK
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    offences |= {name for name in imported for bad in NETWORK if name == bad or name.startswith(f"{bad}.")}
    return offences | {name for name in imported if name.startswith(("PySide6.QtNetwork", "socket."))}
