"""What sort of source a Chinese text is: a joint record, terms of reference, or something else."""

from __future__ import annotations

import re

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.chinese.terms import are_terms
from dialogue_prep.reading.chinese.words import RECORDS, either
from dialogue_prep.reading.layout import BlockKind, Layout

_JOINT = re.compile(rf"联合|共同|{either(RECORDS)}")
_MEETING = re.compile(r"双方|两国|共同主持|会谈|会晤")
# What a spokesperson or one side's press tells of a meeting: questions, answers, one person's words.
_SPOKEN = re.compile(r"(?:表示|说|指出|称|强调)：“|记者问|答：|问：|发言人|记者从|据[^，。]{2,12}报道")


def kind_of_source(layout: Layout) -> SourceKind:
    """Return the kind, by how a text names itself and by how it speaks."""
    if are_terms(layout):
        return SourceKind.TERMS_OF_REFERENCE
    if (
        len(_SPOKEN.findall(layout.plain)) >= 2
        or layout.plain.count("我") - layout.plain.count("我们") - layout.plain.count("我方") >= 6
    ):
        return SourceKind.OTHER
    head = [layout.words(block) for block in layout.blocks[:8] if block.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    named = any(_JOINT.search(words) for words in head)
    return SourceKind.JOINT_RECORD if named or len(_MEETING.findall(layout.plain)) >= 3 else SourceKind.OTHER
