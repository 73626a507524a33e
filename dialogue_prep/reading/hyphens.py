"""Words that a line end has cut in two are put together again, and the hyphens that belong to a word are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*")
_CUT = re.compile(r"(?P<before>[^\W\d_]+).$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_SOFT = ("\u00ad", "\x02")
_HYPHENS = ("-", "\u2010", *_SOFT)
# What ties two words without a space: a hyphen, a dash, a stroke.
_TIES = ("-", "\u2010", "\u2013", "\u2014", "/")
# No word is longer; a line that is nothing but letters need not be searched to its beginning.
_LONGEST = 60
_BY_CHANCE = 2


class Hyphens:
    """Knows the words of a text, and by them what a hyphen at a line end means."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        halves: list[tuple[str, str]] = []
        cut = ""
        for line in lines:
            words = [word.casefold() for word in _WORD.findall(line)]
            if cut and words:
                halves.append((cut, words[0]))
            # The halves of a word that may have been cut say nothing of what words there are.
            whole = words[bool(cut) :]
            cut = whole.pop() if whole and line.endswith(_HYPHENS) else ""
            self._known.update(whole)
        real = sum(f"{before}-{after}" in self._known for before, after in halves)
        made = sum(before + after in self._known for before, after in halves)
        # Where programs did not cut words, a hyphen at a line end is one that somebody typed.
        self._mostly_real = real > made + _BY_CHANCE

    def joined(self, lines: Sequence[str]) -> str:
        """Return the lines of one paragraph as one."""
        pieces = [lines[0]]
        for line in lines[1:]:
            pieces[-1], joint = self._joint(pieces[-1], line)
            pieces += joint, line
        return "".join(pieces)

    def _joint(self, before: str, line: str) -> tuple[str, str]:
        """Return how a line ends and what comes between it and the next."""
        last = before[-1:]
        if last and last in _HYPHENS and line[:1].islower():
            cut, after = _CUT.search(before[-_LONGEST:]), _GOES_ON.match(line[:_LONGEST])
            if cut and after:
                return before[:-1], "-" if self._belongs(cut["before"], last, after.group()) else ""
        if last in _SOFT:
            return before[:-1], ""
        if last in _TIES and before[-2:-1] != " ":
            return before, ""
        return before, "" if _WIDE.match(last) and _WIDE.match(line) else " "

    def _belongs(self, before: str, hyphen: str, after: str) -> bool:
        """Say whether the hyphen between two halves is part of the word: as it is written elsewhere in the text."""
        before, after = before.casefold(), after.casefold()
        if f"{before}-{after}" in self._known:
            return True
        if hyphen in _SOFT or before + after in self._known:
            return False
        return self._mostly_real or (before in self._known and after in self._known)
