"""Making a dialogue by hand, where there is neither a source of it nor a store that has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_prep.domain.dialogue import Cadence, Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, RoundId, SideId
from dialogue_prep.domain.round import FIRST_YEAR, Round, RoundStatus
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.reading.states import all_states, by_name
from dialogue_prep.services.known_states import state_name, with_state
from dialogue_prep.services.presets import put_markings, put_scale
from dialogue_prep.services.starter import preset_for
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSide:
    """What the user says of one side; only the name is needed."""

    name: str
    long_name: str = ""
    capital: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDialogue:
    """What the user says of a dialogue, in one language (BCP 47); designation and both names are needed.

    `ordinal` and `year` are of the last round that was held. `we_host` says whether we hosted it or, where none
    was held, whether we host the first; None where nobody has said.
    """

    language: str
    designation: str
    short_name: str = ""
    ours: NewSide
    theirs: NewSide
    cadence: Cadence = Cadence.UNSAID
    host_rule: HostRule = HostRule.UNSAID
    ordinal: int | None = None
    year: int | None = None
    we_host: bool | None = None


class NewDialogues:
    """Requests about dialogues that are not there yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def offered_names(self, language: str) -> tuple[str, ...]:
        """Return names of states to choose from, in a language: the sides in the store first."""
        with self._workspace.look() as work:
            known = sorted(side.name.read(language, "en") for side in work.find(Side))
        return tuple(dict.fromkeys((*known, *sorted(state.words(language).name for state in all_states()))))

    def begin(self, new: NewDialogue) -> Dialogue:
        """Make a dialogue with its two sides, ours first, and the last round that was held, as one step.

        What is not said of a side is taken from the same state in the store, else from what the program knows of it.
        Raise UserError, at its field, for what is missing and for what cannot be.
        """
        with self._workspace.request("Make a dialogue") as work:
            dialogue = self._dialogue(new)
            ours, theirs = self._sides(work, new, dialogue)
            _check_new(work, dialogue, ours, theirs)
            held = self._held(new, ours, theirs)
            for value in (dialogue, ours, theirs, *held):
                work.put(value)
            put_markings(work, preset_for(ours.name.read("en")))
            put_scale(work)
        return dialogue

    def _dialogue(self, new: NewDialogue) -> Dialogue:
        return Dialogue(
            id=DialogueId(self._workspace.new_id()),
            designation=_text(new.designation, new.language),
            short_name=_text(new.short_name, new.language),
            cadence=new.cadence,
            host_rule=new.host_rule,
        )

    def _sides(self, work: Work, new: NewDialogue, dialogue: Dialogue) -> tuple[Side, Side]:
        known = work.find(Side)
        for field, said in (("our_name", new.ours), ("their_name", new.theirs)):
            if not said.name.strip():
                raise UserError("A side needs the name of its state.", field=field)
        first = new.we_host if new.ordinal is None else None
        ours, theirs = (
            replace(
                _side(said, known, SideId(self._workspace.new_id()), dialogue, new.language),
                position=position,
                home=position == 1,
                hosts_first=first is (position == 1),
            )
            for position, said in enumerate((new.ours, new.theirs), start=1)
        )
        state = by_name(new.ours.name)
        if ours.name.agrees_with(theirs.name) or (state is not None and state == by_name(new.theirs.name)):
            raise UserError("Both sides are {state}; name the other state.", field="their_name", state=ours.name)
        return ours, theirs

    def _held(self, new: NewDialogue, ours: Side, theirs: Side) -> tuple[Round, ...]:
        """Return the last round that was held, or nothing."""
        if new.ordinal is None:
            if new.year is not None:
                raise UserError("Say which number the round of {year} had.", field="ordinal", year=new.year)
            return ()
        if new.year is None:
            raise UserError("Say in which year round {ordinal} was held.", field="year", ordinal=new.ordinal)
        if not FIRST_YEAR <= new.year <= self._workspace.today().year:
            raise UserError("Look at {year} again: it cannot be right.", field="year", year=new.year)
        if new.we_host is None:
            raise UserError("Say who hosted round {ordinal}.", field="we_host", ordinal=new.ordinal)
        host = ours if new.we_host else theirs
        held = Round(
            id=RoundId(self._workspace.new_id()),
            dialogue_id=ours.dialogue_id,
            ordinal=new.ordinal,
            host_id=host.id,
            year=new.year,
            time_zone=host.time_zone,
            status=RoundStatus.HELD,
        )
        return (held,)


def _side(said: NewSide, known: Iterable[Side], id_: SideId, dialogue: Dialogue, language: str) -> Side:
    """Return a side as it is said, and otherwise as the store or the program knows its state."""
    name = said.name.strip()
    typed, usual = worded(language, name), state_name(name, language)
    own = Side(
        id=id_,
        dialogue_id=dialogue.id,
        position=1,
        name=usual if usual.agrees_with(typed) else typed,
        long_name=_text(said.long_name, language),
        capital=_text(said.capital, language),
    )
    same = next((side for side in known if side.name.agrees_with(typed)), None)
    if same is None:
        return with_state(own, name, language)
    return replace(
        same,
        id=own.id,
        dialogue_id=own.dialogue_id,
        long_name=own.long_name or same.long_name,
        capital=own.capital or same.capital,
    )


def _check_new(work: Work, dialogue: Dialogue, *sides: Side) -> None:
    """Refuse a second dialogue of the same name between the same two states."""
    for other in work.find(Dialogue):
        known = work.find(Side, dialogue_id=other.id)
        same = all(any(side.name.agrees_with(one.name) for one in known) for side in sides)
        if same and other.designation.agrees_with(dialogue.designation):
            text = "There is a dialogue of this name between these two states already."
            raise UserError(text, field="designation")


def _text(words: str, language: str) -> Text:
    return worded(language, words.strip()) if words.strip() else NOTHING
