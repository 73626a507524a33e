"""Lists within a sentence: “A, B and C” and “A; B; and C” with the place of each part."""

from __future__ import annotations

import re

_EXAMPLES = re.compile(r",?\s(?:such as|including|in particular|particularly|for example|e\.g\.)\s")
_LEAD = re.compile(r"(?:and\s|the\s+|as\swell\sas\s|both\s|on\s|also\s)+", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;.]+$")


def listed(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the parts of a list; semicolons part where there are any, else commas and “and”."""
    part = plain[start:end]
    if ";" in part:
        edges = [match.span() for match in re.finditer(r";\s*(?:and\s+)?", part)]
    else:
        edges = [
            match.span()
            for match in re.finditer(r",\s+(?:and\s+|as\swell\sas\s+)?|,?\s+as\swell\sas\s+|\s+and\s+", part)
        ]
        commas = [edge for edge in edges if part[edge[0]] == ","]
        # In “A, B and C and D” only the last “and” joins the list; the others stand within a part.
        ands = [edge for edge in edges if part[edge[0]] != ","]
        # Behind “, and” stands the last part: “Coal, and Oil and Gas” are two.
        closed = bool(commas) and part[slice(*commas[-1])].split()[-1:] == ["and"]
        open_end = bool(ands) and not closed and (not commas or ands[-1][0] > commas[-1][1])
        edges = sorted([*commas, *(ands[-1:] if open_end else [])])
        if not commas:
            edges = ands[-1:] if len(ands) == 1 else ands
    begins = [0, *(edge[1] for edge in edges)]
    stops = [*(edge[0] for edge in edges), len(part)]
    found = []
    for begin, stop in zip(begins, stops, strict=True):
        lead = _LEAD.match(part, begin, stop)
        first = lead.end() if lead else begin
        tail = _TAIL.search(part[first:stop])
        last = first + tail.start() if tail else stop
        if last > first:
            found.append((start + first, start + last))
    return found


def without_examples(plain: str, start: int, end: int) -> int:
    """Return the end of a stretch without the examples that “such as” or “including” adds to it."""
    match = _EXAMPLES.search(plain, start, end)
    return match.start() if match and match.start() > start else end
