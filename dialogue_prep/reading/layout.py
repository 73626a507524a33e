"""The layout of a source: which of its lines are prose, items of a list, headings, or left over from a web page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from dialogue_prep.reading import states
from dialogue_prep.reading.capitals import recast
from dialogue_prep.reading.english import MONTHS, RECORDS, SERIES_WORD
from dialogue_prep.reading.running import RunningText


class BlockKind(Enum):
    """What a stretch of a source is."""

    RESIDUE = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the running text that is read as one: its offsets, and for an item its marker."""

    kind: BlockKind
    start: int
    end: int
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a source in order, and its text with page numbers blanked out (the same length)."""

    text: RunningText
    plain: str
    blocks: tuple[Block, ...]

    def title(self) -> Block | None:
        """Return the line that names the source."""
        return next((block for block in self.blocks if block.kind is BlockKind.TITLE), None)

    def words(self, block: Block) -> str:
        """Return the plain words of a block."""
        return self.plain[block.start : block.end]


def last_words(plain: str, block: Block) -> str:
    """Return the end of a block: enough to tell whether it goes on, however many lines it has grown by already."""
    return plain[max(block.start, block.end - _END_OF_A_BLOCK) : block.end].rstrip()


_BULLET = re.compile(r"(?:[-–—•▪●◦■·*►➢]|o(?=\s))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}\.?)|\(?(?P<digits>\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_ROMAN = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)]\s+\S")
_INNER_BULLET = re.compile(r"(?<=\s)[•▪●◦]\s+(?=\S)")
_INNER_ROUND = re.compile(r"(?<=[\s.;,])o\s(?=\S)")
_ONLY_MARKS = re.compile(r"[\W\d_]{0,6}")
_WORD = re.compile(r"[\w'’&.-]+")
_OPEN_END = re.compile(r"[\w,’')\]-]$")
_RECORD = re.compile(r"\b(?:" + "|".join(map(re.escape, (*RECORDS, "terms of reference"))) + r")\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b")
_CONNECTIVE = re.compile(
    r"\b(?:a|an|and|as|at|between|by|for|from|in|into|of|on|or|our|that|the|their|to|under|which|will|with)$"
)
_LEADS_IN = (":", "：")
_LINE_THAT_RUNS_ON = 60
_HEADING_WORDS = 14
_SHORT_HEADING = 6
_BODY_WORDS = 15
_RESIDUE_WORDS = 4
_END_OF_A_BLOCK = 1000


def lay_out(text: RunningText) -> Layout:
    """Return the blocks of a source."""
    plain = recast(_without_page_numbers(text))
    round_bullets = any(paragraph.startswith("o ") for paragraph in text.paragraphs)
    lines = [line for line in _lines(text, plain, round_bullets=round_bullets) if plain[line.start : line.end].strip()]
    return Layout(text, plain, tuple(_joined(plain, _named(plain, _with_numbered_headings(plain, lines)))))


def _without_page_numbers(text: RunningText) -> str:
    parts = []
    for start, paragraph in zip(text.starts, text.paragraphs, strict=True):
        part = text.plain[start : start + len(paragraph)]
        parts.append(" " * len(part) if _ONLY_MARKS.fullmatch(part) else part)
    return "\n".join(parts)


def _lines(text: RunningText, plain: str, *, round_bullets: bool) -> Iterator[Block]:
    for first, paragraph in zip(text.starts, text.paragraphs, strict=True):
        line = plain[first : first + len(paragraph)]
        cuts = [match.start() for match in _INNER_BULLET.finditer(line)]
        if round_bullets:
            cuts += [match.start() for match in _INNER_ROUND.finditer(line) if match.start()]
        edges = [0, *sorted(cuts), len(line)]
        for start, end in pairwise(edges):
            yield _line(first + start, first + end, line[start:end])


def _line(start: int, end: int, line: str) -> Block:
    bullet = _BULLET.match(line)
    if bullet:
        return Block(BlockKind.ITEM, start + bullet.end(), end, "•")
    number = _NUMBER.match(line)
    if number:
        return Block(BlockKind.ITEM, start + number.end(), end, number["decimal"] or number["digits"])
    return Block(BlockKind.HEADING if is_heading(line) else BlockKind.PROSE, start, end)


def is_heading(line: str) -> bool:
    """Say whether a line reads as a heading: short, without a full stop, in capitals or numbered or titled."""
    line = line.strip()
    words = _WORD.findall(line)
    if not words or len(words) > _HEADING_WORDS + 6 or line[-1] in ".;:,!?":
        return False
    if _ROMAN.match(line):
        return len(words) <= _HEADING_WORDS
    long_words = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    return line[0].isupper() and capitals >= 0.6 * len(long_words)


def _with_numbered_headings(plain: str, lines: list[Block]) -> list[Block]:
    """Tell “2. Mandate” above a text from an item of a list: what follows it is no further number.

    The last item of a list is none either where words that end with a colon led in to the list.
    """
    numbered = [line.kind is BlockKind.ITEM and line.marker[:1].isdigit() for line in lines]
    listed = led_in_to(plain, lines, numbered, _numbers_next)
    last = len(lines) - 1
    return [
        replace(line, kind=BlockKind.HEADING)
        if numbered[at]
        and not listed[at]
        and at < last
        and (not numbered[at + 1] or lines[at + 1].marker.startswith(f"{line.marker}."))
        and _is_short_heading(plain[line.start : line.end])
        else line
        for at, line in enumerate(lines)
    ]


def led_in_to(
    plain: str, lines: list[Block], numbered: list[bool], next_to: Callable[[Block, Block], bool]
) -> list[bool]:
    """Return which lines go on with a numbered list, directly and by the next number, that a colon led in to.

    `next_to` says whether the second of two numbered lines has the number next to that of the first.
    """
    found, led_in = [False] * len(lines), False
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        if numbered[at - 1]:
            found[at] = led_in = led_in and numbered[at] and next_to(before, line)
        else:
            led_in = numbered[at] and plain[before.start : before.end].rstrip().endswith(_LEADS_IN)
    return found


def _numbers_next(before: Block, after: Block) -> bool:
    first, second = before.marker, after.marker
    return first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1


def _is_short_heading(words: str) -> bool:
    words = words.strip()
    return words[:1].isupper() and words[-1:] not in ".;:,!?" and len(words.split()) <= _SHORT_HEADING


def _named(plain: str, lines: list[Block]) -> list[Block]:
    """Tell the title, the title said twice and what a web page left behind from the headings that they look like."""
    head = next((at for at, line in enumerate(lines) if _begins_body(plain, line)), len(lines))
    if not lines:
        return lines
    best = max(range(max(head, 1)), key=lambda i: (_weight(plain, lines[i]), -i), default=0)
    title = " ".join(plain[lines[best].start : lines[best].end].split()).casefold()
    return [
        replace(line, kind=BlockKind.TITLE)
        if index == best
        else replace(line, kind=BlockKind.RESIDUE)
        if index < head and _is_left_over(line.kind, " ".join(plain[line.start : line.end].split()), title)
        else line
        for index, line in enumerate(lines)
    ]


def _begins_body(plain: str, line: Block) -> bool:
    """Say whether a line is no longer part of the head: an item, a numbered heading, or prose of some length."""
    if line.kind is BlockKind.ITEM or line.marker:
        return True
    words = plain[line.start : line.end].rstrip()
    if line.kind is BlockKind.HEADING:
        return _ROMAN.match(words) is not None
    return len(line_words(plain, line)) > (_BODY_WORDS if not words.endswith(".") else _SHORT_HEADING)


def _is_left_over(kind: BlockKind, words: str, title: str) -> bool:
    return words.casefold() == title or (kind in (BlockKind.HEADING, BlockKind.PROSE) and _is_residue(words))


def line_words(plain: str, line: Block) -> list[str]:
    """Return the words of a block."""
    return _WORD.findall(plain[line.start : line.end])


def _weight(plain: str, line: Block) -> int:
    words = plain[line.start : line.end]
    if words.rstrip().endswith("."):
        return -1
    named = {mention.state.code for mention in states.mentions(words)}
    return 3 * bool(_RECORD.search(words)) + 3 * bool(SERIES_WORD.search(words)) + min(len(named), 2)


def _is_residue(words: str) -> bool:
    """Say whether a line before the body says nothing of a source: no genre, no state, no day, no number, few words."""
    if len(words.split()) > _RESIDUE_WORDS or words[-1:] in ".;:" or any(sign.isdigit() for sign in words):
        return False
    if _RECORD.search(words) or SERIES_WORD.search(words) or _ROMAN.match(words) or _MONTH.search(words):
        return False
    return next(states.mentions(words), None) is None and states.by_capital(words.partition(",")[0].title()) is None


def _joined(plain: str, lines: list[Block]) -> Iterator[Block]:
    """Join what a page break or a hard line end has cut in two."""
    open_block: Block | None = None
    for line in lines:
        if open_block is not None and _runs_on(plain, open_block, line):
            open_block = replace(open_block, end=line.end)
            continue
        if open_block is not None:
            yield open_block
        open_block = line
    if open_block is not None:
        yield open_block


def _runs_on(plain: str, before: Block, after: Block) -> bool:
    if before.kind not in (BlockKind.PROSE, BlockKind.ITEM) or after.kind is not BlockKind.PROSE:
        return False
    first, second = last_words(plain, before), plain[after.start : after.end].lstrip()
    if not first or not second or not _OPEN_END.search(first):
        return False
    if second[0].islower() or _CONNECTIVE.search(first):
        return True
    if is_heading(first):
        return False
    last_line = first[first.rfind("\n") + 1 :]
    return len(last_line) > _LINE_THAT_RUNS_ON and len(second) > _LINE_THAT_RUNS_ON
