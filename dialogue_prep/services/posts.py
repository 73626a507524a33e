"""What the user can do with posts: confirm who holds one, and say who holds it now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import PersonId
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Posts:
    """Requests about who holds posts."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def confirm(self, tenure: Tenure) -> Tenure:
        """Say that a person still holds a post."""
        with self._workspace.request("Confirm who holds a post") as work:
            present = work.get(Tenure, tenure.id)
            return work.put(replace(present, confirmed=True))

    def give(self, post: Post, name: Text, on: date, form_of_address: Text = NOTHING) -> Tenure:
        """Say who holds a post from a day on; that ends the tenure of whoever held it.

        A person of that name on the side is the same person. Where the post is that of the co-chair, the new holder
        heads the delegations to rounds still to come that the former one would have headed.
        """
        if not name:
            raise UserError("Say who holds the post now.", field="name")
        with self._workspace.request("Change who holds a post") as work:
            present = [t for t in work.find(Tenure, post_id=post.id) if t.until is None]
            known = next((p for p in work.find(Person, side_id=post.side_id) if p.name.agrees_with(name)), None)
            last = max(present, key=lambda tenure: (tenure.as_of is not None, tenure.as_of), default=None)
            if known is not None and last is not None and last.person_id == known.id:
                raise UserError("{name} holds this post already; confirm it instead.", field="name", name=known.name)
            for tenure in present:
                if tenure.as_of is not None and on < tenure.as_of:
                    raise UserError(
                        "The former holder is known to have held it on {day}; it cannot have passed on before.",
                        field="on",
                        day=tenure.as_of,
                    )
                work.put(replace(tenure, until=on))
            person = known or work.put(_person(self._workspace.new_id(), post, name, form_of_address))
            if post.role is PostRole.CO_CHAIR:
                for tenure in present:
                    _head_instead(work, post, tenure.person_id, person)
            tenure = Tenure(id=self._workspace.new_id(), post_id=post.id, person_id=person.id, as_of=on, confirmed=True)
            return work.put(tenure)


def _person(id_: str, post: Post, name: Text, form_of_address: Text) -> Person:
    return Person(id=PersonId(id_), side_id=post.side_id, name=name, form_of_address=form_of_address)


def _head_instead(work: Work, post: Post, former_id: str, person: Person) -> None:
    """Put a new co-chair at the head of the delegations that the former one would have headed."""
    for delegate in work.find(Delegate, person_id=former_id, role=DelegateRole.HEAD):
        if work.get(Round, delegate.round_id).status.ahead:
            coming = work.find(Delegate, round_id=delegate.round_id, person_id=person.id)
            if not coming:
                work.put(replace(delegate, person_id=person.id, office=post.title))
