"""A draft of the other side as its review shows it: a line a paragraph, how it stands to ours, what taking it does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from dialogue_prep.documents.counter_draft import Counterpart, Match
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.communique_terms import passage_state_name
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.words import _, count, in_one_sentence, together, with_commas

if TYPE_CHECKING:
    from dialogue_prep.services.counter_drafts import CounterDraft


def counterpart_lines(draft: CounterDraft, chosen: Collection[str], numbers: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return a line for each paragraph; `numbers` are those of our passages, `chosen` what is to be taken."""
    return tuple(
        Finding(
            id=one.id,
            words=" ".join((one.words or (one.beside.words if one.beside else "")).split()),
            note=" · ".join(_note(draft, one, numbers)),
            place=_("theirs {number}").format(number=one.number) if one.number else "",
            icon=_icon(draft, one, taken=one.id in chosen),
            tone=_tone(one),
            struck=one.match is Match.MISSING,
            aloud=_("to be taken") if one.id in chosen else _("left"),
        )
        for one in draft.counterparts
    )


def effect(draft: CounterDraft, one: Counterpart) -> str:
    """Return what taking a paragraph does, in a sentence."""
    if draft.closes(one):
        return _("They write what we proposed. Taking it closes the bracket, ad referendum.")
    if not draft.can_be_taken(one):
        return _say_left(one)
    if one.match is Match.NEW:
        return _("Taking it adds a paragraph in brackets, with these words as their option.")
    if draft.reopens(one):
        return _("Taking it puts the paragraph into brackets again, with these words as their option.")
    return _("Taking it makes these words their option.")


def differing(one: Counterpart) -> Differing:
    """Return what differs from the wording of ours that is most like it."""
    if one.match is Match.NEW:
        return Differing(_("New in theirs"), one.pieces)
    if one.match is Match.MISSING:
        return Differing(_("Missing in theirs"), one.pieces)
    return Differing(_("Theirs against ours"), one.pieces)


def in_numbers(draft: CounterDraft, chosen: Collection[str]) -> str:
    """Return how many paragraphs are changed, new, missing and the same, and how many are to be taken."""
    number = {match: sum(one.match is match for one in draft.counterparts) for match in Match}
    parts = (
        count("{number} changed", "{number} changed", number[Match.CHANGED]),
        count("{number} new", "{number} new", number[Match.NEW]),
        count("{number} missing", "{number} missing", number[Match.MISSING]),
        count("{number} the same", "{number} the same", number[Match.SAME]),
    )
    taken = count("{number} to be taken", "{number} to be taken", len(chosen))
    return together((in_one_sentence((with_commas(parts),)), in_one_sentence((taken,))))


def _note(draft: CounterDraft, one: Counterpart, numbers: Mapping[str, str]) -> list[str]:
    parts = [_match_name(one.match)]
    if number := numbers.get(one.passage_id or ""):
        parts.append(_("our {number}").format(number=number))
    if one.moved:
        parts.append(_("stands elsewhere in theirs"))
    if draft.reopens(one) and (passage := draft.passage(one)) is not None:
        parts.append(_("in ours: {state}").format(state=passage_state_name(passage.state).lower()))
    if draft.closes(one):
        parts.append(_("can be closed"))
    return parts


def _match_name(match: Match) -> str:
    return {
        Match.SAME: _("The same"),
        Match.CHANGED: _("Changed"),
        Match.NEW: _("New"),
        Match.MISSING: _("Missing in theirs"),
    }[match]


def _tone(one: Counterpart) -> Tone:
    return {
        Match.SAME: Tone.MUTED,
        Match.CHANGED: Tone.WARN,
        Match.NEW: Tone.ACCENT,
        Match.MISSING: Tone.BAD,
    }[one.match]


def _icon(draft: CounterDraft, one: Counterpart, *, taken: bool) -> Icon | None:
    if taken:
        return Icon.DONE
    return Icon.ABSENT if draft.can_be_taken(one) else None


def _say_left(one: Counterpart) -> str:
    if one.match is Match.MISSING:
        return _("They leave it out. Nothing is changed by that; ask whether they mean to, or drop the paragraph.")
    return _("Nothing is to be taken from it.")
