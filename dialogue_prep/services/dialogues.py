"""What the user can do with dialogues: see which there are, begin one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogue_prep.domain.commitment import Commitment, StatusEntry, Voice
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified, ObjectiveId, SourceId
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import REFERENCE_DAY, StoreSetting
from dialogue_prep.domain.source import Alias, Citation, Source
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.topic import Mechanism, Objective, ObjectiveTopic, Topic
from dialogue_prep.services.presets import put_markings, put_scale
from dialogue_prep.services.ties import put_ties
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work

V = TypeVar("V", bound=Identified)

NO_DIALOGUE = (
    "There is no dialogue in this store yet: read its terms of reference or a communiqué in, or open another store."
)

_NAMED_IN = {ObjectiveTopic: "topic_id", ObjectiveInstrument: "instrument_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsOfReference:
    """What the terms of reference of a dialogue say, and what the sides consult on; no round need be planned."""

    dialogue: Dialogue
    sides: tuple[Side, ...]
    entities: tuple[Entity, ...]
    posts: tuple[Post, ...]
    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]
    topics: tuple[Topic, ...]
    mechanisms: tuple[Mechanism, ...]
    objectives: tuple[Objective, ...]
    instruments: tuple[Instrument, ...]
    objective_topics: tuple[ObjectiveTopic, ...]
    objective_instruments: tuple[ObjectiveInstrument, ...]
    sources: tuple[Source, ...]
    citations: tuple[Citation, ...]
    aliases: tuple[Alias, ...]
    rounds: tuple[Round, ...]
    proposals: tuple[TopicProposal, ...]
    requests: tuple[GuidanceRequest, ...]
    subgroups: tuple[Subgroup, ...]
    meetings: tuple[SpecialMeeting, ...]
    paragraph_numbers: Mapping[SourceId, ParagraphNumbers]

    @property
    def home(self) -> Side:
        """Our side; the first one where nobody has said which is ours."""
        return _home_of(self.sides)

    def find(self, id_: str) -> Identified | None:
        """Return the record with this identifier, if it is one of these."""
        every = (
            (self.dialogue,),
            self.sides,
            self.entities,
            self.posts,
            self.topics,
            self.mechanisms,
            self.objectives,
            self.instruments,
            self.proposals,
            self.requests,
            self.subgroups,
        )
        return next((value for values in every for value in values if value.id == id_), None)


class Dialogues:
    """Requests about the dialogues of a store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Dialogue, ...]:
        """Return the dialogues by their designations."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Dialogue), key=lambda dialogue: dialogue.designation.read("en").casefold()))

    def one(self, name: str = "") -> Dialogue:
        """Return the dialogue that bears the name, else whose designation contains it; of no name, the only one."""
        found = self.all()
        if not found:
            raise UserError(NO_DIALOGUE)
        wanted = name.strip().casefold()
        named = {d: [wording.words.casefold() for wording in d.designation] for d in found}
        matching = [d for d, words in named.items() if wanted in words]
        matching = matching or [d for d, words in named.items() if any(wanted in one for one in words)]
        if len(matching) == 1:
            return matching[0]
        names = "; ".join(dialogue.designation.read("en") for dialogue in matching or found)
        if not matching:
            raise UserError("No dialogue is named “{name}”; there are: {names}.", name=name, names=names)
        raise UserError("Say which dialogue is meant (--dialogue): {names}.", names=names)

    def sides(self, dialogue_id: str) -> tuple[Side, ...]:
        """Return the two sides of a dialogue in their order."""
        with self._workspace.look() as work:
            return sides_of(work, dialogue_id)

    def terms(self, dialogue_id: str) -> TermsOfReference:
        """Return what the terms of reference of a dialogue say, as the store has it, read at one moment."""
        with self._workspace.look() as work:
            return _terms(work, work.get(Dialogue, dialogue_id))

    def one_sided_entries(self, dialogue_id: str) -> int:
        """Count the status entries that were said by one side alone, ours or theirs."""
        with self._workspace.look() as work:
            entries = work.find_below(StatusEntry, "commitment_id", Commitment, dialogue_id=dialogue_id)
        return sum(entry.voice is not Voice.JOINT for entry in entries)

    def choose_home(self, dialogue_id: str, side_id: str) -> None:
        """Say which side is ours; the other is then theirs. What either side has said is read the other way round."""
        with self._workspace.request("Say which side is ours") as work:
            sides = sides_of(work, dialogue_id)
            if _home_of(sides).id != side_id:
                for proposal in work.find(TopicProposal, dialogue_id=dialogue_id):
                    ours, theirs = proposal.their_consent, proposal.our_consent
                    work.put(replace(proposal, our_consent=ours, their_consent=theirs))
            for side in sides:
                work.put(replace(side, home=side.id == side_id))

    def tie_objective(
        self,
        objective: Objective,
        kind: type[ObjectiveTopic | ObjectiveInstrument],
        added: Iterable[str],
        dropped: Iterable[str] = (),
    ) -> None:
        """Say to which topics an objective belongs from now on, or which instruments it is about, and which no more."""
        with self._workspace.request("Change what an objective is about") as work:
            self._tie(work, kind, ("objective_id", objective.id), _NAMED_IN[kind], added, dropped)

    def tie_to_objectives(
        self, subject: Topic | Instrument, added: Iterable[ObjectiveId], dropped: Iterable[ObjectiveId] = ()
    ) -> None:
        """Say which objectives belong to a topic, or are about an instrument, from now on, and which no more."""
        kind = ObjectiveTopic if isinstance(subject, Topic) else ObjectiveInstrument
        with self._workspace.request("Change which objectives are about it") as work:
            self._tie(work, kind, (_NAMED_IN[kind], subject.id), "objective_id", added, dropped)

    def _tie(
        self,
        work: Work,
        kind: type[ObjectiveTopic | ObjectiveInstrument],
        here: tuple[str, str],
        field: str,
        added: Iterable[str],
        dropped: Iterable[str],
    ) -> None:
        put_ties(work, kind, here, field, added=added, dropped=dropped, new_id=self._workspace.new_id)

    def goes_with(self, value: Identified) -> Counter[type[Identified]]:
        """Count what would go with a record if it were removed, by kind; the record itself is not counted."""
        with self._workspace.look() as work:
            return Counter(type(other) for other in work.belonging(value) if other.id != value.id)

    def begin_with_starter(self) -> Dialogue:
        """Put the starter dialogue into the store, with its reference day and its scale of markings."""
        # Imported here and below: a store is begun once and opened every day.
        from dialogue_prep.services.starter import starter_values

        starter = starter_values()
        with self._workspace.request("Open the starter dialogue") as work:
            work.put(StoreSetting(id=REFERENCE_DAY, value=starter.reference_day.isoformat()))
            put_markings(work, starter.marking_preset)
            put_scale(work)
            for value in starter.values:
                work.put(value)
        return starter.of(Dialogue)[0]


def sides_of(work: Work, dialogue_id: str) -> tuple[Side, ...]:
    """Return both sides of a dialogue in the order in which people list them."""
    return tuple(sorted(work.find(Side, dialogue_id=dialogue_id), key=lambda side: side.position))


def _home_of(sides: tuple[Side, ...]) -> Side:
    return next((side for side in sides if side.home), sides[0])


def _terms(work: Work, dialogue: Dialogue) -> TermsOfReference:
    def own(kind: type[V]) -> tuple[V, ...]:
        return work.find(kind, dialogue_id=dialogue.id)

    def below(kind: type[V], field: str, above: type[Identified]) -> tuple[V, ...]:
        return work.find_below(kind, field, above, dialogue_id=dialogue.id)

    posts = below(Post, "side_id", Side)
    return TermsOfReference(
        dialogue=dialogue,
        sides=sides_of(work, dialogue.id),
        entities=tuple(sorted(below(Entity, "side_id", Side), key=lambda entity: entity.position)),
        posts=posts,
        people=below(Person, "side_id", Side),
        tenures=tuple(tenure for post in posts for tenure in work.find(Tenure, post_id=post.id)),
        topics=tuple(sorted(own(Topic), key=lambda topic: topic.number)),
        mechanisms=tuple(sorted(own(Mechanism), key=lambda mechanism: mechanism.number)),
        objectives=tuple(sorted(own(Objective), key=lambda objective: objective.number)),
        instruments=own(Instrument),
        objective_topics=below(ObjectiveTopic, "objective_id", Objective),
        objective_instruments=below(ObjectiveInstrument, "objective_id", Objective),
        sources=own(Source),
        citations=below(Citation, "source_id", Source),
        aliases=work.find(Alias),
        rounds=tuple(sorted(own(Round), key=lambda round_: round_.ordinal)),
        proposals=own(TopicProposal),
        requests=own(GuidanceRequest),
        subgroups=own(Subgroup),
        meetings=own(SpecialMeeting),
        paragraph_numbers=work.paragraph_numbers(dialogue.id),
    )
