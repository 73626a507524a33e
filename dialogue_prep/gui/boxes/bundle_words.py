"""What bundles say, in the words of the window: how much of which kind, and what each side has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from dialogue_prep.domain.exchange import Divergence, Register
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.field_contents import content_in_words, field_in_words
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, moment_in_words, with_commas
from dialogue_prep.store.kinds import KIND_OF_NAME


def counts_in_words(counts: Mapping[str, int]) -> str:
    """Return how many records of each kind there are, the most first."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    named = (f"{_kind(name)}\u00a0{number}" for name, number in ordered)
    return "\u00a0· ".join(named) or _("nothing")


def place_in_words(divergence: Divergence, subjects: Mapping[str, Identified], language: str) -> str:
    """Return which record a divergence is about, and which field."""
    subject = subjects.get(divergence.id)
    kind = _kind(divergence.kind)
    title = record_title(subject, language) if subject is not None else ""
    return " · ".join(filter(None, (kind, title, field_in_words(divergence.kind, divergence.name))))


def author_in_words(register: Register, language: str) -> str:
    """Return who changed a field, and when."""
    at = datetime.fromtimestamp(register.stamp.time / 1000, UTC)
    return with_commas((register.who or "–", moment_in_words(at, language)))


def content_of(divergence: Divergence, register: Register | None, language: str) -> str:
    """Return what a field holds in one of two copies; None is a record that was removed."""
    if register is None:
        return _("removed")
    return content_in_words(divergence.kind, divergence.name, register.content, {}, language)


def _kind(name: str) -> str:
    return kind_name(KIND_OF_NAME[name].__name__)
