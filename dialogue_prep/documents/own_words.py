"""Words of the staff in the place of those that the program put together, and whether they are still up to date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_prep.documents.model import Document, Inline, Run, Unit, UnitClass, UnitKey, rewritten, units
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.returned import own_place


def with_own_words(document: Document, dossier: Dossier, audience: Audience) -> Document:
    """Return a document in which the words of the staff stand where they replaced composed ones, in its language.

    Words that were written in a paper for other readers stay out: ours never reach the other side in this way.
    What the program put together stays beside them in `Unit.composed`, so that it can be told when it has moved.
    """
    own = {(words.unit, wording.language): wording.words for words in dossier.own_words for wording in words.words}
    if not own:
        return document

    def change(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Unit) and inline.unit_class is UnitClass.COMPOSED:
            words = own.get((own_place(audience, inline.key.place), inline.key.language))
            yield replace(inline, runs=(Run(words),), composed=inline.text) if words else inline
        else:
            yield inline

    return replace(document, blocks=tuple(rewritten(block, change) for block in document.blocks))


def outdated(document: Document, dossier: Dossier, audience: Audience) -> tuple[UnitKey, ...]:
    """Return the units with words of the staff where the program would by now put together something else."""
    own = {words.unit: words for words in dossier.own_words}
    replaced = ((unit, own.get(own_place(audience, unit.key.place))) for unit in units(document))
    return tuple(
        unit.key
        for unit, words in replaced
        if words is not None and unit.composed is not None and words.outdated(unit.key.language, unit.composed)
    )
