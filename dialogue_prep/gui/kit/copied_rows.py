"""Rows of a table as the clipboard has them: plain text with tabs, and a table of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData


def copied_rows(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> QMimeData:
    """Return headings and rows for the clipboard; a line break or a tab within a cell is a space in plain text."""
    whole = [headings, *rows]
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in whole))
    head, *body = (
        "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in line)
        for line, tag in zip(whole, ("th", *["td"] * (len(whole) - 1)), strict=True)
    )
    lines = "".join(f"<tr>{line}</tr>" for line in body)
    data.setHtml(f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")
    return data
