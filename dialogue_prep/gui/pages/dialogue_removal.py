"""Removing a whole dialogue, as one that was taken in by mistake: the user is told first what goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.dialogue_lines import going_words
from dialogue_prep.gui.words import _, count
from dialogue_prep.services.records import Records

# What people know a dialogue by; all else that goes is told as one number.
_KNOWN_BY: tuple[type[Identified], ...] = (Source, Round, Commitment, Topic, Entity, AgendaItem, Delegate)


def ask_to_remove_dialogue(context: Context, say: Callable[[str], None], window: QWidget) -> None:
    """Ask about the dialogue that is looked at, and remove it; `say` is told why where that is refused."""
    dialogue = context.choices.dialogue
    if dialogue is None:
        return
    records = Records(context.workspace)
    refused = at_field(context, lambda _field, sentence: say(sentence))

    def remove() -> None:
        context.jobs.run(lambda: records.remove(dialogue, label="Remove a dialogue"), refused=refused)

    def tell(going: Counter[type[Identified]]) -> None:
        name = dialogue.designation.read(context.language, "en")
        box = QuestionBox(
            _("Remove the dialogue “{title}”?").format(title=name), going_sentences(going), _("Remove"), window
        )
        box.accepted.connect(remove)
        box.open()

    context.jobs.run(lambda: context.dialogues.goes_with(dialogue), tell, refused)


def going_sentences(going: Counter[type[Identified]]) -> tuple[str, ...]:
    """Return what goes with a dialogue and what stays, one sentence each; it has two sides at least."""
    known = {kind: going[kind] for kind in _KNOWN_BY if going[kind]}
    return (
        *([_("With it go: {what}.").format(what=going_words(known))] if known else []),
        count("In all, {number} record goes.", "In all, {number} records go.", going.total() + 1),
        _("Other dialogues keep all that is theirs. One undo brings everything back."),
        _("Papers and archives that were written are files of their own and stay."),
    )
