"""What a section of terms of reference lists: as items, behind (a) and (b) within a sentence, or in plain prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_prep.reading.english import VERBS
from dialogue_prep.reading.extract import Found
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.lists import listed
from dialogue_prep.reading.sentences import sentences, shielded

_FINITE = re.compile(r"\b(?:shall|will|may|should|must|can|is|are|has|have|meets?|was|were)\b")
_INNER = re.compile(r"(?:^|(?<=[\s:;,]))\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+")
_END = re.compile(r"(?:[\s,;.]|[,;]\s*and)+$")
# What leads to a list within a sentence, by what is listed.
TOPICS_FOLLOW = re.compile(
    r"\bfollowing\s(?:[\w-]+\s){0,3}?(?:areas|topics|subjects|issues|themes|fields|matters|sectors)\s?:\s*|"
    r"\b(?:consider|discuss|examine|address|cover|concern)(?:s|es)?\s|\b(?:deals?\swith|"
    r"focus(?:es)?\son)\s(?!the\sfollowing)",
    re.IGNORECASE,
)
AIMS_FOLLOW = re.compile(
    r"\b(?:will|shall|should|to|objectives|aims|goals|tasks|functions|priorities)(?:\s(?:are|is|seek\sto|be\sto|"
    r"be))?\s?:\s*",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Sub-?)?(?:Committees?|Commissions?|Councils?|Groups?|Offices?|Conferences?|Networks?|Part(?:y|ies)|Boards?|"
    r"Secretariats?|Dialogues?|Forums?|Panels?|Bureaux?|Centres?|Centers?|Consultations|Mechanisms?|Meetings?)"
)
_CAPITAL = r"[A-Z][\w'’&-]*"
_NAMED_BODY = re.compile(
    rf"(?<![\w-])(?:{_CAPITAL}\s(?:(?:of|for|on|and)\s(?=[A-Z]))?){{0,6}}?(?:{_BODY}|Sub-?committees?)(?![\w-])"
    rf"(?:\s(?:of|for|on|under\sthe)\s{_CAPITAL}(?:\s(?:(?:and|of)\s)?(?:{_CAPITAL}|\d{{4}})){{0,5}})?"
)
_ONE_WORD = re.compile(r"(?:The\s)?[A-Z][a-z]+")
_MORE = re.compile(
    r",?\s(?:such\sas|including|for\sexample|aimed\sat|in\sthe\s(?:areas|fields)\sof)\s|,?\s(?:that|which)\s(?=\w)"
)
_PLAIN_ENOUGH = 5
_MOST_WORDS = 14
_HEADING_WORDS = 8


def items(layout: Layout, blocks: Sequence[Block], follows: re.Pattern[str], *, brief: bool = False) -> list[Found]:
    """Return what the blocks list: their items; where there are none, what stands behind marks or a lead-in.

    A `brief` item is its first sentence without examples and without what is told of what it names.
    """
    plain = [block for block in blocks if block.kind is BlockKind.ITEM and not _is_clause(layout, block)]
    if plain:
        ends = [_end_of_brief(layout, block) if brief else block.end for block in plain]
        return [_found(layout, block.start, end) for block, end in zip(plain, ends, strict=True)]
    found: list[Found] = []
    for block in blocks:
        for start, end in sentences(layout.plain, block.start, block.end):
            found += marked(layout, start, end) or _behind(layout, start, end, follows)
    return found


def marked(layout: Layout, start: int, end: int) -> list[Found]:
    """Return what stands behind (a), (b) or (i), (ii) in a sentence; none where there are not two of them."""
    marks = list(_INNER.finditer(layout.plain, start, end))
    if len(marks) < 2:
        return []
    stops = [*(mark.start() for mark in marks[1:]), end]
    return [_found(layout, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]


def bodies(layout: Layout, blocks: Sequence[Block], own: str) -> list[Found]:
    """Return the bodies that the prose of the blocks names, each once, but for the dialogue's own name (`own`)."""
    found: dict[str, Found] = {}
    for block in blocks:
        for match in _NAMED_BODY.finditer(layout.plain, block.start, block.end):
            article = re.match(r"(?:The|A|An|Each|This|Any|Its)\s", match.group())
            start = match.start() + (article.end() if article else 0)
            name = layout.plain[start : match.end()]
            alone = _ONE_WORD.fullmatch(name) is not None and not name.endswith("s")
            if not alone and name.casefold() not in own.casefold() and own.casefold() not in name.casefold():
                found.setdefault(name.casefold().rstrip("s"), layout.text.found(start, match.end()))
    return list(found.values())


def _end_of_brief(layout: Layout, block: Block) -> int:
    """Return the end of what an item says first and plainly."""
    start, end = next(sentences(layout.plain, block.start, block.end), (block.start, block.end))
    for more in _MORE.finditer(shielded(layout.plain[start:end])):
        if len(layout.plain[start : start + more.start()].split()) >= _PLAIN_ENOUGH:
            return start + more.start()
    return end


def _is_clause(layout: Layout, block: Block) -> bool:
    """Say whether an item is a numbered clause (“3.1 The Forum shall ...”), and no part of a list."""
    first = next(sentences(layout.plain, block.start, block.end), None)
    if first is None or not re.match(r"\d+\.\d", block.marker):
        return False
    if re.split(r"\W", layout.plain[first[0] : first[1]].lower(), maxsplit=1)[0] in VERBS:
        return False
    return layout.plain[first[1] - 1] in ".:;" and _FINITE.search(layout.plain, *first) is not None


def _behind(layout: Layout, start: int, end: int, follows: re.Pattern[str]) -> list[Found]:
    sentence = shielded(layout.plain[start:end])
    match = follows.search(sentence)
    if match is None:
        return []
    parts = [part for part in listed(sentence, match.end(), len(sentence)) if sentence[slice(*part)].strip()]
    if len(parts) < 2 or any(len(sentence[slice(*part)].split()) > _MOST_WORDS for part in parts):
        return []
    return [_found(layout, start + begin, start + stop) for begin, stop in parts]


def _found(layout: Layout, start: int, end: int) -> Found:
    kept = _END.sub("", layout.plain[start:end])
    return layout.text.found(start, start + len(kept))


def _as_heading(layout: Layout, block: Block) -> Block:
    """Return a short line without a mark at its end as the heading that it is in terms of reference."""
    words = layout.words(block).strip()
    short = block.kind is BlockKind.PROSE and words[:1].isupper() and len(words.split()) <= _HEADING_WORDS
    return replace(block, kind=BlockKind.HEADING) if short and words[-1:].isalnum() else block


def headed_items(layout: Layout) -> Iterator[Block]:
    """Yield the blocks of a text; headings under which nothing stands (“A. Museum loans”) are the items of a list."""
    mark = re.compile(r"\s*(?P<mark>[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s+")
    blocks = [_as_heading(layout, block) for block in layout.blocks]
    before = False
    for at, block in enumerate(blocks):
        numbered = mark.match(layout.words(block)) if block.kind is BlockKind.HEADING else None
        follows = blocks[at + 1].kind if at + 1 < len(blocks) else BlockKind.HEADING
        empty = numbered is not None and follows is BlockKind.HEADING
        beside = before or (at + 1 < len(blocks) and mark.match(layout.words(blocks[at + 1])) is not None)
        before = empty and beside
        if numbered is not None and before:
            yield Block(BlockKind.ITEM, block.start + numbered.end(), block.end, numbered["mark"])
        else:
            yield block
