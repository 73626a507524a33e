"""Terms of reference: designation, purpose, chairs, entities, cadence, hosting, topics, mechanisms, objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.reading.designation import is_only_a_kind, name_established, name_in_head
from dialogue_prep.reading.english import SERIES_WORD
from dialogue_prep.reading.extract import Found
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.name_lines import in_small_letters
from dialogue_prep.reading.section_lists import AIMS_FOLLOW, TOPICS_FOLLOW, bodies, headed_items, items
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of terms of reference and the blocks beneath it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Hosting:
    """Who hosts: the rule, and the sides in the order in which they take turns."""

    rule: HostRule
    sides: tuple[str, ...]


_NUMBER = re.compile(r"^\s*(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*|\([a-z]\))[.)]?\s+")
_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][\w-]*)(?:\s(?:of|and|the|with|for|[A-Z][\w-]*)){0,6}?)\s(?=(?:The|Reports|Observers|"
    r"Local|It|This|Members|Meetings|Each|All|In|Participants)\s)"
)
_INNER_LETTER = re.compile(r"(?<=\s)\((?P<letter>[a-h])\)\s+(?=[A-Z])")
_CADENCE = (
    (
        re.compile(
            r"\b(?:twice\s(?:a|per|each)\syear|semi-?annual(?:ly)?|biannual(?:ly)?|every\ssix\smonths|"
            r"two\stimes\sa\syear)\b",
            re.IGNORECASE,
        ),
        Cadence.TWICE_A_YEAR,
    ),
    (
        re.compile(
            r"\b(?:every\s(?:two|other|second)\syears?|biennial(?:ly)?|once\severy\stwo\syears)\b", re.IGNORECASE
        ),
        Cadence.EVERY_TWO_YEARS,
    ),
    (
        re.compile(r"\b(?:annual(?:ly)?|(?:once\s)?(?:a|per|each|every)\syear|yearly|once\sa\syear)\b", re.IGNORECASE),
        Cadence.ANNUAL,
    ),
)
_FOLLOWING = re.compile(
    r"\b(?:following|focal)\s(?:[\w-]+\s){0,2}?(?:areas|topics|subjects|issues|themes|fields|sectors)\s?:\s*",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:meet|meets|meeting|meetings|held|conducted|convened?|dialogue|session|sessions|round|hosted|take place)\b",
    re.IGNORECASE,
)
_ALTERNATE = re.compile(r"\b(?:alternat\w+|in\sturns?|by\sturns|rotat\w+)\b", re.IGNORECASE)
_HOST = re.compile(
    r"\b(?:host\w*|meets?|meetings?|sessions?|held|venue|take\splace|conducted|convened)\b", re.IGNORECASE
)
# Those who meet and the paper itself have a short name too.
_NO_DIALOGUE = (
    r"(?!(?i:(?:the\s|these\s)?(?:[\w-]+\s){0,3}?(?:sides?|part(?:y|ies)|participants?|countr(?:y|ies)|governments?|"
    r"signator(?:y|ies)|delegations?|states?|ministr(?:y|ies)|members?|partners?|co-?chairs?|entit(?:y|ies)|"
    r"terms(?:\sof\sreference)?|tors?|memorandum|mou|agreement|treaty|document))\b\s?[\"”'’)])"
)
_SHORT_NAME = re.compile(
    r"\((?:(?:hereinafter|hereafter|henceforth)[,:]?\s*(?:referred\sto\sas|called|the)?\s*|referred\sto\sas\s*|"
    rf"also\s)?[\"“'‘]{_NO_DIALOGUE}(?P<name>(?:the\s|The\s)?[A-Z][\w &/-]{{2,40}})[\"”'’]\)|"
    rf"\((?:hereinafter|hereafter)[,:]?\s(?:referred\sto\sas\s)?{_NO_DIALOGUE}(?P<plain>[Tt]he\s[A-Z]\w+)\)"
)
_WILL_BE_CALLED = re.compile(
    r"\b(?:(?:(?:will|shall|is\sto)\sbe|is|are)\s(?:called|known\sas|named|entitled|designated(?:\sas)?)|"
    r"bears?\sthe\sname(?:\sof)?)\s?[“\"'‘]?(?:the\s|a\s)?[“\"'‘]?"
    r"(?P<name>[A-Z][^.;,()“”\"]{5,120}?)(?=\s?[.;,(“”\"'’]|$)",
    re.MULTILINE,
)
_TOPICS_OPEN = re.compile(
    r"\b(?:may|can|could|shall|will)\s(?:\w+\s){0,4}?(?:add|include|propose|raise|identify|agree\s(?:on|to|upon)|"
    r"introduce|discuss)\s(?:\w+\s){0,3}?(?:new|additional|other|further|any)\s(?:\w+\s){0,3}?"
    r"(?:topics?|issues?|items?|subjects?|areas?|matters?)|\b(?:new|additional|other|"
    r"further)\s(?:\w+\s){0,2}?(?:topics?|issues?|items?|subjects?|areas?|matters?)\s(?:may|can)\sbe\s(?:added|"
    r"included|discussed|raised|considered)",
    re.IGNORECASE,
)
_SUBGROUPS = re.compile(
    r"\b(?:sub-?groups?|working\sgroups?|task\sforces?|sub-?committees?|expert\sgroups?|working\sparties)\b",
    re.IGNORECASE,
)
_SETS_UP = re.compile(r"\b(?:set\sup|establish\w*|create\w*|form|convene|constitute\w*|may)\b", re.IGNORECASE)
_PARTICIPATE = re.compile(
    r"\b(?:participate|take\spart|attend|(?:be|are|is)\srepresented|attended\sby)\b", re.IGNORECASE
)
_DESIGNATED = re.compile(
    r"\b(?:designat\w+|deput\w+|officials?|officers?|representatives?|level|appointed|nominated)\b", re.IGNORECASE
)
_GUIDANCE = re.compile(r"\b(?:guidance|instructions?|direction)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:seek|request|ask|turn\sto|apply|receive|provide|obtain|refer)\b", re.IGNORECASE)


def sections(layout: Layout) -> tuple[Section, ...]:
    """Return the sections of terms of reference: numbered, titled or lettered headings with what stands under each."""
    found: list[Section] = []
    heading, blocks = "", list[Block]()
    lettered = _has_lettered_sections(layout)
    for block in _label_blocks(layout) if lettered else headed_items(layout):
        words = layout.words(block)
        label = _LABEL.match(words) if lettered and block.kind is BlockKind.ITEM and len(block.marker) == 1 else None
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or label:
            found.append(Section(heading, tuple(blocks)))
            heading = label["label"] if label else _NUMBER.sub("", words.strip())
            blocks = [Block(BlockKind.PROSE, block.start + label.end(), block.end)] if label else []
        elif block.kind is not BlockKind.RESIDUE:
            blocks.append(block)
    return (*found, Section(heading, tuple(blocks)))


def _label_blocks(layout: Layout) -> Iterator[Block]:
    """Yield the blocks of a text with lettered sections; a letter with a label within a block begins another."""
    for block in layout.blocks:
        marks = _INNER_LETTER.finditer(layout.plain, block.start, block.end)
        starts = [mark for mark in marks if _LABEL.match(layout.plain, mark.end(), block.end)]
        stops = [*(mark.start() for mark in starts), block.end]
        yield replace(block, end=stops[0])
        for mark, stop in zip(starts, stops[1:], strict=True):
            yield Block(BlockKind.ITEM, mark.end(), stop, mark["letter"])


def section(found: tuple[Section, ...], *words: str) -> Section | None:
    """Return the first section whose heading has one of these words, in the order of the words."""
    for word in words:
        for one in found:
            if one.blocks and re.search(rf"\b{word}", one.heading, re.IGNORECASE):
                return one
    return None


def designation(layout: Layout, found: tuple[Section, ...]) -> Found | None:
    """Return the name of the dialogue as its terms of reference fix it; None where they only say what they are."""
    for called in _WILL_BE_CALLED.finditer(layout.plain):
        if SERIES_WORD.search(called["name"]):
            return layout.text.found(called.start("name"), called.end("name"))
    named = section(found, "designation", r"name\b", r"title\b")
    if named is not None:
        block = named.blocks[0]
        words = layout.words(block)
        stop = re.search(r"\s*\(|\.\s|\.?$", words)
        article = re.match(r"[Tt]he\s+", words)
        return layout.text.found(
            block.start + (article.end() if article else 0), block.start + (stop.start() if stop else len(words))
        )
    place = name_in_head(layout) or name_established(layout)
    title = layout.title()
    if place is None and title is not None and not is_only_a_kind(layout.words(title)):
        place = (title.start, title.end)
    return layout.text.found(*in_small_letters(layout.plain, *place, SERIES_WORD)) if place else None


def short_name(layout: Layout, sides: Sides) -> Found | None:
    """Return the name that the text goes on to use for the dialogue, as in (hereinafter “the Dialogue”)."""
    for match in _SHORT_NAME.finditer(layout.plain):
        group = "name" if match["name"] else "plain"
        if SERIES_WORD.search(match[group]) or not sides.mentioned(match[group]):
            return layout.text.found(match.start(group), match.end(group))
    return None


def purpose(layout: Layout, found: tuple[Section, ...]) -> Found | None:
    """Return the purpose: the first paragraph of its section."""
    named = section(found, "purpose", "mandate", r"aims?\b", "mission", "background", "responsibilit", r"objectives?\b")
    if named is None or not named.blocks:
        return None
    block = named.blocks[0]
    return layout.text.found(block.start, block.start + len(layout.words(block).rstrip(" .:")))


def cadence(layout: Layout) -> Cadence:
    """Return how often the dialogue meets."""
    for sentence in told(layout):
        words = layout.plain[slice(*sentence)]
        if _MEETS.search(words):
            for pattern, found in _CADENCE:
                if pattern.search(words):
                    return found
    return Cadence.UNSAID


def hosting(layout: Layout, sides: Sides) -> Hosting:
    """Return the host rule, and the sides in the order in which the text has them take turns."""
    for start, end in told(layout):
        words = layout.plain[start:end]
        turn = _ALTERNATE.search(words)
        if turn and _HOST.search(words):
            after = sides.mentioned(words[turn.start() :])
            return Hosting(
                HostRule.ALTERNATE, after or sides.mentioned(words) or tuple(side.name for side in sides.names)
            )
    return Hosting(HostRule.UNSAID, ())


def topics(layout: Layout, found: tuple[Section, ...]) -> tuple[Found, ...]:
    """Return the standing topics."""
    named = section(
        found, r"topics?\b", r"agenda\b", r"scope\b", r"areas?\b", r"subjects?\b", r"issues\b", r"themes?\b"
    )
    listed = items(layout, named.blocks, TOPICS_FOLLOW) if named else []
    return tuple(listed or items(layout, _prose(layout), _FOLLOWING))


def mechanisms(layout: Layout, found: tuple[Section, ...], own: str) -> tuple[Found, ...]:
    """Return the bodies that carry out what the dialogue agrees, or that work under it; `own` is its own name."""
    named = section(
        found,
        r"existing\b",
        r"mechanisms?\b",
        r"relation",
        r"arrangements?\sbetween",
        r"other\sbodies",
        r"working\sgroups",
        r"channels?\b",
        r"organi[sz]ation",
        r"structure",
    )
    if named is None:
        return ()
    listed = [
        block for block in named.blocks if block.kind is BlockKind.ITEM and not re.match(r"\d+\.\d", block.marker)
    ]
    return tuple(items(layout, listed, _FOLLOWING) if listed else bodies(layout, named.blocks, own))


def objectives(layout: Layout, found: tuple[Section, ...]) -> tuple[Found, ...]:
    """Return the objectives: items of a section of objectives, priorities, functions or responsibilities."""
    named = section(
        found,
        r"near-term\b",
        r"objectives?\b",
        r"goals?\b",
        r"priorit",
        r"functions?\b",
        r"tasks?\b",
        r"responsibilit",
        r"purpose\b",
    )
    return tuple(items(layout, named.blocks, AIMS_FOLLOW, brief=True)) if named else ()


def topics_open(layout: Layout) -> Found | None:
    """Return the clause that lets the sides add topics."""
    return _sentence(layout, _TOPICS_OPEN)


def subgroups(layout: Layout) -> Found | None:
    """Return the clause on sub-groups."""
    return _sentence(layout, _SUBGROUPS, _SETS_UP)


def participation(layout: Layout) -> Found | None:
    """Return the clause that says who takes part for the entities."""
    return _sentence(layout, _PARTICIPATE, _DESIGNATED)


def guidance(layout: Layout) -> Found | None:
    """Return the clause by which officials turn to the co-chairs for guidance."""
    return _sentence(layout, _GUIDANCE, _ASKS)


def _prose(layout: Layout) -> list[Block]:
    return [
        replace(block, kind=BlockKind.PROSE)
        for block in layout.blocks
        if block.kind in (BlockKind.PROSE, BlockKind.ITEM)
    ]


def _has_lettered_sections(layout: Layout) -> bool:
    lettered = [
        block for block in layout.blocks if block.kind is BlockKind.ITEM and re.fullmatch(r"[a-h]", block.marker)
    ]
    return sum(_LABEL.match(layout.words(block)) is not None for block in lettered) >= 3


def _sentence(layout: Layout, *patterns: re.Pattern[str]) -> Found | None:
    for start, end in told(layout):
        if all(pattern.search(layout.plain, start, end) for pattern in patterns):
            return layout.text.found(start, end)
    return None
