"""Sources in French and Chinese make dialogues as English ones do, and meet what is known in another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.domain.text import WordingState
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.sources import Sources, read_for_review
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.data_files import read_data
from dialogue_prep.system.resources import data_file

# What a record in another language says of round 2: its opening in the words of the genre, then what the starter has.
OPENINGS = {
    "fr": (
        "Ottawa, le 22 juin 2017",
        "Le deuxième Dialogue s’est tenu à Ottawa le 22 juin 2017.",
        "Les deux parties se sont félicitées de l’état de leur coopération.",
    ),
    "zh-Hans": ("2017年6月22日，渥太华", "2017年6月22日，对话在渥太华举行。", "双方积极评价合作进展。"),
}
SMUGGLING = {"fr": "contrebande", "zh-Hans": "走私"}


@pytest.mark.parametrize(
    ("language", "hosts"), [("fr", ["Arvonie", "Belmarie"]), ("zh-Hans", ["阿沃尼亚", "贝尔马拉"])]
)
@pytest.mark.parametrize("order", [1, -1], ids=["terms first", "record first"])
def test_both_samples_make_one_dialogue(empty: Workspace, language: str, hosts: list[str], order: int) -> None:
    sources = Sources(empty)
    for name in [f"terms-of-reference.{language}.txt", f"joint-communique.{language}.txt"][::order]:
        sources.take_in(sources.propose(read_for_review(data_file(f"samples/{name}")), hosts[1]))
    with empty.look() as work:
        assert len(work.find(Dialogue)) == 1
        assert len(work.find(Topic)) == 5
        assert len(work.find(Entity)) == 7
        sides = {side.id: side.name.words(language) for side in work.find(Side)}
        rounds = sorted(work.find(Round), key=lambda round_: round_.ordinal)
        assert [(round_.ordinal, sides[round_.host_id]) for round_ in rounds] == [(3, hosts[0]), (4, hosts[1])]
        commitments = work.find(Commitment)
        assert len(commitments) > 20
        originals = [c.wording.wording(language) for c in commitments]
        assert all(one is not None and one.state is WordingState.ORIGINAL for one in originals)
        numbers = {topic.id: topic.number for topic in work.find(Topic)}
        smuggling = [c for c in commitments if SMUGGLING[language] in c.wording.words(language)]
        assert {numbers[c.topic_id] for c in smuggling if c.topic_id} == {2}


@pytest.mark.parametrize("language", OPENINGS)
def test_an_original_in_another_language_meets_the_starter(starter: Workspace, tmp_path: Path, language: str) -> None:
    known = read_data("starter.toml")
    title = next(one["title"][language] for one in known["source"] if one["key"] == "communique")
    agreed = [one["wording"][language] for one in known["commitment"] if one["round"] == "round-2"]
    path = tmp_path / "record.txt"
    path.write_text("\n".join([title, *OPENINGS[language], *agreed]), encoding="utf-8")
    with starter.look() as work:
        before = {commitment.id: commitment for commitment in work.find(Commitment)}
    sources = Sources(starter)
    proposal = sources.propose(read_for_review(path))
    assert sorted(proposal.present.values()) == [f"R2-{number:02}" for number in range(1, 9)]
    sources.take_in(proposal)
    with starter.look() as work:
        after = {commitment.id: commitment for commitment in work.find(Commitment)}
        held = [source for source in work.find(Source, kind=SourceKind.JOINT_RECORD) if source.held]
    assert after.keys() == before.keys()
    assert all(after[id_].wording == before[id_].wording for id_ in after)
    assert [source.language for source in held] == [language]
    assert {commitment.source_id for commitment in after.values()} == {held[0].id}
