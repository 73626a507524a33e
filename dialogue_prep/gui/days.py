"""Days as the language of the window writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it, without the day of the week."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def short_day(day: date, language: str) -> str:
    """Return a day as the language writes it where there is little room, without the year."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMM")


def weekday_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it, with the day of the week."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "ddd d MMMM yyyy")
