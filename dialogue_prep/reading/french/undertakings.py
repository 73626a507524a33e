"""Commitments of a French source: which of its clauses undertake something that can be reported on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogue_prep.reading.clause_reading import ClauseRules, read_commitments
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.french.clauses import SentenceReader
from dialogue_prep.reading.french.kinds import kind_of, short_action
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.sides import Sides

_WORD = re.compile(r"\w+")
_RULES = ClauseRules(
    sentences=sentences,
    shielded=shielded,
    words_of=lambda words: _WORD.findall(words.casefold()),
    past_elsewhere=re.compile(
        r"^(?:lors\sd[eu]|au\scours\sd[eu]|à\sl'issue\sd[eu]|depuis|en)\s(?:[^,]{3,120}\b)?(?P<year>(?:19|20)\d\d)\b[^,]{0,40},",
        re.IGNORECASE,
    ),
    negated=re.compile(r"\b(?:ne\spas|s'abstenir\sde)\s?:$"),
    not_to="ne pas ",
    kind_of=kind_of,
    short_action=short_action,
    only_leads=re.compile(
        r"(?:(?:co)?piloter|(?:co)?diriger|conduire|coordonner|en\sassurer\s(?:la\scoordination|le\spilotage|"
        r"la\sconduite|la\sdirection)|en\sprendre\sla\s(?:tête|direction)|"
        r"(?:assurer\s(?:la\s(?:coordination|conduite|direction)|le\spilotage)|prendre\sla\s(?:tête|direction))"
        r"(?=\s(?:de\s|du\s))|(?:les\s|l'|le\s|la\s)(?:piloter|diriger|conduire|coordonner))"
        r"(?:\s(?:de\s)?(?:ces?(?:tte)?\s|les\s|du\s)(?:travaux|efforts|processus|tâches?|activités?|travail|projets?|"
        r"initiatives?|négociations|discussions))?(?:\s(?:conjointement|ensemble))?",
        re.IGNORECASE,
    ),
)


def find_commitments(
    layout: Layout, sides: Sides, year: int | None, _speakers: Mapping[str, str]
) -> tuple[FoundCommitment, ...]:
    """Return the commitments of a source in order; a pledge of another `year` than the meeting's is history."""
    return read_commitments(layout, SentenceReader(sides), _RULES, year)
