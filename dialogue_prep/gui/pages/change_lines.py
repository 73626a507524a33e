"""What taking a source in would do to the store, line by line: what is new, what differs, what is also called so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Source
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.field_names import field_name
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, count

if TYPE_CHECKING:
    from dialogue_prep.services.joining.join import Proposal

# Where a thing stands and what belongs together is counted; what has words of its own is listed too, in this order: all
# but who holds a post, which is said by the post and the person.
_LISTED: tuple[type[Identified], ...] = (
    Alias,
    Dialogue,
    Side,
    Source,
    Round,
    Commitment,
    Topic,
    Mechanism,
    Objective,
    Instrument,
    Entity,
    Post,
    Person,
    Tenure,
)
_PLACE = ("source_id", "paragraph", "start", "end")


def change_lines(proposal: Proposal, language: str) -> tuple[Finding, ...]:
    """Return what differs first, then other names, then what is new."""
    listed = [change for change in proposal.changes if type(change.subject) in _LISTED[:-1]]
    listed.sort(key=lambda change: (change.before is None, _LISTED.index(type(change.subject))))
    return tuple(_line(change, language) for change in listed)


def in_numbers(proposal: Proposal) -> str:
    """Return how much would be new, changed and left as it is."""
    if not proposal.changes:
        return _("Nothing in this source is new: it was taken in before.")
    added, changed, left = proposal.added(), proposal.changed(), sum(proposal.unchanged.values())
    parts = [_("New: {what}").format(what=_counted(added))] if added else []
    parts += [_("changed: {what}").format(what=_counted(changed))] if changed else []
    parts += [count("{number} record stays as it is", "{number} records stay as they are", left)] if left else []
    return "; ".join(parts) + "."


def _counted(counts: Mapping[type[Identified], int]) -> str:
    named = [_number_of(kind, counts[kind]) for kind in _LISTED if counts.get(kind)]
    others = sum(number for kind, number in counts.items() if kind not in _LISTED)
    more = [count("{number} place or link", "{number} places and links", others)] if others else []
    return ", ".join((*named, *more))


def _number_of(kind: type[Identified], number: int) -> str:
    return {
        Alias: count("{number} other name", "{number} other names", number),
        Dialogue: count("{number} dialogue", "{number} dialogues", number),
        Side: count("{number} side", "{number} sides", number),
        Source: count("{number} source", "{number} sources", number),
        Round: count("{number} round", "{number} rounds", number),
        Commitment: count("{number} commitment", "{number} commitments", number),
        Topic: count("{number} topic", "{number} topics", number),
        Mechanism: count("{number} mechanism", "{number} mechanisms", number),
        Objective: count("{number} objective", "{number} objectives", number),
        Instrument: count("{number} instrument", "{number} instruments", number),
        Entity: count("{number} entity", "{number} entities", number),
        Post: count("{number} post", "{number} posts", number),
        Person: count("{number} person", "{number} people", number),
        Tenure: count("{number} holder of a post", "{number} holders of posts", number),
    }[kind]


def _line(change: Change, language: str) -> Finding:
    value, kind = change.subject, kind_name(type(change.subject).__name__)
    title = record_title(value, language)
    if change.before is not None and change.after is not None:
        differences = "; ".join(_differences(change.before, change.after, language))
        note = _("{kind} differs: {differences}").format(kind=kind, differences=differences)
        return Finding(id=value.id, words=title, note=note, icon=Icon.WRITE, tone=Tone.WARN, aloud=_("changed"))
    if isinstance(value, Alias):
        note = _("Also called so: {kind}").format(kind=kind_name(value.subject.value.capitalize()))
    else:
        note = _("{kind}, new").format(kind=kind)
    return Finding(id=value.id, words=title, note=note, icon=Icon.DONE, tone=Tone.GOOD, aloud=_("new"))


def _differences(before: Identified, after: Identified, language: str) -> Iterator[str]:
    """Yield what differs; of what has no words of its own, only that it does."""
    named: list[str] = []
    for field in fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if field.name in _PLACE and hasattr(after, "paragraph"):
            named.append(_("its place in the source"))
        elif field.name == "sha256" or field.name.endswith("_id") or isinstance(new, bool):
            named.append(field_name(field.name))
        else:
            yield f"{field_name(field.name)} {_shown(old, language)} → {_shown(new, language)}"
    yield from dict.fromkeys(named)


def _shown(content: object, language: str) -> str:
    if isinstance(content, Text):
        content = content.read(language, "en")
    return f"“{content}”" if content not in (None, "") else "–"
