"""A walk through a tree that needs no recursion, however deep the tree is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

START: Final = "start"
END: Final = "end"
LEFT_OUT: Final = "left out"


def walk(root: etree._Element, leaves_out: Callable[[etree._Element], bool]) -> Iterator[tuple[str, etree._Element]]:
    """Yield START and END of a root and of every element under it, and LEFT_OUT for one that is not gone into.

    The words after an element (its tail) belong to the one above it, also where the element is left out.
    """
    yield START, root
    above = [(root, root.iterchildren())]
    while above:
        element, children = above[-1]
        child = next(children, None)
        if child is None:
            above.pop()
            yield END, element
        elif not isinstance(child.tag, str) or leaves_out(child):
            yield LEFT_OUT, child
        else:
            yield START, child
            above.append((child, child.iterchildren()))
