"""Commitments of a Chinese source: which of its clauses undertake something that can be reported on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_prep.reading.chinese.clauses import SentenceReader
from dialogue_prep.reading.chinese.kinds import kind_of, short_action
from dialogue_prep.reading.chinese.segments import sentences, shielded
from dialogue_prep.reading.clause_reading import ClauseRules, read_commitments
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sides import Sides

_RULES = ClauseRules(
    sentences=sentences,
    shielded=shielded,
    words_of=list,
    past_elsewhere=re.compile(r"^(?:在)?(?P<year>(?:19|20)\d\d)年(?:[^，]{0,40}(?:期间|时|上|对话|会议|以来))?，"),
    negated=re.compile(r"(?:不得|避免|不会|不应)[：:]$"),
    not_to="不得",
    kind_of=kind_of,
    short_action=short_action,
    only_leads=re.compile(
        r"(?:由[^，。；]{2,60}?)?(?:共同|负责|联合)*(?:牵头|主导)(?:负责)?(?:(?:开展|推进)?(?:此项|该项|上述|这项|这一|有关|相关)"
        r"(?:工作|任务|事项|项目|谈判|磋商))?"
    ),
)


def find_commitments(
    layout: Layout, sides: Sides, year: int | None, _speakers: Mapping[str, str]
) -> tuple[FoundCommitment, ...]:
    """Return the commitments of a source in order; a pledge of another `year` than the meeting's is history."""
    return read_commitments(layout, SentenceReader(sides), _RULES, year)
