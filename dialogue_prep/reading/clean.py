"""Cleaning of what a file holds: paragraphs become the non-empty lines that people see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dialogue_prep.domain.text import REFUSED, clean

# Characters that take no room: zero-width spaces and joiners, soft hyphens, byte order marks.
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\u00ad\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\n|\r|\u2028|\u2029|\x0b|\x0c|\x85")
# Signs by which a page sets others: letters drawn as one, and the roots by which dictionaries are sorted.
_SET = "".join(map(chr, (*range(0xFB00, 0xFB07), 0x2E9F, 0x2EF3, *range(0x2F00, 0x2FD6))))
_MEANT = str.maketrans({sign: unicodedata.normalize("NFKC", sign) for sign in _SET})
# Overrides of the writing direction can make a text read otherwise than it is; they are shown by name.
_DIRECTIONS = {
    "\u202a": "[LRE]",
    "\u202b": "[RLE]",
    "\u202c": "[PDF]",
    "\u202d": "[LRO]",
    "\u202e": "[RLO]",
    "\u2066": "[LRI]",
    "\u2067": "[RLI]",
    "\u2068": "[FSI]",
    "\u2069": "[PDI]",
}
_DIRECTION = re.compile("[" + "".join(_DIRECTIONS) + "]")


def clean_paragraphs(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the non-empty lines: composed (NFC), plain single spaces, nothing invisible, directions made visible.

    Letters that are drawn as one are as many again, and a radical of a dictionary is the sign that it stands for.
    """
    lines = (line for paragraph in paragraphs for line in _BREAKS.split(paragraph.replace("\r\n", "\n")))
    return tuple(words for line in lines if (words := _clean_line(line)))


def _clean_line(line: str) -> str:
    # What is invisible goes first: signs that it kept apart are composed then.
    words = _INVISIBLE.sub("", REFUSED.sub("", line))
    words = clean(words if words.isascii() else words.translate(_MEANT))
    words = _DIRECTION.sub(lambda match: _DIRECTIONS[match.group()], words)
    return _SPACES.sub(" ", words).strip()
