"""A record as the inspector shows it, whatever its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import JournalEntry
from dialogue_prep.domain.text import Text
from dialogue_prep.gui.field_names import field_name
from dialogue_prep.gui.terms import kind_name, language_name
from dialogue_prep.gui.window.inspector import RecordShown
from dialogue_prep.gui.words import _, moment_in_words, step_in_words, with_remark


def record_shown(value: Identified, title: str, entries: Sequence[JournalEntry], language: str) -> RecordShown:
    """Return the words of a record, language by language, and what was done to it, newest first."""
    paragraphs = [
        (with_remark(field_name(field.name), language_name(wording.language)), wording.words)
        for field in fields(value)
        if isinstance(content := getattr(value, field.name), Text)
        for wording in content
    ]
    words = getattr(value, "words", "")
    if isinstance(words, str) and words:
        paragraphs.append((_("Words"), words))
    history = [f"{moment(entry, language)} · {step_in_words(entry.label)}" for entry in entries]
    return RecordShown(kind=kind_name(type(value).__name__), title=title, paragraphs=paragraphs, history=history)


def moment(entry: JournalEntry, language: str) -> str:
    """Return when something was done, in the zone of this computer."""
    return moment_in_words(entry.at, language)


def record_title(value: Identified, language: str) -> str:
    """Return what a record is called in a line: its number or code, and the first of its texts that has words."""
    texts = {field.name: content for field in fields(value) if isinstance(content := getattr(value, field.name), Text)}
    chosen = texts.get("action") or next((text for text in texts.values() if text), None)
    number = getattr(value, "code", "") or getattr(value, "number", "")
    if (ordinal := getattr(value, "ordinal", None)) is not None:
        number = _("Round {number}").format(number=ordinal)
    words = chosen.read(language, "en") if chosen else ""
    return " ".join(filter(None, (str(number), words))) or kind_name(type(value).__name__)
