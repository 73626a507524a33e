"""What the user can do with delegations: say who comes, in which order, and which entity sends nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dialogue_prep.domain.delegation import Absence, Delegate, DelegateRole
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, PersonId, PostId, RoundId, SideId
from dialogue_prep.domain.post import Person, Post
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Somebody who is to be put on a delegation list.

    Whom he or she stands in for is said by a post that is known, or by its title (`stands_in_for`).
    """

    round_id: RoundId
    side_id: SideId
    name: Text
    form_of_address: Text = NOTHING
    role: DelegateRole = DelegateRole.MEMBER
    entity_id: EntityId | None = None
    office: Text = NOTHING
    stands_in_for_id: PostId | None = None
    stands_in_for: Text = NOTHING


class Delegations:
    """Requests about who comes to a round."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def add(self, coming: Coming) -> Delegate:
        """Put somebody on the list, last in the order; a person of that name on that side is the same person.

        A delegate whose entity had a recorded absence takes its place.
        """
        with self._workspace.request("Add a delegate") as work:
            return put_on_list(work, coming, self._workspace.new_id)

    def designate(self, delegate: Delegate, title: Text, *, visit: str = "") -> Delegate:
        """Say for which post a delegate comes as designated officer; an empty title: in his or her own right.

        A post with this title on that side is the same post. Raise Conflict where somebody else has said another since
        the delegate was read.
        """
        with self._workspace.request("Change whom a delegate stands in for", visit=visit) as work:
            post_id = _post(work, delegate, title, self._workspace.new_id) if title else None
            return work.revise(delegate, lambda kept: replace(kept, stands_in_for_id=post_id), visit=visit)

    def move(self, delegate: Delegate, place: int) -> None:
        """Move a delegate to a place in the order of precedence of his or her side, counted from 0."""
        with self._workspace.request("Change the order of precedence") as work:
            present = _in_order(work, delegate.round_id, delegate.side_id)
            others = [other for other in present if other.id != delegate.id]
            others.insert(max(0, min(place, len(others))), work.get(Delegate, delegate.id))
            _number(work, others)

    def remove(self, delegate: Delegate) -> None:
        """Take somebody off the list; the person stays known."""
        with self._workspace.request("Remove a delegate") as work:
            work.remove(delegate)
            _number(work, _in_order(work, delegate.round_id, delegate.side_id))

    def excuse(self, round_id: RoundId, entity_id: EntityId, reason: Text) -> Absence:
        """Record that an entity sends nobody, and why; it must have no delegate.

        Raise Conflict where somebody else has given another reason already.
        """
        with self._workspace.request("Record an absence") as work:
            if any(delegate.entity_id == entity_id for delegate in work.find(Delegate, round_id=round_id)):
                raise UserError("This entity has a delegate; remove the delegate first.", field="entity_id")
            present = next((a for a in work.find(Absence, round_id=round_id) if a.entity_id == entity_id), None)
            id_ = present.id if present else self._workspace.new_id()
            absence = Absence(id=id_, round_id=round_id, entity_id=entity_id, reason=reason)
            return work.revise(absence, lambda _kept: absence) if present else work.put(absence)


def put_on_list(work: Work, coming: Coming, new_id: Callable[[], str]) -> Delegate:
    """Put somebody on the list, as `Delegations.add` says; UserError for who is on it already."""
    present = _in_order(work, coming.round_id, coming.side_id)
    person = _person(work, coming) or work.put(
        Person(
            id=PersonId(new_id()),
            side_id=coming.side_id,
            name=coming.name,
            form_of_address=coming.form_of_address,
        )
    )
    if any(delegate.person_id == person.id for delegate in present):
        raise UserError("{name} is on the list already.", field="name", name=person.name)
    for absence in work.find(Absence, round_id=coming.round_id):
        if coming.entity_id is not None and absence.entity_id == coming.entity_id:
            work.remove(absence)
    delegate = Delegate(
        id=new_id(),
        round_id=coming.round_id,
        side_id=coming.side_id,
        person_id=person.id,
        role=coming.role,
        precedence=len(present) + 1,
        entity_id=coming.entity_id,
        office=coming.office,
        stands_in_for_id=coming.stands_in_for_id,
    )
    if coming.stands_in_for:
        delegate = replace(delegate, stands_in_for_id=_post(work, delegate, coming.stands_in_for, new_id))
    return work.put(delegate)


def _post(work: Work, delegate: Delegate, title: Text, new_id: Callable[[], str]) -> PostId:
    """Return the post with a title on the side of a delegate; one that is new is in his or her entity."""
    known = next((p for p in work.find(Post, side_id=delegate.side_id) if p.title.agrees_with(title)), None)
    if known is not None:
        return known.id
    post = Post(id=PostId(new_id()), side_id=delegate.side_id, title=title, entity_id=delegate.entity_id)
    return work.put(post).id


def _person(work: Work, coming: Coming) -> Person | None:
    """Return the person of that side who bears one of the names in the same language."""
    return next((p for p in work.find(Person, side_id=coming.side_id) if p.name.agrees_with(coming.name)), None)


def _in_order(work: Work, round_id: str, side_id: str) -> list[Delegate]:
    delegates = work.find(Delegate, round_id=round_id, side_id=side_id)
    return sorted(delegates, key=lambda delegate: (delegate.precedence, delegate.id))


def _number(work: Work, delegates: Iterable[Delegate]) -> None:
    for precedence, delegate in enumerate(delegates, start=1):
        work.put(replace(delegate, precedence=precedence))
