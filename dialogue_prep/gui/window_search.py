"""The search of one window: asks the store as the user types, and leads to what was chosen."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.found_words import excerpt_around, found_ranges
from dialogue_prep.gui.records import record_shown
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.window.inspector import Inspector, RecordShown
from dialogue_prep.gui.window.search_box import Hit, SearchBox
from dialogue_prep.services.record_places import RecordPlace, RecordPlaces
from dialogue_prep.services.search import FoundLine


class WindowSearch(QObject):
    """Joins the box with the store. `led` carries the place of a record that was chosen, after it was looked up."""

    led = Signal(object)

    def __init__(self, box: SearchBox, inspector: Inspector, context: Context) -> None:
        super().__init__(context)
        self._box, self._inspector, self._context = box, inspector, context
        self._found: dict[str, FoundLine] = {}
        self.inspected = ""
        box.asked.connect(self._when_asked)
        box.chosen.connect(self._when_chosen)
        inspector.closed.connect(self._when_closed)

    def _when_asked(self, words: str) -> None:
        context = self._context

        def find() -> tuple[tuple[FoundLine, ...], tuple[Hit, ...]]:
            found = context.search.find(words, context.language, "en")
            return found, hits_of(found, words)

        def show(read: tuple[tuple[FoundLine, ...], tuple[Hit, ...]]) -> None:
            found, hits = read
            # What was found before is still listed where other words have been typed meanwhile.
            self._found |= {line.id: line for line in found}
            self._box.show_hits(words, hits)

        context.jobs.run(find, show)

    def _when_chosen(self, id_: str) -> None:
        line, context = self._found[id_], self._context
        self.inspected = id_

        def read() -> tuple[RecordShown, RecordPlace | None]:
            history = context.workspace.history(line.id)
            shown = record_shown(line.value, line.title, history, context.language)
            return shown, RecordPlaces(context.workspace).of(line.value)

        context.jobs.run(read, lambda found: self._show(*found))

    def _show(self, shown: RecordShown, place: RecordPlace | None) -> None:
        """Lead to the page of a record; what has none is shown in the panel."""
        if place is None:
            self._inspector.show_record(shown)
            return
        self._inspector.hide()
        self.lead(place)

    def lead(self, place: RecordPlace) -> None:
        """Lead to where a record is shown, in its dialogue and its round."""
        choices = self._context.choices
        other_dialogue = place.dialogue_id not in ("", choices.dialogue_id)
        if other_dialogue or place.round_id not in ("", choices.round_id):
            self._context.look_again(place.dialogue_id, place.round_id)
        self.led.emit(place)

    def _when_closed(self) -> None:
        self.inspected = ""


def hits_of(found: tuple[FoundLine, ...], words: str) -> tuple[Hit, ...]:
    """Return what was found in groups by kind, the group of the best first, each with an excerpt around the words."""
    kinds = list(dict.fromkeys(line.kind for line in found))
    hits = []
    for kind in kinds:
        group = [line for line in found if line.kind == kind]
        for line in group:
            excerpt = excerpt_around(_words_of(line, words), words)
            name = kind_name(kind) if line is group[0] else ""
            hits.append(
                Hit(
                    id=line.id,
                    kind=name,
                    title=line.title,
                    excerpt=excerpt,
                    in_title=tuple(found_ranges(line.title, words)),
                    in_excerpt=tuple(found_ranges(excerpt, words)),
                )
            )
    return tuple(hits)


def _words_of(line: FoundLine, words: str) -> str:
    """Return the words of a record in which something was found: those of its excerpt, else in whatever language."""
    if found_ranges(line.excerpt, words):
        return line.excerpt
    texts = _texts(line.value)
    return next((text for text in texts if found_ranges(text, words)), line.excerpt)


def _texts(value: Identified) -> list[str]:
    contents = (getattr(value, field.name) for field in fields(value))
    wordings = [wording.words for content in contents if isinstance(content, Text) for wording in content]
    words = getattr(value, "words", "")
    return [*wordings, *([words] if isinstance(words, str) else [])]
