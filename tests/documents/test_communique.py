"""The draft communiqué: agreed text clean, the rest in brackets and owned, our limits for us alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.communique_proposal import drafted_passages
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import UnitClass, units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.prompts import prompts
from dialogue_prep.domain.commitment import CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.communique import Option, Passage, PassageState, brackets
from dialogue_prep.domain.dialogue import HostRule
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.round import RoundStatus, TurnUse
from dialogue_prep.domain.text import NOTHING, in_english

Asked = Callable[..., PaperRequest]


def lines(dossier: Dossier, audience: Audience, request: PaperRequest) -> list[str]:
    return write_plain(compose(PaperKind.COMMUNIQUE, audience, dossier, request)).splitlines()


@pytest.fixture
def unwritten(dossier: Dossier) -> Dossier:
    """Return the dossier before anybody has written a paragraph."""
    return replace(dossier, passages=(), options=())


def test_agreed_text_is_clean_and_alternatives_are_bracketed_and_owned(dossier: Dossier, asked: Asked) -> None:
    said = [line for line in lines(dossier, Audience.SHARED, asked()) if line[:1].isdigit()]
    assert said == [
        (
            "3 paragraphs, 1 of them agreed; what stands in brackets is not. Ad referendum: 1. In brackets: 1"
            " (1 with wordings of both)."
        ),
        "1. The two sides met in Belport.",
        "2. [Arvonia: They will go on.]",
        "2 bis. [Belmara: They may go on.]",
        "3. The next round will be in Arvon. (ad referendum)",
    ]


def test_our_limits_and_what_was_dropped_are_for_us(dossier: Dossier, asked: Asked) -> None:
    ours, shared = (lines(dossier, audience, asked()) for audience in (Audience.INTERNAL, Audience.SHARED))
    assert "- Fall-back: Leave out the date." in ours
    assert "- Red line: No list of names." in ours
    assert "- On seals." in ours
    assert "- topic 2, Consular affairs" in ours
    assert not {"Leave out the date", "No list of names", "On seals", "Consular"} & set(" ".join(shared).split("."))


def test_a_bracketed_passage_without_limits_asks_for_them(dossier: Dossier, asked: Asked) -> None:
    open_ = tuple(replace(p, fall_back=NOTHING, red_line=NOTHING) for p in dossier.passages)
    document = compose(PaperKind.COMMUNIQUE, Audience.INTERNAL, replace(dossier, passages=open_), asked())
    assert [unit.prompt for unit in prompts(document)] == ["[To be written: fall-back]", "[To be written: red line]"]


def test_a_first_draft_is_proposed_from_what_both_sides_know(unwritten: Dossier, asked: Asked) -> None:
    said = lines(unwritten, Audience.SHARED, asked())
    assert "First draft, proposed by Arvonia; no paragraph is agreed yet." in said
    (meeting, chairs, topics, talks, theft, following) = (line for line in said if line[:1].isdigit())
    assert meeting.startswith(
        "1. [Arvonia: The 3rd round of the Arvonia–Belmara Strategic Dialogue on Justice took place"
    )
    assert meeting.endswith("in Belport from 1 to 2 June 2032.]")
    assert "Ada Example, National Coordinator (Arvonia) and [name], State Secretary (Belmara).]" in chairs
    assert topics.endswith("the following topics: Organized crime; Consular affairs; Cyber security.]")
    assert "in the 2nd round: “The two sides agreed to continue their talks on extradition.”]" in talks
    assert theft.endswith("“Neither side will condone theft by computer.”]")
    assert following == "6. [Arvonia: The two sides agreed that the 4th round will be hosted by Arvonia in [2033].]"


def test_an_office_that_names_its_state_is_not_followed_by_it(unwritten: Dossier, asked: Asked) -> None:
    posts = tuple(replace(post, title=in_english(f"Belmaran {post.title.read()}")) for post in unwritten.posts)
    said = lines(replace(unwritten, posts=posts), Audience.SHARED, asked())
    (chairs,) = (line for line in said if "co-chaired" in line)
    assert chairs.endswith("(Arvonia) and [name], Belmaran State Secretary.]")


def test_what_nobody_knows_is_a_bracket_within_the_bracket(unwritten: Dossier, asked: Asked) -> None:
    unknown = replace(
        unwritten,
        round=replace(unwritten.round, start=None, end=None, city=NOTHING),
        dialogue=replace(unwritten.dialogue, host_rule=HostRule.UNSAID),
    )
    said = " ".join(lines(unknown, Audience.SHARED, asked()))
    assert "took place in [place] [dates] 2032." in said
    assert "will be hosted by [host] in [2033]" in said


def test_what_both_sides_closed_is_not_reaffirmed(unwritten: Dossier, asked: Asked) -> None:
    joint = StatusEntry(
        id="x", commitment_id="c1", voice=Voice.JOINT, state=CommitmentState.CONCLUDED, on=unwritten.rounds[1].start
    )
    said = " ".join(lines(replace(unwritten, status_entries=(joint,)), Audience.SHARED, asked()))
    assert "continue their talks" not in said
    assert "theft by computer" in said


def test_what_stands_in_brackets_can_be_edited_and_what_is_agreed_cannot(
    dossier: Dossier, unwritten: Dossier, asked: Asked
) -> None:
    drafted = units(compose(PaperKind.COMMUNIQUE, Audience.SHARED, dossier, asked()))
    assert {(unit.key.record, unit.unit_class) for unit in drafted} == {
        ("passage", UnitClass.FIXED),
        ("option", UnitClass.HELD),
    }
    proposed = units(compose(PaperKind.COMMUNIQUE, Audience.SHARED, unwritten, asked()))
    assert {(unit.key.record, unit.unit_class) for unit in proposed} == {
        ("round", UnitClass.COMPOSED),
        ("commitment", UnitClass.FIXED),
    }


def test_a_passage_without_words_is_asked_for(dossier: Dossier, asked: Asked) -> None:
    bare = replace(dossier, passages=(Passage(id="p", round_id="r3", position=1),), options=())
    assert "1. [To be written: paragraph 1]" in lines(bare, Audience.SHARED, asked())


@pytest.mark.parametrize("state", [PassageState.AGREED, PassageState.AD_REFERENDUM])
def test_nothing_is_agreed_without_words(state: PassageState) -> None:
    with pytest.raises(UserError, match="needs its words"):
        Passage(id="p", round_id="r", position=1, state=state)


def test_open_brackets_are_counted_by_those_who_have_wordings_there(dossier: Dossier) -> None:
    silent = Passage(id="p", round_id="r3", position=9)
    counted = brackets((*dossier.passages, silent), dossier.options)
    assert (counted.agreed, counted.ad_referendum, counted.open) == (1, 1, 2)
    assert counted.whose == {frozenset(("arvonia", "belmara")): 1, frozenset(): 1}
    worded = replace(silent, words=in_english("Both sides met."))
    counted = brackets((*dossier.passages, worded), dossier.options)
    assert (counted.open, counted.common) == (2, 1)
    assert counted.whose == {frozenset(("arvonia", "belmara")): 1}


def test_a_draft_begins_with_whole_sentences_of_the_last_record(unwritten: Dossier) -> None:
    drafted = tuple(drafted_passages(unwritten))
    assert drafted[0].words.read("en").startswith("The 3rd round of the Arvonia")
    (talks,) = (one for one in drafted if one.commitment_id == "c1")
    assert talks.words.words("en") == "The two sides agreed to continue their talks on extradition."
    assert talks.topic_id == "topic-1"
    fragment = replace(unwritten.commitments[0], wording=in_english("to continue their talks"))
    (taken_up,) = (
        one
        for one in drafted_passages(replace(unwritten, commitments=(fragment, *unwritten.commitments[1:])))
        if one.commitment_id == fragment.id
    )
    assert "reaffirmed what was agreed in the 2nd round: to continue their talks." in taken_up.words.read("en")


def test_an_option_says_something() -> None:
    with pytest.raises(UserError, match="needs its words"):
        Option(id="o", passage_id="p", side_id="s", position=1, words=NOTHING)


def test_many_alternatives_are_told_apart(dossier: Dossier, asked: Asked) -> None:
    passage = Passage(id="p", round_id="r3", position=1)
    options = tuple(
        Option(id=f"o{n:02}", passage_id="p", side_id="belmara", position=n, words=in_english(f"Words {n}."))
        for n in range(12)
    )
    said = lines(replace(dossier, passages=(passage,), options=options), Audience.SHARED, asked())
    labels = [line.split(".")[0] for line in said if line.startswith("1") and "[" in line]
    assert labels[:3] == ["1", "1 bis", "1 ter"]
    assert len(set(labels)) == 12


@pytest.mark.parametrize(("turn", "host"), [(TurnUse.IN_TURN, "Arvonia"), (TurnUse.NO_TURN, "Belmara")])
def test_who_hosts_next_follows_the_turns_and_not_who_hosted_last(
    unwritten: Dossier, asked: Asked, turn: TurnUse, host: str
) -> None:
    now = replace(unwritten.round, turn=turn, reason=in_english("The hall burnt down."))
    rounds = tuple(now if one.id == now.id else one for one in unwritten.rounds)
    said = lines(replace(unwritten, round=now, rounds=rounds), Audience.SHARED, asked())
    assert any(f"4th round will be hosted by {host} in" in line for line in said)


def test_a_next_round_that_was_called_off_names_no_host_and_no_year(unwritten: Dossier, asked: Asked) -> None:
    off = replace(
        unwritten.round,
        id=RoundId("r4"),
        ordinal=4,
        status=RoundStatus.CANCELLED,
        start=None,
        end=None,
        year=2039,
    )
    said = lines(replace(unwritten, rounds=(*unwritten.rounds, off)), Audience.SHARED, asked())
    assert any("4th round will be hosted by Arvonia in [2033]" in line for line in said)


def test_words_in_brackets_that_are_nobodys_own_are_words(dossier: Dossier, asked: Asked) -> None:
    passage = next(one for one in dossier.passages if one.state is PassageState.BRACKETED)
    own = replace(passage, words=in_english("They will see."))
    said = lines(replace(dossier, passages=(own,), options=()), Audience.SHARED, asked())
    assert "1. [They will see.]" in said
    assert any(line.endswith("In brackets: 1 (1 with one wording of both).") for line in said)
