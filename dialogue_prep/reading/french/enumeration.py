"""Lists within a French sentence: “A, B et C” and “A ; B ; et C” with the place of each part."""

from __future__ import annotations

import re

_SEMICOLON = re.compile(r"\s?;\s(?:et\s|ainsi\sque\s)?")
_COMMA = re.compile(r",\s(?:et\s|ainsi\sque\s)?")
_LAST = re.compile(r"\s(?:et|ainsi\sque)\s(?=(?:la\s|le\s|les\s|l'|sur\s|des\s|de\sla\s|du\s|aux?\s|à\s))")
_TAIL = re.compile(r"[\s,;:.]+$")


def listed(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the parts of a list; semicolons part where there are any, else commas and the last “et”."""
    edges = [match.span() for match in _SEMICOLON.finditer(plain, start, end)]
    if not edges:
        edges = [match.span() for match in _COMMA.finditer(plain, start, end)]
        last = edges[-1][1] if edges else start
        closed = bool(edges) and plain[slice(*edges[-1])].strip(" ,") in ("et", "ainsi que")
        if not closed and (ands := list(_LAST.finditer(plain, last, end))):
            edges.append(ands[-1].span())
    begins, stops = [start, *(edge[1] for edge in edges)], [*(edge[0] for edge in edges), end]
    parts = []
    for begin, stop in zip(begins, stops, strict=True):
        kept = _TAIL.sub("", plain[begin:stop])
        lead = len(kept) - len(kept.lstrip())
        if kept.strip():
            parts.append((begin + lead, begin + len(kept)))
    return parts
