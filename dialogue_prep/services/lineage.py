"""What the user can do with the memory across rounds: links of commitments and ladders of wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.identity import CommitmentId
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, InstrumentState, last_state
from dialogue_prep.domain.ladder import Rung, Statement, ladder
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, ProposedLink, WordingGrade
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Citation, CitationRole, Source, SourceKind, SourceParagraph, Subject
from dialogue_prep.domain.taking_up import proposed_links
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.domain.topic import Objective
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.services.kept_lists import check_as_seen
from dialogue_prep.services.presets import put_scale
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.lexicon import lexicon
from dialogue_prep.system.phrasebook import phrasebook, usual_scale

Matter = Commitment | Instrument | Objective


class Lineage:
    """Requests about how commitments, wordings and instruments move from round to round."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def proposed(self, round_id: str, commitment_id: str) -> tuple[ProposedLink, ...]:
        """Return the earlier commitments that one seems to take up and of which nobody has said yet whether it does."""
        dossier = self._dossier(round_id)
        return proposed_links(dossier, dossier.commitment(commitment_id), lexicon())

    def link(
        self,
        commitment: Commitment,
        earlier_id: str,
        kind: LinkKind,
        reason: Text = NOTHING,
        seen: CommitmentLink | None = None,
    ) -> CommitmentLink:
        """Say how a commitment stands to an earlier one, instead of the link of the two that was `seen`, if any was.

        Raise UserError where the other one is not earlier, Conflict where somebody else has said otherwise meanwhile.
        """
        with self._workspace.request("Link commitments") as work:
            earlier = work.get(Commitment, earlier_id)
            if not _is_earlier(work, earlier, commitment):
                raise UserError("{code} is no earlier commitment.", field="earlier_id", code=earlier.code)
            present = work.find(CommitmentLink, commitment_id=commitment.id, earlier_id=earlier.id)
            made = CommitmentLink(
                id=present[0].id if present else self._workspace.new_id(),
                commitment_id=commitment.id,
                earlier_id=CommitmentId(earlier.id),
                kind=kind,
                reason=reason,
            )
            return work.revise(replace(seen or made, id=made.id), lambda _kept: made) if present else work.put(made)

    def unlink(self, link: CommitmentLink) -> None:
        """Take a link away; it may then be proposed again."""
        with self._workspace.request("Unlink commitments") as work:
            work.remove(link)

    def ladder(self, round_id: str, matter_id: str, language: str) -> tuple[Rung, ...]:
        """Return what source after source says on a commitment, an instrument or an objective; NotFound for others."""
        with self._workspace.look() as work:
            dossier = work.dossier(round_id)
            matter = _matter(dossier, matter_id)
            statements = [*_statements(dossier, matter)]
            if isinstance(matter, Instrument):
                statements += _mentions(work, dossier, matter, statements)
        return ladder(statements, dossier.grades or usual_scale(), phrasebook(), language)

    def add_step(
        self, instrument: Instrument, state: InstrumentState, on: date | None = None, evidence: Text = NOTHING
    ) -> InstrumentEntry:
        """Say how far an instrument has come, and in words how that is known; it then stands where its last step is.

        Raise UserError for a day that is still to come, and where nothing says how it is known.
        """
        if on is not None and on > self._workspace.today():
            raise UserError("A step cannot be of a day that is still to come ({day}).", field="on", day=on)
        with self._workspace.request("Add a step of an instrument") as work:
            present = work.get(Instrument, instrument.id)
            entry = work.put(
                InstrumentEntry(
                    id=self._workspace.new_id(),
                    instrument_id=present.id,
                    state=state,
                    on=on,
                    evidence=evidence,
                )
            )
            entries = work.find(InstrumentEntry, instrument_id=present.id)
            work.put(replace(present, state=last_state(entries)))
            return entry

    def reword_grade(self, seen: WordingGrade, language: str, name: str, phrases: str) -> WordingGrade:
        """Give a rung of the scale another name and other phrases, one a line, in a language.

        Raise UserError for a rung without a name, NotFound where there is no such rung, and Conflict where somebody
        else has changed the same of it since it was seen.
        """
        with self._workspace.request("Change the scale of wordings") as work:
            put_scale(work)
            present = next((grade for grade in work.find(WordingGrade) if grade.position == seen.position), None)
            if present is None:
                raise NotFound("This rung is no longer there.")

            def reworded(grade: WordingGrade) -> WordingGrade:
                said = grade.name.reworded(language, name), grade.phrases.reworded(language, phrases)
                return replace(grade, name=said[0], phrases=said[1])

            return work.revise(replace(seen, id=present.id), reworded)

    def reset_scale(self, seen: Sequence[WordingGrade]) -> None:
        """Go back to the usual scale of wordings, as one step.

        Raise Conflict where somebody else has changed the scale since it was seen.
        """
        with self._workspace.request("Go back to the usual scale of wordings") as work:
            check_as_seen(_scale(work), seen, usual_scale())
            for grade in work.find(WordingGrade):
                work.remove(grade)
            for grade in usual_scale():
                work.put(grade)

    def scale(self) -> tuple[WordingGrade, ...]:
        """Return the scale of wordings of the store, the weakest rung first; the usual one where it has none."""
        with self._workspace.look() as work:
            return _scale(work)

    def _dossier(self, round_id: str) -> Dossier:
        with self._workspace.look() as work:
            return work.dossier(round_id)


def _scale(work: Work) -> tuple[WordingGrade, ...]:
    return tuple(sorted(work.find(WordingGrade), key=lambda grade: grade.position)) or usual_scale()


def _is_earlier(work: Work, earlier: Commitment, commitment: Commitment) -> bool:
    return work.get(Round, earlier.round_id).ordinal < work.get(Round, commitment.round_id).ordinal


def _matter(dossier: Dossier, id_: str) -> Matter:
    matters: tuple[Matter, ...] = (*dossier.commitments, *dossier.instruments, *dossier.objectives)
    found = next((matter for matter in matters if matter.id == id_), None)
    if found is None:
        raise NotFound("This matter is no longer there.")
    return found


def _statements(dossier: Dossier, matter: Matter) -> Iterator[Statement]:
    """Yield what sources say on a matter: objectives and commitments that are about it or in line with it."""
    match matter:
        case Instrument():
            objectives = [one for one in dossier.objectives if matter in dossier.instruments_of(one)]
            commitments = [one for one in dossier.commitments if matter in dossier.instruments_of(one)]
        case Objective():
            objectives = [matter]
            commitments = [one for one in dossier.commitments if one.objective_id == matter.id]
        case Commitment():
            commitments = list(_line_of(dossier, matter))
            named = {commitment.objective_id for commitment in commitments}
            objectives = [one for one in dossier.objectives if one.id in named]
    for objective in objectives:
        source, paragraph = _stated(dossier, objective)
        yield Statement(words=objective.wording, source=source, paragraph=paragraph, subject_id=objective.id)
    for commitment in commitments:
        source = dossier.source_of(commitment)
        yield Statement(
            words=commitment.wording, source=source, paragraph=commitment.paragraph, subject_id=commitment.id
        )


def _mentions(
    work: Work, dossier: Dossier, instrument: Instrument, statements: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield the sentences of joint records that speak of an instrument without any undertaking."""
    said = {(statement.source.id, statement.paragraph) for statement in statements if statement.source}
    for source in dossier.sources:
        for citation in dossier.mentioned(source, Subject.INSTRUMENT, instrument.id):
            words = _sentence(work, citation)
            covered = (source.id, citation.paragraph) in said and _undertaken(dossier, citation)
            if words and not covered and source.kind is SourceKind.JOINT_RECORD:
                yield Statement(words=worded(source.language, words), source=source, paragraph=citation.paragraph)


def _undertaken(dossier: Dossier, citation: Citation) -> bool:
    """Say whether a mention stands within a commitment."""
    here = (one for one in dossier.commitments if one.source_id == citation.source_id)
    return any(c.paragraph == citation.paragraph and c.start <= citation.start < c.end for c in here)


def _sentence(work: Work, citation: Citation) -> str:
    """Return the sentence of a source in which a mention stands; empty where its text is not held."""
    held = work.find(SourceParagraph, source_id=citation.source_id, number=citation.paragraph)
    if not held:
        return ""
    words = held[0].words
    found = sentences(words, 0, len(words))
    return next((words[start:end] for start, end in found if start <= citation.start < end), words)


def _line_of(dossier: Dossier, commitment: Commitment) -> Iterator[Commitment]:
    """Yield a commitment with all that are linked to it, directly or through others."""
    links = [link for link in dossier.commitment_links if link.kind is not LinkKind.UNRELATED]
    line, waiting = {commitment.id}, [commitment.id]
    while waiting:
        id_ = waiting.pop()
        near = {link.earlier_id for link in links if link.commitment_id == id_}
        near |= {link.commitment_id for link in links if link.earlier_id == id_}
        waiting += near - line
        line |= near
    yield from (one for one in dossier.commitments if one.id in line)


def _stated(dossier: Dossier, objective: Objective) -> tuple[Source | None, int | None]:
    """Return the source that states an objective, and the paragraph."""
    stating = (
        citation
        for citation in dossier.citations
        if citation.role is CitationRole.STATES
        and citation.subject is Subject.OBJECTIVE
        and citation.subject_id == objective.id
    )
    first = next(stating, None)
    return (dossier.source(first.source_id), first.paragraph) if first else (None, None)
