"""What the user can do with versions of an agenda: say how far one is, begin the next, take one over to a round."""

from __future__ import annotations

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaItemCommitment, AgendaItemLead, AgendaState, ItemKind
from dialogue_prep.domain.agenda_versions import AgendaVersion, begun, kept_copy, stepped, taken_over
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import Text
from dialogue_prep.services.agenda_layout import agenda_layout
from dialogue_prep.services.agendas import check_current
from dialogue_prep.services.preparing import lay_out
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work

_LABELS = {
    AgendaState.CLEARED: "Clear the agenda",
    AgendaState.SENT: "Record the agenda as sent",
    AgendaState.AGREED: "Record the agenda as agreed",
    AgendaState.ADOPTED: "Record the agenda as adopted",
    AgendaState.AMENDED: "Record the agenda as amended",
}


class AgendaVersions:
    """Requests about versions. Only the newest is worked on; what was before is kept as it was."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_round(self, round_id: str) -> tuple[AgendaVersion, ...]:
        """Return the versions of the agenda of a round, the oldest first."""
        with self._workspace.look() as work:
            agendas = sorted(work.find(Agenda, round_id=round_id), key=lambda agenda: agenda.version)
            return tuple(_version(work, agenda) for agenda in agendas)

    def step(self, agenda: Agenda, state: AgendaState) -> Agenda:
        """Say how far the newest version has come; UserError for a step that does not follow."""
        with self._workspace.request(_LABELS.get(state, "Change the agenda")) as work:
            check_current(work, agenda.id)
            return work.put(stepped(work.get(Agenda, agenda.id), state))

    def begin(self, agenda: Agenda) -> Agenda:
        """Keep the newest version as it is and begin the next one, a draft that says the same."""
        with self._workspace.request("Begin a new version of the agenda") as work:
            check_current(work, agenda.id)
            return self._begun(work, work.get(Agenda, agenda.id))

    def duplicate(self, round_id: str) -> Round:
        """Have the round after this one take its agenda over, and return that round.

        What was written for items of that round stays with them. Raise UserError where no round comes after, or this
        one has no agenda.
        """
        with self._workspace.request("Duplicate the agenda to the next round") as work:
            earlier = work.dossier(round_id)
            following = next_round(earlier)
            if earlier.agenda is None:
                raise UserError("Round {ordinal} has no agenda yet.", ordinal=earlier.round.ordinal)
            if following is None:
                text = "No round after round {ordinal} is planned yet; plan it first."
                raise UserError(text, ordinal=earlier.round.ordinal)
            lay_out(work, following.id, self._workspace.new_id)
            present = work.dossier(following.id)
            assert present.agenda is not None
            if present.agenda.state is not AgendaState.DRAFT:
                self._begun(work, present.agenda)
                present = work.dossier(following.id)
            assert present.agenda is not None
            from_, to = _version(work, earlier.agenda), _version(work, present.agenda)
            for value in taken_over(from_, to, _titles(earlier, present), self._workspace.new_id):
                work.put(value)
            return following

    def _begun(self, work: Work, agenda: Agenda) -> Agenda:
        for value in kept_copy(_version(work, agenda), self._workspace.new_id):
            work.put(value)
        return work.put(begun(agenda))


def next_round(dossier: Dossier) -> Round | None:
    """Return the next round to come after that of a dossier, None while none is planned."""
    later = (one for one in dossier.rounds if one.ordinal > dossier.round.ordinal and one.status.ahead)
    return min(later, key=lambda one: one.ordinal, default=None)


def _version(work: Work, agenda: Agenda) -> AgendaVersion:
    items = tuple(work.find(AgendaItem, agenda_id=agenda.id))
    leads = {item.id: work.find(AgendaItemLead, agenda_item_id=item.id) for item in items}
    links = {item.id: work.find(AgendaItemCommitment, agenda_item_id=item.id) for item in items}
    return AgendaVersion(
        agenda=agenda,
        items=tuple(sorted(items, key=lambda item: (item.position, item.id))),
        leads={id_: tuple(lead.entity_id for lead in found) for id_, found in leads.items()},
        commitments={id_: tuple(link.commitment_id for link in found) for id_, found in links.items()},
    )


def _titles(earlier: Dossier, present: Dossier) -> dict[Text, Text]:
    """Return what the usual items of one round are called in another: some name the round before, or the next host."""
    old, new = (agenda_layout(dossier) for dossier in (earlier, present))
    named = {usual.kind: usual.title for usual in (*new.before, *new.after) if usual.kind is not ItemKind.BREAK}
    return {usual.title: named[usual.kind] for usual in (*old.before, *old.after) if usual.kind in named}
