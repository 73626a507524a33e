"""What the user can say of who was consulted on a paper, and of who approved it."""

from __future__ import annotations

from datetime import date

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
        consulted: str = "",
        approved: str = "",
        approved_on: date | None = None,
    ) -> Clearance | None:
        """Say who was consulted on the papers of a kind, who approved them and when; None where nothing is said.

        Raises UserError for a day still to come, for a day without a name, and for a kind without such papers.
        """
        consulted, approved = clean(consulted).strip(), clean(approved).strip()
        self._check(kind, audience, approved, approved_on)
        with self._workspace.request("Say who cleared a paper") as work:
            work.get(Round, round_id)
            before = _kept(work, round_id, kind, audience)
            if not (consulted or approved):
                if before is not None:
                    work.remove(before)
                return None
            return work.put(
                Clearance(
                    id=before.id if before else self._workspace.new_id(),
                    round_id=RoundId(round_id),
                    kind=kind,
                    audience=audience,
                    consulted=consulted,
                    approved=approved,
                    approved_on=approved_on,
                )
            )

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
