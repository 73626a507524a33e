"""What a Chinese sentence undertakes: segment by segment, with the subject and the verb that still hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.chinese.phrases import (
    Mode,
    attaches,
    done_by,
    gives_examples,
    head_after,
    head_of,
    is_verb_phrase,
    lead_in,
    meets,
    meets_often,
    split_phrases,
    subject_of,
)
from dialogue_prep.reading.chinese.segments import segments
from dialogue_prep.reading.clause_reading import Undertaking
from dialogue_prep.reading.sides import Sides


@dataclass(frozen=True, slots=True)
class _State:
    """What still holds in a sentence: who is spoken of, what is said; where a verb stands that has nothing after it.

    `telling` says that what is told follows: “双方注意到，……”.
    """

    party: bool = False
    side: str | None = None
    mode: Mode | None = None
    strength: Strength = Strength.FIRM
    waiting: int | None = None
    telling: bool = False


_FOLLOWS = re.compile(
    r"(?:以下|如下|下列|下述)?(?:采取)?(?:以下|如下|下列)?(?:具体)?(?:措施|事项|共识|内容|几点|方面|"
    r"工作|行动|安排|成果|承诺|领域)?$"
)
# When, or without what: such a segment goes with the verb phrase after it.
_CONDITION = re.compile(
    r"(?:未经|除非|如无|不经)[^，；]+$|(?:在|于|经|待)[^，；]{1,30}(?:后|前|时|下|内|上)$|(?:\d{4}年|"
    r"今年|明年|每年)[^，；]{0,12}$"
)
_LISTS = re.compile(r"(?:以下|如下|下列|下述|包括|方面)[^，；：]{0,16}$")


class SentenceReader:
    """Finds what sentences undertake."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def pieces(self, sentence: str) -> Iterator[Undertaking]:
        """Yield what a shielded sentence undertakes, in order."""
        yield from self._read(sentence, _State())

    def item(self, sentence: str, strength: Strength, side: str | None) -> Iterator[Undertaking]:
        """Yield the pieces of an item of a list that a lead-in undertakes."""
        yield from self._read(sentence, _State(True, side, Mode.UNDERTAKES, strength))

    def lead_in(self, sentence: str) -> tuple[Strength, str | None] | None:
        """Return the strength and side of what the list after a sentence with a colon is undertaken with."""
        state = _State()
        body = sentence.rstrip("：: ")
        last = ""
        for start, end, _ in segments(body):
            last = body[start:end]
            state, _pieces = self._segment(body, start, end, state)
        if state.mode is not Mode.UNDERTAKES or not state.party:
            return None
        return (state.strength, state.side) if state.waiting is not None or _LISTS.search(last) else None

    def _read(self, sentence: str, state: _State) -> Iterator[Undertaking]:
        found: list[Undertaking] = []
        reached, examples = 0, False
        for start, end, mark in segments(sentence):
            own = start + lead_in(sentence[start:end])
            segment = sentence[own:end]
            last = bool(found) and found[-1].end == reached and mark != "；"
            if last and (attaches(segment) or (examples and self._goes_on(segment) and own == start)):
                found[-1] = replace(found[-1], end=end)
                examples = examples or gives_examples(segment)
                reached = end
                continue
            examples = False
            state, pieces = self._segment(sentence, own, end, state)
            found += pieces
            reached = end if pieces or state.mode is Mode.TELLS else reached
        yield from found

    def _segment(self, sentence: str, start: int, end: int, state: _State) -> tuple[_State, list[Undertaking]]:
        """Return what holds after a segment, and what it undertakes."""
        segment = sentence[start:end]
        if state.telling:
            return replace(state, telling=False), []
        subject = subject_of(segment, self._sides)
        head = head_of(segment, subject)
        if subject:
            side = self._sides.only_side(segment[:subject])
            waiting = state.waiting if state.mode is Mode.UNDERTAKES else None
            strength = state.strength if waiting is not None else Strength.FIRM
            state = _State(True, side, state.mode if waiting is not None else None, strength, waiting)
        if head is not None:
            after, pieces = self._with_head(segment, start, end, state, head.mode, head.strength, start + head.end)
            # “努力” before one of several verbs makes only that one soft.
            alone = not subject and state.mode is Mode.UNDERTAKES and after.mode is Mode.UNDERTAKES
            return replace(after, strength=state.strength) if alone else after, pieces
        begin = state.waiting if state.waiting is not None else start
        rest = start + subject
        if meets(segment) or (subject and meets_often(segment)):
            strength = state.strength if state.mode is Mode.UNDERTAKES else Strength.FIRM
            held = state.mode is not Mode.TELLS or subject
            return replace(state, waiting=None), [Undertaking(begin, end, start, strength, state.side)] if held else []
        left_to = state.mode is Mode.UNDERTAKES and segment.startswith("由")
        if self._is_done_by_party(f"将{segment}" if left_to else segment):
            side = self._sides.only_side(done_by(f"将{segment}" if left_to else segment)) or state.side
            return replace(state, waiting=None), [Undertaking(begin, end, start, Strength.FIRM, side)]
        if state.mode is Mode.UNDERTAKES and _CONDITION.match(segment):
            return replace(state, waiting=begin), []
        if state.mode is Mode.UNDERTAKES and (state.party or state.waiting is not None):
            if is_verb_phrase(sentence[rest:end]):
                return replace(state, waiting=None), self._phrases(sentence, begin, rest, end, state)
            if state.waiting is not None:
                side = self._sides.only_side(done_by(f"将{segment[segment.find('由') :]}")) or state.side
                return replace(state, waiting=None), [Undertaking(begin, end, start, state.strength, side)]
        return state, []

    def _with_head(
        self, segment: str, start: int, end: int, state: _State, mode: Mode, strength: Strength, after: int
    ) -> tuple[_State, list[Undertaking]]:
        if mode is Mode.TELLS:
            return replace(state, mode=Mode.TELLS, waiting=None, telling=after == end), []
        begin = state.waiting if state.waiting is not None else start
        if meets(segment):
            return replace(state, mode=mode, strength=strength, waiting=None), [
                Undertaking(begin, end, start, strength, state.side)
            ]
        if self._is_done_by_party(segment):
            return replace(state, mode=mode, strength=strength, waiting=None), [
                Undertaking(begin, end, start, strength, self._sides.only_side(done_by(segment)))
            ]
        if not state.party:
            return state, []
        state = replace(state, mode=mode, strength=strength if state.waiting is None else state.strength)
        rest = segment[after - start :]
        if _FOLLOWS.fullmatch(rest):
            return replace(state, waiting=begin), []
        inner = subject_of(rest, self._sides)
        again = head_after(rest, inner)
        doing = after
        if again is not None:
            if again.mode is Mode.TELLS:
                return replace(state, mode=Mode.TELLS, waiting=None), []
            doing = after + again.end
            if again.strength is Strength.SOFT:
                state = replace(state, strength=Strength.SOFT)
        if inner and (side := self._sides.only_side(rest[:inner])):
            state = replace(state, side=side)
        phrases = [
            Undertaking(begin if index == 0 else start + first, start + last, start + first, state.strength, state.side)
            for index, (first, last) in enumerate(split_phrases(segment, doing - start))
        ]
        return replace(state, waiting=None), phrases

    def _phrases(self, sentence: str, begin: int, rest: int, end: int, state: _State) -> list[Undertaking]:
        parts = split_phrases(sentence[rest:end], 0)
        return [
            Undertaking(begin if index == 0 else rest + first, rest + last, rest + first, state.strength, state.side)
            for index, (first, last) in enumerate(parts)
        ]

    def _goes_on(self, segment: str) -> bool:
        """Say whether a segment has neither a subject nor a verb of undertaking or telling of its own."""
        return not subject_of(segment, self._sides) and head_of(segment, 0) is None

    def _is_done_by_party(self, segment: str) -> bool:
        who = done_by(segment)
        return bool(who) and (
            subject_of(who, self._sides) > 0
            or who.endswith(("部门", "机构", "专家", "学院", "委员会", "小组", "工作组", "中心"))
        )
