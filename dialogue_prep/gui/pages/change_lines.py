"""What taking a source in would do to the store, line by line: what is new, what differs, what is also called so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.differences import differences
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Alias, Source
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.field_contents import choice_name
from dialogue_prep.gui.field_names import field_name
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, count, in_a_row, in_one_sentence, listed

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
_UNSAID = ("id", "sha256")


def change_lines(proposal: Proposal, language: str) -> tuple[Finding, ...]:
    """Return what differs first, then other names, then what is new."""
    listed = [change for change in proposal.changes if type(change.subject) in _LISTED[:-1]]
    listed.sort(key=lambda change: (change.before is None, _LISTED.index(type(change.subject))))
    refused = (_name_line(alias, proposal, language, refused=True) for alias in proposal.refused)
    return (
        *(_line(change, proposal, language) for change in listed),
        *refused,
        *_same_lines(proposal),
    )


def other_name(proposal: Proposal, id_: str) -> str:
    """Return the other name that a line is about, empty where it is about something else."""
    added = (change.after for change in proposal.changes if isinstance(change.after, Alias))
    found = (one.name for one in (*added, *proposal.refused) if one is not None and one.id == id_)
    return next((wording.words for name in found for wording in name), "")


def compared(proposal: Proposal, id_: str, language: str) -> tuple[Differing, ...]:
    """Return what a line says field by field: of what differs each field that does, of what is new all it has."""
    change = next((one for one in proposal.changes if one.subject.id == id_), None)
    aliases = (*(one.after for one in proposal.changes if isinstance(one.after, Alias)), *proposal.refused)
    if alias := next((one for one in aliases if one.id == id_), None):
        called = proposal.called.get(alias.subject_id)
        title = record_title(called, language) if called else ""
        return (
            Differing(_("The other name beside the one it has"), differences(title, alias.name.read(language, "en"))),
        )
    if change is None or change.after is None:
        return ()
    return tuple(_fields(change.before, change.after, language))


def in_numbers(proposal: Proposal) -> str:
    """Return how much would be new, changed and left as it is."""
    if not proposal.changes:
        return _("Nothing in this source is new: it was taken in before.")
    added, changed, left = proposal.added(), proposal.changed(), sum(proposal.unchanged.values())
    parts = [_("New: {what}").format(what=_counted(added))] if added else []
    parts += [_("changed: {what}").format(what=_counted(changed))] if changed else []
    parts += [count("{number} record stays as it is", "{number} records stay as they are", left)] if left else []
    return in_one_sentence(parts)


def another_dialogue(proposal: Proposal, language: str) -> str:
    """Return that another dialogue would be made beside those between the same two sides, if that is so."""
    beside = [_quoted(one, language) for one in proposal.beside()]
    if not beside:
        return ""
    return _("This makes another dialogue between the same two sides, {name}, beside {others}.").format(
        name=_quoted(proposal.dialogue, language), others=listed(beside)
    )


def host_not_told(proposal: Proposal, language: str) -> str:
    """Return whom the meeting is taken to have been hosted by though nothing says so, if that is so."""
    if (host := proposal.guessed_host) is None:
        return ""
    text = _("Nothing says who hosted this meeting; it is taken to be {side}, and the turns are reckoned from that.")
    return text.format(side=host.name.read(language, "en"))


def _quoted(dialogue: Dialogue, language: str) -> str:
    return _("“{name}”").format(name=dialogue.designation.read(language, "en"))


def _counted(counts: Mapping[type[Identified], int]) -> str:
    named = [_number_of(kind, counts[kind]) for kind in _LISTED if counts.get(kind)]
    others = sum(number for kind, number in counts.items() if kind not in _LISTED)
    more = [count("{number} place or link", "{number} places and links", others)] if others else []
    return in_a_row((*named, *more))


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


def _line(change: Change, proposal: Proposal, language: str) -> Finding:
    value, kind = change.subject, kind_name(type(change.subject).__name__)
    title = record_title(value, language)
    if change.before is not None and change.after is not None:
        named = in_a_row(_changed_fields(change.before, change.after))
        note = _("{kind} differs: {what}").format(kind=kind, what=named)
        return Finding(id=value.id, words=title, note=note, icon=Icon.WRITE, tone=Tone.WARN, aloud=_("changed"))
    if isinstance(value, Alias):
        return _name_line(value, proposal, language, refused=False)
    note = _("{kind}, new").format(kind=kind)
    return Finding(id=value.id, words=title, note=note, icon=Icon.DONE, tone=Tone.GOOD, aloud=_("new"))


def _name_line(alias: Alias, proposal: Proposal, language: str, *, refused: bool) -> Finding:
    """Return the line that something is also called otherwise; that can be refused."""
    subject = proposal.called.get(alias.subject_id)
    return Finding(
        id=alias.id,
        words=_("{subject} is also called “{name}”").format(
            subject=record_title(subject, language) if subject else "–", name=alias.name.read(language, "en")
        ),
        note=_("Another name, refused: A keeps it after all") if refused else _("Another name, new: R refuses it"),
        icon=Icon.CLOSE if refused else Icon.DONE,
        tone=Tone.MUTED if refused else Tone.GOOD,
        struck=refused,
        aloud=_("rejected") if refused else _("new"),
    )


def _same_lines(proposal: Proposal) -> Iterator[Finding]:
    """Yield one line a kind of record for what is in the store just as the source has it."""
    for kind in _LISTED:
        if number := proposal.unchanged.get(kind):
            note = _("The same in the store and in the source")
            yield Finding(id=f"same-{kind.__name__}", words=_number_of(kind, number), note=note, aloud=_("the same"))


def _changed_fields(before: Identified, after: Identified) -> tuple[str, ...]:
    """Return what the fields are called that differ, each once."""
    named = (
        _("its place in the source") if _is_place(field.name, after) else field_name(field.name)
        for field in fields(after)
        if getattr(before, field.name) != getattr(after, field.name)
    )
    return tuple(dict.fromkeys(named))


def _fields(before: Identified | None, after: Identified, language: str) -> Iterator[Differing]:
    """Yield what differs of each field that can be said in words; what only names another record is not said."""
    for field in fields(after):
        old, new = getattr(before, field.name) if before else None, getattr(after, field.name)
        if old == new or _is_place(field.name, after) or field.name in _UNSAID or field.name.endswith("_id"):
            continue
        pieces = differences(_shown(old, language), _shown(new, language))
        if pieces:
            yield Differing(field_name(field.name), pieces)


def _is_place(name: str, value: Identified) -> bool:
    return name in _PLACE and hasattr(value, "paragraph")


def _shown(content: object, language: str) -> str:
    match content:
        case None | False:
            return ""
        case Text():
            return content.read(language, "en")
        case True:
            return _("yes")
        case StrEnum():
            return choice_name(content)
        case date():
            return day_in_words(content, language)
        case _:
            return str(content)
