"""What is shown of the sources that are there, and of one that is opened; no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.paragraph_numbers import numbers_of_words
from dialogue_prep.domain.source import CitationRole, Source
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.kit.marked_text import Look, Place
from dialogue_prep.gui.pages.places import Places, paragraph_sign
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name, source_kind_name
from dialogue_prep.gui.words import _, count

if TYPE_CHECKING:
    from dialogue_prep.reading.read import SourceText
    from dialogue_prep.services.shelf import OpenedSource


def shelf_lines(sources: Sequence[Source], language: str) -> tuple[Finding, ...]:
    """Return one line a source."""
    return tuple(
        Finding(
            id=source.id,
            words=" · ".join(filter(None, (source_kind_name(source.kind), _day(source, language)))),
            note=source.title.read(language, "en"),
            icon=Icon.SOURCES if source.held else Icon.MISSING,
            tone=Tone.ACCENT if source.held else Tone.MUTED,
            aloud=_("held", "of a source") if source.held else _("only cited"),
        )
        for source in sources
    )


def about_source(source: Source, language: str) -> str:
    """Return of which day and place a source is, and that its text is not there, where it is not."""
    return " · ".join(filter(None, (source.place, _day(source, language), "" if source.held else _("only cited"))))


def how_read(text: SourceText | None) -> str:
    """Return how the text of a source was read: its format and encoding, and what was left out or kept of it."""
    if text is None:
        return ""
    plain = {"text": _("text"), "pasted text": _("pasted text"), "web page": _("web page")}
    parts = (
        plain.get(text.format, text.format),
        text.encoding,
        text.pages and count("{number} page", "{number} pages", text.pages),
        text.insertions and count("{number} insertion kept", "{number} insertions kept", text.insertions),
        text.deletions and count("{number} deletion left out", "{number} deletions left out", text.deletions),
        text.left_out and count("{number} running line left out", "{number} running lines left out", text.left_out),
    )
    return " · ".join(part for part in parts if part)


def cited_lines(opened: OpenedSource, role: CitationRole, language: str) -> tuple[Finding, ...]:
    """Return what a source states or mentions, by place."""
    numbers = numbers_of_words(opened.paragraphs)
    return tuple(
        Finding(
            id=cited.id,
            words=record_title(cited.value, language),
            note=kind_name(type(cited.value).__name__),
            place=paragraph_sign(numbers.of(cited.span.paragraph)),
        )
        for cited in opened.cited
        if cited.role is role
    )


def silent_lines(opened: OpenedSource, language: str) -> tuple[Finding, ...]:
    """Return the topics and objectives of which a source does not speak."""
    return tuple(
        Finding(
            id=value.id,
            words=record_title(value, language),
            note=_("{kind}: not spoken of. Internal").format(kind=kind_name(type(value).__name__)),
            icon=Icon.MISSING,
            tone=Tone.WARN,
            aloud=_("silent"),
        )
        for value in opened.silent
    )


def cited_places(opened: OpenedSource) -> tuple[Place, ...]:
    """Return what is marked in the text: what it mentions below, what it states above, commitments on top."""

    def look(role: CitationRole, value: object) -> Look:
        if role is CitationRole.MENTIONS:
            return Look.MENTIONED
        return Look.AGREED if isinstance(value, Commitment) else Look.STATED

    places = Places(opened.paragraphs)
    found = [(cited, look(cited.role, cited.value)) for cited in opened.cited]
    order = (Look.MENTIONED, Look.STATED, Look.AGREED)
    found.sort(key=lambda pair: order.index(pair[1]))
    shown = (places.place(cited.id, cited.span, how) for cited, how in found)
    return tuple(place for place in shown if place)


def _day(source: Source, language: str) -> str:
    return day_in_words(source.dated, language) if source.dated else ""
