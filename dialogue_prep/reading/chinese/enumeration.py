"""Lists within a Chinese sentence: “甲、乙和丙” and “甲；乙；丙” with the place of each part."""

from __future__ import annotations

import re

_TAIL = re.compile(r"(?:等(?:议题|问题|领域|方面|事项)?|[\s，；。：、])+$")


def listed(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the parts of a list; after 、 the last 和 joins the last part."""
    part = plain[start:end]
    mark = "；" if "；" in part else "、" if "、" in part else ""
    edges = [match.span() for match in re.finditer(f"{mark}(?:和|以及|及)?", part)] if mark else []
    if mark != "；":
        last = edges[-1][1] if edges else 0
        joint = [match.span() for match in re.finditer(r"和(?!平|谐)|以及|及(?!其|时)", part[last:])]
        if joint:
            edges.append((last + joint[-1][0], last + joint[-1][1]))
    begins, stops = [0, *(edge[1] for edge in edges)], [*(edge[0] for edge in edges), len(part)]
    found = []
    for begin, stop in zip(begins, stops, strict=True):
        kept = _TAIL.sub("", part[begin:stop])
        lead = len(kept) - len(kept.lstrip())
        if kept.strip():
            found.append((start + begin + lead, start + begin + len(kept)))
    return found
