"""What the user can say of who was consulted on a paper, and of who approved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_prep.domain.clearance import Clearance
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import clean
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class Clearances:
    """Requests about the clearance of papers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, round_id: str, kind: PaperKind, audience: Audience) -> Clearance | None:
        """Return the clearance of the papers of a kind, if anybody has said anything of it."""
        with self._workspace.look() as work:
            return _kept(work, round_id, kind, audience)

    def set(
        self,
        round_id: str,
        kind: PaperKind,
        audience: Audience,
        *,
        seen: Clearance | None = None,
        consulted: str = "",
        approved: str = "",
        approved_on: date | None = None,
    ) -> Clearance | None:
        """Say who was consulted on the papers of a kind, who approved them and when; None where nothing is said then.

        Raises UserError for a day still to come, for a day without a name, and for a kind without such papers; Conflict
        where somebody else has said the same otherwise since this was `seen` (None: nobody had said anything).
        """
        consulted, approved = clean(consulted).strip(), clean(approved).strip()
        self._check(kind, audience, approved, approved_on)
        said: dict[str, Any] = {"consulted": consulted, "approved": approved, "approved_on": approved_on}
        with self._workspace.request("Say who cleared a paper") as work:
            work.get(Round, round_id)
            kept = _kept(work, round_id, kind, audience)
            id_ = kept.id if kept else self._workspace.new_id()
            nothing = Clearance(id=id_, round_id=RoundId(round_id), kind=kind, audience=audience)
            if kept is None:
                return work.put(replace(nothing, **said)) if consulted or approved else None
            before = replace(seen or nothing, id=id_)
            new = {name: content for name, content in said.items() if content != getattr(before, name)}
            after = work.revise(before, lambda one: replace(one, **new))
            if after.consulted or after.approved:
                return after
            work.remove(after)
            return None

    def _check(self, kind: PaperKind, audience: Audience, approved: str, approved_on: date | None) -> None:
        if kind is not PaperKind.OWN and audience not in kind.audiences:
            raise UserError(
                "The paper “{kind}” is {audiences} only.", kind=kind.value, audiences=" / ".join(kind.audiences)
            )
        if approved_on is None:
            return
        if not approved:
            raise UserError("Say who approved it, not only when.", field="approved")
        if approved_on > self._workspace.today():
            text = "Nothing can have been approved on {day}, which is still to come."
            raise UserError(text, field="approved_on", day=approved_on)


def _kept(work: Work, round_id: str, kind: PaperKind, audience: Audience) -> Clearance | None:
    return next(iter(work.find(Clearance, round_id=round_id, kind=kind, audience=audience)), None)
