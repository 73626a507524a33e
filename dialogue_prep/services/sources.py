"""What the user can do with sources: have one read, see what it would add, take it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.source import Alias, Citation, Source, SourceParagraph
from dialogue_prep.reading.confidence import confidences
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.read import SourceText, read_pasted, read_text, recognised
from dialogue_prep.reading.review import ReadAs, Review
from dialogue_prep.services.bearing import Bearing
from dialogue_prep.services.joining.belonging import Belonging, belonging_of, check_chosen
from dialogue_prep.services.joining.institutions import check_home, check_sides
from dialogue_prep.services.joining.join import Proposal, join
from dialogue_prep.services.known_values import known_of
from dialogue_prep.services.presets import put_markings, put_scale
from dialogue_prep.services.starter import preset_for
from dialogue_prep.services.suggesting import suggested
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.guard import never
from dialogue_prep.system.lexicon import lexicon
from dialogue_prep.system.phrasebook import phrasebook


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source as it was read, and the hash of its file (SHA-256).

    `text` says how it was read: format, encoding, tracked changes, pages. Of pasted words `path` is only a name.
    """

    path: Path
    sha256: str
    review: Review
    text: SourceText | None = None


def read_for_review(path: Path, published: date | None = None, cancelled: Callable[[], bool] = never) -> ReadSource:
    """Read a source; no store is needed for that. Raise UserError for a file that cannot be read.

    `cancelled` is asked again and again while it is read; once it says so, that too is a UserError.
    """
    return _reviewed(path, read_text(path, cancelled), published, cancelled)


def read_pasted_for_review(words: str, cancelled: Callable[[], bool] = never) -> ReadSource:
    """Read pasted words as a source, as `read_for_review` does a file."""
    text = read_pasted(words)
    return _reviewed(Path(text.name), text, None, cancelled)


def read_again(source: ReadSource, read_as: ReadAs, cancelled: Callable[[], bool] = never) -> ReadSource:
    """Return a source as it reads on another day of publication, as another kind, or between sides that were told.

    The facts that the reviewer put right are in it; what he or she did to the commitments before is not.
    """
    assert source.text is not None
    extract = recognised(source.text, read_as.published, cancelled, read_as.kind, read_as.told)
    return replace(source, review=read_as.review.read_otherwise(extract))


def _reviewed(path: Path, text: SourceText, published: date | None, cancelled: Callable[[], bool]) -> ReadSource:
    return ReadSource(path, text.sha256, Review(recognised(text, published, cancelled)), text)


class Sources:
    """Requests about sources."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def propose(self, source: ReadSource, home: str = "") -> Proposal:
        """Return what taking a source in, as it was reviewed, would add and change.

        Raise UserError for what is no source between two sides, and for a home side that is unknown or not ours.
        """
        review, name = source.review, source.path.name
        extract = review.accepted()
        check_sides(extract, name)
        with self._workspace.look() as work:
            belonging = _belonging(work, review)
            if review.dialogue_id:
                check_chosen(extract, name, work.get(Dialogue, review.dialogue_id), belonging)
            if same := _same(work, extract, source.sha256):
                dialogue, sides = work.get(Dialogue, same.dialogue_id), work.find(Side, dialogue_id=same.dialogue_id)
                _check_not_elsewhere(review, name, dialogue)
                check_home(home, sides)
                return Proposal(extract, (), _stated_by(work, same), dialogue, sides)
            known = known_of(work, belonging.dialogue)
        proposal = join(
            review,
            source.sha256,
            known,
            home=home,
            lexicon=lexicon(),
            phrasebook=phrasebook(),
            new_id=self._workspace.new_id,
        )
        return replace(proposal, between=belonging.between)

    def take_in(self, proposal: Proposal) -> None:
        """Store what was proposed, as one undo step; raise Conflict where the store has moved on meanwhile."""
        with self._workspace.request("Take a source in", copied_before=True) as work:
            for change in proposal.changes:
                if change.after is not None:
                    work.put(change.after, instead_of=change.before)
            sides = work.find(Side)
            home = next((side for side in sides if side.home), None) or sides[0]
            put_markings(work, preset_for(home.name.read("en")))
            put_scale(work)

    def bearing(self, source: ReadSource) -> Bearing:
        """Return what the store knows that bears on the commitments of a source, and what that suggests for them."""
        review = source.review
        with self._workspace.look() as work:
            known = known_of(work, _belonging(work, review).dialogue)
        return suggested(review, known, lexicon(), confidences(review.extract))


def _same(work: Work, extract: Extract, sha256: str) -> Source | None:
    """Return the source that was taken in before: the same file, or the same words from a file in another format."""
    if same := work.find(Source, sha256=sha256):
        return same[0]
    for source in work.find(Source, kind=extract.kind, language=extract.language):
        if source.held and source.title.read(extract.language) == extract.title:
            held = work.find(SourceParagraph, source_id=source.id)
            if tuple(one.words for one in sorted(held, key=lambda one: one.number)) == extract.paragraphs:
                return source
    return None


def _check_not_elsewhere(review: Review, file_name: str, dialogue: Dialogue) -> None:
    """Refuse another dialogue for a source that has been taken into one."""
    if review.dialogue_id is not None and review.dialogue_id != dialogue.id:
        raise UserError(
            "“{file}” was taken into “{dialogue}” before; undo that before you take it into another dialogue.",
            file=file_name,
            dialogue=dialogue.designation,
        )


def _belonging(work: Work, review: Review) -> Belonging:
    return belonging_of(
        review,
        (
            (dialogue, work.find(Side, dialogue_id=dialogue.id), work.find(Alias, subject_id=dialogue.id))
            for dialogue in work.find(Dialogue)
        ),
    )


def _stated_by(work: Work, source: Source) -> Counter[type[Identified]]:
    """Count what a source states that was taken in before."""
    counts: Counter[type[Identified]] = Counter({Source: 1})
    counts[SourceParagraph] = len(work.find(SourceParagraph, source_id=source.id))
    counts[Citation] = len(work.find(Citation, source_id=source.id))
    counts[Commitment] = len(work.find(Commitment, source_id=source.id))
    return counts
