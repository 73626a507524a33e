"""Days as the language of the window writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it, without the day of the week."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
