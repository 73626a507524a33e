"""What sort of source a text is: a joint record, terms of reference, or something else."""

from __future__ import annotations

import re

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.english import SERIES
from dialogue_prep.reading.layout import Block, Layout, Part
from dialogue_prep.reading.states import mentions

_SERIES = re.compile(r"\b(?:" + "|".join(SERIES) + r")\b", re.IGNORECASE)
_TERMS = re.compile(r"\bterms\s+of\s+reference\b", re.IGNORECASE)
_TERMS_HEADING = re.compile(
    r"^\W*(?:(?:[IVX]+|[A-Z]|\d+|\([a-z]\))[.)]?\s+)?(?:designation|name of|purpose|mandate|objectives?|"
    r"composition|membership|organi[sz]ation|structure|topics|scope|functions|"
    r"responsibilities|meetings|frequency|chair|co-chairs|secretariat|participation|participants|reporting|"
    r"amendments?|duration|review|working methods|decision[- ]making|funding)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\bjoint\b|\bcommuniqu[eé]|\bkommuniké|\breadout\b|\bagreed minutes\b|\brecord of\b|\bstatement\s(?:of|on|by|"
    r"from)\b|\boutcomes?\b|\bsummary of\b|\bchairs?'?s?'? (?:statement|summary)\b|\bfact sheet\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:the (?:two|both|three|four) (?:sides|countries|governments|delegations|parties|leaders|ministers)|both "
    r"(?:sides|countries|governments|delegations|parties)|co-?chaired|participants|"
    r"the (?:sides|parties|ministers|delegations|leaders)|we|they|held|met|reconvened)\b",
    re.IGNORECASE,
)
# One person's words in inverted commas, told as “... said”: a press release of one side about a meeting.
_QUOTED_SPEECH = re.compile(
    r"[”\"'’,]\s*(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|added|told)\b|\b(?:said|says|added)\s*[:,]?\s*[“\"]|\bsaid "
    r"the (?:meeting|agreement|talks)\b"
)
_I = re.compile(r"(?<!\w)I(?:'m|'ve|'d|'ll)?\s(?=[a-z])")


def kind_of_source(layout: Layout) -> SourceKind:
    """Return the kind, by how a text names itself and by how it speaks."""
    if _is_terms(layout):
        return SourceKind.TERMS_OF_REFERENCE
    words = layout.plain
    spoken = len(_QUOTED_SPEECH.findall(words))
    named_joint = any(_JOINT.search(layout.words(block)) for block in _head(layout)) or _names_series(layout)
    if spoken >= 2 or len(_I.findall(words)) >= 4:
        return SourceKind.OTHER
    told = named_joint or (not spoken and _MEETING.search(words) is not None)
    return SourceKind.JOINT_RECORD if told else SourceKind.OTHER


def _head(layout: Layout) -> list[Block]:
    return [
        block
        for block in layout.blocks[:8]
        if block.part in (Part.TITLE, Part.HEADING) or len(layout.words(block).split()) < 15
    ]


def _names_series(layout: Layout) -> bool:
    """Say whether the title is the name of a series between two states."""
    title = layout.title()
    words = layout.words(title) if title else ""
    return len({mention.state.code for mention in mentions(words)}) >= 2 and _SERIES.search(words) is not None


def _is_terms(layout: Layout) -> bool:
    for block in layout.blocks:
        words = layout.words(block).strip()
        if (
            block.part in (Part.TITLE, Part.HEADING)
            and _TERMS.search(words)
            and not re.search(r"\b(?:adopt|agree)", words)
        ):
            return True
    headings = sum(
        bool(_TERMS_HEADING.match(layout.words(block).strip()[:60]))
        for block in layout.blocks
        if block.part in (Part.HEADING, Part.ITEM)
    )
    return headings >= 4 and _TERMS.search(layout.plain[:2000]) is not None
