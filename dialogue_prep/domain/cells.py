"""Words in the cells of a table that a spreadsheet will open: they must stay words."""

from __future__ import annotations

# A spreadsheet takes what begins so for a formula or a command, also in its wide form, also after blanks.
_TRIGGERS = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
_MARK = "'"


def harmless(words: str) -> str:
    """Return words as a cell of a CSV file can have them: with an apostrophe before what would be a formula."""
    return _MARK + words if is_trigger(words.lstrip(_MARK)) else words


def as_meant(words: str) -> str:
    """Return the words of a cell of a CSV file without that apostrophe; the reverse of `harmless`."""
    return words[1:] if words.startswith(_MARK) and is_trigger(words.lstrip(_MARK)) else words


def is_trigger(words: str) -> bool:
    """Say whether a spreadsheet could take words for more than words."""
    return words.startswith(_TRIGGERS) or words.lstrip().startswith(_TRIGGERS)
