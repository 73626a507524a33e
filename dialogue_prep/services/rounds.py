"""What the user can do with rounds: see whose turn it is, plan the next one, say what became of one."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from dialogue_prep.domain.course import check_place_in_order, check_status, host_by_alternation
from dialogue_prep.domain.days import check_zone
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.hosting import (
    Turn,
    check_dates,
    check_form,
    check_host,
    check_years,
    next_host,
    next_ordinal,
    next_year,
    schedule,
)
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.round import FIRST_YEAR, LAST_YEAR, Round, RoundForm, RoundStatus, TurnUse
from dialogue_prep.domain.seating_rules import SeatingRules
from dialogue_prep.domain.source import Citation, CitationRole, Subject, agreed_rounds
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.services.dialogues import sides_of
from dialogue_prep.services.preparing import lay_out, prepare
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the user says about a round; what is left out stays as it is, or follows the rule.

    `year` is of a round without dates. `emptied` names what is to be known no longer: "start" (with the last day),
    "city", "venue", "reason", "reference".
    """

    start: date | None = None
    end: date | None = None
    city: str = ""
    venue: str = ""
    host: str = ""
    reason: str = ""
    year: int | None = None
    form: RoundForm | None = None
    turn: TurnUse | None = None
    reference: str = ""
    time_zone: str = ""
    language: str = "en"
    emptied: frozenset[str] = frozenset()


class Rounds:
    """Requests about the rounds of one dialogue."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self, dialogue_id: str) -> tuple[Round, ...]:
        """Return the rounds in the store, in order."""
        with self._workspace.look() as work:
            return _in_order(work, dialogue_id)

    def next(self, dialogue_id: str) -> Round | None:
        """Return the first round that is still to come, if one is in the store."""
        return next((round_ for round_ in self.all(dialogue_id) if round_.status.ahead), None)

    def numbered(self, dialogue_id: str, ordinal: int) -> Round:
        """Return the round with this number; of several, the one that was not dropped."""
        found = [round_ for round_ in self.all(dialogue_id) if round_.ordinal == ordinal]
        if not found:
            raise UserError("There is no round {ordinal} in the store.", ordinal=ordinal)
        return min(found, key=lambda round_: round_.status.dropped)

    def dossier(self, round_id: str) -> Dossier:
        """Return everything about a round and its dialogue, read at one moment."""
        with self._workspace.look() as work:
            return work.dossier(round_id)

    def schedule(self, dialogue_id: str, years: int) -> tuple[Turn, ...]:
        """Return the rounds known and those to come by the rule within so many years from today."""
        today = self._workspace.today()
        with self._workspace.look() as work:
            dialogue, sides = work.get(Dialogue, dialogue_id), sides_of(work, dialogue_id)
            return schedule(dialogue, sides, _in_order(work, dialogue_id), today, years, _agreed(work))

    def plan(self, dialogue_id: str, plan: Plan, *, seen: Round | None = None, unplanned: bool = False) -> Round:
        """Plan the next round, or change what is planned: who hosts, where, when; with a first agenda and the heads.

        Raise UserError for a host out of turn without a reason, and for days that cannot be; Conflict where somebody
        else has changed the same of the round since it was `seen`, or has planned it where it was `unplanned`.
        """

        def planned(work: Work) -> tuple[Round | None, Round]:
            return self._changed(work, seen.id, plan) if seen else self._next_planned(work, dialogue_id, plan)

        with self._workspace.look() as work:
            label = _label(*planned(work))
        with self._workspace.request(label) as work:
            present, round_ = planned(work)
            if present is not None and unplanned:
                text = "Somebody else has planned this round meanwhile; keep yours again to put it over theirs."
                raise Conflict(text, wanted=round_, found=present)
            round_ = work.revise(seen or present, lambda _kept: round_) if present else work.put(round_)
            prepare(work, round_, self._workspace.new_id)
            return round_

    def change(self, round_id: str, plan: Plan, *, seen: Round | None = None) -> Round:
        """Change a round that is in the store: who hosts, where, when, how it is held and what that does to turns.

        Raise UserError for what cannot be among the other rounds, Conflict where somebody else has changed the same
        of it since it was `seen`.
        """
        with self._workspace.look() as work:
            label = _label(*self._changed(work, round_id, plan))
        with self._workspace.request(label) as work:
            present, changed = self._changed(work, round_id, plan)
            return work.revise(seen or present, lambda _kept: changed)

    def proposed(self, dialogue_id: str, plan: Plan, round_id: str = "") -> Round:
        """Return a round as it would be with this plan, the next one unless one is named; change nothing.

        Raise UserError as `plan` and `change` do.
        """
        with self._workspace.look() as work:
            if round_id:
                return self._changed(work, round_id, plan)[1]
            return self._next_planned(work, dialogue_id, plan)[1]

    def lay_out(self, round_id: str) -> None:
        """Give a round that has no agenda a first one."""
        with self._workspace.request("Lay out an agenda") as work:
            lay_out(work, round_id, self._workspace.new_id)

    def set_status(
        self,
        round_id: str,
        status: RoundStatus,
        on: date,
        reason: str = "",
        language: str = "en",
        *,
        seen: Round | None = None,
    ) -> Round:
        """Say how far a round has come, since which day, and why, where it did not take place.

        A round still without dates that took place did so on that day. Raise UserError for what cannot be, Conflict
        where somebody else has said the same otherwise since the round was `seen`.
        """
        with self._workspace.request("Change the status of a round") as work:
            before = work.get(Round, round_id)
            rounds = _in_order(work, before.dialogue_id)
            said = worded(language, reason) if reason else before.reason
            changed = replace(before, status=status, status_on=on, reason=said)
            if status.took_place and not before.status.took_place:
                if before.start is None:
                    changed = replace(changed, start=on, end=on, year=on.year)
                check_dates(rounds, changed)
            check_status(rounds, changed, self._workspace.today())
            return work.revise(seen or before, lambda _kept: changed)

    def enter(self, dialogue_id: str, ordinal: int, plan: Plan, year: int | None = None) -> Round:
        """Enter a round that was held before others that are known; its year is enough where its days are forgotten.

        Raise UserError for a number or days that do not fit between the others, and for a host out of turn without
        a reason.
        """
        with self._workspace.request("Enter an earlier round") as work:
            rounds, sides = _in_order(work, dialogue_id), sides_of(work, dialogue_id)
            if ordinal >= next_ordinal(rounds):
                raise UserError("Round {ordinal} is no earlier one; plan it.", field="ordinal", ordinal=ordinal)
            if plan.start is None and year is None:
                said = "Say when round {ordinal} was held: its days, or at least the year."
                raise UserError(said, field="year", ordinal=ordinal)
            host = host_by_alternation(sides, rounds, ordinal)
            round_ = Round(
                id=RoundId(self._workspace.new_id()),
                dialogue_id=work.get(Dialogue, dialogue_id).id,
                ordinal=ordinal,
                host_id=host.id,
                year=year,
                status=RoundStatus.HELD,
                time_zone=host.time_zone,
            )
            round_ = _planned(round_, sides, plan)
            check_place_in_order(work.get(Dialogue, dialogue_id), sides, rounds, round_)
            check_status(rounds, round_, self._workspace.today())
            return work.put(round_)

    def _next_planned(self, work: Work, dialogue_id: str, plan: Plan) -> tuple[Round | None, Round]:
        """Return the next round as it is kept, and with what the user says about it; UserError for what cannot be."""
        rounds, sides = _in_order(work, dialogue_id), sides_of(work, dialogue_id)
        dialogue = work.get(Dialogue, dialogue_id)
        present = next((round_ for round_ in rounds if round_.status.ahead), None)
        round_ = _planned(present or self._by_rule(dialogue, sides, rounds), sides, plan)
        _check_ahead(dialogue, sides, rounds, round_)
        return present, round_

    def _changed(self, work: Work, round_id: str, plan: Plan) -> tuple[Round, Round]:
        """Return a round as it is kept, and with what the user says about it; UserError for what cannot be."""
        present = work.get(Round, round_id)
        dialogue, sides = work.get(Dialogue, present.dialogue_id), sides_of(work, present.dialogue_id)
        others = tuple(one for one in _in_order(work, dialogue.id) if one.id != round_id)
        round_ = _planned(present, sides, plan)
        if round_.status.ahead:
            _check_ahead(dialogue, sides, others, round_)
        elif round_.status.took_place:
            check_form(sides, others, round_)
            check_place_in_order(dialogue, sides, others, round_)
        check_status(others, round_, self._workspace.today())
        return present, round_

    def _by_rule(self, dialogue: Dialogue, sides: tuple[Side, ...], rounds: tuple[Round, ...]) -> Round:
        host, _why = next_host(sides, rounds)
        usual = rounds[-1].seating if rounds else SeatingRules()
        return Round(
            id=RoundId(self._workspace.new_id()),
            dialogue_id=dialogue.id,
            ordinal=next_ordinal(rounds),
            host_id=host.id,
            year=next_year(dialogue, rounds, self._workspace.today()),
            time_zone=host.time_zone,
            **asdict(usual),
        )


def _label(before: Round | None, after: Round) -> str:
    """Return what a change of a round is called in the undo menu: by the one thing that it changes, if it is one."""
    if before is None:
        return "Plan the next round"
    if before.turn is not after.turn and after.turn is TurnUse.EXCHANGED:
        return "Exchange the turns of hosting"
    same = replace(after, reason=before.reason, reference=before.reference)
    if before.start and after.start and replace(same, start=before.start, end=before.end, year=before.year) == before:
        return "Move a round"
    if same != before and replace(same, form=before.form, turn=before.turn) == before:
        return "Change how a round is held"
    if same != before and replace(same, time_zone=before.time_zone) == before:
        return "Change the time zone of a round"
    return "Plan the next round" if after.status.ahead else "Change a round"


def _check_ahead(dialogue: Dialogue, sides: tuple[Side, ...], rounds: tuple[Round, ...], proposed: Round) -> None:
    """Refuse a round to come that cannot be after the others."""
    check_form(sides, rounds, proposed)
    check_host(dialogue, sides, rounds, proposed)
    check_dates(rounds, proposed)
    check_years(rounds, proposed)


def _planned(round_: Round, sides: tuple[Side, ...], plan: Plan) -> Round:
    """Put what the user says into a round."""
    round_ = _emptied(round_, plan)
    if plan.host:
        side = side_named(sides, plan.host)
        if side.id != round_.host_id:
            round_ = replace(round_, host_id=side.id, city=NOTHING, venue=NOTHING, time_zone=side.time_zone)
    if plan.city:
        round_ = replace(round_, city=_city(round_, sides, plan))
    if plan.venue:
        round_ = replace(round_, venue=worded(plan.language, plan.venue))
    if plan.reason:
        round_ = replace(round_, reason=worded(plan.language, plan.reason))
    host = next(side for side in sides if side.id == round_.host_id)
    zone = check_zone(plan.time_zone).key if plan.time_zone else round_.time_zone
    return replace(
        _dated(round_, plan),
        form=plan.form or round_.form,
        turn=plan.turn or round_.turn,
        reference=plan.reference or round_.reference,
        time_zone=zone or host.time_zone,
    )


def _dated(round_: Round, plan: Plan) -> Round:
    """Put the days that the user says into a round, or the year of one without days."""
    if plan.start:
        round_ = replace(round_, start=plan.start, end=plan.end or plan.start, year=plan.start.year)
        agreed = round_.status in (RoundStatus.EXPECTED, RoundStatus.HOST_CONFIRMED)
        return replace(round_, status=RoundStatus.DATES_AGREED) if agreed else round_
    if plan.end:
        return replace(round_, end=plan.end)
    if plan.year is None or round_.start is not None:
        return round_
    if not FIRST_YEAR <= plan.year <= LAST_YEAR:
        raise UserError("Look at {year} again: it cannot be right.", field="year", year=plan.year)
    return replace(round_, year=plan.year)


def _emptied(round_: Round, plan: Plan) -> Round:
    """Take out of a round what is to be known no longer; a round without dates has none agreed."""
    round_ = replace(
        round_,
        city=NOTHING if "city" in plan.emptied else round_.city,
        venue=NOTHING if "venue" in plan.emptied else round_.venue,
        reason=NOTHING if "reason" in plan.emptied else round_.reason,
        reference="" if "reference" in plan.emptied else round_.reference,
    )
    if "start" not in plan.emptied:
        return round_
    agreed = round_.status is RoundStatus.DATES_AGREED
    return replace(round_, start=None, end=None, status=RoundStatus.HOST_CONFIRMED if agreed else round_.status)


def _city(round_: Round, sides: tuple[Side, ...], plan: Plan) -> Text:
    """Return the name of the city; a capital is known in all its languages."""
    capitals = (side.capital for side in sides if side.id == round_.host_id)
    known = (city for city in (round_.city, *capitals) if any(w.words.casefold() == plan.city.casefold() for w in city))
    return next(known, worded(plan.language, plan.city))


def side_named(sides: tuple[Side, ...], name: str) -> Side:
    """Return the side with this state name in any language; raise UserError naming both where there is none."""
    for side in sides:
        if any(wording.words.casefold() == name.strip().casefold() for wording in (*side.name, *side.long_name)):
            return side
    known = " / ".join(side.name.read("en") for side in sides)
    raise UserError("“{name}” is no side of this dialogue; its sides are {known}.", name=name, known=known)


def _agreed(work: Work) -> frozenset[str]:
    return agreed_rounds(work.find(Citation, subject=Subject.ROUND, role=CitationRole.STATES))


def _in_order(work: Work, dialogue_id: str) -> tuple[Round, ...]:
    rounds = work.find(Round, dialogue_id=dialogue_id)
    return tuple(sorted(rounds, key=lambda round_: (round_.ordinal, round_.start or date.max)))
