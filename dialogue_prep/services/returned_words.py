"""Where the words of edited units go: into their fields, into words of the staff's own, beside other points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from dialogue_prep.documents.canonical import words_hash
from dialogue_prep.documents.looks import Marks, written_marks
from dialogue_prep.documents.merge import same_words
from dialogue_prep.documents.model import UnitClass, UnitKey
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.communique import Passage
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.differences import tokens
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.domain.identity import AgendaItemId, Identified, PersonId, RoundId, new_id
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.returned import OwnWords, UnitLook, own_place
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint, SteeringKind, SteeringPoint
from dialogue_prep.domain.text import NOTHING, Text, Wording, clean, worded
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.work import Work

Point = SpeakingPoint | SteeringPoint

_POINTS = "points"
_NO_PLACE = Sentence.of("These words have no field of their own; enter them where they belong.")
_GONE = Sentence.of("What this belongs to is no longer there; put it back first.")
_AGREED = Sentence.of("This wording is agreed; it is not edited in a paper.")
_NEEDED = Sentence.of("This cannot be left empty.")
_COMPOSED = Sentence.of("The program puts this together; it can be worded otherwise, not left out.")
_NO_MINUTES = Sentence.of("An agenda item takes 0 to 1440 minutes.")
_MINUTES, _MOST_MINUTES = re.compile(r"\D*(\d{1,4})\D*"), 24 * 60


class ReturnedWords:
    """Reads and writes what units say, within one unit of work; `languages` tell where an edit of a text goes."""

    def __init__(self, work: Work, round_id: RoundId, new_id: Callable[[], str] = new_id) -> None:
        self._work, self._round_id, self._new_id = work, round_id, new_id

    def present(self, key: UnitKey) -> str | None:
        """Return what a held unit says now; None where its record is gone, nothing where nothing is written yet."""
        if _asks_for_points(key):
            return "\n".join(point.words.words(key.language) for point in _in_order(self._asked_for(key)))
        value = self._value(key)
        if value is None:
            return "" if key.record == "person" else None
        content = getattr(value, key.field, NOTHING)
        if isinstance(content, Text):
            return content.read(key.language)
        return str(content)

    def refusal(self, key: UnitKey, unit_class: UnitClass, said: Iterable[str], *, left_out: bool) -> Sentence | None:
        """Return why an edit of a unit cannot be taken; None where it can. `said` is what copies would have it say."""
        if unit_class is UnitClass.COMPOSED:
            return _COMPOSED if left_out else None
        if _asks_for_points(key):
            return None
        value = self._value(key)
        if value is None:
            fits = key.record == "person" and _is_text(Biography, key.field)
            return None if fits else (_NO_PLACE if key.record == "person" else _GONE)
        if isinstance(value, Passage) and value.settled and key.field == "words":
            return _AGREED
        if (key.record, key.field) == ("agenda_item", "minutes"):
            if left_out:
                return _NEEDED
            return None if all(minutes_in(words) is not None for words in said if words) else _NO_MINUTES
        if not _is_text(type(value), key.field):
            return _NO_PLACE
        needed = not isinstance(value, SpeakingPoint | SteeringPoint) and key.field in ("title", "name", "reason")
        return _NEEDED if left_out and needed else None

    def put(self, key: UnitKey, words: str) -> None:
        """Put words into the field of a held unit; of a point without words nothing is left."""
        if _asks_for_points(key):
            self._begin_points(key, words)
            return
        value = self._value(key)
        if value is None and key.record == "person":
            value = Biography(id=self._new_id(), person_id=PersonId(key.record_id))
        if value is None:
            raise NotFound("What this belongs to is no longer there; put it back first.")
        content = getattr(value, key.field)
        changed: dict[str, Any] = {key.field: _changed(content, key.language, words)}
        if isinstance(value, SpeakingPoint | SteeringPoint) and not changed[key.field]:
            self._work.remove_whole(value)
        else:
            self._work.put(replace(value, **changed))

    def put_own(self, key: UnitKey, audience: Audience, words: str, composed: str) -> None:
        """Keep words in the place of composed ones in papers for these readers; the composed ones need not be kept."""
        place = own_place(audience, key.place)
        found = next(iter(self._work.find(OwnWords, round_id=self._round_id, unit=place)), None)
        said = _with_wording(found.words if found else NOTHING, key.language, "" if words == composed else words)
        base = _with_wording(found.base if found else NOTHING, key.language, composed)
        if said:
            id_ = found.id if found else self._new_id()
            self._work.put(OwnWords(id=id_, round_id=self._round_id, unit=place, words=said, base=base))
        elif found:
            self._work.remove(found)

    def put_look(self, key: UnitKey, words: str, look: Marks) -> None:
        """Keep how the words of a unit look; nothing is kept of what looks like any other words."""
        known = self._work.find(UnitLook, round_id=self._round_id, unit=key.place, language=key.language)
        found = next(iter(known), None)
        if not look:
            if found:
                self._work.remove(found)
            return
        self._work.put(
            UnitLook(
                id=found.id if found else self._new_id(),
                round_id=self._round_id,
                unit=key.place,
                language=key.language,
                words_hash=words_hash(clean(words)),
                marks=written_marks(look),
            )
        )

    def add_point(self, beside: UnitKey, words: str, *, behind: bool) -> None:
        """Add a speaking or steering point before or behind another, or where such points are asked for."""
        if _asks_for_points(beside):
            self._begin_points(beside, words)
            return
        value = self._value(beside)
        if isinstance(value, SpeakingPoint):
            said = worded(beside.language, words)
            self._insert(value, replace(value, id=self._new_id(), words=said, about=NOTHING), behind=behind)
        elif isinstance(value, SteeringPoint):
            self._insert(value, replace(value, id=self._new_id(), words=worded(beside.language, words)), behind=behind)

    def has_point(self, beside: UnitKey, words: str) -> bool:
        """Say whether a point beside another one, or where such points are asked for, says this already."""
        points = self._asked_for(beside) if _asks_for_points(beside) else self._points_like(self._value(beside))
        return any(same_words(point.words.words(beside.language), words) for point in points)

    def _points_like(self, value: Identified | None) -> tuple[Point, ...]:
        """Return the points of the same kind that stand with a point, itself among them; none for anything else."""
        match value:
            case SpeakingPoint(agenda_item_id=item_id, kind=kind):
                return self._work.find(SpeakingPoint, agenda_item_id=item_id, kind=kind)
            case SteeringPoint(round_id=round_id, kind=kind):
                return self._work.find(SteeringPoint, round_id=round_id, kind=kind)
        return ()

    def _insert(self, beside: Point, new: Point, *, behind: bool) -> None:
        ordered = _in_order(self._points_like(beside))
        place = [point.id for point in ordered].index(beside.id) + behind
        ordered.insert(place, new)
        for position, point in enumerate(ordered, start=1):
            self._work.put(replace(point, position=position))

    def _asked_for(self, key: UnitKey) -> tuple[Point, ...]:
        """Return the points that stand by now where such points were asked for."""
        if key.record == "round":
            return self._work.find(SteeringPoint, round_id=key.record_id, kind=SteeringKind(key.field))
        return self._work.find(SpeakingPoint, agenda_item_id=key.record_id, kind=_kind_asked_for(key))

    def _begin_points(self, key: UnitKey, words: str) -> None:
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        known = len(self._asked_for(key))
        if key.record == "round":
            for position, line in enumerate(lines, start=known + 1):
                said = worded(key.language, line)
                self._work.put(
                    SteeringPoint(
                        id=self._new_id(),
                        round_id=RoundId(key.record_id),
                        kind=SteeringKind(key.field),
                        position=position,
                        words=said,
                    )
                )
            return
        self._work.get(AgendaItem, key.record_id)
        for position, line in enumerate(lines, start=known + 1):
            point = SpeakingPoint(
                id=self._new_id(),
                agenda_item_id=AgendaItemId(key.record_id),
                kind=_kind_asked_for(key),
                position=position,
                words=worded(key.language, line),
            )
            self._work.put(point)

    def _value(self, key: UnitKey) -> Identified | None:
        if (kind := KIND_OF_NAME.get(key.record)) is None:
            return None
        value = self._work.look_up(kind, key.record_id)
        if isinstance(value, Delegate) and key.field == "name":
            # The name of a delegate is that of the person.
            return self._work.look_up(Person, value.person_id) if value.person_id else None
        if isinstance(value, Person) and key.field != "name":
            return next(iter(self._work.find(Biography, person_id=value.id)), None)
        return value


def is_among_points(key: UnitKey) -> bool:
    """Say whether a paragraph beside a unit is one more point of its kind."""
    return key.record in ("speaking_point", "steering_point") or _asks_for_points(key)


def _asks_for_points(key: UnitKey) -> bool:
    kinds: Iterable[str] = (_POINTS, *PointKind) if key.record == "agenda_item" else ()
    kinds = SteeringKind if key.record == "round" else kinds
    return key.field in set(kinds)


def _kind_asked_for(key: UnitKey) -> PointKind:
    return PointKind.POINT if key.field == _POINTS else PointKind(key.field)


def _in_order(points: Iterable[Point]) -> list[Point]:
    return sorted(points, key=lambda point: (point.position, point.id))


def _is_text(kind: type[Identified], field: str) -> bool:
    written = getattr(kind, "__annotations__", {}).get(field, "")
    return written in ("Text", Text)


def _changed(content: object, language: str, words: str) -> object:
    """Return the content of a field with other words; those that were shown in another language stay in it."""
    if isinstance(content, int):
        minutes = minutes_in(words)
        return content if minutes is None else minutes
    assert isinstance(content, Text)
    if content and not content.wording(language) and words:
        shown = next((w for w in content if same_words(w.words, content.read(language))), None)
        if shown and _mostly_the_same(shown.words, words):
            return content.reworded(shown.language, words)
    return content.reworded(language, words)


def minutes_in(words: str) -> int | None:
    """Return the minutes that words say, with or without their unit; None where they say anything else."""
    said = _MINUTES.fullmatch(words)
    return int(said[1]) if said and int(said[1]) <= _MOST_MINUTES else None


def _mostly_the_same(one: str, other: str) -> bool:
    first, second = set(tokens(one)), set(tokens(other))
    return 2 * len(first & second) > max(len(first), len(second))


def _with_wording(text: Text, language: str, words: str) -> Text:
    others = tuple(wording for wording in text if wording.language != language)
    return Text((*others, Wording(language, words)) if words else others)
