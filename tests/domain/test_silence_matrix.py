"""What each joint record speaks of, where it moved, and on what it is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId, DialogueId, RoundId, SourceId
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind
from dialogue_prep.domain.silence import silent_topics
from dialogue_prep.domain.silence_matrix import SourceWord, silence_matrix
from dialogue_prep.domain.source import Citation, CitationRole, Source, SourceKind, Subject
from dialogue_prep.domain.taking_up import proposed_links
from dialogue_prep.domain.text import in_english
from dialogue_prep.system.lexicon import lexicon
from dialogue_prep.system.phrasebook import usual_scale
from tests.invented_dialogue import dossier_of, invented_dialogue

LATER = Source(
    id=SourceId("later"),
    dialogue_id=DialogueId("dialogue"),
    kind=SourceKind.JOINT_RECORD,
    title=in_english("Record of the third round"),
    dated=date(2032, 6, 2),
)
SPEAKS = Citation(
    id="speaks", source_id=LATER.id, subject=Subject.TOPIC, subject_id="crime", role=CitationRole.MENTIONS, paragraph=1
)


def dossier(**more: object) -> Dossier:
    made = replace(dossier_of(invented_dialogue()), grades=usual_scale(), commitment_links=())
    return replace(made, **more)  # type: ignore[arg-type]


def agreed_later(words: str) -> Commitment:
    return Commitment(
        id=CommitmentId("later-1"),
        dialogue_id=DialogueId("dialogue"),
        round_id=RoundId("round-3"),
        code="R3-01",
        wording=in_english(words),
        action=in_english(words),
        kind=CommitmentKind.DISCUSSION,
        source_id=LATER.id,
        paragraph=1,
    )


def words_of(seen: Dossier, subject_id: str) -> dict[str, SourceWord]:
    row = next(row for row in silence_matrix(seen).rows if row.subject.id == subject_id)
    return dict(row.words)


def test_a_record_is_silent_on_the_topics_and_objectives_it_does_not_mention() -> None:
    seen = dossier()
    assert [source.id for source in silence_matrix(seen).sources] == ["record"]
    assert words_of(seen, "crime") == {"record": SourceWord.SPOKEN}
    assert words_of(seen, "consular") == {"record": SourceWord.SILENT}
    assert words_of(seen, "gauges") == {"record": SourceWord.SILENT}


def test_a_record_is_not_silent_on_a_topic_that_was_added_after_its_day() -> None:
    seen = dossier()
    (record,) = (source for source in seen.sources if source.id == "record")
    assert record.dated is not None

    def added(day: date) -> Dossier:
        return dossier(topics=tuple(replace(t, added_on=day) if t.id == "consular" else t for t in seen.topics))

    before, after = added(record.dated), added(record.dated + timedelta(days=1))
    assert [topic.id for topic in silent_topics(before, record)] == ["consular"]
    assert words_of(before, "consular") == {"record": SourceWord.SILENT}
    assert (silent_topics(after, record), words_of(after, "consular")) == ((), {})


def test_a_commitment_on_another_rung_than_its_objective_has_moved() -> None:
    """The objective is to conclude the treaty; the record has them go on speaking of extradition."""
    seen = dossier()
    commitments = [
        replace(c, wording=in_english("They will continue discussions on extradition.")) if c.id == "c1" else c
        for c in seen.commitments
    ]
    assert words_of(dossier(commitments=tuple(commitments)), "treaty-soon") == {"record": SourceWord.CHANGED}


def test_a_record_of_which_nothing_is_known_is_not_called_silent() -> None:
    assert LATER not in silence_matrix(dossier(sources=(*dossier().sources, LATER))).sources


def test_a_live_commitment_is_compared_with_later_records_only() -> None:
    seen = dossier(sources=(*dossier().sources, LATER), citations=(*dossier().citations, SPEAKS))
    assert [source.id for source in silence_matrix(seen).sources] == ["record", "later"]
    assert words_of(seen, "c1") == {"later": SourceWord.SILENT}


def test_a_commitment_without_a_source_is_not_compared_with_records_before_its_round() -> None:
    spoken = replace(SPEAKS, id="of-the-first", source_id=SourceId("first"))
    first = replace(LATER, id=SourceId("first"), dated=date(2020, 6, 2))
    seen = dossier()
    told = tuple(
        replace(c, source_id=None, paragraph=None, reference="By telephone") if c.id == "c1" else c
        for c in seen.commitments
    )
    seen = dossier(commitments=told, sources=(*seen.sources, first, LATER), citations=(*seen.citations, SPEAKS, spoken))
    assert words_of(seen, "c1") == {"later": SourceWord.SILENT}


def test_a_later_commitment_that_takes_one_up_speaks_of_it_or_has_moved() -> None:
    link = CommitmentLink(
        id="l", commitment_id=CommitmentId("later-1"), earlier_id=CommitmentId("c1"), kind=LinkKind.CONTINUES
    )

    def seen(words: str, kind: LinkKind) -> Dossier:
        known = dossier()
        return replace(
            known,
            sources=(*known.sources, LATER),
            citations=(*known.citations, SPEAKS),
            commitments=(
                *(
                    replace(c, wording=in_english("They discuss extradition.")) if c.id == "c1" else c
                    for c in known.commitments
                ),
                agreed_later(words),
            ),
            commitment_links=(replace(link, kind=kind),),
        )

    assert words_of(seen("They discuss it.", LinkKind.CONTINUES), "c1") == {"later": SourceWord.SPOKEN}
    assert words_of(seen("They sign it.", LinkKind.REFINES), "c1") == {"later": SourceWord.CHANGED}
    assert words_of(seen("They sign it.", LinkKind.UNRELATED), "c1") == {"later": SourceWord.SILENT}


def test_a_commitment_on_the_same_matter_is_proposed_as_taking_the_earlier_one_up_with_the_reason() -> None:
    known = dossier()
    later = agreed_later("They will continue to speak of extradition.")
    seen = replace(known, commitments=(*known.commitments, later))
    (link,) = proposed_links(seen, later, lexicon())
    assert (link.earlier_id, link.kind) == ("c1", LinkKind.CONTINUES)
    assert "extradition" in link.why


def test_what_somebody_answered_is_not_proposed_again() -> None:
    known = dossier()
    later = agreed_later("They will continue to speak of extradition.")
    answer = CommitmentLink(id="l", commitment_id=later.id, earlier_id=CommitmentId("c1"), kind=LinkKind.UNRELATED)
    seen = replace(known, commitments=(*known.commitments, later), commitment_links=(answer,))
    assert proposed_links(seen, later, lexicon()) == ()


def test_nothing_is_proposed_for_another_matter_or_for_an_earlier_commitment() -> None:
    known = dossier()
    later = agreed_later("They will exchange students of music.")
    seen = replace(known, commitments=(*known.commitments, later))
    assert proposed_links(seen, later, lexicon()) == ()
    assert proposed_links(seen, known.commitment("c1"), lexicon()) == ()
