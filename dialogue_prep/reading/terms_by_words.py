"""Terms of reference read by the words of a language: its headings and the phrases of its clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.reading.extract import Extract, Found, FoundCoChair, FoundEntity
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.name_lines import Offsets, in_small_letters, name_below
from dialogue_prep.reading.seats import with_sides
from dialogue_prep.reading.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsWords:
    """The words of a language for terms of reference.

    `kind` is of the names of such papers, `series` of the words for a dialogue, and the next five are of headings.
    `called`, `in_title` and `short` have a group `name`; `chaired` has groups `one` and `other`; `entities` has a group
    `listed`, with the side named before it. `side_line` is the line above the entities of a side. `follows` stands
    before a list within a sentence.
    """

    kind: re.Pattern[str]
    series: re.Pattern[str]
    designation: re.Pattern[str]
    purpose: re.Pattern[str]
    topics: re.Pattern[str]
    mechanisms: re.Pattern[str]
    objectives: re.Pattern[str]
    called: re.Pattern[str]
    in_title: re.Pattern[str]
    short: re.Pattern[str]
    chaired: re.Pattern[str]
    entities: re.Pattern[str]
    side_line: re.Pattern[str]
    article: re.Pattern[str]
    follows: re.Pattern[str]
    meets: re.Pattern[str]
    cadences: tuple[tuple[re.Pattern[str], Cadence], ...]
    alternate: re.Pattern[str]
    topics_open: re.Pattern[str]
    subgroups: re.Pattern[str]
    participation: re.Pattern[str]
    guidance: re.Pattern[str]
    sentences: Callable[[str, int, int], Iterator[Offsets]]
    listed: Callable[[str, int, int], list[Offsets]]


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    blocks: tuple[Block, ...]


_END = re.compile(r"[\s,;.:，；。：、]+$")


def read_terms(words: TermsWords, found: Extract, layout: Layout, sides: Sides) -> Extract:
    """Return an extract filled with what terms of reference say."""
    reader = _Reader(words, layout, sides)
    turns = reader.turns()
    return replace(
        found,
        dialogue=reader.designation(),
        short_name=reader.short_name(),
        purpose=reader.purpose(),
        co_chairs=with_sides(tuple(reader.posts()), sides),
        topics=tuple(reader.items(words.topics)),
        topics_open=reader.clause(words.topics_open),
        cadence=reader.cadence(),
        host_rule=HostRule.ALTERNATE if turns else HostRule.UNSAID,
        hosting_sides=turns,
        participation=reader.clause(words.participation),
        subgroups=reader.clause(words.subgroups),
        guidance=reader.clause(words.guidance),
        entities=tuple(reader.entities()),
        mechanisms=tuple(reader.items(words.mechanisms)),
        objectives=tuple(reader.items(words.objectives)),
    )


class _Reader:
    def __init__(self, words: TermsWords, layout: Layout, sides: Sides) -> None:
        self._words, self._layout, self._sides = words, layout, sides
        self._sections = list(_sections(layout))

    def designation(self) -> Found | None:
        """Return the name that the text gives the dialogue, else that of its section, else that in the title."""
        text, plain = self._layout.text, self._layout.plain
        if called := self._words.called.search(plain):
            return text.found(called.start("name"), called.end("name"))
        if (named := self._section(self._words.designation)) is not None:
            block = named.blocks[0]
            return text.found(block.start, block.start + len(_END.sub("", self._layout.words(block))))
        for block in self._layout.blocks[:4]:
            if match := self._words.in_title.search(self._layout.words(block)):
                return text.found(block.start + match.start("name"), block.start + match.end("name"))
        title = self._layout.title()
        if title is None:
            return None
        place: Offsets | None = (title.start, title.end)
        if self._words.kind.fullmatch(self._layout.words(title).strip()):
            place = name_below(self._layout, title, self._words.series)
        return text.found(*in_small_letters(plain, *place, self._words.series)) if place else None

    def short_name(self) -> Found | None:
        for match in self._words.short.finditer(self._layout.plain):
            if self._words.series.search(match["name"]) or not self._sides.mentioned(match["name"]):
                return self._layout.text.found(match.start("name"), match.end("name"))
        return None

    def purpose(self) -> Found | None:
        named = self._section(self._words.purpose)
        return self._found(named.blocks[0].start, named.blocks[0].end) if named else None

    def cadence(self) -> Cadence:
        for start, end in self._told():
            sentence = self._layout.plain[start:end]
            if self._words.meets.search(sentence):
                for pattern, cadence in self._words.cadences:
                    if pattern.search(sentence):
                        return cadence
        return Cadence.UNSAID

    def turns(self) -> tuple[str, ...]:
        """Return the sides in the order in which they take turns; empty where the text does not say that they do."""
        for start, end in self._told():
            sentence = self._layout.plain[start:end]
            if (turn := self._words.alternate.search(sentence)) and self._words.meets.search(sentence):
                named = self._sides.mentioned(sentence[turn.start() :])
                named = named if len(named) > 1 else self._sides.mentioned(sentence)
                return named or tuple(side.name for side in self._sides.names)
        return ()

    def clause(self, pattern: re.Pattern[str]) -> Found | None:
        return next(
            (self._layout.text.found(*told) for told in self._told() if pattern.search(self._layout.plain, *told)), None
        )

    def items(self, heading: re.Pattern[str]) -> list[Found]:
        """Return what the section with such a heading lists: its items, else what follows a lead-in in its prose."""
        named = self._section(heading)
        blocks = named.blocks if named else ()
        if listed := [block for block in blocks if block.kind is BlockKind.ITEM]:
            return [self._found(block.start, block.end) for block in listed]
        for block in blocks:
            for start, end in self._words.sentences(self._layout.plain, block.start, block.end):
                if (lead := self._words.follows.search(self._layout.plain, start, end)) is not None:
                    parts = self._words.listed(self._layout.plain, lead.end(), end)
                    if len(parts) > 1:
                        return [self._found(*part) for part in parts]
        return []

    def posts(self) -> Iterator[FoundCoChair]:
        """Yield the offices that chair, each with the side that it or the words before it name."""
        match = self._words.chaired.search(self._layout.plain)
        if match is None:
            return
        reached = match.start()
        for group in ("one", "other"):
            start, end = self._trimmed(*match.span(group))
            side = self._sides.only_side(self._layout.plain[reached:end])
            office = self._layout.text.said(start, end)
            yield FoundCoChair(name=None, office=office, side=side, span=self._layout.text.span(start, end))
            reached = end

    def entities(self) -> list[FoundEntity]:
        """Return the entities: those that a sentence lists for a side, and the items below a line that names one."""
        found = [entity for told in self._told() for entity in self._listed_entities(told)]
        side: str | None = None
        for block in self._layout.blocks:
            words = self._layout.words(block).strip()
            if block.kind is BlockKind.ITEM and side is not None and not self._words.side_line.match(words):
                found.append(self._entity(*self._trimmed(block.start, block.end), side))
                continue
            side = self._sides.only_side(words) if self._words.side_line.match(words) else None
        return found

    def _listed_entities(self, told: Offsets) -> Iterator[FoundEntity]:
        for match in self._words.entities.finditer(self._layout.plain, *told):
            side = self._sides.only_side(self._layout.plain[match.start() : match.start("listed")])
            parts = self._words.listed(self._layout.plain, *match.span("listed"))
            if side is not None:
                yield from (self._entity(*self._trimmed(*part), side) for part in parts)

    def _entity(self, start: int, end: int, side: str) -> FoundEntity:
        return FoundEntity(name=self._layout.text.said(start, end), side=side, span=self._layout.text.span(start, end))

    def _trimmed(self, start: int, end: int) -> Offsets:
        """Return the offsets of an entry without its article and the marks at its end."""
        start, end = self._layout.text.trimmed(start, end)
        end = start + len(_END.sub("", self._layout.plain[start:end]))
        article = self._words.article.match(self._layout.plain, start, end)
        return (article.end() if article else start), end

    def _found(self, start: int, end: int) -> Found:
        return self._layout.text.found(start, start + len(_END.sub("", self._layout.plain[start:end])))

    def _section(self, heading: re.Pattern[str]) -> _Section | None:
        return next((one for one in self._sections if one.blocks and heading.search(one.heading)), None)

    def _told(self) -> Iterator[Offsets]:
        for block in self._layout.blocks:
            if block.kind in (BlockKind.PROSE, BlockKind.ITEM):
                yield from self._words.sentences(self._layout.plain, block.start, block.end)


def _sections(layout: Layout) -> Iterator[_Section]:
    heading, blocks = "", list[Block]()
    for block in layout.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            yield _Section(heading, tuple(blocks))
            heading, blocks = layout.words(block).strip(), []
        else:
            blocks.append(block)
    yield _Section(heading, tuple(blocks))


def is_terms(layout: Layout, named: re.Pattern[str], headings: Sequence[re.Pattern[str]]) -> bool:
    """Say whether a line of the head names terms of reference, or most of such headings stand in the text."""
    head = [layout.words(block) for block in layout.blocks[:5] if block.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    if any(named.search(words) for words in head):
        return True
    found = [layout.words(block) for block in layout.blocks if block.kind is BlockKind.HEADING]
    return sum(any(pattern.search(words) for words in found) for pattern in headings) >= 4
