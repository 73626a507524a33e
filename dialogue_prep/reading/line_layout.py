"""The layout of sources line by line, by the rules of a language: headings, items, prose, the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dialogue_prep.reading.layout import Block, BlockKind, Layout, last_words, led_in_to
from dialogue_prep.reading.running import RunningText


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRules:
    """What the lines of a language look like.

    `marks` are the marks before an item, by kind (“bullet”, “digit” ...); those of `numbers_headings` stand before
    headings too, and `number` reads the number in one. `is_short` says whether a line without its mark may be a
    heading, `begins_body` whether a line is no longer part of the head, `weight` how well a line of the head names
    the source, `runs_on` whether a line goes on in the next one.
    """

    marks: tuple[tuple[str, re.Pattern[str]], ...]
    numbers_headings: frozenset[str]
    number: Callable[[str], int | None]
    is_short: Callable[[str], bool]
    begins_body: Callable[[str], bool]
    weight: Callable[[str], int]
    runs_on: Callable[[str, str], bool]


_WORD = re.compile(r"\w+")
_ONLY_MARKS = re.compile(r"[\W\d_]{0,6}")


def lay_out_lines(text: RunningText, rules: LineRules) -> Layout:
    """Return the blocks of a source; page numbers are blanked out."""
    parts = []
    for start, paragraph in zip(text.starts, text.paragraphs, strict=True):
        part = text.plain[start : start + len(paragraph)]
        parts.append(" " * len(part) if _ONLY_MARKS.fullmatch(part) else part)
    plain = "\n".join(parts)
    lines = [
        _line(start, start + len(part), part, rules)
        for start, part in zip(text.starts, parts, strict=True)
        if part.strip()
    ]
    lines = _with_headings(plain, lines, rules)
    return Layout(text, plain, tuple(_joined(plain, _titled(plain, lines, rules), rules)))


def _line(start: int, end: int, line: str, rules: LineRules) -> Block:
    for kind, pattern in rules.marks:
        mark = pattern.match(line)
        if mark is not None:
            return Block(BlockKind.ITEM, start + mark.end(), end, kind)
    return Block(BlockKind.PROSE, start, end)


def _with_headings(plain: str, lines: list[Block], rules: LineRules) -> list[Block]:
    """Tell headings from prose and from the items of a list: a numbered one stands alone above its text."""
    found: list[Block] = []
    numbers = {line: _number(plain, line, rules) for line in lines}

    def next_to(before: Block, after: Block) -> bool:
        first, second = numbers[before], numbers[after]
        return before.marker == after.marker and first is not None and second == first + 1

    listed = led_in_to(plain, lines, [numbers[line] is not None for line in lines], next_to)
    for at, line in enumerate(lines):
        short = rules.is_short(plain[line.start : line.end].strip())
        if line.kind is BlockKind.PROSE:
            found.append(replace(line, kind=BlockKind.HEADING) if short else line)
            continue
        follows = lines[at + 1].marker if at + 1 < len(lines) else line.marker
        in_list = (
            listed[at]
            or follows == line.marker
            or (
                at > 0
                and found[-1].kind is BlockKind.ITEM
                and lines[at - 1].marker == line.marker
                and (numbers[line] in (None, numbers[lines[at - 1]]) or next_to(lines[at - 1], line))
                and _alike(plain, lines, at)
            )
        )
        heads = short and line.marker in rules.numbers_headings and not in_list
        found.append(replace(line, kind=BlockKind.HEADING) if heads else line)
    return found


def _number(plain: str, line: Block, rules: LineRules) -> int | None:
    """Return the number in the mark before a line; None where it has none or, as “1.2” has, more than one."""
    said = _WORD.findall(plain, plain.rfind("\n", 0, line.start) + 1, line.start)
    return rules.number(said[0]) if len(said) == 1 else None


def _alike(plain: str, lines: list[Block], at: int) -> bool:
    """Say whether the line before is as short as this one: both are items of one list."""
    before, here = lines[at - 1], lines[at]
    return before.end - before.start <= 2 * (here.end - here.start) and plain[before.end - 1].isalnum()


def _titled(plain: str, lines: list[Block], rules: LineRules) -> list[Block]:
    """Make a title of the line of the head that names the source best."""
    words = [plain[line.start : line.end].strip() for line in lines]
    head = next(
        (at for at, line in enumerate(lines) if line.kind is BlockKind.ITEM or rules.begins_body(words[at])), len(lines)
    )
    best = max(range(max(head, 1)), key=lambda at: (rules.weight(words[at]), -at), default=0) if lines else 0
    return [replace(line, kind=BlockKind.TITLE) if at == best else line for at, line in enumerate(lines)]


def _joined(plain: str, lines: list[Block], rules: LineRules) -> Iterator[Block]:
    """Join what a page break or a hard line end has cut in two."""
    open_block: Block | None = None
    for line in lines:
        if (
            open_block is not None
            and open_block.kind in (BlockKind.PROSE, BlockKind.ITEM)
            and line.kind is BlockKind.PROSE
            and rules.runs_on(last_words(plain, open_block), plain[line.start : line.end].lstrip())
        ):
            open_block = replace(open_block, end=line.end)
            continue
        if open_block is not None:
            yield open_block
        open_block = line
    if open_block is not None:
        yield open_block
