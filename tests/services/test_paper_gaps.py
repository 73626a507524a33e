"""What papers still lack is counted, paper by paper and language by language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import UnitClass, units
from dialogue_prep.domain.draft import Audience, Draft, PaperKind
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.returned import OwnWords, own_place
from dialogue_prep.domain.speaking import SteeringKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.paper_gaps import PaperGaps
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.round_texts import RoundTexts
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.workspace import Workspace

ROUND = "round-3"


def sentences(workspace: Workspace) -> list[str]:
    found = PaperGaps(workspace).of(Rounds(workspace).dossier(ROUND), "en")
    assert not any(gap.blocking for gap in found)
    return [gap.sentence.read("en") for gap in found]


def steering_gap(workspace: Workspace) -> int:
    told = [one for one in sentences(workspace) if one.startswith("Steering brief: ")]
    return int(told[0].rstrip(".").rpartition(" ")[2]) if told else 0


def test_what_a_person_writes_is_one_gap_less_in_its_paper(workspace: Workspace) -> None:
    texts = RoundTexts(workspace)
    texts.steer(ROUND, SteeringKind.RISK, "en", [])
    before = steering_gap(workspace)
    texts.steer(ROUND, SteeringKind.RISK, "en", ["A risk."])
    assert steering_gap(workspace) == before - 1


def test_texts_are_missing_in_the_languages_in_which_papers_were_written(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.request("Clear") as work:
        for draft in work.find(Draft):
            work.remove_whole(draft)
    assert not any("Simplified Chinese" in one for one in sentences(workspace))
    agenda = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en", second_language="zh-Hans")
    Papers(workspace, Drafter()).write(ROUND, agenda, tmp_path / "agenda.docx")
    assert any("Simplified Chinese" in one for one in sentences(workspace))


def test_a_gap_of_a_paper_leads_to_the_page_of_papers(workspace: Workspace) -> None:
    found = PaperGaps(workspace).of(Rounds(workspace).dossier(ROUND), "en")
    of_papers = {gap.subject_id for gap in found if gap.where is Place.PAPERS and gap.subject_id in set(PaperKind)}
    assert PaperKind.ANNOTATED_AGENDA in of_papers
    assert PaperKind.COMMITMENTS_REPORT not in of_papers


def test_words_of_our_own_whose_data_moved_are_told(workspace: Workspace) -> None:
    notes = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
    composed = (
        u for u in units(Papers(workspace, Drafter()).document(ROUND, notes)) if u.unit_class is UnitClass.COMPOSED
    )
    unit = next(unit for unit in composed if unit.text)
    own = OwnWords(
        id="mine",
        round_id=RoundId(ROUND),
        unit=own_place(Audience.INTERNAL, unit.key.place),
        words=in_english("In our words."),
        base=in_english(unit.text),
    )
    with workspace.request("Reword") as work:
        work.put(own)
    assert not any("words of our own" in one for one in sentences(workspace))
    with workspace.request("Move on") as work:
        work.put(replace(own, base=in_english("What was said before.")))
    assert "Speaking notes: words of our own whose data have moved since: 1." in sentences(workspace)
