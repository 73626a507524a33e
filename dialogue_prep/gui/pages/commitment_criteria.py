"""What the list of commitments is narrowed to, as lines that are kept and read again, and what is always offered."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from dialogue_prep.domain.commitment import CommitmentKind, RollUp
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.pages.commitments_lines import (
    NO_MECHANISM,
    NO_TOPIC,
    OF_SIDES,
    OURS,
    THEIRS,
    CommitmentFilter,
    folded,
)
from dialogue_prep.gui.words import _

COMMITMENTS_LIST = "commitments"
"""The name of the list in filters that are kept."""

_YES = "yes"


def shipped_filters(last_round: int) -> tuple[tuple[str, CommitmentFilter], ...]:
    """Return the filters that are always offered, each with its name; `last_round` is 0 where none was held."""
    quiet = _("No word since round {number}").format(number=last_round) if last_round else _("No word yet")
    return (
        (_("Needs attention"), CommitmentFilter(attention=True)),
        (_("Ours"), CommitmentFilter(by=OURS)),
        (_("Theirs"), CommitmentFilter(by=THEIRS)),
        (quiet, CommitmentFilter(quiet=True)),
    )


def written_criteria(wanted: CommitmentFilter) -> str:
    """Return a filter as lines of a field and its value, apart by a tab; a field that lets everything pass has none."""
    lines = []
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if isinstance(value, tuple):
            value = " ".join(value)
        if value:
            lines.append(f"{field.name}\t{_YES if value is True else value}")
    return "\n".join(lines)


def read_criteria(criteria: str) -> CommitmentFilter:
    """Return the filter that lines tell; a field that is not known, or cannot have that value, is passed over."""
    known = {field.name for field in fields(CommitmentFilter)}
    told: dict[str, Any] = {}
    for line in criteria.splitlines():
        name, _tab, value = line.partition("\t")
        if name == "words":
            told[name] = tuple(folded(value).split())
        elif name in ("attention", "quiet"):
            told[name] = value == _YES
        elif name in known and value in _CAN_BE.get(name, (value,)):
            told[name] = value
    return CommitmentFilter(**told)


_CAN_BE: dict[str, tuple[str, ...]] = {
    "kind": tuple(CommitmentKind),
    "rolled": tuple(RollUp),
    "by": OF_SIDES,
}


def can_be_seen(wanted: CommitmentFilter, dossier: Dossier) -> bool:
    """Say whether all that a filter names is in a dialogue; one that names a topic of another would show nothing."""
    named = (
        (wanted.round_id, {round_.id for round_ in dossier.rounds}),
        (wanted.topic_id, {NO_TOPIC, *(topic.id for topic in dossier.topics)}),
        (wanted.mechanism_id, {NO_MECHANISM, *(mechanism.id for mechanism in dossier.mechanisms)}),
    )
    return all(not id_ or id_ in there for id_, there in named)
