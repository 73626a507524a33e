"""What sort of source a French text is: a joint record, terms of reference, or something else."""

from __future__ import annotations

import re

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.french.terms import are_terms
from dialogue_prep.reading.layout import BlockKind, Layout

_JOINT = re.compile(
    r"\bconjointe?s?\b|\bcommunes?\b|\bcommuniqué\b|\brelevé\sde\b|\bprocès-verbal\b|"
    r"\bcompte[- ]rendu\b|\bconclusions\sde\b|\bdéclaration\sde[s\s]",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:les\s(?:deux\s)?(?:parties|pays|délégations|gouvernements|ministres|côtés)|coprésid\w+|"
    r"co-présid\w+|nous\ssommes\sconvenus|"
    r"les\sparticipants)\b",
    re.IGNORECASE,
)
# One person's words in inverted commas: a press release of one side about a meeting.
_SPOKEN = re.compile(
    r"»\s?,?\s(?:a|ont)[- ](?:t-(?:il|elle)\s)?(?:déclaré|dit|ajouté|affirmé|souligné|indiqué|"
    r"précisé)|\ba\s(?:déclaré|ajouté)\s?:?\s«"
)
_I = re.compile(r"\b(?:je\s|j')(?=[a-zà-ÿ])", re.IGNORECASE)


def kind_of_source(layout: Layout) -> SourceKind:
    """Return the kind, by how a text names itself and by how it speaks."""
    if are_terms(layout):
        return SourceKind.TERMS_OF_REFERENCE
    spoken = len(_SPOKEN.findall(layout.plain))
    if spoken >= 2 or len(_I.findall(layout.plain)) >= 4:
        return SourceKind.OTHER
    head = [layout.words(block) for block in layout.blocks[:8] if block.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    named = any(_JOINT.search(words) for words in head)
    told = named or (not spoken and len(_MEETING.findall(layout.plain)) >= 2)
    return SourceKind.JOINT_RECORD if told else SourceKind.OTHER
