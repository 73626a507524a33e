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
    steps = etree.iterwalk(root, events=(START, END))
    left_out = None
    for event, element in steps:
        if event == START and element is not root and leaves_out(element):
            steps.skip_subtree()  # its end comes next
            left_out = element
        elif element is left_out:
            yield LEFT_OUT, element
        else:
            yield event, element
