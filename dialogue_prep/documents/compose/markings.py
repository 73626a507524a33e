"""Which marking a paper bears."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MarkingId
from dialogue_prep.domain.text import NOTHING, Text


def paper_marking(dossier: Dossier, audience: Audience, inside: Iterable[MarkingId | None] = ()) -> Text:
    """Return the name of the strictest of: the marking of papers of this audience, and those of what is `inside`.

    Nothing where the store has no markings. UserError where it would be stricter than the ceiling of the store.
    """
    ids = {id_ for id_ in inside if id_}
    wanted = [
        marking
        for marking in dossier.markings
        if marking.id in ids or (marking.shared if audience is Audience.SHARED else marking.internal)
    ]
    strictest = max(wanted, key=lambda marking: marking.rank, default=None)
    if strictest is None:
        return NOTHING
    ceiling = next((marking for marking in dossier.markings if marking.ceiling), None)
    if ceiling and strictest.rank > ceiling.rank:
        raise UserError(
            "This paper would have to be marked {marking}; nothing above {ceiling} is written here.",
            field="marking",
            marking=strictest.name,
            ceiling=ceiling.name,
        )
    return strictest.name


def strictest(dossier: Dossier, language: str, names: Iterable[str]) -> str:
    """Return the strictest of the markings that papers in a language bear; nothing where none bears any."""
    ranks = {marking.name.read(language): marking.rank for marking in dossier.markings}
    return max((name for name in names if name), key=lambda name: ranks.get(name, 0), default="")
