"""The names in Word files that more than one module of templates looks for."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml knows it."""
    return f"{{{MAIN}}}{name}"


def each_of(names: str) -> tuple[str, ...]:
    """Return several names of WordprocessingML, given with spaces between them."""
    return tuple(w(name) for name in names.split())


def r(name: str) -> str:
    """Return the name of an attribute that refers to another part of the file."""
    return f"{{{OFFICE}}}{name}"


def mc(name: str) -> str:
    """Return a name of the markup by which newer and older programs share one file."""
    return f"{{{COMPATIBILITY}}}{name}"
