"""What SQLite raises of a file that is damaged, locked or no store."""

from __future__ import annotations

import sqlite3

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""SQLite tells of damage in words of the damaged file, and Python fails to read such words where they are no text."""
