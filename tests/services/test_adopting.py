"""A communiqué that is agreed from end to end becomes a source like any other, with what is known of it already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_prep.domain.commitment import Commitment, CommitmentLead
from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.source import Citation, Source, SourceParagraph, Subject
from dialogue_prep.services.adopting import Adopting
from dialogue_prep.services.sources import Sources
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY, said

ROUND = "round-3"
WORDS = (
    said("The two sides met in Port Lumen.", "Les deux parties se sont réunies à Port-Lumen."),
    said("The two sides agreed to continue their talks on extradition.", "Les deux parties ont convenu de poursuivre."),
    said("Lumen will publish a list of its locks before 1 March 2033."),
)


@pytest.fixture
def agreed(workspace: Workspace) -> Workspace:
    """Return a store with a draft on which both sides agree, of a round that has taken place."""
    with workspace.request("Agree") as work:
        for passage in work.find(Passage):
            work.remove_whole(passage)
        for number, words in enumerate(WORDS, start=1):
            state, commitment_id = PassageState.AGREED, "c1" if number == 2 else None
            one = Passage(
                id=f"p{number}",
                round_id=ROUND,
                position=number,
                state=state,
                words=words,
                commitment_id=commitment_id,
                fall_back=said("CANARY fall-back"),
                red_line=said("CANARY red line"),
            )
            work.put(one)
        round_ = work.get(Round, ROUND)
        work.put(replace(round_, start=date(2032, 2, 4), end=date(2032, 2, 5)))
    return workspace


def test_operative_sentences_become_commitments_with_source_leads_and_topic_as_one_step(agreed: Workspace) -> None:
    read = Adopting(agreed).read(ROUND, "en", TODAY)
    sources = Sources(agreed)
    proposal = sources.propose(replace(read, review=sources.bearing(read).taken(read.review)))
    sources.take_in(proposal)
    with agreed.look() as work:
        (source,) = (one for one in work.find(Source) if one.id != "record")
        commitments = sorted(work.find(Commitment, round_id=ROUND), key=lambda one: one.code)
        paragraphs = {one.number: one.words for one in work.find(SourceParagraph, source_id=source.id)}
        held, rounds = work.get(Round, ROUND), work.find(Citation, source_id=source.id, subject=Subject.ROUND)
        leads = work.find(CommitmentLead, commitment_id=commitments[0].id)
        links = work.find(CommitmentLink, commitment_id=commitments[0].id)
        assert "CANARY" not in repr(paragraphs)
    assert [one.code for one in commitments] == ["R3-01", "R3-02"]
    assert [one.wording.words("en") for one in commitments] == [words.words("en") for words in WORDS[1:]]
    assert (commitments[0].topic_id, [one.entity_id for one in leads]) == ("crime", ["courts"])
    assert [(link.earlier_id, link.kind) for link in links] == [("c1", LinkKind.CONTINUES)]
    assert (commitments[1].by_id, commitments[1].source_id) == ("lumen", source.id)
    for one in commitments:
        assert one.span is not None
        assert paragraphs[one.span.paragraph][one.span.start : one.span.end] == one.wording.words("en")
    assert (held.status, source.dated, len(rounds)) == (RoundStatus.HELD, date(2032, 2, 4), 1)
    again = Sources(agreed).propose(Adopting(agreed).read(ROUND, "en", TODAY))
    assert again.changes == ()
    agreed.undo()
    with agreed.look() as work:
        assert work.find(Commitment, round_id=ROUND) == ()
        assert len(work.find(Source)) == 1


def test_it_is_offered_in_the_languages_in_which_it_is_whole(agreed: Workspace) -> None:
    adopting = Adopting(agreed)
    assert adopting.languages(ROUND) == ("en",)
    with pytest.raises(UserError, match="Paragraph 3 has no words in this language"):
        adopting.read(ROUND, "fr", TODAY)
    with agreed.request("Translate") as work:
        last = work.get(Passage, "p3")
        work.put(replace(last, words=last.words.reworded("fr", "Le Lumen publiera la liste de ses écluses.")))
    assert adopting.languages(ROUND) == ("en", "fr")
    assert adopting.read(ROUND, "fr", TODAY).review.extract.language == "fr"


@pytest.mark.parametrize(
    ("state", "on", "refusal"),
    [
        (PassageState.BRACKETED, TODAY, "1 in brackets, 0 ad referendum"),
        (PassageState.AD_REFERENDUM, TODAY, "0 in brackets, 1 ad referendum"),
        (PassageState.AGREED, date(2032, 2, 7), "still to come"),
        (PassageState.AGREED, date(2032, 2, 3), "cannot be adopted before"),
    ],
)
def test_what_is_not_agreed_or_not_yet_is_not_adopted(
    agreed: Workspace, state: PassageState, on: date, refusal: str
) -> None:
    with agreed.request("Change") as work:
        work.put(replace(work.get(Passage, "p2"), state=state))
    with pytest.raises(UserError, match=refusal):
        Adopting(agreed).read(ROUND, "en", on)


def test_a_text_in_which_something_is_still_to_come_is_not_adopted(agreed: Workspace) -> None:
    with agreed.request("Open") as work:
        work.put(replace(work.get(Passage, "p1"), words=said("The two sides met from [dates] in Port Lumen.")))
    with pytest.raises(UserError, match=r"Paragraph 1 still holds something open, “\[dates\]”"):
        Adopting(agreed).read(ROUND, "en", TODAY)


def test_without_a_draft_there_is_nothing_to_adopt(agreed: Workspace) -> None:
    with agreed.request("Clear") as work:
        for passage in work.find(Passage):
            work.remove_whole(passage)
    assert Adopting(agreed).languages(ROUND) == ()
    with pytest.raises(UserError, match="no draft communiqué to adopt"):
        Adopting(agreed).read(ROUND, "en", TODAY)
