"""What a round is given when it is planned: a first agenda, and the co-chairs as heads of the delegations."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.round import Round
from dialogue_prep.store.work import Work


def prepare(work: Work, round_: Round, new_id: Callable[[], str]) -> None:
    """Give a round a first agenda and the co-chairs as heads of the delegations, where it has none."""
    dossier = lay_out(work, round_.id, new_id)
    headed = {delegate.side_id for delegate in dossier.delegates if delegate.role is DelegateRole.HEAD}
    for side in dossier.sides:
        if side.id not in headed:
            _head(work, dossier, side, new_id)


def lay_out(work: Work, round_id: str, new_id: Callable[[], str]) -> Dossier:
    """Give a round that has no agenda a first one; return its dossier as it was before."""
    dossier = work.dossier(round_id)
    if dossier.agenda is None:
        # Imported here: a round is planned once, and the window starts with what it needs every day.
        from dialogue_prep.domain.planning import laid_out
        from dialogue_prep.services.agenda_layout import agenda_layout

        for value in laid_out(dossier, agenda_layout(dossier), new_id):
            work.put(value)
    return dossier


def _head(work: Work, dossier: Dossier, side: Side, new_id: Callable[[], str]) -> None:
    """Put whoever holds the post of the co-chair at the head of a delegation, if not on the list."""
    post = dossier.co_chair(side)
    holder = dossier.holder(post) if post else None
    if post is None or holder is None or any(one.person_id == holder[0].id for one in dossier.delegates):
        return
    head = Delegate(
        id=new_id(),
        round_id=dossier.round.id,
        side_id=side.id,
        person_id=holder[0].id,
        role=DelegateRole.HEAD,
        precedence=1,
        entity_id=post.entity_id,
        office=post.title,
    )
    work.put(head)
