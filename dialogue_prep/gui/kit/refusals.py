"""How a request that was refused comes back to the field that has to be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.labels import OptionalLabel
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import sentence_in_words


def at_field(context: Context, say: Callable[[str, str], None]) -> Callable[[BaseException], None]:
    """Return what hears of a refused request and says its sentence at a field: `say(field, sentence)`."""

    def refused(error: BaseException) -> None:
        if isinstance(error, Problem):
            say(error.field, sentence_in_words(error.sentence, context.language))
        else:
            context.jobs.refuse(error)

    return refused


def refuse_at(fields: Mapping[str, Field], name: str, sentence: str, elsewhere: OptionalLabel) -> None:
    """Say what is wrong at the field of this name, elsewhere where it has none; an empty sentence clears them all."""
    for one, field in fields.items():
        field.refuse(sentence if one == name else "")
    elsewhere.say("" if name in fields else sentence)
